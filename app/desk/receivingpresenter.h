// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Receiving": to whom the shop's Pix goes. A manager proposes with their PIN; another one confirms, or they
// themselves a day later; all desks say so meanwhile and for seven days after. GUI thread.
#pragma once

#include "core/clock.h"
#include "core/role.h"
#include "desk/pixactions.h"
#include "desk/wording.h"

#include <QObject>
#include <QStringList>

namespace balcao::desk {

class ReceivingPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kToldMs = 7 * kDayMs;

    ReceivingPresenter(PixSource &source, PixSigner &signer, const Wording &wording, const Clock &clock,
                       QObject *parent = nullptr);

    void setOperator(OperatorId who, Role role);
    void reload();

    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] bool hasAccount() const { return m_row.account.has_value(); }
    [[nodiscard]] QString nameText() const;
    [[nodiscard]] QString keyText() const;
    [[nodiscard]] QString cityText() const;
    [[nodiscard]] QString sinceText() const;

    [[nodiscard]] bool hasProposal() const { return m_row.proposed.has_value(); }
    /// "Somebody proposed on 25/11 that it goes to …"
    [[nodiscard]] QString proposalText() const;
    /// Who may confirm it, and when.
    [[nodiscard]] QString proposalHelp() const;

    [[nodiscard]] bool mayManage() const { return m_role == Role::Manager; }
    /// Why the form is shut; empty: it is open.
    [[nodiscard]] QString shutText() const;

    // The form
    [[nodiscard]] static QStringList keyTypes(); ///< in the order of PixKeyType
    void setType(PixKeyType type);
    void setKey(const QString &typed);
    void setName(const QString &typed);
    void setCity(const QString &typed);
    void setPin(const QString &pin);
    [[nodiscard]] PixKeyType type() const { return m_type; }
    /// What is wrong with the key, or how it will stand; empty: nothing typed.
    [[nodiscard]] QString keyHelp() const;
    [[nodiscard]] bool isKeyWrong() const { return !m_key.isEmpty() && !pixKeyOf(m_type, m_key); }
    /// How banks' apps will write it.
    [[nodiscard]] QString nameHelp() const;
    [[nodiscard]] bool canPropose() const { return isReady() && typed().has_value() && !shutByProposal(); }
    [[nodiscard]] bool canConfirm() const;
    [[nodiscard]] bool canKeep() const { return isReady() && hasProposal(); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    void propose();
    void confirm();
    /// The proposal is off the table.
    void keep();

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isProblem() const { return m_isProblem; }

    /// Across the window, on every desk; empty: nothing has changed lately.
    [[nodiscard]] QString bannerText() const;

Q_SIGNALS:
    void changed();
    /// The form is to be emptied; `pinOnly`: of the PIN.
    void cleared(bool pinOnly);

private:
    [[nodiscard]] std::optional<PixAccount> typed() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool shutByProposal() const { return hasProposal(); }
    [[nodiscard]] QString shortly(const PixAccount &account) const;
    void begin();
    void finish(const PixSigner::Answer &answer, const QString &done);

    PixSource &m_source;
    PixSigner &m_signer;
    const Wording &m_wording;
    const Clock &m_clock;
    OperatorId m_operator;
    Role m_role = Role::Attendant;
    store::PixAccountRow m_row;
    PixKeyType m_type = PixKeyType::Random;
    QString m_key;
    QString m_name;
    QString m_city;
    QString m_pin;
    QString m_text;
    bool m_isKnown = false;
    bool m_isProblem = false;
    bool m_isBusy = false;
};

} // namespace balcao::desk
