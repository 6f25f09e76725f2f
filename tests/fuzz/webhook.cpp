// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Bodies of webhooks: signed, so from Meta, and yet never trusted. What is made of them must be able to travel.

#include "promise.h"
#include "relay/ingest/webhookparser.h"
#include "wire/event.h"

#include <cstdint>

using namespace balcao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto items = relay::parseWebhook(body);
    test::hold(!items.isEmpty());
    for (const relay::WebhookItem &item : items) {
        if (const auto *inbound = std::get_if<relay::InboundItem>(&item)) {
            test::hold(!inbound->wamid.isEmpty() && inbound->sentAt >= 0);
            wire::MessageReceived received;
            received.channel = inbound->channel;
            received.wamid = inbound->wamid;
            received.content = inbound->content;
            const wire::EventBody written = received;
            test::hold(wire::bodyFromJson(wire::MessageReceived::kKind, wire::kBodyVersion,
                                          wire::bodyToJson(written)) == written);
        } else if (const auto *unreadable = std::get_if<relay::UnreadableItem>(&item)) {
            test::hold(!unreadable->reason.isEmpty());
        }
    }
    return 0;
}
