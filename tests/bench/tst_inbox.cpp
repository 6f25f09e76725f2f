// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bigstore.h"
#include "bigwindow.h"
#include "rawstore.h"
#include "support/figures.h"
#include "support/testmain.h"

#include <QLineEdit>
#include <QScrollBar>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Aims, of the 99th percentile: 16 ms is a frame at 60 Hz; the ratio is to plain SQLite.
constexpr double kOpenCpuMs = 8;
constexpr double kOpenWallMs = 16;
constexpr double kFrameCpuMs = 8;
constexpr double kFrameWallMs = 16;
constexpr double kTypingMs = 50;
constexpr double kReadRatio = 2.5;

constexpr int kPage = desk::ThreadWindow::kPage;

} // namespace

// What a person waits for, in a shop of 50,000 conversations with one thread of 100,000 messages: printed, not
// asserted, because a busy machine lies. tests/bench/run runs it and judges.
class tst_inbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void read();
    void open();
    void frames();
    void frames_data();
    void search();
    void search_data();
    void views();

private:
    BigStore m_store;
    ShopSize m_size;
    std::unique_ptr<BigWindow> m_window;
};

void tst_inbox::initTestCase()
{
    m_store = bigStore(placeOf("big-stores"_L1), m_size);
    if (m_store.events > 0) {
        const double seconds = double(m_store.tookMs) / 1000;
        printMetric(u"inbox.store.made"_s, seconds, u"s"_s, 180);
        printMetric(u"inbox.store.events"_s, double(m_store.events), u"events"_s, 0);
    }
    m_window = std::make_unique<BigWindow>(m_store.folder);
}

