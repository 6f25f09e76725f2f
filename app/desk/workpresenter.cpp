// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/workpresenter.h"

namespace balcao::desk {

WorkPresenter::WorkPresenter(WorkActions &actions, ThreadPresenter &thread, UndoPresenter &undo, const Wording &wording,
                             const Clock &clock, QObject *parent)
    : QObject(parent), m_actions(actions), m_thread(thread), m_undo(undo), m_wording(wording), m_clock(clock)
{
    connect(&thread, &ThreadPresenter::dismissWanted, this, &WorkPresenter::dismiss);
}

bool WorkPresenter::canAct() const
{
    return m_thread.head().has_value() && !m_operator.isNull();
}

bool WorkPresenter::isResolved() const
{
    return m_thread.head() && m_thread.head()->state == ConversationState::Resolved;
}

QList<store::TagRow> WorkPresenter::tags() const
{
    return m_thread.head() ? m_thread.head()->tags : QList<store::TagRow>();
}

void WorkPresenter::offer(const QString &what, std::function<void()> undo)
{
    m_undo.offer(what, [this, undo = std::move(undo)] {
        undo();
        Q_EMIT acted();
    });
    Q_EMIT acted();
}

void WorkPresenter::toggleResolved()
{
    if (!canAct())
        return;
    const ConversationId id = m_thread.head()->id;
    const OperatorId by = m_operator;
    if (isResolved()) {
        m_actions.reopen(id, by);
        return offer(tr("Conversation reopened."), [this, id, by] { m_actions.resolve(id, by); });
    }
    m_actions.resolve(id, by);
    offer(tr("Conversation resolved."), [this, id, by] { m_actions.reopen(id, by); });
}

void WorkPresenter::snooze(qint64 untilMs)
{
    if (!canAct())
        return;
    const store::ConversationRow before = *m_thread.head();
    const OperatorId by = m_operator;
    m_actions.snooze(before.id, untilMs, by);
    offer(tr("Conversation snoozed until %1.").arg(m_wording.moment(untilMs, now())), [this, before, by] {
        if (before.state == ConversationState::Snoozed)
            m_actions.snooze(before.id, before.snoozedUntil, by);
        else
            m_actions.wake(before.id, by);
    });
}

void WorkPresenter::assign(OperatorId to, const QString &name, const QString &note)
{
    if (!canAct())
        return;
    const store::ConversationRow before = *m_thread.head();
    const OperatorId by = m_operator;
    m_actions.assign(before.id, to, note, by);
    offer(to.isNull() ? tr("The conversation is nobody's again.") : tr("Conversation handed over to %1.").arg(name),
          [this, before, by] { m_actions.assign(before.id, before.assignee, {}, by); });
}

void WorkPresenter::toggleTag(const store::TagRow &tag)
{
    if (!canAct())
        return;
    const store::ConversationRow head = *m_thread.head();
    const OperatorId by = m_operator;
    const bool wears = std::ranges::any_of(head.tags, [&tag](const store::TagRow &one) { return one.id == tag.id; });
    m_actions.tag(head.customer, tag.id, !wears, head.id, by);
    offer(wears ? tr("Tag %1 removed.").arg(tag.name) : tr("Tag %1 added.").arg(tag.name),
          [this, head, tag, wears, by] { m_actions.tag(head.customer, tag.id, wears, head.id, by); });
}

void WorkPresenter::defineTag(const QString &name, const QString &colour)
{
    if (!canAct() || name.trimmed().isEmpty())
        return;
    const store::TagRow tag{TagId::create(), name.trimmed(), colour};
    m_actions.defineTag(tag.id, tag.name, tag.colour, m_operator);
    toggleTag(tag);
}

bool WorkPresenter::defineReply(const store::ReplyRow &reply)
{
    if (m_operator.isNull())
        return false;
    m_actions.defineReply(reply.id, reply.title, reply.text, m_operator);
    m_undo.tell(tr("Quick reply %1 made.").arg(reply.title));
    return true;
}

bool WorkPresenter::changeReply(const store::ReplyRow &before, const store::ReplyRow &after,
                                std::function<void()> undone)
{
    if (m_operator.isNull())
        return false;
    m_actions.changeReply(before, after, m_operator);
    const auto back = [this, before, after, by = m_operator, undone = std::move(undone)] {
        m_actions.changeReply(after, before, by);
        undone();
    };
    offer(tr("Quick reply %1 changed.").arg(after.title), back);
    return true;
}

bool WorkPresenter::retireReply(const store::ReplyRow &reply)
{
    if (m_operator.isNull())
        return false;
    m_actions.retireReply(reply.id, m_operator);
    m_undo.tell(tr("Quick reply %1 retired.").arg(reply.title));
    return true;
}

void WorkPresenter::addNote(const QString &text, std::function<void(bool)> done)
{
    if (!canAct() || text.trimmed().isEmpty())
        return done(false);
    const ConversationId id = m_thread.head()->id;
    const OperatorId by = m_operator;
    const NoteId note = NoteId::create();
    m_actions.addNote(id, note, text.trimmed(), by, [this, id, note, by, done = std::move(done)](bool kept) {
        done(kept);
        if (kept)
            offer(tr("Team note added."), [this, id, note, by] { m_actions.removeNote(id, note, by); });
    });
}

void WorkPresenter::dismiss(MessageId message)
{
    if (!canAct())
        return;
    const ConversationId id = m_thread.head()->id;
    const OperatorId by = m_operator;
    m_actions.dismiss(id, message, true, by);
    offer(tr("The message was left as it is."), [this, id, message, by] { m_actions.dismiss(id, message, false, by); });
}

} // namespace balcao::desk
