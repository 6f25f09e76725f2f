// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/statement.h"

#include "sql/connection.h"
#include "sql/prepared.h"
#include "sql/sqlerror.h"
#include "sql/witness.h"

#include <QSqlError>
#include <QVariant>

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

Statement::Statement(Error error) : m_error(std::move(error)) {}

Statement::Statement(Connection &connection, QString sql, std::unique_ptr<Prepared> prepared)
    : m_connection(&connection), m_sql(std::move(sql)), m_prepared(std::move(prepared))
{
}

Statement::Statement(Statement &&other) noexcept = default;

Statement::~Statement()
{
    if (m_prepared)
        m_connection->takeBack(m_sql, std::move(m_prepared));
}

Statement &Statement::bindNext(const QVariant &value)
{
    if (!m_prepared)
        return *this;
    if (m_running)
        rewind();
    for (int i = 0; i < m_prepared->order.size(); ++i) {
        if (m_prepared->order[i] == m_bound)
            m_prepared->query.bindValue(i, value);
    }
    ++m_bound;
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
    if (!m_prepared)
        return m_error;
    // The values of an earlier round are still in the query: they must never stand in for missing ones.
    if (m_bound != m_prepared->wanted) {
        const int bound = m_bound;
        rewind();
        return failure(Error::Kind::Internal, u"%1 of %2 values bound"_s.arg(bound).arg(m_prepared->wanted));
    }
    if (!m_prepared->query.exec()) {
        const Error error = errorOfStep(m_prepared->query.lastError());
        rewind();
        return error;
    }
    m_running = true;
    tellRan(m_sql);
    return {};
}

Result<bool> Statement::step()
{
    if (!m_running) {
        if (const auto executed = execute(); !executed)
            return executed.error();
    }
    if (m_prepared->query.next()) {
        tellRow(m_sql);
        return true;
    }
    const QSqlError error = m_prepared->query.lastError();
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
    if (m_prepared)
        m_prepared->query.finish();
    m_running = false;
    m_bound = 0;
}

qint64 Statement::changes() const
{
    return m_prepared ? m_prepared->query.numRowsAffected() : 0;
}

qint64 Statement::lastInsertId() const
{
    return m_prepared ? m_prepared->query.lastInsertId().toLongLong() : 0;
}

qint64 Statement::int64(int column) const
{
    return m_prepared->query.value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_prepared->query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_prepared->query.value(column).toByteArray();
}

bool Statement::isNull(int column) const
{
    return m_prepared->query.isNull(column);
}

} // namespace balcao::sql
