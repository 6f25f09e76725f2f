// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/brcodereader.h"
#include "core/txid.h"
#include "desk/pixpresenter.h"
#include "fakepix.h"
#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::PixPresenter;
using Phase = PixPresenter::Phase;
using Handout = PixPresenter::Handout;

namespace {

struct Till : Shop
{
    FakePix world;
    PixPresenter pix{source, world, world, thread, wording, clock};

    Till() { pix.setOperator(ana, Role::Attendant); }
    void type(const char *digits)
    {
        for (; *digits; ++digits)
            pix.pushDigit(*digits - '0');
    }
    /// Frozen and sent, as two Enters do.
    void confirm()
    {
        QVERIFY(pix.freeze());
        pix.send();
    }
    [[nodiscard]] const desk::PixOrder &order() const { return world.orders.last(); }
};

} // namespace

// F9 without a window: what can be done when, and that one confirmation is one charge.
class tst_pix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountIsPushedInFromTheRight();
    void amountIsReadAsPeopleWriteIt_data();
    void amountIsReadAsPeopleWriteIt();
    void amountsOfTheChatAreOfferedOwnFirst();
    void ownAmountNeedsThreeKeys();
    void customersAmountIsNeverTakenByItself();
    void whatIsFrozenStays();
    void orderSaysWhatWasShown();
    void oneConfirmationIsOneCharge();
    void openedAgainBeforeTheAnswerItIsTheSame();
    void refusedItKeepsWhatWasTyped();
    void diskThatCannotBeWrittenChargesNothing();
    void whatStandsInTheWayIsSaid();
    void closedWindowLeavesTheCodeAlone();
    void whoReceivesIsWhoMetaSays();
    void onlyTheShopsKindWithoutABank();
    void bankMakesItsCodeItself();
    void anEndThatIsNotUnderstoodIsAskedFor_data();
    void anEndThatIsNotUnderstoodIsAskedFor();
    void codeIsShownOnlyWhenItPaysTheShop();
    void recordThatChangesIsLookedAtAgain();
    void codeAloneIsACharge();
    void copiedCodeThatWasSwappedIsSaid();
};

void tst_pix::amountIsPushedInFromTheRight()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("12345");
    QCOMPARE(moneyShown(t.pix.amount()), u"123,45"_s);
    t.pix.removeDigit();
    QCOMPARE(moneyShown(t.pix.amount()), u"12,34"_s);
    t.type("99999999999");
    QCOMPARE(t.pix.amount(), Money{123499999}); // what would be more than the largest is not taken
    for (int i = 0; i < 12; ++i)
        t.pix.removeDigit();
    QCOMPARE(t.pix.amount(), Money{0});
    QVERIFY(!t.pix.canSend());
    QVERIFY(!t.pix.freeze());
    QCOMPARE(t.pix.noteText(), u"Type the amount."_s);
    t.type("1");
    QVERIFY(t.pix.noteText().isEmpty());
}

void tst_pix::amountIsReadAsPeopleWriteIt_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<qint64>("centavos");
    QTest::newRow("whole") << u"R$ 1.234,56"_s << 123456LL;
    QTest::newRow("bare") << u"80"_s << 8000LL;
    QTest::newRow("words") << u"oitenta"_s << -1LL;
    QTest::newRow("too much") << u"R$ 10.000.000,00"_s << -1LL;
    QTest::newRow("two ways") << u"1,234.56"_s << -1LL;
}

void tst_pix::amountIsReadAsPeopleWriteIt()
{
    QFETCH(const QString, pasted);
    QFETCH(const qint64, centavos);
    Till t;
    QVERIFY(t.pix.begin());
    t.type("7");
    QCOMPARE(t.pix.paste(pasted), centavos >= 0);
    QCOMPARE(t.pix.amount().centavos, centavos >= 0 ? centavos : 7);
}

void tst_pix::amountsOfTheChatAreOfferedOwnFirst()
{
    Till t;
    t.log.receive(t.rosa, u"Custa 99,90 aí na outra"_s);
    t.log.accept(t.rosa, u"O bolo fica R$ 80,00 e os pães 43,45: total R$ 123,45"_s);
    t.log.events.last().actor = wire::Actor::person(t.ana);
    t.log.receive(t.rosa, u"Fechado, 50% agora, dia 25/11 às 14:30"_s);
    t.take();
    QVERIFY(t.pix.begin());
    QTRY_VERIFY(t.pix.offerText().contains(u"123,45"_s));
    QVERIFY2(t.pix.offerText().contains(u"your message of"_s), qPrintable(t.pix.offerText()));
    QStringList seen;
    for (int i = 0; i < 5; ++i) {
        t.pix.takeOffer();
        seen.append(moneyShown(t.pix.amount()));
    }
    QCOMPARE(seen, (QStringList{u"123,45"_s, u"43,45"_s, u"80,00"_s, u"99,90"_s, u"123,45"_s}));
}

