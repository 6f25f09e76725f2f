// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/keytable.h"
#include "support/testmain.h"
#include "ui/style/sounds.h"
#include "window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSlider>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::Preferences;

namespace {

struct Opened : Window
{
    Opened()
    {
        const Chat chat = log.open();
        log.receive(chat, u"Oi"_s);
        show(chat);
        window.activateWindow();
        window.inbox()->showSettings(true);
    }
    void section(int row) const { find<QListWidget>("settingsSections")->setCurrentRow(row); }
};

} // namespace

// The settings: each does what it says at once, and all of it by keyboard.
class tst_settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void railOpensThemAndEscapeCloses();
    void theyAreFoundByName();
    void everyControlChangesItsPreference();
    void theWayIsShownAndTested();
    void everyControlHasANameAndAKey();
    void nothingIsClippedAtTwiceTheText_data();
    void nothingIsClippedAtTwiceTheText();
    void everyShortcutOfTheWindowStandsInTheTable();
    void cheatSheetShowsEveryKey();
    void soundsArePlayedAndAreSounds();
    void pinFieldsAreEmptiedForSomebodyElse();
};

void tst_settings::railOpensThemAndEscapeCloses()
{
    Opened w;
    auto *page = w.find<QFrame>("settingsPage");
    auto *rail = w.find<QPushButton>("settings");
    const auto *views = w.find<QListView>("views");
    QVERIFY(page->isVisible() && rail->isChecked());
    QVERIFY(views->selectionModel()->selectedIndexes().isEmpty()); // one place is marked
    QVERIFY(!w.find<QListView>("threadView")->isVisible());
    QTest::keyClick(&w.window, Qt::Key_Escape);
    QVERIFY(!page->isVisible() && !rail->isChecked());
    QCOMPARE(views->selectionModel()->selectedIndexes().size(), 1);
    QVERIFY(w.find<QListView>("threadView")->isVisible());
    QTest::mouseClick(rail, Qt::LeftButton);
    QVERIFY(page->isVisible());
    QTest::keyClick(&w.window, Qt::Key_F2); // back to work is one key
    QVERIFY(!page->isVisible());
}

void tst_settings::theyAreFoundByName()
{
    Opened w;
    w.window.inbox()->showSettings(false);
    w.palette.start();
    int row = -1;
    for (int i = 0; i < w.palette.model().rowCount(); ++i) {
        if (w.palette.model().index(i, 0).data().toString() == u"Settings"_s)
            row = i;
    }
    QVERIFY(row >= 0);
    w.palette.take(row);
    QVERIFY(w.find<QFrame>("settingsPage")->isVisible());
    // Each section by its own name, once something is typed.
    for (int i = 0; i < w.palette.model().rowCount(); ++i)
        QVERIFY(!w.palette.model().index(i, 0).data().toString().startsWith(u"Settings:"_s));
    w.window.inbox()->showSettings(false);
    w.palette.type(u"sounds"_s);
    const auto &rows = w.palette.model().rows();
    const auto found = [&rows] {
        return std::ranges::find(rows, u"Settings: Sounds and notifications"_s, &desk::PaletteRow::title);
    };
    QTRY_VERIFY(found() != rows.cend());
    w.palette.take(static_cast<int>(found() - rows.cbegin()));
    QVERIFY(w.find<QFrame>("settingsPage")->isVisible());
    QCOMPARE(w.find<QListWidget>("settingsSections")->currentItem()->text(), u"Sounds and notifications"_s);
}

