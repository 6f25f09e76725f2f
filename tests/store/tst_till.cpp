// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "projection.h"
#include "store/tillreader.h"
#include "support/plans.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QTimeZone kShop("America/Sao_Paulo");
const QDate kWednesday(2026, 11, 25);
const QDate kThursday(2026, 11, 26);

qint64 at(QDate day, int hour, int minute = 0)
{
    return QDateTime(day, QTime(hour, minute), kShop).toMSecsSinceEpoch();
}

QList<TillStray> straysIn(const store::TillDay &day)
{
    QList<TillStray> strays;
    for (const store::TillStrayRow &row : day.strays)
        strays.append(row.counted);
    return strays;
}

/// A log whose events happen when a test says so.
struct Days
{
    EventLog log;
    Chat rosa = log.open();

    Charged charge(qint64 atMs, Money amount, std::optional<qint64> until = {}, OperatorId by = {})
    {
        const Charged made = log.charge(rosa, amount, u"Bolo"_s, until, by);
        log.events.last().at = atMs;
        return made;
    }
    void pay(qint64 atMs, ChargeId charge, const QList<qint64> &amounts, const QList<wire::PixReturn> &returns = {})
    {
        wire::PixPaid paid;
        for (const qint64 amount : amounts)
            paid.payments.append({u"E%1"_s.arg(log.head() * 10 + paid.payments.size()), {amount}, atMs, {}, {}});
        paid.payments.last().returns = returns;
        log.ofCharge(rosa, charge, paid).at = atMs;
    }
    /// As the relay does: with the figures of what stands in the projection.
    TillFigures close(Projection &p, QDate day, qint64 atMs, qint64 number)
    {
        p.apply(log.page());
        const DayBounds bounds = dayBounds(day, kShop);
        const auto stands = store::TillReader(p.db()).day(day.toString(Qt::ISODate), bounds);
        if (!stands)
            qFatal("no day");
        QList<TillCharge> charges;
        for (const store::TillRow &row : stands->rows)
            charges.append(row.counted());
        const TillFigures figures = tillFigures(charges, straysIn(*stands), atMs);
        log.add(wire::TillClosed{number, day.toString(Qt::ISODate), bounds.startsAt, bounds.endsAt, figures}, {}).at =
            atMs;
        p.apply(log.page());
        return figures;
    }
};

store::TillDay dayIn(Projection &p, QDate day)
{
    const auto found = store::TillReader(p.db()).day(day.toString(Qt::ISODate), dayBounds(day, kShop));
    if (!found)
        qFatal("no day: %s", qPrintable(found.error().detail));
    return *found;
}

TillFigures figuresOf(const store::TillDay &day, qint64 now)
{
    QList<TillCharge> charges;
    for (const store::TillRow &row : day.rows)
        charges.append(row.counted());
    return tillFigures(charges, straysIn(day), now);
}

QList<qint64> amounts(const store::TillDay &day)
{
    QList<qint64> found;
    for (const store::TillRow &row : day.rows)
        found.append(row.charge.facts.amount.centavos);
    return found;
}

} // namespace

// The till's days as a desk keeps them.
class tst_till : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayHasWhatNoReportHasUntilItsMidnight();
    void aRowSaysAllThatIsShown();
    void whatComesAfterClosingIsTheNextReports();
    void whatIsMadeAfterClosingIsTheNextReports();
    void anEarlierDayCanStillBeClosed();
    void noChargeIsForgotten();
    void whatWasRefusedIsInNoReportUntilItIsPaid();
    void aClosedDayStaysAsItWas();
    void whatNoChargeAskedForStandsInItsReport();
    void aSaleAtTheCounterStaysOne();
    void whoseItWasIsSaidThere();
    void reportsComeNewestFirst();
    void thePageThatComesTwiceChangesNothing();
    void everythingIsReadByKey();
};

void tst_till::aDayHasWhatNoReportHasUntilItsMidnight()
{
    Days d;
    d.charge(at(kWednesday, 0) - 1, {1});
    d.charge(at(kWednesday, 0), {2});
    d.charge(at(kThursday, 0) - 1, {4});
    d.charge(at(kThursday, 0), {8});
    Projection p;
    p.apply(d.log.page());
    // Newest first, and all that no report has.
    QCOMPARE(amounts(dayIn(p, kWednesday.addDays(-1))), (QList<qint64>{1}));
    QCOMPARE(amounts(dayIn(p, kWednesday)), (QList<qint64>{4, 2, 1}));
    QCOMPARE(amounts(dayIn(p, kThursday)), (QList<qint64>{8, 4, 2, 1}));
    QVERIFY(!dayIn(p, kWednesday).report);
    QCOMPARE(dayIn(p, kWednesday).nextNumber, 1);
}

