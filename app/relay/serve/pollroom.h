// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The long polls that wait for news, and who is looking where. Wakes are gathered for 10 to 250 ms,
// longer the more arrives and the more wait; those who ask for the same page get the same bytes. Lives in
// one thread with an event loop (Polls owns it); nothing here blocks but reading the page.
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "relay/store/log.h"
#include "wire/calls.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace balcao::relay {

struct Poll
{
    quint64 id = 0; ///< the caller's, for drop()
    DeskId desk;
    qint64 after = 0;
    int limit = 500;
    std::chrono::milliseconds wait{0};
    bool answerAtOnce = false; ///< the cursor is of another log
};

class PollRoom : public QObject
{
    Q_OBJECT

public:
    /// The page after a cursor, without `now` and `live`.
    using Read = std::function<Result<LogPage>(qint64 after, int limit)>;
    /// The body of the answer; Unauthorized: the desk was revoked; another error: the log cannot be read.
    using Answer = std::function<void(const Result<QByteArray> &)>;

    static constexpr int kQuietMs = 10;
    static constexpr int kBusyMs = 250;
    static constexpr std::chrono::seconds kPresenceLife{60};

    struct Counts
    {
        qint64 pages = 0; ///< read and serialised
        qint64 answers = 0;
        qint64 wakes = 0;
        qsizetype parked = 0;
    };

    PollRoom(const Clock &clock, Read read, qint64 head);

    void park(const Poll &poll, Answer answer);
    void drop(quint64 id) { m_waiting.erase(id); }
    void announce(qint64 head);
    void setPresence(DeskId desk, const wire::LiveRequest &request);
    /// Goes with the next page; nobody is woken for it.
    void setBankRead(qint64 at) { m_bankReadAt = at; }
    /// Its polls end with Unauthorized, its presence is forgotten.
    void revoke(DeskId desk);
    /// Shutting down: everybody gets a page now, and who comes later gets it at once.
    void close();
    [[nodiscard]] Counts counts() const;

private:
    struct Waiting
    {
        Poll poll;
        Answer answer;
        QDeadlineTimer deadline;
    };
    struct Present
    {
        wire::Presence presence;
        QDeadlineTimer until;
    };
    using PageKey = std::pair<qint64, int>;
    using Pages = std::map<PageKey, Result<QByteArray>>;

    [[nodiscard]] bool hasNews(const Poll &poll) const;
    [[nodiscard]] bool isInGathering(const Poll &poll) const;
    void wake();
    void expire();
    void scheduleExpiry();
    void liveChanged();
    void forgetAbsent();
    /// Answers and removes those for whom `chosen` is true.
    template <class Chosen>
    void answerThose(Chosen chosen);
    void answer(const Poll &poll, const Answer &answer, Pages &pages);
    Result<QByteArray> page(const PageKey &key);

    const Clock &m_clock;
    Read m_read;
    qint64 m_head;
    qint64 m_wokenHead; ///< at the last wake: what is newer is being gathered
    std::map<quint64, Waiting> m_waiting;
    QHash<DeskId, Present> m_present;
    std::optional<qint64> m_bankReadAt;
    qint64 m_liveVersion = 0;
    QHash<DeskId, qint64> m_liveSeen; ///< the version that a desk was last told
    QTimer m_wake;
    QTimer m_expiry;
    QTimer m_absence;
    int m_intervalMs = kQuietMs;
    int m_announcements = 0;
    bool m_closing = false;
    Counts m_counts;
};

} // namespace balcao::relay
