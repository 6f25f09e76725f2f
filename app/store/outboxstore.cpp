// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/outboxstore.h"

#include "core/clock.h"
#include "sql/transaction.h"
#include "wire/command.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kToSend = 0;
constexpr int kAnswered = 1;
constexpr int kRefused = 2;
constexpr int kConfirmed = 3;
constexpr int kUncertain = 4;
constexpr int kQuestioned = 5;       ///< was confirmed: the shown thread has it
constexpr int kQuestionedUnseen = 6; ///< was accepted only: it goes on waiting on the screen
constexpr qint64 kNoEvent = -1;
constexpr qint64 kKeptMs = 30 * kDayMs;
/// Of a send that carries a charge; within words its quotes would be escaped.
const QString kCarriesCharge = QStringLiteral("\"charge\":");

/// What `tried` holds of a log that was not known yet: no log's, so that a restore puts it in question.
QByteArray unknownLog()
{
    return QByteArray(16, '\0');
}

OutboxEntry read(const sql::Statement &row)
{
    return {row.id<CommandId>(0), row.text(1),          row.id<ConversationId>(2),
            row.id<MessageId>(3), row.text(4),          row.id<OperatorId>(5),
            row.int64(6),         row.text(7).toUtf8(), false};
}

/// What a command asks for that is one of a charge; empty: it is none.
std::optional<PendingCharge> chargeOf(const QString &json)
{
    if (json.isEmpty())
        return {};
    const auto command = wire::commandFromJson(QJsonDocument::fromJson(json.toUtf8()).object());
    const auto *charge = command ? std::get_if<wire::ChargePix>(&command->body) : nullptr;
    if (!charge)
        return PendingCharge();
    return PendingCharge{charge->kind, charge->amount, charge->description, charge->sends};
}

} // namespace

Result<void> OutboxStore::add(const OutboxEntry &entry)
{
    return m_db
        .prepare(u"INSERT INTO outbox (id, kind, conversation, message, text, operator, made_at, command) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(entry.id)
        .bind(entry.kind)
        .bind(entry.conversation)
        .bind(entry.message)
        .bind(entry.text)
        .bind(entry.operatorId)
        .bind(entry.madeAt)
        .bind(QString::fromUtf8(entry.command))
        .run();
}

Result<void> OutboxStore::addReply(const OutboxEntry &entry)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
    BALCAO_TRY(add(entry));
    BALCAO_TRY(DraftStore(m_db).save(entry.conversation, entry.operatorId, {}));
    return transaction.commit();
}

Result<bool> OutboxStore::replace(CommandId before, const OutboxEntry &entry)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
    auto gone = m_db.prepare(u"DELETE FROM outbox WHERE id = ? AND state IN (2, 4)"_s);
    BALCAO_TRY(gone.bind(before).run());
    const bool replaced = gone.changes() > 0;
    if (replaced)
        BALCAO_TRY(add(entry));
    BALCAO_TRY(transaction.commit());
    return replaced;
}

Result<void> OutboxStore::addAgain(const OutboxEntry &entry)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
    const auto found = m_db.prepare(u"SELECT 1 FROM outbox WHERE message = ? AND state <> ?"_s)
                           .bind(entry.message)
                           .bind(kRefused)
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(found);
    if (found->has_value())
        return {};
    BALCAO_TRY(
        m_db.prepare(u"DELETE FROM outbox WHERE message = ? AND state = ?"_s).bind(entry.message).bind(kRefused).run());
    BALCAO_TRY(add(entry));
    return transaction.commit();
}

Result<QString> OutboxStore::takeRefusedNote(ConversationId conversation, OperatorId operatorId)
{
    const auto found =
        m_db.prepare(u"SELECT id, text FROM outbox WHERE conversation = ? AND operator = ? AND kind = ? AND state = ? "
                     "AND text <> '' ORDER BY place LIMIT 1"_s)
            .bind(conversation)
            .bind(operatorId)
            .bind(QString(wire::AddNote::kKind))
            .bind(kRefused)
            .one([](const sql::Statement &row) { return std::pair(row.id<CommandId>(0), row.text(1)); });
    BALCAO_TRY(found);
    if (!*found)
        return QString();
    BALCAO_TRY(discard((*found)->first));
    return (*found)->second;
}

