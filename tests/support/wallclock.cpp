// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/wallclock.h"

#include <atomic>
#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>

namespace {

std::atomic<qint64> s_offMs{0};

} // namespace

void balcao::test::WallClock::set(qint64 offMs)
{
    s_offMs = offMs;
}

// What is defined in the program comes before what its libraries have.
extern "C" int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    static const auto next = reinterpret_cast<int (*)(clockid_t, timespec *)>(dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = next(clock, now);
    if (result != 0 || clock != CLOCK_REALTIME)
        return result;
    const qint64 ms = s_offMs;
    now->tv_sec += static_cast<time_t>(ms / 1000);
    return result;
}

extern "C" int gettimeofday(timeval *now, void *zone) noexcept
{
    static const auto next = reinterpret_cast<int (*)(timeval *, void *)>(dlsym(RTLD_NEXT, "gettimeofday"));
    const int result = next(now, zone);
    if (result == 0)
        now->tv_sec += static_cast<time_t>(s_offMs / 1000);
    return result;
}
