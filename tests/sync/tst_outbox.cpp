// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sending.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Fault = FakeRelay::Fault;
using State = store::PendingRow::State;

Q_DECLARE_METATYPE(balcao::test::FakeRelay::Fault)

namespace {

wire::Outcome refusal(const QJsonObject &command, const QString &type)
{
    wire::Outcome outcome;
    outcome.id = command.value("id"_L1).toString();
    outcome.status = wire::OutcomeStatus::Rejected;
    outcome.problem = wire::WireProblem{type, {}};
    return outcome;
}

} // namespace

// What staff typed: durable, in order, once, and never gone without their doing.
class tst_outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doneMeansItIsOnTheDisk();
    void sentIsNoDraftAnyMore();
    void whatCannotBeStoredIsSaid();
    void orderIsKept();
    void lostAnswerSendsTheSameBytes();
    void waitsWhileOfflineAndGoesWhenPumped();
    void restartSendsTheSameBytes();
    void refusalKeepsTheWords_data();
    void refusalKeepsTheWords();
    void refusedNoteIsADraftAgain();
    void oneUnreadableCommandDoesNotHoldUpTheOthers();
    void manyGoInBatchesOfAHundred();
    void answerThatDoesNotFitIsAskedForAgain();
    void noopIsDone();
    void discardTakesOnlyWhatWasRefused();
    void nothingThatIsLeftIsHeldUp();
    void actsNameWhatTheyWereBasedOn();
    void aChangeSaysWhatChanged();
    void aDismissalIsAnActThatAnOlderServerRefuses();
    void whatTakesAnActBackSaysWhatItIsBasedOn();
    void onlyMessagesAreCountedAsToSend();
    void thinLineTakesLessAtOnce();
    void tryAgainPressedTwiceIsOneMessage();
    void aChargeGoesAgainWithoutWordsOfOurs();
    void againOnTwoDesksIsTheSameMessage();
};

void tst_outbox::doneMeansItIsOnTheDisk()
{
    Sending s;
    s.relay.always = Fault::NoConnection;
    s.outbox->start();
    std::optional<bool> stored;
    s.outbox->sendText(s.chat, u"Bom dia"_s, s.ana, [&](bool ok) { stored = ok; });
    QVERIFY(!stored); // not before it is
    QTRY_VERIFY(stored.has_value());
    QVERIFY(*stored);
    QCOMPARE(s.unsent(), 1);
    QCOMPARE(s.pending(s.chat).first().text, u"Bom dia"_s);
    QVERIFY(s.pending(s.chat).first().state == State::Waiting);
}

// One step: whoever is killed in between finds it either to write or to send, never both.
void tst_outbox::sentIsNoDraftAnyMore()
{
    Sending s;
    s.relay.always = Fault::NoConnection;
    const auto draft = [&s](OperatorId who) {
        return s.write([&, who](store::StoreWriter &w) { return w.drafts().find(s.chat, who); });
    };
    const OperatorId bruno = OperatorId::create();
    for (const OperatorId who : {s.ana, bruno}) {
        const auto save = [&, who](store::StoreWriter &w) { return w.drafts().save(s.chat, who, u"Bom dia"_s); };
        QVERIFY(s.store.write(save).result().ok());
    }
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.unsent(), 1);
    QCOMPARE(draft(s.ana), QString());
    QCOMPARE(draft(bruno), u"Bom dia"_s);
}

void tst_outbox::whatCannotBeStoredIsSaid()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"notafolder"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Desk desk;
    store::Store broken(file.fileName(), {}, 0);
    sync::Outbox outbox(broken, desk.client, desk.relayClock, slowly(desk.random));
    outbox.setSeen({});
    outbox.start();
    std::optional<bool> stored;
    outbox.sendText(ConversationId::create(), u"Bom dia"_s, OperatorId::create(), [&](bool ok) { stored = ok; });
    QTRY_VERIFY(stored.has_value());
    QVERIFY(!*stored);
    const QSignalSpy lost(&outbox, &sync::Outbox::notKept); // an act has nobody who waits for it
    const QuickReplyId reply = QuickReplyId::create();
    sync::Work(outbox).defineReply(reply, u"Pix"_s, u"Fica"_s, OperatorId::create());
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(std::get<wire::DefineReply>(lost.first().first().value<wire::Command>().body),
             (wire::DefineReply{reply, {u"Pix"_s, u"Fica"_s}}));
    QCOMPARE(desk.relay.requests.size(), 0);
}

