// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Times, days and short states in the words of the counter. All instants are UTC milliseconds of relay
// time; what is shown is in the shop's zone.
#pragma once

#include "core/contenttype.h"
#include "core/messagestate.h"

#include <QString>
#include <QTimeZone>

namespace balcao::desk {

class Wording
{
public:
    explicit Wording(QTimeZone zone = QTimeZone::systemTimeZone()) : m_zone(std::move(zone)) {}

    void setZone(const QTimeZone &zone) { m_zone = zone; }

    /// "14:32"
    [[nodiscard]] QString clock(qint64 atMs) const;
    /// For what leaves the program: "25/11/2026 14:32"
    [[nodiscard]] QString stamp(qint64 atMs) const;
    /// For a list: "14:32", "yesterday", "Mon", "25/11"
    [[nodiscard]] QString shortDay(qint64 atMs, qint64 nowMs) const;
    /// For what is to come: "today 18:00", "tomorrow 9:00", "Mon 9:00", "25/11 9:00"
    [[nodiscard]] QString moment(qint64 atMs, qint64 nowMs) const;
    /// For what ends: "today, 18:00", "tomorrow, 9:00", "25/11, 9:00"
    [[nodiscard]] QString until(qint64 atMs, qint64 nowMs) const;
    /// "25/11"
    [[nodiscard]] QString dayMonth(qint64 atMs) const;
    /// For a separator: "Today", "Yesterday", "Monday, 23 November"; of another year "Sunday, 23 November 2025"
    [[nodiscard]] QString longDay(qint64 atMs, qint64 nowMs) const;
    /// For paper: "Sunday, 23 November 2025"
    [[nodiscard]] QString longDate(qint64 atMs) const;
    /// The same, without a year that is this one.
    [[nodiscard]] QString date(qint64 atMs, qint64 nowMs) const;
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] bool sameDay(qint64 aMs, qint64 bMs) const;
    /// "48 min", "2 h", "23 h 56"
    [[nodiscard]] static QString span(qint64 ms);

    /// "Photo", "Audio"…; empty for text.
    [[nodiscard]] static QString kindWord(ContentType type);
    /// The icon's name for that; empty for text.
    [[nodiscard]] static QString kindIcon(ContentType type);
    /// Why a send failed, and what to do: Meta's code or the relay's problem.
    [[nodiscard]] static QString failure(int code);
    /// False: failure() can say no more than the code.
    [[nodiscard]] static bool isKnownFailure(int code);
    /// Of a message: why the shop's server did not take it.
    [[nodiscard]] static QString refusal(const QString &problemType);
    /// Of any other act.
    [[nodiscard]] static QString actRefusal(const QString &problemType);

private:
    /// Empty for a code that says nothing to anybody at a counter.
    [[nodiscard]] static QString knownFailure(int code);
    [[nodiscard]] static QString dayAndMonth(QDate day);
    [[nodiscard]] QDateTime local(qint64 atMs) const;

    QTimeZone m_zone;
};

} // namespace balcao::desk
