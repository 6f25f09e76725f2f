// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/controldoor.h"

#include "sandbox/asciijson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

edge::Response reply(int status, const QJsonObject &json)
{
    return {status, "application/json", asciiJson(json), {}};
}

edge::Response complaint(int status, const QString &what)
{
    return reply(status, {{u"error"_s, what}});
}

bool isJson(const edge::Request &request)
{
    return request.header("Content-Type").startsWith("application/json");
}

edge::Response changeFaults(FaultBoard &faults, const edge::Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!isJson(request) || !document.isObject())
        return complaint(400, u"a JSON object, as application/json"_s);
    const auto changed = withChanges(faults.now(), document.object());
    if (!changed)
        return complaint(400, changed.error().detail);
    faults.set(*changed);
    return reply(200, toJson(*changed));
}

edge::Response letSay(const Say &say, const edge::Request &request)
{
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    const QString text = json.value("text"_L1).toString();
    if (!isJson(request) || text.isEmpty())
        return complaint(400, u"{customer, text}, as application/json"_s);
    if (!say(json.value("customer"_L1).toInt(-1), text))
        return complaint(404, u"no such customer"_s);
    return reply(200, {{u"success"_s, true}});
}

edge::Response listSends(const FakeGraph &graph)
{
    QJsonArray list;
    const QList<SendRecord> sends = graph.sends();
    for (const SendRecord &send : sends) {
        list.append(QJsonObject{{u"wamid"_s, send.wamid},
                                {u"to"_s, send.to},
                                {u"type"_s, send.type},
                                {u"text"_s, send.text},
                                {u"media"_s, send.body.value(send.type).toObject().value("id"_L1).toString()},
                                {u"opaque"_s, send.opaque},
                                {u"at"_s, send.atMs},
                                {u"answered"_s, send.answered == Answered::Yes},
                                {u"dropped"_s, send.dropped},
                                {u"swallowed"_s, send.swallowed}});
    }
    return reply(200, {{u"sends"_s, list}});
}

/// A file as the customer gets it.
edge::Response showMedia(const FakeGraph &graph, const edge::Request &request)
{
    const QString id = QString::fromLatin1(request.queryValue("id"));
    const QList<MediaFile> files = graph.media();
    const auto found = std::ranges::find(files, id, &MediaFile::id);
    if (found == files.end())
        return complaint(404, u"no such file"_s);
    return {200, found->mime.toLatin1(), found->bytes, {}};
}

} // namespace

void addControlDoor(FakeGraph &graph, FaultBoard &faults, Say say)
{
    graph.addRoute("GET", "/_sandbox/faults",
                   [&faults](const edge::Request &) { return reply(200, toJson(faults.now())); });
    graph.addRoute("POST", "/_sandbox/faults",
                   [&faults](const edge::Request &request) { return changeFaults(faults, request); });
    graph.addRoute("POST", "/_sandbox/say",
                   [say = std::move(say)](const edge::Request &request) { return letSay(say, request); });
    graph.addRoute("GET", "/_sandbox/sends", [&graph](const edge::Request &) { return listSends(graph); });
    graph.addRoute("GET", "/_sandbox/media",
                   [&graph](const edge::Request &request) { return showMedia(graph, request); });
}

} // namespace balcao::sandbox
