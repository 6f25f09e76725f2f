// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/people.h"

#include "core/phone.h"
#include "core/text.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

QString &fieldFor(IdentifierKind kind, Identifiers &identifiers)
{
    switch (kind) {
    case IdentifierKind::Bsuid:
        return identifiers.bsuid;
    case IdentifierKind::ParentBsuid:
        return identifiers.parentBsuid;
    case IdentifierKind::Phone:
        break;
    }
    return identifiers.waId;
}

/// A number may be spelled in two ways.
bool isSame(IdentifierKind kind, const QString &one, const QString &other)
{
    return kind == IdentifierKind::Phone ? phoneMatchKey(one) == phoneMatchKey(other) : one == other;
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
    for (const IdentityKey &key : decidingKeys(sanitized(identifiers))) {
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

Result<CustomerId> People::personOf(const Identifiers &identifiers, CustomerId customer)
{
    BALCAO_TAKE(const QList<CustomerId> known, origins(identifiers));
    return known.value(0, customer);
}

Result<QList<CustomerId>> People::those(CustomerId customer)
{
    return m_data.connection()
        .prepare(u"WITH RECURSIVE same (id) AS (SELECT ?1 UNION SELECT c.id FROM customer c "
                 "JOIN same ON c.merged_into = same.id) SELECT id FROM same"_s)
        .bind(customer)
        .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
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

Result<void> People::hold(CustomerId customer, CustomerId origin, Identifiers identifiers)
{
    for (const IdentityKey &key : identityKeys(identifiers)) {
        BALCAO_TRY(m_data.connection()
                       .prepare(u"INSERT INTO identifier (kind, key, value, customer, origin, learnt) "
                                "VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(seq), 0) FROM event)) ON CONFLICT "
                                "(kind, key) DO UPDATE SET value = excluded.value, learnt = excluded.learnt"_s)
                       .bind(static_cast<int>(key.kind))
                       .bind(key.value)
                       .bind(fieldFor(key.kind, identifiers))
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
    // Named beside one that is known: of the same person, also when that one is parted from the customer again.
    BALCAO_TAKE(const CustomerId beside, personOf(identifiers, customer));
    const CustomerId person = origin.value_or(beside);
    BALCAO_TAKE(const QList<Held> all, held(customer));
    for (const Held &one : all) {
        if (one.kind == IdentifierKind::Phone && one.origin != person && one.value != identifiers.waId &&
            isSame(one.kind, one.value, identifiers.waId))
            BALCAO_TRY(tell(customer, one.origin, {{}, {}, identifiers.waId}, stamp));
    }
    Identifiers fresh = identifiers;
    for (const IdentifierKind kind : {IdentifierKind::Bsuid, IdentifierKind::ParentBsuid, IdentifierKind::Phone}) {
        if (isKnown(all, person, kind, fieldFor(kind, fresh)))
            fieldFor(kind, fresh).clear();
    }
    BALCAO_TAKE(const QList<CustomerId> shared, holders(identityKeys({{}, fresh.parentBsuid, {}})));
    if (!shared.isEmpty())
        fresh.parentBsuid.clear(); // another's at the same business: whoever had it first holds it
    return fresh.isEmpty() ? Result<void>() : tell(customer, person, fresh, stamp);
}

Result<void> People::tell(CustomerId customer, CustomerId person, const Identifiers &fresh, const Stamp &stamp)
{
    BALCAO_TRY(m_data.announce(about(person), stamp, wire::CustomerIdentified{wire::WireIdentifiers(fresh)}));
    return hold(customer, person, fresh);
}

/// Another's whom this customer is, too; or the newest of its kind that this person has.
bool People::isKnown(const QList<Held> &all, CustomerId person, IdentifierKind kind, const QString &value)
{
    QString newest;
    for (const Held &one : all) {
        if (one.kind == kind && one.origin == person)
            newest = one.value;
        else if (one.kind == kind && isSame(kind, one.value, value))
            return true;
    }
    return newest == value;
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
    BALCAO_TAKE(const CustomerId person, personOf(seen.identifiers, customer));
    const QByteArray hash = m_data.keyed((name + u'\n' + seen.username).toUtf8());
    auto update = m_data.connection().prepare(u"UPDATE customer SET profile = ? WHERE id = ? AND profile IS NOT ?"_s);
    BALCAO_TRY(update.bind(hash).bind(person).bind(hash).run());
    if (update.changes() == 0)
        return {};
    if (!name.isEmpty())
        BALCAO_TRY(m_data.announce(about(person), stamp, wire::CustomerRenamed{name, wire::NameSource::Profile}));
    if (!seen.username.isEmpty()) {
        wire::WireIdentifiers only;
        only.username = seen.username;
        BALCAO_TRY(m_data.announce(about(person), stamp, wire::CustomerIdentified{only}));
    }
    return {};
}

Result<std::optional<CustomerId>> People::changed(const Identifiers &before, const Identifiers &now, const Stamp &stamp)
{
    BALCAO_TAKE(std::optional<CustomerId> customer, find(sanitized(before)));
    if (!customer)
        return find(sanitized(now));
    BALCAO_TAKE(const CustomerId whose, personOf(before, *customer));
    BALCAO_TAKE(customer, identify(*customer, now, stamp, whose));
    BALCAO_TRY(heard(sanitized(now)));
    return customer;
}

Result<QList<People::Held>> People::held(CustomerId customer)
{
    return m_data.connection()
        .prepare(u"SELECT kind, value, origin, heard FROM identifier WHERE customer = ? ORDER BY heard, learnt"_s)
        .bind(customer)
        .all([](const sql::Statement &row) {
            return Held{static_cast<IdentifierKind>(row.int64(0)), row.text(1), row.id<CustomerId>(2), row.int64(3)};
        });
}

Result<Identifiers> People::identifiersOf(CustomerId customer)
{
    BALCAO_TAKE(const QList<Held> all, held(customer));
    Identifiers identifiers;
    for (const Held &one : all)
        fieldFor(one.kind, identifiers) = one.value;
    return identifiers;
}

Result<CustomerId> People::lastHeard(CustomerId customer)
{
    BALCAO_TAKE(QList<Held> all, held(customer));
    all.removeIf([](const Held &one) { return one.kind == IdentifierKind::ParentBsuid; });
    return all.isEmpty() ? customer : all.last().origin;
}

Result<Identifiers> People::answerTo(CustomerId customer, CustomerId person)
{
    BALCAO_TAKE(QList<Held> all, held(customer));
    all.removeIf([](const Held &one) { return one.kind == IdentifierKind::ParentBsuid; });
    QList<Held> own = all;
    own.removeIf([person](const Held &one) { return one.origin != person; });
    Identifiers identifiers;
    qint64 phoneHeard = 0;
    qint64 bsuidHeard = 0;
    for (const Held &one : own.isEmpty() ? all : own) {
        fieldFor(one.kind, identifiers) = one.value;
        (one.kind == IdentifierKind::Bsuid ? bsuidHeard : phoneHeard) = one.heard;
    }
    // Heard under the BSUID alone since: the number may be somebody else's by now.
    if (!identifiers.bsuid.isEmpty() && bsuidHeard > phoneHeard)
        identifiers.waId.clear();
    return identifiers;
}

Result<CustomerId> People::named(CustomerId given)
{
    const auto alias = m_data.connection()
                           .prepare(u"SELECT id FROM alias WHERE given = ?"_s)
                           .bind(given)
                           .one([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(alias);
    return alias->value_or(given);
}

Result<std::optional<CustomerId>> People::standing(CustomerId given)
{
    BALCAO_TAKE(CustomerId id, named(given));
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
