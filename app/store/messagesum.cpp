// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/messagesum.h"

#include "core/rowsum.h"

#include <algorithm>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr MessageSum::Columns kOwn = MessageSum::Columns::from(0);

QByteArray sumOf(const MessageSum::Said &said)
{
    RowSum sum;
    for (const QByteArray &id : {said.id, said.conversation})
        sum.add(QByteArrayView(id));
    for (const qint64 number : {said.sortAt, said.seq, qint64(said.kind), qint64(said.outbound), qint64(said.type)})
        sum.add(number);
    for (const QString &text : {said.text, said.file, said.card, said.was})
        sum.add(text);
    return sum.result();
}

MessageSum::Said saidIn(const sql::Statement &row, const MessageSum::Columns &at)
{
    return {row.bytes(at.id),
            row.bytes(at.conversation),
            row.int64(at.sortAt),
            row.int64(at.seq),
            static_cast<int>(row.int64(at.kind)),
            row.boolean(at.outbound),
            static_cast<int>(row.int64(at.type)),
            row.text(at.text),
            row.text(at.file),
            row.text(at.card),
            row.text(at.was)};
}

QByteArray sumOf(const sql::Statement &row, const MessageSum::Columns &at)
{
    return sumOf(saidIn(row, at));
}

bool isSame(const MessageSum::Place &one, const MessageSum::Place &other)
{
    return one.conversation == other.conversation && one.sortAt == other.sortAt && one.seq == other.seq;
}

/// The index of ids has it there; it may as well have been joined to another chat, or erased, since it was looked at. Read
/// from end to end, for the tree itself is what cannot be asked: half a second in a large shop, and hardly ever.
Result<bool> isHiddenAt(sql::Connection &projection, const MessageSum::Place &place)
{
    auto there =
        projection.prepare(u"SELECT 1 FROM message INDEXED BY message_id WHERE conversation = ? AND sort_at = ? "
                           "AND seq = ?"_s);
    there.bind(place.conversation).bind(place.sortAt).bind(place.seq);
    BALCAO_TAKE(const std::optional<bool> is, there.one([](const sql::Statement &row) { return row.boolean(0); }));
    return is.has_value();
}

bool isKeptAsItIs(const QString &text)
{
    const auto isOdd = [](QChar c) {
        return c.isNull() || c.isSurrogate() || c.unicode() == 0xfeff || c.unicode() >= 0xfffe;
    };
    // Letters beyond the first plane are two halves: where there are any, SQLite is asked.
    return std::none_of(text.cbegin(), text.cend(), isOdd);
}

} // namespace

QByteArray MessageSum::of(const Said &said)
{
    for (const QString &text : {said.text, said.file, said.card, said.was}) {
        if (!isKeptAsItIs(text))
            return {};
    }
    return sumOf(said);
}

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
                    .one([](const sql::Statement &row) { return sumOf(row, kOwn); }));
    if (!sum)
        return {};
    return m_db.prepare(u"UPDATE message SET sum = ? WHERE id = ?"_s).bind(*sum).bind(id).run();
}

Result<void> MessageSum::keepAllIn(ConversationId conversation)
{
    using Summed = std::pair<QByteArray, QByteArray>;
    const auto all = m_db.prepare(u"SELECT "_s + columns() + u" FROM message m WHERE m.conversation = ?"_s)
                         .bind(conversation)
                         .all([](const sql::Statement &row) { return Summed(row.bytes(kOwn.id), sumOf(row, kOwn)); });
    BALCAO_TRY(all);
    for (const auto &[id, sum] : *all)
        BALCAO_TRY(m_db.prepare(u"UPDATE message SET sum = ? WHERE id = ?"_s).bind(sum).bind(id).run());
    return {};
}

// By the table's own key, not by an index: a row whose key was changed is not found there, and hides others from whoever
// looks for them. The tree's inner pages are signposts that may lie as well, and whoever searches is then sent past rows
// that nobody misses: so the first step searches nothing, and each other one has to come out where the last one ended.
Result<MessageSum::Place> MessageSum::look(const Place &from, int limit)
{
    const bool isBeginning = from.conversation.isNull();
    auto rows = m_db.prepare(u"SELECT "_s + columns() + u" FROM message m "_s +
                             (isBeginning ? u""_s : u"WHERE (m.conversation, m.sort_at, m.seq) >= (?, ?, ?) "_s) +
                             u"ORDER BY m.conversation, m.sort_at, m.seq LIMIT ?"_s);
    if (!isBeginning)
        rows.bind(from.conversation).bind(from.sortAt).bind(from.seq);
    const int wanted = isBeginning ? limit : limit + 1; // where the last one ended, once more
    rows.bind(wanted);
    Place at;
    for (int looked = 0;; ++looked) {
        BALCAO_TAKE(const bool more, rows.step());
        if (more && !isAsWritten(rows, kOwn))
            return failure(Error::Kind::Corrupt, u"a message is not as it was written"_s);
        if (more)
            at = {rows.id<ConversationId>(kOwn.conversation), rows.int64(kOwn.sortAt), rows.int64(kOwn.seq)};
        if (looked == 0 && !isBeginning && !isSame(at, from)) {
            BALCAO_TAKE(const bool isHidden, isHiddenAt(m_db, from));
            if (isHidden)
                return failure(Error::Kind::Corrupt, u"a message is not found where it is"_s);
        }
        if (!more)
            return looked == wanted ? at : Place();
    }
}

bool MessageSum::isAsWritten(const sql::Statement &row, const Columns &at)
{
    return row.bytes(at.sum) == sumOf(row, at);
}

} // namespace balcao::store