void tst_outbox::orderIsKept()
{
    Sending s;
    s.outbox->start();
    QStringList typed;
    for (int i = 0; i < 40; ++i) {
        typed.append(QString::number(i));
        s.say(typed.last());
    }
    QTRY_COMPARE(s.arrived(), typed);
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QVERIFY(!QString::fromUtf8(s.relay.requests.first().body).contains(u"session"_s));
}

void tst_outbox::lostAnswerSendsTheSameBytes()
{
    Sending s;
    s.relay.next = {Fault::LostAnswer, Fault::LostAnswer};
    s.outbox->start();
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    s.outbox->pump();
    QTRY_COMPARE(s.relay.commandBodies.size(), 2);
    s.outbox->pump();
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QCOMPARE(s.relay.commandBodies.size(), 3);
    QCOMPARE(s.relay.commandBodies.at(1), s.relay.commandBodies.at(0));
    QCOMPARE(s.relay.commandBodies.at(2), s.relay.commandBodies.at(0));
}

void tst_outbox::waitsWhileOfflineAndGoesWhenPumped()
{
    Sending s;
    s.relay.always = Fault::NoConnection;
    s.outbox->start();
    s.say(u"um"_s);
    s.say(u"dois"_s);
    QTRY_COMPARE(s.outbox->waiting(), 2);
    QCOMPARE(s.pending(s.chat).size(), 2);
    s.relay.always = Fault::None;
    s.outbox->pump();
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QCOMPARE(s.arrived(), QStringList({u"um"_s, u"dois"_s}));
}

void tst_outbox::restartSendsTheSameBytes()
{
    Sending s;
    s.relay.always = Fault::LostAnswer;
    s.outbox->start();
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    s.begin();
    s.relay.always = Fault::None;
    s.clock.advanceMs(kHourMs);
    s.outbox->start();
    QTRY_COMPARE(s.relay.commandBodies.size(), 2);
    QCOMPARE(s.relay.commandBodies.at(1), s.relay.commandBodies.at(0));
}

void tst_outbox::refusalKeepsTheWords_data()
{
    QTest::addColumn<QString>("problem");
    for (const QLatin1StringView code :
         {problem::kIdReused, problem::kUnknownKind, problem::kBadBody, problem::kExpired, problem::kStale,
          problem::kOperatorUnknown, problem::kOperatorDisabled, problem::kManagerNeeded, problem::kCustomerUnknown,
          problem::kConversationUnknown, problem::kMessageUnknown, problem::kChannelUnknown, problem::kMediaMissing,
          problem::kWindowClosed, problem::kErased, problem::kNotResendable})
        QTest::newRow(code.data()) << QString(code);
    QTest::newRow("one of tomorrow") << u"not-invented-yet"_s;
}

void tst_outbox::refusalKeepsTheWords()
{
    QFETCH(const QString, problem);
    Sending s;
    s.relay.judge = [&](const QJsonObject &command) { return refusal(command, problem); };
    s.outbox->start();
    s.say(u"Fica R$ 42,00"_s);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    QTRY_VERIFY(s.pending(s.chat).value(0).state == State::Refused);
    QCOMPARE(s.pending(s.chat).first().text, u"Fica R$ 42,00"_s);
    QCOMPARE(s.pending(s.chat).first().problem, problem);
    // Not again by itself, and still there tomorrow.
    s.outbox->pump();
    s.begin();
    s.outbox->start();
    QTRY_COMPARE(s.unsent(), 0);
    QCOMPARE(s.relay.commandBodies.size(), 1);
    QCOMPARE(s.pending(s.chat).first().text, u"Fica R$ 42,00"_s);
}

void tst_outbox::refusedNoteIsADraftAgain()
{
    Sending s;
    s.relay.judge = [](const QJsonObject &command) { return refusal(command, QString(problem::kErased)); };
    const QSignalSpy told(s.outbox.get(), &sync::Outbox::actRefused);
    s.outbox->start();
    sync::Work work(*s.outbox);
    work.addNote(s.chat, NoteId::create(), u"paga dia 5"_s, s.ana, {});
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(s.write([&](store::StoreWriter &w) { return w.drafts().find(s.chat, s.ana); }),
             store::kNoteDraft + u"paga dia 5"_s);
    work.resolve(s.chat, s.ana);
    QTRY_COMPARE(told.size(), 2); // an act without words is told too
}

