// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using store::Notice;
using Notices = QList<store::NoticeRow>;

namespace {

/// A desk on which something has been typed.
struct TypedOn : DeskStore
{
    EventLog log;
    Chat chat = log.open();

    TypedOn()
    {
        log.receive(chat, u"um"_s);
        catchUp(log);
        write([this](store::StoreWriter &w) {
            return w.drafts().save(chat.conversation, OperatorId::create(), u"Zzrascunho"_s);
        });
    }
    /// Bytes at `from` and in each page after it; what the file is then.
    QByteArray spoil(qint64 from)
    {
        close();
        QFile file(path(u"local.db"_s));
        if (!file.open(QIODevice::ReadWrite))
            qFatal("cannot be spoilt");
        for (qint64 at = from; at < file.size(); at += 4096) {
            file.seek(at);
            file.write(QByteArray(64, '\xff'));
        }
        file.seek(0);
        return file.readAll();
    }
    [[nodiscard]] QString aside() const { return files(u"aside-*-local.db"_s).value(0); }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

// What is lost is said, and stays said; what is damaged is kept.
class tst_losses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStartLosesNothing();
    void aDamagedOwnFileIsPutAsideAndSaid_data();
    void aDamagedOwnFileIsPutAsideAndSaid();
    void whatCanBeReadOfADamagedFileIsKept();
    void wordsOfADamagedFileDoNotGoByThemselves();
    void aCrashWhileItIsReadLosesNothing_data();
    void aCrashWhileItIsReadLosesNothing();
    void whatTheServerHasLostIsInDoubt();
    void anOwnFileThatIsGoneIsSaid_data();
    void anOwnFileThatIsGoneIsSaid();
    void whatStoodBesideAnEmptyFileIsKept();
    void aFileOfANewerVersionIsLeftAlone();
    void whatStandsAsideGoesAfterThirtyDays();
    void whatStandsAsideGoesWhenSomebodyIsErased();
    void whatStandsAsideOutlivesARebuild();
    void anErasureBeforeACrashIsFinished();
    void aLogWithoutItsFileIsKept();
    void aRestoredServerIsSaid();
    void aLostProjectionIsNoRestore();
};

void tst_losses::theFirstStartLosesNothing()
{
    TypedOn desk;
    QCOMPARE(desk.notices(), Notices());
    desk.reopen();
    QCOMPARE(desk.notices(), Notices());
}

void tst_losses::aDamagedOwnFileIsPutAsideAndSaid_data()
{
    QTest::addColumn<qint64>("from");
    QTest::newRow("its head") << qint64(0);
    QTest::newRow("its tables") << qint64(4096);
}

void tst_losses::aDamagedOwnFileIsPutAsideAndSaid()
{
    QFETCH(const qint64, from);
    TypedOn desk;
    const QByteArray damaged = desk.spoil(from);
    desk.open();
    desk.log.receive(desk.chat, u"dois"_s);
    desk.catchUp(desk.log); // and works
    QCOMPARE(desk.texts(desk.chat.conversation), QStringList({u"um"_s, u"dois"_s}));
    QVERIFY(!desk.aside().isEmpty());
    QCOMPARE(desk.bytesOf(desk.aside()), damaged);
    const Notices said{{Notice::OwnFileLost, desk.aside()}};
    QCOMPARE(desk.notices(), said);
    desk.reopen();
    QCOMPARE(desk.notices(), said); // until somebody has read it
    desk.write([](store::StoreWriter &w) { return w.notices().drop(Notice::OwnFileLost); });
    desk.reopen();
    QCOMPARE(desk.notices(), Notices());
    QVERIFY(!desk.aside().isEmpty());
}

// 400 drafts, and one page of them is spoilt: those in it go, of all others not one.
void tst_losses::whatCanBeReadOfADamagedFileIsKept()
{
    TypedOn desk;
    const QList<OperatorId> people = [] {
        QList<OperatorId> made;
        for (int i = 0; i < 400; ++i)
            made.append(OperatorId::create());
        return made;
    }();
    const auto textOf = [](int i) { return u"rascunho %1 "_s.arg(i).repeated(10); };
    for (int i = 0; i < people.size(); ++i) {
        desk.write(
            [&](store::StoreWriter &w) { return w.drafts().save(desk.chat.conversation, people[i], textOf(i)); });
    }
    desk.close();
    // The middle of a page that has nothing but drafts.
    QFile file(desk.path(u"local.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray all = file.readAll();
    qint64 page = 0;
    for (qint64 at = 4096; at < all.size(); at += 4096)
        page = all.mid(at, 4096).count("rascunho") > 100 ? at : page;
    QVERIFY(page > 0);
    file.seek(page);
    file.write(QByteArray(64, '\xff'));
    file.close();

    desk.open();
    const Notices said = desk.notices(); // once it is open
    QCOMPARE(said, (Notices{{Notice::OwnFileLost, desk.aside()}}));
    int kept = 0;
    for (int i = 0; i < people.size(); ++i) {
        const QString draft =
            desk.write([&](store::StoreWriter &w) { return w.drafts().find(desk.chat.conversation, people[i]); });
        QVERIFY(draft.isEmpty() || draft == textOf(i));
        kept += draft.isEmpty() ? 0 : 1;
    }
    QVERIFY2(kept >= 370, QByteArray::number(kept)); // a page holds some 25 of them
    QVERIFY(kept < 400);                             // and this one was read
}

void tst_losses::wordsOfADamagedFileDoNotGoByThemselves()
{
    TypedOn desk;
    const CommandId reply = CommandId::create();
    const CommandId tag = CommandId::create();
    desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.outbox().add(entry(reply, u"message.send"_s, desk.chat, u"São dez"_s)));
        BALCAO_TRY(w.outbox().add(entry(tag, u"conversation.resolve"_s, desk.chat)));
        return w.settings().save(u"arrangement"_s, "kept");
    });
    desk.close();
    QFile file(desk.path(u"local.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray all = file.readAll();
    const qint64 draft = all.lastIndexOf("Zzrascunho"); // its page is no page any more
    QVERIFY(draft > 4096);
    file.seek(draft / 4096 * 4096);
    file.write(QByteArray(64, '\xff'));
    file.close();
    desk.open();
    QCOMPARE(desk.unsent(), QStringList{u"conversation.resolve"_s});
    QCOMPARE(desk.files(u"*read*"_s) + desk.files(u"local-*"_s), QStringList()); // nothing is left of the work
    const auto pending = desk.pending(desk.chat.conversation);
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().text, u"São dez"_s);
    QCOMPARE(pending.first().state, store::PendingRow::State::Uncertain);
    QCOMPARE(desk.write([](store::StoreWriter &w) { return w.settings().find(u"arrangement"_s); }), QByteArray("kept"));
}

void tst_losses::aCrashWhileItIsReadLosesNothing_data()
{
    QTest::addColumn<QStringList>("gone"); // what the crash has taken of the old one
    QTest::newRow("before the damaged one was put aside") << QStringList();
    QTest::newRow("after it was") << QStringList{u"local.db"_s};
}

// The new one stands, whole, under the name that it has until it takes the place.
void tst_losses::aCrashWhileItIsReadLosesNothing()
{
    QFETCH(const QStringList, gone);
    TypedOn desk;
    desk.write([](store::StoreWriter &w) { return w.settings().save(u"which"_s, "old"); });
    desk.close();
    QVERIFY(QFile::copy(desk.path(u"local.db"_s), desk.path(u"local-new.db"_s)));
    desk.tamper(u"local-new.db"_s, u"UPDATE setting SET value = CAST('new' AS BLOB) WHERE key = 'which'"_s);
    QFile::remove(desk.path(u"local-new.db-wal"_s));
    for (const QString &file : gone)
        QVERIFY(QFile::remove(desk.path(file)));
    desk.open();
    const QByteArray which = desk.write([](store::StoreWriter &w) { return w.settings().find(u"which"_s); });
    QCOMPARE(which, gone.isEmpty() ? QByteArray("old") : QByteArray("new"));
    QCOMPARE(desk.files(u"local-*"_s), QStringList());
}

void tst_losses::whatTheServerHasLostIsInDoubt()
{
    TypedOn desk;
    const CommandId reply = CommandId::create();
    const CommandId act = CommandId::create();
    const qint64 lost = desk.log.head() + 1;
    desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.outbox().add(entry(reply, u"message.send"_s, desk.chat, u"São dez"_s)));
        BALCAO_TRY(w.outbox().answered(reply, false, lost, desk.now));
        BALCAO_TRY(w.outbox().add(entry(act, u"conversation.resolve"_s, desk.chat)));
        return w.outbox().answered(act, false, lost + 1, desk.now);
    });
    QCOMPARE(desk.pending(desk.chat.conversation).first().state, store::PendingRow::State::Waiting);
    desk.log.add(wire::LogDamaged(), {});
    desk.log.add(wire::LogDamaged(), {});
    desk.catchUp(desk.log);
    QCOMPARE(desk.notices(), (Notices{{Notice::ServerDamaged, {}}}));
    const auto pending = desk.pending(desk.chat.conversation);
    QCOMPARE(pending.size(), 1); // no clock is left for ever
    QCOMPARE(pending.first().state, store::PendingRow::State::Uncertain);
    QCOMPARE(desk.unsent(), QStringList());
}

