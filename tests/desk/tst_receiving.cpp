// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/txid.h"
#include "desk/chargepresenter.h"
#include "desk/receivingpresenter.h"
#include "fakepix.h"
#include "support/eventbuilders.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Outcome = desk::PixSigner::Outcome;

namespace {

struct Office
{
    ManualClock clock{kLogStart};
    desk::Wording wording{QTimeZone("America/Sao_Paulo")};
    FakePix world;
    OperatorId dona = OperatorId::create();
    OperatorId ana = OperatorId::create();
    desk::ReceivingPresenter receiving{world, world, wording, clock};
    desk::ChargePresenter charges{world, world, world, wording, clock};

    Office()
    {
        receiving.setOperator(dona, Role::Manager);
        charges.setOperator(ana, Role::Attendant);
        receiving.reload();
    }
    void fill()
    {
        receiving.setType(PixKeyType::Email);
        receiving.setKey(u"caixa@flordotrigo.example"_s);
        receiving.setName(u"Padaria Flor do Trigo Ltda"_s);
        receiving.setCity(u"Campinas"_s);
        receiving.setPin(u"839201"_s);
    }
    void proposeOther(OperatorId by)
    {
        world.row.proposed = FakePix::thief();
        world.row.proposerId = by;
        world.row.proposedBy = u"Dona"_s;
        world.row.ripeAt = clock.nowMs() + kDayMs;
        receiving.reload();
    }
    [[nodiscard]] store::ChargeRow charge() const
    {
        store::ChargeRow row;
        row.id = ChargeId::create();
        row.conversation = ConversationId::create();
        row.txid = staticTxidOf(row.id);
        row.facts.amount = Money{8000};
        row.facts.hasCode = true;
        row.code = *staticCode({ChargeKind::Shop, FakePix::bakery(), row.facts.amount, row.txid}, u"Bolo"_s);
        row.description = u"Bolo"_s;
        return row;
    }
    /// By the bank's word, an hour ago.
    [[nodiscard]] store::ChargeRow paid() const
    {
        store::ChargeRow row = charge();
        row.id = m_paid;
        row.facts.paid = row.facts.amount;
        row.refundable = row.facts.amount;
        row.paidAt = kLogStart - kHourMs;
        return row;
    }

private:
    ChargeId m_paid = ChargeId::create();
};

} // namespace

// To whom the shop's Pix goes, and what is done with a charge that stands.
class tst_receiving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordIsShownMasked();
    void keyIsOfTheKindThatWasChosen();
    void onlyAManagerProposes();
    void whatWentWrongKeepsWhatWasTyped_data();
    void whatWentWrongKeepsWhatWasTyped();
    void proposerWaitsADayOrForAnother();
    void everyDeskIsToldForAWeek();
    void pinIsForgotten();
    void codeOfAChargeIsComparedFirst();
    void aBanksCodeOfAnOldKeyIsNotShown();
    void chargeIsSettledWithReasonAndPin();
    void onlyAManagerPaysBackWhatWasPaid();
    void paysBackAPartWithReasonAndPin();
    void oneFormIsOneRefund();
    void whatIsUnderWayHoldsTheForm();
    void amountsThatCannotGoBack_data();
    void amountsThatCannotGoBack();
};

void tst_receiving::recordIsShownMasked()
{
    Office o;
    QCOMPARE(o.receiving.nameText(), u"Padaria Flor do Trigo"_s);
    QCOMPARE(o.receiving.keyText(), u"Random key · 7d9f0335-…-e21c"_s);
    QCOMPARE(o.receiving.sinceText(), u"The shop's first record"_s);
    QVERIFY(o.receiving.bannerText().isEmpty());
    o.world.row = {};
    o.receiving.reload();
    QVERIFY(o.receiving.isKnown() && !o.receiving.hasAccount());
    QVERIFY(o.receiving.keyText().isEmpty());
}

void tst_receiving::keyIsOfTheKindThatWasChosen()
{
    Office o;
    o.fill();
    QVERIFY(o.receiving.canPropose());
    o.receiving.setType(PixKeyType::Cpf);
    QVERIFY(o.receiving.isKeyWrong() && !o.receiving.canPropose());
    QCOMPARE(o.receiving.keyHelp(), u"This is no CPF."_s);
    o.receiving.setKey(u"123.456.789-09"_s);
    QCOMPARE(o.receiving.keyHelp(), u"It stands as 12345678909"_s);
    QVERIFY(o.receiving.canPropose());
    o.receiving.setName(u"Pão & Cia São João da Boa Vista"_s);
    QVERIFY2(o.receiving.nameHelp().contains(u"Pao"_s), qPrintable(o.receiving.nameHelp()));
    o.receiving.setName(u"***"_s);
    QVERIFY(!o.receiving.canPropose());
    o.receiving.setName(u"Pão"_s);
    o.receiving.setPin(u"12a4"_s);
    QVERIFY(!o.receiving.canPropose());
}

