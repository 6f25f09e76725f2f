// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"

namespace balcao::test {

RecordedActions::RecordedActions() = default;
RecordedActions::~RecordedActions() = default;

void RecordedActions::sendText(ConversationId conversation, const QString &text, OperatorId,
                               std::function<void(bool)> done)
{
    sent.append({conversation, text, std::move(done)});
}

void RecordedActions::chargeAgain(ConversationId, MessageId message, const store::ChargeMessage &what,
                                  const QString &text, OperatorId)
{
    again.append(text + QStringLiteral(" of a charge"));
    lastAgain = message;
    lastCharge = what;
}

void RecordedActions::sendAgain(ConversationId, MessageId message, const QString &text, CommandId refused, OperatorId)
{
    again.append(text + (refused.isNull() ? QStringLiteral(" as new") : QStringLiteral(" instead")));
    lastAgain = message;
}

void RecordedActions::discard(CommandId refused, ConversationId)
{
    discarded.append(refused);
}

void RecordedActions::takeBack(CommandId waiting, ConversationId, OperatorId,
                               std::function<void(const Result<std::optional<QString>> &)> done)
{
    takenBack.append(waiting);
    backDone = std::move(done);
}

void RecordedActions::markRead(ConversationId, qint64 uptoSeq, OperatorId)
{
    read.append(uptoSeq);
}

void RecordedActions::viewing(std::optional<ConversationId> conversation, OperatorId, bool)
{
    viewed = conversation;
}

RecordedWork::RecordedWork() = default;
RecordedWork::~RecordedWork() = default;

void RecordedWork::resolve(ConversationId, OperatorId)
{
    did.append(QStringLiteral("resolve"));
}

void RecordedWork::reopen(ConversationId, OperatorId)
{
    did.append(QStringLiteral("reopen"));
}

void RecordedWork::assign(ConversationId, OperatorId to, const QString &note, OperatorId)
{
    did.append(QStringLiteral("assign %1 %2").arg(to.isNull() ? QStringLiteral("nobody") : to.text(), note).trimmed());
}

void RecordedWork::snooze(ConversationId, qint64 untilMs, OperatorId)
{
    did.append(QStringLiteral("snooze %1").arg(untilMs));
}

void RecordedWork::wake(ConversationId, OperatorId)
{
    did.append(QStringLiteral("wake"));
}

void RecordedWork::addNote(ConversationId, NoteId, const QString &text, OperatorId, std::function<void(bool)> done)
{
    did.append(QStringLiteral("note ") + text);
    done(keeps);
}

void RecordedWork::removeNote(ConversationId, NoteId, OperatorId)
{
    did.append(QStringLiteral("no note"));
}

void RecordedWork::dismiss(ConversationId, MessageId message, bool dismissed, OperatorId)
{
    did.append(dismissed ? QStringLiteral("dismiss") : QStringLiteral("dismiss no more"));
    lastDismissed = message;
}

void RecordedWork::tag(CustomerId, TagId, bool on, ConversationId, OperatorId)
{
    did.append(on ? QStringLiteral("tag") : QStringLiteral("untag"));
}

void RecordedWork::defineTag(TagId, const QString &name, const QString &, OperatorId)
{
    did.append(QStringLiteral("define ") + name);
}

void RecordedWork::changeTag(const store::TagRow &, const store::TagRow &after, OperatorId)
{
    did.append(QStringLiteral("change %1 %2").arg(after.name, after.colour));
}

void RecordedWork::retireTag(TagId, OperatorId)
{
    did.append(QStringLiteral("retire"));
}

void RecordedWork::consent(CustomerId, const QString &purpose, bool granted, OperatorId)
{
    did.append(QStringLiteral("consent %1 %2").arg(purpose, granted ? QStringLiteral("yes") : QStringLiteral("no")));
}

void RecordedWork::defineReply(QuickReplyId, const QString &title, const QString &, OperatorId)
{
    did.append(QStringLiteral("reply ") + title);
}

void RecordedWork::changeReply(const store::ReplyRow &, const store::ReplyRow &after, OperatorId)
{
    did.append(QStringLiteral("change reply %1: %2").arg(after.title, after.text));
}

void RecordedWork::retireReply(QuickReplyId, OperatorId)
{
    did.append(QStringLiteral("retire reply"));
}

void RecordedWork::noteCustomer(CustomerId, const QString &text, OperatorId, std::function<void(bool)> done)
{
    did.append(QStringLiteral("customer note ") + text);
    done(keeps);
}

void RecordedWork::rename(CustomerId, const QString &name, OperatorId)
{
    did.append(QStringLiteral("rename ") + name);
}

void RecordedWork::reveal(CustomerId, const QString &what, OperatorId)
{
    did.append(QStringLiteral("reveal ") + what);
}

Counter::Counter(const QString &folder)
    : store(folder.isEmpty() ? dir.path() : folder, std::nullopt, kLogStart), source(store)
{
}

Counter::~Counter() = default;

store::ChangeSet Counter::take()
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

void Counter::pend(const store::OutboxEntry &entry, const QString &problem)
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

void Counter::pendWork(const wire::CommandBody &body, ConversationId about, OperatorId by, const QString &problem)
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

} // namespace balcao::test
