// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The reply being written: a draft for each conversation and operator that survives a crash, and whether
// it may be sent. GUI thread.
#pragma once

#include "desk/threadpresenter.h"

#include <QTimer>

namespace balcao::desk {

class ComposerPresenter final : public QObject
{
    Q_OBJECT

public:
    /// Meta's limit for a text message.
    static constexpr int kLongest = 4096;

    ComposerPresenter(ConversationSource &source, ConversationActions &actions, ThreadPresenter &thread,
                      const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString toText() const;
    /// Why it cannot be sent, or that the draft is kept; may be empty.
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] bool canSend() const;

    void setOperator(OperatorId who);
    void setText(const QString &text);
    void send();
    /// What is not saved yet is saved now.
    void flush();

Q_SIGNALS:
    void changed();

private:
    void openDraft();
    [[nodiscard]] bool isBeingSent() const;
    void sendEnded(bool kept);

    ConversationSource &m_source;
    ConversationActions &m_actions;
    ThreadPresenter &m_thread;
    const Clock &m_clock;
    ConversationId m_conversation;
    OperatorId m_operator;
    QString m_text;
    QString m_problem;
    QTimer m_save;
    /// Until it is durable; meanwhile its text is no draft.
    struct Sending
    {
        ConversationId conversation;
        OperatorId by;
        QString text;
    };
    std::optional<Sending> m_sending;
};

} // namespace balcao::desk
