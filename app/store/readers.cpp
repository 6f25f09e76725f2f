// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/readers.h"

#include "core/phone.h"
#include "core/servicewindow.h"
#include "store/chargereader.h"
#include "store/conversationtable.h"
#include "store/messagesum.h"

#include <QHash>

#include <algorithm>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What readConversation() reads. Tags travel in one column: id, name and colour, parted by control characters
/// that no name has (cleanText).
QString columns()
{
    return u"SELECT v.id, v.customer, v.channel, iif(c.given = '', c.name, c.given), c.username, c.wa_id, v.state, "
           "v.assignee, v.snoozed_until, v.last_at, v.preview, v.preview_type, v.preview_out, v.out_state, "
           "v.waiting_since, v.inbound_at, v.inbound_seq, v.unread, o.name, "
           "(SELECT group_concat(hex(t.id) || char(30) || t.name || char(30) || t.colour, char(31)) "
           "FROM customer_tag w JOIN tag t ON t.id = w.tag WHERE w.customer = v.customer), v.read_upto, "
           "v.preview_message, v.out_dismissed, iif(v.preview_out, (SELECT a.name FROM message m "
           "LEFT JOIN charge g ON g.id = m.charge JOIN operator a ON a.id = coalesce(m.author, g.author) "
           "WHERE m.id = v.preview_message), ''), "
           "iif(v.preview_type = 11, (SELECT m.quote_text FROM message m WHERE m.id = v.preview_message), ''), "_s +
           chipColumns();
}

/// `v` is the whole row; a list of one tag walks the index of `worn` and takes the row of each.
QString rowsFrom(bool ofOneTag = false)
{
    // CROSS JOIN: in that order, whatever the planner makes of it.
    return columns() +
           (ofOneTag ? u"FROM worn k CROSS JOIN conversation v ON v.id = k.conversation "_s
                     : u"FROM conversation v "_s) +
           u"LEFT JOIN customer c ON c.id = v.customer LEFT JOIN operator o ON o.id = v.assignee "
           "LEFT JOIN charge h ON h.id = (SELECT n.id FROM charge n WHERE n.conversation = v.id AND n.live = 1 "
           "ORDER BY n.seq DESC LIMIT 1) "_s;
}

bool isOfOneTag(const ConversationFilter &filter)
{
    return filter.view == View::Tag || !filter.tag.isNull();
}

/// Whoever waits or expires or wakes first, else the newest words first; `reversed` the other way round.
QString orderOf(const ConversationFilter &filter)
{
    const auto by = [&filter](const QString &column, bool descending) {
        const QString way = descending != filter.reversed ? u" DESC"_s : QString();
        const QString key = isOfOneTag(filter) ? u"k."_s : u"v."_s;
        const QString id = isOfOneTag(filter) ? u"conversation"_s : u"id"_s;
        return u" ORDER BY "_s + key + column + way + u", "_s + key + id + way;
    };
    switch (filter.view) {
    case View::Waiting:
        return by(u"waiting_since"_s, false);
    case View::Expiring:
        return by(u"inbound_at"_s, false);
    case View::Snoozed:
        return by(u"snoozed_until"_s, false);
    case View::Mine:
    case View::All:
    case View::Resolved:
    case View::Tag:
        break;
    }
    return by(u"last_at"_s, true);
}

/// Of `k` or `v`, which have the same columns here.
QString conditionOf(View view)
{
    switch (view) {
    case View::Waiting:
        return u"#.waiting_since > 0 AND #.state = 0"_s;
    case View::Expiring:
        return u"#.waiting_since > 0 AND #.state = 0 AND #.inbound_at > ? AND #.inbound_at <= ?"_s;
    case View::Mine:
        return u"#.assignee = ? AND #.state < 2"_s;
    case View::All:
    case View::Tag:
        return u"#.state < 2"_s;
    case View::Snoozed:
        return u"#.state = 1"_s;
    case View::Resolved:
        return u"#.state = 2"_s;
    }
    return {};
}

