// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The folders under the data folder that hold a shop's store: where they are, and the two things that may happen to
// one as a whole: it is put aside, or it is erased. GUI thread, with nothing of it open.
#pragma once

#include <QString>

namespace balcao {

class ShopFiles
{
public:
    explicit ShopFiles(QString dataFolder) : m_data(std::move(dataFolder)) {}

    [[nodiscard]] QString shop() const { return m_data + QStringLiteral("/shop"); }
    /// Of the sample shop; made anew each time.
    [[nodiscard]] QString demo() const { return m_data + QStringLiteral("/demo"); }

    /// Another shop, or a key that cannot be had any more: what stands in shop() is kept under a name of its own,
    /// unsent words and all. False: it could not be moved, and nothing may be opened there.
    [[nodiscard]] bool putAside(qint64 nowMs) const;
    /// "Este PC foi desconectado". False: something is left; finishErasing() tries again at the next start.
    [[nodiscard]] bool erase() const;
    void finishErasing() const;

private:
    [[nodiscard]] QString marker() const { return m_data + QStringLiteral("/erase-shop"); }

    QString m_data;
};

} // namespace balcao
