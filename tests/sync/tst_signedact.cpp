// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sending.h"
#include "support/testmain.h"
#include "sync/signedact.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using sync::SignedOutcome;
using Fault = FakeRelay::Fault;

Q_DECLARE_METATYPE(balcao::sync::SignedOutcome)

namespace {

const QString kPin = u"839201"_s;

struct Signing : Sending
{
    sync::SignedAct act{client, relayClock};
    const wire::PixRecord record{PixKeyType::Email, u"caixa@padaria.example"_s, u"Padaria"_s, u"Campinas"_s};
    sync::SignedAnswer answer;

    Signing() { relay.answers[u"/v1/sessions"_s] = {200, R"({"session":"s-of-ana","expires":1})"}; }
    SignedOutcome perform(const wire::CommandBody &body, const QString &pin = kPin)
    {
        std::optional<sync::SignedAnswer> came;
        act.perform(body, ana, pin, [&came](const sync::SignedAnswer &a) { came = a; });
        if (!QTest::qWaitFor([&came] { return came.has_value(); }, 10'000))
            qFatal("no answer");
        answer = *came;
        return answer.outcome;
    }
    SignedOutcome propose() { return perform(wire::ProposePixAccount{record}); }
    [[nodiscard]] QStringList commandIds() const
    {
        QStringList ids;
        for (const QByteArray &body : relay.commandBodies)
            ids.append(QJsonDocument::fromJson(body)["commands"_L1][0]["id"_L1].toString());
        return ids;
    }
    void refuse(const QString &path, int status, QLatin1StringView code)
    {
        relay.answers[path] = {status, FakeRelay::problemAnswer(status, code).body};
    }
};

wire::Outcome refusal(const QJsonObject &command, QLatin1StringView code)
{
    wire::Outcome outcome;
    outcome.id = command["id"_L1].toString();
    outcome.status = wire::OutcomeStatus::Rejected;
    outcome.problem = wire::WireProblem{code, {}};
    return outcome;
}

} // namespace

// Acts with a PIN: there and then, once, and no trace of the PIN.
class tst_signedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionComesBeforeTheCommand();
    void pinIsJudgedByTheRelay_data();
    void pinIsJudgedByTheRelay();
    void refusalIsToldAndOver();
    void lostAnswerIsAskedForAgain();
    void afterThatTheSameActIsTheSameCommand();
    void whoIsOvertakenHearsSo();
    void nothingIsStored();
    void chargeExpiresAndKeepsItsId();
    void chargeIsToldOfOnce();
};

void tst_signedact::sessionComesBeforeTheCommand()
{
    Signing s;
    QCOMPARE(s.propose(), SignedOutcome::Done);
    QCOMPARE(s.relay.requests.size(), 2);
    QCOMPARE(s.relay.requests.first().url.path(), u"/v1/sessions"_s);
    const QJsonObject asked = QJsonDocument::fromJson(s.relay.requests.first().body).object();
    QCOMPARE(asked["operator"_L1].toString(), s.ana.text());
    QCOMPARE(asked["pin"_L1].toString(), kPin);
    const QJsonObject sent = QJsonDocument::fromJson(s.relay.commandBodies.first()).object();
    QCOMPARE(sent["session"_L1].toString(), u"s-of-ana"_s);
    QCOMPARE(sent["commands"_L1][0]["kind"_L1].toString(), QString(wire::ProposePixAccount::kKind));
    QVERIFY(!s.relay.commandBodies.first().contains(kPin.toLatin1()));
}

void tst_signedact::pinIsJudgedByTheRelay_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<SignedOutcome>("outcome");
    QTest::newRow("wrong") << 403 << QString(problem::kPinWrong) << SignedOutcome::PinWrong;
    QTest::newRow("unset") << 403 << QString(problem::kPinUnset) << SignedOutcome::NoPinYet;
    QTest::newRow("slowed") << 429 << QString(problem::kTooManyTries) << SignedOutcome::TooManyTries;
    QTest::newRow("gone") << 404 << QString(problem::kOperatorUnknown) << SignedOutcome::Refused;
    QTest::newRow("trouble") << 500 << QString(problem::kInternal) << SignedOutcome::NeedsConnection;
}

void tst_signedact::pinIsJudgedByTheRelay()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const SignedOutcome, outcome);
    Signing s;
    s.refuse(u"/v1/sessions"_s, status, QLatin1StringView(code.toLatin1()));
    QCOMPARE(s.propose(), outcome);
    QVERIFY(s.relay.commandBodies.isEmpty());
    s.relay.always = Fault::NoConnection;
    QCOMPARE(s.propose(), SignedOutcome::NeedsConnection);
}

void tst_signedact::refusalIsToldAndOver()
{
    Signing s;
    s.relay.judge = [](const QJsonObject &command) { return refusal(command, problem::kSecondNeeded); };
    QCOMPARE(s.perform(wire::ConfirmPixAccount{s.record}), SignedOutcome::Refused);
    QCOMPARE(s.answer.problem, QString(problem::kSecondNeeded));
    s.relay.judge = {};
    QCOMPARE(s.perform(wire::ConfirmPixAccount{s.record}), SignedOutcome::Done);
    QCOMPARE(s.commandIds().size(), 2);
    QVERIFY(s.commandIds()[0] != s.commandIds()[1]); // the first is answered for good
}

