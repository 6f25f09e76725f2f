// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A shop that has said who receives, for the tests of charges.
#pragma once

#include "shop.h"

namespace balcao::test {

inline const wire::PixRecord kAccount{PixKeyType::Random, QStringLiteral("7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"),
                                      QStringLiteral("Padaria Aurora"), QStringLiteral("Campinas")};
inline const wire::PixRecord kOtherAccount{PixKeyType::Email, QStringLiteral("caixa@aurora.exemplo.br"),
                                           QStringLiteral("Padaria Aurora"), QStringLiteral("Campinas")};

struct Till : Shop
{
    OperatorId other = OperatorId::create(); ///< a manager, too

    Till()
    {
        applyAsManager(wire::AddOperator{other, {QStringLiteral("Clara"), Role::Manager}});
        applyAsManager(wire::ProposePixAccount{kAccount});
    }
    [[nodiscard]] wire::ChargePix charge(qint64 centavos = 12'345) const
    {
        wire::ChargePix made;
        made.charge = ChargeId::create();
        made.conversation = conversation;
        made.message = MessageId::create();
        made.codeMessage = MessageId::create();
        made.amount = Money{centavos};
        made.description = QStringLiteral("Bolo de cenoura, 2 kg");
        made.text = QStringLiteral("Pix de R$ 123,45 para Padaria Aurora");
        made.paidText = QStringLiteral("Recebemos o seu Pix");
        made.cancelledText = QStringLiteral("Não pague mais este Pix");
        return made;
    }
    /// As if a bank were configured.
    [[nodiscard]] wire::ChargePix bankCharge(qint64 centavos = 12'345)
    {
        if (!data().setMeta(relay::kBankKey, "Banco Exemplo"))
            qFatal("meta");
        wire::ChargePix made = charge(centavos);
        made.kind = ChargeKind::Bank;
        made.expiresAt = clock.nowMs() + 3'600'000;
        return made;
    }
    wire::Outcome asOther(wire::CommandBody body)
    {
        wire::Command made = command(std::move(body));
        made.operatorId = other;
        return apply(made, other);
    }
    /// What the bank answers.
    void issue(ChargeId id, const QString &code = QStringLiteral("CODE"))
    {
        if (!job([&](relay::RelayData &d) {
                return d.charges().issued(kept(id), code, kAccount.key, clock.nowMs() + 1'000);
            }))
            qFatal("issued");
    }
    void hear(ChargeId id, const QList<wire::PixPayment> &payments)
    {
        if (!job([&](relay::RelayData &d) { return d.charges().paid(kept(id), payments); }))
            qFatal("paid");
    }
    /// Meta refuses that message.
    void fail(MessageId message)
    {
        if (!job([&](relay::RelayData &d) { return d.outgoing().failed(message, {131000, {}}); }))
            qFatal("failed");
    }
    /// Meta has taken that message.
    void submit(MessageId message)
    {
        const auto leaves = [&](relay::RelayData &d) {
            const bool isOrder = d.shop().hasPayments(kChannel).valueOr(false);
            return d.charges().leavesAs(message, isOrder ? relay::ChargeForm::Order : relay::ChargeForm::Words);
        };
        if (!job(leaves) || !job([&](relay::RelayData &d) {
                return d.outgoing().submitted(message, QStringLiteral("wamid.") + message.text(), {});
            }))
            qFatal("submitted");
    }
    /// As an order, which is at Meta if it `arrives`.
    void sendAsOrder(const wire::ChargePix &asked, bool arrives = true)
    {
        const bool is = job([&](relay::RelayData &d) { return d.shop().setPayments(kChannel, true); }).ok() &&
                        apply(asked).status == wire::OutcomeStatus::Accepted;
        if (!is)
            qFatal("no order");
        if (arrives)
            submit(asked.message);
    }
    /// Its words once more, in the place of that message.
    MessageId again(const wire::ChargePix &asked, MessageId before)
    {
        wire::SendMessage made{MessageId::create(), conversation, {}, before};
        made.content.type = ContentType::Pix;
        made.content.charge = asked.charge;
        if (apply(made).status != wire::OutcomeStatus::Accepted)
            qFatal("not again");
        return made.message;
    }
    relay::Charge kept(ChargeId id) { return data().charges().find(id)->value(); }
    ChargeState state(ChargeId id) { return chargeState(kept(id).facts, clock.nowMs()); }
};

} // namespace balcao::test
