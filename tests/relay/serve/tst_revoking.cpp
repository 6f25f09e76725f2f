// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A desk that is revoked while its commands wait, tokens that cannot be read, and commands that trip over
// a mistake of the relay's own.

#include "core/problem.h"
#include "relay/store/relaydata.h"
#include "sql/connection.h"
#include "support/testmain.h"
#include "support/testrelay.h"

#include <QMutex>
#include <QTemporaryDir>

#include <algorithm>

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_revoking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsFromARevokedDeskIsNotApplied()
    {
        const QByteArray lost = m_relay->pairedDesk(u"lost"_s);
        const QString desk = idOf(u"lost"_s);
        m_gate.lock();
        m_holds = true;
        m_relay->relay().ask({{u"desks"_s}, {}}, [](const ConsoleReply &) {});
        QTRY_VERIFY(m_isHeld);
        m_relay->relay().ask({{u"revoke"_s, desk}, {}}, [](const ConsoleReply &) {});
        QTRY_COMPARE(m_relay->relay().writer().depth(), 2);
        const auto late = m_relay->begin("POST", u"/v1/commands"_s, batch({tag(u"tarde"_s)}), lost);
        QTRY_COMPARE(m_relay->relay().writer().depth(), 3); // let in: the token was good
        m_gate.unlock();
        const HttpAnswer answer = TestRelay::finish(late);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.problem(), QString(problem::kDeskRevoked));
        QVERIFY(!m_relay->logged().contains("command-not-applied"));
        QVERIFY(tagsOf().isEmpty());
    }

    void nobodyHearsOfARevocationBeforeTheTokenIsShut()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"relay.db"_s);
        const ManualClock clock(1'795'000'000'000);
        RelayData data(RelayData::open(file, clock).value(), clock);
        const auto paired = data.registry().pair(*data.registry().newCode(), u"lost"_s, u"0123456789abcdef"_s);

        QMutex lines;
        QByteArray logged;
        Logger logger(clock, [&](const QByteArray &line) {
            const QMutexLocker lock(&lines);
            logged += line;
        });
        const Config config;
        Writer writer(logger);
        Polls polls(clock, logger);
        DeskTokens tokens;
        SlowWork slowWork;
        Counters counters;
        const LogId log = *data.log().id();
        tokens.replace(*readDesks(data));
        QVERIFY(polls.start(
            [&]() -> Result<std::unique_ptr<RelayData>> {
                return std::make_unique<RelayData>(*RelayData::openReadOnly(file), clock);
            },
            0));

        // Revoked in the file, but the registry cannot be read for a while.
        QVERIFY(*data.registry().revoke((*paired)->desk, Stamp{}));
        QVERIFY(data.connection().exec(u"ALTER TABLE desk RENAME TO desk_away"_s));
        std::atomic<bool> told = false;
        refreshTokens({config, clock, logger, writer, polls, tokens, slowWork, counters, log},
                      [&told] { told = true; });
        QTRY_VERIFY([&] {
            const QMutexLocker lock(&lines);
            return logged.contains("tokens-not-read");
        }());
        QVERIFY(!told);
        QVERIFY(!tokens.find((*paired)->token.toLatin1())->revoked);
        QVERIFY(data.connection().exec(u"ALTER TABLE desk_away RENAME TO desk"_s));
        QTRY_VERIFY(told);
        QVERIFY(tokens.find((*paired)->token.toLatin1())->revoked);
        polls.stop();
    }

    void mistakeOfTheRelayIsAnsweredTheSameEachTime()
    {
        // A ring of aliases, which no command can make.
        const ConversationId one = ConversationId::create();
        const ConversationId two = ConversationId::create();
        auto other = sql::Connection::open(Relay::dataFile(m_relay->dataDir()));
        QVERIFY(other);
        for (const auto &[given, id] : {std::pair(one, two), std::pair(two, one)})
            QVERIFY((*other)->prepare(u"INSERT INTO alias (given, id) VALUES (?, ?)"_s).bind(given).bind(id).run());
        const wire::Command trips = wire::makeCommand(wire::ResolveConversation{one}, m_ana, m_relay->clock.nowMs());
        const QByteArray body = batch({trips, tag(u"depois"_s)});
        const auto first = outcomes(m_relay->post(u"/v1/commands"_s, body, m_token));
        QCOMPARE(first.size(), 2);
        QCOMPARE(first[0].status, wire::OutcomeStatus::Rejected);
        QCOMPARE(first[0].problem->type, QString(problem::kInternal));
        QCOMPARE(first[1].status, wire::OutcomeStatus::Accepted);
        QVERIFY((*other)->exec(u"DELETE FROM alias"_s));
        const auto again = outcomes(m_relay->post(u"/v1/commands"_s, body, m_token));
        QCOMPARE(again.size(), 2);
        QVERIFY(again[0].repeated);
        QCOMPARE(again[0].status, wire::OutcomeStatus::Rejected);
        QCOMPARE(again[0].problem->type, QString(problem::kInternal));
        QVERIFY(again[1].repeated);
    }

    void init()
    {
        m_holds = false;
        m_isHeld = false;
        Relay::Settings settings;
        settings.beforeCommit = [this]() -> Result<void> {
            if (m_holds.exchange(false)) {
                m_isHeld = true;
                const QMutexLocker wait(&m_gate);
            }
            return {};
        };
        m_relay = std::make_unique<TestRelay>(std::move(settings));
        m_relay->start();
        m_token = m_relay->pairedDesk();
        m_ana = *OperatorId::fromText(
            m_relay->console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s}, u"246802"_s).value(0));
    }
    void cleanup() { m_relay.reset(); }

private:
    QString idOf(const QString &device)
    {
        const QStringList desks = m_relay->console({u"desks"_s});
        const auto line = std::ranges::find_if(desks, [&](const QString &one) { return one.endsWith(device); });
        return line == desks.end() ? QString() : line->section(u' ', 0, 0);
    }
    wire::Command tag(const QString &name)
    {
        return wire::makeCommand(wire::DefineTag{TagId::create(), {name, u"#b4531a"_s}}, m_ana, m_relay->clock.nowMs());
    }
    static QByteArray batch(const QList<wire::Command> &commands)
    {
        wire::CommandBatch batch;
        for (const wire::Command &command : commands)
            batch.commands.append(wire::toJson(command));
        return wire::toBytes(batch);
    }
    static QList<wire::Outcome> outcomes(const HttpAnswer &answer)
    {
        const auto read = wire::fromBytes<wire::OutcomeBatch>(answer.body);
        return read ? read->outcomes : QList<wire::Outcome>();
    }
    QList<wire::Event> tagsOf()
    {
        QList<wire::Event> events = m_relay->events(m_token);
        events.removeIf([](const wire::Event &event) { return event.kind != wire::TagDefined::kKind; });
        return events;
    }

    std::unique_ptr<TestRelay> m_relay;
    QMutex m_gate;
    std::atomic<bool> m_holds = false;
    std::atomic<bool> m_isHeld = false;
    OperatorId m_ana;
    QByteArray m_token;
};

BALCAO_TEST(tst_revoking)
#include "tst_revoking.moc"
