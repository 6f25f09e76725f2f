// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The power goes at any moment: what the relay answered 200 to, and what a desk told its people was kept, is there
// afterwards, whole. The disk is recorded while real code works and rebuilt as many times as BALCAO_POWER_CUTS says.
// With synchronous=NORMAL the same must be seen to fail, or this test would prove nothing.

#include "data/metabody.h"
#include "recordingvfs.h"
#include "relay/ingest/ingest.h"
#include "relay/serve/logger.h"
#include "relay/serve/writer.h"
#include "relay/store/relaydata.h"
#include "store/store.h"
#include "support/eventbuilders.h"
#include "support/figures.h"
#include "support/storedump.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QSet>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWebhooks = 600;
constexpr int kPages = 150;

int powerCuts()
{
    const int wanted = qEnvironmentVariableIntValue("BALCAO_POWER_CUTS");
    return wanted > 0 ? wanted : 100;
}

/// Moments in order, each somewhere in the recording.
QList<qsizetype> moments(qsizetype acts, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<qsizetype> when;
    while (when.size() < count)
        when.append(static_cast<qsizetype>(random.bounded(static_cast<quint64>(acts + 1))));
    std::ranges::sort(when);
    return when;
}

/// How often the log was written back into the file: without any, half of what can go wrong is not tried.
int checkpoints(const Recording &recording, const QString &file)
{
    return static_cast<int>(std::ranges::count_if(
        recording.acts(), [&file](const DiskAct &act) { return act.kind == DiskAct::Kind::Sync && act.file == file; }));
}

struct Found
{
    int states = 0;
    int checkpoints = 0;
    int lost = 0;    ///< promises that were not kept
    int corrupt = 0; ///< files that did not open, or not whole
    int doubled = 0;
    QString first; ///< what was wrong first

    void say(int &counter, const QString &what)
    {
        ++counter;
        if (first.isEmpty())
            first = what;
    }
};

QString wamid(int number)
{
    return u"wamid.fire.%1"_s.arg(number);
}

Result<void> makeNormal(sql::Connection &connection, bool full)
{
    return full ? Result<void>() : connection.exec(u"PRAGMA synchronous=NORMAL"_s);
}

Result<void> integrity(sql::Connection &connection)
{
    const auto said =
        connection.prepare(u"PRAGMA integrity_check"_s).one([](const sql::Statement &row) { return row.text(0); });
    if (!said)
        return said.error();
    return said->value_or(QString()) == "ok"_L1 ? Result<void>()
                                                : failure(Error::Kind::Corrupt, said->value_or(QString()));
}

} // namespace

class tst_powerloss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void relayKeepsWhatItAnswered()
    {
        const Found found = relayCuts(true, powerCuts());
        report("relay", "full", found);
        QVERIFY2(found.lost == 0 && found.corrupt == 0 && found.doubled == 0, qPrintable(found.first));
    }

    void relayWithNormalLosesWhatItAnswered()
    {
        const Found found = relayCuts(false, powerCuts());
        report("relay", "normal", found);
        QVERIFY(found.lost > 0);
        QCOMPARE(found.corrupt, 0);
    }

    void deskKeepsWhatItSaidWasKept()
    {
        const Found found = deskCuts(true, powerCuts());
        report("desk", "full", found);
        QVERIFY2(found.lost == 0 && found.corrupt == 0 && found.doubled == 0, qPrintable(found.first));
    }

    void deskWithNormalLosesWhatItSaidWasKept()
    {
        const Found found = deskCuts(false, powerCuts());
        report("desk", "normal", found);
        QVERIFY(found.lost > 0);
        QCOMPARE(found.corrupt, 0);
    }

