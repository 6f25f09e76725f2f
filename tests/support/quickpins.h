// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// PINs are hashed seldom in a program that has quickpins.cpp among its own sources: most of what such tests took was
// the guessing made slow by design. That the real number is what it is, tests/core/tst_pinverifier knows.
#pragma once

namespace balcao::test {

/// While one lives, they take about as long as they really do.
class SlowPins
{
public:
    SlowPins();
    ~SlowPins();
    SlowPins(const SlowPins &) = delete;
    SlowPins &operator=(const SlowPins &) = delete;
};

} // namespace balcao::test
