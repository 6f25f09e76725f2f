// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "sql/script.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A desk that shows "um" of a log, and another log in which "dois" follows.
struct TwoLogs
{
    DeskStore desk;
    EventLog log;
    Chat chat = log.open();
    EventLog other;

    TwoLogs()
    {
        log.receive(chat, u"um"_s);
        desk.catchUp(log);
        other = log;
        other.log = LogId::create();
        other.receive(chat, u"dois"_s);
    }
};

} // namespace

// The store as a whole: two files, two threads, and what a crash or another log makes of them.
class tst_store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void localFileOfTheFirstVersionIsTakenOver();
    void readBeforeTheFirstWriteIsNotFound();
    void whatIsWrittenIsReadByTheOtherThread();
    void draftsAndSettingsSurviveTheNight();
    void otherLogIsRebuiltWhileTheOldOneIsShown();
    void halfBuiltFileIsNeverShownAndGoneOnWith();
    void halfBuiltFileOfAnotherVersionIsDropped();
    void damagedPageIsReplayed();
    void damageThatAReadFindsIsReplayed();
    void rebuildConfirmsNothingBeforeItIsShown();
    void pagesOutOfOrderAreRefused_data();
    void pagesOutOfOrderAreRefused();
    void unreadableBodyIsALineAndIsReadLater();
    void refusedNoteWaitsForItsTurn();
    void crashRightAfterTheSwapKeepsTheNewFile();
    void otherVersionIsRebuilt();
    void skippedEventsThatAreKnownNowRebuild_data();
    void skippedEventsThatAreKnownNowRebuild();
    void damagedProjectionIsPutAsideAndFetchedAgain();
    void replacedFilesGoAfterThirtyDays();
};

void tst_store::readBeforeTheFirstWriteIsNotFound()
{
    const QTemporaryDir dir;
    store::Store store(dir.path(), {}, 0);
    const auto row = store.read([](store::StoreReader &r) { return r.shop().shop(); }).result();
    QVERIFY(!row);
    QVERIFY(row.error().kind == Error::Kind::NotFound);
}

void tst_store::whatIsWrittenIsReadByTheOtherThread()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Tem broa?"_s);
    QCOMPARE(desk.catchUp(log).cursor, log.head());
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"Tem broa?"_s});
}

void tst_store::draftsAndSettingsSurviveTheNight()
{
    DeskStore desk;
    const ConversationId chat = ConversationId::create();
    const OperatorId ana = OperatorId::create();
    const OperatorId bruno = OperatorId::create();
    desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.drafts().save(chat, ana, u"Bom dia, já"_s));
        BALCAO_TRY(w.drafts().save(chat, bruno, u"x"_s));
        BALCAO_TRY(w.drafts().save(chat, bruno, {}));
        return w.settings().save(u"scheme"_s, "dark");
    });
    desk.reopen();
    QCOMPARE(desk.read([&](store::StoreReader &r) { return r.drafts().find(chat, ana); }), u"Bom dia, já"_s);
    QCOMPARE(desk.read([&](store::StoreReader &r) { return r.drafts().find(chat, bruno); }), QString());
    QCOMPARE(desk.read([&](store::StoreReader &r) { return r.settings().find(u"scheme"_s); }), QByteArray("dark"));
}

void tst_store::otherLogIsRebuiltWhileTheOldOneIsShown()
{
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    QVERIFY(desk.apply(other.after(log.head())).otherLog);
    QVERIFY(!desk.apply(other.page(0, 3)).changes.rebuilt);
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
    QVERIFY(desk.apply(other.page(3)).changes.rebuilt);
    QCOMPARE(desk.texts(chat.conversation), QStringList({u"um"_s, u"dois"_s}));
#ifdef Q_OS_WIN
    desk.reopen(); // while its reader has it open, the old one cannot be renamed there
#endif
    QCOMPARE(desk.files(u"aside-*.db"_s).size(), 1);
    QCOMPARE(desk.files(u"projection-*.db"_s), QStringList{u"projection-2.db"_s});
}

