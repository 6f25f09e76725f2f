// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// POST /v1/commands: at most 100 at once, each in a savepoint of its own, answered only after the commit
// of them all. Edge thread.
#pragma once

#include "edge/httpedge.h"
#include "relay/serve/deskgate.h"
#include "relay/serve/services.h"
#include "wire/calls.h"

namespace balcao::relay {

class CommandRoutes
{
public:
    static constexpr qsizetype kMostCommands = 100;

    CommandRoutes(const Services &services, DeskGate &gate) : m_with(services), m_gate(gate) {}

    void addTo(edge::HttpEdge &edge);

private:
    void commands(const edge::Request &request, const edge::Exchange &exchange);
    void answer(const edge::Exchange &exchange, const wire::CommandBatch &batch, const wire::OutcomeBatch &outcomes);

    Services m_with;
    DeskGate &m_gate;
};

} // namespace balcao::relay
