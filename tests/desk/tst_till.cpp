// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/signedform.h"
#include "support/testmain.h"
#include "tilldesk.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::TillPresenter;
using Group = TillPresenter::Group;

// The day's report without a window: what it says, and that it is closed once.
class tst_till : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsAreSaidInWords();
    void onlyTheBankIsPaid();
    void differencesSayWhatToDo_data();
    void differencesSayWhatToDo();
    void emptyDaysSaySo();
    void nothingIsReadWhileNobodyLooks();
    void aClosedDayShowsTheRelaysFigures();
    void whatComesAfterwardsIsMarked();
    void closedDaysAreListedNewestFirst();
    void anotherDayIsAnotherDay();
    void midnightBeginsANewDay();
    void sumsBelowZeroAreSaidAsSuch();
    void whatNoChargeAskedForIsADifference();
    void aSaleAtTheCounterIsNone();
    void whoseItWasCanBeSaid();
    void whatIsOnItsWayIsReadSo();
    void fewAreCountedOneByOneAndManyAsOne();
    void whoWasAskedForAsMuchIsOfferedFirst();
    void eachOfAFewIsSettledAlone();
    void onesOwnChargesAreLookedAtAlone();
    void whenTheBankWasReadIsSaid();
    void whatCameTooMuchSaysHowMuch();
    void theSlipSaysWhatTheScreenSays();
    void aRowOpensItsConversation();
};

void tst_till::sumsAreSaidInWords()
{
    TillDesk t;
    t.log.pay(t.rosa, t.charge(7000), {7000});
    t.charge(5000);
    t.charge(300, t.bruno);
    t.log.ofCharge(t.rosa, t.charge(200), wire::PixCancelled{});
    t.show();
    QCOMPARE(t.tile(Group::Charged), u"Charged: R$\u00a0125,00, 4 charge(s)"_s);
    QCOMPARE(t.tile(Group::Bank), u"Paid at the bank: R$\u00a070,00, 1 charge(s)"_s);
    QCOMPARE(t.tile(Group::Open), u"Still open: R$\u00a053,00, 2 charge(s)"_s);
    QCOMPARE(t.tile(Group::Over), u"Expired or cancelled: R$\u00a02,00, 1 cancelled"_s);
    QCOMPARE(t.tile(Group::ByHand), QString());
    QCOMPARE(t.tile(Group::Back), QString());
    const auto people = t.till.people();
    QCOMPARE(people.size(), 2);
    QVERIFY(people[0].name.contains(u"Ana"_s));
    QCOMPARE(people[0].paid, u"R$\u00a070,00"_s);
    QCOMPARE(people[1].charges, u"1 charge(s)"_s);
    const desk::TillModel &model = t.till.model();
    QCOMPARE(model.rowCount(), 4);
    QVERIFY(model.lines().last().customer.contains(u"Rosa Limeira"_s)); // newest first: the paid one is the last
    QCOMPARE(model.lines().last().bank, u"70,00"_s);
    QCOMPARE(model.lines().last().state, u"PAID"_s);
    QCOMPARE(model.lines().first().bank, u"\u2014"_s);
}

void tst_till::onlyTheBankIsPaid()
{
    TillDesk t;
    t.log.ofCharge(t.rosa, t.charge(900), wire::PixSettled{u"Dinheiro"_s});
    t.show();
    QCOMPARE(t.tile(Group::Bank), u"Paid at the bank: R$\u00a00,00, no charges"_s);
    QCOMPARE(t.tile(Group::ByHand), u"Settled by hand: R$\u00a09,00, 1 charge(s)"_s);
    QCOMPARE(t.till.model().lines().first().tone, desk::ChargeTone::ByHand);
    QVERIFY(t.till.model().lines().first().state != u"PAID"_s);
}

