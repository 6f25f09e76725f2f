// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// When a conversation shall come back, in the words of the counter: "amanhã 9h", "segunda", "em 2 horas",
// "25/11 14:30". Pure.
#pragma once

#include <QString>
#include <QTimeZone>

#include <optional>

namespace balcao::desk {

/// UTC ms; nothing when the words make no sense or name what is past. Accents and case are ignored; a day
/// without an hour is 9:00, an hour without a day the next such hour.
std::optional<qint64> parseSnooze(const QString &words, qint64 nowMs, const QTimeZone &zone);

} // namespace balcao::desk
