// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/watchedbank.h"

#include "relay/store/relaydata.h"

#include <utility>

namespace balcao::relay {

namespace {

/// What an answer says of the bank; nothing: nothing.
std::optional<BankState> stateOf(const std::optional<BankError> &error)
{
    if (!error)
        return BankState::Well;
    if (error->status >= 200 && error->status < 300) // one thing that we cannot read
        return std::nullopt;
    switch (error->trouble) {
    case BankTrouble::Refused:
    case BankTrouble::NotFound:
        return BankState::Well; // it has answered
    case BankTrouble::Unauthorized:
        return BankState::Unauthorized;
    case BankTrouble::Unreachable:
    case BankTrouble::Unknown:
    case BankTrouble::RateLimited: // for minutes: no answer either
        return BankState::Unreachable;
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

void WatchedBank::hear(const std::optional<BankError> &error)
{
    const std::optional<BankState> state = stateOf(error);
    if (!state)
        return;
    const qint64 now = m_clock.nowMs();
    if (*state == BankState::Well) {
        m_since = 0;
        return tell(*state);
    }
    if (m_since == 0 || m_since > now) // or the clock was set back
        m_since = now;
    if (now - m_since >= kPatienceMs)
        tell(*state);
}

void WatchedBank::tell(BankState state)
{
    if (m_wanted && m_wanted->state == state)
        return;
    m_wanted = {state, m_since};
    write();
}

/// One at a time, so that what is written last is what was last.
void WatchedBank::write()
{
    if (m_wanted == m_told || std::exchange(m_isWriting, true))
        return;
    const wire::PixBankState said = *m_wanted;
    m_writer.write(
        QLatin1StringView("bank-state"),
        [said](RelayData &data) -> Result<void> {
            const QByteArray name = nameOf(said.state);
            BALCAO_TAKE(const QByteArray before, data.meta(kBankStateKey));
            if (before == name) // from before a restart
                return {};
            BALCAO_TRY(data.setMeta(kBankStateKey, name));
            BALCAO_TRY(data.announce({}, Stamp{}, said));
            return {};
        },
        [this, said](bool written) {
            m_isWriting = false;
            if (!written)
                return m_wanted.reset(); // the next answer tries again
            m_told = said;
            write();
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
