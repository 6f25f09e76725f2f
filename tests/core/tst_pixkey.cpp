// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/pixkey.h"
#include "core/taxid.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kUuid = u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"_s;

} // namespace

class tst_pixkey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptAsTheDictKeepsThem_data()
    {
        QTest::addColumn<PixKeyType>("type");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept"); // empty: no key
        using enum PixKeyType;
        const auto row = [](const char *name, PixKeyType type, const QString &typed, const QString &kept) {
            QTest::newRow(name) << type << typed << kept;
        };
        row("CPF with its dots", Cpf, u" 529.982.247-25 "_s, u"52998224725"_s);
        row("CPF, wrong digit", Cpf, u"529.982.247-26"_s, {});
        row("CPF, all alike", Cpf, u"11111111111"_s, {});
        row("CPF, ten digits", Cpf, u"5299822472"_s, {});
        row("CPF with a letter", Cpf, u"5299822472A"_s, {});
        row("CPF, other digits", Cpf, u"٥٢٩٩٨٢٢٤٧٢٥"_s, {});
        row("CNPJ with its dots", Cnpj, u"11.444.777/0001-61"_s, u"11444777000161"_s);
        row("CNPJ with letters", Cnpj, u"12.abc.345/01de-35"_s, u"12ABC34501DE35"_s);
        row("CNPJ with letters, wrong digit", Cnpj, u"12ABC34501DE36"_s, {});
        row("CNPJ, a letter in the check digits", Cnpj, u"12ABC34501DE3A"_s, {});
        row("CNPJ, all alike", Cnpj, u"00000000000000"_s, {});
        row("mobile as dialled", Phone, u"(19) 98765-4471"_s, u"+5519987654471"_s);
        row("mobile with +55", Phone, u"+55 19 98765 4471"_s, u"+5519987654471"_s);
        row("landline", Phone, u"(19) 3265-4471"_s, {});
        row("no such area code", Phone, u"(20) 98765-4471"_s, {});
        row("abroad", Phone, u"+49 151 23456789"_s, {});
        row("e-mail in capitals", Email, u" Caixa@Aurora.Example "_s, u"caixa@aurora.example"_s);
        row("e-mail without a dot", Email, u"caixa@aurora"_s, {});
        row("e-mail, two ats", Email, u"a@b@c.d"_s, {});
        row("e-mail with a blank", Email, u"caixa aurora@b.co"_s, {});
        row("e-mail, accent", Email, u"pão@b.co"_s, {});
        row("e-mail, nobody", Email, u"@b.co"_s, {});
        row("e-mail with a sign that DICT takes", Email, u"caixa?1@b.co"_s, u"caixa?1@b.co"_s);
        row("e-mail, nothing between two dots", Email, u"caixa@b..co"_s, {});
        row("e-mail, a name that begins with a dash", Email, u"caixa@-b.co"_s, {});
        row("e-mail, a name that ends in a dash", Email, u"caixa@b-.co"_s, {});
        row("e-mail, a name with a line below", Email, u"caixa@b_b.co"_s, {});
        row("e-mail, an accent in the name", Email, u"caixa@pão.co"_s, {});
        row("e-mail of 77", Email, QString(72, u'a') + u"@b.co"_s, QString(72, u'a') + u"@b.co"_s);
        row("e-mail of 78", Email, QString(73, u'a') + u"@b.co"_s, {});
        row("UUID in capitals", Random, kUuid.toUpper(), kUuid);
        row("UUID of the Banco Central's example", Random, u"123e4567-e12b-12d1-a456-426655440000"_s,
            u"123e4567-e12b-12d1-a456-426655440000"_s);
        row("UUID without dashes", Random, QString(kUuid).remove(u'-'), {});
        row("UUID, not hexadecimal", Random, u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7g3"_s, {});
        row("empty", Random, {}, {});
    }

    void keptAsTheDictKeepsThem()
    {
        QFETCH(PixKeyType, type);
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        const auto key = pixKeyOf(type, typed);
        QCOMPARE(key ? key->value : QString(), kept);
        QVERIFY(!key || key->type == type);
        QCOMPARE(isPixKey(kept), !kept.isEmpty());
    }

    void elevenDigitsMayBeTwoKeys()
    {
        // A CPF with right check digits that is a mobile of DDD 11 as well: nobody but the shop can say.
        const QString both = aCpfThatIsAMobile();
        QVERIFY(!both.isEmpty());
        const QList<PixKey> keys = pixKeysOf(both);
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys.at(0), (PixKey{PixKeyType::Cpf, both}));
        QCOMPARE(keys.at(1), (PixKey{PixKeyType::Phone, u"+55"_s + both}));
    }

    void whatIsTypedIsNotYetAKey()
    {
        QVERIFY(!isPixKey(u"529.982.247-25"));
        QVERIFY(!isPixKey(kUuid.toUpper()));
        QVERIFY(!isPixKey(u"19987654471"));
        QVERIFY(!isPixKey(u"Caixa@aurora.example"));
    }

    void masked()
    {
        QCOMPARE(pixKeyMasked({PixKeyType::Cpf, u"52998224725"_s}), u"***.982.247-**"_s);
        QCOMPARE(pixKeyMasked({PixKeyType::Cnpj, u"12ABC34501DE35"_s}), u"12.ABC.345/01DE-35"_s);
        QCOMPARE(pixKeyMasked({PixKeyType::Phone, u"+5519987654471"_s}), u"(19) 9••••-4471"_s);
        QCOMPARE(pixKeyMasked({PixKeyType::Email, u"caixa@aurora.example"_s}), u"c•••@aurora.example"_s);
        QCOMPARE(pixKeyMasked({PixKeyType::Random, kUuid}), u"7b1e0c52-…-b7f3"_s);
        QCOMPARE(cpfMasked(u"1234"), QString());
        QCOMPARE(cpfMasked(u"5299822472A"), QString());
    }

    void aCnpjIsKeptInCapitals()
    {
        QVERIFY(isCnpj(u"12ABC34501DE35"));
        // With the check digits that their own codes would give.
        QVERIFY(!isCnpj(u"12abc34501de05"));
        QVERIFY(!isCnpj(u"12ABC34501DÉ35"));
    }

    void metasNames()
    {
        QCOMPARE(nameOf(PixKeyType::Cpf), "CPF"_L1);
        QCOMPARE(nameOf(PixKeyType::Cnpj), "CNPJ"_L1);
        QCOMPARE(nameOf(PixKeyType::Phone), "PHONE"_L1);
        QCOMPARE(nameOf(PixKeyType::Email), "EMAIL"_L1);
        QCOMPARE(nameOf(PixKeyType::Random), "EVP"_L1);
    }

private:
    static QString aCpfThatIsAMobile()
    {
        for (int number = 119'600'000; number < 119'601'000; ++number) {
            for (int digits = 0; digits < 100; ++digits) {
                const QString text = QString::number(number) + QString::number(digits).rightJustified(2, u'0');
                if (isCpf(text))
                    return text;
            }
        }
        return {};
    }
};

BALCAO_TEST(tst_pixkey)
#include "tst_pixkey.moc"
