// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The JSON of a webhook, also when a number in it cannot be held (1e400): Qt refuses the whole body for
// one of those, and with it every message beside. Pure.
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace balcao::relay {

/// The root; empty when it is no object, nothing when the body is not JSON. A number that no double can hold
/// becomes an object that isSpoiled() knows: strings are all that customers choose, so nobody can forge it.
std::optional<QJsonObject> webhookJson(const QByteArray &body);

/// Such a number was in `value`, at any depth.
bool isSpoiled(const QJsonValue &value);

} // namespace balcao::relay
