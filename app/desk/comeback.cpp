// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/comeback.h"

#include <QStringList>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

void ComeBack::setAway()
{
    if (m_phase == Phase::Here) { // it is one absence, however often the line falls before all has left
        m_since = m_clock.nowMs();
        m_sent = m_received = m_refused = 0;
    }
    m_phase = Phase::Away;
}

void ComeBack::setReached()
{
    if (m_phase == Phase::Away)
        m_phase = Phase::Reached;
}

void ComeBack::setBack()
{
    if (m_phase != Phase::Away && m_phase != Phase::Reached)
        return;
    m_phase = Phase::Draining;
    if (m_clock.nowMs() - m_since < kNoticedMs && m_waiting == 0 && m_sent == 0)
        m_phase = Phase::Here;
    tell();
}

void ComeBack::setWaiting(int sends)
{
    const bool mayLeave = m_phase == Phase::Reached || m_phase == Phase::Draining;
    m_sent += mayLeave ? qMax(0, m_waiting - sends) : 0;
    m_waiting = sends;
    tell();
}

void ComeBack::received(int messages)
{
    if (m_phase != Phase::Here)
        m_received += messages;
}

void ComeBack::refused()
{
    if (m_phase != Phase::Here)
        ++m_refused;
}

void ComeBack::tell()
{
    if (m_phase != Phase::Draining || m_waiting > 0)
        return;
    m_phase = Phase::Here;
    QStringList parts;
    if (const int sent = m_sent - m_refused; sent > 0)
        parts.append(tr("%n message(s) sent", nullptr, sent));
    if (m_received > 0)
        parts.append(tr("%n received", nullptr, m_received));
    if (m_refused > 0)
        parts.append(tr("%n not accepted: it stands in its conversation", nullptr, m_refused));
    else if (!parts.isEmpty())
        parts.append(tr("none lost"));
    const QString back = tr("The connection is back.");
    Q_EMIT told(parts.isEmpty() ? back : back + u' ' + parts.join(u", "_s) + u'.');
}

} // namespace balcao::desk
