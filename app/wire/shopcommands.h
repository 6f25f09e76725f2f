// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Commands about the shop itself. Which of them need a manager's session: isManagerKind() in command.h.
#pragma once

#include "wire/shopevents.h"

namespace balcao::wire {

struct DefineTag
{
    static constexpr QLatin1StringView kKind{"tag.define"};
    TagId tag;
    TagDefined definition;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("tag", self.tag);
        TagDefined::fields(self.definition, visit);
    }
    friend bool operator==(const DefineTag &, const DefineTag &) = default;
};

struct ChangeTag
{
    static constexpr QLatin1StringView kKind{"tag.change"};
    TagId tag;
    TagChanged change;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("tag", self.tag);
        TagChanged::fields(self.change, visit);
    }
    friend bool operator==(const ChangeTag &, const ChangeTag &) = default;
};

struct RetireTag
{
    static constexpr QLatin1StringView kKind{"tag.retire"};
    TagId tag;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("tag", self.tag);
    }
    friend bool operator==(const RetireTag &, const RetireTag &) = default;
};

/// PINs never stand in a command; they go to POST /v1/pin.
struct AddOperator
{
    static constexpr QLatin1StringView kKind{"operator.add"};
    OperatorId operatorId;
    OperatorAdded definition;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.operatorId);
        OperatorAdded::fields(self.definition, visit);
    }
    friend bool operator==(const AddOperator &, const AddOperator &) = default;
};

struct ChangeOperator
{
    static constexpr QLatin1StringView kKind{"operator.change"};
    OperatorId operatorId;
    OperatorChanged change;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.operatorId);
        OperatorChanged::fields(self.change, visit);
    }
    friend bool operator==(const ChangeOperator &, const ChangeOperator &) = default;
};

struct DisableOperator
{
    static constexpr QLatin1StringView kKind{"operator.disable"};
    OperatorId operatorId;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.operatorId);
    }
    friend bool operator==(const DisableOperator &, const DisableOperator &) = default;
};

struct RevokeDesk
{
    static constexpr QLatin1StringView kKind{"desk.revoke"};
    DeskId desk;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("desk", self.desk);
    }
    friend bool operator==(const RevokeDesk &, const RevokeDesk &) = default;
};

struct DefineReply
{
    static constexpr QLatin1StringView kKind{"reply.define"};
    QuickReplyId reply;
    ReplyDefined definition;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("reply", self.reply);
        ReplyDefined::fields(self.definition, visit);
    }
    friend bool operator==(const DefineReply &, const DefineReply &) = default;
};

struct ChangeReply
{
    static constexpr QLatin1StringView kKind{"reply.change"};
    QuickReplyId reply;
    ReplyChanged change;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("reply", self.reply);
        ReplyChanged::fields(self.change, visit);
    }
    friend bool operator==(const ChangeReply &, const ChangeReply &) = default;
};

struct RetireReply
{
    static constexpr QLatin1StringView kKind{"reply.retire"};
    QuickReplyId reply;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("reply", self.reply);
    }
    friend bool operator==(const RetireReply &, const RetireReply &) = default;
};

struct ResumeQueue
{
    static constexpr QLatin1StringView kKind{"queue.resume"};
    QString channel;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
    }
    friend bool operator==(const ResumeQueue &, const ResumeQueue &) = default;
};

struct ChangeShop
{
    static constexpr QLatin1StringView kKind{"shop.change"};
    ShopChanged change;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        ShopChanged::fields(self.change, visit);
    }
    friend bool operator==(const ChangeShop &, const ChangeShop &) = default;
};

} // namespace balcao::wire
