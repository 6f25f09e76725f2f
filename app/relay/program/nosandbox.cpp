// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/program.h"

namespace balcao::relay {

int runSandbox(const CommandLine &)
{
    return complain(QStringLiteral("sandbox: not part of this build"), 2);
}

} // namespace balcao::relay
