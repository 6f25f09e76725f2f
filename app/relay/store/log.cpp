// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/log.h"

#include "core/clock.h"
#include "core/rowsum.h"

#include <QJsonDocument>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kRestoreKeptMs = 30 * kDayMs;
/// The other fields of an event in JSON, at their longest.
constexpr qint64 kEnvelopeBytes = 260;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(wire::canonicalJson(json));
}

QJsonObject object(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

/// What an event is read by, and its sum told by.
const QString kColumns = QStringLiteral("seq, at, kind, v, subject, actor, desk, cause, body, customer, sum");

/// What of an event its sum is over.
struct Written
{
    qint64 at = 0;
    QString kind;
    qint64 v = 0;
    QString subject;
    QString actor;
    QString body; ///< '' like none
    QByteArray desk;
    QByteArray cause;
    QByteArray customer;
};

/// `before`: the number of the event before it, so that one which is lost between two is missed.
QByteArray sumOf(const Written &written, qint64 before)
{
    RowSum sum;
    sum.add(before).add(written.at).add(written.kind).add(written.v);
    for (const QString &text : {written.subject, written.actor, written.body})
        sum.add(text);
    for (const QByteArray &id : {written.desk, written.cause, written.customer})
        sum.add(QByteArrayView(id));
    return sum.result();
}

QByteArray sumOf(const sql::Statement &row, qint64 before)
{
    return sumOf(Written{row.int64(1), row.text(2), row.int64(3), row.text(4), row.text(5), row.text(8), row.bytes(6),
                         row.bytes(7), row.bytes(9)},
                 before);
}

bool isAsWritten(const sql::Statement &row, qint64 before)
{
    return row.bytes(10) == sumOf(row, before);
}

/// What stands for one that is not what was written: its number, and nothing that it says.
wire::Event damaged(qint64 seq)
{
    wire::Event event;
    event.seq = seq;
    event.kind = wire::LogDamaged::kKind;
    event.body = wire::LogDamaged();
    return event;
}

wire::Event eventOf(const sql::Statement &row)
{
    QJsonObject json{{u"seq"_s, row.int64(0)},
                     {u"at"_s, row.int64(1)},
                     {u"kind"_s, row.text(2)},
                     {u"v"_s, row.int64(3)},
                     {u"subject"_s, object(row.text(4))},
                     {u"actor"_s, object(row.text(5))}};
    if (!row.isNull(6))
        json.insert(u"desk"_s, row.id<DeskId>(6).text());
    if (!row.isNull(7))
        json.insert(u"cause"_s, row.id<CommandId>(7).text());
    if (!row.isNull(8))
        json.insert(u"body"_s, object(row.text(8)));
    auto parsed = wire::eventFromJson(json);
    if (parsed)
        return std::move(parsed.value());
    // What we wrote ourselves can always be read; if not, its place in the order still counts.
    wire::Event event;
    event.seq = row.int64(0);
    event.at = row.int64(1);
    event.kind = row.text(2);
    event.body = wire::UnknownBody{{}, parsed.problem().detail};
    return event;
}

/// An event's JSON by its columns, keys in the order of canonicalJson().
QByteArray bytesOf(const sql::Statement &row)
{
    QByteArray json = R"({"actor":)" + row.text(5).toUtf8() + R"(,"at":)" + QByteArray::number(row.int64(1));
    if (!row.isNull(8))
        json += R"(,"body":)" + row.text(8).toUtf8();
    if (!row.isNull(7))
        json += R"(,"cause":")" + row.id<CommandId>(7).text().toLatin1() + '"';
    if (!row.isNull(6))
        json += R"(,"desk":")" + row.id<DeskId>(6).text().toLatin1() + '"';
    json += R"(,"kind":")" + row.text(2).toLatin1() + R"(","seq":)" + QByteArray::number(row.int64(0));
    json += R"(,"subject":)" + row.text(4).toUtf8() + R"(,"v":)" + QByteArray::number(row.int64(3)) + '}';
    return json;
}

constexpr QByteArrayView kNoEvents = R"({"events":[])";

} // namespace

QByteArray LogPage::toBytes() const
{
    QByteArray bytes = wire::toBytes(frame);
    Q_ASSERT(bytes.startsWith(kNoEvents));
    if (events.isEmpty())
        return bytes;
    return bytes.insert(kNoEvents.size() - 1, events.join(','));
}

