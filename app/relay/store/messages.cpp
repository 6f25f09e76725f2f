// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/messages.h"

#include "relay/store/relaydata.h"

#include <QJsonDocument>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

MessageRow read(const sql::Statement &row)
{
    return {row.id<MessageId>(0),
            row.id<ConversationId>(1),
            row.int64(2),
            row.boolean(3),
            static_cast<MessageState>(row.int64(4)),
            row.boolean(5)};
}

/// Each of those that are one, from its own newest: a long thread is not read through.
const QString kNewestInbound =
    u"WITH RECURSIVE joined (id) AS (SELECT ?1 UNION SELECT a.given FROM alias a JOIN joined ON a.id = joined.id) "
    "SELECT m.id, m.conversation FROM joined JOIN message m ON m.conversation = joined.id AND m.outbound = 0 "
    "AND m.seq = (SELECT max(n.seq) FROM message n WHERE n.conversation = joined.id AND n.outbound = 0 "
    "AND n.seq <= ?2) ORDER BY m.seq DESC "_s;

/// Keys in `parked.body` of what is no status.
constexpr auto kKind = "kind"_L1;
constexpr auto kBody = "body"_L1;

QByteArray dedupeOf(const QString &wamid, const Amendment &amendment)
{
    const auto *edited = std::get_if<wire::MessageEdited>(&amendment);
    if (!edited)
        return "revoke:" + wamid.toUtf8();
    return "edit:" + wamid.toUtf8() + ':' + QByteArray::number(edited->editedAt) +
           wire::canonicalJson(wire::encode(edited->content));
}

} // namespace

Result<std::optional<MessageId>> Messages::resend(MessageId message, MessageId again)
{
    const auto stands = m_data.connection()
                            .prepare(u"SELECT resent FROM message WHERE id = ? AND resent IS NOT NULL"_s)
                            .bind(message)
                            .one([](const sql::Statement &row) { return row.id<MessageId>(0); });
    BALCAO_TRY(stands);
    if (*stands)
        return stands;
    BALCAO_TRY(
        m_data.connection().prepare(u"UPDATE message SET resent = ? WHERE id = ?"_s).bind(again).bind(message).run());
    return std::optional<MessageId>();
}

Result<QList<MessageRow>> Messages::withResent(MessageId first)
{
    return m_data.connection()
        .prepare(u"WITH RECURSIVE again (id) AS (SELECT ?1 UNION SELECT m.resent FROM again JOIN message m "
                 "ON m.id = again.id WHERE m.resent IS NOT NULL) SELECT m.id, m.conversation, m.seq, m.outbound, "
                 "m.state, m.dismissed FROM again JOIN message m ON m.id = again.id ORDER BY m.seq"_s)
        .bind(first)
        .all(read);
}

