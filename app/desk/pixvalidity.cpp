// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pixvalidity.h"

#include "core/clock.h"

#include <QCoreApplication>
#include <QDateTime>

namespace balcao::desk {

namespace {

constexpr int kClosing = 18; ///< o'clock: until then a charge is paid on its day, as shops do it

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::PixValidity)
};

/// When its day ends; shortly before closing that is the day's own end.
QTime endOfToday(const QDateTime &now)
{
    return now.time().hour() >= kClosing - 1 ? QTime(23, 59) : QTime(kClosing, 0);
}

} // namespace

QStringList pixValidities(qint64 nowMs, const QTimeZone &zone)
{
    const QTime end = endOfToday(QDateTime::fromMSecsSinceEpoch(nowMs, zone));
    return {Words::tr("30 minutes"), Words::tr("1 hour"), Words::tr("Today, %1").arg(end.toString(u"HH:mm")),
            Words::tr("Tomorrow"), Words::tr("Other…")};
}

std::optional<qint64> pixValidUntil(PixValidity which, qint64 nowMs, const QTimeZone &zone)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, zone);
    switch (which) {
    case PixValidity::HalfHour:
        return nowMs + kHourMs / 2;
    case PixValidity::Hour:
        return nowMs + kHourMs;
    case PixValidity::Today:
        return QDateTime(now.date(), endOfToday(now), zone).toMSecsSinceEpoch();
    case PixValidity::Tomorrow:
        return QDateTime(now.date().addDays(1), QTime(kClosing, 0), zone).toMSecsSinceEpoch();
    case PixValidity::Other:
        break;
    }
    return {};
}

} // namespace balcao::desk
