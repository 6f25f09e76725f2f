// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/eventapplier.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> putMeta(sql::Connection &db, const QString &key, const QString &value)
{
    return db.prepare(u"INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"_s).bind(key).bind(value).run();
}

} // namespace

Result<void> EventApplier::on(const wire::Event &event, const wire::TagDefined &body)
{
    if (!event.subject.tag)
        return {};
    m_changes.tags = true;
    return m_db.prepare(u"INSERT OR REPLACE INTO tag (id, name, colour) VALUES (?, ?, ?)"_s)
        .bind(*event.subject.tag)
        .bind(body.name)
        .bind(body.colour)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::TagChanged &body)
{
    if (!event.subject.tag)
        return {};
    m_changes.tags = true;
    return m_db.prepare(u"UPDATE tag SET name = coalesce(?, name), colour = coalesce(?, colour) WHERE id = ?"_s)
        .bind(body.name)
        .bind(body.colour)
        .bind(*event.subject.tag)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::TagRetired &)
{
    if (!event.subject.tag)
        return {};
    m_changes.tags = true;
    const auto wearers = m_db.prepare(u"SELECT v.id FROM conversation v JOIN customer_tag t ON t.customer = v.customer "
                                      "WHERE t.tag = ?"_s)
                             .bind(*event.subject.tag)
                             .all([](const sql::Statement &row) { return row.id<ConversationId>(0); });
    BALCAO_TRY(wearers);
    for (const ConversationId &id : *wearers)
        m_changes.conversations.insert(id);
    BALCAO_TRY(m_db.prepare(u"DELETE FROM customer_tag WHERE tag = ?"_s).bind(*event.subject.tag).run());
    BALCAO_TRY(m_db.prepare(u"DELETE FROM counter WHERE name = ?"_s).bind(counters::tag(*event.subject.tag)).run());
    return m_db.prepare(u"UPDATE tag SET retired = 1 WHERE id = ?"_s).bind(*event.subject.tag).run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::OperatorAdded &body)
{
    if (!event.subject.operatorId)
        return {};
    m_changes.operators = true;
    return m_db.prepare(u"INSERT OR REPLACE INTO operator (id, name, manager) VALUES (?, ?, ?)"_s)
        .bind(*event.subject.operatorId)
        .bind(body.name)
        .bind(body.role == Role::Manager)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::OperatorChanged &body)
{
    if (!event.subject.operatorId)
        return {};
    m_changes.operators = true;
    std::optional<bool> manager;
    if (body.role)
        manager = *body.role == Role::Manager;
    return m_db.prepare(u"UPDATE operator SET name = coalesce(?, name), manager = coalesce(?, manager) WHERE id = ?"_s)
        .bind(body.name)
        .bind(manager)
        .bind(*event.subject.operatorId)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::OperatorDisabled &)
{
    if (!event.subject.operatorId)
        return {};
    m_changes.operators = true;
    return m_db.prepare(u"UPDATE operator SET disabled = 1 WHERE id = ?"_s).bind(*event.subject.operatorId).run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::DeskPaired &body)
{
    if (!event.subject.desk)
        return {};
    m_changes.shop = true;
    return m_db.prepare(u"INSERT OR REPLACE INTO desk (id, name) VALUES (?, ?)"_s)
        .bind(*event.subject.desk)
        .bind(body.name)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::DeskRevoked &)
{
    if (!event.subject.desk)
        return {};
    m_changes.shop = true;
    return m_db.prepare(u"UPDATE desk SET revoked = 1 WHERE id = ?"_s).bind(*event.subject.desk).run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ReplyDefined &body)
{
    if (!event.subject.reply)
        return {};
    m_changes.replies = true;
    return m_db.prepare(u"INSERT OR REPLACE INTO reply (id, title, text) VALUES (?, ?, ?)"_s)
        .bind(*event.subject.reply)
        .bind(body.title)
        .bind(body.text)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ReplyChanged &body)
{
    if (!event.subject.reply)
        return {};
    m_changes.replies = true;
    return m_db.prepare(u"UPDATE reply SET title = coalesce(?, title), text = coalesce(?, text) WHERE id = ?"_s)
        .bind(body.title)
        .bind(body.text)
        .bind(*event.subject.reply)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ReplyRetired &)
{
    if (!event.subject.reply)
        return {};
    m_changes.replies = true;
    return m_db.prepare(u"UPDATE reply SET retired = 1 WHERE id = ?"_s).bind(*event.subject.reply).run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ChannelHealth &body)
{
    m_changes.channels = true;
    // A name that is another one all at once is how a number that was taken over looks.
    BALCAO_TRY(m_db.prepare(u"UPDATE channel SET former_name = verified_name, renamed_at = ?3 "
                            "WHERE id = ?1 AND ?2 <> '' AND verified_name NOT IN ('', ?2)"_s)
                   .bind(body.channel)
                   .bind(body.verifiedName)
                   .bind(event.at)
                   .run());
    return m_db
        .prepare(u"INSERT INTO channel (id, label, verified_name, number, quality, name_status, verification, status) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                 "label = iif(excluded.label = '', label, excluded.label), "
                 "verified_name = iif(excluded.verified_name = '', verified_name, excluded.verified_name), "
                 // What Meta no longer says does not hold any more; the shop's own label says nothing of it.
                 "quality = iif(excluded.number = '', quality, excluded.quality), "
                 "name_status = iif(excluded.number = '', name_status, excluded.name_status), "
                 "verification = iif(excluded.number = '', verification, excluded.verification), "
                 "status = iif(excluded.number = '', status, excluded.status), "
                 "number = iif(excluded.number = '', number, excluded.number)"_s)
        .bind(body.channel)
        .bind(body.label)
        .bind(body.verifiedName)
        .bind(body.number)
        .bind(body.quality)
        .bind(body.nameStatus)
        .bind(body.verification)
        .bind(body.status)
        .run();
}

