// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who may come in: a bearer token to a desk. A wrong one is answered ever more slowly, per address; a
// revoked one is the only 401 that wipes a desk. Edge thread.
#pragma once

#include "edge/httpedge.h"
#include "relay/serve/addresscounter.h"
#include "relay/serve/desktokens.h"
#include "relay/serve/services.h"

#include <functional>
#include <optional>

namespace balcao::relay {

class DeskGate
{
public:
    explicit DeskGate(const Services &services) : m_with(services), m_wrongTokens(services.clock) {}

    /// Without a value the exchange has been answered, or soon will be.
    std::optional<DeskId> admit(const edge::Request &request, const edge::Exchange &exchange);
    /// As a route's door: strangers get their answer before their body is read.
    [[nodiscard]] std::function<bool(const edge::Request &)> door() const;
    /// Has the call a token at all?
    static bool hasToken(const edge::Request &request);

private:
    [[nodiscard]] std::optional<DeskTokens::Desk> deskOf(const edge::Request &request) const;
    void refuse(const QByteArray &address, const edge::Exchange &exchange);

    Services m_with;
    AddressCounter m_wrongTokens;
};

/// What the registry holds, as DeskTokens keeps it.
Result<DeskTokens::ByHash> readDesks(RelayData &data);

/// Reads the registry again after a pairing or a revocation, wakes the polls of desks that were revoked,
/// then calls `done`, in the polls' thread. When it cannot be read, again until it can: until then nobody
/// hears that it is done.
void refreshTokens(const Services &services, std::function<void()> done = {});

} // namespace balcao::relay
