// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What an operator may do: an attendant serves customers, a manager also changes the shop.
#pragma once

namespace balcao {

enum class Role { Attendant, Manager };

} // namespace balcao
