// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Codes of Meta's that mean something in an answer and in a status.
// Source: Meta, support/error-codes (2026).
#pragma once

namespace balcao::relay {

inline constexpr int kFileRefused = 131053; ///< it cannot show the file, or that is gone

} // namespace balcao::relay
