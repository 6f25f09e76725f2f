// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/pollroom.h"

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// More commits than these within one gathering make the next one longer.
constexpr int kCalm = 2;
constexpr int kQuietCeilingMs = 25;

int ceilingMs(qsizetype parked)
{
    return static_cast<int>(std::clamp<qsizetype>(parked, kQuietCeilingMs, PollRoom::kBusyMs));
}

} // namespace

PollRoom::PollRoom(const Clock &clock, Read read, qint64 head)
    : m_clock(clock),
      m_read(std::move(read)),
      m_head(head),
      m_wokenHead(head),
      m_wake(this),
      m_expiry(this),
      m_absence(this)
{
    for (QTimer *timer : {&m_wake, &m_expiry, &m_absence}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_wake, &QTimer::timeout, this, &PollRoom::wake);
    connect(&m_expiry, &QTimer::timeout, this, &PollRoom::expire);
    connect(&m_absence, &QTimer::timeout, this, &PollRoom::forgetAbsent);
}

bool PollRoom::hasNews(const Poll &poll) const
{
    return poll.after != m_head || poll.answerAtOnce || m_liveSeen.value(poll.desk) != m_liveVersion;
}

/// All that is new to it is being gathered: the wake will bring that, in one page for all who ask by then. Answered at
/// once, each of those whom the last wake sent back would have a page of its own made.
bool PollRoom::isInGathering(const Poll &poll) const
{
    return m_wake.isActive() && !poll.answerAtOnce && poll.after >= m_wokenHead && poll.after < m_head;
}

void PollRoom::park(const Poll &poll, Answer answer)
{
    if (m_closing || poll.wait.count() <= 0 || (hasNews(poll) && !isInGathering(poll))) {
        Pages pages;
        this->answer(poll, answer, pages);
        return;
    }
    const QDeadlineTimer deadline(poll.wait, Qt::PreciseTimer);
    m_waiting.insert_or_assign(poll.id, Waiting{poll, std::move(answer), deadline});
    if (!m_expiry.isActive() || m_expiry.remainingTimeAsDuration() > poll.wait)
        m_expiry.start(poll.wait);
}

void PollRoom::announce(qint64 head)
{
    m_head = std::max(m_head, head);
    ++m_announcements;
    if (!m_wake.isActive())
        m_wake.start(m_intervalMs);
}

void PollRoom::wake()
{
    ++m_counts.wakes;
    m_intervalMs = m_announcements > kCalm ? m_intervalMs * 2 : m_intervalMs / 2;
    m_intervalMs = std::clamp(m_intervalMs, kQuietMs, ceilingMs(static_cast<qsizetype>(m_waiting.size())));
    m_announcements = 0;
    m_wokenHead = m_head;
    answerThose([this](const Waiting &waiting) { return hasNews(waiting.poll); });
}

void PollRoom::expire()
{
    answerThose([](const Waiting &waiting) { return waiting.deadline.hasExpired(); });
    scheduleExpiry();
}

void PollRoom::scheduleExpiry()
{
    if (m_waiting.empty())
        return;
    const auto first = std::ranges::min_element(m_waiting, {}, [](const auto &entry) { return entry.second.deadline; });
    m_expiry.start(std::max(std::chrono::milliseconds(1), std::chrono::ceil<std::chrono::milliseconds>(
                                                              first->second.deadline.remainingTimeAsDuration())));
}

void PollRoom::close()
{
    m_closing = true;
    answerThose([](const Waiting &) { return true; });
}

template <class Chosen>
void PollRoom::answerThose(Chosen chosen)
{
    Pages pages;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (!chosen(it->second)) {
            ++it;
            continue;
        }
        answer(it->second.poll, it->second.answer, pages);
        it = m_waiting.erase(it);
    }
}

void PollRoom::answer(const Poll &poll, const Answer &answer, Pages &pages)
{
    const PageKey key(poll.after, poll.limit);
    auto found = pages.find(key);
    if (found == pages.end())
        found = pages.emplace(key, page(key)).first;
    m_liveSeen.insert(poll.desk, m_liveVersion);
    ++m_counts.answers;
    answer(found->second);
}

Result<QByteArray> PollRoom::page(const PageKey &key)
{
    auto page = m_read(key.first, key.second);
    if (!page)
        return page.error();
    // Another thread's commit may be ahead of its announcement; what was read counts.
    m_head = std::max(m_head, page->frame.head);
    page->frame.now = m_clock.nowMs();
    for (const Present &present : std::as_const(m_present))
        page->frame.live.present.append(present.presence);
    page->frame.live.bankReadAt = m_bankReadAt;
    ++m_counts.pages;
    return page->toBytes();
}

void PollRoom::setPresence(DeskId desk, const wire::LiveRequest &request)
{
    const auto known = m_present.constFind(desk);
    if (!request.conversation) {
        if (known != m_present.constEnd()) {
            m_present.erase(known);
            liveChanged();
        }
        return;
    }
    const wire::Presence presence{request.operatorId, desk, *request.conversation, request.typing};
    const bool changed = known == m_present.constEnd() || known->presence != presence;
    m_present.insert(desk, Present{presence, QDeadlineTimer(kPresenceLife)});
    if (!m_absence.isActive())
        m_absence.start(kPresenceLife);
    if (changed)
        liveChanged();
}

void PollRoom::forgetAbsent()
{
    const auto gone = m_present.removeIf([](const auto &entry) { return entry.value().until.hasExpired(); });
    if (gone > 0)
        liveChanged();
    if (!m_present.isEmpty())
        m_absence.start(kPresenceLife / 4);
}

void PollRoom::liveChanged()
{
    ++m_liveVersion;
    if (!m_wake.isActive())
        m_wake.start(m_intervalMs);
}

void PollRoom::revoke(DeskId desk)
{
    if (m_present.remove(desk) > 0)
        liveChanged();
    m_liveSeen.remove(desk);
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (it->second.poll.desk != desk) {
            ++it;
            continue;
        }
        ++m_counts.answers;
        it->second.answer(failure(Error::Kind::Unauthorized, u"the desk was revoked"_s));
        it = m_waiting.erase(it);
    }
}

PollRoom::Counts PollRoom::counts() const
{
    Counts counts = m_counts;
    counts.parked = static_cast<qsizetype>(m_waiting.size());
    return counts;
}

} // namespace balcao::relay
