// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How far this desk has read: what a person's act is based on, and which log it is for. A value.
#pragma once

#include "wire/calls.h"

namespace balcao::sync {

struct Seen
{
    wire::Expect shown;  ///< what the screen shows; of the log before, while another is replayed
    wire::LogPlace read; ///< by the newest page; log null: there was none yet

    friend bool operator==(const Seen &, const Seen &) = default;
};

} // namespace balcao::sync