void tst_losses::anOwnFileThatIsGoneIsSaid_data()
{
    QTest::addColumn<bool>("emptied");
    QTest::newRow("gone") << false;
    QTest::newRow("emptied") << true;
}

void tst_losses::anOwnFileThatIsGoneIsSaid()
{
    QFETCH(const bool, emptied);
    TypedOn desk;
    desk.close();
    QVERIFY(emptied ? QFile::resize(desk.path(u"local.db"_s), 0) : QFile::remove(desk.path(u"local.db"_s)));
    desk.open();
    QCOMPARE(desk.notices(), (Notices{{Notice::OwnFileLost, {}}}));
    QCOMPARE(desk.aside(), QString());
}

void tst_losses::whatStoodBesideAnEmptyFileIsKept()
{
    TypedOn desk;
    desk.close();
    QVERIFY(QFile::resize(desk.path(u"local.db"_s), 0));
    QFile wal(desk.path(u"local.db-wal"_s));
    QVERIFY(wal.open(QIODevice::WriteOnly));
    wal.write("what was typed last");
    wal.close();
    desk.open();
    const Notices said = desk.notices();
    QCOMPARE(said, (Notices{{Notice::OwnFileLost, desk.aside()}}));
    QCOMPARE(desk.bytesOf(desk.aside() + u"-wal"_s), QByteArray("what was typed last"));
}

