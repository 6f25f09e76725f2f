// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The last call of every main(), with the exit code, once all that it made is destroyed.
#pragma once

namespace balcao {

int endProcess(int code);

} // namespace balcao
