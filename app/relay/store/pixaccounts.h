// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's Pix record: who receives, and what a manager wants instead. One thief with one PIN must not turn the
// shop's money aside unseen: a change waits for another manager, or for a day in which every desk shows it.
#pragma once

#include "core/payee.h"
#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

/// How long a change waits for whoever proposed it.
inline constexpr qint64 kAccountRipensMs = 24 * 60 * 60 * Q_INT64_C(1000);

struct KeptAccount
{
    PixAccount account;
    qint64 at = 0;
    qint64 seq = 0; ///< of the event that said so
    OperatorId by;
};

class PixAccounts
{
public:
    explicit PixAccounts(RelayData &data) : m_data(data) {}

    Result<std::optional<KeptAccount>> standing();
    Result<std::optional<KeptAccount>> proposed();
    /// The shop's first stands at once.
    Result<void> propose(const PixAccount &account, const Stamp &stamp);
    Result<void> confirm(const Stamp &stamp);
    /// Whether that operator is somebody whom nobody made, or made a manager, since: else one could make a second for
    /// oneself.
    Result<bool> wasThereBefore(OperatorId who, qint64 seq);
    /// False: nothing was proposed.
    Result<bool> keep(const Stamp &stamp);

private:
    enum class Place { Standing = 0, Proposed = 1 };

    Result<std::optional<KeptAccount>> at(Place place);
    Result<void> put(Place place, const PixAccount &account, qint64 seq, const Stamp &stamp);
    Result<bool> drop(Place place);

    RelayData &m_data;
};

wire::PixRecord recordOf(const PixAccount &account);

} // namespace balcao::relay
