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

    void sendText(ConversationId conversation, const QString &text, OperatorId, std::function<void(bool)> done) override
    {
        sent.append({conversation, text, std::move(done)});
    }
    void chargeAgain(ConversationId, MessageId message, const store::ChargeMessage &what, const QString &text,
                     OperatorId) override
    {
        again.append(text + QStringLiteral(" of a charge"));
        lastAgain = message;
        lastCharge = what;
    }
    void sendAgain(ConversationId, MessageId message, const QString &text, CommandId refused, OperatorId) override
    {
        again.append(text + (refused.isNull() ? QStringLiteral(" as new") : QStringLiteral(" instead")));
        lastAgain = message;
    }
    void discard(CommandId refused, ConversationId) override { discarded.append(refused); }
    void takeBack(CommandId waiting, ConversationId, OperatorId,
                  std::function<void(const Result<std::optional<QString>> &)> done) override
    {
        takenBack.append(waiting);
        backDone = std::move(done);
    }
    void markRead(ConversationId, qint64 uptoSeq, OperatorId) override { read.append(uptoSeq); }
    void viewing(std::optional<ConversationId> conversation, OperatorId, bool) override { viewed = conversation; }

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
    void resolve(ConversationId, OperatorId) override { did.append(QStringLiteral("resolve")); }
    void reopen(ConversationId, OperatorId) override { did.append(QStringLiteral("reopen")); }
    void assign(ConversationId, OperatorId to, const QString &note, OperatorId) override
    {
        did.append(
            QStringLiteral("assign %1 %2").arg(to.isNull() ? QStringLiteral("nobody") : to.text(), note).trimmed());
    }
    void snooze(ConversationId, qint64 untilMs, OperatorId) override
    {
        did.append(QStringLiteral("snooze %1").arg(untilMs));
    }
    void wake(ConversationId, OperatorId) override { did.append(QStringLiteral("wake")); }
    void addNote(ConversationId, NoteId, const QString &text, OperatorId, std::function<void(bool)> done) override
    {
        did.append(QStringLiteral("note ") + text);
        done(keeps);
    }
    void removeNote(ConversationId, NoteId, OperatorId) override { did.append(QStringLiteral("no note")); }
    void dismiss(ConversationId, MessageId message, bool dismissed, OperatorId) override
    {
        did.append(dismissed ? QStringLiteral("dismiss") : QStringLiteral("dismiss no more"));
        lastDismissed = message;
    }
    void tag(CustomerId, TagId, bool on, ConversationId, OperatorId) override
    {
        did.append(on ? QStringLiteral("tag") : QStringLiteral("untag"));
    }
    void defineTag(TagId, const QString &name, const QString &, OperatorId) override
    {
        did.append(QStringLiteral("define ") + name);
    }
    void changeTag(const store::TagRow &, const store::TagRow &after, OperatorId) override
    {
        did.append(QStringLiteral("change %1 %2").arg(after.name, after.colour));
    }
    void retireTag(TagId, OperatorId) override { did.append(QStringLiteral("retire")); }
    void consent(CustomerId, const QString &purpose, bool granted, OperatorId) override
    {
        did.append(
            QStringLiteral("consent %1 %2").arg(purpose, granted ? QStringLiteral("yes") : QStringLiteral("no")));
    }
    void defineReply(QuickReplyId, const QString &title, const QString &, OperatorId) override
    {
        did.append(QStringLiteral("reply ") + title);
    }
    void changeReply(const store::ReplyRow &, const store::ReplyRow &after, OperatorId) override
    {
        did.append(QStringLiteral("change reply %1: %2").arg(after.title, after.text));
    }
    void retireReply(QuickReplyId, OperatorId) override { did.append(QStringLiteral("retire reply")); }
    void noteCustomer(CustomerId, const QString &text, OperatorId, std::function<void(bool)> done) override
    {
        did.append(QStringLiteral("customer note ") + text);
        done(keeps);
    }
    void rename(CustomerId, const QString &name, OperatorId) override { did.append(QStringLiteral("rename ") + name); }
    void reveal(CustomerId, const QString &what, OperatorId) override { did.append(QStringLiteral("reveal ") + what); }

    QStringList did;
    MessageId lastDismissed;
    bool keeps = true;
};

struct Counter
{
    /// `folder`: a store that stands there already; else a fresh one.
    explicit Counter(const QString &folder = {})
        : store(folder.isEmpty() ? dir.path() : folder, std::nullopt, kLogStart), source(store)
    {
    }

    /// What the log holds now, in the store.
    store::ChangeSet take()
    {
        constexpr qsizetype kMost = 500; // of a page
        store::ChangeSet changes;
        for (qsizetype from = 0; from == 0 || from < log.events.size(); from += kMost) {
            const auto applied = store
                                     .write([page = log.page(from, kMost), now = clock.nowMs()](store::StoreWriter &w) {
                                         return w.applyPage(page, now);
                                     })
                                     .result();
            if (!applied)
                qFatal("store: %s", qPrintable(applied.error().detail));
            changes = applied->changes;
        }
        clock.setMs(log.nextAt());
        return changes;
    }
    void pend(const store::OutboxEntry &entry, const QString &problem = {})
    {
        const auto done = store
                              .write([&](store::StoreWriter &w) -> Result<void> {
                                  BALCAO_TRY(w.outbox().add(entry));
                                  return problem.isEmpty() ? Result<void>() : w.outbox().refused(entry.id, problem, 1);
                              })
                              .result();
        if (!done)
            qFatal("store: %s", qPrintable(done.error().detail));
    }
    /// An act on its way, as the outbox keeps it.
    void pendWork(const wire::CommandBody &body, ConversationId about, OperatorId by, const QString &problem = {})
    {
        const wire::Command command = wire::makeCommand(body, by, clock.nowMs());
        store::OutboxEntry entry;
        entry.id = command.id;
        entry.kind = command.kind;
        entry.conversation = about;
        entry.operatorId = by;
        entry.command = wire::canonicalJson(wire::toJson(command));
        pend(entry, problem);
    }

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
