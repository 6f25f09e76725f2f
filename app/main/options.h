// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The command line of the desk program. Never a secret, a phone number or a text in it.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace balcao {

struct Options
{
    bool demo = false;     ///< opens the sample shop at once
    QString scene;         ///< with demo: a picture of the design that is set up (Scene::names())
    bool firstRun = false; ///< shows first run even when a shop is paired
    bool quit = false;     ///< asks the desk that runs to end, and ends itself: what an installer needs
    QString dataFolder;    ///< empty: the system's place for program data
    QString screenshot;    ///< writes the window to this PNG when it has something to show, and ends
    QSize size;            ///< of the window; invalid: as it was
    QString scheme;        ///< "light", "dark" or empty: as the system
};

/// Nothing, with `problem` set, when the arguments make no sense.
std::optional<Options> parseOptions(const QStringList &arguments, QString &problem);

} // namespace balcao