QString whereOf(const ConversationFilter &filter)
{
    const bool ofOneTag = isOfOneTag(filter);
    return (ofOneTag ? u"WHERE k.tag = ? AND "_s : u"WHERE "_s) +
           conditionOf(filter.view).replace(u'#', ofOneTag ? u'k' : u'v');
}

void bindTo(sql::Statement &rows, const ConversationFilter &filter)
{
    if (isOfOneTag(filter))
        rows.bind(filter.tag);
    if (filter.view == View::Expiring)
        rows.bind(filter.nowMs - kServiceWindowMs).bind(filter.nowMs - kServiceWindowMs + kExpiringMs);
    else if (filter.view == View::Mine)
        rows.bind(filter.mine);
}

QList<TagRow> readTags(const QString &joined)
{
    QList<TagRow> tags;
    const auto all = QStringView(joined).split(QChar(31), Qt::SkipEmptyParts);
    for (const QStringView one : all) {
        const auto parts = one.split(QChar(30));
        if (parts.size() == 3)
            tags.append(
                {TagId::fromBytes(QByteArray::fromHex(parts[0].toLatin1())), parts[1].toString(), parts[2].toString()});
    }
    std::ranges::sort(tags, [](const TagRow &a, const TagRow &b) {
        return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    return tags;
}

ConversationRow readConversation(const sql::Statement &row)
{
    ConversationRow r;
    r.id = row.id<ConversationId>(0);
    r.customer = row.id<CustomerId>(1);
    r.channel = row.text(2);
    r.name = row.text(3);
    r.username = row.text(4);
    r.maskedPhone = phoneMasked(row.text(5));
    r.state = static_cast<ConversationState>(row.int64(6));
    r.assignee = row.id<OperatorId>(7);
    r.snoozedUntil = row.int64(8);
    r.lastAt = row.int64(9);
    r.preview = row.text(10);
    r.previewType = static_cast<ContentType>(row.int64(11));
    r.previewOutbound = row.boolean(12);
    r.lastOutState = static_cast<MessageState>(row.int64(13));
    r.waitingSince = row.int64(14);
    r.windowUntil = windowUntilMs(row.int64(15));
    r.inboundSeq = row.int64(16);
    r.unread = static_cast<int>(row.int64(17));
    r.assigneeName = row.text(18);
    r.tags = readTags(row.text(19));
    r.readUpto = row.int64(20);
    r.previewed = row.id<MessageId>(21);
    r.lastOutDismissed = row.boolean(22);
    r.previewAuthor = row.text(23);
    r.previewAbout = row.text(24);
    r.chip = readChip(row, 25);
    return r;
}

/// What readThread() reads; a reaction that stands at its target is no row.
QString threadFrom()
{
    return u"SELECT m.sort_at, m.seq, m.id, m.kind, m.outbound, o.name, m.type, m.text, m.file, m.mime, m.quote, "
           "m.quote_text, m.state, m.error_code, m.error_detail, m.late, m.edited, m.gone, m.author, m.quote_type, "
           "m.quote_out, q.name, m.card, m.was, m.liked_in, m.liked_out, m.dismissed, d.name, "_s +
           u"m.sum, m.conversation, "_s + chargeColumns() +
           u"FROM message m "
           "LEFT JOIN operator o ON o.id = m.author LEFT JOIN operator q ON q.id = m.quote_author "
           "LEFT JOIN operator d ON d.id = m.dismissed_by LEFT JOIN charge h ON h.id = m.charge "_s +
           chargeJoins() + u"WHERE m.conversation = ? AND m.chip = 0 "_s;
}

QStringList partsOf(const QString &joined, char16_t by)
{
    return joined.isEmpty() ? QStringList() : joined.split(QChar(by));
}

constexpr MessageSum::Columns kSummed{28, 2, 29, 0, 1, 3, 4, 6, 7, 8, 22, 23};

ThreadRow readThread(const sql::Statement &row)
{
    ThreadRow r;
    r.sortAt = row.int64(0);
    r.seq = row.int64(1);
    r.id = row.id<MessageId>(2);
    r.kind = static_cast<RowKind>(row.int64(3));
    r.outbound = row.boolean(4);
    r.author = row.text(5);
    if (r.kind == RowKind::System)
        r.line = static_cast<SystemLine>(row.int64(6));
    else
        r.type = static_cast<ContentType>(row.int64(6));
    r.text = row.text(7);
    r.fileName = row.text(8);
    r.mime = row.text(9);
    r.quotes = !row.isNull(10);
    r.quoted = row.id<MessageId>(10);
    r.quoteText = row.text(11);
    r.state = static_cast<MessageState>(row.int64(12));
    r.errorCode = static_cast<int>(row.int64(13));
    r.errorDetail = row.text(14);
    r.late = row.boolean(15);
    r.edited = row.boolean(16);
    r.revoked = row.boolean(17);
    r.authorId = row.id<OperatorId>(18);
    r.quoteType = static_cast<ContentType>(row.int64(19));
    r.quoteOutbound = row.boolean(20);
    r.quoteAuthor = row.text(21);
    r.card = partsOf(row.text(22), 31);
    r.was = partsOf(row.text(23), 30);
    r.likedIn = row.text(24);
    r.likedOut = row.text(25);
    r.dismissed = row.boolean(26);
    r.dismissedBy = row.text(27);
    r.charge = readCharge(row, 30);
    return r;
}

/// In place of one that is not as it was written.
ThreadRow unreadable(const sql::Statement &row)
{
    ThreadRow r;
    r.sortAt = row.int64(0);
    r.seq = row.int64(1);
    r.id = row.id<MessageId>(2);
    r.kind = RowKind::System;
    r.line = SystemLine::Unreadable;
    r.outbound = true;
    return r;
}

} // namespace

Result<QList<ConversationRow>> ConversationReader::list(const ConversationFilter &filter, int limit)
{
    auto rows = m_db.prepare(rowsFrom(isOfOneTag(filter)) + whereOf(filter) + orderOf(filter) + u" LIMIT ?"_s);
    bindTo(rows, filter);
    return rows.bind(limit).all(readConversation);
}

namespace {

/// Empty: none is kept of it.
QString counterOf(const ConversationFilter &filter)
{
    const bool openOnes = filter.view == View::Tag || filter.view == View::All;
    if (isOfOneTag(filter))
        return openOnes ? counters::tag(filter.tag) : QString();
    switch (filter.view) {
    case View::Waiting:
        return counters::kWaiting;
    case View::Mine:
        return counters::mine(filter.mine);
    case View::All:
        return counters::kAll;
    case View::Snoozed:
        return counters::kSnoozed;
    case View::Resolved:
        return counters::kResolved;
    case View::Expiring:
    case View::Tag:
        break;
    }
    return {};
}

} // namespace

Result<qint64> ConversationReader::count(const ConversationFilter &filter)
{
    if (const QString kept = counterOf(filter); !kept.isEmpty())
        return counter(kept);
    auto rows = m_db.prepare(
        (isOfOneTag(filter) ? u"SELECT count(*) FROM worn k "_s : u"SELECT count(*) FROM conversation v "_s) +
        whereOf(filter));
    bindTo(rows, filter);
    const auto found = rows.one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(found);
    return found->value_or(0);
}

Result<std::optional<ConversationRow>> ConversationReader::find(ConversationId id)
{
    return m_db.prepare(rowsFrom() + u"WHERE v.id = coalesce((SELECT id FROM alias WHERE given = ?1), ?1)"_s)
        .bind(id)
        .one(readConversation);
}

Result<qint64> ConversationReader::answeredAt()
{
    // Of the conversations that were busy last: one walk over the end of an index, not over all of them.
    constexpr int kLookedAt = 50;
    const auto at = m_db.prepare(u"SELECT max(last_at) FROM (SELECT last_at, preview_out FROM conversation "
                                 "WHERE state < 2 ORDER BY last_at DESC, id DESC LIMIT ?1) WHERE preview_out = 1"_s)
                        .bind(kLookedAt)
                        .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(at);
    return at->value_or(0);
}

Result<QList<ConversationId>> ConversationReader::aliases(ConversationId id)
{
    return m_db.prepare(u"SELECT given FROM alias WHERE id = ?"_s).bind(id).all([](const sql::Statement &row) {
        return row.id<ConversationId>(0);
    });
}

Result<qint64> ConversationReader::counter(const QString &name)
{
    const auto value =
        m_db.prepare(u"SELECT value FROM counter WHERE name = ?"_s).bind(name).one([](const sql::Statement &row) {
            return row.int64(0);
        });
    BALCAO_TRY(value);
    return value->value_or(0);
}

Result<QList<ThreadRow>> ThreadReader::read(sql::Statement &rows)
{
    QList<ThreadRow> all;
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return all;
        const bool isWhole = MessageSum::isAsWritten(rows, kSummed);
        if (!isWhole && m_damage)
            *m_damage = true;
        all.append(isWhole ? readThread(rows) : unreadable(rows));
    }
}

