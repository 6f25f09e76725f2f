// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/login.h"

#include "core/pinverifier.h"

#include <QJsonObject>

namespace balcao::sync {

using namespace Qt::Literals::StringLiterals;
using Failure = net::CallFailure::Kind;

namespace {

constexpr qint64 kGoodForMs = 30 * kDayMs;
constexpr int kTries = 5;
constexpr qint64 kFirstWaitMs = 30 * kSecondMs;
constexpr int kMostDoubled = 10;
constexpr qint64 kLongestWaitMs = kFirstWaitMs << kMostDoubled;
constexpr qint64 kClockSlackMs = kDayMs;

QString keyOf(OperatorId who)
{
    return u"pin/"_s + who.text();
}

/// What a desk keeps of a PIN that the relay confirmed.
struct Kept
{
    PinVerifier verifier;
    qint64 at = 0;
    int failures = 0;
    qint64 blockedUntil = 0;
};

Kept parse(const QByteArray &bytes)
{
    const auto json = wire::parseObject(bytes, problem::kBadRequest);
    if (!json)
        return {};
    return {{QByteArray::fromHex(json->value("salt"_L1).toString().toLatin1()),
             QByteArray::fromHex(json->value("hash"_L1).toString().toLatin1())},
            json->value("at"_L1).toInteger(),
            static_cast<int>(json->value("failures"_L1).toInteger()),
            json->value("blocked_until"_L1).toInteger()};
}

QByteArray written(const Kept &kept)
{
    return wire::canonicalJson({{u"salt"_s, QString::fromLatin1(kept.verifier.salt.toHex())},
                                {u"hash"_s, QString::fromLatin1(kept.verifier.hash.toHex())},
                                {u"at"_s, kept.at},
                                {u"failures"_s, kept.failures},
                                {u"blocked_until"_s, kept.blockedUntil}});
}

struct Checked
{
    LoginOutcome outcome = LoginOutcome::NeedsConnection;
    qint64 number = 0;
};

/// As the relay counts them; an older one says nothing.
qint64 triesLeft(const Problem &wrong)
{
    bool said = false;
    const int left = wrong.detail.toInt(&said);
    return said && left >= 0 && left <= kTries ? left : -1;
}

/// Writer thread.
Result<Checked> check(store::StoreWriter &writer, OperatorId who, const QString &pin, qint64 now)
{
    BALCAO_TAKE(const QByteArray bytes, writer.settings().find(keyOf(who)));
    Kept kept = parse(bytes);
    // Before the first exchange this is the PC's own clock: set back, it must not keep a PIN good for ever, and a
    // jump must not block for years.
    if (kept.verifier.hash.isEmpty() || kept.at + kGoodForMs < now || kept.at > now + kClockSlackMs)
        return Checked{LoginOutcome::NeedsConnection, 0};
    kept.blockedUntil = qMin(kept.blockedUntil, now + kLongestWaitMs);
    if (kept.blockedUntil > now)
        return Checked{LoginOutcome::TooManyTries, kept.blockedUntil - now};
    const bool right = isPin(pin, kept.verifier);
    kept.failures = right ? 0 : kept.failures + 1;
    kept.blockedUntil = kept.failures < kTries ? 0 : now + (kFirstWaitMs << qMin(kept.failures - kTries, kMostDoubled));
    BALCAO_TRY(writer.settings().save(keyOf(who), written(kept)));
    return right ? Checked{LoginOutcome::Welcome, 0} : Checked{LoginOutcome::PinWrong, qMax(0, kTries - kept.failures)};
}

} // namespace

Login::Login(store::Store &store, net::RelayClient &client, const Clock &clock)
    : m_store(store), m_client(client), m_clock(clock)
{
}

void Login::enter(OperatorId who, const QString &pin, Done done)
{
    m_call = m_client.openSession(
        {who, pin}, this, [this, who, pin, done](const net::CallResult<wire::SessionAnswer> &answer) {
            const net::Call handle = std::move(m_call);
            const auto *failure = std::get_if<net::CallFailure>(&answer);
            if (!failure) {
                remember(who, pin);
                return done(LoginOutcome::Welcome, 0);
            }
            const QString &type = failure->problem.type;
            if (type == problem::kTooManyTries)
                return done(LoginOutcome::TooManyTries, qMax(1, failure->retryAfterS) * kSecondMs);
            if (type == problem::kPinUnset)
                return done(LoginOutcome::NoPinYet, 0);
            // Only the shop's own answer about this PIN counts; whatever else stands between is like no connection.
            if (failure->kind != Failure::Rejected && failure->kind != Failure::Revoked)
                return enterOffline(who, pin, done);
            if (type == problem::kPinWrong)
                return done(LoginOutcome::PinWrong, triesLeft(failure->problem));
            done(LoginOutcome::Failed, 0);
        });
}

void Login::enterOffline(OperatorId who, const QString &pin, const Done &done)
{
    m_store.write(
        [who, pin, now = m_clock.nowMs()](store::StoreWriter &writer) { return check(writer, who, pin, now); }, this,
        [done](const Result<Checked> &checked) {
            const Checked result = checked.valueOr(Checked{LoginOutcome::Failed, 0});
            done(result.outcome, result.number);
        });
}

void Login::remember(OperatorId who, const QString &pin)
{
    m_store.write([who, pin, now = m_clock.nowMs()](store::StoreWriter &writer) {
        return writer.settings().save(keyOf(who), written({pinVerifier(pin), now, 0, 0}));
    });
}

void Login::choosePin(OperatorId who, const QString &pin, Done done)
{
    setPin({who, pin, {}, {}}, std::move(done));
}

void Login::changePin(OperatorId who, const QString &oldPin, const QString &newPin, Done done)
{
    setPin({who, newPin, oldPin, {}}, std::move(done));
}

void Login::setPin(const wire::PinRequest &request, Done done)
{
    m_call = m_client.setPin(request, this, [this, request, done](const net::CallResult<bool> &answer) {
        const net::Call handle = std::move(m_call);
        const auto *failure = std::get_if<net::CallFailure>(&answer);
        if (!failure) {
            remember(request.operatorId, request.newPin);
            return done(LoginOutcome::Welcome, 0);
        }
        const QString &type = failure->problem.type;
        if (type == problem::kPinWeak)
            return done(LoginOutcome::PinWeak, 0);
        if (type == problem::kManagerNeeded)
            return done(LoginOutcome::ManagerNeeded, 0);
        if (type == problem::kPinWrong)
            return done(LoginOutcome::PinWrong, triesLeft(failure->problem));
        if (type == problem::kTooManyTries)
            return done(LoginOutcome::TooManyTries, qMax(1, failure->retryAfterS) * kSecondMs);
        const bool away = failure->kind == Failure::Offline || failure->kind == Failure::Timeout;
        done(away ? LoginOutcome::NeedsConnection : LoginOutcome::Failed, 0);
    });
}

void Login::addFirstManager(const QString &name, const QString &pin, Done done)
{
    // Asked again it is the same one: an answer may have been lost, and a shop has one first manager.
    if (!m_firstManager || m_firstManager->name != name) {
        wire::AddOperator body;
        body.operatorId = OperatorId::create();
        body.definition = {name, Role::Manager};
        const wire::Command command = wire::makeCommand(body, body.operatorId, m_clock.nowMs());
        m_firstManager = {name, body.operatorId, wire::canonicalJson(wire::toJson(command))};
    }
    m_call = m_client.commands(
        {m_firstManager->command}, {}, {}, this,
        [this, who = m_firstManager->id, pin, done](const net::CallResult<QByteArray> &answer) {
            const net::Call handle = std::move(m_call);
            const auto *bytes = std::get_if<QByteArray>(&answer);
            const auto outcomes = wire::fromBytes<wire::OutcomeBatch>(bytes ? *bytes : QByteArray());
            if (!outcomes)
                return done(LoginOutcome::NeedsConnection, 0);
            if (outcomes->outcomes.size() != 1 || outcomes->outcomes.first().status != wire::OutcomeStatus::Accepted)
                return done(LoginOutcome::Failed, 0);
            Q_EMIT added(who);
            choosePin(who, pin, done);
        });
}

} // namespace balcao::sync
