// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Account": who serves, at which shop, on which computer; changing one's own PIN. GUI thread.
#pragma once

#include "core/pin.h"
#include "desk/operatorpresenter.h"

namespace balcao::desk {

/// What it needs of the world; sync's login stands behind it.
class PinChanger
{
public:
    PinChanger() = default;
    virtual ~PinChanger() = default;
    Q_DISABLE_COPY_MOVE(PinChanger)

    virtual void change(OperatorId who, const QString &oldPin, const QString &newPin, OperatorGate::Done done) = 0;
};

class AccountPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit AccountPresenter(PinChanger &changer, QObject *parent = nullptr);

    void setOperator(const OperatorChoice &who);
    void setShop(const QString &name, const QString &address, const QString &device);

    [[nodiscard]] const QString &operatorName() const { return m_who.name; }
    [[nodiscard]] QString roleText() const;
    [[nodiscard]] const QString &shopName() const { return m_shop; }
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] const QString &device() const { return m_device; }

    /// Whoever came in without a PIN has none to change.
    [[nodiscard]] bool hasPin() const { return m_who.hasPin; }
    [[nodiscard]] int minimumPin() const { return leastPin(m_who.role); }
    void setOldPin(const QString &pin);
    void setNewPin(const QString &pin);
    void setAgain(const QString &pin);
    [[nodiscard]] bool canChange() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What became of it, or what is wrong with what was typed; empty: nothing yet.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isProblem() const { return m_isProblem; }
    void change();

Q_SIGNALS:
    void changed();
    /// The fields are to be emptied: a PIN is not left standing.
    void cleared();

private:
    void finish(OperatorGate::Outcome outcome, qint64 number);
    void say(const QString &text, bool isProblem);

    PinChanger &m_changer;
    OperatorChoice m_who;
    QString m_shop;
    QString m_address;
    QString m_device;
    QString m_old;
    QString m_new;
    QString m_again;
    QString m_text;
    bool m_isProblem = false;
    bool m_busy = false;
};

} // namespace balcao::desk
