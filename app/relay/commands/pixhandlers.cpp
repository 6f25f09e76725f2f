// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/payee.h"
#include "core/servicewindow.h"
#include "core/text.h"
#include "core/txid.h"
#include "relay/commands/commands.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestDescription = 140; // API Pix: solicitacaoPagador
constexpr qsizetype kLongestWords = 1024;
constexpr qsizetype kLongestReason = 256;
constexpr qint64 kDeskRipensMs = kDayMs;

Charge drafted(const wire::ChargePix &body, qint64 nowMs)
{
    Charge charge;
    charge.id = body.charge;
    charge.kind = body.kind;
    charge.txid = body.kind == ChargeKind::Shop ? staticTxidOf(body.charge) : chargeTxidOf(body.charge);
    charge.facts.amount = body.amount;
    charge.createdAt = nowMs;
    charge.message = body.message;
    charge.codeMessage = body.codeMessage;
    charge.sends = body.sends;
    charge.description = cleanText(body.description.simplified(), kLongestDescription);
    charge.words = cleanText(body.text, kLongestWords);
    charge.paidWords = cleanText(body.paidText, kLongestWords);
    charge.cancelledWords = cleanText(body.cancelledText, kLongestWords);
    if (body.kind == ChargeKind::Bank) {
        charge.facts.expiresAt = body.expiresAt;
        charge.expirySeconds = (body.expiresAt.value_or(nowMs) - nowMs) / kSecondMs;
        charge.lookAt = nowMs;
    }
    return charge;
}

std::optional<PixAccount> accountOf(const wire::PixRecord &record)
{
    return pixAccountOf(record.keyType, record.key, record.name, record.city);
}

} // namespace

/// What is wrong with what was asked, whoever asks.
std::optional<Commands::Verdict> Commands::unfitCharge(const wire::ChargePix &body) const
{
    if (body.amount.centavos <= 0)
        return Verdict::no(problem::kBadBody, u"amount: nothing"_s);
    if (body.message == body.codeMessage)
        return Verdict::no(problem::kBadBody, u"code_message: the same as message"_s);
    if (body.sends && body.text.trimmed().isEmpty())
        return Verdict::no(problem::kBadBody, u"text: empty"_s);
    if (const auto refused = tooLong("description"_L1, body.description, kLongestDescription))
        return refused;
    if (body.kind == ChargeKind::Shop)
        return body.expiresAt ? std::optional(Verdict::no(problem::kBadBody, u"expires_at: the shop's never does"_s))
                              : std::nullopt;
    const qint64 left = body.expiresAt.value_or(0) - m_data.clock().nowMs();
    if (left < kShortestOpenMs || left > kLongestOpenMs)
        return Verdict::no(problem::kBadBody, u"expires_at: not within a minute and a month"_s);
    return std::nullopt;
}

Result<std::optional<Commands::Verdict>> Commands::mayCharge(const wire::ChargePix &body, const Conversation &in)
{
    using Refusal = std::optional<Verdict>;
    BALCAO_TAKE(const Refusal forgotten, unfit(in.customer));
    if (forgotten)
        return forgotten;
    if (const Refusal wrong = unfitCharge(body))
        return wrong;
    if (body.sends && !isWindowOpen(in.inboundAt, m_data.clock().nowMs()))
        return Refusal(Verdict::no(problem::kWindowClosed));
    for (const MessageId &id : {body.message, body.codeMessage}) {
        BALCAO_TAKE(const std::optional<MessageRow> stands, m_data.messages().find(id));
        BALCAO_TAKE(const std::optional<Charge> another, m_data.charges().ofMessage(id));
        if (stands || another)
            return Refusal(Verdict::no(problem::kBadBody, u"message: the id has been used"_s));
    }
    BALCAO_TAKE(const QByteArray bank, m_data.meta(kBankKey));
    if (body.kind == ChargeKind::Bank && bank.isEmpty())
        return Refusal(Verdict::no(problem::kNoBank));
    return Refusal();
}

