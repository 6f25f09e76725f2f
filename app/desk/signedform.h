// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A form about one charge that ends with a reason and the PIN of whoever signs it. While it is under way nothing is
// signed again, and no other charge is taken up; what the shop's server said stands in words. GUI thread.
#pragma once

#include "desk/pixactions.h"

#include <QHash>
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
    /// False: what was signed last is still under way.
    bool open(const store::ChargeRow &charge);
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

/// A manager sends back what was paid, or a part of it. The id of an act is kept with its charge and amount until its
/// answer is certain: the same again is the same refund. What has gone back meanwhile makes it stale at the relay.
class RefundForm final : public SignedForm
{
    Q_OBJECT

public:
    using SignedForm::SignedForm;

    /// `amount`: what is proposed; nothing: all that may go back.
    void begin(const store::ChargeRow &charge, Money amount = {});

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

    struct Act
    {
        RefundId refund;
        Money amount;
    };

    QString m_typed;
    QHash<ChargeId, Act> m_open; ///< of which no certain answer has come
};

} // namespace balcao::desk
