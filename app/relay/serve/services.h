// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What every route needs, by reference: owned by Relay, which outlives the routes.
#pragma once

#include "core/clock.h"
#include "core/id.h"

#include <atomic>

namespace balcao::relay {

struct Config;
class DeskTokens;
class Logger;
class Polls;
class RelayData;
class SlowWork;
class Writer;

/// Of this run; for health and the log. Any thread.
struct Counters
{
    std::atomic<qint64> webhooks = 0;
    std::atomic<qint64> badSignatures = 0;
    std::atomic<qint64> badHandshakes = 0;
    std::atomic<qint64> refusedBusy = 0;
    std::atomic<qint64> wrongTokens = 0;
    std::atomic<qint64> lastWebhookAtMs = 0; ///< 0: none yet
};

struct Services
{
    const Config &config;
    const Clock &clock;
    Logger &logger;
    Writer &writer;
    Polls &polls;
    DeskTokens &tokens;
    SlowWork &slowWork;
    Counters &counters;
    const LogId &log;
};

} // namespace balcao::relay
