// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's bank, as the relay needs it: charges, what was paid, what went back. Values of ours, whatever the
// bank's own words. One thread with an event loop; another provider is another class behind this.
// What it promises: a charge is what the bank said of it, money is whole centavos, and an answer that never came
// (BankTrouble::Unknown) is never told as a failure.
#pragma once

#include "core/money.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <utility>
#include <variant>

class QObject;

namespace balcao::relay {

/// Of the record at the bank: says nothing of expiry (an expired charge stays Active) and nothing of the debt
/// (Completed only takes no further payment).
enum class BankChargeStatus {
    Active,
    Completed,
    RemovedByShop,
    RemovedByBank,
    Other, ///< a word that came after this program; look again later
};

enum class BankReturnStatus {
    InProgress,
    Returned, ///< the money went back
    NotDone,
    Other,
};

enum class BankReturnNature {
    Original,   ///< the shop's own refund
    Withdrawal, ///< of cash handed out (Pix Saque, Pix Troco)
    MedFraud,   ///< taken back by the bank
    MedMistake, ///< taken back by the bank: its own mistake
    MedRecurrence,
    Other,
};
/// The bank took it back (MED), whatever for.
bool isByBank(BankReturnNature nature);

struct BankReturn
{
    QString id; ///< ours, for a refund of the shop
    QString rtrId;
    Money amount;
    BankReturnStatus status = BankReturnStatus::Other;
    BankReturnNature nature = BankReturnNature::Original;
    qint64 at = 0; ///< settled, else asked for; 0 when the bank does not say

    friend bool operator==(const BankReturn &, const BankReturn &) = default;
};

/// One Pix that was received.
struct BankPayment
{
    QString endToEndId; ///< what makes it one: the same twice is one payment
    QString txid;       ///< empty: paid with no charge
    QString key;        ///< to which it went; many banks leave it out
    Money amount;
    qint64 at = 0;
    QString payerName;           ///< as the bank says it; the standard has none, so mostly empty
    QString payerMaskedDocument; ///< "***.456.789-**", a CNPJ in full; mostly empty
    QList<BankReturn> returns;

    /// `amount` less what has really gone back.
    [[nodiscard]] Money kept() const;

    friend bool operator==(const BankPayment &, const BankPayment &) = default;
};

struct BankCharge
{
    QString txid;
    BankChargeStatus status = BankChargeStatus::Other;
    Money amount; ///< asked for
    QString key;  ///< receives: to be compared with the shop's record
    qint64 createdAt = 0;
    qint64 expiresInSeconds = 0;
    int revision = 0;
    QString location; ///< host and path, without scheme; may be empty
    /// Copia e cola: the bank's own when it is a plain dynamic code for `location`, else made from `location`;
    /// empty when the bank gave neither, or `codeFault` says why it must not be shown.
    QString code;
    QString codeFault; ///< "unreadable", "not-plain", "other-location"
    QList<BankPayment> payments;

    [[nodiscard]] qint64 expiresAt() const { return createdAt + expiresInSeconds * 1000; }
    /// Of all payments, less what went back.
    [[nodiscard]] Money kept() const;

    friend bool operator==(const BankCharge &, const BankCharge &) = default;
};

/// What is asked of the bank. The same order makes the same bytes, so that asking twice changes nothing.
struct ChargeOrder
{
    QString txid; ///< ours, 26 to 35 letters and digits, durable before this is asked
    Money amount; ///< above zero
    qint64 expiresInSeconds = 86400;
    QString key;
    QString message; ///< shown to the payer; at most 140 characters, cut

    friend bool operator==(const ChargeOrder &, const ChargeOrder &) = default;
};

struct RefundOrder
{
    QString endToEndId; ///< back to where it came from, and nowhere else
    QString id;         ///< ours, 1 to 35 letters and digits, durable before this is asked
    Money amount;
    QString message; ///< shown to the payer; at most 140 characters, cut

