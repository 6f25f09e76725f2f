// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which customer is it? Asked with the search of Ctrl+K, which then finds customers alone. GUI thread.
#pragma once

#include "core/id.h"

#include <QList>
#include <QString>

#include <functional>

namespace balcao::desk {

struct CustomerQuestion
{
    struct Likely
    {
        ConversationId conversation;
        QString name; ///< plain text
        QString why;
    };

    QString words;        ///< in the field, until something is typed
    QString verb;         ///< what Enter does
    QString whyHead;      ///< above the likely ones
    QList<Likely> likely; ///< offered before anything is typed
    std::function<void(ConversationId conversation, const QString &name)> chosen;
};

} // namespace balcao::desk
