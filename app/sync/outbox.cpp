// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/outbox.h"

#include <QJsonDocument>

namespace balcao::sync {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBatch = 100;
constexpr qint64 kChargeMs = kMinuteMs;
constexpr int kLastingMs = 400; // before that nobody has read what can be done about a row

wire::SendMessage textMessage(MessageId id, ConversationId conversation, const QString &text)
{
    wire::SendMessage body;
    body.message = id;
    body.conversation = conversation;
    body.content.text = text;
    return body;
}

Result<void> keepIt(store::OutboxStore outbox, const store::OutboxEntry &entry)
{
    return outbox.add(entry);
}

QString problemOf(const wire::Outcome &outcome)
{
    return outcome.problem ? outcome.problem->type : QString();
}

/// Never empty: nobody may take a refusal for a yes.
QString reasonOf(const wire::Outcome &outcome)
{
    const QString problem = problemOf(outcome);
    return problem.isEmpty() ? QString(problem::kInternal) : problem;
}

/// Of our own making, so it can be read.
wire::Command commandOf(const store::OutboxEntry &entry)
{
    const auto command = wire::commandFromJson(QJsonDocument::fromJson(entry.command).object());
    return command ? *command : wire::Command();
}

/// A note that was refused is a draft again. While another has been begun it waits in the outbox (DraftStore's
/// reader takes it from there).
Result<void> giveBack(store::StoreWriter &writer, const store::OutboxEntry &entry)
{
    if (entry.kind != wire::AddNote::kKind || entry.text.isEmpty())
        return {};
    BALCAO_TAKE(const QString draft, writer.drafts().find(entry.conversation, entry.operatorId));
    if (!draft.isEmpty())
        return {};
    BALCAO_TRY(writer.drafts().save(entry.conversation, entry.operatorId, store::kNoteDraft + entry.text));
    return writer.outbox().discard(entry.id);
}

/// One for each of the batch, in its order, or it is no answer to it.
Result<QList<wire::Outcome>> outcomesOf(const QByteArray &answer, const QList<store::OutboxEntry> &batch)
{
    const auto answers = [](const store::OutboxEntry &entry, const wire::Outcome &outcome) {
        return outcome.id == entry.id.text();
    };
    const auto read = wire::fromBytes<wire::OutcomeBatch>(answer);
    if (!read || !std::ranges::equal(batch, read->outcomes, answers))
        return failure(Error::Kind::Rejected, u"not the outcomes of what was sent"_s);
    return read->outcomes;
}

Result<void> keepOutcomes(store::StoreWriter &writer, const QList<store::OutboxEntry> &batch,
                          const QList<wire::Outcome> &outcomes, qint64 now)
{
    store::OutboxStore outbox = writer.outbox();
    for (qsizetype i = 0; i < batch.size(); ++i) {
        const wire::Outcome &outcome = outcomes[i];
        if (outcome.status == wire::OutcomeStatus::Rejected) {
            BALCAO_TRY(outbox.refused(batch[i].id, problemOf(outcome), now));
            BALCAO_TRY(giveBack(writer, batch[i]));
        } else {
            BALCAO_TRY(outbox.answered(batch[i].id, outcome.status == wire::OutcomeStatus::Noop,
                                       outcome.seq.value_or(0), now));
        }
    }
    return outbox.reconcile(writer.projection(), now);
}

} // namespace

Outbox::Outbox(store::Store &store, net::RelayClient &client, const Clock &relayClock, const http::Backoff &backoff)
    : m_store(store), m_client(client), m_relayClock(relayClock), m_backoff(backoff), m_limit(kBatch)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Outbox::pump);
    m_lasting.setSingleShot(true);
    m_lasting.setInterval(kLastingMs);
}

void Outbox::start()
{
    m_running = true;
    countWaiting();
    pump();
}

void Outbox::stop()
{
    m_running = false;
    m_retry.stop();
    m_lasting.stop();
    m_call.reset();
    m_busy = false;
}

store::OutboxEntry Outbox::entryOf(const Typed &typed)
{
    const wire::Command &command = typed.command;
    return {command.id, command.kind,       typed.conversation, typed.message,
            typed.text, command.operatorId, command.madeAt,     wire::canonicalJson(wire::toJson(command))};
}

