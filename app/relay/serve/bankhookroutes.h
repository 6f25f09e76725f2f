// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// /hooks/pix: the bank says that something came in. Anybody at the same bank could say so, too, and it would look
// genuine; so it is a hint that makes us look, gets its 200 when it is durable, and pays nothing. Edge thread.
// Source: API Pix 2.9.0 (Webhook); banks append "/pix" to the address or do not.
#pragma once

#include "edge/httpedge.h"
#include "relay/serve/services.h"

#include <QByteArray>

#include <functional>

namespace balcao::relay {

class BankHookRoutes
{
public:
    /// `secret`: what stands in the address as `hmac`; empty: whoever comes here has been checked by the proxy.
    /// `hinted`: in the writer's thread, when hints are durable.
    BankHookRoutes(const Services &services, QByteArray secret, std::function<void()> hinted)
        : m_with(services), m_secret(std::move(secret)), m_hinted(std::move(hinted))
    {
    }

    void addTo(edge::HttpEdge &edge);

private:
    void hint(const edge::Request &request, const edge::Exchange &exchange);

    Services m_with;
    QByteArray m_secret;
    std::function<void()> m_hinted;
};

} // namespace balcao::relay