Result<qint64> Log::append(const wire::Event &event, const QByteArray &dedupe)
{
    BALCAO_TAKE(const qint64 before, head());
    const bool isBlank = std::holds_alternative<wire::Blank>(event.body);
    const auto bytesOfId = [](const auto &id) { return id ? id->bytes() : QByteArray(); };
    const Written written{event.at,
                          event.kind,
                          event.v,
                          compact(wire::encode(event.subject)),
                          compact(wire::encode(event.actor)),
                          isBlank ? QString() : compact(wire::bodyToJson(event.body)),
                          bytesOfId(event.desk),
                          bytesOfId(event.cause),
                          bytesOfId(event.subject.customer)};
    auto insert = m_connection.prepare(
        u"INSERT INTO event (at, kind, v, subject, actor, customer, desk, cause, body, dedupe, sum) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (dedupe) DO NOTHING"_s);
    insert.bind(written.at).bind(written.kind).bind(written.v).bind(written.subject).bind(written.actor);
    insert.bind(event.subject.customer).bind(event.desk).bind(event.cause);
    if (isBlank)
        insert.bind(nullptr);
    else
        insert.bind(written.body);
    if (dedupe.isEmpty())
        insert.bind(nullptr);
    else
        insert.bind(dedupe);
    insert.bind(sumOf(written, before));
    BALCAO_TRY(insert.run());
    return insert.changes() == 0 ? 0 : insert.lastInsertId();
}

Result<QList<qint64>> Log::damagedOf(CustomerId customer)
{
    QList<qint64> damaged;
    auto rows = m_connection.prepare(u"SELECT "_s + kColumns +
                                     u", (SELECT max(p.seq) FROM event p WHERE p.seq < event.seq) FROM event "
                                     "WHERE customer = ?"_s);
    rows.bind(customer);
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return damaged;
        if (!isAsWritten(rows, rows.int64(11)))
            damaged.append(rows.int64(0));
    }
}

Result<void> Log::blankDamaged(qint64 seq)
{
    return m_connection.prepare(u"UPDATE event SET body = NULL, sum = x'' WHERE seq = ?"_s).bind(seq).run();
}

Result<void> Log::sum()
{
    struct Sum
    {
        qint64 seq = 0;
        QByteArray bytes;
    };
    qint64 done = 0;
    for (;;) {
        const auto next = m_connection
                              .prepare(u"SELECT "_s + kColumns +
                                       u", (SELECT max(p.seq) FROM event p WHERE p.seq < event.seq) FROM event "
                                       "WHERE sum IS NULL AND seq > ? ORDER BY seq LIMIT 1"_s)
                              .bind(done)
                              .one([](const sql::Statement &row) {
                                  return Sum{row.int64(0), sumOf(row, row.int64(11))};
                              });
        BALCAO_TRY(next);
        if (!*next)
            return {};
        done = (*next)->seq;
        BALCAO_TRY(
            m_connection.prepare(u"UPDATE event SET sum = ? WHERE seq = ?"_s).bind((*next)->bytes).bind(done).run());
    }
}

template <class Take>
Result<void> Log::walk(qint64 after, int limit, Take take)
{
    bool isFirst = true;
    qint64 size = 0;
    BALCAO_TAKE(qint64 before, numberAt(after));
    auto rows = m_connection.prepare(u"SELECT "_s + kColumns +
                                     u", length(CAST(subject AS BLOB)) + length(CAST(actor AS BLOB)) "
                                     "+ coalesce(length(CAST(body AS BLOB)), 0) FROM event "
                                     "WHERE seq > ? ORDER BY seq LIMIT ?"_s);
    rows.bind(after).bind(qBound(1, limit, kMaxPage));
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return {};
        size += kEnvelopeBytes + rows.int64(11);
        if (size > kMaxPageBytes && !isFirst)
            return {};
        isFirst = false;
        const qint64 seq = rows.int64(0);
        if (seq <= before)
            continue; // it says another number than its own: what comes after it does not follow, and is told
        take(rows, isAsWritten(rows, before));
        before = seq;
    }
}

Result<QList<wire::Event>> Log::readAfter(qint64 after, int limit)
{
    QList<wire::Event> events;
    BALCAO_TRY(walk(after, limit, [&events](const sql::Statement &row, bool isWhole) {
        events.append(isWhole ? eventOf(row) : damaged(row.int64(0)));
    }));
    return events;
}

