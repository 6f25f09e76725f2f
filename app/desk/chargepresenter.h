// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is done with a charge that stands: its QR at the counter, its code copied, cancelled, settled by hand, or
// paid back. A code is shown only after it was compared with who is to receive. GUI thread.
#pragma once

#include "desk/pixpresenter.h"
#include "desk/signedform.h"

namespace balcao::desk {

class ChargePresenter final : public QObject
{
    Q_OBJECT

public:
    ChargePresenter(PixSource &source, PixActions &actions, PixSigner &signer, const Wording &wording,
                    const Clock &clock, QObject *parent = nullptr);

    void setOperator(OperatorId who, Role role);
    void setOffline(bool offline) { m_isOffline = offline; }
    /// Whether the shop lets money go back.
    void setRefunds(bool on) { m_hasRefunds = on; }

    /// Full screen, for a customer at the counter. codeReady() or refused() comes.
    void showQr(const store::ChargeRow &charge);
    void copyCode(const store::ChargeRow &charge);
    /// refused() comes without a connection: it may be paid before anybody hears of it.
    void cancel(const store::ChargeRow &charge);
    /// Whether the shop still waits for its money.
    [[nodiscard]] bool isWaiting(const store::ChargeRow &charge) const;
    /// Also while the bank has not answered, and when its time is over.
    [[nodiscard]] bool mayCancel(const store::ChargeRow &charge) const;
    [[nodiscard]] bool maySettle(const store::ChargeRow &charge) const;

    /// A manager's, where the shop has it switched on.
    [[nodiscard]] bool mayRefund(const store::ChargeRow &charge) const;
    [[nodiscard]] SettleForm &settling() { return m_settling; }
    [[nodiscard]] RefundForm &refunding() { return m_refunding; }

Q_SIGNALS:
    void codeReady(const balcao::desk::PixCode &code, balcao::desk::PixPresenter::Handout how);
    /// Why a code is not shown, or a charge not cancelled.
    void refused(const QString &why);

private:
    void hand(const store::ChargeRow &charge, PixPresenter::Handout how);

    PixSource &m_source;
    PixActions &m_actions;
    const Wording &m_wording;
    const Clock &m_clock;
    OperatorId m_operator;
    Role m_role = Role::Attendant;
    bool m_hasRefunds = false;
    bool m_isOffline = false;
    SettleForm m_settling;
    RefundForm m_refunding;
};

} // namespace balcao::desk
