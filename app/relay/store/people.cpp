// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/people.h"

#include "core/text.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

QString valueFor(IdentifierKind kind, const Identifiers &identifiers)
{
    switch (kind) {
    case IdentifierKind::Bsuid:
        return identifiers.bsuid;
    case IdentifierKind::ParentBsuid:
        return identifiers.parentBsuid;
    case IdentifierKind::Phone:
        return identifiers.waId;
    }
    return {};
}

/// Who somebody is. A parent BSUID is shared by all of one person's numbers at one business: it decides only where
/// nothing else is given.
QList<IdentityKey> decidingKeys(const Identifiers &identifiers)
{
    QList<IdentityKey> keys = identityKeys(identifiers);
    if (keys.size() > 1)
        keys.removeIf([](const IdentityKey &key) { return key.kind == IdentifierKind::ParentBsuid; });
    return keys;
}

} // namespace

wire::Subject about(CustomerId customer)
{
    wire::Subject subject;
    subject.customer = customer;
    return subject;
}

Result<QList<CustomerId>> People::holders(const QList<IdentityKey> &keys)
{
    QList<CustomerId> found;
    for (const IdentityKey &key : keys) {
        const auto holder = m_data.connection()
                                .prepare(u"SELECT customer FROM identifier WHERE kind = ? AND key = ?"_s)
                                .bind(static_cast<int>(key.kind))
                                .bind(key.value)
                                .one([](const sql::Statement &row) { return row.id<CustomerId>(0); });
        BALCAO_TRY(holder);
        if (*holder && !found.contains(**holder))
            found.append(**holder);
    }
    return found;
}

Result<std::optional<CustomerId>> People::find(const Identifiers &identifiers)
{
    BALCAO_TAKE(const QList<CustomerId> found, holders(decidingKeys(identifiers)));
    return found.isEmpty() ? std::optional<CustomerId>() : found.first();
}

Result<QList<CustomerId>> People::origins(const Identifiers &identifiers)
{
    QList<CustomerId> found;
    for (const IdentityKey &key : identityKeys(sanitized(identifiers))) {
        const auto origin = m_data.connection()
                                .prepare(u"SELECT origin FROM identifier WHERE kind = ? AND key = ?"_s)
                                .bind(static_cast<int>(key.kind))
                                .bind(key.value)
                                .one([](const sql::Statement &row) { return row.id<CustomerId>(0); });
        BALCAO_TRY(origin);
        if (*origin && !found.contains(**origin))
            found.append(**origin);
    }
    return found;
}

Result<CustomerId> People::resolve(const Seen &seen, const Stamp &stamp)
{
    const Identifiers identifiers = sanitized(seen.identifiers);
    BALCAO_TAKE(const QList<CustomerId> found, holders(decidingKeys(identifiers)));
    if (found.isEmpty()) {
        const CustomerId customer = CustomerId::create();
        BALCAO_TRY(create(customer, {identifiers, seen.profileName, seen.username}, stamp));
        BALCAO_TRY(heard(identifiers));
        return customer;
    }
    CustomerId customer = found.first();
    for (qsizetype i = 1; i < found.size(); ++i) {
        BALCAO_TAKE(customer, merge(customer, found[i], stamp));
    }
    BALCAO_TRY(learn(customer, identifiers, stamp));
    BALCAO_TRY(heard(identifiers));
    BALCAO_TRY(noteProfile(customer, seen, stamp));
    return customer;
}

Result<void> People::create(CustomerId customer, const Seen &seen, const Stamp &stamp)
{
    const QString name = cleanText(seen.profileName, 512);
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(about(customer), stamp,
                                wire::CustomerCreated{name, wire::WireIdentifiers(seen.identifiers, seen.username)}));
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT INTO customer (id, created_seq, profile) VALUES (?, ?, ?)"_s)
                   .bind(customer)
                   .bind(seq)
                   .bind(m_data.keyed((name + u'\n' + seen.username).toUtf8()))
                   .run());
    return hold(customer, customer, seen.identifiers);
}

