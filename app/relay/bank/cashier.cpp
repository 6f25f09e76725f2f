// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/cashier.h"

#include "relay/bank/bankpayments.h"
#include "relay/bank/pollplan.h"
#include "relay/serve/logger.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAtOnce = 32;
constexpr qint64 kLongestSleepMs = 30 * kSecondMs;
constexpr qint64 kHintGapMs = kSecondMs;
constexpr qint64 kPutOffMs = 5 * kMinuteMs;
/// A bank's clock that is farther off is not believed.
constexpr qint64 kClockApartMs = 10 * kMinuteMs;

/// What is wrong with the bank's answer as the shop's own charge; empty: nothing.
QString faultOf(const BankCharge &answer, const Charge &charge, const PixAccount &account)
{
    const bool isRemoved =
        answer.status == BankChargeStatus::RemovedByShop || answer.status == BankChargeStatus::RemovedByBank;
    if (isRemoved && !charge.facts.cancelled && !charge.facts.settled)
        return u"removed"_s;
    if (answer.key != account.key.value)
        return u"payee-"_s + nameOf(PayeeFault::Key);
    if (answer.amount != charge.facts.amount)
        return u"payee-"_s + nameOf(PayeeFault::Amount);
    const auto fault = payeeFault(answer.code, {ChargeKind::Bank, account, charge.facts.amount, {}});
    return fault ? u"payee-"_s + nameOf(*fault) : QString();
}

} // namespace

Cashier::Cashier(Writer &writer, Bank &bank, const Clock &clock, Logger &logger)
    : m_writer(writer, logger, "bank-not-written"_L1), m_bank(bank), m_clock(clock), m_logger(logger)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Cashier::look);
}

Cashier::~Cashier()
{
    stop();
}

void Cashier::start(const QUrl &webhook)
{
    m_webhook = webhook;
    m_running = true;
    m_startedAt = m_clock.nowMs();
    m_writer.open();
    look();
}

void Cashier::stop()
{
    m_running = false;
    m_writer.close();
    m_timer.stop();
}

void Cashier::wake()
{
    if (m_running)
        look();
}

void Cashier::look()
{
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    const auto snapshot = std::make_shared<Snapshot>();
    m_writer.write(
        "look"_L1,
        [snapshot, now = m_clock.nowMs()](RelayData &data) -> Result<void> {
            *snapshot = {};
            BALCAO_TAKE(snapshot->due, data.charges().due(now, kAtOnce));
            BALCAO_TAKE(snapshot->hints, data.charges().hints(1));
            BALCAO_TAKE(snapshot->next, data.charges().nextLook(now));
            BALCAO_TAKE(const std::optional<KeptAccount> account, data.pixAccounts().standing());
            if (account)
                snapshot->account = account->account;
            BALCAO_TAKE(const QByteArray daily, data.meta(kDailyLookKey));
            snapshot->lastDaily = daily.toLongLong();
            return {};
        },
        [this, snapshot](bool looked) {
            m_looking = false;
            if (looked)
                take(*snapshot);
            if (std::exchange(m_again, false))
                look();
        });
}

void Cashier::take(const Snapshot &snapshot)
{
    const qint64 now = m_clock.nowMs();
    m_account = snapshot.account;
    for (const Charge &charge : snapshot.due) {
        if (m_account && !m_busy.contains(charge.id) && m_busy.size() < kAtOnce)
            work(charge);
    }
    qint64 next = qMin(now + kLongestSleepMs, snapshot.next.value_or(now + kLongestSleepMs));
    if (!snapshot.hints.isEmpty() && m_lookingUp.isEmpty())
        lookUp(snapshot.hints.first());
    if (!snapshot.hints.isEmpty())
        next = qMin(next, now + kHintGapMs);
    if (m_account && m_webhookKey != m_account->key.value)
        registerWebhook(*m_account);
    if (m_account && nextDailyLookAt(snapshot.lastDaily, now) <= now)
        daily(snapshot.lastDaily);
    else if (const auto from = recentLookFrom(m_recentAt, m_startedAt, snapshot.lastDaily, now); m_account && from)
        recent(*from);
    m_timer.start(static_cast<int>(qBound<qint64>(1, next - now, kLongestSleepMs)));
}

