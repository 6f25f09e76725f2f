// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/tillreader.h"

#include "core/phone.h"
#include "sql/transaction.h"
#include "store/chargereader.h"
#include "store/storefolder.h"
#include "wire/calls.h"

#include <QHash>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the report of a day that is open would take in; ?1: its end. As in the indexes charge_untold and charge_later,
/// letter by letter. The relay has the same over its own columns (relay/store/till.cpp).
QString taken()
{
    return u"(SELECT id FROM charge WHERE told = 0 AND NOT (refusal <> '' AND paid = 0 AND NOT settled) AND at < ?1 "
           "UNION SELECT id FROM charge WHERE told > 0 AND (paid <> told_paid OR returned <> told_returned "
           "OR withdrawn <> told_withdrawn OR told_by_hand <> iif(settled AND paid = 0, amount, 0)))"_s;
}

/// The same of what no charge asked for, by its indexes stray_untold and stray_later.
QString straysTaken()
{
    return u"(SELECT e2eid FROM pix_stray WHERE told = 0 AND amount > 0 AND at < ?1 UNION SELECT e2eid FROM pix_stray "
           u"WHERE told > 0 "
           "AND (amount <> told_amount OR returned <> told_returned OR withdrawn <> told_withdrawn))"_s;
}

TillStrayRow readStray(const sql::Statement &row)
{
    TillStrayRow r;
    r.endToEndId = row.text(0);
    r.at = row.int64(1);
    r.counted.now = {{row.int64(2)}, {row.int64(3)}, {row.int64(4)}, {}};
    r.toldIn = row.int64(5);
    if (r.toldIn > 0)
        r.counted.told = TillMark{{row.int64(6)}, {row.int64(7)}, {row.int64(8)}, {}};
    r.counted.isSale = row.boolean(9);
    r.conversation = row.id<ConversationId>(10);
    r.customer = row.text(11);
    r.username = row.text(12);
    r.maskedPhone = phoneMasked(row.text(13));
    return r;
}

/// `stands`: whatever has the columns of how it stands.
QString selectStrays(QLatin1StringView stands)
{
    return u"SELECT s.e2eid, s.at, %1.amount, %1.returned, %1.withdrawn, %1.told, %1.told_amount, %1.told_returned, "
           "%1.told_withdrawn, %1.sale, v.id, iif(c.given = '', c.name, c.given), c.username, c.wa_id "_s.arg(stands);
}

QString strayJoins()
{
    return u"LEFT JOIN alias a ON a.given = s.conversation "
           "LEFT JOIN conversation v ON v.id = coalesce(a.id, s.conversation) "
           "LEFT JOIN customer c ON c.id = v.customer "_s;
}

/// `stands`: whatever has the columns of how a charge stands.
QString selectFrom(QLatin1StringView stands, QLatin1StringView refused)
{
    return u"SELECT %1.payments, %1.told, %1.told_paid, %1.told_returned, %1.told_withdrawn, %1.told_by_hand, %1.paid, "
           "%1.returned, %1.withdrawn, %1.paid_at, %1.cancelled, %1.settled, %2, "
           "iif(c.given = '', c.name, c.given), c.username, c.wa_id, "_s.arg(stands, refused) +
           chargeColumns();
}

QString joins()
{
    return chargeJoins() +
           u"LEFT JOIN conversation v ON v.id = h.conversation LEFT JOIN customer c ON c.id = v.customer "_s;
}

TillRow read(const sql::Statement &row)
{
    constexpr int kOwn = 16; // columns before the charge's
    TillRow r;
    r.charge = readCharge(row, kOwn).value_or(ChargeRow());
    r.payments = static_cast<int>(row.int64(0));
    r.toldIn = row.int64(1);
    if (r.toldIn > 0)
        r.told = TillMark{{row.int64(2)}, {row.int64(3)}, {row.int64(4)}, {row.int64(5)}};
    ChargeFacts &facts = r.charge.facts;
    facts.paid = {row.int64(6)};
    facts.returned = {row.int64(7)};
    facts.withdrawn = {row.int64(8)};
    r.charge.paidAt = row.int64(9);
    facts.cancelled = row.boolean(10);
    facts.settled = row.boolean(11);
    facts.refused = row.boolean(12);
    r.customer = row.text(13);
    r.username = row.text(14);
    r.maskedPhone = phoneMasked(row.text(15));
    return r;
}

TillReportRow readReport(const sql::Statement &row)
{
    TillReportRow r;
    r.number = row.int64(0);
    r.day = row.text(1);
    r.bounds = {row.int64(2), row.int64(3)};
    r.at = row.int64(4);
    r.by = row.text(5);
    const auto figures = wire::fromBytes<TillFigures>(row.text(6).toUtf8());
    if (figures.ok())
        r.figures = *figures;
    return r;
}

QString reportsFrom()
{
    return u"SELECT t.number, t.day, t.starts_at, t.ends_at, t.at, o.name, t.figures FROM till_report t "
           "LEFT JOIN operator o ON o.id = t.by "_s;
}

} // namespace

