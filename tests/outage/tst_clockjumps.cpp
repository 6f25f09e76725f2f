// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Somebody sets the clock of a computer a day or a year off, while Balcão runs and before it starts: what is said of
// times and waits stays true, messages come and go as before.

#include "badday.h"
#include "support/testmain.h"
#include "support/wallclock.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_clockjumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_day = std::make_unique<BadDay>(); }
    void cleanup()
    {
        m_day.reset();
        m_wall.set(0);
    }

    void theDesksWhileItRuns_data() { jumps(); }
    void theDesksWhileItRuns()
    {
        QFETCH(const qint64, jumpMs);
        const SteadyClock steady;
        m_day->open(steady);
        m_wall.set(jumpMs);
        desk::ComposerPresenter &composer = m_day->desk->session.composer();
        QVERIFY(!composer.isLocked()); // the customer wrote a moment ago
        QVERIFY(m_day->write(u"E pão?"_s));
        QTRY_COMPARE(m_day->desk->saying(u"E pão?"_s), 1);
        QCOMPARE(m_day->desk->strip(), QString());
        m_day->send(u"Temos"_s);
        QTRY_COMPARE(m_day->accepted(u"Temos"_s), 1);
        QVERIFY(qAbs(m_day->desk->session.nowMs() - m_day->relay->clock.nowMs()) < kMinuteMs);
    }

    void theDesksWhileItIsOffline_data() { jumps(); }
    void theDesksWhileItIsOffline()
    {
        QFETCH(const qint64, jumpMs);
        const SteadyClock steady;
        saysForHowLong(steady, jumpMs);
        QCOMPARE(m_day->desk->session.connection().shortText(), u"No connection"_s);
        m_day->way->set({});
        QTRY_COMPARE(m_day->desk->strip(), QString());
    }

    // The planted fault: by the computer's own clock all that is wrong, for what just began is a year old.
    void byTheComputersOwnClockItIsSeen()
    {
        const SystemClock own;
        saysForHowLong(own, 365 * kDayMs);
        QVERIFY(m_day->desk->session.connection().shortText().startsWith("No connection for "_L1));
    }

    void theDesksBeforeItStarts_data() { jumps(); }
    void theDesksBeforeItStarts()
    {
        QFETCH(const qint64, jumpMs);
        m_day->open();
        m_day->desk.reset();
        const QString aside = m_day->folder() + u"/aside-%1-local.db"_s.arg(QDateTime::currentMSecsSinceEpoch());
        QFile kept(aside);
        QVERIFY(kept.open(QIODevice::WriteOnly));
        m_wall.set(jumpMs);
        const SteadyClock wrong;
        m_day->open(wrong);
        QTRY_VERIFY(qAbs(m_day->desk->session.nowMs() - m_day->relay->clock.nowMs()) < kMinuteMs);
        QVERIFY(QFile::exists(aside)); // thirty days have not passed
        QVERIFY(!m_day->desk->session.composer().isLocked());
        m_day->send(u"Temos"_s);
        QTRY_COMPARE(m_day->accepted(u"Temos"_s), 1);
        QVERIFY(m_day->write(u"E pão?"_s));
        QTRY_COMPARE(m_day->desk->saying(u"E pão?"_s), 1);
    }

    // The relay's clock is what everybody goes by: conversations age with it, and nothing is lost or stuck.
    void theRelays_data() { jumps(); }
    void theRelays()
    {
        QFETCH(const qint64, jumpMs);
        m_day->open();
        m_day->relay->clock.advanceMs(jumpMs);
        QVERIFY(m_day->write(u"E pão?"_s));
        QTRY_COMPARE(m_day->desk->saying(u"E pão?"_s), 1);
        QTRY_VERIFY(qAbs(m_day->desk->session.nowMs() - m_day->relay->clock.nowMs()) < kMinuteMs);
        m_day->send(u"Temos"_s);
        QTRY_COMPARE(m_day->accepted(u"Temos"_s), 1);
        m_day->relay->clock.advanceMs(-jumpMs);
        QVERIFY(m_day->write(u"E café?"_s));
        QTRY_COMPARE(m_day->desk->saying(u"E café?"_s), 1);
        m_day->send(u"Também"_s);
        QTRY_COMPARE(m_day->accepted(u"Também"_s), 1);
        QCOMPARE(m_day->desk->strip(), QString());
    }

private:
    static void jumps()
    {
        QTest::addColumn<qint64>("jumpMs");
        QTest::newRow("a day ahead") << kDayMs;
        QTest::newRow("a day behind") << -kDayMs;
        QTest::newRow("a year ahead") << 365 * kDayMs;
        QTest::newRow("a year behind") << -365 * kDayMs;
    }

    void saysForHowLong(const Clock &clock, qint64 jumpMs)
    {
        m_day->open(clock);
        m_day->way->set({Break::Kind::Refused});
        QTRY_VERIFY(!m_day->desk->strip().isEmpty());
        m_wall.set(jumpMs);
    }

    WallClock m_wall;
    std::unique_ptr<BadDay> m_day;
};

BALCAO_TEST(tst_clockjumps)
#include "tst_clockjumps.moc"
