// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/payee.h"
#include "core/txid.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

Payee due(ChargeKind kind = ChargeKind::Shop)
{
    const auto account =
        pixAccountOf(PixKeyType::Random, u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3", u"Padaria São João", u"Campinas");
    return {kind, account.value_or(PixAccount()), Money{12'345}, u"ABC123"_s};
}

QString written(void (*change)(BrCode &))
{
    BrCode code;
    code.key = due().account.key.value;
    code.amount = due().amount;
    code.name = u"PADARIA SAO JOAO"_s;
    code.city = u"CAMPINAS"_s;
    code.txid = due().txid;
    change(code);
    return brCodeText(code).value();
}

void asDynamic(BrCode &code)
{
    code.key.clear();
    code.txid.clear();
    code.amount.reset();
    code.url = u"pix.banco.exemplo.br/v2/5f3a9c"_s;
}

} // namespace

class tst_payee : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourOwnCodePaysTheShop()
    {
        const auto code = staticCode(due(), u"Bolo de cenoura, 2 kg"_s);
        QVERIFY(code.ok());
        QVERIFY(!payeeFault(*code, due()));
        QVERIFY(code->contains("Padaria Sao Joao"_L1));
    }

    void anAccountIsAKeyWithANameAndACity_data()
    {
        QTest::addColumn<PixKeyType>("type");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("city");
        QTest::addColumn<bool>("good");
        const QString key = u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"_s;
        QTest::newRow("good") << PixKeyType::Random << key << u"Padaria"_s << u"Campinas"_s << true;
        QTest::newRow("no key") << PixKeyType::Random << u""_s << u"Padaria"_s << u"Campinas"_s << false;
        QTest::newRow("another type's") << PixKeyType::Cpf << key << u"Padaria"_s << u"Campinas"_s << false;
        QTest::newRow("no name") << PixKeyType::Random << key << u" "_s << u"Campinas"_s << false;
        QTest::newRow("a name of signs") << PixKeyType::Random << key << u"漢字"_s << u"Campinas"_s << false;
        QTest::newRow("no city") << PixKeyType::Random << key << u"Padaria"_s << u""_s << false;
    }
    void anAccountIsAKeyWithANameAndACity()
    {
        QFETCH(const PixKeyType, type);
        QFETCH(const QString, key);
        QFETCH(const QString, name);
        QFETCH(const QString, city);
        QTEST(pixAccountOf(type, key, name, city).has_value(), "good");
    }

    void whatElseACodePaysIsNamed_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ChargeKind>("kind");
        QTest::addColumn<std::optional<PayeeFault>>("fault");
        const auto row = [](const char *name, const QString &code, std::optional<PayeeFault> fault,
                            ChargeKind kind = ChargeKind::Shop) { QTest::newRow(name) << code << kind << fault; };
        row("as due", written([](BrCode &) {}), {});
        row("nothing", {}, PayeeFault::Unreadable);
        row("a digit changed", written([](BrCode &) {}).replace(u"123.45"_s, u"123.46"_s), PayeeFault::Unreadable);
        row("another key", written([](BrCode &c) { c.key = u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f4"_s; }),
            PayeeFault::Key);
        row("another key and name", written([](BrCode &c) {
                c.key = u"ladrao@exemplo.com.br"_s;
                c.name = u"LADRAO"_s;
            }),
            PayeeFault::Key);
        row("another name", written([](BrCode &c) { c.name = u"PADARIA SAO JOSE"_s; }), PayeeFault::Name);
        row("another city", written([](BrCode &c) { c.city = u"OSASCO"_s; }), PayeeFault::City);
        row("another amount", written([](BrCode &c) { c.amount = Money{1'234'500}; }), PayeeFault::Amount);
        row("no amount", written([](BrCode &c) { c.amount.reset(); }), PayeeFault::Amount);
        row("another txid", written([](BrCode &c) { c.txid = u"ABC124"_s; }), PayeeFault::Txid);
        row("the bank's where ours was due", written(asDynamic), PayeeFault::Kind);
        row("ours where the bank's was due", written([](BrCode &) {}), PayeeFault::Kind, ChargeKind::Bank);
        row("the bank's", written(asDynamic), {}, ChargeKind::Bank);
        row("the bank's, another's name", written([](BrCode &c) {
                asDynamic(c);
                c.name = u"OUTRA LOJA"_s;
            }),
            PayeeFault::Name, ChargeKind::Bank);
        row("a recurrence with it", written([](BrCode &c) {
                asDynamic(c);
                c.recurrenceUrl = u"pix.banco.exemplo.br/rec/77b0"_s;
            }),
            PayeeFault::Kind, ChargeKind::Bank);
    }
    void whatElseACodePaysIsNamed()
    {
        QFETCH(const QString, code);
        QFETCH(const ChargeKind, kind);
        QFETCH(const std::optional<PayeeFault>, fault);
        QCOMPARE(payeeFault(code, due(kind)), fault);
    }

    /// One charge, one txid: worked out, never drawn.
    void aChargesTxidFollowsFromItsId()
    {
        const ChargeId nought(QUuid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        QCOMPARE(staticTxidOf(nought), u"0000000000000000000000001"_s);
        const ChargeId last = ChargeId::fromBytes(QByteArray(16, '\xff'));
        QCOMPARE(staticTxidOf(last), u"F5LXX1ZZ5PNORYNQGLHZMSP33"_s); // 2^128 - 1 in base 36
        QCOMPARE(chargeTxidOf(last), QString(32, u'f'));
        QSet<QString> seen;
        for (int i = 0; i < 1'000; ++i) {
            const ChargeId id = ChargeId::create();
            QVERIFY(isStaticTxid(staticTxidOf(id)));
            QVERIFY(isChargeTxid(chargeTxidOf(id)));
            seen.insert(staticTxidOf(id));
        }
        QCOMPARE(seen.size(), 1'000);
    }
};

BALCAO_TEST(tst_payee)
#include "tst_payee.moc"
