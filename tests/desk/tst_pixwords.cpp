// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/txid.h"
#include "desk/moneywords.h"
#include "desk/pixguard.h"
#include "fakepix.h"
#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::ForeignPix;

Q_DECLARE_METATYPE(balcao::desk::ForeignPix)

// Money and keys in what people write.
class tst_pixwords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsAreFound_data();
    void amountsAreFound();
    void foreignKeysAreFound_data();
    void foreignKeysAreFound();
    void foreignCodesAreFound();
    void swappedKeyIsAskedAbout();
    void questionIsAboutThoseWords();
};

void tst_pixwords::amountsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("amounts");
    QTest::newRow("sign") << u"Fica R$80"_s << QStringList{u"80,00"_s};
    QTest::newRow("sentence") << u"São R$ 1.234,56. Pode ser?"_s << QStringList{u"1.234,56"_s};
    QTest::newRow("full stop") << u"São R$ 80."_s << QStringList{u"80,00"_s};
    QTest::newRow("bare") << u"12,50 cada, 25,00 os dois"_s << QStringList{u"12,50"_s, u"25,00"_s};
    QTest::newRow("twice") << u"12,50 e mais 12,50"_s << QStringList{u"12,50"_s};
    QTest::newRow("number") << u"quero 12 pães, rua 450, dia 25/11, 14:30, 3,5 kg"_s << QStringList{};
    QTest::newRow("percent") << u"10,50% de desconto"_s << QStringList{};
    QTest::newRow("phone") << u"19 98765-4471"_s << QStringList{};
    QTest::newRow("zero") << u"R$ 0,00"_s << QStringList{};
    QTest::newRow("ip") << u"1.234.567,8"_s << QStringList{};
    QTest::newRow("hard space") << u"R$\u00a09,90"_s << QStringList{u"9,90"_s};
}

void tst_pixwords::amountsAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, amounts);
    QStringList found;
    const QList<Money> all = desk::amountsIn(text);
    for (const Money one : all)
        found.append(moneyShown(one));
    QCOMPARE(found, amounts);
}

void tst_pixwords::foreignKeysAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ForeignPix>("found");
    const auto none = ForeignPix::None;
    const auto key = ForeignPix::Key;
    QTest::newRow("talk") << u"Bom dia! Sai às 14h, R$ 80,00."_s << none;
    QTest::newRow("phone") << u"Liga no 19 98765-4471"_s << none;
    QTest::newRow("cpf") << u"Seu CPF é 123.456.789-09?"_s << none;
    QTest::newRow("cnpj") << u"CNPJ 11.222.333/0001-81"_s << none;
    QTest::newRow("own key") << u"A chave é 7d9f0335-8dcc-4054-9bf9-0dbd61d3e21c"_s << none;
    QTest::newRow("own key in capitals") << u"Pix: 7D9F0335-8DCC-4054-9BF9-0DBD61D3E21C."_s << none;
    QTest::newRow("pix without a key") << u"Pode pagar no pix, 11 pães por 22"_s << none;
    QTest::newRow("pixel") << u"Pixel 8, CPF 123.456.789-09"_s << none;
    QTest::newRow("random") << u"manda em 123e4567-e12b-12d1-a456-426655440000, tá?"_s << key;
    QTest::newRow("mail") << u"Pix (golpe@exemplo.com)"_s << key;
    QTest::newRow("mobile with 55") << u"+55 19 98765-4471"_s << key;
    QTest::newRow("phone as key") << u"Chave: 19 98765-4471"_s << key;
    QTest::newRow("cpf as key") << u"meu pix é 123.456.789-09"_s << key;
    QTest::newRow("cpf in one") << u"PIX 12345678909"_s << key;
    QTest::newRow("letters that nobody sees") << u"pix golpe@exem\u200bplo.com"_s << key;
    QTest::newRow("digits of another width") << u"pix １２３４５６７８９０９"_s << key;
    QTest::newRow("hard blanks and long dashes") << u"Chave: 19\u00a098765\u20134471"_s << key;
    QTest::newRow("digits of another alphabet") << u"pix ١٢٣٤٥٦٧٨٩٠٩"_s << key;
    QTest::newRow("a picture's selector") << u"Pix golpe@exem\ufe0fplo.com"_s << key;
    QTest::newRow("glued to its label") << u"Pix:golpe@exemplo.com"_s << key;
    QTest::newRow("marked") << u"*Pix:*golpe@exemplo.com"_s << key;
    QTest::newRow("random, glued") << u"Chave:123e4567-e12b-12d1-a456-426655440000"_s << key;
    QTest::newRow("with a name") << u"golpe@exemplo.com(Ana)"_s << key;
    QTest::newRow("after a picture") << u"👉golpe@exemplo.com…"_s << key;
    QTest::newRow("own key, glued") << u"Pix:7d9f0335-8dcc-4054-9bf9-0dbd61d3e21c(Padaria)"_s << none;
    QTest::newRow("sign of number") << u"Pix CPF nº12345678909"_s << key;
    QTest::newRow("behind an amount") << u"Pix R$ 50 12345678909"_s << key;
    QTest::newRow("before an amount") << u"Pix 123.456.789-09 (50)"_s << key;
    QTest::newRow("in a list") << u"pix 1 - 19 98765-4471"_s << key;
    QTest::newRow("a minus") << u"pix 19 98765\u22124471"_s << key;
    QTest::newRow("numbers that are no keys") << u"Pix R$ 50, pedido 12 345 678 e 10 20 30 40 50"_s << none;
    QTest::newRow("cnpj as key") << u"pix CNPJ 11.222.333/0001-81"_s << key;
}

