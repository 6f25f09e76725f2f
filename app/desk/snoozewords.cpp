// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/snoozewords.h"

#include "core/clock.h"
#include "core/text.h"

#include <QDateTime>
#include <QRegularExpression>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMorning = 9;

struct Reading
{
    std::optional<QDate> day;
    std::optional<QTime> time;
};

std::optional<QDate> dayNamed(const QString &word, QDate today)
{
    static const QStringList days{u"segunda"_s, u"terca"_s,  u"quarta"_s, u"quinta"_s,
                                  u"sexta"_s,   u"sabado"_s, u"domingo"_s};
    if (word == "hoje"_L1)
        return today;
    if (word == "amanha"_L1)
        return today.addDays(1);
    for (qsizetype i = 0; i < days.size(); ++i) {
        const bool isIt = word == days[i] || (word.size() >= 3 && word.size() < 5 && days[i].startsWith(word)) ||
                          word == days[i] + u"-feira"_s;
        if (!isIt)
            continue;
        const int ahead = (static_cast<int>(i) + 1 - today.dayOfWeek() + 7) % 7;
        return today.addDays(ahead == 0 ? 7 : ahead);
    }
    return std::nullopt;
}

/// "25/11"; of the next year when it has been.
std::optional<QDate> dateIn(const QString &word, QDate today)
{
    static const QRegularExpression shape(u"^(\\d{1,2})/(\\d{1,2})$"_s);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    QDate day(today.year(), match.captured(2).toInt(), match.captured(1).toInt());
    if (day.isValid() && day < today)
        day = day.addYears(1);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

/// "9h", "9h30", "14:30"
std::optional<QTime> timeIn(const QString &word)
{
    static const QRegularExpression shape(u"^(\\d{1,2})(?:h|:)(\\d{2})?h?$"_s);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// "em 2 horas", "30 min"
std::optional<qint64> spanIn(const QString &words)
{
    static const QRegularExpression shape(u"^(?:em |daqui a )?(\\d{1,4}) ?(min|minutos?|h|horas?|d|dias?|semanas?)$"_s);
    const auto match = shape.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const qint64 one = unit.startsWith(u'm')   ? kMinuteMs
                       : unit.startsWith(u'h') ? kHourMs
                       : unit.startsWith(u'd') ? kDayMs
                                               : 7 * kDayMs;
    const qint64 count = match.captured(1).toLongLong();
    // "9h" alone is an hour of the day.
    return count > 0 && (unit != "h"_L1 || words.startsWith("em"_L1) || words.startsWith("daqui"_L1))
               ? std::optional(count * one)
               : std::nullopt;
}

std::optional<Reading> readWords(const QString &words, QDate today)
{
    Reading reading;
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all) {
        if (word == "as"_L1 || word == "de"_L1 || word == "dia"_L1 || word == "na"_L1 || word == "no"_L1)
            continue;
        const auto named = dayNamed(word, today);
        const auto day = named ? named : dateIn(word, today);
        const auto time = timeIn(word);
        if (day && !reading.day)
            reading.day = day;
        else if (time && !reading.time)
            reading.time = time;
        else
            return std::nullopt;
    }
    return reading.day || reading.time ? std::optional(reading) : std::nullopt;
}

} // namespace

std::optional<qint64> parseSnooze(const QString &words, qint64 nowMs, const QTimeZone &zone)
{
    const QString plain = foldedText(words).simplified();
    if (const auto span = spanIn(plain))
        return nowMs + *span;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, zone);
    const auto reading = readWords(plain, now.date());
    if (!reading)
        return std::nullopt;
    const QTime time = reading->time.value_or(QTime(kMorning, 0));
    QDateTime at(reading->day.value_or(now.date()), time, zone);
    if (!reading->day && at <= now)
        at = at.addDays(1);
    return at > now ? std::optional(at.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace balcao::desk
