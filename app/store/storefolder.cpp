// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/storefolder.h"

#include "sql/migrator.h"
#include "sql/privatefile.h"
#include "sql/script.h"
#include "sql/transaction.h"
#include "store/noticestore.h"
#include "store/salvage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 kLocalId = 0x42616c4c;      // "BalL"
constexpr quint32 kProjectionId = 0x42616c50; // "BalP"
constexpr qint64 kAsideKeptMs = Q_INT64_C(30) * 24 * 3600 * 1000;
/// Put aside by a computer whose clock was dead: kept, for nobody knows how old it is.
constexpr qint64 kBeforeBalcaoMs = Q_INT64_C(1'700'000'000'000);

const QString kLocalAside = u"-local.db"_s;

QString asideName(qint64 nowMs)
{
    return u"aside-%1"_s.arg(nowMs) + kLocalAside;
}

sql::OpenOptions options(quint32 id, bool readOnly)
{
    sql::OpenOptions o;
    o.applicationId = id;
    o.readOnly = readOnly;
    o.cacheKib = 32 * 1024;
    return o;
}

Result<void> migrate(sql::Connection &local)
{
    return sql::Migrator({{1, u":/sql/local/0001_start.sql"_s}, {2, u":/sql/local/0002_tried.sql"_s}}).run(local);
}

Result<void> createProjection(sql::Connection &connection, bool building)
{
    QFile script(u":/sql/projection.sql"_s);
    if (!script.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Internal, u"projection.sql is not in the program"_s);
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(connection));
    BALCAO_TRY(sql::execScript(connection, QString::fromUtf8(script.readAll())));
    BALCAO_TRY(connection.prepare(u"INSERT INTO meta (key, value) VALUES ('version', ?), ('cursor', 0)"_s)
                   .bind(kProjectionVersion)
                   .run());
    if (building)
        BALCAO_TRY(connection.exec(u"INSERT INTO meta (key, value) VALUES ('building', 1)"_s));
    return transaction.commit();
}

} // namespace

QString StoreFolder::newLocalFile() const
{
    return m_path + u"/local-new.db"_s;
}

void StoreFolder::removeFile(const QString &database)
{
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(database + ending);
}

QString StoreFolder::localFile() const
{
    return m_path + u"/local.db"_s;
}

QString StoreFolder::projectionFile(int number) const
{
    return m_path + u"/projection-%1.db"_s.arg(number);
}

QList<int> StoreFolder::projections() const
{
    static const QRegularExpression kName(u"^projection-([1-9]\\d{0,5})\\.db$"_s);
    QList<int> numbers;
    const QStringList files = QDir(m_path).entryList({u"projection-*.db"_s}, QDir::Files);
    for (const QString &file : files) {
        const auto match = kName.match(file);
        if (match.hasMatch())
            numbers.append(match.captured(1).toInt());
    }
    std::sort(numbers.begin(), numbers.end(), std::greater<>());
    return numbers;
}

QStringList StoreFolder::asideFiles() const
{
    QStringList files = QDir(m_path).entryList({u"aside-*.db"_s}, QDir::Files, QDir::Name);
    for (QString &file : files)
        file.prepend(m_path + u'/');
    return files;
}

Result<std::unique_ptr<sql::Connection>> StoreFolder::openLocal(const std::optional<sql::Key> &key, bool readOnly) const
{
    BALCAO_TAKE(auto connection, sql::Connection::open(localFile(), key, options(kLocalId, readOnly)));
    if (!readOnly)
        BALCAO_TRY(migrate(*connection));
    return connection;
}

// A new one in place of a damaged one is whole before it has its name: a crash, or a disk that is full, leaves the damaged
// one to be read again.
Result<std::unique_ptr<sql::Connection>> StoreFolder::openOrMakeLocal(const std::optional<sql::Key> &key,
                                                                      qint64 nowMs) const
{
    const auto openSound = [&]() -> Result<std::unique_ptr<sql::Connection>> {
        BALCAO_TAKE(auto connection, sql::Connection::open(localFile(), key, options(kLocalId, false)));
        BALCAO_TRY(connection->quickCheck());
        return connection;
    };
    if (!QFile::exists(localFile()) && QFile::exists(newLocalFile())) {
        removeFile(localFile()); // what may stand beside it is of the damaged one
        BALCAO_TRY(sql::putInPlace(newLocalFile(), localFile()));
    }
    removeFile(newLocalFile());
    QString aside;
    // SQLite throws away what stands beside an empty file.
    if (QFileInfo(localFile()).size() == 0 && QFile::exists(localFile() + u"-wal"_s)) {
        aside = asideName(nowMs);
        BALCAO_TRY(putLocalAside(aside));
    }
    auto opened = openSound();
    if (!opened && opened.error().kind == Error::Kind::Corrupt)
        opened = openSound(); // never on one look alone
    if (!opened && opened.error().kind == Error::Kind::Corrupt) {
        const QString name = asideName(nowMs);
        BALCAO_TRY(makeFrom(localFile(), name, key));
        BALCAO_TRY(putLocalAside(name));
        BALCAO_TRY(sql::putInPlace(newLocalFile(), localFile()));
        opened = openSound();
    }
    if (!opened)
        return opened.error();
    sql::Connection &local = **opened;
    // It is made before any projection is: a new one beside them is not the first.
    BALCAO_TAKE(const qint64 version, local.userVersion());
    const bool wasLost = !aside.isEmpty() || (version == 0 && !projections().isEmpty());
    BALCAO_TRY(migrate(local));
    if (wasLost)
        BALCAO_TRY(NoticeStore(local).add({Notice::OwnFileLost, aside}));
    return opened;
}

