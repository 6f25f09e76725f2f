// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who is serving: first run's second step and F11. Chooses an operator, asks for the PIN, lets the first
// manager of a new shop be named. GUI thread; owned by the composition root.
#pragma once

#include "core/id.h"
#include "core/role.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <functional>

namespace balcao::desk {

struct OperatorChoice
{
    OperatorId id;
    QString name;
    Role role = Role::Attendant;
    bool hasPin = false;

    friend bool operator==(const OperatorChoice &, const OperatorChoice &) = default;
};

/// What it needs of the world; sync's login stands behind it.
class OperatorGate
{
public:
    enum class Outcome { Welcome, NoPinYet, PinWrong, TooManyTries, PinWeak, ManagerNeeded, NeedsConnection, Failed };

    OperatorGate() = default;
    virtual ~OperatorGate() = default;
    Q_DISABLE_COPY_MOVE(OperatorGate)

    /// `number`: with TooManyTries the milliseconds to wait; with PinWrong how many tries are left, below 0 when that
    /// is not known.
    using Done = std::function<void(Outcome, qint64 number)>;
    virtual void enter(const OperatorChoice &choice, const QString &pin, Done done) = 0;
    /// The operator's first PIN; enters with it.
    virtual void choosePin(const OperatorChoice &choice, const QString &pin, Done done) = 0;
    /// A shop without a manager: names the first.
    virtual void addFirstManager(const QString &name, const QString &pin, Done done) = 0;
};

class OperatorPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit OperatorPresenter(OperatorGate &gate, QObject *parent = nullptr);

    void setOperators(const QList<OperatorChoice> &operators);
    [[nodiscard]] const QList<OperatorChoice> &operators() const { return m_operators; }
    /// Whether the list is the shop's own by now: empty means nothing before.
    void setKnown(bool known);
    [[nodiscard]] bool isKnown() const { return m_known || !m_operators.isEmpty(); }
    [[nodiscard]] bool isFirstManager() const { return m_known && m_operators.isEmpty(); }
    [[nodiscard]] int selected() const { return m_selected; }
    [[nodiscard]] bool choosesPin() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool canEnter() const;
    [[nodiscard]] int minimumPin() const;
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] QString pinHelp() const;

    /// Who serves came in without a PIN (the sample shop): comes back without one, too. Null: nobody does.
    void setWithoutPin(OperatorId who);
    [[nodiscard]] bool needsPin() const;
    /// Chooses that one, if there is one.
    void selectOperator(OperatorId who);
    void select(int row);
    /// That one leaves the counter to another: whoever left it to them is chosen, or else the first of the others.
    void leave(OperatorId who);
    void setName(const QString &name);
    void setPin(const QString &pin);
    void enter();

Q_SIGNALS:
    void changed();
    void pinCleared();
    /// The gate knows who it is by then.
    void entered();
    /// The one of setWithoutPin() is back.
    void returned();

private:
    void finish(OperatorId who, OperatorGate::Outcome outcome, qint64 number);
    [[nodiscard]] static QString wrongPin(qint64 triesLeft);
    [[nodiscard]] const OperatorChoice *chosen() const;

    OperatorGate &m_gate;
    QList<OperatorChoice> m_operators;
    QSet<OperatorId> m_withoutPin; ///< the relay said so; the log does not
    OperatorId m_free;
    OperatorId m_left; ///< to whoever serves now, or did last
    int m_selected = 0;
    bool m_known = false;
    QString m_name;
    QString m_pin;
    QString m_error;
    bool m_busy = false;
};

} // namespace balcao::desk
