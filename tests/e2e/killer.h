// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Death at random, for processes that are to survive it.
#pragma once

#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

namespace balcao::test {

/// Kills a process once it has begun its work, and starts it again, until it has died often enough.
template <class Process>
class Killer : public QObject
{
public:
    Killer(Process &victim, quint32 seed) : m_victim(victim), m_random(seed)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { strike(); });
        m_timer.start(m_random.bounded(100, 600));
    }
    void stop() { m_stopping = true; }
    [[nodiscard]] int kills() const { return m_kills; }

private:
    void strike()
    {
        if (m_stopping)
            return;
        if (m_victim.isReady()) {
            m_victim.kill();
            ++m_kills;
            m_victim.start();
        }
        m_timer.start(m_random.bounded(100, 600));
    }

    Process &m_victim;
    QRandomGenerator m_random;
    QTimer m_timer;
    int m_kills = 0;
    bool m_stopping = false;
};

} // namespace balcao::test