void tst_outbox::oneUnreadableCommandDoesNotHoldUpTheOthers()
{
    // The relay refuses a whole request in which anything is wrong.
    class Picky final : public http::HttpClient
    {
    public:
        FakeRelay &relay;
        explicit Picky(FakeRelay &r) : relay(r) {}
        std::unique_ptr<http::HttpCall> send(http::HttpRequest request, QObject *context,
                                             std::function<void(http::HttpOutcome)> done) override
        {
            if (!request.body.contains("veneno"))
                return relay.send(std::move(request), context, std::move(done));
            relay.answers[u"/v1/refused"_s] = {400, R"({"type":"bad-request"})"};
            request.url.setPath(u"/v1/refused"_s);
            return relay.send(std::move(request), context, std::move(done));
        }
    };
    Sending s;
    Picky picky(s.relay);
    net::RelayClient client(picky, QUrl(u"https://balcao.example"_s), "t");
    sync::Outbox outbox(s.store, client, s.relayClock, slowly(s.random));
    outbox.setSeen(s.seen());
    for (const char *text : {"um", "dois", "veneno", "três", "quatro"})
        outbox.sendText(s.chat, QString::fromUtf8(text), s.ana, {});
    QTRY_COMPARE(s.unsent(), 5);
    outbox.start();
    QTRY_COMPARE(s.unsent(), 0);
    QCOMPARE(s.arrived(), QStringList({u"um"_s, u"dois"_s, u"três"_s, u"quatro"_s}));
    QStringList kept;
    for (const store::PendingRow &row : s.pending(s.chat)) {
        if (row.state == State::Refused)
            kept.append(row.text);
    }
    QCOMPARE(kept, QStringList{u"veneno"_s});
}

void tst_outbox::manyGoInBatchesOfAHundred()
{
    Sending s;
    for (int i = 0; i < 250; ++i)
        s.say(QString::number(i));
    QTRY_COMPARE(s.unsent(), 250);
    s.outbox->start();
    QTRY_COMPARE(s.arrived().size(), 250);
    QCOMPARE(s.relay.commandBodies.size(), 3);
}

void tst_outbox::answerThatDoesNotFitIsAskedForAgain()
{
    Sending s;
    s.relay.next = {Fault::Garbage};
    s.outbox->start();
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.relay.requests.size(), 1);
    QTRY_COMPARE(s.unsent(), 1);
    s.outbox->pump();
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QCOMPARE(s.relay.requests.at(1).body, s.relay.requests.at(0).body);
}

void tst_outbox::noopIsDone()
{
    Sending s;
    s.relay.judge = [](const QJsonObject &command) {
        wire::Outcome outcome;
        outcome.id = command.value("id"_L1).toString();
        outcome.status = wire::OutcomeStatus::Noop;
        return outcome;
    };
    s.outbox->start();
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    QTRY_VERIFY(s.pending(s.chat).isEmpty());
}

void tst_outbox::discardTakesOnlyWhatWasRefused()
{
    Sending s;
    s.relay.always = Fault::NoConnection;
    s.outbox->start();
    s.say(u"um"_s);
    QTRY_COMPARE(s.outbox->waiting(), 1);
    const CommandId id = s.pending(s.chat).first().id;
    QSignalSpy changed(s.outbox.get(), &sync::Outbox::pendingChanged);
    s.outbox->discard(id, s.chat);
    QVERIFY(changed.wait());
    QCOMPARE(s.pending(s.chat).size(), 1);
    s.relay.always = Fault::None;
    s.relay.judge = [](const QJsonObject &command) { return refusal(command, QString(problem::kWindowClosed)); };
    s.outbox->pump();
    QTRY_VERIFY(s.pending(s.chat).first().state == State::Refused);
    s.outbox->discard(id, s.chat);
    QTRY_VERIFY(s.pending(s.chat).isEmpty());
}

// The log said that it had come through, or somebody took it back, while the relay did not answer.
void tst_outbox::nothingThatIsLeftIsHeldUp()
{
    Sending s;
    QList<bool> heldUp;
    QObject::connect(s.outbox.get(), &sync::Outbox::heldUp, s.outbox.get(), [&heldUp](bool is) { heldUp.append(is); });
    s.relay.always = Fault::NoConnection;
    s.outbox->start();
    s.say(u"um"_s);
    QTRY_COMPARE(heldUp, QList{true});
    const CommandId id = s.pending(s.chat).first().id;
    s.write([id](store::StoreWriter &w) { return w.outbox().answered(id, false, 7, kLogStart); });
    s.outbox->pump();
    QTRY_COMPARE(heldUp, (QList{true, false}));
}

