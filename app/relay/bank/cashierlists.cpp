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

} // namespace

/// A hint that names no charge of the bank's: what did come, if anything?
void Cashier::lookUp(const QString &endToEndId)
{
    m_lookingUp.insert(endToEndId);
    m_bank.findPayment(endToEndId, this, [this, endToEndId](const BankAnswer<BankPayment> &answer) {
        m_lookingUp.remove(endToEndId);
        const bool isKnown = answer.ok();
        if (!isKnown && answer.error().trouble != BankTrouble::NotFound &&
            answer.error().trouble != BankTrouble::Refused)
            return; // the hint stays: asked again with the next look
        m_writer.write("hint"_L1, [endToEndId](RelayData &data) { return data.charges().forgetHint(endToEndId); });
        if (isKnown)
            told({*answer});
    });
}

/// Payments that the bank has named to us itself: each makes its charge be looked at.
void Cashier::told(const QList<BankPayment> &payments)
{
    const auto charges = std::make_shared<QList<Charge>>();
    m_writer.write(
        "told"_L1,
        [payments, charges, now = m_clock.nowMs()](RelayData &data) -> Result<void> {
            charges->clear();
            for (const BankPayment &payment : payments) {
                BALCAO_TAKE(const std::optional<Charge> charge, data.charges().ofTxid(payment.txid));
                if (!charge)
                    continue;
                if (charge->kind == ChargeKind::Bank)
                    BALCAO_TRY(data.charges().lookAgain(charge->id, now));
                else
                    charges->append(*charge);
            }
            return {};
        },
        [this, charges](bool) {
            for (const Charge &charge : std::as_const(*charges)) {
                if (m_busy.contains(charge.id))
                    continue;
                m_busy.insert(charge.id);
                listPaid(charge);
            }
            wake();
        });
}

/// By its txid: of the shop's own code the bank knows no charge, and some leave payments out of the charges that they do.
void Cashier::listPaid(const Charge &charge)
{
    const PaymentQuery query{charge.createdAt - kHourMs, m_clock.nowMs(), charge.txid, false, 0};
    m_bank.listPayments(query, this, [this, charge](const BankAnswer<PaymentPage> &answer) {
        if (!answer && charge.kind == ChargeKind::Bank)
            return later(charge, answer.error());
        if (!answer) {
            m_busy.remove(charge.id); // the daily look will name it again
            return;
        }
        // What the bank says was paid and does not list is asked for again.
        const bool isBanks = charge.kind == ChargeKind::Bank;
        const auto next = isBanks ? planned(charge, charge.facts.expiresAt.value_or(0)) : std::nullopt;
        write(charge, "listed"_L1,
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

void Cashier::daily(qint64 lastDaily)
{
    if (std::exchange(m_listing, true))
        return;
    const qint64 now = m_clock.nowMs();
    QList<PaymentQuery> queries;
    for (const DailyLook &one : dailyLooks(lastDaily, now))
        queries.append({one.fromMs, one.toMs, {}, one.onlyReturned, 0});
    list(std::move(queries), now);
}

/// One after the other, page by page; the day counts as looked at when all were answered.
void Cashier::list(QList<PaymentQuery> queries, qint64 from)
{
    if (queries.isEmpty()) {
        m_listing = false;
        return m_writer.write("daily"_L1, [from](RelayData &data) {
            return data.setMeta(QString(kDailyLookKey), QByteArray::number(from));
        });
    }
    PaymentQuery query = queries.takeFirst();
    m_bank.listPayments(query, this, [this, query, queries, from](const BankAnswer<PaymentPage> &answer) mutable {
        if (!answer) {
            m_logger.info("daily-look-failed"_L1, {{"status"_L1, qint64(answer.error().status)}});
            QTimer::singleShot(kAgainMs, this, [this] { m_listing = false; });
            return;
        }
        told(answer->payments);
        if (answer->page + 1 < answer->pages) {
            ++query.page;
            queries.prepend(query);
        }
        list(std::move(queries), from);
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
        m_logger.warn("webhook-not-registered"_L1, {{"status"_L1, qint64(answer.error().status)}});
        QTimer::singleShot(kAgainMs, this, [this] { m_webhookKey.clear(); });
    });
}

} // namespace balcao::relay