Result<qint64> Log::numberAt(qint64 seq)
{
    const auto found = m_connection.prepare(u"SELECT max(seq) FROM event WHERE seq <= ?"_s)
                           .bind(seq)
                           .one([](const sql::Statement &row) { return row.int64(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<std::optional<wire::Event>> Log::at(qint64 seq)
{
    BALCAO_TAKE(const qint64 before, numberAt(seq - 1));
    return m_connection.prepare(u"SELECT "_s + kColumns + u" FROM event WHERE seq = ?"_s)
        .bind(seq)
        .one([before](const sql::Statement &row) {
            return isAsWritten(row, before) ? eventOf(row) : damaged(row.int64(0));
        });
}

Result<qint64> Log::head()
{
    const auto found =
        m_connection.prepare(u"SELECT coalesce(max(seq), 0) FROM event"_s).one([](const sql::Statement &row) {
            return row.int64(0);
        });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<LogId> Log::id()
{
    const auto found =
        m_connection.prepare(u"SELECT value FROM meta WHERE key = 'log'"_s).one([](const sql::Statement &row) {
            return row.id<LogId>(0);
        });
    if (!found)
        return found.error();
    if (!*found)
        return failure(Error::Kind::Corrupt, u"the log has no id"_s);
    return **found;
}

Result<std::optional<wire::RestoredFrom>> Log::restoredFrom(qint64 nowMs)
{
    const auto found = m_connection.prepare(u"SELECT value FROM meta WHERE key = 'restored_from'"_s)
                           .one([](const sql::Statement &row) { return object(row.text(0)); });
    if (!found)
        return found.error();
    if (!*found || (*found)->value("at"_L1).toInteger() + kRestoreKeptMs < nowMs)
        return std::optional<wire::RestoredFrom>();
    const auto parsed = wire::decode<wire::RestoredFrom>(**found, problem::kBadRequest);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

Result<qint64> Log::restoredAt()
{
    const auto found = m_connection.prepare(u"SELECT value FROM meta WHERE key = 'restored_from'"_s)
                           .one([](const sql::Statement &row) { return object(row.text(0)); });
    if (!found)
        return found.error();
    return found->value_or(QJsonObject()).value("at"_L1).toInteger();
}

Result<std::optional<wire::PageStart>> Log::startOf(qint64 after)
{
    using Start = std::optional<wire::PageStart>;
    BALCAO_TAKE(const qint64 before, numberAt(after - 1));
    // A time that the disk has changed would say that this is another log.
    const auto found = m_connection.prepare(u"SELECT "_s + kColumns + u" FROM event WHERE seq = ?"_s)
                           .bind(after)
                           .one([before](const sql::Statement &row) {
                               return isAsWritten(row, before) ? Start({row.int64(0), row.int64(1)}) : Start();
                           });
    if (!found)
        return found.error();
    return found->value_or(Start());
}

Result<LogPage> Log::page(qint64 after, int limit, qint64 nowMs)
{
    LogPage page;
    page.frame.now = nowMs;
    BALCAO_TAKE(page.frame.log, id());
    BALCAO_TRY(walk(after, limit, [&](const sql::Statement &row, bool isWhole) {
        page.last = row.int64(0);
        page.events.append(isWhole ? bytesOf(row) : wire::canonicalJson(wire::toJson(damaged(page.last))));
        if (!isWhole)
            page.damaged.append(page.last);
    }));
    BALCAO_TAKE(page.frame.head, head());
    BALCAO_TAKE(page.frame.restoredFrom, restoredFrom(nowMs));
    BALCAO_TAKE(page.frame.start, startOf(after));
    page.frame.more = !page.events.isEmpty() && page.last < page.frame.head;
    return page;
}

Result<std::optional<qint64>> Log::firstCausedBy(CommandId command, qint64 after)
{
    return m_connection.prepare(u"SELECT seq FROM event WHERE seq > ? AND cause = ? ORDER BY seq LIMIT 1"_s)
        .bind(after)
        .bind(command)
        .one([](const sql::Statement &row) { return row.int64(0); });
}

Result<bool> Log::holds(const QByteArray &dedupe)
{
    const auto found =
        m_connection.prepare(u"SELECT 1 FROM event WHERE dedupe = ?"_s).bind(dedupe).one([](const sql::Statement &) {
            return true;
        });
    if (!found)
        return found.error();
    return found->value_or(false);
}

} // namespace balcao::relay