void tst_outbox::actsNameWhatTheyWereBasedOn()
{
    Sending s;
    s.outbox->setSeen(s.seen(41));
    s.outbox->start();
    sync::Work(*s.outbox).resolve(s.chat, s.ana);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    const QJsonValue command = QJsonDocument::fromJson(s.relay.commandBodies.first())["commands"_L1][0];
    QCOMPARE(command["kind"_L1].toString(), u"conversation.resolve"_s);
    QCOMPARE(command["expect"_L1]["seq"_L1].toInteger(), 41);
    QCOMPARE(command["expect"_L1]["log"_L1].toString(), s.relay.log.log.text());
    QCOMPARE(command["operator"_L1].toString(), s.ana.text());
    QCOMPARE(command["made_at"_L1].toInteger(), kLogStart);
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.relay.commandBodies.size(), 2);
    const QJsonValue send = QJsonDocument::fromJson(s.relay.commandBodies.last())["commands"_L1][0];
    QCOMPARE(send["expect"_L1]["seq"_L1].toInteger(), 41);
}

void tst_outbox::aChangeSaysWhatChanged()
{
    Sending s;
    s.relay.judge = [](const QJsonObject &command) { return refusal(command, QString(problem::kReplyUnknown)); };
    const QSignalSpy refused(s.outbox.get(), &sync::Outbox::actRefused);
    s.outbox->start();
    sync::Work work(*s.outbox);
    const QuickReplyId reply = QuickReplyId::create();
    work.changeReply({reply, u"Pix"_s, u"Fica"_s}, {reply, u"Pix"_s, u"São"_s}, s.ana);
    QTRY_COMPARE(refused.size(), 1);
    const auto said = refused.first().first().value<wire::Command>();
    QCOMPARE(said.operatorId, s.ana);
    QCOMPARE(std::get<wire::ChangeReply>(said.body), (wire::ChangeReply{reply, {{}, u"São"_s}}));
    const TagId tag = TagId::create();
    work.changeTag({tag, u"VIP"_s, u"#1f6f78"_s}, {tag, u"Ouro"_s, u"#1f6f78"_s}, s.ana);
    QTRY_COMPARE(refused.size(), 2);
    QCOMPARE(std::get<wire::ChangeTag>(refused.last().first().value<wire::Command>().body),
             (wire::ChangeTag{tag, {u"Ouro"_s, {}}}));
}

void tst_outbox::aDismissalIsAnActThatAnOlderServerRefuses()
{
    Sending s;
    s.relay.judge = [](const QJsonObject &command) { return refusal(command, QString(problem::kUnknownKind)); };
    const QSignalSpy refused(s.outbox.get(), &sync::Outbox::actRefused);
    s.outbox->start();
    const MessageId message = MessageId::create();
    sync::Work(*s.outbox).dismiss(s.chat, message, true, s.ana);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().last().toString(), QString(problem::kUnknownKind));
    QVERIFY(s.pending(s.chat).isEmpty()); // no bubble of its own
    QCOMPARE(s.outbox->waiting(), 0);
    const QJsonValue command = QJsonDocument::fromJson(s.relay.commandBodies.first())["commands"_L1][0];
    QCOMPARE(command["kind"_L1].toString(), u"message.dismiss"_s);
    QCOMPARE(command["body"_L1]["message"_L1].toString(), message.text());
    QVERIFY(command["body"_L1]["dismissed"_L1].toBool());
}

void tst_outbox::whatTakesAnActBackSaysWhatItIsBasedOn()
{
    Sending s;
    s.outbox->setSeen(s.seen(41));
    s.outbox->start();
    sync::Work work(*s.outbox);
    work.wake(s.chat, s.ana);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    work.dismiss(s.chat, MessageId::create(), false, s.ana);
    QTRY_COMPARE(s.relay.commandBodies.size(), 2);
    for (const QByteArray &body : std::as_const(s.relay.commandBodies)) {
        const QJsonValue command = QJsonDocument::fromJson(body)["commands"_L1][0];
        QCOMPARE(command["expect"_L1]["seq"_L1].toInteger(), 41);
    }
}