Result<QList<ThreadRow>> ThreadReader::newest(ConversationId conversation, int limit)
{
    auto found = m_db.prepare(threadFrom() + u"ORDER BY m.sort_at DESC, m.seq DESC LIMIT ?"_s);
    found.bind(conversation).bind(limit);
    auto rows = read(found);
    if (rows)
        std::reverse(rows->begin(), rows->end());
    return rows;
}

Result<QList<ThreadRow>> ThreadReader::before(ConversationId conversation, ThreadKey key, int limit)
{
    auto found =
        m_db.prepare(threadFrom() + u"AND (m.sort_at, m.seq) < (?, ?) ORDER BY m.sort_at DESC, m.seq DESC LIMIT ?"_s);
    found.bind(conversation).bind(key.sortAt).bind(key.seq).bind(limit);
    auto rows = read(found);
    if (rows)
        std::reverse(rows->begin(), rows->end());
    return rows;
}

Result<QList<ThreadRow>> ThreadReader::from(ConversationId conversation, ThreadKey key, int limit)
{
    auto found = m_db.prepare(threadFrom() + u"AND (m.sort_at, m.seq) >= (?, ?) ORDER BY m.sort_at, m.seq LIMIT ?"_s);
    found.bind(conversation).bind(key.sortAt).bind(key.seq).bind(limit);
    return read(found);
}