void tst_store::halfBuiltFileIsNeverShownAndGoneOnWith()
{
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    desk.apply(other.page());
    desk.apply(other.page(0, 2));
    desk.reopen();
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
    QCOMPARE(desk.write([](store::StoreWriter &w) { return w.head(); }).cursor, 2);
    QVERIFY(desk.catchUp(other).changes.rebuilt);
    QCOMPARE(desk.texts(chat.conversation), QStringList({u"um"_s, u"dois"_s}));
    desk.reopen();
    QCOMPARE(desk.texts(chat.conversation), QStringList({u"um"_s, u"dois"_s}));
}

void tst_store::halfBuiltFileOfAnotherVersionIsDropped()
{
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    desk.apply(other.page());
    desk.apply(other.page(0, 2));
    desk.close();
    desk.tamper(u"projection-2.db"_s, u"UPDATE meta SET value = 1 WHERE key = 'version'"_s);
    desk.open();
    QVERIFY(!desk.write([](store::StoreWriter &w) { return Result<bool>(w.isRebuilding()); }));
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
    QVERIFY(desk.catchUp(other).changes.rebuilt);
}

void tst_store::crashRightAfterTheSwapKeepsTheNewFile()
{
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    desk.catchUp(other);
    desk.close();
    QVERIFY(QFile::rename(desk.path(desk.files(u"aside-*.db"_s).first()), desk.path(u"projection-1.db"_s)));
    desk.open();
    QCOMPARE(desk.catchUp(other).applied, 0);
    QCOMPARE(desk.texts(chat.conversation), QStringList({u"um"_s, u"dois"_s}));
    QCOMPARE(desk.files(u"projection-*.db"_s), QStringList{u"projection-2.db"_s});
    QCOMPARE(desk.files(u"aside-*.db"_s).size(), 1);
}

void tst_store::otherVersionIsRebuilt()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"um"_s);
    desk.catchUp(log);
    desk.close();
    desk.tamper(u"projection-1.db"_s, u"UPDATE meta SET value = 1 WHERE key = 'version'"_s);
    desk.open();
    QVERIFY(desk.write([](store::StoreWriter &w) { return Result<bool>(w.isRebuilding()); }));
    // Its tables may be others than this program reads: not shown, and not touched.
    const auto early = desk.tryRead([&](store::StoreReader &r) { return r.threads().newest(chat.conversation, 9); });
    QVERIFY(!early && early.error().kind == Error::Kind::NotFound);
    QVERIFY(desk.catchUp(log).changes.rebuilt);
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
    desk.reopen();
    QVERIFY(!desk.write([](store::StoreWriter &w) { return Result<bool>(w.isRebuilding()); }));
}

void tst_store::skippedEventsThatAreKnownNowRebuild_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<bool>("rebuilds");
    QTest::newRow("kind known now") << u"(9, 'message.received', 1)"_s << true;
    QTest::newRow("kind still unknown") << u"(9, 'charge.settled', 1)"_s << false;
    QTest::newRow("version still unknown") << u"(9, 'message.received', 7)"_s << false;
    QTest::newRow("body that was wrong") << u"(9, 'message.received', -1)"_s << false;
    QTest::newRow("body that an older reader could not read") << u"(9, \'message.received\', 0)"_s << true;
}

void tst_store::skippedEventsThatAreKnownNowRebuild()
{
    QFETCH(const QString, row);
    QFETCH(const bool, rebuilds);
    DeskStore desk;
    EventLog log;
    log.open();
    desk.catchUp(log);
    desk.close();
    desk.tamper(u"projection-1.db"_s, u"INSERT INTO skipped (seq, kind, v) VALUES "_s + row);
    desk.open();
    QCOMPARE(desk.write([](store::StoreWriter &w) { return Result<bool>(w.isRebuilding()); }), rebuilds);
}