void tst_till::aRowSaysAllThatIsShown()
{
    Days d;
    wire::Subject who;
    who.operatorId = OperatorId::create();
    d.log.add(wire::OperatorAdded{u"Ana"_s, Role::Attendant}, who);
    const Charged made = d.charge(at(kWednesday, 10), {7000}, {}, *who.operatorId);
    d.pay(at(kWednesday, 11), made.charge, {7000, 7000});
    Projection p;
    p.apply(d.log.page());
    const store::TillDay day = dayIn(p, kWednesday);
    QCOMPARE(day.rows.size(), 1);
    const store::TillRow row = day.rows.first();
    QCOMPARE(row.customer, u"Rosa Limeira"_s);
    QCOMPARE(row.charge.author, u"Ana"_s);
    QCOMPARE(row.charge.at, at(kWednesday, 10));
    QCOMPARE(row.payments, 2);
    QCOMPARE(row.charge.paidAt, at(kWednesday, 11));
    QVERIFY(!row.told);
    QCOMPARE(differenceOf(row.counted(), at(kWednesday, 12)), TillDifference::PaidTwice);
    QCOMPARE(day.operators.value(*who.operatorId), u"Ana"_s);
}

void tst_till::whatComesAfterClosingIsTheNextReports()
{
    Days d;
    const Charged waits = d.charge(at(kWednesday, 10), {7000});
    const Charged paid = d.charge(at(kWednesday, 11), {5000});
    d.pay(at(kWednesday, 12), paid.charge, {5000});
    Projection p;
    const TillFigures first = d.close(p, kWednesday, at(kWednesday, 18), 1);
    QCOMPARE(first.paid.sum, Money{5000});
    QCOMPARE(first.open.sum, Money{7000});
    QVERIFY(dayIn(p, kThursday).rows.isEmpty());

    d.pay(at(kWednesday, 20), waits.charge, {7000});
    d.pay(at(kThursday, 9), paid.charge, {5000}, {{u"D1"_s, {2000}, wire::ReturnStatus::Done, false, 1}});
    p.apply(d.log.page());
    // The closed day stays as it was.
    const store::TillDay closed = dayIn(p, kWednesday);
    QCOMPARE(closed.report->figures, first);
    QCOMPARE(figuresOf(closed, closed.report->at), first);
    const TillFigures next = figuresOf(dayIn(p, kThursday), at(kThursday, 9));
    QCOMPARE(next.charged, TillSum());
    QCOMPARE(next.laterPaid, (TillSum{1, {7000}}));
    QCOMPARE(next.laterReturned, (TillSum{1, {2000}}));

    const TillFigures second = d.close(p, kThursday, at(kThursday, 18), 2);
    QCOMPARE(second, next);
    // Once, and never again.
    QVERIFY(dayIn(p, kThursday.addDays(1)).rows.isEmpty());
    const store::TillDay after = dayIn(p, kThursday);
    QCOMPARE(figuresOf(after, after.report->at), second);
    QCOMPARE(after.rows.size(), 2);
    QVERIFY(after.rows[0].told && after.rows[0].toldIn == 1);
    QCOMPARE(figuresOf(dayIn(p, kWednesday), closed.report->at), first);
    QCOMPARE(first.received().centavos + second.received().centavos, 12000);
}

void tst_till::whatIsMadeAfterClosingIsTheNextReports()
{
    Days d;
    d.charge(at(kWednesday, 10), {7000});
    Projection p;
    d.close(p, kWednesday, at(kWednesday, 18), 1);
    const Charged late = d.charge(at(kWednesday, 19), {900});
    p.apply(d.log.page());
    QCOMPARE(amounts(dayIn(p, kWednesday)), (QList<qint64>{7000}));
    QCOMPARE(amounts(dayIn(p, kThursday)), (QList<qint64>{900}));
    QCOMPARE(dayIn(p, kThursday).rows.first().charge.id, late.charge);
    QCOMPARE(d.close(p, kThursday, at(kThursday, 18), 2).charged, (TillSum{1, {900}}));
    QVERIFY(dayIn(p, kThursday.addDays(1)).rows.isEmpty());
}

void tst_till::anEarlierDayCanStillBeClosed()
{
    Days d;
    d.charge(at(kWednesday, 10), {7000});
    d.charge(at(kThursday, 10), {900});
    Projection p;
    QCOMPARE(d.close(p, kWednesday, at(kThursday, 18), 1).charged, (TillSum{1, {7000}}));
    QCOMPARE(d.close(p, kThursday, at(kThursday, 19), 2).charged, (TillSum{1, {900}}));
    QCOMPARE(dayIn(p, kWednesday).report->number, 1);
}

