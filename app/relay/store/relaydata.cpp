// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/relaydata.h"

#include "sql/migrator.h"
#include "sql/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kScrubKey = QStringLiteral("scrub");
constexpr quint32 kApplicationId = 0x42616c52; // "BalR"

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

Result<QByteArray> metaOf(sql::Connection &connection, const QString &key)
{
    const auto found =
        connection.prepare(u"SELECT value FROM meta WHERE key = ?"_s).bind(key).one([](const sql::Statement &row) {
            return row.bytes(0);
        });
    if (!found)
        return found.error();
    return found->value_or(QByteArray());
}

Result<void> putMeta(sql::Connection &connection, const QString &key, const QByteArray &value)
{
    return connection
        .prepare(u"INSERT INTO meta (key, value) VALUES (?, ?) "
                 "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s)
        .bind(key)
        .bind(value)
        .run();
}

/// Those that were made before a migration.
QStringList copiesBeside(const QString &path)
{
    const QFileInfo file(path);
    QStringList copies;
    const auto found = file.dir().entryInfoList({file.fileName() + u".v*.bak"_s}, QDir::Files);
    for (const QFileInfo &one : found)
        copies.append(one.filePath());
    return copies;
}

/// First opening, or the first of a copy that backup made: mints what this incarnation needs.
Result<void> settle(sql::Connection &connection, const Clock &clock)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(connection));
    BALCAO_TRY(Log(connection).sum()); // of a version that had none
    BALCAO_TAKE(const QByteArray log, metaOf(connection, u"log"_s));
    BALCAO_TAKE(const QByteArray marked, metaOf(connection, u"backup"_s));
    if (log.isEmpty()) {
        BALCAO_TRY(putMeta(connection, u"log"_s, LogId::create().bytes()));
        BALCAO_TRY(putMeta(connection, u"dedupe_key"_s, randomBytes(32)));
        BALCAO_TRY(putMeta(connection, u"token_key"_s, randomBytes(32)));
    } else if (!marked.isEmpty()) {
        BALCAO_TAKE(const qint64 head, Log(connection).head());
        QJsonObject from = wire::encode(wire::RestoredFrom{LogId::fromBytes(log), head});
        from.insert(u"at"_s, clock.nowMs());
        BALCAO_TRY(putMeta(connection, u"restored_from"_s, wire::canonicalJson(from)));
        BALCAO_TRY(putMeta(connection, u"log"_s, LogId::create().bytes()));
        BALCAO_TRY(putMeta(connection, u"backup"_s, QByteArray()));
        // What waited when the copy was made may have been sent since: in doubt, so never by itself again.
        BALCAO_TRY(connection.prepare(u"UPDATE outgoing SET state = 1 WHERE state = 0"_s).run());
        // What has come and gone at the bank since is listed at once.
        BALCAO_TRY(putMeta(connection, kDailyLookKey, QByteArray()));
        // And what the bank may have heard of since is looked for before it is asked for.
        // Its words may have gone since, too: they do not go again by themselves.
        BALCAO_TRY(connection
                       .prepare(u"UPDATE charge SET tried = 1, look_at = 0, sends = 0 "
                                "WHERE kind = 1 AND issued = 0 AND refused = 0"_s)
                       .run());
        BALCAO_TRY(connection.prepare(u"UPDATE refund SET puts = puts + 1, look_at = 0 WHERE ended = 0"_s).run());
    }
    return transaction.commit();
}

} // namespace