void tst_pix::ownAmountNeedsThreeKeys()
{
    Till t;
    t.log.accept(t.rosa, u"Fica R$ 54,90"_s);
    t.take();
    QVERIFY(t.pix.begin());
    QTRY_VERIFY(!t.pix.offerText().isEmpty());
    QVERIFY(t.pix.freeze());
    QCOMPARE(t.pix.amount(), Money{5490});
    QVERIFY(t.world.orders.isEmpty()); // shown, and not sent
}

void tst_pix::customersAmountIsNeverTakenByItself()
{
    Till t;
    t.log.receive(t.rosa, u"Era R$ 0,01, não era?"_s);
    t.take();
    QVERIFY(t.pix.begin());
    QTRY_VERIFY(!t.pix.offerText().isEmpty());
    QVERIFY(!t.pix.freeze());
    QCOMPARE(t.pix.amount(), Money{0});
}

void tst_pix::whatIsFrozenStays()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("500");
    t.pix.setDescription(u"Bolo"_s);
    QVERIFY(t.pix.freeze());
    t.type("1");
    t.pix.removeDigit();
    t.pix.takeOffer();
    t.pix.setDescription(u"Carro"_s);
    QVERIFY(!t.pix.paste(u"9"_s));
    QCOMPARE(t.pix.amount(), Money{500});
    QCOMPARE(t.pix.description(), u"Bolo"_s);
    t.pix.unfreeze();
    t.type("1");
    QCOMPARE(t.pix.amount(), Money{5001});
}

void tst_pix::orderSaysWhatWasShown()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("12345");
    t.pix.setDescription(u"Bolo de cenoura 2 kg + 50 pães. "_s);
    QCOMPARE(t.pix.sendText(), u"Send R$\u00a0123,45 to Rosa"_s);
    const desk::PixCode shown = t.pix.preview();
    t.confirm();
    QCOMPARE(t.world.orders.size(), 1);
    QCOMPARE(t.order().conversation, t.rosa.conversation);
    QCOMPARE(t.order().kind, ChargeKind::Shop);
    QCOMPARE(t.order().amount, Money{12345});
    QVERIFY(t.order().sends && !t.order().validUntil);
    for (const QString &end : {t.order().paidText, t.order().cancelledText})
        QVERIFY2(end.contains(u"123,45"_s), qPrintable(end));
    QCOMPARE(t.order().text, u"Pix de R$ 123,45 para Padaria Flor do Trigo: Bolo de cenoura 2 kg + 50 pães. "
                             "Confira o nome Padaria Flor do Trigo antes de pagar."_s);
    // The QR that was looked at is that of the very charge.
    const BrCodeReading read = readBrCode(shown.code);
    QVERIFY(read.isValid());
    QCOMPARE(read.code.txid, staticTxidOf(t.order().charge));
    QCOMPARE(read.code.amount, std::optional(Money{12345}));
}

void tst_pix::oneConfirmationIsOneCharge()
{
    Till t;
    const QSignalSpy sent(&t.pix, &PixPresenter::sent);
    QVERIFY(t.pix.begin());
    t.type("100");
    t.pix.send(); // the button alone: looked at first
    QCOMPARE(t.pix.phase(), Phase::Frozen);
    QVERIFY(t.world.orders.isEmpty());
    for (int i = 0; i < 5; ++i)
        t.pix.send();
    t.pix.handOut(Handout::Copy);
    QCOMPARE(t.world.orders.size(), 1);
    QCOMPARE(t.pix.phase(), Phase::Sending);
    QVERIFY(!t.pix.heard(CommandId::create(), {})); // of something else
    QVERIFY(t.pix.heard(t.order().command, {}));
    QCOMPARE(sent.size(), 1);
    QVERIFY(!t.pix.heard(t.order().command, {}));
    QCOMPARE(sent.size(), 1);
    t.pix.end();
    // The next one is another charge in everything.
    QVERIFY(t.pix.begin());
    QCOMPARE(t.pix.amount(), Money{0});
    t.type("100");
    t.confirm();
    QCOMPARE(t.world.orders.size(), 2);
    QVERIFY(t.world.orders[0].charge != t.world.orders[1].charge);
    QVERIFY(t.world.orders[0].command != t.world.orders[1].command);
    QVERIFY(t.world.orders[0].message != t.world.orders[1].message);
}

