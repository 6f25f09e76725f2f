// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The world of the desk's Pix as a test wants it: a record, and orders that are written down instead of sent.
#pragma once

#include "desk/pixactions.h"

#include <QList>
#include <QStringList>

namespace balcao::test {

class FakePix final : public desk::PixSource, public desk::PixActions, public desk::PixSigner
{
public:
    static PixAccount bakery()
    {
        return *pixAccountOf(PixKeyType::Random, u"7d9f0335-8dcc-4054-9bf9-0dbd61d3e21c", u"Padaria Flor do Trigo",
                             u"Campinas");
    }
    /// Somebody else's.
    static PixAccount thief()
    {
        return *pixAccountOf(PixKeyType::Email, u"golpe@exemplo.com", u"Padaria Flor do Trigo", u"Campinas");
    }

    FakePix() { row.account = bakery(); }

    void account(std::function<void(const store::PixAccountRow &)> done) override { done(row); }

    void charge(const desk::PixOrder &order, OperatorId by, std::function<void(bool)> done) override
    {
        orders.append(order);
        if (real)
            return real->charge(order, by, std::move(done));
        if (keeps)
            done(*keeps);
    }
    void cancel(ChargeId charge, ConversationId, OperatorId) override { cancelled.append(charge); }
    void sortStrays(const QStringList &endToEndIds, const desk::StraySorting &as, const desk::StraySorting &was,
                    OperatorId, std::function<void(bool)> done) override
    {
        sorted.append({endToEndIds, as});
        sortedFrom.append(was);
        sortDone = std::move(done);
    }

    void propose(const PixAccount &account, OperatorId, const QString &pin, Done done) override
    {
        act(QStringLiteral("propose ") + account.key.value, pin, std::move(done));
    }
    void confirm(const PixAccount &account, OperatorId, const QString &pin, Done done) override
    {
        act(QStringLiteral("confirm ") + account.key.value, pin, std::move(done));
    }
    void keep(OperatorId, const QString &pin, Done done) override { act(QStringLiteral("keep"), pin, std::move(done)); }
    void settle(ChargeId, const QString &reason, OperatorId, const QString &pin, Done done) override
    {
        act(QStringLiteral("settle ") + reason, pin, std::move(done));
    }
    void refund(const desk::RefundOrder &order, const QString &reason, OperatorId, const QString &pin,
                Done done) override
    {
        refunds.append(order);
        act(QStringLiteral("refund %1 %2").arg(order.amount.centavos).arg(reason), pin, std::move(done));
    }
    void closeDay(const desk::TillClosing &closing, OperatorId, const QString &pin, Done done) override
    {
        closings.append(closing);
        act(QStringLiteral("close %1 no. %2").arg(closing.day).arg(closing.number), pin, std::move(done));
    }

    store::PixAccountRow row;
    desk::PixActions *real = nullptr; ///< charges go there
    QList<desk::PixOrder> orders;
    QList<ChargeId> cancelled;
    QList<std::pair<QStringList, desk::StraySorting>> sorted; ///< of what came without a charge
    QList<desk::StraySorting> sortedFrom;                     ///< the same, as it was seen
    std::function<void(bool)> sortDone;                       ///< of the last
    QList<desk::RefundOrder> refunds;
    QList<desk::TillClosing> closings;
    std::optional<bool> keeps = true; ///< nothing: the disk has not answered
    QStringList signedActs;           ///< with the PIN behind
    std::optional<Answer> answer = Answer{Outcome::Done, 0, {}};
    Done waiting;

private:
    void act(const QString &what, const QString &pin, Done done)
    {
        signedActs.append(what + QStringLiteral(" / ") + pin);
        if (answer)
            return done(*answer);
        waiting = std::move(done);
    }
};

} // namespace balcao::test
