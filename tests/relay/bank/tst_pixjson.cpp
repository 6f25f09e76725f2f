// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/brcodereader.h"
#include "relay/bank/pixjson.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto kTxid = u"7978c0c97ea847e78e8849634473c1f1"_s;
const auto kLocation = u"pix.faz-de-conta.example/qr/v2/9d36b84fc70b478fb95c12729b90ca25"_s;
const auto kEndToEnd = u"E12345678202009091221kkkkkkkkkkk"_s;
const Receiver kShop{u"Padaria Flor do Trigo"_s, u"Campinas"_s};

QJsonObject aPix(const QString &amount = u"37.00"_s, const QString &id = kEndToEnd)
{
    return {{u"endToEndId"_s, id}, {u"valor"_s, amount}, {u"horario"_s, u"2020-09-09T20:15:00.358Z"_s}};
}

QJsonObject aCharge()
{
    return {{u"calendario"_s, QJsonObject{{u"criacao"_s, u"2020-09-09T20:15:00.358Z"_s}, {u"expiracao"_s, 3600}}},
            {u"txid"_s, kTxid},
            {u"revisao"_s, 2},
            {u"location"_s, kLocation},
            {u"status"_s, u"ATIVA"_s},
            {u"valor"_s, QJsonObject{{u"original"_s, u"37.00"_s}}},
            {u"chave"_s, u"7d9f0335-8dcc-4054-9bf9-0dbd61d36906"_s}};
}

QJsonObject aReturn(const QString &status, const QString &nature, const QString &amount = u"7.00"_s)
{
    return {{u"id"_s, u"123ABC"_s},  {u"rtrId"_s, u"D12345678202009091000abcde123456"_s},
            {u"valor"_s, amount},    {u"status"_s, status},
            {u"natureza"_s, nature}, {u"horario"_s, QJsonObject{{u"solicitacao"_s, u"2020-09-09T20:15:00Z"_s}}}};
}

QJsonObject with(QJsonObject json, const QString &key, const QJsonValue &value)
{
    json.insert(key, value);
    return json;
}

std::optional<BankCharge> read(const QJsonObject &json)
{
    return readCharge(QJsonDocument(json).toJson(), kShop);
}

QString dynamicCode(const QString &url, const QString &recurrence = {})
{
    BrCode code;
    code.url = url;
    code.recurrenceUrl = recurrence;
    code.name = u"PADARIA"_s;
    code.city = u"CAMPINAS"_s;
    return brCodeText(code).valueOr({});
}

} // namespace

