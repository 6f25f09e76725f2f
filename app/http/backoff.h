// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How long to wait before the next try: doubles up to a cap, spread by chance so that many desks do
// not come back in one instant, small again after a success. Pure; owns no timer.
#pragma once

#include <QRandomGenerator>

#include <chrono>

namespace balcao::http {

class Backoff
{
public:
    /// `random` must outlive this.
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds cap, QRandomGenerator &random);

    /// Between a half and the whole of first, 2·first, 4·first … cap.
    std::chrono::milliseconds nextDelay();
    /// After a success: the next delay is a first one again.
    void reset() { m_next = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_cap;
    std::chrono::milliseconds m_next;
    QRandomGenerator &m_random;
};

} // namespace balcao::http
