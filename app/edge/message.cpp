// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "edge/httpedge.h"

namespace balcao::edge {

QByteArray Request::header(QByteArrayView name) const
{
    for (const Header &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

QByteArray Request::queryValue(QByteArrayView key) const
{
    for (QByteArray pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (QByteArrayView(pair).first(equals < 0 ? pair.size() : equals) == key)
            return equals < 0 ? QByteArray()
                              : QByteArray::fromPercentEncoding(pair.sliced(equals + 1).replace('+', ' '));
    }
    return {};
}

Response problemResponse(int status, QLatin1StringView code)
{
    return {status,
            "application/problem+json",
            QByteArray("{\"type\":\"") + QByteArray(code.data(), code.size()) + "\"}",
            {}};
}

} // namespace balcao::edge
