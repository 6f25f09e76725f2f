// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/problem.h"
#include "support/quickpins.h"
#include "support/testmain.h"
#include "support/testrelay.h"

#include <algorithm>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_access : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightCodeGivesATokenThatWorksAtOnce()
    {
        const auto answer = pair(code(), u"n1"_s);
        QCOMPARE(answer.status, 200);
        const auto paired = wire::fromBytes<wire::PairAnswer>(answer.body);
        QVERIFY(paired.ok());
        QCOMPARE(paired->shop.name, u"Padaria Lua"_s);
        QCOMPARE(m_relay->get(u"/v1/events?wait=0"_s, paired->token.toLatin1()).status, 200);
    }

    void sameCodeAndNonceGiveTheSameToken()
    {
        const QString once = code();
        const auto first = pair(once, u"n1"_s);
        const auto again = pair(once, u"n1"_s);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.body, first.body);
        QCOMPARE(pair(once, u"n2"_s).problem(), QString(problem::kCodeWrong));
    }

    void wrongTriesOfOthersDoNotKillTheCode()
    {
        const QString right = code();
        for (int i = 0; i < 9; ++i)
            QCOMPARE(pair(u"00000000"_s, u"n"_s).problem(), QString(problem::kCodeWrong));
        QCOMPARE(pair(right, u"n"_s).status, 200);
    }

    void nonceThatCouldBeGuessedIsRefused()
    {
        const QString once = code();
        for (const QString &nonce : {QString(), u"0123456789abcde"_s}) {
            const auto refused = m_relay->post(u"/v1/pair"_s, wire::toBytes(wire::PairRequest{once, u"PC"_s, nonce}));
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.problem(), QString(problem::kBadRequest));
        }
        QCOMPARE(pair(once, u"n"_s).status, 200); // it cost nothing
    }

    void neighboursOfOneNetworkShareTheirTries()
    {
        m_relay->stop();
        m_relay->config().trustedProxy = u"127.0.0.1"_s;
        m_relay->start();
        const auto tryFrom = [this](const QByteArray &address) {
            const wire::PairRequest request{u"00000000"_s, u"PC"_s, u"0123456789abcdef"_s};
            return m_relay->post(u"/v1/pair"_s, wire::toBytes(request), {}, {{"X-Forwarded-For", address}}).status;
        };
        for (int i = 0; i < 10; ++i)
            QCOMPARE(tryFrom("2001:db8::" + QByteArray::number(i)), 403);
        QCOMPARE(tryFrom("2001:db8::ffff"), 429);
        QCOMPARE(tryFrom("2001:db8:0:1::1"), 403);
    }

    void codeDiesAfterTenMinutes()
    {
        const QString old = code();
        m_relay->clock.advanceMs(10 * kMinuteMs + 1);
        QCOMPARE(pair(old, u"n"_s).problem(), QString(problem::kCodeWrong));
    }

    void eleventhTryInAMinuteIsRefusedWhateverItsCode()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(pair(u"00000000"_s, u"n"_s).status, 403);
        const QString right = code();
        const auto refused = pair(right, u"n"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.problem(), QString(problem::kTooManyTries));
        QVERIFY(refused.retryAfter.toInt() > 0);
        m_relay->clock.advanceMs(kMinuteMs);
        QCOMPARE(pair(right, u"n"_s).status, 200);
    }

    void malformedPairingIsABadRequest_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no nonce") << QByteArray(R"({"code":"A","device":"PC"})");
        QTest::newRow("code a number") << QByteArray(R"({"code":1,"device":"PC","nonce":"n"})");
        QTest::newRow("nested deep") << QByteArray(20'000, '[');
    }

    void malformedPairingIsABadRequest()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(m_relay->post(u"/v1/pair"_s, body).problem(), QString(problem::kBadRequest));
    }

    void rightPinOpensASession()
    {
        const auto answer = openSession(m_ana, u"123456"_s);
        QCOMPARE(answer.status, 200);
        const auto session = wire::fromBytes<wire::SessionAnswer>(answer.body);
        QVERIFY(session.ok());
        QCOMPARE(session->expires, m_relay->clock.nowMs() + 15 * kMinuteMs);
    }

    void fiveWrongPinsBlockAlsoTheRightOneForAWhile()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(openSession(m_ana, u"000000"_s).problem(), QString(problem::kPinWrong));
        const auto blocked = openSession(m_ana, u"123456"_s);
        QCOMPARE(blocked.status, 429);
        QVERIFY(blocked.retryAfter.toInt() > 0 && blocked.retryAfter.toInt() <= 30);
        m_relay->clock.advanceMs(31 * kSecondMs);
        QCOMPARE(openSession(m_ana, u"123456"_s).status, 200);
    }

    void aWrongPinSaysHowManyTriesAreLeft()
    {
        for (const char *left : {"4", "3", "2", "1", "0"})
            QVERIFY(openSession(m_ana, u"000000"_s).body.contains(QByteArray("\"detail\":\"") + left + '"'));
    }

    void guessesAtTheSameTimeCannotSlipPastTheLimit()
    {
        const SlowPins slow; // so that all have been let in before the first is counted
        std::vector<PendingAnswer> guesses;
        for (int i = 0; i < 12; ++i) {
            guesses.push_back(m_relay->begin(
                "POST", u"/v1/sessions"_s,
                wire::toBytes(wire::SessionRequest{m_ana, u"0000%1"_s.arg(i, 2, 10, QLatin1Char('0'))}), m_token));
        }
        int counted = 0;
        for (const auto &guess : guesses)
            counted += TestRelay::finish(guess, 30'000).problem() == problem::kPinWrong ? 1 : 0;
        QCOMPARE(counted, 5);
        QCOMPARE(openSession(m_ana, u"123456"_s).status, 429);
    }

    void unknownAndDisabledOperatorsAreNamed()
    {
        QCOMPARE(openSession(OperatorId::create(), u"123456"_s).problem(), QString(problem::kOperatorUnknown));
        m_relay->console({u"operators"_s, u"disable"_s, m_bruno.text()});
        QCOMPARE(openSession(m_bruno, u"123456"_s).problem(), QString(problem::kOperatorDisabled));
    }

    void firstPinMayBeSetByAnyDesk()
    {
        QCOMPARE(setPin({m_bruno, u"4321"_s, {}, {}}).status, 200);
        QCOMPARE(openSession(m_bruno, u"4321"_s).status, 200);
        QCOMPARE(setPin({m_bruno, u"1111"_s, {}, {}}).problem(), QString(problem::kPinWrong));
    }

    void aSecondManagersFirstPinNeedsAManager()
    {
        const OperatorId caio = OperatorId::create();
        const auto anas = wire::fromBytes<wire::SessionAnswer>(openSession(m_ana, u"123456"_s).body);
        const wire::CommandBatch add{{wire::toJson(withId({wire::AddOperator{caio, {u"Caio"_s, Role::Manager}}}))},
                                     anas->session};
        QCOMPARE(outcomesOf(m_relay->post(u"/v1/commands"_s, wire::toBytes(add), m_token)).at(0).status,
                 wire::OutcomeStatus::Accepted);
        QCOMPARE(setPin({caio, u"654321"_s, {}, {}}).problem(), QString(problem::kManagerNeeded));
        QCOMPARE(setPin({caio, u"654321"_s, {}, anas->session}).status, 200);
        QCOMPARE(openSession(caio, u"654321"_s).status, 200);
    }

    void ownerChangesThePinWithTheOldOne()
    {
        QCOMPARE(setPin({m_ana, u"777777"_s, u"000000"_s, {}}).problem(), QString(problem::kPinWrong));
        QCOMPARE(setPin({m_ana, u"777777"_s, u"123456"_s, {}}).status, 200);
        QCOMPARE(openSession(m_ana, u"123456"_s).status, 403);
        QCOMPARE(openSession(m_ana, u"777777"_s).status, 200);
    }

    void managersSessionSetsAnothersPin()
    {
        QCOMPARE(setPin({m_bruno, u"4321"_s, {}, {}}).status, 200);
        const auto brunos = wire::fromBytes<wire::SessionAnswer>(openSession(m_bruno, u"4321"_s).body);
        QCOMPARE(setPin({m_ana, u"777777"_s, {}, brunos->session}).problem(), QString(problem::kManagerNeeded));
        const auto anas = wire::fromBytes<wire::SessionAnswer>(openSession(m_ana, u"123456"_s).body);
        QCOMPARE(setPin({m_bruno, u"9999"_s, {}, anas->session}).status, 200);
        QCOMPARE(openSession(m_bruno, u"9999"_s).status, 200);
        m_relay->clock.advanceMs(16 * kMinuteMs);
        QCOMPARE(setPin({m_bruno, u"8888"_s, {}, anas->session}).problem(), QString(problem::kManagerNeeded));
    }

    void weakPinIsRefused_data()
    {
        QTest::addColumn<QString>("pin");
        for (const char *pin : {"", "123", "12345", "123456789", "12a456", "      "})
            QTest::newRow(pin) << QString::fromLatin1(pin);
    }

    void weakPinIsRefused()
    {
        QFETCH(QString, pin);
        QCOMPARE(setPin({m_ana, pin, u"123456"_s, {}}).problem(), QString(problem::kPinWeak));
    }

    void commandsAreAnsweredInOrderAndOnce()
    {
        const auto customer =
            wire::toJson(withId({wire::CreateCustomer{CustomerId::create(), u"Rosa"_s, u"11987654321"_s}}));
        const auto nonsense = QJsonObject{{u"id"_s, CommandId::create().text()}, {u"kind"_s, u"shop.explode"_s}};
        const wire::CommandBatch batch{{customer, nonsense}, {}};
        const auto first = outcomesOf(m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token));
        QCOMPARE(first.size(), 2);
        QCOMPARE(first.at(0).status, wire::OutcomeStatus::Accepted);
        QVERIFY(first.at(0).seq.has_value());
        QCOMPARE(first.at(1).status, wire::OutcomeStatus::Rejected);
        const auto again = outcomesOf(m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token));
        QCOMPARE(again.at(0).repeated, true);
        QCOMPARE(again.at(0).seq, first.at(0).seq);
        QCOMPARE(count(u"customer.created"_s), 1);
    }

    void managerKindNeedsASession()
    {
        const wire::CommandBatch batch{
            {wire::toJson(withId({wire::AddOperator{OperatorId::create(), {u"Caio"_s, Role::Attendant}}}))}, {}};
        const auto refused = outcomesOf(m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token));
        QCOMPARE(refused.at(0).problem->type, QString(problem::kManagerNeeded));
        const auto session = wire::fromBytes<wire::SessionAnswer>(openSession(m_ana, u"123456"_s).body);
        const wire::CommandBatch allowed{
            {wire::toJson(withId({wire::AddOperator{OperatorId::create(), {u"Caio"_s, Role::Attendant}}}))},
            session->session};
        QCOMPARE(outcomesOf(m_relay->post(u"/v1/commands"_s, wire::toBytes(allowed), m_token)).at(0).status,
                 wire::OutcomeStatus::Accepted);
    }

    void deskThatAManagerRevokesIsOutAtOnce()
    {
        const auto other = wire::fromBytes<wire::PairAnswer>(pair(code(), u"n2"_s).body);
        const auto session = wire::fromBytes<wire::SessionAnswer>(openSession(m_ana, u"123456"_s).body);
        const wire::CommandBatch batch{{wire::toJson(withId({wire::RevokeDesk{other->desk}}))}, session->session};
        QCOMPARE(outcomesOf(m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token)).at(0).status,
                 wire::OutcomeStatus::Accepted);
        QCOMPARE(m_relay->get(u"/v1/events?wait=0"_s, other->token.toLatin1()).problem(),
                 QString(problem::kDeskRevoked));
    }

    void batchForAnotherLogIsNotJudged()
    {
        const LogId log = m_relay->relay().log();
        wire::AddOperator add{OperatorId::create(), {u"Bia"_s, Role::Attendant}};
        wire::Command command = wire::makeCommand(add, m_ana, m_relay->clock.nowMs());
        const wire::Event newest = m_relay->events(m_token).last();
        wire::CommandBatch batch{{wire::toJson(command)}, {}, {}};
        for (const wire::LogPlace &elsewhere :
             {wire::LogPlace{LogId::create(), newest.seq, newest.at}, wire::LogPlace{log, newest.seq, newest.at + 1},
              wire::LogPlace{log, newest.seq + 100, newest.at}}) {
            batch.read = elsewhere;
            const HttpAnswer refused = m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token);
            QCOMPARE(refused.status, 409);
            QCOMPARE(refused.problem(), QString(problem::kLogChanged));
        }
        batch.read = wire::LogPlace{log, newest.seq, newest.at};
        const auto judged = outcomesOf(m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token));
        QCOMPARE(judged.size(), 1);
        QVERIFY(!judged.first().repeated); // no answer was kept for it
    }

    void badBatchIsABadRequest()
    {
        QCOMPARE(m_relay->post(u"/v1/commands"_s, "{\"commands\":1}", m_token).problem(),
                 QString(problem::kBadRequest));
        wire::CommandBatch many;
        many.commands = QList<QJsonObject>(101, QJsonObject());
        QCOMPARE(m_relay->post(u"/v1/commands"_s, wire::toBytes(many), m_token).problem(),
                 QString(problem::kBadRequest));
        QCOMPARE(m_relay->post(u"/v1/commands"_s, wire::toBytes(many)).status, 401);
    }

    void init()
    {
        m_relay = std::make_unique<TestRelay>();
        m_relay->start();
        m_ana = *OperatorId::fromText(
            m_relay->console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s}, u"123456"_s).value(0));
        m_bruno = *OperatorId::fromText(m_relay->console({u"operators"_s, u"add"_s, u"Bruno"_s}).value(0));
        m_token = m_relay->pairedDesk();
        // Pairing above counts as a try; its minute is over.
        m_relay->clock.advanceMs(kMinuteMs);
    }
    void cleanup() { m_relay.reset(); }

