// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How `balcao-relay pair` and its siblings reach a running `serve`: a local socket only its user may open
// (0600), one JSON line each way. What is asked and answered never reaches a log.
#pragma once

#include "core/result.h"

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <functional>

namespace balcao::relay {

struct ConsoleRequest
{
    QStringList args; ///< the verb first
    QString input;    ///< what must not stand in argv: a PIN
};

struct ConsoleReply
{
    int exitCode = 0; ///< 0 done, 1 not done, 2 wrong usage
    QStringList lines;
};

/// Beside the data, or, where that path is longer than a socket address holds, in the runtime folder.
QString consoleSocketPath(const QString &dataDir);

/// Main thread of `serve`.
class ConsoleServer : public QObject
{
    Q_OBJECT

public:
    using Reply = std::function<void(const ConsoleReply &)>; ///< any thread, once
    using Handler = std::function<void(const ConsoleRequest &, Reply)>;

    explicit ConsoleServer(Handler handler);
    ~ConsoleServer() override;

    /// Replaces a socket that a dead process left; the caller holds the lock on the data.
    Result<void> listen(const QString &path);
    /// Hears no more; what is under way may still be answered.
    void close() { m_server.close(); }
    /// Once nobody can answer any more: what has been answered goes out.
    void finish();

private:
    void take();
    void read(class QLocalSocket *socket);

    Handler m_handler;
    QLocalServer m_server;
};

/// Offline when no `serve` listens there. Blocks for at most `timeoutMs`; -1: for as long as that one lives.
Result<ConsoleReply> askRunningRelay(const QString &path, const ConsoleRequest &request, int timeoutMs);

} // namespace balcao::relay
