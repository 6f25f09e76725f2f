// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "scriptedgraph.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

edge::Response json(int status, const QJsonObject &body)
{
    return {status, "application/json", QJsonDocument(body).toJson(QJsonDocument::Compact), {}};
}

edge::Response graphError(const ScriptedGraph::Reply &reply)
{
    const QJsonObject error{{u"message"_s, u"(#%1) refused"_s.arg(reply.code)},
                            {u"type"_s, u"OAuthException"_s},
                            {u"code"_s, reply.code},
                            {u"error_data"_s, QJsonObject{{u"details"_s, u"as the test wants it"_s}}}};
    return json(reply.status, {{u"error"_s, error}});
}

} // namespace

namespace {

/// Of an order's Pix.
QString codeIn(const QJsonObject &order)
{
    const QJsonArray settings =
        order.value("action"_L1).toObject().value("parameters"_L1).toObject().value("payment_settings"_L1).toArray();
    return settings.first().toObject().value("pix_dynamic_code"_L1).toObject().value("code"_L1).toString();
}

/// Of a message that is a text, an order or a picture.
QString textIn(const QJsonObject &body)
{
    const QJsonObject interactive = body.value("interactive"_L1).toObject();
    if (!interactive.isEmpty())
        return interactive.value("body"_L1).toObject().value("text"_L1).toString();
    const bool isPicture = body.value("type"_L1) == "image"_L1;
    return isPicture ? body.value("image"_L1).toObject().value("caption"_L1).toString()
                     : body.value("text"_L1).toObject().value("body"_L1).toString();
}

/// The part of a form that has a file's name; whether the form is whole is the sandbox's to judge.
ScriptedGraph::Upload fileIn(const edge::Request &request)
{
    const QByteArray boundary = request.header("Content-Type").split('=').value(1);
    const qsizetype head = request.body.indexOf("name=\"file\"");
    const qsizetype begin = request.body.indexOf("\r\n\r\n", head) + 4;
    const qsizetype end = request.body.indexOf("\r\n--" + boundary, begin);
    if (boundary.isEmpty() || head < 0 || begin < 4 || end < 0)
        return {};
    const QByteArray mime = request.body.sliced(head, begin - head).split(':').value(1).trimmed();
    return {QString::fromLatin1(request.path.split('/').value(2)), mime, request.body.sliced(begin, end - begin), {}};
}

} // namespace

ScriptedGraph::ScriptedGraph()
{
    start();
}

void ScriptedGraph::start()
{
    m_edge = std::make_unique<edge::HttpEdge>();
    m_edge->addRoute({"POST", "/v25.0", true, 64 * 1024,
                      [this](const auto &request, const auto &exchange) { handle(request, exchange); }});
    m_edge->addRoute({"GET", "/v25.0", true, 0,
                      [this](const auto &request, const auto &exchange) { handleQuestion(request, exchange); }});
    if (!m_edge->start(u"127.0.0.1"_s, m_port))
        qFatal("the Graph API of the test cannot listen");
    m_port = m_edge->port();
}

void ScriptedGraph::stop()
{
    m_edge.reset();
}

QUrl ScriptedGraph::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void ScriptedGraph::script(const QString &to, const QList<Reply> &replies)
{
    const QMutexLocker lock(&m_mutex);
    m_scripts[to] += replies;
}

void ScriptedGraph::spell(const QString &to, const QString &waId)
{
    const QMutexLocker lock(&m_mutex);
    m_spellings.insert(to, waId);
}

void ScriptedGraph::scriptUploads(const QList<Reply> &replies)
{
    const QMutexLocker lock(&m_mutex);
    m_uploadScript += replies;
}

QList<ScriptedGraph::Upload> ScriptedGraph::uploads() const
{
    const QMutexLocker lock(&m_mutex);
    return m_uploads;
}

QStringList ScriptedGraph::reads() const
{
    const QMutexLocker lock(&m_mutex);
    return m_reads;
}

edge::Response ScriptedGraph::accept(qsizetype index)
{
    m_asked[index].accepted = true;
    const QString to = m_asked[index].to;
    return json(200,
                {{u"messaging_product"_s, u"whatsapp"_s},
                 {u"contacts"_s, QJsonArray{QJsonObject{{u"input"_s, to}, {u"wa_id"_s, m_spellings.value(to, to)}}}},
                 {u"messages"_s, QJsonArray{QJsonObject{{u"id"_s, u"wamid.OUT%1"_s.arg(index)}}}}});
}