void tst_till::differencesSayWhatToDo_data()
{
    QTest::addColumn<QList<qint64>>("payments");
    QTest::addColumn<qint64>("withdrawn");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("balance");
    const auto reais = [](const QString &text) { return QString(text).replace(u"R$ "_s, u"R$\u00a0"_s); };
    QTest::newRow("less") << QList<qint64>{6000} << 0LL << false
                          << reais(u"Paid too little: R$ 60,00 instead of R$ 70,00"_s)
                          << reais(u"R$ 10,00 less than was charged came in"_s);
    QTest::newRow("more") << QList<qint64>{8000} << 0LL << false
                          << reais(u"Paid too much: R$ 80,00 instead of R$ 70,00"_s)
                          << reais(u"R$ 10,00 more than was charged came in"_s);
    QTest::newRow("twice") << QList<qint64>{7000, 7000} << 0LL << false
                           << reais(u"Paid 2 times: R$ 140,00 instead of R$ 70,00"_s)
                           << reais(u"R$ 70,00 more than was charged came in"_s);
    QTest::newRow("late") << QList<qint64>{7000} << 0LL << true << reais(u"Paid after it was cancelled: R$ 70,00"_s)
                          << QString();
    QTest::newRow("taken back") << QList<qint64>{7000} << 7000LL << false
                                << reais(u"Taken back by the bank (MED): R$ 70,00 of R$ 70,00"_s)
                                << reais(u"R$ 70,00 less than was charged came in"_s);
}

void tst_till::differencesSayWhatToDo()
{
    QFETCH(const QList<qint64>, payments);
    QFETCH(const qint64, withdrawn);
    QFETCH(const bool, cancelled);
    TillDesk t;
    const ChargeId made = t.charge(7000, t.bruno);
    t.charge(100);
    if (cancelled)
        t.log.ofCharge(t.rosa, made, wire::PixCancelled{});
    wire::PixPaid paid;
    for (const qint64 one : payments)
        paid.payments.append({u"E%1"_s.arg(paid.payments.size()), {one}, t.log.nextAt(), {}, {}});
    if (withdrawn > 0)
        paid.payments.last().returns = {{u"M"_s, {withdrawn}, wire::ReturnStatus::Done, true, 1}};
    t.log.ofCharge(t.rosa, made, paid);
    t.show();
    const auto all = t.till.differences();
    QCOMPARE(all.size(), 1);
    QTEST(all[0].title, "title");
    QVERIFY(all[0].about.contains(u"Rosa Limeira"_s) && all[0].about.contains(u"Bruno"_s));
    QVERIFY(all[0].advice.size() > 20);
    QTEST(t.till.balanceText(), "balance");
    QCOMPARE(t.till.differencesText(), u"1 difference(s) to settle"_s);
    QCOMPARE(t.till.model().lines().last().tone, desk::ChargeTone::Wrong);
}

void tst_till::emptyDaysSaySo()
{
    TillDesk t;
    QCOMPARE(t.till.emptyText(), u" "_s); // a moment of nothing is not worth a word
    t.show();
    QCOMPARE(t.till.emptyText(), u"No charges today."_s);
    t.till.choose(dayFrom(t.today())->addDays(-2));
    t.read();
    QCOMPARE(t.till.emptyText(), u"No charges on this day."_s);
    QVERIFY(t.till.canClose()); // a day without any is closed, too
}

void tst_till::nothingIsReadWhileNobodyLooks()
{
    TillDesk t;
    t.charge(100);
    t.show();
    QCOMPARE(t.till.model().rowCount(), 1);
    t.till.setShown(false);
    t.charge(200);
    t.take();
    QSignalSpy changed(&t.till, &TillPresenter::changed);
    t.till.reload();
    QVERIFY(t.store.read([](store::StoreReader &) { return Result<void>(); }).result());
    QCoreApplication::processEvents();
    QVERIFY(changed.isEmpty());
    t.till.setShown(true);
    QTRY_COMPARE(t.till.model().rowCount(), 2);
}

void tst_till::aClosedDayShowsTheRelaysFigures()
{
    TillDesk t;
    t.charge(100);
    TillFigures figures;
    figures.charged = {9, {90000}}; // more than this desk knows: a customer was forgotten
    figures.paid = {8, {80000}};
    figures.operators = {{t.ana, {9, {90000}}, {8, {80000}}, {}}};
    t.closeToday(1, figures);
    t.show();
    QCOMPARE(t.tile(Group::Charged), u"Charged: R$\u00a0900,00, 9 charge(s)"_s);
    QVERIFY(t.till.people().first().name.contains(u"Ana"_s));
}

