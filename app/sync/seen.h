// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How far this desk has read: what a person's act is based on, and which log it is for. A value.
#pragma once

#include "wire/command.h"

namespace balcao::sync {

struct Seen
{
    wire::Expect shown; ///< what the screen shows; of the log before, while another is replayed
    LogId read;         ///< of the newest page; null: there was none yet

    friend bool operator==(const Seen &, const Seen &) = default;
};

} // namespace balcao::sync