void tst_settings::everyControlChangesItsPreference()
{
    Opened w;
    w.preferences.setHasTray(true);
    const auto now = [&w] { return w.preferences.now(); };
    w.section(2);
    QTest::mouseClick(w.find<QRadioButton>("schemeDark"), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(now().scheme, Preferences::Scheme::Dark);
    QTest::keyClick(w.find<QSlider>("textSize"), Qt::Key_Right);
    QCOMPARE(now().textPercent, 110);
    w.find<QCheckBox>("checkSpelling")->click();
    QVERIFY(!now().spelling);
    w.find<QCheckBox>("startMinimised")->click();
    QVERIFY(now().startMinimised);
    w.find<QCheckBox>("closeToTray")->click();
    QVERIFY(!now().closeToTray);
    w.section(3);
    w.find<QCheckBox>("notificationContent")->click();
    QVERIFY(!now().notificationContent);
    w.find<QCheckBox>("notifications")->click();
    QVERIFY(!now().notifications);
    QVERIFY(!w.find<QCheckBox>("notificationContent")->isEnabled());
    w.find<QCheckBox>("sounds")->click();
    QVERIFY(!now().sounds);
    w.section(5);
    auto *minutes = w.find<QComboBox>("lockMinutes");
    minutes->setFocus();
    QTest::keyClick(minutes, Qt::Key_Home);
    QCOMPARE(now().lockMinutes, 0);
    // And what is changed elsewhere is shown here.
    w.preferences.set(&Preferences::sounds, true);
    QVERIFY(w.find<QCheckBox>("sounds")->isChecked());
}

void tst_settings::theWayIsShownAndTested()
{
    Opened w;
    w.line.setShop({u"lua.example"_s,
                    u"Caixa 1"_s,
                    {u"Caixa 1"_s, u"Gerência"_s},
                    {{u"106"_s, u"Balcão"_s, u"Padaria Lua"_s, false}},
                    {}});
    w.section(0);
    sync::ConnectionState state;
    state.kind = sync::ConnectionState::Kind::Online;
    w.connection.setState(state);
    const auto words = [&w] {
        QStringList all;
        for (const QLabel *label : w.find<QFrame>("settingsPage")->findChildren<QLabel *>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all;
    };
    for (const QString &one : {u"Shop's server"_s, u"connected"_s, u"Padaria Lua"_s, u"106"_s, u"lua.example"_s,
                               u"2 · Caixa 1 (this one) · Gerência"_s})
        QVERIFY2(words().contains(one), qPrintable(one));
    // A blue disc where it is well, and a line between two of them.
    auto *way = w.find<QWidget>("lineWay");
    const auto countOf = [way](const QColor &colour) {
        const QImage image = way->grab().toImage();
        int found = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                found += image.pixelColor(x, y) == colour;
        }
        return found;
    };
    QVERIFY(countOf(w.appearance.theme().sel) > 500);
    QCOMPARE(countOf(w.appearance.theme().timeBg), 0);
    QVERIFY(countOf(w.appearance.theme().accent) > 100);
    auto *test = w.find<QPushButton>("lineTest");
    test->click();
    QVERIFY(!test->isEnabled() && w.lineCheck.asked);
    w.lineCheck.asked({true, 38, u"0.1.0"_s, 0, {}});
    QVERIFY(test->isEnabled());
    QVERIFY(words().contains(u"answered in 38 ms"_s) && words().contains(u"0.1.0"_s));
    QVERIFY(w.find<QLabel>("lineTested")->text().startsWith(u"tested at"_s));
    state.kind = sync::ConnectionState::Kind::Offline;
    w.connection.setState(state);
    QVERIFY(words().contains(u"does not answer"_s) && words().contains(u"only the server could say"_s));
    QVERIFY(countOf(w.appearance.theme().timeBg) > 200);
}

void tst_settings::everyControlHasANameAndAKey()
{
    Opened w;
    int seen = 0;
    for (int row = 0; row < 8; ++row) {
        w.section(row);
        const auto widgets = w.find<QFrame>("settingsPage")->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool control = button || qobject_cast<const QLineEdit *>(widget) ||
                                 qobject_cast<const QComboBox *>(widget) || qobject_cast<const QSlider *>(widget) ||
                                 qobject_cast<const QListWidget *>(widget);
            if (!control || !widget->isVisible())
                continue;
            ++seen;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            const QString name =
                widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
            QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
        }
    }
    QVERIFY(seen > 20);
}

