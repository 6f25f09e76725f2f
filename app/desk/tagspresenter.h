// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's tags themselves: make, rename, recolour, retire. GUI thread; every act is a command of the outbox.
#pragma once

#include "desk/conversationsource.h"
#include "desk/undopresenter.h"
#include "desk/unsaved.h"
#include "desk/workactions.h"

namespace balcao::desk {

class TagsPresenter final : public QObject
{
    Q_OBJECT

public:
    TagsPresenter(ConversationSource &source, WorkActions &actions, UndoPresenter &undo, QObject *parent = nullptr);

    /// Never green, amber or red: those mean money that came, time, and failure.
    static const QStringList &colours();
    /// The one of colours() that is used least.
    static QString leastUsed(const QList<store::TagCount> &tags);

    /// What is typed and not kept stays with whoever typed it.
    void setOperator(OperatorId who);
    void reload();
    [[nodiscard]] const QList<store::TagCount> &tags() const { return m_tags; }
    /// Why the last act could not be done; may be empty.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Those that stand, then those that are gone while something is typed about them.
    [[nodiscard]] QList<store::TagRow> rows() const;
    /// As it stands, or what was typed instead; a null id is that of a new one.
    [[nodiscard]] store::TagRow shown(TagId tag) const;
    [[nodiscard]] bool isKnown(TagId tag) const { return find(tag) != nullptr; }
    [[nodiscard]] bool isUnsaved(TagId tag) const { return m_unsaved.has(tag); }
    [[nodiscard]] QStringList unsavedNames() const;
    /// It was changed elsewhere where something is typed about it; keep() puts that in its place. May be empty.
    [[nodiscard]] QString conflictText(TagId tag) const;
    /// What is typed stays here until it is kept or dropped.
    void type(const store::TagRow &typed);
    /// The id under which it stands now; nothing, and a problem, as make().
    std::optional<TagId> keep(TagId tag);
    void drop(TagId tag);
    /// What `by` had kept came back refused: it is unsaved again, unless something else was typed there since.
    /// A field that was not sent is as it stands.
    void giveBack(TagId tag, const std::optional<QString> &name, const std::optional<QString> &colour, OperatorId by);
    void clearProblem() { m_problem.clear(); }

    /// False, and a problem, when the name is empty or taken.
    bool make(const QString &name, const QString &colour);
    bool change(TagId tag, const QString &name, const QString &colour);
    /// For good: those who wear it lose it. The words to ask with are retireQuestion().
    void retire(TagId tag);
    [[nodiscard]] QString retireQuestion(TagId tag) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const store::TagCount *find(TagId tag) const;
    /// False: as they were.
    bool takeTags(const ShopLists &lists);
    void followTags();
    /// Of the id, as the shop has it now.
    [[nodiscard]] store::TagRow standing(TagId tag) const;
    bool define(TagId tag, const QString &name, const QString &colour);
    bool fits(const QString &name, TagId except);

    ConversationSource &m_source;
    WorkActions &m_actions;
    UndoPresenter &m_undo;
    OperatorId m_operator;
    QList<store::TagCount> m_tags;
    Unsaved<store::TagRow, &store::TagRow::name, &store::TagRow::colour> m_unsaved;
    QString m_problem;
};

} // namespace balcao::desk
