// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// PINs are hashed in few rounds in a program that has quickpins.cpp among its own sources: most of what such tests took
// was the guessing made slow by design. That the real number is what it is, tests/core/tst_pinverifier knows.
#pragma once

namespace balcao::test {

/// While one lives, they are hashed in as many rounds as really. A PIN that was set before is not known in there.
class SlowPins
{
public:
    SlowPins();
    ~SlowPins();
    SlowPins(const SlowPins &) = delete;
    SlowPins &operator=(const SlowPins &) = delete;
};

} // namespace balcao::test
