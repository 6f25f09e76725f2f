// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/markedtext.h"
#include "support/testmain.h"

#include <QTest>

#include <ctime>
#include <random>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "b[oi]": what is marked, in brackets after the letters of its marks.
QString drawn(const MarkedText &shown)
{
    QString text;
    qsizetype at = 0;
    for (const MarkRun &run : shown.runs) {
        text += shown.text.mid(at, run.start - at);
        text += (run.marks & Mark::Bold ? u"b"_s : QString()) + (run.marks & Mark::Italic ? u"i"_s : QString()) +
                (run.marks & Mark::Strike ? u"s"_s : QString()) + (run.marks & Mark::Code ? u"c"_s : QString());
        text += u'[' + shown.text.mid(run.start, run.length) + u']';
        at = run.start + run.length;
    }
    return text + shown.text.mid(at);
}

} // namespace

class tst_markedtext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreReadAsWhatsAppDoes_data();
    void marksAreReadAsWhatsAppDoes();
    void hostileTextsTakeLinearTime_data();
    void hostileTextsTakeLinearTime();
    void anyTextGivesOrderedRunsWithinIt();
    void linksKeepTheirPlaceAndTellTheirHost();
    void whatTurnsLettersAroundIsGone();
};

void tst_markedtext::marksAreReadAsWhatsAppDoes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const std::pair<QString, QString> rows[] = {
        {u"*oi*"_s, u"b[oi]"_s},
        {u"_oi_ ~oi~ ```oi```"_s, u"i[oi] s[oi] c[oi]"_s},
        {u"fica *R$ 42,00* hoje"_s, u"fica b[R$ 42,00] hoje"_s},
        {u"*_oi_*"_s, u"bi[oi]"_s},
        {u"*a _b_ c*"_s, u"b[a ]bi[b]b[ c]"_s},
        {u"_*~oi~*_"_s, u"bis[oi]"_s},
        {u"(*oi*)!"_s, u"(b[oi])!"_s},
        {u"*oi*,"_s, u"b[oi],"_s},
        // Not at the edge of a word, not around spaces, not across lines.
        {u"2*3*4"_s, u"2*3*4"_s},
        {u"nome_do_arquivo"_s, u"nome_do_arquivo"_s},
        {u"a*oi*"_s, u"a*oi*"_s},
        {u"*oi*a"_s, u"*oi*a"_s},
        {u"* oi*"_s, u"* oi*"_s},
        {u"*oi *"_s, u"*oi *"_s},
        {u"*oi\nmais*"_s, u"*oi\nmais*"_s},
        {u"```a\nb```"_s, u"```a\nb```"_s},
        {u"* um\n* dois"_s, u"* um\n* dois"_s},
        {u"*"_s, u"*"_s},
        {u"**"_s, u"**"_s},
        {u"``````"_s, u"``````"_s},
        {u"```   ```"_s, u"```   ```"_s},
        {u"*só um"_s, u"*só um"_s},
        {u"*a *b*"_s, u"b[a *b]"_s},
        // They nest, and do not cross.
        {u"*a _b* c_"_s, u"b[a _b] c_"_s},
        {u"_a *b_ c*"_s, u"i[a *b] c*"_s},
        // Nothing is a mark within code or an address.
        {u"```*a* _b_```"_s, u"c[*a* _b_]"_s},
        {u"https://a.example/_x_/*y*"_s, u"https://a.example/_x_/*y*"_s},
        {u"*https://a.example/x*"_s, u"b[https://a.example/x]"_s},
        {u"*ação*é"_s, u"*ação*é"_s},
        {u"*e\u0301*\u0301"_s, u"*e\u0301*\u0301"_s},
        {u"*👍*"_s, u"b[👍]"_s},
        {u"👍*oi*👍"_s, u"👍b[oi]👍"_s},
        {u"*oi*\n*oi*"_s, u"b[oi]\nb[oi]"_s},
        {u""_s, u""_s},
        {u"<b>oi</b> &amp;"_s, u"<b>oi</b> &amp;"_s},
    };
    int row = 0;
    for (const auto &[typed, shown] : rows)
        QTest::addRow("%d", ++row) << typed << shown;
}

