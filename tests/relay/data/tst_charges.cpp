// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/brcodereader.h"
#include "core/txid.h"
#include "support/testmain.h"
#include "till.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

wire::PixPayment payment(const QString &e2eid, qint64 centavos, qint64 at = 5)
{
    return {e2eid, Money{centavos}, at, u"Rosa de Souza"_s, {}};
}

} // namespace

class tst_charges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShopsOwnIsSentAtOnce();
    void oneDraftIsOneCharge();
    void whatIsOnlyShownIsNotSent();
    void theBanksWaitsForTheBank();
    void whatTheBankSaysIsSaidOnce();
    void noPaymentCountsTwice();
    void aRestoredCopyLooksBeforeItAsks();
    void cancelledBeforeTheBankAnsweredIsNotSent();
    void aBaixaNeedsOnesOwnPin();
    void aClosedChargeStaysClosed();
    void itGoesAgainWithItsOwnWords();
    void whatIsOverDoesNotGoAgain();
    void nothingElseGoesInItsPlace();
    void whatWentAgainIsOfItsCharge();
    void whatWentAgainHasLeft();
    void bothOrdersAreEnded_data();
    void bothOrdersAreEnded();
    void aCodeOfAnotherAccountDoesNotLeave();
    void theForgottenKeepAmountsAlone();
    void whoPaidAnOrderIsToldOnce();
    void whoPaidOnItsWayIsToldOnceItIsThere();
    void aPartIsNoThanks();
    void theForgottenAreToldNothing();
    void whatWentBackIsNoThanks();
    void aCancelledCardStaysCancelled();
    void aCopyTellsNobodyAgain();
    void whatIsSettledByHandIsNotToBePaid();
    void accountsWaitForAnotherOrADay();
    void aSecondOnesOwnMakingIsNoOther();
    void whatIsConfirmedIsWhatWasSeen();
    void aProposalCanBeWithdrawn();
};

