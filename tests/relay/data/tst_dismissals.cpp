// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A shop of which nobody knows whether its answer to Rosa left.
struct Doubtful : Shop
{
    MessageId message;

    Doubtful()
    {
        const wire::SendMessage sent = send();
        apply(sent);
        message = sent.message;
        const auto doubted = job([this](relay::RelayData &data) -> Result<void> {
            BALCAO_TRY(data.outgoing().attemptStarted(message));
            return data.outgoing().uncertain(message);
        });
        if (!doubted)
            qFatal("no doubt");
    }
    wire::Outcome dismiss(bool dismissed = true) { return apply(wire::DismissMessage{message, dismissed}); }
    void arrives() { status(u"wamid.out"_s, u"delivered"_s, {{u"biz_opaque_callback_data"_s, message.text()}}); }
    relay::MessageRow row() { return **data().messages().find(message); }
};

} // namespace

// "Deixar": a doubtful message needs no more attention, until somebody says otherwise or Meta does.
class tst_dismissals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoubtfulMessageIsLeftAndTakenUpAgain();
    void whatEverybodyHasDoneIsNoop();
    void whatAnotherDeskSaidSinceIsNotTakenBack();
    void aLateStatusStillSettlesIt();
    void whatIsInNoDoubtIsLeftAlone();
    void aLogFromBeforeTheDoubtKeepsIt();
    void itMayStillGoOnceMore();
    void aCopyKnowsIt();
    void erasureTakesItAlong();
    void aFileOfTheVersionBeforeHasNone();
};

void tst_dismissals::aDoubtfulMessageIsLeftAndTakenUpAgain()
{
    Doubtful shop;
    for (const bool dismissed : {true, false}) {
        const qint64 before = shop.head();
        const wire::Outcome outcome = shop.dismiss(dismissed);
        QCOMPARE(outcome.status, wire::OutcomeStatus::Accepted);
        QCOMPARE(shop.kinds(before), u"message.dismissed"_s);
        const wire::Event said = shop.last<wire::MessageDismissed>();
        QCOMPARE(std::get<wire::MessageDismissed>(said.body).dismissed, dismissed);
        QVERIFY(said.subject.message == shop.message && said.subject.conversation == shop.conversation);
        QVERIFY(said.subject.customer == shop.customer);
        QCOMPARE(said.actor, wire::Actor::person(shop.attendant));
        QCOMPARE(shop.row().state, MessageState::Uncertain);
        QCOMPARE(shop.row().dismissed, dismissed);
    }
}

void tst_dismissals::whatEverybodyHasDoneIsNoop()
{
    Doubtful shop;
    QCOMPARE(shop.dismiss(false).status, wire::OutcomeStatus::Noop);
    shop.dismiss();
    const qint64 head = shop.head();
    const wire::Command again = shop.command(wire::DismissMessage{shop.message, true});
    QCOMPARE(shop.applyAt(shop.otherDesk, again).status, wire::OutcomeStatus::Noop);
    QCOMPARE(shop.head(), head);
}

void tst_dismissals::whatAnotherDeskSaidSinceIsNotTakenBack()
{
    Doubtful shop;
    shop.dismiss();
    const qint64 seen = shop.head();
    for (const bool dismissed : {false, true})
        shop.applyAt(shop.otherDesk, shop.command(wire::DismissMessage{shop.message, dismissed}));
    const qint64 head = shop.head();
    const wire::DismissMessage undo{shop.message, false};
    QCOMPARE(problemOf(shop.apply(shop.expecting(undo, seen))), QString(problem::kStale));
    QVERIFY(shop.row().dismissed);
    QCOMPARE(shop.head(), head);
    QCOMPARE(shop.apply(shop.expecting(undo, head)).status, wire::OutcomeStatus::Accepted); // having seen it
    // One's own is no surprise.
    QCOMPARE(shop.apply(shop.expecting(wire::DismissMessage{shop.message, true}, head)).status,
             wire::OutcomeStatus::Accepted);
    QVERIFY(shop.row().dismissed);
}

