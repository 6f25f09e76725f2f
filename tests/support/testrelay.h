// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A whole relay in this process, on a free loopback port and a temporary folder, with a clock that moves
// when told to and a log that can be read; and the HTTP calls to speak to it.
#pragma once

#include "core/clock.h"
#include "relay/serve/relay.h"

#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <memory>

namespace balcao::test {

struct HttpAnswer
{
    int status = 0; ///< 0: no answer
    QByteArray body;
    QByteArray contentType;
    QByteArray retryAfter;

    /// The `type` of a problem document; empty for anything else.
    [[nodiscard]] QString problem() const;
};

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;
using PendingAnswer = std::unique_ptr<QNetworkReply>;

class TestRelay
{
public:
    static inline const QByteArray kAppSecret = "test-app-secret-5f2c";
    static inline const QByteArray kVerifyToken = "test-verify-token-91ab";
    static inline const QByteArray kWhatsappToken = "EAAtestwhatsapptoken77";
    static inline const QString kPhoneNumberId = QStringLiteral("106540352242922");

    explicit TestRelay(relay::Relay::Settings settings = {});
    ~TestRelay();

    /// Aborts the test run when the relay does not start: nothing can be tested then.
    void start();
    void stop();
    [[nodiscard]] relay::Relay &relay() { return *m_relay; }
    /// Before start().
    [[nodiscard]] relay::Config &config() { return m_config; }
    [[nodiscard]] relay::Relay::Settings &settings() { return m_settings; }

    HttpAnswer get(const QString &pathAndQuery, const QByteArray &token = {});
    HttpAnswer post(const QString &path, const QByteArray &body, const QByteArray &token = {},
                    const HttpHeaders &headers = {});
    HttpAnswer put(const QString &path, const QByteArray &body, const QByteArray &token = {});
    /// Signed as Meta does.
    HttpAnswer webhook(const QByteArray &body);
    static QByteArray signature(const QByteArray &body);

    /// Without waiting for the answer.
    PendingAnswer begin(const QByteArray &verb, const QString &pathAndQuery, const QByteArray &body,
                        const QByteArray &token, const HttpHeaders &headers = {});
    static HttpAnswer finish(const PendingAnswer &pending, int timeoutMs = 10'000);

    /// The console's answer, exit code 0 or the test run aborts.
    QStringList console(const QStringList &args, const QString &input = {});
    relay::ConsoleReply ask(const QStringList &args, const QString &input = {});
    /// A code from the console, spent: the new desk's token.
    QByteArray pairedDesk(const QString &device = QStringLiteral("PC"));

    [[nodiscard]] QByteArray logged() const; ///< all log lines so far
    /// The events that a desk without anything gets.
    QList<wire::Event> events(const QByteArray &token);
    [[nodiscard]] QString dataDir() const { return m_dir.path(); }
    ManualClock clock{1'795'000'000'000};

private:
    QTemporaryDir m_dir;
    mutable QMutex m_linesMutex;
    QByteArray m_lines;
    relay::Logger m_logger;
    relay::Config m_config;
    relay::Relay::Settings m_settings;
    std::unique_ptr<relay::Relay> m_relay;
    QNetworkAccessManager m_network;
};

} // namespace balcao::test
