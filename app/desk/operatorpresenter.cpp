// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/operatorpresenter.h"

#include "core/pin.h"

#include <algorithm>
#include <utility>

namespace balcao::desk {

OperatorPresenter::OperatorPresenter(OperatorGate &gate, QObject *parent) : QObject(parent), m_gate(gate) {}

void OperatorPresenter::setOperators(const QList<OperatorChoice> &operators)
{
    QList<OperatorChoice> choices = operators;
    for (OperatorChoice &one : choices)
        one.hasPin = one.hasPin && !m_withoutPin.contains(one.id);
    if (choices == m_operators)
        return;
    const OperatorId before = chosen() ? chosen()->id : OperatorId();
    m_operators = choices;
    m_selected = 0;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (choices[i].id == before)
            m_selected = static_cast<int>(i);
    }
    if (!before.isNull() && chosen() && chosen()->id != before) {
        // What was typed was another person's PIN.
        m_pin.clear();
        Q_EMIT pinCleared();
    }
    Q_EMIT changed();
}

void OperatorPresenter::setKnown(bool known)
{
    if (m_known == known)
        return;
    m_known = known;
    Q_EMIT changed();
}

const OperatorChoice *OperatorPresenter::chosen() const
{
    return m_selected < m_operators.size() ? &m_operators[m_selected] : nullptr;
}

bool OperatorPresenter::choosesPin() const
{
    return isFirstManager() || (chosen() && !chosen()->hasPin);
}

int OperatorPresenter::minimumPin() const
{
    const bool isManager = isFirstManager() || (chosen() && chosen()->role == Role::Manager);
    return leastPin(isManager ? Role::Manager : Role::Attendant);
}

bool OperatorPresenter::canEnter() const
{
    if (!needsPin())
        return !m_busy;
    const bool named = isFirstManager() ? !m_name.trimmed().isEmpty() : chosen() != nullptr;
    return !m_busy && named && m_pin.size() >= (choosesPin() ? minimumPin() : kLeastPin) && m_pin.size() <= kMostPin;
}

QString OperatorPresenter::pinHelp() const
{
    if (!choosesPin())
        return tr("Your PIN opens this computer and signs what you do.");
    return tr("Choose a PIN of %1 to 8 digits. Only you should know it.").arg(minimumPin());
}

void OperatorPresenter::setWithoutPin(OperatorId who)
{
    m_free = who;
    Q_EMIT changed();
}

bool OperatorPresenter::needsPin() const
{
    return m_free.isNull() || !chosen() || chosen()->id != m_free;
}

void OperatorPresenter::selectOperator(OperatorId who)
{
    const auto at = std::ranges::find(std::as_const(m_operators), who, &OperatorChoice::id);
    if (at != m_operators.cend())
        select(static_cast<int>(at - m_operators.cbegin()));
}

void OperatorPresenter::leave(OperatorId who)
{
    OperatorId next = std::exchange(m_left, who);
    const auto other =
        std::ranges::find_if(std::as_const(m_operators), [who](const OperatorChoice &one) { return one.id != who; });
    if ((next.isNull() || next == who) && other != m_operators.cend())
        next = other->id;
    selectOperator(next);
}

void OperatorPresenter::select(int row)
{
    if (row < 0 || row >= m_operators.size() || row == m_selected)
        return;
    m_selected = row;
    m_pin.clear();
    m_error.clear();
    Q_EMIT pinCleared();
    Q_EMIT changed();
}

void OperatorPresenter::setName(const QString &name)
{
    m_name = name;
    Q_EMIT changed();
}

void OperatorPresenter::setPin(const QString &pin)
{
    m_pin.clear();
    std::copy_if(pin.begin(), pin.end(), std::back_inserter(m_pin), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!m_pin.isEmpty())
        m_error.clear();
    Q_EMIT changed();
}

void OperatorPresenter::enter()
{
    if (!canEnter())
        return;
    if (!needsPin()) {
        Q_EMIT returned();
        return;
    }
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    const OperatorId who = chosen() ? chosen()->id : OperatorId();
    const auto done = [this, who](OperatorGate::Outcome outcome, qint64 number) { finish(who, outcome, number); };
    if (isFirstManager())
        m_gate.addFirstManager(m_name.trimmed(), m_pin, done);
    else if (choosesPin())
        m_gate.choosePin(*chosen(), m_pin, done);
    else
        m_gate.enter(*chosen(), m_pin, done);
}

void OperatorPresenter::finish(OperatorId who, OperatorGate::Outcome outcome, qint64 number)
{
    using Outcome = OperatorGate::Outcome;
    m_busy = false;
    m_pin.clear();
    Q_EMIT pinCleared();
    switch (outcome) {
    case Outcome::Welcome:
        m_error.clear();
        m_withoutPin.remove(who);
        break;
    case Outcome::NoPinYet:
        m_withoutPin.insert(who);
        for (OperatorChoice &one : m_operators)
            one.hasPin = one.hasPin && one.id != who;
        m_error = tr("You have no PIN yet. Choose one now.");
        break;
    case Outcome::PinWrong:
        m_error = wrongPin(number);
        break;
    case Outcome::TooManyTries:
        m_error =
            tr("Too many wrong PINs. Try again in %n second(s).", nullptr, static_cast<int>((number + 999) / 1000));
        break;
    case Outcome::PinWeak:
        m_error = tr("This PIN is too short. Use %1 to 8 digits.").arg(minimumPin());
        break;
    case Outcome::ManagerNeeded:
        m_error = tr("A manager's first PIN is set by another manager, or at the shop's server.");
        break;
    case Outcome::NeedsConnection:
        m_error = tr("The first entry on this computer needs the connection to the shop's server.");
        break;
    case Outcome::Failed:
        m_error = tr("It did not work. Try again.");
        break;
    }
    Q_EMIT changed();
    if (outcome == Outcome::Welcome)
        Q_EMIT entered();
}

QString OperatorPresenter::wrongPin(qint64 triesLeft)
{
    return triesLeft > 0 ? tr("Wrong PIN. %n try(s) left.", nullptr, static_cast<int>(triesLeft)) : tr("Wrong PIN.");
}

} // namespace balcao::desk
