// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "openthread.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "0" … "n-1", all by the shop, so that nothing is unread.
void write(OpenThread &open, int count)
{
    for (int i = 0; i < count; ++i)
        open.log.accept(open.chat, QString::number(i));
}

void readAll(OpenThread &open)
{
    wire::ConversationRead read;
    read.uptoSeq = open.log.head();
    open.log.add(read, open.chat.subject());
}

} // namespace

// The window of rows: bounded, sliding by key, in step with the log, and what was unread when it was opened.
class tst_threadwindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slidesOverTheWholeThreadAndNeverGrows();
    void newestComesBackInOneStep();
    void aLongThreadOpensAsAShortOne();
    void whatComesBelowIsCountedAndSeenAtTheEnd();
    void whatComesWhileAtTheEndStaysInTheWindow();
    void aLateOneBeforeTheFirstIsShown();
    void openAtShowsBothSides();
    void openAtAnUnknownMessageOpensTheChat();
    void pendingStandsOnlyBelowTheNewest();
    void theUnreadLineStandsWhileTheChatIsOpen();
    void manyUnreadOpenWhereTheyBegin();
    void anotherChatOpenedMeanwhileWins();
    void quotedMessagesAreFound();
    void wordsAreFoundFarAbove();
    void newerWordsTypedWin();
};

void tst_threadwindow::slidesOverTheWholeThreadAndNeverGrows()
{
    OpenThread open;
    write(open, 500);
    open.show();
    int most = 0;
    for (int guard = 0; open.first() != u"0"_s && guard < 50; ++guard) {
        open.after([&] { open.presenter.loadOlder(); });
        most = qMax(most, open.rows());
    }
    QCOMPARE(open.first(), u"0"_s);
    QCOMPARE(most, ThreadWindow::kMost);
    QVERIFY(open.presenter.hasNewer());
    QCOMPARE(open.last(), QString::number(ThreadWindow::kMost - 1));
    for (int guard = 0; open.presenter.hasNewer() && guard < 50; ++guard) {
        open.after([&] { open.presenter.loadNewer(); });
        QVERIFY(open.rows() <= ThreadWindow::kMost);
        // Without a gap: every row follows the one before it.
        for (int row = 1; row < open.rows(); ++row)
            QCOMPARE(open.at(row, ThreadTextRole).toString().toInt(),
                     open.at(row - 1, ThreadTextRole).toString().toInt() + 1);
    }
    QCOMPARE(open.last(), u"499"_s);
}

void tst_threadwindow::newestComesBackInOneStep()
{
    OpenThread open;
    write(open, 400);
    open.show();
    while (!open.presenter.hasNewer())
        open.after([&] { open.presenter.loadOlder(); });
    const QSignalSpy back(&open.presenter, &ThreadPresenter::atNewest);
    open.after([&] { open.presenter.showNewest(); });
    QCOMPARE(back.size(), 1);
    QCOMPARE(open.last(), u"399"_s);
    QCOMPARE(open.rows(), ThreadWindow::kPage);
    open.presenter.showNewest(); // it is there
    QCOMPARE(back.size(), 2);
}

void tst_threadwindow::aLongThreadOpensAsAShortOne()
{
    OpenThread open;
    write(open, 3000);
    open.show();
    QCOMPARE(open.rows(), ThreadWindow::kPage);
    open.after([&] { open.presenter.reload(); });
    QVERIFY(open.rows() <= 2 * ThreadWindow::kPage);
    QCOMPARE(open.last(), u"2999"_s);
}

void tst_threadwindow::whatComesBelowIsCountedAndSeenAtTheEnd()
{
    OpenThread open;
    open.presenter.setOperator(OperatorId::create());
    open.log.receive(open.chat, u"lida"_s);
    readAll(open);
    open.show();
    open.presenter.setAtEnd(false);
    open.log.receive(open.chat, u"um"_s);
    open.log.accept(open.chat, u"nossa"_s);
    open.log.receive(open.chat, u"dois"_s);
    open.show();
    QVERIFY2(open.presenter.newBelowText().contains(u'2'), qPrintable(open.presenter.newBelowText()));
    QVERIFY(open.actions.read.isEmpty()); // nobody has seen them
    open.presenter.setAtEnd(true);
    QCOMPARE(open.presenter.newBelowText(), QString());
    QCOMPARE(open.actions.read, QList<qint64>{open.log.head()});
}