void tst_charges::theShopsOwnIsSentAtOnce()
{
    Till till;
    const qint64 before = till.head();
    const wire::ChargePix asked = till.charge();
    QCOMPARE(till.apply(asked).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.kinds(before), u"pix.charged message.accepted"_s);
    const auto charged = till.lastBody<wire::PixCharged>();
    QCOMPARE(till.last<wire::PixCharged>().subject.message, std::optional(asked.message));
    QCOMPARE(till.last<wire::PixCharged>().subject.charge, std::optional(asked.charge));
    QCOMPARE(charged.txid, staticTxidOf(asked.charge));
    const BrCodeReading reading = readBrCode(charged.code);
    QVERIFY(reading.isValid());
    QCOMPARE(reading.code.key, kAccount.key);
    QCOMPARE(reading.code.amount, std::optional(Money{12'345}));
    QCOMPARE(reading.code.info, u"Bolo de cenoura, 2 kg"_s);
    // The words first, then the code and nothing but the code; the log has it once.
    const QList<relay::SendJob> jobs = till.data().outgoing().openAfter(before).value();
    QCOMPARE(jobs.size(), 2);
    QCOMPARE(jobs[0].message, asked.message);
    QCOMPARE(jobs[0].content.text, asked.text);
    QCOMPARE(jobs[1].message, asked.codeMessage);
    QCOMPARE(jobs[1].content.text, charged.code);
    QCOMPARE(till.lastBody<wire::MessageAccepted>().content.text, QString());
    QCOMPARE(till.state(asked.charge), ChargeState::Waiting);
}

void tst_charges::oneDraftIsOneCharge()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    const wire::Command first = till.command(asked);
    till.apply(first);
    const qint64 before = till.head();
    QVERIFY(till.apply(first).repeated.value_or(false));
    // Another desk, or the same after a crash, with another command about the same draft.
    QCOMPARE(till.applyAt(till.otherDesk, till.command(asked)).status, wire::OutcomeStatus::Noop);
    QCOMPARE(till.head(), before);
    QCOMPARE(till.count(u"charge"_s), 1);
}

void tst_charges::whatIsOnlyShownIsNotSent()
{
    Till till;
    const qint64 before = till.head();
    wire::ChargePix asked = till.charge();
    asked.sends = false;
    asked.text.clear();
    till.clock.advanceMs(30 * 60 * 60 * kSecondMs); // the customer wrote yesterday, and stands at the counter now
    QCOMPARE(till.apply(asked).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.kinds(before), u"pix.charged"_s);
    QVERIFY(till.data().outgoing().openAfter(before)->isEmpty());
}

void tst_charges::theBanksWaitsForTheBank()
{
    Till till;
    const qint64 before = till.head();
    const wire::ChargePix asked = till.bankCharge();
    QCOMPARE(till.apply(asked).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.kinds(before), u"pix.charged"_s);
    QCOMPARE(till.lastBody<wire::PixCharged>().txid, chargeTxidOf(asked.charge));
    QCOMPARE(till.state(asked.charge), ChargeState::Creating);
    QVERIFY(till.data().outgoing().openAfter(before)->isEmpty());
    QCOMPARE(till.data().charges().due(till.clock.nowMs(), 10)->size(), 1);

    till.issue(asked.charge);
    till.issue(asked.charge, u"ANOTHER"_s); // the answer came twice
    QCOMPARE(till.kinds(before), u"pix.charged pix.issued message.accepted"_s);
    QCOMPARE(till.kept(asked.charge).code, u"CODE"_s);
    QCOMPARE(till.data().outgoing().openAfter(before)->size(), 2);
}

void tst_charges::whatTheBankSaysIsSaidOnce()
{
    Till till;
    const wire::ChargePix asked = till.bankCharge();
    till.apply(asked);
    till.issue(asked.charge);
    const qint64 before = till.head();
    const auto hear = [&](const QList<wire::PixPayment> &payments) { till.hear(asked.charge, payments); };
    hear({});
    QCOMPARE(till.state(asked.charge), ChargeState::Waiting);
    hear({payment(u"E1"_s, 12'345)});
    hear({payment(u"E1"_s, 12'345)});
    hear({payment(u"E1"_s, 12'345), payment(u"E1"_s, 12'345)}); // a bank that stutters
    hear({});                                                   // or forgets
    QCOMPARE(till.kinds(before), u"pix.paid"_s);
    QCOMPARE(till.state(asked.charge), ChargeState::Paid);
    hear({payment(u"E2"_s, 12'345, 6), payment(u"E1"_s, 12'345)});
    QCOMPARE(till.state(asked.charge), ChargeState::PaidMore);
    QCOMPARE(till.lastBody<wire::PixPaid>().payments.first().endToEndId, u"E1"_s); // in one order, whoever says it
    hear({payment(u"E1"_s, 12'345)});                                              // what it has said once it has said
    QCOMPARE(till.state(asked.charge), ChargeState::PaidMore);
    wire::PixPayment back = payment(u"E2"_s, 12'345, 6);
    back.returns = {{u"D1"_s, Money{12'345}, wire::ReturnStatus::UnderWay, false, 7}};
    hear({payment(u"E1"_s, 12'345), back});
    QCOMPARE(till.state(asked.charge), ChargeState::PaidMore); // on its way is not gone
    back.returns.first().status = wire::ReturnStatus::Done;
    hear({payment(u"E1"_s, 12'345), back});
    QCOMPARE(till.state(asked.charge), ChargeState::Paid);
    wire::PixPayment taken = payment(u"E1"_s, 12'345);
    taken.returns = {{u"D2"_s, Money{12'345}, wire::ReturnStatus::Done, true, 8}};
    hear({taken, back});
    QCOMPARE(till.state(asked.charge), ChargeState::Withdrawn);
    hear({payment(u"E1"_s, 12'345), payment(u"E2"_s, 12'345, 6)}); // a charge's answer without its returns
    QCOMPARE(till.state(asked.charge), ChargeState::Withdrawn);
}

void tst_charges::noPaymentCountsTwice()
{
    Till till;
    const wire::ChargePix first = till.bankCharge();
    const wire::ChargePix second = till.bankCharge();
    for (const wire::ChargePix &one : {first, second}) {
        till.apply(one);
        till.issue(one.charge, u"CODE"_s + one.charge.text());
    }
    till.hear(first.charge, {payment(u"E1"_s, 12'345)});
    const qint64 before = till.head();
    till.hear(second.charge, {payment(u"E1"_s, 12'345)});
    QCOMPARE(till.head(), before);
    QCOMPARE(till.state(second.charge), ChargeState::Waiting);
    // An answer that names only what is another's takes nothing away.
    till.hear(second.charge, {payment(u"E2"_s, 12'345)});
    till.hear(second.charge, {payment(u"E1"_s, 12'345)});
    QCOMPARE(till.state(second.charge), ChargeState::Paid);
}

/// Registered and paid after the copy was made: asking for it as if it were new would be refused, and believed.
void tst_charges::aRestoredCopyLooksBeforeItAsks()
{
    Till till;
    const wire::ChargePix asked = till.bankCharge();
    till.apply(asked);
    QVERIFY(!till.kept(asked.charge).tried);
    const QString copy = till.file(u"copy.db"_s);
    QVERIFY(relay::backUpTo(till.data().connection(), copy));
    till.open(copy);
    QVERIFY(till.kept(asked.charge).tried);
    QCOMPARE(till.data().charges().due(till.clock.nowMs(), 10)->size(), 1);
}

void tst_charges::cancelledBeforeTheBankAnsweredIsNotSent()
{
    Till till;
    const wire::ChargePix asked = till.bankCharge();
    till.apply(asked);
    QCOMPARE(till.apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Noop);
    const qint64 before = till.head();
    till.issue(asked.charge);
    QCOMPARE(till.kinds(before), u"pix.issued"_s);
    QVERIFY(till.data().outgoing().openAfter(0)->isEmpty());
    QVERIFY(till.kept(asked.charge).withdraw); // the bank has yet to hear of it
    // Paid all the same: the money is there, whatever staff wanted.
    till.hear(asked.charge, {payment(u"E1"_s, 12'345)});
    QCOMPARE(till.state(asked.charge), ChargeState::Paid);
}

void tst_charges::aBaixaNeedsOnesOwnPin()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.apply(asked);
    const wire::SettleCharge settle{asked.charge, u"Pagou na maquininha"_s};
    QCOMPARE(problemOf(till.apply(settle)), QString(problem::kPinWrong));
    QCOMPARE(problemOf(till.apply(till.command(settle), till.manager)), QString(problem::kPinWrong));
    QCOMPARE(problemOf(till.apply(till.command(wire::SettleCharge{asked.charge, u"  "_s}), till.attendant)),
             QString(problem::kBadBody));
    QCOMPARE(till.apply(till.command(settle), till.attendant).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.lastBody<wire::PixSettled>().reason, settle.reason);
    QCOMPARE(till.state(asked.charge), ChargeState::Settled);
}

void tst_charges::aClosedChargeStaysClosed()
{
    Till till;
    const wire::ChargePix asked = till.bankCharge();
    till.apply(asked);
    till.issue(asked.charge);
    till.hear(asked.charge, {payment(u"E1"_s, 12'345)});
    const auto settle = till.command(wire::SettleCharge{asked.charge, u"de novo"_s});
    QCOMPARE(problemOf(till.apply(wire::CancelCharge{asked.charge})), QString(problem::kChargeClosed));
    QCOMPARE(problemOf(till.apply(settle, till.attendant)), QString(problem::kChargeClosed));
}

void tst_charges::itGoesAgainWithItsOwnWords()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.apply(asked);
    till.fail(asked.codeMessage);
    const qint64 before = till.head();
    wire::SendMessage again{MessageId::create(), till.conversation, {}, asked.codeMessage};
    again.content.type = ContentType::PixCode;
    again.content.charge = asked.charge;
    again.content.text = u"00020126ladrao"_s;
    QCOMPARE(till.apply(again).status, wire::OutcomeStatus::Accepted);
    const QList<relay::SendJob> jobs = till.data().outgoing().openAfter(before).value();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs.first().content.text, till.kept(asked.charge).code);
    QCOMPARE(till.lastBody<wire::MessageAccepted>().content.text, QString());
    // Not by itself: only what failed may go again.
    again.resendOf.reset();
    again.message = MessageId::create();
    QCOMPARE(problemOf(till.apply(again)), QString(problem::kBadBody));
}

void tst_charges::whatIsOverDoesNotGoAgain()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.apply(asked);
    till.fail(asked.message);
    till.apply(wire::CancelCharge{asked.charge});
    wire::SendMessage again{MessageId::create(), till.conversation, {}, asked.message};
    again.content.type = ContentType::Pix;
    again.content.charge = asked.charge;
    QCOMPARE(problemOf(till.apply(again)), QString(problem::kChargeClosed));
    again.content.charge = ChargeId::create();
    QCOMPARE(problemOf(till.apply(again)), QString(problem::kChargeUnknown));
}

void tst_charges::nothingElseGoesInItsPlace()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    const wire::ChargePix other = till.charge();
    till.apply(asked);
    till.apply(other);
    for (const MessageId &id : {asked.message, asked.codeMessage, other.message})
        till.fail(id);
    const qint64 before = till.head();
    const auto problemWith = [&](MessageId of, ContentType type, std::optional<ChargeId> charge) {
        wire::SendMessage again = till.send();
        again.resendOf = of;
        again.content.type = type;
        again.content.charge = charge;
        return problemOf(till.apply(again));
    };
    QCOMPARE(problemWith(other.message, ContentType::Pix, asked.charge), QString(problem::kBadBody));
    QCOMPARE(problemWith(asked.codeMessage, ContentType::Pix, asked.charge), QString(problem::kBadBody));
    QCOMPARE(problemWith(asked.message, ContentType::PixCode, asked.charge), QString(problem::kBadBody));
    QCOMPARE(problemWith(asked.message, ContentType::Text, {}), QString(problem::kBadBody));
    const wire::SendMessage plain = till.send();
    till.apply(plain);
    till.fail(plain.message);
    QCOMPARE(problemWith(plain.message, ContentType::Pix, asked.charge), QString(problem::kBadBody));
    QCOMPARE(till.of<wire::MessageAccepted>().last().subject.message, std::optional(plain.message));
    QCOMPARE(problemWith(plain.message, ContentType::Text, {}), QString());
    QCOMPARE(problemWith(asked.message, ContentType::Pix, asked.charge), QString());
    QVERIFY(till.head() > before);
}

void tst_charges::whatWentAgainIsOfItsCharge()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked, false);
    till.fail(asked.message);
    const MessageId second = till.again(asked, asked.message);
    QCOMPARE(till.last<wire::MessageAccepted>().subject.charge, std::optional(asked.charge));
    till.fail(second);
    const MessageId third = till.again(asked, second);
    till.submit(third);
    const qint64 before = till.head();
    QCOMPARE(till.apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
    const QList<relay::SendJob> jobs = till.data().outgoing().openAfter(before).value();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs[0].content.text, asked.cancelledText);
    const auto status = till.data().charges().statusOf(jobs[0]).value();
    QVERIFY(status && status->order == third && status->end == relay::OrderEnd::Cancelled);
    QCOMPARE(till.data().charges().carriedBy(*till.data().messages().find(third).value())->value().id, asked.charge);
}

void tst_charges::whatWentAgainHasLeft()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.apply(asked);
    till.fail(asked.message);
    const MessageId second = till.again(asked, asked.message);
    QVERIFY(!till.data().charges().hasLeft(till.kept(asked.charge)).value());
    till.submit(second);
    QVERIFY(till.data().charges().hasLeft(till.kept(asked.charge)).value());
}

/// The first was in doubt, and had arrived after all.
void tst_charges::bothOrdersAreEnded_data()
{
    QTest::addColumn<bool>("isOfBefore");
    QTest::newRow("sent as it is now") << false;
    QTest::newRow("sent before the forms were kept") << true;
}

void tst_charges::bothOrdersAreEnded()
{
    QFETCH(const bool, isOfBefore);
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked, false);
    QVERIFY(till.job([&](relay::RelayData &d) { return d.outgoing().uncertain(asked.message); }));
    const MessageId second = till.again(asked, asked.message);
    till.submit(second);
    till.submit(asked.message);
    if (isOfBefore) {
        QVERIFY(till.data().connection().exec(u"DROP TABLE charge_form"_s));
        QVERIFY(till.data().connection().setUserVersion(13));
        till.reopen();
    }
    const qint64 before = till.head();
    till.hear(asked.charge, {payment(u"E1"_s, 12'345, 7)});
    QList<MessageId> ended;
    const QList<relay::SendJob> jobs = till.data().outgoing().openAfter(before).value();
    for (const relay::SendJob &job : jobs) {
        const auto status = till.data().charges().statusOf(job).value();
        QVERIFY(status && status->end == relay::OrderEnd::Paid && status->paidAt == 7);
        ended.append(status->order);
    }
    QCOMPARE(ended, QList<MessageId>({asked.message, second}));
}

void tst_charges::aCodeOfAnotherAccountDoesNotLeave()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.apply(asked);
    const relay::SendJob job = till.data().outgoing().find(asked.codeMessage)->value();
    QCOMPARE(till.data().charges().faultOf(job).value(), std::optional<PayeeFault>());
    relay::SendJob swapped = job;
    swapped.content.text = u"00020126"_s;
    QCOMPARE(till.data().charges().faultOf(swapped).value(), std::optional(PayeeFault::Unreadable));
    till.applyAsManager(wire::ProposePixAccount{kOtherAccount});
    QCOMPARE(till.data().charges().faultOf(job).value(), std::optional<PayeeFault>());
    till.asOther(wire::ConfirmPixAccount{kOtherAccount});
    QCOMPARE(till.data().charges().faultOf(job).value(), std::optional(PayeeFault::Key));
}

void tst_charges::theForgottenKeepAmountsAlone()
{
    Till till;
    const wire::ChargePix paid = till.bankCharge();
    till.apply(paid);
    till.issue(paid.charge);
    till.hear(paid.charge, {payment(u"E1"_s, 12'345)});
    const wire::ChargePix open = till.charge(500);
    till.apply(open);
    till.applyAsManager(wire::EraseCustomer{till.customer, u"pedido"_s});
    for (const wire::Event &event : till.of<wire::PixCharged>()) {
        const auto body = std::get<wire::PixCharged>(event.body);
        QVERIFY(body.amount.centavos > 0);
        QCOMPARE(body.description + body.text + body.code, QString());
    }
    QCOMPARE(till.lastBody<wire::PixIssued>().code, QString());
    QCOMPARE(till.lastBody<wire::PixPaid>().payments, (QList<wire::PixPayment>{{u"E1"_s, Money{12'345}, 5, {}, {}}}));
    QCOMPARE(till.last<wire::PixCancelled>().subject.charge, std::optional(open.charge));
    QCOMPARE(till.kept(open.charge).words + till.kept(open.charge).code, QString());
    QCOMPARE(till.state(paid.charge), ChargeState::Paid);
}

void tst_charges::accountsWaitForAnotherOrADay()
{
    Till till;
    QCOMPARE(till.of<wire::PixAccountChanged>().size(), 1); // the first one, at once
    QCOMPARE(problemOf(till.apply(wire::ProposePixAccount{kOtherAccount})), QString(problem::kManagerNeeded));
    QCOMPARE(till.applyAsManager(wire::ProposePixAccount{kAccount}).status, wire::OutcomeStatus::Noop);
    till.applyAsManager(wire::ProposePixAccount{kOtherAccount});
    QCOMPARE(till.lastBody<wire::PixAccountProposed>().ripeAt, till.clock.nowMs() + relay::kAccountRipensMs);
    QCOMPARE(problemOf(till.applyAsManager(wire::ConfirmPixAccount{kOtherAccount})), QString(problem::kSecondNeeded));
    till.clock.advanceMs(relay::kAccountRipensMs - 1);
    QCOMPARE(problemOf(till.applyAsManager(wire::ConfirmPixAccount{kOtherAccount})), QString(problem::kSecondNeeded));
    till.clock.advanceMs(1);
    QCOMPARE(till.applyAsManager(wire::ConfirmPixAccount{kOtherAccount}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.lastBody<wire::PixAccountChanged>().account, kOtherAccount);
    till.applyAsManager(wire::ProposePixAccount{kAccount});
    QCOMPARE(till.asOther(wire::ConfirmPixAccount{kAccount}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.lastBody<wire::PixAccountChanged>().account, kAccount);
}

/// One person with one PIN makes a second one.
void tst_charges::aSecondOnesOwnMakingIsNoOther()
{
    Till till;
    till.applyAsManager(wire::ProposePixAccount{kOtherAccount});
    const OperatorId puppet = OperatorId::create();
    till.applyAsManager(wire::AddOperator{puppet, {u"Zé"_s, Role::Manager}});
    till.other = puppet;
    QCOMPARE(problemOf(till.asOther(wire::ConfirmPixAccount{kOtherAccount})), QString(problem::kSecondNeeded));
    till.clock.advanceMs(relay::kAccountRipensMs);
    QCOMPARE(till.asOther(wire::ConfirmPixAccount{kOtherAccount}).status, wire::OutcomeStatus::Accepted);
}

void tst_charges::whatIsConfirmedIsWhatWasSeen()
{
    Till till;
    till.applyAsManager(wire::ProposePixAccount{kOtherAccount});
    wire::PixRecord swapped = kOtherAccount;
    swapped.key = u"ladrao@exemplo.br"_s;
    QCOMPARE(problemOf(till.asOther(wire::ConfirmPixAccount{swapped})), QString(problem::kStale));
    swapped.key = u"not a key"_s;
    QCOMPARE(problemOf(till.applyAsManager(wire::ProposePixAccount{swapped})), QString(problem::kBadBody));
    QCOMPARE(till.of<wire::PixAccountChanged>().size(), 1);
}

void tst_charges::aProposalCanBeWithdrawn()
{
    Till till;
    till.applyAsManager(wire::ProposePixAccount{kOtherAccount});
    QCOMPARE(till.asOther(wire::KeepPixAccount{}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.asOther(wire::KeepPixAccount{}).status, wire::OutcomeStatus::Noop);
    QCOMPARE(problemOf(till.asOther(wire::ConfirmPixAccount{kOtherAccount})), QString(problem::kStale));
}

void tst_charges::whoPaidAnOrderIsToldOnce()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked);
    const qint64 before = till.head();
    till.hear(asked.charge, {payment(u"E1"_s, 12'345, 7)});
    QCOMPARE(till.kinds(before), u"pix.paid message.accepted"_s);
    const wire::Event said = till.last<wire::MessageAccepted>();
    const auto body = std::get<wire::MessageAccepted>(said.body);
    QCOMPARE(body.content.type, ContentType::PixStatus);
    QCOMPARE(body.content.text, asked.paidText);
    QVERIFY(!body.content.charge); // no second card
    QCOMPARE(said.actor.type, wire::ActorType::Automation);
    const QList<relay::SendJob> jobs = till.data().outgoing().openAfter(before).value();
    QCOMPARE(jobs.size(), 1);
    QVERIFY(!*till.data().charges().isOverBefore(jobs[0]));
    QVERIFY(!*till.data().charges().faultOf(jobs[0]));
    const auto status = till.data().charges().statusOf(jobs[0]).value();
    QVERIFY(status && status->order == asked.message && status->end == relay::OrderEnd::Paid);
    QCOMPARE(status->paidAt, 7);
    // More of it, or the same again, is not said again.
    till.hear(asked.charge, {payment(u"E1"_s, 12'345, 7), payment(u"E2"_s, 100, 9)});
    QCOMPARE(till.data().outgoing().openAfter(before)->size(), 1);
}

/// By the QR at the counter, while Meta had not answered yet.
void tst_charges::whoPaidOnItsWayIsToldOnceItIsThere()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked, false);
    const qint64 before = till.head();
    till.hear(asked.charge, {payment(u"E1"_s, 12'345, 7)});
    QVERIFY(till.data().outgoing().openAfter(before)->isEmpty());
    till.submit(asked.message);
    till.status(u"wamid."_s + asked.message.text(), u"delivered"_s);
    const QList<relay::SendJob> jobs = till.data().outgoing().openAfter(before).value();
    QCOMPARE(jobs.size(), 1);
    const auto status = till.data().charges().statusOf(jobs[0]).value();
    QVERIFY(status && status->order == asked.message && status->end == relay::OrderEnd::Paid);
}

void tst_charges::aPartIsNoThanks()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked);
    const qint64 before = till.head();
    till.hear(asked.charge, {payment(u"E1"_s, 12'344)});
    QVERIFY(till.data().outgoing().openAfter(before)->isEmpty());
    till.hear(asked.charge, {payment(u"E1"_s, 12'344), payment(u"E2"_s, 1)});
    QCOMPARE(till.data().outgoing().openAfter(before)->size(), 1);
}

void tst_charges::theForgottenAreToldNothing()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked);
    const qint64 before = till.head();
    till.applyAsManager(wire::EraseCustomer{till.customer, u"pedido"_s});
    till.hear(asked.charge, {payment(u"E1"_s, 12'345)});
    QVERIFY(till.data().outgoing().openAfter(before)->isEmpty());
    QVERIFY(till.kept(asked.charge).paidWords.isEmpty() && till.kept(asked.charge).cancelledWords.isEmpty());
}

// The relay was off while it was paid and paid back.
void tst_charges::whatWentBackIsNoThanks()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked);
    const qint64 before = till.head();
    wire::PixPayment gone = payment(u"E1"_s, 12'345);
    gone.returns.append({u"D1"_s, Money{12'345}, wire::ReturnStatus::Done, false, 9});
    till.hear(asked.charge, {gone});
    QVERIFY(till.data().outgoing().openAfter(before)->isEmpty());
}

void tst_charges::aCancelledCardStaysCancelled()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked);
    QCOMPARE(till.apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.lastBody<wire::MessageAccepted>().content.text, asked.cancelledText);
    const qint64 before = till.head();
    till.hear(asked.charge, {payment(u"E1"_s, 12'345)});
    QCOMPARE(till.kinds(before), u"pix.paid"_s);
}

void tst_charges::aCopyTellsNobodyAgain()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked);
    const QString copy = till.file(u"copy.db"_s);
    QVERIFY(relay::backUpTo(till.data().connection(), copy));
    till.clock.advanceMs(kMinuteMs);
    till.hear(asked.charge, {payment(u"E1"_s, 12'345)});
    till.close();
    till.open(copy);
    const qint64 before = till.head();
    till.hear(asked.charge, {payment(u"E1"_s, 12'345)});
    QCOMPARE(till.kinds(before), u"pix.paid"_s);
}

void tst_charges::whatIsSettledByHandIsNotToBePaid()
{
    Till till;
    const wire::ChargePix asked = till.charge();
    till.sendAsOrder(asked);
    const wire::Command settle = till.command(wire::SettleCharge{asked.charge, u"em dinheiro"_s});
    QCOMPARE(till.apply(settle, settle.operatorId).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(till.lastBody<wire::MessageAccepted>().content.text, asked.cancelledText);
}

BALCAO_TEST(tst_charges)
#include "tst_charges.moc"