private:
    static void report(const char *who, const char *how, const Found &found)
    {
        const QString name = u"power.%1.%2."_s.arg(QLatin1StringView(who), QLatin1StringView(how));
        printAtLeast(name + u"states"_s, found.states, u"states"_s, powerCuts());
        printMetric(name + u"lost"_s, found.lost, u"rows"_s, 0);
        printMetric(name + u"corrupt"_s, found.corrupt, u"states"_s, 0);
        printMetric(name + u"doubled"_s, found.doubled, u"rows"_s, 0);
        QVERIFY(found.checkpoints > 2);
    }

    [[nodiscard]] QString folder(const char *name) const { return m_dir->filePath(QLatin1StringView(name)); }

    // The relay

    Found relayCuts(bool full, int cuts)
    {
        Recording recording;
        recordRelay(recording, full);
        Found found;
        found.checkpoints = checkpoints(recording, u"relay.db"_s);
        Wreckage wreckage(recording, 11);
        for (const qsizetype moment : moments(recording.acts().size(), cuts, 12)) {
            wreckage.leaveIn(folder("after"), moment);
            checkRelay(wreckage.promises(), found);
        }
        return found;
    }

    /// Webhooks arrive in gusts, as many as Meta sends, so that commits hold one or many of them.
    void recordRelay(Recording &recording, bool full)
    {
        const RecordingVfs vfs(recording);
        const QString file = QDir(folder("before")).filePath(u"relay.db"_s);
        relay::Logger logger(m_clock, [](const QByteArray &) {});
        relay::Writer writer(logger);
        const auto open = [&]() -> Result<std::unique_ptr<relay::RelayData>> {
            BALCAO_TAKE(auto connection, relay::RelayData::open(file, m_clock));
            BALCAO_TRY(makeNormal(*connection, full));
            return std::make_unique<relay::RelayData>(std::move(connection), m_clock);
        };
        QVERIFY(writer.start(open));
        QRandomGenerator random(3);
        QSemaphore answered;
        int sent = 0;
        while (sent < kWebhooks) {
            const int gust = qMin(1 + static_cast<int>(random.bounded(12)), kWebhooks - sent);
            for (int left = gust; left > 0; --left, ++sent)
                QVERIFY(postWebhook(writer, sent, recording, answered));
            answered.acquire(gust);
        }
        writer.stop();
        QDir(folder("before")).removeRecursively();
    }

    bool postWebhook(relay::Writer &writer, int number, Recording &recording, QSemaphore &answered)
    {
        const balcao::test::Writer from{u"55199876%1"_s.arg(50000 + number % 40), {}, u"Rosa"_s, {}};
        const QByteArray body = metaMessages(from, {metaText(from, wamid(number), u"oi %1"_s.arg(number))});
        return writer.post(
            [this, body](relay::RelayData &data) { return relay::Ingest::webhook(data, body, m_clock.nowMs()); },
            [number, &recording, &answered](const Result<void> &done) {
                if (done)
                    recording.acknowledge(number); // this is where the 200 goes out
                answered.release();
            });
    }

    void checkRelay(const QList<qint64> &promises, Found &found)
    {
        ++found.states;
        const QString file = QDir(folder("after")).filePath(u"relay.db"_s);
        if (promises.isEmpty() && !QFile::exists(file))
            return;
        auto opened = relay::RelayData::open(file, m_clock);
        if (!opened) {
            found.say(found.corrupt, opened.error().detail);
            return;
        }
        if (const auto whole = integrity(**opened); !whole) {
            found.say(found.corrupt, whole.error().detail);
            return;
        }
        relay::RelayData data(std::move(opened).value(), m_clock);
        QMap<QString, int> stands;
        qint64 after = 0;
        for (auto page = data.log().readAfter(0, 500); page && !page->isEmpty();
             page = data.log().readAfter(after, 500)) {
            for (const wire::Event &event : *page) {
                after = event.seq;
                if (const auto *received = std::get_if<wire::MessageReceived>(&event.body))
                    ++stands[received->wamid];
            }
        }
        for (const qint64 promise : promises) {
            if (!stands.contains(wamid(static_cast<int>(promise))))
                found.say(found.lost, u"webhook %1 of %2"_s.arg(promise).arg(promises.size()));
        }
        for (const int times : std::as_const(stands)) {
            if (times > 1)
                found.say(found.doubled, u"a message stands twice"_s);
        }
    }

    // The desk: promise 2n is page n, 2n + 1 is the act that was written after it

    Found deskCuts(bool full, int cuts)
    {
        Recording recording;
        m_dumps.clear();
        m_acts.clear();
        recordDesk(recording, full);
        Found found;
        found.checkpoints = checkpoints(recording, u"projection-1.db"_s);
        Wreckage wreckage(recording, 21);
        for (const qsizetype moment : moments(recording.acts().size(), cuts, 22)) {
            wreckage.leaveIn(folder("after"), moment);
            checkDesk(wreckage.promises(), found);
        }
        return found;
    }

    void recordDesk(Recording &recording, bool full)
    {
        const RecordingVfs vfs(recording);
        const EventLog log = aDayOfTalk();
        const store::StoreFolder stands(folder("before"));
        const auto local = stands.openOrMakeLocal({}, kLogStart);
        QVERIFY(local);
        QAtomicInt number = 1;
        QAtomicInt damage = 0;
        store::StoreWriter writer(stands, m_noKey, **local, number, damage);
        QVERIFY(writer.open(kLogStart));
        QVERIFY(makeNormal(**local, full));
        QVERIFY(makeNormal(writer.projection(), full));
        qint64 cursor = 0;
        for (int page = 0; page < kPages; ++page) {
            const auto applied = writer.applyPage(log.after(cursor, 7), log.nextAt());
            QVERIFY(applied);
            cursor = applied->cursor;
            recording.acknowledge(2 * cursor);
            m_dumps.insert(cursor, dumped(writer.projection()));
            const CommandId act = CommandId::create();
            const store::OutboxEntry entry{act, u"note.add"_s, {}, {}, {}, OperatorId::create(), page, "{}"};
            QVERIFY(writer.outbox().add(entry));
            m_acts.append(act);
            recording.acknowledge(2 * (m_acts.size() - 1) + 1);
        }
    }

    static EventLog aDayOfTalk()
    {
        EventLog log;
        QList<Chat> chats;
        QRandomGenerator random(7);
        for (int i = 0; i < 12; ++i)
            chats.append(log.open(u"Cliente %1"_s.arg(i)));
        while (log.events.size() < 7 * kPages) {
            const Chat &chat = chats.at(random.bounded(static_cast<int>(chats.size())));
            log.receive(chat, u"pedido %1 para amanhã"_s.arg(log.head()));
            log.status(chat, log.accept(chat, u"separado %1"_s.arg(log.head())), MessageState::Delivered);
        }
        return log;
    }

    void checkDesk(const QList<qint64> &promises, Found &found)
    {
        ++found.states;
        qint64 cursor = 0;
        qsizetype acts = 0;
        for (const qint64 promise : promises) {
            if (promise % 2 == 0)
                cursor = promise / 2;
            else
                ++acts;
        }
        const store::StoreFolder left(folder("after"));
        const auto local = left.openOrMakeLocal({}, kLogStart);
        if (!local)
            return found.say(found.corrupt, local.error().detail);
        // A cut is no damage: nothing may be put aside for it, and nobody told of a loss.
        if (!left.asideFiles().isEmpty() || !store::NoticeStore(**local).all().valueOr({}).isEmpty())
            return found.say(found.corrupt, u"a sound file was put aside"_s);
        QAtomicInt number = 1;
        QAtomicInt damage = 0;
        store::StoreWriter writer(left, m_noKey, **local, number, damage);
        if (const auto opened = writer.open(kLogStart); !opened)
            return found.say(found.corrupt, opened.error().detail);
        for (sql::Connection *connection : {local->get(), &writer.projection()}) {
            if (const auto whole = integrity(*connection); !whole)
                return found.say(found.corrupt, whole.error().detail);
        }
        const auto head = writer.head();
        if (!head)
            return found.say(found.corrupt, head.error().detail);
        if (head->cursor < cursor)
            found.say(found.lost, u"page up to %1, the file is at %2"_s.arg(cursor).arg(head->cursor));
        else if (head->cursor > 0 && dumped(writer.projection()) != m_dumps.value(head->cursor))
            found.say(found.corrupt, u"not the rows of event %1"_s.arg(head->cursor));
        QSet<CommandId> kept;
        for (const store::OutboxEntry &entry : writer.outbox().unsent(kPages).valueOr({}))
            kept.insert(entry.id);
        for (const CommandId &act : m_acts.first(acts)) {
            if (!kept.contains(act))
                found.say(found.lost, u"an act of staff"_s);
        }
    }

    const std::optional<sql::Key> m_noKey;
    ManualClock m_clock{kLogStart};
    std::unique_ptr<QTemporaryDir> m_dir;
    QMap<qint64, QStringList> m_dumps; ///< what stands when the projection is at that event
    QList<CommandId> m_acts;
};

BALCAO_TEST(tst_powerloss)
#include "tst_powerloss.moc"