    friend bool operator==(const RefundOrder &, const RefundOrder &) = default;
};

struct PaymentQuery
{
    qint64 fromMs = 0; ///< of the Pix, both included
    qint64 toMs = 0;
    QString txid;              ///< only this one's; empty: all
    bool onlyReturned = false; ///< only those of which some went back
    int page = 0;
};

struct PaymentPage
{
    QList<BankPayment> payments;
    int page = 0;
    int pages = 1;  ///< go on with page + 1 while below
    int unread = 0; ///< entries that could not be read: the page is not the whole truth
};

enum class BankTrouble {
    Refused,      ///< certain: the bank said no, and why in `code`
    NotFound,     ///< certain: the bank has no such thing
    Unauthorized, ///< certain: it does not let us in (token, scope, certificate)
    RateLimited,  ///< certain: not now; `retryAfterMs`
    Unreachable,  ///< certain: nothing of it arrived
    NotAllowed,   ///< certain: not asked at all, for it is switched off or makes no sense (`code`)
    Unknown,      ///< nobody knows whether the bank acted: look (find…) before asking for it again
};
/// Stable, lower case, for logs: "refused", "unknown".
QLatin1StringView nameOf(BankTrouble trouble);

struct BankError
{
    BankTrouble trouble = BankTrouble::Unknown;
    QString code;            ///< last part of the problem's type ("CobOperacaoInvalida"), or a short word of ours
    int status = 0;          ///< HTTP; 0 without an answer
    qint64 retryAfterMs = 0; ///< not before; 0: the bank did not say
    QString detail;          ///< for logs: names of properties, never values

    friend bool operator==(const BankError &, const BankError &) = default;
};

template <class T>
class [[nodiscard]] BankAnswer
{
public:
    BankAnswer(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    BankAnswer(BankError error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    /// Only when ok().
    [[nodiscard]] const T &value() const { return std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const T &operator*() const { return std::get<0>(m_state); }
    /// Only when !ok().
    [[nodiscard]] const BankError &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, BankError> m_state;
};

class Bank
{
public:
    template <class T>
    using Done = std::function<void(const BankAnswer<T> &)>;

    Bank() = default;
    virtual ~Bank();
    Q_DISABLE_COPY_MOVE(Bank)

    // Each calls `done` exactly once, from the event loop and never from inside; not at all when `context` or the
    // bank has gone. The request itself is not taken back by that.

    /// PUT: makes it, or finds it made already with the same order. Repeat only the very same order, and after
    /// Unknown only when findCharge() says NotFound.
    virtual void registerCharge(const ChargeOrder &order, QObject *context, Done<BankCharge> done) = 0;
    /// No longer to be paid. A customer may have been faster: look at the payments of the answer.
    virtual void cancelCharge(const QString &txid, QObject *context, Done<BankCharge> done) = 0;
    /// The only thing that makes a charge paid.
    virtual void findCharge(const QString &txid, QObject *context, Done<BankCharge> done) = 0;
    virtual void listPayments(const PaymentQuery &query, QObject *context, Done<PaymentPage> done) = 0;
    virtual void findPayment(const QString &endToEndId, QObject *context, Done<BankPayment> done) = 0;
    /// NotAllowed unless refunds are switched on. After Unknown: findRefund() first.
    virtual void refund(const RefundOrder &order, QObject *context, Done<BankReturn> done) = 0;
    virtual void findRefund(const QString &endToEndId, const QString &id, QObject *context, Done<BankReturn> done) = 0;
    /// Asks what is registered for the key and registers `url` if it is another one. The value: what was registered
    /// before, empty for nothing. NotAllowed ("webhook-taken") where another host's address stands: a key has one, and
    /// whoever reads that now would hear nothing any more.
    virtual void ensureWebhook(const QString &key, const QUrl &url, QObject *context, Done<QUrl> done) = 0;
};

} // namespace balcao::relay
