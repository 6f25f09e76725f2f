// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Reads Meta's webhook bodies. Pure: bytes in, items out. Each message, status or change is read on its
// own, so that one that cannot be read never holds up its neighbours. Never throws, never trusts.
// Source: Meta, webhooks/reference/messages/* and the business-scoped user ids page (2026-06-29).
#pragma once

#include "relay/store/people.h"
#include "wire/messageevents.h"

#include <variant>

namespace balcao::relay {

/// A customer wrote. `quoted` and `reactedTo` are wamids, resolved later.
struct InboundItem
{
    QString channel;
    QString wamid;
    qint64 sentAt = 0; ///< Meta's time, ms
    Seen sender;
    wire::Content content;
    QString quoted;
    QString reactedTo;
    bool reopens = true; ///< false: reactions and unsupported edits
};

struct StatusItem
{
    QString channel;
    QString wamid;
    Identifiers to;
    QString ours; ///< biz_opaque_callback_data: our message id
    wire::MessageStatus status;
};

/// `from`: the customer of the thread, so far as it is said.
struct EditItem
{
    QString wamid;
    Identifiers from;
    qint64 at = 0;
    wire::Content content;
};

struct RevokeItem
{
    QString wamid;
    Identifiers from;
    qint64 at = 0;
};

/// The shop wrote on its phone (coexistence).
struct EchoItem
{
    QString channel;
    QString wamid;
    qint64 sentAt = 0;
    Seen recipient;
    wire::Content content;
};

/// A customer's number or id changed.
struct IdentityItem
{
    Identifiers before;
    Identifiers now;
    qint64 at = 0; ///< Meta's time, ms: the same change, sent again, is one
};

/// user_preferences: marketing stop or resume.
struct PreferenceItem
{
    Seen sender;
    bool granted = false;
    QByteArray digest;
};

/// Read, but nothing that concerns a conversation (account updates, templates…): kept raw only.
struct OtherItem
{
    QString field;
};

struct UnreadableItem
{
    QString channel;
    QString reason;    ///< technical, without content
    QByteArray digest; ///< of what could not be read, so that it is told once
    QString wamid;     ///< when that much could be read
    Identifiers of;    ///< the customer, so far as they could be read
};

using WebhookItem = std::variant<InboundItem, StatusItem, EditItem, RevokeItem, EchoItem, IdentityItem, PreferenceItem,
                                 OtherItem, UnreadableItem>;

/// Never empty: a body that is no webhook at all is one UnreadableItem.
QList<WebhookItem> parseWebhook(const QByteArray &body);

} // namespace balcao::relay
