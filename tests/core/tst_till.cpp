// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/till.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNow = 1'000'000;

TillCharge asked(qint64 centavos)
{
    TillCharge charge;
    charge.facts.amount = {centavos};
    charge.facts.hasCode = true;
    return charge;
}

TillCharge paid(qint64 centavos, qint64 came, int payments = 1)
{
    TillCharge charge = asked(centavos);
    charge.facts.paid = {came};
    charge.payments = payments;
    charge.paidAt = kNow - 10;
    return charge;
}

TillSum sum(int count, qint64 centavos)
{
    return {count, {centavos}};
}

/// Something that can happen to a charge.
void happen(ChargeFacts &facts, QRandomGenerator &random)
{
    const qint64 kept = facts.paid.centavos - facts.returned.centavos - facts.withdrawn.centavos;
    switch (random.bounded(5)) {
    case 0:
        facts.paid.centavos += random.bounded(1, 20'000);
        break;
    case 1:
        facts.returned.centavos += kept > 0 ? random.bounded(static_cast<int>(kept)) : 0;
        break;
    case 2:
        facts.withdrawn.centavos += kept > 0 ? random.bounded(static_cast<int>(kept)) : 0;
        break;
    case 3:
        facts.settled = true;
        break;
    default:
        facts.cancelled = true;
    }
}

} // namespace

class tst_till : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChargeStandsInOneGroup();
    void moneyThatWentBackIsSaidBesideWhatCame();
    void whatWasNeverRegisteredIsNothing();
    void differencesAreNamed_data();
    void differencesAreNamed();
    void whatAReportHasCountsByItsChangeAlone();
    void whatIsPaidAfterwardsIsTheirsWhoCharged();
    void whatNoChargeAskedForIsToldOnce();
    void aDifferenceIsToldOnce();
    void allReportsTogetherSayWhatTheBankSays();
    void peopleAreInOneOrder();
    void aDayEndsAtMidnightOfTheShop();
    void aShopWithoutAZoneIsNotWhereThisMachineIs();
    void aDayIsWrittenInOneWay_data();
    void aDayIsWrittenInOneWay();
};

void tst_till::eachChargeStandsInOneGroup()
{
    TillCharge creating = asked(100);
    creating.facts.hasCode = false;
    TillCharge expired = asked(200);
    expired.facts.expiresAt = kNow - 1;
    TillCharge cancelled = asked(400);
    cancelled.facts.cancelled = true;
    TillCharge settled = asked(800);
    settled.facts.settled = true;
    const TillFigures f =
        tillFigures({creating, expired, cancelled, settled, asked(1600), paid(3200, 3200), paid(6400, 6500)}, {}, kNow);
    QCOMPARE(f.charged, sum(7, 12700));
    QCOMPARE(f.open, sum(2, 1700));
    QCOMPARE(f.expired, sum(1, 200));
    QCOMPARE(f.cancelled, sum(1, 400));
    QCOMPARE(f.byHand, sum(1, 800));
    QCOMPARE(f.paid, sum(2, 9700)); // what came, not what was asked for
    QCOMPARE(f.differences, sum(1, 100));
    QCOMPARE(f.charged.count, f.open.count + f.expired.count + f.cancelled.count + f.byHand.count + f.paid.count);
    QVERIFY(!f.hasLater());
}

void tst_till::moneyThatWentBackIsSaidBesideWhatCame()
{
    TillCharge partly = paid(10000, 10000);
    partly.facts.returned = {2500};
    TillCharge med = paid(5000, 5000);
    med.facts.withdrawn = {5000};
    const TillFigures f = tillFigures({partly, med}, {}, kNow);
    QCOMPARE(f.paid, sum(2, 15000));
    QCOMPARE(f.returned, sum(1, 2500));
    QCOMPARE(f.withdrawn, sum(1, 5000));
    QCOMPARE(f.received(), Money{15000});
    QCOMPARE(f.kept(), Money{7500});
    QCOMPARE(f.differences, sum(1, -5000));
}

void tst_till::whatWasNeverRegisteredIsNothing()
{
    TillCharge refused = asked(100);
    refused.facts.refused = true;
    QCOMPARE(tillFigures({refused}, {}, kNow), TillFigures());
}

