// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threaditem.h"

#include <QHash>

namespace balcao::desk {

using store::PendingRow;

MessageState ThreadItem::state() const
{
    if (pending.isNull())
        return row.state;
    switch (pendingState) {
    case PendingRow::State::Waiting:
        return MessageState::Pending;
    case PendingRow::State::Refused:
        return MessageState::Rejected;
    case PendingRow::State::Uncertain:
        return MessageState::Uncertain;
    }
    return MessageState::Pending;
}

qsizetype ThreadItem::shownLength() const
{
    qsizetype end = qMin(row.text.size(), kShown);
    qsizetype lines = 0;
    for (qsizetype at = row.text.indexOf(u'\n'); at >= 0 && at < end; at = row.text.indexOf(u'\n', at + 1)) {
        if (++lines == kShownLines)
            return at;
    }
    if (end < row.text.size() && row.text[end - 1].isHighSurrogate())
        --end;
    return end;
}

size_t stampOf(const ThreadItem &item)
{
    const store::ThreadRow &row = item.row;
    const size_t words = qHashMulti(0, row.text, row.author, row.fileName, row.quoteText, row.quoteAuthor, row.card,
                                    row.was, row.likedIn, row.likedOut, row.dismissedBy, item.problem, item.day,
                                    item.unread, item.offline, item.mark);
    const ChargeLook look = item.charge.value_or(ChargeLook());
    const size_t money = qHashMulti(0, look.amount, look.description, look.chip, look.note, look.foot, look.icon,
                                    look.ticks, static_cast<int>(look.tone), item.charge.has_value());
    return qHashMulti(money, words, row.id.uuid(), row.sortAt, static_cast<int>(row.kind), static_cast<int>(row.type),
                      static_cast<int>(row.line), static_cast<int>(item.state()), row.errorCode, row.quotes,
                      row.outbound, static_cast<int>(row.quoteType), row.dismissed, row.late, row.edited, row.revoked,
                      item.expanded, item.mine, item.mayTakeBack);
}

} // namespace balcao::desk
