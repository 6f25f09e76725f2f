// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a message of a webhook says, by its type. Pure; never throws, never trusts.
// Source: Meta, webhooks/reference/messages/*.
#pragma once

#include "wire/content.h"

#include <QJsonObject>

namespace balcao::relay {

/// The content of `json` by its `type`. Unknown types become a readable placeholder.
wire::Content contentOf(const QJsonObject &json);

} // namespace balcao::relay
