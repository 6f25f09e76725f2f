// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One thread for what takes long by design: PBKDF2 of PINs, copies of the log. Neither the edge nor the writer waits
// for it; more than `limit` waiting is refused, so that guessing PINs cannot pile work up. Any thread.
#pragma once

#include <QThreadPool>

#include <atomic>
#include <functional>

namespace balcao::relay {

class SlowWork
{
public:
    static constexpr int kLimit = 64;

    explicit SlowWork(int limit = kLimit) : m_limit(limit) { m_pool.setMaxThreadCount(1); }
    /// Lets what was posted finish.
    ~SlowWork() { finish(); }
    Q_DISABLE_COPY_MOVE(SlowWork)

    /// False: too much waits already.
    bool post(std::function<void()> work)
    {
        if (m_waiting.fetch_add(1) >= m_limit) {
            m_waiting.fetch_sub(1);
            return false;
        }
        m_pool.start([this, job = std::move(work)] {
            job();
            m_waiting.fetch_sub(1);
        });
        return true;
    }
    void finish() { m_pool.waitForDone(); }

private:
    const int m_limit;
    QThreadPool m_pool;
    std::atomic<int> m_waiting = 0;
};

} // namespace balcao::relay
