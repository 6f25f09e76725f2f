// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Counts per address within the last minute: pairing tries are refused above a limit, wrong tokens are
// answered ever more slowly. Of IPv6 a /64 counts as one: whoever has one address there has them all.
// Addresses are forgotten after their minute; at most kAddresses are kept. One thread.
#pragma once

#include "core/clock.h"

#include <QHash>
#include <QHostAddress>
#include <QString>

#include <algorithm>

namespace balcao::relay {

class AddressCounter
{
public:
    static constexpr qsizetype kAddresses = 10'000;

    explicit AddressCounter(const Clock &clock) : m_clock(clock) {}

    /// How many there have been in this address' minute, this one included.
    int count(const QString &address)
    {
        const qint64 now = m_clock.nowMs();
        if (m_minutes.size() >= kAddresses)
            m_minutes.removeIf([now](const auto &entry) { return isOver(entry.value(), now); });
        if (m_minutes.size() >= kAddresses)
            m_minutes.clear();
        Minute &minute = m_minutes[neighbourhoodOf(address)];
        if (isOver(minute, now))
            minute = {now, 0};
        return ++minute.count;
    }

private:
    struct Minute
    {
        qint64 startMs = 0;
        int count = 0;
    };
    static QString neighbourhoodOf(const QString &address)
    {
        const QHostAddress parsed(address);
        if (parsed.protocol() != QAbstractSocket::IPv6Protocol)
            return address;
        Q_IPV6ADDR prefix = parsed.toIPv6Address();
        std::fill(std::begin(prefix.c) + 8, std::end(prefix.c), quint8(0));
        return QHostAddress(prefix).toString();
    }
    static bool isOver(const Minute &minute, qint64 now)
    {
        return now - minute.startMs >= kMinuteMs || now < minute.startMs;
    }

    const Clock &m_clock;
    QHash<QString, Minute> m_minutes;
};

} // namespace balcao::relay
