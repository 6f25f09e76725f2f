// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "wire/codec.h"

#include <QJsonDocument>

namespace balcao::wire {

Parsed<QJsonObject> parseObject(const QByteArray &json, QLatin1StringView code)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Problem(code, QStringLiteral("not JSON at byte %1").arg(error.offset));
    if (!document.isObject())
        return Problem(code, QStringLiteral("not a JSON object"));
    return document.object();
}

QByteArray canonicalJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace balcao::wire