Result<QString> OutboxStore::takeRefusedCustomerNote(CustomerId customer, OperatorId operatorId)
{
    const auto found = m_db.prepare(u"SELECT id, command FROM outbox WHERE operator = ? AND kind = ? AND state = ? "
                                    "AND instr(command, ?) > 0 ORDER BY place DESC LIMIT 1"_s)
                           .bind(operatorId)
                           .bind(QString(wire::NoteCustomer::kKind))
                           .bind(kRefused)
                           .bind(customer.text())
                           .one([](const sql::Statement &row) { return std::pair(row.id<CommandId>(0), row.text(1)); });
    BALCAO_TRY(found);
    if (!*found)
        return QString();
    BALCAO_TRY(discard((*found)->first));
    const auto command = wire::commandFromJson(QJsonDocument::fromJson((*found)->second.toUtf8()).object());
    const auto *note = command ? std::get_if<wire::NoteCustomer>(&command->body) : nullptr;
    return note ? note->text : QString();
}

Result<QList<OutboxEntry>> OutboxStore::unsent(int limit)
{
    return m_db
        .prepare(u"SELECT id, kind, conversation, message, text, operator, made_at, command FROM outbox "
                 "WHERE state = 0 ORDER BY place LIMIT ?"_s)
        .bind(limit)
        .all(read);
}

Result<QList<OutboxEntry>> OutboxStore::toSend(int limit, LogId log)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
    BALCAO_TAKE(QList<OutboxEntry> batch, unsent(limit));
    for (OutboxEntry &entry : batch) {
        if (entry.message.isNull())
            continue;
        auto tried = m_db.prepare(u"UPDATE outbox SET tried = ? WHERE id = ? AND tried IS NULL"_s);
        BALCAO_TRY(tried.bind(log.isNull() ? unknownLog() : log.bytes()).bind(entry.id).run());
        entry.isFirstTry = tried.changes() > 0;
    }
    BALCAO_TRY(transaction.commit());
    return batch;
}

Result<void> OutboxStore::notTried(const QList<CommandId> &ids)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
    for (const CommandId &id : ids)
        // Also when it was in question, or already taken for doubtful, before the refusal was heard.
        BALCAO_TRY(m_db.prepare(u"UPDATE outbox SET state = 0, tried = NULL WHERE id = ? AND tried IS NOT NULL "
                                "AND state IN (0, 4, 6)"_s)
                       .bind(id)
                       .run());
    return transaction.commit();
}

Result<qint64> OutboxStore::unsentSends()
{
    const auto count = m_db.prepare(u"SELECT count(*) FROM outbox WHERE state = 0 AND message IS NOT NULL"_s)
                           .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(count);
    return count->value_or(0);
}

