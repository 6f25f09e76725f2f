// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/style/theme.h"

using namespace balcao;
using namespace balcao::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kText = 4.5;
constexpr qreal kGraphics = 3.0;

struct Pair
{
    const char *name;
    QColor Theme::*front;
    QColor Theme::*back;
    qreal least;
    qreal light; ///< the contrast that the colours were chosen for, to a tenth
    qreal dark;
};

// What stands on what.
const Pair kPairs[] = {
    {"text on window", &Theme::text, &Theme::window, kText, 14.4, 14.1},
    {"text on rail", &Theme::text, &Theme::rail, kText, 12.9, 15.3},
    {"text on list", &Theme::text, &Theme::list, kText, 15.3, 14.4},
    {"text3 on thread", &Theme::text3, &Theme::thread, kText, 5.5, 7.3},
    {"text on surface", &Theme::text, &Theme::surface, kText, 16.1, 12.6},
    {"text on out", &Theme::text, &Theme::out, kText, 13.3, 10.5},
    {"text on note", &Theme::text, &Theme::note, kText, 13.4, 11.5},
    {"text on sel", &Theme::text, &Theme::sel, kText, 12.8, 9.9},
    {"text2 on hover", &Theme::text2, &Theme::hover, kText, 6.8, 7.8},
    {"borderStrong on surface", &Theme::borderStrong, &Theme::surface, kGraphics, 3.9, 4.1},
    {"text2 on list", &Theme::text2, &Theme::list, kText, 7.6, 8.8},
    {"text3 on sel", &Theme::text3, &Theme::sel, kText, 5.1, 4.8},
    {"disabled on surface", &Theme::disabled, &Theme::surface, kGraphics, 3.1, 3.5},
    {"accent on list", &Theme::accent, &Theme::list, kText, 6.6, 8.5},
    {"onAccent on accentHover", &Theme::onAccent, &Theme::accentHover, kText, 8.9, 9.5},
    {"onAccent on accentPressed", &Theme::onAccent, &Theme::accentPressed, kText, 11.4, 6.3},
    {"onAccent on accent", &Theme::onAccent, &Theme::accent, kText, 7.0, 7.9},
    {"time on timeBg", &Theme::time, &Theme::timeBg, kText, 6.1, 7.9},
    {"text on timeBg", &Theme::text, &Theme::timeBg, kText, 14.1, 10.9},
    {"timeSolid on surface", &Theme::timeSolid, &Theme::surface, kGraphics, 4.0, 7.0},
    {"paid on paidBg", &Theme::paid, &Theme::paidBg, kText, 5.9, 7.5},
    {"text on paidBg", &Theme::text, &Theme::paidBg, kText, 13.6, 10.9},
    {"paidSolid on paidBg", &Theme::paidSolid, &Theme::paidBg, kGraphics, 4.5, 4.2},
    {"danger on dangerBg", &Theme::danger, &Theme::dangerBg, kText, 6.1, 7.3},
    {"text on dangerBg", &Theme::text, &Theme::dangerBg, kText, 13.1, 11.9},
    {"noteText on note", &Theme::noteText, &Theme::note, kText, 7.5, 7.6},
    {"text on mark", &Theme::text, &Theme::mark, kText, 12.4, 6.1},
};

