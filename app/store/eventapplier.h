// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Replays the relay's events into a projection: the only class of the store that knows wire types. A
// page and its cursor are one transaction; events at or below the cursor are passed over, so a page that
// comes twice changes nothing. Writer thread.
#pragma once

#include "sql/connection.h"
#include "store/changeset.h"
#include "store/conversationtable.h"
#include "wire/calls.h"

#include <optional>

namespace balcao::store {

struct PresenceRow
{
    OperatorId operatorId;
    DeskId desk;
    ConversationId conversation;
    bool typing = false;

    friend bool operator==(const PresenceRow &, const PresenceRow &) = default;
};

struct RestoredLog
{
    LogId log;
    qint64 head = 0;
};

/// What became of a page.
struct Applied
{
    LogId log;
    qint64 now = 0; ///< relay time
    qint64 head = 0;
    qint64 cursor = 0;
    qint64 cursorAt = 0; ///< when the event there was logged
    bool more = false;
    LogId shownLog;         ///< what people see: while another projection is replayed it is the one before
    qint64 shownCursor = 0; ///< in that log
    bool otherLog = false;  ///< not the log of this projection, or it ends before our cursor: rebuild
    std::optional<RestoredLog> restoredFrom;
    QList<PresenceRow> present;
    std::optional<qint64> bankReadAt; ///< when the relay has last listed what came to the bank
    qint64 applied = 0;
    qint64 skipped = 0; ///< kinds and bodies that this version does not know
    qint64 lastInboundAt = 0;
    ChangeSet changes;
};

class EventApplier
{
public:
    explicit EventApplier(sql::Connection &projection) : m_db(projection), m_conversations(projection) {}

    /// `bytes`: the answer of GET /v1/events. Rejected when it is no page.
    Result<Applied> applyPage(const QByteArray &bytes);

private:
    Result<void> apply(const wire::Event &event);
    Result<void> skip(const wire::Event &event, const wire::UnknownBody &body);
    Result<void> blank(const wire::Event &event);

    // applymessages.cpp
    Result<void> on(const wire::Event &event, const wire::MessageReceived &body);
    Result<void> on(const wire::Event &event, const wire::MessageAccepted &body);
    Result<void> on(const wire::Event &event, const wire::MessageStatus &body);
    Result<void> on(const wire::Event &event, const wire::MessageDismissed &body);
    Result<void> on(const wire::Event &event, const wire::MessageUnreadable &body);
    Result<void> on(const wire::Event &event, const wire::MessageReparsed &body);
    Result<void> on(const wire::Event &event, const wire::MessageEdited &body);
    Result<void> on(const wire::Event &event, const wire::MessageRevoked &body);
    Result<void> on(const wire::Event &event, const wire::MediaStored &body);
    Result<void> on(const wire::Event &event, const wire::MediaFailed &body);
    Result<void> on(const wire::Event &event, const wire::NoteAdded &body);
    Result<void> on(const wire::Event &event, const wire::NoteRemoved &body);
    /// False: it was there already, and nothing more may be done with it.
    Result<bool> react(const wire::Content &content, bool outbound);
    Result<bool> insert(const wire::Event &event, qint64 sortAt, RowKind kind, bool outbound,
                        const wire::Content &content, bool late);
    /// Ours: last in the list, and whoever waited has got an answer when `answers`.
    Result<void> spoke(const wire::Event &event, const wire::Content &content, const QString &preview, bool answers);
    Result<void> meter(const wire::Event &event, const wire::MessageStatus &body);
    Result<void> park(const wire::Event &event, const wire::MessageStatus &body);
    Result<void> inbound(const wire::Event &event, const wire::MessageReceived &body);
    /// `whom`: an operator that it is about, beside the one who did it.
    Result<void> systemLine(const wire::Event &event, SystemLine line, const QString &text = {}, OperatorId whom = {});
    Result<void> setState(MessageId message, MessageState state, const std::optional<wire::SendError> &error);
    Result<void> applyParked(MessageId message);
    /// After its text has changed: the list's row and what quotes it follow.
    Result<void> reworded(MessageId message);
    Result<void> touchThread(const wire::Event &event);

    /// After a name or an identifier has changed, or who is one with whom: what is shown of whoever stands for them.
    Result<void> showPerson(CustomerId person);
    /// What search goes by.
    Result<void> refold(CustomerId customer);

    // applyconversations.cpp
    Result<void> on(const wire::Event &event, const wire::ConversationOpened &body);
    Result<void> on(const wire::Event &event, const wire::ConversationReopened &body);
    Result<void> on(const wire::Event &event, const wire::ConversationAssigned &body);
    Result<void> on(const wire::Event &event, const wire::ConversationSnoozed &body);
    Result<void> on(const wire::Event &event, const wire::ConversationWoke &body);
    Result<void> on(const wire::Event &event, const wire::ConversationResolved &body);
    Result<void> on(const wire::Event &event, const wire::ConversationRead &body);
    Result<std::optional<ConversationRecord>> conversationOf(const wire::Event &event);
    Result<void> save(const ConversationRecord &record);

