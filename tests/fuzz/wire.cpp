// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What travels between desk and relay: events, commands, pages. Whatever can be read is written and read the same.

#include "promise.h"
#include "wire/calls.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>

using namespace balcao;
using test::hold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto page = wire::eventPageFromBytes(bytes)) {
        const auto again = wire::eventPageFromBytes(wire::toBytes(*page));
        hold(again && *again == *page);
    }
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (const auto event = wire::eventFromJson(json)) {
        const auto again = wire::eventFromJson(wire::toJson(*event));
        hold(again && *again == *event);
    }
    if (const auto command = wire::commandFromJson(json)) {
        const auto again = wire::commandFromJson(wire::toJson(*command));
        hold(again && *again == *command);
    } else {
        hold(!command.problem().type.isEmpty());
    }
    (void)wire::fromBytes<wire::PairRequest>(bytes);
    (void)wire::fromBytes<wire::SessionRequest>(bytes);
    (void)wire::fromBytes<wire::PinRequest>(bytes);
    return 0;
}
