// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Counts what a stretch of work asks of the store: statements, rows, and whether any of it ran on the thread that
// made this. One at a time.
#pragma once

#include "sql/witness.h"

#include <QMap>
#include <QMutex>
#include <QThread>

namespace balcao::test {

class SqlCount final : public sql::Witness
{
public:
    SqlCount() : m_home(QThread::currentThread()) { sql::setWitness(this); }
    ~SqlCount() override { sql::setWitness(nullptr); }

    void ran(const QString &sql) override
    {
        const QMutexLocker lock(&m_mutex);
        ++m_runs[sql];
        if (QThread::currentThread() == m_home)
            ++m_here;
    }
    void readRow(const QString &sql) override
    {
        const QMutexLocker lock(&m_mutex);
        ++m_rows[sql];
    }
    void clear()
    {
        const QMutexLocker lock(&m_mutex);
        m_runs.clear();
        m_rows.clear();
        m_here = 0;
    }
    /// Statements that name `part`; all for an empty one.
    [[nodiscard]] int runs(const QString &part = {}) const { return sum(m_runs, part); }
    [[nodiscard]] int rows(const QString &part = {}) const { return sum(m_rows, part); }
    /// On the thread that made this: the one of the windows.
    [[nodiscard]] int here() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_here;
    }
    [[nodiscard]] QString report() const
    {
        const QMutexLocker lock(&m_mutex);
        QString lines;
        for (auto it = m_runs.cbegin(); it != m_runs.cend(); ++it)
            lines += QStringLiteral("%1 x, %2 rows: %3\n")
                         .arg(it.value())
                         .arg(m_rows.value(it.key()))
                         .arg(it.key().left(300));
        return lines;
    }

private:
    int sum(const QMap<QString, int> &of, const QString &part) const
    {
        const QMutexLocker lock(&m_mutex);
        int total = 0;
        for (auto it = of.cbegin(); it != of.cend(); ++it)
            total += part.isEmpty() || it.key().contains(part) ? it.value() : 0;
        return total;
    }

    QThread *m_home;
    mutable QMutex m_mutex;
    QMap<QString, int> m_runs;
    QMap<QString, int> m_rows;
    int m_here = 0;
};

} // namespace balcao::test