void tst_till::differencesAreNamed_data()
{
    QTest::addColumn<TillCharge>("charge");
    QTest::addColumn<TillDifference>("difference");
    QTest::addColumn<qint64>("centavos");
    QTest::newRow("waits") << asked(7000) << TillDifference::None << 0LL;
    QTest::newRow("paid") << paid(7000, 7000) << TillDifference::None << 0LL;
    QTest::newRow("less") << paid(7000, 6900) << TillDifference::PaidLess << -100LL;
    QTest::newRow("more") << paid(7000, 8000) << TillDifference::PaidMore << 1000LL;
    QTest::newRow("twice") << paid(7000, 14000, 2) << TillDifference::PaidTwice << 7000LL;
    QTest::newRow("in two parts, and a little more") << paid(7000, 7100, 2) << TillDifference::PaidMore << 100LL;
    TillCharge given = paid(7000, 14000, 2);
    given.facts.returned = {7000};
    QTest::newRow("twice, and one went back") << given << TillDifference::None << 0LL;
    TillCharge cancelled = paid(7000, 7000);
    cancelled.facts.cancelled = true;
    QTest::newRow("after it was cancelled") << cancelled << TillDifference::PaidLate << 0LL;
    TillCharge late = paid(7000, 7000);
    late.facts.expiresAt = late.paidAt - 1;
    QTest::newRow("after its time") << late << TillDifference::PaidLate << 0LL;
    late.facts.expiresAt = late.paidAt;
    TillCharge again = paid(7000, 14000, 2);
    again.facts.returned = {7000};
    again.facts.expiresAt = again.paidAt - 1;
    QTest::newRow("in time, and once more after it, which went back") << again << TillDifference::None << 0LL;
    QTest::newRow("in the last moment") << late << TillDifference::None << 0LL;
    TillCharge med = paid(7000, 7000);
    med.facts.withdrawn = {7000};
    QTest::newRow("taken back") << med << TillDifference::Withdrawn << -7000LL;
}

void tst_till::differencesAreNamed()
{
    QFETCH(const TillCharge, charge);
    QFETCH(const TillDifference, difference);
    QFETCH(const qint64, centavos);
    QCOMPARE(differenceOf(charge, kNow), difference);
    QCOMPARE(differenceIn(charge, difference), Money{centavos});
}

void tst_till::whatAReportHasCountsByItsChangeAlone()
{
    TillCharge late = paid(7000, 7000);
    late.told = TillMark{}; // it waited when the day was closed
    TillCharge back = paid(9000, 9000);
    back.facts.returned = {500};
    back.told = TillMark{{9000}, {}, {}, {}};
    TillCharge settledFirst = paid(400, 400);
    settledFirst.facts.settled = true;
    settledFirst.told = TillMark{{}, {}, {}, {400}};
    const TillFigures f = tillFigures({late, back, settledFirst}, {}, kNow);
    QCOMPARE(f.charged, TillSum());
    QCOMPARE(f.paid, TillSum());
    QCOMPARE(f.laterPaid, sum(2, 7400));
    QCOMPARE(f.laterReturned, sum(1, 500));
    QCOMPARE(f.laterByHand, sum(1, -400)); // the bank says so now: it is no baixa any more
    QCOMPARE(f.kept(), Money{6900});
}

void tst_till::whatIsPaidAfterwardsIsTheirsWhoCharged()
{
    TillCharge late = paid(7000, 7000);
    late.author = OperatorId::create();
    late.told = TillMark{};
    const TillFigures f = tillFigures({late}, {}, kNow);
    QCOMPARE(f.operators.size(), 1);
    QCOMPARE(f.operators[0].who, std::optional(late.author));
    QCOMPARE(f.operators[0].charged, TillSum());
    QCOMPARE(f.operators[0].paid, sum(1, 7000));
}

