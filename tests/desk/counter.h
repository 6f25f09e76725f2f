// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A counter without a window: a real store with the events that a test tells, and actions that are written
// down instead of sent.
#pragma once

#include "core/clock.h"
#include "desk/storesource.h"
#include "desk/wording.h"
#include "desk/workactions.h"
#include "support/eventbuilders.h"

#include <QTemporaryDir>

namespace balcao::test {

class RecordedActions final : public desk::ConversationActions
{
public:
    struct Sent
    {
        ConversationId in;
        QString text;
        std::function<void(bool)> done;
    };

    RecordedActions();
    ~RecordedActions() override;
    void sendText(ConversationId conversation, const QString &text, OperatorId,
                  std::function<void(bool)> done) override;
    void chargeAgain(ConversationId, MessageId message, const store::ChargeMessage &what, const QString &text,
                     OperatorId) override;
    void sendAgain(ConversationId, MessageId message, const QString &text, CommandId refused, OperatorId) override;
    void discard(CommandId refused, ConversationId) override;
    void takeBack(CommandId waiting, ConversationId, OperatorId,
                  std::function<void(const Result<std::optional<QString>> &)> done) override;
    void markRead(ConversationId, qint64 uptoSeq, OperatorId) override;
    void viewing(std::optional<ConversationId> conversation, OperatorId, bool) override;

    QList<Sent> sent;
    QStringList again;
    MessageId lastAgain;
    store::ChargeMessage lastCharge;
    QList<CommandId> discarded;
    QList<CommandId> takenBack;
    std::function<void(const Result<std::optional<QString>> &)> backDone; ///< of the last of them
    QList<qint64> read;
    std::optional<ConversationId> viewed; ///< what the other desks were told last
};

/// What was done beside writing, in words.
class RecordedWork final : public desk::WorkActions
{
public:
    RecordedWork();
    ~RecordedWork() override;
    void resolve(ConversationId, OperatorId) override;
    void reopen(ConversationId, OperatorId) override;
    void assign(ConversationId, OperatorId to, const QString &note, OperatorId) override;
    void snooze(ConversationId, qint64 untilMs, OperatorId) override;
    void wake(ConversationId, OperatorId) override;
    void addNote(ConversationId, NoteId, const QString &text, OperatorId, std::function<void(bool)> done) override;
    void removeNote(ConversationId, NoteId, OperatorId) override;
    void dismiss(ConversationId, MessageId message, bool dismissed, OperatorId) override;
    void tag(CustomerId, TagId, bool on, ConversationId, OperatorId) override;
    void defineTag(TagId, const QString &name, const QString &, OperatorId) override;
    void changeTag(const store::TagRow &, const store::TagRow &after, OperatorId) override;
    void retireTag(TagId, OperatorId) override;
    void consent(CustomerId, const QString &purpose, bool granted, OperatorId) override;
    void defineReply(QuickReplyId, const QString &title, const QString &, OperatorId) override;
    void changeReply(const store::ReplyRow &, const store::ReplyRow &after, OperatorId) override;
    void retireReply(QuickReplyId, OperatorId) override;
    void noteCustomer(CustomerId, const QString &text, OperatorId, std::function<void(bool)> done) override;
    void rename(CustomerId, const QString &name, OperatorId) override;
    void reveal(CustomerId, const QString &what, OperatorId) override;

    QStringList did;
    MessageId lastDismissed;
    bool keeps = true;
};

struct Counter
{
    /// `folder`: a store that stands there already; else a fresh one.
    explicit Counter(const QString &folder = {});
    ~Counter();

    /// What the log holds now, in the store.
    store::ChangeSet take();
    void pend(const store::OutboxEntry &entry, const QString &problem = {});
    /// An act on its way, as the outbox keeps it.
    void pendWork(const wire::CommandBody &body, ConversationId about, OperatorId by, const QString &problem = {});

    QTemporaryDir dir;
    EventLog log;
    ManualClock clock{kLogStart};
    desk::Wording wording{QTimeZone("America/Sao_Paulo")};
    store::Store store;
    desk::StoreSource source;
    RecordedActions actions;
    RecordedWork workDone;
};

} // namespace balcao::test
