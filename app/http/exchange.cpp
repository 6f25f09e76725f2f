// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/exchange.h"

#include "http/uploadonce.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace balcao::http {

using namespace Qt::Literals::StringLiterals;

namespace {

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest made(request.url);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // What counts against the size cap is then what travels: no small answer can unfold into a large one.
    made.setRawHeader("Accept-Encoding", "identity");
    for (const auto &header : request.headers)
        made.setRawHeader(header.name, header.value);
    return made;
}

bool hasUpload(const HttpRequest &request)
{
    return !request.body.isEmpty() || (request.method != "GET" && request.method != "HEAD");
}

/// From 201 up Qt turns statuses into errors. "Could not send again" is no status, except that Qt says it
/// of a 307 or 308, which we would not have followed anyway.
bool isAnswer(QNetworkReply::NetworkError error, int status)
{
    if (error == QNetworkReply::ContentReSendError)
        return status == 307 || status == 308;
    return status > 0 && (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied);
}

QString nameOf(QNetworkReply::NetworkError error)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return name ? QString::fromLatin1(name) : QString::number(int(error));
}

} // namespace

Exchange::Exchange(QObject *context, std::function<void(HttpOutcome)> done, qint64 maxAnswerBytes)
    : m_done(std::move(done)), m_maxAnswerBytes(maxAnswerBytes)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(failure(Error::Kind::Timeout, u"no answer in time"_s)); });
    connect(context, &QObject::destroyed, this, [this] {
        m_done = nullptr;
        letGo();
    });
}

Exchange::~Exchange()
{
    letGo();
}

void Exchange::start(std::shared_ptr<QNetworkAccessManager> network, const HttpRequest &request,
                     const std::optional<QSslConfiguration> &tls)
{
    m_network = std::move(network);
    QNetworkRequest made = networkRequest(request);
    if (tls)
        made.setSslConfiguration(*tls);
    UploadOnce *upload = nullptr;
    if (hasUpload(request)) {
        upload = new UploadOnce(request.body, nullptr);
        made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        made.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        if (!made.hasRawHeader("Content-Type"))
            made.setRawHeader("Content-Type", "application/octet-stream");
    }
    m_reply = m_network->sendCustomRequest(made, request.method, upload);
    if (upload)
        upload->setParent(m_reply);
    m_upload = upload;
    m_reply->setReadBufferSize(256 * 1024);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::conclude);
    m_deadline.start(request.timeout);
}

void Exchange::refuse(const QString &why)
{
    QMetaObject::invokeMethod(
        this,
        [this, why] {
            finish(HttpFailure{failure(Error::Kind::Rejected, why), false, false});
        },
        Qt::QueuedConnection);
}

void Exchange::readMore()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_maxAnswerBytes)
        fail(failure(Error::Kind::Rejected, u"the answer is over %1 bytes"_s.arg(m_maxAnswerBytes)));
}

void Exchange::conclude()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_maxAnswerBytes)
        return fail(failure(Error::Kind::Rejected, u"the answer is over %1 bytes"_s.arg(m_maxAnswerBytes)));
    const auto error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isAnswer(error, status))
        return fail(failure(Error::Kind::Offline, nameOf(error)));
    finish(takeAnswer(status));
}

HttpAnswer Exchange::takeAnswer(int status)
{
    HttpAnswer answer{status, std::move(m_body), {}};
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.append(Header{name, value});
    return answer;
}

bool Exchange::isInsecure() const
{
    return m_reply && m_reply->error() == QNetworkReply::SslHandshakeFailedError;
}

// A server cannot act on a request whose body it does not have, so a body that never left is certain
// knowledge, whatever the error; it is read in this thread, so there is no race with the answer.
bool Exchange::mayHaveArrived() const
{
    if (m_upload && !m_upload->isEmpty())
        return m_upload->wasTaken();
    if (m_sent || !m_reply)
        return true;
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
        return false;
    default:
        return true;
    }
}

void Exchange::fail(Error error)
{
    finish(HttpFailure{std::move(error), mayHaveArrived(), isInsecure()});
}

// Last: the callback may destroy this.
void Exchange::finish(HttpOutcome outcome)
{
    letGo();
    if (const auto done = std::exchange(m_done, nullptr))
        done(std::move(outcome));
}

void Exchange::letGo()
{
    m_deadline.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
    if (m_network.use_count() == 1) // nobody else's; and this may be within a signal of its reply
        QTimer::singleShot(0, QCoreApplication::instance(), [last = std::move(m_network)] {});
}

} // namespace balcao::http
