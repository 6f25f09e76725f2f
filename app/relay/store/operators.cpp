// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/operators.h"

#include "relay/store/relaydata.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kFirstWaitMs = 30 * 1000;
constexpr qint64 kMostDoublings = 10;

QByteArray hashed(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

Operator read(const sql::Statement &row)
{
    return {row.id<OperatorId>(0), row.text(1), row.boolean(2) ? Role::Manager : Role::Attendant, row.boolean(3),
            row.boolean(4)};
}

} // namespace

Result<void> Operators::add(const Operator &added)
{
    return m_data.connection()
        .prepare(u"INSERT INTO operator (id, name, manager) VALUES (?, ?, ?)"_s)
        .bind(added.id)
        .bind(added.name)
        .bind(added.role == Role::Manager)
        .run();
}

Result<void> Operators::change(OperatorId id, const wire::OperatorChanged &change)
{
    std::optional<bool> manager;
    if (change.role)
        manager = *change.role == Role::Manager;
    return m_data.connection()
        .prepare(u"UPDATE operator SET name = coalesce(?, name), manager = coalesce(?, manager) WHERE id = ?"_s)
        .bind(change.name)
        .bind(manager)
        .bind(id)
        .run();
}

Result<void> Operators::dropPin(OperatorId id)
{
    BALCAO_TRY(m_data.connection().prepare(u"DELETE FROM session WHERE operator = ?"_s).bind(id).run());
    return m_data.connection()
        .prepare(u"UPDATE operator SET pin_salt = NULL, pin_hash = NULL WHERE id = ?"_s)
        .bind(id)
        .run();
}

Result<bool> Operators::hasManagerWithPin()
{
    const auto found =
        m_data.connection()
            .prepare(u"SELECT 1 FROM operator WHERE manager = 1 AND disabled = 0 AND pin_hash IS NOT NULL "
                     "LIMIT 1"_s)
            .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(found);
    return found->has_value();
}

Result<void> Operators::disable(OperatorId id)
{
    BALCAO_TRY(m_data.connection().prepare(u"DELETE FROM session WHERE operator = ?"_s).bind(id).run());
    return m_data.connection().prepare(u"UPDATE operator SET disabled = 1 WHERE id = ?"_s).bind(id).run();
}

Result<std::optional<Operator>> Operators::find(OperatorId id)
{
    return m_data.connection()
        .prepare(u"SELECT id, name, manager, disabled, pin_hash IS NOT NULL FROM operator WHERE id = ?"_s)
        .bind(id)
        .one(read);
}

Result<QList<Operator>> Operators::all()
{
    return m_data.connection()
        .prepare(u"SELECT id, name, manager, disabled, pin_hash IS NOT NULL FROM operator ORDER BY name, id"_s)
        .all(read);
}

Result<qint64> Operators::managers(OperatorId except)
{
    const auto count =
        m_data.connection()
            .prepare(u"SELECT count(*) FROM operator WHERE manager = 1 AND disabled = 0 AND id IS NOT ?"_s)
            .bind(except)
            .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(count);
    return count->value_or(0);
}

Result<PinVerifier> Operators::verifier(OperatorId id)
{
    const auto found = m_data.connection()
                           .prepare(u"SELECT pin_salt, pin_hash FROM operator WHERE id = ? AND pin_hash IS NOT NULL"_s)
                           .bind(id)
                           .one([](const sql::Statement &row) {
                               return PinVerifier{row.bytes(0), row.bytes(1)};
                           });
    BALCAO_TRY(found);
    return found->value_or(PinVerifier());
}

Result<void> Operators::setPin(OperatorId id, const PinVerifier &verifier)
{
    BALCAO_TRY(m_data.connection().prepare(u"DELETE FROM pin_try WHERE operator = ?"_s).bind(id).run());
    return m_data.connection()
        .prepare(u"UPDATE operator SET pin_salt = ?, pin_hash = ? WHERE id = ?"_s)
        .bind(verifier.salt)
        .bind(verifier.hash)
        .bind(id)
        .run();
}

Result<qint64> Operators::waitMs(OperatorId id, DeskId desk)
{
    const auto until = m_data.connection()
                           .prepare(u"SELECT blocked_until FROM pin_try WHERE operator = ? AND desk = ?"_s)
                           .bind(id)
                           .bind(desk.bytes())
                           .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(until);
    // Never longer than the longest: the clock may have been set back.
    return qBound<qint64>(0, until->value_or(0) - m_data.clock().nowMs(), kFirstWaitMs << kMostDoublings);
}

Result<int> Operators::tried(OperatorId id, DeskId desk, bool right)
{
    if (right) {
        BALCAO_TRY(m_data.connection()
                       .prepare(u"DELETE FROM pin_try WHERE operator = ? AND desk = ?"_s)
                       .bind(id)
                       .bind(desk.bytes())
                       .run());
        return kTries;
    }
    const auto before = m_data.connection()
                            .prepare(u"SELECT failures FROM pin_try WHERE operator = ? AND desk = ?"_s)
                            .bind(id)
                            .bind(desk.bytes())
                            .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(before);
    const qint64 failures = before->value_or(0) + 1;
    const qint64 blocked =
        failures < kTries ? 0
                          : m_data.clock().nowMs() + (kFirstWaitMs << qMin<qint64>(failures - kTries, kMostDoublings));
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT INTO pin_try (operator, desk, failures, blocked_until) VALUES (?, ?, ?, ?) "
                            "ON CONFLICT (operator, desk) DO UPDATE SET failures = excluded.failures, "
                            "blocked_until = excluded.blocked_until"_s)
                   .bind(id)
                   .bind(desk.bytes())
                   .bind(failures)
                   .bind(blocked)
                   .run());
    return static_cast<int>(qMax<qint64>(0, kTries - failures));
}

Result<wire::SessionAnswer> Operators::openSession(OperatorId id, DeskId desk)
{
    QByteArray secret(32, '\0');
    for (char &byte : secret)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    const qint64 now = m_data.clock().nowMs();
    const wire::SessionAnswer answer{QString::fromLatin1(secret.toHex()), now + kSessionMs};
    BALCAO_TRY(m_data.connection().prepare(u"DELETE FROM session WHERE expires < ?"_s).bind(now).run());
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT INTO session (token, operator, desk, expires) VALUES (?, ?, ?, ?)"_s)
                   .bind(hashed(answer.session))
                   .bind(id)
                   .bind(desk)
                   .bind(answer.expires)
                   .run());
    return answer;
}

Result<std::optional<OperatorId>> Operators::sessionOperator(const QString &token, DeskId desk)
{
    if (token.isEmpty())
        return std::optional<OperatorId>();
    return m_data.connection()
        .prepare(u"SELECT operator FROM session WHERE token = ? AND desk = ? AND expires >= ?"_s)
        .bind(hashed(token))
        .bind(desk)
        .bind(m_data.clock().nowMs())
        .one([](const sql::Statement &row) { return row.id<OperatorId>(0); });
}

} // namespace balcao::relay