void Outbox::store(const Typed &typed, Keep keep, Done done)
{
    m_store.write(
        [typed, keep = std::move(keep)](store::StoreWriter &writer) { return keep(writer.outbox(), entryOf(typed)); },
        this,
        [this, typed, done = std::move(done)](const Result<void> &stored) {
            if (done)
                done(stored.ok());
            else if (!stored)
                Q_EMIT notKept(typed.command); // whoever asked has nobody to tell it
            if (!stored)
                return;
            Q_EMIT pendingChanged(typed.conversation);
            countWaiting();
            pump();
        });
}

/// Says what this desk had read: the relay refuses an answer that two who were parted since may both be meant by.
wire::Command Outbox::sending(const wire::SendMessage &body, OperatorId by) const
{
    wire::Command command = wire::makeCommand(body, by, m_relayClock.nowMs());
    if (m_seen && m_seen->shown.seq > 0) // read from the store yet
        command.expect = m_seen->shown;
    return command;
}

void Outbox::sendText(ConversationId conversation, const QString &text, OperatorId by, Done done)
{
    const wire::SendMessage body = textMessage(MessageId::create(), conversation, text);
    store(
        {sending(body, by), conversation, body.message, text},
        [](store::OutboxStore outbox, const store::OutboxEntry &entry) { return outbox.addReply(entry); },
        std::move(done));
}

void Outbox::sendAgain(ConversationId conversation, MessageId before, const QString &text, OperatorId by, Done done)
{
    again(textMessage({}, conversation, text), before, text, by, std::move(done));
}

void Outbox::chargeAgain(ConversationId conversation, MessageId before, const store::ChargeMessage &what,
                         const QString &text, OperatorId by)
{
    wire::SendMessage body = textMessage({}, conversation, {});
    body.content.type = what.type;
    body.content.charge = what.charge;
    again(std::move(body), before, text, by, {});
}

void Outbox::again(wire::SendMessage body, MessageId before, const QString &text, OperatorId by, Done done)
{
    body.message = MessageId(QUuid::createUuidV5(before.uuid(), QByteArrayLiteral("send again")));
    body.resendOf = before;
    store(
        {sending(body, by), body.conversation, body.message, text},
        [](store::OutboxStore outbox, const store::OutboxEntry &entry) -> Result<void> {
            return outbox.addAgain(entry);
        },
        std::move(done));
}

void Outbox::sendInstead(CommandId refused, ConversationId conversation, const QString &text, OperatorId by, Done done)
{
    const wire::SendMessage body = textMessage(MessageId::create(), conversation, text);
    store(
        {sending(body, by), conversation, body.message, text},
        [refused](store::OutboxStore outbox, const store::OutboxEntry &entry) -> Result<void> {
            BALCAO_TRY(outbox.replace(refused, entry));
            return {};
        },
        std::move(done));
}

void Outbox::act(wire::CommandBody body, ConversationId about, OperatorId by, bool based, Done done)
{
    wire::Command command = wire::makeCommand(std::move(body), by, m_relayClock.nowMs());
    if (based)
        command.expect = m_seen.value_or(Seen()).shown;
    const auto *note = std::get_if<wire::AddNote>(&command.body);
    store({command, about, {}, note ? note->text : QString()}, keepIt, std::move(done));
}

void Outbox::charge(CommandId id, const wire::ChargePix &body, OperatorId by, Done done)
{
    wire::Command command = wire::makeCommand(body, by, m_relayClock.nowMs());
    command.id = id;
    command.expiresAt = command.madeAt + kChargeMs;
    if (m_seen && m_seen->shown.seq > 0) // as with a message: it may be for another since two were parted
        command.expect = m_seen->shown;
    store({command, body.conversation, body.message, {}}, keepIt, std::move(done));
}

void Outbox::markRead(ConversationId conversation, qint64 uptoSeq, OperatorId by)
{
    wire::Command command = wire::makeCommand(wire::ReadConversation{conversation, uptoSeq}, by, m_relayClock.nowMs());
    command.expect = m_seen.value_or(Seen()).shown; // whoever read it has seen that much, at least
    command.expect->seq = qMax(command.expect->seq, uptoSeq);
    store({command, conversation, {}, {}}, keepIt, {});
}

