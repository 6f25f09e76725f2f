// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The conversation list: which rows, which is open, what to say when there are none. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/inboxmodel.h"

#include <QObject>
#include <QTimer>

namespace balcao::desk {

class InboxPresenter final : public QObject
{
    Q_OBJECT

public:
    InboxPresenter(ConversationSource &source, const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] InboxModel &model() { return m_model; }
    [[nodiscard]] QString countText() const;
    /// Empty while there are rows.
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] ConversationId openNow() const { return m_open; }
    [[nodiscard]] int openRowNow() const { return m_model.rowOf(m_open); }

    void reload();
    void openRow(int row);
    void open(ConversationId conversation);
    void openLongestWaiting();

Q_SIGNALS:
    void changed();
    void opened(balcao::ConversationId conversation);

private:
    /// More rows than anybody scrolls through by hand; searching is another way in.
    static constexpr int kRows = 200;

    ConversationSource &m_source;
    InboxModel m_model;
    ConversationId m_open;
    qint64 m_total = 0;
    bool m_loaded = false;
    bool m_loading = false;
    bool m_again = false;
    QTimer m_minute;
};

} // namespace balcao::desk
