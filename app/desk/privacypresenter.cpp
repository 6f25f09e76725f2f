// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/privacypresenter.h"

namespace balcao::desk {

namespace {

constexpr qint64 kLookMs = 5 * kSecondMs;

} // namespace

PrivacyPresenter::PrivacyPresenter(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_touchedAt(clock.nowMs())
{
    m_tick.setInterval(static_cast<int>(kLookMs));
    connect(&m_tick, &QTimer::timeout, this, &PrivacyPresenter::look);
    m_tick.start();
}

void PrivacyPresenter::setServing(bool serving)
{
    m_serving = serving;
    touched();
    if (!serving)
        set(false);
}

void PrivacyPresenter::setIdleMinutes(int minutes)
{
    m_idleMs = minutes * kMinuteMs;
    touched();
}

void PrivacyPresenter::touched()
{
    m_touchedAt = m_clock.nowMs();
}

void PrivacyPresenter::look()
{
    const qint64 now = m_clock.nowMs();
    m_touchedAt = qMin(m_touchedAt, now); // the clock was set back
    if (m_idleMs > 0 && now - m_touchedAt >= m_idleMs)
        protect();
}

void PrivacyPresenter::protect()
{
    if (m_serving)
        set(true);
}

void PrivacyPresenter::release()
{
    touched();
    set(false);
}

void PrivacyPresenter::set(bool isProtected)
{
    if (m_protected == isProtected)
        return;
    m_protected = isProtected;
    Q_EMIT changed();
}

} // namespace balcao::desk
