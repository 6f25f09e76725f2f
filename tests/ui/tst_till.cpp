// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "support/testmain.h"
#include "ui/panes/inboxpage.h"
#include "ui/panes/tillpage.h"
#include "ui/panes/tilltable.h"
#include "ui/printing/systempaper.h"
#include "ui/printing/tillpages.h"
#include "ui/printing/tillprinting.h"
#include "ui/style/fonts.h"
#include "window.h"

#include <QAction>
#include <QFile>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

class Door final : public ui::PaperDoor
{
public:
    explicit Door(QString file) : m_file(std::move(file)) {}

    bool hasPrinter() override { return printer; }
    void choosePrinter(QWidget &, Taken taken) override
    {
        ++printed;
        if (meanwhile)
            meanwhile();
        auto pdf = std::make_unique<QPdfWriter>(m_file);
        pdf->setPageSize(QPageSize(QPageSize::A4));
        ui::setMargins(*pdf);
        taken(std::move(pdf), {});
    }
    void chooseFile(QWidget &, const QString &, Taken) override {}
    void choosePath(QWidget &, const Path &wish, std::function<void(const QString &)> taken) override
    {
        wished = wish;
        if (meanwhile)
            meanwhile();
        taken(m_file);
    }

    bool printer = true;
    int printed = 0;
    Path wished;
    std::function<void()> meanwhile;

private:
    QString m_file;
};

struct Till : Window
{
    Chat rosa;
    QTemporaryDir folder;
    Door *door = nullptr;

    Till()
    {
        wire::Subject who;
        who.operatorId = ana;
        log.add(wire::OperatorAdded{u"Ana"_s, Role::Attendant}, who);
        rosa = log.open(u"Rosa Limeira"_s);
        log.receive(rosa, u"Quanto é?"_s);
        log.pay(rosa, log.charge(rosa, {7000}, u"20 pães na chapa"_s, {}, ana).charge, {8000});
        log.pay(rosa, log.charge(rosa, {6250}, u"Torta de limão"_s, {}, ana).charge, {6250});
        log.charge(rosa, {12345}, u"Bolo de cenoura"_s, {}, ana);
        window.resize(1366, 768);
        show(rosa);
        till.setOffline(false);
        till.setShop(u"Padaria Lua"_s);
        QObject::connect(&till, &desk::TillPresenter::conversationWanted, &window,
                         [this](ConversationId conversation, MessageId, qint64) { inbox.open(conversation); });
        auto made = std::make_unique<Door>(file());
        door = made.get();
        window.inbox()->till().printing().setDoor(std::move(made));
    }
    [[nodiscard]] QString file() const { return folder.filePath(u"dia.out"_s); }
    QByteArray written() const
    {
        QFile found(file());
        return found.open(QIODevice::ReadOnly) ? found.readAll() : QByteArray();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window, key, modifiers);
    }
    void openTill()
    {
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(find<QWidget>("tillPage")->isVisible() && till.isKnown() && till.model().rowCount() == 3);
    }
    QString foot() const { return find<QLabel>("tillFootText")->text(); }
};

} // namespace

// The day's report in the window.
class tst_till : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }
    void itOpensByKeyAndByTheRail();
    void theDayIsClosedByKeys();
    void aHeldKeyClosesNothing();
    void escapeTakesTheQuestionBack();
    void rowsAreWalkedAndOpened();
    void anotherDayIsChosenByKeys();
    void offlineTheReasonStandsThere();
    void anEmptyDaySaysSo();
    void privacyHidesIt();
    void printingGoesToThePrinter();
    void filesAreWrittenOrSaidNotToBe();
    void nothingLeavesWhatWasHiddenMeanwhile();
    void aRollAndASheetHoldIt();
    void theTableHasNames();
    void amountsAreNeverCut();
    void theTablesCornersAreRound();
    void theArrowOfTheDayStandsBehindIt();
    void rollAndSheetAreOneControl();
    void mostOfTheHeightIsTheTables();
    void differencesHaveASign();
    void whoseChargesIsChosenByKeys();
    void whatIsWrongIsPutRightThere();
};

