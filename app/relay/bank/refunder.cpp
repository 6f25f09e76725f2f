// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/refunder.h"

#include "core/txid.h"
#include "relay/bank/bankpayments.h"
#include "relay/bank/pollplan.h"
#include "relay/serve/logger.h"
#include "relay/store/relaydata.h"

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAtOnce = 8;
constexpr qint64 kLongestSleepMs = 30 * kSecondMs;
constexpr qint64 kPutOffMs = 5 * kMinuteMs;
constexpr qint64 kDoubtMs = 10 * kMinuteMs;
constexpr qint64 kGiveUpMs = kDayMs;

/// As the bank has said it, into what it has said of the payment before.
Result<void> tell(RelayData &data, const Refund &refund, const wire::PixReturn &said)
{
    BALCAO_TAKE(const std::optional<Charge> charge, data.charges().find(refund.charge));
    if (!charge)
        return {};
    BALCAO_TAKE(QList<wire::PixPayment> known, data.charges().knownPayments(*charge));
    const auto payment = std::ranges::find(known, refund.endToEndId, &wire::PixPayment::endToEndId);
    if (payment == known.end())
        return {};
    payment->returns.removeIf([&said](const wire::PixReturn &one) { return one.id == said.id; });
    payment->returns.append(said);
    return data.charges().paid(*charge, {*payment});
}

} // namespace

Refunder::Refunder(Writer &writer, Bank &bank, const Clock &clock, Logger &logger)
    : m_writer(writer, logger, "refund-not-written"_L1), m_bank(bank), m_clock(clock), m_logger(logger)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Refunder::look);
}

Refunder::~Refunder()
{
    stop();
}

void Refunder::start()
{
    m_running = true;
    m_writer.open();
    look();
}

void Refunder::stop()
{
    m_running = false;
    m_writer.close();
    m_timer.stop();
}

void Refunder::wake()
{
    if (m_running)
        look();
}

