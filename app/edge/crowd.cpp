// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "edge/crowd.h"

#include <algorithm>

namespace balcao::edge {

namespace {

constexpr std::size_t kPrefixBytes = 8;

} // namespace

std::string neighbourhood(std::span<const unsigned char> address)
{
    const auto counted = address.first(std::min(address.size(), kPrefixBytes));
    return {counted.begin(), counted.end()};
}

bool Crowd::enter(const std::string &name, int limit)
{
    if (name.empty())
        return true;
    int &count = m_counts[name];
    if (limit > 0 && count >= limit)
        return false;
    ++count;
    return true;
}

void Crowd::leave(const std::string &name)
{
    const auto it = m_counts.find(name);
    if (it != m_counts.end() && --it->second <= 0)
        m_counts.erase(it);
}

} // namespace balcao::edge
