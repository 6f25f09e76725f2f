// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/panes/railpane.h"
#include "window.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <memory>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// The window with keys and eyes: what is typed goes or stays, customers' text is text, everything has a name.
class tst_window : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterSendsAndShiftEnterBreaksTheLine();
    void heldEnterSendsOnce();
    void textComesBackIntoTheEditorWithItsChat();
    void closedWindowIsReadOnlyAndSaysWhy();
    void customersTextIsNeverRichText();
    void titleNamesNobody();
    void everythingHasANameAndAKey();
    void itFitsANarrowScreen();
    void aPanelThatStandsAloneGivesWay();
    void shortThreadStandsAtTheBottomAndLongOneAtItsEnd();
    void newMessageDoesNotMoveWhoReadsAbove();
    void keysReachListComposerAndOperators();
    void workBeginsAtTheListAndOpensNothing();
    void emptyListKeepsTheFocus();
    void openingOneOutsideTheQueueOpensNoNeighbour();
    void keysStandOnTheirButtons();
    void whoServesHasAFace();
    void whatIsPastedIsPlainWords();
};

void tst_window::enterSendsAndShiftEnterBreaksTheLine()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.show(chat);
    auto *editor = w.find<QPlainTextEdit>("editor");
    QTest::keyClicks(editor, u"Bom dia"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(editor, u"tudo bem?"_s);
    QVERIFY(w.actions.sent.isEmpty());
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(w.actions.sent.size(), 1);
    QCOMPARE(w.actions.sent.first().text, u"Bom dia\ntudo bem?"_s);
    QCOMPARE(editor->toPlainText(), u"Bom dia\ntudo bem?"_s); // until it is durable
    w.actions.sent.first().done(true);
    QCOMPARE(editor->toPlainText(), QString());
    QTest::keyClicks(editor, u"2"_s);
    QTest::keyClick(editor, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(w.actions.sent.size(), 2);
}

void tst_window::heldEnterSendsOnce()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.show(chat);
    auto *editor = w.find<QPlainTextEdit>("editor");
    QTest::keyClicks(editor, u"Bom dia"_s);
    for (const bool repeated : {false, true, true}) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, repeated);
        QCoreApplication::sendEvent(editor, &key);
    }
    QCOMPARE(w.actions.sent.size(), 1);
    QCOMPARE(editor->toPlainText(), u"Bom dia"_s);
}

void tst_window::textComesBackIntoTheEditorWithItsChat()
{
    Window w;
    const Chat rosa = w.log.open(u"Rosa"_s);
    const Chat dita = w.log.open(u"Dita"_s);
    w.log.receive(rosa, u"Oi"_s);
    w.log.receive(dita, u"Oi"_s);
    w.show(rosa);
    auto *editor = w.find<QPlainTextEdit>("editor");
    QTest::keyClicks(editor, u"para a Rosa"_s);
    w.inbox.open(dita.conversation);
    QCOMPARE(editor->toPlainText(), QString());
    w.inbox.open(rosa.conversation);
    QTRY_COMPARE(editor->toPlainText(), u"para a Rosa"_s);
    QCOMPARE(editor->textCursor().position(), editor->toPlainText().size());
}

void tst_window::closedWindowIsReadOnlyAndSaysWhy()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.take();
    w.clock.advanceMs(25 * kHourMs);
    w.inbox.reload();
    w.window.showInbox(u"Lua"_s, u"Ana"_s);
    w.inbox.open(chat.conversation);
    auto *editor = w.find<QPlainTextEdit>("editor");
    QTRY_VERIFY(w.thread.head().has_value());
    QVERIFY(editor->isReadOnly());
    QVERIFY(!w.find<QLabel>("lockText")->text().isEmpty());
    QVERIFY(!w.find<QAbstractButton>("send")->isEnabled());
}

void tst_window::customersTextIsNeverRichText()
{
    const QString evil = u"<b>x</b><img src=\"http://evil.example/a.png\"><a href=\"file:///etc\">y</a>"_s;
    Window w;
    const Chat chat = w.log.open(evil);
    w.log.receive(chat, evil);
    w.show(chat);
    QCOMPARE(w.find<QLabel>("threadTitle")->text(), evil);
    const auto labels = w.window.findChildren<QLabel *>();
    QVERIFY(labels.size() > 5);
    for (const QLabel *label : labels) {
        if (label->text().isEmpty())
            continue; // pictures
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        QVERIFY(!label->openExternalLinks());
    }
    auto *list = w.find<QListView>("threadView");
    QVERIFY(list->model()->index(0, 0).data(Qt::ToolTipRole).toString().isEmpty()); // tooltips guess their format
    w.window.grab();                                                                // painted without fetching anything
}