void tst_pix::openedAgainBeforeTheAnswerItIsTheSame()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("4200");
    t.confirm();
    t.pix.end();
    QVERIFY(t.pix.begin());
    QCOMPARE(t.pix.phase(), Phase::Unknown);
    QCOMPARE(t.pix.amount(), Money{4200});
    QVERIFY(!t.pix.noteText().isEmpty() && t.pix.isWarning());
    t.type("1");
    t.pix.freeze();
    t.pix.send();
    t.pix.handOut(Handout::Copy);
    QCOMPARE(t.world.orders.size(), 1);
    const QSignalSpy sent(&t.pix, &PixPresenter::sent);
    QVERIFY(t.pix.heard(t.order().command, {}));
    QCOMPARE(sent.size(), 1);
    QVERIFY(t.pix.begin());
    QCOMPARE(t.pix.phase(), Phase::Typing);
    // Answered while nobody looked, it is over too; and nobody is there to be told by the dialog.
    t.type("1");
    t.confirm();
    t.pix.end();
    QVERIFY(!t.pix.heard(t.order().command, problem::kExpired));
    QVERIFY(t.pix.begin());
    QCOMPARE(t.pix.phase(), Phase::Typing);
}

void tst_pix::refusedItKeepsWhatWasTyped()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("8000");
    t.pix.setDescription(u"Torta"_s);
    t.confirm();
    const desk::PixOrder refused = t.order();
    QVERIFY(t.pix.heard(refused.command, problem::kPayeeMismatch));
    QCOMPARE(t.pix.phase(), Phase::Typing);
    QCOMPARE(t.pix.amount(), Money{8000});
    QCOMPARE(t.pix.description(), u"Torta"_s);
    QVERIFY(t.pix.isWarning());
    QCOMPARE(t.pix.noteText(), desk::Wording::actRefusal(problem::kPayeeMismatch));
    t.confirm(); // surely nothing was made: now it is another one
    QCOMPARE(t.world.orders.size(), 2);
    QVERIFY(t.order().command != refused.command && t.order().charge != refused.charge);
}

void tst_pix::diskThatCannotBeWrittenChargesNothing()
{
    Till t;
    t.world.keeps = false;
    QVERIFY(t.pix.begin());
    t.type("8000");
    t.confirm();
    QCOMPARE(t.pix.phase(), Phase::Typing);
    QCOMPARE(t.pix.amount(), Money{8000});
    QVERIFY(t.pix.isWarning());
    QVERIFY(t.pix.noteText().contains(u"disk"_s));
}

void tst_pix::whatStandsInTheWayIsSaid()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("100");
    QVERIFY(t.pix.canSend());
    t.pix.setOffline(true);
    QVERIFY(!t.pix.canSend() && !t.pix.canHandOut() && !t.pix.freeze());
    QCOMPARE(t.pix.noteText(), u"Pix waits for the connection: the shop's server has to write the charge down."_s);
    t.pix.setOffline(false);
    QVERIFY(t.pix.freeze());
    t.pix.setOffline(true); // between the two Enters
    t.pix.send();
    QVERIFY(t.world.orders.isEmpty());
    t.pix.setOffline(false);
    t.pix.send();
    QCOMPARE(t.world.orders.size(), 1);

    Till none;
    none.world.row = {};
    QVERIFY(none.pix.begin());
    none.type("100");
    QVERIFY(!none.pix.canSend() && none.pix.lacksAccount() && !none.pix.mayManage());
    QVERIFY(none.pix.preview().code.isEmpty());
    QCOMPARE(none.pix.noteText(), u"The shop has not said yet to which key it is paid."_s);
    none.pix.setOperator(none.ana, Role::Manager);
    QVERIFY(none.pix.mayManage());

    Till closed;
    closed.thread.close();
    QVERIFY(!closed.pix.begin());
}

void tst_pix::closedWindowLeavesTheCodeAlone()
{
    Till t;
    t.clock.setMs(t.thread.head()->windowUntil);
    QVERIFY(t.pix.begin());
    t.type("100");
    QVERIFY(!t.pix.canSend() && t.pix.canHandOut());
    QVERIFY(t.pix.noteText().contains(u"24 h"_s) && t.pix.noteText().contains(u"Rosa"_s));
    QVERIFY(!t.pix.freeze());
    t.pix.handOut(Handout::Copy);
    QCOMPARE(t.world.orders.size(), 1);
    QVERIFY(!t.order().sends);

    Till bank;
    bank.pix.setBank(true);
    bank.clock.setMs(bank.thread.head()->windowUntil);
    QVERIFY(bank.pix.begin());
    QCOMPARE(bank.pix.kind(), ChargeKind::Bank);
    QVERIFY(bank.pix.noteText().contains(u"24 h"_s));
    QVERIFY(!bank.pix.noteText().contains(u"Only copy"_s)); // its dialog has no such button
}

