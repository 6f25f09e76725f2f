// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/comeback.h"

#include <utility>

namespace balcao::desk {

void ComeBack::setAway()
{
    if (!std::exchange(m_isAway, true))
        m_since = m_clock.nowMs();
}

void ComeBack::setBack()
{
    if (std::exchange(m_isAway, false) && m_clock.nowMs() - m_since >= kNoticedMs)
        Q_EMIT told(tr("The connection is back."));
}

} // namespace balcao::desk
