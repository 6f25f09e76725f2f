// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The relay's computer dies and an older backup takes its place: a desk that had seen more notices, rebuilds,
// and offers what the new log does not know. Nothing is sent twice by itself.

#include "support/testmain.h"
#include "world.h"

#include <QDir>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_restore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deskWithAHigherCursorRebuildsAndLosesNothing();
};

void tst_restore::deskWithAHigherCursorRebuildsAndLosesNothing()
{
    World world(5);
    const QString backup = world.relay->path(u"restored/relay.db"_s);
    world.relay->console({u"backup"_s, backup});
    const store::ProjectionHead atBackup = world.left->head();

    // After the backup: words, an act without words, and a customer.
    for (int i = 0; i < 3; ++i)
        world.left->send(world.conversation(i), world.ana, u"sent after the backup %1"_s.arg(i));
    world.left->resolve(world.conversation(3), world.ana);
    world.write(4, u"written after the backup"_s);
    // Once is enough: a status on its way may make it busy again for a moment.
    QVERIFY(QTest::qWaitFor(
        [&] {
            return world.sentTexts().size() == 3 && world.isQuiet() && world.left->head().cursor > atBackup.cursor + 4;
        },
        30'000));
    const auto resolved = [&](const DeskProcess &desk) {
        return desk.look(false, [&](sql::Connection &db) {
            const auto row = store::ConversationReader(db).find(world.conversation(3));
            return row && *row && (*row)->state == ConversationState::Resolved;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(resolved(*world.left), 30'000);

    // Once is enough here, too: QTRY_COMPARE asks again after it was so, and a status may have come between.
    const auto areEven = [&] { return world.right->head().cursor == world.left->head().cursor; };

    // The right desk is off; the left one goes on without a relay.
    QVERIFY(QTest::qWaitFor(areEven, 30'000));
    world.right->kill();
    world.relay->kill();
    for (int i = 0; i < 2; ++i)
        world.left->send(world.conversation(i), world.ana, u"typed while it was away %1"_s.arg(i));
    QTRY_VERIFY_WITH_TIMEOUT(world.left->isAllDurable(), 30'000);

    world.relay->useData(world.relay->path(u"restored"_s));
    world.relay->startAndWait();
    const auto rebuilt = [&](const DeskProcess &desk) {
        return desk.head().log != atBackup.log && !desk.head().log.isNull();
    };
    // And here: the file is put aside in between.
    QVERIFY(QTest::qWaitFor([&] { return rebuilt(*world.left); }, 60'000));
    world.right->start();
    QVERIFY(QTest::qWaitFor([&] { return rebuilt(*world.right); }, 60'000));

    // What was never sent goes now, once. What the old relay had sent is the person's to decide.
    QTRY_COMPARE_WITH_TIMEOUT(world.sentTexts().size(), 5, 60'000);
    QVERIFY(QTest::qWaitFor([&] { return world.isQuiet(); }, 60'000));
    for (int i = 0; i < 3; ++i) {
        const auto pending = world.left->pending(world.conversation(i));
        QCOMPARE(pending.size(), 1);
        QCOMPARE(pending.first().text, u"sent after the backup %1"_s.arg(i));
        QVERIFY(pending.first().state == store::PendingRow::State::Uncertain);
    }
    QVERIFY(resolved(*world.left)); // an act without words is made again by itself
    QStringList sent = world.sentTexts();
    QCOMPARE(sent.removeDuplicates(), 0);
    QVERIFY(sent.contains(u"typed while it was away 1"_s));

    // The customer's message is in no log any more, but on the desk it stays in the file put aside.
    QVERIFY(!world.left->inboundTexts().contains(u"written after the backup"_s));
    QCOMPARE(QDir(world.left->folder()).entryList({u"aside-*.db"_s}).size(), 1);

    // Again, from the doubt: one new message, and the doubt can go.
    QVERIFY(QTest::qWaitFor(areEven, 30'000));
    QVERIFY(world.stopDesks());
    QCOMPARE(world.right->dump(), world.left->dump());
    QCOMPARE(world.left->inboundTexts().size(), 5);
}

BALCAO_TEST(tst_restore)
#include "tst_restore.moc"