void tst_till::whatNoChargeAskedForIsToldOnce()
{
    TillStray stray{{{2500}, {}, {}, {}}, {}};
    TillFigures f = tillFigures({paid(7000, 7000)}, {stray}, kNow);
    QCOMPARE(f.strays, sum(1, 2500));
    QCOMPARE(f.differences, sum(1, 2500));
    QCOMPARE(f.received(), Money{9500});
    stray.told = stray.now;
    QCOMPARE(tillFigures({}, {stray}, kNow), TillFigures());
    stray.now.returned = {500};
    f = tillFigures({}, {stray}, kNow);
    QCOMPARE(f.laterReturned, sum(1, 500));
    QCOMPARE(f.kept(), Money{-500});
    // It was a charge's after all, whose report has it now.
    stray.now = {};
    f = tillFigures({}, {stray}, kNow);
    QCOMPARE(f.strays, sum(1, -2500));
    QCOMPARE(f.differences, sum(0, -2500));
    // A few are looked at one by one, many as one thing; what the bank took back is another.
    const TillStray one{{{100}, {}, {}, {}}, {}};
    QCOMPARE(tillFigures({}, {one, one, one}, kNow).differences, sum(3, 300));
    QCOMPARE(tillFigures({}, {one, one, one, one}, kNow).differences, sum(1, 400));
    stray = {{{800}, {}, {800}, {}}, TillMark{{800}, {}, {}, {}}};
    QCOMPARE(tillFigures({}, {stray}, kNow).differences, sum(1, -800));
    // What staff know is in the sums, and nothing to look at until the bank takes it back.
    stray = {{{2500}, {}, {}, {}}, {}, true};
    f = tillFigures({}, {stray}, kNow);
    QCOMPARE(f.strays, sum(1, 2500));
    QCOMPARE(f.differences, TillSum());
    QCOMPARE(f.received(), Money{2500});
    stray.now.withdrawn = {2500};
    QCOMPARE(tillFigures({}, {stray}, kNow).differences, sum(1, -2500));
}

void tst_till::aDifferenceIsToldOnce()
{
    TillCharge more = paid(7000, 8000);
    QCOMPARE(tillFigures({more}, {}, kNow).differences, sum(1, 1000));
    more.told = markOf(more.facts);
    more.facts.paid = {8500};
    QCOMPARE(tillFigures({more}, {}, kNow).differences, sum(1, 500));
    more.facts.returned = {1500};
    QCOMPARE(tillFigures({more}, {}, kNow).differences, sum(0, -1000)); // settled: what was told goes out again
}