void tst_receiving::onlyAManagerProposes()
{
    Office o;
    o.receiving.setOperator(o.ana, Role::Attendant);
    o.fill();
    QVERIFY(!o.receiving.canPropose() && !o.receiving.shutText().isEmpty());
    o.receiving.propose();
    QVERIFY(o.world.signedActs.isEmpty());
    o.receiving.setOperator(o.dona, Role::Manager);
    QVERIFY(!o.receiving.canPropose()); // what Ana typed is not Dona's
    o.fill();
    o.receiving.propose();
    QCOMPARE(o.world.signedActs, QStringList{u"propose caixa@flordotrigo.example / 839201"_s});
    QVERIFY(!o.receiving.isProblem() && !o.receiving.text().isEmpty());
}

void tst_receiving::whatWentWrongKeepsWhatWasTyped_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Outcome outcome, qint64 number, const QString &words) {
        QTest::newRow(name) << static_cast<int>(outcome) << number << words;
    };
    row("pin", Outcome::PinWrong, 3, u"PIN is wrong"_s);
    row("no pin", Outcome::NoPinYet, 0, u"no PIN yet"_s);
    row("tries", Outcome::TooManyTries, 30000, u"30"_s);
    row("refused", Outcome::Refused, 0, u"Not done"_s);
    row("away", Outcome::NeedsConnection, 0, u"Nothing was done"_s);
    row("lost", Outcome::Unknown, 0, u"may have been done"_s);
}

void tst_receiving::whatWentWrongKeepsWhatWasTyped()
{
    QFETCH(const int, outcome);
    QFETCH(const qint64, number);
    QFETCH(const QString, words);
    Office o;
    o.world.answer = desk::PixSigner::Answer{static_cast<Outcome>(outcome), number, problem::kManagerNeeded};
    QSignalSpy cleared(&o.receiving, &desk::ReceivingPresenter::cleared);
    o.fill();
    o.receiving.propose();
    QVERIFY2(o.receiving.text().contains(words), qPrintable(o.receiving.text()));
    QVERIFY(o.receiving.isProblem() && !o.receiving.isBusy());
    QCOMPARE(cleared.last().first().toBool(), true); // the PIN alone
    o.receiving.setPin(u"839201"_s);
    QVERIFY(o.receiving.canPropose());
}

void tst_receiving::proposerWaitsADayOrForAnother()
{
    Office o;
    o.proposeOther(o.dona);
    o.receiving.setPin(u"839201"_s);
    QVERIFY(!o.receiving.canConfirm() && o.receiving.canKeep());
    QVERIFY(!o.receiving.canPropose() && !o.receiving.shutText().isEmpty());
    o.receiving.confirm();
    QVERIFY(o.world.signedActs.isEmpty());
    o.clock.advanceMs(kDayMs);
    QVERIFY(o.receiving.canConfirm());
    o.receiving.setOperator(o.ana, Role::Attendant);
    o.receiving.setPin(u"1234"_s);
    QVERIFY(!o.receiving.canConfirm() && !o.receiving.canKeep());
    o.proposeOther(o.dona);
    o.receiving.setOperator(OperatorId::create(), Role::Manager);
    o.receiving.setPin(u"111111"_s);
    QVERIFY(o.receiving.canConfirm());
    o.receiving.confirm();
    QCOMPARE(o.world.signedActs, QStringList{u"confirm golpe@exemplo.com / 111111"_s});
    o.receiving.setPin(u"111111"_s);
    o.receiving.keep();
    QCOMPARE(o.world.signedActs.last(), u"keep / 111111"_s);
}

void tst_receiving::everyDeskIsToldForAWeek()
{
    Office o;
    o.receiving.setOperator(o.ana, Role::Attendant);
    o.proposeOther(o.dona);
    QVERIFY(o.receiving.bannerText().contains(u"Dona"_s) && o.receiving.bannerText().contains(u"exemplo.com"_s));
    o.world.row = {};
    o.world.row.account = FakePix::bakery();
    o.world.row.changedAt = o.clock.nowMs();
    o.world.row.changedBy = u"Dona"_s;
    o.receiving.reload();
    QVERIFY(o.receiving.bannerText().contains(u"7d9f0335-…-e21c"_s));
    o.clock.advanceMs(desk::ReceivingPresenter::kToldMs);
    QVERIFY(!o.receiving.bannerText().isEmpty());
    o.clock.advanceMs(1);
    QVERIFY(o.receiving.bannerText().isEmpty());
}

