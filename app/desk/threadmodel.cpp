// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadmodel.h"

#include "desk/roles.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;
using store::PendingRow;
using store::RowKind;
using store::SystemLine;

namespace {

ThreadItem pendingItem(const PendingRow &pending)
{
    ThreadItem item;
    item.row.sortAt = pending.madeAt;
    item.row.seq = std::numeric_limits<qint64>::max();
    item.row.id = pending.message;
    item.row.outbound = true;
    item.row.text = pending.text;
    item.row.state = MessageState::Pending;
    item.pending = pending.id;
    item.pendingState = pending.state;
    item.problem = pending.problem;
    return item;
}

} // namespace

ThreadModel::ThreadModel(const Wording &wording, const Clock &clock, QObject *parent)
    : RowModel(parent), m_wording(wording), m_clock(clock)
{
}

void ThreadModel::show(const QList<store::ThreadRow> &rows, const QList<PendingRow> &pending, bool fresh)
{
    QList<ThreadItem> items;
    QSet<MessageId> known;
    for (const store::ThreadRow &row : rows) {
        ThreadItem item;
        item.row = row;
        items.append(item);
        known.insert(row.id);
    }
    for (const PendingRow &row : pending) {
        if (!known.contains(row.message)) // its event came while we looked
            items.append(pendingItem(row));
    }
    const qint64 now = m_clock.nowMs();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i == 0 || !m_wording.sameDay(items[i - 1].row.sortAt, items[i].row.sortAt))
            items[i].day = m_wording.longDay(items[i].row.sortAt, now);
    }
    if (fresh)
        reset(items);
    else
        update(items, [](const ThreadItem &item) { return item.row.id; });
}

MessageState ThreadModel::state(const ThreadItem &item)
{
    if (item.pending.isNull())
        return item.row.state;
    switch (item.pendingState) {
    case PendingRow::State::Waiting:
        return MessageState::Pending;
    case PendingRow::State::Refused:
        return MessageState::Rejected;
    case PendingRow::State::Uncertain:
        return MessageState::Uncertain;
    }
    return MessageState::Pending;
}

QList<ThreadAction> ThreadModel::actions(const ThreadItem &item)
{
    if (!item.row.outbound || item.row.kind != RowKind::Message)
        return {};
    const MessageState now = state(item);
    if (now == MessageState::Rejected)
        return {ThreadAction::SendAgain, ThreadAction::Leave};
    if (now == MessageState::Uncertain)
        return item.pending.isNull() ? QList{ThreadAction::SendAgain}
                                     : QList{ThreadAction::SendAgain, ThreadAction::Leave};
    if (now == MessageState::Failed)
        return {ThreadAction::SendAgain};
    return {};
}

QString ThreadModel::systemText(const store::ThreadRow &row) const
{
    const QString who = row.author.isEmpty() ? tr("Somebody") : row.author;
    QString text;
    switch (row.line) {
    case SystemLine::Opened:
        text = tr("Conversation opened");
        break;
    case SystemLine::Reopened:
        text = tr("Conversation reopened");
        break;
    case SystemLine::Resolved:
        text = tr("%1 resolved the conversation").arg(who);
        break;
    case SystemLine::Assigned:
        text = tr("%1 handed the conversation over").arg(who);
        break;
    case SystemLine::Snoozed:
        text = tr("%1 put the conversation off").arg(who);
        break;
    case SystemLine::Woke:
        text = tr("The conversation is back in the queue");
        break;
    case SystemLine::Unreadable:
        text = tr("A message came that could not be read. It is kept at the shop's server.");
        break;
    case SystemLine::Merged:
        text = tr("Two records of this customer were joined");
        break;
    case SystemLine::Blanked:
        text = tr("A message whose content was erased");
        break;
    case SystemLine::Erased:
        text = tr("This customer's data was erased at their request");
        break;
    }
    if (!row.text.isEmpty())
        text += u": "_s + row.text;
    return text + u" · "_s + m_wording.clock(row.sortAt);
}

QString ThreadModel::text(const ThreadItem &item) const
{
    const store::ThreadRow &row = item.row;
    if (row.kind == RowKind::System)
        return systemText(row);
    if (row.kind == RowKind::Note)
        return tr("Team note: %1").arg(row.text);
    if (row.revoked)
        return tr("This message was deleted");
    const QString kind = Wording::kindWord(row.type);
    if (row.type == ContentType::Reaction)
        return row.text.isEmpty() ? tr("took a reaction back") : tr("reacted %1").arg(row.text);
    QString text = row.text;
    if (text.isEmpty())
        text = row.fileName;
    if (!kind.isEmpty())
        text = text.isEmpty() ? kind : kind + u" · "_s + text;
    return row.edited ? text + u' ' + tr("(edited)") : text;
}

QString ThreadModel::problem(const ThreadItem &item) const
{
    const MessageState now = state(item);
    if (!item.row.outbound)
        return {};
    if (now == MessageState::Rejected)
        return Wording::refusal(item.problem);
    if (now == MessageState::Uncertain)
        return tr("We do not know whether it arrived.");
    if (now == MessageState::Failed)
        return Wording::failure(item.row.errorCode);
    return {};
}

QString ThreadModel::sentence(const ThreadItem &item) const
{
    QStringList parts;
    if (item.row.kind == RowKind::Message)
        parts.append(item.row.outbound ? (item.row.author.isEmpty() ? tr("You") : item.row.author) : tr("Customer"));
    parts.append(text(item));
    if (item.row.kind != RowKind::System)
        parts.append(m_wording.clock(item.row.sortAt));
    const QString wrong = problem(item);
    if (!wrong.isEmpty())
        parts.append(wrong);
    return parts.join(u", "_s);
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ThreadItem &item = rows()[index.row()];
    const store::ThreadRow &row = item.row;
    switch (role) {
    case Qt::DisplayRole:
    case ThreadTextRole:
        return text(item);
    case Qt::AccessibleTextRole:
        return sentence(item);
    case ThreadKeyRole:
        return row.id.uuid();
    case ThreadKindRole:
        return static_cast<int>(row.kind == RowKind::System ? BubbleKind::System
                                : row.kind == RowKind::Note ? BubbleKind::Note
                                : row.outbound              ? BubbleKind::Outbound
                                                            : BubbleKind::Inbound);
    case ThreadAuthorRole:
        return row.outbound ? row.author : QString();
    case ThreadTimeRole:
        return row.late ? tr("%1, arrived late").arg(m_wording.clock(row.sortAt)) : m_wording.clock(row.sortAt);
    case ThreadDayRole:
        return item.day;
    case ThreadQuoteRole:
        return !row.quotes ? QString() : row.quoteText.isEmpty() ? tr("An earlier message") : row.quoteText;
    case ThreadStateRole:
        return static_cast<int>(state(item));
    case ThreadIconRole:
        return row.kind == RowKind::Message && !row.revoked ? Wording::kindIcon(row.type) : QString();
    case ThreadProblemRole:
        return problem(item);
    case ThreadActionsRole: {
        QStringList words;
        const QList<ThreadAction> possible = actions(item);
        for (const ThreadAction action : possible) {
            words.append(action == ThreadAction::Leave            ? tr("Leave it")
                         : state(item) == MessageState::Uncertain ? tr("Send again")
                                                                  : tr("Try again"));
        }
        return words;
    }
    default:
        return {};
    }
}

} // namespace balcao::desk
