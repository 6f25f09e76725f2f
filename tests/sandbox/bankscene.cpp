// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bankscene.h"

#include <QTest>

#include <optional>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

BankScene::BankScene()
{
    sandbox::addBankDoor(bank, [this](const QByteArray &method, const QByteArray &path, auto handler) {
        bank.addRoute(method, path, std::move(handler));
    });
    if (!bank.start())
        qFatal("the fake bank does not start");
    token = tokenFor({});
}

QJsonObject BankScene::order(const QString &amount)
{
    return {{u"calendario"_s, QJsonObject{{u"expiracao"_s, 3600}}},
            {u"valor"_s, QJsonObject{{u"original"_s, amount}}},
            {u"chave"_s, sandbox::BankAccount().key}};
}

BankAsked BankScene::ask(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    return askRaw(method, path, method == "GET" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

BankAsked BankScene::askRaw(const QByteArray &method, const QString &path, const QByteArray &body,
                            const QByteArray &type)
{
    http::HttpRequest request;
    request.method = method;
    request.url = QUrl(u"http://127.0.0.1:%1"_s.arg(bank.port()) + path);
    request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", type}};
    request.body = body;
    std::optional<http::HttpOutcome> outcome;
    const auto call = m_client.send(request, &m_context, [&outcome](const http::HttpOutcome &o) { outcome = o; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 10000))
        return {};
    const auto *answer = std::get_if<http::HttpAnswer>(&*outcome);
    if (!answer)
        return {};
    return {answer->status, answer->header("Content-Type").value_or(QByteArray()),
            QJsonDocument::fromJson(answer->body).object()};
}

QByteArray BankScene::tokenFor(const QString &scopes)
{
    const sandbox::BankAccount account;
    const QByteArray form = "grant_type=client_credentials&client_id=" + account.clientId +
                            "&client_secret=" + account.clientSecret + "&scope=" + scopes.toLatin1().replace(' ', '+');
    token.clear();
    http::HttpRequest request;
    request.method = "POST";
    request.url = bank.tokenUrl();
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = form;
    std::optional<http::HttpOutcome> outcome;
    const auto call = m_client.send(request, &m_context, [&outcome](const http::HttpOutcome &o) { outcome = o; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 10000))
        return {};
    const auto *answer = std::get_if<http::HttpAnswer>(&*outcome);
    return answer ? QJsonDocument::fromJson(answer->body).object().value("access_token"_L1).toString().toLatin1()
                  : QByteArray();
}

bool BankScene::made()
{
    return ask("PUT", u"/v2/cob/"_s + kTxid, order()).status == 201;
}

void BankScene::listen()
{
    edge::Route route;
    route.method = "POST";
    route.path = "/hooks";
    route.prefix = true;
    route.handler = [this](const edge::Request &request, const edge::Exchange &exchange) {
        QMetaObject::invokeMethod(&m_context, [this, request, exchange] {
            heard.append({QString::fromLatin1(request.path), request.body});
            exchange.respond({hookStatus, {}, {}, {}});
        });
    };
    m_ear.addRoute(std::move(route));
    if (!m_ear.start(u"127.0.0.1"_s, 0))
        qFatal("nobody listens");
    const QString url = u"http://127.0.0.1:%1/hooks/pix"_s.arg(m_ear.port());
    if (ask("PUT", u"/v2/webhook/"_s + sandbox::BankAccount().key, {{u"webhookUrl"_s, url}}).status != 200)
        qFatal("no webhook");
}

} // namespace balcao::test