// What the window also puts on top of each other; 0: whatever reaches `least`.
const Pair kMore[] = {
    {"text2 on rail", &Theme::text2, &Theme::rail, kText, 0, 0},
    {"text2 on window", &Theme::text2, &Theme::window, kText, 0, 0},
    {"text2 on thread", &Theme::text2, &Theme::thread, kText, 0, 0},
    {"text2 on surface", &Theme::text2, &Theme::surface, kText, 0, 0},
    {"text2 on sel", &Theme::text2, &Theme::sel, kText, 0, 0},
    {"text3 on surface", &Theme::text3, &Theme::surface, kText, 0, 0},
    {"text3 on out", &Theme::text3, &Theme::out, kText, 0, 0},
    {"text3 on list", &Theme::text3, &Theme::list, kText, 0, 0},
    {"text3 on hover", &Theme::text3, &Theme::hover, kText, 0, 0},
    {"text3 on rail", &Theme::text3, &Theme::rail, kText, 0, 0},
    {"text2 on paidBg", &Theme::text2, &Theme::paidBg, kText, 0, 0},
    {"text3 on paidBg", &Theme::text3, &Theme::paidBg, kText, 0, 0},
    {"text2 on dangerBg", &Theme::text2, &Theme::dangerBg, kText, 0, 0},
    {"text3 on dangerBg", &Theme::text3, &Theme::dangerBg, kText, 0, 0},
    {"text2 on note", &Theme::text2, &Theme::note, kText, 0, 0},
    {"text3 on note", &Theme::text3, &Theme::note, kText, 0, 0},
    {"accent on surface", &Theme::accent, &Theme::surface, kText, 0, 0},
    {"accent on thread", &Theme::accent, &Theme::thread, kText, 0, 0},
    {"accent on window", &Theme::accent, &Theme::window, kText, 0, 0},
    {"accent on sel", &Theme::accent, &Theme::sel, kText, 0, 0},
    {"accent on out", &Theme::accent, &Theme::out, kText, 0, 0},
    {"danger on thread", &Theme::danger, &Theme::thread, kText, 0, 0},
    {"danger on list", &Theme::danger, &Theme::list, kText, 0, 0},
    {"danger on surface", &Theme::danger, &Theme::surface, kGraphics, 0, 0},
    {"time on thread", &Theme::time, &Theme::thread, kText, 0, 0},
    {"time on list", &Theme::time, &Theme::list, kText, 0, 0},
    {"borderStrong on list", &Theme::borderStrong, &Theme::list, kGraphics, 0, 0},
};

const char *const kTagColours[] = {"#b4531a", "#f0a070", "#1f6f78", "#6fc3cc", "#6a46a0", "#b79ae6",  "#9c2d5a",
                                   "#f093b8", "#3b5488", "#98b0e2", "#5d5548", "#bdb3a2", "#ffffff",  "#000000",
                                   "#ffff00", "#00ff00", "#f6f2eb", "#211e1a", "#808080", "nonsense", ""};

} // namespace

Q_DECLARE_METATYPE(const Pair *)

// Whoever sees little reads it all the same: 4.5 to 1 for words, 3 to 1 for shapes that mean something.
class tst_contrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsMeasuredAsTheWebMeasuresIt();
    void everyPairOfTheDesignHolds_data();
    void everyPairOfTheDesignHolds();
    void everyTagStandsOut_data();
    void everyTagStandsOut();
    void everyAvatarIsReadable();
};

void tst_contrast::itIsMeasuredAsTheWebMeasuresIt()
{
    // WCAG 2's own examples.
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
}

void tst_contrast::everyPairOfTheDesignHolds_data()
{
    QTest::addColumn<const Pair *>("pair");
    for (const Pair &pair : kPairs)
        QTest::newRow(pair.name) << &pair;
    for (const Pair &pair : kMore)
        QTest::newRow(pair.name) << &pair;
}

void tst_contrast::everyPairOfTheDesignHolds()
{
    QFETCH(const Pair *, pair);
    for (const Theme *theme : {&Theme::light(), &Theme::darkOne()}) {
        const qreal found = contrast(theme->*(pair->front), theme->*(pair->back));
        const QString words = u"%1: %2"_s.arg(theme->dark ? u"dark"_s : u"light"_s).arg(found);
        QVERIFY2(found >= pair->least, qPrintable(words));
        const qreal designed = theme->dark ? pair->dark : pair->light;
        if (designed > 0)
            QVERIFY2(qAbs(found - designed) < 0.11, qPrintable(words));
    }
}

void tst_contrast::everyTagStandsOut_data()
{
    QTest::addColumn<QString>("colour");
    for (const char *colour : kTagColours)
        QTest::newRow(colour) << QString::fromLatin1(colour);
}

void tst_contrast::everyTagStandsOut()
{
    QFETCH(const QString, colour);
    for (const Theme *theme : {&Theme::light(), &Theme::darkOne()}) {
        const qreal found = contrast(tagColour(*theme, colour), theme->list);
        QVERIFY2(found >= kGraphics, qPrintable(u"%1: %2"_s.arg(theme->dark).arg(found)));
    }
}

void tst_contrast::everyAvatarIsReadable()
{
    for (const Theme *theme : {&Theme::light(), &Theme::darkOne()}) {
        for (uint seed = 0; seed < 6; ++seed) {
            const AvatarColours pair = avatarColours(*theme, seed);
            QVERIFY2(contrast(pair.letters, pair.fill) >= kText, qPrintable(QString::number(seed)));
        }
    }
}

BALCAO_TEST(tst_contrast)
#include "tst_contrast.moc"
