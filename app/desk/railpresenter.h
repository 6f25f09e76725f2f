// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which view the list shows, and how many stand in each. GUI thread.
#pragma once

#include "desk/inboxpresenter.h"
#include "desk/railmodel.h"

namespace balcao::desk {

class RailPresenter final : public QObject
{
    Q_OBJECT

public:
    RailPresenter(ConversationSource &source, InboxPresenter &inbox, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] RailModel &model() { return m_model; }
    [[nodiscard]] int current() const { return m_current; }

    /// How many customers wait, and in words; the number only, for what others may see.
    [[nodiscard]] int waiting() const;
    [[nodiscard]] QString waitingText() const;
    /// The shop's time, "14:32", and how long it stays so.
    [[nodiscard]] QString timeText() const { return m_inbox.timeText(); }
    [[nodiscard]] int minuteLeftMs() const { return static_cast<int>(kMinuteMs - m_clock.nowMs() % kMinuteMs); }

    void setOperator(OperatorId who);
    void reload();
    void choose(int row);
    /// Adds the row to what is shown: a tag to the view, or the view to the tag. The tag that is there already goes.
    void narrow(int row);

Q_SIGNALS:
    void changed();

private:
    /// Whatever the counts say has become of the chosen view or tag.
    void follow(const RailRow &before);

    ConversationSource &m_source;
    InboxPresenter &m_inbox;
    const Clock &m_clock;
    RailModel m_model;
    OperatorId m_operator;
    QTimer m_minute;
    int m_current = 0;
    bool m_loading = false;
    bool m_again = false;
};

} // namespace balcao::desk
