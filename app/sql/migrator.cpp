// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/migrator.h"

#include "sql/connection.h"
#include "sql/script.h"
#include "sql/transaction.h"

#include <QFile>

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

Result<void> Migrator::run(Connection &connection) const
{
    const auto version = connection.userVersion();
    if (!version)
        return version.error();
    if (*version > newestVersion()) {
        return failure(Error::Kind::Conflict,
                       u"the database has schema %1, this program knows %2"_s.arg(*version).arg(newestVersion()));
    }
    if (*version == newestVersion())
        return {};
    if (const auto saved = backUp(connection, *version); !saved)
        return saved;
    for (const auto &step : m_steps) {
        if (step.version <= *version)
            continue;
        if (const auto applied = apply(connection, step); !applied)
            return failure(applied.error().kind, u"schema %1: %2"_s.arg(step.version).arg(applied.error().detail));
    }
    return {};
}

Result<void> Migrator::backUp(Connection &connection, qint64 version) const
{
    const auto entries = connection.prepare(u"SELECT count(*) FROM sqlite_schema"_s).one([](const Statement &row) {
        return row.int64(0);
    });
    if (!entries)
        return entries.error();
    if (entries->value_or(0) == 0 || connection.path() == u":memory:"_s)
        return {};
    return connection.copyInto(u"%1.v%2.bak"_s.arg(connection.path()).arg(version));
}

Result<void> Migrator::apply(Connection &connection, const MigrationStep &step) const
{
    QFile file(step.resource);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Internal, u"cannot read "_s + step.resource);
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    // Asked again under the write lock: another process may have been faster.
    const auto version = connection.userVersion();
    if (!version)
        return version.error();
    if (*version >= step.version)
        return {};
    if (const auto done = execScript(connection, QString::fromUtf8(file.readAll())); !done)
        return done;
    if (const auto set = connection.setUserVersion(step.version); !set)
        return set;
    return transaction->commit();
}

} // namespace balcao::sql
