// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Whether AddressSanitizer is in this build, where figures of memory and time say nothing. g++ tells by a macro, clang
// by a feature.
#pragma once

namespace balcao::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
inline constexpr bool kIsSanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool kIsSanitized = false;
#endif

} // namespace balcao::test
