// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The dictionary that the system offers for a language: Hunspell's, where this was built with it and the dictionary is
// installed; on Windows and macOS the system's own. Null where there is none, and then nothing of spelling is shown.
#pragma once

#include "desk/speller.h"

#include <memory>

class QLocale;

namespace balcao::ui {

std::unique_ptr<desk::Speller> systemSpeller(const QLocale &locale);

} // namespace balcao::ui