void tst_till::itOpensByKeyAndByTheRail()
{
    Till w;
    w.openTill();
    QVERIFY(w.find<QPushButton>("till")->isChecked());
    QVERIFY(!w.find<QWidget>("threadView")->isVisible());
    w.find<QPushButton>("till")->click();
    QVERIFY(!w.find<QWidget>("tillPage")->isVisible());
    QVERIFY(w.find<QWidget>("threadView")->isVisible());
    w.find<QPushButton>("till")->click();
    w.find<QPushButton>("settings")->click();
    QVERIFY(!w.find<QWidget>("tillPage")->isVisible());
    QVERIFY(!w.find<QPushButton>("till")->isChecked());
    w.window.inbox()->showSettings(false);
    w.openTill();
    w.press(Qt::Key_F2); // work goes on: whoever waits is served
    QVERIFY(!w.find<QWidget>("tillPage")->isVisible());
}

void tst_till::theDayIsClosedByKeys()
{
    Till w;
    w.openTill();
    QTRY_VERIFY(w.find<QPushButton>("tillClose")->hasFocus()); // two keys and the PIN
    w.press(Qt::Key_Return);
    QVERIFY(w.till.isAsking());
    QVERIFY(w.find<QLineEdit>("tillPin")->hasFocus());
    QVERIFY(!w.find<QPushButton>("tillConfirm")->isEnabled());
    w.press(Qt::Key_Return);
    QVERIFY(w.pixWorld.signedActs.isEmpty());
    QTest::keyClicks(w.find<QLineEdit>("tillPin"), u"2468"_s);
    QVERIFY(w.find<QPushButton>("tillConfirm")->isEnabled());
    w.press(Qt::Key_Return);
    QCOMPARE(w.pixWorld.signedActs.size(), 1);
    QVERIFY(w.pixWorld.signedActs.first().endsWith(u"no. 1 / 2468"_s));
    QVERIFY(w.find<QLineEdit>("tillPin")->text().isEmpty()); // no PIN is left standing
}

void tst_till::aHeldKeyClosesNothing()
{
    Till w;
    w.openTill();
    w.window.inbox()->till().focusStart();
    w.press(Qt::Key_Return);
    QTest::keyClicks(w.find<QLineEdit>("tillPin"), u"2468"_s);
    for (QWidget *one : {w.find<QWidget>("tillPin"), w.find<QWidget>("tillConfirm")}) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QApplication::sendEvent(one, &held);
    }
    QVERIFY(w.pixWorld.signedActs.isEmpty());
}

void tst_till::escapeTakesTheQuestionBack()
{
    Till w;
    w.openTill();
    w.window.inbox()->till().focusStart();
    w.press(Qt::Key_Return);
    QVERIFY(w.till.isAsking());
    w.press(Qt::Key_Escape);
    QVERIFY(!w.till.isAsking());
    QVERIFY(w.find<QWidget>("tillPage")->isVisible());
    QVERIFY(w.find<QPushButton>("tillClose")->hasFocus());
}

void tst_till::rowsAreWalkedAndOpened()
{
    Till w;
    w.openTill();
    auto *table = w.find<ui::TillTable>("tillTable");
    w.window.inbox()->till().focusStart();
    w.press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 0);
    w.press(Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 1);
    w.press(Qt::Key_Return);
    QVERIFY(!w.find<QWidget>("tillPage")->isVisible());
    QVERIFY(w.find<QWidget>("threadView")->isVisible());
}

void tst_till::anotherDayIsChosenByKeys()
{
    Till w;
    w.openTill();
    w.find<QPushButton>("tillDay")->setFocus();
    w.press(Qt::Key_Return);
    auto *menu = w.window.findChild<QMenu *>(u"tillDayMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->actions().first()->isChecked());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(!w.till.hasRows());
    QVERIFY(w.till.emptyText().startsWith(u"No charges on"_s));
}

void tst_till::offlineTheReasonStandsThere()
{
    Till w;
    w.openTill();
    w.till.setOffline(true);
    QVERIFY(!w.find<QPushButton>("tillClose")->isEnabled());
    QVERIFY(w.foot().startsWith(u"Closing waits for the connection"_s));
}

void tst_till::anEmptyDaySaysSo()
{
    Till w;
    w.openTill();
    w.till.choose(QDate(2020, 1, 1));
    QTRY_VERIFY(w.find<QLabel>("tillEmpty")->isVisible());
    QCOMPARE(w.find<QLabel>("tillEmpty")->text(), u"No charges on this day."_s);
    QVERIFY(!w.find<QWidget>("tillTable")->isVisible());
}

void tst_till::privacyHidesIt()
{
    Till w;
    w.openTill();
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Attendant, true}});
    w.window.showProtected();
    QVERIFY(!w.find<QWidget>("tillPage")->isVisible());
    w.window.showInbox(u"Padaria Lua"_s, u"Ana"_s);
    QVERIFY(w.find<QWidget>("tillPage")->isVisible());
}

