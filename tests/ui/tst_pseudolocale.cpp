// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/keytable.h"
#include "paintedtext.h"
#include "support/testmain.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keylist.h"
#include "ui/tray.h"
#include "walk.h"
#include "words.h"

#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTranslator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// No letter as English has it.
constexpr QStringView kLetters = u"āßćďēđğħīĵķĺŋńōþœŕśţūŭŵĸŷź";

/// A language that nobody speaks: two letters of five are doubled, for translations are longer, and none is a plain
/// one. A plain letter that is seen was never given to tr().
class Pseudo final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int n) const override
    {
        const QByteArrayView where(context);
        if (!where.startsWith("balcao::") && where != "SignPanel")
            return {};
        QString text;
        const QString given = QString::fromUtf8(source);
        int letters = 0;
        for (qsizetype i = 0; i < given.size(); ++i) {
            const char16_t plain = given[i].unicode();
            if (plain == u'%') {
                text += given.mid(i++, 2); // %1, %n
                continue;
            }
            const char16_t low = plain | 0x20;
            if (low < u'a' || low > u'z') {
                text += given[i];
                continue;
            }
            const QChar letter = kLetters[low - u'a'];
            text += low == plain ? letter : letter.toUpper();
            if (++letters * 2 % 5 < 2)
                text += letter;
        }
        return text.replace("%n"_L1, QString::number(n));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Plain letters that are no key's name and not the program's.
QString plainWord(QString text)
{
    QStringList keys{QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText),
                     QKeySequence(Qt::Key_Tab).toString(QKeySequence::NativeText)};
    for (const desk::KeyTable::Row &row : desk::KeyTable::rows())
        keys.append(ui::shownKeys(row.keys));
    std::ranges::sort(keys, std::ranges::greater(), &QString::size);
    for (const QString &key : std::as_const(keys)) {
        if (text == key || text.endsWith(u", "_s + key)) // in what a row tells
            text.chop(key.size());
    }
    text.remove(ui::programName());
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    return word.match(text).captured();
}

QStringList bareIn(QWidget &root, const QStringList &data)
{
    QStringList problems;
    const auto isData = [&data](const QString &text) {
        return std::ranges::any_of(data, [&text](const QString &one) { return one.contains(text); });
    };
    const auto said = saidBy(root);
    for (const Said &one : said) {
        if (!plainWord(one.text).isEmpty() && !isData(one.text))
            problems.append(u"%1 without tr(): \"%2\""_s.arg(one.where, one.text));
    }
    // What delegates write is in no property.
    QStringList shown = data;
    const auto lines = root.findChildren<QLineEdit *>();
    for (const QLineEdit *line : lines)
        shown.append({line->text(), line->property("example").toBool() ? line->placeholderText() : QString()});
    for (const PaintedPiece &piece : paintedBy(root)) {
        const bool isKnown = std::ranges::any_of(shown, [&piece](const QString &one) {
            return one.contains(piece.text.endsWith(u'…') ? piece.text.chopped(1) : piece.text);
        });
        if (!isKnown && !plainWord(piece.text).isEmpty())
            problems.append(u"painted without tr(): \"%1\""_s.arg(piece.text));
    }
    return problems;
}

/// Digits: what has letters is the program's.
const Data &digits()
{
    static const Data data{{u"1000"_s, u"1001"_s, u"1002"_s, u"2000"_s}, {u"1"_s, u"2"_s}, u"12,50? 3"_s, u"7"_s};
    return data;
}

} // namespace

// Every place of the window in a language that does not exist, wide and narrow, with usual and with large letters:
// nothing stays English, nothing is cut.
class tst_pseudolocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsBareOrCut_data();
    void nothingIsBareOrCut();
    void theTraySpeaksIt();
    void bareWordsAndCutOnesAreSeen();

private:
    Pseudo m_pseudo;
    QLocale m_locale;
};

void tst_pseudolocale::initTestCase()
{
    QCoreApplication::installTranslator(&m_pseudo);
    // The system's own words, of days and months, have no plain letters either.
    QLocale::setDefault(QLocale(QLocale::Russian));
}

void tst_pseudolocale::cleanupTestCase()
{
    QCoreApplication::removeTranslator(&m_pseudo);
    QLocale::setDefault(m_locale);
}

void tst_pseudolocale::nothingIsBareOrCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const QSize size : {QSize(1366, 768), QSize(1180, 768), QSize(1024, 768), QSize(760, 600)}) {
        for (const int percent : {100, 150})
            QTest::addRow("%d px, %d %%", size.width(), percent) << size << percent;
    }
}

void tst_pseudolocale::nothingIsBareOrCut()
{
    QFETCH(const QSize, size);
    QFETCH(const int, percent);
    const DesignFont font;
    Window w;
    fillShop(w, digits());
    w.appearance.setTextPercent(percent);
    w.window.resize(size);
    qsizetype problems = 0;
    for (const Place &place : places()) {
        QWidget *shown = place.enter(w);
        QVERIFY2(shown, place.name);
        settle();
        const QStringList found = bareIn(*shown, {w.data.folder(), QString::fromLatin1(kLink)}) + crampedIn(*shown);
        for (const QString &one : found)
            qWarning("%s: %s", place.name, qPrintable(one)); // there may be many, and a failure's message is short
        problems += found.size();
        leave(w, place);
    }
    QCOMPARE(problems, 0);
    QCOMPARE(w.window.size(), size);
}

void tst_pseudolocale::theTraySpeaksIt()
{
    QWidget window;
    ui::Tray tray(window);
    tray.setServing(true);
    tray.setSilenced(true);
    tray.setCount(3, {});
    const auto actions = tray.menu().actions();
    QVERIFY(actions.size() > 2);
    for (const QAction *action : actions)
        QVERIFY2(plainWord(action->text()).isEmpty(), qPrintable(action->text()));
    QVERIFY2(plainWord(tray.toolTip()).isEmpty(), qPrintable(tray.toolTip()));
}

void tst_pseudolocale::bareWordsAndCutOnesAreSeen()
{
    QWidget page;
    QPushButton bare(u"Save"_s, &page);
    bare.setObjectName(u"bare"_s);
    page.show();
    bare.resize(bare.sizeHint());
    QCOMPARE(bareIn(page, {}).size(), 2); // said and painted
    QVERIFY(bareIn(page, {}).first().contains(u"#bare text without tr(): \"Save\""_s));
    bare.setText(m_pseudo.translate("balcao::ui::Composer", "Save", nullptr, 0));
    bare.resize(bare.sizeHint());
    QVERIFY(bareIn(page, {}).isEmpty());
    QVERIFY(crampedIn(page).isEmpty());
    bare.resize(bare.sizeHint() / 2);
    QVERIFY(crampedIn(page).join(u'\n').contains(u"is cut"_s));
    bare.resize(bare.sizeHint());
    QPushButton above(u"0"_s, &page);
    above.setGeometry(bare.geometry());
    above.show();
    QVERIFY(crampedIn(page).join(u'\n').contains(u"overlap"_s));
}

BALCAO_TEST(tst_pseudolocale)
#include "tst_pseudolocale.moc"
