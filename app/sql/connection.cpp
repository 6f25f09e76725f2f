// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"

#include "sql/prepared.h"
#include "sql/privatefile.h"
#include "sql/sqlerror.h"
#include "sql/witness.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView kMemory(":memory:");

Result<qint64> singleNumber(Statement statement)
{
    const auto number = statement.one([](const Statement &row) { return row.int64(0); });
    if (!number)
        return number.error();
    return number->value_or(0);
}

} // namespace

Connection::Connection(QString path, QString name) : m_path(std::move(path)), m_name(std::move(name))
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
}

Connection::~Connection()
{
    m_idle.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, const std::optional<Key> &key,
                                                     const OpenOptions &options)
{
    if (key && key->bytes.size() != kKeyBytes)
        return failure(Error::Kind::Rejected, u"a store key is 32 bytes, not %1"_s.arg(key->bytes.size()));
    if (path != kMemory && !options.readOnly) {
        if (const auto made = makePrivateFile(path); !made)
            return made.error();
    }
    std::unique_ptr<Connection> connection(
        new Connection(path, u"balcao-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    if (const auto started = connection->start(options); !started)
        return started.error();
    return connection;
}

Result<void> Connection::start(const OpenOptions &options)
{
    if (!m_database.isValid())
        return failure(Error::Kind::Internal, u"Qt's SQLite driver is missing"_s);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(options.readOnly ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                                  : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open())
        return errorOf(m_database.lastError());
    if (const auto checked = checkApplicationId(options); !checked)
        return checked;
    return setPragmas(options);
}

// Before journal_mode, which writes: a file that is not ours stays as it was found.
Result<void> Connection::checkApplicationId(const OpenOptions &options)
{
    const auto entries = singleNumber(prepare(u"SELECT count(*) FROM sqlite_schema"_s));
    if (!entries)
        return entries.error();
    const auto found = singleNumber(prepare(u"PRAGMA application_id"_s));
    if (!found)
        return found.error();
    m_wasEmpty = *entries == 0 && *found == 0;

    const auto wanted = static_cast<qint32>(options.applicationId);
    if (wanted == 0 || *found == wanted)
        return {};
    if (!m_wasEmpty || options.readOnly)
        return failure(Error::Kind::Corrupt, u"application_id is %1, not %2"_s.arg(*found).arg(wanted));
    return exec(u"PRAGMA application_id=%1"_s.arg(wanted));
}

Result<void> Connection::setPragmas(const OpenOptions &options)
{
    QStringList pragmas{u"PRAGMA foreign_keys=ON"_s, u"PRAGMA temp_store=MEMORY"_s};
    if (options.cacheKib > 0)
        pragmas << u"PRAGMA cache_size=-%1"_s.arg(options.cacheKib);
    if (!options.readOnly) {
        if (const auto wal = startWal(); !wal)
            return wal;
        pragmas << (options.synchronous == Synchronous::Full ? u"PRAGMA synchronous=FULL"_s
                                                             : u"PRAGMA synchronous=NORMAL"_s)
                << u"PRAGMA secure_delete=ON"_s << u"PRAGMA journal_size_limit=16777216"_s
                << u"PRAGMA wal_autocheckpoint=1000"_s
                // Only macOS has these: its plain fsync does not flush the drive.
                << u"PRAGMA fullfsync=ON"_s << u"PRAGMA checkpoint_fullfsync=ON"_s;
    }
    for (const auto &pragma : pragmas) {
        if (const auto set = exec(pragma); !set)
            return set;
    }
    return {};
}

Result<void> Connection::startWal()
{
    auto statement = prepare(u"PRAGMA journal_mode=WAL"_s);
    const auto mode = statement.one([](const Statement &row) { return row.text(0); });
    if (!mode)
        return mode.error();
    if (*mode != u"wal"_s && m_path != kMemory)
        return failure(Error::Kind::Storage, u"no WAL on this file system"_s);
    return {};
}

Result<void> Connection::exec(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query.lastError());
    tellRan(sql);
    return {};
}

Statement Connection::prepare(const QString &sql)
{
    if (const auto found = m_idle.find(sql); found != m_idle.end() && !found->second.empty()) {
        auto prepared = std::move(found->second.back());
        found->second.pop_back();
        return Statement(*this, sql, std::move(prepared));
    }
    if (sql.trimmed().isEmpty())
        return Statement(failure(Error::Kind::Internal, u"an empty statement"_s));
    const auto placeholders = Placeholders::of(sql);
    auto prepared =
        std::make_unique<Prepared>(Prepared{QSqlQuery(m_database), placeholders.order, placeholders.wanted});
    prepared->query.setForwardOnly(true);
    if (!prepared->query.prepare(placeholders.sql))
        return Statement(errorOf(prepared->query.lastError()));
    return Statement(*this, sql, std::move(prepared));
}

void Connection::takeBack(const QString &sql, std::unique_ptr<Prepared> prepared)
{
    prepared->query.finish();
    m_idle[sql].push_back(std::move(prepared));
}

Result<qint64> Connection::userVersion()
{
    return singleNumber(prepare(u"PRAGMA user_version"_s));
}

Result<void> Connection::setUserVersion(int version)
{
    return exec(u"PRAGMA user_version=%1"_s.arg(version));
}

Result<void> Connection::quickCheck()
{
    auto statement = prepare(u"PRAGMA quick_check(1)"_s);
    const auto verdict = statement.one([](const Statement &row) { return row.text(0); });
    if (!verdict)
        return verdict.error();
    // What the disk would not give is told in the verdict, too, and says nothing about the file.
    const bool isUnread = verdict->value_or(QString()).contains("error code="_L1);
    if (isUnread)
        return failure(Error::Kind::Storage, u"quick_check could not read the file"_s);
    if (*verdict != u"ok"_s)
        return failure(Error::Kind::Corrupt, u"quick_check: "_s + verdict->value_or(QString()));
    return {};
}

Result<void> Connection::copyInto(const QString &path)
{
    const QString part = path + ".part"_L1;
    QFile::remove(part);
    if (const auto made = makePrivateFile(part); !made)
        return made;
    if (const auto copied = prepare(u"VACUUM INTO ?"_s).bind(part).run(); !copied)
        return copied;
    return putInPlace(part, path);
}

} // namespace balcao::sql
