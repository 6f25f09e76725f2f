// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Why an act that needs a PIN was not done, in words.
#pragma once

#include "desk/pixactions.h"

#include <QCoreApplication>

namespace balcao::desk {

class SignedWords
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::SignedWords)

public:
    /// Empty: it was done.
    static QString of(const PixSigner::Answer &answer);
};

} // namespace balcao::desk
