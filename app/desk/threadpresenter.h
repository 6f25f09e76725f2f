// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The open conversation: head, rows, what can be done about a row that went wrong. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/threadmodel.h"

#include <QObject>

#include <QTimer>

namespace balcao::desk {

/// Somebody at another desk, by name.
struct Present
{
    QString name;
    ConversationId conversation;
    bool typing = false;

    friend bool operator==(const Present &, const Present &) = default;
};

class ThreadPresenter final : public QObject
{
    Q_OBJECT

public:
    ThreadPresenter(ConversationSource &source, ConversationActions &actions, const Wording &wording,
                    const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ThreadModel &model() { return m_model; }
    [[nodiscard]] bool isOpen() const { return !m_conversation.isNull(); }
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] const std::optional<store::ConversationRow> &head() const { return m_head; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;

    /// Who else is at it: "Bruno is answering"; empty: nobody.
    [[nodiscard]] QString presenceText() const;
    /// The name of somebody else who writes in this chat; empty: nobody.
    [[nodiscard]] QString whoElseWrites() const;
    [[nodiscard]] QString windowText() const;
    [[nodiscard]] bool isExpiring() const;

    /// Whether somebody can see it now: only what is seen is marked as read. True until told otherwise.
    void setSeen(bool seen);
    void setOperator(OperatorId who);
    void setPresent(const QList<Present> &present);
    /// This desk's person types here.
    void tellTyping();
    void open(ConversationId conversation);
    /// Opens it where that message stands; found() says its row.
    void openAt(ConversationId conversation, MessageId message, qint64 sortAt);
    void close();
    void reload();
    void loadOlder();
    void act(int row, int action);

Q_SIGNALS:
    void changed();
    /// The rows of a newly opened conversation are there.
    void opened();
    void found(int row);

private:
    void show(const ThreadSlice &slice, bool fresh);
    void tellPresence();
    void showWanted();
    void markRead();

    static constexpr int kPage = 60;

    ConversationSource &m_source;
    ConversationActions &m_actions;
    const Clock &m_clock;
    ThreadModel m_model;
    ConversationId m_conversation;
    OperatorId m_operator;
    std::optional<store::ConversationRow> m_head;
    QList<Present> m_present;
    QTimer m_here; ///< others forget who does not say again that they are here
    qint64 m_typedAt = 0;
    MessageId m_wanted; ///< to be shown once it is there
    qint64 m_from = 0;
    qint64 m_readAsked = 0; ///< up to which seq this desk has said that it was read
    int m_limit = kPage;
    bool m_seen = true;
    bool m_hasOlder = false;
    bool m_fresh = true;
    bool m_loading = false;
    bool m_again = false;
};

} // namespace balcao::desk
