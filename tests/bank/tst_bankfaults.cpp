// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "till.h"

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(balcao::sandbox::BankFault)

namespace {

void patient(BankSettings &settings)
{
    settings.timeout = std::chrono::milliseconds(150); // what never answers is not waited for longer
}

/// What a careful caller does with an order until it stands: looks whenever nobody knows.
struct Careful
{
    Till &till;
    int tries = 0;

    BankAnswer<BankCharge> make(const ChargeOrder &order)
    {
        BankAnswer<BankCharge> put = till.put(order);
        for (; !put && tries < 50; ++tries) {
            till.clock.advanceMs(30 * kSecondMs);
            if (put.error().trouble == BankTrouble::Unknown) {
                const auto found = till.look(order.txid);
                if (found)
                    return found;
                if (found.error().trouble != BankTrouble::NotFound)
                    continue;
            }
            put = till.put(order);
        }
        return put;
    }
};

} // namespace

class tst_bankfaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFaultIsToldForWhatItIs_data()
    {
        QTest::addColumn<BankFault>("fault");
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<bool>("done"); // the bank has it
        QTest::newRow("429") << BankFault::RateLimited << u"rate-limited http-429"_s << false;
        QTest::newRow("500") << BankFault::Error500 << u"unknown http-500"_s << false;
        QTest::newRow("500 after") << BankFault::Error500AfterDone << u"unknown http-500"_s << true;
        QTest::newRow("503") << BankFault::Unavailable << u"unknown ServicoIndisponivel"_s << false;
        QTest::newRow("cut before") << BankFault::LostBefore << u"unknown no-answer"_s << false;
        QTest::newRow("cut after") << BankFault::LostAfter << u"unknown no-answer"_s << true;
        QTest::newRow("silent") << BankFault::SilentBefore << u"unknown timeout"_s << false;
        QTest::newRow("silent after") << BankFault::SilentAfter << u"unknown timeout"_s << true;
        QTest::newRow("garbage") << BankFault::Garbage << u"unknown unreadable"_s << true;
    }
    void aFaultIsToldForWhatItIs()
    {
        QFETCH(const BankFault, fault);
        QFETCH(const bool, done);
        Till till(patient);
        till.fake.next(BankCall::PutCharge, {fault});
        const ChargeOrder order = till.order();
        const auto put = till.put(order);
        QTEST(troubleIn(put), "trouble");
        QCOMPARE(till.fake.calls(BankCall::PutCharge), 1); // nothing is repeated behind the caller's back
        QCOMPARE(till.fake.book().charge(order.txid).has_value(), done);
        if (fault == BankFault::RateLimited)
            QCOMPARE(put.error().retryAfterMs, 1000);
    }

    // A cut line is not among them: a GET without an answer is asked again by Qt itself, which harms nobody.
    void everyCallTellsUnknown_data()
    {
        QTest::addColumn<BankFault>("fault");
        QTest::newRow("silent") << BankFault::SilentAfter;
        QTest::newRow("500") << BankFault::Error500AfterDone;
        QTest::newRow("garbage") << BankFault::Garbage;
    }
    void everyCallTellsUnknown()
    {
        QFETCH(const BankFault, fault);
        Till till([](BankSettings &settings) {
            patient(settings);
            settings.refunds = true;
        });
        const QString txid = till.made();
        const QString id = till.fake.pay(till.made());
        for (const BankCall call : {BankCall::PatchCharge, BankCall::GetCharge, BankCall::ListPix, BankCall::GetPix,
                                    BankCall::PutReturn, BankCall::GetReturn})
            till.fake.next(call, {fault});
        const auto isUnknown = [](const auto &answer) {
            return !answer && answer.error().trouble == BankTrouble::Unknown;
        };
        QVERIFY(isUnknown(till.look(txid)));
        QVERIFY(isUnknown(till.cancel(txid)));
        QVERIFY(isUnknown(till.list({1, 2, {}, false, 0})));
        QVERIFY(isUnknown(till.pix(id)));
        QVERIFY(isUnknown(till.refund({id, u"1"_s, Money{1}, {}})));
        QVERIFY(isUnknown(till.lookRefund(id, u"1"_s)));
        QVERIFY(till.look(txid)->status == BankChargeStatus::RemovedByShop);
        QVERIFY(till.lookRefund(id, u"1"_s)->status == BankReturnStatus::InProgress);
    }

    // What asks for something is never sent twice, however the line breaks.
    void aCutLineIsNotRepeated()
    {
        Till till([](BankSettings &settings) { settings.refunds = true; });
        const QString txid = till.made();
        const QString id = till.fake.pay(till.made());
        till.fake.next(BankCall::PatchCharge, {BankFault::LostAfter});
        till.fake.next(BankCall::PutReturn, {BankFault::LostAfter});
        QCOMPARE(troubleIn(till.cancel(txid)), u"unknown no-answer"_s);
        QCOMPARE(troubleIn(till.refund({id, u"1"_s, Money{1}, {}})), u"unknown no-answer"_s);
        QCOMPARE(till.fake.calls(BankCall::PatchCharge), 1);
        QCOMPARE(till.fake.calls(BankCall::PutReturn), 1);
        QVERIFY(till.look(txid)->status == BankChargeStatus::RemovedByShop);
        QVERIFY(till.lookRefund(id, u"1"_s)->status == BankReturnStatus::InProgress);
    }

    // What was lost on its way to us confirms nothing.
    void aLostAnswerIsNoConfirmation()
    {
        Till till(patient);
        const QString txid = till.made();
        const QString id = till.fake.pay(txid);
        till.fake.next(BankCall::GetCharge, {BankFault::SilentAfter, BankFault::Error500AfterDone, BankFault::Garbage});
        for (int i = 0; i < 3; ++i)
            QVERIFY(!till.look(txid));
        QCOMPARE(till.fake.book().pix(id)->confirmations, 0);
        QVERIFY(till.look(txid));
        QCOMPARE(till.fake.book().pix(id)->confirmations, 1);
    }

    void aBankThatIsGoneIsUnreachable()
    {
        Till till(patient);
        till.fake.stop();
        QCOMPARE(troubleIn(till.put(till.order())), u"unreachable no-answer"_s);
    }

    // Forty charges, every third call at fault in some way: each stands once, as it was ordered, and nobody asked
    // blindly. The die is seeded.
    void chargesAreMadeThroughAllFaults()
    {
        Till till(patient);
        BankFaults faults;
        faults.unauthorized = 40;
        faults.rateLimited = 40;
        faults.error500 = 40;
        faults.error500AfterDone = 60;
        faults.lostBefore = 40;
        faults.lostAfter = 60;
        faults.silentAfter = 30;
        faults.garbage = 40;
        till.fake.setFaults(faults);
        qint64 sum = 0;
        for (int i = 0; i < 40; ++i) {
            const ChargeOrder order = till.order(100 + i);
            const auto charge = Careful{till}.make(order);
            QCOMPARE(troubleIn(charge), QString());
            QCOMPARE(charge->txid, order.txid);
            sum += order.amount.centavos;
        }
        QCOMPARE(till.fake.book().charges().size(), 40);
        qint64 theirs = 0;
        for (const FakeCharge &charge : till.fake.book().charges())
            theirs += charge.amount.centavos;
        QCOMPARE(theirs, sum);
        QVERIFY(till.fake.calls(BankCall::PutCharge) > 45);
        QVERIFY(till.fake.book().misdeeds().isEmpty());
    }

    // The control of the one above: who does not look is caught.
    void aBlindRepeatIsSeen()
    {
        Till till(patient);
        const ChargeOrder order = till.order();
        till.fake.next(BankCall::PutCharge, {BankFault::LostAfter});
        QVERIFY(!till.put(order));
        QVERIFY(till.put(order));
        QCOMPARE(till.fake.count(u"blind-repeat"_s), 1);
    }
};

BALCAO_TEST(tst_bankfaults)
#include "tst_bankfaults.moc"
