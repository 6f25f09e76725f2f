// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "scene.h"

#include <QTest>
#include <QTimer>

#include <optional>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;
using namespace balcao::sandbox;

Account anAccount()
{
    return {u"200300400500600"_s,
            {{u"100200300400500"_s, u"551935550142"_s, u"Padaria"_s},
             {u"100200300400501"_s, u"551935550143"_s, u"Peças"_s}},
            "sandbox-token",
            "sandbox-secret",
            u"v25.0"_s};
}

Contact aContact(const QString &waId, const QString &bsuid)
{
    return {{bsuid, {}, waId}, u"Rosa Limeira"_s, {}, 0, false};
}

Message aMessage(const QString &text, qint64 atMs)
{
    Message message;
    message.from = aContact();
    message.wamid = u"wamid."_s + QString::fromLatin1(text.toUtf8().toBase64());
    message.atMs = atMs;
    message.text = text;
    return message;
}

QList<QJsonObject> itemsOf(const QByteArray &body, const QString &key)
{
    QList<QJsonObject> items;
    const QJsonArray entries = QJsonDocument::fromJson(body).object().value("entry"_L1).toArray();
    for (const auto &entry : entries) {
        const QJsonArray changes = entry.toObject().value("changes"_L1).toArray();
        for (const auto &change : changes) {
            const QJsonArray all = change.toObject().value("value"_L1).toObject().value(key).toArray();
            for (const auto &item : all)
                items.append(item.toObject());
        }
    }
    return items;
}

void RecordingSink::post(const QByteArray &body, const QByteArray &signature, std::function<void(int)> done)
{
    const int status = answer(static_cast<int>(bodies.size()));
    bodies.append(body);
    signatures.append(signature);
    const auto say = [this, body, status, done = std::move(done)] {
        if (status == 200)
            taken.append(body);
        done(status);
    };
    if (holdsAnswers)
        m_held.append(say);
    else
        QTimer::singleShot(0, &m_context, say);
}

void RecordingSink::answerHeld()
{
    holdsAnswers = false;
    for (const auto &say : std::exchange(m_held, {}))
        say();
}

QList<QJsonObject> RecordingSink::items(const QString &key) const
{
    QList<QJsonObject> all;
    for (const QByteArray &body : taken)
        all += itemsOf(body, key);
    return all;
}

QStringList RecordingSink::texts() const
{
    QStringList all;
    for (const QJsonObject &message : items(u"messages"_s))
        all.append(message.value("text"_L1).toObject().value("body"_L1).toString());
    return all;
}

Scene::Scene(const std::function<void(Scene &)> &before)
{
    if (before)
        before(*this);
    graph.setPace({0, 0, 0, false, u"read"_s});
    sender.setPace({std::chrono::milliseconds(1), std::chrono::milliseconds(5), std::chrono::milliseconds(1)});
    if (!graph.start())
        qFatal("the fake Graph API does not start");
}

GraphReply Scene::request(const QByteArray &method, const QString &path, const QByteArray &body,
                          const QByteArray &token, const QByteArray &type)
{
    http::HttpRequest request;
    request.method = method;
    request.url = QUrl(graph.url().toString() + path);
    request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", type}};
    request.body = body;
    QObject context;
    std::optional<http::HttpOutcome> outcome;
    const auto call = m_client.send(request, &context, [&outcome](const http::HttpOutcome &o) { outcome = o; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 10000))
        return {};
    const auto *answer = std::get_if<http::HttpAnswer>(&*outcome);
    return answer ? GraphReply{answer->status, QJsonDocument::fromJson(answer->body).object(), answer->body}
                  : GraphReply{};
}

GraphReply Scene::post(const QJsonObject &body, const QByteArray &token, const QString &path)
{
    const QString where = path.isEmpty() ? u"/v25.0/100200300400500/messages"_s : path;
    return request("POST", where, QJsonDocument(body).toJson(QJsonDocument::Compact), token);
}

GraphReply Scene::upload(const QByteArray &form, const QByteArray &type, const QByteArray &token, const QString &path)
{
    return request("POST", path, form, token, type);
}

GraphReply Scene::text(const QString &to, const QString &opaque)
{
    return post(textTo(u"to"_s, to, opaque));
}

void Scene::fault(const QJsonObject &changes)
{
    const auto changed = withChanges(faults.now(), changes);
    if (!changed)
        qFatal("no such fault");
    faults.set(*changed);
}

QJsonObject textTo(const QString &field, const QString &to, const QString &opaque)
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"recipient_type"_s, u"individual"_s},
            {field, to},
            {u"type"_s, u"text"_s},
            {u"text"_s, QJsonObject{{u"body"_s, u"Fica R$ 12,00, às 17h"_s}}},
            {u"biz_opaque_callback_data"_s, opaque}};
}

} // namespace balcao::test