Result<void> People::hold(CustomerId customer, CustomerId origin, const Identifiers &identifiers)
{
    for (const IdentityKey &key : identityKeys(identifiers)) {
        BALCAO_TRY(m_data.connection()
                       .prepare(u"INSERT INTO identifier (kind, key, value, customer, origin, learnt) "
                                "VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(seq), 0) FROM event)) ON CONFLICT "
                                "(kind, key) DO UPDATE SET value = excluded.value, learnt = excluded.learnt"_s)
                       .bind(static_cast<int>(key.kind))
                       .bind(key.value)
                       .bind(valueFor(key.kind, identifiers))
                       .bind(customer)
                       .bind(origin)
                       .run());
    }
    return {};
}

Result<void> People::heard(const Identifiers &identifiers)
{
    for (const IdentityKey &key : identityKeys(identifiers)) {
        BALCAO_TRY(m_data.connection()
                       .prepare(u"UPDATE identifier SET heard = (SELECT coalesce(max(seq), 0) FROM event) "
                                "WHERE kind = ? AND key = ?"_s)
                       .bind(static_cast<int>(key.kind))
                       .bind(key.value)
                       .run());
    }
    return {};
}

Result<void> People::learn(CustomerId customer, const Identifiers &identifiers, const Stamp &stamp,
                           std::optional<CustomerId> origin)
{
    BALCAO_TAKE(const Identifiers known, identifiersOf(customer));
    Identifiers fresh;
    if (!identifiers.bsuid.isEmpty() && identifiers.bsuid != known.bsuid)
        fresh.bsuid = identifiers.bsuid;
    if (!identifiers.parentBsuid.isEmpty() && identifiers.parentBsuid != known.parentBsuid)
        fresh.parentBsuid = identifiers.parentBsuid;
    if (!identifiers.waId.isEmpty() && identifiers.waId != known.waId)
        fresh.waId = identifiers.waId;
    if (fresh.isEmpty())
        return {};
    BALCAO_TRY(m_data.announce(about(customer), stamp, wire::CustomerIdentified{wire::WireIdentifiers(fresh)}));
    // Named beside one that is known: of the same person, also when that one is parted from the customer again.
    BALCAO_TAKE(const QList<CustomerId> beside, origins(identifiers));
    return hold(customer, origin.value_or(beside.value(0, customer)), fresh);
}

Result<CustomerId> People::identify(CustomerId customer, const Identifiers &identifiers, const Stamp &stamp,
                                    std::optional<CustomerId> origin)
{
    const Identifiers fresh = sanitized(identifiers);
    BALCAO_TAKE(const QList<CustomerId> others, holders(decidingKeys(fresh)));
    for (const CustomerId &other : others) {
        // A merge before may have taken this one along.
        BALCAO_TAKE(const std::optional<CustomerId> stands, standing(other));
        if (stands && *stands != customer) {
            BALCAO_TAKE(customer, merge(customer, *stands, stamp));
        }
    }
    BALCAO_TRY(learn(customer, fresh, stamp, origin));
    return customer;
}

Result<void> People::noteProfile(CustomerId customer, const Seen &seen, const Stamp &stamp)
{
    const QString name = cleanText(seen.profileName, 512);
    if (name.isEmpty() && seen.username.isEmpty())
        return {};
    const QByteArray hash = m_data.keyed((name + u'\n' + seen.username).toUtf8());
    auto update = m_data.connection().prepare(u"UPDATE customer SET profile = ? WHERE id = ? AND profile IS NOT ?"_s);
    BALCAO_TRY(update.bind(hash).bind(customer).bind(hash).run());
    if (update.changes() == 0)
        return {};
    if (!name.isEmpty())
        BALCAO_TRY(m_data.announce(about(customer), stamp, wire::CustomerRenamed{name, wire::NameSource::Profile}));
    if (!seen.username.isEmpty()) {
        wire::WireIdentifiers only;
        only.username = seen.username;
        BALCAO_TRY(m_data.announce(about(customer), stamp, wire::CustomerIdentified{only}));
    }
    return {};
}

