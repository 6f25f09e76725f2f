// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/retrytable.h"

#include "core/clock.h"

#include <algorithm>
#include <array>

namespace balcao::relay {

namespace {

template <std::size_t N>
bool contains(const std::array<int, N> &codes, int code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// Token, permission, wrong or unregistered number, locked account, policy block, billing, spam limit.
constexpr std::array kPausing{0, 3, 10, 33, 190, 368, 131005, 131031, 131042, 131045, 131048, 133010};
constexpr std::array kServiceDown{2, 131016, 131057, 133004, 2494100};
constexpr std::array kUnknown{1, 131000};
constexpr std::array kHourlyLimit{4, 80007};
constexpr int kThroughput = 130429;
constexpr int kPairLimit = 131056;
constexpr int kUnknownTries = 5;
constexpr int kServiceTries = 12;

bool isPermission(int code)
{
    return code >= 200 && code <= 299;
}

qint64 doubling(qint64 firstMs, int attempts, qint64 capMs)
{
    const int steps = std::clamp(attempts - 1, 0, 20);
    return std::min(firstMs << steps, capMs);
}

} // namespace

Verdict verdictOn(const Refusal &refusal, Tries tries)
{
    using Action = Verdict::Action;
    const int code = refusal.code;
    if (contains(kPausing, code) || isPermission(code))
        return {Action::PauseChannel, 0};
    if (code == kThroughput)
        return {Action::RetryChannel, doubling(kSecondMs, tries.inThisRun, kMinuteMs)};
    if (contains(kHourlyLimit, code))
        return {Action::RetryChannel, doubling(kMinuteMs, tries.inThisRun, kHourMs)};
    if (code == kPairLimit) // Meta: 4^X seconds, X = 0, 1, …
        return {Action::RetryMessage, std::min(kSecondMs << (2 * std::clamp(tries.inThisRun - 1, 0, 6)), kHourMs)};
    if (contains(kUnknown, code) && tries.counted < kUnknownTries)
        return {Action::RetryMessage, doubling(2 * kSecondMs, tries.counted, kMinuteMs), true};
    if ((contains(kServiceDown, code) || refusal.transient) && tries.counted < kServiceTries)
        return {Action::RetryMessage, doubling(2 * kSecondMs, tries.counted, 10 * kMinuteMs), true};
    return {Action::Fail, 0};
}

qint64 unreachableDelayMs(int triesInThisRun)
{
    return doubling(kSecondMs, triesInThisRun, kMinuteMs);
}

} // namespace balcao::relay
