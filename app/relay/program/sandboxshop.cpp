// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/sandboxshop.h"

#include "sandbox/controldoor.h"
#include "sandbox/fakebankdoor.h"

#include <QFile>
#include <QRandomGenerator>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray randomSecret()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

sandbox::Account ownAccount()
{
    sandbox::Account account;
    account.wabaId = u"100000000000001"_s;
    account.channels = {{u"100000000000101"_s, u"551935550142"_s, u"Padaria Flor do Trigo"_s},
                        {u"100000000000102"_s, u"551935550143"_s, u"Flor do Trigo Auto Peças"_s}};
    account.accessToken = randomSecret();
    account.appSecret = randomSecret();
    return account;
}

sandbox::Town::Rhythm fastRhythm()
{
    return {500, 2 * kSecondMs, kSecondMs, 3 * kSecondMs, 850};
}

} // namespace

void SandboxShop::LateSink::post(const QByteArray &body, const QByteArray &signature, std::function<void(int)> done)
{
    if (to)
        to->post(body, signature, std::move(done));
}

SandboxShop::SandboxShop(Settings settings, const Clock &systemClock, Logger &logger)
    : m_settings(std::move(settings)),
      m_system(systemClock),
      m_logger(logger),
      m_clock(systemClock),
      m_account(ownAccount()),
      m_faults(m_settings.seed),
      m_http({u"127.0.0.1"_s})
{
}

// The relay first: it answers what is under way while those who ask still stand.
SandboxShop::~SandboxShop()
{
    m_seeding.reset();
    m_town.reset();
    if (m_relay)
        m_relay->stop();
    if (m_graph)
        m_graph->stop();
    if (m_bank)
        m_bank->stop();
}

void SandboxShop::open(Opened opened)
{
    m_opened = std::move(opened);
    if (const auto started = start(); !started)
        return giveUp(started.error());
    if (isFresh())
        pairOwnDesk();
    else
        becomePresent();
}

Config SandboxShop::config() const
{
    Config config;
    config.listenPort = m_settings.port;
    config.dataDir = m_settings.dataDir;
    config.shopName = u"Padaria Flor do Trigo"_s;
    config.graphUrl = m_graph->url();
    config.graphVersion = m_account.graphVersion;
    config.wabaId = m_account.wabaId;
    for (const sandbox::Channel &channel : m_account.channels)
        config.channels.append({static_cast<int>(config.channels.size()) + 1, channel.phoneNumberId, channel.label});
    config.secrets = {m_account.accessToken, m_account.appSecret, randomSecret()};
    config.bank = bankConfig();
    return config;
}

BankConfig SandboxShop::bankConfig() const
{
    BankConfig bank;
    bank.name = u"Banco Exemplo"_s;
    bank.settings.baseUrl = m_bank->baseUrl();
    bank.settings.tokenUrl = m_bank->tokenUrl();
    bank.settings.clientId = m_bank->book().account().clientId;
    bank.settings.clientSecret = m_bank->book().account().clientSecret;
    bank.hookSecret = randomSecret();
    return bank;
}

/// Before the relay, which asks it at once.
Result<void> SandboxShop::startBank()
{
    m_bank = std::make_unique<sandbox::FakeBank>(m_clock, m_http, sandbox::BankAccount(), m_settings.seed);
    m_crowd = std::make_unique<sandbox::FakeBankCrowd>(*m_bank, m_settings.seed);
    sandbox::addBankDoor(*m_bank,
                         [this](const QByteArray &method, const QByteArray &path, sandbox::FakeBank::Handler handler) {
                             m_graph->addRoute(method, path, std::move(handler));
                         });
    return m_bank->start(0);
}

