// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "heldclient.h"
#include "support/testmain.h"
#include "till.h"

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto kTxid = u"7978c0c97ea847e78e8849634473c1f1"_s;
const auto kOther = u"8978c0c97ea847e78e8849634473c1f1"_s;
const auto kEndToEnd = u"E12345678202009091221kkkkkkkkkkk"_s;

QByteArray charge(const QString &txid)
{
    return "{\"txid\":\"" + txid.toLatin1() +
           "\",\"status\":\"ATIVA\",\"calendario\":{\"criacao\":\"2026-11-30T10:00:00Z\",\"expiracao\":3600},"
           "\"valor\":{\"original\":\"37.00\"},\"chave\":\"k\"}";
}

BankSettings settings()
{
    BankSettings made;
    made.baseUrl = QUrl(u"https://pix.bank.example/api/v2"_s);
    made.tokenUrl = QUrl(u"https://auth.bank.example/token"_s);
    made.clientId = "id";
    made.clientSecret = "secret";
    made.headers = {{"x-conta-corrente", "123456"}};
    made.query = {{u"gw-dev-app-key"_s, u"a b&c"_s}};
    made.webhookHeaders = {{"x-skip-mtls-checking", "true"}};
    made.refunds = true;
    return made;
}

} // namespace

class tst_oddbank : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Told of another thing than was asked for: nobody knows what became of that.
    void theAnswerOfAnotherIsNotBelieved()
    {
        QString told;
        const auto note = [&told](const auto &answer) { told = troubleIn(answer); };
        m_client.asked.clear();
        ApiPix bank(settings(), m_client, m_clock);
        bank.findCharge(kTxid, this, note);
        m_client.giveToken(0, "t");
        m_client.answer(1, 200, charge(kOther));
        QCOMPARE(told, u"unknown unreadable"_s);
        bank.registerCharge({kTxid, Money{1}, 60, u"k"_s, {}}, this, note);
        m_client.answer(2, 201, charge(kOther));
        QCOMPARE(told, u"unknown unreadable"_s);
        bank.findCharge(kTxid, this, note);
        m_client.answer(3, 200, charge(kTxid));
        QCOMPARE(told, QString());
        bank.findPayment(kEndToEnd, this, note);
        m_client.answer(4, 200, "{\"endToEndId\":\"E99999999202009091221kkkkkkkkkkk\",\"valor\":\"1.00\"}");
        QCOMPARE(told, u"unknown unreadable"_s);
        bank.refund({kEndToEnd, u"R1"_s, Money{1}, {}}, this, note);
        m_client.answer(5, 201, "{\"id\":\"R2\",\"valor\":\"0.01\",\"status\":\"DEVOLVIDO\"}");
        QCOMPARE(told, u"unknown unreadable"_s);
    }

    // Two calls die with the first token, the second of them after there is a new one: that one is kept.
    void aLateRefusalDoesNotDropTheNewToken()
    {
        m_client.asked.clear();
        ApiPix bank(settings(), m_client, m_clock);
        int answered = 0;
        const auto note = [&answered](const auto &answer) { answered += answer.ok(); };
        bank.findCharge(kTxid, this, note);
        bank.findCharge(kOther, this, note);
        m_client.giveToken(0, "first");
        m_client.answer(1, 401);
        m_client.giveToken(3, "second");
        m_client.answer(2, 401);
        QCOMPARE(m_client.asked.size(), 6);
        for (const int again : {4, 5})
            QCOMPARE(m_client.header(again, "Authorization"), QByteArray("Bearer second"));
        m_client.answer(4, 200, charge(kTxid));
        m_client.answer(5, 200, charge(kOther));
        QCOMPARE(answered, 2);
    }

    void whatIsConfiguredTravels()
    {
        m_client.asked.clear();
        ApiPix bank(settings(), m_client, m_clock);
        bank.listPayments({1'795'000'000'000, 1'795'000'060'000, u"LOJA1"_s, true, 2}, this, [](const auto &) {});
        m_client.giveToken(0, "t");
        QCOMPARE(m_client.header(0, "x-conta-corrente"), QByteArray("123456"));
        QCOMPARE(m_client.header(0, "Authorization"), QByteArray("Basic aWQ6c2VjcmV0"));
        QVERIFY(m_client.asked.at(0).request.body.contains("scope=cob.write%20cob.read"));
        QCOMPARE(m_client.header(1, "x-conta-corrente"), QByteArray("123456"));
        QCOMPARE(m_client.asked.at(1).request.url.toEncoded(),
                 QByteArray("https://pix.bank.example/api/v2/pix?inicio=2026-11-18T11:06:40Z&fim=2026-11-18T11:07:40Z"
                            "&paginacao.paginaAtual=2&paginacao.itensPorPagina=100&txid=LOJA1&devolucaoPresente=true"
                            "&gw-dev-app-key=a%20b%26c"));
        QVERIFY(m_client.header(1, "x-skip-mtls-checking").isEmpty());
        bank.ensureWebhook(u"+5519987654471"_s, QUrl(u"https://shop.example/hooks/pix"_s), this, [](const auto &) {});
        QCOMPARE(m_client.asked.at(2).request.url.path(QUrl::FullyEncoded), u"/api/v2/webhook/%2B5519987654471"_s);
        m_client.answer(2, 404);
        QCOMPARE(m_client.header(3, "x-skip-mtls-checking"), QByteArray("true"));
        QCOMPARE(m_client.asked.at(3).request.body, QByteArray("{\"webhookUrl\":\"https://shop.example/hooks/pix\"}"));
    }

    // What the secret could be taken out of stands nowhere but where it must.
    void theSecretGoesToTheTokensAddressAlone()
    {
        m_client.asked.clear();
        ApiPix bank(settings(), m_client, m_clock);
        bank.findCharge(kTxid, this, [](const auto &) {});
        m_client.giveToken(0, "t");
        QCOMPARE(m_client.asked.at(0).request.url.host(), u"auth.bank.example"_s);
        for (const http::Header &header : m_client.asked.at(1).request.headers)
            QVERIFY(!header.value.contains("secret") && !header.value.contains("aWQ6"));
    }

private:
    HeldClient m_client;
    ManualClock m_clock{1'795'000'000'000};
};

BALCAO_TEST(tst_oddbank)
#include "tst_oddbank.moc"
