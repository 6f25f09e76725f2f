// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/relay.h"

#include "core/disk.h"
#include "relay/bank/apipix.h"
#include "relay/bank/cashier.h"
#include "relay/bank/refunder.h"
#include "relay/bank/watchedbank.h"
#include "relay/console/console.h"
#include "relay/ingest/ingest.h"
#include "relay/sending/numberwatch.h"
#include "relay/sending/sender.h"
#include "relay/serve/accessroutes.h"
#include "relay/serve/bankhookroutes.h"
#include "relay/serve/commandroutes.h"
#include "relay/serve/hookroutes.h"
#include "relay/store/relaydata.h"
#include "relay/store/upkeep.h"
#include "sql/transaction.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How late a snooze may end.
constexpr auto kTimersEvery = 5s;
constexpr auto kDiskToldEvery = 1h;
/// Of one address; a shop's desks behind one router are some dozens.
constexpr int kPerAddress = 256;
const QString kSandboxKey = u"sandbox"_s;
const QString kShopToldKey = u"shop_told"_s;

bool warnOfFullDisk(const QString &folder, Logger &logger)
{
    const std::optional<qint64> room = freeBytesAt(folder);
    if (!room || *room >= kLittleDisk)
        return false;
    logger.warn("disk-nearly-full"_L1, {{"mb"_L1, *room / (1024 * 1024)}});
    return true;
}

Result<void> putChannels(RelayData &data, const QList<ChannelConfig> &channels)
{
    for (const ChannelConfig &channel : channels) {
        BALCAO_TRY(data.shop().configure(channel.phoneNumberId, channel.label));
        BALCAO_TRY(data.shop().setPayments(channel.phoneNumberId, channel.payments));
    }
    return {};
}

/// Desks learn the shop's name, its time zone and its bank from the log: what the configuration says anew is an event.
Result<void> tellShop(RelayData &data, const Config &config)
{
    const QString bank = config.bank ? config.bank->name : QString();
    const bool refunds = config.bank && config.bank->settings.refunds;
    const qint64 ends = config.bank ? certificateExpires(config.bank->settings).valueOr({}).value_or(0) : 0;
    const QByteArray configured = config.shopName.toUtf8() + '\n' + config.timezone + '\n' + bank.toUtf8() +
                                  (refunds ? "\nrefunds" : "") + (ends > 0 ? '\n' + QByteArray::number(ends) : "");
    BALCAO_TRY(data.setMeta(kBankKey, bank.toUtf8()));
    BALCAO_TRY(data.setMeta(kRefundsKey, refunds ? "1" : ""));
    const QByteArray which =
        config.bank ? config.bank->settings.baseUrl.toEncoded() + '\n' + config.bank->settings.clientId : QByteArray();
    BALCAO_TRY(data.refunds().begin(which));
    if (config.bank)
        BALCAO_TRY(data.strays().begin(which));
    BALCAO_TAKE(const QByteArray told, data.meta(kShopToldKey));
    BALCAO_TAKE(const QByteArray zone, data.meta(kTimezoneKey));
    if (told != configured || zone.isEmpty())
        BALCAO_TRY(data.setMeta(kTimezoneKey, config.timezone));
    if (told == configured)
        return {};
    wire::ShopChanged change;
    change.name = config.shopName;
    change.timezone = QString::fromLatin1(config.timezone);
    change.bank = bank;
    change.refunds = refunds;
    change.bankCertificateEnds = ends;
    BALCAO_TRY(data.announce({}, Stamp{}, change));
    BALCAO_TRY(data.setMeta(kBankStateKey, {})); // desks take the bank for well now
    return data.setMeta(kShopToldKey, configured);
}

GraphAccess graphOf(const Config &config)
{
    return {config.graphUrl, config.graphVersion, config.secrets.whatsappToken};
}

SenderSettings senderSettings(const Config &config)
{
    SenderSettings settings;
    settings.graph = graphOf(config);
    return settings;
}