void tst_receiving::pinIsForgotten()
{
    Office o;
    o.world.answer.reset();
    o.fill();
    o.receiving.propose();
    QVERIFY(o.receiving.isBusy() && !o.receiving.canPropose());
    o.receiving.propose();
    QCOMPARE(o.world.signedActs.size(), 1);
    o.world.waiting({Outcome::PinWrong, 2, {}});
    QVERIFY(!o.receiving.canPropose()); // typed anew
}

void tst_receiving::codeOfAChargeIsComparedFirst()
{
    Office o;
    QSignalSpy ready(&o.charges, &desk::ChargePresenter::codeReady);
    QSignalSpy refused(&o.charges, &desk::ChargePresenter::refused);
    store::ChargeRow row = o.charge();
    o.charges.showQr(row);
    QCOMPARE(ready.size(), 1);
    QCOMPARE(ready.first().first().value<desk::PixCode>().code, row.code);
    o.world.row.account = FakePix::thief(); // the record has changed since
    o.charges.copyCode(row);
    QCOMPARE(ready.size(), 1);
    QVERIFY(refused.last().first().toString().contains(u"another key"_s));
    o.world.row.account = FakePix::bakery();
    row.facts.cancelled = true;
    o.charges.showQr(row);
    QCOMPARE(ready.size(), 1);
    QCOMPARE(refused.size(), 2);
    o.charges.setOffline(true); // it could be paid before anybody hears of it
    o.charges.cancel(row);
    QCOMPARE(refused.size(), 3);
    QVERIFY(o.world.cancelled.isEmpty());
    o.charges.setOffline(false);
    o.charges.cancel(row);
    QCOMPARE(o.world.cancelled, QList<ChargeId>{row.id});
}

/// Name and city are the same: only the key says that it is another's.
void tst_receiving::aBanksCodeOfAnOldKeyIsNotShown()
{
    Office o;
    const QSignalSpy ready(&o.charges, &desk::ChargePresenter::codeReady);
    const QSignalSpy refused(&o.charges, &desk::ChargePresenter::refused);
    const PixAccount bakery = FakePix::bakery();
    BrCode dynamic;
    dynamic.url = u"pix.banco.exemplo.br/v2/5f3a9c"_s;
    dynamic.name = bakery.name;
    dynamic.city = bakery.city;
    store::ChargeRow row = o.charge();
    row.kind = ChargeKind::Bank;
    row.code = *brCodeText(dynamic);
    row.key = bakery.key.value;
    o.charges.showQr(row);
    QCOMPARE(ready.size(), 1);
    o.world.row.account = FakePix::thief();
    o.charges.showQr(row);
    QCOMPARE(ready.size(), 1);
    QVERIFY(refused.last().first().toString().contains(u"another key"_s));
}

void tst_receiving::chargeIsSettledWithReasonAndPin()
{
    Office o;
    desk::SettleForm &form = o.charges.settling();
    const QSignalSpy settled(&form, &desk::SignedForm::done);
    form.begin(o.charge());
    QCOMPARE(form.title(), u"R$\u00a080,00 · Bolo"_s);
    form.setPin(u"1234"_s);
    form.setReason(u"   "_s);
    QVERIFY(!form.canSign());
    form.setReason(u" em dinheiro "_s);
    o.world.answer = desk::PixSigner::Answer{Outcome::PinWrong, 4, {}};
    form.sign();
    QCOMPARE(settled.size(), 0);
    QVERIFY(form.text().contains(u"PIN"_s) && !form.canSign());
    form.setPin(u"4321"_s);
    o.world.answer = desk::PixSigner::Answer{Outcome::Done, 0, {}};
    form.sign();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(o.world.signedActs, (QStringList{u"settle em dinheiro / 1234"_s, u"settle em dinheiro / 4321"_s}));
}

void tst_receiving::onlyAManagerPaysBackWhatWasPaid()
{
    Office o;
    const store::ChargeRow paid = o.paid();
    QVERIFY(!o.charges.mayRefund(paid)); // an attendant, and not switched on
    o.charges.setOperator(o.dona, Role::Manager);
    QVERIFY(!o.charges.mayRefund(paid));
    o.charges.setRefunds(true);
    QVERIFY(o.charges.mayRefund(paid));
    o.charges.setOperator(o.ana, Role::Attendant);
    QVERIFY(!o.charges.mayRefund(paid));
    o.charges.setOperator(o.dona, Role::Manager);
    store::ChargeRow open = paid;
    open.refund.state = store::RefundState::UnderWay;
    QVERIFY(!o.charges.mayRefund(open));
    QVERIFY(!o.charges.mayRefund(o.charge())); // nothing was paid
    o.clock.advanceMs(90 * kDayMs);
    QVERIFY(!o.charges.mayRefund(paid));
}

