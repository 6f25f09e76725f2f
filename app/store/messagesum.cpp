// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/messagesum.h"

#include "core/rowsum.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray sumOf(const sql::Statement &row, int first)
{
    RowSum sum;
    sum.add(QByteArrayView(row.bytes(first + 1))).add(QByteArrayView(row.bytes(first + 2)));
    for (int number = first + 3; number < first + 8; ++number)
        sum.add(row.int64(number));
    for (int text = first + 8; text < first + 12; ++text)
        sum.add(row.text(text));
    return sum.result();
}

} // namespace

QString MessageSum::columns()
{
    return u"m.sum, m.id, m.conversation, m.sort_at, m.seq, m.kind, m.outbound, m.type, m.text, m.file, m.card, m.was"_s;
}

Result<void> MessageSum::keep(const QByteArray &id)
{
    // As SQLite gives it back: what it makes of half a letter, say, is not what was handed to it.
    BALCAO_TAKE(const std::optional<QByteArray> sum,
                m_db.prepare(u"SELECT "_s + columns() + u" FROM message m WHERE m.id = ?"_s)
                    .bind(id)
                    .one([](const sql::Statement &row) { return sumOf(row, 0); }));
    if (!sum)
        return {};
    return m_db.prepare(u"UPDATE message SET sum = ? WHERE id = ?"_s).bind(*sum).bind(id).run();
}

Result<void> MessageSum::keepAllIn(ConversationId conversation)
{
    using Summed = std::pair<QByteArray, QByteArray>;
    const auto all = m_db.prepare(u"SELECT "_s + columns() + u" FROM message m WHERE m.conversation = ?"_s)
                         .bind(conversation)
                         .all([](const sql::Statement &row) { return Summed(row.bytes(1), sumOf(row, 0)); });
    BALCAO_TRY(all);
    for (const auto &[id, sum] : *all)
        BALCAO_TRY(m_db.prepare(u"UPDATE message SET sum = ? WHERE id = ?"_s).bind(sum).bind(id).run());
    return {};
}

// By the table's own key, not by an index: a row whose key was changed is not found there, and hides others from whoever
// looks for them.
Result<MessageSum::Place> MessageSum::look(const Place &from, int limit)
{
    Place at = from;
    auto rows = m_db.prepare(u"SELECT "_s + columns() +
                             u" FROM message m WHERE (m.conversation, m.sort_at, m.seq) > (?, ?, ?) "
                             "ORDER BY m.conversation, m.sort_at, m.seq LIMIT ?"_s);
    rows.bind(from.conversation.bytes()).bind(from.sortAt).bind(from.seq).bind(limit);
    for (int looked = 0;; ++looked) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return looked == limit ? at : Place();
        if (!isAsWritten(rows, 0))
            return failure(Error::Kind::Corrupt, u"a message is not as it was written"_s);
        at = {rows.id<ConversationId>(2), rows.int64(3), rows.int64(4)};
    }
}

bool MessageSum::isAsWritten(const sql::Statement &row, int first)
{
    return row.bytes(first) == sumOf(row, first);
}

} // namespace balcao::store
