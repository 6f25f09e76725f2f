// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A shop to try things with: a real relay whose graph_url is a FakeGraph in this process and whose bank is a FakeBank,
// customers who wrote over the last days, go on writing and pay. The relay differs from production by those URLs. The
// history goes through the real write path under a clock set days back, which then becomes the present.
#pragma once

#include "core/clock.h"
#include "http/qthttpclient.h"
#include "relay/program/shopdesk.h"
#include "relay/serve/relay.h"
#include "sandbox/cast.h"
#include "sandbox/fakebank.h"
#include "sandbox/fakebankcrowd.h"
#include "sandbox/fakegraph.h"
#include "sandbox/seeding.h"
#include "sandbox/town.h"

#include <functional>
#include <memory>

namespace balcao::relay {

class SandboxShop
{
public:
    struct Settings
    {
        QString dataDir;
        quint16 port = 0;
        quint32 seed = 1;
        bool fast = false;
    };
    struct Ready
    {
        QUrl url;     ///< the relay's
        QString code; ///< pairs one desk
        QUrl control; ///< the FakeGraph's, with its /_sandbox doors
    };
    using Opened = std::function<void(const Result<Ready> &)>;

    SandboxShop(Settings settings, const Clock &systemClock, Logger &logger);
    ~SandboxShop();
    Q_DISABLE_COPY_MOVE(SandboxShop)

    /// Calls back once, from the event loop or at once.
    void open(Opened opened);

private:
    /// Where webhooks go once the relay's port is known.
    class LateSink final : public sandbox::WebhookSink
    {
    public:
        void post(const QByteArray &body, const QByteArray &signature, std::function<void(int)> done) override;
        std::unique_ptr<sandbox::HttpWebhookSink> to;
    };

    Result<void> start();
    Config config() const;
    [[nodiscard]] BankConfig bankConfig() const;
    Result<void> startBank();
    void pairOwnDesk();
    void seedHistory();
    void payAtBank(const sandbox::ScriptLine &line, std::function<void(bool)> done);
    void becomePresent();
    void giveCode();
    void giveUp(const Error &error);
    [[nodiscard]] bool isFresh() const;

    Settings m_settings;
    const Clock &m_system;
    Logger &m_logger;
    OffsetClock m_clock;
    sandbox::Account m_account;
    sandbox::Cast m_cast;
    sandbox::PhoneBook m_book;
    sandbox::FaultBoard m_faults;
    http::QtHttpClient m_http;
    LateSink m_sink;
    std::unique_ptr<sandbox::WebhookSender> m_sender;
    std::unique_ptr<sandbox::FakeGraph> m_graph;
    std::unique_ptr<sandbox::Town> m_town;
    std::unique_ptr<sandbox::FakeBank> m_bank;
    std::unique_ptr<sandbox::FakeBankCrowd> m_crowd;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<ShopDesk> m_desk;
    std::unique_ptr<sandbox::Seeding> m_seeding;
    QObject m_context;
    Opened m_opened;
};

} // namespace balcao::relay
