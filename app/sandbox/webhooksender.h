// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Meta's side of the webhooks: builds, signs and POSTs them, one at a time and in order unless a fault says
// otherwise, and keeps every body in memory until the relay has said 200. Lives in one thread with an event
// loop. The account, board, book and sink outlive it.
#pragma once

#include "sandbox/envelope.h"
#include "sandbox/faults.h"
#include "sandbox/webhooksink.h"

#include <QTimer>

#include <chrono>

namespace balcao::sandbox {

class WebhookSender : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds firstRetry{250};
        std::chrono::milliseconds slowestRetry{5000};
        std::chrono::milliseconds batchWait{40}; ///< how long a batch fills up when batchSize > 1
    };

    WebhookSender(Account account, FaultBoard &faults, PhoneBook &book, WebhookSink &sink, QObject *parent = nullptr);

    /// Several messages make one body.
    void say(const QList<Message> &messages);
    void tell(const StatusNews &news);
    /// Any other change, e.g. account_update.
    void send(const Change &change);
    /// Called from the event loop, once, as soon as everything handed in so far has been answered 200.
    void whenDelivered(std::function<void()> callback);

    /// Bodies not answered 200 yet, those not built yet included.
    [[nodiscard]] qsizetype pending() const;
    /// POSTs made, retries, duplicates and replays included.
    [[nodiscard]] qint64 posts() const { return m_posts; }
    [[nodiscard]] const Account &account() const { return m_account; }
    void setPace(const Pace &pace) { m_pace = pace; }

private:
    struct Body
    {
        QByteArray bytes;
        QByteArray signature;
        int failures = 0;
        bool again = false; ///< a duplicate or a replay: no further faults
    };

    [[nodiscard]] Disguise disguise() const;
    void pack();
    void enqueue(const QByteArray &bytes);
    void post(const Body &body);
    void answered(Body body, int status);
    void delivered(const Body &body);
    void work();
    void tellWaiters();
    [[nodiscard]] std::chrono::milliseconds waitAfter(int failures) const;

    Account m_account;
    FaultBoard &m_faults;
    PhoneBook &m_book;
    WebhookSink &m_sink;
    Pace m_pace;
    QList<Change> m_changes; ///< not in a body yet
    QList<Body> m_ready;
    QList<std::function<void()>> m_waiters;
    QTimer m_packing;
    QTimer m_pause;        ///< running: the relay did not answer, everything waits
    qsizetype m_aside = 0; ///< held back, or refused and waiting for a turn of their own
    int m_inFlight = 0;
    qint64 m_posts = 0;
};

} // namespace balcao::sandbox
