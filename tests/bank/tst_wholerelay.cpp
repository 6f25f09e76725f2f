// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay as its configuration makes it, and the sandbox's bank behind it, over real HTTP: what desks hear of money that
// goes back, and of a bank that goes away.

#include "core/txid.h"
#include "relay/bank/watchedbank.h"
#include "relay/sending/sendingshop.h"
#include "support/testmain.h"
#include "till.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_wholerelay : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasPaidGoesBack();
    void itIsOffUnlessTheConfigurationSaysSo();
    void aBankThatGoesAwayIsTold();
    void cleanup();

private:
    void open(bool refunds);
    /// Time passes, and something happens in the shop: whoever waits for the bank looks.
    void pass(qint64 ms);
    wire::ChargePix charge();

    http::QtHttpClient m_client{{QStringLiteral("127.0.0.1")}};
    std::unique_ptr<sandbox::FakeBank> m_bank;
    QString m_session;
};

void tst_wholerelay::open(bool refunds)
{
    m_configure = [this, refunds](relay::Config &config, const Clock &clock) {
        m_bank = std::make_unique<sandbox::FakeBank>(clock, m_client);
        if (!m_bank->start())
            qFatal("the fake bank does not start");
        relay::BankConfig bank;
        bank.name = u"Banco Exemplo"_s;
        bank.settings = Till::settingsFor(*m_bank);
        bank.settings.refunds = refunds;
        bank.hookSecret = "segredo";
        config.bank = bank;
    };
    start();
    m_session = managerSession();
    const sandbox::BankAccount &account = m_bank->book().account();
    const wire::PixRecord record{PixKeyType::Random, account.key, account.name, account.city};
    QCOMPARE(apply(wire::ProposePixAccount{record}, m_session).status, wire::OutcomeStatus::Accepted);
}

void tst_wholerelay::cleanup()
{
    stop();
    m_bank.reset();
}

void tst_wholerelay::pass(qint64 ms)
{
    m_relay->clock.advanceMs(ms);
    customerWrites(kBystanderNumber, kOtherChannel);
}

wire::ChargePix tst_wholerelay::charge()
{
    wire::ChargePix made;
    made.charge = ChargeId::create();
    made.conversation = m_rosa;
    made.message = MessageId::create();
    made.codeMessage = MessageId::create();
    made.kind = ChargeKind::Bank;
    made.amount = Money{10'000};
    made.expiresAt = m_relay->clock.nowMs() + kHourMs;
    made.sends = false;
    if (apply(made).status != wire::OutcomeStatus::Accepted)
        qFatal("charge");
    return made;
}

void tst_wholerelay::whatWasPaidGoesBack()
{
    open(true);
    QCOMPARE(told<wire::ShopChanged>().last().refunds, std::optional(true));
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    QVERIFY(!m_bank->pay(chargeTxidOf(asked.charge)).isEmpty());
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
    m_relay->clock.advanceMs(kDayMs); // the desk has been there for a while
    m_session = managerSession();
    const wire::RefundPix back{RefundId::create(), asked.charge, Money{2'500}, {}, u"Veio sem cobertura"_s};
    QCOMPARE(apply(back, m_session).status, wire::OutcomeStatus::Accepted);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 2); // under way
    QVERIFY(told<wire::PixRefundEnded>().isEmpty());
    m_bank->settleReturns();
    pass(kHourMs);
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(told<wire::PixRefundEnded>().first().done);
    const wire::PixSums sums = wire::sumsOf(told<wire::PixPaid>().last().payments);
    QCOMPARE(sums.returned, back.amount);
    QCOMPARE(sums.paid, asked.amount);
    QCOMPARE(m_bank->calls(sandbox::BankCall::PutReturn), 1);
}

void tst_wholerelay::itIsOffUnlessTheConfigurationSaysSo()
{
    open(false);
    QCOMPARE(told<wire::ShopChanged>().last().refunds, std::optional(false));
    const wire::ChargePix asked = charge();
    m_relay->clock.advanceMs(kDayMs);
    m_session = managerSession();
    const auto answer = apply(wire::RefundPix{RefundId::create(), asked.charge, Money{1}, {}, u"x"_s}, m_session);
    QVERIFY(answer.problem);
    QCOMPARE(answer.problem->type, QString(problem::kNoRefunds));
}

void tst_wholerelay::aBankThatGoesAwayIsTold()
{
    open(true);
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    QVERIFY(told<wire::PixBankState>().isEmpty());
    m_bank->stop();
    const auto isTold = [this] {
        pass(relay::WatchedBank::kPatienceMs);
        return !told<wire::PixBankState>().isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 60'000);
    QCOMPARE(told<wire::PixBankState>().first().state, BankState::Unreachable);
    Q_UNUSED(asked)
}

BALCAO_TEST(tst_wholerelay)
#include "tst_wholerelay.moc"
