// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/ingest/webhookjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kMark = "number out of range"_L1;

bool beginsNumber(char c)
{
    return c == '-' || (c >= '0' && c <= '9');
}

bool continuesNumber(char c)
{
    return beginsNumber(c) || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Behind the closing quote, or the end.
qsizetype endOfText(const QByteArray &body, qsizetype from)
{
    for (qsizetype i = from + 1; i < body.size(); ++i) {
        if (body[i] == '\\')
            ++i;
        else if (body[i] == '"')
            return i + 1;
    }
    return body.size();
}

QByteArray withMarks(const QByteArray &body)
{
    const QByteArray mark = "{\"" + QByteArray(kMark.data(), kMark.size()) + "\":null}";
    QByteArray out;
    out.reserve(body.size());
    for (qsizetype i = 0; i < body.size();) {
        qsizetype end = i + 1;
        bool isBad = false;
        if (body[i] == '"') {
            end = endOfText(body, i);
        } else if (beginsNumber(body[i])) {
            while (end < body.size() && continuesNumber(body[end]))
                ++end;
            bool isHeld = false;
            body.mid(i, end - i).toDouble(&isHeld);
            isBad = !isHeld;
        }
        out.append(isBad ? mark : body.mid(i, end - i));
        i = end;
    }
    return out;
}

} // namespace

std::optional<QJsonObject> webhookJson(const QByteArray &body)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error == QJsonParseError::IllegalNumber)
        document = QJsonDocument::fromJson(withMarks(body), &error);
    return error.error == QJsonParseError::NoError ? std::optional(document.object()) : std::nullopt;
}

bool isSpoiled(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), [](const QJsonValue &one) { return isSpoiled(one); });
    }
    const QJsonObject object = value.toObject();
    return object.contains(kMark) ||
           std::any_of(object.begin(), object.end(), [](const QJsonValue &one) { return isSpoiled(one); });
}

} // namespace balcao::relay