edge::Response ScriptedGraph::take(qsizetype index)
{
    m_uploads[index].id = u"media.%1"_s.arg(index);
    return json(200, {{u"id"_s, m_uploads[index].id}});
}

void ScriptedGraph::handleUpload(const edge::Request &request, const edge::Exchange &exchange)
{
    const QMutexLocker lock(&m_mutex);
    m_uploads.append(fileIn(request));
    answer(m_uploadScript.isEmpty() ? Reply() : m_uploadScript.takeFirst(), {true, m_uploads.size() - 1, exchange});
}

void ScriptedGraph::setNumber(const Number &number)
{
    const QMutexLocker lock(&m_mutex);
    m_number = number;
}

int ScriptedGraph::questions(const QString &channel) const
{
    const QMutexLocker lock(&m_mutex);
    return m_questions.value(channel);
}

void ScriptedGraph::handleQuestion(const edge::Request &request, const edge::Exchange &exchange)
{
    const QMutexLocker lock(&m_mutex);
    ++m_questions[QString::fromLatin1(request.path.split('/').value(2))];
    if (m_number.name.isEmpty())
        return exchange.respond(
            json(m_number.refusal, {{u"error"_s, QJsonObject{{u"message"_s, u"no"_s}, {u"code"_s, m_number.code}}}}));
    exchange.respond(json(200, {{u"verified_name"_s, m_number.name},
                                {u"display_phone_number"_s, u"+55 19 3555-0142"_s},
                                {u"quality_rating"_s, m_number.quality},
                                {u"name_status"_s, m_number.nameStatus}}));
}

void ScriptedGraph::handle(const edge::Request &request, const edge::Exchange &exchange)
{
    if (request.path.endsWith("/media"))
        return handleUpload(request, exchange);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QMutexLocker lock(&m_mutex);
    if (body.value("status"_L1) == "read"_L1) {
        m_reads << body.value("message_id"_L1).toString();
        return exchange.respond(json(200, {{u"success"_s, true}}));
    }
    const qsizetype index = m_asked.size();
    const QJsonObject order = body.value("interactive"_L1).toObject();
    m_asked.append(
        {QString::fromLatin1(request.path.split('/').value(2)), body.value("to"_L1).toString().remove(u'+'),
         textIn(body), body.value("biz_opaque_callback_data"_L1).toString(), codeIn(order), false,
         order.value("action"_L1).toObject().value("parameters"_L1).toObject().value("reference_id"_L1).toString(),
         body.value("image"_L1).toObject().value("id"_L1).toString()});
    QList<Reply> &script = m_scripts[m_asked[index].to];
    const Reply reply = script.isEmpty() ? Reply() : script.takeFirst();
    answer(reply, {false, index, exchange});
}

void ScriptedGraph::answer(const Reply &reply, const Held &one)
{
    switch (reply.answer) {
    case Answer::Accept:
        return one.exchange.respond(one.isUpload ? take(one.index) : accept(one.index));
    case Answer::Refuse:
        return one.exchange.respond(graphError(reply));
    case Answer::Bare:
        return one.exchange.respond({reply.status, {}, {}, {}});
    case Answer::Cut:
        return one.exchange.abort();
    case Answer::Hold:
        m_held.append(one);
        return;
    }
}

void ScriptedGraph::release(const Reply &reply)
{
    const QMutexLocker lock(&m_mutex);
    const QList<Held> held = std::exchange(m_held, {});
    for (const Held &one : held)
        answer(reply, one);
}

qsizetype ScriptedGraph::held() const
{
    const QMutexLocker lock(&m_mutex);
    return m_held.size();
}

QList<ScriptedGraph::Asked> ScriptedGraph::asked() const
{
    const QMutexLocker lock(&m_mutex);
    return m_asked;
}

QList<ScriptedGraph::Asked> ScriptedGraph::askedTo(const QString &to) const
{
    QList<Asked> all = asked();
    all.removeIf([&](const Asked &one) { return one.to != to; });
    return all;
}

QStringList ScriptedGraph::textsTo(const QString &to) const
{
    QStringList texts;
    const QList<Asked> all = asked();
    for (const Asked &one : all) {
        if (one.to == to)
            texts << one.text;
    }
    return texts;
}

qsizetype ScriptedGraph::accepted(const QString &opaque) const
{
    const QList<Asked> all = asked();
    return std::ranges::count_if(all, [&](const Asked &one) { return one.accepted && one.opaque == opaque; });
}

} // namespace balcao::test
