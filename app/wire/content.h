// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a message says, whichever way it went: the part of Meta's payload that a person can read, with
// ids resolved by the relay. Source: Meta, webhooks/reference/messages/* and messages/*.
#pragma once

#include "core/contenttype.h"
#include "core/id.h"
#include "wire/codec.h"

#include <optional>

namespace balcao {
std::span<const wire::EnumName<ContentType>> wireNames(ContentType);
constexpr ContentType wireFallback(ContentType)
{
    return ContentType::Unknown;
}
} // namespace balcao

namespace balcao::wire {

/// A file that WhatsApp holds. `metaId` expires 7 days after the webhook; `sha256` is lower-case hex.
struct Media
{
    QString metaId;
    QString sha256;
    QString mime;
    QString filename;
    bool voice = false;
    bool animated = false;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("meta_id", self.metaId, 256);
        visit.maybe("sha256", self.sha256, 64);
        visit.maybe("mime", self.mime, 256);
        visit.maybe("filename", self.filename, 1024);
        visit("voice", self.voice);
        visit("animated", self.animated);
    }
    friend bool operator==(const Media &, const Media &) = default;
};

/// Degrees as decimal text: nothing is computed with them.
struct Place
{
    QString latitude;
    QString longitude;
    QString name;
    QString address;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("latitude", self.latitude, 32);
        visit("longitude", self.longitude, 32);
        visit.maybe("name", self.name, 1024);
        visit.maybe("address", self.address, 1024);
    }
    friend bool operator==(const Place &, const Place &) = default;
};

struct ContactCard
{
    QString name;
    QList<QString> phones;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("name", self.name, 1024);
        visit.maybe("phones", self.phones, 64);
    }
    friend bool operator==(const ContactCard &, const ContactCard &) = default;
};

struct OrderItem
{
    QString retailerId;
    qint64 quantity = 0;
    qint64 priceCents = 0;
    QString currency;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("retailer_id", self.retailerId, 256);
        visit("quantity", self.quantity);
        visit("price_cents", self.priceCents);
        visit("currency", self.currency, 8);
    }
    friend bool operator==(const OrderItem &, const OrderItem &) = default;
};

/// `target` is absent when the relay does not know the message reacted to.
struct Reaction
{
    std::optional<MessageId> target;
    QString emoji; ///< empty: taken back

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("target", self.target);
        visit.maybe("emoji", self.emoji, 64);
    }
    friend bool operator==(const Reaction &, const Reaction &) = default;
};

/// The message answered to; `target` is absent when the relay does not know it.
struct Quote
{
    std::optional<MessageId> target;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("target", self.target);
    }
    friend bool operator==(const Quote &, const Quote &) = default;
};

/// Source of a click-to-WhatsApp conversation.
struct Referral
{
    QString sourceUrl;
    QString headline;
    QString clickId;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("source_url", self.sourceUrl, 4096);
        visit.maybe("headline", self.headline, 4096);
        visit.maybe("click_id", self.clickId, 1024);
    }
    friend bool operator==(const Referral &, const Referral &) = default;
};

struct TemplateUse
{
    QString name;
    QString language;
    QList<QString> parameters;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 512);
        visit("language", self.language, 16);
        visit.maybe("parameters", self.parameters, 1024);
    }
    friend bool operator==(const TemplateUse &, const TemplateUse &) = default;
};

struct Content
{
    ContentType type = ContentType::Text;
    QString text;   ///< body, caption, tapped title, WhatsApp's own words
    QString detail; ///< for Unsupported and Unknown
    std::optional<Media> media;
    std::optional<Place> place;
    QList<ContactCard> contacts;
    QList<OrderItem> items;
    std::optional<Reaction> reaction;
    std::optional<Quote> quote;
    std::optional<Referral> referral;
    std::optional<TemplateUse> usedTemplate;
    std::optional<ChargeId> charge; ///< of Pix and PixCode
    bool forwarded = false;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("type", self.type);
        visit.maybe("text", self.text);
        visit.maybe("detail", self.detail, 256);
        visit("media", self.media);
        visit("place", self.place);
        visit.maybe("contacts", self.contacts);
        visit.maybe("items", self.items);
        visit("reaction", self.reaction);
        visit("quote", self.quote);
        visit("referral", self.referral);
        visit("template", self.usedTemplate);
        visit("charge", self.charge);
        visit("forwarded", self.forwarded);
    }
    friend bool operator==(const Content &, const Content &) = default;
};

} // namespace balcao::wire
