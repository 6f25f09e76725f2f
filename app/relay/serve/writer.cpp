// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/writer.h"

#include "relay/serve/logger.h"
#include "relay/store/relaydata.h"
#include "sql/connection.h"
#include "sql/transaction.h"

#include <QThread>

#include <algorithm>
#include <future>
#include <utility>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds kLongestScrubPause{300};

/// After these SQLite may have ended the transaction by itself: a savepoint would then begin one anew,
/// and its release commit it. So the batch ends here.
bool endsTransaction(const Error &error)
{
    return error.kind == Error::Kind::Storage || error.kind == Error::Kind::Corrupt;
}

} // namespace

Writer::Writer(Logger &logger, qsizetype capacity) : m_logger(logger), m_capacity(capacity) {}

Writer::~Writer()
{
    stop();
}

Result<void> Writer::start(Open open, Hooks hooks)
{
    m_hooks = std::move(hooks);
    std::promise<Result<void>> opened;
    auto answer = opened.get_future();
    m_thread.reset(QThread::create([this, &opened, open = std::move(open)] {
        auto data = open();
        if (!data) {
            opened.set_value(data.error());
            return;
        }
        m_data = std::move(data).value();
        const auto head = m_data->log().head();
        m_head = head.valueOr(0);
        opened.set_value(head ? Result<void>() : Result<void>(head.error()));
        if (head)
            loop();
        m_data.reset();
    }));
    m_thread->setObjectName(u"writer"_s);
    {
        const QMutexLocker lock(&m_mutex);
        m_open = true;
    }
    m_thread->start();
    const Result<void> result = answer.get();
    if (!result)
        stop();
    return result;
}

void Writer::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_open = false;
        m_arrived.wakeAll();
    }
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

bool Writer::post(Job job, Done done)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_open || static_cast<qsizetype>(m_waiting.size()) >= m_capacity)
        return false;
    m_waiting.push_back(Entry{std::move(job), std::move(done), {}});
    m_arrived.wakeOne();
    return true;
}

qsizetype Writer::depth() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<qsizetype>(m_waiting.size()) + m_running;
}

Writer::Counts Writer::counts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_counts;
}

void Writer::loop()
{
    while (auto batch = takeAll()) {
        if (!batch->empty())
            write(*batch);
        scrub();
    }
}

std::optional<Writer::Batch> Writer::takeAll()
{
    const QMutexLocker lock(&m_mutex);
    m_running = 0;
    bool isScrubDue = false;
    while (m_waiting.empty() && m_open && !isScrubDue) {
        const bool owes = m_data->needsScrub();
        isScrubDue = !m_arrived.wait(&m_mutex, owes ? m_scrubAgain : QDeadlineTimer(QDeadlineTimer::Forever));
    }
    if (m_waiting.empty() && !m_open)
        return {};
    Batch batch = std::exchange(m_waiting, {});
    m_running = static_cast<qsizetype>(batch.size());
    return batch;
}

void Writer::write(Batch &batch)
{
    const Result<void> committed = runAll(batch);
    if (!committed)
        m_logger.warn("commit-failed"_L1, committed.error(), {{"jobs"_L1, batch.size()}});
    report(batch, committed);
}

Result<void> Writer::runAll(Batch &batch)
{
    auto transaction = sql::Transaction::begin(m_data->connection());
    if (!transaction)
        return transaction.error();
    for (Entry &entry : batch) {
        entry.outcome = runOne(entry);
        if (!entry.outcome && endsTransaction(entry.outcome.error()))
            return entry.outcome;
    }
    const auto head = m_data->log().head();
    if (!head)
        return head.error();
    if (m_hooks.beforeCommit) {
        if (const auto allowed = m_hooks.beforeCommit(); !allowed)
            return allowed;
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed;
    if (*head != std::exchange(m_head, *head) && m_hooks.moved)
        m_hooks.moved(*head);
    return {};
}

// When all who waited have been answered. While it cannot be done it is tried again, ever more seldom; also in a shop
// where nobody writes any more that day.
void Writer::scrub()
{
    if (!m_data->needsScrub() || !m_scrubAgain.hasExpired())
        return;
    if (const auto done = m_data->scrub(); !done)
        m_logger.warn("scrub-failed"_L1, done.error());
    m_scrubPause = m_data->needsScrub() ? std::min(2 * m_scrubPause, kLongestScrubPause) : kFirstScrubPause;
    m_scrubAgain.setRemainingTime(m_data->needsScrub() ? m_scrubPause : std::chrono::seconds(0));
}

Result<void> Writer::runOne(Entry &entry)
{
    auto part = sql::Savepoint::begin(m_data->connection());
    if (!part)
        return failure(Error::Kind::Storage, part.error().detail);
    if (const auto done = entry.job(*m_data); !done)
        return done;
    if (const auto kept = part->commit(); !kept)
        return failure(Error::Kind::Storage, kept.error().detail);
    return {};
}

void Writer::report(Batch &batch, const Result<void> &committed)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (committed) {
            ++m_counts.commits;
            m_counts.jobs +=
                static_cast<qint64>(std::ranges::count_if(batch, [](const Entry &e) { return e.outcome.ok(); }));
            m_counts.largestBatch = std::max(m_counts.largestBatch, static_cast<qint64>(batch.size()));
        } else {
            ++m_counts.failedCommits;
        }
    }
    const Result<void> lost = committed ? Result<void>() : failure(Error::Kind::Storage, committed.error().detail);
    for (const Entry &entry : batch) {
        if (entry.done)
            entry.done(committed ? entry.outcome : lost);
    }
}

} // namespace balcao::relay
