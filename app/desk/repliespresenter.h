// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's quick replies: made, changed, retired. Any attendant may. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/unsaved.h"
#include "desk/workpresenter.h"

namespace balcao::desk {

class RepliesPresenter final : public QObject
{
    Q_OBJECT

public:
    /// The relay's limit for the words.
    static constexpr int kLongest = 4096;

    RepliesPresenter(ConversationSource &source, WorkPresenter &work, QObject *parent = nullptr);

    /// What is typed and not kept stays with whoever typed it.
    void setOperator(OperatorId who);
    void reload();
    [[nodiscard]] const QList<store::ReplyRow> &replies() const { return m_replies; }
    /// Why the last act could not be done; may be empty.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Those that stand, then those that are gone while something is typed about them.
    [[nodiscard]] QList<store::ReplyRow> rows() const;
    /// As it stands, or what was typed instead; a null id is that of a new one.
    [[nodiscard]] store::ReplyRow shown(QuickReplyId reply) const;
    [[nodiscard]] bool isKnown(QuickReplyId reply) const { return find(reply) != nullptr; }
    [[nodiscard]] bool isUnsaved(QuickReplyId reply) const { return m_unsaved.has(reply); }
    [[nodiscard]] QStringList unsavedTitles() const;
    /// It was changed elsewhere where something is typed about it; keep() puts that in its place. May be empty.
    [[nodiscard]] QString conflictText(QuickReplyId reply) const;
    /// What is typed stays here until it is kept or dropped.
    void type(const store::ReplyRow &typed);
    /// The id under which it stands now; nothing, and a problem, as make().
    std::optional<QuickReplyId> keep(QuickReplyId reply);
    void drop(QuickReplyId reply);
    /// What `by` had kept came back refused: it is unsaved again, unless something else was typed there since.
    /// A field that was not sent is as it stands.
    void giveBack(QuickReplyId reply, const std::optional<QString> &title, const std::optional<QString> &text,
                  OperatorId by);
    void clearProblem() { m_problem.clear(); }

    /// False, and a problem, when the title is empty or taken, or there are no words.
    bool make(const QString &title, const QString &text);
    bool change(QuickReplyId reply, const QString &title, const QString &text);
    /// For good: the words to ask with are retireQuestion().
    void retire(QuickReplyId reply);
    [[nodiscard]] QString retireQuestion(QuickReplyId reply) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const store::ReplyRow *find(QuickReplyId reply) const;
    /// Of the id, as the shop has it now.
    [[nodiscard]] store::ReplyRow standing(QuickReplyId reply) const;
    /// False: as they were.
    bool takeReplies(const ShopLists &lists);
    void followReplies();
    bool define(QuickReplyId reply, const QString &title, const QString &text);
    bool fits(const QString &title, const QString &text, QuickReplyId except);
    void put(const store::ReplyRow &row);

    ConversationSource &m_source;
    WorkPresenter &m_work;
    QList<store::ReplyRow> m_replies;
    OperatorId m_operator;
    Unsaved<store::ReplyRow, &store::ReplyRow::title, &store::ReplyRow::text> m_unsaved;
    QString m_problem;
};

} // namespace balcao::desk