void Refunder::look()
{
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    const auto snapshot = std::make_shared<Snapshot>();
    m_writer.write(
        "look"_L1,
        [snapshot, now = m_clock.nowMs()](RelayData &data) -> Result<void> {
            BALCAO_TAKE(snapshot->due, data.refunds().due(now, kAtOnce));
            BALCAO_TAKE(snapshot->next, data.refunds().nextLook(now));
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

void Refunder::take(const Snapshot &snapshot)
{
    for (const Refund &refund : snapshot.due) {
        if (!m_busy.contains(refund.id))
            work(refund);
    }
    const qint64 now = m_clock.nowMs();
    const qint64 next = qMin(now + kLongestSleepMs, snapshot.next.value_or(now + kLongestSleepMs));
    m_timer.start(static_cast<int>(qBound<qint64>(1, next - now, kLongestSleepMs)));
}

void Refunder::work(const Refund &refund)
{
    m_busy.insert(refund.id);
    const bool isOld = m_clock.nowMs() - refund.at > kGiveUpMs;
    if (refund.heard)
        return find(refund, [this, refund] { later(refund, {}); }); // it has said that it has it
    if (refund.puts == 0)
        return isOld ? fail(refund, u"expired"_s) : check(refund);
    find(refund, [this, refund, isOld] { isOld ? fail(refund, u"expired"_s) : put(refund); });
}

void Refunder::check(const Refund &refund)
{
    m_bank.findPayment(refund.endToEndId, this, [this, refund](const BankAnswer<BankPayment> &answer) {
        if (!answer) {
            const bool isNone = answer.error().trouble == BankTrouble::NotFound;
            return isNone ? fail(refund, answer.error().code) : later(refund, answer.error());
        }
        const wire::PixPayment payment = paymentsOf({*answer}).first();
        const auto isStale = std::make_shared<bool>(false);
        m_writer.write(
            "refund-checked"_L1,
            [refund, payment, isStale](RelayData &data) -> Result<void> {
                BALCAO_TAKE(const std::optional<Charge> charge, data.charges().find(refund.charge));
                if (!charge)
                    return {};
                BALCAO_TRY(data.charges().paid(*charge, {payment}));
                BALCAO_TAKE(const QList<wire::PixPayment> known, data.charges().knownPayments(*charge));
                const auto now = std::ranges::find(known, refund.endToEndId, &wire::PixPayment::endToEndId);
                *isStale = now == known.end() || goneOf(*now) != refund.gone;
                return *isStale ? data.refunds().end(refund, false, u"changed"_s) : Result<void>();
            },
            [this, refund, isStale](bool written) {
                if (!written)
                    return later(refund, {});
                if (!*isStale)
                    return put(refund);
                m_busy.remove(refund.id);
            });
    });
}

void Refunder::put(const Refund &refund)
{
    m_writer.write(
        "refund-tried"_L1, [id = refund.id](RelayData &data) { return data.refunds().tried(id); },
        [this, refund](bool written) {
            if (!written)
                return later(refund, {});
            // Why stays in the shop: the payer is told nothing that staff wrote.
            const RefundOrder order{refund.endToEndId, refundIdOf(refund.id), refund.amount, {}};
            m_bank.refund(order, this, [this, refund](const BankAnswer<BankReturn> &answer) {
                if (answer)
                    return adopt(refund, *answer);
                switch (answer.error().trouble) {
                case BankTrouble::Refused:
                case BankTrouble::NotFound:
                case BankTrouble::Unauthorized:
                case BankTrouble::NotAllowed:
                    return refused(refund, answer.error().code);
                default:
                    return later(refund, answer.error());
                }
            });
        });
}

/// A bank that was asked before may have it, and be slow to show it.
void Refunder::refused(const Refund &refund, const QString &code)
{
    const bool isInDoubt = refund.puts > 0 && m_clock.nowMs() - refund.putAt < kDoubtMs;
    find(refund, [this, refund, code, isInDoubt] { isInDoubt ? later(refund, {}) : fail(refund, code); });
}

void Refunder::find(const Refund &refund, const std::function<void()> &andThen)
{
    m_bank.findRefund(refund.endToEndId, refundIdOf(refund.id), this,
                      [this, refund, andThen](const BankAnswer<BankReturn> &answer) {
                          if (answer)
                              adopt(refund, *answer);
                          else if (answer.error().trouble == BankTrouble::NotFound)
                              andThen();
                          else
                              later(refund, answer.error());
                      });
}

void Refunder::adopt(const Refund &refund, const BankReturn &answer)
{
    m_failures.remove(refund.id);
    const wire::PixReturn said = returnOf(answer);
    const qint64 next = m_clock.nowMs() + lookGapMs(m_clock.nowMs() - refund.at);
    write(refund, "refund-heard"_L1, [refund, said, next](RelayData &data) -> Result<void> {
        BALCAO_TRY(data.refunds().heard(refund.id));
        BALCAO_TRY(tell(data, refund, said));
        if (said.status == wire::ReturnStatus::UnderWay)
            return data.refunds().lookAgain(refund.id, next);
        const bool isDone = said.status == wire::ReturnStatus::Done;
        return data.refunds().end(refund, isDone, isDone ? QString() : u"not-done"_s);
    });
}

void Refunder::fail(const Refund &refund, const QString &fault)
{
    m_failures.remove(refund.id);
    m_logger.info("refund-refused"_L1);
    write(refund, "refund-failed"_L1, [refund, fault](RelayData &data) {
        return data.refunds().end(refund, false, fault.isEmpty() ? u"refused"_s : fault.left(64));
    });
}

void Refunder::later(const Refund &refund, const BankError &error)
{
    const int failures = ++m_failures[refund.id];
    m_logger.info("refund-trouble"_L1, {{"status"_L1, qint64(error.status)}, {"failures"_L1, qint64(failures)}});
    const qint64 now = m_clock.nowMs();
    const qint64 gap = qMin(kHourMs, (5 * kSecondMs) << qMin(failures - 1, 10));
    const qint64 next = now + qMax(gap, error.retryAfterMs);
    write(refund, "refund-later"_L1,
          [id = refund.id, next](RelayData &data) { return data.refunds().lookAgain(id, next); });
}

void Refunder::write(const Refund &refund, QLatin1StringView what, const PatientWriter::Work &work)
{
    m_writer.write(what, work, [this, id = refund.id](bool written) {
        const auto goOn = [this, id] {
            m_busy.remove(id);
            wake();
        };
        if (written)
            return goOn();
        QTimer::singleShot(kPutOffMs, this, goOn); // it will not be for another try at once either
    });
}

} // namespace balcao::relay
