// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/connectionpresenter.h"

#include "desk/wording.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;
using Kind = sync::ConnectionState::Kind;

namespace {

constexpr qint64 kCalmTickMs = 10 * kSecondMs;

} // namespace

ConnectionPresenter::ConnectionPresenter(const Clock &clock, const Clock &relayClock, QObject *parent)
    : QObject(parent), m_clock(clock), m_relayClock(relayClock)
{
    connect(&m_tick, &QTimer::timeout, this, &ConnectionPresenter::changed);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionPresenter::pace);
    m_tick.start(static_cast<int>(kSecondMs));
}

/// Meta, "Cloud API error codes"; those that pause a queue.
QString ConnectionPresenter::pauseCause(int code)
{
    switch (code) {
    case 0:
    case 190:
        return tr("the shop's access to WhatsApp has expired");
    case 368:
    case 131031:
        return tr("Meta has locked the account");
    case 131042:
        return tr("there is a problem with the payment to Meta");
    case 3:
    case 10:
    case 131005:
        return tr("Meta has taken a permission away from the shop's app");
    default:
        return tr("Meta refuses this number (code %1)").arg(code);
    }
}

void ConnectionPresenter::setState(const sync::ConnectionState &state)
{
    m_state = state;
    Q_EMIT changed();
    pace();
}

/// Seconds are counted where there are any to see: a desk that nobody touches sleeps.
void ConnectionPresenter::pace()
{
    const bool isCalm = m_state.kind == Kind::Online && m_relayClock.nowMs() - m_state.lastMessageAt >= kMinuteMs;
    const int interval = static_cast<int>(isCalm ? kCalmTickMs : kSecondMs);
    if (m_tick.interval() != interval)
        m_tick.start(interval);
}

void ConnectionPresenter::setHeldUp(bool isHeldUp)
{
    m_isHeldUp = isHeldUp;
    Q_EMIT changed();
}

void ConnectionPresenter::setWaiting(int sends)
{
    m_waiting = sends;
    Q_EMIT changed();
}

void ConnectionPresenter::setPaused(const QList<store::PausedChannelRow> &channels)
{
    if (m_paused == channels)
        return;
    m_paused = channels;
    Q_EMIT changed();
}

bool ConnectionPresenter::isPaused() const
{
    return m_state.kind == Kind::Online && !m_paused.isEmpty();
}

QString ConnectionPresenter::pausedText() const
{
    const store::PausedChannelRow &first = m_paused.first();
    const QString rest =
        tr("Tell whoever takes care of the shop's server; what you write waits, and leaves by itself then.");
    const QString what = first.label.isEmpty()
                             ? tr("Messages do not leave: %1.").arg(pauseCause(first.code))
                             : tr("Messages of %1 do not leave: %2.").arg(first.label, pauseCause(first.code));
    return what + u' ' + rest;
}

ConnectionPresenter::Level ConnectionPresenter::level() const
{
    if (isPaused())
        return Level::Broken;
    if (isHeldUp())
        return Level::Trouble;
    switch (m_state.kind) {
    case Kind::Connecting:
    case Kind::Online:
    case Kind::CatchingUp:
        return Level::Calm;
    case Kind::Offline:
    case Kind::Trouble:
    case Kind::Stranger:
        return Level::Trouble;
    case Kind::NotSecure:
    case Kind::DiskTrouble:
    case Kind::StoreTrouble:
    case Kind::NeedsPairing:
    case Kind::Revoked:
        return Level::Broken;
    }
    return Level::Calm;
}

QString ConnectionPresenter::span(qint64 sinceMs) const
{
    return Wording::span(m_clock.nowMs() - sinceMs);
}

QString ConnectionPresenter::healthyText() const
{
    if (m_state.lastMessageAt == 0)
        return tr("Connected");
    const qint64 ago = qMax(kSecondMs, m_relayClock.nowMs() - m_state.lastMessageAt); // "0 s ago" says nothing
    return tr("Connected · last message %1 ago").arg(Wording::span(ago));
}

