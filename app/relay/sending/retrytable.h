// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a refusal of the Graph API means for the message, its lane and its channel. Pure.
// Source: Meta, support/error-codes (branch on `code`; titles are deprecated).
#pragma once

#include <QtGlobal>

namespace balcao::relay {

struct Refusal
{
    int code = 0; ///< error.code; 0 is Meta's own "authentication" code
    int httpStatus = 0;
    bool transient = false; ///< error.is_transient
};

struct Verdict
{
    enum class Action {
        Fail,         ///< final: the reason goes into the bubble
        RetryMessage, ///< this lane waits `delayMs`
        RetryChannel, ///< the whole channel waits `delayMs` (throughput, hourly limits)
        PauseChannel, ///< a person must mend something; the message waits
    };
    Action action = Action::Fail;
    qint64 delayMs = 0;
    bool counts = false; ///< towards giving up

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Attempts made so far, this one included (1 or more).
struct Tries
{
    int counted = 1;   ///< whose refusals count towards giving up; neither limits nor outages do
    int inThisRun = 1; ///< all of them, for the pace
};

Verdict verdictOn(const Refusal &refusal, Tries tries);

/// No connection could be made, so nothing can have left: tried again for as long as it takes.
qint64 unreachableDelayMs(int triesInThisRun);

} // namespace balcao::relay
