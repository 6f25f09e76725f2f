// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The customers of the FakeBank when nobody plays them: each new charge gets its fate from a seeded die, most of them
// paid after a while, some as a shop's bad days have it. One thread with an event loop.
#pragma once

#include "sandbox/fakebank.h"

namespace balcao::sandbox {

class FakeBankCrowd : public QObject
{
    Q_OBJECT

public:
    enum class Fate { Pays, PaysTwice, PaysLess, PaysMore, PaysLate, PaysAndTakesBack, NeverPays };

    struct Rhythm
    {
        int soonestMs = 6000;
        int latestMs = 25000;
        int takesBackAfterMs = 60000;
        int lateByMs = 20000; ///< after the charge has expired
        // Per mille; the rest pays.
        int twice = 30;
        int less = 30;
        int more = 30;
        int late = 20;
        int takesBack = 20;
        int never = 90;
    };

    /// `bank` outlives this.
    FakeBankCrowd(FakeBank &bank, quint32 seed);

    void setRhythm(const Rhythm &rhythm) { m_rhythm = rhythm; }
    /// Charges that come meanwhile are somebody else's to pay.
    void setAway(bool away) { m_isAway = away; }

private:
    void meet(const QString &txid);
    [[nodiscard]] Fate drawn();
    void payIn(int ms, const QString &txid, Money amount);

    FakeBank &m_bank;
    QRandomGenerator m_random;
    Rhythm m_rhythm;
    bool m_isAway = false;
};

} // namespace balcao::sandbox
