// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/sendscheduler.h"

#include "core/clock.h"

#include <algorithm>

namespace balcao::relay {

namespace {

/// Nothing is ever held for longer (Meta's hourly limits): what seems to be was reckoned by a clock that ran ahead.
constexpr qint64 kLongestHoldMs = kHourMs;

qint64 bounded(qint64 untilMs, qint64 nowMs)
{
    return untilMs - nowMs > kLongestHoldMs ? nowMs : untilMs;
}

} // namespace

SendScheduler::SendScheduler(Pace pace) : m_pace(pace), m_bucket(pace.perSecond, 1000.0 / pace.perSecond) {}

void SendScheduler::add(MessageId message, ConversationId conversation, qint64 notBeforeMs)
{
    if (knows(message))
        return;
    auto lane = m_lanes.find(conversation);
    if (lane == m_lanes.end()) {
        lane = m_lanes.insert(conversation, Lane{{}, false, TokenBucket(m_pace.pairBurst, m_pace.pairRefillMs)});
        m_turns.append(conversation);
    }
    lane->queue.push_back({message, notBeforeMs});
    m_laneOf.insert(message, conversation);
}

qint64 SendScheduler::readyAtMs(Lane &lane, qint64 nowMs) const
{
    return std::max(bounded(lane.queue.front().notBeforeMs, nowMs), lane.bucket.readyAtMs(nowMs));
}

QList<MessageId> SendScheduler::takeDue(qint64 nowMs)
{
    QList<MessageId> due;
    if (m_paused || nowMs < bounded(m_holdAllUntilMs, nowMs))
        return due;
    QList<ConversationId> sent;
    for (const ConversationId &conversation : std::as_const(m_turns)) {
        Lane &lane = m_lanes[conversation];
        if (lane.inFlight || lane.queue.empty() || readyAtMs(lane, nowMs) > nowMs)
            continue;
        if (!m_bucket.take(nowMs))
            break;
        lane.bucket.take(nowMs);
        lane.inFlight = true;
        due.append(lane.queue.front().message);
        sent.append(conversation);
    }
    for (const ConversationId &conversation : std::as_const(sent)) {
        m_turns.removeOne(conversation);
        m_turns.append(conversation);
    }
    dropIdleLanes(nowMs);
    return due;
}

std::optional<qint64> SendScheduler::nextDueMs(qint64 nowMs)
{
    if (m_paused)
        return std::nullopt;
    std::optional<qint64> next;
    for (Lane &lane : m_lanes) {
        if (lane.inFlight || lane.queue.empty())
            continue;
        const qint64 ready = readyAtMs(lane, nowMs);
        next = next ? std::min(*next, ready) : ready;
    }
    if (!next)
        return next;
    return std::max({*next, m_bucket.readyAtMs(nowMs), bounded(m_holdAllUntilMs, nowMs)});
}

void SendScheduler::finished(MessageId message)
{
    const auto conversation = m_laneOf.find(message);
    if (conversation == m_laneOf.end())
        return;
    Lane &lane = m_lanes[*conversation];
    const bool wasHead = lane.queue.front().message == message;
    std::erase_if(lane.queue, [&](const Entry &entry) { return entry.message == message; });
    if (wasHead)
        lane.inFlight = false;
    m_laneOf.erase(conversation);
}

void SendScheduler::held(MessageId message, qint64 untilMs)
{
    const auto conversation = m_laneOf.constFind(message);
    if (conversation == m_laneOf.cend())
        return;
    Lane &lane = m_lanes[*conversation];
    if (lane.queue.front().message != message)
        return;
    lane.queue.front().notBeforeMs = untilMs;
    lane.inFlight = false;
}

void SendScheduler::putBack(MessageId message, qint64 untilMs)
{
    const auto conversation = m_laneOf.constFind(message);
    if (conversation == m_laneOf.cend())
        return;
    Lane &lane = m_lanes[*conversation];
    if (!lane.inFlight || lane.queue.front().message != message)
        return;
    lane.bucket.giveBack();
    m_bucket.giveBack();
    held(message, untilMs);
}

void SendScheduler::holdAll(qint64 untilMs)
{
    m_holdAllUntilMs = std::max(m_holdAllUntilMs, untilMs);
}

void SendScheduler::dropIdleLanes(qint64 nowMs)
{
    // An empty lane is kept until its pair bucket has refilled: dropping it earlier would forget the pace.
    m_turns.removeIf([&](const ConversationId &conversation) {
        Lane &lane = m_lanes[conversation];
        if (!lane.queue.empty() || !lane.bucket.isFull(nowMs))
            return false;
        m_lanes.remove(conversation);
        return true;
    });
}

} // namespace balcao::relay