QString ConnectionPresenter::text() const
{
    if (isPaused())
        return pausedText();
    if (isHeldUp())
        return tr("What you send is not taken by the shop's server right now. It is kept here and leaves by itself, in "
                  "order.");
    switch (m_state.kind) {
    case Kind::Connecting:
        return tr("Connecting to the shop's server…");
    case Kind::Online:
        return healthyText();
    case Kind::CatchingUp:
        return tr("Fetching what arrived meanwhile… %1 of %2").arg(m_state.done).arg(m_state.total);
    case Kind::Offline:
        return tr("No connection to the shop's server. You can read, search and write. "
                  "What you send now leaves by itself, in order, when the connection is back.");
    case Kind::Trouble:
        return tr("The shop's server answers that it cannot work right now. Trying again.");
    case Kind::Stranger:
        return tr("Something else answers in place of the shop's server, such as the log-in page of this network. "
                  "You can read, search and write. What you send now leaves by itself, in order, when the server is "
                  "back.");
    case Kind::NotSecure:
        return tr("The connection to the shop's server is not safe: its certificate could not be verified. "
                  "Nothing is sent or received.");
    case Kind::DiskTrouble:
        return tr("This computer's disk cannot be written: new messages wait at the server.");
    case Kind::StoreTrouble:
        return tr("This computer's copy of the conversations cannot be opened: it is damaged, or a newer version of "
                  "Balcão wrote it. Nothing is erased; new messages wait at the server.");
    case Kind::NeedsPairing:
        return tr("The shop's server no longer knows this computer. Conversations and what you wrote are kept.");
    case Kind::Revoked:
        return tr("This computer was disconnected from the shop.");
    }
    return {};
}

QString ConnectionPresenter::titleText() const
{
    const QString all = text();
    const qsizetype end = all.indexOf(". "_L1);
    return end < 0 ? all : all.left(end + 1);
}

QString ConnectionPresenter::detailText() const
{
    return text().mid(titleText().size()).trimmed();
}

QString ConnectionPresenter::shortLead() const
{
    const QString all = shortText();
    for (const QString &lead : {tr("Connected"), tr("No connection")}) {
        if (all.startsWith(lead))
            return lead;
    }
    return all.section(u" · "_s, 0, 0);
}

QString ConnectionPresenter::shortText() const
{
    if (level() == Level::Calm)
        return text();
    if (isPaused() || isHeldUp())
        return tr("Messages do not leave");
    const bool away = level() == Level::Trouble;
    const bool lasts = away && m_clock.nowMs() - m_state.since >= kMinuteMs;
    QString words = lasts ? tr("No connection for %1").arg(span(m_state.since)) : tr("No connection");
    if (m_waiting > 0)
        words += QStringLiteral(" · ") + tr("%n to send", nullptr, m_waiting);
    return words;
}

QString ConnectionPresenter::actionText() const
{
    switch (m_state.kind) {
    case Kind::Offline:
    case Kind::Trouble:
    case Kind::Stranger:
    case Kind::NotSecure:
    case Kind::DiskTrouble:
    case Kind::StoreTrouble:
        return tr("Try now");
    case Kind::NeedsPairing:
    case Kind::Revoked:
        return tr("Pair again");
    case Kind::Connecting:
    case Kind::Online:
    case Kind::CatchingUp:
        break;
    }
    return {};
}

QString ConnectionPresenter::retryText() const
{
    const qint64 left = m_state.nextTryAt - m_clock.nowMs();
    const bool waits = actionText() == tr("Try now") && left > kSecondMs;
    return waits ? tr("next try in %1 s").arg(left / kSecondMs) : QString();
}

void ConnectionPresenter::act()
{
    if (m_state.kind == Kind::NeedsPairing || m_state.kind == Kind::Revoked)
        Q_EMIT pairRequested();
    else
        Q_EMIT retryRequested();
}

} // namespace balcao::desk
