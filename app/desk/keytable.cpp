// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/keytable.h"

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

QList<KeyTable::Row> KeyTable::rows()
{
    using G = KeyGroup;
    return {
        {Act::NextWaiting, G::Queue, u"F2"_s, tr("Next customer waiting"), u"waiting"_s, true},
        {Act::PreviousWaiting, G::Queue, u"Shift+F2"_s, tr("Previous customer waiting"), {}, true},
        {Act::Search, G::Queue, u"Ctrl+K"_s, tr("Search and commands"), {}, true},
        {Act::Send, G::Writing, u"Enter"_s, tr("Send"), {}, false},
        {Act::NewLine, G::Writing, u"Shift+Enter"_s, tr("New line"), {}, false},
        {Act::SendAndNext, G::Writing, u"Ctrl+Enter"_s, tr("Send and call the next"), {}, false},
        {Act::QuickReply, G::Writing, u"F4"_s, tr("Quick reply"), u"quick-reply"_s, true},
        {Act::TeamNote, G::Writing, u"F7"_s, tr("Team note"), u"note"_s, true},
        {Act::Emoji, G::Writing, u"Ctrl+."_s, tr("Emoji"), {}, false},
        {Act::Spelling, G::Writing, u"Shift+F7"_s, tr("Suggestions for a misspelt word"), {}, false},
        {Act::Undo, G::Writing, u"Ctrl+Z"_s, tr("Undo what was typed, or else the last action"), {}, true},
        {Act::Pix, G::Work, u"F9"_s, tr("Charge with Pix"), u"pix"_s, true},
        {Act::Resolve, G::Work, u"Ctrl+E"_s, tr("Resolve or reopen the conversation"), u"resolved"_s, true},
        {Act::Snooze, G::Work, u"Ctrl+D"_s, tr("Snooze the conversation"), u"snoozed"_s, true},
        {Act::Assign, G::Work, u"Ctrl+T"_s, tr("Hand the conversation over"), u"assign"_s, true},
        {Act::Tags, G::Work, u"Ctrl+L"_s, tr("Tags of the customer"), u"tag"_s, true},
        {Act::ShopTags, G::Work, {}, tr("The shop's tags"), u"tag"_s, false},
        {Act::ShopReplies, G::Work, {}, tr("The shop's quick replies"), u"quick-reply"_s, false},
        {Act::Customer, G::Work, u"Ctrl+I"_s, tr("Show or hide the customer"), u"mine"_s, true},
        {Act::Find, G::Work, u"Ctrl+F"_s, tr("Find in this conversation"), u"search"_s, true},
        {Act::Print, G::Work, u"Ctrl+P"_s, tr("Print the conversation"), u"print"_s, true},
        {Act::NextPane, G::Moving, u"F6"_s, tr("Next pane"), {}, true},
        {Act::PreviousPane, G::Moving, u"Shift+F6"_s, tr("Previous pane"), {}, true},
        {Act::SwitchOperator, G::Desk, u"F11"_s, tr("Switch operator"), u"switch-user"_s, true},
        {Act::Hide, G::Desk, u"F12"_s, tr("Hide the screen"), u"privacy"_s, true},
        {Act::HideQuickly, G::Desk, u"Esc Esc"_s, tr("Hide the screen in a hurry"), {}, false},
        {Act::CloseDay, G::Desk, u"Ctrl+Shift+F"_s, tr("Close the day"), u"receipt"_s, true},
        {Act::Settings, G::Desk, {}, tr("Settings"), u"settings"_s, false},
        {Act::Keys, G::Desk, u"F1"_s, tr("Keyboard shortcuts"), u"keyboard"_s, true},
    };
}

KeyTable::About KeyTable::about(Act act)
{
    switch (act) {
    case Act::Snooze:
        return {tr("Snooze the conversation with %1…"), tr("Understands “tomorrow 9h”, “monday”, “in 2 hours”")};
    case Act::Assign:
        return {tr("Hand over the conversation with %1…"), tr("With a note, if you like")};
    case Act::Pix:
        return {tr("Charge %1 with Pix…"), tr("Amount, description, QR")};
    case Act::Tags:
        return {tr("Tags of %1…"), {}};
    default:
        return {};
    }
}

QString KeyTable::keysOf(Act act)
{
    const QList<Row> all = rows();
    const auto found = std::ranges::find(all, act, &Row::act);
    return found == all.cend() ? QString() : found->keys;
}

QList<KeyGroup> KeyTable::groups()
{
    return {KeyGroup::Queue, KeyGroup::Writing, KeyGroup::Work, KeyGroup::Moving, KeyGroup::Desk};
}

QString KeyTable::title(KeyGroup group)
{
    switch (group) {
    case KeyGroup::Queue:
        return tr("Queue");
    case KeyGroup::Writing:
        return tr("Writing");
    case KeyGroup::Work:
        return tr("Conversation");
    case KeyGroup::Moving:
        return tr("Moving about");
    case KeyGroup::Desk:
        return tr("This computer");
    }
    return {};
}

} // namespace balcao::desk
