// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The reply being written: a draft for each conversation and operator that survives a crash, and whether
// it may be sent; or a note for the team. GUI thread.
#pragma once

#include "desk/emojipresenter.h"
#include "desk/pixguard.h"
#include "desk/workpresenter.h"

#include <QTimer>

namespace balcao::desk {

class ComposerPresenter final : public QObject
{
    Q_OBJECT

public:
    /// Meta's limit for a text message.
    static constexpr int kLongest = 4096;
    /// Enter that was meant for the chat before is swallowed for so long.
    static constexpr qint64 kGuardMs = 400;

    ComposerPresenter(ConversationSource &source, ConversationActions &actions, ThreadPresenter &thread,
                      WorkPresenter &work, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// "To", and whom: name and the end of the phone, so that two of one name are told apart.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] QString toName() const;
    /// Why it cannot be sent, or that the draft is kept; may be empty.
    [[nodiscard]] QString noteText() const;
    /// Why free text is shut, in two parts; empty while it is not.
    [[nodiscard]] QString lockTitle() const;
    [[nodiscard]] QString lockText() const;
    /// The same in fewer words, whatever the customer is called.
    [[nodiscard]] QString lockBrief() const;
    /// "closes in 2 h 14"; empty when it is shut.
    [[nodiscard]] QString countdownText() const;
    /// Three hours or less.
    [[nodiscard]] bool isClosingSoon() const;
    /// A minute has passed.
    void tick();
    /// The note says that something is wrong.
    [[nodiscard]] bool isWarning() const;
    /// Free text would not be delivered; a note for the team always can be written.
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] bool isNote() const { return m_isNote; }
    [[nodiscard]] bool canSend() const;
    /// What the button says that sends: that it is a note, or that it goes later.
    [[nodiscard]] QString sendText() const;
    void setOffline(bool offline);
    /// Whether its bank makes the shop's charges.
    void setBank(bool connected);
    /// When free text was shut; empty while it is not, or nobody has written yet.
    [[nodiscard]] QString closedText() const;
    /// What becomes of what was sent from here; empty when nothing waits for the connection.
    [[nodiscard]] QString queuedText() const;
    /// What takes back the last that waits for the connection; empty: nothing can be.
    [[nodiscard]] QString takeBackText() const;
    /// Somebody wants to send a file, which cannot be done from here.
    void tellNoFiles() { m_work.tell(tr("Files and pictures cannot be sent from here yet. Nothing was put in.")); }
    void takeLastBack() { takeBack(m_thread.lastUnclaimed()); }
    /// Why nothing can be charged now; empty when it can.
    [[nodiscard]] QString pixWaitsText() const;

    void setOperator(OperatorId who, const QString &name);
    void setText(const QString &text);
    void setNote(bool note);
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] EmojiPresenter &emoji() { return m_emoji; }
    /// Where the next field to ask about stands, like {valor?}, from that place on; nothing: none behind it.
    [[nodiscard]] std::optional<QPair<int, int>> fieldFrom(int place) const;
    /// A quick reply's text with {nome}, {operador}, {loja} and {saudacao} filled in; nothing while it is shut.
    void insertReply(const QString &text);
    void setShop(const QString &name) { m_shop = name; }
    void send();
    void sendAndNext();
    /// To whom the shop's Pix goes; nothing: not known, so no key is another's.
    void setOwnPix(const std::optional<PixAccount> &own) { m_ownPix = own; }
    /// Whoever was asked by foreignPixFound() said so: the same words, as they stood.
    void sendForeignPix();
    /// A draft may have come back: of a note that was refused.
    void reload();
    /// What is not saved yet is saved now.
    void flush();

Q_SIGNALS:
    void changed();
    /// To be put where the cursor is.
    void inserted(const QString &text);
    /// It was not sent: a field is not filled in yet.
    void fieldWanted();
    /// It was not sent: it tells the customer to pay somebody else than the shop. `what`: the question's first line.
    void foreignPixFound(const QString &what);
    /// What was to be sent stands here again.
    void tookBack();
    /// It is durable, and whoever waits longest is wanted now.
    void nextWanted();

private:
    struct Sending
    {
        ConversationId conversation;
        OperatorId by;
        QString text;
        bool isNote = false;
        bool thenNext = false;
    };

    /// Of a message that comes back: until the store has said whether it does, the draft is the store's to write.
    struct TakingBack
    {
        ConversationId conversation;
        OperatorId by;
        int draftAsked = 0;          ///< another one by then: that chat was left meanwhile
        std::optional<QString> left; ///< the draft that it was left with
    };

    void openDraft();
    void leaveDraft();
    void takeBack(CommandId waiting);
    void takingBackEnded(const Result<std::optional<QString>> &words);
    void putBack(const TakingBack &asked, const QString &words);
    [[nodiscard]] bool isTakingBackHere() const;
    void takeDraft(const QString &draft);
    [[nodiscard]] QString firstName() const;
    [[nodiscard]] QString greeting() const;
    [[nodiscard]] static QString asDraft(const QString &text, bool isNote);
    void submit(bool thenNext);
    [[nodiscard]] bool isTooEarly() const;
    bool asksAboutPix(bool thenNext);
    [[nodiscard]] bool isBeingSent() const;
    void sendEnded(bool kept);

    ConversationSource &m_source;
    ConversationActions &m_actions;
    ThreadPresenter &m_thread;
    WorkPresenter &m_work;
    const Clock &m_clock;
    ConversationId m_conversation;
    OperatorId m_operator;
    EmojiPresenter m_emoji{m_source};
    QString m_operatorName;
    QString m_shop;
    QString m_text;
    QString m_problem;
    bool m_hasBank = false;
    QTimer m_save;
    QTimer m_minute;
    qint64 m_switchedAt = 0;
    int m_draftAsked = 0;
    bool m_isNote = false;
    bool m_isOffline = false;
    bool m_fieldTold = false;
    bool m_isEdited = false; ///< differs from what is stored
    bool m_collisionTold = false;
    std::optional<PixAccount> m_ownPix;
    QString m_foreignAsked; ///< these words were asked about
    bool m_foreignNext = false;
    bool m_foreignAllowed = false;
    std::optional<Sending> m_sending; ///< until it is durable; meanwhile its text is no draft
    std::optional<TakingBack> m_takingBack;
};

} // namespace balcao::desk
