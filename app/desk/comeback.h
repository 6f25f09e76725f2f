// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a time without the connection came to, said once it is over: what left this desk since, and what came. GUI thread.
#pragma once

#include "core/clock.h"

#include <QObject>

namespace balcao::desk {

class ComeBack final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kNoticedMs = 10 * kSecondMs; ///< shorter ones nobody noticed

    explicit ComeBack(const Clock &clock, QObject *parent = nullptr) : QObject(parent), m_clock(clock) {}

    /// Nothing goes to and fro.
    void setAway();
    /// Something does again.
    void setReached();
    /// All that was missed is here.
    void setBack();
    /// Messages that wait to leave.
    void setWaiting(int sends);
    /// So many came from customers.
    void received(int messages);
    /// One of ours was not taken.
    void refused();

Q_SIGNALS:
    void told(const QString &words);

private:
    enum class Phase { Here, Away, Reached, Draining };

    void tell();

    const Clock &m_clock;
    Phase m_phase = Phase::Here;
    qint64 m_since = 0;
    int m_waiting = 0;
    int m_sent = 0; ///< of those that waited; what is taken back or thrown away meanwhile is none
    int m_received = 0;
    int m_refused = 0;
};

} // namespace balcao::desk
