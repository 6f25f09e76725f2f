// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadwindow.h"
#include "openthread.h"
#include "support/testmain.h"
#include "ui/panes/messagearea.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// The thread with hands and eyes: it stays where it is, and says what it shows.
class tst_thread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void olderRowsComeAboveWithoutMovingWhatIsRead();
    void theWholeThreadCanBeWalkedByWheel();
    void newOnesBelowAreCountedOnAButtonThatGoesThere();
    void whoStandsAtTheEndStaysThere();
    void everyChatSaysWhereItsReaderStands();
    void resizingKeepsWhatIsRead();
    void onlyWhatIsHeldIsMeasured();
    void unreadLineIsOnTheScreen();
    void keysMoveThroughTheThread();
    void linksAskBeforeTheyOpen();
    void nothingElseIsALink();
    void copyTakesPlainText();
    void theMenuHasWhatTheRowCan();
    void findMarksCountsAndGoesThere();
    void longTextsOpenOnAClick();
    void bubblesStayWithinTheirPane_data();
    void bubblesStayWithinTheirPane();
    void everyRowIsAnItemThatSpeaks();
};

void tst_thread::olderRowsComeAboveWithoutMovingWhatIsRead()
{
    Thread t;
    t.write(500);
    t.start();
    QCOMPARE(t.rows(), desk::ThreadWindow::kPage);
    const auto *bar = t.view->verticalScrollBar();
    t.scrollTo(bar->maximum() / 8);
    const QPersistentModelIndex read = t.view->indexAt({200, 40});
    const QString words = t.text(read);
    const int top = t.view->visualRect(read).top();
    QTRY_VERIFY(t.rows() > desk::ThreadWindow::kPage);
    QTRY_COMPARE(t.view->visualRect(read).top(), top);
    QCOMPARE(t.text(t.view->indexAt({200, 40})), words);
}

void tst_thread::theWholeThreadCanBeWalkedByWheel()
{
    Thread t;
    t.write(600);
    t.start();
    for (int guard = 0; guard < 200 && t.text(t.row(0)) != u"0"_s; ++guard) {
        QSignalSpy changed(&t.thread, &desk::ThreadPresenter::changed);
        t.scrollTo(0);
        if (t.text(t.row(0)) != u"0"_s)
            QVERIFY(changed.wait());
        QVERIFY(t.rows() <= desk::ThreadWindow::kMost);
    }
    QCOMPARE(t.text(t.row(0)), u"0"_s);
    auto *down = t.find<QPushButton>("newestMessages");
    QTRY_VERIFY(down->isVisible());
    down->click();
    QTRY_COMPARE(t.text(t.last()), u"599"_s);
    QTRY_VERIFY(t.atEnd());
}

void tst_thread::newOnesBelowAreCountedOnAButtonThatGoesThere()
{
    Thread t;
    t.write(60);
    t.start();
    t.scrollTo(t.view->verticalScrollBar()->maximum() / 2);
    const QModelIndex read = t.view->indexAt({200, 40});
    const QString words = t.text(read);
    for (int i = 0; i < 3; ++i)
        t.log.receive(t.chat, u"nova"_s);
    t.reload();
    auto *down = t.find<QPushButton>("newestMessages");
    QTRY_VERIFY(down->isVisible() && down->text().contains(u'3'));
    QCOMPARE(t.text(t.view->indexAt({200, 40})), words);
    QVERIFY(t.view->geometry().contains(down->geometry()));
    down->click();
    QTRY_VERIFY(t.atEnd());
    QTRY_VERIFY(!down->isVisible());
}

void tst_thread::whoStandsAtTheEndStaysThere()
{
    Thread t;
    t.write(60);
    t.start();
    QTRY_VERIFY(t.atEnd());
    t.log.receive(t.chat, u"uma mensagem bem comprida "_s.repeated(30));
    t.reload();
    QTRY_VERIFY(t.atEnd());
    QCOMPARE(t.view->indexAt({200, t.view->viewport()->height() - 8}), t.last());
    t.window.resize(1366, 600);
    QTRY_VERIFY(t.atEnd());
}

