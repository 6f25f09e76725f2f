// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// 500 messages in and 100 out while the relay and both desks are killed again and again and WhatsApp does
// what it does on a bad day: nothing lost, nothing doubled, both desks equal.

#include "support/testmain.h"
#include "world.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCustomers = 25;
constexpr int kIn = 500; ///< with the first ones
constexpr int kOut = 100;
constexpr int kKills = 20; ///< of each process, at least

/// Kills a process once it has begun its work, and starts it again, until it has died often enough.
template <class Process>
class Killer : public QObject
{
public:
    Killer(Process &victim, quint32 seed) : m_victim(victim), m_random(seed)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { strike(); });
        m_timer.start(m_random.bounded(100, 600));
    }
    void stop() { m_stopping = true; }
    [[nodiscard]] int kills() const { return m_kills; }

private:
    void strike()
    {
        if (m_stopping)
            return;
        if (m_victim.isReady()) {
            m_victim.kill();
            ++m_kills;
            m_victim.start();
        }
        m_timer.start(m_random.bounded(100, 600));
    }

    Process &m_victim;
    QRandomGenerator m_random;
    QTimer m_timer;
    int m_kills = 0;
    bool m_stopping = false;
};

} // namespace

class tst_smallfire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndNothingDoubled();

private:
    void traffic(World &world);
    void settle(World &world);
    void sendDoubtfulAgain(World &world);
};

void tst_smallfire::traffic(World &world)
{
    world.fault({{u"duplicate"_s, 150},
                 {u"reorder"_s, 150},
                 {u"replay"_s, 150},
                 {u"batchSize"_s, 5},
                 {u"concurrency"_s, 4},
                 {u"rate429"_s, 40},
                 {u"rate500"_s, 30},
                 {u"rate500AfterAccept"_s, 50},
                 {u"rateGraphError"_s, 30},
                 {u"answerLostBeforeAccept"_s, 20},
                 {u"answerLostAfterAccept"_s, 80}});
    Killer relayKiller(*world.relay, 1);
    Killer leftKiller(*world.left, 2);
    Killer rightKiller(*world.right, 3);
    int in = kCustomers;
    int out = 0;
    QTimer pulse;
    connect(&pulse, &QTimer::timeout, this, [&] {
        if (in < kIn) {
            world.write(in % kCustomers, u"in %1"_s.arg(in));
            ++in;
        }
        if (out < kOut && in % 4 == 0) {
            DeskProcess &desk = out % 2 == 0 ? *world.left : *world.right;
            desk.send(world.conversation(out % kCustomers), world.ana, u"out %1"_s.arg(out));
            ++out;
        }
        if (in == kIn && out == kOut)
            pulse.stop();
    });
    pulse.start(45);
    const auto done = [&] {
        return !pulse.isActive() && relayKiller.kills() >= kKills && leftKiller.kills() >= kKills &&
               rightKiller.kills() >= kKills;
    };
    QVERIFY(QTest::qWaitFor(done, 240'000));
    qInfo("kills: relay %d, desks %d and %d", relayKiller.kills(), leftKiller.kills(), rightKiller.kills());
}

// Until each send is read at the customer's or incerta; a doubt lasts a minute.
void tst_smallfire::settle(World &world)
{
    world.faults.set({});
    const auto settled = [&] {
        if (!world.isQuiet())
            return false;
        const QStringList sent = world.sentTexts();
        const QList<store::ThreadRow> messages = world.left->messages();
        for (const store::ThreadRow &row : messages) {
            if (!row.outbound)
                continue;
            if (row.state != (sent.contains(row.text) ? MessageState::Read : MessageState::Uncertain))
                return false;
        }
        return true;
    };
    QVERIFY(QTest::qWaitFor(settled, 240'000));
}

// What never left is the person's to decide; here they look into the customer's phone and send it again.
void tst_smallfire::sendDoubtfulAgain(World &world)
{
    int again = 0;
    const QList<store::ThreadRow> messages = world.left->messages();
    for (int i = 0; i < kOut; ++i) {
        const QString text = u"out %1"_s.arg(i);
        for (const store::ThreadRow &row : messages) {
            if (row.outbound && row.text == text && row.state == MessageState::Uncertain) {
                world.left->sendAgain(world.conversation(i % kCustomers), world.ana, text, row.id);
                ++again;
            }
        }
    }
    qInfo("incerta and never left: %d", again);
    const auto arrived = [&] { return world.isQuiet() && world.sentTexts().size() == kOut; };
    QVERIFY(QTest::qWaitFor(arrived, 60'000));
}

void tst_smallfire::nothingIsLostAndNothingDoubled()
{
    QElapsedTimer time;
    time.start();
    World world(kCustomers);
    traffic(world);
    if (QTest::currentTestFailed())
        return;
    settle(world);
    if (QTest::currentTestFailed())
        return;
    sendDoubtfulAgain(world);
    if (QTest::currentTestFailed())
        return;

    QStringList in;
    for (int i = 0; i < kIn; ++i)
        in.append(i < kCustomers ? u"bom dia %1"_s.arg(i) : u"in %1"_s.arg(i));
    in.sort();
    QStringList out;
    for (int i = 0; i < kOut; ++i)
        out.append(u"out %1"_s.arg(i));
    out.sort();
    QVERIFY(world.stopDesks());
    QCOMPARE(world.sentTexts(), out);
    QCOMPARE(world.left->inboundTexts(), in);
    QCOMPARE(world.right->dump(), world.left->dump());
    QVERIFY(world.left->dump().size() > kIn + kOut);
    qInfo("%d in, %d out, %lld webhook posts, %.0f s", kIn, kOut, world.sender.posts(),
          static_cast<double>(time.elapsed()) / 1000.0);
}

BALCAO_TEST(tst_smallfire)
#include "tst_smallfire.moc"