void tst_store::damagedProjectionIsPutAsideAndFetchedAgain()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"um"_s);
    desk.catchUp(log);
    desk.close();
    QFile file(desk.path(u"projection-1.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(QByteArray(4096, 'x')) == 4096);
    file.close();
    desk.open();
    desk.catchUp(log);
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
    QCOMPARE(desk.files(u"aside-*.db"_s).size(), 1);
}

void tst_store::replacedFilesGoAfterThirtyDays()
{
    DeskStore desk;
    EventLog log;
    log.open();
    desk.catchUp(log);
    log.log = LogId::create();
    desk.catchUp(log);
    const QStringList first = desk.files(u"aside-*.db"_s);
    desk.now += 31 * kDayMs;
    log.log = LogId::create();
    desk.catchUp(log);
    QCOMPARE(desk.files(u"aside-*.db"_s).size(), 1);
    QVERIFY(desk.files(u"aside-*.db"_s) != first);
}

// Bytes in the middle of the file, where the tables are.
static void spoil(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("cannot be spoilt");
    for (qint64 at = 4096; at + 4096 <= file.size(); at += 4096) {
        file.seek(at);
        file.write(QByteArray(64, '\xff'));
    }
}

void tst_store::damagedPageIsReplayed()
{
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    desk.close();
    spoil(desk.path(u"projection-1.db"_s));
    desk.open();
    // Found when it is opened, or when the page is applied: either way it is made again.
    QVERIFY(desk.catchUp(log).changes.rebuilt || desk.files(u"aside-*.db"_s).size() == 1);
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
    QCOMPARE(desk.files(u"projection-*.db"_s).size(), 1);
}

void tst_store::damageThatAReadFindsIsReplayed()
{
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    const auto damaged =
        desk.tryRead([](store::StoreReader &) -> Result<int> { return failure(Error::Kind::Corrupt, u"sqlite 11"_s); });
    QVERIFY(!damaged);
    log.receive(chat, u"dois"_s);
    const store::Applied first = desk.apply(log.after(log.head() - 1));
    QVERIFY(first.otherLog && first.more);
    QVERIFY(first.log == log.log); // what is posted meanwhile is posted to that one
    QCOMPARE(first.cursor, 0);
    QVERIFY(desk.catchUp(log).changes.rebuilt);
    QCOMPARE(desk.texts(chat.conversation), QStringList({u"um"_s, u"dois"_s}));
    // Three times a run: whatever still finds damage then is not mended by replaying for ever.
    for (int time = 2; time < 5; ++time) {
        QVERIFY(!desk.tryRead(
            [](store::StoreReader &) -> Result<int> { return failure(Error::Kind::Corrupt, u"sqlite 11"_s); }));
        QCOMPARE(desk.apply(log.after(log.head())).otherLog, time <= 3);
        desk.catchUp(log);
    }
}

void tst_store::rebuildConfirmsNothingBeforeItIsShown()
{
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    const CommandId reply = CommandId::create();
    desk.write([reply, &chat = chat](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.outbox().add(entry(reply, u"message.send"_s, chat, u"já vai"_s)));
        return w.outbox().answered(reply, false, 9, 1);
    });
    other.accept(chat, u"já vai"_s, reply);
    other.receive(chat, u"três"_s);
    desk.apply(other.after(log.head()));
    desk.apply(other.page(0, other.events.size() - 1));
    QCOMPARE(desk.pending(chat.conversation).size(), 1); // the old thread is shown, and it is not in it
    QVERIFY(desk.catchUp(other).changes.rebuilt);
    QCOMPARE(desk.pending(chat.conversation).size(), 0);
    QVERIFY(desk.texts(chat.conversation).contains(u"já vai"_s));
}

void tst_store::pagesOutOfOrderAreRefused_data()
{
    QTest::addColumn<int>("wrong");
    QTest::newRow("beyond its head") << 0;
    QTest::newRow("backwards") << 1;
    QTest::newRow("more of nothing") << 2;
}

