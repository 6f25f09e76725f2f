// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where signed webhooks go: over HTTP to the relay's callback, or to a test that writes them down.
#pragma once

#include "http/httpclient.h"

#include <QObject>

#include <map>

namespace balcao::sandbox {

class WebhookSink
{
public:
    WebhookSink() = default;
    virtual ~WebhookSink();
    Q_DISABLE_COPY_MOVE(WebhookSink)

    /// done(HTTP status, 0 when there was no answer): once, in the caller's thread; not if the sink has gone.
    virtual void post(const QByteArray &body, const QByteArray &signature, std::function<void(int)> done) = 0;
};

class HttpWebhookSink final : public WebhookSink
{
public:
    explicit HttpWebhookSink(http::HttpClient &client, QUrl callback = {});

    /// Where the relay listens; until then there is no answer.
    void setCallback(const QUrl &callback) { m_callback = callback; }

    void post(const QByteArray &body, const QByteArray &signature, std::function<void(int)> done) override;

private:
    http::HttpClient &m_client;
    QUrl m_callback;
    std::map<quint64, std::unique_ptr<http::HttpCall>> m_calls;
    quint64 m_next = 0;
    QObject m_context;
};

} // namespace balcao::sandbox
