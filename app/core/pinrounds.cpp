// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/pinverifier.h"

int balcao::pinRounds()
{
    return 120000;
}
