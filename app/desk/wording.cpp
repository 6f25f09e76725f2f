// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/wording.h"

#include "core/clock.h"
#include "core/problem.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("balcao::desk::Wording", text);
}

/// As people say them: "segunda", without the "-feira" of a locale's own names.
constexpr const char *kDays[] = {
    QT_TRANSLATE_NOOP("balcao::desk::Wording", "Monday"),    QT_TRANSLATE_NOOP("balcao::desk::Wording", "Tuesday"),
    QT_TRANSLATE_NOOP("balcao::desk::Wording", "Wednesday"), QT_TRANSLATE_NOOP("balcao::desk::Wording", "Thursday"),
    QT_TRANSLATE_NOOP("balcao::desk::Wording", "Friday"),    QT_TRANSLATE_NOOP("balcao::desk::Wording", "Saturday"),
    QT_TRANSLATE_NOOP("balcao::desk::Wording", "Sunday"),
};

} // namespace

QDateTime Wording::local(qint64 atMs) const
{
    return QDateTime::fromMSecsSinceEpoch(atMs, m_zone);
}

QString Wording::clock(qint64 atMs) const
{
    return local(atMs).toString(u"HH:mm"_s);
}

QString Wording::stamp(qint64 atMs) const
{
    return local(atMs).toString(u"dd/MM/yyyy HH:mm"_s);
}

bool Wording::sameDay(qint64 aMs, qint64 bMs) const
{
    return local(aMs).date() == local(bMs).date();
}

QString Wording::shortDay(qint64 atMs, qint64 nowMs) const
{
    const QDate day = local(atMs).date();
    const qint64 ago = day.daysTo(local(nowMs).date());
    if (ago <= 0)
        return clock(atMs);
    if (ago == 1)
        return tr("yesterday");
    if (ago < 7)
        return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat);
    return day.toString(u"dd/MM"_s);
}

QString Wording::moment(qint64 atMs, qint64 nowMs) const
{
    const QDateTime at = local(atMs);
    const qint64 days = local(nowMs).date().daysTo(at.date());
    const QString time = clock(atMs);
    if (days == 0)
        return tr("today %1").arg(time);
    if (days == 1)
        return tr("tomorrow %1").arg(time);
    if (days > 1 && days < 7)
        return QLocale().dayName(at.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + time;
    return at.date().toString(u"dd/MM"_s) + u' ' + time;
}

QString Wording::dayMonth(qint64 atMs) const
{
    return local(atMs).toString(u"dd/MM"_s);
}

QString Wording::until(qint64 atMs, qint64 nowMs) const
{
    const qint64 days = local(nowMs).date().daysTo(local(atMs).date());
    const QString time = clock(atMs);
    return days == 0   ? tr("today, %1").arg(time)
           : days == 1 ? tr("tomorrow, %1").arg(time)
                       : dayMonth(atMs) + u", "_s + time;
}

QString Wording::longDay(qint64 atMs, qint64 nowMs) const
{
    const QDate day = local(atMs).date();
    const QDate today = local(nowMs).date();
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    return date(atMs, nowMs);
}

QString Wording::date(qint64 atMs, qint64 nowMs) const
{
    const QDate day = local(atMs).date();
    return day.year() == local(nowMs).date().year() ? dayAndMonth(day) : longDate(atMs);
}

QString Wording::longDate(qint64 atMs) const
{
    const QDate day = local(atMs).date();
    //: A day and its month, then a year that is not this one.
    return tr("%1 %2").arg(dayAndMonth(day)).arg(day.year());
}

QString Wording::dayAndMonth(QDate day)
{
    //: How a day and its month are written, for QLocale::toString(): words stand in single quotes.
    const QString any = tr("d MMMM");
    //: The same of a first of the month.
    const QString first = QCoreApplication::translate("balcao::desk::Wording", "d MMMM", "first");
    return tr(kDays[day.dayOfWeek() - 1]) + u", "_s + QLocale().toString(day, day.day() == 1 ? first : any);
}

QString Wording::span(qint64 ms)
{
    const qint64 minutes = qMax<qint64>(0, ms) / kMinuteMs;
    if (minutes < 1)
        return tr("%1 s").arg(qMax<qint64>(0, ms) / kSecondMs);
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes % 60 == 0 || minutes >= 24 * 60)
        return tr("%1 h").arg(minutes / 60);
    return tr("%1 h %2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString Wording::kindWord(ContentType type)
{
    switch (type) {
    case ContentType::Text:
    case ContentType::Reply:
    case ContentType::System:
    case ContentType::PixStatus:
        return {};
    case ContentType::Image:
        return tr("Photo");
    case ContentType::Video:
        return tr("Video");
    case ContentType::Audio:
        return tr("Audio");
    case ContentType::Document:
        return tr("Document");
    case ContentType::Sticker:
        return tr("Sticker");
    case ContentType::Location:
        return tr("Location");
    case ContentType::Contacts:
        return tr("Contact");
    case ContentType::Form:
        return tr("Form answered");
    case ContentType::Order:
        return tr("Order from the catalogue");
    case ContentType::Reaction:
        return tr("Reaction");
    case ContentType::Welcome:
        return tr("Opened the chat");
    case ContentType::Template:
        return tr("Template");
    case ContentType::Unsupported:
        return tr("WhatsApp could not pass this message on. See it on the phone.");
    case ContentType::Unknown:
        return tr("A kind of message that this version does not show yet.");
    case ContentType::Pix:
        return tr("Pix charge");
    case ContentType::PixCode:
        return tr("Pix code to copy and paste");
    }
    return {};
}

QString Wording::kindIcon(ContentType type)
{
    switch (type) {
    case ContentType::Image:
    case ContentType::Sticker:
        return u"image"_s;
    case ContentType::Video:
        return u"play"_s;
    case ContentType::Audio:
        return u"mic"_s;
    case ContentType::Document:
        return u"document"_s;
    case ContentType::Location:
        return u"store"_s;
    case ContentType::Contacts:
        return u"phone"_s;
    case ContentType::Order:
        return u"receipt"_s;
    case ContentType::Pix:
    case ContentType::PixCode:
    case ContentType::PixStatus:
        return u"pix"_s;
    case ContentType::Unsupported: // a telephone would say that somebody had called
    case ContentType::Form:
    case ContentType::Welcome:
    case ContentType::Unknown:
        return u"message"_s;
    default:
        return {};
    }
}

QString Wording::knownFailure(int code)
{
    switch (code) {
    case 131026:
        return tr("Not delivered: this number does not receive WhatsApp.");
    case 131047:
        return tr("More than 24 h have passed. WhatsApp only delivers an approved template.");
    case 130429:
    case 131056:
    case 131048:
        return tr("Not sent: Meta refused it because of too many sends. Nothing was charged.");
    case 130403:
        return tr("Not sent: this customer is blocked.");
    case 131050:
        return tr("Not sent: the customer stopped these messages.");
    case -2: // ours: relay/sending/sender.cpp
        return tr("Not sent: this Pix code would not pay the shop.");
    case -3:
        return tr("Not sent: this charge is not to be paid any more.");
    default:
        return {};
    }
}

bool Wording::isKnownFailure(int code)
{
    return !knownFailure(code).isEmpty();
}

QString Wording::failure(int code)
{
    const QString known = knownFailure(code);
    return known.isEmpty() ? tr("Not sent. Code %1.").arg(code) : known;
}

} // namespace balcao::desk
