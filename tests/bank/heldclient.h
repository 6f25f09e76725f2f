// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A bank whose every answer the test gives by hand, in any order: for what a well-behaved server never says.
#pragma once

#include "http/httpclient.h"

#include <QObject>
#include <QPointer>

namespace balcao::test {

class HeldClient final : public http::HttpClient
{
public:
    struct Asked
    {
        http::HttpRequest request;
        QPointer<QObject> context;
        std::function<void(http::HttpOutcome)> done;
    };

    std::unique_ptr<http::HttpCall> send(http::HttpRequest request, QObject *context,
                                         std::function<void(http::HttpOutcome)> done) override
    {
        asked.append({std::move(request), context, std::move(done)});
        return std::make_unique<http::HttpCall>();
    }
    void answer(qsizetype place, int status, const QByteArray &body = {})
    {
        const Asked one = asked.at(place);
        if (one.context)
            one.done(http::HttpAnswer{status, body, {}});
    }
    void giveToken(qsizetype place, const QByteArray &token)
    {
        answer(place, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }
    [[nodiscard]] QByteArray header(qsizetype place, const QByteArray &name) const
    {
        for (const http::Header &header : asked.at(place).request.headers) {
            if (header.name == name)
                return header.value;
        }
        return {};
    }

    QList<Asked> asked;
};

} // namespace balcao::test