private:
    QString code() { return m_relay->console({u"pair"_s}).value(0); }
    HttpAnswer pair(const QString &code, const QString &nonce)
    {
        return m_relay->post(u"/v1/pair"_s,
                             wire::toBytes(wire::PairRequest{code, u"PC"_s, u"nonce of a test "_s + nonce}));
    }
    HttpAnswer openSession(OperatorId id, const QString &pin)
    {
        return m_relay->post(u"/v1/sessions"_s, wire::toBytes(wire::SessionRequest{id, pin}), m_token);
    }
    HttpAnswer setPin(const wire::PinRequest &request)
    {
        return m_relay->post(u"/v1/pin"_s, wire::toBytes(request), m_token);
    }
    wire::Command withId(wire::CommandBody body)
    {
        return wire::makeCommand(std::move(body), m_ana, m_relay->clock.nowMs());
    }
    static QList<wire::Outcome> outcomesOf(const HttpAnswer &answer)
    {
        const auto batch = wire::fromBytes<wire::OutcomeBatch>(answer.body);
        return batch ? batch->outcomes : QList<wire::Outcome>();
    }
    qsizetype count(const QString &kind)
    {
        return std::ranges::count(m_relay->events(m_token), kind, &wire::Event::kind);
    }

    std::unique_ptr<TestRelay> m_relay;
    OperatorId m_ana;
    OperatorId m_bruno;
    QByteArray m_token;
};

BALCAO_TEST(tst_access)
#include "tst_access.moc"
