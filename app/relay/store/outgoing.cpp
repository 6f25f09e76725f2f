// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/outgoing.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kInFlight = 1;
constexpr int kDone = 2;

SendJob read(const sql::Statement &row)
{
    SendJob job;
    job.message = row.id<MessageId>(0);
    job.seq = row.int64(1);
    job.conversation = row.id<ConversationId>(2);
    job.channel = row.text(3);
    job.inDoubt = row.int64(4) == kInFlight;
    job.attempts = static_cast<int>(row.int64(5));
    job.attemptAt = row.int64(6);
    job.notBefore = row.int64(7);
    if (const auto content = wire::fromBytes<wire::Content>(row.text(8).toUtf8()))
        job.content = *content;
    job.quotedWamid = row.text(9);
    return job;
}

} // namespace

Result<void> Outgoing::add(MessageId message, qint64 seq, const ConversationId &conversation, const QString &channel,
                           const wire::Content &content, const QString &quotedWamid)
{
    return m_data.connection()
        .prepare(u"INSERT INTO outgoing (message, seq, conversation, channel, state, content, quoted) "
                 "VALUES (?, ?, ?, ?, 0, ?, ?)"_s)
        .bind(message)
        .bind(seq)
        .bind(conversation)
        .bind(channel)
        .bind(QString::fromUtf8(wire::canonicalJson(wire::encode(content))))
        .bind(quotedWamid)
        .run();
}

Result<QList<SendJob>> Outgoing::openAfter(qint64 after)
{
    auto found = m_data.connection()
                     .prepare(u"SELECT message, seq, conversation, channel, state, attempts, attempt_at, not_before, "
                              "content, quoted FROM outgoing WHERE state < 2 AND seq > ? ORDER BY seq"_s)
                     .bind(after)
                     .all(read);
    BALCAO_TRY(found);
    for (SendJob &job : found.value())
        BALCAO_TRY(addressTo(job));
    return found;
}

Result<void> Outgoing::addressTo(SendJob &job)
{
    BALCAO_TAKE(const std::optional<Conversation> conversation, m_data.conversations().find(job.conversation));
    if (!conversation)
        return {};
    BALCAO_TAKE(const CustomerId person, m_data.conversations().personOf(job.conversation, conversation->customer));
    job.conversation = conversation->id;
    BALCAO_TAKE(const Identifiers identifiers, m_data.people().answerTo(conversation->customer, person));
    job.address = addressOf(identifiers);
    return {};
}

Result<std::optional<SendJob>> Outgoing::find(MessageId message)
{
    BALCAO_TAKE(std::optional<SendJob> job,
                m_data.connection()
                    .prepare(u"SELECT message, seq, conversation, channel, state, attempts, attempt_at, not_before, "
                             "content, quoted FROM outgoing WHERE state < 2 AND message = ?"_s)
                    .bind(message)
                    .one(read));
    if (job)
        BALCAO_TRY(addressTo(*job));
    return job;
}

Result<qint64> Outgoing::waiting(const QString &channel)
{
    const auto count = m_data.connection()
                           .prepare(u"SELECT count(*) FROM outgoing WHERE state < 2 AND channel = ?"_s)
                           .bind(channel)
                           .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(count);
    return count->value_or(0);
}

Result<bool> Outgoing::attemptStarted(MessageId message)
{
    auto update = m_data.connection().prepare(
        u"UPDATE outgoing SET state = 1, attempts = attempts + 1, attempt_at = ? WHERE message = ? AND state = 0"_s);
    BALCAO_TRY(update.bind(m_data.clock().nowMs()).bind(message).run());
    return update.changes() == 1;
}

Result<void> Outgoing::say(MessageId message, const wire::MessageStatus &status)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().find(message));
    return row ? m_data.messages().advance(*row, status, Stamp{}) : Result<void>();
}

