// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "support/testmain.h"
#include "sync/login.h"

#include <QDir>
#include <QFile>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using sync::LoginOutcome;
using Fault = FakeRelay::Fault;

Q_DECLARE_METATYPE(balcao::sync::LoginOutcome)

namespace {

const QString kPin = u"839201"_s;

struct AtTheDoor : Desk
{
    sync::Login login{store, client, clock};
    const OperatorId ana = OperatorId::create();
    qint64 waitMs = 0;

    AtTheDoor()
    {
        relay.answers[u"/v1/sessions"_s] = {200, R"({"session":"s","expires":1})"};
        relay.answers[u"/v1/pin"_s] = {200, "{}"};
    }
    void refuse(const QString &path, int status, QLatin1StringView code)
    {
        relay.answers[path] = {status, FakeRelay::problemAnswer(status, code).body};
    }
    LoginOutcome enter(const QString &pin)
    {
        std::optional<LoginOutcome> outcome;
        login.enter(ana, pin, [&](LoginOutcome o, qint64 wait) {
            outcome = o;
            waitMs = wait;
        });
        return waited(outcome);
    }
    LoginOutcome choose(const QString &pin)
    {
        std::optional<LoginOutcome> outcome;
        login.choosePin(ana, pin, [&](LoginOutcome o, qint64) { outcome = o; });
        return waited(outcome);
    }
    static LoginOutcome waited(const std::optional<LoginOutcome> &outcome)
    {
        return QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000) ? *outcome : LoginOutcome::Failed;
    }
    /// The PIN has been confirmed once, and the relay is away.
    void lock()
    {
        QVERIFY(enter(kPin) == LoginOutcome::Welcome);
        relay.always = Fault::NoConnection;
    }
};

} // namespace

class tst_login : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void relayDecides_data();
    void relayDecides();
    void confirmedPinOpensWithoutTheRelay();
    void relaySaysHowManyTriesAreLeft();
    void changingThePinTakesTheOldOneAndTheRelay();
    void unknownOperatorNeedsTheRelay();
    void wrongPinsAreSlowedDownMoreAndMore();
    void rightPinEndsTheCounting();
    void afterThirtyDaysTheRelayIsAskedAgain();
    void pinStandsInNoFile();
    void choosingNeedsTheRelay();
    void weakPinIsSaid();
    void firstManagerIsAddedAndGetsAPin();
};

void tst_login::relayDecides_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<LoginOutcome>("outcome");
    QTest::newRow("wrong") << 403 << QString(problem::kPinWrong) << LoginOutcome::PinWrong;
    QTest::newRow("unset") << 403 << QString(problem::kPinUnset) << LoginOutcome::NoPinYet;
    QTest::newRow("too many") << 429 << QString(problem::kTooManyTries) << LoginOutcome::TooManyTries;
    QTest::newRow("gone") << 403 << QString(problem::kOperatorDisabled) << LoginOutcome::Failed;
}

void tst_login::relayDecides()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const LoginOutcome, outcome);
    AtTheDoor door;
    QVERIFY(door.enter(kPin) == LoginOutcome::Welcome);
    // What the desk remembers does not count while the relay answers.
    door.relay.answers[u"/v1/sessions"_s] = {status, "{\"type\":\"" + code.toLatin1() + "\"}"};
    QVERIFY(door.enter(kPin) == outcome);
}

void tst_login::confirmedPinOpensWithoutTheRelay()
{
    AtTheDoor door;
    door.lock();
    QVERIFY(door.enter(kPin) == LoginOutcome::Welcome);
    QVERIFY(door.enter(u"839202"_s) == LoginOutcome::PinWrong);
    QCOMPARE(door.waitMs, 4); // tries left
}

void tst_login::relaySaysHowManyTriesAreLeft()
{
    AtTheDoor door;
    const auto left = [&door](const QByteArray &detail) {
        door.relay.answers[u"/v1/sessions"_s] = {403, "{\"type\":\"pin-wrong\",\"detail\":\"" + detail + "\"}"};
        return door.enter(kPin) == LoginOutcome::PinWrong ? door.waitMs : -99;
    };
    QCOMPARE(left("3"), 3);
    for (const char *nonsense : {"", "many", "-2", "4000000000"})
        QCOMPARE(left(nonsense), -1);
}

void tst_login::changingThePinTakesTheOldOneAndTheRelay()
{
    AtTheDoor door;
    const auto change = [&door](const QString &to) {
        std::optional<LoginOutcome> outcome;
        door.login.changePin(door.ana, kPin, to, [&](LoginOutcome o, qint64) { outcome = o; });
        return AtTheDoor::waited(outcome);
    };
    QVERIFY(change(u"111111"_s) == LoginOutcome::Welcome);
    const QByteArray sent = door.relay.requests.last().body;
    QVERIFY(sent.contains("\"old\":\"839201\"") && sent.contains("\"new\":\"111111\""));
    door.refuse(u"/v1/pin"_s, 403, problem::kPinWrong);
    QVERIFY(change(u"222222"_s) == LoginOutcome::PinWrong);
    door.refuse(u"/v1/pin"_s, 429, problem::kTooManyTries);
    QVERIFY(change(u"222222"_s) == LoginOutcome::TooManyTries);
    door.relay.always = Fault::NoConnection;
    QVERIFY(change(u"222222"_s) == LoginOutcome::NeedsConnection);
    QVERIFY(door.enter(u"111111"_s) == LoginOutcome::Welcome); // the new one is good here, too
}

