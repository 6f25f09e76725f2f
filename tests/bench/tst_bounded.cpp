// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bigstore.h"
#include "bigwindow.h"
#include "sqlcount.h"
#include "support/testmain.h"
#include "ui/delegates/messagedelegate.h"

#include <QListView>
#include <QScrollBar>
#include <QSet>
#include <QStyledItemDelegate>

#include <functional>
#include <utility>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kThread = QStringLiteral("SELECT m.sort_at, m.seq");
const QString kCard = QStringLiteral("SELECT c.id, c.given, c.name");
const QString kList = QStringLiteral("ORDER BY v.last_at");

/// Stands before a view's own delegate and notes the rows that are painted or measured.
class CountingDelegate final : public QStyledItemDelegate
{
public:
    explicit CountingDelegate(QAbstractItemView &view) : m_view(view), m_real(view.itemDelegate())
    {
        m_view.setItemDelegate(this);
    }
    ~CountingDelegate() override { m_view.setItemDelegate(m_real); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        m_touched.insert(index.row());
        m_real->paint(painter, option, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        m_touched.insert(index.row());
        return m_real->sizeHint(option, index);
    }
    /// How many rows since this was asked last; a list asks for the height of what it paints more than once.
    int takeTouched() { return static_cast<int>(std::exchange(m_touched, {}).size()); }

private:
    mutable QSet<int> m_touched;
    QAbstractItemView &m_view;
    QAbstractItemDelegate *m_real;
};

int visibleRows(const QListView &view)
{
    int rows = 0;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        rows += view.viewport()->rect().intersects(view.visualRect(view.model()->index(row, 0))) ? 1 : 0;
    return rows;
}

} // namespace

// However big a shop is, a chat opens with one query of one page, and a frame touches what it shows.
class tst_bounded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void openingAsksOnceForTwoScreens_data();
    void openingAsksOnceForTwoScreens();
    void switchingViewsAsksOnceForTwoScreens();
    void framesLayOutWhatTheyShow();
    void framesOfTheListPaintWhatTheyShow();
    void aWideReadAndASecondOneAreSeen();
    void aFrameThatLaysOutEverythingIsSeen();

private:
    /// Empty, or what is wrong.
    static QString verdict(const SqlCount &sql, const QString &table, int screen);
    /// `work`: how many rows were laid out or painted since it was asked last.
    static QString frameVerdict(QListView &view, int by, const std::function<int()> &work);
    void openTheLongOne();
    [[nodiscard]] int threadScreen() const { return m_window->area("threadView")->viewport()->height() / kLeastBubble; }
    [[nodiscard]] int listScreen() const { return m_window->area("conversations")->viewport()->height() / kRow + 1; }

    static constexpr int kLeastBubble = 33; ///< px: one short line below another of the same person
    static constexpr int kRow = 72;
#ifdef BALCAO_WHOLE_SHOP
    ShopSize m_size;
#else
    ShopSize m_size{3'000, 6'000, 2};
#endif
    std::unique_ptr<BigWindow> m_window;
};

void tst_bounded::initTestCase()
{
    const BigStore store = bigStore(placeOf("big-stores"_L1), m_size);
    m_window = std::make_unique<BigWindow>(store.folder);
    m_window->window.resize(1920, 1080);
    settle();
}

QString tst_bounded::verdict(const SqlCount &sql, const QString &table, int screen)
{
    if (sql.here() > 0)
        return u"SQL on the windows' thread\n"_s + sql.report();
    if (sql.runs(table) != 1)
        return u"%1 queries\n"_s.arg(sql.runs(table)) + sql.report();
    if (sql.rows(table) > 2 * screen)
        return u"%1 rows for a screen of %2\n"_s.arg(sql.rows(table)).arg(screen) + sql.report();
    return {};
}

void tst_bounded::openingAsksOnceForTwoScreens_data()
{
    QTest::addColumn<int>("index");
    QTest::newRow("long") << 0;
    QTest::newRow("short") << 5;
    QTest::newRow("long again") << 0;
}

void tst_bounded::openingAsksOnceForTwoScreens()
{
    QFETCH(const int, index);
    PaintWatch paint(m_window->area("threadView")->viewport());
    m_window->finish();
    SqlCount sql;
    QVERIFY(m_window->open(BigShop::conversation(index), paint));
    m_window->finish();
    const QString problem = verdict(sql, kThread, threadScreen());
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(sql.runs(kCard), 1);
}