Result<TillDay> TillReader::day(const QString &day, const DayBounds &bounds)
{
    TillDay found;
    BALCAO_TAKE(const sql::Savepoint oneMoment, sql::Savepoint::begin(m_db)); // report and rows of the same
    BALCAO_TAKE(found.report, m_db.prepare(reportsFrom() + u"WHERE t.day = ?"_s).bind(day).one(readReport));
    const auto last =
        m_db.prepare(u"SELECT coalesce(max(number), 0) FROM till_report"_s).one([](const sql::Statement &row) {
            return row.int64(0);
        });
    BALCAO_TRY(last);
    found.nextNumber = last->value_or(0) + 1;
    BALCAO_TAKE(const ProjectionHead head, projectionHead(m_db));
    found.seen = head.cursor;
    BALCAO_TAKE(found.rows, found.report ? closed(found.report->number) : open(bounds.endsAt));
    BALCAO_TAKE(found.strays, found.report ? straysOf(found.report->number) : openStrays(bounds.endsAt));
    auto names = m_db.prepare(u"SELECT id, name FROM operator"_s);
    for (;;) {
        BALCAO_TAKE(const bool more, names.step());
        if (!more)
            return found;
        found.operators.insert(names.id<OperatorId>(0), names.text(1));
    }
}

Result<QList<TillRow>> TillReader::open(qint64 endsAt)
{
    return m_db
        .prepare(selectFrom("h"_L1, "h.refusal <> ''"_L1) + u"FROM charge h "_s + joins() + u"WHERE h.id IN "_s +
                 taken() + u" ORDER BY h.at DESC, h.seq DESC"_s)
        .bind(endsAt)
        .all(read);
}

Result<QList<TillRow>> TillReader::closed(qint64 number)
{
    return m_db
        .prepare(selectFrom("l"_L1, "l.refused"_L1) + u"FROM till_line l JOIN charge h ON h.id = l.charge "_s +
                 joins() + u"WHERE l.report = ? ORDER BY h.at DESC, h.seq DESC"_s)
        .bind(number)
        .all(read);
}

Result<QList<TillStrayRow>> TillReader::openStrays(qint64 endsAt)
{
    return m_db
        .prepare(selectStrays("s"_L1) + u"FROM pix_stray s "_s + strayJoins() + u"WHERE s.e2eid IN "_s + straysTaken() +
                 u" ORDER BY s.at DESC"_s)
        .bind(endsAt)
        .all(readStray);
}

Result<QList<TillStrayRow>> TillReader::straysOf(qint64 number)
{
    return m_db
        .prepare(selectStrays("l"_L1) + u"FROM till_stray l JOIN pix_stray s ON s.e2eid = l.e2eid "_s + strayJoins() +
                 u"WHERE l.report = ? ORDER BY s.at DESC"_s)
        .bind(number)
        .all(readStray);
}

Result<QList<TillReportRow>> TillReader::reports(int limit)
{
    return m_db.prepare(reportsFrom() + u"ORDER BY t.number DESC LIMIT ?"_s).bind(limit).all(readReport);
}

Result<void> TillReader::name(QList<TillStrayRow> &strays)
{
    for (TillStrayRow &row : strays) {
        if (row.conversation.isNull() || !row.customer.isEmpty())
            continue;
        const auto found = m_db.prepare(u"SELECT v.id, iif(c.given = '', c.name, c.given), c.username, c.wa_id "
                                        "FROM conversation v JOIN customer c ON c.id = v.customer "
                                        "WHERE v.id = coalesce((SELECT id FROM alias WHERE given = ?1), ?1)"_s)
                               .bind(row.conversation)
                               .one([&row](const sql::Statement &who) {
                                   row.conversation = who.id<ConversationId>(0);
                                   row.customer = who.text(1);
                                   row.username = who.text(2);
                                   row.maskedPhone = phoneMasked(who.text(3));
                                   return true;
                               });
        BALCAO_TRY(found);
    }
    return {};
}

Result<void> markTold(sql::Connection &projection, qint64 number, qint64 endsAt)
{
    BALCAO_TRY(
        projection
            .prepare(u"INSERT OR IGNORE INTO till_line (report, charge, told, paid, returned, withdrawn, paid_at, "
                     "payments, cancelled, settled, refused, told_paid, told_returned, told_withdrawn, "
                     "told_by_hand) SELECT ?2, id, told, paid, returned, withdrawn, paid_at, payments, cancelled, "
                     "settled, refusal <> '', told_paid, told_returned, told_withdrawn, told_by_hand FROM charge "
                     "WHERE id IN "_s +
                     taken())
            .bind(endsAt)
            .bind(number)
            .run());
    BALCAO_TRY(
        projection
            .prepare(u"UPDATE charge SET told = iif(told = 0, ?2, told), told_paid = paid, told_returned = returned, "
                     "told_withdrawn = withdrawn, told_by_hand = iif(settled AND paid = 0, amount, 0) WHERE id IN "_s +
                     taken())
            .bind(endsAt)
            .bind(number)
            .run());
    BALCAO_TRY(
        projection
            .prepare(
                u"INSERT OR IGNORE INTO till_stray (report, e2eid, told, amount, returned, withdrawn, "
                "sale, told_amount, told_returned, told_withdrawn) SELECT ?2, e2eid, told, amount, "
                "returned, withdrawn, sale, told_amount, told_returned, told_withdrawn FROM pix_stray WHERE e2eid IN "_s +
                straysTaken())
            .bind(endsAt)
            .bind(number)
            .run());
    return projection
        .prepare(
            u"UPDATE pix_stray SET told = iif(told = 0, ?2, told), told_amount = amount, told_returned = returned, "
            "told_withdrawn = withdrawn WHERE e2eid IN "_s +
            straysTaken())
        .bind(endsAt)
        .bind(number)
        .run();
}

} // namespace balcao::store