// Forgotten for a week, or lost between two time zones: the next closing has it.
void tst_till::noChargeIsForgotten()
{
    Days d;
    const Charged old = d.charge(at(kWednesday.addDays(-30), 10), {7000});
    d.charge(at(kThursday, 10), {900});
    Projection p;
    QCOMPARE(d.close(p, kThursday, at(kThursday, 18), 1).charged, (TillSum{2, {7900}}));
    d.pay(at(kThursday, 20), old.charge, {7000});
    p.apply(d.log.page());
    QCOMPARE(figuresOf(dayIn(p, kThursday.addDays(1)), at(kThursday, 20)).laterPaid, (TillSum{1, {7000}}));
}

// It was asked of nobody; should the bank have it all the same, it stands in the report of when it was paid.
void tst_till::whatWasRefusedIsInNoReportUntilItIsPaid()
{
    Days d;
    const Charged refused = d.charge(at(kWednesday, 10), {7000});
    d.log.ofCharge(d.rosa, refused.charge, wire::PixRefused{u"expired"_s}).at = at(kWednesday, 10);
    Projection p;
    QCOMPARE(d.close(p, kWednesday, at(kWednesday, 18), 1), TillFigures());
    QVERIFY(dayIn(p, kWednesday).rows.isEmpty());
    d.pay(at(kThursday, 9), refused.charge, {7000});
    const TillFigures next = d.close(p, kThursday, at(kThursday, 18), 2);
    QCOMPARE(next.charged, (TillSum{1, {7000}}));
    QCOMPARE(next.paid, (TillSum{1, {7000}}));
    QCOMPARE(next.laterPaid, TillSum());
}

void tst_till::aClosedDayStaysAsItWas()
{
    Days d;
    const Charged made = d.charge(at(kWednesday, 10), {7000}, at(kWednesday, 11));
    d.log.issue(d.rosa, made.charge, at(kWednesday, 11));
    Projection p;
    d.close(p, kWednesday, at(kWednesday, 18), 1);
    const store::TillReportRow report = *dayIn(p, kWednesday).report;
    QCOMPARE(report.figures.expired, (TillSum{1, {7000}}));
    QCOMPARE(report.bounds, dayBounds(kWednesday, kShop));
    QCOMPARE(report.at, at(kWednesday, 18));
    // A second word about the same day: a mistake somewhere, and no second report.
    wire::TillClosed again;
    again.number = 7;
    again.day = kWednesday.toString(Qt::ISODate);
    d.log.add(again, {});
    p.apply(d.log.page());
    QCOMPARE(*dayIn(p, kWednesday).report, report);
}

void tst_till::whatNoChargeAskedForStandsInItsReport()
{
    Days d;
    const auto stray = [&d](qint64 atMs, qint64 centavos, std::optional<ChargeId> whose = {}) {
        wire::PixStray said{{u"E00000000202611251212AAAAbbbb01"_s, {centavos}, at(kWednesday, 13), {}, {}}, whose, {}};
        d.log.add(said, {}).at = atMs;
    };
    stray(at(kWednesday, 13), 2500);
    Projection p;
    const TillFigures first = d.close(p, kWednesday, at(kWednesday, 18), 1);
    QCOMPARE(first.strays, (TillSum{1, {2500}}));
    QCOMPARE(first.differences, (TillSum{1, {2500}}));
    QVERIFY(dayIn(p, kThursday).strays.isEmpty());
    stray(at(kThursday, 9), 2500, ChargeId::create());
    p.apply(d.log.page());
    const store::TillDay closed = dayIn(p, kWednesday);
    QCOMPARE(closed.strays.size(), 1);
    QCOMPARE(figuresOf(closed, closed.report->at), first);
    QCOMPARE(d.close(p, kThursday, at(kThursday, 18), 2).strays, (TillSum{1, {-2500}}));
    QVERIFY(dayIn(p, kThursday.addDays(1)).strays.isEmpty());
}

void tst_till::aSaleAtTheCounterStaysOne()
{
    Days d;
    wire::PixStray said{{u"E00000000202611251212AAAAbbbb01"_s, {2500}, at(kWednesday, 13), {}, {}}, {}, true};
    d.log.add(said, {}).at = at(kWednesday, 13);
    Projection p;
    p.apply(d.log.page());
    QVERIFY(dayIn(p, kWednesday).strays.first().counted.isSale);
    QCOMPARE(d.close(p, kWednesday, at(kWednesday, 18), 1).differences, TillSum());
    said.sale = false; // too late for that report
    d.log.add(said, {}).at = at(kThursday, 9);
    p.apply(d.log.page());
    const store::TillDay closed = dayIn(p, kWednesday);
    QVERIFY(closed.strays.first().counted.isSale);
    QCOMPARE(figuresOf(closed, closed.report->at).differences, TillSum());
    QCOMPARE(closed.seen, d.log.head());
}

