// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/brcodereader.h"
#include "support/testmain.h"
#include "till.h"

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// Every call once, as it should be: no violation on the bank's side.
class tst_apipix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChargeIsMade()
    {
        Till till;
        const ChargeOrder order = till.order(12345);
        const auto charge = till.put(order);
        QCOMPARE(troubleIn(charge), QString());
        QCOMPARE(charge->txid, order.txid);
        QVERIFY(charge->status == BankChargeStatus::Active);
        QCOMPARE(charge->amount, order.amount);
        QCOMPARE(charge->key, order.key);
        QCOMPARE(charge->createdAt, till.clock.nowMs());
        QCOMPARE(charge->expiresInSeconds, 3600);
        QCOMPARE(charge->codeFault, QString());
        const BrCodeReading code = readBrCode(charge->code);
        QVERIFY(code.isValid());
        QCOMPARE(code.code.url, charge->location);
        QVERIFY(charge->payments.isEmpty());
        QCOMPARE(till.fake.book().charge(order.txid)->message, order.message);
        QVERIFY(till.fake.book().misdeeds().isEmpty());
    }

    // The bank calls a second PUT an alteration: with the same bytes it is none.
    void theSameOrderTwiceIsOneCharge()
    {
        Till till;
        const ChargeOrder order = till.order();
        const auto first = till.put(order);
        const auto second = till.put(order);
        QCOMPARE(troubleIn(second), QString());
        QCOMPARE(*second, *first);
        QCOMPARE(till.fake.book().charges().size(), 1);
        QVERIFY(till.fake.book().misdeeds().isEmpty());
        till.fake.setFaults(withChanges({}, {{u"repeatSays200"_s, true}}).value());
        QCOMPARE(troubleIn(till.put(order)), QString());
    }

    void aPaymentIsSeen()
    {
        Till till;
        const QString txid = till.made();
        till.clock.advanceMs(kMinuteMs);
        const QString id = till.fake.pay(txid, {u"Rosa Limeira"_s, u"12345678909"_s});
        const auto charge = till.look(txid);
        QCOMPARE(troubleIn(charge), QString());
        QVERIFY(charge->status == BankChargeStatus::Completed);
        QCOMPARE(charge->payments.size(), 1);
        const BankPayment &payment = charge->payments.first();
        QCOMPARE(payment.endToEndId, id);
        QCOMPARE(payment.amount.centavos, 3700);
        QCOMPARE(payment.at, till.clock.nowMs());
        QCOMPARE(payment.payerName, u"Rosa Limeira"_s);
        QCOMPARE(payment.payerMaskedDocument, u"***.456.789-**"_s);
        QCOMPARE(till.fake.book().pix(id)->confirmations, 1);
        const auto alone = till.pix(id);
        QCOMPARE(troubleIn(alone), QString());
        QCOMPARE(*alone, payment);
        QCOMPARE(till.fake.book().pix(id)->confirmations, 2);
    }

    void whatIsNotThereIsNotFound()
    {
        Till till;
        QCOMPARE(troubleIn(till.look(Till::newTxid())), u"not-found CobNaoEncontrado"_s);
        QCOMPARE(troubleIn(till.cancel(Till::newTxid())), u"not-found CobNaoEncontrado"_s);
        QCOMPARE(troubleIn(till.pix(u"E12345678202009091221kkkkkkkkkkk"_s)), u"not-found PixNaoEncontrado"_s);
    }

    void anExpiredChargeStaysActive()
    {
        Till till;
        const QString txid = till.made();
        till.clock.advanceMs(2 * kHourMs);
        const auto charge = till.look(txid);
        QVERIFY(charge->status == BankChargeStatus::Active);
        QVERIFY(charge->expiresAt() < till.clock.nowMs());
    }

    void aChargeIsCancelled()
    {
        Till till;
        const QString txid = till.made();
        const auto charge = till.cancel(txid);
        QCOMPARE(troubleIn(charge), QString());
        QVERIFY(charge->status == BankChargeStatus::RemovedByShop);
        QCOMPARE(charge->revision, 1);
        QCOMPARE(till.fake.pay(txid), QString());
        QCOMPARE(troubleIn(till.cancel(txid)), u"refused CobOperacaoInvalida"_s);
    }

    void whatWasPaidCannotBeCancelled()
    {
        Till till;
        const QString txid = till.made();
        till.fake.pay(txid);
        QCOMPARE(troubleIn(till.cancel(txid)), u"refused CobOperacaoInvalida"_s);
        QCOMPARE(till.look(txid)->kept().centavos, 3700);
    }

    void severalPixOfOneChargeAreSeen()
    {
        Till till;
        const QString txid = till.made();
        till.fake.payAnyhow(txid, Money{1000});
        till.fake.payAnyhow(txid, Money{3700});
        till.clock.advanceMs(2 * kHourMs);
        till.fake.payAnyhow(txid, Money{5000});
        const auto charge = till.look(txid);
        QCOMPARE(charge->payments.size(), 3);
        QCOMPARE(charge->kept().centavos, 9700);
        QCOMPARE(till.fake.book().kept(), charge->kept());
    }

    void aListIsReadPageByPage()
    {
        Till till;
        for (int i = 0; i < 205; ++i) {
            till.fake.payWithoutCharge(Money{100 + i}, i % 2 ? u"LOJA1"_s : QString());
            till.clock.advanceMs(kSecondMs);
        }
        PaymentQuery query;
        query.fromMs = 1'795'000'000'000;
        query.toMs = till.clock.nowMs();
        qint64 sum = 0;
        int pages = 1;
        for (; query.page < pages; ++query.page) {
            const auto page = till.list(query);
            QCOMPARE(troubleIn(page), QString());
            QCOMPARE(page->page, query.page);
            QCOMPARE(page->unread, 0);
            pages = page->pages;
            for (const BankPayment &payment : page->payments)
                sum += payment.amount.centavos;
        }
        QCOMPARE(pages, 3);
        QCOMPARE(sum, till.fake.book().kept().centavos);
        query = {query.fromMs, query.toMs, u"LOJA1"_s, false, 0};
        QCOMPARE(till.list(query)->pages, 2);
        QCOMPARE(till.list(query)->payments.first().txid, u"LOJA1"_s);
    }

    // The bounds are rounded outwards: what came in within the second is in it.
    void aListHoldsItsBounds()
    {
        Till till;
        till.clock.advanceMs(358);
        till.fake.payWithoutCharge(Money{100});
        const auto page = till.list({till.clock.nowMs(), till.clock.nowMs(), {}, false, 0});
        QCOMPARE(page->payments.size(), 1);
    }

    void returnsAreListed()
    {
        Till till;
        const QString id = till.fake.payWithoutCharge(Money{5000}, u"LOJA1"_s);
        till.fake.payWithoutCharge(Money{100});
        QVERIFY(!till.fake.takeBack(id, Money{2000}).isEmpty());
        const auto page = till.list({till.clock.nowMs() - kHourMs, till.clock.nowMs(), {}, true, 0});
        QCOMPARE(troubleIn(page), QString());
        QCOMPARE(page->payments.size(), 1);
        QCOMPARE(page->payments.first().kept().centavos, 3000);
        QVERIFY(isByBank(page->payments.first().returns.first().nature));
    }

    void aRefundGoesItsWay()
    {
        Till till([](BankSettings &settings) { settings.refunds = true; });
        const QString id = till.fake.pay(till.made());
        const auto back = till.refund({id, u"R1"_s, Money{700}, u"troco"_s});
        QCOMPARE(troubleIn(back), QString());
        QVERIFY(back->status == BankReturnStatus::InProgress);
        QVERIFY(back->nature == BankReturnNature::Original);
        QCOMPARE(till.pix(id)->kept().centavos, 3700);
        till.fake.settleReturns();
        QVERIFY(till.lookRefund(id, u"R1"_s)->status == BankReturnStatus::Returned);
        QCOMPARE(till.pix(id)->kept().centavos, 3000);
        QCOMPARE(troubleIn(till.refund({id, u"R1"_s, Money{700}, {}})), u"refused PixDevolucaoInvalida"_s);
        QCOMPARE(troubleIn(till.refund({id, u"R2"_s, Money{3001}, {}})), u"refused PixDevolucaoInvalida"_s);
        QCOMPARE(troubleIn(till.lookRefund(id, u"R2"_s)), u"not-found PixDevolucaoNaoEncontrada"_s);
        till.clock.advanceMs(91 * kDayMs);
        QCOMPARE(troubleIn(till.refund({id, u"R3"_s, Money{1}, {}})), u"refused PixDevolucaoInvalida"_s);
    }

    void withoutTheSwitchNoRefundLeaves()
    {
        Till till;
        const QString id = till.fake.pay(till.made());
        QCOMPARE(troubleIn(till.refund({id, u"R1"_s, Money{700}, {}})), u"not-allowed not-asked"_s);
        QCOMPARE(till.fake.calls(BankCall::PutReturn), 0);
    }

    // Nothing that makes no sense travels, and no path is made of what somebody typed.
    void nonsenseIsNotAsked()
    {
        Till till([](BankSettings &settings) { settings.refunds = true; });
        ChargeOrder order = till.order();
        order.txid = u"../webhook/abcdefghijklmnopq"_s;
        QCOMPARE(troubleIn(till.put(order)), u"not-allowed not-asked"_s);
        order = till.order(0);
        QCOMPARE(troubleIn(till.put(order)), u"not-allowed not-asked"_s);
        order = till.order(kMostMoney.centavos + 1);
        QCOMPARE(troubleIn(till.put(order)), u"not-allowed not-asked"_s);
        QCOMPARE(troubleIn(till.look(u"short"_s)), u"not-allowed not-asked"_s);
        QCOMPARE(troubleIn(till.pix(u"E1"_s)), u"not-allowed not-asked"_s);
        QCOMPARE(troubleIn(till.refund({u"E1"_s, u"1"_s, Money{1}, {}})), u"not-allowed not-asked"_s);
        QCOMPARE(troubleIn(till.lookRefund(u"E12345678202009091221kkkkkkkkkkk"_s, u"a/b"_s)),
                 u"not-allowed not-asked"_s);
        QCOMPARE(till.fake.calls(BankCall::Token), 0);
    }

    void theWebhookIsRegisteredOnce()
    {
        Till till;
        const QUrl url(u"https://shop.example/hooks/pix?hmac=a%2Bb"_s);
        const auto first = till.webhook(url);
        QCOMPARE(troubleIn(first), QString());
        QVERIFY(first->isEmpty());
        QCOMPARE(till.fake.book().webhookOf(till.fake.book().account().key), url.toString(QUrl::FullyEncoded));
        QCOMPARE(*till.webhook(url), url);
        QCOMPARE(till.fake.calls(BankCall::PutWebhook), 1);
        QCOMPARE(*till.webhook(QUrl(u"https://shop.example/hooks/pix?hmac=new"_s)), url);
        QCOMPARE(till.fake.calls(BankCall::PutWebhook), 2);
    }

    void whatAnotherSystemHearsByStays()
    {
        const QUrl theirs(u"https://erp.example/pix"_s);
        const QUrl ours(u"https://shop.example/hooks/pix"_s);
        Till till;
        QVERIFY(till.webhook(theirs));
        QCOMPARE(troubleIn(till.webhook(ours)), u"not-allowed webhook-taken"_s);
        QCOMPARE(till.fake.book().webhookOf(till.fake.book().account().key), theirs.toString());
        Till taker([](BankSettings &settings) { settings.takesWebhook = true; });
        QVERIFY(taker.webhook(theirs));
        QCOMPARE(*taker.webhook(ours), theirs);
        QCOMPARE(taker.fake.book().webhookOf(taker.fake.book().account().key), ours.toString());
    }

    // An e-mail or a phone as key stands percent-encoded in the path.
    void anyKeyFitsIntoThePath()
    {
        Till till;
        const auto asked = till.wait<QUrl>([&](QObject *context, auto done) {
            till.bank->ensureWebhook(u"+55 a@b/c?d"_s, QUrl(u"https://x.example/"_s), context, done);
        });
        QCOMPARE(troubleIn(asked), u"not-found WebhookOperacaoInvalida"_s);
        QCOMPARE(till.fake.calls(BankCall::PutWebhook), 1);
    }

    void newWordsAndFieldsAreBorne()
    {
        Till till;
        till.fake.setFaults(withChanges({}, {{u"newWords"_s, true}, {u"omitCode"_s, true}}).value());
        const auto charge = till.put(till.order());
        QCOMPARE(troubleIn(charge), QString());
        QVERIFY(charge->status == BankChargeStatus::Other);
        QVERIFY(readBrCode(charge->code).isValid());
        const QString id = till.fake.payAnyhow(charge->txid, Money{3700});
        QCOMPARE(till.look(charge->txid)->payments.first().endToEndId, id);
    }

    // Whoever asked has gone: nobody is called, and the bank has the charge all the same.
    void anAskerMayLeave()
    {
        Till till;
        auto context = std::make_unique<QObject>();
        bool called = false;
        const ChargeOrder order = till.order();
        till.bank->registerCharge(order, context.get(), [&called](const auto &) { called = true; });
        context.reset();
        QTRY_VERIFY(till.fake.book().charge(order.txid).has_value());
        QCOMPARE(troubleIn(till.look(order.txid)), QString());
        QVERIFY(!called);
    }

    void theBankMayEndWithinItsAnswer()
    {
        Till till;
        bool called = false;
        till.bank->findCharge(Till::newTxid(), this, [&](const auto &) {
            called = true;
            till.bank.reset();
        });
        QTRY_VERIFY(called);
    }
};

BALCAO_TEST(tst_apipix)
#include "tst_apipix.moc"