// Of a copy: SQLite tidies what it opens, and what stands aside stays as it was found. It is named as what erasures clean
// and 30 days end, should it be left.
Result<void> StoreFolder::makeFrom(const QString &damaged, const QString &aside,
                                   const std::optional<sql::Key> &key) const
{
    const QString part = m_path + u"/local-part.db"_s;
    const QString copy = m_path + u'/' + QString(aside).replace(kLocalAside, u"-read"_s + kLocalAside);
    removeFile(part);
    for (const auto &ending : {u""_s, u"-wal"_s}) {
        if (QFile::exists(damaged + ending) && !QFile::copy(damaged + ending, copy + ending))
            return failure(Error::Kind::Storage, u"a damaged local.db cannot be copied"_s);
    }
    const auto fill = [&]() -> Result<void> {
        BALCAO_TAKE(const auto local, sql::Connection::open(part, key, options(kLocalId, false)));
        BALCAO_TRY(migrate(*local));
        const auto read = sql::Connection::open(copy, key, options(0, false));
        if (read) // else nothing of it can be read
            BALCAO_TRY(salvage(**read, *local));
        BALCAO_TRY(NoticeStore(*local).add({Notice::OwnFileLost, aside}));
        return local->exec(u"PRAGMA journal_mode = DELETE"_s); // one file, to be renamed
    };
    const Result<void> filled = fill();
    removeFile(copy);
    BALCAO_TRY(filled);
    return sql::putInPlace(part, newLocalFile());
}

Result<void> StoreFolder::putLocalAside(const QString &name) const
{
    const QString kept = m_path + u'/' + name;
    // The file first: a log beside no file is found at the next start, a file without its log would be taken as it is.
    if (!QFile::exists(localFile())) {
        QFile empty(localFile());
        if (!empty.open(QIODevice::WriteOnly))
            return failure(Error::Kind::Storage, u"a file cannot be made beside its log"_s);
    }
    for (const auto &ending : {u""_s, u"-wal"_s}) {
        if (QFile::exists(localFile() + ending) && !QFile::rename(localFile() + ending, kept + ending))
            return failure(Error::Kind::Storage, u"a damaged local.db cannot be put aside"_s);
    }
    QFile::remove(localFile() + u"-shm"_s);
    return {};
}

Result<std::unique_ptr<sql::Connection>> StoreFolder::openProjection(int number, const std::optional<sql::Key> &key,
                                                                     bool readOnly, bool building) const
{
    BALCAO_TAKE(auto connection, sql::Connection::open(projectionFile(number), key, options(kProjectionId, readOnly)));
    const auto tables = connection->prepare(u"SELECT count(*) FROM sqlite_schema"_s).one([](const sql::Statement &row) {
        return row.int64(0);
    });
    BALCAO_TRY(tables);
    // A crash between the file's first page and its tables leaves a file that is ours and empty.
    if (tables->value_or(0) == 0) {
        if (readOnly)
            return failure(Error::Kind::NotFound, u"the projection has not been made yet"_s);
        BALCAO_TRY(createProjection(*connection, building));
    }
    return connection;
}

Result<std::unique_ptr<sql::Connection>> StoreFolder::openAside(const QString &file,
                                                                const std::optional<sql::Key> &key) const
{
    return sql::Connection::open(file, key, options(kProjectionId, false));
}

void StoreFolder::putAside(int number, LogId log, qint64 nowMs) const
{
    const QString file = projectionFile(number);
    if (!QFile::rename(file, m_path + u"/aside-%1-%2.db"_s.arg(nowMs).arg(log.text())))
        return;
    removeFile(file);
}

bool StoreFolder::isLocalAside(const QString &file)
{
    return file.endsWith(kLocalAside);
}

void StoreFolder::dropOldAside(qint64 nowMs) const
{
    for (const QString &aside : asideFiles()) {
        const qint64 at = QFileInfo(aside).fileName().section(u'-', 1, 1).toLongLong();
        if (at > kBeforeBalcaoMs && at + kAsideKeptMs < nowMs)
            removeFile(aside);
    }
}

void StoreFolder::drop(int number) const
{
    removeFile(projectionFile(number));
}

Result<ProjectionHead> projectionHead(sql::Connection &projection)
{
    ProjectionHead head;
    auto rows = projection.prepare(u"SELECT key, value FROM meta WHERE key IN "
                                   "('log', 'cursor', 'cursor_at', 'version', 'building')"_s);
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return head;
        if (rows.text(0) == "log"_L1)
            head.log = rows.id<LogId>(1);
        else if (rows.text(0) == "cursor"_L1)
            head.cursor = rows.int64(1);
        else if (rows.text(0) == "cursor_at"_L1)
            head.cursorAt = rows.int64(1);
        else if (rows.text(0) == "building"_L1)
            head.building = rows.boolean(1);
        else
            head.version = static_cast<int>(rows.int64(1));
    }
}

Result<void> finishBuilding(sql::Connection &projection)
{
    return projection.exec(u"DELETE FROM meta WHERE key = 'building'"_s);
}

} // namespace balcao::store