void tst_pix::whoReceivesIsWhoMetaSays()
{
    using Standing = desk::NumberWords::Standing;
    Till t;
    QVERIFY(t.pix.begin());
    QCOMPARE(t.pix.numberStanding(), Standing::Unknown);
    QVERIFY(t.pix.numberText().isEmpty());
    store::ChannelRow row{t.thread.head()->channel,
                          {},
                          u"Padaria Lua"_s,
                          false,
                          u"+55 19 3555-0142"_s,
                          u"GREEN"_s,
                          u"APPROVED"_s,
                          u"VERIFIED"_s,
                          u"CONNECTED"_s};
    t.pix.setNumbers({{u"other"_s, {}, {}, false}, row});
    QCOMPARE(t.pix.numberStanding(), Standing::VouchedFor);
    QVERIFY(t.pix.numberText().contains(u"Padaria Lua"_s));
    row.verification = u"NOT_VERIFIED"_s;
    t.pix.setNumbers({row});
    QCOMPARE(t.pix.numberStanding(), Standing::Doubtful);
    t.type("100");
    QVERIFY(t.pix.canSend()); // said, and up to whoever charges
    t.pix.freeze();
    t.pix.send();
    QVERIFY(t.world.orders.isEmpty()); // asked once more, the first time of a day
    QVERIFY(t.pix.isWarning() && t.pix.noteText().contains(t.pix.numberText()));
    t.pix.send();
    QCOMPARE(t.world.orders.size(), 1);
    QVERIFY(t.pix.heard(t.world.orders.last().command, {}));
    const auto handOut = [&t] {
        QVERIFY(t.pix.begin());
        t.type("100");
        t.pix.handOut(Handout::Copy);
    };
    handOut();
    QCOMPARE(t.world.orders.size(), 2);
    t.pix.heard(t.world.orders.last().command, {});
    t.clock.advanceMs(kDayMs);
    handOut();
    QCOMPARE(t.world.orders.size(), 2);
    QVERIFY(t.pix.isAskingOfNumber());
    QVERIFY(t.pix.begin()); // left without charging: nothing was answered
    QVERIFY(!t.pix.isAskingOfNumber());
    handOut();
    QCOMPARE(t.world.orders.size(), 2);
    t.pix.handOut(Handout::Copy);
    QCOMPARE(t.world.orders.size(), 3);
    t.pix.heard(t.world.orders.last().command, {});
    row.status = u"BANNED"_s; // another reason is another question
    t.pix.setNumbers({row});
    handOut();
    QCOMPARE(t.world.orders.size(), 3);
    t.pix.handOut(Handout::Copy);
    QCOMPARE(t.world.orders.size(), 4);
    t.pix.heard(t.world.orders.last().command, {});
    t.pix.setOperator(OperatorId::create(), Role::Attendant); // and so is another person
    handOut();
    QCOMPARE(t.world.orders.size(), 4);
}

void tst_pix::onlyTheShopsKindWithoutABank()
{
    Till t;
    QVERIFY(t.pix.begin());
    QCOMPARE(t.pix.kinds().size(), 1);
    QCOMPARE(t.pix.kinds().first().text, u"The shop's Pix · confirmed by hand"_s);
    QVERIFY(t.pix.validityText().isEmpty());
}

void tst_pix::anEndThatIsNotUnderstoodIsAskedFor_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no time") << u"quando der"_s;
    QTest::newRow("too late for a bank") << u"em 40 dias"_s;
}

/// Never the end that was chosen before.
void tst_pix::anEndThatIsNotUnderstoodIsAskedFor()
{
    QFETCH(const QString, words);
    Till t;
    t.pix.setBank(true);
    QVERIFY(t.pix.begin());
    t.type("100");
    QVERIFY(t.pix.canSend());
    t.pix.setValidity(desk::PixValidity::Other);
    QVERIFY(!t.pix.setValidityWords(words));
    QVERIFY(!t.pix.canSend() && !t.pix.freeze());
    QVERIFY2(t.pix.noteText().contains(u"31"_s), qPrintable(t.pix.noteText()));
    QVERIFY(t.pix.setValidityWords(u"em 2 horas"_s));
    QVERIFY(t.pix.canSend() && t.pix.noteText().isEmpty());
    QVERIFY(t.pix.freeze());
}

