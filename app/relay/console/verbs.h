// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the console can do, as plain functions over the data: the same whether `serve` runs them in its
// writer or the console itself has opened the file. Answers are for the person at the server's keyboard.
#pragma once

#include "relay/console/consolesocket.h"
#include "relay/store/operators.h"

#include <optional>

namespace balcao {
class Clock;
}

namespace balcao::relay {

class RelayData;

/// Doctor and backup work beside the writer, on a connection of their own.
bool worksOnFile(const ConsoleRequest &request);
ConsoleReply runOnFile(const QString &dataFile, const ConsoleRequest &request, const Clock &clock);

/// In its input, and one belongs to the verb.
bool hasPin(const ConsoleRequest &request);
/// That PIN, derived; slow. Nothing when there is none.
std::optional<PinVerifier> deriveInput(const ConsoleRequest &request);

/// Inside a transaction. An error undoes it; a reply with another exit code than 0 has changed nothing.
Result<ConsoleReply> runVerb(RelayData &data, const ConsoleRequest &request, const std::optional<PinVerifier> &pin);

ConsoleReply replyOf(const Error &error);

} // namespace balcao::relay
