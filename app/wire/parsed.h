// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A value read from JSON, or the named problem that kept it from being read. Used for everything that
// comes from outside; Result<T> is for what goes wrong inside.
#pragma once

#include "core/problem.h"

#include <utility>
#include <variant>

namespace balcao::wire {

template <class T>
class [[nodiscard]] Parsed
{
public:
    Parsed(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Parsed(Problem problem) : m_state(std::in_place_index<1>, std::move(problem)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const { return std::get<0>(m_state); }
    [[nodiscard]] T &value() { return std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const T &operator*() const { return std::get<0>(m_state); }
    /// `detail` names the field and the rule, never the content.
    [[nodiscard]] const Problem &problem() const { return std::get<1>(m_state); }

private:
    std::variant<T, Problem> m_state;
};

} // namespace balcao::wire