QStringList numbersOf(const Config &config)
{
    QStringList numbers;
    for (const ChannelConfig &one : config.channels)
        numbers.append(one.phoneNumberId);
    return numbers;
}

} // namespace

Relay::Relay(Config config, const Clock &clock, Logger &logger) : Relay(std::move(config), clock, logger, Settings()) {}

Relay::Relay(Config config, const Clock &clock, Logger &logger, Settings settings)
    : m_config(std::move(config)),
      m_clock(clock),
      m_logger(logger),
      m_settings(std::move(settings)),
      m_polls(clock, logger),
      m_lasting(lastingFile(dataFile(m_config.dataDir))),
      m_writer(logger, m_settings.queueCapacity),
      m_http({m_config.graphUrl.host()}),
      m_gate(services()),
      m_sender(std::make_unique<Sender>(m_writer, m_http, clock, logger, senderSettings(m_config))),
      m_numbers(std::make_unique<NumberWatch>(m_writer, m_http, clock, logger, graphOf(m_config), numbersOf(m_config)))
{
}

Relay::~Relay()
{
    stop();
}

Services Relay::services()
{
    return {m_config, m_clock, m_logger, m_writer, m_polls, m_tokens, m_slowWork, m_counters, m_log};
}

QString Relay::dataFile(const QString &dataDir)
{
    return QDir(dataDir).absoluteFilePath(u"relay.db"_s);
}

Result<void> Relay::start()
{
    BALCAO_TRY(lockData());
    m_started = true;
    BALCAO_TRY(makeBank());
    BALCAO_TRY(openData());
    startTimers();
    startSender();
    BALCAO_TRY(startEdge());
    startCashier();
    if (m_settings.console)
        BALCAO_TRY(startConsole());
    m_logger.info("started"_L1, {{"log"_L1, m_log}, {"port"_L1, port()}, {"channels"_L1, m_config.channels.size()}});
    return {};
}