void tst_pixwords::foreignKeysAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const ForeignPix, found);
    QCOMPARE(desk::foreignPix(text, FakePix::bakery()), found);
}

void tst_pixwords::foreignCodesAreFound()
{
    const PixAccount own = FakePix::bakery();
    const Money amount{8000};
    const QString ours = *staticCode({ChargeKind::Shop, own, amount, staticTxidOf(ChargeId::create())}, u"Bolo"_s);
    const QString theirs =
        *staticCode({ChargeKind::Shop, FakePix::thief(), amount, staticTxidOf(ChargeId::create())}, u"Bolo"_s);
    QCOMPARE(desk::foreignPix(ours, own), ForeignPix::None);
    QCOMPARE(desk::foreignPix(u"Segue o código: "_s + ours + u" obrigada"_s, own), ForeignPix::None);
    QCOMPARE(desk::foreignPix(theirs, own), ForeignPix::Code);
    QCOMPARE(desk::foreignPix(u"Segue: "_s + theirs, own), ForeignPix::Code);
    QCOMPARE(desk::foreignPix(theirs.chopped(2), own), ForeignPix::Code); // whatever it is, it is not ours
    const QString key = u"7d9f0335-8dcc-4054-9bf9-0dbd61d3e21c"_s;
    QCOMPARE(desk::foreignPix(ours + u"\nou a chave "_s + key, own), ForeignPix::None);
    QCOMPARE(desk::foreignPix(ours + u"\nou golpe@exemplo.com"_s, own),
             ForeignPix::Key); // ours vouches for nothing else
    QCOMPARE(desk::foreignPix(ours + u'\n' + theirs, own), ForeignPix::Code);
    QCOMPARE(desk::foreignPix(u"O br.gov.bcb.pix manda. Pix: golpe@exemplo.com"_s, own), ForeignPix::Key);
    QString unseen = theirs;
    QCOMPARE(desk::foreignPix(unseen.replace(u"bcb"_s, u"b\u200dcb"_s, Qt::CaseInsensitive), own), ForeignPix::Code);
    QString ownBroken = ours;
    QCOMPARE(desk::foreignPix(ownBroken.insert(60, u"\n"_s) + u" golpe@exemplo.com"_s, own), ForeignPix::Key);
    QCOMPARE(desk::foreignPix(ours + u"\nou CPF 123.456.789-09"_s, own), ForeignPix::Key);
    for (qsizetype at = 1; at < theirs.size(); ++at) {
        QString broken = theirs;
        QVERIFY2(desk::foreignPix(broken.insert(at, u"\r\n"_s), own) == ForeignPix::Code, qPrintable(broken));
    }
}

void tst_pixwords::swappedKeyIsAskedAbout()
{
    Shop s;
    QSignalSpy asked(&s.composer, &desk::ComposerPresenter::foreignPixFound);
    s.composer.setText(u"Pix: golpe@exemplo.com"_s);
    s.composer.send(); // nobody has said to whom the shop's goes
    QCOMPARE(s.actions.sent.size(), 1);
    s.actions.sent.takeFirst().done(true);
    s.composer.setOwnPix(FakePix::bakery());
    s.composer.setText(u"Pix: golpe@exemplo.com"_s);
    s.composer.send();
    QVERIFY(s.actions.sent.isEmpty());
    QCOMPARE(asked.size(), 1);
    QVERIFY(s.composer.isWarning());
    QCOMPARE(s.composer.noteText(), u"This Pix key is not the shop's. The message was not sent."_s);
    s.composer.send(); // a second Enter is no answer
    QVERIFY(s.actions.sent.isEmpty());
    QCOMPARE(asked.size(), 2);
    s.composer.sendForeignPix();
    QCOMPARE(s.actions.sent.size(), 1);
    QCOMPARE(s.actions.sent.first().text, u"Pix: golpe@exemplo.com"_s);
    s.actions.sent.first().done(true);
    s.composer.setText(u"Pix: golpe@exemplo.com"_s);
    s.composer.send(); // the next one is asked about again
    QCOMPARE(s.actions.sent.size(), 1);
    s.composer.setNote(true);
    s.composer.send(); // a note reaches no customer
    QCOMPARE(s.workDone.did.size(), 1);
}

void tst_pixwords::questionIsAboutThoseWords()
{
    Shop s;
    s.composer.setOwnPix(FakePix::bakery());
    s.composer.sendForeignPix();
    s.composer.setText(u"Pix: golpe@exemplo.com"_s);
    s.composer.send();
    s.composer.setText(u"Pix: outro@exemplo.com"_s);
    s.composer.sendForeignPix();
    QVERIFY(s.actions.sent.isEmpty());
}

BALCAO_TEST(tst_pixwords)
#include "tst_pixwords.moc"
