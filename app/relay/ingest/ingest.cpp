// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/ingest/ingest.h"

#include "relay/store/rawwebhooks.h"
#include "sql/transaction.h"

#include <QCryptographicHash>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLateMs = 60 * kSecondMs;
const QString kReadBy = u"read_by"_s; ///< the version that last tried what could not be read

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
    return ingest.takeAll(body);
}

Result<void> Ingest::readAgain(RelayData &data, const QByteArray &version)
{
    struct Raw
    {
        qint64 id = 0;
        qint64 at = 0;
        QByteArray body;
    };
    BALCAO_TAKE(const QByteArray before, data.meta(kReadBy));
    if (before == version)
        return {};
    const auto ids = data.connection()
                         .prepare(u"SELECT DISTINCT json_extract(body, '$.raw_id') FROM event "
                                  "WHERE kind = 'message.unreadable' AND body IS NOT NULL"_s)
                         .all([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(ids);
    for (const qint64 id : *ids) {
        const auto raw = data.connection()
                             .prepare(u"SELECT id, at, body FROM raw WHERE id = ?"_s)
                             .bind(id)
                             .one([](const sql::Statement &row) {
                                 return Raw{row.int64(0), row.int64(1), row.bytes(2)};
                             });
        BALCAO_TRY(raw);
        if (!*raw)
            continue; // 30 days are over, or somebody was forgotten
        Ingest ingest(data, (*raw)->at);
        ingest.m_rawId = (*raw)->id;
        ingest.m_keepRaw = true;
        ingest.m_again = true;
        BALCAO_TRY(ingest.takeAll((*raw)->body));
    }
    return data.setMeta(kReadBy, version);
}

Result<void> Ingest::takeAll(const QByteArray &body)
{
    const QList<WebhookItem> items = parseWebhook(body);
    for (const WebhookItem &item : items)
        BALCAO_TRY(takeAlone(item));
    if (m_keepRaw && !m_forgotten)
        return {};
    return m_data.connection().prepare(u"DELETE FROM raw WHERE id = ?"_s).bind(m_rawId).run();
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
    return unreadable({{}, u"could not be taken in"_s, which, {}, {}});
}

Result<bool> Ingest::isKnown(const QString &wamid, const QByteArray &dedupe)
{
    BALCAO_TAKE(const bool inLog, m_data.log().holds(dedupe));
    if (inLog)
        return true;
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().byWamid(wamid));
    return row.has_value();
}

Result<void> Ingest::rememberConversation(ConversationId id, const Identifiers &by)
{
    BALCAO_TAKE(const std::optional<Conversation> conversation, m_data.conversations().find(id));
    return conversation ? remember(conversation->customer, by) : Result<void>();
}

Result<void> Ingest::remember(CustomerId customer, const Identifiers &by)
{
    BALCAO_TRY(tie(customer, by));
    m_keepRaw = m_keepRaw || !m_forgotten;
    return {};
}

Result<void> Ingest::tie(CustomerId customer, const Identifiers &by)
{
    BALCAO_TAKE(const bool forgotten, m_data.people().isErased(customer));
    m_forgotten = m_forgotten || forgotten;
    if (forgotten)
        return {};
    // To whom the identifiers came from, so that an unmerge finds each with their own.
    BALCAO_TAKE(const QList<CustomerId> origins, m_data.people().origins(by));
    if (origins.isEmpty())
        return tieRaw(m_data, m_rawId, customer);
    for (const CustomerId &origin : origins)
        BALCAO_TRY(tieRaw(m_data, m_rawId, origin));
    return {};
}

/// Known already; nobody is made. Also ties the webhook to them.
Result<std::optional<CustomerId>> Ingest::ownerOf(const Identifiers &identifiers)
{
    BALCAO_TAKE(const std::optional<CustomerId> customer, m_data.people().find(sanitized(identifiers)));
    if (!customer)
        return customer;
    BALCAO_TRY(tie(*customer, identifiers));
    BALCAO_TAKE(const QList<CustomerId> origins, m_data.people().origins(identifiers));
    return std::optional(origins.value(0, *customer));
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

/// Of a new message from or to one of these.
Result<wire::Subject> Ingest::subjectOf(const Conversation &in, const Identifiers &by)
{
    BALCAO_TAKE(const QList<CustomerId> person, m_data.people().origins(by));
    BALCAO_TAKE(const ConversationId heard, m_data.conversations().heardIn(in, person.value(0, in.customer)));
    wire::Subject subject = in.subject(heard);
    subject.message = MessageId::create();
    return subject;
}

Result<void> Ingest::take(const InboundItem &item)
{
    const QByteArray dedupe = m_data.keyed("message:" + item.wamid.toUtf8());
    BALCAO_TAKE(const bool known, isKnown(item.wamid, dedupe));
    if (known)
        return repeated(item.wamid, item.sender.identifiers);
    BALCAO_TRY(m_data.shop().channel(item.channel));
    BALCAO_TAKE(const CustomerId customer, m_data.people().resolve(item.sender, byCustomer()));
    BALCAO_TRY(remember(customer, item.sender.identifiers));
    Conversations &conversations = m_data.conversations();
    BALCAO_TAKE(Conversation conversation, item.reopens ? conversations.forMessage(customer, item.channel, byCustomer())
                                                        : conversations.asIs(customer, item.channel, byCustomer()));
    wire::MessageReceived body;
    body.channel = item.channel;
    body.wamid = item.wamid;
    body.sortAt = item.sentAt > 0 ? qMin(item.sentAt, m_receivedAt) : m_receivedAt;
    body.late = (m_again ? m_data.clock().nowMs() : m_receivedAt) - body.sortAt > kLateMs;
    body.content = item.content;
    BALCAO_TRY(resolveTargets(item, body.content));

    BALCAO_TAKE(const wire::Subject subject, subjectOf(conversation, item.sender.identifiers));
    BALCAO_TAKE(const qint64 seq, announce(subject, body, dedupe));
    BALCAO_TRY(m_data.messages().add({*subject.message, *subject.conversation, seq, false, MessageState::Received},
                                     item.wamid));
    if (item.content.type != ContentType::Reaction && item.content.type != ContentType::System) {
        conversation.inboundSeq = seq;
        conversation.inboundAt = qMax(conversation.inboundAt, body.sortAt);
    }
    BALCAO_TRY(conversations.store(conversation));
    return m_data.messages().tie(*subject.message, item.wamid, byCustomer());
}

Result<qint64> Ingest::announce(const wire::Subject &subject, const wire::MessageReceived &body,
                                const QByteArray &dedupe)
{
    if (m_again)
        return m_data.announce(subject, byCustomer(), wire::MessageReparsed{m_rawId, body}, dedupe);
    return m_data.announce(subject, byCustomer(), body, dedupe);
}

/// What came before says nothing new, but here it may lie beside what does.
Result<void> Ingest::repeated(const QString &wamid, const Identifiers &by)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().byWamid(wamid));
    if (row) {
        BALCAO_TAKE(const bool forgotten, m_data.messages().isOfErased(*row));
        m_forgotten = m_forgotten || forgotten;
    }
    BALCAO_TRY(ownerOf(by));
    return {};
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
            BALCAO_TRY(rememberConversation(row->conversation, item.to));
            status.wamid = item.wamid;
            BALCAO_TRY(m_data.messages().advance(*row, status, Stamp{}));
            return m_data.messages().tie(row->id, item.wamid, Stamp{});
        }
    }
    if (!row) {
        m_keepRaw = true;
        BALCAO_TAKE(const std::optional<CustomerId> of, ownerOf(item.to));
        return m_data.messages().park(item.wamid, status, m_rawId, of);
    }
    if (!row->outbound)
        return {};
    BALCAO_TRY(rememberConversation(row->conversation, item.to));
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
        BALCAO_TRY(rememberConversation(row->conversation, from));
        return m_data.messages().amend(*row, wamid, amendment, m_receivedAt);
    }
    m_keepRaw = true;
    BALCAO_TAKE(const std::optional<CustomerId> of, ownerOf(from));
    return m_data.messages().park(wamid, amendment, m_rawId, of);
}

