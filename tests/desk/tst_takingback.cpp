// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/roles.h"
#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Queue : Shop
{
    /// By Ana, to Rosa; not handed over yet.
    CommandId typed(const QString &text)
    {
        const store::OutboxEntry entry{CommandId::create(),
                                       u"message.send"_s,
                                       rosa.conversation,
                                       MessageId::create(),
                                       text,
                                       ana,
                                       clock.nowMs(),
                                       "{}"};
        pend(entry);
        read();
        return entry.id;
    }
    /// "um", without a connection; `begun` stands in the field.
    void waiting(const QString &begun = {})
    {
        typed(u"um"_s);
        goOffline(true);
        if (!begun.isEmpty())
            composer.setText(begun);
    }
    void read()
    {
        QSignalSpy changed(&thread, &ThreadPresenter::changed);
        thread.reload();
        QVERIFY(changed.wait());
    }
    void goOffline(bool offline)
    {
        thread.setOfflineSince(offline ? clock.nowMs() - kMinuteMs : 0);
        composer.setOffline(offline);
    }
    [[nodiscard]] QStringList offered()
    {
        QStringList each;
        for (int row = 0; row < thread.model().rowCount(); ++row)
            each.append(thread.model().index(row).data(ThreadActionsRole).toStringList().join(u','));
        return each;
    }
    void go(const Chat &chat)
    {
        thread.open(chat.conversation);
        QTRY_VERIFY(thread.head() && thread.head()->id == chat.conversation);
    }
    QString draft(const Chat &chat)
    {
        return *store.write([&](store::StoreWriter &w) { return w.drafts().find(chat.conversation, ana); }).result();
    }
    /// The store has said so.
    void answer(const std::optional<QString> &words)
    {
        const auto done = std::exchange(actions.backDone, nullptr);
        QVERIFY(done != nullptr);
        done(words);
    }
};

} // namespace

// What was not handed over comes back to whoever wrote it, whatever they do meanwhile.
class tst_takingback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offeredOnlyWithoutAConnection();
    void notOfferedOnceItWasHandedOver();
    void itComesBackToTheField();
    void itStandsBeforeWhatWasBegun();
    void whatIsTypedInAnotherChatStaysThere();
    void whoGoesAndReturnsFindsAll();
    void tooLateIsSaid();
    void aDiskThatCannotIsSaid();
    void nothingComesBackIntoANote();
    void aNoteBegunMeanwhileStaysANote();
    void nothingComesBackWhileSomethingIsBeingSent();
};

void tst_takingback::offeredOnlyWithoutAConnection()
{
    Queue q;
    const CommandId first = q.typed(u"um"_s);
    const CommandId second = q.typed(u"dois"_s);
    QCOMPARE(q.offered(), (QStringList{{}, {}, {}}));
    QCOMPARE(q.composer.takeBackText(), QString());
    const auto stamp = q.thread.model().index(1).data(ThreadStampRole);
    q.goOffline(true);
    QCOMPARE(q.offered(), (QStringList{{}, u"Cancel sending"_s, u"Cancel sending"_s}));
    QVERIFY(q.thread.model().index(1).data(ThreadStampRole) != stamp);
    QCOMPARE(q.thread.model().index(1).data(ThreadProblemRole).toString(), QString()); // nothing is wrong with it
    QCOMPARE(q.composer.takeBackText(), u"Cancel sending"_s);
    q.thread.act(1, 0);
    QCOMPARE(q.actions.takenBack, QList{first});
    q.answer({});
    q.composer.takeLastBack();
    QCOMPARE(q.actions.takenBack, (QList{first, second}));
    q.answer({});
    q.goOffline(false);
    QCOMPARE(q.offered(), (QStringList{{}, {}, {}}));
    QCOMPARE(q.composer.takeBackText(), QString());
}

void tst_takingback::notOfferedOnceItWasHandedOver()
{
    Queue q;
    q.waiting();
    const auto claimed = q.store.write([](store::StoreWriter &w) { return w.outbox().toSend(10, LogId::create()); });
    QVERIFY(claimed.result().ok());
    q.read();
    QCOMPARE(q.offered(), (QStringList{{}, {}}));
    QCOMPARE(q.composer.takeBackText(), QString());
    QVERIFY(!q.composer.queuedText().isEmpty()); // it waits all the same
    q.composer.takeLastBack();
    QVERIFY(q.actions.takenBack.isEmpty());
}

void tst_takingback::itComesBackToTheField()
{
    Queue q;
    q.typed(u"Temos!"_s);
    q.goOffline(true);
    QSignalSpy back(&q.composer, &ComposerPresenter::tookBack);
    q.composer.takeLastBack();
    q.composer.takeLastBack(); // once
    QCOMPARE(q.actions.takenBack.size(), 1);
    q.answer(u"Temos!"_s);
    QCOMPARE(q.composer.text(), u"Temos!"_s);
    QCOMPARE(back.size(), 1);
    QVERIFY(!q.undo.text().isEmpty() && !q.undo.canUndo());
    QVERIFY(q.composer.canSend() && !q.composer.isWarning());
    QTRY_COMPARE(q.draft(q.rosa), u"Temos!"_s);
}