Result<void> SandboxShop::start()
{
    BALCAO_TAKE(m_cast, sandbox::Cast::load());
    m_cast.introduce(m_book);
    m_sender = std::make_unique<sandbox::WebhookSender>(m_account, m_faults, m_book, m_sink);
    m_graph = std::make_unique<sandbox::FakeGraph>(m_clock, m_faults, m_book, *m_sender, m_settings.seed);
    m_town = std::make_unique<sandbox::Town>(m_cast, m_clock, *m_graph, *m_sender, m_settings.seed);
    if (m_settings.fast)
        m_town->setRhythm(fastRhythm());
    sandbox::addControlDoor(*m_graph, m_faults,
                            [this](int customer, const QString &text) { return m_town->say(customer, text); });
    BALCAO_TRY(startBank());
    BALCAO_TRY(m_graph->start(0));

    const QString file = Relay::dataFile(m_settings.dataDir);
    const QList<sandbox::ScriptLine> lines = m_cast.script(m_system.nowMs());
    if (!QFile::exists(file) && !lines.isEmpty())
        m_clock.setOffsetMs(lines.first().atMs - kHourMs - m_system.nowMs());
    Relay::Settings pretended;
    pretended.sandbox = true;
    pretended.bankIsHere = true;
    m_relay = std::make_unique<Relay>(config(), m_clock, m_logger, pretended);
    BALCAO_TRY(m_relay->start());
    m_sink.to =
        std::make_unique<sandbox::HttpWebhookSink>(m_http, QUrl(m_relay->url().toString() + u"/hooks/whatsapp"_s));
    return {};
}

bool SandboxShop::isFresh() const
{
    return m_clock.offsetMs() != 0;
}

void SandboxShop::pairOwnDesk()
{
    m_desk = std::make_unique<ShopDesk>(m_http, m_clock, m_relay->url(),
                                        [this](const QString &id) { return m_cast.find(id); });
    m_relay->ask({{u"pair"_s}, {}}, [this](const ConsoleReply &reply) {
        QMetaObject::invokeMethod(&m_context, [this, code = reply.lines.value(0)] {
            m_desk->pair(code, [this](bool paired) {
                if (!paired)
                    return giveUp(failure(Error::Kind::Internal, u"the sandbox's own desk could not be paired"_s));
                m_desk->addStaff([this](bool added) {
                    if (!added)
                        return giveUp(failure(Error::Kind::Internal, u"the sandbox's staff could not be added"_s));
                    seedHistory();
                });
            });
        });
    });
}

void SandboxShop::seedHistory()
{
    sandbox::Seeding::Hooks hooks;
    hooks.setClock = [this](qint64 nowMs) { sandbox::moveForward(m_clock, m_system, nowMs); };
    hooks.doAsShop = [this](const sandbox::Person &person, const sandbox::ScriptLine &line, const QString &quotedWamid,
                            std::function<void(bool)> done) {
        if (line.isCharge())
            return m_desk->charge(line, std::move(done));
        if (line.isPayment())
            return payAtBank(line, std::move(done));
        m_desk->say(person.index, line.text, quotedWamid, std::move(done));
    };
    m_crowd->setAway(true);
    hooks.finished = [this](const Result<void> &finished) {
        if (!finished)
            return giveUp(finished.error());
        m_logger.info("seeded"_L1, {{"lines"_L1, m_seeding->linesTotal()}, {"refused"_L1, m_seeding->refused()}});
        m_clock.setOffsetMs(0);
        m_crowd->setAway(false);
        m_desk->settleIn([this](bool settled) {
            if (!settled)
                return giveUp(failure(Error::Kind::Internal, u"the sandbox's shop could not settle in"_s));
            becomePresent();
        });
    };
    m_seeding = std::make_unique<sandbox::Seeding>(m_cast, m_system.nowMs(), *m_graph, *m_sender, std::move(hooks),
                                                   m_settings.seed);
    m_seeding->start();
}

void SandboxShop::payAtBank(const sandbox::ScriptLine &line, std::function<void(bool)> done)
{
    if (line.about < 0) {
        m_bank->payWithoutCharge(line.amount());
        return done(true);
    }
    const sandbox::Person &person = m_cast.people().at(line.person);
    const QString paid = m_bank->payAnyhow(m_desk->txidOf(line), line.amount(), {person.name, QString()});
    paid.isEmpty() ? done(false) : m_desk->awaitPaid(line, std::move(done));
}

void SandboxShop::becomePresent()
{
    m_clock.setOffsetMs(0);
    m_town->start();
    if (!m_desk)
        return giveCode();
    m_relay->ask({{u"revoke"_s, m_desk->desk().text()}, {}},
                 [this](const ConsoleReply &) { QMetaObject::invokeMethod(&m_context, [this] { giveCode(); }); });
}

void SandboxShop::giveCode()
{
    m_relay->ask({{u"pair"_s}, {}}, [this](const ConsoleReply &reply) {
        QMetaObject::invokeMethod(&m_context, [this, code = reply.lines.value(0)] {
            m_opened(Ready{m_relay->url(), code, m_graph->url()});
        });
    });
}

void SandboxShop::giveUp(const Error &error)
{
    m_opened(error);
}

} // namespace balcao::relay
