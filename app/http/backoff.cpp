// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/backoff.h"

#include <algorithm>

namespace balcao::http {

using std::chrono::milliseconds;

Backoff::Backoff(milliseconds first, milliseconds cap, QRandomGenerator &random)
    : m_first(std::max(first, milliseconds(1))), m_cap(std::max(cap, m_first)), m_next(m_first), m_random(random)
{
}

milliseconds Backoff::nextDelay()
{
    const qint64 whole = m_next.count();
    const qint64 half = whole / 2;
    m_next = m_next > m_cap / 2 ? m_cap : m_next * 2;
    return milliseconds(half + m_random.bounded(whole - half + 1));
}

} // namespace balcao::http