void tst_inbox::read()
{
    RawStore raw(m_store.folder);
    desk::StoreSource &source = m_window->source;
    Samples ours;
    Samples plain;
    for (int i = 0; i < 400; ++i) {
        const ConversationId id = i % 4 == 0 ? BigShop::longThread() : BigShop::conversation((i * 7919) % 50'000);
        const Stretch one;
        bool done = false;
        source.thread(id, {desk::ThreadPlace::Kind::Newest, {}, {}, kPage, false, 0},
                      [&done](const Result<desk::ThreadSlice> &) { done = true; });
        QVERIFY(waitFor([&done] { return done; }));
        ours.add(one.wallMs());
        const Stretch other;
        QVERIFY(raw.newest(id, kPage + 1) > 0);
        plain.add(other.wallMs());
    }
    printTimes(u"inbox.read.thread"_s, ours, 0);
    printTimes(u"inbox.read.thread.plain"_s, plain, 0);
    printMetric(u"inbox.read.thread.ratio"_s, ours.percentile(50) / plain.percentile(50), u"x"_s, 0);
    // Long pages only: what the layers cost a row, without the way to the reader's thread and back.
    Samples page;
    Samples plainPage;
    for (int i = 0; i < 200; ++i) {
        const auto took =
            m_window->store
                .read([](store::StoreReader &reader) -> Result<double> {
                    const Stretch one;
                    BALCAO_TAKE(const auto rows, reader.threads().newest(BigShop::longThread(), kPage + 1));
                    return rows.size() == kPage + 1 ? one.wallMs() : -1;
                })
                .result();
        page.add(took.valueOr(-1));
        const Stretch other;
        QCOMPARE(raw.newest(BigShop::longThread(), kPage + 1), kPage + 1);
        plainPage.add(other.wallMs());
    }
    printTimes(u"inbox.read.page"_s, page, 0);
    printMetric(u"inbox.read.page.ratio"_s, page.percentile(50) / plainPage.percentile(50), u"x"_s, kReadRatio);
}

void tst_inbox::open()
{
    BigWindow &w = *m_window;
    PaintWatch paint(w.area("threadView")->viewport());
    Samples wall;
    Samples cpu;
    for (int i = 0; i < 300; ++i) {
        const ConversationId id = i % 3 == 0 ? BigShop::longThread() : BigShop::conversation(1 + (i * 7919) % 49'999);
        const Stretch one;
        QVERIFY(w.open(id, paint));
        wall.add(one.wallMs());
        cpu.add(one.cpuMs());
        settle();
    }
    printTimes(u"inbox.open.wall"_s, wall, kOpenWallMs);
    printTimes(u"inbox.open.cpu"_s, cpu, kOpenCpuMs);
}

void tst_inbox::frames_data()
{
    QTest::addColumn<QByteArray>("view");
    QTest::addColumn<int>("by");
    QTest::newRow("thread") << QByteArray("threadView") << -90;
    QTest::newRow("list") << QByteArray("conversations") << 120;
}

void tst_inbox::frames()
{
    QFETCH(const QByteArray, view);
    QFETCH(const int, by);
    BigWindow &w = *m_window;
    PaintWatch threadPaint(w.area("threadView")->viewport());
    if (w.thread.conversation() != BigShop::longThread())
        QVERIFY(w.open(BigShop::longThread(), threadPaint));
    w.inbox.setView(store::View::All);
    QVERIFY(waitFor([&w] { return w.inbox.model().rowCount() > 0; }));
    settle();
    QScrollBar *bar = w.area(view.constData())->verticalScrollBar();
    PaintWatch paint(w.area(view.constData())->viewport());
    Samples wall;
    Samples cpu;
    for (int frame = 0; frame < 600; ++frame) {
        const int target = qBound(bar->minimum(), bar->value() + by, bar->maximum());
        if (target == bar->value()) {
            settle(); // more rows are on their way
            QVERIFY(
                waitFor([bar, by] { return by < 0 ? bar->value() > bar->minimum() : bar->value() < bar->maximum(); }));
            continue;
        }
        paint.paints = 0;
        const Stretch one;
        bar->setValue(target);
        QVERIFY(waitFor([&paint] { return paint.paints > 0; }));
        wall.add(one.wallMs());
        cpu.add(one.cpuMs());
    }
    const QString name = u"inbox.frame."_s + QString::fromLatin1(QTest::currentDataTag());
    printTimes(name + u".wall"_s, wall, kFrameWallMs);
    printTimes(name + u".cpu"_s, cpu, kFrameCpuMs);
}

void tst_inbox::search_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("rare") << QString::fromUtf16(kRareWord);
    QTest::newRow("common") << QString::fromUtf16(kCommonWord);
    QTest::newRow("accent") << u"pao de queijo"_s;
    QTest::newRow("phone") << u"600421"_s;
    QTest::newRow("amount") << u"123,45"_s;
}

void tst_inbox::search()
{
    QFETCH(const QString, typed);
    BigWindow &w = *m_window;
    QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
    auto *edit = w.window.findChild<QLineEdit *>(u"paletteTyped"_s);
    QVERIFY(edit);
    auto *list = w.window.findChild<QAbstractScrollArea *>(u"paletteList"_s);
    QVERIFY(list);
    PaintWatch paint(list->viewport());
    bool isThere = false;
    connect(&w.palette, &desk::PalettePresenter::changed, edit, [&] {
        isThere = true;
        paint.paints = 0;
    });
    Samples wall;
    for (int round = 0; round < 20; ++round) {
        edit->clear();
        settle();
        for (qsizetype letters = 1; letters <= typed.size(); ++letters) {
            isThere = false;
            const Stretch one;
            QTest::keyClick(edit, typed[letters - 1].toLatin1());
            QVERIFY(waitFor([&] { return isThere && (paint.paints > 0 || w.palette.model().rowCount() == 0); }));
            wall.add(one.wallMs());
        }
    }
    printTimes(u"inbox.search."_s + QString::fromLatin1(QTest::currentDataTag()), wall, kTypingMs);
    QTest::keyClick(edit, Qt::Key_Escape);
    settle();

    RawStore raw(m_store.folder);
    Samples plain;
    for (int round = 0; round < 20; ++round) {
        for (qsizetype letters = 1; letters <= typed.size(); ++letters) {
            const Stretch one;
            raw.search(u"\"%1\"*"_s.arg(typed.left(letters).trimmed()), 20);
            plain.add(one.wallMs());
        }
    }
    printMetric(u"inbox.search.%1.ratio"_s.arg(QString::fromLatin1(QTest::currentDataTag())),
                wall.percentile(99) / plain.percentile(99), u"x"_s, 0);
}

void tst_inbox::views()
{
    BigWindow &w = *m_window;
    PaintWatch paint(w.area("conversations")->viewport());
    bool isThere = false;
    connect(&w.inbox.model(), &QAbstractItemModel::rowsInserted, &w.window, [&] {
        isThere = true;
        paint.paints = 0;
    });
    const QList<store::View> round{store::View::Waiting, store::View::Mine, store::View::All, store::View::Snoozed,
                                   store::View::Resolved};
    Samples wall;
    Samples cpu;
    for (int i = 0; i < 200; ++i) {
        isThere = false;
        const Stretch one;
        w.inbox.setView(round[i % round.size()]);
        QVERIFY(waitFor([&] { return isThere && paint.paints > 0; }));
        wall.add(one.wallMs());
        cpu.add(one.cpuMs());
        settle();
    }
    printTimes(u"inbox.view.wall"_s, wall, kOpenWallMs);
    printTimes(u"inbox.view.cpu"_s, cpu, kOpenCpuMs);
    RawStore raw(m_store.folder);
    Samples plain;
    for (int i = 0; i < 200; ++i) {
        const Stretch one;
        QVERIFY(raw.list(60) > 0);
        plain.add(one.wallMs());
    }
    printMetric(u"inbox.view.ratio"_s, wall.percentile(50) / plain.percentile(50), u"x"_s, 0);
}

BALCAO_TEST(tst_inbox)
#include "tst_inbox.moc"
