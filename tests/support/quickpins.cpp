// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/quickpins.h"

#include "core/pinverifier.h"

#include <atomic>

namespace {

constexpr int kQuick = 100;
constexpr int kSlow = 120000;
std::atomic<int> rounds = kQuick;

} // namespace

int balcao::pinRounds()
{
    return rounds;
}

namespace balcao::test {

SlowPins::SlowPins()
{
    rounds = kSlow;
}

SlowPins::~SlowPins()
{
    rounds = kQuick;
}

} // namespace balcao::test
