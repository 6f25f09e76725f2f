// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/pollroom.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A log of which only the head matters.
struct FakeLog
{
    qint64 head = 7;
    bool broken = false;
    LogId id = LogId::create();

    PollRoom::Read reader()
    {
        return [this](qint64, int) -> Result<LogPage> {
            if (broken)
                return failure(Error::Kind::Storage, u"broken"_s);
            LogPage page;
            page.frame.log = id;
            page.frame.head = head;
            return page;
        };
    }
};

/// What one poller was told.
struct Told
{
    int times = 0;
    QByteArray body;
    std::optional<Error> error;

    PollRoom::Answer answer()
    {
        return [this](const Result<QByteArray> &result) {
            ++times;
            if (result)
                body = *result;
            else
                error = result.error();
        };
    }
    [[nodiscard]] wire::EventPage page() const { return *wire::eventPageFromBytes(body); }
};

} // namespace

class tst_pollroom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pollAtHeadWaitsAndIsWokenByAnAnnouncement()
    {
        Told told;
        m_room->park(poll(1), told.answer());
        QCOMPARE(told.times, 0);
        announce(8);
        QTRY_COMPARE(told.times, 1);
        QCOMPARE(told.page().head, 8);
        QCOMPARE(told.page().now, m_clock.nowMs());
    }

    void pollBehindHeadIsAnsweredAtOnce()
    {
        Told told;
        Poll behind = poll(1);
        behind.after = 3;
        m_room->park(behind, told.answer());
        QCOMPARE(told.times, 1);
    }

    void cursorBeyondHeadAndOtherLogAreAnsweredAtOnceWithTheRealOne()
    {
        Told beyond;
        Poll ahead = poll(1);
        ahead.after = 99;
        m_room->park(ahead, beyond.answer());
        QCOMPARE(beyond.page().head, 7);
        QCOMPARE(beyond.page().log, m_log.id);
        Told other;
        Poll otherLog = poll(2);
        otherLog.answerAtOnce = true;
        m_room->park(otherLog, other.answer());
        QCOMPARE(other.times, 1);
    }

    void manyPollersShareOneBody()
    {
        std::vector<Told> told(200);
        for (size_t i = 0; i < told.size(); ++i)
            m_room->park(poll(i + 1), told[i].answer());
        QCOMPARE(m_room->counts().parked, 200);
        for (qint64 head = 8; head < 20; ++head)
            announce(head);
        QTRY_COMPARE(m_room->counts().answers, 200);
        QCOMPARE(m_room->counts().pages, 1);
        QCOMPARE(m_room->counts().wakes, 1);
        for (const Told &one : told)
            QCOMPARE(one.body.constData(), told.front().body.constData());
    }

    void whoComesBackWhileNewsGathersSharesItsPage()
    {
        // As under load: woken, each asks again at once, and more has come meanwhile.
        std::vector<Told> first(50);
        for (size_t i = 0; i < first.size(); ++i)
            m_room->park(poll(i + 1), first[i].answer());
        announce(8);
        QTRY_COMPARE(m_room->counts().answers, 50);
        announce(9);
        std::vector<Told> second(50);
        for (size_t i = 0; i < second.size(); ++i) {
            Poll again = poll(100 + i);
            again.after = 8;
            m_room->park(again, second[i].answer());
        }
        QCOMPARE(m_room->counts().answers, 50);
        QTRY_COMPARE(m_room->counts().answers, 100);
        QCOMPARE(m_room->counts().pages, 2);
        QCOMPARE(second.front().page().head, 9);
        // Who is further behind does not wait for it.
        announce(10);
        Told behind;
        Poll old = poll(300);
        old.after = 3;
        m_room->park(old, behind.answer());
        QCOMPARE(behind.times, 1);
    }

    void waitThatPassesGivesAnEmptyPage()
    {
        Told told;
        Poll brief = poll(1);
        brief.wait = 30ms;
        m_room->park(brief, told.answer());
        QCOMPARE(told.times, 0);
        QTRY_COMPARE(told.times, 1);
        QVERIFY(told.page().events.isEmpty());
        QCOMPARE(m_room->counts().parked, 0);
    }

    void laterShorterWaitIsNotHeldByALongerOne()
    {
        Told longer;
        Told shorter;
        m_room->park(poll(1), longer.answer());
        Poll brief = poll(2);
        brief.wait = 30ms;
        m_room->park(brief, shorter.answer());
        QTRY_COMPARE(shorter.times, 1);
        QCOMPARE(longer.times, 0);
    }

    void droppedPollIsNeverAnswered()
    {
        Told gone;
        Told stays;
        m_room->park(poll(1), gone.answer());
        m_room->park(poll(2), stays.answer());
        m_room->drop(1);
        QCOMPARE(m_room->counts().parked, 1);
        announce(8);
        QTRY_COMPARE(stays.times, 1);
        QCOMPARE(gone.times, 0);
    }

    void revokedDeskIsToldSoAndOthersWaitOn()
    {
        Told revoked;
        Told other;
        const Poll first = poll(1);
        m_room->park(first, revoked.answer());
        m_room->park(poll(2), other.answer());
        m_room->revoke(first.desk);
        QCOMPARE(revoked.times, 1);
        QCOMPARE(revoked.error->kind, Error::Kind::Unauthorized);
        QCOMPARE(other.times, 0);
    }

    void presenceWakesOthersOnceForEachChange()
    {
        Told first;
        const Poll watcher = poll(1);
        m_room->park(watcher, first.answer());
        const wire::LiveRequest looking{OperatorId::create(), ConversationId::create(), true};
        const DeskId desk = DeskId::create();
        m_room->setPresence(desk, looking);
        QTRY_COMPARE(first.times, 1);
        QCOMPARE(first.page().live.present.size(), 1);
        QCOMPARE(first.page().live.present.first().conversation, *looking.conversation);
        QVERIFY(first.page().live.present.first().typing);

        Told second;
        m_room->park(watcher, second.answer());
        m_room->setPresence(desk, looking); // the same again: a sign of life, no news
        QCOMPARE(second.times, 0);
        m_room->setPresence(desk, wire::LiveRequest{looking.operatorId, {}, false});
        QTRY_COMPARE(second.times, 1);
        QVERIFY(second.page().live.present.isEmpty());
    }

    void whenTheBankWasReadGoesAlong()
    {
        Told first;
        m_room->park(poll(1), first.answer());
        m_room->setBankRead(1'795'000'000'000);
        announce(8);
        QTRY_COMPARE(first.times, 1);
        QCOMPARE(first.page().live.bankReadAt, std::optional<qint64>(1'795'000'000'000));
    }

    void presenceThatChangedBetweenTwoPollsIsNotMissed()
    {
        m_room->setPresence(DeskId::create(), {OperatorId::create(), ConversationId::create(), false});
        Told told;
        m_room->park(poll(1), told.answer());
        QCOMPARE(told.times, 1);
        QCOMPARE(told.page().live.present.size(), 1);
    }

    void unreadableLogIsAnError()
    {
        Told told;
        m_room->park(poll(1), told.answer());
        m_log.broken = true;
        m_room->announce(8);
        QTRY_COMPARE(told.times, 1);
        QCOMPARE(told.error->kind, Error::Kind::Storage);
    }

    void shuttingDownAnswersEverybody()
    {
        Told one;
        Told two;
        m_room->park(poll(1), one.answer());
        m_room->park(poll(2), two.answer());
        m_room->close();
        QCOMPARE(one.times + two.times, 2);
        QVERIFY(!one.error);
    }

    void init()
    {
        m_log = FakeLog();
        m_room = std::make_unique<PollRoom>(m_clock, m_log.reader(), m_log.head);
    }

private:
    static Poll poll(quint64 id) { return {id, DeskId::create(), 7, 500, 20s, false}; }

    void announce(qint64 head)
    {
        m_log.head = head;
        m_room->announce(head);
    }

    ManualClock m_clock{1'764'000'000'000};
    FakeLog m_log;
    std::unique_ptr<PollRoom> m_room;
};

BALCAO_TEST(tst_pollroom)
#include "tst_pollroom.moc"
