// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A sum over what a row holds, kept in the row: SQLite keeps none of its pages, so that a letter which the disk has
// changed is noticed by this alone. Against accidents, not against people: no secret is in it.
#pragma once

#include <QCryptographicHash>
#include <QString>

namespace balcao {

class RowSum
{
public:
    /// Values and their order are the caller's, the same when it is made and when it is looked at.
    RowSum &add(qint64 number);
    RowSum &add(QStringView text);
    RowSum &add(QByteArrayView bytes);

    /// 16 bytes.
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Blake2s_128};
};

} // namespace balcao
