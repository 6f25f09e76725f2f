// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// /v1/pair, /v1/sessions, /v1/pin: how a desk and its people get in. PBKDF2 runs in SlowWork, between a
// read and a write; tries are counted where the write is, so guesses at the same time cannot slip past.
// Edge thread.
#pragma once

#include "edge/httpedge.h"
#include "relay/serve/addresscounter.h"
#include "relay/serve/deskgate.h"
#include "relay/serve/services.h"
#include "wire/calls.h"

#include <memory>

namespace balcao::relay {

class AccessRoutes
{
public:
    static constexpr int kPairingsPerMinute = 10;

    AccessRoutes(const Services &services, DeskGate &gate) : m_with(services), m_gate(gate), m_pairings(services.clock)
    {
    }

    void addTo(edge::HttpEdge &edge);

private:
    void pair(const edge::Request &request, const edge::Exchange &exchange);
    void sessions(const edge::Request &request, const edge::Exchange &exchange);
    void pin(const edge::Request &request, const edge::Exchange &exchange);

    Services m_with;
    DeskGate &m_gate;
    AddressCounter m_pairings;
};

} // namespace balcao::relay