class tst_pixjson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsWritten()
    {
        const ChargeOrder order{kTxid, Money{12345}, 3600, u"a@b.example"_s, u" Pão de queijo\n"_s};
        QCOMPARE(chargeBody(order), QByteArray("{\"calendario\":{\"expiracao\":3600},\"chave\":\"a@b.example\","
                                               "\"solicitacaoPagador\":\"Pão de queijo\",\"valor\":{\"original\":"
                                               "\"123.45\"}}"));
        QCOMPARE(chargeBody(order), chargeBody(ChargeOrder(order)));
        QVERIFY(!chargeBody(order).contains("modalidade"));
        QVERIFY(!chargeBody(order).contains("devedor"));
        QCOMPARE(chargeBody({kTxid, Money{1}, 60, u"k"_s, {}}),
                 QByteArray("{\"calendario\":{\"expiracao\":60},\"chave\":\"k\",\"valor\":{\"original\":\"0.01\"}}"));
        QCOMPARE(refundBody({kEndToEnd, u"1"_s, Money{789}, {}}), QByteArray("{\"valor\":\"7.89\"}"));
    }

    void aChargeIsRead()
    {
        const auto charge = read(with(aCharge(), u"campoNovo"_s, QJsonObject{{u"a"_s, 1.5}}));
        QVERIFY(charge.has_value());
        QCOMPARE(charge->txid, kTxid);
        QVERIFY(charge->status == BankChargeStatus::Active);
        QCOMPARE(charge->amount.centavos, 3700);
        QCOMPARE(charge->createdAt, 1599682500358);
        QCOMPARE(charge->expiresAt(), 1599682500358 + 3600000);
        QCOMPARE(charge->revision, 2);
        QCOMPARE(charge->location, kLocation);
        QVERIFY(charge->payments.isEmpty());
    }

    void statusesAreRead_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("status");
        const auto row = [](const char *word, BankChargeStatus status) {
            QTest::newRow(word) << QString::fromLatin1(word) << int(status);
        };
        row("ATIVA", BankChargeStatus::Active);
        row("CONCLUIDA", BankChargeStatus::Completed);
        row("REMOVIDA_PELO_USUARIO_RECEBEDOR", BankChargeStatus::RemovedByShop);
        row("REMOVIDO_PELO_USUARIO_RECEBEDOR", BankChargeStatus::RemovedByShop);
        row("REMOVIDA_PELO_PSP", BankChargeStatus::RemovedByBank);
        row("REMOVIDO_PELO_PSP", BankChargeStatus::RemovedByBank);
        row("PAGA", BankChargeStatus::Other); // no word of the standard's: never taken for paid
        row("", BankChargeStatus::Other);
    }
    void statusesAreRead()
    {
        QFETCH(const QString, word);
        const auto charge = read(with(aCharge(), u"status"_s, word));
        QVERIFY(charge.has_value());
        QTEST(int(charge->status), "status");
    }

    // An amount is the standard's string, or nothing is believed.
    void oddAmountsAreNotRead_data()
    {
        QTest::addColumn<QJsonValue>("amount");
        QTest::newRow("number") << QJsonValue(37.0);
        QTest::newRow("whole number") << QJsonValue(3700);
        QTest::newRow("comma") << QJsonValue(u"37,00"_s);
        QTest::newRow("three decimals") << QJsonValue(u"37.001"_s);
        QTest::newRow("one decimal") << QJsonValue(u"37.0"_s);
        QTest::newRow("none") << QJsonValue(u"37"_s);
        QTest::newRow("minus") << QJsonValue(u"-7.00"_s);
        QTest::newRow("exponent") << QJsonValue(u"3e5.00"_s);
        QTest::newRow("too long") << QJsonValue(u"12345678901.00"_s);
        QTest::newRow("other digits") << QJsonValue(u"٣٧.00"_s);
        QTest::newRow("absent") << QJsonValue();
    }
    void oddAmountsAreNotRead()
    {
        QFETCH(const QJsonValue, amount);
        QVERIFY(!read(with(aCharge(), u"valor"_s, QJsonObject{{u"original"_s, amount}})));
        QVERIFY(!readPayment(with(aPix(), u"valor"_s, amount)));
        QVERIFY(!readReturn(with(aReturn(u"DEVOLVIDO"_s, u"ORIGINAL"_s), u"valor"_s, amount)));
        // One of them makes the whole charge unread, so that money never seems less than it is.
        QVERIFY(!read(with(aCharge(), u"pix"_s, QJsonArray{aPix(), with(aPix(), u"valor"_s, amount)})));
    }

    void largeAmountsAreExact()
    {
        const auto charge = read(with(aCharge(), u"valor"_s, QJsonObject{{u"original"_s, u"9999999999.99"_s}}));
        QCOMPARE(charge->amount.centavos, 999999999999);
        QCOMPARE(read(with(aCharge(), u"valor"_s, QJsonObject{{u"original"_s, u"1.15"_s}}))->amount.centavos, 115);
    }

    void whatIsNoChargeIsNotRead()
    {
        QVERIFY(!readCharge("<html>", kShop));
        QVERIFY(!readCharge("{}", kShop));
        QVERIFY(!read(with(aCharge(), u"txid"_s, u"short"_s)));
        QVERIFY(!read(with(aCharge(), u"calendario"_s, QJsonObject())));
    }

    void expiryMayBeText()
    {
        const QJsonObject text{{u"criacao"_s, u"2020-09-09T20:15:00.358Z"_s}, {u"expiracao"_s, u"600"_s}};
        QCOMPARE(read(with(aCharge(), u"calendario"_s, text))->expiresInSeconds, 600);
        const QJsonObject none{{u"criacao"_s, u"2020-09-09T20:15:00.358Z"_s}};
        QCOMPARE(read(with(aCharge(), u"calendario"_s, none))->expiresInSeconds, 86400);
    }

    void paymentsAreSummed()
    {
        QJsonObject back = aPix(u"110.00"_s);
        back.insert(u"devolucoes"_s, QJsonArray{aReturn(u"DEVOLVIDO"_s, u"ORIGINAL"_s),
                                                with(aReturn(u"EM_PROCESSAMENTO"_s, {}, u"3.00"_s), u"id"_s, u"2"_s),
                                                with(aReturn(u"NAO_REALIZADO"_s, {}, u"4.00"_s), u"id"_s, u"3"_s)});
        const auto charge =
            read(with(aCharge(), u"pix"_s, QJsonArray{back, aPix(u"0.05"_s, QString(kEndToEnd).replace(u'k', u'z'))}));
        QVERIFY(charge.has_value());
        QCOMPARE(charge->payments.size(), 2);
        QCOMPARE(charge->payments.first().txid, kTxid);
        QCOMPARE(charge->kept().centavos, 11000 - 700 + 5);
    }

    // One Pix told twice is one Pix; two stories of one Pix are not believed.
    void onePixIsCountedOnce()
    {
        const auto charge = read(with(aCharge(), u"pix"_s, QJsonArray{aPix(), aPix()}));
        QVERIFY(charge.has_value());
        QCOMPARE(charge->kept().centavos, 3700);
        QVERIFY(!read(with(aCharge(), u"pix"_s, QJsonArray{aPix(), aPix(u"38.00"_s)})));
        const QJsonArray returns{aReturn(u"DEVOLVIDO"_s, {}), aReturn(u"DEVOLVIDO"_s, {})};
        QCOMPARE(readPayment(with(aPix(), u"devolucoes"_s, returns))->kept().centavos, 3000);
    }

    void thePixOfAnotherChargeIsNotBelieved()
    {
        QVERIFY(
            !read(with(aCharge(), u"pix"_s, QJsonArray{with(aPix(), u"txid"_s, QString(kTxid).replace(u'7', u'8'))})));
    }

    void naturesAreRead()
    {
        const auto nature = [](const QString &word) { return readReturn(aReturn(u"DEVOLVIDO"_s, word))->nature; };
        QVERIFY(nature(u"MED_FRAUDE"_s) == BankReturnNature::MedFraud);
        QVERIFY(nature(u"MED_OPERACIONAL"_s) == BankReturnNature::MedMistake);
        QVERIFY(nature(u"MED_PIX_AUTOMATICO"_s) == BankReturnNature::MedRecurrence);
        QVERIFY(nature(u"RETIRADA"_s) == BankReturnNature::Withdrawal);
        QVERIFY(nature({}) == BankReturnNature::Original);
        QVERIFY(nature(u"MED_DO_FUTURO"_s) == BankReturnNature::Other);
        QVERIFY(isByBank(BankReturnNature::MedFraud) && !isByBank(BankReturnNature::Original));
    }

    void payersAreMasked_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("document");
        const auto payer = [](const char *key, const char *document) {
            return QJsonObject{{u"pagador"_s, QJsonObject{{u"nome"_s, u" Rosa  Limeira "_s},
                                                          {QLatin1StringView(key), QLatin1StringView(document)}}}};
        };
        QTest::newRow("CPF") << payer("cpf", "12345678909") << u"Rosa Limeira"_s << u"***.456.789-**"_s;
        QTest::newRow("either") << payer("cpfCnpj", "12345678909") << u"Rosa Limeira"_s << u"***.456.789-**"_s;
        QTest::newRow("masked") << payer("cpfCnpj", "***456789**") << u"Rosa Limeira"_s << u"***456789**"_s;
        QTest::newRow("CNPJ") << payer("cnpj", "11222333000181") << u"Rosa Limeira"_s << u"11222333000181"_s;
        QTest::newRow("neither") << payer("cpf", "1234567890") << u"Rosa Limeira"_s << QString();
        QTest::newRow("gnExtras") << QJsonObject{{u"gnExtras"_s, payer("cpf", "12345678909")}} << u"Rosa Limeira"_s
                                  << u"***.456.789-**"_s;
        QTest::newRow("nobody") << QJsonObject() << QString() << QString();
    }
    void payersAreMasked()
    {
        QFETCH(const QJsonObject, more);
        QJsonObject json = aPix();
        for (auto it = more.begin(); it != more.end(); ++it)
            json.insert(it.key(), it.value());
        const auto payment = readPayment(json);
        QVERIFY(payment.has_value());
        QTEST(payment->payerName, "name");
        QTEST(payment->payerMaskedDocument, "document");
    }

    void codesAreJudged_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("fault");
        const QString own = dynamicCode(kLocation);
        QTest::newRow("good") << own << QString();
        QTest::newRow("checksum") << own.chopped(4) + u"0000"_s << u"unreadable"_s;
        QTest::newRow("elsewhere") << dynamicCode(u"evil.example/qr/v2/1"_s) << u"other-location"_s;
        QTest::newRow("recurrence") << dynamicCode(kLocation, u"pix.faz-de-conta.example/rec/1"_s) << u"not-plain"_s;
        BrCode fixed;
        fixed.key = u"7d9f0335-8dcc-4054-9bf9-0dbd61d36906"_s;
        fixed.name = u"X"_s;
        fixed.city = u"Y"_s;
        QTest::newRow("static") << brCodeText(fixed).valueOr({}) << u"not-plain"_s;
    }
    void codesAreJudged()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, fault);
        QVERIFY(!code.isEmpty());
        const auto charge = read(with(aCharge(), u"pixCopiaECola"_s, code));
        QVERIFY(charge.has_value());
        QCOMPARE(charge->codeFault, fault);
        QCOMPARE(charge->code, fault.isEmpty() ? code : QString());
    }

    void aMissingCodeIsMadeFromTheLocation()
    {
        const auto charge = read(aCharge());
        const BrCodeReading code = readBrCode(charge->code);
        QVERIFY(code.isValid());
        QCOMPARE(code.code.url, kLocation);
        QCOMPARE(code.code.name, kShop.name);
        QJsonObject json = aCharge();
        json.remove(u"location"_s);
        QCOMPARE(read(json)->code, QString());
        json.insert(u"loc"_s, QJsonObject{{u"location"_s, u"https://"_s + kLocation}});
        QCOMPARE(read(json)->code, charge->code);
    }

    void pagesAreRead()
    {
        const QJsonObject paging{{u"paginaAtual"_s, 1}, {u"quantidadeDePaginas"_s, 3}};
        const QJsonObject json{{u"parametros"_s, QJsonObject{{u"paginacao"_s, paging}}},
                               {u"pix"_s, QJsonArray{aPix(), QJsonObject{{u"valor"_s, 1}}}}};
        const auto page = readPaymentPage(QJsonDocument(json).toJson());
        QVERIFY(page.has_value());
        QCOMPARE(page->page, 1);
        QCOMPARE(page->pages, 3);
        QCOMPARE(page->payments.size(), 1);
        QCOMPARE(page->unread, 1);
        QVERIFY(readPaymentPage("{}")->payments.isEmpty());
        QVERIFY(!readPaymentPage("[]"));
        QVERIFY(!readPaymentPage("{\"pix\":7}"));
    }

    // Whatever comes in: no crash, and what is read is whole.
    void noiseIsHarmless()
    {
        QRandomGenerator random(11);
        const QJsonObject back = with(aPix(), u"devolucoes"_s, QJsonArray{aReturn(u"DEVOLVIDO"_s, u"ORIGINAL"_s)});
        const QByteArray good = QJsonDocument(with(aCharge(), u"pix"_s, QJsonArray{back})).toJson();
        int read = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArray body = good;
            for (int j = random.bounded(3); j >= 0; --j)
                body[random.bounded(body.size())] = char(random.bounded(256));
            const auto charge = readCharge(body, kShop);
            if (!charge)
                continue;
            ++read;
            QVERIFY(charge->amount >= Money{} && charge->amount <= kMostMoney && charge->expiresInSeconds >= 0);
            QVERIFY(charge->payments.size() <= 1);
            for (const BankPayment &payment : charge->payments)
                QVERIFY(payment.endToEndId.size() == 32 && payment.txid == charge->txid);
        }
        QVERIFY(read > 1000);
    }

    void instants()
    {
        QCOMPARE(readInstant(u"2020-09-09T20:15:00Z"_s), 1599682500000);
        QCOMPARE(readInstant(u"2020-09-09T17:15:00-03:00"_s), 1599682500000);
        QCOMPARE(readInstant(u"2020-09-09T20:15:00.358"_s), 1599682500358);
        QCOMPARE(readInstant(u"yesterday"_s), 0);
        QCOMPARE(instantForBank(1599682500358), u"2020-09-09T20:15:00Z"_s);
    }
};

BALCAO_TEST(tst_pixjson)
#include "tst_pixjson.moc"
