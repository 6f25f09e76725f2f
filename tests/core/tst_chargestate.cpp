// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/chargestate.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;

class tst_chargestate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFactsSayTheState_data()
    {
        QTest::addColumn<ChargeFacts>("facts");
        QTest::addColumn<ChargeState>("state");
        const ChargeFacts made{Money{3'800}, {}, {}, {}, kEnd, true, false, false, false};
        QTest::newRow("no code yet") << with(made, [](auto &f) { f.hasCode = false; }) << ChargeState::Creating;
        QTest::newRow("waiting") << made << ChargeState::Waiting;
        QTest::newRow("over") << with(made, [](auto &f) { f.expiresAt = kNow - 1; }) << ChargeState::Expired;
        QTest::newRow("its last millisecond")
            << with(made, [](auto &f) { f.expiresAt = kNow; }) << ChargeState::Waiting;
        QTest::newRow("no end") << with(made, [](auto &f) { f.expiresAt.reset(); }) << ChargeState::Waiting;
        QTest::newRow("refused") << with(made, [](auto &f) { f.refused = true; }) << ChargeState::Refused;
        QTest::newRow("cancelled") << with(made, [](auto &f) { f.cancelled = true; }) << ChargeState::Cancelled;
        QTest::newRow("by hand") << with(made, [](auto &f) { f.settled = true; }) << ChargeState::Settled;
        QTest::newRow("by hand after its end") << with(made, [](auto &f) {
            f.settled = true;
            f.expiresAt = kNow - 1;
        }) << ChargeState::Settled;
        const ChargeFacts paid = with(made, [](auto &f) { f.paid = f.amount; });
        QTest::newRow("paid") << paid << ChargeState::Paid;
        QTest::newRow("paid after its end") << with(paid, [](auto &f) { f.expiresAt = kNow - 1; }) << ChargeState::Paid;
        QTest::newRow("paid though cancelled") << with(paid, [](auto &f) { f.cancelled = true; }) << ChargeState::Paid;
        QTest::newRow("the bank beats the hand") << with(paid, [](auto &f) { f.settled = true; }) << ChargeState::Paid;
        QTest::newRow("less") << with(made, [](auto &f) { f.paid = Money{3'799}; }) << ChargeState::PaidLess;
        QTest::newRow("more") << with(made, [](auto &f) { f.paid = Money{3'801}; }) << ChargeState::PaidMore;
        QTest::newRow("twice") << with(made, [](auto &f) { f.paid = Money{7'600}; }) << ChargeState::PaidMore;
        QTest::newRow("what was too much went back") << with(made, [](auto &f) {
            f.paid = Money{7'600};
            f.returned = Money{3'800};
        }) << ChargeState::Paid;
        QTest::newRow("a part went back")
            << with(paid, [](auto &f) { f.returned = Money{1}; }) << ChargeState::PartlyReturned;
        QTest::newRow("all went back") << with(paid, [](auto &f) { f.returned = f.paid; }) << ChargeState::Returned;
        QTest::newRow("the bank took it")
            << with(paid, [](auto &f) { f.withdrawn = f.paid; }) << ChargeState::Withdrawn;
    }
    void theFactsSayTheState()
    {
        QFETCH(const ChargeFacts, facts);
        QTEST(chargeState(facts, kNow), "state");
    }

private:
    static constexpr qint64 kNow = 1'700'000'000'000;
    static constexpr qint64 kEnd = kNow + 3'600'000;

    template <class F>
    static ChargeFacts with(ChargeFacts facts, F &&change)
    {
        change(facts);
        return facts;
    }
};

BALCAO_TEST(tst_chargestate)
#include "tst_chargestate.moc"
