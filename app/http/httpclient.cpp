// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/httpclient.h"

namespace balcao::http {

HttpCall::~HttpCall() = default;
HttpClient::~HttpClient() = default;

std::optional<QByteArray> HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return std::nullopt;
}

} // namespace balcao::http
