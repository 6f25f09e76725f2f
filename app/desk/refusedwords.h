// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Words that the relay has refused, or that found no room on the disk, stand again where they were typed; what else was
// shown before its time is read again. GUI thread.
#pragma once

#include "desk/repliespresenter.h"
#include "desk/tagspresenter.h"
#include "sync/outbox.h"

namespace balcao::desk {

/// Where they stand now, in a sentence; empty: there were no words.
QString giveBack(const wire::Command &refused, TagsPresenter &tags, RepliesPresenter &replies);

} // namespace balcao::desk