Result<std::optional<CustomerId>> People::changed(const Identifiers &before, const Identifiers &now, const Stamp &stamp)
{
    BALCAO_TAKE(std::optional<CustomerId> customer, find(sanitized(before)));
    if (!customer)
        return find(sanitized(now));
    BALCAO_TAKE(const QList<CustomerId> whose, origins(before));
    BALCAO_TAKE(customer, identify(*customer, now, stamp, whose.value(0, *customer)));
    BALCAO_TRY(heard(sanitized(now)));
    return customer;
}

Result<Identifiers> People::identifiersOf(CustomerId customer)
{
    Identifiers identifiers;
    const auto all = m_data.connection()
                         .prepare(u"SELECT kind, value FROM identifier WHERE customer = ? ORDER BY heard, learnt"_s)
                         .bind(customer)
                         .all([](const sql::Statement &row) {
                             return std::pair(static_cast<IdentifierKind>(row.int64(0)), row.text(1));
                         });
    BALCAO_TRY(all);
    for (const auto &[kind, value] : *all) {
        if (kind == IdentifierKind::Bsuid)
            identifiers.bsuid = value;
        else if (kind == IdentifierKind::ParentBsuid)
            identifiers.parentBsuid = value;
        else
            identifiers.waId = value;
    }
    return identifiers;
}

Result<Identifiers> People::answerTo(CustomerId customer)
{
    BALCAO_TAKE(Identifiers all, identifiersOf(customer));
    if (all.waId.isEmpty() || all.bsuid.isEmpty())
        return all;
    // Heard under the BSUID alone since: the number may be somebody else's by now.
    const auto newest =
        m_data.connection()
            .prepare(u"SELECT coalesce(max(heard) FILTER (WHERE kind = ?1), 0) > coalesce(max(heard) FILTER "
                     "(WHERE kind NOT IN (?1, ?2)), 0) FROM identifier WHERE customer = ?3"_s)
            .bind(static_cast<int>(IdentifierKind::Bsuid))
            .bind(static_cast<int>(IdentifierKind::ParentBsuid))
            .bind(customer)
            .one([](const sql::Statement &row) { return row.boolean(0); });
    BALCAO_TRY(newest);
    if (newest->value_or(false))
        all.waId.clear();
    return all;
}

Result<std::optional<CustomerId>> People::standing(CustomerId given)
{
    CustomerId id = given;
    const auto alias = m_data.connection()
                           .prepare(u"SELECT id FROM alias WHERE given = ?"_s)
                           .bind(id)
                           .one([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(alias);
    if (*alias)
        id = **alias;
    for (;;) {
        const auto into = m_data.connection()
                              .prepare(u"SELECT merged_into FROM customer WHERE id = ?"_s)
                              .bind(id)
                              .one([](const sql::Statement &row) { return row.id<CustomerId>(0); });
        BALCAO_TRY(into);
        if (!*into)
            return std::optional<CustomerId>();
        if ((*into)->isNull())
            return std::optional(id);
        id = **into;
    }
}

Result<bool> People::isErased(CustomerId customer)
{
    const auto found = m_data.connection()
                           .prepare(u"SELECT erased FROM customer WHERE id = ?"_s)
                           .bind(customer)
                           .one([](const sql::Statement &row) { return row.boolean(0); });
    BALCAO_TRY(found);
    return found->value_or(false);
}

Result<bool> People::isTaken(const QByteArray &id)
{
    const auto found = m_data.connection()
                           .prepare(u"SELECT 1 FROM customer WHERE id = ?1 UNION ALL SELECT 1 FROM conversation "
                                    "WHERE id = ?1 UNION ALL SELECT 1 FROM alias WHERE given = ?1 LIMIT 1"_s)
                           .bind(id)
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(found);
    return found->value_or(false);
}

Result<void> People::alias(const QByteArray &given, const QByteArray &stands)
{
    return m_data.connection()
        .prepare(u"INSERT INTO alias (given, id) VALUES (?, ?) ON CONFLICT (given) DO NOTHING"_s)
        .bind(given)
        .bind(stands)
        .run();
}

} // namespace balcao::relay
