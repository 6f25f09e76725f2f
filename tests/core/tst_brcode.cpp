// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Writing BR Codes. What each may carry is judged by the reader; here is what we put in and what we refuse.

#include "core/brcode.h"
#include "core/brcodereader.h"
#include "core/txid.h"
#include "support/testmain.h"

#include <QTest>

#include <random>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kKey = u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"_s;
const QString kUrl = u"pix.banco.exemplo.br/v2/5f3a9c"_s;
const QString kRecurrence = u"pix.banco.exemplo.br/rec/77b0"_s;

BrCode shop()
{
    BrCode code;
    code.key = kKey;
    code.name = u"PADARIA AURORA"_s;
    code.city = u"CAMPINAS"_s;
    return code;
}

} // namespace

class tst_brcode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShortestStaticCode()
    {
        // 01 is left out, as in the Banco Central's own example of a static code.
        QCOMPARE(*brCodeText(shop()), u"00020126580014br.gov.bcb.pix0136"_s + kKey +
                                          u"5204000053039865802BR5914PADARIA AURORA6008CAMPINAS62070503***6304"_s +
                                          brCodeText(shop())->last(4));
    }

    void theBankCentralsExample()
    {
        BrCode code;
        code.key = u"123e4567-e12b-12d1-a456-426655440000"_s;
        code.name = u"Fulano de Tal"_s;
        code.city = u"BRASILIA"_s;
        QCOMPARE(brCodeText(code)->last(8), u"63041D3D"_s);
    }

    void everyFieldInItsObject()
    {
        BrCode code = shop();
        code.amount = Money{123'456};
        code.info = u"Pedido nº 118"_s;
        code.txid = u"PED118"_s;
        code.postalCode = u"13010001"_s;
        code.recurrenceUrl = kRecurrence;
        const QString text = *brCodeText(code);
        QVERIFY(text.contains(u"0213Pedido no 118"));
        QVERIFY(text.contains(u"54071234.56"));
        QVERIFY(text.contains(u"610813010001"));
        QVERIFY(text.contains(u"62100506PED118"));
        QVERIFY(text.contains(QString(u"80510014br.gov.bcb.pix2529"_s + kRecurrence + u"6304"_s)));
    }

    void aDynamicCodeCarriesNeitherAmountNorTxid()
    {
        BrCode code = shop();
        code.key.clear();
        code.url = kUrl;
        const QString text = *brCodeText(code);
        QVERIFY(text.startsWith(u"0002010102122652"));
        QVERIFY(text.contains(u"62070503***"));
        code.amount = Money{100};
        QCOMPARE(brCodeText(code).error().detail, u"54"_s);
    }

    void aRecurrenceAloneNamesNothingToPayNow()
    {
        BrCode code = shop();
        code.key.clear();
        code.recurrenceUrl = kRecurrence;
        QCOMPARE(code.kind(), BrCodeKind::Recurrence);
        const QString text = *brCodeText(code);
        QVERIFY(text.startsWith(u"00020126180014br.gov.bcb.pix5204")); // 26 has the GUI and no more
        const BrCodeReading reading = readBrCode(text);
        QCOMPARE(reading.kind, BrCodeKind::Recurrence);
        QCOMPARE(reading.code.recurrenceUrl, kRecurrence);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<BrCode>("code");
        const auto row = [](const char *name, const QString &object, auto &&change) {
            BrCode code = shop();
            change(code);
            QTest::newRow(name) << object << code;
        };
        row("nothing to pay", u"26-01"_s, [](BrCode &code) { code.key.clear(); });
        row("a key as typed", u"26-01"_s, [](BrCode &code) { code.key = u"529.982.247-25"_s; });
        row("key and address", u"26-01"_s, [](BrCode &code) { code.url = kUrl; });
        row("an address with a scheme", u"26-25"_s, [](BrCode &code) {
            code.key.clear();
            code.url = u"https://"_s + kUrl;
        });
        row("a recurrence nowhere", u"80-25"_s, [](BrCode &code) { code.recurrenceUrl = u"rec"_s; });
        row("cash", u"26-03"_s, [](BrCode &code) { code.withdrawal = u"12345678"_s; });
        row("zero", u"54"_s, [](BrCode &code) { code.amount = Money{0}; });
        row("less than zero", u"54"_s, [](BrCode &code) { code.amount = Money{-1}; });
        row("too much", u"54"_s, [](BrCode &code) { code.amount = Money{kMostMoney.centavos + 1}; });
        row("a CEP with a letter", u"61"_s, [](BrCode &code) { code.postalCode = u"1301000O"_s; });
        row("a CEP with its dash", u"61"_s, [](BrCode &code) { code.postalCode = u"13010-00"_s; });
        row("an address that is too long", u"26-25"_s, [](BrCode &code) {
            code.key.clear();
            code.url = u"pix.banco.exemplo.br/"_s + QString(57, u'a');
        });
        row("no name", u"59"_s, [](BrCode &code) { code.name = u"🥐"_s; });
        row("no city", u"60"_s, [](BrCode &code) { code.city = u"  "_s; });
        row("half a CEP", u"61"_s, [](BrCode &code) { code.postalCode = u"13010"_s; });
        row("a txid with a dash", u"62-05"_s, [](BrCode &code) { code.txid = u"PED-1"_s; });
        row("a txid of 26", u"62-05"_s, [](BrCode &code) { code.txid = QString(26, u'a'); });
        row("a txid beside an address", u"62-05"_s, [](BrCode &code) {
            code.key.clear();
            code.url = kUrl;
            code.txid = u"PED1"_s;
        });
    }

    void refused()
    {
        QFETCH(BrCode, code);
        const auto text = brCodeText(code);
        QVERIFY(!text);
        QCOMPARE(text.error().kind, Error::Kind::Rejected);
        QTEST(text.error().detail, "object");
    }

    void folded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("accents") << u"Açaí & Pão São João"_s << u"Acai e Pao Sao Joao"_s;
        QTest::newRow("signs") << u"D’Ávila – 1ª Loja/SP"_s << u"D'Avila - 1a Loja/SP"_s;
        QTest::newRow("cut after folding, then trimmed")
            << u"Padaria e Confeitaria do João"_s << u"Padaria e Confeitaria do"_s;
        QTest::newRow("blanks") << u"  Loja \t\n do  Zé "_s << u"Loja do Ze"_s;
        QTest::newRow("nothing left") << u"🥐 ★"_s << QString();
        QTest::newRow("no TLV in a name") << u"A5303840*<b>"_s << u"A5303840b"_s;
        QTest::newRow("German") << u"Bäckerei Groß"_s << u"Backerei Gross"_s;
        QTest::newRow("Danish") << u"Ørsted Smørrebrød"_s << u"Orsted Smorrebrod"_s;
        QTest::newRow("Latin") << u"Ænima & Læta"_s << u"AEnima e Laeta"_s;
        QTest::newRow("signs of every keyboard") << u"1° ´a` ‘b’ c—d"_s << u"1o 'a' 'b' c-d"_s;
    }

    void folded()
    {
        QFETCH(QString, text);
        QTEST(foldedForBrCode(text, kBrCodeName), "plain");
    }

    void infoSharesItsRoomWithTheKey()
    {
        QCOMPARE(brCodeInfoRoom(kKey), 37);
        QCOMPARE(brCodeInfoRoom(u"a@b.co.br"), 64);
        QCOMPARE(brCodeInfoRoom(u"+5519987654471"), 59);
        QCOMPARE(brCodeInfoRoom(QString(77, u'a')), 0); // not even its header fits: left out
        BrCode code = shop();
        code.key = QString(72, u'a') + u"@b.co"_s;
        code.info = u"Pedido"_s;
        const BrCodeReading reading = readBrCode(*brCodeText(code));
        QVERIFY(reading.isValid());
        QCOMPARE(reading.code.info, QString());
    }

    void txids()
    {
        QVERIFY(isStaticTxid(u"a"));
        QVERIFY(isStaticTxid(QString(25, u'Z')));
        QVERIFY(!isStaticTxid(QString(26, u'Z')));
        QVERIFY(!isStaticTxid(u""));
        QVERIFY(!isStaticTxid(u"***"));
        QVERIFY(!isStaticTxid(u"é"));
        QVERIFY(!isChargeTxid(QString(25, u'a')));
        QVERIFY(isChargeTxid(QString(26, u'a')));
        QVERIFY(isChargeTxid(QString(35, u'0')));
        QVERIFY(!isChargeTxid(QString(36, u'0')));
        QVERIFY(!isChargeTxid(QString(31, u'0') + u'-'));
    }

    void whatIsWrittenIsReadAsItWasMeant()
    {
        // Whatever shops are called and sell: valid, and the same fields again.
        const QStringList keys{kKey, u"52998224725"_s, u"12ABC34501DE35"_s, u"+5519987654471"_s, u"a@b.co"_s};
        const QString letters = u"ABÇãéõ ÚZz09&’.,-/🥐ñ"_s;
        std::mt19937 random(118);
        const auto upTo = [&random](int most) {
            return static_cast<qsizetype>(random() % static_cast<unsigned>(most));
        };
        const auto word = [&](int most) {
            QString text = u"L"_s;
            for (qsizetype left = upTo(most); left > 0; --left)
                text += letters.at(upTo(static_cast<int>(letters.size())));
            return text;
        };
        for (int round = 0; round < 2'000; ++round) {
            BrCode code;
            if (round % 5 == 0) {
                code.url = kUrl;
            } else {
                code.key = keys.at(upTo(5));
                code.info = word(90);
                code.txid = upTo(2) != 0 ? QString::number(random()) : QString();
                if (upTo(2) != 0)
                    code.amount = Money{1 + static_cast<qint64>(random())};
            }
            code.recurrenceUrl = upTo(4) == 0 ? kRecurrence : QString();
            code.name = word(40);
            code.city = word(40);
            const BrCodeReading reading = readBrCode(*brCodeText(code));
            QVERIFY(reading.isValid());
            QVERIFY(reading.problems.isEmpty());
            code.name = foldedForBrCode(code.name, kBrCodeName);
            code.city = foldedForBrCode(code.city, kBrCodeCity);
            code.info = foldedForBrCode(code.info, brCodeInfoRoom(code.key));
            QCOMPARE(reading.code, code);
            QCOMPARE(*reading.kind, code.kind());
        }
    }
};

BALCAO_TEST(tst_brcode)
#include "tst_brcode.moc"
