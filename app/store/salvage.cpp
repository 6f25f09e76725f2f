// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/salvage.h"

#include "sql/transaction.h"
#include "wire/command.h"

#include <QList>

#include <span>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Kind { Number, Text, Bytes };

struct Column
{
    const char *name;
    Kind kind;
};

struct Table
{
    const char *name;
    const char *order; ///< its key, by which it is walked from both ends
    std::span<const Column> columns;
};

constexpr Column kOutbox[] = {{"place", Kind::Number},       {"id", Kind::Bytes},       {"kind", Kind::Text},
                              {"conversation", Kind::Bytes}, {"message", Kind::Bytes},  {"text", Kind::Text},
                              {"operator", Kind::Bytes},     {"made_at", Kind::Number}, {"command", Kind::Text},
                              {"state", Kind::Number},       {"seq", Kind::Number},     {"problem", Kind::Text},
                              {"settled_at", Kind::Number},  {"tried", Kind::Bytes}};
constexpr Column kDraft[] = {{"conversation", Kind::Bytes}, {"operator", Kind::Bytes}, {"text", Kind::Text}};
constexpr Column kSetting[] = {{"key", Kind::Text}, {"value", Kind::Bytes}};
constexpr Table kTables[] = {
    {"outbox", "place #", kOutbox}, {"draft", "conversation #, operator #", kDraft}, {"setting", "key #", kSetting}};

QString namesOf(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(QLatin1StringView(column.name));
    return names.join(u", "_s);
}

/// Whether it was new there.
Result<bool> put(const Table &table, const sql::Statement &row, sql::Connection &into)
{
    const QString values = QStringList(QList<QString>(qsizetype(table.columns.size()), u"?"_s)).join(u", "_s);
    auto insert = into.prepare(
        u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(QLatin1StringView(table.name), namesOf(table), values));
    for (int i = 0; i < int(table.columns.size()); ++i) {
        if (row.isNull(i))
            insert.bind(nullptr);
        else if (table.columns[size_t(i)].kind == Kind::Number)
            insert.bind(row.int64(i));
        else if (table.columns[size_t(i)].kind == Kind::Text)
            insert.bind(row.text(i));
        else
            insert.bind(row.bytes(i));
    }
    BALCAO_TRY(insert.run());
    return insert.changes() > 0;
}

/// From one end, until what cannot be read or what came over from the other end. Only writing may fail.
Result<void> walk(const Table &table, QLatin1StringView way, sql::Connection &damaged, sql::Connection &into)
{
    auto rows = damaged.prepare(u"SELECT %1 FROM %2 ORDER BY %3"_s.arg(
        namesOf(table), QLatin1StringView(table.name), QString(QLatin1StringView(table.order)).replace(u'#', way)));
    for (;;) {
        const Result<bool> more = rows.step();
        if (!more || !*more)
            return {};
        const Result<bool> isNew = put(table, rows, into);
        if (!isNew && isNew.error().kind != Error::Kind::Conflict) // which its table does not take: damaged, too
            return isNew.error();
        if (isNew && !*isNew)
            return {};
    }
}

} // namespace

Result<void> salvage(sql::Connection &damaged, sql::Connection &into)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(into));
    for (const Table &table : kTables) {
        for (const auto way : {"ASC"_L1, "DESC"_L1})
            BALCAO_TRY(walk(table, way, damaged, into));
    }
    // A send by its kind: the column that names its message may be what is damaged.
    BALCAO_TRY(
        into.prepare(u"UPDATE outbox SET state = 4 WHERE state = 0 AND (message IS NOT NULL OR kind IN (?, ?))"_s)
            .bind(QString(wire::SendMessage::kKind))
            .bind(QString(wire::ChargePix::kKind))
            .run());
    return transaction.commit();
}

} // namespace balcao::store
