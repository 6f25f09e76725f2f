// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A thread that owns one Connection and runs jobs on it, in the order in which they came. Jobs may be
// posted from any thread. Nobody waits: whoever needs the answer names a context object, and is not
// called when that is gone. Destruction lets the posted jobs finish, closes the connection in its own
// thread, and joins.
//
// Never QFuture::then(context, …): up to Qt 6.5 it looks at the context from the worker's thread, so a
// pane closed in the meantime is a failed assertion in debug builds and a race in release builds.
#pragma once

#include "sql/connection.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>

#include <functional>

namespace balcao::sql {

/// Calls use(const T &answer) in the thread of `context`, from its event loop, unless `context` is gone by
/// then. Called in that thread.
template <class T, class F>
void whenDone(const QFuture<T> &future, QObject *context, F use)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, use = std::move(use)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled())
            use(watcher->result());
    });
    watcher->setFuture(future);
}

class DbThread
{
public:
    /// Called in the new thread. When it fails, the job is answered with its error, and the next one tries again:
    /// a disk that was full may have room by then.
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

    /// The same, and use(const Result<T> &answer) in the context's thread: whenDone().
    template <class F, class G>
    void run(F job, QObject *context, G use)
    {
        whenDone(run(std::move(job)), context, std::move(use));
    }

private:
    using Job = std::function<void(const Result<Connection *> &)>;

    void post(Job job);

    Factory m_open; ///< touched in m_thread only; null once it ends
    QThread m_thread;
    QObject m_worker;                                 ///< lives in m_thread: its event queue is the queue of jobs
    Result<std::unique_ptr<Connection>> m_connection; ///< touched in m_thread only
};

} // namespace balcao::sql
