// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bankscene.h"
#include "support/testmain.h"

#include <QJsonArray>

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_fakebank : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badOrdersAreProblems_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("property");
        const auto with = [](const QString &key, const QJsonValue &value) {
            QJsonObject body = BankScene::order();
            body.insert(key, value);
            return body;
        };
        const auto amount = [&with](const QJsonValue &value) {
            return with(u"valor"_s, QJsonObject{{u"original"_s, value}});
        };
        const auto without = [](const QString &key) {
            QJsonObject body = BankScene::order();
            body.remove(key);
            return body;
        };
        const auto expiry = [&with](const QJsonValue &value) {
            return with(u"calendario"_s, QJsonObject{{u"expiracao"_s, value}});
        };
        QTest::newRow("comma") << amount(u"37,00"_s) << u"cob.valor.original"_s;
        QTest::newRow("three decimals") << amount(u"37.001"_s) << u"cob.valor.original"_s;
        QTest::newRow("number") << amount(37.0) << u"cob.valor.original"_s;
        QTest::newRow("zero") << amount(u"0.00"_s) << u"cob.valor.original"_s;
        QTest::newRow("eleven digits") << amount(u"12345678901.00"_s) << u"cob.valor.original"_s;
        QTest::newRow("no amount") << without(u"valor"_s) << u"cob.valor.original"_s;
        QTest::newRow("no key") << without(u"chave"_s) << u"cob.chave"_s;
        QTest::newRow("another's key") << with(u"chave"_s, u"a@b.example"_s) << u"cob.chave"_s;
        QTest::newRow("no calendar") << without(u"calendario"_s) << u"cob.calendario"_s;
        QTest::newRow("expiry zero") << expiry(0) << u"cob.calendario.expiracao"_s;
        QTest::newRow("expiry as text") << expiry(u"3600"_s) << u"cob.calendario.expiracao"_s;
        QTest::newRow("long message") << with(u"solicitacaoPagador"_s, QString(141, u'a'))
                                      << u"cob.solicitacaoPagador"_s;
        QTest::newRow("debtor without a number")
            << with(u"devedor"_s, QJsonObject{{u"nome"_s, u"Rosa"_s}}) << u"cob.devedor"_s;
        QTest::newRow("nothing") << QJsonObject() << u"cob.valor.original"_s;
    }
    void badOrdersAreProblems()
    {
        QFETCH(const QJsonObject, body);
        QFETCH(const QString, property);
        BankScene scene;
        const BankAsked asked = scene.ask("PUT", u"/v2/cob/"_s + kTxid, body);
        QCOMPARE(asked.status, 400);
        QCOMPARE(asked.type, QByteArray("application/problem+json"));
        QCOMPARE(asked.json.value("type"_L1).toString(), u"https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida"_s);
        QStringList properties;
        const QJsonArray list = asked.json.value("violacoes"_L1).toArray();
        for (const auto &one : list)
            properties.append(one.toObject().value("propriedade"_L1).toString());
        QVERIFY2(properties.contains(property), qPrintable(properties.join(u' ')));
        QVERIFY(scene.bank.book().charges().isEmpty());
        QCOMPARE(scene.bank.count(u"schema"_s), 1);
    }

    void txidsAreOfTheStandardsLength()
    {
        BankScene scene;
        for (const int length : {25, 36})
            QCOMPARE(scene.ask("PUT", u"/v2/cob/"_s + QString(length, u'a'), BankScene::order()).status, 400);
        for (const int length : {26, 35})
            QCOMPARE(scene.ask("PUT", u"/v2/cob/"_s + QString(length, u'a'), BankScene::order()).status, 201);
        QCOMPARE(scene.ask("PUT", u"/v2/cob/"_s + QString(26, u'-'), BankScene::order()).status, 400);
    }

    void anotherBodyIsAnAlteration()
    {
        BankScene scene;
        const QString path = u"/v2/cob/"_s + kTxid;
        QCOMPARE(scene.ask("PUT", path, BankScene::order()).status, 201);
        QCOMPARE(scene.ask("PUT", path, BankScene::order()).json.value("revisao"_L1).toInt(), 0);
        QVERIFY(scene.bank.book().misdeeds().isEmpty());
        QCOMPARE(scene.ask("PUT", path, BankScene::order(u"38.00"_s)).json.value("revisao"_L1).toInt(), 1);
        QCOMPARE(scene.bank.count(u"altered"_s), 1);
        QCOMPARE(scene.askRaw("PUT", path, QJsonDocument(BankScene::order(u"38.00"_s)).toJson()).status, 201);
        QCOMPARE(scene.bank.count(u"not-byte-same"_s), 1);
        scene.bank.pay(kTxid);
        QCOMPARE(scene.ask("PUT", path, BankScene::order()).status, 400);
        QCOMPARE(scene.bank.count(u"not-active"_s), 1);
    }

    void withoutATokenNothingIsTold()
    {
        BankScene scene;
        scene.token = "other";
        QCOMPARE(scene.ask("GET", u"/v2/cob/"_s + kTxid).status, 401);
        scene.token.clear();
        QCOMPARE(scene.ask("GET", u"/v2/pix"_s).status, 401);
        scene.token = scene.tokenFor(u"cob.read"_s);
        QCOMPARE(scene.ask("GET", u"/v2/cob/"_s + kTxid).status, 404);
        QCOMPARE(scene.ask("PUT", u"/v2/cob/"_s + kTxid, BankScene::order()).status, 403);
        QCOMPARE(scene.bank.count(u"scope"_s), 1);
        scene.clock.advanceMs(3600 * kSecondMs);
        QCOMPARE(scene.ask("GET", u"/v2/cob/"_s + kTxid).status, 401);
    }

    // Whoever wants the list says from when to when, with a zone.
    void aListNeedsItsBounds()
    {
        BankScene scene;
        QCOMPARE(scene.ask("GET", u"/v2/pix"_s).status, 400);
        QCOMPARE(scene.ask("GET", u"/v2/pix?inicio=2026-11-01T00:00:00&fim=2026-11-30T00:00:00"_s).status, 400);
        QCOMPARE(scene.ask("GET", u"/v2/pix?inicio=2026-11-30T00:00:00Z&fim=2026-11-01T00:00:00Z"_s).status, 400);
        QCOMPARE(scene.ask("GET", u"/v2/pix?inicio=2026-11-01T00:00:00Z&fim=2026-11-30T00:00:00Z"_s).status, 200);
    }

    void customersPayAsTheyDo()
    {
        BankScene scene;
        QVERIFY(scene.made());
        QVERIFY(scene.bank.pay(u"nobody's"_s).isEmpty());
        scene.clock.advanceMs(2 * kHourMs);
        QVERIFY(scene.bank.pay(kTxid).isEmpty()); // expired: the payer's bank refuses
        QVERIFY(!scene.bank.payAnyhow(kTxid, Money{3000}).isEmpty());
        QVERIFY(!scene.bank.payAnyhow(kTxid, Money{5000}).isEmpty());
        QCOMPARE(scene.bank.book().charge(kTxid)->status, u"CONCLUIDA"_s);
        QCOMPARE(scene.bank.book().charge(kTxid)->pix.size(), 2);
        const QString id = scene.bank.book().charge(kTxid)->pix.first();
        QCOMPARE(id.size(), 32);
        QVERIFY(!scene.bank.takeBack(id, Money{99999}).isEmpty());
        QVERIFY(scene.bank.takeBack(id, Money{1}).isEmpty()); // nothing left
        QCOMPARE(scene.bank.book().kept().centavos, 5000);
    }

    // The count that says what nobody may have believed unseen.
    void onlyALookThatArrivedConfirms()
    {
        BankScene scene;
        QVERIFY(scene.made());
        const QString id = scene.bank.pay(kTxid);
        const auto confirmations = [&] { return scene.bank.book().pix(id)->confirmations; };
        scene.ask("PUT", u"/v2/cob/"_s + kTxid, BankScene::order());
        scene.ask("GET", u"/v2/pix?inicio=2026-01-01T00:00:00Z&fim=2027-01-01T00:00:00Z"_s);
        scene.bank.next(BankCall::GetCharge, {BankFault::Error500AfterDone});
        scene.ask("GET", u"/v2/cob/"_s + kTxid);
        QCOMPARE(confirmations(), 0);
        scene.ask("GET", u"/v2/cob/"_s + kTxid);
        QCOMPARE(confirmations(), 1);
        scene.ask("GET", u"/v2/pix/"_s + id);
        QCOMPARE(confirmations(), 2);
    }

    void hooksComeInEveryShape_data()
    {
        QTest::addColumn<QJsonObject>("faults");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("posts");
        QTest::addColumn<bool>("array");
        QTest::newRow("plain") << QJsonObject() << u"/hooks/pix/pix"_s << 1 << false;
        QTest::newRow("without path") << QJsonObject{{u"hooksWithoutPath"_s, true}} << u"/hooks/pix"_s << 1 << false;
        QTest::newRow("array") << QJsonObject{{u"hooksAsArray"_s, true}} << u"/hooks/pix/pix"_s << 1 << true;
        QTest::newRow("twice") << QJsonObject{{u"duplicateHooks"_s, 1000}} << u"/hooks/pix/pix"_s << 2 << false;
        QTest::newRow("late") << QJsonObject{{u"hookDelayMs"_s, 50}} << u"/hooks/pix/pix"_s << 1 << false;
        QTest::newRow("never") << QJsonObject{{u"swallowHooks"_s, 1000}} << QString() << 0 << false;
    }
    void hooksComeInEveryShape()
    {
        QFETCH(const QJsonObject, faults);
        QFETCH(const QString, path);
        QFETCH(const int, posts);
        QFETCH(const bool, array);
        BankScene scene;
        QVERIFY(scene.made());
        scene.listen();
        scene.bank.setFaults(withChanges({}, faults).value());
        const QString id = scene.bank.pay(kTxid);
        QTRY_VERIFY(scene.bank.hooksAreOut());
        QCOMPARE(scene.heard.size(), posts);
        for (const auto &[heardPath, body] : std::as_const(scene.heard)) {
            QCOMPARE(heardPath, path);
            const QJsonDocument document = QJsonDocument::fromJson(body);
            QCOMPARE(document.isArray(), array);
            const QJsonArray list = array ? document.array() : document.object().value("pix"_L1).toArray();
            QCOMPARE(list.first().toObject().value("endToEndId"_L1).toString(), id);
        }
    }

    void aHookThatIsNotTakenComesAgain()
    {
        BankScene scene;
        QVERIFY(scene.made());
        scene.listen();
        scene.hookStatus = 503;
        scene.bank.pay(kTxid);
        QTRY_COMPARE(scene.heard.size(), 1);
        scene.hookStatus = 200;
        QTRY_VERIFY(scene.bank.hooksAreOut());
        QCOMPARE(scene.heard.size(), 2);
        QCOMPARE(scene.heard.first(), scene.heard.last());
    }

    void hooksAreGathered()
    {
        BankScene scene;
        QVERIFY(scene.made());
        scene.listen();
        scene.bank.setFaults(withChanges({}, {{u"hooksGathered"_s, true}, {u"hookDelayMs"_s, 20}}).value());
        for (int i = 0; i < 3; ++i)
            scene.bank.payAnyhow(kTxid, Money{100});
        QTRY_COMPARE(scene.heard.size(), 1);
        const QJsonObject body = QJsonDocument::fromJson(scene.heard.first().second).object();
        QCOMPARE(body.value("pix"_L1).toArray().size(), 3);
    }

    // It looks genuine, and the bank knows nothing of it.
    void aForgedHookNamesNothingThatIsThere()
    {
        BankScene scene;
        QVERIFY(scene.made());
        scene.listen();
        scene.bank.forgeHook(kTxid, Money{3700});
        QTRY_COMPARE(scene.heard.size(), 1);
        const QJsonObject pix =
            QJsonDocument::fromJson(scene.heard.first().second).object().value("pix"_L1).toArray().at(0).toObject();
        QCOMPARE(pix.value("txid"_L1).toString(), kTxid);
        QCOMPARE(pix.value("endToEndId"_L1).toString().size(), 32);
        QVERIFY(scene.bank.book().allPix().isEmpty());
        scene.bank.sendHook("nonsense");
        QTRY_COMPARE(scene.heard.size(), 2);
        QCOMPARE(scene.heard.last().second, QByteArray("nonsense"));
    }

    void aPixWithoutATxidIsNotTold()
    {
        BankScene scene;
        QVERIFY(scene.made());
        scene.listen();
        scene.bank.payWithoutCharge(Money{100});
        scene.bank.payWithoutCharge(Money{100}, u"LOJA1"_s);
        QTRY_VERIFY(scene.bank.hooksAreOut());
        QCOMPARE(scene.heard.size(), 1);
    }

    void faultsAreReadAndChanged()
    {
        const auto changed = withChanges({}, {{u"lostAfter"_s, 5}, {u"newWords"_s, true}});
        QCOMPARE(changed->lostAfter, 5);
        QVERIFY(changed->newWords);
        QCOMPARE(withChanges({}, toJson(*changed)).value(), *changed);
        QVERIFY(!withChanges({}, {{u"lostAfter"_s, 1001}}));
        QVERIFY(!withChanges({}, {{u"newWords"_s, 1}}));
        QVERIFY(!withChanges({}, {{u"lost"_s, 1}}));
    }

    void theDoorPlaysTheCustomers()
    {
        BankScene scene;
        QVERIFY(scene.made());
        const auto paid = scene.ask("POST", u"/_sandbox/bank/pay"_s, {{u"txid"_s, kTxid}});
        QCOMPARE(paid.status, 200);
        const QString id = paid.json.value("endToEndId"_L1).toString();
        QCOMPARE(scene.ask("POST", u"/_sandbox/bank/pay"_s, {{u"txid"_s, kTxid}}).status, 400);
        QCOMPARE(scene.ask("POST", u"/_sandbox/bank/pay"_s, {{u"txid"_s, kTxid}, {u"amount"_s, u"1.00"_s}}).status,
                 200);
        const QJsonObject back{{u"endToEndId"_s, id}, {u"amount"_s, u"37.00"_s}};
        QCOMPARE(scene.ask("POST", u"/_sandbox/bank/back"_s, back).status, 200);
        QCOMPARE(scene.ask("POST", u"/_sandbox/bank/faults"_s, {{u"lostAfter"_s, 7}}).status, 200);
        QCOMPARE(scene.bank.faults().lostAfter, 7);
        QCOMPARE(scene.ask("POST", u"/_sandbox/bank/faults"_s, {{u"x"_s, 7}}).status, 400);
        QCOMPARE(scene.ask("POST", u"/_sandbox/bank/settle"_s, {}).status, 200);
        QCOMPARE(scene.ask("POST", u"/_sandbox/bank/forge"_s, {{u"txid"_s, kTxid}}).status, 200);
        const QJsonObject state = scene.ask("GET", u"/_sandbox/bank/state"_s).json;
        QCOMPARE(state.value("kept"_L1).toInt(), 100);
        QCOMPARE(state.value("pix"_L1).toArray().size(), 2);
        QCOMPARE(state.value("pix"_L1).toArray().at(0).toObject().value("confirmations"_L1).toInt(-1), 0);
        QCOMPARE(state.value("charges"_L1).toArray().at(0).toObject().value("status"_L1).toString(), u"CONCLUIDA"_s);
        QCOMPARE(state.value("calls"_L1).toObject().value("put-charge"_L1).toInt(), 1);
    }

    void theCrowdPays()
    {
        BankScene scene;
        FakeBankCrowd crowd(scene.bank, 3);
        crowd.setRhythm({1, 5, 1, 1, 200, 200, 200, 0, 200, 0});
        for (int i = 0; i < 30; ++i) {
            const QString txid = QString::number(i).rightJustified(32, u'0');
            QCOMPARE(scene.ask("PUT", u"/v2/cob/"_s + txid, BankScene::order()).status, 201);
        }
        const auto allDone = [&scene] {
            return std::ranges::none_of(scene.bank.book().charges(),
                                        [](const FakeCharge &c) { return c.pix.isEmpty(); });
        };
        QTRY_VERIFY(allDone());
        const auto kinds = [&scene](const std::function<bool(Money)> &is) {
            return std::ranges::any_of(scene.bank.book().allPix(), [&is](const FakePix &p) { return is(p.amount); });
        };
        QVERIFY(kinds([](Money m) { return m.centavos < 3700; }));
        QVERIFY(kinds([](Money m) { return m.centavos > 3700; }));
        QTRY_VERIFY(
            std::ranges::any_of(scene.bank.book().charges(), [](const FakeCharge &c) { return c.pix.size() > 1; }));
        QTRY_VERIFY(
            std::ranges::any_of(scene.bank.book().allPix(), [](const FakePix &p) { return !p.returns.isEmpty(); }));
    }
};

BALCAO_TEST(tst_fakebank)
#include "tst_fakebank.moc"
