// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The open conversation: head, a window of its rows, what can be done about a row. One read at a time. GUI thread.
#pragma once

#include "core/weblink.h"
#include "desk/conversationsource.h"
#include "desk/findpresenter.h"
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
    [[nodiscard]] FindPresenter &find() { return m_find; }
    [[nodiscard]] bool isOpen() const { return !m_conversation.isNull(); }
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] const std::optional<store::ConversationRow> &head() const { return m_head; }
    /// The id under which its events come: after a merge that is another one than it was opened by.
    [[nodiscard]] ConversationId standing() const { return m_head ? m_head->id : m_conversation; }
    [[nodiscard]] bool shows(ConversationId conversation) const
    {
        return isOpen() && (conversation == m_conversation || conversation == standing());
    }
    /// How many of this desk's own messages have not left it.
    [[nodiscard]] int toSend() const;
    /// The last of those that were surely never handed to the server; null: none.
    [[nodiscard]] CommandId lastUnclaimed() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;

    /// Who else is at it: "Bruno is answering"; empty: nobody.
    [[nodiscard]] QString presenceText() const;
    /// The name of somebody else who writes in this chat; empty: nobody.
    [[nodiscard]] QString whoElseWrites() const;
    [[nodiscard]] QString windowText() const;
    /// Three hours or less; one that is closed is no alarm any more.
    [[nodiscard]] bool isExpiring() const;
    /// The icon beside windowText().
    [[nodiscard]] QString windowIcon() const
    {
        const bool open = m_head && m_head->windowUntil > m_clock.nowMs();
        return open ? QStringLiteral("expiring") : m_head ? QStringLiteral("lock") : QString();
    }

    /// Whether somebody can see it now: only what is seen is marked as read. True until told otherwise.
    void setSeen(bool seen);
    void setOperator(OperatorId who);
    void setPresent(const QList<Present> &present);
    /// Since when there is no connection, 0: there is.
    void setOfflineSince(qint64 sinceMs)
    {
        m_model.setOfflineSince(sinceMs);
        if (isOpen() && !m_fresh)
            showRows(false);
    }
    /// This desk's person types here.
    void tellTyping();
    void open(ConversationId conversation);
    /// Opens it where that message stands; found() says its row.
    void openAt(ConversationId conversation, MessageId message, qint64 sortAt);
    void close();
    void reload();

    /// The rows before and after those that are held; nothing when there are none.
    void loadOlder();
    void loadNewer();
    [[nodiscard]] bool hasNewer() const { return m_window.hasNewer(); }
    /// Back to what was written last; atNewest() follows.
    void showNewest();
    /// Whether the reader stands at the last row that is held: what comes then is seen.
    void setAtEnd(bool atEnd);
    /// "3 new messages": what came of the customer's since the reader last stood there; empty: none.
    [[nodiscard]] QString newBelowText() const;
    /// Of the row under the line above what was unread; -1: none is held.
    [[nodiscard]] int unreadRow() const { return m_model.rowOf(m_divider.above); }

    /// `action` of the row's words.
    void act(int row, int action);
    /// The message that it answers.
    void showQuoted(int row);
    [[nodiscard]] QList<WebLink> linksOf(int row) const;
    /// The charge that a row is about; null: none.
    [[nodiscard]] const store::ChargeRow *chargeOf(int row) const;
    /// A minute has passed.
    void tick();
    /// Those rows for the clipboard, in the order of the thread.
    [[nodiscard]] QString copyText(QList<int> rows) const;

Q_SIGNALS:
    void changed();
    /// It was merged away, or parted again: it stands under that id now.
    void moved(balcao::ConversationId to);
    /// The rows of a newly opened conversation are there. Of what was read, this and the next two come before
    /// changed().
    void opened();
    void found(int row);
    void atNewest();
    /// The customer wrote while the conversation was open: the row's whole sentence, for who hears the screen.
    void heard(const QString &sentence);
    /// The bank says that money came for a charge that is shown: its row's sentence.
    void paid(const QString &sentence);
    /// A message of the log that is in doubt is to need no more attention.
    void dismissWanted(balcao::MessageId message);
    /// A message that waits for the connection is not to be sent.
    void takeBackWanted(balcao::CommandId waiting);
    /// Text for the clipboard.
    void copied(const QString &text);

private:
    void begin(ConversationId conversation, const ThreadPlace &place);
    void ask(const ThreadPlace &place);
    void answer(const ThreadPlace &place, const ThreadSlice &slice);
    void tellHeard(qint64 upto);
    [[nodiscard]] QHash<ChargeId, Money> paidNow() const;
    void tellPaid(const QHash<ChargeId, Money> &before);
    void showRows(bool fresh);
    void drawDivider();
    void show(MessageId message);
    void tellPresence();
    void showWanted();
    void markRead();

    ConversationSource &m_source;
    ConversationActions &m_actions;
    const Clock &m_clock;
    ThreadModel m_model;
    FindPresenter m_find;
    ThreadWindow m_window;
    ThreadModel::Divider m_divider;
    ConversationId m_conversation;
    OperatorId m_operator;
    std::optional<store::ConversationRow> m_head;
    QList<store::PendingRow> m_pending;
    QList<Present> m_present;
    QTimer m_here; ///< others forget who does not say again that they are here
    QTimer m_minute;
    qint64 m_typedAt = 0;
    MessageId m_wanted;                ///< to be shown once it is there
    std::optional<ThreadPlace> m_next; ///< replaces what is being read
    qint64 m_readAsked = 0;            ///< up to which seq this desk has said that it was read
    qint64 m_openedUpto = 0;           ///< what was there when it was opened
    qint64 m_seenUpto = 0;
    int m_newBelow = 0;
    bool m_seen = true;
    bool m_atEnd = true;
    bool m_fresh = true;
    bool m_loading = false;
    bool m_again = false;
};

} // namespace balcao::desk
