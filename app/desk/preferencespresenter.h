// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// This PC's preferences: bounded, kept at each change, told to whoever lives by them. GUI thread; owned by the
// composition root.
#pragma once

#include "desk/preferences.h"

#include <QObject>

namespace balcao::desk {

/// Where they are kept.
class PreferencesKeeper
{
public:
    PreferencesKeeper() = default;
    virtual ~PreferencesKeeper() = default;
    Q_DISABLE_COPY_MOVE(PreferencesKeeper)

    virtual void keep(const Preferences &preferences) = 0;
};

class PreferencesPresenter final : public QObject
{
    Q_OBJECT

public:
    PreferencesPresenter(PreferencesKeeper &keeper, const Preferences &start, QObject *parent = nullptr);

    [[nodiscard]] const Preferences &now() const { return m_now; }

    void change(const Preferences &wanted);
    template <class T>
    void set(T Preferences::*field, T value)
    {
        Preferences wanted = m_now;
        wanted.*field = value;
        change(wanted);
    }

    /// Whether there is a tray to close to; where there is none nothing of it is offered.
    void setHasTray(bool has);
    [[nodiscard]] bool hasTray() const { return m_hasTray; }

Q_SIGNALS:
    void changed();

private:
    PreferencesKeeper &m_keeper;
    Preferences m_now;
    bool m_hasTray = false;
};

} // namespace balcao::desk