void tst_till::allReportsTogetherSayWhatTheBankSays()
{
    QRandomGenerator random(17);
    QList<TillCharge> charges;
    qint64 received = 0;
    qint64 kept = 0;
    qint64 byHands = 0;
    qint64 charged = 0;
    qint64 ofPeople = 0;
    qint64 differences = 0;
    QList<TillStray> strays;
    for (int day = 0; day < 40; ++day) {
        for (int i = random.bounded(12); i > 0; --i)
            charges.append(asked(random.bounded(1, 30'000)));
        for (TillCharge &charge : charges) {
            if (random.bounded(3) == 0)
                happen(charge.facts, random);
        }
        QList<TillCharge> taken;
        for (const TillCharge &charge : std::as_const(charges)) {
            if (!charge.told || *charge.told != markOf(charge.facts))
                taken.append(charge);
        }
        for (int i = random.bounded(4); i > 0; --i)
            strays.append({{{random.bounded(1, 9'000)}, {}, {}, {}}, {}});
        QList<TillStray> straysTaken;
        for (TillStray &stray : strays) {
            if (random.bounded(5) == 0)
                stray.now = {}; // a charge's after all
            else if (random.bounded(4) == 0 && stray.now.kept().centavos > 0)
                (random.bounded(2) ? stray.now.returned : stray.now.withdrawn).centavos += 1;
            if (!stray.told || *stray.told != stray.now)
                straysTaken.append(stray);
        }
        const TillFigures f = tillFigures(taken, straysTaken, kNow);
        differences += f.differences.sum.centavos;
        for (TillStray &stray : strays)
            stray.told = stray.now;
        received += f.received().centavos;
        kept += f.kept().centavos;
        byHands += f.byHand.sum.centavos + f.laterByHand.sum.centavos;
        charged += f.charged.sum.centavos;
        for (const TillOperator &one : f.operators)
            ofPeople += one.paid.sum.centavos;
        for (TillCharge &charge : charges)
            charge.told = markOf(charge.facts);
    }
    qint64 bank = 0;
    qint64 bankKept = 0;
    qint64 hands = 0;
    qint64 amounts = 0;
    qint64 wrong = 0;
    for (const TillCharge &charge : std::as_const(charges)) {
        bank += charge.facts.paid.centavos;
        bankKept += charge.facts.paid.centavos - charge.facts.returned.centavos - charge.facts.withdrawn.centavos;
        hands += byHand(charge.facts).centavos;
        amounts += charge.facts.amount.centavos;
        wrong += differenceIn(charge, differenceOf(charge, kNow)).centavos;
    }
    const qint64 ofCharges = bank;
    for (const TillStray &stray : std::as_const(strays)) {
        bank += stray.now.paid.centavos;
        bankKept += stray.now.kept().centavos;
        wrong += stray.now.kept().centavos;
    }
    QVERIFY(bank > 0 && hands > 0 && bankKept != bank);
    QCOMPARE(received, bank);
    QCOMPARE(ofPeople, ofCharges);
    QCOMPARE(differences, wrong);
    QCOMPARE(kept, bankKept);
    QCOMPARE(byHands, hands);
    QCOMPARE(charged, amounts);
}

void tst_till::peopleAreInOneOrder()
{
    TillCharge small = paid(100, 100);
    small.author = OperatorId::create();
    TillCharge large = asked(900);
    large.author = OperatorId::create();
    const QList<TillOperator> rows = tillFigures({small, large, asked(50), small}, {}, kNow).operators;
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].who, std::optional(large.author));
    QCOMPARE(rows[1].who, std::optional(small.author));
    QCOMPARE(rows[1].charged, sum(2, 200));
    QCOMPARE(rows[1].paid, sum(2, 200));
    QVERIFY(!rows[2].who);
}

void tst_till::aDayEndsAtMidnightOfTheShop()
{
    const QTimeZone shop("America/Sao_Paulo");
    const DayBounds day = dayBounds(QDate(2026, 11, 25), shop);
    QCOMPARE(day.startsAt, 1'795'575'600'000); // 03:00 UTC
    QCOMPARE(day.endsAt - day.startsAt, 86'400'000);
    QCOMPARE(dayOf(day.startsAt, shop), u"2026-11-25"_s);
    QCOMPARE(dayOf(day.startsAt - 1, shop), u"2026-11-24"_s);
    QCOMPARE(dayOf(day.endsAt - 1, shop), u"2026-11-25"_s);
    QCOMPARE(dayBounds(QDate(2026, 11, 26), shop).startsAt, day.endsAt);
    // A day that begins at one o'clock, when Brazil still had summer time.
    QCOMPARE(dayBounds(QDate(2018, 11, 4), shop).endsAt - dayBounds(QDate(2018, 11, 4), shop).startsAt, 82'800'000);
}

void tst_till::aShopWithoutAZoneIsNotWhereThisMachineIs()
{
    const QByteArray here = qgetenv("TZ");
    qputenv("TZ", "Asia/Tokyo");
    QCOMPARE(shopZone({}).id(), "America/Sao_Paulo");
    qputenv("TZ", here);
    QCOMPARE(shopZone("Nowhere/City").id(), "America/Sao_Paulo");
    QCOMPARE(shopZone("America/Rio_Branco").id(), "America/Rio_Branco");
}

void tst_till::aDayIsWrittenInOneWay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDay");
    QTest::newRow("day") << u"2026-11-25"_s << true;
    QTest::newRow("no such day") << u"2026-02-30"_s << false;
    QTest::newRow("with a time") << u"2026-11-25T10"_s << false;
    QTest::newRow("short") << u"2026-1-5"_s << false;
    QTest::newRow("Brazilian") << u"25/11/2026"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void tst_till::aDayIsWrittenInOneWay()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isDay);
    QCOMPARE(dayFrom(text).has_value(), isDay);
}

BALCAO_TEST(tst_till)
#include "tst_till.moc"
