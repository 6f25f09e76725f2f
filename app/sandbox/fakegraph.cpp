// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakegraph.h"

#include "sandbox/asciijson.h"
#include "sandbox/wamid.h"

#include "core/identity.h"
#include "core/phone.h"
#include "core/servicewindow.h"

#include <QTimer>

#include <algorithm>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kBodyCap = 6 * 1024 * 1024; // a picture of 5 MB in its form

edge::Response json(int status, const QByteArray &body)
{
    return {status, "application/json; charset=UTF-8", body, {}};
}

/// The customer, as far as WhatsApp knows them.
Contact contactFor(const SendAsked &asked, const PhoneBook &book)
{
    const QString key = asked.byRecipient ? asked.to : phoneDigits(asked.to);
    if (const auto known = book.find(key))
        return *known;
    Contact stranger;
    (asked.byRecipient ? stranger.ids.bsuid : stranger.ids.waId) = key;
    return stranger;
}

} // namespace

FakeGraph::FakeGraph(const Clock &clock, FaultBoard &faults, PhoneBook &book, WebhookSender &sender, quint32 seed)
    : m_clock(clock), m_faults(faults), m_book(book), m_sender(sender), m_random(seed)
{
}

FakeGraph::~FakeGraph()
{
    stop();
}

void FakeGraph::addRoute(const QByteArray &method, const QByteArray &path, Handler handler)
{
    edge::Route route;
    route.method = method;
    route.path = path;
    route.bodyCap = kBodyCap;
    route.handler = [this, handler = std::move(handler)](const edge::Request &request, const edge::Exchange &exchange) {
        QMetaObject::invokeMethod(this, [handler, request, exchange] { exchange.respond(handler(request)); });
    };
    m_edge.addRoute(std::move(route));
}

Result<void> FakeGraph::start(quint16 port)
{
    for (const char *method : {"POST", "GET", "DELETE"}) {
        edge::Route route;
        route.method = method;
        route.path = "/";
        route.prefix = true;
        route.bodyCap = kBodyCap;
        route.handler = [this](const edge::Request &request, const edge::Exchange &exchange) {
            QMetaObject::invokeMethod(this, [this, request, exchange] { handle(request, exchange); });
        };
        m_edge.addRoute(std::move(route));
    }
    return m_edge.start(u"127.0.0.1"_s, port);
}

void FakeGraph::stop()
{
    m_edge.stop();
}

QUrl FakeGraph::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port()));
}

QList<SendRecord> FakeGraph::sends() const
{
    const std::lock_guard lock(m_mutex);
    return m_sends;
}

QList<MediaFile> FakeGraph::media() const
{
    const std::lock_guard lock(m_mutex);
    return m_media;
}

QStringList FakeGraph::reads() const
{
    const std::lock_guard lock(m_mutex);
    return m_reads;
}

void FakeGraph::handle(const edge::Request &request, const edge::Exchange &exchange)
{
    int channel = 0;
    if (const auto fault = objection(request, channel))
        return answer(exchange, refusal(*fault));
    if (request.method == "GET")
        return answer(exchange, json(200, asciiJson(factsOf(channel, request.queryValue("fields")))));
    if (request.path.endsWith("/media"))
        return keepMedia(request, channel, exchange);
    const Asked asked = readMessagesBody(request.body);
    if (const auto *fault = std::get_if<GraphFault>(&asked))
        return answer(exchange, refusal(*fault));
    if (const auto *read = std::get_if<ReadAsked>(&asked)) {
        {
            const std::lock_guard lock(m_mutex);
            m_reads.append(read->wamid);
        }
        return answer(exchange, json(200, asciiJson({{u"success"_s, true}})));
    }
    send(std::get<SendAsked>(asked), channel, exchange);
}

std::optional<GraphFault> FakeGraph::objection(const edge::Request &request, int &channel) const
{
    const Account &account = m_sender.account();
    if (request.header("Authorization") != "Bearer " + account.accessToken)
        return GraphFault{190, {}};
    const QList<QByteArray> parts = request.path.split('/'); // "", version, phone_number_id, "messages" or "media"
    const bool isEdge = parts.size() == 4 && (parts.at(3) == "messages" || parts.at(3) == "media");
    const bool isQuestion = request.method == "GET" && parts.size() == 3;
    if (!isQuestion && (request.method != "POST" || !isEdge))
        return GraphFault{100, u"Unsupported request"_s};
    if (parts.at(1) != account.graphVersion.toLatin1())
        return GraphFault{100, u"Unknown version"_s};
    for (channel = 0; channel < account.channels.size(); ++channel) {
        if (account.channels.at(channel).phoneNumberId.toLatin1() == parts.at(2))
            return {};
    }
    return GraphFault{33, u"Object does not exist or cannot be loaded due to missing permissions"_s};
}