void tst_till::whoseItWasIsSaidThere()
{
    Days d;
    wire::PixStray said{{u"E00000000202611251212AAAAbbbb01"_s, {2500}, at(kWednesday, 13), {}, {}}, {}, {}};
    const auto say = [&](std::optional<ConversationId> whose) {
        said.sale = whose.has_value();
        said.conversation = whose;
        d.log.add(said, {}).at = at(kWednesday, 14);
    };
    const auto lines = [&](Projection &p, ConversationId where) {
        QStringList found;
        for (const store::ThreadRow &row : p.thread(where)) {
            if (row.line == store::SystemLine::PixLinked || row.line == store::SystemLine::PixUnlinked)
                found.append((row.line == store::SystemLine::PixLinked ? u"+"_s : u"-"_s) + row.text);
        }
        return found;
    };
    say({});
    say(d.rosa.conversation);
    say(d.rosa.conversation); // the bank's next word
    Projection p;
    p.apply(d.log.page());
    const auto row = [&] { return dayIn(p, kWednesday).strays.first(); };
    QVERIFY(row().counted.isSale);
    QCOMPARE(row().conversation, d.rosa.conversation);
    QCOMPARE(row().customer, u"Rosa Limeira"_s);
    QCOMPARE(lines(p, d.rosa.conversation), QStringList{u"+2500"_s});
    // Another's after all, then nobody's.
    const Chat jonas = d.log.open(u"Jonas Pereira"_s);
    say({});
    say(jonas.conversation);
    p.apply(d.log.page());
    QCOMPARE(row().customer, u"Jonas Pereira"_s);
    QCOMPARE(lines(p, d.rosa.conversation), (QStringList{u"+2500"_s, u"-2500"_s}));
    QCOMPARE(lines(p, jonas.conversation), QStringList{u"+2500"_s});
    say({});
    p.apply(d.log.page());
    QVERIFY(row().conversation.isNull() && row().customer.isEmpty());
    QCOMPARE(lines(p, jonas.conversation), (QStringList{u"+2500"_s, u"-2500"_s}));
    // Who was joined with another since goes by that name.
    say(jonas.conversation);
    wire::CustomerMerged merged;
    merged.from = jonas.customer;
    merged.into = d.rosa.customer;
    merged.conversations = {{jonas.conversation, d.rosa.conversation, {}, {}, {}}};
    d.log.add(merged, {});
    p.apply(d.log.page());
    QCOMPARE(row().conversation, d.rosa.conversation);
    QCOMPARE(row().customer, u"Rosa Limeira"_s);
}

void tst_till::reportsComeNewestFirst()
{
    Days d;
    Projection p;
    d.close(p, kThursday, at(kThursday, 18), 1);
    d.close(p, kWednesday, at(kThursday, 19), 2);
    const auto all = store::TillReader(p.db()).reports(10);
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->at(0).number, 2);
    QCOMPARE(all->at(0).day, u"2026-11-25"_s);
    QCOMPARE(store::TillReader(p.db()).reports(1)->size(), 1);
}

void tst_till::thePageThatComesTwiceChangesNothing()
{
    Days d;
    const Charged made = d.charge(at(kWednesday, 10), {7000});
    Projection p;
    d.close(p, kWednesday, at(kWednesday, 18), 1);
    d.pay(at(kThursday, 9), made.charge, {7000});
    d.close(p, kThursday, at(kThursday, 18), 2);
    const QStringList before = p.dump();
    p.apply(d.log.page());
    QCOMPARE(p.dump(), before);
    Projection anew;
    anew.apply(d.log.page());
    QCOMPARE(anew.dump(), before);
}

void tst_till::everythingIsReadByKey()
{
    Days d;
    d.charge(at(kWednesday, 10), {7000});
    Projection p;
    d.close(p, kWednesday, at(kWednesday, 18), 1);
    QStringList plans = plansOf(p.db(), [&] {
        dayIn(p, kWednesday);
        dayIn(p, kThursday);
    });
    wire::TillClosed next;
    next.number = 2;
    next.day = u"2026-11-26"_s;
    d.log.add(next, {});
    plans += plansOf(p.db(), [&] { p.apply(d.log.page()); });
    int looked = 0;
    for (const QString &plan : std::as_const(plans)) {
        if (!plan.contains(u"told"))
            continue;
        ++looked;
        // Of charges only what has changed since its report is walked, which is little.
        for (const QString &step : plan.split(u'\n')) {
            if (step.startsWith(u"SCAN") && !step.contains(u"charge_later") && !step.contains(u"stray_later"))
                QVERIFY2(step.startsWith(u"SCAN operator") || step.startsWith(u"SCAN t"), qPrintable(step));
        }
    }
    QVERIFY(looked >= 3);
}

BALCAO_TEST(tst_till)
#include "tst_till.moc"
