// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How the bank goes that confirms charges.
#pragma once

namespace balcao {

/// The numbers stand in databases: new ones go at the end.
enum class BankState {
    Well = 0,
    Unreachable = 1,  ///< no answer, or none that can be read
    Unauthorized = 2, ///< it does not let the shop in: credentials, scopes, certificate
};

} // namespace balcao