/// Of what was asked for, what there is; the id always.
QJsonObject FakeGraph::factsOf(int channel, const QByteArray &fields) const
{
    const Channel &number = m_sender.account().channels.at(channel);
    const QString digits = number.displayPhone;
    const QJsonObject all{
        {u"verified_name"_s, number.label},
        {u"display_phone_number"_s,
         u"+%1 %2 %3-%4"_s.arg(digits.first(2), digits.sliced(2, 2), digits.sliced(4).chopped(4), digits.last(4))},
        {u"quality_rating"_s, u"GREEN"_s},
        {u"code_verification_status"_s, u"VERIFIED"_s},
        {u"name_status"_s, u"APPROVED"_s},
        {u"status"_s, u"CONNECTED"_s}};
    QJsonObject facts{{u"id"_s, number.phoneNumberId}};
    const QList<QByteArray> asked = fields.split(',');
    for (const QByteArray &field : asked) {
        const QString name = QString::fromLatin1(field);
        if (all.contains(name))
            facts.insert(name, all.value(name));
    }
    return facts;
}

void FakeGraph::keepMedia(const edge::Request &request, int channel, const edge::Exchange &exchange)
{
    const Faults faults = m_faults.now();
    const auto strikes = [this](int rate) { return m_faults.strikes(rate, FaultBoard::Stream::Answers); };
    if (strikes(faults.rateMedia500))
        return answer(exchange, {500, "text/html", "<html><body>Sorry, something went wrong.</body></html>", {}});
    if (strikes(faults.rateMediaError))
        return answer(exchange, refusal({faults.mediaErrorCode, u"Unable to upload the media file."_s}));
    const auto asked = readMediaForm(request.header("Content-Type"), request.body);
    if (const auto *fault = std::get_if<GraphFault>(&asked))
        return answer(exchange, refusal(*fault));
    const auto &file = std::get<MediaAsked>(asked);
    QString id;
    {
        constexpr qint64 kFirstId = 1'000'000'000'000'000;
        const std::lock_guard lock(m_mutex);
        id = QString::number(kFirstId + m_media.size());
        m_media.append({id, channel, file.mime, file.bytes});
    }
    if (strikes(faults.mediaAnswerLost))
        return exchange.abort();
    answer(exchange, json(200, asciiJson({{u"id"_s, id}})));
}

/// Named by an id that none of that number's files has.
bool FakeGraph::lacksItsFile(const SendAsked &asked, int channel) const
{
    const QJsonObject content = asked.body.value(asked.type).toObject();
    if (!carriesMedia(asked.type) || content.contains("link"_L1))
        return false;
    const QString id = content.value("id"_L1).toString();
    const QList<MediaFile> files = media();
    return std::ranges::none_of(files, [&](const MediaFile &one) { return one.id == id && one.channel == channel; });
}

void FakeGraph::send(const SendAsked &asked, int channel, const edge::Exchange &exchange)
{
    const auto away = turnedAway(asked, channel);
    if (away)
        return answer(exchange, *away);
    if (m_faults.strikes(m_faults.now().answerLostBeforeAccept, FaultBoard::Stream::Answers))
        return exchange.abort();
    accept(asked, channel, exchange);
}

std::optional<edge::Response> FakeGraph::turnedAway(const SendAsked &asked, int channel)
{
    if (lacksItsFile(asked, channel))
        return refusal(
            {100, u"Param %1['id'] is not a valid whatsapp business account media attachment ID"_s.arg(asked.type)});
    const Faults faults = m_faults.now();
    const auto strikes = [this](int rate) { return m_faults.strikes(rate, FaultBoard::Stream::Answers); };
    if (strikes(faults.rate429))
        return json(429, graphErrorBody({130429, u"Cloud API message throughput has been reached."_s}, m_random));
    if (strikes(faults.rate500))
        return edge::Response{500, "text/html", "<html><body>Sorry, something went wrong.</body></html>", {}};
    if (strikes(faults.rateGraphError))
        return refusal({faults.graphErrorCode, u"Message failed to send because of an unknown error."_s});
    if (strikes(faults.ratePairLimit))
        return refusal({131056, u"Message failed to send because there were too many messages sent from this phone "
                                "number to the same phone number in a short period of time."_s});
    const Contact to = contactFor(asked, m_book);
    const bool isKnown = to.lastInboundMs > 0 || faults.unknownIsClosed;
    const bool closed = isKnown && !isWindowOpen(to.lastInboundMs, m_clock.nowMs());
    const bool dropped = !asked.byRecipient && isBsuid(asked.to);
    if (closed && !dropped && asked.type != "template"_L1)
        return refusal({131047, u"Message failed to send because more than 24 hours have passed since the customer "
                                "last replied to this number."_s});
    return {};
}

