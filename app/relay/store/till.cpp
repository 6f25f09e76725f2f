// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/till.h"

#include "relay/store/relaydata.h"

#include <QJsonDocument>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

// Of the day that closes and of all days before it what no report has, and what became of charges after theirs; ?1: its
// end. As in the indexes charge_untold and charge_later, letter by letter. The store has the same over its own columns
// (store/tillreader.cpp): what a desk shows is what is closed here.
const QString kTaken =
    u"(SELECT id FROM charge WHERE told = 0 AND NOT (refused AND paid = 0 AND NOT settled) AND created_at < ?1 UNION "
    "SELECT id FROM charge WHERE told > 0 AND (paid <> told_paid OR returned <> told_returned "
    "OR withdrawn <> told_withdrawn OR told_by_hand <> iif(settled AND paid = 0, amount, 0)))"_s;

/// The same of what no charge asked for.
const QString kStraysTaken = u"(SELECT e2eid FROM pix_stray WHERE told = 0 AND amount > 0 AND at < ?1 UNION SELECT "
                             u"e2eid FROM pix_stray WHERE told > 0 AND "
                             "(amount <> told_amount OR returned <> told_returned OR withdrawn <> told_withdrawn))"_s;

TillStray readStray(const sql::Statement &row)
{
    TillStray stray{{{row.int64(0)}, {row.int64(1)}, {row.int64(2)}, {}}, {}, row.boolean(7)};
    if (row.int64(3) > 0)
        stray.told = TillMark{{row.int64(4)}, {row.int64(5)}, {row.int64(6)}, {}};
    return stray;
}

OperatorId authorIn(const QString &actor)
{
    const auto read = wire::decode<wire::Actor>(QJsonDocument::fromJson(actor.toUtf8()).object(), problem::kBadBody);
    return read.ok() ? read->operatorId.value_or(OperatorId()) : OperatorId();
}

TillCharge read(const sql::Statement &row)
{
    TillCharge charge;
    ChargeFacts &facts = charge.facts;
    facts.amount = Money{row.int64(0)};
    facts.paid = Money{row.int64(1)};
    facts.returned = Money{row.int64(2)};
    facts.withdrawn = Money{row.int64(3)};
    if (!row.isNull(4))
        facts.expiresAt = row.int64(4);
    facts.hasCode = row.boolean(5);
    facts.refused = row.boolean(6);
    facts.cancelled = row.boolean(7);
    facts.settled = row.boolean(8);
    if (row.int64(9) > 0)
        charge.told = TillMark{{row.int64(10)}, {row.int64(11)}, {row.int64(12)}, {row.int64(13)}};
    charge.author = authorIn(row.text(14));
    charge.payments = static_cast<int>(row.int64(15));
    charge.paidAt = row.int64(16);
    return charge;
}

} // namespace

Result<std::optional<qint64>> Till::numberOf(const QString &day)
{
    return m_data.connection()
        .prepare(u"SELECT number FROM till_report WHERE day = ?"_s)
        .bind(day)
        .one([](const sql::Statement &row) { return row.int64(0); });
}

Result<qint64> Till::nextNumber()
{
    const auto last = m_data.connection()
                          .prepare(u"SELECT coalesce(max(number), 0) FROM till_report"_s)
                          .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(last);
    return last->value_or(0) + 1;
}

Result<QTimeZone> Till::zone()
{
    BALCAO_TAKE(const QByteArray name, m_data.meta(kTimezoneKey));
    return shopZone(name);
}

Result<bool> Till::hasMoreThan(qint64 seq)
{
    using namespace wire;
    auto later =
        m_data.connection().prepare(u"SELECT 1 FROM event WHERE seq > ? AND kind IN (?, ?, ?, ?, ?, ?) LIMIT 1"_s);
    later.bind(seq);
    for (const QLatin1StringView kind : {PixCharged::kKind, PixRefused::kKind, PixPaid::kKind, PixStray::kKind,
                                         PixCancelled::kKind, PixSettled::kKind})
        later.bind(QString(kind));
    BALCAO_TAKE(const auto found, later.one([](const sql::Statement &row) { return row.boolean(0); }));
    return found.has_value();
}

Result<void> Till::close(QDate day, const DayBounds &bounds, const Stamp &stamp)
{
    BALCAO_TAKE(const QList<TillCharge> charges, taken(bounds.endsAt));
    BALCAO_TAKE(const QList<TillStray> strays, straysTaken(bounds.endsAt));
    BALCAO_TAKE(const qint64 number, nextNumber());
    const QString text = day.toString(Qt::ISODate);
    const wire::TillClosed said{number, text, bounds.startsAt, bounds.endsAt,
                                tillFigures(charges, strays, m_data.clock().nowMs())};
    BALCAO_TRY(mark(number, bounds.endsAt));
    BALCAO_TRY(m_data.announce({}, stamp, said));
    return m_data.connection()
        .prepare(u"INSERT INTO till_report (number, day) VALUES (?, ?)"_s)
        .bind(number)
        .bind(text)
        .run();
}

Result<QList<TillCharge>> Till::taken(qint64 endsAt)
{
    return m_data.connection()
        .prepare(u"SELECT h.amount, h.paid, h.returned, h.withdrawn, h.expires_at, h.issued, h.refused, "
                 "h.cancelled, h.settled, h.told, h.told_paid, h.told_returned, h.told_withdrawn, h.told_by_hand, "
                 "(SELECT actor FROM event e WHERE e.seq = h.seq), "
                 "h.payments, h.paid_at FROM charge h WHERE h.id IN "_s +
                 kTaken)
        .bind(endsAt)
        .all(read);
}

Result<QList<TillStray>> Till::straysTaken(qint64 endsAt)
{
    return m_data.connection()
        .prepare(u"SELECT amount, returned, withdrawn, told, told_amount, told_returned, told_withdrawn, sale FROM "
                 "pix_stray WHERE e2eid IN "_s +
                 kStraysTaken)
        .bind(endsAt)
        .all(readStray);
}

Result<void> Till::mark(qint64 number, qint64 endsAt)
{
    BALCAO_TRY(
        m_data.connection()
            .prepare(u"UPDATE charge SET told = iif(told = 0, ?2, told), told_paid = paid, told_returned = returned, "
                     "told_withdrawn = withdrawn, told_by_hand = iif(settled AND paid = 0, amount, 0) WHERE id IN "_s +
                     kTaken)
            .bind(endsAt)
            .bind(number)
            .run());
    return m_data.connection()
        .prepare(
            u"UPDATE pix_stray SET told = iif(told = 0, ?2, told), told_amount = amount, told_returned = returned, "
            "told_withdrawn = withdrawn WHERE e2eid IN "_s +
            kStraysTaken)
        .bind(endsAt)
        .bind(number)
        .run();
}

} // namespace balcao::relay
