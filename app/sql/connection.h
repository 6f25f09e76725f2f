// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One SQLite connection: opened with our pragmas, closed and forgotten on destruction. It belongs to
// the thread that opened it. No call throws; each failure is an Error (kinds: sql/sqlerror.h).
#pragma once

#include "core/result.h"
#include "sql/statement.h"

#include <QByteArray>
#include <QSqlDatabase>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace balcao::sql {

inline constexpr qsizetype kKeyBytes = 32;

/// The raw key of an encrypted file: exactly 32 bytes. An empty key would silently mean "plain".
struct Key
{
    QByteArray bytes;
};

enum class Synchronous {
    Full,   ///< an acknowledged commit survives a power cut
    Normal, ///< it does not; only for what can be fetched again, and for negative controls in tests
};

struct OpenOptions
{
    bool readOnly = false;     ///< the file must exist; a writer elsewhere keeps it in WAL mode
    quint32 applicationId = 0; ///< 0: not checked; a file with content and another id is Corrupt
    qint64 cacheKib = 0;       ///< 0: SQLite's own default (2 MiB)
    Synchronous synchronous = Synchronous::Full;
};

class Connection
{
public:
    /// Creates the file (0600, missing folders 0700) unless read-only. ":memory:" is allowed.
    /// A key that is not 32 bytes is Rejected.
    static Result<std::unique_ptr<Connection>> open(const QString &path, const std::optional<Key> &key = {},
                                                    const OpenOptions &options = {});
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// True only when the file's pages are encrypted. No cipher is built in yet, so never; who stores
    /// secrets or speaks to people about encryption asks here, not whether a key was given.
    [[nodiscard]] bool keyed() const { return false; }

    /// The file held nothing when it was opened: new, or emptied by someone. Compare with your marker.
    [[nodiscard]] bool wasEmpty() const { return m_wasEmpty; }

    [[nodiscard]] const QString &path() const { return m_path; }

    /// One statement without values: DDL, PRAGMA, BEGIN IMMEDIATE, COMMIT, ROLLBACK.
    Result<void> exec(const QString &sql);

    /// The statement of this text, from the cache where it can be. Hand in literals only: each
    /// distinct text stays prepared until the connection closes. A text that cannot be prepared gives
    /// a Statement whose run() and step() say why.
    Statement prepare(const QString &sql);

    Result<qint64> userVersion();
    Result<void> setUserVersion(int version);

    /// Corrupt with the first finding, or nothing.
    Result<void> quickCheck();

    /// A consistent, compact, private copy at `path`, flushed to the disk; replaces a file of that
    /// name. Works while others write. Not inside a transaction.
    Result<void> copyInto(const QString &path);

private:
    friend class Statement;

    Connection(QString path, QString name);

    Result<void> start(const OpenOptions &options);
    Result<void> checkApplicationId(const OpenOptions &options);
    Result<void> setPragmas(const OpenOptions &options);
    Result<void> startWal();
    void takeBack(const QString &sql, std::unique_ptr<Prepared> prepared);

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::vector<std::unique_ptr<Prepared>>> m_idle;
    bool m_wasEmpty = false;
};

} // namespace balcao::sql