void tst_bounded::switchingViewsAsksOnceForTwoScreens()
{
    BigWindow &w = *m_window;
    for (const store::View view : {store::View::All, store::View::Resolved, store::View::All}) {
        w.finish();
        bool isThere = false;
        connect(&w.inbox.model(), &QAbstractItemModel::rowsInserted, &w.window, [&] { isThere = true; });
        SqlCount sql;
        w.inbox.setView(view);
        QVERIFY(waitFor([&] { return isThere; }));
        disconnect(&w.inbox.model(), nullptr, &w.window, nullptr);
        w.finish();
        const QString problem = verdict(sql, kList, listScreen());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

QString tst_bounded::frameVerdict(QListView &view, int by, const std::function<int()> &work)
{
    QScrollBar *bar = view.verticalScrollBar();
    PaintWatch paint(view.viewport());
    view.viewport()->update();
    if (!waitFor([&paint] { return paint.paints > 0; }))
        return u"no frame"_s;
    for (int frame = 0; frame < 40; ++frame) {
        const int rows = view.model()->rowCount();
        work(); // what was done before this frame
        paint.paints = 0;
        const int target = qBound(bar->minimum(), bar->value() + by, bar->maximum());
        if (target == bar->value())
            return frame > 10 ? QString() : u"nothing to scroll"_s;
        bar->setValue(target);
        if (!waitFor([&paint] { return paint.paints > 0; }))
            return u"no frame"_s;
        if (view.model()->rowCount() != rows)
            continue;                              // a page came: what it costs is asked elsewhere
        const int done = work();                   // before visibleRows(), which measures them all
        const int visible = visibleRows(view) + 1; // one leaves while another comes
        if (done > paint.paints * visible)
            return u"frame %1: %2 rows of work, %3 visible"_s.arg(frame).arg(done).arg(visible);
    }
    return {};
}

void tst_bounded::openTheLongOne()
{
    PaintWatch paint(m_window->area("threadView")->viewport());
    QVERIFY(m_window->open(BigShop::conversation(7), paint));
    QVERIFY(m_window->open(BigShop::longThread(), paint));
    settle();
}

void tst_bounded::framesLayOutWhatTheyShow()
{
    openTheLongOne();
    auto *view = m_window->find<QListView>("threadView");
    const auto *delegate = qobject_cast<ui::MessageDelegate *>(view->itemDelegate());
    QVERIFY(delegate);
    const QString problem = frameVerdict(*view, -90, [delegate, before = 0]() mutable {
        return delegate->measured() - std::exchange(before, delegate->measured());
    });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void tst_bounded::framesOfTheListPaintWhatTheyShow()
{
    m_window->inbox.setView(store::View::All);
    QVERIFY(waitFor([this] { return m_window->inbox.model().rowCount() > 0; }));
    settle();
    auto *view = m_window->find<QListView>("conversations");
    CountingDelegate counting(*view);
    settle();
    const QString problem = frameVerdict(*view, 40, [&counting] { return counting.takeTouched(); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void tst_bounded::aWideReadAndASecondOneAreSeen()
{
    SqlCount sql;
    int answers = 0;
    const auto newest = [](int limit) {
        return desk::ThreadPlace{desk::ThreadPlace::Kind::Again, {}, {}, limit, true, 0};
    };
    const auto count = [&answers](const Result<desk::ThreadSlice> &) { ++answers; };
    m_window->source.thread(BigShop::longThread(), newest(600), count);
    QVERIFY(waitFor([&answers] { return answers == 1; }));
    QVERIFY(verdict(sql, kThread, threadScreen()).contains(u" rows for a screen"_s));
    m_window->source.thread(BigShop::longThread(), newest(10), count);
    QVERIFY(waitFor([&answers] { return answers == 2; }));
    QVERIFY(verdict(sql, kThread, threadScreen()).startsWith(u"2 queries"_s));
}

void tst_bounded::aFrameThatLaysOutEverythingIsSeen()
{
    openTheLongOne();
    auto *view = m_window->find<QListView>("threadView");
    const QString problem = frameVerdict(*view, -90, [view] { return view->model()->rowCount(); });
    QVERIFY(problem.contains(u"rows of work"_s));
}

BALCAO_TEST(tst_bounded)
#include "tst_bounded.moc"