Answered FakeGraph::answerFate()
{
    const Faults faults = m_faults.now();
    if (m_faults.strikes(faults.answerLostAfterAccept, FaultBoard::Stream::Answers))
        return Answered::Lost;
    if (m_faults.strikes(faults.rate500AfterAccept, FaultBoard::Stream::Answers))
        return Answered::Error5xx;
    return Answered::Yes;
}

void FakeGraph::accept(const SendAsked &asked, int channel, const edge::Exchange &exchange)
{
    const Faults faults = m_faults.now();
    const Contact to = contactFor(asked, m_book);
    SendRecord record;
    record.to = to.ids.waId.isEmpty() ? (to.ids.bsuid.isEmpty() ? asked.to : to.ids.bsuid) : to.ids.waId;
    record.wamid = makeWamid(record.to, Direction::Outbound, m_random);
    record.type = asked.type;
    record.text = asked.text;
    record.opaque = asked.opaque;
    record.body = asked.body;
    record.atMs = m_clock.nowMs();
    record.channel = channel;
    record.answered = answerFate();
    // The country's letters are stripped and the rest is taken for a phone: 200, and nobody ever gets it.
    record.dropped = !asked.byRecipient && phoneDigits(asked.to).isEmpty();
    record.swallowed = m_faults.strikes(faults.swallowStatuses, FaultBoard::Stream::Statuses) ||
                       faults.swallowOpaque.contains(asked.opaque);
    {
        const std::lock_guard lock(m_mutex);
        m_sends.append(record);
    }
    const QString waId =
        asked.byRecipient ? QString() : shownWaId(to.ids.waId, {faults.waIdWithoutNinth, faults.bsuidOnly});
    if (record.answered == Answered::Lost)
        exchange.abort();
    else if (record.answered == Answered::Error5xx)
        answer(exchange, {500, "text/html", "<html><body>Sorry, something went wrong.</body></html>", {}});
    else
        answer(exchange, json(200, acceptedBody(asked.to, waId, to.ids.bsuid, record.wamid)));
    if (!record.dropped && !record.swallowed)
        statusesOf(record, to);
    if (!record.dropped)
        Q_EMIT sendAccepted(record);
}

void FakeGraph::statusesOf(const SendRecord &record, const Contact &to)
{
    const Faults faults = m_faults.now();
    const auto strikes = [this](int rate) { return m_faults.strikes(rate, FaultBoard::Stream::Statuses); };
    const auto news = [&](const QString &status, bool priced) {
        return StatusNews{to, record.channel, record.wamid, status, record.atMs, record.opaque, priced, 0};
    };
    statusAfter(m_pace.sentMs, news(u"sent"_s, true));
    if (record.type == "reaction"_L1 || m_pace.upTo == "sent"_L1)
        return;
    if (m_pace.upTo == "failed"_L1 || strikes(faults.failStatus)) {
        StatusNews failed = news(u"failed"_s, false);
        failed.failCode = faults.failCode;
        return statusAfter(m_pace.deliveredMs, failed);
    }
    const bool skipped = m_pace.upTo == "read"_L1 && strikes(faults.skipDelivered);
    if (!skipped)
        statusAfter(m_pace.deliveredMs, news(u"delivered"_s, true));
    if (m_pace.upTo == "read"_L1)
        statusAfter(m_pace.readMs, news(u"read"_s, skipped));
}

void FakeGraph::statusAfter(qint64 afterMs, StatusNews news)
{
    news.atMs += afterMs;
    if (m_pace.atOnce)
        return m_sender.tell(news);
    QTimer::singleShot(std::chrono::milliseconds(afterMs), this, [this, news] { m_sender.tell(news); });
}

void FakeGraph::answer(const edge::Exchange &exchange, const edge::Response &response) const
{
    const int latencyMs = m_faults.now().latencyMs;
    if (latencyMs <= 0)
        return exchange.respond(response);
    QTimer::singleShot(latencyMs, this, [exchange, response] { exchange.respond(response); });
}

edge::Response FakeGraph::refusal(const GraphFault &fault)
{
    return json(httpStatusOf(fault.code), graphErrorBody(fault, m_random));
}

} // namespace balcao::sandbox
