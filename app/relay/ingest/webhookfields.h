// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Single fields of Meta's webhook bodies. Pure; a field that is missing or of another type reads as empty.
#pragma once

#include "core/text.h"

#include <QJsonObject>

namespace balcao::relay {

/// What people wrote, made safe to show, cut at `limit` characters.
inline QString text(const QJsonObject &object, QLatin1StringView key, qsizetype limit = 65536)
{
    return cleanText(object.value(key).toString(), limit);
}

/// Ids and codes: never cut, so that two of them never become one; too long is no id.
inline QString token(const QJsonObject &object, QLatin1StringView key, qsizetype limit = 512)
{
    const QString value = object.value(key).toString();
    return value.size() <= limit ? value : QString();
}

/// UTC ms out of Meta's seconds: a text in messages, a number elsewhere; 0 when it is none.
inline qint64 milliseconds(const QJsonValue &value)
{
    const qint64 seconds = value.isString() ? value.toString().toLongLong() : value.toInteger();
    return seconds > 0 && seconds < 100000000000 ? seconds * 1000 : 0;
}

} // namespace balcao::relay
