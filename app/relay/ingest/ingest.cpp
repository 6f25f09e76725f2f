// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/ingest/ingest.h"

#include "sql/transaction.h"

#include <QCryptographicHash>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLateMs = 60 * kSecondMs;

Stamp byCustomer()
{
    return {wire::Actor::customer(), {}, {}};
}

} // namespace

Result<void> Ingest::webhook(RelayData &data, const QByteArray &body, qint64 receivedAt)
{
    Ingest ingest(data, receivedAt);
    auto insert = data.connection().prepare(
        u"INSERT INTO raw (at, digest, body) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING"_s);
    const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    BALCAO_TRY(insert.bind(receivedAt).bind(digest).bind(body).run());
    if (insert.changes() == 0)
        return {}; // the same bytes have been taken before
    ingest.m_rawId = insert.lastInsertId();
    const QList<WebhookItem> items = parseWebhook(body);
    for (const WebhookItem &item : items)
        BALCAO_TRY(ingest.takeAlone(item));
    if (ingest.m_keepRaw)
        return {};
    return data.connection().prepare(u"DELETE FROM raw WHERE id = ?"_s).bind(ingest.m_rawId).run();
}

Result<void> Ingest::takeAlone(const WebhookItem &item)
{
    {
        BALCAO_TAKE(auto part, sql::Savepoint::begin(m_data.connection()));
        const auto taken = std::visit([this](const auto &known) { return take(known); }, item);
        if (taken)
            return part.commit();
        const Error::Kind kind = taken.error().kind;
        if (kind == Error::Kind::Storage || kind == Error::Kind::Timeout || kind == Error::Kind::Corrupt)
            return taken.error();
    }
    const QByteArray which = "failed:" + QByteArray::number(m_rawId) + ':' + QByteArray::number(m_failed++);
    return unreadable({{}, u"could not be taken in"_s, which, {}});
}

Result<bool> Ingest::isKnown(const QString &wamid, const QByteArray &dedupe)
{
    BALCAO_TAKE(const bool inLog, m_data.log().holds(dedupe));
    if (inLog)
        return true;
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().byWamid(wamid));
    return row.has_value();
}

Result<void> Ingest::rememberConversation(ConversationId id)
{
    BALCAO_TAKE(const std::optional<Conversation> conversation, m_data.conversations().find(id));
    return conversation ? remember(conversation->customer) : Result<void>();
}

Result<void> Ingest::remember(CustomerId customer)
{
    BALCAO_TAKE(const bool forgotten, m_data.people().isErased(customer));
    if (forgotten)
        return {};
    m_keepRaw = true;
    return m_data.connection()
        .prepare(u"INSERT OR IGNORE INTO raw_customer (customer, raw) VALUES (?, ?)"_s)
        .bind(customer)
        .bind(m_rawId)
        .run();
}

Result<void> Ingest::resolveTargets(const InboundItem &item, wire::Content &content)
{
    if (!item.quoted.isEmpty()) {
        BALCAO_TAKE(const std::optional<MessageRow> quoted, m_data.messages().byWamid(item.quoted));
        content.quote = wire::Quote{quoted ? std::optional(quoted->id) : std::nullopt};
    }
    if (!item.reactedTo.isEmpty() && content.reaction) {
        BALCAO_TAKE(const std::optional<MessageRow> target, m_data.messages().byWamid(item.reactedTo));
        if (target)
            content.reaction->target = target->id;
    }
    return {};
}

Result<void> Ingest::take(const InboundItem &item)
{
    const QByteArray dedupe = m_data.keyed("message:" + item.wamid.toUtf8());
    BALCAO_TAKE(const bool known, isKnown(item.wamid, dedupe));
    if (known)
        return {};
    BALCAO_TRY(m_data.shop().channel(item.channel));
    BALCAO_TAKE(const CustomerId customer, m_data.people().resolve(item.sender, byCustomer()));
    BALCAO_TRY(remember(customer));
    Conversations &conversations = m_data.conversations();
    BALCAO_TAKE(Conversation conversation, item.reopens ? conversations.forMessage(customer, item.channel, byCustomer())
                                                        : conversations.asIs(customer, item.channel, byCustomer()));
    wire::MessageReceived body;
    body.channel = item.channel;
    body.wamid = item.wamid;
    body.sortAt = item.sentAt > 0 ? qMin(item.sentAt, m_receivedAt) : m_receivedAt;
    body.late = m_receivedAt - body.sortAt > kLateMs;
    body.content = item.content;
    BALCAO_TRY(resolveTargets(item, body.content));

    wire::Subject subject = conversation.subject();
    subject.message = MessageId::create();
    BALCAO_TAKE(const qint64 seq, m_data.announce(subject, byCustomer(), body, dedupe));
    BALCAO_TRY(
        m_data.messages().add({*subject.message, conversation.id, seq, false, MessageState::Received}, item.wamid));
    if (item.content.type != ContentType::Reaction && item.content.type != ContentType::System) {
        conversation.inboundSeq = seq;
        conversation.inboundAt = qMax(conversation.inboundAt, body.sortAt);
    }
    BALCAO_TRY(conversations.store(conversation));
    return m_data.messages().tie(*subject.message, item.wamid, byCustomer());
}

