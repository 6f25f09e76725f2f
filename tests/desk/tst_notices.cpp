// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/storenotices.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using store::Notice;

namespace {

struct Noticed : Counter
{
    StoreNotices kept{store};
    NoticePresenter presenter{kept};

    Noticed() { take(); }
    void befell(const store::NoticeRow &row)
    {
        if (!store.write([row](store::StoreWriter &w) { return w.notices().add(row); }).result())
            qFatal("not noted");
    }
    /// As after a start of the program.
    QString textAnew()
    {
        NoticePresenter next(kept);
        next.reload();
        // What is asked for after it has been answered after it.
        std::optional<bool> done;
        kept.notices([&done](const QList<store::NoticeRow> &) { done = true; });
        if (!QTest::qWaitFor([&done] { return done.has_value(); }))
            qFatal("no answer");
        return next.text();
    }
};

} // namespace

class tst_notices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidOfAGoodDay();
    void itStaysUntilSomebodyKnows();
    void anOlderAnswerBringsNothingBack();
    void theGravestIsSaidFirst();
    void whatTheServersDiskHasChangedIsSaid();
};

void tst_notices::nothingIsSaidOfAGoodDay()
{
    Noticed n;
    QCOMPARE(n.textAnew(), QString());
    n.presenter.dismiss(); // nothing
    QCOMPARE(n.presenter.text(), QString());
}

void tst_notices::itStaysUntilSomebodyKnows()
{
    Noticed n;
    n.befell({Notice::ServerRestored, {}});
    n.presenter.reload();
    QTRY_VERIFY(n.presenter.text().contains(u"backup"));
    QCOMPARE(n.textAnew(), n.presenter.text());
    const QSignalSpy changed(&n.presenter, &NoticePresenter::changed);
    n.presenter.dismiss();
    QCOMPARE(n.presenter.text(), QString());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(n.textAnew(), QString());
}

void tst_notices::anOlderAnswerBringsNothingBack()
{
    Noticed n;
    n.befell({Notice::ServerRestored, {}});
    n.presenter.reload();
    QTRY_VERIFY(!n.presenter.text().isEmpty());
    const QSignalSpy changed(&n.presenter, &NoticePresenter::changed);
    n.presenter.reload(); // under way
    n.presenter.dismiss();
    QCOMPARE(n.textAnew(), QString());
    QCOMPARE(n.presenter.text(), QString());
    QCOMPARE(changed.size(), 1);
}

void tst_notices::theGravestIsSaidFirst()
{
    Noticed n;
    n.befell({Notice::ServerRestored, {}});
    n.befell({Notice::ServerDamaged, {}});
    n.befell({Notice::OwnFileLost, u"aside-1-local.db"_s});
    n.presenter.reload();
    QTRY_VERIFY(n.presenter.text().contains(u"drafts"));
    QVERIFY(n.presenter.text().contains(u"aside-1-local.db"));
    n.presenter.dismiss();
    QVERIFY(n.presenter.text().contains(u"installed the server"));
    n.presenter.dismiss();
    QVERIFY(n.presenter.text().contains(u"backup"));
    n.befell({Notice::ChargesForgotten, u"2"_s});
    n.befell({Notice::AccountTurnedBack, {}});
    n.presenter.reload();
    QTRY_VERIFY(n.presenter.text().contains(u"receives"));
    n.presenter.dismiss();
    QVERIFY(n.presenter.text().contains(u"backup") && !n.presenter.text().contains(u"2 charge"));
    n.presenter.dismiss();
    QVERIFY(n.presenter.text().contains(u"2 charge"));
    n.befell({Notice::OwnFileLost, {}}); // nothing is left of it
    QVERIFY(!n.textAnew().contains(u"30"));
}

// From the relay's answer to the strip.
void tst_notices::whatTheServersDiskHasChangedIsSaid()
{
    Noticed n;
    n.log.receive(n.log.open(), u"oi"_s);
    n.take();
    QCOMPARE(n.textAnew(), QString());
    n.log.add(wire::LogDamaged(), {});
    n.log.receive(n.log.open(), u"depois"_s);
    n.take(); // and all that is sound comes on
    QVERIFY(n.textAnew().contains(u"installed the server"));
}

BALCAO_TEST(tst_notices)
#include "tst_notices.moc"
