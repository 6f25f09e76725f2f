// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a restore of an older copy must not undo: a desk that was revoked, a customer who was forgotten.
// Their ids, and nothing else, stand in a file of their own beside the data, which backups leave out.
#pragma once

#include "relay/store/relaydata.h"

namespace balcao::relay {

QString lastingFile(const QString &dataFile);

/// Those of the log since the last time, durable in the file when this returns.
Result<void> noteLastingActs(RelayData &data, const QString &file);

/// Done again where the data no longer know of them; a log that is not older has nothing to do.
Result<void> redoLastingActs(RelayData &data, const QString &file);

} // namespace balcao::relay
