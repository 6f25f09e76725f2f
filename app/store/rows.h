// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the store hands to presenters: plain values, ready to show, without a wire type in sight.
#pragma once

#include "core/bankstate.h"
#include "core/contenttype.h"
#include "core/conversationstate.h"
#include "core/id.h"
#include "core/messagestate.h"
#include "core/role.h"
#include "store/pixrows.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace balcao::store {

struct TagRow
{
    TagId id;
    QString name;
    QString colour; ///< "#rrggbb", as it was defined

    friend bool operator==(const TagRow &, const TagRow &) = default;
};

struct ConversationRow
{
    ConversationId id;
    CustomerId customer;
    QString channel;
    QString name; ///< given by staff, else the profile's; may be empty
    QString username;
    QString maskedPhone; ///< "(19) 9••••-4471"
    ConversationState state = ConversationState::Open;
    OperatorId assignee; ///< null: nobody's
    QString assigneeName;
    QList<TagRow> tags;
    qint64 snoozedUntil = 0;
    qint64 lastAt = 0;
    QString preview;
    ContentType previewType = ContentType::Text;
    bool previewOutbound = false;
    QString previewAuthor; ///< operator's name, of what is outbound; of a charge `preview` is its amount, "R$ 123,45"
    QString previewAbout;  ///< of a reaction: the words of what it is about; empty: not known, or not words
    MessageId previewed;   ///< the message that the preview is of
    MessageState lastOutState = MessageState::Accepted; ///< of the previewed message, when outbound
    bool lastOutDismissed = false;                      ///< counts while it is in doubt: staff have left it at that
    qint64 waitingSince = 0;                            ///< 0: answered
    qint64 windowUntil = 0;                             ///< 0: the customer has never written
    qint64 inboundSeq = 0;
    int unread = 0;
    qint64 readUpto = 0; ///< seq; what came later is unread
    int toSend = 0;      ///< this desk's own messages that have not left it; the preview is of the last of them
    std::optional<ChargeChip> chip;

    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

/// The numbers stand in databases: new ones go at the end.
enum class RowKind { Message = 0, Note = 1, System = 2 };

/// What a system line says; the words are the desk's.
enum class SystemLine {
    Opened = 0,
    Reopened = 1,
    Resolved = 2,
    Assigned = 3,
    Snoozed = 4,
    Woke = 5,
    Unreadable = 6,
    Merged = 7,
    Blanked = 8,
    Erased = 9,
    Taken = 10,      ///< who works here took it over
    Released = 11,   ///< and gave it back to all
    PixLinked = 12,  ///< money without a charge was theirs; the text is the centavos
    PixUnlinked = 13 ///< and was not after all
};

/// Where a row stands in its thread.
struct ThreadKey
{
    qint64 sortAt = 0;
    qint64 seq = 0;

    friend auto operator<=>(const ThreadKey &, const ThreadKey &) = default;
};

struct ThreadRow
{
    qint64 sortAt = 0;
    qint64 seq = 0;
    MessageId id; ///< for notes and system lines: their own, unique
    RowKind kind = RowKind::Message;
    bool outbound = false;
    QString author; ///< operator's name, when one did it
    OperatorId authorId;
    ContentType type = ContentType::Text;
    SystemLine line = SystemLine::Opened; ///< only for RowKind::System
    QString text;
    QString fileName;
    QString mime;
    bool quotes = false;
    MessageId quoted;  ///< null with `quotes`: the quoted message is not known
    QString quoteText; ///< its words at most
    ContentType quoteType = ContentType::Text;
    bool quoteOutbound = false;
    QString quoteAuthor; ///< operator's name; of SystemLine::Assigned: to whom
    QStringList card;    ///< Location: name, address, latitude, longitude. Contacts: name, phone, name, phone….
                         ///< Order: items, cents, currency. Unsupported, Unknown: Meta's word. Template: its name
    QStringList was;     ///< earlier texts, oldest first
    QString likedIn;     ///< the customer's reaction
    QString likedOut;
    MessageState state = MessageState::Received;
    int errorCode = 0;
    QString errorDetail;
    bool dismissed = false; ///< counts while it is in doubt: staff have left it at that
    QString dismissedBy;    ///< operator's name
    bool late = false;
    bool edited = false;
    bool revoked = false;
    std::optional<ChargeRow> charge; ///< Pix, PixCode

