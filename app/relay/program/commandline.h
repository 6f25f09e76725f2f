// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What was typed after `balcao-relay`.
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace balcao::relay {

struct CommandLine
{
    QStringList words;  ///< the verb and what belongs to it, options taken out
    QString configFile; ///< --config
    QString dataDir;    ///< --data: for the console and the sandbox
    bool checkConfig = false;
    bool help = false;
    bool version = false;

    // sandbox
    quint16 port = 0;
    quint64 seed = 1;
    bool fast = false;  ///< customers write without pauses
    bool child = false; ///< ends with standard input

    // operators add
    bool manager = false;

    [[nodiscard]] QString verb() const { return words.value(0); }
};

/// Rejected, with one line, for an option that is not known or lacks its value.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

QString usage();

} // namespace balcao::relay
