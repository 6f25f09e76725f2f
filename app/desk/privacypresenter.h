// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Whether the conversations are hidden: on F12, and by itself when nobody has touched anything for a while. Says when;
// the window replaces its content, the news keep still about theirs. GUI thread.
#pragma once

#include "core/clock.h"

#include <QObject>
#include <QTimer>

namespace balcao::desk {

class PrivacyPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PrivacyPresenter(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool isProtected() const { return m_protected; }

    /// Nobody serves, nothing is shown: there is nothing to hide.
    void setServing(bool serving);
    /// 0: never by itself.
    void setIdleMinutes(int minutes);
    /// A key, the mouse: somebody is there.
    void touched();
    /// Looks at the clock; by itself every few seconds.
    void look();
    void protect();
    /// The PIN was right.
    void release();

Q_SIGNALS:
    void changed();

private:
    void set(bool isProtected);

    const Clock &m_clock;
    QTimer m_tick;
    qint64 m_touchedAt;
    qint64 m_idleMs = 0;
    bool m_serving = false;
    bool m_protected = false;
};

} // namespace balcao::desk