void Outbox::discard(CommandId id, ConversationId conversation)
{
    m_store.write([id](store::StoreWriter &writer) { return writer.outbox().discard(id); }, this,
                  [this, conversation](const Result<void> &gone) {
                      if (!gone)
                          Q_EMIT notKept({});
                      Q_EMIT pendingChanged(conversation);
                  });
}

// Not pumped after it: whoever takes one back may go on with the next, and what is handed over cannot be.
void Outbox::takeBack(CommandId id, ConversationId conversation, OperatorId by, TakenBack done)
{
    m_store.write(
        [id, conversation, by](store::StoreWriter &writer) { return writer.outbox().takeBack(id, conversation, by); },
        this,
        [this, conversation, done = std::move(done)](const Result<std::optional<QString>> &words) {
            done(words);
            Q_EMIT pendingChanged(conversation);
            countWaiting();
        });
}

void Outbox::setSeen(const Seen &seen)
{
    const bool isFirst = !m_seen;
    m_seen = seen;
    if (isFirst)
        pump();
}

void Outbox::pump()
{
    if (!m_running || !m_seen)
        return;
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    m_retry.stop();
    m_store.write(
        [limit = m_limit, place = m_seen->read](store::StoreWriter &writer) -> Result<Batch> {
            BALCAO_TAKE(const QList<store::OutboxEntry> entries, writer.outbox().toSend(limit, place.log));
            return Batch{entries, place.log.isNull() ? QByteArray() : wire::toBytes(place)};
        },
        this,
        [this](const Result<Batch> &batch) {
            if (!m_running)
                return;
            if (batch && !batch->entries.isEmpty())
                return sendBatch(*batch);
            m_busy = false;
            if (!batch)
                return pause();
            setHeldUp(false); // nothing is left: it went, or was taken away
            if (std::exchange(m_again, false))
                pump();
        });
}

void Outbox::sendBatch(const Batch &batch)
{
    QList<QByteArray> commands;
    for (const store::OutboxEntry &entry : batch.entries)
        commands.append(entry.command);
    m_call = m_client.commands(
        commands, {}, batch.read, this,
        [this, entries = batch.entries](const net::CallResult<QByteArray> &result) { heard(entries, result); });
    m_lasting.disconnect(this);
    connect(&m_lasting, &QTimer::timeout, this, [this, entries = batch.entries] { tellClaim(entries); });
    m_lasting.start();
}

void Outbox::heard(const QList<store::OutboxEntry> &batch, const net::CallResult<QByteArray> &result)
{
    const net::Call handle = std::move(m_call);
    m_lasting.stop();
    if (const auto *failure = std::get_if<net::CallFailure>(&result))
        return failed(batch, *failure);
    settle(batch, [batch, answer = std::get<QByteArray>(result)] { return outcomesOf(answer, batch); });
}

void Outbox::failed(const QList<store::OutboxEntry> &batch, const net::CallFailure &failure)
{
    m_busy = false;
    if (!failure.mayHaveArrived)
        forgetTries(batch);
    const bool isOtherLog = failure.problem.type == problem::kLogChanged; // the puller will see
    // A batch that the relay cannot read is cut in half until the one that it cannot read stands alone.
    if (failure.kind == net::CallFailure::Kind::Rejected && !isOtherLog) {
        if (batch.size() == 1)
            return refuseOne(batch.first(), {failure.problem.type, failure.problem.detail});
        m_limit = static_cast<int>(batch.size() / 2);
        return pump();
    }
    if (failure.kind == net::CallFailure::Kind::Timeout) // less of it may get through
        m_limit = qMax(1, static_cast<int>(batch.size() / 2));
    setHeldUp(!isOtherLog);
    pause();
}

