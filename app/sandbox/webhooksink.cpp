// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/webhooksink.h"

namespace balcao::sandbox {

WebhookSink::~WebhookSink() = default;

HttpWebhookSink::HttpWebhookSink(http::HttpClient &client, QUrl callback)
    : m_client(client), m_callback(std::move(callback))
{
}

void HttpWebhookSink::post(const QByteArray &body, const QByteArray &signature, std::function<void(int)> done)
{
    http::HttpRequest request;
    request.method = "POST";
    request.url = m_callback;
    request.headers = {
        {"Content-Type", "application/json"}, {"X-Hub-Signature-256", signature}, {"User-Agent", "facebookexternalua"}};
    request.body = body;
    const quint64 number = m_next++;
    m_calls[number] = m_client.send(request, &m_context, [this, number, done](const http::HttpOutcome &outcome) {
        const auto call = m_calls.extract(number); // until the end of this function
        const auto *answer = std::get_if<http::HttpAnswer>(&outcome);
        done(answer ? answer->status : 0);
    });
}

} // namespace balcao::sandbox