void tst_outbox::onlyMessagesAreCountedAsToSend()
{
    Sending s;
    s.relay.always = Fault::NoConnection;
    s.outbox->start();
    s.outbox->markRead(s.chat, 3, s.ana);
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.unsent(), 2);
    QTRY_COMPARE(s.outbox->waiting(), 1);
    s.relay.always = Fault::None;
    s.outbox->pump();
    QTRY_COMPARE(s.outbox->waiting(), 0);
}

void tst_outbox::thinLineTakesLessAtOnce()
{
    Sending s;
    s.relay.always = Fault::NoConnection;
    for (int i = 0; i < 100; ++i)
        s.say(QString::number(i));
    QTRY_COMPARE(s.unsent(), 100);
    s.relay.always = Fault::None;
    s.relay.next = {Fault::TimedOut};
    s.outbox->start();
    QTRY_COMPARE(s.relay.requests.size(), 1);
    s.outbox->pump();
    QTRY_COMPARE(s.unsent(), 0);
    QCOMPARE(QJsonDocument::fromJson(s.relay.commandBodies.first())["commands"_L1].toArray().size(), 50);
}

void tst_outbox::tryAgainPressedTwiceIsOneMessage()
{
    Sending s;
    s.relay.judge = [](const QJsonObject &command) { return refusal(command, QString(problem::kExpired)); };
    s.outbox->start();
    s.say(u"Bom dia"_s);
    QTRY_VERIFY(s.pending(s.chat).value(0).state == State::Refused);
    s.relay.judge = {};
    const CommandId refused = s.pending(s.chat).first().id;
    int stored = 0;
    for (int i = 0; i < 2; ++i)
        s.outbox->sendInstead(refused, s.chat, u"Bom dia"_s, s.ana, [&](bool ok) { stored += ok; });
    QTRY_COMPARE(stored, 2);
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QTRY_COMPARE(s.arrived(), QStringList({u"Bom dia"_s, u"Bom dia"_s})); // the refused one, and one in its place
    const MessageId failed = MessageId::create();
    for (int i = 0; i < 2; ++i)
        s.outbox->sendAgain(s.chat, failed, u"Oi"_s, s.ana, [&](bool ok) { stored += ok; });
    QTRY_COMPARE(stored, 4);
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QTRY_COMPARE(s.arrived().count(u"Oi"_s), 1);
    // Refused, it can be asked for once more, and stands there once.
    s.relay.judge = [](const QJsonObject &command) { return refusal(command, QString(problem::kExpired)); };
    const MessageId other = MessageId::create();
    for (int i = 1; i <= 2; ++i) {
        s.outbox->sendAgain(s.chat, other, u"E aí"_s, s.ana, {});
        QTRY_COMPARE(s.arrived().count(u"E aí"_s), i);
        QTRY_COMPARE(s.refused(), QStringList{u"E aí"_s});
    }
}

void tst_outbox::aChargeGoesAgainWithoutWordsOfOurs()
{
    const store::ChargeMessage what{ChargeId::create(), ContentType::PixCode};
    const MessageId failed = MessageId::create();
    Sending s;
    s.outbox->start();
    for (int i = 0; i < 2; ++i)
        s.outbox->chargeAgain(s.chat, failed, what, u"Código Pix"_s, s.ana);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QCOMPARE(s.relay.commandBodies.size(), 1);
    const QJsonValue body = QJsonDocument::fromJson(s.relay.commandBodies.first())["commands"_L1][0]["body"_L1];
    QCOMPARE(body["resend_of"_L1].toString(), failed.text());
    QCOMPARE(body["content"_L1].toObject(),
             (QJsonObject{{u"type"_s, u"pix_code"_s}, {u"charge"_s, what.charge.text()}, {u"forwarded"_s, false}}));
}

void tst_outbox::againOnTwoDesksIsTheSameMessage()
{
    // The relay answers noop for a message that stands already.
    const MessageId failed = MessageId::create();
    QStringList ids;
    for (int i = 0; i < 2; ++i) {
        Sending s;
        s.outbox->start();
        s.outbox->sendAgain(s.chat, failed, u"Oi"_s, s.ana, {});
        QTRY_COMPARE(s.relay.commandBodies.size(), 1);
        const QJsonValue body = QJsonDocument::fromJson(s.relay.commandBodies.first())["commands"_L1][0]["body"_L1];
        QCOMPARE(body["resend_of"_L1].toString(), failed.text());
        ids.append(body["message"_L1].toString());
    }
    QCOMPARE(ids[0], ids[1]);
    QVERIFY(ids[0] != failed.text());
}

BALCAO_TEST(tst_outbox)
#include "tst_outbox.moc"