Outbox::Settled Outbox::settledBy(const QList<store::OutboxEntry> &batch, const QList<wire::Outcome> &outcomes)
{
    Settled settled;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        const bool isRefused = outcomes[i].status == wire::OutcomeStatus::Rejected;
        if (batch[i].kind == wire::ChargePix::kKind)
            settled.charges.append({batch[i].id, batch[i].conversation, isRefused ? reasonOf(outcomes[i]) : QString()});
        if (!isRefused)
            continue;
        if (!batch[i].message.isNull())
            settled.sends.append(batch[i].conversation);
        else if (batch[i].kind != wire::ReadConversation::kKind)
            settled.acts.append({commandOf(batch[i]), problemOf(outcomes[i])});
    }
    return settled;
}

void Outbox::settle(const QList<store::OutboxEntry> &batch, Outcomes outcomes)
{
    const qint64 now = m_relayClock.nowMs();
    m_store.write(
        [batch, outcomes = std::move(outcomes), now](store::StoreWriter &writer) -> Result<Settled> {
            BALCAO_TAKE(const QList<wire::Outcome> each, outcomes());
            BALCAO_TRY(keepOutcomes(writer, batch, each, now));
            return settledBy(batch, each);
        },
        this,
        [this, batch](const Result<Settled> &stored) {
            m_busy = false;
            if (!m_running)
                return;
            if (!stored) {
                setHeldUp(true);
                return pause();
            }
            settled(batch, *stored);
        });
}

void Outbox::settled(const QList<store::OutboxEntry> &batch, const Settled &what)
{
    m_backoff.reset();
    setHeldUp(false);
    m_limit = qMin(kBatch, m_limit * 2);
    QSet<ConversationId> touched;
    for (const store::OutboxEntry &entry : batch)
        touched.insert(entry.conversation);
    for (const ConversationId &conversation : std::as_const(touched))
        Q_EMIT pendingChanged(conversation);
    for (const ChargeOutcome &one : what.charges)
        Q_EMIT chargeAnswered(one.command, one.conversation, one.problem);
    for (const ConversationId &conversation : what.sends)
        Q_EMIT sendRefused(conversation);
    for (const auto &[command, problem] : what.acts)
        Q_EMIT actRefused(command, problem);
    countWaiting();
    Q_EMIT answered();
    pump();
}

void Outbox::refuseOne(const store::OutboxEntry &entry, const wire::WireProblem &problem)
{
    m_busy = true;
    wire::Outcome refused;
    refused.id = entry.id.text();
    refused.status = wire::OutcomeStatus::Rejected;
    refused.problem = problem;
    settle({entry}, [refused]() -> Result<QList<wire::Outcome>> { return QList{refused}; });
}

void Outbox::forgetTries(const QList<store::OutboxEntry> &batch)
{
    QList<CommandId> ids;
    QList<store::OutboxEntry> first;
    for (const store::OutboxEntry &entry : batch) {
        if (!entry.isFirstTry)
            continue;
        ids.append(entry.id);
        first.append(entry);
    }
    if (ids.isEmpty())
        return;
    m_store.write([ids](store::StoreWriter &writer) { return writer.outbox().notTried(ids); }, this,
                  [this, first](const Result<void> &) { tellClaim(first); });
}

void Outbox::tellClaim(const QList<store::OutboxEntry> &batch)
{
    QSet<ConversationId> touched;
    for (const store::OutboxEntry &entry : batch) {
        if (!entry.message.isNull())
            touched.insert(entry.conversation);
    }
    for (const ConversationId &conversation : std::as_const(touched))
        Q_EMIT claimChanged(conversation);
}

void Outbox::pause()
{
    if (m_running)
        m_retry.start(m_backoff.nextDelay());
}

void Outbox::setHeldUp(bool isHeldUp)
{
    if (std::exchange(m_isHeldUp, isHeldUp) != isHeldUp)
        Q_EMIT heldUp(isHeldUp);
}

void Outbox::countWaiting()
{
    m_store.write([](store::StoreWriter &writer) { return writer.outbox().unsentSends(); }, this,
                  [this](const Result<qint64> &count) {
                      if (!count || m_waiting == static_cast<int>(*count))
                          return;
                      m_waiting = static_cast<int>(*count);
                      Q_EMIT waitingChanged(m_waiting);
                  });
}

} // namespace balcao::sync
