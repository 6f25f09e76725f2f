// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the rig of the outages must catch: each thing that it says never happens is done here on purpose.

#include "shopdesk.h"
#include "sql/connection.h"
#include "support/idlethread.h"
#include "support/testmain.h"
#include "support/testrelay.h"
#include "support/webhooks.h"
#include "watchedapplication.h"
#include "way.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTimer>

#include <unistd.h>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// In a dispatch of its own.
void inADispatch(const std::function<void()> &work)
{
    QObject context;
    bool isDone = false;
    QMetaObject::invokeMethod(
        &context,
        [&] {
            work();
            isDone = true;
        },
        Qt::QueuedConnection);
    QTRY_VERIFY(isDone);
}

void burn(double cpuMs)
{
    const double before = threadCpuMs();
    while (threadCpuMs() - before < cpuMs) {
    }
}

} // namespace

class tst_outagerig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadThatIsHeldUpIsSeen()
    {
        WatchedApplication::self().forget();
        inADispatch([] { burn(60); });
        QVERIFY(WatchedApplication::self().longest().cpuMs >= 60);
        WatchedApplication::self().forget();
        inADispatch([] { burn(1); });
        QVERIFY(WatchedApplication::self().longest().cpuMs < 60);
    }

    void aThreadThatAsksTheStoreIsSeen()
    {
        const auto db = std::move(sql::Connection::open(u":memory:"_s)).value();
        const IdleThread idle;
        QVERIFY(db->exec(u"SELECT 1"_s));
        QCOMPARE(idle.statements(), 1);
        elsewhere([&db] { return db->exec(u"SELECT 1"_s).ok(); }); // which only a test may do
        QCOMPARE(idle.statements(), 1);
    }

    void aThreadThatReadsJsonIsSeen()
    {
        const IdleThread idle;
        elsewhere([] { return QJsonDocument::fromJson("{\"a\":1}").isObject(); });
        QCOMPARE(idle.json(), 0);
        QVERIFY(QJsonDocument::fromJson("{\"a\":1}").isObject());
        QCOMPARE(idle.json(), 7);
        const qsizetype written = wire::canonicalJson({{u"a"_s, 12345678}}).size();
        QCOMPARE(idle.json(), written);
    }

    void aThreadThatWaitsForTheDiskIsSeen()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const IdleThread idle;
        elsewhere([&file] { return ::fsync(file.handle()) == 0; });
        QCOMPARE(idle.syncs(), 0);
        ::fsync(file.handle());
        ::fdatasync(file.handle());
        QCOMPARE(idle.syncs(), 2);
    }

    // As it was before: half a minute at the relay, and ten seconds more.
    void aDeskThatIsTooPatientIsSeen()
    {
        TestRelay relay;
        relay.start();
        Way way(relay.relay().port());
        QTemporaryDir dir;
        const ManualClock clock(relay.clock.nowMs());
        ShopSession::Pace slow;
        slow.tries.waitS = 25;
        const ShopDesk desk({way.url(), relay.pairedDesk(), dir.path(), OperatorId::create()}, clock, slow);
        QTRY_COMPARE(relay.relay().polls().counts().parked, 1);
        way.set({Break::Kind::Silent});
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY(since.hasExpired(1500)); // in which the desk of the matrix has said so
        QCOMPARE(desk.strip(), QString());
    }

    // The same command under another name: what the matrix counts as two.
    void aMessageThatIsDoubledIsSeen()
    {
        TestRelay relay;
        relay.start();
        const auto ana = OperatorId::fromText(
            relay.console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s}, u"135792"_s).value(0));
        const QByteArray token = relay.pairedDesk();
        QCOMPARE(relay.webhook(toBytes(TextWebhook{})).status, 200);
        ConversationId conversation;
        for (const wire::Event &event : relay.events(token))
            conversation = event.subject.conversation.value_or(conversation);
        int taken = 0;
        for (int i = 0; i < 2; ++i) {
            wire::SendMessage body;
            body.message = MessageId::create();
            body.conversation = conversation;
            body.content.text = u"Temos"_s;
            const wire::Command command = wire::makeCommand(body, *ana, relay.clock.nowMs());
            relay.post(u"/v1/commands"_s, "{\"commands\":[" + wire::canonicalJson(wire::toJson(command)) + "]}", token);
        }
        for (const wire::Event &event : relay.events(token))
            taken += event.kind == wire::MessageAccepted::kKind ? 1 : 0;
        QCOMPARE(taken, 2);
    }

private:
    static void elsewhere(const std::function<bool()> &work)
    {
        bool held = false;
        const std::unique_ptr<QThread> thread(QThread::create([&] { held = work(); }));
        thread->start();
        thread->wait();
        QVERIFY(held);
    }
};

BALCAO_TEST(tst_outagerig)
#include "tst_outagerig.moc"
