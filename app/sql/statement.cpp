// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/statement.h"

#include "sql/connection.h"
#include "sql/sqlerror.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

Statement::Statement(Error error) : m_error(std::move(error)) {}

Statement::Statement(Connection &connection, QString sql, std::unique_ptr<QSqlQuery> query)
    : m_connection(&connection), m_sql(std::move(sql)), m_query(std::move(query))
{
}

Statement::Statement(Statement &&other) noexcept = default;

Statement::~Statement()
{
    if (m_query)
        m_connection->takeBack(m_sql, std::move(m_query));
}

Statement &Statement::bindNext(const QVariant &value)
{
    if (!m_query)
        return *this;
    if (m_running)
        rewind();
    m_query->bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bindNumber(qint64 value)
{
    return bindNext(QVariant::fromValue(value));
}

// Qt's driver turns null strings and arrays into NULL, which NOT NULL columns refuse.
Statement &Statement::bind(const QString &text)
{
    return bindNext(text.isNull() ? QVariant(u""_s) : QVariant(text));
}

Statement &Statement::bind(const QByteArray &bytes)
{
    return bindNext(bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes));
}

Statement &Statement::bind(std::nullptr_t)
{
    return bindNext(QVariant());
}

Result<void> Statement::execute()
{
    if (!m_query)
        return m_error;
    // The values of an earlier round are still in the query: they must never stand in for missing ones.
    if (m_bound < m_query->boundValues().size())
        return failure(Error::Kind::Internal, u"only %1 values bound"_s.arg(m_bound));
    if (!m_query->exec()) {
        const bool ofDriver = m_query->lastError().nativeErrorCode().isEmpty();
        m_error = errorOfStep(m_query->lastError());
        rewind();
        if (ofDriver) // too many values or too few, and the query would keep them
            m_query->prepare(m_sql);
        return m_error;
    }
    m_running = true;
    return {};
}

Result<bool> Statement::step()
{
    if (!m_running) {
        if (const auto executed = execute(); !executed)
            return executed.error();
    }
    if (m_query->next())
        return true;
    const QSqlError error = m_query->lastError();
    m_running = false;
    m_bound = 0;
    if (error.isValid())
        return errorOfStep(error);
    return false;
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
    }
}

void Statement::rewind()
{
    if (m_query)
        m_query->finish();
    m_running = false;
    m_bound = 0;
}

qint64 Statement::changes() const
{
    return m_query ? m_query->numRowsAffected() : 0;
}

qint64 Statement::lastInsertId() const
{
    return m_query ? m_query->lastInsertId().toLongLong() : 0;
}

qint64 Statement::int64(int column) const
{
    return m_query->value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

} // namespace balcao::sql