Result<void> EventApplier::on(const wire::Event &, const wire::QueuePaused &body)
{
    m_changes.channels = true;
    return m_db
        .prepare(u"INSERT INTO channel (id, paused_code) VALUES (?, ?) ON CONFLICT (id) DO UPDATE "
                 "SET paused_code = excluded.paused_code"_s)
        .bind(body.channel)
        .bind(body.code)
        .run();
}

Result<void> EventApplier::on(const wire::Event &, const wire::QueueResumed &body)
{
    m_changes.channels = true;
    return m_db.prepare(u"UPDATE channel SET paused_code = NULL WHERE id = ?"_s).bind(body.channel).run();
}

Result<void> EventApplier::on(const wire::Event &, const wire::ShopChanged &body)
{
    m_changes.shop = true;
    const std::pair<QString, std::optional<QString>> settings[] = {
        {u"shop_name"_s, body.name},
        {u"shop_timezone"_s, body.timezone},
        {u"shop_bank"_s, body.bank},
        {u"bank_certificate_ends"_s,
         body.bankCertificateEnds ? std::optional(QString::number(*body.bankCertificateEnds)) : std::nullopt},
        {u"shop_refunds"_s, body.refunds ? std::optional(*body.refunds ? u"1"_s : QString()) : std::nullopt}};
    for (const auto &[key, value] : settings) {
        if (value)
            BALCAO_TRY(putMeta(m_db, key, *value));
    }
    // Another bank, or none: how the one before went says nothing of it.
    return body.bank ? putMeta(m_db, u"bank_state"_s, {}) : Result<void>();
}

Result<void> EventApplier::on(const wire::Event &, const wire::PixBankState &body)
{
    m_changes.shop = true;
    BALCAO_TRY(putMeta(m_db, u"bank_state"_s, QString::number(static_cast<int>(body.state))));
    return putMeta(m_db, u"bank_since"_s, QString::number(body.since));
}

Result<void> EventApplier::on(const wire::Event &event, const wire::LogDamaged &)
{
    m_changes.lostAtRelay.insert(event.seq);
    return {};
}

} // namespace balcao::store