void tst_till::whatComesAfterwardsIsMarked()
{
    TillDesk t;
    const ChargeId waits = t.charge(7000);
    t.closeToday(1, {});
    t.log.pay(t.rosa, waits, {7000});
    t.show();
    // The report stays as it was.
    QVERIFY(!t.till.model().lines().first().description.contains(u"after closing"_s));
    QCOMPARE(t.till.model().lines().first().bank, u"\u2014"_s);
    QVERIFY(t.till.laterText().isEmpty());
    // It stands in the day that closes next.
    t.till.choose(dayFrom(t.today())->addDays(-1));
    t.read();
    QVERIFY(t.till.model().lines().first().description.contains(u"after closing"_s));
    QVERIFY(t.till.laterText().contains(u"R$\u00a070,00 paid"_s));
    const QString sheet = QString::fromUtf8(t.till.sheet());
    QVERIFY2(sheet.contains(u"Ana;0,00;70,00;0,00;0,00;0,00;PAID;"_s), qPrintable(sheet));
    QVERIFY(sheet.endsWith(u";1\r\n"_s));
    QVERIFY(t.slip().contains(u"After earlier closings"_s));
}

void tst_till::closedDaysAreListedNewestFirst()
{
    TillDesk t;
    TillFigures figures;
    figures.paid = {1, {7000}};
    t.closeToday(1, figures);
    t.clock.advanceMs(kDayMs);
    const DayBounds bounds = dayBounds(*dayFrom(t.today()), kZone);
    t.log.add(wire::TillClosed{2, t.today(), bounds.startsAt, bounds.endsAt, {}}, {});
    const qint64 now = t.clock.nowMs();
    t.take();
    t.clock.setMs(now);
    t.till.setShown(true);
    t.read();
    QStringList closed;
    for (const TillPresenter::Day &one : t.till.days()) {
        if (one.isClosed)
            closed.append(one.text.section(u' ', 1, 1));
    }
    QCOMPARE(closed, (QStringList{u"2"_s, u"1"_s}));
    t.till.choose(t.till.days().last().day);
    t.read();
    QVERIFY(t.till.aboutText().contains(u"report no. 1"_s));
}

void tst_till::anotherDayIsAnotherDay()
{
    TillDesk t;
    t.charge(100);
    t.show();
    QCOMPARE(t.till.dayText(), u"Today"_s);
    t.till.choose(dayFrom(t.today())->addDays(-1));
    QVERIFY(!t.till.canClose()); // what stands there is still the other day's
    t.read();
    QVERIFY(t.till.canClose());
    QVERIFY(!t.till.hasRows());
    t.till.ask();
    t.till.setPin(u"2468"_s);
    t.till.close();
    QCOMPARE(t.signer.signedActs,
             QStringList{u"close %1 no. 1 / 2468"_s.arg(dayFrom(t.today())->addDays(-1).toString(Qt::ISODate))});
}

void tst_till::midnightBeginsANewDay()
{
    TillDesk t;
    t.charge(100);
    t.show();
    QVERIFY(t.till.hasRows());
    t.clock.setMs(dayBounds(*dayFrom(t.today()), kZone).endsAt);
    QVERIFY(t.till.canClose()); // what stands there, until it is another day's
    t.till.ask();
    t.till.setPin(u"2468"_s);
    QVERIFY(t.till.canConfirm());
    t.read();
    QVERIFY(!t.till.isAsking());
    QVERIFY(!t.till.canConfirm());
    QVERIFY(t.till.footText().startsWith(u"Another day has begun"_s));
    QVERIFY(t.till.canClose());
    QVERIFY(t.till.hasRows()); // no report has it
    QCOMPARE(t.till.laterText(), u"1 charge(s) of days that were not closed are in it."_s);
    QCOMPARE(t.till.fileName(), u"closing-"_s + t.today());
}