Result<Commands::Verdict> Commands::handle(const wire::ChargePix &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    BALCAO_TAKE(const std::optional<Charge> stands, m_data.charges().find(body.charge));
    if (stands)
        return Verdict::noop(body.charge.text());
    // Begun when two were taken for one: it may mean the other.
    if (m_command.expect && in->partedSeq > m_command.expect->seq)
        return Verdict::no(problem::kStale);
    BALCAO_TAKE(const std::optional<Verdict> refused, mayCharge(body, *in));
    if (refused)
        return *refused;
    BALCAO_TAKE(const std::optional<KeptAccount> account, m_data.pixAccounts().standing());
    if (!account)
        return Verdict::no(problem::kNoPixAccount);
    Charge charge = drafted(body, m_data.clock().nowMs());
    if (body.kind == ChargeKind::Shop) {
        const Payee due{charge.kind, account->account, charge.facts.amount, charge.txid};
        const Result<QString> code = staticCode(due, charge.description);
        if (!code || payeeFault(*code, due))
            return Verdict::no(problem::kPayeeMismatch);
        charge.code = *code;
        charge.key = account->account.key.value;
    }
    if (in->state == ConversationState::Resolved)
        BALCAO_TRY(m_data.conversations().reopen(*in, m_stamp));
    wire::SendMessage like;
    like.conversation = body.conversation;
    BALCAO_TAKE(const CustomerId person, recipient(like, *in));
    BALCAO_TAKE(charge.conversation, m_data.conversations().heardIn(*in, person));
    BALCAO_TRY(m_data.charges().make(charge, in->subject(charge.conversation), in->channel, m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::CancelCharge &body)
{
    BALCAO_TAKE(const std::optional<Charge> charge, m_data.charges().find(body.charge));
    if (!charge)
        return Verdict::no(problem::kChargeUnknown);
    if (charge->facts.cancelled)
        return Verdict::noop();
    const ChargeState state = chargeState(charge->facts, m_data.clock().nowMs());
    if (state != ChargeState::Creating && state != ChargeState::Waiting && state != ChargeState::Expired)
        return Verdict::no(problem::kChargeClosed);
    BALCAO_TRY(m_data.charges().cancel(*charge, m_stamp));
    BALCAO_TRY(m_data.charges().tellCustomer(*charge, OrderEnd::Cancelled));
    return Verdict::done();
}

// The PIN says that it was they: a session of anybody else, a manager's too, will not do.
Result<Commands::Verdict> Commands::handle(const wire::SettleCharge &body)
{
    if (m_session != std::optional(m_command.operatorId))
        return Verdict::no(problem::kPinWrong);
    BALCAO_TAKE(const std::optional<Charge> charge, m_data.charges().find(body.charge));
    if (!charge)
        return Verdict::no(problem::kChargeUnknown);
    if (charge->facts.settled)
        return Verdict::noop();
    const ChargeState state = chargeState(charge->facts, m_data.clock().nowMs());
    if (state != ChargeState::Waiting && state != ChargeState::Expired)
        return Verdict::no(problem::kChargeClosed);
    if (body.reason.trimmed().isEmpty())
        return Verdict::no(problem::kBadBody, u"reason: empty"_s);
    BALCAO_TRY(m_data.charges().settle(*charge, cleanText(body.reason.simplified(), kLongestReason), m_stamp));
    BALCAO_TRY(m_data.charges().tellCustomer(*charge, OrderEnd::Cancelled));
    return Verdict::done();
}

/// Whoever has just come to a desk, or brought one, sends no money away.
Result<std::optional<Commands::Verdict>> Commands::mayRefund(const wire::RefundPix &body)
{
    using Refusal = std::optional<Verdict>;
    BALCAO_TAKE(const QByteArray isOn, m_data.meta(kRefundsKey));
    if (isOn.isEmpty())
        return Refusal(Verdict::no(problem::kNoRefunds));
    BALCAO_TAKE(const QList<DeskRow> desks, m_data.registry().desks());
    const auto desk = std::ranges::find(desks, m_stamp.desk, [](const DeskRow &row) { return std::optional(row.id); });
    if (desk == desks.end() || m_data.clock().nowMs() - desk->pairedAt < kDeskRipensMs)
        return Refusal(Verdict::no(problem::kDeskTooNew));
    if (body.amount.centavos <= 0)
        return Refusal(Verdict::no(problem::kBadBody, u"amount: nothing"_s));
    if (body.reason.trimmed().isEmpty())
        return Refusal(Verdict::no(problem::kBadBody, u"reason: empty"_s));
    return Refusal();
}

Result<Commands::Verdict> Commands::handle(const wire::RefundPix &body)
{
    BALCAO_TAKE(const std::optional<Refund> stands, m_data.refunds().find(body.refund));
    if (stands) {
        const bool isSame = stands->charge == body.charge && stands->amount == body.amount;
        return isSame ? Verdict::noop(body.refund.text()) : Verdict::no(problem::kIdReused);
    }
    BALCAO_TAKE(const std::optional<Charge> charge, m_data.charges().find(body.charge));
    if (!charge)
        return Verdict::no(problem::kChargeUnknown);
    BALCAO_TAKE(const std::optional<Verdict> refused, mayRefund(body));
    if (refused)
        return *refused;
    BALCAO_TAKE(const std::optional<Refund> open, m_data.refunds().openOf(body.charge));
    if (open)
        return Verdict::no(problem::kRefundOpen);
    if (body.returned != charge->facts.returned)
        return Verdict::no(problem::kStale);
    const qint64 nowMs = m_data.clock().nowMs();
    BALCAO_TAKE(const QList<wire::PixPayment> payments, m_data.charges().knownPayments(*charge));
    const RefundChoice choice = paymentToRefund(payments, body.amount, nowMs);
    if (choice.fault)
        return Verdict::no(choice.fault == RefundFault::TooLate ? problem::kRefundTooLate : problem::kRefundTooMuch);
    Refund refund;
    refund.id = body.refund;
    refund.charge = body.charge;
    refund.endToEndId = choice.endToEndId;
    refund.amount = body.amount;
    refund.gone = choice.gone;
    refund.at = nowMs;
    BALCAO_TRY(m_data.refunds().ask(refund, cleanText(body.reason.simplified(), kLongestReason), m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::ProposePixAccount &body)
{
    const std::optional<PixAccount> wanted = accountOf(body.account);
    if (!wanted)
        return Verdict::no(problem::kBadBody, u"account: no key, name or city that a code can carry"_s);
    BALCAO_TAKE(const std::optional<KeptAccount> stands, m_data.pixAccounts().standing());
    BALCAO_TAKE(const std::optional<KeptAccount> waiting, m_data.pixAccounts().proposed());
    if ((stands && stands->account == *wanted && !waiting) || (waiting && waiting->account == *wanted))
        return Verdict::noop();
    BALCAO_TRY(m_data.pixAccounts().propose(*wanted, m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::ConfirmPixAccount &body)
{
    const std::optional<PixAccount> meant = accountOf(body.account);
    BALCAO_TAKE(const std::optional<KeptAccount> waiting, m_data.pixAccounts().proposed());
    if (!waiting || !meant || waiting->account != *meant)
        return Verdict::no(problem::kStale);
    BALCAO_TAKE(const bool wasThere, m_data.pixAccounts().wasThereBefore(m_command.operatorId, waiting->seq));
    const bool isAnother = waiting->by != m_command.operatorId && wasThere;
    if (!isAnother && m_data.clock().nowMs() < waiting->at + kAccountRipensMs)
        return Verdict::no(problem::kSecondNeeded);
    BALCAO_TRY(m_data.pixAccounts().confirm(m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::KeepPixAccount &)
{
    BALCAO_TAKE(const bool had, m_data.pixAccounts().keep(m_stamp));
    return had ? Verdict::done() : Verdict::noop();
}

Result<Commands::Verdict> Commands::handle(const wire::SortStrays &body)
{
    Strays::Sorting as{body.sale, {}};
    if (body.conversation && body.sale) {
        BALCAO_TAKE(const std::optional<Conversation> in, conversation(*body.conversation));
        if (!in)
            return Verdict::no(problem::kConversationUnknown);
        BALCAO_TAKE(const std::optional<Verdict> refused, unfit(in->customer));
        if (refused)
            return *refused;
        as.whose = in->id;
    }
    std::optional<Strays::Sorting> was;
    if (body.wasSale)
        was = {*body.wasSale, body.wasConversation};
    bool isAnySaid = false;
    bool isAnyOther = false;
    for (const QString &endToEndId : body.endToEndIds) {
        BALCAO_TAKE(const Strays::Sorted sorted, m_data.strays().sort(endToEndId, as, was, m_stamp));
        isAnySaid = isAnySaid || sorted == Strays::Sorted::Said;
        isAnyOther = isAnyOther || sorted == Strays::Sorted::Other;
    }
    if (isAnySaid)
        return Verdict::done();
    return isAnyOther ? Verdict::no(problem::kStale) : Verdict::noop();
}

// Signed, as settling is. Two desks that close one day have one report, whoever was first.
Result<Commands::Verdict> Commands::handle(const wire::CloseTill &body)
{
    if (m_session != std::optional(m_command.operatorId))
        return Verdict::no(problem::kPinWrong);
    const std::optional<QDate> day = dayFrom(body.day);
    if (!day)
        return Verdict::no(problem::kBadBody, u"day: not a day"_s);
    BALCAO_TAKE(const std::optional<qint64> stands, m_data.till().numberOf(body.day));
    if (stands)
        return Verdict::noop(QString::number(*stands));
    BALCAO_TAKE(const QTimeZone zone, m_data.till().zone());
    const DayBounds bounds = dayBounds(*day, zone);
    if (bounds.startsAt > m_data.clock().nowMs())
        return Verdict::no(problem::kDayAhead);
    BALCAO_TAKE(const qint64 next, m_data.till().nextNumber());
    if (body.number && *body.number != next)
        return Verdict::no(problem::kStale);
    if (body.seen) {
        BALCAO_TAKE(const bool hasMore, m_data.till().hasMoreThan(*body.seen));
        if (hasMore)
            return Verdict::no(problem::kStale);
    }
    BALCAO_TRY(m_data.till().close(*day, bounds, m_stamp));
    return Verdict::done();
}

} // namespace balcao::relay
