// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// HttpClient over QNetworkAccessManager, held short: HTTP/1.1, no cookies, no cache, redirects handed
// back, certificate errors final, https only (plain http to loopback), known hosts only, answers
// capped. Lives in one thread with an event loop; calls end with it, unanswered.
#pragma once

#include "http/httpclient.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QStringList>

#include <memory>

namespace balcao::http {

inline constexpr qint64 kMaxAnswerBytes = 8 * 1024 * 1024;

class QtHttpClient final : public HttpClient
{
public:
    /// `hosts`: names or addresses as they stand in a URL, without port; loopback needs naming too.
    /// `tls`: with an own certificate or other authorities (loadTls); nothing: the system's.
    explicit QtHttpClient(QStringList hosts, qint64 maxAnswerBytes = kMaxAnswerBytes,
                          std::optional<QSslConfiguration> tls = {});

    [[nodiscard]] std::unique_ptr<HttpCall> send(HttpRequest request, QObject *context,
                                                 std::function<void(HttpOutcome)> done) override;

private:
    [[nodiscard]] QString objection(const HttpRequest &request) const;
    void renewNetwork();

    QStringList m_hosts;
    qint64 m_maxAnswerBytes;
    std::optional<QSslConfiguration> m_tls;
    std::shared_ptr<QNetworkAccessManager> m_network;
    /// m_network may never answer again. Shared: a call may outlive this.
    std::shared_ptr<bool> m_isSpoilt = std::make_shared<bool>(false);
};

/// 127.0.0.0/8, ::1, localhost: the hosts to which plain http is allowed.
bool isLoopback(const QString &host);

} // namespace balcao::http
