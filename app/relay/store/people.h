// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Customers and the identifiers under which WhatsApp names them: resolves, creates, merges. Emits the
// events that say so. No names are kept here, only whether they changed.
#pragma once

#include "core/identity.h"
#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

/// How somebody stands in a webhook.
struct Seen
{
    Identifiers identifiers;
    QString profileName;
    QString username;
};

/// Of an event about a customer and nothing more.
wire::Subject about(CustomerId customer);

class People
{
public:
    explicit People(RelayData &data) : m_data(data) {}

    /// The customer that this is; made, identified or merged as need be.
    Result<CustomerId> resolve(const Seen &seen, const Stamp &stamp);
    /// WhatsApp says that one identifier became another: number or BSUID changed.
    Result<std::optional<CustomerId>> changed(const Identifiers &before, const Identifiers &now, const Stamp &stamp);
    Result<std::optional<CustomerId>> find(const Identifiers &identifiers);
    /// Who brought them, before any merge: what an unmerge gives back.
    Result<QList<CustomerId>> origins(const Identifiers &identifiers);
    /// The one of whom this is another name, itself when it is none; never through merges.
    Result<CustomerId> named(CustomerId given);
    /// Through aliases and merges to the one that stands; nothing when unknown.
    Result<std::optional<CustomerId>> standing(CustomerId given);
    Result<bool> isErased(CustomerId customer);
    Result<Identifiers> identifiersOf(CustomerId customer);
    /// All who are this customer: itself, and whoever was merged into it.
    Result<QList<CustomerId>> those(CustomerId customer);
    /// Whose of them these are; the customer where none of them is known.
    Result<CustomerId> personOf(const Identifiers &identifiers, CustomerId customer);
    /// Which of those who are this customer was heard last; the customer when nobody was.
    Result<CustomerId> lastHeard(CustomerId customer);
    /// `person`'s own, as an answer should use them: what they were heard under last. Of anybody who is this customer
    /// where that one has none.
    Result<Identifiers> answerTo(CustomerId customer, CustomerId person);
    /// More of the same person, from Meta; another customer who has one of them is merged. The one that stands.
    /// `origin`: whose they are, should the merge that made one customer of two be taken back.
    Result<CustomerId> identify(CustomerId customer, const Identifiers &identifiers, const Stamp &stamp,
                                std::optional<CustomerId> origin = {});

    Result<void> create(CustomerId customer, const Seen &seen, const Stamp &stamp);
    Result<CustomerId> merge(CustomerId one, CustomerId other, const Stamp &stamp);
    /// More that went along with a merge, which is told and taken back with it.
    Result<void> alsoMoved(CustomerId from, const wire::ConversationMove &move);
    /// Parting `from` gives `into`, a conversation, back at least that read mark.
    Result<void> givesReadBack(CustomerId from, ConversationId into, qint64 read);
    /// False: was never merged away.
    Result<bool> unmerge(CustomerId from, const Stamp &stamp);
    /// A customer, a conversation, or another name of one: what a desk made up must be none of them.
    Result<bool> isTaken(const QByteArray &id);
    /// Never in place of an alias that stands.
    Result<void> alias(const QByteArray &given, const QByteArray &stands);

private:
    struct Held
    {
        IdentifierKind kind = IdentifierKind::Phone;
        QString value;
        CustomerId origin;
        qint64 heard = 0;
    };

    /// The one heard last at the end.
    Result<QList<Held>> held(CustomerId customer);
    Result<QList<CustomerId>> holders(const QList<IdentityKey> &keys);
    /// What unmerge takes back; nothing when not merged away.
    Result<std::optional<wire::CustomerMerged>> mergeOf(CustomerId from);
    Result<void> takeTags(CustomerId from, CustomerId into, const Stamp &stamp);
    Result<void> keepMerge(const wire::CustomerMerged &body);
    /// The customer wrote under these just now.
    Result<void> heard(const Identifiers &identifiers);
    Result<void> hold(CustomerId customer, CustomerId origin, Identifiers identifiers);
    Result<void> learn(CustomerId customer, const Identifiers &identifiers, const Stamp &stamp,
                       std::optional<CustomerId> origin = {});
    /// New ones of `person`, who is this customer.
    Result<void> tell(CustomerId customer, CustomerId person, const Identifiers &fresh, const Stamp &stamp);
    static bool isKnown(const QList<Held> &all, CustomerId person, IdentifierKind kind, const QString &value);
    Result<void> noteProfile(CustomerId customer, const Seen &seen, const Stamp &stamp);

    RelayData &m_data;
};

} // namespace balcao::relay
