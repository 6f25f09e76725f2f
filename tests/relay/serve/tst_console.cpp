// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The console of a relay in this process: what it may not overwrite, and what it says at the end.

#include "relay/store/lastingacts.h"
#include "support/quickpins.h"
#include "support/testmain.h"
#include "support/testrelay.h"
#include "wire/command.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_console : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerUnderWayAtAStopStillComes()
    {
        const QString socket = consoleSocketPath(m_relay->dataDir());
        std::atomic<int> exitCode = -1;
        const std::unique_ptr<QThread> asker(QThread::create([&] {
            const auto reply = askRunningRelay(socket, {{u"desks"_s}, {}}, 10'000);
            exitCode = reply ? reply->exitCode : -2;
        }));
        m_beforeCommit = [&] {
            // The relay is stopping: nobody can ask any more.
            for (const QDeadlineTimer patience(10'000); QFile::exists(socket) && !patience.hasExpired();)
                QThread::yieldCurrentThread();
        };
        // What the start had to write is written, and what the sender looks up after it, twice: the next commit is the
        // asker's.
        for (int i = 0; i < 3; ++i)
            m_relay->console({u"desks"_s});
        m_holds = true;
        asker->start();
        QTRY_VERIFY(m_isHeld);
        m_relay->relay().stop();
        QVERIFY(asker->wait(20'000));
        QCOMPARE(exitCode.load(), 0);
    }

    void whatNeedsNoPinWaitsForNone()
    {
        m_relay->pairedDesk();
        const QString ana = m_relay->console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s}).value(0);
        const SlowPins slow;
        constexpr int kPins = 12; // one after the other, each long by design
        std::atomic<int> done = 0;
        for (int i = 0; i < kPins; ++i)
            m_relay->relay().ask({{u"operators"_s, u"pin"_s, ana}, u"135790"_s},
                                 [&done](const ConsoleReply &) { ++done; });
        const QString desk = m_relay->console({u"desks"_s}).value(0).section(u' ', 0, 0);
        for (const QStringList &asked :
             {QStringList{u"pair"_s}, QStringList{u"operators"_s}, QStringList{u"revoke"_s, desk}})
            QVERIFY2(m_relay->ask(asked).exitCode == 0, qPrintable(asked.first()));
        QVERIFY(done < kPins);
        QTRY_COMPARE_WITH_TIMEOUT(done.load(), kPins, 30'000);
    }

    void backupOntoTheRelaysOwnFilesIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("log") << u"relay.db"_s;
        QTest::newRow("the long way round") << u"sub/../relay.db"_s;
        QTest::newRow("by another name") << u"link.db"_s;
        QTest::newRow("its -wal") << u"relay.db-wal"_s;
        QTest::newRow("lock") << u"relay.lock"_s;
        QTest::newRow("socket") << u"console.sock"_s;
        QTest::newRow("open elsewhere") << u"other.db"_s;
    }

    void backupOntoTheRelaysOwnFilesIsRefused()
    {
        QFETCH(const QString, name);
        const QDir data(m_relay->dataDir());
        QVERIFY(data.mkpath(u"sub"_s));
        QFile::link(data.filePath(u"relay.db"_s), data.filePath(u"link.db"_s));
        QFile open(data.filePath(u"other.db-wal"_s));
        QVERIFY(open.open(QIODevice::WriteOnly));
        const ConsoleReply reply = m_relay->ask({u"backup"_s, data.filePath(name)});
        QCOMPARE(reply.exitCode, 1);
        QVERIFY2(reply.lines.value(0).contains(u"choose another name"), qPrintable(reply.lines.value(0)));
        QCOMPARE(m_relay->console({u"doctor"_s}).value(0), u"file: sound"_s);
    }

    // And a desk is told of it, and the relay's own log.
    void doctorNamesWhatTheDiskHasChanged()
    {
        const QByteArray token = m_relay->pairedDesk();
        m_relay->console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s});
        QCOMPARE(m_relay->ask({u"doctor"_s}).exitCode, 0);
        const qint64 hit = m_relay->events(token).last().seq;
        {
            const auto file = sql::Connection::open(Relay::dataFile(m_relay->dataDir()));
            QVERIFY(file && (*file)->exec(u"UPDATE event SET at = at + 1 WHERE seq = %1"_s.arg(hit)));
        }
        const ConsoleReply reply = m_relay->ask({u"doctor"_s});
        QCOMPARE(reply.exitCode, 1);
        QVERIFY2(reply.lines.value(0).contains(u"number %1;"_s.arg(hit)), qPrintable(reply.lines.value(0)));
        QVERIFY(std::holds_alternative<wire::LogDamaged>(m_relay->events(token).last().body));
        QVERIFY(m_relay->logged().contains("event-damaged"));
    }

    void backupIsMarkedBeforeItHasItsName()
    {
        // A folder stands where the copy should go, so that it stops at the last step.
        const QDir data(m_relay->dataDir());
        QVERIFY(data.mkpath(u"copies/full"_s));
        QCOMPARE(m_relay->ask({u"backup"_s, data.filePath(u"copies"_s)}).exitCode, 1);
        const QString part = data.filePath(u"copies.unmarked"_s);
        auto copy = RelayData::openReadOnly(part);
        QVERIFY(copy);
        RelayData rows(std::move(copy).value(), m_relay->clock);
        QVERIFY(!rows.meta(u"backup"_s)->isEmpty());
    }

    void whatMustOutliveARestoreIsNotedAtTheEnd()
    {
        m_relay->pairedDesk();
        const QString desk = m_relay->console({u"desks"_s}).value(0).section(u' ', 0, 0);
        m_relay->console({u"revoke"_s, desk});
        m_relay->relay().stop();
        QFile lasting(lastingFile(Relay::dataFile(m_relay->dataDir())));
        QVERIFY(lasting.open(QIODevice::ReadOnly));
        QVERIFY(lasting.readAll().contains(desk.toLatin1()));
        // The copy has none of it: whoever carries it away is told.
        const QString copy = QDir(m_relay->dataDir()).filePath(u"copy.db"_s);
        m_relay->start();
        QVERIFY(m_relay->console({u"backup"_s, copy}).value(0).contains(u"relay.db.lasting"_s));
    }

    void init()
    {
        m_holds = false;
        m_isHeld = false;
        Relay::Settings settings;
        settings.beforeCommit = [this]() -> Result<void> {
            if (m_holds.exchange(false)) {
                m_isHeld = true;
                m_beforeCommit();
            }
            return {};
        };
        m_relay = std::make_unique<TestRelay>(std::move(settings));
        m_relay->start();
    }
    void cleanup() { m_relay.reset(); }

private:
    std::unique_ptr<TestRelay> m_relay;
    std::function<void()> m_beforeCommit;
    std::atomic<bool> m_holds = false;
    std::atomic<bool> m_isHeld = false;
};

BALCAO_TEST(tst_console)
#include "tst_console.moc"