void tst_thread::everyChatSaysWhereItsReaderStands()
{
    Thread t;
    t.write(60);
    const Chat other = t.log.open(u"Dita"_s);
    for (int i = 0; i < 4 * desk::ThreadWindow::kPage; ++i)
        t.log.receive(other, u"nova %1"_s.arg(i));
    t.start();
    t.scrollTo(t.view->verticalScrollBar()->maximum() / 2);
    t.inbox.open(other.conversation);
    QTRY_VERIFY(t.thread.head() && t.thread.head()->id == other.conversation && t.rows() > 0);
    QVERIFY(t.thread.hasNewer()); // above its end as before: the view has nothing new to tell
    t.log.receive(other, u"ainda uma"_s);
    t.reload();
    QVERIFY2(t.thread.newBelowText().contains(u'1'), qPrintable(t.thread.newBelowText()));
}

void tst_thread::resizingKeepsWhatIsRead()
{
    Thread t;
    for (int i = 0; i < 60; ++i)
        t.log.accept(t.chat, u"%1 palavras que dobram de linha quando a janela fica estreita "_s.arg(i).repeated(3));
    t.start();
    t.scrollTo(t.view->verticalScrollBar()->maximum() / 2);
    t.view->showRow(t.view->indexAt({200, 2}),
                    QAbstractItemView::PositionAtTop); // else another may be there when it shrinks
    const QPersistentModelIndex read = t.view->indexAt({200, 2});
    for (const int width : {900, 1366, 1920}) {
        t.window.resize(width, 768);
        QTRY_VERIFY(read == t.view->indexAt({200, 2}));
    }
}

// However long the thread is; and what was measured once is not measured again.
void tst_thread::onlyWhatIsHeldIsMeasured()
{
    Thread t;
    t.write(5000);
    t.start();
    t.window.grab();
    const int opened = t.delegate()->measured();
    QVERIFY2(opened <= 3 * desk::ThreadWindow::kPage, qPrintable(QString::number(opened)));
    for (int i = 0; i < 5; ++i)
        t.window.grab();
    QCOMPARE(t.delegate()->measured(), opened);
}

void tst_thread::unreadLineIsOnTheScreen()
{
    Thread t;
    t.write(20);
    for (int i = 0; i < 30; ++i)
        t.log.receive(t.chat, u"nova %1 com palavras para encher a linha"_s.arg(i));
    t.start();
    const QModelIndex unread = t.row(t.thread.unreadRow());
    QVERIFY(unread.isValid());
    QTRY_VERIFY(t.view->viewport()->rect().contains(t.view->visualRect(unread)));
    QVERIFY(unread.data(desk::ThreadUnreadRole).toString().contains(u"30"_s));
}

void tst_thread::keysMoveThroughTheThread()
{
    Thread t;
    t.write(120);
    t.start();
    t.view->setFocus();
    t.view->setCurrentIndex(t.last());
    QTest::keyClick(t.view, Qt::Key_Up);
    QCOMPARE(t.text(t.view->currentIndex()), u"118"_s);
    QTest::keyClick(t.view, Qt::Key_Down);
    QCOMPARE(t.text(t.view->currentIndex()), u"119"_s);
    QTest::keyClick(t.view, Qt::Key_PageUp);
    QVERIFY(t.text(t.view->currentIndex()).toInt() < 115);
    QTest::keyClick(t.view, Qt::Key_Home);
    QVERIFY(t.view->currentIndex().row() == 0);
    QTRY_VERIFY(t.rows() > desk::ThreadWindow::kPage); // and what is above it comes
    QTest::keyClick(t.view, Qt::Key_End);
    QTRY_COMPARE(t.text(t.view->currentIndex()), u"119"_s);
    QTRY_VERIFY(t.atEnd());
}

