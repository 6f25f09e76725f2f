// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A day of a busy shop, hurried: customers write without pause, three people answer, the shop's server comes and
// goes. What must not happen is what nobody sees in an hour: memory that grows, files that stay open, an order that
// slips. BALCAO_DAY=whole is the size that figures are quoted from (tests/bench/run day).

#include "support/figures.h"
#include "support/processfacts.h"
#include "support/testmain.h"
#include "world.h"

#include <QTimer>

#include <algorithm>
#include <csignal>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Size
{
    int customers = 20;
    int messages = 400;
    int outages = 4;
    double mostGrowth = 0; ///< of memory, percent; 0: so short a day says nothing
    int moreFiles = 8;     ///< connections that were not there before; a short day has few looks
    int patienceMs = 200'000;
    int longText = 0; ///< letters of a message before noon
};

Size wantedSize()
{
    return qEnvironmentVariable("BALCAO_DAY") == "whole"_L1 ? Size{150, 20'000, 50, 10, 2, 2'400'000, 4000} : Size();
}

constexpr int kBeatMs = 28;
constexpr int kAnswerEach = 7; ///< one in so many is answered
/// Webhooks that wait for the server: beyond them nobody writes. A slow machine's day is longer, not denser.
constexpr qsizetype kMostWaiting = 200;

/// Memory and open files of one process over the day.
struct Watched
{
    QString name;
    QList<double> memory;
    QList<int> files;

    void look(qint64 pid)
    {
        if (pid == 0)
            return;
        memory.append(residentMb(pid));
        files.append(openFiles(pid));
    }
    /// Percent from noon to the end. Until noon people write at length, which fills what SQLite may keep of a file
    /// (16 MiB in the relay, 32 in a desk): up to there memory grows with the file, as it should.
    [[nodiscard]] double growth() const
    {
        const double warm = memory.value(memory.size() / 2);
        return warm > 0 ? (memory.last() - warm) * 100 / warm : 0;
    }
    /// The middle of the last third less that of the one before: connections come and go.
    [[nodiscard]] int moreFiles() const
    {
        const qsizetype third = files.size() / 3;
        return middle(files.last(third)) - middle(files.sliced(files.size() - 2 * third, third));
    }

private:
    static int middle(QList<int> numbers)
    {
        std::ranges::sort(numbers);
        return numbers.value(numbers.size() / 2);
    }
};

/// What is out of order: each customer's messages are numbered as they were written.
QStringList outOfOrder(const QList<store::ThreadRow> &messages)
{
    QStringList found;
    QMap<QString, int> last;
    QList<store::ThreadRow> rows = messages;
    std::ranges::sort(rows, {}, &store::ThreadRow::key);
    for (const store::ThreadRow &row : std::as_const(rows)) {
        const QStringList words = row.text.split(u' ');
        if (row.outbound || words.value(0) != "dia"_L1)
            continue;
        const int number = words.value(2).toInt();
        int &before = last[words.value(1)];
        if (number <= before)
            found.append(row.text);
        before = number;
    }
    return found;
}

} // namespace

class tst_longday : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGrowsAndNothingSlips();
    void whatSlippedIsSeen();

private:
    void write(World &world);
    void answer(World &world);
    void outage(World &world);
    void look(World &world);

    const Size m_size = wantedSize();
    QList<OperatorId> m_people;
    QMap<int, int> m_written; ///< by customer
    int m_messages = 0;
    int m_answers = 0;
    int m_outages = 0;
    Watched m_relay{u"relay"_s, {}, {}};
    Watched m_desk{u"desk"_s, {}, {}};
};

void tst_longday::write(World &world)
{
    const int customer = m_messages % m_size.customers;
    const QString more = m_messages < m_size.messages / 2 ? QString(m_size.longText, u'a') : QString();
    world.write(customer, u"dia %1 %2 %3"_s.arg(customer).arg(++m_written[customer]).arg(more).trimmed());
    ++m_messages;
}

