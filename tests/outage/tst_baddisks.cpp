// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk's disk, or the relay's, is full, cannot make anything durable, or cannot be read: real SQLite on a VFS that
// fails. The window says so, nothing that was typed is lost, and all goes on by itself once the disk does.
// BALCAO_DISKS says how often each of it happens.

#include "badday.h"
#include "fire/recordingvfs.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(balcao::test::DiskTrouble)

namespace {

constexpr qint64 kRecoveryMs = 10'000;
constexpr auto kDisk = "This computer's disk cannot be written: new messages wait at the server."_L1;
constexpr auto kNotSent = "This computer's disk could not be written, so nothing was sent."_L1;
int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("BALCAO_DISKS");
    return wanted > 0 ? wanted : 1;
}

void addRounds(const char *name, DiskTrouble trouble)
{
    for (int round = 1; round <= rounds(); ++round)
        QTest::addRow("%s %d", name, round) << trouble;
}

constexpr auto kHeldUp = "What you send is not taken by the shop's server right now."_L1;

} // namespace

class tst_baddisks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_day = std::make_unique<BadDay>(); }
    void cleanup()
    {
        if (m_recording)
            m_recording->setTrouble(DiskTrouble::None);
        m_day.reset();
        m_vfs.reset(); // whose files were open until now
        m_recording.reset();
    }

    // One that cannot be read is no trouble while SQLite still holds what is asked for; as it starts it is.
    void theDesksWhileItRuns_data()
    {
        QTest::addColumn<DiskTrouble>("trouble");
        addRounds("full", DiskTrouble::Full);
        addRounds("not durable", DiskTrouble::BrokenSync);
    }
    void theDesksWhileItRuns()
    {
        QFETCH(const DiskTrouble, trouble);
        Recording &recording = record(m_day->folder());
        m_day->open();
        const QString calm = m_day->desk->session.presenters().composer.noteText();
        recording.setTrouble(trouble);
        QVERIFY(m_day->write(u"E pão?"_s));
        QTRY_VERIFY2(m_day->desk->strip().startsWith(kDisk), qPrintable(m_day->desk->strip()));
        desk::ComposerPresenter &composer = m_day->desk->session.composer();
        m_day->send(u"Temos"_s);
        QTRY_VERIFY2(composer.noteText().startsWith(kNotSent), qPrintable(composer.noteText()));
        QCOMPARE(composer.text(), u"Temos"_s);
        m_day->search();
        recording.setTrouble(DiskTrouble::None);
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->strip(), QString(), kRecoveryMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->saying(u"E pão?"_s), 1, kRecoveryMs);
        m_day->send(u"Temos"_s);
        QTRY_COMPARE(m_day->desk->saying(u"Temos"_s), 1);
        QTRY_COMPARE(m_day->accepted(u"Temos"_s), 1);
        QCOMPARE(composer.text(), QString());
        QTRY_COMPARE(composer.noteText(), calm);
    }

    void theDesksAsItStarts_data() { troubles(); }
    void theDesksAsItStarts()
    {
        QFETCH(const DiskTrouble, trouble);
        Recording &recording = record(m_day->folder());
        m_day->open();
        m_day->desk.reset();
        recording.setTrouble(trouble);
        QVERIFY(m_day->write(u"E pão?"_s));
        m_day->openAnyhow(m_day->clock);
        QTRY_VERIFY2(m_day->desk->strip().startsWith(kDisk), qPrintable(m_day->desk->strip()));
        recording.setTrouble(DiskTrouble::None);
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->strip(), QString(), kRecoveryMs);
        m_day->show();
        QTRY_COMPARE(m_day->desk->saying(u"E pão?"_s), 1);
    }

    // With nothing new at the relay: no page brings the list.
    void theDesksAsItStartsAndNothingIsNew()
    {
        Recording &recording = record(m_day->folder());
        m_day->open();
        m_day->desk.reset();
        recording.setTrouble(DiskTrouble::Unreadable);
        m_day->openAnyhow(m_day->clock);
        QTRY_VERIFY2(m_day->desk->strip().startsWith(kDisk), qPrintable(m_day->desk->strip()));
        recording.setTrouble(DiskTrouble::None);
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->strip(), QString(), kRecoveryMs);
        QTRY_COMPARE(m_day->desk->session.inbox().model().rowCount(), 1);
        QTRY_COMPARE(m_day->desk->session.operators().operators().size(), 1);
    }

    void theRelays()
    {
        m_day->open();
        m_day->isRelayFull = true;
        QVERIFY(!m_day->write(u"E pão?"_s)); // Meta tries again
        m_day->send(u"Temos"_s);
        QTRY_COMPARE(m_day->desk->saying(u"Temos"_s), 1);
        QTRY_VERIFY2(m_day->desk->strip().startsWith(kHeldUp), qPrintable(m_day->desk->strip()));
        m_day->search();
        m_day->isRelayFull = false;
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->strip(), QString(), kRecoveryMs);
        QVERIFY(m_day->write(u"E pão?"_s));
        QTRY_COMPARE(m_day->desk->saying(u"E pão?"_s), 1);
        QTRY_COMPARE(m_day->accepted(u"Temos"_s), 1);
        QTRY_COMPARE(m_day->desk->saying(u"Temos"_s), 1);
    }

    void theRelaysOwnFile_data() { troubles(); }
    void theRelaysOwnFile()
    {
        QFETCH(const DiskTrouble, trouble);
        m_day->relay->stop();
        Recording &recording = record(m_day->relay->dataDir());
        m_day->relay->start();
        recording.setTrouble(trouble);
        // What SQLite holds of a file that cannot be read may be enough; then it is durable all the same.
        const bool isTaken = m_day->write(u"E pão?"_s);
        QVERIFY(!isTaken || trouble == DiskTrouble::Unreadable);
        recording.setTrouble(DiskTrouble::None);
        QVERIFY(isTaken || m_day->write(u"E pão?"_s));
        m_day->relay->stop();

        recording.setTrouble(DiskTrouble::Unreadable);
        ManualClock clock(m_day->clock.nowMs());
        relay::Logger logger(clock, [](const QByteArray &) {});
        relay::Relay again(m_day->relay->config(), clock, logger);
        const Result<void> started = again.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Error::Kind::Storage);
        recording.setTrouble(DiskTrouble::None);
        QVERIFY(again.start());
        again.stop();
    }

    // Who wrote is told that it was not kept, or it was; each word is there once.
    void oneSyncInTwentyFails_data()
    {
        QTest::addColumn<DiskTrouble>("trouble");
        addRounds("of the desk", DiskTrouble::FaultySync);
    }
    void oneSyncInTwentyFails()
    {
        QFETCH(const DiskTrouble, trouble);
        Recording &recording = record(m_day->folder());
        m_day->open();
        recording.setTrouble(trouble);
        for (int i = 0; i < kFaulty; ++i) {
            QVERIFY(m_day->write(asked(i)));
            sendUntilKept(answered(i));
        }
        QVERIFY(recording.faults() > 0);
        recording.setTrouble(DiskTrouble::None);
        eachIsThereOnce();
    }

    void oneSyncInTwentyFailsAtTheRelay_data()
    {
        QTest::addColumn<DiskTrouble>("trouble");
        addRounds("of the relay", DiskTrouble::FaultySync);
    }
    void oneSyncInTwentyFailsAtTheRelay()
    {
        QFETCH(const DiskTrouble, trouble);
        m_day->relay->stop();
        Recording &recording = record(m_day->relay->dataDir());
        m_day->relay->start();
        m_day->way = std::make_unique<Way>(m_day->relay->relay().port());
        m_day->at.relay = m_day->way->url();
        m_day->open();
        recording.setTrouble(trouble);
        for (int i = 0; i < kFaulty; ++i) {
            // As Meta tries again, until it is taken.
            QVERIFY(QTest::qWaitFor([&] { return m_day->deliver(1000 + i, asked(i)); }, kRecoveryMs));
            sendUntilKept(answered(i));
            QTRY_COMPARE_WITH_TIMEOUT(m_day->accepted(answered(i)), 1, kRecoveryMs);
        }
        QVERIFY(recording.faults() > 0);
        recording.setTrouble(DiskTrouble::None);
        eachIsThereOnce();
    }

    // The planted fault: a disk that says yes to everything is not what these tests see as a bad one.
    void aSoundDiskIsNoTrouble()
    {
        Recording &recording = record(m_day->folder());
        m_day->open();
        recording.setTrouble(DiskTrouble::None);
        QVERIFY(m_day->write(u"E pão?"_s));
        QTRY_COMPARE(m_day->desk->saying(u"E pão?"_s), 1);
        QCOMPARE(m_day->desk->strip(), QString());
        QVERIFY(recording.acts().size() > 10); // it was looked at
    }

