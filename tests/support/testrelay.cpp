// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testrelay.h"

#include "wire/calls.h"

#include <QEventLoop>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTimer>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

QString HttpAnswer::problem() const
{
    return contentType == "application/problem+json" ? wire::problemFromBytes(body).type : QString();
}

TestRelay::TestRelay(relay::Relay::Settings settings)
    : m_logger(clock,
               [this](const QByteArray &line) {
                   const QMutexLocker lock(&m_linesMutex);
                   m_lines.append(line);
               }),
      m_settings(std::move(settings))
{
    m_config.listenPort = 0;
    m_config.dataDir = m_dir.path();
    m_config.shopName = u"Padaria Lua"_s;
    m_config.wabaId = u"102290129340398"_s;
    m_config.graphUrl = QUrl(u"http://127.0.0.1:1"_s);
    m_config.channels = {{1, kPhoneNumberId, u"Balcão"_s}};
    m_config.secrets = {kWhatsappToken, kAppSecret, kVerifyToken};
}

TestRelay::~TestRelay()
{
    stop();
}

void TestRelay::start()
{
    m_relay = std::make_unique<relay::Relay>(m_config, clock, m_logger, m_settings);
    if (const auto started = m_relay->start(); !started)
        qFatal("the relay does not start: %s", qPrintable(started.error().detail));
}

void TestRelay::stop()
{
    m_relay.reset();
}

PendingAnswer TestRelay::begin(const QByteArray &verb, const QString &pathAndQuery, const QByteArray &body,
                               const QByteArray &token, const HttpHeaders &headers)
{
    QNetworkRequest request(QUrl(m_relay->url().toString() + pathAndQuery));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Content-Type", "application/json");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return PendingAnswer(verb == "GET" ? m_network.get(request) : m_network.sendCustomRequest(request, verb, body));
}

HttpAnswer TestRelay::finish(const PendingAnswer &pending, int timeoutMs)
{
    if (!pending->isFinished() && !QSignalSpy(pending.get(), &QNetworkReply::finished).wait(timeoutMs))
        return {};
    return {pending->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), pending->readAll(),
            pending->rawHeader("Content-Type"), pending->rawHeader("Retry-After")};
}

HttpAnswer TestRelay::get(const QString &pathAndQuery, const QByteArray &token)
{
    return finish(begin("GET", pathAndQuery, {}, token));
}

HttpAnswer TestRelay::post(const QString &path, const QByteArray &body, const QByteArray &token,
                           const HttpHeaders &headers)
{
    return finish(begin("POST", path, body, token, headers));
}

HttpAnswer TestRelay::put(const QString &path, const QByteArray &body, const QByteArray &token)
{
    return finish(begin("PUT", path, body, token));
}

QByteArray TestRelay::signature(const QByteArray &body)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, kAppSecret, QCryptographicHash::Sha256).toHex();
}

HttpAnswer TestRelay::webhook(const QByteArray &body)
{
    return post(u"/hooks/whatsapp"_s, body, {}, {{"X-Hub-Signature-256", signature(body)}});
}

relay::ConsoleReply TestRelay::ask(const QStringList &args, const QString &input)
{
    QEventLoop loop;
    relay::ConsoleReply answer{-1, {}};
    m_relay->ask({args, input}, [&](const relay::ConsoleReply &reply) {
        QMetaObject::invokeMethod(
            &loop,
            [&loop, &answer, reply] {
                answer = reply;
                loop.quit();
            },
            Qt::QueuedConnection);
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    loop.exec();
    return answer;
}

QStringList TestRelay::console(const QStringList &args, const QString &input)
{
    const auto reply = ask(args, input);
    if (reply.exitCode != 0)
        qFatal("console %s: exit %d, %s", qPrintable(args.join(u' ')), reply.exitCode,
               qPrintable(reply.lines.join(u' ')));
    return reply.lines;
}

QByteArray TestRelay::pairedDesk(const QString &device)
{
    const wire::PairRequest request{console({u"pair"_s}).value(0), device, u"nonce of the desk "_s + device};
    const auto answer = wire::fromBytes<wire::PairAnswer>(post(u"/v1/pair"_s, wire::toBytes(request)).body);
    if (!answer)
        qFatal("a desk could not be paired");
    return answer->token.toLatin1();
}

QList<wire::Event> TestRelay::events(const QByteArray &token)
{
    const auto page = wire::eventPageFromBytes(get(u"/v1/events?after=0&wait=0"_s, token).body);
    return page ? page->events : QList<wire::Event>();
}

QByteArray TestRelay::logged() const
{
    const QMutexLocker lock(&m_linesMutex);
    return m_lines;
}

} // namespace balcao::test