void tst_login::unknownOperatorNeedsTheRelay()
{
    AtTheDoor door;
    door.relay.always = Fault::NoConnection;
    QVERIFY(door.enter(kPin) == LoginOutcome::NeedsConnection);
}

void tst_login::wrongPinsAreSlowedDownMoreAndMore()
{
    AtTheDoor door;
    door.lock();
    for (int i = 0; i < 5; ++i)
        QVERIFY(door.enter(u"000000"_s) == LoginOutcome::PinWrong);
    QVERIFY(door.enter(kPin) == LoginOutcome::TooManyTries);
    QCOMPARE(door.waitMs, 30 * kSecondMs);
    door.clock.advanceMs(door.waitMs);
    QVERIFY(door.enter(u"000000"_s) == LoginOutcome::PinWrong);
    QVERIFY(door.enter(kPin) == LoginOutcome::TooManyTries);
    QCOMPARE(door.waitMs, 60 * kSecondMs);
}

void tst_login::rightPinEndsTheCounting()
{
    AtTheDoor door;
    door.lock();
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 4; ++i)
            QVERIFY(door.enter(u"000000"_s) == LoginOutcome::PinWrong);
        QVERIFY(door.enter(kPin) == LoginOutcome::Welcome);
    }
}

void tst_login::afterThirtyDaysTheRelayIsAskedAgain()
{
    AtTheDoor door;
    door.lock();
    door.clock.advanceMs(30 * kDayMs);
    QVERIFY(door.enter(kPin) == LoginOutcome::Welcome);
    door.clock.advanceMs(1);
    QVERIFY(door.enter(kPin) == LoginOutcome::NeedsConnection);
}

void tst_login::pinStandsInNoFile()
{
    AtTheDoor door;
    door.lock();
    QVERIFY(door.enter(kPin) == LoginOutcome::Welcome); // by what local.db holds now
    const QDir folder(door.dir.path());
    const QStringList files = folder.entryList(QDir::Files);
    QVERIFY(files.size() >= 2);
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &form : {kPin.toLatin1(), kPin.toLatin1().toHex(), kPin.toLatin1().toBase64()})
            QVERIFY2(!bytes.contains(form), qPrintable(name));
    }
}

void tst_login::choosingNeedsTheRelay()
{
    AtTheDoor door;
    door.relay.always = Fault::NoConnection;
    QVERIFY(door.choose(kPin) == LoginOutcome::NeedsConnection);
    QVERIFY(door.enter(kPin) == LoginOutcome::NeedsConnection);
    door.relay.always = Fault::None;
    QVERIFY(door.choose(kPin) == LoginOutcome::Welcome);
    door.relay.always = Fault::NoConnection;
    QVERIFY(door.enter(kPin) == LoginOutcome::Welcome);
}

void tst_login::weakPinIsSaid()
{
    AtTheDoor door;
    door.refuse(u"/v1/pin"_s, 400, problem::kPinWeak);
    QVERIFY(door.choose(u"1"_s) == LoginOutcome::PinWeak);
}

void tst_login::firstManagerIsAddedAndGetsAPin()
{
    AtTheDoor door;
    std::optional<LoginOutcome> outcome;
    OperatorId added;
    connect(&door.login, &sync::Login::added, this, [&](OperatorId who) { added = who; });
    door.login.addFirstManager(u"Ana"_s, kPin, [&](LoginOutcome o, qint64) { outcome = o; });
    QVERIFY(AtTheDoor::waited(outcome) == LoginOutcome::Welcome);
    QVERIFY(!added.isNull());
    QVERIFY(door.relay.commandBodies.first().contains("operator.add"));
    QVERIFY(door.relay.requests.last().body.contains(added.text().toLatin1()));
    // The answer is lost: asked again it is the same one.
    for (const FakeRelay::Fault fault : {FakeRelay::Fault::LostAnswer, FakeRelay::Fault::None}) {
        door.relay.next = {fault};
        outcome.reset();
        door.login.addFirstManager(u"Bia"_s, kPin, [&](LoginOutcome o, qint64) { outcome = o; });
        AtTheDoor::waited(outcome);
    }
    QVERIFY(outcome == LoginOutcome::Welcome);
    QCOMPARE(door.relay.commandBodies[1], door.relay.commandBodies[2]);
    // A relay that says no makes nobody.
    door.relay.judge = [](const QJsonObject &command) {
        wire::Outcome no;
        no.id = command.value("id"_L1).toString();
        no.status = wire::OutcomeStatus::Rejected;
        return no;
    };
    outcome.reset();
    door.login.addFirstManager(u"Eva"_s, kPin, [&](LoginOutcome o, qint64) { outcome = o; });
    QVERIFY(AtTheDoor::waited(outcome) == LoginOutcome::Failed);
}

BALCAO_TEST(tst_login)
#include "tst_login.moc"