void tst_threadwindow::whatComesWhileAtTheEndStaysInTheWindow()
{
    OpenThread open;
    write(open, 300);
    open.show();
    while (!open.presenter.hasNewer() && open.rows() < ThreadWindow::kMost)
        open.after([&] { open.presenter.loadOlder(); });
    open.presenter.setAtEnd(true);
    open.log.accept(open.chat, u"300"_s);
    open.show();
    QCOMPARE(open.last(), u"300"_s);
    QCOMPARE(open.rows(), ThreadWindow::kMost);
}

void tst_threadwindow::aLateOneBeforeTheFirstIsShown()
{
    OpenThread open;
    write(open, 3);
    open.show();
    open.log.receive(open.chat, u"atrasada"_s, kLogStart - kHourMs);
    open.show();
    QCOMPARE(open.first(), u"atrasada"_s);
    QCOMPARE(open.rows(), 4);
}

void tst_threadwindow::openAtShowsBothSides()
{
    OpenThread open;
    write(open, 150);
    const MessageId wanted = open.log.accept(open.chat, u"esta"_s);
    write(open, 150);
    open.take();
    QSignalSpy found(&open.presenter, &ThreadPresenter::found);
    open.presenter.openAt(open.chat.conversation, wanted, 0);
    QVERIFY(found.wait());
    const int row = found.first().first().toInt();
    QCOMPARE(open.at(row, ThreadTextRole).toString(), u"esta"_s);
    QVERIFY(row >= 10 && open.rows() - row >= 10);
    QVERIFY(open.presenter.hasNewer());
    open.presenter.openAt(open.chat.conversation, wanted, 0); // it is there already
    QCOMPARE(found.size(), 2);
}

void tst_threadwindow::openAtAnUnknownMessageOpensTheChat()
{
    OpenThread open;
    write(open, 5);
    open.take();
    QSignalSpy opened(&open.presenter, &ThreadPresenter::opened);
    const QSignalSpy found(&open.presenter, &ThreadPresenter::found);
    open.presenter.openAt(open.chat.conversation, MessageId::create(), 0);
    QVERIFY(opened.wait());
    QCOMPARE(open.rows(), 5);
    QCOMPARE(found.size(), 0);
}

void tst_threadwindow::pendingStandsOnlyBelowTheNewest()
{
    OpenThread open;
    write(open, 300);
    const MessageId old = open.log.accept(open.chat, u"antiga"_s);
    write(open, 300);
    open.take();
    open.pend({CommandId::create(), u"message.send"_s, open.chat.conversation, MessageId::create(), u"a caminho"_s,
               OperatorId::create(), kLogStart, "{}"});
    open.show();
    QCOMPARE(open.last(), u"a caminho"_s);
    open.after([&] { open.presenter.openAt(open.chat.conversation, old, 0); });
    QVERIFY(open.last() != u"a caminho"_s);
}

void tst_threadwindow::theUnreadLineStandsWhileTheChatIsOpen()
{
    OpenThread open;
    open.presenter.setOperator(OperatorId::create());
    open.log.receive(open.chat, u"lida"_s);
    readAll(open);
    open.log.accept(open.chat, u"nossa"_s);
    open.log.receive(open.chat, u"um"_s);
    open.log.receive(open.chat, u"dois"_s);
    open.show();
    QCOMPARE(open.presenter.unreadRow(), 2);
    QVERIFY(open.at(2, ThreadUnreadRole).toString().contains(u'2'));
    QVERIFY(open.at(3, ThreadUnreadRole).toString().isEmpty());
    readAll(open);
    open.log.receive(open.chat, u"três"_s);
    open.show();
    QCOMPARE(open.presenter.unreadRow(), 2);
    QVERIFY(open.at(2, ThreadUnreadRole).toString().contains(u'2'));
    open.presenter.close();
    open.log.accept(open.chat, u"resposta"_s);
    readAll(open);
    open.show();
    QCOMPARE(open.presenter.unreadRow(), -1);
}

