// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A bank that answers as the test says and remembers what it was asked, in order. Without a word from the test it does
// what a bank does: registers what it is told to, and shows that. One thread.
#pragma once

#include "relay/bank/bank.h"

#include <QHash>
#include <QMetaObject>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace balcao::test {

class ScriptedBank final : public relay::Bank
{
public:
    QStringList asked;                          ///< "put", "find", "cancel", "list", "payment", "webhook"
    QList<relay::ChargeOrder> orders;           ///< of each put
    QHash<QString, relay::BankCharge> charges;  ///< that stand, by txid
    QHash<QString, relay::BankPayment> paid;    ///< by endToEndId
    QList<relay::RefundOrder> refunds;          ///< of each refund
    QHash<QString, relay::BankReturn> returned; ///< by their id
    relay::BankReturnStatus returnStatus = relay::BankReturnStatus::Returned; ///< of the next ones
    QList<relay::BankError> next;   ///< what the next calls get, one each; those after them succeed
    int passes = 0;                 ///< so many calls succeed before those
    bool actsBeforeItFails = false; ///< what fails was done all the same
    /// Changes what it answers to a put and a find.
    std::function<void(relay::BankCharge &)> twist;
    std::function<void()> beforePut;
    bool ignoresTxid = false; ///< of lists
    int failLists = 0;        ///< the next ones by txid
    int unreadPayments = 0;   ///< of each list
    QString spoiltPayment;    ///< looking for it never gets an answer
    QString code;             ///< of each charge

    static relay::BankError trouble(relay::BankTrouble what, const QString &code = {})
    {
        return {what, code, 0, 0, {}};
    }

    void registerCharge(const relay::ChargeOrder &order, QObject *context, Done<relay::BankCharge> done) override
    {
        if (beforePut)
            beforePut();
        orders.append(order);
        answer<relay::BankCharge>(u"put", context, std::move(done), [this, order] {
            if (!charges.contains(order.txid)) {
                charges[order.txid] = {order.txid,
                                       relay::BankChargeStatus::Active,
                                       order.amount,
                                       order.key,
                                       now(),
                                       order.expiresInSeconds,
                                       0,
                                       {},
                                       code,
                                       {},
                                       {}};
            }
            return shown(order.txid);
        });
    }
    void cancelCharge(const QString &txid, QObject *context, Done<relay::BankCharge> done) override
    {
        answer<relay::BankCharge>(u"cancel", context, std::move(done), [this, txid] {
            if (charges.contains(txid))
                charges[txid].status = relay::BankChargeStatus::RemovedByShop;
            return shown(txid);
        });
    }
    void findCharge(const QString &txid, QObject *context, Done<relay::BankCharge> done) override
    {
        answer<relay::BankCharge>(u"find", context, std::move(done), [this, txid] { return shown(txid); });
    }
    void listPayments(const relay::PaymentQuery &query, QObject *context, Done<relay::PaymentPage> done) override
    {
        answer<relay::PaymentPage>(u"list", context, std::move(done),
                                   [this, query]() -> relay::BankAnswer<relay::PaymentPage> {
                                       if (!query.txid.isEmpty() && failLists > 0) {
                                           --failLists;
                                           return trouble(relay::BankTrouble::Unreachable);
                                       }
                                       relay::PaymentPage page;
                                       page.unread = unreadPayments;
                                       for (const relay::BankPayment &one : std::as_const(paid)) {
                                           if ((ignoresTxid || query.txid.isEmpty() || one.txid == query.txid) &&
                                               (!query.onlyReturned || !one.returns.isEmpty()))
                                               page.payments.append(one);
                                       }
                                       return page;
                                   });
    }
    void findPayment(const QString &endToEndId, QObject *context, Done<relay::BankPayment> done) override
    {
        answer<relay::BankPayment>(u"payment", context, std::move(done),
                                   [this, endToEndId]() -> relay::BankAnswer<relay::BankPayment> {
                                       if (endToEndId == spoiltPayment)
                                           return trouble(relay::BankTrouble::Unknown);
                                       if (paid.contains(endToEndId))
                                           return paid.value(endToEndId);
                                       return trouble(relay::BankTrouble::NotFound);
                                   });
    }
    void refund(const relay::RefundOrder &order, QObject *context, Done<relay::BankReturn> done) override
    {
        if (beforePut)
            beforePut();
        refunds.append(order);
        answer<relay::BankReturn>(
            u"refund", context, std::move(done), [this, order]() -> relay::BankAnswer<relay::BankReturn> {
                if (returned.contains(order.id)) // as banks do: an id is good for one
                    return trouble(relay::BankTrouble::Refused, QStringLiteral("PixDevolucaoInvalida"));
                relay::BankReturn &back = returned[order.id];
                back.id = order.id;
                back.amount = order.amount;
                back.status = returnStatus;
                back.at = now();
                return back;
            });
    }
    void findRefund(const QString &, const QString &id, QObject *context, Done<relay::BankReturn> done) override
    {
        answer<relay::BankReturn>(u"find-refund", context, std::move(done),
                                  [this, id]() -> relay::BankAnswer<relay::BankReturn> {
                                      if (!returned.contains(id))
                                          return trouble(relay::BankTrouble::NotFound);
                                      return returned.value(id);
                                  });
    }
    void ensureWebhook(const QString &, const QUrl &, QObject *context, Done<QUrl> done) override
    {
        answer<QUrl>(u"webhook", context, std::move(done), []() -> relay::BankAnswer<QUrl> { return QUrl(); });
    }

    /// A Pix comes in.
    void pay(const QString &txid, const QString &endToEndId, Money amount)
    {
        relay::BankPayment payment;
        payment.endToEndId = endToEndId;
        payment.txid = txid;
        payment.amount = amount;
        payment.at = now();
        paid[endToEndId] = payment;
    }
    std::function<qint64()> now = [] { return qint64(0); };

private:
    relay::BankAnswer<relay::BankCharge> shown(const QString &txid)
    {
        if (!charges.contains(txid))
            return trouble(relay::BankTrouble::NotFound);
        relay::BankCharge charge = charges.value(txid);
        for (const relay::BankPayment &one : std::as_const(paid)) {
            if (one.txid == txid)
                charge.payments.append(one);
        }
        if (twist)
            twist(charge);
        return charge;
    }
    template <class T, class Act>
    void answer(QStringView what, QObject *context, Done<T> done, Act act)
    {
        asked.append(what.toString());
        QTimer::singleShot(0, context, [this, done = std::move(done), act] {
            if (next.isEmpty() || passes-- > 0)
                return done(act());
            if (actsBeforeItFails)
                static_cast<void>(act());
            done(next.takeFirst());
        });
    }
};

} // namespace balcao::test