void tst_longday::answer(World &world)
{
    DeskProcess &desk = m_answers % 2 == 0 ? *world.left : *world.right;
    desk.send(world.conversation(m_messages % m_size.customers), m_people.at(m_answers % m_people.size()),
              u"resposta %1"_s.arg(m_answers));
    ++m_answers;
}

/// Early in the day the server is started anew; then it only stands still, so that its memory is one process's.
void tst_longday::outage(World &world)
{
    if (++m_outages <= std::max(1, m_size.outages / 6)) {
        world.relay->stop();
        world.relay->start();
        return;
    }
    const auto relay = static_cast<pid_t>(world.relay->pid());
    ::kill(relay, SIGSTOP);
    QTimer::singleShot(1500, this, [relay] { ::kill(relay, SIGCONT); });
}

void tst_longday::look(World &world)
{
    m_relay.look(world.relay->pid());
    m_desk.look(world.left->pid());
}

void tst_longday::nothingGrowsAndNothingSlips()
{
    World world(m_size.customers);
    m_people.append(world.ana);
    for (const QString &name : {u"Bruno"_s, u"Carla"_s}) {
        const auto id = OperatorId::fromText(world.relay->console({u"operators"_s, u"add"_s, name}, "2468\n").value(0));
        QVERIFY(id);
        m_people.append(*id);
    }
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] {
        if (world.sender.pending() > kMostWaiting)
            return;
        write(world);
        if (m_messages % kAnswerEach == 0)
            answer(world);
        if (m_messages % (m_size.messages / m_size.outages) == 0)
            outage(world);
        if (m_messages % (m_size.messages / 30 + 1) == 0)
            look(world);
        if (m_messages == m_size.messages)
            beat.stop();
    });
    beat.start(kBeatMs);
    QVERIFY(QTest::qWaitFor([&] { return !beat.isActive() && world.isQuiet(); }, m_size.patienceMs));
    look(world);
    const QList<store::ThreadRow> messages = world.left->messages();
    const QStringList slipped = outOfOrder(messages);
    const qsizetype inbound = world.left->inboundTexts().size();
    QVERIFY(world.stopDesks());

    printAtLeast(u"day.messages"_s, m_messages, u"messages"_s, m_size.messages);
    printAtLeast(u"day.answers"_s, m_answers, u"messages"_s, 0);
    printAtLeast(u"day.outages"_s, m_outages, u"outages"_s, m_size.outages);
    for (const Watched &watched : {m_relay, m_desk}) {
        printMetric(u"day.%1.memory"_s.arg(watched.name), watched.memory.last(), u"MB"_s, 0);
        printMetric(u"day.%1.growth"_s.arg(watched.name), watched.growth(), u"percent"_s, m_size.mostGrowth);
        printMetric(u"day.%1.files"_s.arg(watched.name), watched.moreFiles(), u"files"_s, 0);
        QVERIFY(m_size.mostGrowth == 0 || watched.growth() < m_size.mostGrowth);
        QVERIFY2(watched.moreFiles() <= m_size.moreFiles, qPrintable(watched.name));
    }
    printMetric(u"day.slipped"_s, double(slipped.size()), u"messages"_s, 0);
    QVERIFY2(slipped.isEmpty(), qPrintable(slipped.mid(0, 5).join(u", ")));
    QCOMPARE(inbound, m_size.messages + m_size.customers); // each began with a greeting
    QCOMPARE(world.right->dump(), world.left->dump());
}

// The rig itself.
void tst_longday::whatSlippedIsSeen()
{
    store::ThreadRow first;
    first.text = u"dia 3 1"_s;
    first.seq = 7;
    store::ThreadRow second = first;
    second.text = u"dia 3 2"_s;
    second.seq = 6;
    QCOMPARE(outOfOrder({first, second}), QStringList(u"dia 3 1"_s));
    second.seq = 8;
    QVERIFY(outOfOrder({second, first}).isEmpty());
    const Watched leaking{{}, {30, 31, 32, 33, 34, 36}, {9, 9, 9, 10, 14, 15}};
    QVERIFY(leaking.growth() > 9);
    QCOMPARE(leaking.moreFiles(), 5);
}

BALCAO_TEST(tst_longday)
#include "tst_longday.moc"
