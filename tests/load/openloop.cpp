// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "openloop.h"

#include "connections.h"

#include <QElapsedTimer>

#include <deque>

namespace balcao::test {

namespace {

constexpr qint64 kGiveUpMs = 30'000; ///< after the last one was due

class OpenLoop
{
public:
    OpenLoop(quint16 port, int connections)
        : m_connections(port, connections, [this](int which, int status, QByteArrayView) { answered(which, status); }),
          m_dueMs(static_cast<std::size_t>(connections))
    {
        for (int which = 0; which < connections; ++which)
            m_idle.push_back(which);
    }

    LoadResult run(double perSecond, double seconds, const std::function<QByteArray(qint64)> &request)
    {
        const auto total = static_cast<qint64>(perSecond * seconds);
        m_clock.start();
        QByteArray next = request(0);
        while (m_answers < total && nowMs() < seconds * 1000 + kGiveUpMs) {
            const double dueMs = double(m_result.asked) * 1000 / perSecond;
            if (m_result.asked < total && !m_idle.empty() && nowMs() >= dueMs) {
                const int which = m_idle.front();
                m_idle.pop_front();
                m_dueMs[static_cast<std::size_t>(which)] = dueMs;
                m_connections.ask(which, next);
                if (++m_result.asked < total)
                    next = request(m_result.asked);
                m_connections.turn(0);
            } else {
                const bool waits = m_result.asked >= total || m_idle.empty() || dueMs - nowMs() > 1;
                m_connections.turn(waits ? 1 : 0);
            }
        }
        m_result.errors += total - m_answers;
        m_result.seconds = nowMs() / 1000;
        return m_result;
    }

private:
    [[nodiscard]] double nowMs() const { return double(m_clock.nsecsElapsed()) / 1e6; }

    void answered(int which, int status)
    {
        ++m_answers;
        m_result.times.add(nowMs() - m_dueMs[static_cast<std::size_t>(which)]);
        m_result.errors += status == 200 ? 0 : 1;
        m_idle.push_back(which);
    }

    QElapsedTimer m_clock;
    Connections m_connections;
    std::deque<int> m_idle;
    std::vector<double> m_dueMs;
    LoadResult m_result;
    qint64 m_answers = 0;
};

} // namespace

LoadResult askAtRate(quint16 port, int connections, double perSecond, double seconds,
                     const std::function<QByteArray(qint64)> &request)
{
    return OpenLoop(port, connections).run(perSecond, seconds, request);
}

} // namespace balcao::test
