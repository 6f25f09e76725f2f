// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The truth about the connection in words, once a second as time passes. GUI thread. The state comes
// from sync; the words are made here.
#pragma once

#include "core/clock.h"
#include "store/rows.h"
#include "sync/connectionstate.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace balcao::desk {

class ConnectionPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Level {
        Calm,    ///< nothing to do: no colour
        Trouble, ///< it mends itself: amber
        Broken,  ///< a person must act: red
    };

    /// `clock` is the one that the state's instants were taken from, but for that of the last message: relay time.
    ConnectionPresenter(const Clock &clock, const Clock &relayClock, QObject *parent = nullptr);

    void setState(const sync::ConnectionState &state);
    /// Connected, and yet what is sent is not taken.
    void setHeldUp(bool isHeldUp);
    /// Sends that wait for the connection.
    void setWaiting(int sends);
    /// Numbers whose messages do not leave until somebody has mended something at Meta.
    void setPaused(const QList<store::PausedChannelRow> &channels);

    [[nodiscard]] const sync::ConnectionState &state() const { return m_state; }
    [[nodiscard]] int waiting() const { return m_waiting; }
    /// Why Meta lets nothing through, by its code; stands behind a colon.
    [[nodiscard]] static QString pauseCause(int code);

    [[nodiscard]] Level level() const;
    [[nodiscard]] QString text() const;
    /// text() in two: what is wrong, and what that means.
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString detailText() const;
    /// For the bar: the same in a few words; and the first of them, which say it all.
    [[nodiscard]] QString shortText() const;
    [[nodiscard]] QString shortLead() const;
    /// Empty: nothing can be done by hand.
    [[nodiscard]] QString actionText() const;
    /// When it is tried again by itself; empty: it is not, or at once.
    [[nodiscard]] QString retryText() const;
    void act();

Q_SIGNALS:
    void changed();
    void retryRequested();
    void pairRequested();

private:
    void pace();
    [[nodiscard]] QString healthyText() const;
    /// Connected, and yet nothing leaves.
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] QString pausedText() const;
    /// Connected, and our own commands do not get through.
    [[nodiscard]] bool isHeldUp() const { return m_isHeldUp && m_state.kind == sync::ConnectionState::Kind::Online; }
    [[nodiscard]] QString span(qint64 sinceMs) const;

    const Clock &m_clock;
    const Clock &m_relayClock;
    sync::ConnectionState m_state;
    int m_waiting = 0;
    bool m_isHeldUp = false;
    QList<store::PausedChannelRow> m_paused;
    QTimer m_tick;
};

} // namespace balcao::desk