Result<void> Messages::add(const MessageRow &row, const QString &wamid)
{
    auto insert = m_data.connection().prepare(
        u"INSERT INTO message (id, conversation, seq, outbound, state, wamid_key, wamid_seq) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(row.id).bind(row.conversation).bind(row.seq).bind(row.outbound).bind(static_cast<int>(row.state));
    if (wamid.isEmpty())
        insert.bind(nullptr);
    else
        insert.bind(m_data.keyed(wamid.toUtf8()));
    insert.bind(wamid.isEmpty() ? 0 : row.seq);
    return insert.run();
}

Result<std::optional<MessageRow>> Messages::find(MessageId id)
{
    return m_data.connection()
        .prepare(u"SELECT id, conversation, seq, outbound, state, dismissed FROM message WHERE id = ?"_s)
        .bind(id)
        .one(read);
}

Result<std::optional<MessageRow>> Messages::byWamid(const QString &wamid)
{
    return m_data.connection()
        .prepare(u"SELECT id, conversation, seq, outbound, state, dismissed FROM message WHERE wamid_key = ?"_s)
        .bind(m_data.keyed(wamid.toUtf8()))
        .one(read);
}

Result<QString> Messages::wamidOf(MessageId id)
{
    const auto seq = m_data.connection()
                         .prepare(u"SELECT wamid_seq FROM message WHERE id = ?"_s)
                         .bind(id)
                         .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(seq);
    BALCAO_TAKE(const std::optional<wire::Event> event, m_data.log().at(seq->value_or(0)));
    if (!event)
        return QString();
    if (const auto *received = std::get_if<wire::MessageReceived>(&event->body))
        return received->wamid;
    if (const auto *reparsed = std::get_if<wire::MessageReparsed>(&event->body))
        return reparsed->received.wamid;
    if (const auto *status = std::get_if<wire::MessageStatus>(&event->body))
        return status->wamid;
    return QString();
}

Result<std::optional<MessageId>> Messages::newestInbound(ConversationId conversation, qint64 upto)
{
    return m_data.connection()
        .prepare(kNewestInbound + u"LIMIT 1"_s)
        .bind(conversation)
        .bind(upto)
        .one([](const sql::Statement &row) { return row.id<MessageId>(0); });
}

Result<QList<InboundWamid>> Messages::newestInboundWamids(ConversationId conversation, qint64 upto)
{
    using Newest = std::pair<MessageId, ConversationId>;
    const auto newest =
        m_data.connection().prepare(kNewestInbound).bind(conversation).bind(upto).all([](const sql::Statement &row) {
            return Newest(row.id<MessageId>(0), row.id<ConversationId>(1));
        });
    BALCAO_TRY(newest);
    QList<InboundWamid> wamids;
    for (const auto &[message, in] : *newest) {
        BALCAO_TAKE(const QString wamid, wamidOf(message));
        if (!wamid.isEmpty())
            wamids.append({in, wamid});
    }
    return wamids;
}

Result<bool> Messages::isOfErased(const MessageRow &row)
{
    BALCAO_TAKE(const std::optional<Conversation> conversation, m_data.conversations().find(row.conversation));
    return conversation ? m_data.people().isErased(conversation->customer) : Result<bool>(false);
}

Result<void> Messages::advance(MessageRow row, const wire::MessageStatus &status, const Stamp &stamp)
{
    const MessageState merged = mergeState(row.state, status.state);
    if (merged == row.state)
        return {};
    BALCAO_TAKE(const bool forgotten, isOfErased(row));
    if (forgotten)
        return {};
    BALCAO_TAKE(const std::optional<Conversation> conversation, m_data.conversations().find(row.conversation));
    wire::Subject subject = conversation ? conversation->subject(row.conversation) : wire::Subject();
    subject.episode.reset();
    subject.message = row.id;
    BALCAO_TAKE(const qint64 seq, m_data.announce(subject, stamp, status));
    BALCAO_TRY(
        m_data.connection()
            .prepare(u"UPDATE message SET state = ?, wamid_seq = iif(wamid_seq = 0, ?, wamid_seq) WHERE id = ?"_s)
            .bind(static_cast<int>(merged))
            .bind(status.wamid.isEmpty() ? 0 : seq)
            .bind(row.id)
            .run());
    BALCAO_TRY(m_data.outgoing().settled(row.id, merged));
    if (merged == MessageState::Failed && status.error)
        BALCAO_TRY(m_data.charges().failedAtMeta(row.id, status.error->code));
    const bool arrives = row.outbound && isAtMeta(merged) && !isAtMeta(row.state);
    return arrives ? m_data.charges().arrived(row) : Result<void>();
}

Result<void> Messages::dismiss(MessageId id, bool dismissed)
{
    return m_data.connection()
        .prepare(u"UPDATE message SET dismissed = ? WHERE id = ?"_s)
        .bind(dismissed)
        .bind(id)
        .run();
}

Result<bool> Messages::isDismissedElsewhere(MessageId id, DeskId desk, qint64 after)
{
    const auto found = m_data.connection()
                           .prepare(u"SELECT 1 FROM event WHERE seq > ? AND kind = ? AND desk IS NOT ? "
                                    "AND json_extract(subject, '$.message') = ? LIMIT 1"_s)
                           .bind(after)
                           .bind(QString(wire::MessageDismissed::kKind))
                           .bind(desk)
                           .bind(id.text())
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(found);
    return found->has_value();
}

Result<void> Messages::amend(const MessageRow &row, const QString &wamid, const Amendment &amendment, qint64 heardAt)
{
    BALCAO_TAKE(const bool forgotten, isOfErased(row));
    if (forgotten)
        return {};
    BALCAO_TAKE(const std::optional<Conversation> conversation, m_data.conversations().find(row.conversation));
    wire::Subject subject = conversation ? conversation->subject(row.conversation) : wire::Subject();
    subject.message = row.id;
    const Stamp stamp{row.outbound ? wire::Actor{wire::ActorType::Phone, {}} : wire::Actor::customer(), {}, {}};
    const QByteArray dedupe = m_data.keyed(dedupeOf(wamid, amendment));
    if (const auto *edited = std::get_if<wire::MessageEdited>(&amendment)) {
        const qint64 at = edited->editedAt > 0 ? edited->editedAt : heardAt;
        BALCAO_TRY(m_data.announce(subject, stamp, wire::MessageEdited{at, edited->content}, dedupe));
        return {};
    }
    const qint64 at = std::get<wire::MessageRevoked>(amendment).revokedAt;
    BALCAO_TRY(m_data.announce(subject, stamp, wire::MessageRevoked{at > 0 ? at : heardAt}, dedupe));
    return {};
}

Result<void> Messages::park(const QString &wamid, const wire::MessageStatus &status, qint64 rawId,
                            std::optional<CustomerId> of)
{
    return park(wamid, wire::encode(status), rawId, of);
}

Result<void> Messages::park(const QString &wamid, const Amendment &amendment, qint64 rawId,
                            std::optional<CustomerId> of)
{
    const wire::EventBody body = std::visit([](const auto &known) { return wire::EventBody(known); }, amendment);
    return park(wamid, QJsonObject{{kKind, wire::kindOf(body)}, {kBody, wire::bodyToJson(body)}}, rawId, of);
}

Result<void> Messages::park(const QString &wamid, const QJsonObject &what, qint64 rawId, std::optional<CustomerId> of)
{
    return m_data.connection()
        .prepare(u"INSERT OR IGNORE INTO parked (wamid_key, at, raw, customer, body) VALUES (?, ?, ?, ?, ?)"_s)
        .bind(m_data.keyed(wamid.toUtf8()))
        .bind(m_data.clock().nowMs())
        .bind(rawId)
        .bind(of)
        .bind(QString::fromUtf8(wire::canonicalJson(what)))
        .run();
}

Result<void> Messages::unpark(MessageId id, const QString &wamid, const QByteArray &what, qint64 at, const Stamp &stamp)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, find(id));
    if (!row)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(what).object();
    if (json.contains(kKind)) {
        const auto body =
            wire::bodyFromJson(json.value(kKind).toString(), wire::kBodyVersion, json.value(kBody).toObject());
        if (const auto *edited = std::get_if<wire::MessageEdited>(&body))
            return amend(*row, wamid, *edited, at);
        if (const auto *revoked = std::get_if<wire::MessageRevoked>(&body))
            return amend(*row, wamid, *revoked, at);
        return {};
    }
    const auto status = wire::fromBytes<wire::MessageStatus>(what);
    return status && row->outbound ? advance(*row, *status, stamp) : Result<void>();
}