Result<std::optional<QString>> OutboxStore::takeBack(CommandId id, ConversationId conversation, OperatorId by)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
    const auto words = m_db.prepare(u"SELECT text FROM outbox WHERE id = ? AND state = ? AND tried IS NULL "
                                    "AND kind = ? AND instr(command, ?) = 0"_s)
                           .bind(id)
                           .bind(kToSend)
                           .bind(QString(wire::SendMessage::kKind))
                           .bind(kCarriesCharge)
                           .one([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(words);
    if (!words->has_value())
        return std::optional<QString>();
    BALCAO_TRY(m_db.prepare(u"DELETE FROM outbox WHERE id = ?"_s).bind(id).run());
    DraftStore drafts(m_db);
    BALCAO_TAKE(const QString begun, drafts.find(conversation, by));
    BALCAO_TRY(drafts.save(conversation, by, draftWith(**words, begun)));
    BALCAO_TRY(transaction.commit());
    return *words;
}

Result<std::optional<OutboxEntry>> OutboxStore::find(CommandId id)
{
    return m_db
        .prepare(u"SELECT id, kind, conversation, message, text, operator, made_at, command FROM outbox WHERE id = ?"_s)
        .bind(id)
        .one(read);
}

Result<void> OutboxStore::answered(CommandId id, bool noop, qint64 seq, qint64 nowMs)
{
    return m_db.prepare(u"UPDATE outbox SET state = ?, seq = ?, settled_at = ? WHERE id = ? AND state IN (0, 4)"_s)
        .bind(noop ? kConfirmed : kAnswered)
        .bind(noop ? kNoEvent : seq)
        .bind(nowMs)
        .bind(id)
        .run();
}

Result<void> OutboxStore::refused(CommandId id, const QString &problem, qint64 nowMs)
{
    return m_db.prepare(u"UPDATE outbox SET state = ?, problem = ?, settled_at = ? WHERE id = ? AND state = 0"_s)
        .bind(kRefused)
        .bind(problem)
        .bind(nowMs)
        .bind(id)
        .run();
}

Result<void> OutboxStore::lost(const QSet<qint64> &events, qint64 nowMs)
{
    for (const qint64 seq : events) {
        BALCAO_TRY(m_db.prepare(u"UPDATE outbox SET state = iif(message IS NULL, ?, ?), settled_at = ? "
                                "WHERE state = ? AND seq = ?"_s)
                       .bind(kConfirmed)
                       .bind(kUncertain)
                       .bind(nowMs)
                       .bind(kAnswered)
                       .bind(seq)
                       .run());
    }
    return {};
}

Result<void> OutboxStore::confirm(const QList<CommandId> &causes, qint64 upto, qint64 nowMs)
{
    if (causes.isEmpty())
        return {};
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
    for (const CommandId &cause : causes) {
        BALCAO_TRY(m_db.prepare(u"UPDATE outbox SET state = ?, seq = iif(seq = 0, ?, seq), settled_at = ? "
                                "WHERE id = ? AND state <> 3"_s)
                       .bind(kConfirmed)
                       .bind(upto)
                       .bind(nowMs)
                       .bind(cause)
                       .run());
    }
    return transaction.commit();
}

Result<void> OutboxStore::reconcile(sql::Connection &projection, qint64 nowMs)
{
    // "state <> 3": the condition of the index outbox_unsettled.
    const auto open = m_db.prepare(u"SELECT id FROM outbox WHERE state <> 3 AND state NOT IN (?, ?)"_s)
                          .bind(kQuestioned)
                          .bind(kQuestionedUnseen)
                          .all([](const sql::Statement &row) { return row.id<CommandId>(0); });
    BALCAO_TRY(open);
    return confirmKnown(projection, *open, nowMs);
}

Result<void> OutboxStore::confirmKnown(sql::Connection &projection, const QList<CommandId> &open, qint64 nowMs)
{
    QList<CommandId> seen;
    for (const CommandId &id : open) {
        const auto cause =
            projection.prepare(u"SELECT 1 FROM cause WHERE id = ?"_s).bind(id).one([](const sql::Statement &) {
                return true;
            });
        BALCAO_TRY(cause);
        if (*cause)
            seen.append(id);
    }
    const auto cursor =
        projection.prepare(u"SELECT value FROM meta WHERE key = 'cursor'"_s).one([](const sql::Statement &row) {
            return row.int64(0);
        });
    BALCAO_TRY(cursor);
    return confirm(seen, cursor->value_or(0), nowMs);
}

Result<QList<UnsentRow>> OutboxStore::unsent()
{
    // Of what max() finds in a group, SQLite takes the other columns, too.
    return m_db
        .prepare(u"SELECT conversation, count(*), message, text, made_at, max(place), iif(kind = ?, command, '') "
                 "FROM outbox "
                 "WHERE state = ? AND message IS NOT NULL GROUP BY conversation"_s)
        .bind(QString(wire::ChargePix::kKind))
        .bind(kToSend)
        .all([](const sql::Statement &row) {
            return UnsentRow{row.id<ConversationId>(0),
                             static_cast<int>(row.int64(1)),
                             row.id<MessageId>(2),
                             row.text(3),
                             row.int64(4),
                             chargeOf(row.text(6))};
        });
}

Result<QList<PendingRow>> OutboxStore::shownIn(ConversationId conversation)
{
    return m_db
        .prepare(u"SELECT id, message, text, made_at, state, problem, iif(kind = ?, command, ''), "
                 "state = 0 AND tried IS NULL AND kind = ? AND instr(command, ?) = 0 FROM outbox "
                 "WHERE conversation = ? AND state <> 3 AND state <> 5 AND message IS NOT NULL ORDER BY place"_s)
        .bind(QString(wire::ChargePix::kKind))
        .bind(QString(wire::SendMessage::kKind))
        .bind(kCarriesCharge)
        .bind(conversation)
        .all([](const sql::Statement &row) {
            const auto state = row.int64(4) == kRefused     ? PendingRow::State::Refused
                               : row.int64(4) == kUncertain ? PendingRow::State::Uncertain
                                                            : PendingRow::State::Waiting;
            return PendingRow{row.id<CommandId>(0), row.id<MessageId>(1),  row.text(2),   row.int64(3), state,
                              row.text(5),          chargeOf(row.text(6)), row.boolean(7)};
        });
}

Result<void> OutboxStore::discard(CommandId id)
{
    return m_db.prepare(u"DELETE FROM outbox WHERE id = ? AND state IN (2, 4)"_s).bind(id).run();
}

Result<void> OutboxStore::question(LogId now)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE outbox SET state = iif(state = 1, ?, ?) WHERE state IN (1, 3) AND seq <> ?"_s)
                   .bind(kQuestionedUnseen)
                   .bind(kQuestioned)
                   .bind(kNoEvent)
                   .run());
    return m_db
        .prepare(u"UPDATE outbox SET state = ? WHERE state = ? AND tried IS NOT NULL "
                 "AND tried <> coalesce(?, x'')"_s)
        .bind(kQuestionedUnseen)
        .bind(kToSend)
        .bind(now)
        .run();
}

