// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bigstore.h"
#include "store/store.h"
#include "support/figures.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kMessages = 1'000'000;
constexpr int kStarts = 7;
constexpr int kBacklog = 100'000;
constexpr int kPage = 500;

/// None of it is in memory any more; programs and libraries stay.
void evict(const QString &folder)
{
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        const int file = ::open(QFile::encodeName(folder + u'/' + name).constData(), O_RDONLY | O_CLOEXEC);
        ::fdatasync(file);
        ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

} // namespace

// A shop of 50,000 conversations and 1,000,000 messages: printed, not asserted. tests/bench/run runs it and judges.
class tst_size : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void start();
    void disk();
    void backlog();

private:
    struct Started
    {
        double ms = 0;
        double startMb = 0;
        double openedMb = 0;
    };
    static Started started(const QStringList &arguments);
    QList<QByteArray> tail(sql::Connection &projection, qint64 after) const;

    BigStore m_store;
};

void tst_size::initTestCase()
{
    m_store = bigStore(placeOf("big-stores"_L1), kMillion);
    if (m_store.events > 0) {
        printMetric(u"size.store.made"_s, double(m_store.tookMs) / 1000, u"s"_s, 0);
        printMetric(u"size.store.events"_s, double(m_store.events), u"events"_s, 0);
    }
}

tst_size::Started tst_size::started(const QStringList &arguments)
{
    Started found;
    QProcess process;
    QElapsedTimer since;
    since.start();
    process.start(placeOf("startprobe"_L1), arguments);
    QByteArray said;
    while (process.waitForReadyRead(300'000)) {
        const bool isFirst = said.isEmpty();
        said += process.readAllStandardOutput();
        if (isFirst && !said.isEmpty())
            found.ms = static_cast<double>(since.nsecsElapsed()) / 1e6;
    }
    process.waitForFinished(60'000);
    for (const QByteArray &line : said.split('\n')) {
        if (line.startsWith("painted "))
            found.startMb = line.mid(8).toDouble();
        if (line.startsWith("opened "))
            found.openedMb = line.mid(7).toDouble();
    }
    return found;
}

void tst_size::start()
{
    Samples cold;
    Samples floor;
    Started last;
    for (int i = 0; i < kStarts; ++i) {
        evict(m_store.folder);
        last = started({m_store.folder, i + 1 == kStarts ? u"300"_s : u"0"_s});
        QVERIFY(last.startMb > 0);
        cold.add(last.ms);
        floor.add(started({}).ms);
    }
    QVERIFY(last.openedMb > 0);
    printMetric(u"size.start.cold.p50"_s, cold.percentile(50), u"ms"_s, 280);
    printMetric(u"size.start.empty.p50"_s, floor.percentile(50), u"ms"_s, 0);
    printMetric(u"size.start.ratio"_s, cold.percentile(50) / floor.percentile(50), u"x"_s, 4);
    printMetric(u"size.rss.start"_s, last.startMb, u"MiB"_s, 99);
    printMetric(u"size.rss.opened300"_s, last.openedMb, u"MiB"_s, 99);
}

void tst_size::disk()
{
    const store::StoreFolder folder(m_store.folder);
    const double bytes = double(QFileInfo(folder.projectionFile(folder.projections().value(0))).size());
    printMetric(u"size.disk"_s, bytes / kMessages, u"bytes per message"_s, 286);
}

/// Customers of that shop who write on, as pages of its relay.
QList<QByteArray> tst_size::tail(sql::Connection &projection, qint64 after) const
{
    using Pair = std::pair<ConversationId, CustomerId>;
    const auto chats =
        projection.prepare(u"SELECT id, customer FROM conversation ORDER BY id LIMIT 5000"_s)
            .all([](const sql::Statement &row) { return Pair(row.id<ConversationId>(0), row.id<CustomerId>(1)); });
    const auto head = store::projectionHead(projection);
    if (!chats || !head || chats->isEmpty())
        qFatal("nobody to write");
    Phrases phrases(4);
    QList<QByteArray> pages;
    for (int made = 0; made < kBacklog; made += kPage) {
        wire::EventPage page;
        page.log = head->log;
        page.now = BigShop::kNow;
        for (int i = 0; i < kPage; ++i) {
            const Pair &chat = chats->at(phrases.bounded(static_cast<int>(chats->size())));
            wire::MessageReceived received;
            received.channel = u"106540352242922"_s;
            received.wamid = u"wamid.tail.%1"_s.arg(made + i);
            received.sortAt = BigShop::kNow + made + i;
            received.content.text = phrases.fromCustomer();
            wire::Event event;
            event.seq = after + made + i + 1;
            event.at = received.sortAt;
            event.kind = wire::MessageReceived::kKind;
            event.subject.conversation = chat.first;
            event.subject.customer = chat.second;
            event.subject.message = MessageId::create();
            event.actor = wire::Actor::customer();
            event.body = received;
            page.events.append(event);
        }
        page.head = after + kBacklog;
        page.more = made + kPage < kBacklog;
        pages.append(wire::toBytes(page));
    }
    return pages;
}

void tst_size::backlog()
{
    const QTemporaryDir dir(placeOf("big-stores"_L1) + u"/backlog-XXXXXX"_s);
    for (const QString &name : QDir(m_store.folder).entryList(QDir::Files))
        QVERIFY(QFile::copy(m_store.folder + u'/' + name, dir.filePath(name)));
    store::Store store(dir.path(), {}, BigShop::kNow);
    const auto pages = store
                           .write([this](store::StoreWriter &w) -> Result<QList<QByteArray>> {
                               BALCAO_TAKE(const auto head, w.head());
                               return tail(w.projection(), head.cursor);
                           })
                           .result();
    QVERIFY(pages.ok());
    QElapsedTimer took;
    took.start();
    for (const QByteArray &page : *pages)
        QVERIFY(store.write([&page](store::StoreWriter &w) { return w.applyPage(page, BigShop::kNow); }).result().ok());
    printAtLeast(u"size.backlog"_s, kBacklog * 1000.0 / double(took.elapsed()), u"events/s"_s, 5000);
}

BALCAO_TEST(tst_size)
#include "tst_size.moc"
