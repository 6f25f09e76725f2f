// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a desk reads and what is not durable: /v1/events, /v1/live, /v1/health, /v1/media. Edge thread.
#pragma once

#include "edge/httpedge.h"
#include "relay/serve/deskgate.h"
#include "relay/serve/services.h"
#include "wire/calls.h"

namespace balcao::relay {

struct Poll;

class EventRoutes
{
public:
    EventRoutes(const Services &services, DeskGate &gate) : m_with(services), m_gate(gate) {}

    void addTo(edge::HttpEdge &edge);

private:
    void events(const edge::Request &request, const edge::Exchange &exchange);
    void live(const edge::Request &request, const edge::Exchange &exchange);
    void health(const edge::Request &request, const edge::Exchange &exchange);
    void media(const edge::Request &request, const edge::Exchange &exchange);
    /// Nothing when a number is none.
    [[nodiscard]] std::optional<Poll> pollOf(const edge::Request &request) const;

    Services m_with;
    DeskGate &m_gate;
    quint64 m_lastPoll = 0;
};

} // namespace balcao::relay
