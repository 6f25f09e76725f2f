// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadmodel.h"

#include "desk/roles.h"

namespace balcao::desk {

using store::PendingRow;
using store::RowKind;

namespace {

BubbleKind bubbleOf(const store::ThreadRow &row)
{
    if (row.kind == RowKind::System)
        return BubbleKind::System;
    if (row.kind == RowKind::Note)
        return BubbleKind::Note;
    return row.outbound ? BubbleKind::Outbound : BubbleKind::Inbound;
}

QStringList reactionsOf(const store::ThreadRow &row)
{
    QStringList all{row.likedIn, row.likedOut};
    all.removeAll(QString());
    return all;
}

} // namespace

ThreadModel::ThreadModel(const Wording &wording, const Clock &clock, QObject *parent)
    : RowModel(parent), m_wording(wording), m_clock(clock), m_charges(wording), m_words(wording)
{
}

ThreadItem ThreadModel::itemOf(const store::ThreadRow &row) const
{
    ThreadItem item;
    item.row = row;
    item.mine = row.authorId == m_operator;
    item.expanded = m_expanded.contains(row.id);
    if (!m_unproven.isNull() && row.id == m_unproven)
        item.mark = m_unprovenWords;
    if (row.type == ContentType::Pix && row.charge)
        item.charge = m_charges.look(*row.charge, m_clock.nowMs());
    return item;
}

ThreadItem ThreadModel::itemOf(const PendingRow &pending) const
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
    item.mine = true;
    // Else it leaves in the next moment: an offer that is gone before it is read.
    item.mayTakeBack = pending.mayTakeBack && m_offlineSince > 0;
    item.expanded = m_expanded.contains(pending.message);
    if (pending.charge) {
        item.row.type = ContentType::Pix;
        item.charge = ChargeWords::look(*pending.charge, pending.state == PendingRow::State::Refused);
    }
    return item;
}

void ThreadModel::show(const QList<store::ThreadRow> &rows, const QList<PendingRow> &pending, const Divider &divider,
                       bool fresh)
{
    QList<ThreadItem> items;
    QSet<MessageId> known;
    for (const store::ThreadRow &row : rows) {
        items.append(itemOf(row));
        known.insert(row.id);
    }
    for (const PendingRow &row : pending) {
        if (!known.contains(row.message)) // its event came while we looked
            items.append(itemOf(row));
    }
    placeLines(items, divider);
    if (fresh)
        reset(items);
    else
        update(items, [](const ThreadItem &item) { return item.row.id; });
}

void ThreadModel::placeLines(QList<ThreadItem> &items, const Divider &divider) const
{
    const qint64 now = m_clock.nowMs();
    bool isTold = m_offlineSince == 0;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i == 0 || !m_wording.sameDay(items[i - 1].row.sortAt, items[i].row.sortAt))
            items[i].day = m_wording.longDay(items[i].row.sortAt, now);
        if (!divider.above.isNull() && items[i].row.id == divider.above)
            items[i].unread = divider.words;
        if (!isTold && !items[i].pending.isNull() && items[i].row.sortAt >= m_offlineSince) {
            items[i].offline = tr("No connection since %1").arg(m_wording.clock(m_offlineSince));
            isTold = true;
        }
    }
}

void ThreadModel::clear()
{
    m_expanded.clear();
    reset({});
}

void ThreadModel::setOperator(OperatorId who)
{
    if (who == m_operator)
        return;
    m_operator = who;
    for (int row = 0; row < rowCount(); ++row) {
        ThreadItem item = rows()[row];
        item.mine = !item.pending.isNull() || item.row.authorId == who;
        if (!(item == rows()[row]))
            replace(row, item);
    }
}

void ThreadModel::refreshCharges()
{
    for (int row = 0; row < rowCount(); ++row) {
        ThreadItem item = rows()[row];
        if (!item.charge || !item.row.charge)
            continue;
        item.charge = m_charges.look(*item.row.charge, m_clock.nowMs());
        if (!(item == rows()[row]))
            replace(row, item);
    }
}

void ThreadModel::setUnproven(MessageId message, const QString &words)
{
    if (m_unproven == message && m_unprovenWords == words)
        return;
    m_unproven = message;
    m_unprovenWords = words;
    for (int row = 0; row < rowCount(); ++row) {
        ThreadItem item = rows()[row];
        item.mark = !message.isNull() && item.row.id == message ? words : QString();
        if (!(item == rows()[row]))
            replace(row, item);
    }
}

void ThreadModel::toggleMore(int row)
{
    if (row < 0 || row >= rowCount() || ThreadWords::more(rows()[row]).isEmpty())
        return;
    ThreadItem item = rows()[row];
    item.expanded = !item.expanded;
    if (item.expanded)
        m_expanded.insert(item.row.id);
    else
        m_expanded.remove(item.row.id);
    replace(row, item);
}

int ThreadModel::rowOf(MessageId id) const
{
    const auto at = std::ranges::find_if(rows(), [id](const ThreadItem &item) { return item.row.id == id; });
    return at == rows().cend() ? -1 : static_cast<int>(at - rows().cbegin());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ThreadItem &item = rows()[index.row()];
    const store::ThreadRow &row = item.row;
    switch (role) {
    case Qt::DisplayRole:
        return m_words.line(item);
    case Qt::AccessibleTextRole:
        return m_words.sentence(item);
    case ThreadKeyRole:
        return row.id.uuid();
    case ThreadStampRole:
        return static_cast<qulonglong>(stampOf(item));
    case ThreadKindRole:
        return static_cast<int>(bubbleOf(row));
    case ThreadTextRole:
        return m_words.text(item);
    case ThreadLeadRole:
        return m_words.lead(item);
    case ThreadPlainRole:
        return row.kind == RowKind::System || row.revoked || row.type == ContentType::Reaction ||
               row.type == ContentType::PixCode;
    case ThreadMutedRole:
        return row.revoked || row.type == ContentType::Reaction;
    case ThreadChargeRole:
        return item.charge && !row.revoked ? QVariant::fromValue(*item.charge) : QVariant();
    case ThreadMoreRole:
        return ThreadWords::more(item);
    case ThreadAuthorRole:
        return row.outbound && item.isMessage() && (!item.mine || item.charge) ? row.author : QString();
    case ThreadTimeRole:
        return m_words.time(item);
    case ThreadDayRole:
        return item.day;
    case ThreadUnreadRole:
        return item.unread;
    case ThreadOfflineRole:
        return item.offline;
    case ThreadMarkRole:
        return item.mark;
    case ThreadQuoteRole:
        return m_words.quote(item);
    case ThreadQuoteAuthorRole:
        return m_words.quoteAuthor(item);
    case ThreadStateRole:
        return static_cast<int>(item.state());
    case ThreadIconRole:
        return m_words.icon(item);
    case ThreadCardRole:
        return m_words.cardTitle(item);
    case ThreadCardDetailRole:
        return m_words.cardDetail(item);
    case ThreadReactionsRole:
        return reactionsOf(row);
    case ThreadProblemRole:
        return ThreadWords::problem(item);
    case ThreadActionsRole: {
        QStringList words;
        for (const ThreadAction action : ThreadWords::actions(item))
            words.append(ThreadWords::actionWord(action, item));
        return words;
    }
    default:
        return {};
    }
}

} // namespace balcao::desk
