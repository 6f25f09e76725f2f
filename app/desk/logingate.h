// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// OperatorGate and PinChanger over sync's Login. GUI thread.
#pragma once

#include "desk/accountpresenter.h"
#include "desk/operatorpresenter.h"
#include "sync/login.h"

namespace balcao::desk {

class LoginGate final : public QObject, public OperatorGate, public PinChanger
{
    Q_OBJECT

public:
    explicit LoginGate(sync::Login &login);

    void enter(const OperatorChoice &choice, const QString &pin, Done done) override;
    void choosePin(const OperatorChoice &choice, const QString &pin, Done done) override;
    void addFirstManager(const QString &name, const QString &pin, Done done) override;
    void change(OperatorId who, const QString &oldPin, const QString &newPin, Done done) override;

    /// Who was let in last.
    [[nodiscard]] const OperatorChoice &who() const { return m_who; }

private:
    [[nodiscard]] static sync::Login::Done translated(Done done);

    sync::Login &m_login;
    OperatorChoice m_who;
};

} // namespace balcao::desk
