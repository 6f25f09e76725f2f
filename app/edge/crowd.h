// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How many each has here, so that nobody takes all there is; and whose connections count as one. Edge thread only.
#pragma once

#include <map>
#include <span>
#include <string>

namespace balcao::edge {

/// The name in the crowd of an address of 4 bytes, or of 16: a /64 is one customer of a network, however many addresses
/// it holds.
[[nodiscard]] std::string neighbourhood(std::span<const unsigned char> address);

class Crowd
{
public:
    /// One more of that name; the empty one is nobody's and never full. False: `limit` of them are here (0: no limit).
    bool enter(const std::string &name, int limit);
    /// One that has entered goes.
    void leave(const std::string &name);

private:
    std::map<std::string, int> m_counts;
};

} // namespace balcao::edge
