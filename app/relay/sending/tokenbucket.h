// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A token bucket over an injected time. Pure; one thread.
#pragma once

#include <QtGlobal>

namespace balcao::relay {

class TokenBucket
{
public:
    TokenBucket() = default;
    /// Holds up to `capacity`; one token comes back every `refillMs`.
    TokenBucket(int capacity, double refillMs) : m_capacity(capacity), m_refillMs(refillMs), m_tokens(capacity) {}

    bool take(qint64 nowMs)
    {
        refill(nowMs);
        if (m_tokens < 1.0)
            return false;
        m_tokens -= 1.0;
        return true;
    }
    /// It was not used.
    void giveBack() { m_tokens = qMin<double>(m_capacity, m_tokens + 1.0); }
    /// When take() will succeed; `nowMs` if at once.
    qint64 readyAtMs(qint64 nowMs)
    {
        refill(nowMs);
        return m_tokens >= 1.0 ? nowMs : nowMs + 1 + static_cast<qint64>((1.0 - m_tokens) * m_refillMs);
    }
    /// Nothing was taken for so long that the bucket is as new.
    bool isFull(qint64 nowMs)
    {
        refill(nowMs);
        return m_tokens >= m_capacity;
    }

private:
    void refill(qint64 nowMs)
    {
        // A clock that jumps back refills nothing and starts counting from there.
        if (m_lastMs != 0 && nowMs > m_lastMs)
            m_tokens = qMin<double>(m_capacity, m_tokens + static_cast<double>(nowMs - m_lastMs) / m_refillMs);
        m_lastMs = nowMs;
    }

    int m_capacity = 1;
    double m_refillMs = 1.0;
    double m_tokens = 1.0;
    qint64 m_lastMs = 0;
};

} // namespace balcao::relay