void tst_till::sumsBelowZeroAreSaidAsSuch()
{
    TillDesk t;
    const ChargeId paid = t.charge(7000);
    t.log.pay(t.rosa, paid, {7000});
    TillFigures told;
    told.charged = told.paid = {1, {7000}};
    t.closeToday(1, told);
    const qint64 morning = dayBounds(*dayFrom(t.today()), kZone).endsAt + 9 * kHourMs;
    wire::PixPayment back{u"E1"_s, {7000}, morning, {}, {{u"D1"_s, {2050}, wire::ReturnStatus::Done, false, 1}}};
    t.log.ofCharge(t.rosa, paid, wire::PixPaid{{back}});
    t.take();
    t.clock.setMs(morning);
    t.till.setShown(true);
    t.read();
    QVERIFY(t.slip().contains(u"Came by Pix = 0,00"_s));
    QVERIFY(t.slip().contains(u"Stayed there = \u221220,50"_s));
    QVERIFY(t.till.laterText().contains(u"R$\u00a020,50 returned"_s));
}

void tst_till::whatNoChargeAskedForIsADifference()
{
    TillDesk t;
    t.log.pay(t.rosa, t.charge(7000), {7000});
    t.log.add(wire::PixStray{{u"E00000000202611251212AAAAbb8f20c1"_s, {2500}, t.clock.nowMs(), {}, {}}, {}, {}}, {});
    t.show();
    const auto differences = t.till.differences();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences.first().title, u"Came to the bank without a charge: R$\u00a025,00"_s);
    QVERIFY(differences.first().about.contains(u"8f20c1"_s));
    QVERIFY(differences.first().conversation.isNull());
    QCOMPARE(t.till.balanceText(), u"R$\u00a025,00 more than was charged came in"_s);
    QCOMPARE(t.till.model().rowCount(), 2);
    QVERIFY(t.slip().contains(u"Without a charge (1) = 25,00"_s));
    QVERIFY(t.slip().contains(u"Without a charge (1) = + 25,00"_s));
    QVERIFY(t.slip().contains(u"Came by Pix = 95,00"_s));
    const QSignalSpy wanted(&t.till, &TillPresenter::conversationWanted);
    for (int row = 0; row < 2; ++row)
        t.till.open(row);
    QCOMPARE(wanted.size(), 1);
}

void tst_till::aSaleAtTheCounterIsNone()
{
    TillDesk t;
    wire::PixStray came{{u"E00000000202611251212AAAAbb8f20c1"_s, {2500}, t.clock.nowMs(), {}, {}}, {}, {}};
    t.log.add(came, {});
    t.show();
    const QStringList strays = t.till.differences().first().strays;
    QCOMPARE(strays, QStringList{came.payment.endToEndId});
    t.till.sortAsSale(strays);
    QCOMPARE(t.signer.sorted.size(), 1);
    QVERIFY(!t.till.canClose()); // or the report has it otherwise
    QVERIFY(t.till.differences().isEmpty());
    QVERIFY(t.till.balanceText().isEmpty());
    QCOMPARE(t.till.model().lines().first().state, u"counter sale"_s);
    QVERIFY(t.slip().contains(u"Without a charge (1) = 25,00"_s)); // it did come in
    t.read();                                                      // the relay has not heard of it
    QVERIFY(t.till.differences().isEmpty());
    t.signer.sortDone(false); // the disk did not take it
    QVERIFY2(t.undo.text().contains(u"disk"_s), qPrintable(t.undo.text()));
    QTRY_COMPARE(t.till.differences().size(), 1);
    t.till.sortAsSale(strays);
    t.undo.undo();
    QCOMPARE(t.signer.sorted.last(), std::pair(strays, desk::StraySorting()));
    QCOMPARE(t.signer.sortedFrom.last(), (desk::StraySorting{true, {}})); // or another has said otherwise
    QCOMPARE(t.till.differences().size(), 1);
    t.signer.sortDone(true);
    // What the relay says then holds, and what another desk says.
    came.sale = false;
    t.log.add(came, {});
    t.show();
    t.read();
    QCOMPARE(t.till.differences().size(), 1);
    came.sale = true;
    t.log.add(came, {});
    t.show();
    t.read();
    QVERIFY(t.till.differences().isEmpty());
}

