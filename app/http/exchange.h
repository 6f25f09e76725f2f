// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One request of QtHttpClient from start to outcome. Owned by the caller, in the client's thread.
#pragma once

#include "http/httpclient.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;

namespace balcao::http {

class UploadOnce;

class Exchange final : public QObject, public HttpCall
{
    Q_OBJECT

public:
    Exchange(QObject *context, std::function<void(HttpOutcome)> done, qint64 maxAnswerBytes);
    ~Exchange() override;

    void start(std::shared_ptr<QNetworkAccessManager> network, const HttpRequest &request,
               const std::optional<QSslConfiguration> &tls = {});
    /// Answers from the event loop, without touching the network.
    void refuse(const QString &why);

private:
    void readMore();
    void conclude();
    void fail(Error error);
    void finish(HttpOutcome outcome);
    void letGo();
    [[nodiscard]] HttpAnswer takeAnswer(int status);
    [[nodiscard]] bool isInsecure() const;
    [[nodiscard]] bool mayHaveArrived() const;

    std::shared_ptr<QNetworkAccessManager> m_network; ///< may be no longer the client's
    std::function<void(HttpOutcome)> m_done;
    qint64 m_maxAnswerBytes;
    QTimer m_deadline;
    QPointer<QNetworkReply> m_reply;
    QPointer<UploadOnce> m_upload; ///< child of m_reply; none for GET
    QByteArray m_body;
    bool m_sent = false;
};

} // namespace balcao::http