void tst_window::titleNamesNobody()
{
    Window w;
    const Chat chat = w.log.open(u"Firmina Quintanilha"_s);
    w.log.receive(chat, u"quero duas broas"_s);
    w.show(chat);
    QVERIFY(w.window.windowTitle().contains(u"Padaria Lua"_s));
    for (const QString &word : {u"Firmina"_s, u"broas"_s, u"Ana"_s, u"9"_s})
        QVERIFY(!w.window.windowTitle().contains(word));
}

void tst_window::everythingHasANameAndAKey()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.show(chat);
    int seen = 0;
    const auto widgets = w.window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool edits = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
                           qobject_cast<const QListView *>(widget);
        if ((!button && !edits) || !widget->isVisible())
            continue;
        ++seen;
        const QString name = widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
    }
    QVERIFY(seen >= 5);
}

void tst_window::itFitsANarrowScreen()
{
    Window w;
    const Chat chat = w.log.open(QString(300, u'W'));
    w.log.receive(chat, QString(5000, u'W'));
    w.show(chat);
    w.window.resize(760, 480);
    QCOMPARE(w.window.width(), 760);
    QTRY_COMPARE(w.window.findChild<ui::InboxPage *>()->width(), 760);
    QTRY_VERIFY(!w.find<QFrame>("customerPanel")->isVisible()); // a drawer now
    const auto pages = w.window.findChildren<QWidget *>();
    for (const QWidget *page : pages) {
        if (page->layout())
            QVERIFY2(page->minimumSizeHint().width() <= 760,
                     qPrintable(page->objectName() + u' ' + QString::fromLatin1(page->metaObject()->className()) +
                                u' ' + QString::number(page->minimumSizeHint().width())));
    }
}

void tst_window::aPanelThatStandsAloneGivesWay()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    const Chat other = w.log.open();
    w.log.receive(other, u"Oi"_s);
    w.show(chat);
    w.window.resize(600, 600);
    const auto *panel = w.find<QFrame>("customerPanel");
    auto *list = w.find<QListView>("conversations");
    const auto alone = [&] {
        QTest::keyClick(&w.window, Qt::Key_I, Qt::ControlModifier);
        return panel->isVisible() && !list->isVisible() && !w.find<QListView>("threadView")->isVisible();
    };
    QTRY_VERIFY(!panel->isVisible());
    QVERIFY(alone());
    w.rail.choose(w.rail.model().rowOf(store::View::All, {}));
    Q_EMIT w.find<ui::RailPane>("rail")->viewChosen();
    QVERIFY(list->isVisible() && !panel->isVisible());
    QVERIFY(alone());
    w.inbox.open(other.conversation);
    QTRY_VERIFY(w.find<QListView>("threadView")->isVisible() && !panel->isVisible());
    QVERIFY(alone());
    Q_EMIT w.palette.wentToChat(); // to the one that is open
    QVERIFY(w.find<QListView>("threadView")->isVisible() && !panel->isVisible());
    QVERIFY(alone());
    QTest::keyClick(&w.window, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(w.find<QListView>("threadView")->isVisible() && !panel->isVisible());
}

void tst_window::shortThreadStandsAtTheBottomAndLongOneAtItsEnd()
{
    Window w;
    const Chat few = w.log.open(u"Rosa"_s);
    const Chat many = w.log.open(u"Dita"_s);
    w.log.receive(few, u"Oi"_s);
    for (int i = 0; i < 30; ++i)
        w.log.accept(many, QString::number(i)); // nothing unread, where it would open

    w.window.resize(1366, 768);
    w.show(few);
    auto *view = w.find<QListView>("threadView");
    const auto gapBelow = [view] {
        const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
        const QRect row = view->visualRect(last).translated(view->viewport()->pos());
        return view->height() - row.bottom();
    };
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QTRY_VERIFY(gapBelow() < 24);
    w.inbox.open(many.conversation);
    QTRY_COMPARE(view->model()->rowCount(), 30);
    QTRY_VERIFY(gapBelow() < 24 && gapBelow() > -24);
}

