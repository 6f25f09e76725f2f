// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Until when a charge of the bank's may be paid, as the dialog offers it. Shops mean the day: until it closes. Pure.
#pragma once

#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace balcao::desk {

enum class PixValidity { HalfHour, Hour, Today, Tomorrow, Other };

/// In the order of the enum.
QStringList pixValidities(qint64 nowMs, const QTimeZone &zone);
/// UTC ms; nothing for Other, whose words decide.
std::optional<qint64> pixValidUntil(PixValidity which, qint64 nowMs, const QTimeZone &zone);

} // namespace balcao::desk
