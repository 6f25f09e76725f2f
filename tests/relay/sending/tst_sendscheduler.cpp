// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "relay/sending/sendscheduler.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::relay;

class tst_sendscheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laneSendsOneAtATimeInOrder()
    {
        SendScheduler scheduler;
        const auto lane = ConversationId::create();
        const QList<MessageId> messages{MessageId::create(), MessageId::create(), MessageId::create()};
        for (const auto &message : messages)
            scheduler.add(message, lane);
        for (const auto &message : messages) {
            QCOMPARE(scheduler.takeDue(kStart), QList{message});
            QCOMPARE(scheduler.takeDue(kStart), QList<MessageId>());
            scheduler.finished(message);
        }
        QCOMPARE(scheduler.waiting(), 0);
    }

    void heldHeadHoldsOnlyItsLane()
    {
        SendScheduler scheduler;
        const auto held = MessageId::create();
        const auto behind = MessageId::create();
        const auto free = MessageId::create();
        const auto lane = ConversationId::create();
        scheduler.add(held, lane);
        scheduler.add(behind, lane);
        QCOMPARE(scheduler.takeDue(kStart), QList{held});
        scheduler.held(held, kStart + 5000);
        scheduler.add(free, ConversationId::create());
        QCOMPARE(scheduler.takeDue(kStart), QList{free});
        QCOMPARE(scheduler.nextDueMs(kStart), std::optional<qint64>(kStart + 5000));
        QCOMPARE(scheduler.takeDue(kStart + 4999), QList<MessageId>());
        QCOMPARE(scheduler.takeDue(kStart + 5000), QList{held});
    }

    void channelKeepsItsPace()
    {
        SendScheduler scheduler(Pace{10, 1000, 1.0});
        for (int i = 0; i < 100; ++i)
            scheduler.add(MessageId::create(), ConversationId::create());
        QCOMPARE(scheduler.takeDue(kStart).size(), 10);
        QCOMPARE(scheduler.takeDue(kStart).size(), 0);
        qsizetype sent = 0;
        for (int second = 1; second <= 5; ++second)
            sent += scheduler.takeDue(kStart + second * 1000).size();
        QCOMPARE(sent, 50);
    }

    void oneCustomerIsNotFlooded()
    {
        SendScheduler scheduler(Pace{80, 3, 6000.0});
        const auto lane = ConversationId::create();
        for (int i = 0; i < 10; ++i)
            scheduler.add(MessageId::create(), lane);
        const auto sentAt = [&](qint64 now) {
            int sent = 0;
            for (QList<MessageId> due = scheduler.takeDue(now); !due.isEmpty(); due = scheduler.takeDue(now)) {
                scheduler.finished(due.first());
                ++sent;
            }
            return sent;
        };
        QCOMPARE(sentAt(kStart), 3);
        QCOMPARE(sentAt(kStart + 5999), 0);
        QCOMPARE(sentAt(kStart + 6001), 1);
        QVERIFY(*scheduler.nextDueMs(kStart + 6001) > kStart + 11000);
    }

    void whatIsPutBackHasTakenNothing()
    {
        SendScheduler scheduler(Pace{80, 2, 6000.0});
        const auto lane = ConversationId::create();
        const auto first = MessageId::create();
        const auto second = MessageId::create();
        scheduler.add(first, lane);
        scheduler.add(second, lane);
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(scheduler.takeDue(kStart), QList{first}); // still ahead of the second
            scheduler.putBack(first, kStart);
            scheduler.putBack(first, kStart); // it is there already
        }
        QCOMPARE(scheduler.takeDue(kStart), QList{first});
        scheduler.finished(first);
        QCOMPARE(scheduler.takeDue(kStart), QList{second});
        scheduler.held(second, kStart);
        QVERIFY(scheduler.takeDue(kStart).isEmpty()); // two have left, as many as may
    }

    void whatIsPutBackWaits()
    {
        SendScheduler scheduler;
        const auto message = MessageId::create();
        scheduler.add(message, ConversationId::create());
        QCOMPARE(scheduler.takeDue(kStart), QList{message});
        scheduler.putBack(MessageId::create(), kStart);
        scheduler.putBack(message, kStart + 2000);
        QVERIFY(scheduler.takeDue(kStart + 1999).isEmpty());
        QCOMPARE(scheduler.takeDue(kStart + 2000), QList{message});
    }

    void pausedChannelSendsNothingUntilResumed()
    {
        SendScheduler scheduler;
        scheduler.add(MessageId::create(), ConversationId::create());
        scheduler.pause();
        QCOMPARE(scheduler.takeDue(kStart).size(), 0);
        QVERIFY(!scheduler.nextDueMs(kStart));
        scheduler.resume();
        QCOMPARE(scheduler.takeDue(kStart).size(), 1);
    }

    void heldChannelWaitsAsAWhole()
    {
        SendScheduler scheduler;
        scheduler.add(MessageId::create(), ConversationId::create());
        scheduler.holdAll(kStart + 100);
        QCOMPARE(scheduler.takeDue(kStart).size(), 0);
        QCOMPARE(scheduler.nextDueMs(kStart), std::optional<qint64>(kStart + 100));
        QCOMPARE(scheduler.takeDue(kStart + 100).size(), 1);
    }

    void finishedWhileWaitingLeavesTheLane()
    {
        SendScheduler scheduler;
        const auto lane = ConversationId::create();
        const auto first = MessageId::create();
        const auto second = MessageId::create();
        scheduler.add(first, lane);
        scheduler.add(second, lane);
        scheduler.finished(second);
        QCOMPARE(scheduler.takeDue(kStart), QList{first});
        scheduler.finished(first);
        QCOMPARE(scheduler.takeDue(kStart).size(), 0);
    }

    void whatItDoesNotKnowChangesNothing()
    {
        SendScheduler scheduler;
        const auto lane = ConversationId::create();
        const auto head = MessageId::create();
        const auto behind = MessageId::create();
        scheduler.add(head, lane);
        scheduler.add(head, ConversationId::create()); // known already: it goes once, in its lane
        scheduler.add(behind, lane);
        QCOMPARE(scheduler.waiting(), 2);
        QCOMPARE(scheduler.takeDue(kStart), QList{head});
        scheduler.held(MessageId::create(), kStart + 1);
        scheduler.held(behind, kStart + 1); // the one under way is the head
        scheduler.finished(MessageId::create());
        QVERIFY(!scheduler.nextDueMs(kStart)); // all that waits is behind what is under way
        QVERIFY(scheduler.takeDue(kStart + kHourMs).isEmpty());
        scheduler.finished(head);
        QCOMPARE(scheduler.takeDue(kStart), QList{behind});
    }

    void clockJumpingBackDoesNotStopSending()
    {
        SendScheduler scheduler(Pace{1, 1000, 1.0});
        scheduler.add(MessageId::create(), ConversationId::create());
        scheduler.add(MessageId::create(), ConversationId::create());
        QCOMPARE(scheduler.takeDue(kStart).size(), 1);
        const qint64 back = kStart - 86400000;
        QCOMPARE(scheduler.takeDue(back).size(), 0);
        QCOMPARE(scheduler.takeDue(back + 1001).size(), 1);
    }

    void whatAFastClockHeldGoesNow()
    {
        SendScheduler scheduler;
        const auto message = MessageId::create();
        const qint64 tomorrow = kStart + kDayMs;
        scheduler.add(message, ConversationId::create(), tomorrow); // as a file remembers it
        scheduler.holdAll(tomorrow);
        QVERIFY(*scheduler.nextDueMs(kStart) <= kStart);
        QCOMPARE(scheduler.takeDue(kStart), QList<MessageId>{message});
        scheduler.held(message, kStart + kHourMs); // Meta's longest
        QVERIFY(scheduler.takeDue(kStart + kHourMs - 1).isEmpty());
        QCOMPARE(scheduler.takeDue(kStart + kHourMs).size(), 1);
    }

    void everyMessageGoesOnceAndInOrderWhateverHappens()
    {
        QRandomGenerator random(5);
        SendScheduler scheduler(Pace{5, 4, 500.0});
        QHash<ConversationId, QList<MessageId>> expected;
        QHash<ConversationId, QList<MessageId>> done;
        QHash<MessageId, ConversationId> laneOf;
        QList<ConversationId> lanes;
        for (int i = 0; i < 8; ++i)
            lanes.append(ConversationId::create());
        for (int i = 0; i < 200; ++i) {
            const auto lane = lanes[random.bounded(8)];
            const auto message = MessageId::create();
            expected[lane].append(message);
            laneOf.insert(message, lane);
            scheduler.add(message, lane);
        }
        qint64 now = kStart;
        for (int guard = 0; scheduler.waiting() > 0 && guard < 20000; ++guard) {
            for (const auto &message : scheduler.takeDue(now)) {
                if (random.bounded(3) == 0) {
                    scheduler.held(message, now + random.bounded(2000));
                } else {
                    done[laneOf.value(message)].append(message);
                    scheduler.finished(message);
                }
            }
            now += random.bounded(1, 400);
        }
        QCOMPARE(done, expected);
    }

private:
    static constexpr qint64 kStart = 1700000000000;
};

BALCAO_TEST(tst_sendscheduler)
#include "tst_sendscheduler.moc"