Result<void> Relay::lockData()
{
    if (!QDir(m_config.dataDir).exists()) {
        if (!QDir().mkpath(m_config.dataDir))
            return failure(Error::Kind::Storage, u"the data folder cannot be made"_s);
        QFile::setPermissions(m_config.dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return m_lock.take(m_config.dataDir);
}

Result<void> Relay::openData()
{
    const QString file = dataFile(m_config.dataDir);
    BALCAO_TRY(checkWhose(file));
    const auto moved = [this](qint64 head) { logMoved(head); };
    BALCAO_TRY(m_writer.start([this, file] { return openForWriting(file); }, {moved, m_settings.beforeCommit}));
    BALCAO_TAKE(const auto reader, dataOn(RelayData::openReadOnly(file)));
    BALCAO_TAKE(m_log, reader->log().id());
    BALCAO_TAKE(const qint64 head, reader->log().head());
    BALCAO_TAKE(auto desks, readDesks(*reader));
    m_tokens.replace(std::move(desks));
    return m_polls.start([this, file] { return dataOn(RelayData::openReadOnly(file)); }, head);
}

// Before anything is written: already opening a copy of a backup makes another log of it.
Result<void> Relay::checkWhose(const QString &file) const
{
    if (!QFile::exists(file))
        return {};
    const auto data = dataOn(RelayData::openReadOnly(file));
    const auto head = data ? (*data)->log().head() : Result<qint64>(0);
    if (!data || !head || *head == 0)
        return {}; // nobody's yet; what is wrong with it, opening it will say
    BALCAO_TAKE(const QByteArray mark, (*data)->meta(kSandboxKey));
    if (m_settings.sandbox && mark.isEmpty())
        return failure(Error::Kind::Conflict, u"this folder holds a shop's own log; the sandbox needs another"_s);
    if (!m_settings.sandbox && !mark.isEmpty())
        return failure(Error::Kind::Conflict, u"this folder holds a sandbox's pretended shop; serve needs another"_s);
    return {};
}

Result<std::unique_ptr<RelayData>> Relay::openForWriting(const QString &file)
{
    BALCAO_TAKE(auto data, dataOn(RelayData::open(file, m_clock)));
    if (m_settings.sandbox)
        BALCAO_TRY(data->setMeta(kSandboxKey, "1"));
    // Before anybody's token is read: on a restored copy somebody may have been revoked since.
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(data->connection()));
    BALCAO_TRY(redoLastingActs(*data, lastingFile(file)));
    BALCAO_TRY(transaction.commit());
    BALCAO_TAKE(const bool undone, mayHaveUndoneLastingActs(*data, lastingFile(file)));
    if (undone)
        m_logger.warn("restored-without-lasting-acts"_L1);
    BALCAO_TAKE(const qint64 head, data->log().head());
    m_lasting.committed(head);
    return data;
}

Result<std::unique_ptr<RelayData>> Relay::dataOn(Result<std::unique_ptr<sql::Connection>> connection) const
{
    if (!connection)
        return connection.error();
    return std::make_unique<RelayData>(std::move(connection).value(), m_clock);
}

// Also at once: what fell due while nobody served.
void Relay::startTimers()
{
    const auto failed = [this](const Result<void> &done) {
        if (!done)
            m_logger.warn("timers-failed"_L1, done.error());
    };
    m_writer.post(
        [config = m_config](RelayData &data) -> Result<void> {
            BALCAO_TRY(putChannels(data, config.channels));
            return tellShop(data, config);
        },
        failed);
    m_writer.post(runTimers, failed);
    noteLasting();
    m_writer.post([version = QCoreApplication::applicationVersion().toLatin1()](
                      RelayData &data) { return Ingest::readAgain(data, version); },
                  [this](const Result<void> &done) {
                      if (!done)
                          m_logger.warn("not-read-again"_L1, done.error());
                  });
    QObject::connect(&m_timers, &QTimer::timeout, &m_timers, [this, failed, quiet = QDeadlineTimer(0)]() mutable {
        m_writer.post(runTimers, failed);
        noteLasting();
        if (quiet.hasExpired() && warnOfFullDisk(m_config.dataDir, m_logger))
            quiet.setRemainingTime(kDiskToldEvery);
    });
    m_timers.start(kTimersEvery);
}

// A job of its own: where the file cannot be written, snoozes end all the same.
void Relay::noteLasting()
{
    m_writer.post([this](RelayData &data) { return m_lasting.note(data); },
                  [this](const Result<void> &noted) {
                      if (!noted)
                          m_logger.warn("lasting-not-noted"_L1, noted.error());
                  });
}

// What the last jobs did: the writer has ended, so all of it is durable. Not where the data were never opened.
void Relay::noteLastingAtTheEnd()
{
    const QString file = dataFile(m_config.dataDir);
    if (m_log.isNull() || !QFile::exists(file))
        return;
    const auto data = dataOn(RelayData::open(file, m_clock));
    const auto noted = data ? noteLastingActs(**data, lastingFile(file)) : Result<void>(data.error());
    if (!noted)
        m_logger.warn("lasting-not-noted"_L1, noted.error());
}

void Relay::startSender()
{
    if (!m_settings.sends)
        return;
    m_sender->start();
    m_numbers->start();
}

// Before there is a log to move: the writer's thread looks whether there is a cashier to wake.
Result<void> Relay::makeBank()
{
    if (!m_config.bank)
        return {};
    BALCAO_TAKE(m_bankClient, makeBankClient(m_config.bank->settings));
    m_bank = std::make_unique<ApiPix>(m_config.bank->settings, *m_bankClient, m_clock);
    m_watched = std::make_unique<WatchedBank>(*m_bank, m_writer, m_clock, m_logger);
    m_cashier = std::make_unique<Cashier>(m_writer, *m_watched, m_clock, m_logger);
    QObject::connect(m_cashier.get(), &Cashier::statementRead, m_cashier.get(),
                     [this](qint64 at) { m_polls.setBankRead(at); });
    m_refunder = std::make_unique<Refunder>(m_writer, *m_watched, m_clock, m_logger);
    return {};
}

void Relay::startCashier()
{
    if (!m_cashier)
        return;
    const BankConfig &bank = *m_config.bank;
    const QUrl here = m_settings.bankIsHere ? QUrl(url().toString() + u"/hooks/pix"_s) : bank.webhook;
    m_watched->start();
    m_refunder->start();
    m_cashier->start(here.isEmpty() ? here : webhookAddress(bank.settings, here, QString::fromLatin1(bank.hookSecret)));
}

// Writer thread; also while openData() and stop() run.
void Relay::logMoved(qint64 head)
{
    m_lasting.committed(head);
    m_polls.announce(head);
    QMetaObject::invokeMethod(m_sender.get(), &Sender::wake, Qt::QueuedConnection);
    QMetaObject::invokeMethod(m_numbers.get(), &NumberWatch::wake, Qt::QueuedConnection);
    if (m_cashier) {
        QMetaObject::invokeMethod(m_cashier.get(), &Cashier::wake, Qt::QueuedConnection);
        QMetaObject::invokeMethod(m_refunder.get(), &Refunder::wake, Qt::QueuedConnection);
    }
}

Result<void> Relay::startEdge()
{
    m_hooks = std::make_unique<HookRoutes>(services());
    m_events = std::make_unique<EventRoutes>(services(), m_gate);
    m_commands = std::make_unique<CommandRoutes>(services(), m_gate);
    m_access = std::make_unique<AccessRoutes>(services(), m_gate);
    m_hooks->addTo(m_edge);
    if (m_cashier) {
        m_bankHooks = std::make_unique<BankHookRoutes>(services(), m_config.bank->hookSecret, [this] {
            QMetaObject::invokeMethod(m_cashier.get(), &Cashier::wake, Qt::QueuedConnection);
        });
        m_bankHooks->addTo(m_edge);
    }
    m_events->addTo(m_edge);
    m_commands->addTo(m_edge);
    m_access->addTo(m_edge);
    edge::Limits limits;
    limits.perAddress = kPerAddress;
    // From loopback everybody comes through the proxy in front, named in the configuration or not.
    limits.loopbackIsCapped = false;
    const QByteArray proxy = QHostAddress(m_config.trustedProxy).toString().toLatin1();
    return m_edge.start(m_config.listenAddress.toString(), m_config.listenPort, limits, proxy);
}

Result<void> Relay::startConsole()
{
    m_console = std::make_unique<Console>(services(), dataFile(m_config.dataDir));
    m_consoleServer = std::make_unique<ConsoleServer>(
        [this](const ConsoleRequest &request, ConsoleServer::Reply reply) { ask(request, std::move(reply)); });
    return m_consoleServer->listen(consoleSocketPath(m_config.dataDir));
}

void Relay::ask(const ConsoleRequest &request, ConsoleServer::Reply reply)
{
    m_console->run(request, std::move(reply));
}

QUrl Relay::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_config.listenAddress.toString());
    url.setPort(port());
    return url;
}

// Whatever is under way is answered while everything still runs; only then do the threads end.
void Relay::stop()
{
    if (!std::exchange(m_started, false))
        return;
    m_timers.stop();
    m_sender->stop();
    m_numbers->stop();
    if (m_cashier) {
        m_cashier->stop();
        m_refunder->stop();
        m_watched->stop();
    }
    if (m_consoleServer)
        m_consoleServer->close();
    m_polls.close();
    m_edge.stop();
    m_slowWork.finish();
    if (m_console)
        m_console->finish();
    m_writer.stop();
    m_polls.stop();
    noteLastingAtTheEnd();
    // Each of those may have been at a request of the console.
    if (m_consoleServer)
        m_consoleServer->finish();
    m_consoleServer.reset();
    m_lock.release();
    const Writer::Counts counts = m_writer.counts();
    m_logger.info("stopped"_L1, {{"commits"_L1, counts.commits},
                                 {"jobs"_L1, counts.jobs},
                                 {"webhooks"_L1, m_counters.webhooks.load()},
                                 {"bad_signatures"_L1, m_counters.badSignatures.load()}});
}

} // namespace balcao::relay
