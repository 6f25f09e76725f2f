// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/puller.h"

#include <algorithm>

namespace balcao::sync {

using Kind = ConnectionState::Kind;

namespace {

constexpr int kPageLimit = 500;
constexpr qint64 kSmallDriftMs = 2000;

wire::Expect shownIn(LogId log, qint64 cursor)
{
    wire::Expect shown;
    shown.seq = cursor;
    if (!log.isNull())
        shown.log = log;
    return shown;
}

} // namespace

Puller::Puller(store::Store &store, net::RelayClient &client, const Clock &clock, OffsetClock &relayClock,
               QRandomGenerator &random, Pace pace)
    : m_store(store),
      m_client(client),
      m_clock(clock),
      m_relayClock(relayClock),
      m_backoff(pace.firstRetry, pace.lastRetry, random),
      m_pace(pace),
      m_pageLimit(kPageLimit)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Puller::poll);
}

void Puller::start()
{
    m_running = true;
    begin();
}

void Puller::begin()
{
    using Heads = std::pair<store::ProjectionHead, store::ProjectionHead>;
    m_busy = true;
    m_store.write(
        [](store::StoreWriter &writer) -> Result<Heads> {
            BALCAO_TAKE(const store::ProjectionHead read, writer.head());
            // What is shown may be what is damaged; then nothing has been seen.
            return Heads(read, writer.shownHead().valueOr(store::ProjectionHead()));
        },
        this,
        [this](const Result<Heads> &heads) {
            m_busy = false;
            if (!m_running)
                return;
            if (!heads)
                return applied(heads.error());
            const auto &[read, shown] = *heads;
            m_isPlaced = true;
            m_cursor = read.cursor;
            if (!m_seen)
                m_startedFrom = m_cursor;
            // A file that is being made anew has read nothing yet, but this desk has.
            const store::ProjectionHead &newest = read.log.isNull() ? shown : read;
            see({shownIn(shown.log, shown.cursor), {newest.log, newest.cursor, newest.cursorAt}});
            poll();
        });
}

void Puller::stop()
{
    m_running = false;
    m_retry.stop();
    m_call.reset();
    m_busy = false;
}

void Puller::retryNow()
{
    if (!m_running || m_busy)
        return;
    m_retry.stop();
    m_backoff.reset();
    poll();
}

void Puller::poll()
{
    if (!m_running || m_busy)
        return;
    if (!m_isPlaced)
        return begin();
    m_busy = true;
    m_askedAt = m_clock.nowMs();
    // While behind, or after trouble, the answer shall come at once: it is also the sign of life.
    const bool calm = !m_behind && m_state.kind == Kind::Online;
    m_call = m_client.events(m_cursor, m_pageLimit, calm ? m_pace.waitS : 0, this,
                             [this](const net::CallResult<QByteArray> &result) { heard(result); });
}

void Puller::heard(const net::CallResult<QByteArray> &result)
{
    const net::Call handle = std::move(m_call);
    if (const auto *failure = std::get_if<net::CallFailure>(&result)) {
        m_busy = false;
        return failed(*failure);
    }
    const qint64 now = m_relayClock.nowMs();
    m_store.write([bytes = std::get<QByteArray>(result),
                   now](store::StoreWriter &writer) { return writer.applyPage(bytes, now); },
                  this,
                  [this](const Result<store::Applied> &page) {
                      m_busy = false;
                      if (m_running)
                          applied(page);
                  });
}

void Puller::applied(const Result<store::Applied> &result)
{
    if (!result) {
        m_isPlaced = false; // it may have begun a file anew before it failed
        ConnectionState state = m_state;
        switch (result.error().kind) {
        case Error::Kind::Rejected: // not a page of ours
            state.kind = Kind::Stranger;
            break;
        case Error::Kind::Storage:
            state.kind = Kind::DiskTrouble;
            break;
        default:
            state.kind = Kind::StoreTrouble;
        }
        return pause(state);
    }
    const store::Applied &page = *result;
    learnTime(page.now);
    m_backoff.reset();
    m_pageLimit = qMin(kPageLimit, m_pageLimit * 2);
    see({shownIn(page.shownLog, page.shownCursor), {page.log, page.cursor, page.cursorAt}});
    if (page.otherLog)
        m_startedFrom = 0;
    m_cursor = page.cursor;
    m_behind = page.more;
    ConnectionState state = m_state;
    state.kind = page.more ? Kind::CatchingUp : Kind::Online;
    state.lastExchangeAt = m_clock.nowMs();
    state.lastMessageAt = qMax(state.lastMessageAt, page.lastInboundAt);
    state.nextTryAt = 0;
    state.done = m_cursor - m_startedFrom;
    state.total = page.head - m_startedFrom;
    enter(state);
    if (page.applied > 0 || page.changes.rebuilt)
        Q_EMIT pageApplied(page.changes);
    if (page.present != m_present) {
        m_present = page.present;
        Q_EMIT presenceChanged(m_present);
    }
    if (page.bankReadAt && std::exchange(m_bankReadAt, *page.bankReadAt) != *page.bankReadAt)
        Q_EMIT bankRead(m_bankReadAt);
    poll();
}

void Puller::see(const Seen &seen)
{
    if (m_seen == seen)
        return;
    m_seen = seen;
    Q_EMIT seenChanged(seen);
}

void Puller::learnTime(qint64 relayNow)
{
    // Half of the way there and back; a small difference is the way's own.
    const qint64 now = m_clock.nowMs();
    const qint64 offset =
        relayNow - (m_behind || m_state.kind != Kind::Online ? m_askedAt + (now - m_askedAt) / 2 : now);
    if (m_timeKnown && qAbs(offset - m_relayClock.offsetMs()) < kSmallDriftMs)
        return;
    m_timeKnown = true;
    m_relayClock.setOffsetMs(qAbs(offset) < kSmallDriftMs ? 0 : offset);
}

void Puller::failed(const net::CallFailure &failure)
{
    using Failure = net::CallFailure::Kind;
    ConnectionState state = m_state;
    switch (failure.kind) {
    case Failure::Unauthorized:
        state.kind = Kind::NeedsPairing;
        state.nextTryAt = 0;
        return enter(state);
    case Failure::Revoked:
        state.kind = Kind::Revoked;
        state.nextTryAt = 0;
        return enter(state);
    case Failure::NotSecure:
        state.kind = Kind::NotSecure;
        break;
    case Failure::Timeout: // a thin line: less of it may get through
        m_pageLimit = qMax(1, m_pageLimit / 2);
        state.kind = Kind::Offline;
        break;
    case Failure::Offline:
        state.kind = Kind::Offline;
        break;
    case Failure::RateLimited:
    case Failure::Trouble:
    case Failure::Rejected:
        state.kind = Kind::Trouble;
        break;
    case Failure::NotBalcao:
        state.kind = Kind::Stranger;
        break;
    }
    pause(state, std::chrono::seconds(failure.retryAfterS));
}

void Puller::pause(ConnectionState state, std::chrono::seconds least)
{
    const auto delay = std::clamp<std::chrono::milliseconds>(least, m_backoff.nextDelay(), m_pace.lastRetry);
    state.nextTryAt = m_clock.nowMs() + delay.count();
    enter(state);
    if (m_running)
        m_retry.start(delay);
}

void Puller::enter(ConnectionState state)
{
    if (state.kind != m_state.kind)
        state.since = m_clock.nowMs();
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

} // namespace balcao::sync