Result<void> Ingest::take(const StatusItem &item)
{
    BALCAO_TAKE(std::optional<MessageRow> row, m_data.messages().byWamid(item.wamid));
    wire::MessageStatus status = item.status;
    if (status.statusAt == 0)
        status.statusAt = m_receivedAt;
    const auto ours = MessageId::fromText(item.ours);
    if (!row && ours) {
        // Before the answer to the send: our own id is in it.
        BALCAO_TAKE(row, m_data.messages().find(*ours));
        if (row && row->outbound) {
            BALCAO_TRY(rememberConversation(row->conversation));
            status.wamid = item.wamid;
            BALCAO_TRY(m_data.messages().advance(*row, status, Stamp{}));
            return m_data.messages().tie(row->id, item.wamid, Stamp{});
        }
    }
    if (!row) {
        m_keepRaw = true;
        return m_data.messages().park(item.wamid, status, m_rawId);
    }
    if (!row->outbound)
        return {};
    BALCAO_TRY(rememberConversation(row->conversation));
    return m_data.messages().advance(*row, status, Stamp{});
}

Result<void> Ingest::take(const EditItem &item)
{
    return amend(item.wamid, item.from, wire::MessageEdited{item.at, item.content});
}

Result<void> Ingest::take(const RevokeItem &item)
{
    return amend(item.wamid, item.from, wire::MessageRevoked{item.at});
}

Result<void> Ingest::amend(const QString &wamid, const Identifiers &from, const Amendment &amendment)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().byWamid(wamid));
    if (row) {
        BALCAO_TRY(rememberConversation(row->conversation));
        return m_data.messages().amend(*row, wamid, amendment, m_receivedAt);
    }
    m_keepRaw = true;
    BALCAO_TAKE(const std::optional<CustomerId> customer, m_data.people().find(from));
    if (customer)
        BALCAO_TRY(remember(*customer));
    return m_data.messages().park(wamid, amendment, m_rawId);
}

Result<void> Ingest::take(const EchoItem &item)
{
    const QByteArray dedupe = m_data.keyed("message:" + item.wamid.toUtf8());
    BALCAO_TAKE(const bool known, isKnown(item.wamid, dedupe));
    if (known)
        return {};
    const Stamp stamp{{wire::ActorType::Phone, {}}, {}, {}};
    BALCAO_TRY(m_data.shop().channel(item.channel));
    BALCAO_TAKE(const CustomerId customer, m_data.people().resolve(item.recipient, stamp));
    BALCAO_TRY(remember(customer));
    BALCAO_TAKE(const Conversation conversation, m_data.conversations().forMessage(customer, item.channel, stamp));
    wire::Subject subject = conversation.subject();
    subject.message = MessageId::create();
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(subject, stamp, wire::MessageAccepted{item.channel, item.content, {}}, dedupe));
    BALCAO_TRY(
        m_data.messages().add({*subject.message, conversation.id, seq, true, MessageState::Accepted}, item.wamid));
    wire::MessageStatus sent;
    sent.state = MessageState::Sent;
    sent.statusAt = item.sentAt > 0 ? item.sentAt : m_receivedAt;
    sent.wamid = item.wamid;
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().find(*subject.message));
    BALCAO_TRY(m_data.messages().advance(*row, sent, stamp));
    return m_data.messages().tie(*subject.message, item.wamid, stamp);
}

Result<void> Ingest::take(const IdentityItem &item)
{
    // Replayed after a later change, it would undo that one.
    const QStringList parts{item.before.bsuid,    item.before.waId, item.now.bsuid,
                            item.now.parentBsuid, item.now.waId,    QString::number(item.at)};
    auto insert = m_data.connection().prepare(u"INSERT OR IGNORE INTO taken (key, at) VALUES (?, ?)"_s);
    BALCAO_TRY(insert.bind(m_data.keyed("identity:" + parts.join(u'\n').toUtf8())).bind(m_receivedAt).run());
    if (insert.changes() == 0)
        return {};
    BALCAO_TAKE(const std::optional<CustomerId> customer, m_data.people().changed(item.before, item.now, byCustomer()));
    return customer ? remember(*customer) : Result<void>();
}

Result<void> Ingest::take(const PreferenceItem &item)
{
    BALCAO_TAKE(const CustomerId customer, m_data.people().resolve(item.sender, byCustomer()));
    BALCAO_TRY(remember(customer));
    wire::Subject subject;
    subject.customer = customer;
    wire::CustomerConsented body;
    body.purpose = u"marketing"_s;
    body.granted = item.granted;
    BALCAO_TRY(m_data.announce(subject, byCustomer(), body, m_data.keyed("preference:" + item.digest)));
    return {};
}

Result<void> Ingest::take(const OtherItem &)
{
    m_keepRaw = true;
    return {};
}

Result<void> Ingest::take(const UnreadableItem &item)
{
    return unreadable(item);
}

Result<void> Ingest::unreadable(const UnreadableItem &item)
{
    // The same unreadable thing, sent again, is one event.
    const QByteArray dedupe =
        m_data.keyed(item.wamid.isEmpty() ? "unreadable:" + item.digest : "message:" + item.wamid.toUtf8());
    BALCAO_TAKE(const qint64 seq,
                m_data.announce({}, Stamp{}, wire::MessageUnreadable{item.channel, m_rawId, item.reason}, dedupe));
    m_keepRaw = m_keepRaw || seq > 0;
    return {};
}

} // namespace balcao::relay
