// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/plans.h"
#include "support/testmain.h"
#include "till.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Day : Till
{
    QTimeZone zone{"America/Sao_Paulo"};

    [[nodiscard]] QString today() const { return dayOf(clock.nowMs(), zone); }
    void toMorning()
    {
        clock.setMs(dayBounds(*dayFrom(today()), zone).endsAt + 9 * kHourMs);
        text(kRosa, u"wamid.day.%1"_s.arg(clock.nowMs()), u"bom dia"_s, clock.nowMs()); // the window is open
    }
    ChargeId make(qint64 centavos)
    {
        const wire::ChargePix asked = bankCharge(centavos);
        if (apply(asked).status != wire::OutcomeStatus::Accepted)
            qFatal("not charged");
        issue(asked.charge, u"CODE%1"_s.arg(head()));
        return asked.charge;
    }
    wire::PixPayment payment(qint64 centavos)
    {
        return {u"E%1"_s.arg(++m_payments), Money{centavos}, clock.nowMs(), u"Rosa"_s, {}};
    }
    wire::Outcome close(const QString &day, std::optional<qint64> number = {})
    {
        return apply(command(wire::CloseTill{day, number, {}}), attendant);
    }

private:
    int m_payments = 0;
};

TillSum sum(int count, qint64 centavos)
{
    return {count, {centavos}};
}

} // namespace

class tst_till : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFiguresAreTheRelaysOwn();
    void aClosingIsSigned();
    void twoDesksThatCloseOneDayHaveOneReport();
    void numbersGoOnWithoutGaps();
    void aNumberThatAnotherTookIsStale();
    void whatWasNotSeenIsStale();
    void whatComesAfterwardsIsTheNextReports();
    void allReportsTogetherAreTheBank();
    void aDayEndsAtTheShopsMidnight();
    void theShopsZoneDecides();
    void whatIsNoDayIsRefused_data();
    void whatIsNoDayIsRefused();
    void noChargeIsLostBetweenTwoZones();
    void whatWasRefusedIsInNoReportUntilItIsPaid();
    void whatNoChargeAskedForIsTold();
    void staffKnowWhatItWas();
    void staffKnowWhoseItWas();
    void anotherBanksPastIsNotTold();
    void anAnswerThatSaysLessUnsaysNothing();
    void whatWasAChargesCountsThere();
    void theForgottenStayInTheSums();
    void chargesOfBeforeAreInTheirDay();
    void chargesAreReadByKey();
};