void tst_window::newMessageDoesNotMoveWhoReadsAbove()
{
    Window w;
    const Chat chat = w.log.open(u"Dita"_s);
    for (int i = 0; i < 30; ++i)
        w.log.accept(chat, QString::number(i));
    w.window.resize(1366, 768);
    w.show(chat);
    auto *view = w.find<QListView>("threadView");
    QTRY_COMPARE(view->model()->rowCount(), 30);
    const QModelIndex read = view->model()->index(10, 0);
    view->scrollTo(read, QAbstractItemView::PositionAtTop);
    const int before = view->visualRect(read).top();
    w.log.receive(chat, u"mais uma"_s);
    w.take();
    w.thread.reload();
    QTRY_COMPARE(view->model()->rowCount(), 31);
    QCOMPARE(view->visualRect(view->model()->index(10, 0)).top(), before);
}

void tst_window::keysReachListComposerAndOperators()
{
    Window w;
    const Chat rosa = w.log.open(u"Rosa"_s);
    const Chat dita = w.log.open(u"Dita"_s);
    w.log.receive(rosa, u"Oi"_s);
    w.log.receive(dita, u"Oi"_s);
    w.show(dita);
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    QTest::keyClick(&w.window, Qt::Key_F2);
    QTRY_COMPARE(w.inbox.openNow(), rosa.conversation);
    auto *editor = w.find<QPlainTextEdit>("editor");
    QTRY_COMPARE(w.window.focusWidget(), editor); // whoever calls the next wants to write
    const QStringList round{u"customerName"_s, u"views"_s, u"conversations"_s, u"editor"_s};
    for (const QString &pane : round) {
        QTest::keyClick(&w.window, Qt::Key_F6);
        QCOMPARE(w.window.focusWidget()->objectName(), pane);
    }
    QTest::keyClick(&w.window, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(w.window.focusWidget()->objectName(), u"conversations"_s);
    const QSignalSpy switched(&w.window, &ui::MainWindow::switchOperatorRequested);
    QTest::keyClick(&w.window, Qt::Key_F11);
    QCOMPARE(switched.size(), 1);
}

void tst_window::workBeginsAtTheListAndOpensNothing()
{
    Window w;
    const Chat rosa = w.log.open(u"Rosa"_s);
    w.log.receive(rosa, u"Oi"_s);
    w.window.showInbox(u"Lua"_s, u"Ana"_s); // before the window is there, as at the start of the program
    w.window.show();
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    auto *list = w.find<QListView>("conversations");
    QTRY_VERIFY(list->hasFocus());
    w.take(); // it has the focus before it has rows
    w.inbox.reload();
    QTRY_COMPARE(w.inbox.model().rowCount(), 1);
    QVERIFY(w.inbox.openNow().isNull()); // read and unread are not decided by a window that opens
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(w.inbox.openNow(), rosa.conversation);
    QTRY_VERIFY(w.find<QPlainTextEdit>("editor")->hasFocus());
}

void tst_window::emptyListKeepsTheFocus()
{
    Window w;
    w.window.showInbox(u"Lua"_s, u"Ana"_s);
    w.window.show();
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    w.take(); // nothing, but the store is there
    w.inbox.reload();
    auto *empty = w.find<QLabel>("listEmpty");
    QTRY_VERIFY(empty->isVisible() && !empty->text().isEmpty());
    QVERIFY(w.find<QListView>("conversations")->hasFocus());
    // Not yet on a slow machine: until the list is there, that it is being opened is said.
    QTRY_VERIFY(w.find<QAbstractButton>("seeSnoozed")->isVisible());
    const Chat rosa = w.log.open(u"Rosa"_s);
    w.log.receive(rosa, u"Oi"_s);
    w.take();
    w.inbox.reload();
    QTRY_VERIFY(!empty->isVisible());
    QVERIFY(w.find<QListView>("conversations")->hasFocus());
}

void tst_window::openingOneOutsideTheQueueOpensNoNeighbour()
{
    Window w;
    const Chat waits = w.log.open(u"Rosa"_s);
    const Chat one = w.log.open(u"Dita"_s);
    const Chat other = w.log.open(u"Zeca"_s);
    w.log.receive(waits, u"Oi"_s);
    for (const Chat &answered : {one, other}) {
        w.log.receive(answered, u"Oi"_s);
        w.log.accept(answered, u"Bom dia"_s);
    }
    w.show(one); // pinned above the queue, and selected
    const QSignalSpy opened(&w.inbox, &desk::InboxPresenter::opened);
    w.inbox.open(other.conversation);
    QTRY_COMPARE(w.inbox.openRowNow(), 0); // the row of the first went, this one came
    QCOMPARE(opened.size(), 1);
    QCOMPARE(w.inbox.openNow(), other.conversation);
    auto *list = w.find<QListView>("conversations");
    QCOMPARE(list->selectionModel()->selectedRows().value(0).row(), 0);
    w.inbox.setView(store::View::Snoozed); // where nobody is
    QTRY_VERIFY(!w.inbox.countText().isEmpty());
    QCOMPARE(opened.size(), 1);
    w.inbox.setView(store::View::All);
    QTRY_VERIFY(w.inbox.openRowNow() >= 0);
    QCOMPARE(list->selectionModel()->selectedRows().value(0).row(), w.inbox.openRowNow());
    QCOMPARE(opened.size(), 1);
}

void tst_window::keysStandOnTheirButtons()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.window.resize(1366, 768);
    w.show(chat);
    const QList<std::pair<const char *, QString>> keys{{"search", u"Ctrl+K"_s},
                                                       {"hideScreen", u"F12"_s},
                                                       {"switchOperator", u"F11"_s},
                                                       {"quickReply", u"F4"_s},
                                                       {"teamNote", u"F7"_s}};
    for (const auto &[name, key] : keys) {
        auto *button = w.find<QAbstractButton>(name);
        const auto *chip = button->findChild<QLabel *>();
        QVERIFY2(chip && chip->isVisible(), name);
        QCOMPARE(chip->text(), key);
        QVERIFY2(button->rect().contains(chip->geometry()), name);
        QVERIFY2(!button->text().contains(key), name);           // once, as a chip
        QCOMPARE(button->minimumSizeHint(), button->sizeHint()); // the chip's room, once
        QVERIFY2(button->width() <= 400 && button->width() >= chip->width() + 20, name);
    }
    w.window.resize(700, 600); // no room: icons, and what the tool tips say
    QTRY_VERIFY(!w.find<QAbstractButton>("hideScreen")->findChild<QLabel *>()->isVisible());
}

