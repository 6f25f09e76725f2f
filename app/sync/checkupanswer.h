// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the shop's server said of itself when a person asked. A value; the words are made in the desk.
#pragma once

#include <QHash>
#include <QString>

namespace balcao::sync {

struct CheckupAnswer
{
    bool isAnswered = false;
    qint64 tookMs = 0;
    QString version;
    qint64 heardAt = 0; ///< relay time: of the last that WhatsApp told the server; 0: nothing since it began
    QHash<QString, qint64> waiting; ///< by channel: messages that the server has still to hand over to WhatsApp
};

} // namespace balcao::sync