void tst_till::whoseItWasCanBeSaid()
{
    TillDesk t;
    wire::PixStray came{{u"E00000000202611251212AAAAbb8f20c1"_s, {2500}, t.clock.nowMs(), {}, {}}, {}, {}};
    t.log.add(came, {});
    t.show();
    std::optional<desk::CustomerQuestion> question;
    connect(&t.till, &TillPresenter::customerWanted, &t.till,
            [&](const desk::CustomerQuestion &asked) { question = asked; });
    t.till.open(0); // there is no conversation to open
    QVERIFY(question && question->words.contains(u"25,00"_s));
    QVERIFY(question->likely.isEmpty());
    const ConversationId rosa = t.rosa.conversation;
    question->chosen(rosa, u"Rosa Limeira"_s);
    const QStringList which{came.payment.endToEndId};
    QCOMPARE(t.signer.sorted.last(), std::pair(which, desk::StraySorting{true, rosa}));
    QVERIFY(!t.till.canClose());
    QVERIFY(t.till.differences().isEmpty());
    const desk::TillLine line = t.till.model().lines().first();
    QVERIFY(line.customer.contains(u"Rosa Limeira"_s));
    QCOMPARE(line.conversation, rosa);
    QCOMPARE(line.state, u"customer known"_s);
    question->chosen(rosa, u"Rosa Limeira"_s); // a second Enter
    QCOMPARE(t.signer.sorted.size(), 1);
    t.undo.undo();
    QCOMPARE(t.signer.sorted.last(), std::pair(which, desk::StraySorting()));
    QCOMPARE(t.till.differences().size(), 1);
    QVERIFY(t.till.model().lines().first().conversation.isNull());
    QCOMPARE(t.signer.sortedFrom.last(), (desk::StraySorting{true, rosa}));
    // As the relay says it.
    t.signer.sortDone(true);
    came.sale = true;
    came.conversation = rosa;
    t.log.add(came, {});
    t.show();
    t.read();
    QVERIFY(t.till.differences().isEmpty());
    QVERIFY(t.till.canClose());
    QVERIFY(QString::fromUtf8(t.till.sheet()).contains(u"Rosa Limeira"_s));
    const QSignalSpy wanted(&t.till, &TillPresenter::conversationWanted);
    t.till.open(0);
    QCOMPARE(wanted.size(), 1);
    // It can be put right for as long as no report has told of it.
    const auto deeds = t.till.deedsOf(0);
    QStringList words;
    for (const TillPresenter::Deed &deed : deeds)
        words.append(deed.words);
    QCOMPARE(words, QStringList({u"Open conversation"_s, u"Link to another customer…"_s, u"It is a counter sale"_s,
                                 u"It is not this customer's"_s}));
    deeds.last().act();
    QCOMPARE(t.signer.sorted.last(), std::pair(which, desk::StraySorting()));
    QCOMPARE(t.signer.sortedFrom.last(), (desk::StraySorting{true, rosa}));
    t.undo.undo();
    QCOMPARE(t.signer.sorted.last(), std::pair(which, desk::StraySorting{true, rosa}));
}

// Kept here, and not answered: what is read says so, whatever else is read meanwhile.
void tst_till::whatIsOnItsWayIsReadSo()
{
    TillDesk t;
    t.log.add(wire::PixStray{{u"E1"_s, {2500}, t.clock.nowMs(), {}, {}}, {}, {}}, {});
    t.show();
    QVERIFY(t.till.canClose());
    const wire::Command command =
        wire::makeCommand(wire::SortStrays{{u"E1"_s}, true, t.rosa.conversation, false}, t.ana, t.clock.nowMs());
    t.pend({command.id, command.kind, {}, {}, {}, t.ana, command.madeAt, wire::canonicalJson(wire::toJson(command))});
    t.read();
    QVERIFY(!t.till.canClose());
    QVERIFY(t.till.differences().isEmpty());
    QVERIFY(t.till.model().lines().first().customer.contains(u"Rosa Limeira"_s));
    // An answer that changes nothing ends it.
    const auto answered =
        t.store.write([&](store::StoreWriter &w) { return w.outbox().answered(command.id, true, 0, t.clock.nowMs()); });
    QVERIFY(answered.result().ok());
    t.read();
    QVERIFY(t.till.canClose());
    QCOMPARE(t.till.differences().size(), 1);
}