void tst_threadwindow::manyUnreadOpenWhereTheyBegin()
{
    OpenThread open;
    write(open, 30);
    for (int i = 0; i < 500; ++i)
        open.log.receive(open.chat, u"nova %1"_s.arg(i));
    open.show();
    const int row = open.presenter.unreadRow();
    QVERIFY(row > 0);
    QCOMPARE(open.at(row, ThreadTextRole).toString(), u"nova 0"_s);
    QVERIFY(open.at(row, ThreadUnreadRole).toString().contains(u"500"_s));
    QVERIFY(open.presenter.hasNewer());
    QVERIFY(open.rows() < 2 * ThreadWindow::kPage);
}

void tst_threadwindow::anotherChatOpenedMeanwhileWins()
{
    OpenThread open;
    const Chat other = open.log.open(u"Dita"_s);
    write(open, 3);
    open.log.receive(other, u"da Dita"_s);
    open.take();
    QSignalSpy opened(&open.presenter, &ThreadPresenter::opened);
    open.presenter.open(open.chat.conversation);
    open.presenter.open(other.conversation);
    QVERIFY(opened.wait());
    QCOMPARE(open.presenter.title(), u"Dita"_s);
    QCOMPARE(open.rows(), 1);
    QCOMPARE(opened.size(), 1);
}

void tst_threadwindow::quotedMessagesAreFound()
{
    OpenThread open;
    const MessageId quoted = open.log.accept(open.chat, u"citada"_s);
    write(open, 100);
    wire::Content answer = textContent(u"resposta"_s);
    answer.quote = wire::Quote{quoted};
    open.log.receive(open.chat, answer);
    open.show();
    QSignalSpy found(&open.presenter, &ThreadPresenter::found);
    open.presenter.showQuoted(open.rows() - 1);
    QVERIFY(found.wait());
    QCOMPARE(open.at(found.first().first().toInt(), ThreadTextRole).toString(), u"citada"_s);
    open.presenter.showQuoted(-1);
    open.presenter.showQuoted(0); // quotes nothing
    QCOMPARE(found.size(), 1);
}

void tst_threadwindow::wordsAreFoundFarAbove()
{
    OpenThread open;
    open.log.accept(open.chat, u"Pão de queijo"_s);
    write(open, 400);
    open.log.receive(open.chat, u"tem PAO?"_s);
    open.show();
    FindPresenter &find = open.presenter.find();
    QSignalSpy found(&open.presenter, &ThreadPresenter::found);
    find.type(u"pão"_s);
    QVERIFY(found.wait());
    QCOMPARE(open.at(found.last().first().toInt(), ThreadTextRole).toString(), u"tem PAO?"_s);
    QVERIFY(find.countText().contains(u'1') && find.countText().contains(u'2'));
    QCOMPARE(find.words(), QStringList{u"pao"_s});
    find.next();
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(open.at(found.last().first().toInt(), ThreadTextRole).toString(), u"Pão de queijo"_s);
    find.next(); // both ends meet
    QTRY_COMPARE(found.size(), 3);
    QCOMPARE(open.at(found.last().first().toInt(), ThreadTextRole).toString(), u"tem PAO?"_s);
    find.previous();
    QTRY_COMPARE(found.size(), 4);
    find.type(u"inexistente"_s);
    QTRY_VERIFY(!find.hasMatches() && !find.countText().isEmpty());
    find.clear();
    QVERIFY(find.words().isEmpty() && find.countText().isEmpty());
}

void tst_threadwindow::newerWordsTypedWin()
{
    OpenThread open;
    open.log.accept(open.chat, u"bolo de pote"_s);
    open.log.accept(open.chat, u"bolacha"_s);
    open.show();
    FindPresenter &find = open.presenter.find();
    QSignalSpy wanted(&find, &FindPresenter::wanted);
    find.type(u"bol"_s);
    find.type(u"bolo"_s);
    QVERIFY(wanted.wait());
    QCOMPARE(wanted.size(), 1);
    QVERIFY(find.countText().startsWith(u'1') && find.countText().endsWith(u'1'));
}

BALCAO_TEST(tst_threadwindow)
#include "tst_threadwindow.moc"
