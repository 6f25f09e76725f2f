// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A FakeRelay behind a real door: HTTP on loopback, so that the program's own client can speak to it.
#pragma once

#include "http/faultserver.h"
#include "support/fakerelay.h"

#include <vector>

namespace balcao::test {

class RelayDoor
{
public:
    FakeRelay relay;

    [[nodiscard]] QUrl url() const { return m_server.url(QString()); }

private:
    void take(QTcpSocket &socket)
    {
        const QByteArray bytes = m_server.requests().last();
        const QList<QByteArray> asked = bytes.first(bytes.indexOf('\r')).split(' ');
        http::HttpRequest request;
        request.method = asked.value(0);
        request.url = url().resolved(QUrl(QString::fromLatin1(asked.value(1))));
        request.body = bytes.mid(bytes.indexOf("\r\n\r\n") + 4);
        m_calls.push_back(relay.send(request, &socket, [&socket](const http::HttpOutcome &outcome) {
            const auto *answer = std::get_if<http::HttpAnswer>(&outcome);
            if (!answer)
                return socket.abort();
            QByteArray head = "HTTP/1.1 " + QByteArray::number(answer->status) + " Said\r\n";
            for (const http::Header &header : answer->headers)
                head += header.name + ": " + header.value + "\r\n";
            socket.write(head + "Content-Length: " + QByteArray::number(answer->body.size()) + "\r\n\r\n" +
                         answer->body);
        }));
    }

    FaultServer m_server{[this](QTcpSocket &socket) { take(socket); }};
    std::vector<std::unique_ptr<http::HttpCall>> m_calls;
};

} // namespace balcao::test
