// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a fuzzer finds beside crashes and sanitizer reports: a promise that was not kept.
#pragma once

#include <cstdlib>

namespace balcao::test {

inline void hold(bool promise)
{
    if (!promise)
        std::abort();
}

} // namespace balcao::test
