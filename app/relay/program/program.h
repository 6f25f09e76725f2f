// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// `balcao-relay`: picks what was asked for. Exit codes: 0 done, 1 not done, 2 wrong usage or
// configuration, always with one line on stderr.
#pragma once

#include <QStringList>

namespace balcao::relay {

struct CommandLine;

/// Needs a QCoreApplication. `arguments` without the program's own name.
int runProgram(const QStringList &arguments);

int runServe(const CommandLine &line);
int runSandbox(const CommandLine &line);
int runConsole(const CommandLine &line);
/// BR Codes from standard input, one a line; nothing else is read and nothing is kept.
int runBrCode();

void printLine(const QString &line);
/// "balcao-relay: …" on stderr; returns `exitCode`.
int complain(const QString &line, int exitCode);

} // namespace balcao::relay
