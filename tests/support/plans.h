// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How SQLite goes about what a reader asks for: the plans of the very statements that it runs.
#pragma once

#include "sql/connection.h"
#include "sql/prepared.h"
#include "sql/witness.h"

namespace balcao::test {

class AskedStatements final : public sql::Witness
{
public:
    AskedStatements() { sql::setWitness(this); }
    ~AskedStatements() override { sql::setWitness(nullptr); }

    void ran(const QString &sql) override { asked.append(sql); }
    void readRow(const QString &) override {}

    QStringList asked;
};

/// One for each reading statement that `work` runs on this thread, its steps in lines below it.
template <class Work>
QStringList plansOf(sql::Connection &db, Work work)
{
    QStringList asked;
    {
        AskedStatements seen;
        work();
        asked = seen.asked;
    }
    QStringList plans;
    for (const QString &sql : std::as_const(asked)) {
        auto steps = db.prepare(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
        for (int i = 0; i < sql::Placeholders::of(sql).wanted; ++i)
            steps.bind(nullptr);
        const auto lines = steps.all([](const sql::Statement &row) { return row.text(3); });
        plans.append(sql + u'\n' + (lines ? lines->join(u'\n') : lines.error().detail));
    }
    return plans;
}

} // namespace balcao::test
