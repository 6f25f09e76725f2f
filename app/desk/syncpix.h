// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// PixActions and PixSigner over sync: charges through the outbox, acts with a PIN there and then. GUI thread.
#pragma once

#include "desk/pixactions.h"
#include "sync/signedact.h"
#include "sync/work.h"

namespace balcao::desk {

class SyncPix final : public PixActions, public PixSigner
{
public:
    SyncPix(sync::Work &work, sync::SignedAct &signedAct) : m_work(work), m_signed(signedAct) {}

    void charge(const PixOrder &order, OperatorId by, std::function<void(bool)> done) override;
    void cancel(ChargeId charge, ConversationId conversation, OperatorId by) override;
    void sortStrays(const QStringList &endToEndIds, const StraySorting &as, const StraySorting &was, OperatorId by,
                    std::function<void(bool)> done) override;

    void propose(const PixAccount &account, OperatorId by, const QString &pin, Done done) override;
    void confirm(const PixAccount &account, OperatorId by, const QString &pin, Done done) override;
    void keep(OperatorId by, const QString &pin, Done done) override;
    void settle(ChargeId charge, const QString &reason, OperatorId by, const QString &pin, Done done) override;
    void refund(const RefundOrder &order, const QString &reason, OperatorId by, const QString &pin, Done done) override;
    void closeDay(const TillClosing &closing, OperatorId by, const QString &pin, Done done) override;

private:
    sync::Work &m_work;
    sync::SignedAct &m_signed;
};

} // namespace balcao::desk