void tst_till::theFiguresAreTheRelaysOwn()
{
    Day day;
    const ChargeId paid = day.make(7'000);
    day.hear(paid, {day.payment(7'000)});
    const ChargeId twice = day.make(2'000);
    day.hear(twice, {day.payment(2'000), day.payment(2'000)});
    const ChargeId med = day.make(5'000);
    wire::PixPayment taken = day.payment(5'000);
    taken.returns = {{u"M1"_s, Money{5'000}, wire::ReturnStatus::Done, true, 1}};
    day.hear(med, {taken});
    const ChargeId partly = day.make(10'000);
    wire::PixPayment back = day.payment(10'000);
    back.returns = {{u"D1"_s, Money{2'500}, wire::ReturnStatus::Done, false, 1},
                    {u"D2"_s, Money{100}, wire::ReturnStatus::UnderWay, false, 1},
                    {u"D3"_s, Money{900}, wire::ReturnStatus::Failed, false, 1}};
    day.hear(partly, {back});
    day.apply(wire::CancelCharge{day.make(300)});
    const ChargeId byHand = day.make(800);
    day.apply(day.command(wire::SettleCharge{byHand, u"Caixa"_s}), day.attendant);
    const qint64 before = day.head();
    day.clock.advanceMs(2'000);   // what is open has expired
    day.apply(day.charge(1'600)); // and this never does
    QCOMPARE(day.close(day.today()).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.kinds(before), u"pix.charged message.accepted till.closed"_s);
    const auto closed = day.lastBody<wire::TillClosed>();
    QCOMPARE(closed.number, 1);
    QCOMPARE(closed.day, day.today());
    const TillFigures &f = closed.figures;
    QCOMPARE(f.charged, sum(7, 26'700));
    QCOMPARE(f.paid, sum(4, 26'000));
    QCOMPARE(f.returned, sum(1, 2'500));
    QCOMPARE(f.withdrawn, sum(1, 5'000));
    QCOMPARE(f.cancelled, sum(1, 300));
    QCOMPARE(f.byHand, sum(1, 800));
    QCOMPARE(f.open, sum(1, 1'600));
    QCOMPARE(f.differences, sum(2, 2'000 - 5'000));
    QCOMPARE(f.kept(), Money{18'500});
    QCOMPARE(f.operators.size(), 1);
    QCOMPARE(f.operators[0].who, std::optional(day.attendant));
    QCOMPARE(f.operators[0].paid, f.paid);
    QCOMPARE(day.last<wire::TillClosed>().actor.operatorId, std::optional(day.attendant));
}

void tst_till::aClosingIsSigned()
{
    Day day;
    const auto closing = [&day] { return day.command(wire::CloseTill{day.today(), {}, {}}); };
    QCOMPARE(problemOf(day.apply(closing())), QString(problem::kPinWrong));
    QCOMPARE(problemOf(day.apply(closing(), day.manager)), QString(problem::kPinWrong));
    QVERIFY(day.of<wire::TillClosed>().isEmpty());
    QCOMPARE(day.apply(closing(), day.attendant).status, wire::OutcomeStatus::Accepted);
}

void tst_till::twoDesksThatCloseOneDayHaveOneReport()
{
    Day day;
    day.make(7'000);
    const QString today = day.today();
    const wire::Command first = day.command(wire::CloseTill{today, 1, {}});
    const wire::Command second = day.command(wire::CloseTill{today, 1, {}});
    QCOMPARE(day.apply(first, day.attendant).status, wire::OutcomeStatus::Accepted);
    const wire::Outcome other = day.applyAt(day.otherDesk, second, day.attendant);
    QCOMPARE(other.status, wire::OutcomeStatus::Noop);
    QCOMPARE(other.exists, u"1"_s);
    QVERIFY(day.apply(first, day.attendant).repeated.value_or(false));
    QCOMPARE(day.of<wire::TillClosed>().size(), 1);
    QCOMPARE(day.count(u"till_report"_s), 1);
}

void tst_till::numbersGoOnWithoutGaps()
{
    Day day;
    const QString first = day.today();
    day.toMorning();
    QCOMPARE(day.close(day.today()).status, wire::OutcomeStatus::Accepted);
    day.reopen();
    QCOMPARE(day.close(first).status, wire::OutcomeStatus::Accepted); // forgotten yesterday
    day.toMorning();
    QCOMPARE(day.close(day.today()).status, wire::OutcomeStatus::Accepted);
    QList<qint64> numbers;
    for (const wire::Event &event : day.of<wire::TillClosed>())
        numbers.append(std::get<wire::TillClosed>(event.body).number);
    QCOMPARE(numbers, (QList<qint64>{1, 2, 3}));
}

void tst_till::aNumberThatAnotherTookIsStale()
{
    Day day;
    const QString yesterday = day.today();
    day.toMorning();
    day.close(yesterday, 1);
    QCOMPARE(problemOf(day.close(day.today(), 1)), QString(problem::kStale));
    QCOMPARE(day.close(day.today(), 2).status, wire::OutcomeStatus::Accepted);
}

void tst_till::whatWasNotSeenIsStale()
{
    Day day;
    const ChargeId asked = day.make(1'000);
    const auto closing = [&day](qint64 seen) {
        return day.apply(day.command(wire::CloseTill{day.today(), {}, seen}), day.attendant);
    };
    qint64 seen = day.head();
    day.hear(asked, {day.payment(1'000)});
    QCOMPARE(problemOf(closing(seen)), QString(problem::kStale));
    seen = day.head();
    day.text(kRosa, u"wamid.later"_s, u"obrigada"_s, day.clock.nowMs()); // in no sum
    QVERIFY(day.head() > seen);
    QCOMPARE(closing(seen).status, wire::OutcomeStatus::Accepted);
}

void tst_till::whatComesAfterwardsIsTheNextReports()
{
    Day day;
    const ChargeId waits = day.make(7'000);
    const ChargeId paid = day.make(5'000);
    const wire::PixPayment came = day.payment(5'000);
    day.hear(paid, {came});
    day.close(day.today());
    const TillFigures first = day.lastBody<wire::TillClosed>().figures;
    const ChargeId lateOne = day.make(900); // after closing, the same day
    day.hear(waits, {day.payment(7'000)});
    wire::PixPayment back = came;
    back.returns = {{u"D1"_s, Money{2'000}, wire::ReturnStatus::Done, false, 1}};
    day.hear(paid, {back});
    day.toMorning();
    day.close(day.today());
    const TillFigures second = day.lastBody<wire::TillClosed>().figures;
    QCOMPARE(second.charged, sum(1, 900));
    QCOMPARE(second.laterPaid, sum(1, 7'000));
    QCOMPARE(second.laterReturned, sum(1, 2'000));
    QCOMPARE(first.kept().centavos + second.kept().centavos, 10'000);
    day.toMorning();
    day.close(day.today());
    QCOMPARE(day.lastBody<wire::TillClosed>().figures, TillFigures());
    Q_UNUSED(lateOne);
}

void tst_till::allReportsTogetherAreTheBank()
{
    Day day;
    qint64 received = 0;
    qint64 reported = 0;
    QList<ChargeId> all;
    QHash<ChargeId, QList<wire::PixPayment>> said;
    for (int i = 0; i < 6; ++i) {
        for (int j = 0; j < 5; ++j)
            all.append(day.make(1'000 + 100 * i + 7 * j));
        for (qsizetype k = i; k < all.size(); k += 3) {
            said[all[k]].append(day.payment(333 + k));
            received += 333 + k;
            day.hear(all[k], said[all[k]]);
        }
        if (i != 3) { // nobody closed that day, and nobody will
            day.close(day.today());
            reported += day.lastBody<wire::TillClosed>().figures.received().centavos;
        }
        day.toMorning();
    }
    day.close(day.today());
    reported += day.lastBody<wire::TillClosed>().figures.received().centavos;
    QCOMPARE(reported, received);
}

void tst_till::aDayEndsAtTheShopsMidnight()
{
    Day day;
    day.toMorning();
    const QString today = day.today();
    const DayBounds bounds = dayBounds(*dayFrom(today), day.zone);
    day.clock.setMs(bounds.endsAt - 1);
    day.make(1);
    day.clock.setMs(bounds.endsAt);
    day.make(2);
    day.close(today);
    QCOMPARE(day.lastBody<wire::TillClosed>().figures.charged, sum(1, 1));
    QCOMPARE(day.lastBody<wire::TillClosed>().endsAt, bounds.endsAt);
    day.close(day.today());
    QCOMPARE(day.lastBody<wire::TillClosed>().figures.charged, sum(1, 2));
}

void tst_till::theShopsZoneDecides()
{
    Day day;
    day.toMorning();
    wire::ChangeShop change;
    for (const QString &none : {QString(u""_s), u"Nowhere/City"_s}) {
        change.change.timezone = none;
        QCOMPARE(problemOf(day.applyAsManager(change)), QString(problem::kBadBody));
    }
    change.change.timezone = u"America/Rio_Branco"_s; // two hours behind
    QCOMPARE(day.applyAsManager(change).status, wire::OutcomeStatus::Accepted);
    day.close(day.today());
    const auto closed = day.lastBody<wire::TillClosed>();
    QCOMPARE(closed.startsAt, dayBounds(*dayFrom(closed.day), QTimeZone("America/Rio_Branco")).startsAt);
}

void tst_till::whatIsNoDayIsRefused_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("problem");
    QTest::newRow("words") << u"hoje"_s << QString(problem::kBadBody);
    QTest::newRow("no such day") << u"2026-02-30"_s << QString(problem::kBadBody);
    QTest::newRow("with a time") << u"2026-01-01T10:00"_s << QString(problem::kBadBody);
    QTest::newRow("ahead") << u"2099-01-01"_s << QString(problem::kDayAhead);
}

void tst_till::whatIsNoDayIsRefused()
{
    QFETCH(const QString, day);
    QFETCH(const QString, problem);
    Day till;
    QCOMPARE(problemOf(till.close(day)), problem);
    QCOMPARE(till.count(u"till_report"_s), 0);
}

// Between the end of one zone's day and the beginning of the other's lie two hours that are no day's.
void tst_till::noChargeIsLostBetweenTwoZones()
{
    Day day;
    day.toMorning();
    const DayBounds bounds = dayBounds(*dayFrom(day.today()), day.zone);
    day.close(day.today());
    day.clock.setMs(bounds.endsAt + kHourMs);
    day.make(7'000);
    wire::ChangeShop change;
    change.change.timezone = u"America/Rio_Branco"_s;
    day.applyAsManager(change);
    day.clock.setMs(bounds.endsAt + 12 * kHourMs);
    day.zone = QTimeZone("America/Rio_Branco");
    QCOMPARE(day.close(day.today()).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.lastBody<wire::TillClosed>().figures.charged, sum(1, 7'000));
}

void tst_till::whatWasRefusedIsInNoReportUntilItIsPaid()
{
    Day day;
    const wire::ChargePix asked = day.bankCharge(7'000);
    day.apply(asked);
    QVERIFY(
        day.job([&](relay::RelayData &d) { return d.charges().refuse(day.kept(asked.charge), u"expired"_s); }).ok());
    day.close(day.today());
    QCOMPARE(day.lastBody<wire::TillClosed>().figures, TillFigures());
    day.hear(asked.charge, {day.payment(7'000)});
    day.toMorning();
    day.close(day.today());
    QCOMPARE(day.lastBody<wire::TillClosed>().figures.charged, sum(1, 7'000));
    QCOMPARE(day.lastBody<wire::TillClosed>().figures.laterPaid, TillSum());
}

void tst_till::whatNoChargeAskedForIsTold()
{
    Day day;
    const auto hear = [&day](const wire::PixPayment &payment) {
        QVERIFY(day.job([&](relay::RelayData &d) { return d.strays().hear(payment); }).ok());
    };
    wire::PixPayment came = day.payment(2'500);
    hear(came); // before the bank was first asked
    QVERIFY(day.of<wire::PixStray>().isEmpty());
    QVERIFY(day.job([](relay::RelayData &d) { return d.strays().begin("bank"); }).ok());
    came = day.payment(2'500);
    came.payer = u"Rosa"_s;
    hear(came);
    hear(came);
    QCOMPARE(day.of<wire::PixStray>().size(), 1);
    QVERIFY(day.lastBody<wire::PixStray>().payment.payer.isEmpty());
    day.close(day.today());
    const TillFigures first = day.lastBody<wire::TillClosed>().figures;
    QCOMPARE(first.strays, sum(1, 2'500));
    QCOMPARE(first.differences, sum(1, 2'500));
    came.returns = {{u"D1"_s, Money{500}, wire::ReturnStatus::Done, false, 1}};
    hear(came);
    QCOMPARE(day.of<wire::PixStray>().size(), 2);
    came.returns.clear();
    hear(came); // a bank that leaves it out unsays nothing
    QCOMPARE(day.of<wire::PixStray>().size(), 2);
    day.toMorning();
    day.close(day.today());
    QCOMPARE(day.lastBody<wire::TillClosed>().figures.laterReturned, sum(1, 500));
}

void tst_till::staffKnowWhatItWas()
{
    Day day;
    const auto hear = [&day](const wire::PixPayment &payment) {
        QVERIFY(day.job([&](relay::RelayData &d) { return d.strays().hear(payment); }).ok());
    };
    QVERIFY(day.job([](relay::RelayData &d) { return d.strays().begin("bank"); }).ok());
    wire::PixPayment counter = day.payment(2'500);
    const wire::PixPayment unknown = day.payment(900);
    hear(counter);
    hear(unknown);
    const wire::SortStrays sale{{counter.endToEndId, u"E-nobody"_s}, true};
    QCOMPARE(day.apply(sale).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.lastBody<wire::PixStray>().sale, std::optional(true));
    QCOMPARE(day.last<wire::PixStray>().actor.operatorId, std::optional(day.attendant));
    QCOMPARE(day.apply(wire::SortStrays{{counter.endToEndId}, true}).status, wire::OutcomeStatus::Noop);
    QCOMPARE(problemOf(day.apply(sale)), QString(problem::kStale)); // nobody heard of the other
    // What the bank says later does not unsay it.
    counter.returns = {{u"D1"_s, {500}, wire::ReturnStatus::Done, false, 1}};
    hear(counter);
    QCOMPARE(day.lastBody<wire::PixStray>().sale, std::optional(true));
    QCOMPARE(day.apply(wire::SortStrays{{unknown.endToEndId}, true}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.apply(wire::SortStrays{{unknown.endToEndId}, false}).status, wire::OutcomeStatus::Accepted);
    day.close(day.today());
    const TillFigures f = day.lastBody<wire::TillClosed>().figures;
    QCOMPARE(f.strays, sum(2, 3'400));
    QCOMPARE(f.differences, sum(1, 900));
    // A report has it as it was.
    QCOMPARE(day.apply(wire::SortStrays{{unknown.endToEndId}, true}).status, wire::OutcomeStatus::Noop);
}

void tst_till::staffKnowWhoseItWas()
{
    Day day;
    QVERIFY(day.job([](relay::RelayData &d) { return d.strays().begin("bank"); }).ok());
    wire::PixPayment came = day.payment(2'500);
    QVERIFY(day.job([&came](relay::RelayData &d) { return d.strays().hear(came); }).ok());
    const QStringList which{came.endToEndId};
    QCOMPARE(problemOf(day.apply(wire::SortStrays{which, true, ConversationId::create()})),
             QString(problem::kConversationUnknown));
    const wire::SortStrays rosas{which, true, day.conversation};
    QCOMPARE(day.apply(rosas).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.lastBody<wire::PixStray>().conversation, std::optional(day.conversation));
    QVERIFY(!day.last<wire::PixStray>().subject.conversation); // the money outlives whose it was
    QCOMPARE(day.apply(rosas).status, wire::OutcomeStatus::Noop);
    // Another's after all: taken from her before it is given.
    day.messageOfAnother();
    const ConversationId joao = *day.last<wire::MessageReceived>().subject.conversation;
    const qint64 before = day.head();
    QCOMPARE(day.apply(wire::SortStrays{which, true, joao}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.kinds(before), u"pix.stray pix.stray"_s);
    QCOMPARE(day.lastBody<wire::PixStray>().conversation, std::optional(joao));
    QCOMPARE(day.apply(rosas).status, wire::OutcomeStatus::Accepted);
    // The bank's next word leaves it hers, and a sale at the counter is nobody's.
    came.returns = {{u"D1"_s, {500}, wire::ReturnStatus::Done, false, 1}};
    QVERIFY(day.job([&came](relay::RelayData &d) { return d.strays().hear(came); }).ok());
    QCOMPARE(day.lastBody<wire::PixStray>().conversation, std::optional(day.conversation));
    QCOMPARE(day.apply(wire::SortStrays{which, true}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.lastBody<wire::PixStray>().conversation, std::optional<ConversationId>());
    QCOMPARE(day.apply(rosas).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.apply(wire::SortStrays{which, false, day.conversation}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(day.lastBody<wire::PixStray>().conversation, std::optional<ConversationId>());
    // What somebody saw otherwise is not said over: sales, while it was hers; hers undone, while it is another's.
    QCOMPARE(day.apply(rosas).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(problemOf(day.apply(wire::SortStrays{which, true, {}, false})), QString(problem::kStale));
    QCOMPARE(problemOf(day.apply(wire::SortStrays{which, false, {}, true, joao})), QString(problem::kStale));
    QCOMPARE(day.lastBody<wire::PixStray>().conversation, std::optional(day.conversation));
    QCOMPARE(day.apply(wire::SortStrays{which, false, {}, true, day.conversation}).status,
             wire::OutcomeStatus::Accepted);
    // A charge that claims it says all of it.
    QCOMPARE(day.apply(rosas).status, wire::OutcomeStatus::Accepted);
    QVERIFY(
        day.job([&came](relay::RelayData &d) { return d.strays().claim(came.endToEndId, ChargeId::create()); }).ok());
    QCOMPARE(day.lastBody<wire::PixStray>().conversation, std::optional<ConversationId>());
    // Nobody's who asked to be forgotten.
    day.applyAsManager(wire::EraseCustomer{day.customer, u"LGPD"_s});
    QCOMPARE(problemOf(day.apply(rosas)), QString(problem::kErased));
}

void tst_till::anotherBanksPastIsNotTold()
{
    Day day;
    const auto begin = [&day](const QByteArray &bank) {
        QVERIFY(day.job([&bank](relay::RelayData &d) { return d.strays().begin(bank); }).ok());
    };
    begin("one");
    const wire::PixPayment before = day.payment(2'500);
    day.toMorning();
    begin("two");
    begin("two");
    QVERIFY(day.job([&before](relay::RelayData &d) { return d.strays().hear(before); }).ok());
    QVERIFY(day.of<wire::PixStray>().isEmpty());
}

// As GET /pix does where GET /cob names the payer.
void tst_till::anAnswerThatSaysLessUnsaysNothing()
{
    Day day;
    const ChargeId charge = day.make(2'500);
    wire::PixPayment came = day.payment(2'500);
    day.hear(charge, {came});
    const wire::PixPaid said = day.lastBody<wire::PixPaid>();
    came.payer.clear();
    came.at += 500;
    day.hear(charge, {came});
    QCOMPARE(day.of<wire::PixPaid>().size(), 1);
    QCOMPARE(day.lastBody<wire::PixPaid>(), said);
}

// Some banks leave out in a list which charge it was.
void tst_till::whatWasAChargesCountsThere()
{
    Day day;
    QVERIFY(day.job([](relay::RelayData &d) { return d.strays().begin("bank"); }).ok());
    const ChargeId charge = day.make(2'500);
    const wire::PixPayment came = day.payment(2'500);
    const auto hear = [&] { return day.job([&](relay::RelayData &d) { return d.strays().hear(came); }).ok(); };
    QVERIFY(hear());
    day.hear(charge, {came});
    QCOMPARE(day.lastBody<wire::PixStray>().charge, std::optional(charge));
    const qsizetype told = day.of<wire::PixStray>().size();
    QVERIFY(hear());
    QCOMPARE(day.of<wire::PixStray>().size(), told);
    day.close(day.today());
    const TillFigures figures = day.lastBody<wire::TillClosed>().figures;
    QCOMPARE(figures.received(), Money{2'500});
    QCOMPARE(figures.strays, TillSum());
    QCOMPARE(figures.differences, TillSum());
}

void tst_till::theForgottenStayInTheSums()
{
    Day day;
    const ChargeId paid = day.make(5'000);
    day.hear(paid, {day.payment(5'000)});
    day.applyAsManager(wire::EraseCustomer{day.customer, u"pedido"_s});
    day.close(day.today());
    QCOMPARE(day.lastBody<wire::TillClosed>().figures.paid, sum(1, 5'000));
}

/// Made under the version before: the event's time is what counts.
void tst_till::chargesOfBeforeAreInTheirDay()
{
    Day day;
    const ChargeId made = day.make(5'000);
    const qint64 at = day.last<wire::PixCharged>().at;
    day.hear(made, {day.payment(5'000), day.payment(5'000)});
    QCOMPARE(day.kept(made).createdAt, at);
    sql::Connection &file = day.data().connection();
    for (const QString &one : {u"charge_untold"_s, u"charge_later"_s, u"event_unsummed"_s})
        QVERIFY(file.exec(u"DROP INDEX "_s + one));
    QVERIFY(file.exec(u"ALTER TABLE event DROP COLUMN sum"_s));
    for (const QString &one : {u"payments"_s, u"paid_at"_s, u"told"_s, u"told_paid"_s, u"told_returned"_s,
                               u"told_withdrawn"_s, u"told_by_hand"_s, u"paid_words"_s, u"cancelled_words"_s})
        QVERIFY(file.exec(u"ALTER TABLE charge DROP COLUMN "_s + one));
    for (const QString &one : {u"till_report"_s, u"pix_stray"_s, u"refund"_s, u"charge_form"_s})
        QVERIFY(file.exec(u"DROP TABLE "_s + one));
    QVERIFY(file.exec(u"UPDATE charge SET created_at = created_at - 86400000"_s));
    for (const QString &one :
         {u"ALTER TABLE charge ADD COLUMN looks INTEGER NOT NULL DEFAULT 0"_s, u"DROP TABLE pix_payment"_s,
          u"CREATE TABLE pix_payment (e2eid TEXT PRIMARY KEY, charge BLOB NOT NULL, amount INTEGER NOT NULL, at "
          u"INTEGER "
          "NOT NULL) WITHOUT ROWID"_s,
          u"CREATE INDEX pix_payment_charge ON pix_payment (charge)"_s})
        QVERIFY(file.exec(one));
    QVERIFY(file.setUserVersion(6));
    day.reopen();
    QCOMPARE(day.kept(made).createdAt, at);
    const ChargeId later = day.make(300);
    day.hear(later, {day.payment(300)}); // counted in a file of before, too
    QCOMPARE(day.close(day.today()).status, wire::OutcomeStatus::Accepted);
    const TillFigures figures = day.lastBody<wire::TillClosed>().figures;
    QCOMPARE(figures.charged, sum(2, 5'300));
    QCOMPARE(figures.paid, sum(2, 10'300));
    QCOMPARE(figures.differences, sum(1, 5'000));
}

void tst_till::chargesAreReadByKey()
{
    Day day;
    day.make(5'000);
    day.close(day.today());
    day.toMorning();
    const QStringList plans = plansOf(day.data().connection(), [&] { day.close(day.today()); });
    int looked = 0;
    for (const QString &plan : plans) {
        if (!plan.contains(u"told"))
            continue;
        ++looked;
        for (const QString &step : plan.split(u'\n'))
            QVERIFY2(!step.startsWith(u"SCAN") || step.contains(u"SCAN t") || step.contains(u"charge_later") ||
                         step.contains(u"stray_later"),
                     qPrintable(plan));
    }
    QVERIFY(looked > 0);
}

BALCAO_TEST(tst_till)
#include "tst_till.moc"