void tst_thread::linksAskBeforeTheyOpen()
{
    Thread t;
    t.log.receive(t.chat, u"veja https://banco.example@evil.example/a?b=1"_s);
    t.start();
    QList<QUrl> opened;
    t.window.findChild<ui::MessageArea *>()->setLinkOpener([&opened](const QUrl &url) { opened.append(url); });
    const QPoint place = t.placeOf(t.last(), ui::BubbleHit::What::Link);
    QVERIFY(place.x() >= 0);
    t.click(t.last(), place);
    auto *dialog = t.window.findChild<QDialog *>(u"linkDialog"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel *>(u"linkHost"_s)->text(), u"evil.example"_s);
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText);
    QTest::keyClick(dialog, Qt::Key_Return); // in haste
    QTRY_VERIFY(!t.window.findChild<QDialog *>(u"linkDialog"_s));
    QVERIFY(opened.isEmpty());
    t.view->setCurrentIndex(t.last());
    QTest::keyClick(t.view, Qt::Key_Return); // by keyboard, too
    dialog = t.window.findChild<QDialog *>(u"linkDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"linkOpen"_s)->click();
    QCOMPARE(opened, QList<QUrl>{QUrl(u"https://evil.example/a?b=1"_s)});
}

void tst_thread::nothingElseIsALink()
{
    Thread t;
    for (const QString &text : {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"smb://evil.example/s"_s,
                                u"\\\\evil.example\\s"_s, u"https://sale"_s, u"<a href='https://a.example'>x</a>"_s})
        t.log.receive(t.chat, text);
    t.start();
    for (int row = 0; row + 1 < t.rows(); ++row)
        QCOMPARE(t.placeOf(t.row(row), ui::BubbleHit::What::Link), QPoint(-1, -1));
}

