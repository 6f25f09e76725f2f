// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What goes wrong at the FakeBank, how often. Rates are per mille of the calls (1000 = always); everything is off by
// default. A test that wants one thing at one moment names it with FakeBank::next() instead.
#pragma once

#include "core/result.h"

#include <QJsonObject>

namespace balcao::sandbox {

/// The calls that are counted apart.
enum class BankCall {
    Token,
    PutCharge,
    PatchCharge,
    GetCharge,
    ListPix,
    GetPix,
    PutReturn,
    GetReturn,
    PutWebhook,
    GetWebhook,
    Other,
};
inline constexpr int kBankCalls = 11;
QLatin1StringView nameOf(BankCall call);

enum class BankFault {
    None,
    Unauthorized,      ///< 401, the token is dead
    RateLimited,       ///< 429 with Retry-After
    Error500,          ///< bare, nothing done
    Error500AfterDone, ///< bare, although it was done
    Unavailable,       ///< 503 with a problem, nothing done
    LostBefore,        ///< connection closed, nothing done
    LostAfter,         ///< connection closed, although it was done
    SilentBefore,      ///< no answer ever, nothing done
    SilentAfter,       ///< no answer ever, although it was done
    Garbage,           ///< done, and 200 with a page of something else
};

struct BankFaults
{
    int latencyMs = 0; ///< before every answer
    int unauthorized = 0;
    int rateLimited = 0;
    int retryAfterS = 1; ///< what a 429 says
    int error500 = 0;
    int error500AfterDone = 0;
    int unavailable = 0;
    int lostBefore = 0;
    int lostAfter = 0;
    int silentBefore = 0;
    int silentAfter = 0;
    int garbage = 0;

    bool omitCode = false; ///< no pixCopiaECola, only the location
    bool omitPix = false;  ///< GET /cob without pix[], which the standard has as optional
    bool newWords = false; ///< statuses and fields that no version of the standard has yet
    bool repeatSays200 = false;

    int duplicateHooks = 0; ///< of the webhooks: twice
    int swallowHooks = 0;   ///< of the webhooks: never
    int hookDelayMs = 0;
    bool hooksAsArray = false;     ///< the list as the root
    bool hooksWithoutPath = false; ///< no "/pix" behind the address
    bool hooksGathered = false;    ///< several in one body: what came in within hookDelayMs

    friend bool operator==(const BankFaults &, const BankFaults &) = default;
};

QJsonObject toJson(const BankFaults &faults);
/// `changes` over `base`. Rejected on an unknown key or a value of the wrong type or range.
Result<BankFaults> withChanges(const BankFaults &base, const QJsonObject &changes);

} // namespace balcao::sandbox
