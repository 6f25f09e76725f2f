// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/refusedwords.h"

namespace balcao::desk {

void giveBack(const wire::Command &refused, TagsPresenter &tags, RepliesPresenter &replies)
{
    const OperatorId by = refused.operatorId;
    if (const auto *tag = std::get_if<wire::DefineTag>(&refused.body))
        return tags.giveBack(tag->tag, tag->definition.name, tag->definition.colour, by);
    if (const auto *tag = std::get_if<wire::ChangeTag>(&refused.body))
        return tags.giveBack(tag->tag, tag->change.name, tag->change.colour, by);
    if (const auto *reply = std::get_if<wire::DefineReply>(&refused.body))
        return replies.giveBack(reply->reply, reply->definition.title, reply->definition.text, by);
    if (const auto *reply = std::get_if<wire::ChangeReply>(&refused.body))
        return replies.giveBack(reply->reply, reply->change.title, reply->change.text, by);
    tags.reload();
    replies.reload();
}

} // namespace balcao::desk
