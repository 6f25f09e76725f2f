// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/refusedwords.h"

#include <QCoreApplication>

namespace balcao::desk {

QString giveBack(const wire::Command &refused, TagsPresenter &tags, RepliesPresenter &replies)
{
    const auto said = [](const char *text) { return QCoreApplication::translate("balcao::desk::Wording", text); };
    const OperatorId by = refused.operatorId;
    if (const auto *tag = std::get_if<wire::DefineTag>(&refused.body))
        tags.giveBack(tag->tag, tag->definition.name, tag->definition.colour, by);
    else if (const auto *newTag = std::get_if<wire::ChangeTag>(&refused.body))
        tags.giveBack(newTag->tag, newTag->change.name, newTag->change.colour, by);
    else if (const auto *reply = std::get_if<wire::DefineReply>(&refused.body))
        replies.giveBack(reply->reply, reply->definition.title, reply->definition.text, by);
    else if (const auto *newReply = std::get_if<wire::ChangeReply>(&refused.body))
        replies.giveBack(newReply->reply, newReply->change.title, newReply->change.text, by);
    else {
        tags.reload();
        replies.reload();
        return {};
    }
    return said(QT_TRANSLATE_NOOP("balcao::desk::Wording", "What was typed is in its list, marked."));
}

} // namespace balcao::desk
