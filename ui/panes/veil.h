// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Screen readers find nothing of the conversations while they are hidden: a page that is not shown has no children
// for them. Qt's own answer lists hidden ones as well.
#pragma once

namespace balcao::ui {

/// Once in a program; harmless again.
void veilHiddenPages();

} // namespace balcao::ui
