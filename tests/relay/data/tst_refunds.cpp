// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/txid.h"
#include "support/testmain.h"
#include "till.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A shop that may refund, whose desk has been there for a while, and a charge that was paid.
struct Paid : Till
{
    ChargeId charge;

    explicit Paid(qint64 centavos = 10'000)
    {
        if (!data().setMeta(relay::kRefundsKey, "1"))
            qFatal("meta");
        pairDesk(clock.nowMs() - 2 * kDayMs);
        const wire::ChargePix asked = bankCharge(centavos);
        apply(asked);
        issue(asked.charge);
        charge = asked.charge;
        pay(u"E1"_s, centavos);
    }
    void pairDesk(qint64 at)
    {
        const auto put = data()
                             .connection()
                             .prepare(u"INSERT INTO desk (id, name, token, paired_at) VALUES (?, 'PC', ?, ?) "
                                      "ON CONFLICT (id) DO UPDATE SET paired_at = excluded.paired_at"_s)
                             .bind(desk)
                             .bind(QByteArray(32, 'x'))
                             .bind(at)
                             .run();
        if (!put)
            qFatal("%s", qPrintable(put.error().detail));
    }
    void pay(const QString &e2eid, qint64 centavos, qint64 ago = kHourMs)
    {
        hear(charge, {{e2eid, Money{centavos}, clock.nowMs() - ago, {}, {}}});
    }
    [[nodiscard]] wire::RefundPix refund(qint64 centavos) const
    {
        return {RefundId::create(), charge, Money{centavos}, returned, u"Cliente desistiu"_s};
    }
    Money returned; ///< as the manager sees it
    QString problemOfRefund(const wire::RefundPix &body) { return problemOf(applyAsManager(body)); }
    void end(RefundId id, bool done)
    {
        if (!job([&](relay::RelayData &d) -> Result<void> {
                BALCAO_TAKE(const auto refund, d.refunds().find(id));
                return d.refunds().end(*refund, done, {});
            }))
            qFatal("end");
    }
    /// As the bank says it.
    void goBack(const wire::RefundPix &what, wire::ReturnStatus status)
    {
        hear(charge, {{u"E1"_s,
                       Money{10'000},
                       clock.nowMs() - kHourMs,
                       {},
                       {{refundIdOf(what.refund), what.amount, status, false, clock.nowMs()}}}});
        end(what.refund, status == wire::ReturnStatus::Done);
        returned = kept(charge).facts.returned;
    }
};

wire::PixPayment paid(const QString &e2eid, qint64 centavos, qint64 at, const QList<wire::PixReturn> &returns = {})
{
    return {e2eid, Money{centavos}, at, {}, returns};
}

} // namespace

// What a manager may send back, and to whom it goes.
class tst_refunds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsSaidAndWaitsForTheBank();
    void onlyAManagerWithTheirPin();
    void offUnlessTheShopWantsIt();
    void aNewDeskSendsNothingAway();
    void oneDraftIsOneRefund();
    void oneAtATime();
    void whoDidNotSeeTheLastOneIsTold();
    void neverMoreThanIsLeft();
    void notAfterNinetyDays();
    void badOnesAreRefused();
    void theNewestPaymentThatCanGivesIt_data();
    void theNewestPaymentThatCanGivesIt();
    void theReasonGoesWithTheCustomer();
    void aRestoredCopyLooksBeforeItAsks();
};