void tst_till::fewAreCountedOneByOneAndManyAsOne()
{
    TillDesk t;
    for (int i = 1; i <= 4; ++i) {
        t.log.add(wire::PixStray{{u"E%1"_s.arg(i), {100}, t.clock.nowMs(), {}, {}}, {}, {}}, {});
        t.show();
        t.read();
        const qsizetype seen = t.till.differences().size();
        QCOMPARE(seen, i > 3 ? 1 : i);
        QVERIFY(t.slip().contains(u"Differences = %1"_s.arg(seen)));
    }
}

void tst_till::whoWasAskedForAsMuchIsOfferedFirst()
{
    TillDesk t;
    t.charge(2500);
    t.charge(2500);                            // the same customer, once
    t.charge(2600);                            // another amount
    t.log.pay(t.rosa, t.charge(2500), {2500}); // paid
    t.log.add(wire::PixStray{{u"E1"_s, {2500}, t.clock.nowMs(), {}, {}}, {}, {}}, {});
    t.show();
    std::optional<desk::CustomerQuestion> question;
    connect(&t.till, &TillPresenter::customerWanted, &t.till,
            [&](const desk::CustomerQuestion &asked) { question = asked; });
    t.till.askWhose(u"E-nobody"_s);
    QVERIFY(!question);
    t.till.askWhose(u"E1"_s);
    QVERIFY(question);
    QCOMPARE(question->likely.size(), 1);
    QCOMPARE(question->likely.first().conversation, t.rosa.conversation);
    QCOMPARE(question->likely.first().name, u"Rosa Limeira"_s);
    QVERIFY(!question->likely.first().why.isEmpty());
}

void tst_till::eachOfAFewIsSettledAlone()
{
    TillDesk t;
    const auto come = [&t](int which) {
        t.log.add(wire::PixStray{{u"E%1"_s.arg(which), {100 * which}, t.clock.nowMs(), {}, {}}, {}, {}}, {});
    };
    for (int which = 1; which <= 3; ++which)
        come(which);
    t.show();
    QCOMPARE(t.till.differences().size(), 3);
    for (const desk::TillFinding &one : t.till.differences())
        QCOMPARE(one.strays.size(), 1);
    come(4);
    t.show();
    t.read();
    QCOMPARE(t.till.differences().size(), 1);
    QCOMPARE(t.till.differences().first().strays.size(), 4);
}

void tst_till::onesOwnChargesAreLookedAtAlone()
{
    TillDesk t;
    t.log.pay(t.rosa, t.charge(7000), {8000});
    t.charge(300, t.bruno);
    t.log.add(wire::PixStray{{u"E1"_s, {2500}, t.clock.nowMs(), {}, {}}, {}, {}}, {});
    t.show();
    QCOMPARE(t.till.choiceText(), u"All tills"_s);
    const auto choices = t.till.choices();
    QCOMPARE(choices.size(), 3);
    QVERIFY(choices.first().isChosen && !choices.first().who);
    const QStringList whole = t.slip();
    const auto table = t.till.printed().table;
    for (const TillPresenter::Choice &one : choices) {
        if (one.who == std::optional(t.bruno))
            t.till.choose(one);
    }
    QCOMPARE(t.till.choiceText(), u"Bruno"_s);
    QCOMPARE(t.till.model().rowCount(), 1);
    QCOMPARE(t.tile(Group::Charged), u"Charged: R$\u00a03,00, 1 charge(s)"_s);
    QVERIFY(t.till.differences().isEmpty() && t.till.differencesText().isEmpty());
    // A day is closed, printed and exported as a whole.
    QCOMPARE(t.slip(), whole);
    QCOMPARE(t.till.printed().table, table);
    t.till.ask();
    QVERIFY(t.till.footText().contains(u"R$\u00a0105,00"_s));
    QCOMPARE(t.till.model().rowCount(), 3); // and is looked at as one
    t.till.unask();
    for (const TillPresenter::Choice &one : choices) {
        if (one.who == std::optional(t.bruno))
            t.till.choose(one);
    }
    t.till.choose(dayFrom(t.today())->addDays(-1));
    t.read();
    QVERIFY(t.till.emptyText().startsWith(u"Bruno "_s));
    t.till.setOperator(t.ana); // nobody else finds it so
    QCOMPARE(t.till.choiceText(), u"All tills"_s);
}

