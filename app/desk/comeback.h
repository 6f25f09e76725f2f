// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// That the connection is back, for whoever saw that it was gone: the strip only goes. GUI thread.
#pragma once

#include "core/clock.h"

#include <QObject>

namespace balcao::desk {

class ComeBack final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kNoticedMs = 10 * kSecondMs; ///< shorter ones nobody noticed

    explicit ComeBack(const Clock &clock, QObject *parent = nullptr) : QObject(parent), m_clock(clock) {}

    /// Nothing goes to and fro.
    void setAway();
    /// All that was missed is here.
    void setBack();

Q_SIGNALS:
    void told(const QString &words);

private:
    const Clock &m_clock;
    bool m_isAway = false;
    qint64 m_since = 0;
};

} // namespace balcao::desk
