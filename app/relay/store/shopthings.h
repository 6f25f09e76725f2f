// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The small things that stand in a shop: tags, thread notes, quick replies, channels. Only what commands
// must be checked against; names and texts are in the log.
#pragma once

#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;

struct ChannelRow
{
    QString id; ///< Meta's phone_number_id
    QString label;
    std::optional<int> pausedCode;
};

class ShopThings
{
public:
    explicit ShopThings(RelayData &data) : m_data(data) {}

    /// Known from now on; a message on a number that nobody configured is kept all the same.
    Result<void> channel(const QString &id, const QString &label = {});
    /// The same, of the configuration; a new label is told to the desks.
    Result<void> configure(const QString &id, const QString &label);
    /// What Meta says of one, told to the desks when it is new.
    Result<void> heard(const wire::ChannelHealth &health);
    /// Meta does not say any more; what was never heard is not told of.
    Result<void> unheard(const QString &id);
    Result<bool> hasChannel(const QString &id);
    /// Whether charges go from it in WhatsApp's own form.
    Result<void> setPayments(const QString &id, bool on);
    Result<bool> hasPayments(const QString &id);
    Result<QList<ChannelRow>> channels();

    /// The tag that has this name, case folded, and is not retired.
    Result<std::optional<TagId>> tagNamed(const QString &name);
    /// Of an id that a desk gave to a tag which stood already by its name; else the same.
    Result<TagId> standing(TagId given);
    Result<bool> hasTag(TagId tag);
    Result<bool> hadTag(TagId tag); ///< also when retired
    Result<void> putTag(TagId tag, const QString &name);
    Result<void> retireTag(TagId tag);
    /// False: was so already.
    Result<bool> tagCustomer(CustomerId customer, TagId tag, bool on);

    Result<void> addNote(NoteId note, ConversationId conversation);
    Result<std::optional<ConversationId>> noteHolder(NoteId note);
    Result<bool> removeNote(NoteId note);

    Result<bool> hasReply(QuickReplyId reply);
    Result<void> addReply(QuickReplyId reply);
    Result<void> retireReply(QuickReplyId reply);

private:
    RelayData &m_data;
};

} // namespace balcao::relay
