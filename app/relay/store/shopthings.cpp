// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/shopthings.h"

#include "core/numberstate.h"
#include "core/text.h"
#include "relay/store/relaydata.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

bool yes(const sql::Statement &)
{
    return true;
}

} // namespace

Result<void> ShopThings::channel(const QString &id, const QString &label)
{
    return m_data.connection()
        .prepare(u"INSERT INTO channel (id, label) VALUES (?, ?) ON CONFLICT (id) DO UPDATE "
                 "SET label = iif(excluded.label = '', label, excluded.label)"_s)
        .bind(id)
        .bind(label)
        .run();
}

Result<void> ShopThings::configure(const QString &id, const QString &label)
{
    const auto before =
        m_data.connection().prepare(u"SELECT label FROM channel WHERE id = ?"_s).bind(id).one([](const auto &row) {
            return row.text(0);
        });
    BALCAO_TRY(before);
    BALCAO_TRY(channel(id, label));
    if (label.isEmpty() || before->value_or(QString()) == label)
        return {};
    wire::ChannelHealth body;
    body.channel = id;
    body.label = label;
    BALCAO_TRY(m_data.announce({}, Stamp{}, body));
    return {};
}

Result<void> ShopThings::heard(const wire::ChannelHealth &health)
{
    const QString key = u"number/"_s + health.channel;
    const QByteArray said = QJsonDocument(QJsonArray{health.verifiedName, health.number, health.quality,
                                                     health.nameStatus, health.verification, health.status})
                                .toJson(QJsonDocument::Compact);
    BALCAO_TAKE(const QByteArray before, m_data.meta(key));
    if (said == before)
        return {};
    BALCAO_TRY(m_data.announce({}, Stamp{}, health));
    return m_data.setMeta(key, said);
}

Result<void> ShopThings::unheard(const QString &id)
{
    BALCAO_TAKE(const QByteArray before, m_data.meta(u"number/"_s + id));
    const QJsonArray said = QJsonDocument::fromJson(before).array();
    if (said.isEmpty())
        return {};
    wire::ChannelHealth health;
    health.channel = id;
    health.verifiedName = said.at(0).toString();
    health.number = said.at(1).toString();
    health.quality = said.at(2).toString();
    health.nameStatus = said.at(3).toString();
    health.verification = said.at(4).toString();
    health.status = kNumberUnheard;
    return heard(health);
}

Result<void> ShopThings::setPayments(const QString &id, bool on)
{
    return m_data.connection().prepare(u"UPDATE channel SET payments = ? WHERE id = ?"_s).bind(on).bind(id).run();
}

Result<bool> ShopThings::hasPayments(const QString &id)
{
    const auto found =
        m_data.connection().prepare(u"SELECT 1 FROM channel WHERE id = ? AND payments = 1"_s).bind(id).one(yes);
    BALCAO_TRY(found);
    return found->has_value();
}

Result<bool> ShopThings::hasChannel(const QString &id)
{
    const auto found = m_data.connection().prepare(u"SELECT 1 FROM channel WHERE id = ?"_s).bind(id).one(yes);
    BALCAO_TRY(found);
    return found->has_value();
}

Result<QList<ChannelRow>> ShopThings::channels()
{
    return m_data.connection()
        .prepare(u"SELECT id, label, paused_code FROM channel ORDER BY id"_s)
        .all([](const sql::Statement &row) {
            return ChannelRow{row.text(0), row.text(1),
                              row.isNull(2) ? std::nullopt : std::optional(static_cast<int>(row.int64(2)))};
        });
}

Result<std::optional<TagId>> ShopThings::tagNamed(const QString &name)
{
    return m_data.connection()
        .prepare(u"SELECT id FROM tag WHERE folded = ? AND retired = 0"_s)
        .bind(foldedText(name.trimmed()))
        .one([](const sql::Statement &row) { return row.id<TagId>(0); });
}

Result<TagId> ShopThings::standing(TagId given)
{
    const auto alias = m_data.connection()
                           .prepare(u"SELECT id FROM alias WHERE given = ?"_s)
                           .bind(given)
                           .one([](const sql::Statement &row) { return row.id<TagId>(0); });
    BALCAO_TRY(alias);
    return alias->value_or(given);
}

Result<bool> ShopThings::hasTag(TagId tag)
{
    const auto found =
        m_data.connection().prepare(u"SELECT 1 FROM tag WHERE id = ? AND retired = 0"_s).bind(tag).one(yes);
    BALCAO_TRY(found);
    return found->has_value();
}

Result<bool> ShopThings::hadTag(TagId tag)
{
    const auto found = m_data.connection().prepare(u"SELECT 1 FROM tag WHERE id = ?"_s).bind(tag).one(yes);
    BALCAO_TRY(found);
    return found->has_value();
}

Result<void> ShopThings::putTag(TagId tag, const QString &name)
{
    return m_data.connection()
        .prepare(
            u"INSERT INTO tag (id, folded) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET folded = excluded.folded"_s)
        .bind(tag)
        .bind(foldedText(name.trimmed()))
        .run();
}

Result<void> ShopThings::retireTag(TagId tag)
{
    BALCAO_TRY(m_data.connection().prepare(u"DELETE FROM customer_tag WHERE tag = ?"_s).bind(tag).run());
    return m_data.connection().prepare(u"UPDATE tag SET retired = 1 WHERE id = ?"_s).bind(tag).run();
}

Result<bool> ShopThings::tagCustomer(CustomerId customer, TagId tag, bool on)
{
    auto change = m_data.connection().prepare(on ? u"INSERT OR IGNORE INTO customer_tag (customer, tag) VALUES (?, ?)"_s
                                                 : u"DELETE FROM customer_tag WHERE customer = ? AND tag = ?"_s);
    BALCAO_TRY(change.bind(customer).bind(tag).run());
    return change.changes() > 0;
}

Result<void> ShopThings::addNote(NoteId note, ConversationId conversation)
{
    return m_data.connection()
        .prepare(u"INSERT INTO note (id, conversation) VALUES (?, ?)"_s)
        .bind(note)
        .bind(conversation)
        .run();
}

Result<std::optional<ConversationId>> ShopThings::noteHolder(NoteId note)
{
    return m_data.connection()
        .prepare(u"SELECT conversation FROM note WHERE id = ?"_s)
        .bind(note)
        .one([](const sql::Statement &row) { return row.id<ConversationId>(0); });
}

Result<bool> ShopThings::removeNote(NoteId note)
{
    auto update = m_data.connection().prepare(u"UPDATE note SET removed = 1 WHERE id = ? AND removed = 0"_s);
    BALCAO_TRY(update.bind(note).run());
    return update.changes() > 0;
}

Result<bool> ShopThings::hasReply(QuickReplyId reply)
{
    const auto found =
        m_data.connection().prepare(u"SELECT 1 FROM reply WHERE id = ? AND retired = 0"_s).bind(reply).one(yes);
    BALCAO_TRY(found);
    return found->has_value();
}

Result<void> ShopThings::addReply(QuickReplyId reply)
{
    return m_data.connection()
        .prepare(u"INSERT INTO reply (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET retired = 0"_s)
        .bind(reply)
        .run();
}

Result<void> ShopThings::retireReply(QuickReplyId reply)
{
    return m_data.connection().prepare(u"UPDATE reply SET retired = 1 WHERE id = ?"_s).bind(reply).run();
}

} // namespace balcao::relay