void tst_receiving::paysBackAPartWithReasonAndPin()
{
    Office o;
    desk::RefundForm &form = o.charges.refunding();
    const QSignalSpy wanted(&form, &desk::SignedForm::wanted);
    const QSignalSpy done(&form, &desk::SignedForm::done);
    form.begin(o.paid());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(form.amount(), u"80,00"_s); // all of it, unless somebody says otherwise
    form.setAmount(u"25"_s);
    form.setReason(u" sem cobertura "_s);
    QVERIFY(!form.canSign());
    form.setPin(u"839201"_s);
    QVERIFY(form.canSign());
    form.sign();
    QCOMPARE(done.size(), 1);
    QCOMPARE(o.world.signedActs, QStringList{u"refund 2500 sem cobertura / 839201"_s});
    QCOMPARE(o.world.refunds.first().charge, o.paid().id);
}

void tst_receiving::oneFormIsOneRefund()
{
    using Answer = desk::PixSigner::Answer;
    Office o;
    desk::RefundForm &form = o.charges.refunding();
    const auto sign = [&form](const QString &amount, const Answer &answer, Office &in) {
        in.world.answer = answer;
        form.setAmount(amount);
        form.setReason(u"x"_s);
        form.setPin(u"839201"_s);
        form.sign();
        return in.world.refunds.last().refund;
    };
    form.begin(o.paid());
    const RefundId first = sign(u"25"_s, {Outcome::PinWrong, 4, {}}, o);
    QCOMPARE(sign(u"25"_s, {Outcome::Unknown, 0, {}}, o), first);
    form.begin(o.paid()); // closed, and opened again: it may have been done
    QCOMPARE(sign(u"25,00"_s, {Outcome::Unknown, 0, {}}, o), first);
    QVERIFY(sign(u"30"_s, {Outcome::Unknown, 0, {}}, o) != first);
    const RefundId last = sign(u"30"_s, {Outcome::Done, 0, {}}, o);
    form.begin(o.paid());
    QVERIFY(sign(u"30"_s, {Outcome::Done, 0, {}}, o) != last);
}

void tst_receiving::whatIsUnderWayHoldsTheForm()
{
    Office o;
    desk::RefundForm &form = o.charges.refunding();
    const QSignalSpy wanted(&form, &desk::SignedForm::wanted);
    const QSignalSpy done(&form, &desk::SignedForm::done);
    form.begin(o.paid());
    form.setReason(u"x"_s);
    form.setPin(u"839201"_s);
    o.world.answer.reset();
    form.sign();
    QVERIFY(form.isBusy());
    store::ChargeRow other = o.paid();
    other.id = ChargeId::create();
    other.refundable = Money{100};
    form.begin(other); // the answer of the first would be taken for its
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(form.amount(), u"80,00"_s);
    o.world.waiting({Outcome::Unknown, 0, {}});
    QVERIFY(!form.isBusy() && done.isEmpty());
    // Another charge between: the first act is still the first.
    const RefundId first = o.world.refunds.first().refund;
    o.world.answer = desk::PixSigner::Answer{Outcome::Done, 0, {}};
    for (const store::ChargeRow &row : {other, o.paid()}) {
        form.begin(row);
        form.setReason(u"x"_s);
        form.setPin(u"839201"_s);
        form.sign();
    }
    QVERIFY(o.world.refunds[1].refund != first);
    QCOMPARE(o.world.refunds[2].refund, first);
    QCOMPARE(o.world.refunds[2].returned, o.paid().facts.returned);
}

void tst_receiving::amountsThatCannotGoBack_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fits");
    for (const char *typed : {"80", "80,00", "0,01", "R$ 12,50"})
        QTest::newRow(typed) << QString::fromUtf8(typed) << true;
    for (const char *typed : {"", "0", "80,01", "-5", "mil", "1.000,00"})
        QTest::newRow(typed) << QString::fromUtf8(typed) << false;
}

void tst_receiving::amountsThatCannotGoBack()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, fits);
    Office o;
    desk::RefundForm &form = o.charges.refunding();
    form.begin(o.paid());
    form.setReason(u"x"_s);
    form.setPin(u"839201"_s);
    form.setAmount(typed);
    QCOMPARE(form.canSign(), fits);
    QCOMPARE(form.isWrong(), !fits && !typed.isEmpty());
    QVERIFY(!form.help().isEmpty());
    form.sign();
    QCOMPARE(o.world.refunds.size(), fits ? 1 : 0);
}

BALCAO_TEST(tst_receiving)
#include "tst_receiving.moc"
