// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Operators, their PINs and their sessions. Of a PIN only the verifier is stored; making and checking one is slow by
// design, so the caller does it on another thread between two calls.
#pragma once

#include "core/pinverifier.h"
#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;

struct Operator
{
    OperatorId id;
    QString name;
    Role role = Role::Attendant;
    bool disabled = false;
    bool hasPin = false;
};

class Operators
{
public:
    static constexpr int kTries = 5;
    static constexpr qint64 kSessionMs = 15 * 60 * 1000;

    explicit Operators(RelayData &data) : m_data(data) {}

    Result<void> add(const Operator &added);
    Result<void> change(OperatorId id, const wire::OperatorChanged &change);
    /// They have to choose one anew; their sessions end.
    Result<void> dropPin(OperatorId id);
    Result<bool> hasManagerWithPin();
    Result<void> disable(OperatorId id);
    Result<std::optional<Operator>> find(OperatorId id);
    Result<QList<Operator>> all();
    /// Enabled managers; `except` is not counted.
    Result<qint64> managers(OperatorId except = {});

    Result<PinVerifier> verifier(OperatorId id);
    Result<void> setPin(OperatorId id, const PinVerifier &verifier);
    /// 0: may try now; else the milliseconds to wait.
    Result<qint64> waitMs(OperatorId id, DeskId desk);
    /// Counts a wrong PIN, or forgets them after a right one. How many may be tried before the first wait.
    Result<int> tried(OperatorId id, DeskId desk, bool right);

    /// A fresh token; only its SHA-256 is kept.
    Result<wire::SessionAnswer> openSession(OperatorId id, DeskId desk);
    Result<std::optional<OperatorId>> sessionOperator(const QString &token, DeskId desk);

private:
    RelayData &m_data;
};

} // namespace balcao::relay
