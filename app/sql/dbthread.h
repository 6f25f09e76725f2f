// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A thread that owns one Connection and runs jobs on it, in the order in which they came. Jobs may be
// posted from any thread. Nobody waits: the answer is a future, continued with .then(context, …).
// Destruction lets the posted jobs finish, closes the connection in its own thread, and joins.
#pragma once

#include "sql/connection.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <functional>

namespace balcao::sql {

class DbThread
{
public:
    /// Called once, in the new thread. When it fails, every job is answered with its error.
    using Factory = std::function<Result<std::unique_ptr<Connection>>()>;

    DbThread(const QString &name, Factory open);
    ~DbThread();
    Q_DISABLE_COPY_MOVE(DbThread)

    /// job(Connection &) -> Result<T>, called in the thread.
    template <class F, class Answer = std::invoke_result_t<F, Connection &>>
    QFuture<Answer> run(F job)
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start(); // a future that has not started says "finished" to whoever waits for it
        auto future = promise->future();
        post([promise, work = std::move(job)](const Result<Connection *> &connection) mutable {
            promise->addResult(connection ? Answer(work(**connection)) : Answer(connection.error()));
            promise->finish();
        });
        return future;
    }

private:
    using Job = std::function<void(const Result<Connection *> &)>;

    void post(Job job);

    QThread m_thread;
    QObject m_worker; ///< lives in m_thread: its event queue is the queue of jobs
    Result<std::unique_ptr<Connection>> m_connection; ///< touched in m_thread only
};

} // namespace balcao::sql
