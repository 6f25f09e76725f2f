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

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// `attempts` counts those made so far, this one included (1 or more).
Verdict verdictOn(const Refusal &refusal, int attempts);

/// No connection could be made, so nothing can have left: tried again for as long as it takes.
qint64 unreachableDelayMs(int attempts);

} // namespace balcao::relay