void tst_takingback::itStandsBeforeWhatWasBegun()
{
    Queue q;
    q.waiting(u"dois"_s);
    q.composer.takeLastBack();
    QCOMPARE(q.draft(q.rosa), u"dois"_s); // what the store puts the words before
    QVERIFY(!q.composer.canSend());       // it would be doubled, or lost
    q.composer.setText(u"dois!"_s);
    q.composer.flush();
    QCOMPARE(q.draft(q.rosa), u"dois"_s); // else the words would be gone from the disk
    q.answer(u"um"_s);
    QCOMPARE(q.composer.text(), u"um\ndois!"_s);
    QTRY_COMPARE(q.draft(q.rosa), u"um\ndois!"_s);
    QVERIFY(q.composer.canSend());
}

void tst_takingback::whatIsTypedInAnotherChatStaysThere()
{
    Queue q;
    const Chat dita = q.log.open(u"Dita"_s);
    q.log.receive(dita, u"Oi"_s);
    q.take();
    q.waiting(u"dois"_s);
    q.composer.takeLastBack();
    q.composer.setText(u"dois!"_s);
    q.go(dita);
    q.composer.setText(u"Oi, Dita"_s);
    q.answer(u"um"_s);
    QCOMPARE(q.composer.text(), u"Oi, Dita"_s);
    QTRY_COMPARE(q.draft(q.rosa), u"um\ndois!"_s);
    q.go(q.rosa);
    QTRY_COMPARE(q.composer.text(), u"um\ndois!"_s);
    QCOMPARE(q.draft(dita), u"Oi, Dita"_s);
}

// There and away again, faster than the disk.
void tst_takingback::whoGoesAndReturnsFindsAll()
{
    Queue q;
    const Chat dita = q.log.open(u"Dita"_s);
    q.take();
    q.waiting(u"dois"_s);
    q.composer.takeLastBack();
    q.composer.setText(u"dois!"_s);
    q.thread.open(dita.conversation);
    q.thread.open(q.rosa.conversation);
    q.answer(u"um"_s);
    QTRY_COMPARE(q.composer.text(), u"um\ndois!"_s);
    QTRY_COMPARE(q.draft(q.rosa), u"um\ndois!"_s);
}

void tst_takingback::tooLateIsSaid()
{
    Queue q;
    q.waiting(u"dois"_s);
    q.composer.takeLastBack();
    q.composer.setText(u"dois!"_s);
    q.answer({});
    QCOMPARE(q.composer.text(), u"dois!"_s);
    QVERIFY2(q.undo.text().contains(u"on its way"_s), qPrintable(q.undo.text()));
    QTRY_COMPARE(q.draft(q.rosa), u"dois!"_s);
}

void tst_takingback::aDiskThatCannotIsSaid()
{
    Queue q;
    q.waiting();
    q.composer.takeLastBack();
    std::exchange(q.actions.backDone, nullptr)(failure(Error::Kind::Storage, u"full"_s));
    QCOMPARE(q.composer.text(), QString());
    QVERIFY2(q.undo.text().contains(u"disk"_s), qPrintable(q.undo.text()));
    QCOMPARE(q.composer.takeBackText(), u"Cancel sending"_s); // it waits, and may be tried again
}

void tst_takingback::nothingComesBackIntoANote()
{
    Queue q;
    q.waiting();
    q.composer.setNote(true);
    q.composer.setText(u"só para nós"_s);
    q.composer.takeLastBack();
    QVERIFY(q.actions.takenBack.isEmpty());
    QVERIFY2(q.undo.text().contains(u"note first"_s), qPrintable(q.undo.text()));
    QVERIFY(q.composer.isNote());
    QCOMPARE(q.composer.text(), u"só para nós"_s);
    q.composer.setText({});
    q.composer.takeLastBack();
    q.answer(u"um"_s);
    QVERIFY(!q.composer.isNote()); // of the team's nothing stood there
    QCOMPARE(q.composer.text(), u"um"_s);
}

// The disk takes its time.
void tst_takingback::aNoteBegunMeanwhileStaysANote()
{
    Queue q;
    q.waiting();
    q.composer.takeLastBack();
    q.composer.setNote(true);
    q.composer.setText(u"só para nós"_s);
    q.answer(u"um"_s);
    QVERIFY(q.composer.isNote());
    QCOMPARE(q.composer.text(), u"um\nsó para nós"_s);
}

void tst_takingback::nothingComesBackWhileSomethingIsBeingSent()
{
    Queue q;
    q.waiting(u"dois"_s);
    q.composer.send();
    QCOMPARE(q.actions.sent.size(), 1);
    q.composer.takeLastBack();
    QVERIFY(q.actions.takenBack.isEmpty());
    q.actions.sent.first().done(true);
    q.composer.takeLastBack();
    QCOMPARE(q.actions.takenBack.size(), 1);
}

BALCAO_TEST(tst_takingback)
#include "tst_takingback.moc"
