// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's tags themselves: make, rename, recolour, retire. GUI thread; every act is a command of the outbox.
#pragma once

#include "desk/conversationsource.h"
#include "desk/undopresenter.h"
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

    void setOperator(OperatorId who) { m_operator = who; }
    void reload();
    [[nodiscard]] const QList<store::TagCount> &tags() const { return m_tags; }
    /// Why the last act could not be done; may be empty.
    [[nodiscard]] const QString &problem() const { return m_problem; }

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
    bool fits(const QString &name, TagId except);

    ConversationSource &m_source;
    WorkActions &m_actions;
    UndoPresenter &m_undo;
    OperatorId m_operator;
    QList<store::TagCount> m_tags;
    QString m_problem;
};

} // namespace balcao::desk
