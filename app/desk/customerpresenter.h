// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The panel beside the thread: who this is. The phone is masked until somebody asks, for thirty seconds, and
// the log knows that they did. GUI thread.
#pragma once

#include "desk/threadpresenter.h"
#include "desk/workactions.h"

#include <QTimer>

namespace balcao::desk {

class CustomerPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kRevealedMs = 30000;

    CustomerPresenter(ConversationSource &source, WorkActions &actions, ThreadPresenter &thread, const Wording &wording,
                      const Clock &clock, QObject *parent = nullptr);

    void setOperator(OperatorId who);
    /// The same customer, later.
    void reload();

    [[nodiscard]] bool isKnown() const { return m_card.has_value(); }
    [[nodiscard]] QString name() const;
    [[nodiscard]] uint seed() const;
    [[nodiscard]] QString phoneText() const;
    [[nodiscard]] bool hasPhone() const { return m_card && !m_card->phone.isEmpty(); }
    [[nodiscard]] bool isRevealed() const { return m_revealed.isActive(); }
    [[nodiscard]] QString sinceText() const;
    [[nodiscard]] QList<store::TagRow> tags() const { return m_card ? m_card->tags : QList<store::TagRow>(); }
    [[nodiscard]] QString note() const { return m_card ? m_card->note : QString(); }
    [[nodiscard]] QString noteByText() const;
    [[nodiscard]] QStringList consentTexts() const;
    [[nodiscard]] QStringList historyTexts() const;
    /// Why what was typed could not be kept; may be empty.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    void reveal();
    void rename(const QString &name);
    /// `done(true)` when it is kept.
    void setNote(const QString &text, std::function<void(bool)> done);

Q_SIGNALS:
    void changed();

private:
    ConversationSource &m_source;
    WorkActions &m_actions;
    ThreadPresenter &m_thread;
    const Wording &m_wording;
    const Clock &m_clock;
    OperatorId m_operator;
    ConversationId m_conversation;
    std::optional<store::CustomerCard> m_card;
    QString m_problem;
    QTimer m_revealed;
};

} // namespace balcao::desk
