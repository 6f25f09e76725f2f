// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What befell this computer's memory or the shop's server, said until a person says that they know. GUI thread.
#pragma once

#include "store/noticestore.h"

#include <QObject>

#include <functional>

namespace balcao::desk {

class NoticeSource
{
public:
    NoticeSource() = default;
    virtual ~NoticeSource() = default;
    Q_DISABLE_COPY_MOVE(NoticeSource)

    /// Answers later, or not at all when it cannot be read.
    virtual void notices(std::function<void(const QList<store::NoticeRow> &)> done) = 0;
    virtual void drop(store::Notice notice) = 0;
};

class NoticePresenter final : public QObject
{
    Q_OBJECT

public:
    explicit NoticePresenter(NoticeSource &source, QObject *parent = nullptr);

    /// The gravest; empty: there is none.
    [[nodiscard]] QString text() const;
    /// Somebody has read it: the next one, or none.
    void dismiss();
    /// Looks again.
    void reload();

Q_SIGNALS:
    void changed();

private:
    NoticeSource &m_source;
    QList<store::NoticeRow> m_rows;
    int m_asked = 0; ///< only the newest answer counts
};

} // namespace balcao::desk
