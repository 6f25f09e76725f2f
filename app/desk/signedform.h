// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A form about one charge that ends with a reason and the PIN of whoever signs it. While it is under way nothing is
// signed again; what the shop's server said stands in words. GUI thread.
#pragma once

#include "desk/pixactions.h"

#include <QObject>

namespace balcao::desk {

class SignedForm : public QObject
{
    Q_OBJECT

public:
    static constexpr int kLongestReason = 256;

    explicit SignedForm(PixSigner &signer, QObject *parent = nullptr) : QObject(parent), m_signer(signer) {}

    void setOperator(OperatorId who) { m_operator = who; }

    /// Which charge: "R$ 80,00 · Bolo".
    [[nodiscard]] QString title() const;
    void setReason(const QString &text);
    void setPin(const QString &pin);
    [[nodiscard]] virtual bool canSign() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Why it was not done; empty: nothing to say.
    [[nodiscard]] const QString &text() const { return m_text; }
    void sign();

Q_SIGNALS:
    void changed();
    /// A dialog is to show it.
    void wanted();
    /// The PIN is to be typed anew.
    void cleared();
    void done();

protected:
    void open(const store::ChargeRow &charge);
    /// Something else was filled in.
    void touch();
    virtual void perform(const QString &reason, const QString &pin, PixSigner::Done done) = 0;
    /// After whatever answer.
    virtual void answered(const PixSigner::Answer &) {}

    [[nodiscard]] const store::ChargeRow &charge() const { return m_charge; }
    [[nodiscard]] PixSigner &signer() const { return m_signer; }
    [[nodiscard]] OperatorId who() const { return m_operator; }

private:
    PixSigner &m_signer;
    OperatorId m_operator;
    store::ChargeRow m_charge;
    QString m_reason;
    QString m_pin;
    QString m_text;
    bool m_isBusy = false;
};

/// "Baixa manual": somebody says that it was paid; no bank does.
class SettleForm final : public SignedForm
{
    Q_OBJECT

public:
    using SignedForm::SignedForm;

    void begin(const store::ChargeRow &charge) { open(charge); }

private:
    void perform(const QString &reason, const QString &pin, PixSigner::Done done) override;
};

/// A manager sends back what was paid, or a part of it. Its id is made once for an amount and kept until the answer is
/// certain: whatever is pressed how often, it is one refund.
class RefundForm final : public SignedForm
{
    Q_OBJECT

public:
    using SignedForm::SignedForm;

    void begin(const store::ChargeRow &charge);

    /// As typed, "25,00".
    void setAmount(const QString &typed);
    [[nodiscard]] const QString &amount() const { return m_typed; }
    /// How much may go back at most, or what is wrong with the amount.
    [[nodiscard]] QString help() const;
    [[nodiscard]] bool isWrong() const;
    [[nodiscard]] bool canSign() const override;

private:
    void perform(const QString &reason, const QString &pin, PixSigner::Done done) override;
    void answered(const PixSigner::Answer &answer) override;
    [[nodiscard]] std::optional<Money> typed() const;

    QString m_typed;
    RefundId m_refund;
    ChargeId m_about; ///< what m_refund is of
    Money m_ofAmount; ///< the same
};

} // namespace balcao::desk
