// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "till.h"

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_banktoken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTokenServesManyCalls()
    {
        Till till;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!till.made().isEmpty());
        QCOMPARE(till.fake.calls(BankCall::Token), 1);
    }

    void manyAtOnceAskForOneToken()
    {
        Till till;
        int answered = 0;
        for (int i = 0; i < 20; ++i)
            till.bank->registerCharge(till.order(), this, [&answered](const auto &put) { answered += put.ok(); });
        QTRY_COMPARE(answered, 20);
        QCOMPARE(till.fake.calls(BankCall::Token), 1);
    }

    void aTokenIsRenewedBeforeItEnds()
    {
        Till till;
        till.fake.setTokenLife(600);
        QVERIFY(!till.made().isEmpty());
        till.clock.advanceMs(539 * kSecondMs);
        QVERIFY(!till.made().isEmpty());
        QCOMPARE(till.fake.calls(BankCall::Token), 1);
        till.clock.advanceMs(2 * kSecondMs);
        QVERIFY(!till.made().isEmpty());
        QCOMPARE(till.fake.calls(BankCall::Token), 2);
        QCOMPARE(till.fake.calls(BankCall::PutCharge), 3); // none was refused
    }

    void aDeadTokenIsReplacedOnce()
    {
        Till till;
        QVERIFY(!till.made().isEmpty());
        till.fake.forgetTokens();
        QVERIFY(!till.made().isEmpty());
        QCOMPARE(till.fake.calls(BankCall::Token), 2);
        QCOMPARE(till.fake.calls(BankCall::PutCharge), 3);
    }

    void twoRefusalsAreTheAnswer()
    {
        Till till;
        till.fake.next(BankCall::PutCharge, {BankFault::Unauthorized, BankFault::Unauthorized});
        const auto put = till.put(till.order());
        QCOMPARE(troubleIn(put), u"unauthorized http-401"_s);
        QCOMPARE(till.fake.calls(BankCall::PutCharge), 2);
        QCOMPARE(till.fake.calls(BankCall::Token), 2);
    }

    // Ten calls under way when the token dies: one new token, not ten.
    void aDeadTokenIsReplacedOnceForAll()
    {
        Till till;
        QVERIFY(!till.made().isEmpty());
        till.fake.forgetTokens();
        int answered = 0;
        for (int i = 0; i < 10; ++i)
            till.bank->registerCharge(till.order(), this, [&answered](const auto &put) { answered += put.ok(); });
        QTRY_COMPARE(answered, 10);
        QCOMPARE(till.fake.calls(BankCall::Token), 2);
    }

    void aBankThatKeepsRefusingIsSpared()
    {
        Till till;
        BankFaults faults;
        faults.unauthorized = 1000;
        till.fake.setFaults(faults);
        till.fake.next(BankCall::Token, QList<BankFault>(100, BankFault::None));
        int limited = 0;
        for (int i = 0; i < 30; ++i)
            limited += troubleIn(till.put(till.order())) == u"rate-limited token-allowance"_s;
        QCOMPARE(till.fake.calls(BankCall::Token), 4);
        QVERIFY(limited > 25);
        till.clock.advanceMs(15 * kSecondMs);
        QVERIFY(!till.put(till.order()));
        QCOMPARE(till.fake.calls(BankCall::Token), 5);
    }

    void aWrongSecretIsNotTriedAgainAtOnce()
    {
        Till till([](BankSettings &settings) { settings.clientSecret = "wrong"; });
        for (int i = 0; i < 5; ++i)
            QCOMPARE(troubleIn(till.put(till.order())), u"unauthorized http-401"_s);
        QCOMPARE(till.fake.calls(BankCall::Token), 1);
        QCOMPARE(till.fake.calls(BankCall::PutCharge), 0);
        till.clock.advanceMs(31 * kSecondMs);
        QVERIFY(!till.put(till.order()));
        QCOMPARE(till.fake.calls(BankCall::Token), 2);
    }

    // Without a token nothing of the call itself was asked: whatever goes wrong, that is certain.
    void withoutATokenNothingIsUnknown_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("trouble");
        const auto row = [](const char *name, BankFault fault, const char *trouble) {
            QTest::newRow(name) << int(fault) << QString::fromLatin1(trouble);
        };
        row("500", BankFault::Error500, "unreachable http-500");
        row("500 after", BankFault::Error500AfterDone, "unreachable http-500");
        row("cut", BankFault::LostAfter, "unreachable no-answer");
        row("silent", BankFault::SilentAfter, "unreachable timeout");
        row("garbage", BankFault::Garbage, "unreachable token-unreadable");
        row("401", BankFault::Unauthorized, "unauthorized http-401");
        row("429", BankFault::RateLimited, "rate-limited http-429");
    }
    void withoutATokenNothingIsUnknown()
    {
        QFETCH(const int, fault);
        Till till([](BankSettings &settings) { settings.timeout = std::chrono::milliseconds(150); });
        till.fake.next(BankCall::Token, {BankFault(fault)});
        QTEST(troubleIn(till.put(till.order())), "trouble");
        QCOMPARE(till.fake.calls(BankCall::PutCharge), 0);
        till.clock.advanceMs(kMinuteMs);
        QVERIFY(!till.made().isEmpty());
    }

    void everyWayToAskForATokenWorks_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("Basic, form") << int(TokenRequest::BasicForm);
        QTest::newRow("Basic, JSON") << int(TokenRequest::BasicJson);
        QTest::newRow("form") << int(TokenRequest::PlainForm);
    }
    void everyWayToAskForATokenWorks()
    {
        QFETCH(const int, way);
        Till till([way](BankSettings &settings) { settings.tokenRequest = TokenRequest(way); });
        QVERIFY(!till.made().isEmpty());
        QCOMPARE(till.fake.calls(BankCall::Token), 1);
    }

    // The token itself cannot refund while refunds are off, whoever asks.
    void theTokenHasNoRightToRefund()
    {
        for (const bool refunds : {false, true}) {
            Till till([refunds](BankSettings &settings) {
                settings.refunds = refunds;
                settings.scopes.append(u"pix.write"_s);
            });
            QVERIFY(!till.made().isEmpty());
            QCOMPARE(till.fake.grantedScopes().contains(u"pix.write"_s), refunds);
        }
    }

    void aClockThatWasSetBackRenewsTheToken()
    {
        Till till;
        QVERIFY(!till.made().isEmpty());
        till.clock.advanceMs(-kDayMs);
        QVERIFY(!till.made().isEmpty());
        QCOMPARE(till.fake.calls(BankCall::Token), 2);
    }
};

BALCAO_TEST(tst_banktoken)
#include "tst_banktoken.moc"
