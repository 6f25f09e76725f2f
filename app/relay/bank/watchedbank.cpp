// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/watchedbank.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

namespace {

/// What an answer says of the bank; nothing: nothing.
std::optional<BankState> stateOf(std::optional<BankTrouble> trouble)
{
    if (!trouble)
        return BankState::Well;
    switch (*trouble) {
    case BankTrouble::Refused:
    case BankTrouble::NotFound:
        return BankState::Well; // it has answered
    case BankTrouble::Unauthorized:
        return BankState::Unauthorized;
    case BankTrouble::Unreachable:
    case BankTrouble::Unknown:
        return BankState::Unreachable;
    case BankTrouble::RateLimited:
    case BankTrouble::NotAllowed:
        break;
    }
    return std::nullopt;
}

/// As meta keeps it.
QByteArray nameOf(BankState state)
{
    switch (state) {
    case BankState::Unreachable:
        return "unreachable";
    case BankState::Unauthorized:
        return "unauthorized";
    case BankState::Well:
        break;
    }
    return {};
}

} // namespace

WatchedBank::WatchedBank(Bank &bank, Writer &writer, const Clock &clock, Logger &logger)
    : m_bank(bank), m_writer(writer, logger, QLatin1StringView("bank-state-not-written")), m_clock(clock)
{
}

void WatchedBank::hear(std::optional<BankTrouble> trouble)
{
    const std::optional<BankState> state = stateOf(trouble);
    if (!state)
        return;
    if (*state == BankState::Well) {
        m_since = 0;
        return tell(*state);
    }
    const qint64 now = m_clock.nowMs();
    if (m_since == 0)
        m_since = now;
    if (now - m_since >= kPatienceMs)
        tell(*state);
}

void WatchedBank::tell(BankState state)
{
    if (m_told == state)
        return;
    m_told = state;
    const wire::PixBankState said{state, m_since};
    m_writer.write(QLatin1StringView("bank-state"), [said](RelayData &data) -> Result<void> {
        const QByteArray name = nameOf(said.state);
        BALCAO_TAKE(const QByteArray before, data.meta(kBankStateKey));
        if (before == name) // from before a restart
            return {};
        BALCAO_TRY(data.setMeta(kBankStateKey, name));
        BALCAO_TRY(data.announce({}, Stamp{}, said));
        return {};
    });
}

void WatchedBank::registerCharge(const ChargeOrder &order, QObject *context, Done<BankCharge> done)
{
    m_bank.registerCharge(order, context, heard(std::move(done)));
}

void WatchedBank::cancelCharge(const QString &txid, QObject *context, Done<BankCharge> done)
{
    m_bank.cancelCharge(txid, context, heard(std::move(done)));
}

void WatchedBank::findCharge(const QString &txid, QObject *context, Done<BankCharge> done)
{
    m_bank.findCharge(txid, context, heard(std::move(done)));
}

void WatchedBank::listPayments(const PaymentQuery &query, QObject *context, Done<PaymentPage> done)
{
    m_bank.listPayments(query, context, heard(std::move(done)));
}

void WatchedBank::findPayment(const QString &endToEndId, QObject *context, Done<BankPayment> done)
{
    m_bank.findPayment(endToEndId, context, heard(std::move(done)));
}

void WatchedBank::refund(const RefundOrder &order, QObject *context, Done<BankReturn> done)
{
    m_bank.refund(order, context, heard(std::move(done)));
}

void WatchedBank::findRefund(const QString &endToEndId, const QString &id, QObject *context, Done<BankReturn> done)
{
    m_bank.findRefund(endToEndId, id, context, heard(std::move(done)));
}

void WatchedBank::ensureWebhook(const QString &key, const QUrl &url, QObject *context, Done<QUrl> done)
{
    m_bank.ensureWebhook(key, url, context, heard(std::move(done)));
}

} // namespace balcao::relay
