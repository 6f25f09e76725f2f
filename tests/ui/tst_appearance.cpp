// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/style/fonts.h"
#include "ui/style/maskicon.h"
#include "ui/windowplace.h"
#include "window.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using ui::Theme;

// Colours and sizes change under an open window, and a system in high contrast keeps its own.
class tst_appearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemeChangesUnderTheOpenWindow();
    void textGrowsUnderTheOpenWindow();
    void grownTextStaysSoWhateverItSays();
    void theBadgeGrowsWithItsNumber();
    void highContrastGetsNeitherPaletteNorSheet();
    void windowComesBackWhereItCanBeReached_data();
    void windowComesBackWhereItCanBeReached();
};

void tst_appearance::schemeChangesUnderTheOpenWindow()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.show(chat);
    const auto *hide = w.find<QPushButton>("hideScreen");
    const auto tint = [hide] { return ui::MaskIcon::of(hide->icon())->colour; };
    QCOMPARE(tint(), Theme::light().text2);
    const QImage light = w.window.grab().toImage();
    w.appearance.apply(ui::ColourScheme::Dark);
    QVERIFY(w.appearance.theme().dark);
    QCOMPARE(tint(), Theme::darkOne().text2);
    QCOMPARE(qApp->palette().color(QPalette::Window), Theme::darkOne().window);
    const QImage dark = w.window.grab().toImage();
    const QPoint inRail(4, 400);
    QCOMPARE(light.pixelColor(inRail), Theme::light().rail);
    QCOMPARE(dark.pixelColor(inRail), Theme::darkOne().rail);
    w.appearance.apply(ui::ColourScheme::Light);
    QCOMPARE(tint(), Theme::light().text2);
}

void tst_appearance::textGrowsUnderTheOpenWindow()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.show(chat);
    const auto *title = w.find<QLabel>("threadTitle"); // a size of its own
    const auto *hide = w.find<QPushButton>("hideScreen");
    auto *list = w.find<QListView>("conversations");
    const qreal titleBefore = title->font().pointSizeF();
    const qreal hideBefore = hide->font().pointSizeF();
    const int rowBefore = list->visualRect(list->model()->index(0, 0)).height();
    w.appearance.setTextPercent(200);
    QCOMPARE(title->font().pointSizeF(), titleBefore * 2);
    QCOMPARE(hide->font().pointSizeF(), hideBefore * 2);
    QTRY_VERIFY(list->visualRect(list->model()->index(0, 0)).height() > rowBefore);
    w.appearance.setTextPercent(100);
    QCOMPARE(title->font().pointSizeF(), titleBefore);
    QCOMPARE(hide->font().pointSizeF(), hideBefore);
}

void tst_appearance::grownTextStaysSoWhateverItSays()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.show(chat);
    const auto *health = w.find<QLabel>("health");
    w.appearance.setTextPercent(200);
    const qreal size = health->font().pointSizeF();
    for (const auto kind : {sync::ConnectionState::Kind::Offline, sync::ConnectionState::Kind::Online}) {
        sync::ConnectionState state;
        state.kind = kind;
        w.connection.setState(state); // another colour
        QCOMPARE(health->font().pointSizeF(), size);
    }
    w.appearance.setTextPercent(100);
}

void tst_appearance::theBadgeGrowsWithItsNumber()
{
    Window w;
    const Chat open = w.log.open();
    w.log.receive(open, u"Oi"_s);
    const Chat other = w.log.open();
    w.log.receive(other, u"Oi"_s);
    w.show(open);
    auto *list = w.find<QListView>("conversations");
    w.appearance.setTextPercent(200);
    QTRY_COMPARE(w.inbox.model().rowCount(), 2);
    const QModelIndex unread = list->model()->index(list->model()->rowCount() - 1, 0);
    const QRect row = list->visualRect(unread);
    const QImage image = list->viewport()->grab(row).toImage();
    const QRgb accent = w.appearance.theme().accent.rgb();
    int height = 0;
    for (int y = 0; y < image.height(); ++y) {
        int filled = 0; // the time above has the same colour, in thin lines
        for (int x = image.width() - 60; x < image.width(); ++x)
            filled += image.pixel(x, y) == accent ? 1 : 0;
        height += filled >= 12 ? 1 : 0;
    }
    const int letters = QFontMetrics(ui::semibold(ui::captionFont(list->font()))).height();
    w.appearance.setTextPercent(100);
    QVERIFY2(5 * height >= 4 * letters, qPrintable(u"%1 px for %2"_s.arg(height).arg(letters))); // its ends are round
}

void tst_appearance::highContrastGetsNeitherPaletteNorSheet()
{
    qputenv("BALCAO_HIGH_CONTRAST", "1");
    ui::Appearance appearance(*qApp, ui::ColourScheme::Dark);
    qunsetenv("BALCAO_HIGH_CONTRAST");
    QVERIFY(qApp->styleSheet().isEmpty());
    const Theme &theme = appearance.theme();
    const QPalette palette = qApp->palette();
    QVERIFY(palette.color(QPalette::Window) != Theme::darkOne().window);
    QList<QColor> roles;
    for (const auto role :
         {QPalette::Window, QPalette::Base, QPalette::WindowText, QPalette::Highlight, QPalette::HighlightedText})
        roles.append(palette.color(role));
    for (const QColor &used : {theme.window, theme.list, theme.thread, theme.surface, theme.out, theme.sel, theme.text,
                               theme.text3, theme.accent, theme.onAccent, theme.time, theme.timeBg, theme.danger,
                               theme.border, ui::tagColour(theme, u"#B4531A"_s), ui::avatarColours(theme, 3).fill})
        QVERIFY2(roles.contains(used), qPrintable(used.name()));
    appearance.apply(ui::ColourScheme::Light); // the system has gone back
    QVERIFY(!qApp->styleSheet().isEmpty());
}

void tst_appearance::windowComesBackWhereItCanBeReached_data()
{
    QTest::addColumn<QRect>("kept");
    QTest::addColumn<QRect>("expected");
    QTest::newRow("where it was") << QRect(100, 80, 1000, 600) << QRect(100, 80, 1000, 600);
    QTest::newRow("screen gone") << QRect(2500, 80, 1000, 600) << QRect(366, 80, 1000, 600);
    QTest::newRow("far above") << QRect(100, -900, 1000, 600) << QRect(100, 0, 1000, 600);
    QTest::newRow("on the second") << QRect(-1000, 10, 900, 600) << QRect(-1000, 10, 900, 600);
    QTest::newRow("larger than all") << QRect(0, 0, 4000, 3000) << QRect(0, 0, 1366, 728);
}

void tst_appearance::windowComesBackWhereItCanBeReached()
{
    QFETCH(const QRect, kept);
    QFETCH(const QRect, expected);
    QCOMPARE(ui::placeOnScreen(kept, {{0, 0, 1366, 728}, {-1024, 0, 1024, 768}}), expected);
}

BALCAO_TEST(tst_appearance)
#include "tst_appearance.moc"
