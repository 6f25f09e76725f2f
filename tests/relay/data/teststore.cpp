// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "teststore.h"

#include "sql/transaction.h"

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

template <class T>
T must(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
    return std::move(result).value();
}

void done(const Result<void> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
}

} // namespace

TestStore::TestStore()
{
    reopen();
    wire::Command first = command(wire::AddOperator{manager, {u"Dona Cida"_s, Role::Manager}});
    first.operatorId = manager;
    apply(first);
    applyAsManager(wire::AddOperator{attendant, {u"Marcos"_s, Role::Attendant}});
}

void TestStore::open(const QString &path)
{
    m_data.reset();
    m_data = std::make_unique<relay::RelayData>(must(relay::RelayData::open(path, clock), "open"), clock);
}

void TestStore::reopen()
{
    open(path());
}

Result<void> TestStore::job(const std::function<Result<void>(relay::RelayData &)> &work)
{
    auto transaction = must(sql::Transaction::begin(m_data->connection()), "begin");
    Result<void> worked;
    {
        auto part = must(sql::Savepoint::begin(m_data->connection()), "savepoint");
        worked = work(*m_data);
        if (worked)
            done(part.commit(), "release");
    }
    done(transaction.commit(), "commit");
    return worked;
}

Result<void> TestStore::webhook(const QByteArray &body)
{
    return job([&](relay::RelayData &data) { return relay::Ingest::webhook(data, body, clock.nowMs()); });
}

void TestStore::text(const Writer &from, const QString &wamid, const QString &text, qint64 atMs)
{
    done(webhook(metaMessages(from, {metaText(from, wamid, text, atMs)})), "text");
}

void TestStore::status(const QString &wamid, const QString &status, const QJsonObject &more)
{
    done(webhook(metaStatuses({metaStatus(wamid, status, more)})), "status");
}

wire::Command TestStore::command(wire::CommandBody body)
{
    wire::Command made = wire::makeCommand(std::move(body), attendant, clock.nowMs());
    made.id = CommandId::create();
    return made;
}

wire::Outcome TestStore::apply(const wire::Command &command, std::optional<OperatorId> session)
{
    wire::Outcome outcome;
    done(job([&](relay::RelayData &data) -> Result<void> {
             BALCAO_TAKE(outcome, relay::Commands::apply(data, wire::toJson(command), desk, session));
             return {};
         }),
         "apply");
    return outcome;
}

wire::Outcome TestStore::applyAt(DeskId at, const wire::Command &command, std::optional<OperatorId> session)
{
    const DeskId here = std::exchange(desk, at);
    const wire::Outcome outcome = apply(command, session);
    desk = here;
    return outcome;
}

wire::Outcome TestStore::applyAsManager(wire::CommandBody body)
{
    wire::Command made = command(std::move(body));
    made.operatorId = manager;
    return apply(made, manager);
}

QList<wire::Event> TestStore::events(qint64 after)
{
    QList<wire::Event> all;
    for (;;) {
        const auto page = must(m_data->log().readAfter(all.isEmpty() ? after : all.last().seq, 500), "read");
        if (page.isEmpty())
            return all;
        all += page;
    }
}

qint64 TestStore::head()
{
    return must(m_data->log().head(), "head");
}

QString TestStore::kinds(qint64 after)
{
    QStringList kinds;
    for (const wire::Event &event : events(after))
        kinds.append(event.kind);
    return kinds.join(u' ');
}

qint64 TestStore::count(const QString &table)
{
    const auto rows =
        must(m_data->connection().prepare(u"SELECT count(*) FROM "_s + table).one([](const sql::Statement &row) {
            return row.int64(0);
        }),
             "count");
    return rows.value_or(-1);
}

QString problemOf(const wire::Outcome &outcome)
{
    return outcome.problem ? outcome.problem->type : QString();
}

} // namespace balcao::test
