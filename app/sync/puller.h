// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Keeps the store at the head of the relay's log: one long poll after the other, each from the cursor that
// the last commit left. Bytes go to the writer thread; nothing is decoded here. GUI thread.
#pragma once

#include "core/clock.h"
#include "http/backoff.h"
#include "net/relayclient.h"
#include "store/store.h"
#include "sync/connectionstate.h"
#include "sync/seen.h"

#include <QObject>
#include <QTimer>

namespace balcao::sync {

class Puller final : public QObject
{
    Q_OBJECT

public:
    /// Whatever begins or ends is told within ten seconds: a relay that falls silent by the end of the poll it has
    /// (net::RelayClient::Patience), one that is back by the next try.
    struct Pace
    {
        int waitS = 5;
        std::chrono::milliseconds firstRetry{1000};
        std::chrono::milliseconds lastRetry{10000};
    };

    /// `relayClock` is set by what the relay says the time is, on top of `clock`.
    Puller(store::Store &store, net::RelayClient &client, const Clock &clock, OffsetClock &relayClock,
           QRandomGenerator &random, Pace pace);

    void start();
    void stop();
    /// Now, not when the pause is over: the person asked, or the network came back.
    void retryNow();

    [[nodiscard]] const ConnectionState &state() const { return m_state; }
    [[nodiscard]] qint64 cursor() const { return m_cursor; }

Q_SIGNALS:
    /// First when the store has been opened, then with pages; before pageApplied and stateChanged.
    void seenChanged(const balcao::sync::Seen &seen);
    void pageApplied(const balcao::store::ChangeSet &changes);
    void presenceChanged(const QList<balcao::store::PresenceRow> &present);
    /// The relay has listed what came to the bank.
    void bankRead(qint64 at);
    void stateChanged(const balcao::sync::ConnectionState &state);

private:
    /// Reads where this desk stands, then polls.
    void begin();
    void poll();
    void see(const Seen &seen);
    void heard(const net::CallResult<QByteArray> &result);
    void applied(const Result<store::Applied> &result);
    void failed(const net::CallFailure &failure);
    void enter(ConnectionState state);
    /// Until the next try; `least`: what the relay asked for, of which no more is granted than `lastRetry`.
    void pause(ConnectionState state, std::chrono::seconds least = {});
    void learnTime(qint64 relayNow);

    store::Store &m_store;
    net::RelayClient &m_client;
    const Clock &m_clock;
    OffsetClock &m_relayClock;
    http::Backoff m_backoff;
    Pace m_pace;
    ConnectionState m_state;
    QList<store::PresenceRow> m_present;
    qint64 m_bankReadAt = 0;
    net::Call m_call;
    QTimer m_retry;
    std::optional<Seen> m_seen;
    qint64 m_cursor = 0;
    int m_pageLimit;
    qint64 m_startedFrom = 0;
    qint64 m_askedAt = 0;
    bool m_behind = true; ///< more is known to be waiting
    bool m_timeKnown = false;
    bool m_running = false;
    bool m_busy = false;
    bool m_isPlaced = false; ///< m_cursor is the store's
};

} // namespace balcao::sync