Result<std::optional<ThreadKey>> ThreadReader::keyOf(ConversationId conversation, MessageId message)
{
    return m_db.prepare(u"SELECT sort_at, seq FROM message WHERE id = ? AND conversation = ?"_s)
        .bind(message)
        .bind(conversation)
        .one([](const sql::Statement &row) {
            return ThreadKey{row.int64(0), row.int64(1)};
        });
}

Result<std::optional<ThreadKey>> ThreadReader::firstUnread(ConversationId conversation, qint64 readUpto)
{
    return m_db
        .prepare(u"SELECT sort_at, seq FROM message WHERE conversation = ? AND kind = 0 AND outbound = 0 AND seq > ? "
                 "AND type NOT IN (?, ?) ORDER BY sort_at, seq LIMIT 1"_s)
        .bind(conversation)
        .bind(readUpto)
        .bind(static_cast<int>(ContentType::Reaction))
        .bind(static_cast<int>(ContentType::System))
        .one([](const sql::Statement &row) {
            return ThreadKey{row.int64(0), row.int64(1)};
        });
}

Result<int> ThreadReader::inboundAfter(ConversationId conversation, qint64 seq, int limit)
{
    const auto count = m_db.prepare(u"SELECT count(*) FROM (SELECT 1 FROM message WHERE conversation = ? AND kind = 0 "
                                    "AND outbound = 0 AND seq > ? AND type NOT IN (?, ?) LIMIT ?)"_s)
                           .bind(conversation)
                           .bind(seq)
                           .bind(static_cast<int>(ContentType::Reaction))
                           .bind(static_cast<int>(ContentType::System))
                           .bind(limit)
                           .one([](const sql::Statement &row) { return static_cast<int>(row.int64(0)); });
    BALCAO_TRY(count);
    return count->value_or(0);
}