Result<void> Ingest::take(const EchoItem &item)
{
    const QByteArray dedupe = m_data.keyed("message:" + item.wamid.toUtf8());
    BALCAO_TAKE(const bool known, isKnown(item.wamid, dedupe));
    if (known)
        return repeated(item.wamid, item.recipient.identifiers);
    const Stamp stamp{{wire::ActorType::Phone, {}}, {}, {}};
    BALCAO_TRY(m_data.shop().channel(item.channel));
    BALCAO_TAKE(const CustomerId customer, m_data.people().resolve(item.recipient, stamp));
    BALCAO_TRY(remember(customer, item.recipient.identifiers));
    BALCAO_TAKE(const Conversation conversation, m_data.conversations().forMessage(customer, item.channel, stamp));
    BALCAO_TAKE(const wire::Subject subject, subjectOf(conversation, item.recipient.identifiers));
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(subject, stamp, wire::MessageAccepted{item.channel, item.content, {}}, dedupe));
    BALCAO_TRY(m_data.messages().add({*subject.message, *subject.conversation, seq, true, MessageState::Accepted},
                                     item.wamid));
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
    return customer ? remember(*customer, item.now) : Result<void>();
}

Result<void> Ingest::take(const PreferenceItem &item)
{
    BALCAO_TAKE(const CustomerId customer, m_data.people().resolve(item.sender, byCustomer()));
    BALCAO_TRY(remember(customer, item.sender.identifiers));
    BALCAO_TAKE(const CustomerId person, m_data.people().personOf(item.sender.identifiers, customer));
    wire::CustomerConsented body;
    body.purpose = u"marketing"_s;
    body.granted = item.granted;
    BALCAO_TRY(m_data.announce(about(person), byCustomer(), body, m_data.keyed("preference:" + item.digest)));
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
    if (!item.wamid.isEmpty()) {
        BALCAO_TAKE(const bool known, isKnown(item.wamid, m_data.keyed("message:" + item.wamid.toUtf8())));
        if (known)
            return repeated(item.wamid, item.of);
    }
    BALCAO_TRY(ownerOf(item.of));
    // The same unreadable thing, sent again, is one event. Not under the message's own key: sent again so
    // that it can be read, or read by a better parser, it is news.
    const QByteArray dedupe = m_data.keyed("unreadable:" + (item.wamid.isEmpty() ? item.digest : item.wamid.toUtf8()));
    BALCAO_TAKE(const qint64 seq,
                m_data.announce({}, Stamp{}, wire::MessageUnreadable{item.channel, m_rawId, item.reason}, dedupe));
    m_keepRaw = m_keepRaw || seq > 0;
    return {};
}

} // namespace balcao::relay