void tst_losses::aFileOfANewerVersionIsLeftAlone()
{
    TypedOn desk;
    desk.close();
    desk.tamper(u"local.db"_s, u"PRAGMA user_version=99"_s);
    desk.open();
    const auto opened = desk.tryWrite([](store::StoreWriter &) { return Result<void>(); });
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Conflict);
    desk.close();
    QCOMPARE(desk.aside(), QString());
    QVERIFY(desk.bytesOf(u"local.db"_s).contains("Zzrascunho"));
}

void tst_losses::whatStandsAsideGoesAfterThirtyDays()
{
    TypedOn desk;
    desk.spoil(4096);
    desk.open();
    desk.notices();
    desk.now += 365 * kDayMs;
    desk.reopen(); // on a computer whose clock is a year ahead: no relay has said so
    QVERIFY(!desk.aside().isEmpty());
    desk.now -= 336 * kDayMs;
    desk.reopen();
    desk.catchUp(desk.log);
    QVERIFY(!desk.aside().isEmpty());
    desk.now += 2 * kDayMs;
    desk.reopen();
    desk.catchUp(desk.log);
    QCOMPARE(desk.aside(), QString());
}

void tst_losses::whatStandsAsideGoesWhenSomebodyIsErased()
{
    TypedOn desk;
    const Chat other = desk.log.open();
    desk.log.add(wire::CustomerErased(), other.subject());
    desk.catchUp(desk.log);
    desk.spoil(0);
    desk.open();
    desk.reopen();
    desk.catchUp(desk.log);
    QVERIFY(!desk.aside().isEmpty()); // nothing of theirs was in it any more
    desk.log.add(wire::CustomerErased(), desk.chat.subject());
    desk.catchUp(desk.log);
    QCOMPARE(desk.filesWith("Zzrascunho"), QStringList());
    QCOMPARE(desk.aside(), QString());
}

