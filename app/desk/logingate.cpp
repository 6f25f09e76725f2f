// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/logingate.h"

namespace balcao::desk {

LoginGate::LoginGate(sync::Login &login) : m_login(login)
{
    connect(&m_login, &sync::Login::added, this, [this](OperatorId who) { m_who.id = who; });
}

sync::Login::Done LoginGate::translated(Done done)
{
    return [done = std::move(done)](sync::LoginOutcome outcome, qint64 number) {
        switch (outcome) {
        case sync::LoginOutcome::Welcome:
            return done(Outcome::Welcome, number);
        case sync::LoginOutcome::NoPinYet:
            return done(Outcome::NoPinYet, number);
        case sync::LoginOutcome::PinWrong:
            return done(Outcome::PinWrong, number);
        case sync::LoginOutcome::TooManyTries:
            return done(Outcome::TooManyTries, number);
        case sync::LoginOutcome::PinWeak:
            return done(Outcome::PinWeak, number);
        case sync::LoginOutcome::ManagerNeeded:
            return done(Outcome::ManagerNeeded, number);
        case sync::LoginOutcome::NeedsConnection:
            return done(Outcome::NeedsConnection, number);
        case sync::LoginOutcome::Failed:
            return done(Outcome::Failed, number);
        }
    };
}

void LoginGate::enter(const OperatorChoice &choice, const QString &pin, Done done)
{
    m_who = choice;
    m_login.enter(choice.id, pin, translated(std::move(done)));
}

void LoginGate::choosePin(const OperatorChoice &choice, const QString &pin, Done done)
{
    m_who = choice;
    m_login.choosePin(choice.id, pin, translated(std::move(done)));
}

void LoginGate::change(OperatorId who, const QString &oldPin, const QString &newPin, Done done)
{
    m_login.changePin(who, oldPin, newPin, translated(std::move(done)));
}

void LoginGate::addFirstManager(const QString &name, const QString &pin, Done done)
{
    m_who = {{}, name, Role::Manager, false};
    m_login.addFirstManager(name, pin, translated(std::move(done)));
}

} // namespace balcao::desk
