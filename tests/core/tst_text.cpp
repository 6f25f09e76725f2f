// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/text.h"
#include "support/testmain.h"

#include <QTest>

#include <random>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kBread = u"🍞"_s; // two UTF-16 units

bool isWellFormed(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (!text[i].isHighSurrogate() || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
            return false;
        ++i;
    }
    return true;
}

/// Any sequence of units that a hostile sender may make: pairs, halves, controls, letters.
QString anyUnits(std::mt19937 &random)
{
    static constexpr char16_t kUnits[] = {u'a', u' ', u'\n',  u'\r',  u'\t',  0,
                                          0x85, 0x1b, 0xd83c, 0xdf5e, 0x202e, 0x301};
    QString text;
    const auto length = random() % 40;
    for (auto i = 0U; i < length; ++i)
        text += QChar(kUnits[random() % std::size(kUnits)]);
    return text;
}

} // namespace

class tst_text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileNamesAreSafeToShow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("extension");
        const std::tuple<QString, QString, QString> rows[] = {
            {u"Encomenda-0218.pdf"_s, u"Encomenda-0218"_s, u"pdf"_s},
            {u"nota.pdf.exe"_s, u"nota.pdf"_s, u"exe"_s},
            {u"fatura\u202efdp.exe"_s, u"faturafdp"_s, u"exe"_s},
            {u"CON.txt"_s, u"CON"_s, u"txt"_s},
            {u"a:b"_s, u"a:b"_s, QString()},
            {u"nota.exe. . "_s, u"nota"_s, u"exe"_s},
            {u"../../../etc/passwd"_s, u"passwd"_s, QString()},
            {u"C:\\Windows\\x.LNK"_s, u"x"_s, u"lnk"_s},
            {u"foto de hoje.2. de novo"_s, u"foto de hoje.2. de novo"_s, QString()},
            {u"a\nb\x1b.pdf"_s, u"a b"_s, u"pdf"_s},
            {u"x\u200b.pdf"_s, u"x"_s, u"pdf"_s},
            {u"..."_s, QString(), QString()},
            {QString(), QString(), QString()},
        };
        int row = 0;
        for (const auto &[name, base, extension] : rows)
            QTest::addRow("%d", ++row) << name << base << extension;
    }
    void fileNamesAreSafeToShow()
    {
        QFETCH(const QString, name);
        QTEST(safeFileName(name).base, "base");
        QTEST(safeFileName(name).extension, "extension");
    }
    void aLongFileNameKeepsItsExtension()
    {
        const FileName shown = safeFileName(QString(300, u'n') + u".scr"_s);
        QCOMPARE(shown.base.size(), 120);
        QCOMPARE(shown.extension, u"scr"_s);
    }
    void wordsAreMatchedWithoutAccents()
    {
        using Found = QList<std::pair<qsizetype, qsizetype>>;
        QCOMPARE(wordMatches(u"Pão de AÇÚCAR, pao", {u"pao"_s, u"acu"_s}), (Found{{0, 3}, {7, 3}, {15, 3}}));
        QCOMPARE(wordMatches(u"pa\u0303o", {u"pao"_s}), (Found{{0, 4}}));
        QCOMPARE(wordMatches(u"sopa", {u"pa"_s, QString()}), Found{});
        QCOMPARE(wordMatches(u"", {u"a"_s}), Found{});
    }
    void anIsolatedNameCannotEndItsIsolation() { QCOMPARE(isolated(u"\u2069\u202eAna"), u"\u2068Ana\u2069"_s); }
    void clean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        const QString high(QChar(0xd83c));
        const QString low(QChar(0xdf5e));
        const QString mark = QChar(QChar::ReplacementCharacter);
        QTest::newRow("plain") << u"Bom dia, é 2 pães?"_s << u"Bom dia, é 2 pães?"_s;
        QTest::newRow("emoji") << kBread << kBread;
        QTest::newRow("lone high") << high + u'x' << mark + u'x';
        QTest::newRow("lone low") << u'x' + low << u'x' + mark;
        QTest::newRow("high at the end") << u'x' + high << u'x' + mark;
        QTest::newRow("the wrong way round") << low + high << mark + mark;
        QTest::newRow("CR LF") << u"a\r\nb"_s << u"a\nb"_s;
        QTest::newRow("CR alone") << u"a\rb\r"_s << u"a\nb\n"_s;
        QTest::newRow("tab and newline stay") << u"a\tb\nc"_s << u"a\tb\nc"_s;
        QTest::newRow("C0, DEL, C1") << u"a\u0001\u001b[2Jb\u007f\u0085c"_s << u"a[2Jbc"_s;
        QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u'b') << u"ab"_s;
        QTest::newRow("markup is text") << u"<b>oi</b>&amp;%1"_s << u"<b>oi</b>&amp;%1"_s;
        QTest::newRow("right to left names stay") << u"שלום"_s << u"שלום"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void clean()
    {
        QFETCH(QString, text);
        QTEST(cleanText(text), "clean");
    }

    void cuttingNeverHalvesACharacter()
    {
        const QString text = u'a' + kBread + kBread;
        QCOMPARE(cleanText(text, 0), QString());
        QCOMPARE(cleanText(text, 1), u"a"_s);
        QCOMPARE(cleanText(text, 2), u"a"_s);
        QCOMPARE(cleanText(text, 3), u'a' + kBread);
        QCOMPARE(cleanText(text, 4), u'a' + kBread);
        QCOMPARE(cleanText(text, 5), text);
        QCOMPARE(cleanText(QString(70'000, u'x')).size(), 65'536);
    }

    void preview_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("one line") << u"Bom dia"_s << u"Bom dia"_s;
        QTest::newRow("spaces fold") << u"  Bom\n\n\t dia \u00a0 ! "_s << u"Bom dia !"_s;
        QTest::newRow("overrides go") << u"nota\u202efdp.x"_s << u"notafdp.x"_s;
        QTest::newRow("isolates and marks go") << u"\u2066a\u2069\u200eb\u200fc\u061c"_s << u"abc"_s;
        QTest::newRow("exactly the limit") << u"0123456789"_s << u"0123456789"_s;
        QTest::newRow("one more") << u"0123456789a"_s << u"012345678…"_s;
        QTest::newRow("emoji at the cut") << u"01234567🍞89"_s << u"01234567…"_s;
        QTest::newRow("only spaces") << u" \n "_s << QString();
        QTest::newRow("more beyond a long gap") << u'a' + QString(100, u' ') + u'b' << u"a…"_s;
    }

    void preview()
    {
        QFETCH(QString, text);
        QTEST(previewText(text, 10), "line");
    }

    void anExcerptShowsWhatWasSought()
    {
        const QString before = QString(u"palavra "_s).repeated(40);
        const QString found = excerptText(before + u"bolo de cenoura amanhã"_s, {u"cenoura"_s}, 60);
        QVERIFY2(found.contains(u"bolo de cenoura"_s) && found.startsWith(u"…palavra"_s), qPrintable(found));
        QVERIFY(found.size() <= 60);
        QCOMPARE(excerptText(u"bolo de cenoura"_s, {u"bolo"_s}, 60), u"bolo de cenoura"_s);
        QCOMPARE(excerptText(before, {u"bolo"_s}, 60), previewText(before, 60)); // found by something else
        QCOMPARE(excerptText(QString(500, u'a'), {QString(300, u'a')}, 60), previewText(QString(500, u'a'), 60));
        for (qsizetype size = 1; size < 200; ++size) { // wherever it stands, and whatever stands before
            const QString text = kBread.repeated(size) + u" cenoura"_s;
            QVERIFY(excerptText(text, {u"cenoura"_s}, 60).contains(u"cenoura"_s));
        }
    }

    void previewFitsEveryLimit()
    {
        for (qsizetype limit = 0; limit < 8; ++limit)
            QVERIFY(previewText(kBread + u"bolo de fubá"_s, limit).size() <= limit);
        QCOMPARE(previewText(u"bolo", 1), u"…"_s);
    }

    void anythingComesOutWellFormed()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 3'000; ++round) {
            const QString text = anyUnits(random);
            const auto limit = qsizetype(random() % 20);
            const QString clean = cleanText(text, limit);
            const QString line = previewText(text, limit);
            QVERIFY(isWellFormed(clean) && clean.size() <= limit);
            QVERIFY(isWellFormed(line) && line.size() <= limit);
            QVERIFY(!line.contains(u'\n') && !line.contains(QChar(0x202e)));
            QCOMPARE(cleanText(clean), clean);
        }
    }

    void namesMeetWithoutCaseAndAccents()
    {
        QCOMPARE(foldedText(u"Conceição"), foldedText(u"CONCEICAO"));
        QCOMPARE(foldedText(u"Conceic\u0327a\u0303o"), u"conceicao"_s);
        QCOMPARE(foldedText(u"João Ávila"), u"joao avila"_s);
        QVERIFY(foldedText(u"João") != foldedText(u"Joana"));
        QCOMPARE(foldedText({}), QString());
    }
};

BALCAO_TEST(tst_text)
#include "tst_text.moc"