void tst_store::pagesOutOfOrderAreRefused()
{
    QFETCH(const int, wrong);
    TwoLogs t;
    auto &[desk, log, chat, other] = t;
    log.receive(chat, u"dois"_s);
    log.receive(chat, u"três"_s);
    QByteArray page = log.after(log.head() - 2);
    if (wrong == 0) {
        log.setHead(log.head() - 1);
        page = log.after(log.head() - 1);
    } else if (wrong == 1) {
        std::swap(log.events[log.events.size() - 1], log.events[log.events.size() - 2]);
        page = log.page(log.events.size() - 2);
    } else {
        page = log.page(log.events.size(), 0);
        page.replace("\"more\":false", "\"more\":true");
        QVERIFY(page.contains("\"more\":true"));
    }
    const auto applied =
        desk.tryWrite([&page, now = desk.now](store::StoreWriter &w) { return w.applyPage(page, now); });
    QVERIFY(!applied && applied.error().kind == Error::Kind::Rejected);
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
}

void tst_store::unreadableBodyIsALineAndIsReadLater()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"um"_s);
    QByteArray page = log.page();
    page.replace("\"sort_at\":", "\"sort_at\":\"late\",\"was\":");
    desk.apply(page);
    QCOMPARE(desk.texts(chat.conversation).size(), 1); // it says that something is there
    desk.reopen();
    QVERIFY(!desk.write([](store::StoreWriter &w) { return Result<bool>(w.isRebuilding()); }));
    desk.close();
    desk.tamper(u"projection-1.db"_s, u"UPDATE skipped SET v = 0 WHERE v < 0"_s); // by an older reader
    desk.open();
    QVERIFY(desk.catchUp(log).changes.rebuilt);
    QCOMPARE(desk.texts(chat.conversation), QStringList{u"um"_s});
}

void tst_store::refusedNoteWaitsForItsTurn()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open();
    store::OutboxEntry note = entry(CommandId::create(), u"note.add"_s, chat, u"paga dia 5"_s);
    note.message = {};
    desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.outbox().add(note));
        return w.outbox().refused(note.id, u"erased"_s, 1);
    });
    const auto take = [&] {
        return desk.write(
            [&](store::StoreWriter &w) { return w.outbox().takeRefusedNote(chat.conversation, note.operatorId); });
    };
    QCOMPARE(take(), u"paga dia 5"_s);
    QCOMPARE(take(), QString());
}

void tst_store::localFileOfTheFirstVersionIsTakenOver()
{
    QTemporaryDir dir;
    const store::StoreFolder folder(dir.path());
    {
        sql::OpenOptions options;
        options.applicationId = 0x42616c4c;
        auto db = sql::Connection::open(folder.localFile(), {}, options);
        QVERIFY(db);
        QFile script(u":/sql/local/0001_start.sql"_s);
        QVERIFY(script.open(QIODevice::ReadOnly));
        QVERIFY(sql::execScript(**db, QString::fromUtf8(script.readAll())));
        QVERIFY((*db)->exec(u"INSERT INTO outbox (id, kind, message, operator, made_at, command, text) VALUES "
                            "(zeroblob(16), 'message.send', zeroblob(16), zeroblob(16), 1, '{}', 'Bom dia')"_s));
        QVERIFY((*db)->setUserVersion(1));
    }
    auto local = folder.openLocal({});
    QVERIFY2(local.ok(), local ? "" : qPrintable(local.error().detail));
    store::OutboxStore outbox(**local);
    const LogId log = LogId::create();
    QCOMPARE(outbox.unsent(10)->first().text, u"Bom dia"_s);
    QVERIFY(outbox.question(log)); // never tried: it goes
    QCOMPARE(outbox.unsent(10)->size(), 1);
}

BALCAO_TEST(tst_store)
#include "tst_store.moc"
