// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the delegates may ask a row: the roles of InboxModel and ThreadModel. Everything is plain text,
// ready to paint; nothing is ever to be read as markup.
#pragma once

#include <Qt>

namespace balcao::desk {

enum InboxRole {
    InboxIdRole = Qt::UserRole + 1, ///< QUuid of the conversation
    InboxNameRole,
    InboxPreviewRole,
    InboxTimeRole,
    InboxUnreadRole, ///< int
    InboxInitialsRole,
    InboxSeedRole,       ///< uint, for the avatar's colours
    InboxChipRole,       ///< one short state in words, or empty
    InboxChipKindRole,   ///< int of ChipKind
    InboxOutStateRole,   ///< int of MessageState when our own message is last, else -1
    InboxGroupRole,      ///< words above the first row of a group, else empty
    InboxGroupCountRole, ///< what stands at their right, or empty
    InboxAssigneeRole,   ///< initials of whose it is, or empty
    InboxDotsRole,       ///< QStringList of tag colours, "#rrggbb"
    InboxIconRole,       ///< name of an icon before the preview, or empty
    InboxChipIconRole,   ///< name of the icon in the chip, or empty
};

enum class ChipKind { None, Plain, Time, Danger, Paid };

enum ThreadRole {
    ThreadKeyRole = Qt::UserRole + 1, ///< QUuid of the message or of its command
    ThreadStampRole,                  ///< qulonglong: another one whenever the row looks different
    ThreadKindRole,                   ///< int of BubbleKind
    ThreadTextRole,                   ///< what was written, with WhatsApp's marks (core/markedtext.h)
    ThreadLeadRole,                   ///< our own words before it, or empty
    ThreadPlainRole,                  ///< bool: the text is ours, nothing in it is a mark or a link
    ThreadMoreRole,                   ///< words of the link that shows or hides the rest of a text, or empty
    ThreadAuthorRole,                 ///< operator's name where it says something, empty else
    ThreadTimeRole,
    ThreadDayRole,     ///< words of the day above the first row of a day, else empty
    ThreadUnreadRole,  ///< words above the first unread row, else empty
    ThreadOfflineRole, ///< words above the first that was written without a connection, else empty
    ThreadMarkRole,    ///< words at the bubble's foot: that what it shows is not confirmed, else empty
    ThreadQuoteRole,
    ThreadQuoteAuthorRole,
    ThreadStateRole,      ///< int of MessageState
    ThreadIconRole,       ///< name of an icon before the text or of the card, or empty
    ThreadCardRole,       ///< title of the card for what is not text, or empty
    ThreadCardDetailRole, ///< the line below it, or empty
    ThreadReactionsRole,  ///< QStringList
    ThreadProblemRole,    ///< what went wrong, in words, or empty
    ThreadMutedRole,      ///< bool: our own words in place of a message
    ThreadChargeRole,     ///< ChargeLook of a card that asks for money; else invalid
    ThreadActionsRole,    ///< QStringList: words of what can be done about it, in the order of act()'s index
};

enum class BubbleKind { Inbound, Outbound, Note, System };

} // namespace balcao::desk