    // applymerges.cpp
    Result<void> on(const wire::Event &event, const wire::CustomerMerged &body);
    Result<void> on(const wire::Event &event, const wire::CustomerUnmerged &body);
    Result<void> join(const wire::ConversationMove &move, CustomerId customer);
    /// `move.from` is a name of `both` from now on, and so is whatever was a name of it.
    Result<void> joinNames(const wire::ConversationMove &move, ConversationId both);
    Result<void> mergeInto(CustomerId from, CustomerId into);
    Result<void> part(const wire::ConversationMove &move, CustomerId customer);
    /// The row's last words, unread and waiting counted anew from the thread.
    /// `told`: the relay said how it stands.
    Result<void> saveFromMessages(ConversationRecord record, bool told);

    // applypeople.cpp
    Result<void> on(const wire::Event &event, const wire::CustomerCreated &body);
    Result<void> on(const wire::Event &event, const wire::CustomerRenamed &body);
    Result<void> on(const wire::Event &event, const wire::CustomerIdentified &body);
    Result<void> on(const wire::Event &event, const wire::CustomerTagged &body);
    Result<void> on(const wire::Event &event, const wire::CustomerUntagged &body);
    Result<void> on(const wire::Event &event, const wire::CustomerNoted &body);
    Result<void> on(const wire::Event &event, const wire::CustomerConsented &body);
    Result<void> on(const wire::Event &event, const wire::CustomerRevealed &body);
    Result<void> on(const wire::Event &event, const wire::CustomerErased &body);
    Result<void> touchCustomer(CustomerId customer);

    // applyshop.cpp
    Result<void> on(const wire::Event &event, const wire::TagDefined &body);
    Result<void> on(const wire::Event &event, const wire::TagChanged &body);
    Result<void> on(const wire::Event &event, const wire::TagRetired &body);
    Result<void> on(const wire::Event &event, const wire::OperatorAdded &body);
    Result<void> on(const wire::Event &event, const wire::OperatorChanged &body);
    Result<void> on(const wire::Event &event, const wire::OperatorDisabled &body);
    Result<void> on(const wire::Event &event, const wire::DeskPaired &body);
    Result<void> on(const wire::Event &event, const wire::DeskRevoked &body);
    Result<void> on(const wire::Event &event, const wire::ReplyDefined &body);
    Result<void> on(const wire::Event &event, const wire::ReplyChanged &body);
    Result<void> on(const wire::Event &event, const wire::ReplyRetired &body);
    Result<void> on(const wire::Event &event, const wire::ChannelHealth &body);
    Result<void> on(const wire::Event &event, const wire::QueuePaused &body);
    Result<void> on(const wire::Event &event, const wire::QueueResumed &body);
    Result<void> on(const wire::Event &event, const wire::ShopChanged &body);

    // applypix.cpp
    Result<void> on(const wire::Event &event, const wire::PixAccountProposed &body);
    Result<void> on(const wire::Event &event, const wire::PixAccountChanged &body);
    Result<void> on(const wire::Event &event, const wire::PixAccountKept &body);
    Result<void> on(const wire::Event &event, const wire::PixCharged &body);
    Result<void> on(const wire::Event &event, const wire::PixIssued &body);
    Result<void> on(const wire::Event &event, const wire::PixRefused &body);
    Result<void> on(const wire::Event &event, const wire::PixPaid &body);
    Result<void> on(const wire::Event &event, const wire::PixCancelled &body);
    Result<void> on(const wire::Event &event, const wire::PixSettled &body);
    Result<void> on(const wire::Event &event, const wire::PixRefundAsked &body);
    Result<void> on(const wire::Event &event, const wire::PixRefundEnded &body);
    Result<void> on(const wire::Event &event, const wire::PixBankState &body);
    Result<void> on(const wire::Event &event, const wire::LogDamaged &body);
    Result<void> on(const wire::Event &event, const wire::PixStray &body);
    Result<void> tellWhose(const wire::Event &event, const wire::PixStray &body);
    Result<void> on(const wire::Event &event, const wire::TillClosed &body);
    /// A picture or a document came: what waits there may be what it is about.
    Result<void> noteProof(ConversationId conversation, MessageId message, qint64 sortAt);
    /// Whether it still matters to who looks at the list, and whose rows show it. `anew`: also after it was left.
    Result<void> touchCharge(const wire::Event &event, bool anew = false);
    /// Money that came needs no more attention.
    Result<void> leaveCharges(ConversationId conversation);
    /// "R$ 123,45", of what previews show instead of words.
    Result<QString> amountOf(std::optional<ChargeId> charge);

    Result<void> on(const wire::Event &event, const wire::Blank &) { return blank(event); }
    Result<void> on(const wire::Event &event, const wire::UnknownBody &body) { return skip(event, body); }

    sql::Connection &m_db;
    ConversationTable m_conversations;
    ChangeSet m_changes;
    qint64 m_lastInboundAt = 0;
    qint64 m_skipped = 0;
};

} // namespace balcao::store
