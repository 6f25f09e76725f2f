// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The bank, and an ear for how it goes: whoever asks it anything tells by that whether it can be asked. When it has given
// no answer for a while, or does not let us in, desks are told (pix.bank_state), and again when it is well: until then a
// "pago" may be missing that is long there. One lost answer is no trouble. Lives on the main thread; the writer does the
// SQL.
#pragma once

#include "core/clock.h"
#include "relay/bank/bank.h"
#include "relay/serve/patientwriter.h"
#include "wire/pixevents.h"

namespace balcao::relay {

/// In meta: as desks were told last, "unreachable"; empty: well.
inline constexpr QLatin1StringView kBankStateKey("bank_state");

class WatchedBank final : public Bank
{
public:
    /// How long there was no answer before it is said.
    static constexpr qint64 kPatienceMs = 2 * kMinuteMs;

    WatchedBank(Bank &bank, Writer &writer, const Clock &clock, Logger &logger);

    void start() { m_writer.open(); }
    void stop() { m_writer.close(); }

    void registerCharge(const ChargeOrder &order, QObject *context, Done<BankCharge> done) override;
    void cancelCharge(const QString &txid, QObject *context, Done<BankCharge> done) override;
    void findCharge(const QString &txid, QObject *context, Done<BankCharge> done) override;
    void listPayments(const PaymentQuery &query, QObject *context, Done<PaymentPage> done) override;
    void findPayment(const QString &endToEndId, QObject *context, Done<BankPayment> done) override;
    void refund(const RefundOrder &order, QObject *context, Done<BankReturn> done) override;
    void findRefund(const QString &endToEndId, const QString &id, QObject *context, Done<BankReturn> done) override;
    void ensureWebhook(const QString &key, const QUrl &url, QObject *context, Done<QUrl> done) override;

private:
    template <class T>
    Done<T> heard(Done<T> done)
    {
        return [this, done = std::move(done)](const BankAnswer<T> &answer) {
            hear(answer ? std::nullopt : std::optional(answer.error()));
            done(answer);
        };
    }
    void hear(const std::optional<BankError> &error);
    void tell(BankState state);
    void write();

    Bank &m_bank;
    PatientWriter m_writer;
    const Clock &m_clock;
    qint64 m_since = 0;                         ///< of the first of the troubles in a row; 0: none
    std::optional<wire::PixBankState> m_wanted; ///< as it is
    std::optional<wire::PixBankState> m_told;   ///< and as the log has it
    bool m_isWriting = false;
};

} // namespace balcao::relay