void tst_till::whenTheBankWasReadIsSaid()
{
    TillDesk t;
    t.charge(7000);
    t.show();
    const QString before = t.till.aboutText();
    QVERIFY(!before.contains(u"statement"_s));
    const qint64 morning = dayBounds(*dayFrom(t.today()), kZone).startsAt;
    t.till.setBankRead(morning - 1); // says nothing of today
    QCOMPARE(t.till.aboutText(), before);
    t.till.setBankRead(morning + 9 * kHourMs);
    QCOMPARE(t.till.aboutText(), before + u" · bank statement read at 09:00"_s);
    QVERIFY(t.slip().contains(u"Bank statement read at 09:00"_s));
    t.till.choose(dayFrom(t.today())->addDays(-1));
    t.read();
    QVERIFY(t.till.aboutText().contains(u"bank statement read on "_s));
    t.till.choose(dayFrom(t.today()));
    t.closeToday(1, {});
    t.read();
    QVERIFY(!t.till.aboutText().contains(u"statement"_s)); // nobody kept it
}

void tst_till::whatCameTooMuchSaysHowMuch()
{
    TillDesk t;
    const ChargeId over = t.charge(7000);
    t.log.pay(t.rosa, over, {8000});
    t.log.pay(t.rosa, t.charge(500), {100});
    t.show();
    const auto all = t.till.differences();
    QCOMPARE(all.size(), 2);
    for (const desk::TillFinding &one : all)
        QCOMPARE(one.over.has_value(), one.message == t.till.differences().last().message);
    QCOMPARE(all.last().over->id, over);
    QCOMPARE(all.last().excess, Money{1000});
    desk::RefundForm form(t.signer);
    form.begin(*all.last().over, all.last().excess);
    QCOMPARE(form.amount(), u"10,00"_s);
    form.begin(*all.last().over);
    QCOMPARE(form.amount(), u"80,00"_s);
}

void tst_till::theSlipSaysWhatTheScreenSays()
{
    TillDesk t;
    t.log.pay(t.rosa, t.charge(7000), {8000});
    t.charge(5000);
    t.show();
    const QStringList slip = t.slip();
    QCOMPARE(slip.first(), u"Padaria Lua"_s);
    QVERIFY(slip.contains(u"Charged (2) = 120,00"_s));
    QVERIFY(slip.contains(u"Paid at the bank (1) = 80,00"_s));
    QVERIFY(slip.contains(u"Ana (2) = 80,00"_s));
    QVERIFY(slip.contains(u"Differences = 1"_s));
    QVERIFY(slip.contains(u"Rosa Limeira = + 10,00"_s));
    QVERIFY(slip.contains(u"Came by Pix = 80,00"_s));
    QCOMPARE(t.till.printed().table.size(), 2);
    QVERIFY(slip[2].startsWith(u"Not closed"_s));
    TillFigures figures;
    figures.paid = {1, {8000}};
    t.closeToday(12, figures);
    t.read();
    QVERIFY(t.slip().contains(u"Report no. 12"_s));
}

void tst_till::aRowOpensItsConversation()
{
    TillDesk t;
    t.charge(7000);
    t.show();
    QSignalSpy wanted(&t.till, &TillPresenter::conversationWanted);
    t.till.open(7);
    QVERIFY(wanted.isEmpty());
    t.till.open(0);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<ConversationId>(), t.rosa.conversation);
}

BALCAO_TEST(tst_till)
#include "tst_till.moc"
