// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The cashier's other half: what was paid without being asked about. Hints of webhooks, the daily look back, and where
// the bank is to send its hints.

#include "relay/bank/bankpayments.h"
#include "relay/bank/cashier.h"
#include "relay/bank/pollplan.h"
#include "relay/serve/logger.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAgainMs = 15 * 60 * 1000;
/// Banks list no longer time at once.
constexpr qint64 kWidestMs = 30 * kDayMs;
constexpr int kMostPages = 1'000;

} // namespace

/// A hint that names no charge of ours: what did come, if anything?
void Cashier::lookUp(const QString &endToEndId)
{
    m_lookingUp.insert(endToEndId);
    m_bank.findPayment(endToEndId, this, [this, endToEndId](const BankAnswer<BankPayment> &answer) {
        m_lookingUp.remove(endToEndId);
        if (answer)
            return told({*answer}, endToEndId);
        const BankTrouble trouble = answer.error().trouble;
        const bool isNothing = trouble == BankTrouble::NotFound || trouble == BankTrouble::Refused;
        m_writer.write("hint"_L1, [endToEndId, isNothing](RelayData &data) {
            return isNothing ? data.charges().forgetHint(endToEndId) : data.charges().postponeHint(endToEndId);
        });
    });
}

/// Payments that the bank has named to us itself: each that says something new makes its charge be looked at, and is
/// kept until it has been.
void Cashier::told(const QList<BankPayment> &payments, const QString &hint)
{
    m_writer.write(
        "told"_L1,
        [payments, hint, now = m_clock.nowMs()](RelayData &data) -> Result<void> {
            for (const BankPayment &payment : payments) {
                BALCAO_TAKE(std::optional<Charge> charge, data.charges().ofTxid(payment.txid));
                if (!charge) { // some banks leave out in a list which charge it was
                    BALCAO_TAKE(charge, data.charges().ofPayment(payment.endToEndId));
                }
                if (!charge) {
                    BALCAO_TRY(data.strays().hear(paymentsOf({payment}).first()));
                    continue;
                }
                BALCAO_TRY(data.charges().paid(*charge, paymentsOf({payment})));
                BALCAO_TAKE(const std::optional<Charge> after, data.charges().find(charge->id));
                if (!hint.isEmpty() || !after || after->facts != charge->facts)
                    BALCAO_TRY(data.charges().lookAgain(charge->id, now));
            }
            return hint.isEmpty() ? Result<void>() : data.charges().forgetHint(hint);
        },
        [this](bool) { wake(); });
}

/// By its txid: of the shop's own code the bank knows no charge, and some leave payments out of the charges that they do.
void Cashier::listPaid(const Charge &charge)
{
    const qint64 now = m_clock.nowMs();
    const PaymentQuery query{qMax(charge.createdAt - kHourMs, now - kWidestMs), now, charge.txid, false, 0};
    m_bank.listPayments(query, this, [this, charge](const BankAnswer<PaymentPage> &answer) {
        if (!answer)
            return later(charge, answer.error());
        // Some banks do not know the filter.
        QList<BankPayment> own = answer->payments;
        own.removeIf([&charge](const BankPayment &one) { return one.txid != charge.txid; });
        // What the bank says was paid and does not list is asked for again.
        const bool isBanks = charge.kind == ChargeKind::Bank;
        const auto next = isBanks ? planned(charge, charge.facts.expiresAt.value_or(0)) : std::nullopt;
        write(charge, "listed"_L1, [id = charge.id, own, next](RelayData &data) -> Result<void> {
            BALCAO_TAKE(const std::optional<Charge> before, data.charges().find(id));
            if (!before)
                return {};
            BALCAO_TRY(data.charges().paid(*before, paymentsOf(own)));
            BALCAO_TAKE(const std::optional<Charge> after, data.charges().find(id));
            return data.charges().lookAgain(id, after->isOver() ? std::nullopt : next);
        });
    });
}

void Cashier::daily(qint64 lastDaily)
{
    if (std::exchange(m_listing, true))
        return;
    m_isUnread = false;
    const qint64 now = m_clock.nowMs();
    QList<PaymentQuery> queries;
    for (const DailyLook &one : dailyLooks(lastDaily, now))
        queries.append({one.fromMs, one.toMs, {}, one.onlyReturned, 0});
    list(std::move(queries), [this, now] {
        m_recentAt = now;
        m_hasUnread = m_isUnread;
        m_writer.write(
            "daily"_L1,
            [now](RelayData &data) { return data.setMeta(QString(kDailyLookKey), QByteArray::number(now)); },
            [this, now](bool written) {
                m_listing = false;
                if (written)
                    listed(now);
            });
    });
}

void Cashier::recent(qint64 from)
{
    if (std::exchange(m_listing, true))
        return;
    m_isUnread = false;
    const qint64 now = m_clock.nowMs();
    list({{from, now, {}, false, 0}}, [this, now] {
        m_recentAt = now;
        m_hasUnread = m_hasUnread || m_isUnread;
        m_listing = false;
        // Behind what it found.
        m_writer.write(
            "listed"_L1, [](RelayData &) { return Result<void>(); },
            [this, now](bool written) {
                if (written)
                    listed(now);
            });
    });
}

/// Only what was read to its last line is called read; a line that was not stays so until all of it is listed again.
void Cashier::listed(qint64 at)
{
    if (!m_hasUnread)
        Q_EMIT statementRead(at);
}

/// One after the other, page by page; `done`: all were answered.
void Cashier::list(QList<PaymentQuery> queries, const std::function<void()> &done)
{
    if (queries.isEmpty())
        return done();
    PaymentQuery query = queries.takeFirst();
    m_bank.listPayments(query, this, [this, query, queries, done](const BankAnswer<PaymentPage> &answer) mutable {
        if (!answer) {
            m_logger.info("list-failed"_L1, {{"status"_L1, qint64(answer.error().status)}});
            QTimer::singleShot(kAgainMs, this, [this] { m_listing = false; });
            return;
        }
        m_isUnread = m_isUnread || answer->unread > 0;
        if (answer->unread > 0)
            m_logger.warn("payments-unread"_L1, {{"count"_L1, qint64(answer->unread)}});
        told(answer->payments, {});
        // A bank may count its pages wrongly: its own word for the end is a page with nothing on it.
        if (query.page + 1 < qMin(answer->pages, kMostPages) && !answer->payments.isEmpty()) {
            ++query.page;
            queries.prepend(query);
        }
        list(std::move(queries), done);
    });
}

void Cashier::registerWebhook(const PixAccount &account)
{
    m_webhookKey = account.key.value;
    if (m_webhook.isEmpty())
        return;
    m_bank.ensureWebhook(account.key.value, m_webhook, this, [this](const BankAnswer<QUrl> &answer) {
        if (answer)
            return;
        if (answer.error().trouble == BankTrouble::NotAllowed) // as long as it is asked, it comes by itself
            return m_logger.warn("webhook-taken"_L1);
        m_logger.warn("webhook-not-registered"_L1, {{"status"_L1, qint64(answer.error().status)}});
        QTimer::singleShot(kAgainMs, this, [this] { m_webhookKey.clear(); });
    });
}

} // namespace balcao::relay