void tst_signedact::lostAnswerIsAskedForAgain()
{
    Signing s;
    s.relay.next = {Fault::None, Fault::LostAnswer};
    QCOMPARE(s.propose(), SignedOutcome::Done);
    QCOMPARE(s.relay.commandBodies.size(), 2);
    QCOMPARE(s.relay.commandBodies[0], s.relay.commandBodies[1]); // byte for byte
}

void tst_signedact::afterThatTheSameActIsTheSameCommand()
{
    Signing s;
    s.relay.next = {Fault::None, Fault::LostAnswer, Fault::TimedOut, Fault::Busy};
    QCOMPARE(s.propose(), SignedOutcome::Unknown);
    s.relayClock.setOffsetMs(5000);
    QCOMPARE(s.propose(), SignedOutcome::Done);
    QCOMPARE(s.commandIds().size(), 2);
    QCOMPARE(s.commandIds()[0], s.commandIds()[1]);
    QCOMPARE(s.relay.commandBodies[0], s.relay.commandBodies[1]);
    QCOMPARE(s.propose(), SignedOutcome::Done); // done for sure: now it is another
    QVERIFY(s.commandIds()[2] != s.commandIds()[1]);
    s.relay.next = {Fault::None, Fault::LostAnswer, Fault::TimedOut, Fault::Busy};
    QCOMPARE(s.propose(), SignedOutcome::Unknown);
    QCOMPARE(s.perform(wire::KeepPixAccount{}), SignedOutcome::Done); // another act
    QVERIFY(s.commandIds()[4] != s.commandIds()[3]);
}

void tst_signedact::whoIsOvertakenHearsSo()
{
    Signing s;
    QList<SignedOutcome> heard;
    const auto hear = [&heard](const sync::SignedAnswer &answer) { heard.append(answer.outcome); };
    s.act.perform(wire::ProposePixAccount{s.record}, s.ana, kPin, hear);
    QCOMPARE(s.perform(wire::KeepPixAccount{}), SignedOutcome::Done);
    QCOMPARE(heard, QList{SignedOutcome::Unknown});
    QCOMPARE(s.commandIds().size(), 1);
}

void tst_signedact::nothingIsStored()
{
    Signing s;
    s.relay.next = {Fault::None, Fault::LostAnswer, Fault::TimedOut, Fault::Busy};
    QCOMPARE(s.perform(wire::SettleCharge{ChargeId::create(), u"em dinheiro"_s}), SignedOutcome::Unknown);
    QCOMPARE(s.unsent(), 0);
    const QFileInfoList files = QDir(s.dir.path()).entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("em dinheiro") && !bytes.contains(kPin.toLatin1()), qPrintable(info.fileName()));
    }
}

void tst_signedact::chargeExpiresAndKeepsItsId()
{
    Signing s;
    wire::ChargePix body;
    body.charge = ChargeId::create();
    body.conversation = s.chat;
    body.message = MessageId::create();
    body.codeMessage = MessageId::create();
    body.amount = Money{12345};
    body.text = u"Pix"_s;
    const CommandId id = CommandId::create();
    std::optional<bool> kept;
    s.outbox->charge(id, body, s.ana, [&kept](bool ok) { kept = ok; });
    QTRY_VERIFY(kept.has_value());
    QVERIFY(*kept);
    // The same once more, as after a double click that slipped through: there is one.
    kept.reset();
    s.outbox->charge(id, body, s.ana, [&kept](bool ok) { kept = ok; });
    QTRY_VERIFY(kept.has_value());
    QCOMPARE(s.unsent(), 1);
    s.outbox->start();
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    const QJsonValue sent = QJsonDocument::fromJson(s.relay.commandBodies.first())["commands"_L1][0];
    QCOMPARE(sent["id"_L1].toString(), id.text());
    QCOMPARE(sent["expires_at"_L1].toInteger() - sent["made_at"_L1].toInteger(), kMinuteMs);
    QCOMPARE(sent["body"_L1]["charge"_L1].toString(), body.charge.text());
}

void tst_signedact::chargeIsToldOfOnce()
{
    Signing s;
    QSignalSpy answered(s.outbox.get(), &sync::Outbox::chargeAnswered);
    QSignalSpy refused(s.outbox.get(), &sync::Outbox::actRefused);
    s.relay.judge = [](const QJsonObject &command) {
        wire::Outcome none = refusal(command, problem::kExpired);
        none.problem.reset(); // a refusal without a reason is no yes
        return none;
    };
    wire::ChargePix body;
    body.charge = ChargeId::create();
    body.conversation = s.chat;
    body.message = MessageId::create();
    body.amount = Money{100};
    const CommandId id = CommandId::create();
    s.outbox->charge(id, body, s.ana, {});
    s.outbox->start();
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(answered.first()[0].value<CommandId>(), id);
    QCOMPARE(answered.first()[1].value<ConversationId>(), s.chat);
    QVERIFY(!answered.first()[2].toString().isEmpty());
    QCOMPARE(refused.size(), 0); // it stands in its chat
}

BALCAO_TEST(tst_signedact)
#include "tst_signedact.moc"