Result<std::unique_ptr<sql::Connection>> RelayData::open(const QString &path, const Clock &clock)
{
    sql::OpenOptions options;
    options.applicationId = kApplicationId;
    options.cacheKib = 16 * 1024;
    BALCAO_TAKE(auto connection, sql::Connection::open(path, {}, options));
    const sql::Migrator migrator({{1, u":/sql/relay/0001_start.sql"_s},
                                  {2, u":/sql/relay/0002_reviews.sql"_s},
                                  {3, u":/sql/relay/0003_changes.sql"_s},
                                  {4, u":/sql/relay/0004_merges.sql"_s},
                                  {5, u":/sql/relay/0005_dismissed.sql"_s},
                                  {6, u":/sql/relay/0006_charges.sql"_s},
                                  {7, u":/sql/relay/0007_till.sql"_s},
                                  {8, u":/sql/relay/0008_strays.sql"_s},
                                  {9, u":/sql/relay/0009_payments.sql"_s},
                                  {10, u":/sql/relay/0010_refunds.sql"_s},
                                  {11, u":/sql/relay/0011_sums.sql"_s},
                                  {12, u":/sql/relay/0012_told.sql"_s},
                                  {13, u":/sql/relay/0013_sales.sql"_s},
                                  {14, u":/sql/relay/0014_forms.sql"_s}});
    BALCAO_TRY(migrator.run(*connection));
    // Whoever goes back to one of them must not go on under the name of what was served since.
    // One that cannot be marked (emptied, or not ours to write) keeps no shop from opening.
    const QStringList copies = copiesBeside(path);
    for (const QString &copy : copies)
        Q_UNUSED(markCopy(copy));
    BALCAO_TRY(settle(*connection, clock));
    return connection;
}

Result<void> RelayData::wantScrub()
{
    m_needsScrub = true;
    return setMeta(kScrubKey, "1");
}

Result<void> RelayData::scrub()
{
    // Whoever waits for the writer does not wait for a reader, too.
    const auto patience =
        m_connection->prepare(u"PRAGMA busy_timeout"_s).one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(patience);
    BALCAO_TRY(m_connection->exec(u"PRAGMA busy_timeout = 0"_s));
    const auto busy = m_connection->prepare(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).one([](const sql::Statement &row) {
        return row.boolean(0);
    });
    BALCAO_TRY(m_connection->exec(u"PRAGMA busy_timeout = %1"_s.arg(patience->value_or(0))));
    BALCAO_TRY(busy);
    if (busy->value_or(true))
        return {}; // somebody reads an older state
    const QStringList copies = copiesBeside(m_connection->path());
    for (const QString &copy : copies) {
        if (!QFile::remove(copy))
            return failure(Error::Kind::Internal, u"a copy from before a migration cannot be removed"_s);
    }
    BALCAO_TRY(setMeta(kScrubKey, {}));
    m_needsScrub = false;
    return {};
}

Result<void> RelayData::markCopy(const QString &path)
{
    BALCAO_TAKE(const auto copy, sql::Connection::open(path));
    BALCAO_TRY(putMeta(*copy, u"backup"_s, QByteArrayLiteral("\1")));
    // One file to carry away: nothing may stay in a -wal beside it.
    return copy->exec(u"PRAGMA journal_mode = DELETE"_s);
}

Result<std::unique_ptr<sql::Connection>> RelayData::openReadOnly(const QString &path)
{
    sql::OpenOptions options;
    options.readOnly = true;
    options.applicationId = kApplicationId;
    return sql::Connection::open(path, {}, options);
}

RelayData::RelayData(std::unique_ptr<sql::Connection> connection, const Clock &clock)
    : m_connection(std::move(connection)),
      m_clock(clock),
      m_dedupeKey(metaOf(*m_connection, u"dedupe_key"_s).valueOr({})),
      m_needsScrub(!metaOf(*m_connection, kScrubKey).valueOr({}).isEmpty()),
      m_log(*m_connection),
      m_people(*this),
      m_conversations(*this),
      m_messages(*this),
      m_outgoing(*this),
      m_charges(*this),
      m_pixAccounts(*this),
      m_refunds(*this),
      m_operators(*this),
      m_registry(*this),
      m_shop(*this),
      m_strays(*this),
      m_till(*this)
{
}

Result<qint64> RelayData::announce(const wire::Subject &subject, const Stamp &stamp, wire::EventBody body,
                                   const QByteArray &dedupe)
{
    wire::Event event;
    event.at = m_clock.nowMs();
    event.kind = wire::kindOf(body);
    event.subject = subject;
    event.actor = stamp.actor;
    event.desk = stamp.desk;
    event.cause = stamp.cause;
    event.body = std::move(body);
    return m_log.append(event, dedupe);
}

QByteArray RelayData::keyed(const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, m_dedupeKey, QCryptographicHash::Sha256);
}

Result<QByteArray> RelayData::meta(const QString &key)
{
    return metaOf(*m_connection, key);
}

Result<void> RelayData::setMeta(const QString &key, const QByteArray &value)
{
    return putMeta(*m_connection, key, value);
}

} // namespace balcao::relay