void tst_thread::copyTakesPlainText()
{
    Thread t;
    t.log.receive(t.chat, u"<b>um</b>"_s);
    t.log.receive(t.chat, u"dois"_s);
    t.start();
    t.view->setFocus();
    t.view->setCurrentIndex(t.row(0));
    QTest::keyClick(t.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"<b>um</b>"_s);
    QTest::keyClick(t.view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(t.view, Qt::Key_C, Qt::ControlModifier);
    const QString both = QGuiApplication::clipboard()->text();
    QVERIFY(both.contains(u"Rosa Limeira: <b>um</b>\n"_s) && both.endsWith(u"Rosa Limeira: dois"_s));
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(!data->hasHtml() && !data->hasUrls());
}

void tst_thread::theMenuHasWhatTheRowCan()
{
    Thread t;
    const MessageId sent = t.log.accept(t.chat, u"veja https://a.example e https://b.example"_s);
    t.log.status(t.chat, sent, MessageState::Failed, wire::SendError{131026, {}});
    t.start();
    t.view->setFocus();
    t.view->setCurrentIndex(t.last());
    QTest::keyClick(t.view, Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = t.window.findChild<QMenu *>(u"messageMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QStringList words;
    for (const QAction *action : menu->actions())
        words.append(action->text());
    QCOMPARE(words.filter(u".example"_s).size(), 2);
    const QString again = t.last().data(desk::ThreadActionsRole).toStringList().first();
    QVERIFY(words.contains(again));
    for (QAction *action : menu->actions()) {
        if (action->text() == again)
            action->trigger();
    }
    QCOMPARE(t.actions.again.size(), 1);
    menu->close();
    t.click(t.last(), t.layout(t.last())->actionRects().first().center());
    QCOMPARE(t.actions.again.size(), 2);
}

void tst_thread::findMarksCountsAndGoesThere()
{
    Thread t;
    t.log.accept(t.chat, u"Pão de queijo"_s);
    t.write(300);
    t.log.receive(t.chat, u"tem PAO?"_s);
    t.start();
    const QImage before = t.view->viewport()->grab().toImage();
    QTest::keyClick(&t.window, Qt::Key_F, Qt::ControlModifier);
    auto *typed = t.find<QLineEdit>("findTyped");
    QTRY_VERIFY(typed->hasFocus());
    QTest::keyClicks(typed, u"pao"_s);
    QTRY_VERIFY(t.find<QLabel>("findCount")->text().contains(u'2'));
    QTRY_COMPARE(t.text(t.view->currentIndex()), u"tem PAO?"_s);
    QTRY_VERIFY(t.view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32) != before);
    bool marked = false;
    const QImage shown = t.view->viewport()->grab().toImage();
    for (int y = 0; y < shown.height() && !marked; ++y) {
        for (int x = 0; x < shown.width() && !marked; ++x)
            marked = shown.pixelColor(x, y) == t.appearance.theme().mark;
    }
    QVERIFY(marked);
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_COMPARE(t.text(t.view->currentIndex()), u"Pão de queijo"_s); // far above what was held
    QVERIFY(t.view->viewport()->rect().intersects(t.view->visualRect(t.view->currentIndex())));
    QTest::keyClick(typed, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(t.text(t.view->currentIndex()), u"tem PAO?"_s);
    QTest::keyClick(typed, Qt::Key_Escape);
    QVERIFY(!t.find<QFrame>("findBar")->isVisible());
    QVERIFY(t.thread.find().words().isEmpty());
    QTRY_COMPARE(t.window.focusWidget(), t.find<QPlainTextEdit>("editor"));
}

void tst_thread::longTextsOpenOnAClick()
{
    Thread t;
    t.log.receive(t.chat, u"palavra "_s.repeated(2000));
    t.start();
    const int before = t.layout(t.last())->height();
    t.view->scrollToBottom();
    const QPoint place = t.placeOf(t.last(), ui::BubbleHit::What::More);
    QVERIFY(place.x() >= 0);
    t.click(t.last(), place);
    QTRY_VERIFY(t.layout(t.last())->height() > 2 * before);
}

void tst_thread::bubblesStayWithinTheirPane_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one word") << QString(5000, u'W');
    QTest::newRow("marks on a letter") << u"a"_s + QString(QChar(0x0301)).repeated(3000);
    QTest::newRow("right to left") << u"שלום עולם "_s.repeated(50);
    QTest::newRow("emoji") << u"👩‍👩‍👧‍👦"_s.repeated(200);
    QTest::newRow("lines") << u"\n"_s.repeated(5000);
    QTest::newRow("empty") << QString();
    QTest::newRow("link") << u"https://a.example/"_s + QString(1900, u'x');
}

void tst_thread::bubblesStayWithinTheirPane()
{
    QFETCH(const QString, text);
    Thread t;
    t.log.receive(t.chat, text);
    wire::Content file = textContent(text);
    file.type = ContentType::Document;
    file.media = wire::Media();
    file.media->filename = text.left(300) + u".pdf"_s;
    t.log.receive(t.chat, file);
    const MessageId sent = t.log.accept(t.chat, text);
    t.log.status(t.chat, sent, MessageState::Failed, wire::SendError{131000, text.left(500)});
    t.start();
    for (const int width : {760, 1366}) {
        t.window.resize(width, 700);
        for (int row = 0; row < t.rows(); ++row) {
            const auto laid = t.layout(t.row(row));
            QVERIFY(laid->bubble().left() >= 0 && laid->bubble().right() < t.view->viewport()->width());
            QVERIFY(laid->height() < 8000 && laid->height() > 20);
            for (const QRect &action : laid->actionRects())
                QVERIFY(action.left() >= 0 && action.right() < t.view->viewport()->width());
        }
        t.window.grab();
    }
}

void tst_thread::everyRowIsAnItemThatSpeaks()
{
    Thread t;
    t.write(3);
    t.log.receive(t.chat, u"*Tem* broa?"_s);
    t.start();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(t.view);
    QVERIFY(list && list->role() == QAccessible::List);
    QCOMPARE(list->childCount(), t.rows());
    for (int row = 0; row < t.rows(); ++row) {
        QAccessibleInterface *item = list->child(row);
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(item->text(QAccessible::Name), t.row(row).data(Qt::AccessibleTextRole).toString());
    }
    QVERIFY(list->child(t.rows() - 1)->text(QAccessible::Name).contains(u"Rosa Limeira, Tem broa?"_s));
}

BALCAO_TEST(tst_thread)
#include "tst_thread.moc"