    [[nodiscard]] ThreadKey key() const { return {sortAt, seq}; }
    friend bool operator==(const ThreadRow &, const ThreadRow &) = default;
};

/// One of this desk's own sends that is not in the thread yet, or was refused, or is in doubt after the
/// shop's server was restored from a backup.
struct PendingRow
{
    enum class State { Waiting, Refused, Uncertain };

    CommandId id;
    MessageId message;
    QString text;
    qint64 madeAt = 0;
    State state = State::Waiting;
    QString problem; ///< code of core/problem.h, when refused
    std::optional<PendingCharge> charge;
    bool mayTakeBack = false; ///< words alone, and surely never handed to the relay

    friend bool operator==(const PendingRow &, const PendingRow &) = default;
};

/// Of one conversation: what this desk still has to send there.
struct UnsentRow
{
    ConversationId conversation;
    int count = 0;
    MessageId last;
    QString text; ///< of the last
    qint64 madeAt = 0;
    std::optional<PendingCharge> charge; ///< which is one

    void applyTo(ConversationRow &row) const;
};

/// A tag of the shop, with how many open conversations wear it.
struct TagCount
{
    TagRow tag;
    qint64 conversations = 0;

    friend bool operator==(const TagCount &, const TagCount &) = default;
};

/// What the list of conversations shows.
enum class View { Waiting, Expiring, Mine, All, Snoozed, Resolved, Tag };

struct ConversationFilter
{
    View view = View::Waiting;
    OperatorId mine; ///< View::Mine
    TagId tag;       ///< View::Tag; in any other view, when set, only those who wear it
    qint64 nowMs = 0;
    bool reversed = false; ///< against the usual order of the view

    friend bool operator==(const ConversationFilter &, const ConversationFilter &) = default;
};

struct OperatorRow
{
    OperatorId id;
    QString name;
    Role role = Role::Attendant;
    bool disabled = false;

    friend bool operator==(const OperatorRow &, const OperatorRow &) = default;
};

/// A quick reply: a text that staff use often.
struct ReplyRow
{
    QuickReplyId id;
    QString title;
    QString text;

    friend bool operator==(const ReplyRow &, const ReplyRow &) = default;
};

/// What Meta has counted of a month through one number.
struct MeterRow
{
    QString channel; ///< its label, or its id where it has none
    qint64 messages = 0;
    qint64 charged = 0; ///< of these

    friend bool operator==(const MeterRow &, const MeterRow &) = default;
};

struct ShopRow
{
    QString name;
    QString timezone;
    QString bank; ///< that confirms charges; empty: none
    bool refunds = false;
    BankState bankState = BankState::Well;
    qint64 bankSince = 0;           ///< that it is not well
    qint64 bankCertificateEnds = 0; ///< UTC ms; 0: there is none

    friend bool operator==(const ShopRow &, const ShopRow &) = default;
};

/// One of the shop's numbers, as far as the log says.
struct ChannelRow
{
    QString channel;      ///< Meta's phone_number_id
    QString label;        ///< as the shop calls the number; may be empty
    QString verifiedName; ///< as WhatsApp shows the shop; may be empty
    bool paused = false;  ///< nothing leaves
    // As Meta spells it (wire::ChannelHealth); empty: not said.
    QString number = {};
    QString quality = {};
    QString nameStatus = {};
    QString verification = {};
    QString status = {};
    QString formerName = {}; ///< by which customers knew the shop until renamedAt
    qint64 renamedAt = 0;    ///< UTC ms; 0: never, as far as is known

    friend bool operator==(const ChannelRow &, const ChannelRow &) = default;
};

struct PausedChannelRow
{
    QString channel;
    QString label; ///< as the shop calls the number; may be empty
    int code = 0;  ///< Meta's

    friend bool operator==(const PausedChannelRow &, const PausedChannelRow &) = default;
};

} // namespace balcao::store