void tst_markedtext::marksAreReadAsWhatsAppDoes()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);
    QCOMPARE(drawn(markedText(typed)), shown);
    QCOMPARE(withoutMarks(typed), markedText(typed).text);
}

void tst_markedtext::hostileTextsTakeLinearTime_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece :
         {u"*"_s, u"*_~"_s, u"*a "_s, u"```"_s, u"``` "_s, u"`"_s, u"*a_b~c```"_s, u" *a* _b_ "_s, u"http://"_s,
          u"https://a.b "_s, u"http://a.b/((("_s, u"\u202e*"_s, u"e\u0301"_s})
        QTest::newRow(qPrintable(QString::fromLatin1(piece.toUtf8().toHex()))) << piece;
}

// Eight times the letters take no more than some thirty times as long: squares would take sixty-four.
void tst_markedtext::hostileTextsTakeLinearTime()
{
    QFETCH(const QString, piece);
    const auto best = [&piece](qsizetype letters) {
        const QString text = piece.repeated(letters / piece.size());
        std::clock_t least = std::numeric_limits<std::clock_t>::max(); // of the processor's time: others run here, too
        for (int i = 0; i < 5; ++i) {
            const std::clock_t start = std::clock();
            const MarkedText shown = markedText(text);
            least = qMin(least, std::clock() - start + (shown.text.isEmpty() ? 1 : 0));
        }
        return least;
    };
    const std::clock_t few = best(8192);
    const std::clock_t many = best(65536);
    QVERIFY2(many < 30 * qMax<std::clock_t>(few, 50), qPrintable(u"%1, %2"_s.arg(few).arg(many)));
}

void tst_markedtext::anyTextGivesOrderedRunsWithinIt()
{
    static constexpr char16_t kUnits[] = {u'a',  u' ',   u'*',   u'_',   u'~', u'`',
                                          u'\n', 0x202e, 0xd83c, 0xdf5e, u'.', u'/'};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        QString text = round % 5 == 0 ? u"http://a.b/"_s : QString();
        for (auto left = random() % 30; left > 0; --left)
            text += QChar(kUnits[random() % std::size(kUnits)]);
        const MarkedText shown = markedText(text);
        QVERIFY(shown.links.size() > 0 || shown.text.size() <= text.size());
        qsizetype end = 0;
        for (const MarkRun &run : shown.runs) {
            QVERIFY(run.start >= end && run.length > 0 && run.marks);
            end = run.start + run.length;
        }
        QVERIFY(end <= shown.text.size());
        for (const WebLink &link : shown.links)
            QVERIFY(link.start >= 0 && link.length > 0 && link.start + link.length <= shown.text.size());
    }
}

void tst_markedtext::linksKeepTheirPlaceAndTellTheirHost()
{
    const MarkedText shown = markedText(u"*veja* https://p\u0430ypal.com/x e http://a.example."_s);
    QCOMPARE(shown.links.size(), 2);
    QCOMPARE(shown.text, u"veja https://xn--pypal-4ve.com/x e http://a.example."_s);
    QCOMPARE(shown.text.mid(shown.links[0].start, shown.links[0].length), u"https://xn--pypal-4ve.com/x"_s);
    QCOMPARE(shown.text.mid(shown.links[1].start, shown.links[1].length), u"http://a.example"_s);
    QCOMPARE(markedText(u"https://banco.example@evil.example/a"_s).text, u"https://evil.example/a"_s);
}

void tst_markedtext::whatTurnsLettersAroundIsGone()
{
    QCOMPARE(markedText(u"R$ \u202e00,1\u202c e \u2066x\u2069"_s).text, u"R$ 00,1 e x"_s);
    QVERIFY(markedText(u"https://banco.example\u202e/moc.live"_s).links.isEmpty());
    QCOMPARE(markedText(u"\u200eok\u200f"_s).text, u"\u200eok\u200f"_s); // harmless, and Hebrew needs them
}

BALCAO_TEST(tst_markedtext)
#include "tst_markedtext.moc"