void tst_refunds::itIsSaidAndWaitsForTheBank()
{
    Paid shop;
    const qint64 before = shop.head();
    const wire::RefundPix asked = shop.refund(2'500);
    QCOMPARE(shop.applyAsManager(asked).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(shop.kinds(before), u"pix.refund_asked"_s);
    const auto said = shop.lastBody<wire::PixRefundAsked>();
    QCOMPARE(said.refund, asked.refund);
    QCOMPARE(said.endToEndId, u"E1"_s);
    QCOMPARE(said.amount, asked.amount);
    QCOMPARE(said.reason, asked.reason);
    QCOMPARE(shop.last<wire::PixRefundAsked>().subject.charge, std::optional(shop.charge));
    QCOMPARE(shop.last<wire::PixRefundAsked>().actor.operatorId, std::optional(shop.manager));
    QCOMPARE(shop.data().refunds().due(shop.clock.nowMs(), 9)->size(), 1);
    QCOMPARE(shop.state(shop.charge), ChargeState::Paid); // nothing has gone back yet
}

void tst_refunds::onlyAManagerWithTheirPin()
{
    Paid shop;
    QCOMPARE(problemOf(shop.apply(shop.refund(100))), QString(problem::kManagerNeeded));
    QCOMPARE(problemOf(shop.apply(shop.command(shop.refund(100)), shop.attendant)), QString(problem::kManagerNeeded));
    QCOMPARE(problemOf(shop.apply(shop.command(shop.refund(100)), shop.manager)), QString(problem::kManagerNeeded));
    QCOMPARE(shop.problemOfRefund(shop.refund(100)), QString());
}

void tst_refunds::offUnlessTheShopWantsIt()
{
    Paid shop;
    QVERIFY(shop.data().setMeta(relay::kRefundsKey, ""));
    QCOMPARE(shop.problemOfRefund(shop.refund(100)), QString(problem::kNoRefunds));
}

void tst_refunds::aNewDeskSendsNothingAway()
{
    Paid shop;
    shop.pairDesk(shop.clock.nowMs() - kDayMs + 1);
    QCOMPARE(shop.problemOfRefund(shop.refund(100)), QString(problem::kDeskTooNew));
    shop.pairDesk(shop.clock.nowMs() - kDayMs);
    QCOMPARE(shop.problemOfRefund(shop.refund(100)), QString());
}

void tst_refunds::oneDraftIsOneRefund()
{
    Paid shop;
    const wire::RefundPix asked = shop.refund(2'500);
    shop.applyAsManager(asked);
    QCOMPARE(shop.applyAsManager(asked).status, wire::OutcomeStatus::Noop);
    wire::RefundPix another = asked;
    another.amount = Money{2'600};
    QCOMPARE(shop.problemOfRefund(another), QString(problem::kIdReused));
    QCOMPARE(shop.data().refunds().due(shop.clock.nowMs(), 9)->size(), 1);
    shop.goBack(asked, wire::ReturnStatus::Done);
    QCOMPARE(shop.applyAsManager(asked).status, wire::OutcomeStatus::Noop); // long after, too
}

void tst_refunds::oneAtATime()
{
    Paid shop;
    const wire::RefundPix first = shop.refund(2'500);
    shop.applyAsManager(first);
    QCOMPARE(shop.problemOfRefund(shop.refund(100)), QString(problem::kRefundOpen));
    shop.goBack(first, wire::ReturnStatus::Done);
    QCOMPARE(shop.state(shop.charge), ChargeState::PartlyReturned);
    QCOMPARE(shop.problemOfRefund(shop.refund(100)), QString());
}

// Two managers with the same form open.
void tst_refunds::whoDidNotSeeTheLastOneIsTold()
{
    Paid shop;
    const wire::RefundPix first = shop.refund(2'500);
    const wire::RefundPix second = shop.refund(2'500);
    QCOMPARE(shop.problemOfRefund(first), QString());
    QCOMPARE(shop.problemOfRefund(second), QString(problem::kRefundOpen));
    shop.goBack(first, wire::ReturnStatus::Done);
    QCOMPARE(shop.problemOfRefund(shop.refund(1)), QString());
    Paid other;
    const wire::RefundPix early = other.refund(2'500);
    const wire::RefundPix late = other.refund(2'500);
    other.problemOfRefund(early);
    other.goBack(early, wire::ReturnStatus::Done);
    QCOMPARE(other.problemOfRefund(late), QString(problem::kStale));
}

void tst_refunds::neverMoreThanIsLeft()
{
    Paid shop;
    QCOMPARE(shop.problemOfRefund(shop.refund(10'001)), QString(problem::kRefundTooMuch));
    const wire::RefundPix first = shop.refund(6'000);
    QCOMPARE(shop.problemOfRefund(first), QString());
    shop.goBack(first, wire::ReturnStatus::Done);
    QCOMPARE(shop.problemOfRefund(shop.refund(4'001)), QString(problem::kRefundTooMuch));
    const wire::RefundPix rest = shop.refund(4'000);
    QCOMPARE(shop.problemOfRefund(rest), QString());
    shop.goBack(rest, wire::ReturnStatus::Done);
    QCOMPARE(shop.state(shop.charge), ChargeState::Returned);
    QCOMPARE(shop.problemOfRefund(shop.refund(1)), QString(problem::kRefundTooMuch));
}

void tst_refunds::notAfterNinetyDays()
{
    Paid shop;
    shop.clock.advanceMs(90 * kDayMs);
    QCOMPARE(shop.problemOfRefund(shop.refund(100)), QString(problem::kRefundTooLate));
    QCOMPARE(shop.problemOfRefund(shop.refund(10'001)), QString(problem::kRefundTooMuch));
}

void tst_refunds::badOnesAreRefused()
{
    Paid shop;
    QCOMPARE(shop.problemOfRefund(shop.refund(0)), QString(problem::kBadBody));
    QCOMPARE(shop.problemOfRefund(shop.refund(-100)), QString(problem::kBadBody));
    wire::RefundPix mute = shop.refund(100);
    mute.reason = u"  "_s;
    QCOMPARE(shop.problemOfRefund(mute), QString(problem::kBadBody));
    wire::RefundPix unknown = shop.refund(100);
    unknown.charge = ChargeId::create();
    QCOMPARE(shop.problemOfRefund(unknown), QString(problem::kChargeUnknown));
    QVERIFY(shop.data().refunds().due(shop.clock.nowMs(), 9)->isEmpty());
}

void tst_refunds::theNewestPaymentThatCanGivesIt_data()
{
    using wire::ReturnStatus;
    constexpr qint64 kNow = 200 * kDayMs;
    const auto back = [](qint64 centavos, ReturnStatus status) {
        return QList<wire::PixReturn>{{u"x"_s, Money{centavos}, status, false, 0}};
    };
    QTest::addColumn<QList<wire::PixPayment>>("payments");
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<QString>("chosen"); ///< "too much", "too late"
    QTest::newRow("the newest") << QList{paid(u"E1"_s, 100, kNow - 9), paid(u"E2"_s, 100, kNow - 8)} << 100LL
                                << u"E2"_s;
    QTest::newRow("the one with so much")
        << QList{paid(u"E1"_s, 100, kNow - 9), paid(u"E2"_s, 99, kNow - 8)} << 100LL << u"E1"_s;
    QTest::newRow("never of two") << QList{paid(u"E1"_s, 60, kNow - 9), paid(u"E2"_s, 60, kNow - 8)} << 61LL
                                  << u"too much"_s;
    QTest::newRow("what went back is gone")
        << QList{paid(u"E1"_s, 100, kNow - 9, back(40, ReturnStatus::Done))} << 61LL << u"too much"_s;
    QTest::newRow("so is what is under way")
        << QList{paid(u"E1"_s, 100, kNow - 9, back(40, ReturnStatus::UnderWay))} << 61LL << u"too much"_s;
    QTest::newRow("what failed is not") << QList{paid(u"E1"_s, 100, kNow - 9, back(40, ReturnStatus::Failed))} << 100LL
                                        << u"E1"_s;
    QTest::newRow("an old one") << QList{paid(u"E1"_s, 100, kNow - 90 * kDayMs)} << 100LL << u"too late"_s;
    QTest::newRow("an old one beside a small one")
        << QList{paid(u"E1"_s, 100, kNow - 90 * kDayMs), paid(u"E2"_s, 50, kNow)} << 100LL << u"too late"_s;
    QTest::newRow("nothing") << QList<wire::PixPayment>() << 1LL << u"too much"_s;
}

void tst_refunds::theNewestPaymentThatCanGivesIt()
{
    QFETCH(const QList<wire::PixPayment>, payments);
    QFETCH(const qint64, wanted);
    QFETCH(const QString, chosen);
    const relay::RefundChoice choice = relay::paymentToRefund(payments, Money{wanted}, 200 * kDayMs);
    if (!choice.fault)
        QCOMPARE(choice.endToEndId, chosen);
    else
        QCOMPARE(choice.fault == relay::RefundFault::TooLate ? u"too late"_s : u"too much"_s, chosen);
}

void tst_refunds::theReasonGoesWithTheCustomer()
{
    Paid shop;
    wire::RefundPix asked = shop.refund(100);
    asked.reason = u"Zzmotivo"_s;
    shop.applyAsManager(asked);
    shop.applyAsManager(wire::EraseCustomer{shop.customer, {}});
    const auto said = shop.lastBody<wire::PixRefundAsked>();
    QCOMPARE(said.reason, QString());
    QCOMPARE(said.amount, asked.amount);
    // Asked from a desk that has not heard of it: what it says of the customer is not kept.
    shop.goBack(asked, wire::ReturnStatus::Failed);
    wire::RefundPix after = shop.refund(100);
    after.reason = u"Zzdepois"_s;
    QCOMPARE(shop.problemOfRefund(after), QString());
    QCOMPARE(shop.lastBody<wire::PixRefundAsked>().reason, QString());
    shop.goBack(after, wire::ReturnStatus::Done); // the money is the payer's all the same
    QVERIFY(shop.lastBody<wire::PixRefundEnded>().done);
}

void tst_refunds::aRestoredCopyLooksBeforeItAsks()
{
    Paid shop;
    const wire::RefundPix asked = shop.refund(100);
    shop.applyAsManager(asked);
    QCOMPARE(shop.data().refunds().find(asked.refund)->value().puts, 0);
    QVERIFY(shop.data().setMeta(relay::kDailyLookKey, "1"));
    const QString copy = shop.file(u"copy.db"_s);
    QVERIFY(relay::backUpTo(shop.data().connection(), copy));
    shop.open(copy);
    QCOMPARE(shop.data().refunds().find(asked.refund)->value().puts, 1);
    QVERIFY(shop.data().meta(relay::kDailyLookKey)->isEmpty()); // what came and went since is listed at once
}

BALCAO_TEST(tst_refunds)
#include "tst_refunds.moc"