void tst_till::printingGoesToThePrinter()
{
    Till w;
    w.openTill();
    w.press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(w.door->printed, 1);
    QVERIFY(w.written().startsWith("%PDF"));
    QCOMPARE(w.foot(), u"Sent to the printer."_s);
    w.door->printer = false; // then into a file
    w.press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(w.door->wished.suffix, u"pdf"_s);
}

void tst_till::filesAreWrittenOrSaidNotToBe()
{
    Till w;
    w.openTill();
    w.find<QPushButton>("tillSheet")->click();
    QVERIFY(w.door->wished.name.endsWith(u".csv"_s));
    QVERIFY(!w.door->wished.name.contains(u"Rosa"_s));
    QVERIFY(w.written().startsWith("\xef\xbb\xbf"));
    QVERIFY(w.written().contains("Rosa Limeira;20 pães na chapa;Ana;70,00;80,00"));
    QVERIFY(w.foot().contains(u"dia.out"_s));
    w.find<QPushButton>("tillPdf")->click();
    QVERIFY(w.written().startsWith("%PDF"));
    auto gone = std::make_unique<Door>(w.folder.filePath(u"nowhere/dia.csv"_s));
    w.window.inbox()->till().printing().setDoor(std::move(gone));
    w.find<QPushButton>("tillSheet")->click();
    QVERIFY(w.foot().startsWith(u"The file could not be written"_s));
    w.find<QPushButton>("tillPdf")->click();
    QVERIFY(w.foot().startsWith(u"The file could not be written"_s));
}

void tst_till::nothingLeavesWhatWasHiddenMeanwhile()
{
    Till w;
    w.openTill();
    w.door->meanwhile = [&] { w.window.showProtected(); };
    w.find<QPushButton>("tillSheet")->click();
    QVERIFY(w.written().isEmpty());
    w.window.showInbox(u"Padaria Lua"_s, u"Ana"_s);
    w.door->meanwhile = [&] {
        w.till.choose(QDate(2020, 1, 1));
        QVERIFY(QTest::qWaitFor([&] { return !w.till.hasRows(); }));
    };
    w.find<QPushButton>("tillPdf")->click();
    QVERIFY(w.written().isEmpty());
}