void tst_dismissals::aLateStatusStillSettlesIt()
{
    Doubtful shop;
    shop.dismiss();
    const qint64 before = shop.head();
    shop.arrives();
    QCOMPARE(shop.kinds(before), u"message.status"_s);
    QCOMPARE(shop.row().state, MessageState::Delivered);
    QCOMPARE(shop.dismiss(false).status, wire::OutcomeStatus::Noop); // nothing is left of the doubt
    QCOMPARE(shop.dismiss(true).status, wire::OutcomeStatus::Noop);
}

void tst_dismissals::whatIsInNoDoubtIsLeftAlone()
{
    Doubtful shop;
    const MessageId fromRosa = *shop.last<wire::MessageReceived>().subject.message;
    const qint64 head = shop.head();
    QCOMPARE(shop.apply(wire::DismissMessage{fromRosa, true}).status, wire::OutcomeStatus::Noop);
    QCOMPARE(shop.head(), head);
}

void tst_dismissals::aLogFromBeforeTheDoubtKeepsIt()
{
    Shop shop; // a copy that was brought back: here it is on its way still
    const wire::SendMessage sent = shop.send();
    shop.apply(sent);
    QCOMPARE(shop.apply(wire::DismissMessage{sent.message, true}).status, wire::OutcomeStatus::Accepted);
    QVERIFY(shop.job([&sent](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.outgoing().attemptStarted(sent.message));
        return data.outgoing().uncertain(sent.message);
    }));
    const relay::MessageRow row = **shop.data().messages().find(sent.message);
    QVERIFY(row.dismissed && row.state == MessageState::Uncertain);
}

void tst_dismissals::itMayStillGoOnceMore()
{
    Doubtful shop;
    shop.dismiss();
    wire::SendMessage again = shop.send();
    again.resendOf = shop.message;
    QCOMPARE(shop.apply(again).status, wire::OutcomeStatus::Accepted);
}

void tst_dismissals::aCopyKnowsIt()
{
    Doubtful shop;
    shop.dismiss();
    const QString copy = shop.file(u"copy.db"_s);
    QVERIFY(relay::backUpTo(shop.data().connection(), copy));
    shop.open(copy);
    QVERIFY(shop.row().dismissed);
}

void tst_dismissals::erasureTakesItAlong()
{
    Doubtful shop;
    shop.dismiss();
    shop.applyAsManager(wire::EraseCustomer{shop.customer, u"pedido"_s});
    QCOMPARE(shop.of<wire::MessageDismissed>().size(), 0); // blank by now
    QCOMPARE(problemOf(shop.dismiss(false)), QString(problem::kErased));
}

void tst_dismissals::aFileOfTheVersionBeforeHasNone()
{
    Doubtful shop;
    sql::Connection &file = shop.data().connection();
    QVERIFY(file.exec(u"ALTER TABLE message DROP COLUMN dismissed"_s));
    QVERIFY(file.exec(u"ALTER TABLE channel DROP COLUMN payments"_s));
    QVERIFY(file.exec(u"DROP INDEX event_unsummed"_s));
    QVERIFY(file.exec(u"ALTER TABLE event DROP COLUMN sum"_s));
    for (const QString &later : {u"pix_account"_s, u"charge"_s, u"pix_hint"_s, u"pix_payment"_s, u"till_report"_s,
                                 u"pix_stray"_s, u"refund"_s, u"charge_form"_s})
        QVERIFY(file.exec(u"DROP TABLE "_s + later));
    QVERIFY(file.setUserVersion(4));
    shop.reopen();
    QVERIFY(!shop.row().dismissed);
    QCOMPARE(shop.dismiss().status, wire::OutcomeStatus::Accepted);
}

BALCAO_TEST(tst_dismissals)
#include "tst_dismissals.moc"