Result<QList<OperatorRow>> ShopReader::operators()
{
    return m_db.prepare(u"SELECT id, name, manager, disabled FROM operator ORDER BY name, id"_s)
        .all([](const sql::Statement &row) {
            return OperatorRow{row.id<OperatorId>(0), row.text(1), row.boolean(2) ? Role::Manager : Role::Attendant,
                               row.boolean(3)};
        });
}

Result<ShopRow> ShopReader::shop()
{
    QHash<QString, QString> said;
    auto rows = m_db.prepare(u"SELECT key, value FROM meta WHERE key GLOB 'shop_*' OR key GLOB 'bank_*'"_s);
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            break;
        said.insert(rows.text(0), rows.text(1));
    }
    ShopRow shop;
    shop.name = said.value(u"shop_name"_s);
    shop.timezone = said.value(u"shop_timezone"_s);
    shop.bank = said.value(u"shop_bank"_s);
    shop.refunds = said.value(u"shop_refunds"_s) == u"1"_s;
    shop.bankState = static_cast<BankState>(said.value(u"bank_state"_s).toInt());
    shop.bankSince = said.value(u"bank_since"_s).toLongLong();
    shop.bankCertificateEnds = said.value(u"bank_certificate_ends"_s).toLongLong();
    return shop;
}

Result<QList<MeterRow>> ShopReader::meter(qint64 sinceMs)
{
    return m_db
        .prepare(u"SELECT iif(coalesce(c.label, '') = '', m.channel, c.label), m.messages, m.charged "
                 "FROM (SELECT channel, count(*) AS messages, sum(charged) AS charged FROM metered WHERE at >= ? "
                 "GROUP BY channel) m LEFT JOIN channel c ON c.id = m.channel ORDER BY m.messages DESC, m.channel"_s)
        .bind(sinceMs)
        .all([](const sql::Statement &row) {
            return MeterRow{row.text(0), row.int64(1), row.int64(2)};
        });
}

Result<QList<TagCount>> ShopReader::tags()
{
    auto tags = m_db.prepare(u"SELECT id, name, colour FROM tag WHERE retired = 0 ORDER BY name COLLATE NOCASE, id"_s)
                    .all([](const sql::Statement &row) {
                        return TagCount{{row.id<TagId>(0), row.text(1), row.text(2)}, 0};
                    });
    BALCAO_TRY(tags);
    ConversationReader counter(m_db);
    for (TagCount &one : tags.value()) {
        BALCAO_TAKE(one.conversations, counter.counter(counters::tag(one.tag.id)));
    }
    return tags;
}

Result<QList<ReplyRow>> ShopReader::replies()
{
    return m_db.prepare(u"SELECT id, title, text FROM reply WHERE retired = 0 ORDER BY title COLLATE NOCASE, id"_s)
        .all([](const sql::Statement &row) {
            return ReplyRow{row.id<QuickReplyId>(0), row.text(1), row.text(2)};
        });
}

Result<QList<ChannelRow>> ShopReader::channels()
{
    return m_db
        .prepare(u"SELECT id, label, verified_name, paused_code IS NOT NULL, number, quality, name_status, "
                 "verification, status, former_name, renamed_at FROM channel ORDER BY id"_s)
        .all([](const sql::Statement &row) {
            return ChannelRow{row.text(0), row.text(1), row.text(2), row.int64(3) != 0, row.text(4),  row.text(5),
                              row.text(6), row.text(7), row.text(8), row.text(9),       row.int64(10)};
        });
}

Result<QStringList> ShopReader::desks()
{
    const auto names = m_db.prepare(u"SELECT name FROM desk WHERE revoked = 0 ORDER BY name COLLATE NOCASE, id"_s)
                           .all([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(names);
    return QStringList(*names);
}

Result<QList<PausedChannelRow>> ShopReader::pausedChannels()
{
    return m_db.prepare(u"SELECT id, label, paused_code FROM channel WHERE paused_code IS NOT NULL ORDER BY id"_s)
        .all([](const sql::Statement &row) {
            return PausedChannelRow{row.text(0), row.text(1), static_cast<int>(row.int64(2))};
        });
}

} // namespace balcao::store
