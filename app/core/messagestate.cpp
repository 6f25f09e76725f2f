// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/messagestate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<MessageState, QLatin1StringView>, 11> kNames{{
    {MessageState::Received, "received"_L1},
    {MessageState::Pending, "pending"_L1},
    {MessageState::Accepted, "accepted"_L1},
    {MessageState::Submitted, "submitted"_L1},
    {MessageState::Sent, "sent"_L1},
    {MessageState::Delivered, "delivered"_L1},
    {MessageState::Read, "read"_L1},
    {MessageState::Played, "played"_L1},
    {MessageState::Uncertain, "uncertain"_L1},
    {MessageState::Failed, "failed"_L1},
    {MessageState::Rejected, "rejected"_L1},
}};

// One total order makes merging order-free: the result is the highest rank seen. Failed stands above
// sent (Meta reports sent, then failed) and below delivered (which proves that it arrived).
int rank(MessageState state)
{
    switch (state) {
    case MessageState::Pending:
        return 0;
    case MessageState::Received:
    case MessageState::Accepted:
        return 1;
    case MessageState::Uncertain:
        return 2;
    case MessageState::Submitted:
        return 3;
    case MessageState::Sent:
        return 4;
    case MessageState::Rejected:
        return 5;
    case MessageState::Failed:
        return 6;
    case MessageState::Delivered:
        return 7;
    case MessageState::Read:
        return 8;
    case MessageState::Played:
        return 9;
    }
    return 0;
}

} // namespace

QString toText(MessageState state)
{
    const auto it = std::find_if(kNames.begin(), kNames.end(), [&](const auto &n) { return n.first == state; });
    return it == kNames.end() ? QString() : QString(it->second);
}

std::optional<MessageState> messageStateFromText(QStringView text)
{
    const auto it = std::find_if(kNames.begin(), kNames.end(), [&](const auto &n) { return n.second == text; });
    return it == kNames.end() ? std::nullopt : std::optional(it->first);
}

MessageState mergeState(MessageState current, MessageState arrived)
{
    return rank(arrived) > rank(current) ? arrived : current;
}

} // namespace balcao