void tst_settings::nothingIsClippedAtTwiceTheText_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("common") << QSize(1366, 768);
    QTest::newRow("narrow") << QSize(760, 768);
}

void tst_settings::nothingIsClippedAtTwiceTheText()
{
    QFETCH(const QSize, size);
    Opened w;
    w.appearance.setTextPercent(200);
    w.window.resize(size);
    QTRY_COMPARE(w.window.inbox()->width(), size.width());
    QCOMPARE(w.window.size(), size); // it does not push the window wider
    for (int row = 0; row < 8; ++row) {
        w.section(row);
        const auto areas = w.find<QFrame>("settingsPage")->findChildren<QScrollArea *>();
        for (const QScrollArea *area : areas) {
            if (area->isVisible())
                QTRY_VERIFY2(area->widget()->width() <= area->viewport()->width(),
                             qPrintable(u"section %1: %2 in %3"_s.arg(row)
                                            .arg(area->widget()->width())
                                            .arg(area->viewport()->width())));
        }
    }
    w.appearance.setTextPercent(100);
}

void tst_settings::everyShortcutOfTheWindowStandsInTheTable()
{
    Opened w;
    QStringList known{u"Esc"_s};
    for (const desk::KeyTable::Row &row : desk::KeyTable::rows())
        known.append(row.keys);
    const auto shortcuts = w.window.findChildren<QShortcut *>();
    QVERIFY(shortcuts.size() > 12);
    for (const QShortcut *one : shortcuts) {
        const QString keys = one->key().toString(QKeySequence::PortableText);
        QVERIFY2(known.contains(keys), qPrintable(keys));
    }
}

void tst_settings::cheatSheetShowsEveryKey()
{
    Opened w;
    QTest::keyClick(&w.window, Qt::Key_F1);
    auto *sheet = w.find<QDialog>("keysDialog");
    QTRY_VERIFY(sheet->isVisible());
    QStringList shown;
    const auto labels = sheet->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        shown.append(label->text());
    for (const desk::KeyTable::Row &row : desk::KeyTable::rows()) {
        if (row.keys.isEmpty())
            continue;
        QVERIFY2(shown.contains(row.words), qPrintable(row.words));
        QVERIFY2(shown.contains(row.keys), qPrintable(row.keys));
    }
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"keysDialog"_s));
}

void tst_settings::soundsArePlayedAndAreSounds()
{
    Opened w;
    w.section(3);
    for (const char *name : {"listenMessage", "listenFailed", "listenBack", "listenPaid"})
        w.find<QPushButton>(name)->click();
    QCOMPARE(w.sounds.chimes,
             (QList<desk::Chime>{desk::Chime::Message, desk::Chime::Failed, desk::Chime::Back, desk::Chime::Paid}));
    for (const desk::Chime chime : w.sounds.chimes) {
        QFile file(ui::soundFile(chime));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(4) == "RIFF" && file.size() < 40 * 1024);
    }
}

void tst_settings::pinFieldsAreEmptiedForSomebodyElse()
{
    Opened w;
    QTest::keyClicks(w.find<QLineEdit>("pinOld"), u"1234"_s);
    w.account.setOperator({OperatorId::create(), u"Bruno"_s, Role::Manager, true});
    QVERIFY(w.find<QLineEdit>("pinOld")->text().isEmpty());
    QVERIFY(w.find<QLabel>("accountWho")->text().startsWith(u"Bruno"_s));
    w.account.setOperator({OperatorId::create(), u"Ana"_s, Role::Attendant, false});
    QVERIFY(!w.find<QLineEdit>("pinOld")->isVisible()); // there is none to change
}

BALCAO_TEST(tst_settings)
#include "tst_settings.moc"
