// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/preferencespresenter.h"

namespace balcao::desk {

namespace {

Preferences bounded(Preferences p)
{
    p.textPercent = qBound(Preferences::kLeastText, p.textPercent, Preferences::kMostText);
    p.lockMinutes = qBound(0, p.lockMinutes, Preferences::kMostLockMinutes);
    return p;
}

} // namespace

PreferencesPresenter::PreferencesPresenter(PreferencesKeeper &keeper, const Preferences &start, QObject *parent)
    : QObject(parent), m_keeper(keeper), m_now(bounded(start))
{
}

void PreferencesPresenter::change(const Preferences &wanted)
{
    const Preferences next = bounded(wanted);
    if (next == m_now)
        return;
    m_now = next;
    m_keeper.keep(m_now);
    Q_EMIT changed();
}

void PreferencesPresenter::setHasTray(bool has)
{
    if (m_hasTray == has)
        return;
    m_hasTray = has;
    Q_EMIT changed();
}

} // namespace balcao::desk