void tst_losses::whatStandsAsideOutlivesARebuild()
{
    TypedOn desk;
    const Chat other = desk.log.open();
    desk.log.add(wire::CustomerErased(), other.subject());
    desk.catchUp(desk.log);
    desk.spoil(4096);
    desk.tamper(u"projection-1.db"_s, u"UPDATE meta SET value = '1' WHERE key = 'version'"_s);
    desk.open();
    desk.catchUp(desk.log);
    QCOMPARE(desk.files(u"projection-*.db"_s), QStringList(u"projection-2.db"_s));
    QVERIFY(!desk.aside().isEmpty());
    QCOMPARE(desk.notices(), (Notices{{Notice::OwnFileLost, desk.aside()}}));
}

// The page of the erasure was committed, and then the power went.
void tst_losses::anErasureBeforeACrashIsFinished()
{
    TypedOn desk;
    const Chat other = desk.log.open();
    desk.log.add(wire::CustomerErased(), other.subject());
    desk.spoil(0);
    desk.open();
    desk.catchUp(desk.log);
    desk.close();
    QFile aside(desk.path(u"aside-1-local.db"_s));
    QVERIFY(aside.open(QIODevice::WriteOnly));
    aside.close();
    desk.tamper(u"local.db"_s, u"UPDATE setting SET value = '1' WHERE key = 'erased_upto'"_s);
    desk.open();
    QCOMPARE(desk.notices(), (Notices{{Notice::OwnFileLost, {}}}));
    QCOMPARE(desk.aside(), QString());
}

void tst_losses::aLogWithoutItsFileIsKept()
{
    TypedOn desk;
    desk.close();
    QVERIFY(QFile::remove(desk.path(u"local.db"_s)));
    QFile wal(desk.path(u"local.db-wal"_s));
    QVERIFY(wal.open(QIODevice::WriteOnly));
    wal.write("what was typed last");
    wal.close();
    desk.open();
    const Notices said = desk.notices();
    QCOMPARE(said, (Notices{{Notice::OwnFileLost, desk.aside()}}));
    QCOMPARE(desk.bytesOf(desk.aside() + u"-wal"_s), QByteArray("what was typed last"));
    desk.now += 31 * kDayMs;
    desk.reopen();
    desk.catchUp(desk.log);
    QCOMPARE(desk.files(u"aside-*"_s), QStringList());
}

void tst_losses::aRestoredServerIsSaid()
{
    TypedOn desk;
    desk.log.log = LogId::create();
    desk.catchUp(desk.log);
    QCOMPARE(desk.notices(), (Notices{{Notice::ServerRestored, {}}}));
    desk.reopen();
    QCOMPARE(desk.notices(), (Notices{{Notice::ServerRestored, {}}}));
}

void tst_losses::aLostProjectionIsNoRestore()
{
    TypedOn desk;
    desk.close();
    QVERIFY(QFile::remove(desk.path(u"projection-1.db"_s)));
    desk.open();
    desk.catchUp(desk.log);
    QCOMPARE(desk.notices(), Notices());
    desk.close();
    QVERIFY(QFile::remove(desk.path(u"projection-1.db"_s)));
    desk.log.log = LogId::create(); // and restored meanwhile
    desk.open();
    desk.catchUp(desk.log);
    QCOMPARE(desk.notices(), (Notices{{Notice::ServerRestored, {}}}));
}

BALCAO_TEST(tst_losses)
#include "tst_losses.moc"
