// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// /hooks/whatsapp: Meta's handshake, and its signed events, which get their 200 only after the commit.
// Runs on the edge thread and blocks nowhere. Meta: "Webhooks, Verification Requests" and "Validating
// Payloads"; the signature covers the raw bytes, never a re-serialised body.
#pragma once

#include "edge/httpedge.h"
#include "relay/serve/services.h"

namespace balcao::relay {

class HookRoutes
{
public:
    static constexpr qsizetype kBodyLimit = 3 * 1024 * 1024;

    explicit HookRoutes(const Services &services) : m_with(services) {}

    void addTo(edge::HttpEdge &edge);

private:
    void handshake(const edge::Request &request, const edge::Exchange &exchange);
    void event(const edge::Request &request, const edge::Exchange &exchange);
    [[nodiscard]] bool isSigned(QByteArrayView signature, const QByteArray &body) const;
    static bool isSignedAtAll(const edge::Request &head);
    void refuse(const edge::Exchange &exchange);

    Services m_with;
};

} // namespace balcao::relay
