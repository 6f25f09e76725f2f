// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Messages in and out while the relay and both desks are killed again and again and WhatsApp does what it does on a
// bad day: nothing lost, nothing doubled, both desks equal. 500 in and 100 out with every change; BALCAO_FIRE=whole is
// the size that figures are quoted from (tests/bench/run fire).

#include "killer.h"
#include "support/figures.h"
#include "support/testmain.h"
#include "world.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Size
{
    int customers = 25;
    int in = 500; ///< with the first ones
    int out = 100;
    int kills = 20; ///< of each process, at least
    int patienceMs = 240'000;
};

Size wantedSize()
{
    return qEnvironmentVariable("BALCAO_FIRE") == "whole"_L1 ? Size{100, 5'000, 1'000, 170, 1'200'000} : Size();
}

/// What was written and sent, as it should stand everywhere in the end.
struct Expected
{
    QStringList in;
    QStringList out;
};

/// Empty: nothing lost, nothing doubled, two desks alike.
QStringList differences(const World &world, const Expected &expected)
{
    QStringList found;
    const auto compare = [&found](const QString &where, const QStringList &wanted, const QStringList &stands) {
        QMap<QString, int> tooOften;
        for (const QString &text : stands)
            ++tooOften[text];
        for (const QString &text : wanted)
            --tooOften[text];
        for (auto text = tooOften.cbegin(); text != tooOften.cend(); ++text) {
            if (*text != 0)
                found.append(u"%1: %2: %3 too many"_s.arg(where, text.key()).arg(*text));
        }
    };
    compare(u"at WhatsApp"_s, expected.out, world.sentTexts());
    compare(u"left desk"_s, expected.in, world.left->inboundTexts());
    if (world.right->dump() != world.left->dump())
        found.append(u"the desks differ"_s);
    return found;
}

} // namespace

class tst_smallfire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndNothingDoubled();
    void whatIsLostOrDoubledIsSeen();

private:
    const Size m_size = wantedSize();

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
    int in = m_size.customers;
    int out = 0;
    QTimer pulse;
    connect(&pulse, &QTimer::timeout, this, [&] {
        if (in < m_size.in) {
            world.write(in % m_size.customers, u"in %1"_s.arg(in));
            ++in;
        }
        if (out < m_size.out && in % 4 == 0) {
            DeskProcess &desk = out % 2 == 0 ? *world.left : *world.right;
            desk.send(world.conversation(out % m_size.customers), world.ana, u"out %1"_s.arg(out));
            ++out;
        }
        if (in == m_size.in && out == m_size.out)
            pulse.stop();
    });
    pulse.start(45);
    const auto done = [&] {
        return !pulse.isActive() && relayKiller.kills() >= m_size.kills && leftKiller.kills() >= m_size.kills &&
               rightKiller.kills() >= m_size.kills;
    };
    QVERIFY(QTest::qWaitFor(done, m_size.patienceMs));
    const int kills = relayKiller.kills() + leftKiller.kills() + rightKiller.kills();
    printAtLeast(u"fire.kills"_s, kills, u"kills"_s, 3 * m_size.kills);
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
    QVERIFY(QTest::qWaitFor(settled, m_size.patienceMs));
}

// What never left is the person's to decide; here they look into the customer's phone and send it again.
void tst_smallfire::sendDoubtfulAgain(World &world)
{
    int again = 0;
    const QList<store::ThreadRow> messages = world.left->messages();
    for (int i = 0; i < m_size.out; ++i) {
        const QString text = u"out %1"_s.arg(i);
        for (const store::ThreadRow &row : messages) {
            if (row.outbound && row.text == text && row.state == MessageState::Uncertain) {
                world.left->sendAgain(world.conversation(i % m_size.customers), world.ana, text, row.id);
                ++again;
            }
        }
    }
    printMetric(u"fire.incerta"_s, again, u"messages"_s, 0);
    const auto arrived = [&] { return world.isQuiet() && world.sentTexts().size() == m_size.out; };
    QVERIFY(QTest::qWaitFor(arrived, 60'000));
}

void tst_smallfire::nothingIsLostAndNothingDoubled()
{
    QElapsedTimer time;
    time.start();
    World world(m_size.customers);
    traffic(world);
    if (QTest::currentTestFailed())
        return;
    settle(world);
    if (QTest::currentTestFailed())
        return;
    sendDoubtfulAgain(world);
    if (QTest::currentTestFailed())
        return;

    Expected expected;
    for (int i = 0; i < m_size.in; ++i)
        expected.in.append(i < m_size.customers ? u"bom dia %1"_s.arg(i) : u"in %1"_s.arg(i));
    for (int i = 0; i < m_size.out; ++i)
        expected.out.append(u"out %1"_s.arg(i));
    QVERIFY(world.stopDesks());
    const QStringList wrong = differences(world, expected);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(u"; ")));
    QVERIFY(world.left->dump().size() > m_size.in + m_size.out);
    printAtLeast(u"fire.in"_s, m_size.in, u"messages"_s, 0);
    printAtLeast(u"fire.out"_s, m_size.out, u"messages"_s, 0);
    printMetric(u"fire.webhooks"_s, double(world.sender.posts()), u"requests"_s, 0);
    printMetric(u"fire.wrong"_s, double(wrong.size()), u"messages"_s, 0);
    printMetric(u"fire.time"_s, double(time.elapsed()) / 1000.0, u"s"_s, 0);
}

// The rig itself: one message that never was, and one that was sent twice.
void tst_smallfire::whatIsLostOrDoubledIsSeen()
{
    World world(2);
    world.left->send(world.conversation(0), world.ana, u"out"_s);
    world.right->send(world.conversation(0), world.ana, u"out"_s);
    QVERIFY(QTest::qWaitFor([&] { return world.isQuiet() && world.sentTexts().size() == 2; }, 60'000));
    QVERIFY(world.stopDesks());
    const QStringList wrong = differences(world, {{u"bom dia 0"_s, u"bom dia 1"_s, u"never written"_s}, {u"out"_s}});
    QCOMPARE(wrong, (QStringList{u"at WhatsApp: out: 1 too many"_s, u"left desk: never written: -1 too many"_s}));
}

BALCAO_TEST(tst_smallfire)
#include "tst_smallfire.moc"
