// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "support/testmain.h"

#include <QSet>

#include <atomic>
#include <thread>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Queue
{
    DeskStore desk;
    EventLog log;
    Chat chat = log.open();
    LogId posted = LogId::create();
    OperatorId ana = OperatorId::create();

    CommandId add(const QString &text, const QByteArray &command = "{}")
    {
        store::OutboxEntry one = entry(CommandId::create(), u"message.send"_s, chat, text);
        one.command = command;
        desk.write([&one](store::StoreWriter &w) { return w.outbox().add(one); });
        return one.id;
    }
    /// About to be posted.
    QList<CommandId> claim(int limit, LogId to)
    {
        QList<CommandId> ids;
        const auto batch = desk.write([limit, to](store::StoreWriter &w) { return w.outbox().toSend(limit, to); });
        for (const store::OutboxEntry &one : batch)
            ids.append(one.id);
        return ids;
    }
    std::optional<QString> takeBack(CommandId id)
    {
        return desk.write([&](store::StoreWriter &w) { return w.outbox().takeBack(id, chat.conversation, ana); });
    }
    QString draft()
    {
        return desk.write([&](store::StoreWriter &w) { return w.drafts().find(chat.conversation, ana); });
    }
    void begin(const QString &draft)
    {
        desk.write([&](store::StoreWriter &w) { return w.drafts().save(chat.conversation, ana, draft); });
    }
    QStringList waiting()
    {
        QStringList texts;
        for (const store::PendingRow &row : desk.pending(chat.conversation))
            texts.append(row.text);
        return texts;
    }
    QList<bool> offered()
    {
        QList<bool> each;
        for (const store::PendingRow &row : desk.pending(chat.conversation))
            each.append(row.mayTakeBack);
        return each;
    }
};

/// A thread with a connection of its own to the file, as another program would have.
template <class F>
std::thread onItsOwn(const QString &file, F work)
{
    return std::thread([file, work] {
        const auto connection = sql::Connection::open(file);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().detail));
        work(**connection);
    });
}

} // namespace

// A message is either handed to the relay or taken back, and never both or neither.
class tst_takenback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsComesBackAndTheOthersStayInOrder();
    void whatIsHandedOverStays();
    void whatSurelyDidNotArriveComesBack();
    void whatIsSettledStays();
    void wordsStandBeforeWhatWasBegun();
    void onlyWordsComeBack();
    void aRestartChangesNothing();
    void aRestoreDoubtsWhatWentToALogThatNobodyKnew();
    void ofTwoAtOnceOneHasIt();
};

void tst_takenback::whatWaitsComesBackAndTheOthersStayInOrder()
{
    Queue q;
    q.add(u"um"_s);
    const CommandId second = q.add(u"dois"_s);
    q.add(u"três"_s);
    QCOMPARE(q.offered(), (QList{true, true, true}));
    QCOMPARE(q.takeBack(second), std::optional(u"dois"_s));
    QCOMPARE(q.waiting(), (QStringList{u"um"_s, u"três"_s}));
    QCOMPARE(q.draft(), u"dois"_s);
    QVERIFY(!q.takeBack(second)); // once
    QCOMPARE(q.draft(), u"dois"_s);
    QCOMPARE(q.claim(10, q.posted).size(), 2);
}

void tst_takenback::whatIsHandedOverStays()
{
    for (const bool isLogKnown : {true, false}) {
        Queue q;
        const CommandId first = q.add(u"um"_s);
        const CommandId second = q.add(u"dois"_s);
        QCOMPARE(q.claim(1, isLogKnown ? q.posted : LogId()), QList{first});
        QCOMPARE(q.offered(), (QList{false, true}));
        QVERIFY(!q.takeBack(first));
        QCOMPARE(q.waiting(), (QStringList{u"um"_s, u"dois"_s}));
        QCOMPARE(q.draft(), QString());
        QCOMPARE(q.takeBack(second), std::optional(u"dois"_s));
    }
}

void tst_takenback::whatSurelyDidNotArriveComesBack()
{
    Queue q;
    const CommandId id = q.add(u"um"_s);
    QCOMPARE(q.claim(10, {}), QList{id});
    q.desk.write([id](store::StoreWriter &w) { return w.outbox().notTried({id}); });
    QCOMPARE(q.offered(), QList{true});
    QCOMPARE(q.takeBack(id), std::optional(u"um"_s));
    QVERIFY(q.claim(10, q.posted).isEmpty());
}

void tst_takenback::whatIsSettledStays()
{
    Queue q;
    const CommandId refused = q.add(u"um"_s);
    const CommandId accepted = q.add(u"dois"_s);
    q.desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.outbox().refused(refused, u"window-closed"_s, 1));
        return w.outbox().answered(accepted, false, 7, 1);
    });
    QCOMPARE(q.offered(), (QList{false, false}));
    QVERIFY(!q.takeBack(refused));
    QVERIFY(!q.takeBack(accepted));
    QCOMPARE(q.waiting().size(), 2);
}

