// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One running relay: the whole graph in the order of its dependencies, and its end in the reverse. Used by
// `balcao-relay serve`, by the sandbox and, in process, by tests. Lives in a thread with an event loop.
#pragma once

#include "http/qthttpclient.h"
#include "relay/console/consolesocket.h"
#include "relay/serve/config.h"
#include "relay/serve/datalock.h"
#include "relay/serve/desktokens.h"
#include "relay/serve/eventroutes.h"
#include "relay/serve/logger.h"
#include "relay/serve/polls.h"
#include "relay/serve/services.h"
#include "relay/serve/slowwork.h"
#include "relay/serve/writer.h"
#include "relay/store/lastingacts.h"
#include "sql/connection.h"

#include <QTimer>

namespace balcao::relay {

class AccessRoutes;
class Bank;
class BankHookRoutes;
class Cashier;
class Refunder;
class WatchedBank;
class CommandRoutes;
class Console;
class HookRoutes;
class NumberWatch;
class Sender;

class Relay
{
public:
    struct Settings
    {
        qsizetype queueCapacity = 4096;
        std::function<Result<void>()> beforeCommit; ///< see Writer::Hooks
        bool console = true;
        bool sends = true;       ///< false: what is to be sent waits in the log
        bool bankIsHere = false; ///< a pretended bank on this machine: its webhooks come where this relay listens
        bool sandbox = false;    ///< pretended customers: never on a shop's own log, nor the other way round
    };

    Relay(Config config, const Clock &clock, Logger &logger);
    Relay(Config config, const Clock &clock, Logger &logger, Settings settings);
    ~Relay(); ///< stop()
    Q_DISABLE_COPY_MOVE(Relay)

    /// Conflict: another process has the data, or the address is taken.
    Result<void> start();
    /// Takes no more, answers the polls, writes what waits. Idempotent.
    void stop();

    [[nodiscard]] quint16 port() const { return m_edge.port(); }
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const LogId &log() const { return m_log; }
    Writer &writer() { return m_writer; }
    Polls &polls() { return m_polls; }
    const Counters &counters() const { return m_counters; }
    /// What the console's socket would answer.
    void ask(const ConsoleRequest &request, ConsoleServer::Reply reply);

    /// The relay's file in its data folder.
    static QString dataFile(const QString &dataDir);

private:
    Result<void> lockData();
    Result<void> openData();
    [[nodiscard]] Result<void> checkWhose(const QString &file) const;
    Result<std::unique_ptr<RelayData>> openForWriting(const QString &file);
    Result<std::unique_ptr<RelayData>> dataOn(Result<std::unique_ptr<sql::Connection>> connection) const;
    void startTimers();
    void noteLasting();
    void noteLastingAtTheEnd();
    void startSender();
    Result<void> makeBank();
    void startCashier();
    void logMoved(qint64 head);
    Result<void> startEdge();
    Result<void> startConsole();
    Services services();

    Config m_config;
    const Clock &m_clock;
    Logger &m_logger;
    Settings m_settings;
    LogId m_log;
    Counters m_counters;
    DeskTokens m_tokens;
    DataLock m_lock;
    SlowWork m_slowWork;
    Polls m_polls;
    LastingActs m_lasting; ///< writer thread
    Writer m_writer;
    QTimer m_timers;
    http::QtHttpClient m_http;
    DeskGate m_gate;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<NumberWatch> m_numbers;
    std::unique_ptr<http::HttpClient> m_bankClient;
    std::unique_ptr<Bank> m_bank;
    std::unique_ptr<WatchedBank> m_watched;
    std::unique_ptr<Cashier> m_cashier;   ///< null: no bank is configured
    std::unique_ptr<Refunder> m_refunder; ///< the same
    std::unique_ptr<BankHookRoutes> m_bankHooks;
    std::unique_ptr<HookRoutes> m_hooks;
    std::unique_ptr<EventRoutes> m_events;
    std::unique_ptr<CommandRoutes> m_commands;
    std::unique_ptr<AccessRoutes> m_access;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<ConsoleServer> m_consoleServer;
    edge::HttpEdge m_edge;
    bool m_started = false;
};

} // namespace balcao::relay
