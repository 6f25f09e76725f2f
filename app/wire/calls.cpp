// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "wire/calls.h"

namespace balcao::wire {

using namespace Qt::Literals::StringLiterals;

namespace {

/// All of the page but its events, which are read one by one.
struct PageFrame
{
    EventPage page;
    QList<QJsonObject> events;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("log", self.page.log);
        visit("now", self.page.now);
        visit("head", self.page.head);
        visit("more", self.page.more);
        visit("live", self.page.live);
        visit("restored_from", self.page.restoredFrom);
        visit("start", self.page.start);
        visit("events", self.events);
    }
};

} // namespace

QByteArray toBytes(const EventPage &page)
{
    PageFrame frame{page, {}};
    for (const Event &event : page.events)
        frame.events.append(toJson(event));
    return canonicalJson(encode(frame));
}

Parsed<EventPage> eventPageFromBytes(const QByteArray &json)
{
    const auto object = parseObject(json, problem::kBadRequest);
    if (!object)
        return object.problem();
    auto frame = decode<PageFrame>(*object, problem::kBadRequest);
    if (!frame)
        return frame.problem();
    EventPage page = std::move(frame.value().page);
    page.events.clear();
    qint64 last = 0;
    for (const QJsonObject &item : frame->events) {
        auto event = eventFromJson(item);
        if (!event)
            return event.problem();
        if (event->seq <= last)
            return Problem(problem::kBadRequest, u"events: not in order"_s);
        last = event->seq;
        page.events.append(std::move(event.value()));
    }
    return page;
}

QByteArray toBytes(const Problem &problem)
{
    return canonicalJson(encode(WireProblem{problem.type, problem.detail}));
}

Problem problemFromBytes(const QByteArray &json)
{
    const auto parsed = fromBytes<WireProblem>(json);
    if (!parsed)
        return Problem(problem::kBadRequest, u"no problem document"_s);
    Problem problem;
    problem.type = parsed->type;
    problem.detail = parsed->detail;
    return problem;
}

} // namespace balcao::wire