// As they were written: nothing that was typed goes, and a note for the team stays one.
void tst_takenback::wordsStandBeforeWhatWasBegun()
{
    Queue q;
    const CommandId first = q.add(u"um"_s);
    const CommandId second = q.add(u"dois"_s);
    q.begin(u"três"_s);
    q.takeBack(second);
    q.takeBack(first);
    QCOMPARE(q.draft(), u"um\ndois\ntrês"_s);
    const CommandId third = q.add(u"quatro"_s);
    q.begin(store::kNoteDraft + u"só para nós"_s);
    q.takeBack(third);
    QCOMPARE(q.draft(), store::kNoteDraft + u"quatro\nsó para nós"_s);
}

void tst_takenback::onlyWordsComeBack()
{
    Queue q;
    const CommandId charge = q.add(u"Pix"_s, R"({"body":{"content":{"charge":"x","type":"pix_code"}}})");
    const CommandId words = q.add(u"diga \"charge\":"_s, R"({"body":{"content":{"text":"diga \"charge\":"}}})");
    QCOMPARE(q.offered(), (QList{false, true}));
    QVERIFY(!q.takeBack(charge));
    QCOMPARE(q.takeBack(words), std::optional(u"diga \"charge\":"_s));
    store::OutboxEntry asks = entry(CommandId::create(), u"pix.charge"_s, q.chat, u"x"_s);
    q.desk.write([&asks](store::StoreWriter &w) { return w.outbox().add(asks); });
    QVERIFY(!q.takeBack(asks.id));
    const CommandId note = CommandId::create();
    q.desk.write([&](store::StoreWriter &w) { return w.outbox().add(entry(note, u"note.add"_s, q.chat)); });
    QVERIFY(!q.takeBack(note));
}

void tst_takenback::aRestartChangesNothing()
{
    Queue q;
    const CommandId first = q.add(u"um"_s);
    const CommandId second = q.add(u"dois"_s);
    QCOMPARE(q.claim(1, q.posted), QList{first});
    q.desk.reopen(); // it was killed while the first was under way
    QCOMPARE(q.offered(), (QList{false, true}));
    QVERIFY(!q.takeBack(first));
    QCOMPARE(q.takeBack(second), std::optional(u"dois"_s));
    q.desk.reopen();
    QCOMPARE(q.waiting(), QStringList{u"um"_s});
    QCOMPARE(q.draft(), u"dois"_s);
    QCOMPARE(q.claim(10, q.posted), QList{first});
}

void tst_takenback::aRestoreDoubtsWhatWentToALogThatNobodyKnew()
{
    for (const LogId now : {LogId(), LogId::create()}) {
        Queue q;
        q.add(u"um"_s);
        QCOMPARE(q.claim(10, {}).size(), 1);
        q.desk.write([now](store::StoreWriter &w) -> Result<void> {
            BALCAO_TRY(w.outbox().question(now));
            return w.outbox().settleQuestioned(w.projection(), 1);
        });
        QVERIFY(q.desk.pending(q.chat.conversation).first().state == store::PendingRow::State::Uncertain);
    }
}

// Whoever is first: here even over two connections, where nothing but the transaction keeps them apart.
void tst_takenback::ofTwoAtOnceOneHasIt()
{
    constexpr int kMessages = 400;
    Queue q;
    QList<CommandId> all;
    for (int i = 0; i < kMessages; ++i)
        all.append(q.add(QString::number(i)));
    const QString file = q.desk.path(u"local.db"_s);
    q.desk.close();
    QSet<CommandId> posted;
    QMap<int, CommandId> back; // by what stands in the draft
    // Neither is done before the other has begun: SQLite lets one wait while another goes on.
    std::atomic<bool> hasTaken = false;
    std::atomic<bool> hasPosted = false;
    std::thread poster = onItsOwn(file, [&, log = q.posted](sql::Connection &local) {
        hasTaken.wait(false);
        for (;;) {
            const auto batch = store::OutboxStore(local).toSend(3, log);
            if (!batch)
                qFatal("%s", qPrintable(batch.error().detail));
            if (batch->isEmpty())
                return;
            for (const store::OutboxEntry &one : *batch) {
                posted.insert(one.id);
                if (!store::OutboxStore(local).answered(one.id, false, 1, 1))
                    qFatal("not answered");
            }
            hasPosted = true;
            hasPosted.notify_one();
        }
    });
    std::thread taker = onItsOwn(file, [&](sql::Connection &local) {
        for (int i = kMessages - 1; i >= 0; --i) {
            const auto words = store::OutboxStore(local).takeBack(all[i], q.chat.conversation, q.ana);
            if (!words)
                qFatal("%s", qPrintable(words.error().detail));
            if (*words)
                back.insert((*words)->toInt(), all[i]);
            hasTaken = true;
            hasTaken.notify_one();
            hasPosted.wait(false);
        }
    });
    poster.join();
    taker.join();
    QVERIFY(!posted.isEmpty() && !back.isEmpty()); // else they have not met
    QStringList draft;
    for (auto one = back.cbegin(); one != back.cend(); ++one) {
        QVERIFY(!posted.contains(one.value()));
        draft.append(QString::number(one.key()));
    }
    QCOMPARE(posted.size() + back.size(), kMessages);
    q.desk.open();
    QCOMPARE(q.draft().split(u'\n'), draft);
}

BALCAO_TEST(tst_takenback)
#include "tst_takenback.moc"
