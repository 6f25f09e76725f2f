// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Everything about one customer that the panel beside the thread shows, in one go. Reader thread.
#pragma once

#include "sql/connection.h"
#include "store/pixrows.h"
#include "store/rows.h"

namespace balcao::store {

struct ConsentRow
{
    QString purpose;
    bool granted = false;
    qint64 at = 0;

    friend bool operator==(const ConsentRow &, const ConsentRow &) = default;
};

/// One line of a conversation's story: reopened or resolved.
struct EpisodeRow
{
    qint64 at = 0;
    SystemLine line = SystemLine::Reopened;
    QString author; ///< operator's name, when one did it
    MessageId id;   ///< of the thread's line

    friend bool operator==(const EpisodeRow &, const EpisodeRow &) = default;
};

struct CustomerCard
{
    CustomerId id;
    QString name; ///< given by staff; may be empty
    QString profileName;
    QString username;
    QString phone; ///< digits, unmasked: only for whoever asks to see it
    QString bsuid; ///< WhatsApp's own id of the person for this shop; may be all there is
    qint64 since = 0;
    QString note;
    qint64 noteAt = 0;
    QString noteBy;
    bool erased = false;
    QList<TagRow> tags;
    QList<ConsentRow> consents;
    QList<EpisodeRow> episodes; ///< newest first
    int conversations = 0;      ///< how often one has begun, those of whoever was joined to them included
    QList<ChargeRow> charges;   ///< newest first, the last three
    bool moreCharges = false;   ///< than those

    friend bool operator==(const CustomerCard &, const CustomerCard &) = default;
};

class CustomerReader
{
public:
    explicit CustomerReader(sql::Connection &projection) : m_db(projection) {}

    /// The customer of that conversation; nothing when it is unknown.
    Result<std::optional<CustomerCard>> of(ConversationId conversation);
    /// Whoever is this customer now and was another before.
    Result<QList<CustomerId>> mergedInto(CustomerId customer);

private:
    Result<QList<TagRow>> tags(CustomerId customer);
    Result<QList<ConsentRow>> consents(CustomerId customer);
    Result<QList<EpisodeRow>> episodes(ConversationId conversation);
    Result<int> begun(ConversationId conversation);

    sql::Connection &m_db;
};

} // namespace balcao::store
