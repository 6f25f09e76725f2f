// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakebankcrowd.h"

#include <QTimer>

#include <algorithm>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

const Payer kPayer{u"Rosa Limeira"_s, u"12345678909"_s};

/// A tenth, and always something.
Money tenth(Money amount)
{
    return {std::max<qint64>(1, amount.centavos / 10)};
}

} // namespace

FakeBankCrowd::FakeBankCrowd(FakeBank &bank, quint32 seed) : m_bank(bank), m_random(seed)
{
    connect(&bank, &FakeBank::chargeRegistered, this, &FakeBankCrowd::meet);
}

void FakeBankCrowd::meet(const QString &txid)
{
    const auto charge = m_bank.book().charge(txid);
    if (m_isAway || !charge || charge->puts > 1)
        return;
    const Money amount = charge->amount;
    const int inMs = m_random.bounded(m_rhythm.soonestMs, m_rhythm.latestMs + 1);
    switch (drawn()) {
    case Fate::Pays:
        QTimer::singleShot(inMs, this, [this, txid] { m_bank.pay(txid, kPayer); });
        break;
    case Fate::PaysTwice:
        payIn(inMs, txid, amount);
        payIn(inMs + m_rhythm.soonestMs, txid, amount);
        break;
    case Fate::PaysLess:
        payIn(inMs, txid, {std::max<qint64>(1, amount.centavos - tenth(amount).centavos)});
        break;
    case Fate::PaysMore:
        payIn(inMs, txid, {amount.centavos + tenth(amount).centavos});
        break;
    case Fate::PaysLate:
        payIn(static_cast<int>(std::min<qint64>(charge->expiresInSeconds * 1000, kDayMs)) + m_rhythm.lateByMs, txid,
              amount);
        break;
    case Fate::PaysAndTakesBack:
        QTimer::singleShot(inMs, this, [this, txid, amount] {
            const QString id = m_bank.pay(txid, kPayer);
            QTimer::singleShot(m_rhythm.takesBackAfterMs, this, [this, id, amount] { m_bank.takeBack(id, amount); });
        });
        break;
    case Fate::NeverPays:
        break;
    }
}

FakeBankCrowd::Fate FakeBankCrowd::drawn()
{
    const std::pair<int, Fate> fates[] = {
        {m_rhythm.twice, Fate::PaysTwice}, {m_rhythm.less, Fate::PaysLess},
        {m_rhythm.more, Fate::PaysMore},   {m_rhythm.late, Fate::PaysLate},
        {m_rhythm.never, Fate::NeverPays}, {m_rhythm.takesBack, Fate::PaysAndTakesBack}};
    int die = m_random.bounded(1000);
    for (const auto &[rate, fate] : fates) {
        if (die < rate)
            return fate;
        die -= rate;
    }
    return Fate::Pays;
}

void FakeBankCrowd::payIn(int ms, const QString &txid, Money amount)
{
    QTimer::singleShot(ms, this, [this, txid, amount] { m_bank.payAnyhow(txid, amount, kPayer); });
}

} // namespace balcao::sandbox
