// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/searchreader.h"

#include "core/servicewindow.h"

#include "core/phone.h"
#include "core/text.h"
#include "store/messagesum.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLeastDigits = 3;
constexpr qsizetype kMostWords = 8;
constexpr int kNewest = 500; ///< conversations that are tried before all of them are

QString digitsOf(const QString &typed)
{
    QString digits;
    for (const QChar c : typed) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!c.isSpace() && !u"+-()."_s.contains(c))
            return {};
    }
    return digits.size() >= kLeastDigits ? digits : QString();
}

CustomerHit readCustomer(const sql::Statement &row)
{
    return {row.id<ConversationId>(0),
            row.id<CustomerId>(1),
            row.text(2),
            row.text(3),
            phoneMasked(row.text(4)),
            row.int64(5),
            windowUntilMs(row.int64(6))};
}

/// `condition` is of customer c.
QString customersAmong(const QString &conversations, const QString &condition)
{
    return u"SELECT v.id, c.id, iif(c.given = '', c.name, c.given), c.username, c.wa_id, v.last_at, "
           "iif(v.state < 2, v.inbound_at, 0) "
           "FROM %1 v JOIN customer c ON c.id = v.customer WHERE %2 ORDER BY v.last_at DESC LIMIT ?"_s.arg(
               conversations, condition);
}

} // namespace

QString matchExpression(const QString &typed)
{
    QStringList parts;
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const bool says = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (says && parts.size() < kMostWords)
            parts.append(u'"' + QString(word).replace(u'"', u"\"\""_s) + u"\"*"_s);
    }
    return parts.join(u' ');
}

Result<QList<CustomerHit>> SearchReader::customers(const QString &typed, int limit)
{
    const QString plain = foldedText(typed).simplified();
    if (plain.isEmpty())
        return QList<CustomerHit>();
    if (plain.startsWith(u'#'))
        return tagged(plain.mid(1).trimmed(), limit);
    if (const QString digits = digitsOf(plain); !digits.isEmpty())
        return fitting(u"instr(c.phones, ?)"_s, {digits}, limit);
    const QStringList words = plain.split(u' ').mid(0, kMostWords);
    const QStringList conditions(words.size(), u"instr(c.folded, ?)"_s);
    return fitting(conditions.join(u" AND "_s), words, limit);
}

// A shop has few tags: their names are compared here, where accents and the case of any letter are known.
Result<QList<CustomerHit>> SearchReader::tagged(const QString &folded, int limit)
{
    constexpr qsizetype kMostTags = 100;
    QStringList which;
    auto tags = m_db.prepare(u"SELECT hex(id), name FROM tag"_s);
    for (;;) {
        BALCAO_TAKE(const bool more, tags.step());
        if (!more)
            break;
        if (foldedText(tags.text(1)).contains(folded) && which.size() < kMostTags)
            which.append(tags.text(0));
    }
    if (which.isEmpty())
        return QList<CustomerHit>();
    const QString places = QStringList(which.size(), u"?"_s).join(u", "_s);
    return fitting(u"c.id IN (SELECT customer FROM customer_tag WHERE tag IN "
                   "(SELECT id FROM tag WHERE hex(id) IN (%1)))"_s.arg(places),
                   which, limit);
}

// A letter that half of the shop has fits many of the newest; what few have is looked for in its index (customer_sought)
// and only those few are looked up.
Result<QList<CustomerHit>> SearchReader::fitting(const QString &condition, const QStringList &values, int limit)
{
    const QString newest =
        u"(SELECT id, customer, state, last_at, inbound_at FROM conversation ORDER BY last_at DESC LIMIT %1)"_s.arg(
            kNewest);
    const QString all = u"c.id IN (SELECT c.id FROM customer c WHERE %1)"_s.arg(condition);
    QList<CustomerHit> hits;
    for (const QString &select : {customersAmong(newest, condition), customersAmong(u"conversation"_s, all)}) {
        auto found = m_db.prepare(select);
        for (const QString &value : values)
            found.bind(value);
        BALCAO_TAKE(hits, found.bind(limit).all(readCustomer));
        if (hits.size() == limit)
            break;
    }
    return hits;
}

Result<QList<MessageHit>> SearchReader::messages(const QString &typed, int limit)
{
    const QString expression = matchExpression(typed);
    if (expression.isEmpty())
        return QList<MessageHit>();
    auto rows = m_db.prepare(
        u"SELECT m.conversation, m.id, iif(c.given = '', c.name, c.given), "
        "iif(m.text = '', m.file, m.text), o.name, m.sort_at, m.kind = 1, m.outbound, m.type, h.amount, "
        "h.description, "_s +
        MessageSum::columns() +
        u" FROM (SELECT rowid AS seq FROM message_words WHERE message_words MATCH ? ORDER BY rowid DESC LIMIT ?) "
        "AS hit JOIN message m ON m.seq = hit.seq AND m.kind < 2 "
        "JOIN conversation v ON v.id = m.conversation LEFT JOIN customer c ON c.id = v.customer "
        "LEFT JOIN operator o ON o.id = m.author LEFT JOIN charge h ON h.id = m.charge ORDER BY m.seq DESC"_s);
    rows.bind(expression).bind(limit);
    QList<MessageHit> hits;
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return hits;
        if (!MessageSum::isAsWritten(rows, MessageSum::Columns::from(11))) {
            if (m_damage)
                *m_damage = true;
            continue;
        }
        hits.append({rows.id<ConversationId>(0), rows.id<MessageId>(1), rows.text(2), rows.text(3), rows.text(4),
                     rows.int64(5), rows.boolean(6), rows.boolean(7), static_cast<ContentType>(rows.int64(8)),
                     rows.isNull(9) ? std::nullopt : std::optional(Money{rows.int64(9)}), rows.text(10)});
    }
}

Result<QList<MessageId>> SearchReader::inThread(ConversationId conversation, const QString &typed, int limit)
{
    const QString expression = matchExpression(typed);
    if (expression.isEmpty())
        return QList<MessageId>();
    // CROSS JOIN: the words first, then the index on seq; the planner would walk the whole thread.
    return m_db
        .prepare(
            u"SELECT m.id FROM message_words f CROSS JOIN message m ON m.seq = f.rowid AND m.kind < 2 "
            "WHERE f.words MATCH ? AND m.conversation = ? AND m.chip = 0 ORDER BY m.sort_at DESC, m.seq DESC LIMIT ?"_s)
        .bind(expression)
        .bind(conversation)
        .bind(limit)
        .all([](const sql::Statement &row) { return row.id<MessageId>(0); });
}

} // namespace balcao::store