void Cashier::work(const Charge &charge)
{
    m_busy.insert(charge.id);
    const bool isClosed = charge.facts.refused || charge.facts.cancelled;
    if (charge.kind == ChargeKind::Shop)
        listPaid(charge);
    else if (charge.withdraw)
        withdraw(charge);
    else if (charge.facts.hasCode || (isClosed && charge.tried)) // closed or not: what came in, came in
        check(charge);
    else if (isClosed)
        rest(charge);
    else
        create(charge);
}

void Cashier::write(const Charge &charge, QLatin1StringView what, const PatientWriter::Work &work)
{
    m_writer.write(what, work, [this, id = charge.id](bool written) {
        if (written) {
            m_busy.remove(id);
            return wake();
        }
        // It will not be for another try at once either.
        m_writer.write(
            "put-off"_L1,
            [id, then = m_clock.nowMs() + kPutOffMs](RelayData &data) { return data.charges().lookAgain(id, then); },
            [this, id](bool isPutOff) {
                if (isPutOff)
                    m_busy.remove(id); // else it rests until the next start
            });
    });
}

// An answer may have been lost: asking for it again without looking could alter what a customer is paying.
void Cashier::create(const Charge &charge)
{
    if (!charge.tried)
        return put(charge);
    m_bank.findCharge(charge.txid, this, [this, charge](const BankAnswer<BankCharge> &answer) {
        if (answer)
            adopt(charge, *answer);
        else if (answer.error().trouble == BankTrouble::NotFound)
            put(charge);
        else
            later(charge, answer.error());
    });
}

void Cashier::put(const Charge &charge)
{
    const qint64 leftMs = charge.facts.expiresAt.value_or(0) - m_clock.nowMs();
    if (leftMs < kSecondMs)
        return refuse(charge, u"expired"_s); // the bank did not come back in time
    // What has been asked once is asked for in the same bytes.
    const qint64 seconds = charge.tried ? charge.expirySeconds : leftMs / kSecondMs;
    const ChargeOrder order{charge.txid, charge.facts.amount, seconds, m_account->key.value, charge.description};
    m_writer.write(
        "tried"_L1, [id = charge.id, seconds](RelayData &data) { return data.charges().tried(id, seconds); },
        [this, charge, order](bool written) {
            if (!written)
                return later(charge, {});
            m_bank.registerCharge(order, this, [this, charge](const BankAnswer<BankCharge> &answer) {
                if (answer)
                    return adopt(charge, *answer);
                const BankTrouble trouble = answer.error().trouble;
                if (trouble == BankTrouble::Refused || trouble == BankTrouble::NotAllowed)
                    return refuse(charge, answer.error().code);
                later(charge, answer.error());
            });
        });
}

void Cashier::adopt(const Charge &charge, const BankCharge &answer)
{
    m_failures.remove(charge.id);
    const qint64 nowMs = m_clock.nowMs();
    const bool isApart = qAbs(answer.createdAt - nowMs) > kClockApartMs && !charge.tried;
    const qint64 expiresAt = isApart ? nowMs + answer.expiresInSeconds * kSecondMs : answer.expiresAt();
    const auto next = planned(charge, expiresAt);
    write(charge, "issued"_L1, [id = charge.id, answer, expiresAt, next](RelayData &data) -> Result<void> {
        BALCAO_TAKE(const std::optional<Charge> now, data.charges().find(id));
        BALCAO_TAKE(const std::optional<KeptAccount> account, data.pixAccounts().standing());
        if (!now || !account || now->facts.refused || now->facts.hasCode)
            return data.charges().lookAgain(id, next);
        if (const QString fault = faultOf(answer, *now, account->account); !fault.isEmpty())
            return data.charges().refuse(*now, fault);
        BALCAO_TRY(data.charges().paid(*now, paymentsOf(answer.payments)));
        BALCAO_TRY(data.charges().issued(*now, answer.code, answer.key, expiresAt));
        return data.charges().lookAgain(id, now->withdraw ? std::optional<qint64>(0) : next);
    });
}

