// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What an operator's PIN may be: the relay's rule, which desks know so that they can say so while it is typed. Pure.
#pragma once

#include "core/role.h"

#include <QStringView>

#include <algorithm>

namespace balcao {

inline constexpr int kLeastPin = 4;
inline constexpr int kMostPin = 8;

/// Of a new one; what was chosen before somebody became a manager still counts.
constexpr int leastPin(Role role)
{
    return role == Role::Manager ? 6 : kLeastPin;
}

inline bool couldBePin(QStringView text, int least = kLeastPin)
{
    return text.size() >= least && text.size() <= kMostPin &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace balcao