Result<void> Outgoing::submitted(MessageId message, const QString &wamid, const Identifiers &recipient)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().find(message));
    if (row) {
        // Who was erased meanwhile stays so: the answer knows their phone.
        BALCAO_TAKE(const bool forgotten, m_data.messages().isOfErased(*row));
        if (forgotten)
            return finish(message);
    }
    wire::MessageStatus status;
    status.state = MessageState::Submitted;
    status.statusAt = m_data.clock().nowMs();
    status.wamid = wamid;
    BALCAO_TRY(say(message, status));
    BALCAO_TRY(m_data.messages().tie(message, wamid, Stamp{}));
    BALCAO_TRY(reached(message, recipient));
    return finish(message);
}

Result<void> Outgoing::reached(MessageId message, const Identifiers &recipient)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().find(message));
    if (!row || recipient.isEmpty())
        return {};
    BALCAO_TAKE(const std::optional<Conversation> conversation, m_data.conversations().find(row->conversation));
    BALCAO_TAKE(const bool forgotten, m_data.messages().isOfErased(*row));
    if (!conversation || forgotten)
        return {};
    BALCAO_TAKE(const CustomerId person, m_data.conversations().personOf(row->conversation, conversation->customer));
    BALCAO_TRY(m_data.people().identify(conversation->customer, recipient, Stamp{}, person));
    return {};
}

Result<void> Outgoing::retryAt(MessageId message, qint64 whenMs, bool counts)
{
    return m_data.connection()
        .prepare(u"UPDATE outgoing SET state = 0, not_before = ?, attempts = attempts - ? "
                 "WHERE message = ? AND state = 1"_s)
        .bind(whenMs)
        .bind(counts ? 0 : 1)
        .bind(message)
        .run();
}

Result<void> Outgoing::failed(MessageId message, const wire::SendError &error)
{
    wire::MessageStatus status;
    status.state = MessageState::Failed;
    status.statusAt = m_data.clock().nowMs();
    status.error = error;
    BALCAO_TRY(say(message, status));
    return finish(message);
}

Result<void> Outgoing::uncertain(MessageId message)
{
    BALCAO_TAKE(const bool open, isOpen(message));
    if (!open)
        return {};
    wire::MessageStatus status;
    status.state = MessageState::Uncertain;
    status.statusAt = m_data.clock().nowMs();
    BALCAO_TRY(say(message, status));
    return finish(message);
}

Result<void> Outgoing::settled(MessageId message, MessageState state)
{
    // Meta has spoken of it: whatever we doubted is no more.
    if (state == MessageState::Uncertain || state == MessageState::Accepted)
        return {};
    return finish(message);
}

Result<bool> Outgoing::isOpen(MessageId message)
{
    const auto found = m_data.connection()
                           .prepare(u"SELECT 1 FROM outgoing WHERE message = ? AND state < 2"_s)
                           .bind(message)
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(found);
    return found->value_or(false);
}

Result<void> Outgoing::finish(MessageId message)
{
    return m_data.connection()
        .prepare(u"UPDATE outgoing SET state = ?, content = NULL, quoted = '' WHERE message = ?"_s)
        .bind(kDone)
        .bind(message)
        .run();
}

Result<void> Outgoing::pause(const QString &channel, int code)
{
    auto update =
        m_data.connection().prepare(u"UPDATE channel SET paused_code = ? WHERE id = ? AND paused_code IS NULL"_s);
    BALCAO_TRY(update.bind(code).bind(channel).run());
    if (update.changes() == 0)
        return {};
    BALCAO_TRY(m_data.announce({}, Stamp{}, wire::QueuePaused{channel, code}));
    return {};
}

Result<bool> Outgoing::resume(const QString &channel, const Stamp &stamp)
{
    auto update = m_data.connection().prepare(
        u"UPDATE channel SET paused_code = NULL WHERE id = ? AND paused_code IS NOT NULL"_s);
    BALCAO_TRY(update.bind(channel).run());
    if (update.changes() == 0)
        return false;
    BALCAO_TRY(m_data.announce({}, stamp, wire::QueueResumed{channel}));
    return true;
}

Result<QList<PausedChannel>> Outgoing::paused()
{
    return m_data.connection()
        .prepare(u"SELECT id, paused_code FROM channel WHERE paused_code IS NOT NULL ORDER BY id"_s)
        .all([](const sql::Statement &row) {
            return PausedChannel{row.text(0), static_cast<int>(row.int64(1))};
        });
}

} // namespace balcao::relay