void tst_pix::bankMakesItsCodeItself()
{
    Till t;
    t.pix.setBank(true);
    QVERIFY(t.pix.begin());
    QCOMPARE(t.pix.kinds().size(), 2);
    QCOMPARE(t.pix.kind(), ChargeKind::Bank);
    t.type("100");
    QVERIFY(t.pix.preview().code.isEmpty());
    t.pix.setValidity(desk::PixValidity::HalfHour);
    t.pix.setOffline(true);
    QCOMPARE(t.pix.noteText(), u"Pix waits for the connection: the bank has to register the charge."_s);
    t.pix.setOffline(false);
    t.confirm();
    QCOMPARE(t.order().validUntil, std::optional(t.clock.nowMs() + kHourMs / 2));
    QVERIFY(t.pix.heard(t.order().command, {}));
    t.pix.end();
    QVERIFY(t.pix.begin());
    QVERIFY(t.pix.setValidityWords(u"em 2 horas"_s));
    QVERIFY(t.pix.validityText().startsWith(u"valid until"_s));
    t.pix.setKind(ChargeKind::Shop);
    QVERIFY(t.pix.validityText().isEmpty());
    t.pix.setBank(false);
    QCOMPARE(t.pix.kind(), ChargeKind::Shop);
}

void tst_pix::codeIsShownOnlyWhenItPaysTheShop()
{
    const PixAccount own = FakePix::bakery();
    const QString txid = staticTxidOf(ChargeId::create());
    const Payee due{ChargeKind::Shop, own, Money{100}, txid};
    const QString good = *staticCode(due, u"Bolo"_s);
    QCOMPARE(desk::PayeeWords::checked(good, due).code, good);
    const auto faulty = [&](const Payee &other, QLatin1StringView word) {
        const desk::PixCode shown = desk::PayeeWords::checked(*staticCode(other, u"Bolo"_s), due);
        return shown.code.isEmpty() && shown.fault.contains(word);
    };
    QVERIFY(faulty({ChargeKind::Shop, FakePix::thief(), Money{100}, txid}, "another key"_L1));
    QVERIFY(faulty({ChargeKind::Shop, own, Money{101}, txid}, "another amount"_L1));
    QVERIFY(faulty({ChargeKind::Shop, own, Money{100}, staticTxidOf(ChargeId::create())}, "another charge"_L1));
    const desk::PixCode broken = desk::PayeeWords::checked(good.chopped(1), due);
    QVERIFY(broken.code.isEmpty() && !broken.fault.isEmpty());
}

void tst_pix::recordThatChangesIsLookedAtAgain()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("100");
    QVERIFY(t.pix.freeze());
    t.pix.reloadAccount(); // the same
    QCOMPARE(t.pix.phase(), Phase::Frozen);
    t.world.row.account = FakePix::thief();
    t.pix.reloadAccount();
    QCOMPARE(t.pix.phase(), Phase::Typing);
    QVERIFY(t.pix.receiverKey().contains(u"exemplo.com"_s));
}

void tst_pix::codeAloneIsACharge()
{
    Till t;
    QSignalSpy ready(&t.pix, &PixPresenter::codeReady);
    QVERIFY(t.pix.begin());
    t.type("2500");
    t.pix.handOut(Handout::Copy);
    QCOMPARE(t.world.orders.size(), 1);
    QVERIFY(!t.order().sends && t.order().text.isEmpty());
    QVERIFY(ready.isEmpty()); // not before the relay has it
    QVERIFY(t.pix.heard(t.order().command, {}));
    QCOMPARE(ready.size(), 1);
    QCOMPARE(t.pix.phase(), Phase::Issued);
    const auto code = ready.first().first().value<desk::PixCode>();
    QCOMPARE(readBrCode(code.code).code.txid, staticTxidOf(t.order().charge));
    t.pix.handOutAgain(Handout::Show);
    QCOMPARE(ready.size(), 2);
    QCOMPARE(t.world.orders.size(), 1);
}

void tst_pix::copiedCodeThatWasSwappedIsSaid()
{
    Till t;
    QVERIFY(t.pix.begin());
    t.type("2500");
    t.pix.handOut(Handout::Copy);
    QVERIFY(t.pix.heard(t.order().command, {}));
    t.pix.tellCopied(true);
    QVERIFY(!t.pix.isWarning() && !t.pix.noteText().isEmpty());
    t.pix.tellCopied(false);
    QVERIFY(t.pix.isWarning());
    QVERIFY(t.pix.noteText().contains(u"Another program"_s));
}

BALCAO_TEST(tst_pix)
#include "tst_pix.moc"
