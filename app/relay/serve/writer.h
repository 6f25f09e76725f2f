// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The one thread that writes the relay's file. Jobs wait in a bounded queue; the thread takes all of them
// at once, runs each in a savepoint of one transaction, commits with synchronous=FULL, and only then says
// so. A commit that fails (disk full) fails its jobs with Kind::Storage and nothing else: the next one
// tries again, so writing resumes by itself once there is space.
#pragma once

#include "core/result.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QWaitCondition>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QThread;

namespace balcao::relay {

class Logger;
class RelayData;

class Writer
{
public:
    /// In the writer thread, inside the transaction. An error undoes this job alone.
    using Job = std::function<Result<void>(RelayData &)>;
    /// In the writer thread, after the commit: the job's own error, or Storage when nothing became durable.
    /// Must not block.
    using Done = std::function<void(const Result<void> &)>;
    using Open = std::function<Result<std::unique_ptr<RelayData>>()>;

    struct Hooks
    {
        /// After a commit that moved the head, before the jobs' own `done`. Writer thread.
        std::function<void(qint64 head)> moved;
        /// Just before COMMIT; an error makes the commit fail. For tests.
        std::function<Result<void>()> beforeCommit;
    };

    struct Counts
    {
        qint64 commits = 0;
        qint64 jobs = 0; ///< that became durable
        qint64 largestBatch = 0;
        qint64 failedCommits = 0;
    };

    Writer(Logger &logger, qsizetype capacity = 4096);
    ~Writer(); ///< stop()
    Q_DISABLE_COPY_MOVE(Writer)

    /// Opens in the new thread and waits for it. Set hooks before.
    Result<void> start(Open open, Hooks hooks = {});
    /// Takes no more, writes what waits, closes. Idempotent.
    void stop();

    /// Any thread. False: full or stopped; `done` is not called then.
    bool post(Job job, Done done = {});

    [[nodiscard]] qsizetype depth() const;
    [[nodiscard]] Counts counts() const;

private:
    struct Entry
    {
        Job job;
        Done done;
        Result<void> outcome;
    };
    using Batch = std::vector<Entry>;
    static constexpr std::chrono::seconds kFirstScrubPause{1};

    void loop();
    /// Waits for jobs. Nothing: stopped, and none are left; no jobs: a scrub is due.
    std::optional<Batch> takeAll();
    void write(Batch &batch);
    Result<void> runAll(Batch &batch);
    void scrub();
    Result<void> runOne(Entry &entry);
    void report(Batch &batch, const Result<void> &committed);

    Logger &m_logger;
    const qsizetype m_capacity;
    Hooks m_hooks;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<RelayData> m_data; ///< writer thread only
    qint64 m_head = 0;                 ///< writer thread only
    QDeadlineTimer m_scrubAgain{0};    ///< not before; writer thread only
    std::chrono::seconds m_scrubPause = kFirstScrubPause;

    mutable QMutex m_mutex;
    QWaitCondition m_arrived;
    Batch m_waiting;
    qsizetype m_running = 0; ///< jobs taken but not answered
    bool m_open = false;
    Counts m_counts;
};

} // namespace balcao::relay
