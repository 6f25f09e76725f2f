// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The panel beside the thread: who this is. The phone is masked until somebody asks, for thirty seconds, and
// the log knows that they did. GUI thread.
#pragma once

#include "desk/chargewords.h"
#include "desk/threadpresenter.h"
#include "desk/undopresenter.h"
#include "desk/workactions.h"

#include <QTimer>

namespace balcao::desk {

/// What the customer accepts, of one kind of message.
struct ConsentLine
{
    enum class Answer { Unknown, Yes, No };

    QString purpose;
    QString label;
    Answer answer = Answer::Unknown;
    QString answerText; ///< "accepts · 18/03"
};

/// One of the customer's charges.
struct ChargeLine
{
    QString amount;
    QString day;   ///< "today", "yesterday 14:32", "12/11"
    QString state; ///< one word or two
    ChargeTone tone = ChargeTone::Plain;
    QString sentence; ///< for screen readers

    friend bool operator==(const ChargeLine &, const ChargeLine &) = default;
};

class CustomerPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kRevealedMs = 30000;
    /// The relay's limit for the note, in UTF-16 units.
    static constexpr int kLongestNote = 4096;

    CustomerPresenter(ConversationSource &source, WorkActions &actions, ThreadPresenter &thread, UndoPresenter &undo,
                      const Wording &wording, const Clock &clock, QObject *parent = nullptr);

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
    /// How else the person is known; may be empty.
    [[nodiscard]] QStringList identifierTexts() const;
    /// Both kinds that matter, asked about or not, then what else was recorded.
    [[nodiscard]] QList<ConsentLine> consents() const;
    /// The newest three, or all that was asked for.
    [[nodiscard]] QList<ChargeLine> charges() const;
    /// What brings more of them: "see all", "show more"; empty: there are none.
    [[nodiscard]] QString moreChargesText() const;
    void showMoreCharges();
    /// Shows it in its conversation.
    void openCharge(int line);
    [[nodiscard]] QStringList historyTexts() const;
    /// Shows that line of it in the thread.
    void openHistory(int line);
    /// Why what was typed could not be kept; may be empty.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    void reveal();
    void rename(const QString &name);
    void setConsent(const QString &purpose, bool granted);
    /// `done(true)` when it is kept.
    void setNote(const QString &text, std::function<void(bool)> done);

    /// The note being written; it stays with its customer when the chat changes, and comes back after a crash.
    [[nodiscard]] bool isEditingNote() const { return m_draft.has_value(); }
    [[nodiscard]] QString noteDraft() const { return m_draft ? m_draft->text : QString(); }
    /// Somebody else's note came between: both are shown, and one is chosen by keepNote() or keepTheirs(). Whichever goes
    /// can be taken back.
    [[nodiscard]] bool isNoteInConflict() const;
    [[nodiscard]] QString conflictText() const;
    void beginNote();
    void writeNote(const QString &text);
    void keepNote();
    void dropNote();
    void keepTheirs();
    /// A note may have come back refused.
    void reloadNoteDraft();
    /// What is not saved yet is saved now.
    void flush();

Q_SIGNALS:
    void changed();
    /// Of another conversation of theirs.
    void conversationWanted(balcao::ConversationId conversation, balcao::MessageId message, qint64 sortAt);

private:
    void offer(const QString &what, std::function<void()> undo);
    void leave();
    void endNote(const QString &what);
    void takeCard(const std::optional<store::CustomerCard> &card);
    void saveNoteDraft();
    [[nodiscard]] const QList<store::ChargeRow> &shownCharges() const;
    void readCharges(int limit, qint64 beforeSeq);

    ConversationSource &m_source;
    WorkActions &m_actions;
    ThreadPresenter &m_thread;
    UndoPresenter &m_undo;
    const Wording &m_wording;
    const Clock &m_clock;
    OperatorId m_operator;
    ConversationId m_conversation;
    std::optional<store::CustomerCard> m_card;
    QString m_problem;
    QTimer m_revealed;
    QList<store::ChargeRow> m_allCharges; ///< once somebody wants to see them
    bool m_moreCharges = false;
    std::optional<store::NoteDraft> m_draft;
    QTimer m_save;
    int m_draftAsked = 0;
};

} // namespace balcao::desk