void tst_window::whoServesHasAFace()
{
    Window w;
    w.show(w.log.open());
    w.window.showInbox(u"Lua"_s, u"Ana Braga"_s, true, 3);
    auto *button = w.find<QAbstractButton>("switchOperator");
    QVERIFY(button->text().contains(u"Ana Braga"_s));
    for (const bool dark : {false, true}) {
        w.appearance.apply(dark ? ui::ColourScheme::Dark : ui::ColourScheme::Light);
        const QImage face = button->icon().pixmap(button->iconSize()).toImage();
        QVERIFY(!face.isNull());
        QCOMPARE(face.pixelColor(face.width() / 2, 3), ui::avatarColours(w.appearance.theme(), 3).fill);
    }
    w.appearance.apply(ui::ColourScheme::Light);
}

void tst_window::whatIsPastedIsPlainWords()
{
    Window w;
    const Chat chat = w.log.open();
    w.log.receive(chat, u"Oi"_s);
    w.show(chat);
    auto *editor = w.find<QPlainTextEdit>("editor");
    const auto paste = [editor](std::unique_ptr<QMimeData> data) {
        QApplication::clipboard()->setMimeData(data.release());
        editor->paste();
        return editor->toPlainText();
    };
    auto rich = std::make_unique<QMimeData>();
    rich->setHtml(u"<b>Bom dia</b>"_s);
    rich->setText(u"Bom dia"_s);
    QCOMPARE(paste(std::move(rich)), u"Bom dia"_s);
    // A file's path is no reply, and says who uses this computer.
    auto file = std::make_unique<QMimeData>();
    file->setUrls({QUrl::fromLocalFile(u"/home/ana/contrato.pdf"_s)});
    QCOMPARE(paste(std::move(file)), u"Bom dia"_s);
    QVERIFY(w.undo.text().contains(u"cannot be sent"_s));
    auto picture = std::make_unique<QMimeData>();
    picture->setImageData(QImage(2, 2, QImage::Format_RGB32));
    QCOMPARE(paste(std::move(picture)), u"Bom dia"_s);
    auto link = std::make_unique<QMimeData>();
    link->setUrls({QUrl(u"https://loja.example/1"_s)});
    link->setText(u" https://loja.example/1"_s);
    QCOMPARE(paste(std::move(link)), u"Bom dia https://loja.example/1"_s);
}

BALCAO_TEST(tst_window)
#include "tst_window.moc"