Result<void> OutboxStore::settleQuestioned(sql::Connection &replayed, qint64 nowMs)
{
    const auto open = m_db.prepare(u"SELECT id FROM outbox WHERE state IN (5, 6)"_s).all([](const sql::Statement &row) {
        return row.id<CommandId>(0);
    });
    BALCAO_TRY(open);
    BALCAO_TRY(confirmKnown(replayed, *open, nowMs));
    return m_db.prepare(u"UPDATE outbox SET state = iif(message IS NULL, ?, ?) WHERE state IN (5, 6)"_s)
        .bind(kToSend)
        .bind(kUncertain)
        .run();
}

Result<void> OutboxStore::forgetConversation(ConversationId conversation)
{
    BALCAO_TRY(m_db.prepare(u"DELETE FROM outbox WHERE conversation = ?"_s).bind(conversation).run());
    return m_db.prepare(u"DELETE FROM outbox WHERE instr(command, ?) > 0"_s).bind(conversation.text()).run();
}

Result<void> OutboxStore::forgetCustomer(CustomerId customer)
{
    return m_db.prepare(u"DELETE FROM outbox WHERE instr(command, ?) > 0"_s).bind(customer.text()).run();
}

Result<void> OutboxStore::purge(qint64 nowMs)
{
    return m_db.prepare(u"DELETE FROM outbox WHERE state IN (3, 5) AND settled_at < ?"_s).bind(nowMs - kKeptMs).run();
}

Result<QString> DraftStore::find(ConversationId conversation, OperatorId operatorId)
{
    const auto found = m_db.prepare(u"SELECT text FROM draft WHERE conversation = ? AND operator = ?"_s)
                           .bind(conversation)
                           .bind(operatorId)
                           .one([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(found);
    return found->value_or(QString());
}

Result<void> DraftStore::save(ConversationId conversation, OperatorId operatorId, const QString &text)
{
    if (text.isEmpty()) {
        return m_db.prepare(u"DELETE FROM draft WHERE conversation = ? AND operator = ?"_s)
            .bind(conversation)
            .bind(operatorId)
            .run();
    }
    return m_db.prepare(u"INSERT OR REPLACE INTO draft (conversation, operator, text) VALUES (?, ?, ?)"_s)
        .bind(conversation)
        .bind(operatorId)
        .bind(text)
        .run();
}

Result<void> DraftStore::forgetConversation(ConversationId conversation)
{
    return m_db.prepare(u"DELETE FROM draft WHERE conversation = ?"_s).bind(conversation).run();
}

Result<std::optional<NoteDraft>> DraftStore::findNote(CustomerId customer, OperatorId operatorId)
{
    BALCAO_TAKE(const QString kept, find(ConversationId::fromBytes(customer.bytes()), operatorId));
    if (kept.isEmpty())
        return std::optional<NoteDraft>();
    const qsizetype end = kept.indexOf(kNoteDraft);
    if (end < 0)
        return std::optional(NoteDraft{kept, {}});
    return std::optional(NoteDraft{kept.mid(end + 1), kept.left(end)});
}

Result<void> DraftStore::saveNote(CustomerId customer, OperatorId operatorId, const std::optional<NoteDraft> &draft)
{
    const QString kept = !draft ? QString() : draft->basedOn ? *draft->basedOn + kNoteDraft + draft->text : draft->text;
    return save(ConversationId::fromBytes(customer.bytes()), operatorId, kept);
}

Result<void> DraftStore::forgetCustomer(CustomerId customer)
{
    return forgetConversation(ConversationId::fromBytes(customer.bytes()));
}

Result<QByteArray> SettingStore::find(const QString &key)
{
    const auto found =
        m_db.prepare(u"SELECT value FROM setting WHERE key = ?"_s).bind(key).one([](const sql::Statement &row) {
            return row.bytes(0);
        });
    BALCAO_TRY(found);
    return found->value_or(QByteArray());
}

Result<void> SettingStore::save(const QString &key, const QByteArray &value)
{
    return m_db.prepare(u"INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"_s).bind(key).bind(value).run();
}

} // namespace balcao::store
