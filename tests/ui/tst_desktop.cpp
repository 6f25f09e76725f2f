// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/inputwatch.h"
#include "ui/tray.h"
#include "window.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Every word that a screen reader finds from here on down.
QString spoken(QAccessibleInterface *from)
{
    if (!from || !from->isValid())
        return {};
    QString words = from->text(QAccessible::Name) + u' ' + from->text(QAccessible::Value) + u' ';
    for (int i = 0; i < from->childCount(); ++i)
        words += spoken(from->child(i));
    return words;
}

struct Served : Window
{
    Chat chat;

    Served()
    {
        operators.setOperators({{ana, u"Ana"_s, Role::Attendant, true}, {bruno, u"Bruno"_s, Role::Attendant, true}});
        chat = log.open(u"Firmina Quintanilha"_s);
        for (int i = 0; i < 40; ++i)
            log.receive(chat, u"quero %1 broas"_s.arg(i));
        show(chat);
        window.activateWindow();
    }
    void back(bool same = true) { window.showInbox(u"Padaria Lua"_s, u"Ana"_s, same); }

    OperatorId bruno = OperatorId::create();
};

} // namespace

// The program among others on a desk: what is hidden is hidden everywhere, and all is found again as it was left.
class tst_desktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void protectedScreenLeavesNoWordBehind();
    void nothingCanBeCopiedMeanwhile();
    void whoComesBackIsWhereTheyWere();
    void somebodyElseFindsNoDialogOfTheirs();
    void pinByTheKeysDrawn();
    void wrongPinIsSaidAndCleared();
    void withoutAPinEnterIsEnough();
    void panesAreAsTheyWereArranged();
    void narrowWindowShowsTheListOrTheThread();
    void closingGoesToTheTrayUntilItEnds();
    void anyInputIsATouch();
    void trayCountsAndSaysNoMore();
    void noticesCannotBeMarkup();
};

void tst_desktop::protectedScreenLeavesNoWordBehind()
{
    Served w;
    QVERIFY(spoken(QAccessible::queryAccessibleInterface(&w.window)).contains(u"Firmina"_s));
    w.window.showProtected();
    const QString words = spoken(QAccessible::queryAccessibleInterface(&w.window));
    for (const QString &secret : {u"Firmina"_s, u"broas"_s, u"Padaria Lua — "_s})
        QVERIFY2(!words.contains(secret), qPrintable(secret));
    QCOMPARE(w.window.windowTitle(), u"Balcão"_s);
    const auto widgets = w.window.findChildren<QWidget *>();
    for (const QWidget *one : widgets)
        QVERIFY2(!one->isVisible() || !one->inherits("balcao::ui::InboxPage"), qPrintable(one->objectName()));
    w.back();
    QVERIFY(spoken(QAccessible::queryAccessibleInterface(&w.window)).contains(u"Firmina"_s));
}