void Cashier::refuse(const Charge &charge, const QString &reason)
{
    m_logger.info("charge-refused"_L1, {{"tried"_L1, qint64(charge.tried)}});
    write(charge, "refused"_L1, [id = charge.id, reason](RelayData &data) -> Result<void> {
        BALCAO_TAKE(const std::optional<Charge> now, data.charges().find(id));
        return now ? data.charges().refuse(*now, reason.isEmpty() ? u"refused"_s : reason) : Result<void>();
    });
}

void Cashier::withdraw(const Charge &charge)
{
    const auto done = [this, charge](const QList<BankPayment> &payments, std::optional<qint64> next) {
        write(charge, "withdrawn"_L1, [id = charge.id, payments, next](RelayData &data) -> Result<void> {
            BALCAO_TAKE(const std::optional<Charge> now, data.charges().find(id));
            if (!now)
                return {};
            BALCAO_TRY(data.charges().paid(*now, paymentsOf(payments)));
            BALCAO_TRY(data.charges().withdrawn(id));
            return data.charges().lookAgain(id, next);
        });
    };
    if (!charge.tried)
        return done({}, {});
    m_bank.cancelCharge(charge.txid, this, [this, charge, done](const BankAnswer<BankCharge> &answer) {
        if (answer)
            return done(answer->payments, {});
        if (answer.error().trouble == BankTrouble::NotFound)
            return done({}, {});
        if (answer.error().trouble == BankTrouble::Refused) // too late: it is paid, or gone already
            return done({}, m_clock.nowMs());
        later(charge, answer.error());
    });
}

void Cashier::check(const Charge &charge)
{
    m_bank.findCharge(charge.txid, this, [this, charge](const BankAnswer<BankCharge> &answer) {
        if (!answer)
            return isGone(charge, answer.error()) ? rest(charge) : later(charge, answer.error());
        m_failures.remove(charge.id);
        // Some banks say that it is paid and leave out with what.
        if (answer->payments.isEmpty() && answer->status == BankChargeStatus::Completed)
            return listPaid(charge);
        const auto next = planned(charge, charge.facts.expiresAt.value_or(answer->expiresAt()));
        write(charge, "checked"_L1,
              [id = charge.id, payments = answer->payments, next](RelayData &data) -> Result<void> {
                  BALCAO_TAKE(const std::optional<Charge> before, data.charges().find(id));
                  if (!before)
                      return {};
                  BALCAO_TRY(data.charges().paid(*before, paymentsOf(payments)));
                  BALCAO_TAKE(const std::optional<Charge> now, data.charges().find(id));
                  return data.charges().lookAgain(id, now->isOver() ? std::nullopt : next);
              });
    });
}

/// The bank knows of no such charge, and by the plan it would not have been asked again.
bool Cashier::isGone(const Charge &charge, const BankError &error) const
{
    return error.trouble == BankTrouble::NotFound && !planned(charge, charge.facts.expiresAt.value_or(0));
}

void Cashier::rest(const Charge &charge)
{
    m_failures.remove(charge.id);
    write(charge, "closed"_L1, [id = charge.id](RelayData &data) { return data.charges().lookAgain(id, {}); });
}

std::optional<qint64> Cashier::planned(const Charge &charge, qint64 expiresAt) const
{
    const qint64 now = m_clock.nowMs();
    return nextLookAt({charge.createdAt, expiresAt, now, 0, 0, 0}, now);
}

void Cashier::later(const Charge &charge, const BankError &error)
{
    const int failures = ++m_failures[charge.id];
    m_logger.info("bank-trouble"_L1, {{"status"_L1, qint64(error.status)}, {"failures"_L1, qint64(failures)}});
    const qint64 now = m_clock.nowMs();
    const Watched watched{charge.createdAt,        charge.facts.expiresAt.value_or(now), now, 0, failures,
                          now + error.retryAfterMs};
    // Without an answer it is never given up: the plan says when, or the slowest.
    const qint64 next = nextLookAt(watched, now).value_or(now + kHourMs);
    write(charge, "later"_L1, [id = charge.id, next](RelayData &data) { return data.charges().lookAgain(id, next); });
}

} // namespace balcao::relay