void tst_till::aRollAndASheetHoldIt()
{
    Till w;
    w.openTill();
    desk::PrintedTill till = w.till.printed();
    const ui::TillPages roll(till, {280, 1100});
    QVERIFY(roll.isNarrow());
    QCOMPARE(roll.count(), 1);
    const QStringList row = till.table.first();
    till.table.fill(row, 500);
    const ui::TillPages sheet(till, {680, 1009});
    QVERIFY(!sheet.isNarrow());
    QVERIFY(sheet.count() > 5 && sheet.count() < 20);
    for (int i = 0; i < sheet.count(); ++i) {
        QImage image(680, 1009, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        sheet.paint(painter, i);
        QVERIFY(painter.end());
        int inks = 0;
        for (int x = 0; x < image.width(); x += 2)
            inks += image.pixelColor(x, 8).lightness() < 128 ? 1 : 0;
        QVERIFY2(inks > 0 || i == 0, "every page begins with the head");
    }
}

void tst_till::theTableHasNames()
{
    Till w;
    w.openTill();
    auto *table = w.find<ui::TillTable>("tillTable");
    QCOMPARE(table->accessibleName(), u"The day's charges"_s);
    const QModelIndex bank = w.till.model().index(2, desk::TillModel::Bank);
    QCOMPARE(bank.data(Qt::AccessibleTextRole).toString(), u"Bank: 80,00"_s);
    QVERIFY(!w.find<QWidget>("tillPreview")->accessibleDescription().isEmpty());
}

void tst_till::amountsAreNeverCut()
{
    Till w;
    w.openTill();
    auto *table = w.find<ui::TillTable>("tillTable");
    for (const int percent : {100, 200}) {
        w.appearance.setTextPercent(percent);
        for (const int width : {1366, 1000, 760, 480}) {
            w.window.resize(width, 700);
            QCoreApplication::processEvents();
            for (const int column : {desk::TillModel::Charged, desk::TillModel::State}) {
                QVERIFY2(!table->isColumnHidden(column), qPrintable(QString::number(width)));
                const int title =
                    QFontMetrics(table->horizontalHeader()->font()).horizontalAdvance(desk::TillModel::title(column));
                int widest = title;
                for (const desk::TillLine &line : w.till.model().lines())
                    widest = qMax(widest, QFontMetrics(ui::smallFont(table->font()))
                                              .horizontalAdvance(desk::TillModel::text(line, column)));
                QVERIFY2(table->columnWidth(column) >= widest, qPrintable(u"%1 at %2"_s.arg(column).arg(width)));
            }
            int shown = 0;
            for (int i = 0; i < desk::TillModel::kColumns; ++i)
                shown += table->isColumnHidden(i) ? 0 : table->columnWidth(i);
            QVERIFY2(shown <= table->viewport()->width(), qPrintable(u"%1 at %2 %"_s.arg(width).arg(percent)));
        }
    }
    w.appearance.setTextPercent(100);
}

void tst_till::theTablesCornersAreRound()
{
    Till w;
    w.openTill();
    const QImage image = w.find<ui::TillTable>("tillTable")->grab().toImage();
    const ui::Theme &theme = w.appearance.theme();
    const int right = image.width() - 1;
    const int bottom = image.height() - 1;
    for (const QPoint corner : {QPoint(0, 0), QPoint(right, 0), QPoint(0, bottom), QPoint(right, bottom)}) {
        QCOMPARE(image.pixelColor(corner), theme.list);
        const QPoint along(corner.x() == 0 ? 2 : -2, corner.y() == 0 ? 2 : -2);
        QVERIFY(image.pixelColor(corner + along) != theme.surface); // the frame goes around it
    }
    QCOMPARE(image.pixelColor(0, 12), theme.border);
    QCOMPARE(image.pixelColor(12, 0), theme.border);
}

void tst_till::theArrowOfTheDayStandsBehindIt()
{
    Till w;
    w.openTill();
    auto *day = w.find<QPushButton>("tillDay");
    const QImage image = day->grab().toImage();
    const QColor word = w.appearance.theme().text;
    int first = image.width();
    int last = 0;
    for (int x = 4; x < image.width() - 4; ++x) {
        for (int y = 4; y < image.height() - 4; ++y) {
            if (image.pixelColor(x, y) != word)
                continue;
            first = qMin(first, x);
            last = qMax(last, x);
        }
    }
    QVERIFY(first < image.width() - last);
}

void tst_till::rollAndSheetAreOneControl()
{
    Till w;
    w.openTill();
    auto *roll = w.find<QPushButton>("tillOnRoll");
    auto *sheet = w.find<QPushButton>("tillOnSheet");
    QVERIFY(roll->isChecked() && !sheet->isChecked());
    QCOMPARE(roll->width(), sheet->width());
    QCOMPARE(roll->geometry().right() + 1, sheet->geometry().left());
    const QImage image = sheet->grab().toImage();
    const ui::Theme &theme = w.appearance.theme();
    QCOMPARE(image.pixelColor(0, image.height() / 2), theme.border); // between them a line of one pixel
    QCOMPARE(image.pixelColor(image.width() - 1, image.height() / 2), theme.borderStrong);
    QVERIFY(image.pixelColor(image.width() - 1, 0) != theme.borderStrong); // round
}

void tst_till::mostOfTheHeightIsTheTables()
{
    Till w;
    w.window.resize(1366, 768);
    w.openTill();
    const auto *wrong = w.find<QWidget>("tillWrong");
    QVERIFY2(wrong->height() <= 34 + 52 + 4, qPrintable(QString::number(wrong->height()))); // a head and a difference
    auto *table = w.find<ui::TillTable>("tillTable");
    QCOMPARE(table->rowHeight(0), 28);
    QVERIFY(!w.find<QWidget>("tillPeople")->isVisible() && w.find<QWidget>("tillPreview")->isVisible());
    w.window.resize(800, 768); // without the slip it says who charged what
    QTRY_VERIFY(!w.find<QWidget>("tillPreview")->isVisible() && w.find<QWidget>("tillPeople")->isVisible());
}

void tst_till::differencesHaveASign()
{
    Till w;
    w.openTill();
    const auto tint = [&w] { return w.find<QLabel>("tillWrongSign")->pixmap(Qt::ReturnByValue).toImage(); };
    const auto failed = [&w] {
        return ui::Appearance::pixmap(u"failed"_s, w.appearance.theme().danger, 16, 1).toImage();
    };
    QCOMPARE(tint(), failed());
    w.appearance.apply(ui::ColourScheme::Dark);
    QCOMPARE(tint(), failed());
    w.appearance.apply(ui::ColourScheme::Light);
    auto *side = w.find<QWidget>("tillSide");
    const QImage image = side->grab().toImage();
    QCOMPARE(image.pixelColor(0, image.height() / 2), w.appearance.theme().border);
    QCOMPARE(image.pixelColor(4, image.height() - 4), w.appearance.theme().thread);
}

void tst_till::whoseChargesIsChosenByKeys()
{
    Till w;
    w.openTill();
    auto *whose = w.find<QPushButton>("tillWhose");
    whose->setFocus();
    w.press(Qt::Key_Return);
    auto *menu = w.find<QMenu>("tillWhoseMenu");
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(w.till.choiceText(), u"Ana"_s);
    QVERIFY(whose->accessibleName().contains(u"Ana"_s));
}

/// Of a manager, where money may go back.
void tst_till::whatIsWrongIsPutRightThere()
{
    Till w;
    w.openTill();
    QVERIFY(!w.window.findChild<QPushButton *>(u"tillRefund"_s)); // not anybody's
    w.charges.setOperator(w.ana, Role::Manager);
    w.charges.setRefunds(true);
    w.log.add(wire::PixStray{{u"E1"_s, {2500}, w.clock.nowMs(), {}, {}}, {}, {}}, {});
    w.take();
    w.till.reload();
    QTRY_VERIFY(w.window.findChild<QPushButton *>(u"tillSale"_s));
    w.find<QPushButton>("tillLink")->setFocus();
    w.press(Qt::Key_Return);
    QTRY_VERIFY(w.window.findChild<QLineEdit *>(u"paletteTyped"_s));
    QVERIFY(w.find<QLineEdit>("paletteTyped")->placeholderText().contains(u"25,00"_s));
    // Enter held down still, and Enter before anybody was looked at, choose nobody.
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, {}, {}, true);
    QApplication::sendEvent(w.find<QLineEdit>("paletteTyped"), &held);
    QTest::keyClick(w.find<QLineEdit>("paletteTyped"), Qt::Key_Return);
    QVERIFY(w.pixWorld.sorted.isEmpty() && w.window.findChild<QLineEdit *>(u"paletteTyped"_s));
    QTest::keyClicks(w.find<QLineEdit>("paletteTyped"), u"rosa"_s);
    const auto *found = w.window.findChild<QAbstractItemView *>(u"paletteList"_s);
    QTRY_COMPARE(found->model()->rowCount(), 1);
    QTest::keyClick(w.find<QLineEdit>("paletteTyped"), Qt::Key_Return);
    QCOMPARE(w.pixWorld.sorted.size(), 1);
    QCOMPARE(w.pixWorld.sorted.takeFirst().second.whose, std::optional(w.rosa.conversation));
    w.window.activateWindow(); // a window manager's part
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    QCOMPARE(w.window.focusWidget(), w.find<ui::TillTable>("tillTable"));
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.pixWorld.sorted.takeFirst().second, desk::StraySorting());
    QTRY_VERIFY(w.window.findChild<QPushButton *>(u"tillSale"_s));
    w.find<QPushButton>("tillSale")->setFocus();
    w.press(Qt::Key_Return);
    QCOMPARE(w.pixWorld.sorted.size(), 1);
    QTRY_VERIFY(!w.window.findChild<QPushButton *>(u"tillSale"_s));
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.pixWorld.sorted.size(), 2);
    w.find<QPushButton>("tillRefund")->setFocus();
    w.press(Qt::Key_Return);
    QTRY_VERIFY(w.window.findChild<QLineEdit *>(u"refundAmount"_s));
    QCOMPARE(w.window.findChild<QLineEdit *>(u"refundAmount"_s)->text(), u"10,00"_s);
}

BALCAO_TEST(tst_till)
#include "tst_till.moc"
