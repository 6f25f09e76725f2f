// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How a conversation stands, alike on the relay and on every desk.
#pragma once

namespace balcao {

/// The numbers stand in databases: new ones go at the end.
enum class ConversationState { Open = 0, Snoozed = 1, Resolved = 2 };

} // namespace balcao