void tst_desktop::nothingCanBeCopiedMeanwhile()
{
    Served w;
    QTest::keyClicks(w.find<QPlainTextEdit>("editor"), u"segredo"_s);
    w.find<QPlainTextEdit>("editor")->selectAll();
    QApplication::clipboard()->setText(u"antes"_s);
    w.window.showProtected();
    auto *pin = w.find<QLineEdit>("protectedPin");
    QTest::keyClicks(pin, u"1234"_s);
    for (QWidget *target : {static_cast<QWidget *>(&w.window), static_cast<QWidget *>(pin)}) {
        QTest::keyClick(target, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(target, Qt::Key_C, Qt::ControlModifier);
    }
    QCOMPARE(QApplication::clipboard()->text(), u"antes"_s);
}

void tst_desktop::whoComesBackIsWhereTheyWere()
{
    Served w;
    auto *editor = w.find<QPlainTextEdit>("editor");
    auto *view = w.find<QListView>("threadView");
    QTRY_COMPARE(view->model()->rowCount(), 40);
    QTest::keyClicks(editor, u"meia frase"_s);
    editor->moveCursor(QTextCursor::Start);
    editor->setFocus();
    view->scrollTo(view->model()->index(10, 0), QAbstractItemView::PositionAtTop);
    const int place = view->verticalScrollBar()->value();
    w.window.showProtected();
    QVERIFY(!view->isVisible());
    w.back();
    QCOMPARE(w.thread.conversation(), w.chat.conversation);
    QCOMPARE(editor->toPlainText(), u"meia frase"_s);
    QCOMPARE(editor->textCursor().position(), 0);
    QCOMPARE(view->verticalScrollBar()->value(), place);
    QTRY_COMPARE(w.window.focusWidget(), editor);
}

void tst_desktop::somebodyElseFindsNoDialogOfTheirs()
{
    Served w;
    QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(w.window.findChild<QDialog *>());
    w.window.showProtected();
    w.back(false);
    QTRY_VERIFY(!w.window.findChild<QDialog *>());
}

void tst_desktop::pinByTheKeysDrawn()
{
    Served w;
    w.window.showProtected();
    const QSignalSpy entered(&w.operators, &desk::OperatorPresenter::entered);
    auto *back = w.find<QPushButton>("protectedBack");
    QVERIFY(!back->isEnabled());
    for (const char *key : {"pinKey7", "pinKey0", "pinKey9", "pinKey9", "pinErase", "pinKey3"})
        QTest::mouseClick(w.find<QPushButton>(key), Qt::LeftButton);
    QVERIFY(back->isEnabled());
    QCOMPARE(w.find<QLineEdit>("protectedPin")->text(), u"7093"_s);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(entered.size(), 1);
    QVERIFY(w.find<QLineEdit>("protectedPin")->text().isEmpty()); // no PIN is left standing
}

void tst_desktop::wrongPinIsSaidAndCleared()
{
    class Wrong final : public desk::OperatorGate
    {
    public:
        void enter(const desk::OperatorChoice &, const QString &, Done done) override { done(Outcome::PinWrong, 3); }
        void choosePin(const desk::OperatorChoice &, const QString &, Done) override {}
        void addFirstManager(const QString &, const QString &, Done) override {}
    };
    Served w;
    Wrong gate;
    desk::OperatorPresenter operators(gate);
    operators.setOperators({{w.ana, u"Ana"_s, Role::Attendant, true}});
    w.window.setShop(operators, w.presenters());
    w.window.showProtected();
    QTest::keyClicks(w.find<QLineEdit>("protectedPin"), u"0000"_s);
    QTest::keyClick(w.find<QLineEdit>("protectedPin"), Qt::Key_Return);
    QVERIFY(w.find<QLabel>("protectedError")->isVisible());
    QVERIFY(w.find<QLabel>("protectedError")->text().contains(u'3'));
    QVERIFY(w.find<QLineEdit>("protectedPin")->text().isEmpty());
    w.window.clearShop();
}

void tst_desktop::withoutAPinEnterIsEnough()
{
    Served w;
    w.operators.setWithoutPin(w.ana);
    const QSignalSpy returned(&w.operators, &desk::OperatorPresenter::returned);
    w.window.showProtected();
    auto *back = w.find<QPushButton>("protectedBack");
    QVERIFY(!w.find<QLineEdit>("protectedPin")->isVisible());
    QTRY_VERIFY(back->hasFocus());
    QTest::keyClick(back, Qt::Key_Return);
    QCOMPARE(returned.size(), 1);
}

void tst_desktop::panesAreAsTheyWereArranged()
{
    Served w;
    w.window.resize(1366, 768);
    auto *panes = w.find<QSplitter>("panes");
    QTRY_COMPARE(w.window.inbox()->width(), 1366);
    QSplitterHandle *line = panes->handle(1);
    const int from = panes->sizes().first();
    QTest::mousePress(line, Qt::LeftButton, {}, QPoint(0, 50));
    QTest::mouseMove(line, QPoint(380 - from, 50));
    QTest::mouseRelease(line, Qt::LeftButton, {}, QPoint(0, 50));
    QVERIFY(qAbs(panes->sizes().first() - 380) < 4);
    QTest::keyClick(&w.window, Qt::Key_I, Qt::ControlModifier); // closes the panel
    QVERIFY(!w.find<QFrame>("customerPanel")->isVisible());
    const QByteArray anas = w.window.inbox()->arrangement();
    w.window.inbox()->setArrangement({}); // somebody who has arranged nothing
    QVERIFY(w.find<QFrame>("customerPanel")->isVisible());
    QTRY_VERIFY(qAbs(panes->sizes().first() - 380) > 40);
    w.window.inbox()->setArrangement(anas);
    QVERIFY(!w.find<QFrame>("customerPanel")->isVisible());
    QTRY_VERIFY(qAbs(panes->sizes().first() - 380) < 4);
    w.window.inbox()->setArrangement("nonsense");
    QVERIFY(w.find<QFrame>("customerPanel")->isVisible());
}

void tst_desktop::narrowWindowShowsTheListOrTheThread()
{
    Served w;
    auto *list = w.find<QListView>("conversations");
    auto *thread = w.find<QListView>("threadView");
    w.window.resize(700, 600);
    QTRY_COMPARE(w.window.inbox()->width(), 700);
    QTRY_VERIFY(thread->isVisible() && !list->isVisible());
    QTest::mouseClick(w.find<QPushButton>("backToList"), Qt::LeftButton);
    QVERIFY(list->isVisible() && !thread->isVisible());
    QTest::keyClick(&w.window, Qt::Key_F6); // to the thread again
    QVERIFY(thread->isVisible() && !list->isVisible());
    w.window.resize(1000, 600);
    QTRY_VERIFY(thread->isVisible() && list->isVisible());
    QVERIFY(!w.find<QPushButton>("backToList")->isVisible());
}

void tst_desktop::closingGoesToTheTrayUntilItEnds()
{
    Served w;
    const QSignalSpy hidden(&w.window, &ui::MainWindow::hiddenToTray);
    w.window.setClosesToTray(true);
    QVERIFY(!w.window.close());
    QVERIFY(!w.window.isVisible());
    QCOMPARE(hidden.size(), 1);
    w.window.show();
    w.window.setClosesToTray(false);
    QVERIFY(w.window.close());
    QCOMPARE(hidden.size(), 1);
}

void tst_desktop::anyInputIsATouch()
{
    Served w;
    ui::InputWatch watch(*qApp);
    const QSignalSpy touched(&watch, &ui::InputWatch::touched);
    QTest::keyClick(w.find<QPlainTextEdit>("editor"), Qt::Key_A);
    const qsizetype byKey = touched.size();
    QVERIFY(byKey > 0);
    QTest::mouseMove(&w.window, QPoint(300, 300));
    QTest::mouseClick(w.find<QListView>("conversations")->viewport(), Qt::LeftButton);
    QTRY_VERIFY(touched.size() > byKey);
}

void tst_desktop::trayCountsAndSaysNoMore()
{
    Served w;
    ui::Tray tray(w.window);
    w.rail.reload();
    QTRY_COMPARE(w.rail.waiting(), 1);
    tray.setCount(w.rail.waiting(), w.rail.waitingText());
    QVERIFY(tray.toolTip().contains(u'1'));
    QVERIFY(!tray.toolTip().contains(u"Firmina"_s));
    QVERIFY(ui::countedIcon(7).pixmap(32, 32).toImage() != ui::countedIcon(0).pixmap(32, 32).toImage());
    QVERIFY(ui::countedIcon(7).pixmap(32, 32).toImage() != ui::countedIcon(8).pixmap(32, 32).toImage());
    QCOMPARE(tray.menu().actions().size(), 5); // open, silence, hide, a line, quit
    for (const QAction *action : tray.menu().actions())
        QVERIFY(action->isSeparator() || !action->text().isEmpty());
    QVERIFY(!tray.menu().actions().at(2)->isEnabled()); // nobody serves: nothing to hide
    const QSignalSpy silenced(&tray, &ui::Tray::silenceRequested);
    tray.menu().actions().at(1)->trigger();
    QCOMPARE(silenced.size(), 1);
    QVERIFY(silenced.first().first().toBool());
}

void tst_desktop::noticesCannotBeMarkup()
{
    for (const QString &evil : {u"<b>x</b>"_s, u"<img src=\"http://evil.example/a.png\">"_s, u"&lt;a&gt;"_s,
                                u"<a href=\"file:///etc\">y</a>"_s, u"5 < 6 & 7 > 2"_s}) {
        const QString plain = ui::plainNotice(evil);
        QVERIFY(!plain.contains(u'<') && !plain.contains(u'>') && !plain.contains(u'&'));
        QCOMPARE(plain.size(), evil.size());
    }
}

BALCAO_TEST(tst_desktop)
#include "tst_desktop.moc"
