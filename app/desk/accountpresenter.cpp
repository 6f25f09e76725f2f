// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/accountpresenter.h"

namespace balcao::desk {

AccountPresenter::AccountPresenter(PinChanger &changer, QObject *parent) : QObject(parent), m_changer(changer) {}

void AccountPresenter::setOperator(const OperatorChoice &who)
{
    m_who = who;
    m_old.clear();
    m_new.clear();
    m_again.clear();
    m_text.clear();
    Q_EMIT cleared();
    Q_EMIT changed();
}

void AccountPresenter::setShop(const QString &name, const QString &address, const QString &device)
{
    m_shop = name;
    m_address = address;
    m_device = device;
    Q_EMIT changed();
}

QString AccountPresenter::roleText() const
{
    return m_who.role == Role::Manager ? tr("Manager") : tr("Attendant");
}

void AccountPresenter::setOldPin(const QString &pin)
{
    m_old = pin;
    say({}, false);
}

void AccountPresenter::setNewPin(const QString &pin)
{
    m_new = pin;
    say({}, false);
}

void AccountPresenter::setAgain(const QString &pin)
{
    m_again = pin;
    const bool differs = !m_again.isEmpty() && !m_new.startsWith(m_again);
    say(differs ? tr("The two new PINs differ.") : QString(), differs);
}

bool AccountPresenter::canChange() const
{
    return !m_busy && couldBePin(m_old) && couldBePin(m_new, minimumPin()) && m_new == m_again;
}

void AccountPresenter::change()
{
    if (!canChange())
        return;
    m_busy = true;
    say({}, false);
    m_changer.change(m_who.id, m_old, m_new,
                     [this](OperatorGate::Outcome outcome, qint64 number) { finish(outcome, number); });
}

void AccountPresenter::finish(OperatorGate::Outcome outcome, qint64 number)
{
    using Outcome = OperatorGate::Outcome;
    m_busy = false;
    m_old.clear();
    m_new.clear();
    m_again.clear();
    Q_EMIT cleared();
    switch (outcome) {
    case Outcome::Welcome:
        return say(tr("Your PIN was changed. It is the new one on every computer of the shop."), false);
    case Outcome::PinWrong:
        return say(number > 0 ? tr("The current PIN is wrong. %n try(s) left.", nullptr, static_cast<int>(number))
                              : tr("The current PIN is wrong."),
                   true);
    case Outcome::TooManyTries:
        return say(
            tr("Too many wrong PINs. Try again in %n second(s).", nullptr, static_cast<int>((number + 999) / 1000)),
            true);
    case Outcome::PinWeak:
        return say(tr("This PIN is too short. Use %1 to 8 digits.").arg(minimumPin()), true);
    case Outcome::NeedsConnection:
        return say(tr("Changing the PIN needs the connection to the shop's server."), true);
    case Outcome::ManagerNeeded:
    case Outcome::NoPinYet:
    case Outcome::Failed:
        return say(tr("It did not work. Try again."), true);
    }
}

void AccountPresenter::say(const QString &text, bool isProblem)
{
    m_text = text;
    m_isProblem = isProblem;
    Q_EMIT changed();
}

} // namespace balcao::desk
