// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is done with a charge that stands: its QR at the counter, its code copied, cancelled, or "baixa manual" with
// reason and PIN. A code is shown only after it was compared with who is to receive. GUI thread.
#pragma once

#include "desk/pixpresenter.h"

namespace balcao::desk {

class ChargePresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kLongestReason = 256;

    ChargePresenter(PixSource &source, PixActions &actions, PixSigner &signer, const Wording &wording,
                    const Clock &clock, QObject *parent = nullptr);

    void setOperator(OperatorId who);

    /// Full screen, for a customer at the counter. codeReady() or refused() comes.
    void showQr(const store::ChargeRow &charge);
    void copyCode(const store::ChargeRow &charge);
    void cancel(const store::ChargeRow &charge);
    /// Whether the shop still waits for its money.
    [[nodiscard]] bool isWaiting(const store::ChargeRow &charge) const;
    /// Also while the bank has not answered, and when its time is over.
    [[nodiscard]] bool mayCancel(const store::ChargeRow &charge) const;
    [[nodiscard]] bool maySettle(const store::ChargeRow &charge) const;

    // Baixa manual
    void beginSettling(const store::ChargeRow &charge);
    [[nodiscard]] QString settleTitle() const;
    void setReason(const QString &text);
    void setPin(const QString &pin);
    [[nodiscard]] bool canSettle() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] const QString &text() const { return m_text; }
    void settle();

Q_SIGNALS:
    void changed();
    void codeReady(const balcao::desk::PixCode &code, balcao::desk::PixPresenter::Handout how);
    /// Why a code is not shown.
    void refused(const QString &why);
    void settleWanted();
    void settled();
    void cleared();

private:
    void hand(const store::ChargeRow &charge, PixPresenter::Handout how);

    PixSource &m_source;
    PixActions &m_actions;
    PixSigner &m_signer;
    const Wording &m_wording;
    const Clock &m_clock;
    OperatorId m_operator;
    store::ChargeRow m_charge;
    QString m_reason;
    QString m_pin;
    QString m_text;
    bool m_isBusy = false;
};

} // namespace balcao::desk
