// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/preferencespresenter.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;

namespace {

class Kept final : public PreferencesKeeper
{
public:
    void keep(const Preferences &preferences) override { all.append(preferences); }

    QList<Preferences> all;
};

} // namespace

// What this PC is told of itself: kept at once, told to all, never out of bounds.
class tst_preferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsKeptAndTold();
    void nothingChangedIsNothingKept();
    void outOfBoundsIsTheBound();
};

void tst_preferences::aChangeIsKeptAndTold()
{
    Kept kept;
    PreferencesPresenter presenter(kept, {});
    const QSignalSpy changed(&presenter, &PreferencesPresenter::changed);
    presenter.set(&Preferences::sounds, false);
    presenter.set(&Preferences::scheme, Preferences::Scheme::Dark);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(kept.all.size(), 2);
    QVERIFY(!kept.all.last().sounds);
    QCOMPARE(kept.all.last().scheme, Preferences::Scheme::Dark);
    QVERIFY(kept.all.last() == presenter.now());
}

void tst_preferences::nothingChangedIsNothingKept()
{
    Kept kept;
    PreferencesPresenter presenter(kept, {});
    presenter.set(&Preferences::sounds, true);
    QVERIFY(kept.all.isEmpty());
}

void tst_preferences::outOfBoundsIsTheBound()
{
    Kept kept;
    Preferences wild;
    wild.textPercent = 9000; // a file can hold anything
    wild.lockMinutes = -5;
    PreferencesPresenter presenter(kept, wild);
    QCOMPARE(presenter.now().textPercent, Preferences::kMostText);
    QCOMPARE(presenter.now().lockMinutes, 0);
    presenter.set(&Preferences::textPercent, 10);
    QCOMPARE(presenter.now().textPercent, Preferences::kLeastText);
}

BALCAO_TEST(tst_preferences)
#include "tst_preferences.moc"