private:
    static constexpr int kFaulty = 20;

    static QString asked(int i) { return u"E pão %1?"_s.arg(i); }
    static QString answered(int i) { return u"Temos %1"_s.arg(i); }

    /// What could not be kept stays typed, and is sent by asking again.
    void sendUntilKept(const QString &text)
    {
        desk::ComposerPresenter &composer = m_day->desk->session.composer();
        composer.setText(text);
        while (!composer.text().isEmpty()) {
            QTRY_VERIFY_WITH_TIMEOUT(composer.canSend() || composer.text().isEmpty(), kRecoveryMs);
            composer.send();
        }
    }

    void eachIsThereOnce()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->strip(), QString(), kRecoveryMs);
        for (int i = 0; i < kFaulty; ++i) {
            QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->saying(asked(i)), 1, kRecoveryMs);
            QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->saying(answered(i)), 1, kRecoveryMs);
            QTRY_COMPARE_WITH_TIMEOUT(m_day->accepted(answered(i)), 1, kRecoveryMs);
        }
    }

    static void troubles()
    {
        QTest::addColumn<DiskTrouble>("trouble");
        addRounds("full", DiskTrouble::Full);
        addRounds("not durable", DiskTrouble::BrokenSync);
        addRounds("unreadable", DiskTrouble::Unreadable);
    }

    Recording &record(const QString &folder)
    {
        m_recording = std::make_unique<Recording>(folder);
        m_vfs = std::make_unique<RecordingVfs>(*m_recording);
        return *m_recording;
    }

    std::unique_ptr<Recording> m_recording;
    std::unique_ptr<RecordingVfs> m_vfs;
    std::unique_ptr<BadDay> m_day;
};

BALCAO_TEST(tst_baddisks)
#include "tst_baddisks.moc"