Result<void> Messages::tie(MessageId id, const QString &wamid, const Stamp &stamp)
{
    struct Parked
    {
        QByteArray what;
        qint64 at = 0;
    };
    const QByteArray key = m_data.keyed(wamid.toUtf8());
    BALCAO_TRY(m_data.connection()
                   .prepare(u"UPDATE OR IGNORE message SET wamid_key = ? WHERE id = ? AND wamid_key IS NULL"_s)
                   .bind(key)
                   .bind(id)
                   .run());
    const auto waiting = m_data.connection()
                             .prepare(u"SELECT body, at FROM parked WHERE wamid_key = ? ORDER BY id"_s)
                             .bind(key)
                             .all([](const sql::Statement &row) {
                                 return Parked{row.text(0).toUtf8(), row.int64(1)};
                             });
    BALCAO_TRY(waiting);
    if (waiting->isEmpty())
        return {};
    for (const Parked &parked : *waiting)
        BALCAO_TRY(unpark(id, wamid, parked.what, parked.at, stamp));
    // Now it is known whom those webhooks were about; an erasure takes them along.
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT OR IGNORE INTO raw_customer (customer, raw) SELECT c.customer, p.raw "
                            "FROM parked p, message m, conversation c, raw r WHERE p.wamid_key = ? AND m.id = ? "
                            "AND c.id = m.conversation AND r.id = p.raw"_s)
                   .bind(key)
                   .bind(id)
                   .run());
    return m_data.connection().prepare(u"DELETE FROM parked WHERE wamid_key = ?"_s).bind(key).run();
}

} // namespace balcao::relay
