// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "wire/event.h"

namespace balcao {

using namespace Qt::Literals::StringLiterals;

std::span<const wire::EnumName<ContentType>> wireNames(ContentType)
{
    static constexpr wire::EnumName<ContentType> kNames[] = {
        {ContentType::Text, "text"_L1},         {ContentType::Image, "image"_L1},
        {ContentType::Video, "video"_L1},       {ContentType::Audio, "audio"_L1},
        {ContentType::Document, "document"_L1}, {ContentType::Sticker, "sticker"_L1},
        {ContentType::Location, "location"_L1}, {ContentType::Contacts, "contacts"_L1},
        {ContentType::Reply, "reply"_L1},       {ContentType::Form, "form"_L1},
        {ContentType::Order, "order"_L1},       {ContentType::Reaction, "reaction"_L1},
        {ContentType::System, "system"_L1},     {ContentType::Welcome, "welcome"_L1},
        {ContentType::Template, "template"_L1}, {ContentType::Unsupported, "unsupported"_L1},
        {ContentType::Unknown, "unknown"_L1},   {ContentType::Pix, "pix"_L1},
        {ContentType::PixCode, "pix_code"_L1},  {ContentType::PixStatus, "pix_status"_L1},
    };
    return kNames;
}

std::span<const wire::EnumName<ConversationState>> wireNames(ConversationState)
{
    static constexpr wire::EnumName<ConversationState> kNames[] = {{ConversationState::Open, "open"_L1},
                                                                   {ConversationState::Snoozed, "snoozed"_L1},
                                                                   {ConversationState::Resolved, "resolved"_L1}};
    return kNames;
}

std::span<const wire::EnumName<Role>> wireNames(Role)
{
    static constexpr wire::EnumName<Role> kNames[] = {{Role::Attendant, "attendant"_L1}, {Role::Manager, "manager"_L1}};
    return kNames;
}

std::span<const wire::EnumName<MessageState>> wireNames(MessageState)
{
    // Pending, Received, Accepted and Rejected are no statuses: they never travel.
    static constexpr wire::EnumName<MessageState> kNames[] = {
        {MessageState::Submitted, QLatin1StringView("submitted")}, {MessageState::Sent, QLatin1StringView("sent")},
        {MessageState::Delivered, QLatin1StringView("delivered")}, {MessageState::Read, QLatin1StringView("read")},
        {MessageState::Played, QLatin1StringView("played")},       {MessageState::Failed, QLatin1StringView("failed")},
        {MessageState::Uncertain, QLatin1StringView("uncertain")},
    };
    return kNames;
}

std::span<const wire::EnumName<ChargeKind>> wireNames(ChargeKind)
{
    static constexpr wire::EnumName<ChargeKind> kNames[] = {{ChargeKind::Shop, "shop"_L1},
                                                            {ChargeKind::Bank, "bank"_L1}};
    return kNames;
}

std::span<const wire::EnumName<BankState>> wireNames(BankState)
{
    static constexpr wire::EnumName<BankState> kNames[] = {{BankState::Well, "well"_L1},
                                                           {BankState::Unreachable, "unreachable"_L1},
                                                           {BankState::Unauthorized, "unauthorized"_L1}};
    return kNames;
}

std::span<const wire::EnumName<PixKeyType>> wireNames(PixKeyType)
{
    // As Meta and the Banco Central spell them.
    static constexpr wire::EnumName<PixKeyType> kNames[] = {{PixKeyType::Cpf, "CPF"_L1},
                                                            {PixKeyType::Cnpj, "CNPJ"_L1},
                                                            {PixKeyType::Phone, "PHONE"_L1},
                                                            {PixKeyType::Email, "EMAIL"_L1},
                                                            {PixKeyType::Random, "EVP"_L1}};
    return kNames;
}

} // namespace balcao

namespace balcao::wire {

std::span<const EnumName<ReturnStatus>> wireNames(ReturnStatus)
{
    static constexpr EnumName<ReturnStatus> kNames[] = {
        {ReturnStatus::UnderWay, "under_way"_L1}, {ReturnStatus::Done, "done"_L1}, {ReturnStatus::Failed, "failed"_L1}};
    return kNames;
}

std::span<const EnumName<WakeReason>> wireNames(WakeReason)
{
    static constexpr EnumName<WakeReason> kNames[] = {
        {WakeReason::Timer, "timer"_L1}, {WakeReason::Inbound, "inbound"_L1}, {WakeReason::Operator, "operator"_L1}};
    return kNames;
}

std::span<const EnumName<NameSource>> wireNames(NameSource)
{
    static constexpr EnumName<NameSource> kNames[] = {{NameSource::Profile, "profile"_L1},
                                                      {NameSource::Operator, "operator"_L1}};
    return kNames;
}

std::span<const EnumName<ActorType>> wireNames(ActorType)
{
    static constexpr EnumName<ActorType> kNames[] = {
        {ActorType::Operator, "operator"_L1}, {ActorType::Automation, "automation"_L1}, {ActorType::Phone, "phone"_L1},
        {ActorType::Customer, "customer"_L1}, {ActorType::System, "system"_L1},
    };
    return kNames;
}

namespace {

/// All of the envelope but the body, which depends on kind and version.
struct Envelope
{
    Event event;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        auto &e = self.event;
        visit("seq", e.seq);
        visit("at", e.at);
        visit("kind", e.kind, 64);
        visit("v", e.v);
        visit("subject", e.subject);
        visit("actor", e.actor);
        visit("desk", e.desk);
        visit("cause", e.cause);
    }
};

} // namespace

EventBody::EventBody() = default;
EventBody::EventBody(const EventBody &) = default;
EventBody::EventBody(EventBody &&) noexcept = default;
EventBody &EventBody::operator=(const EventBody &) = default;
EventBody &EventBody::operator=(EventBody &&) noexcept = default;
EventBody::~EventBody() = default;

template <class Body>
requires EventBodies::kHolds<Body> EventBody::EventBody(Body body)
    : EventBodies::Variant(std::in_place_type<Body>, std::move(body))
{
}

// Made here, for others see the declaration only: the linker names one that is not.
template EventBody::EventBody(Blank);
template EventBody::EventBody(UnknownBody);
template EventBody::EventBody(MessageReceived);
template EventBody::EventBody(MessageAccepted);
template EventBody::EventBody(MessageStatus);
template EventBody::EventBody(MessageDismissed);
template EventBody::EventBody(MessageUnreadable);
template EventBody::EventBody(MessageReparsed);
template EventBody::EventBody(MessageEdited);
template EventBody::EventBody(MessageRevoked);
template EventBody::EventBody(MediaStored);
template EventBody::EventBody(MediaFailed);
template EventBody::EventBody(ConversationOpened);
template EventBody::EventBody(ConversationReopened);
template EventBody::EventBody(ConversationAssigned);
template EventBody::EventBody(ConversationSnoozed);
template EventBody::EventBody(ConversationWoke);
template EventBody::EventBody(ConversationResolved);
template EventBody::EventBody(ConversationRead);
template EventBody::EventBody(NoteAdded);
template EventBody::EventBody(NoteRemoved);
template EventBody::EventBody(CustomerCreated);
template EventBody::EventBody(CustomerRenamed);
template EventBody::EventBody(CustomerIdentified);
template EventBody::EventBody(CustomerMerged);
template EventBody::EventBody(CustomerUnmerged);
template EventBody::EventBody(CustomerTagged);
template EventBody::EventBody(CustomerUntagged);
template EventBody::EventBody(CustomerNoted);
template EventBody::EventBody(CustomerConsented);
template EventBody::EventBody(CustomerRevealed);
template EventBody::EventBody(CustomerErased);
template EventBody::EventBody(TagDefined);
template EventBody::EventBody(TagChanged);
template EventBody::EventBody(TagRetired);
template EventBody::EventBody(OperatorAdded);
template EventBody::EventBody(OperatorChanged);
template EventBody::EventBody(OperatorDisabled);
template EventBody::EventBody(DeskPaired);
template EventBody::EventBody(DeskRevoked);
template EventBody::EventBody(ReplyDefined);
template EventBody::EventBody(ReplyChanged);
template EventBody::EventBody(ReplyRetired);
template EventBody::EventBody(ChannelHealth);
template EventBody::EventBody(QueuePaused);
template EventBody::EventBody(QueueResumed);
template EventBody::EventBody(ShopChanged);
template EventBody::EventBody(PixAccountProposed);
template EventBody::EventBody(PixAccountChanged);
template EventBody::EventBody(PixAccountKept);
template EventBody::EventBody(PixCharged);
template EventBody::EventBody(PixIssued);
template EventBody::EventBody(PixRefused);
template EventBody::EventBody(PixPaid);
template EventBody::EventBody(PixStray);
template EventBody::EventBody(PixCancelled);
template EventBody::EventBody(PixSettled);
template EventBody::EventBody(PixRefundAsked);
template EventBody::EventBody(PixRefundEnded);
template EventBody::EventBody(PixBankState);
template EventBody::EventBody(TillClosed);
template EventBody::EventBody(LogDamaged);

bool operator==(const EventBody &one, const EventBody &other)
{
    return static_cast<const EventBodies::Variant &>(one) == static_cast<const EventBodies::Variant &>(other);
}

QLatin1StringView kindOf(const EventBody &body)
{
    QLatin1StringView kind;
    EventBodies::any([&]<class Body>() {
        if (!std::holds_alternative<Body>(body))
            return false;
        kind = Body::kKind;
        return true;
    });
    return kind;
}

bool isKnownEventKind(QStringView kind)
{
    return EventBodies::any([&]<class Body>() { return kind == Body::kKind; });
}

QJsonObject bodyToJson(const EventBody &body)
{
    if (const auto *unknown = std::get_if<UnknownBody>(&body))
        return unknown->json;
    QJsonObject json;
    EventBodies::any([&]<class Body>() {
        const auto *known = std::get_if<Body>(&body);
        if (known)
            json = encode(*known);
        return known != nullptr;
    });
    return json;
}

EventBody bodyFromJson(const QString &kind, int v, const QJsonObject &json)
{
    EventBody body = UnknownBody{json, {}};
    if (v > kBodyVersion)
        return body;
    EventBodies::any([&]<class Body>() {
        if (kind != Body::kKind)
            return false;
        auto parsed = decode<Body>(json, problem::kBadBody);
        if (parsed)
            body = std::move(parsed.value());
        else
            body = UnknownBody{json, parsed.problem().detail};
        return true;
    });
    return body;
}

QJsonObject toJson(const Event &event)
{
    QJsonObject json = encode(Envelope{event});
    if (!std::holds_alternative<Blank>(event.body))
        json.insert("body"_L1, bodyToJson(event.body));
    return json;
}

Parsed<Event> eventFromJson(const QJsonObject &json)
{
    auto parsed = decode<Envelope>(json, problem::kBadBody);
    if (!parsed)
        return parsed.problem();
    Event event = std::move(parsed.value().event);
    if (event.seq <= 0)
        return Problem(problem::kBadBody, u"seq: not positive"_s);
    const QJsonValue body = json.value("body"_L1);
    if (body.isUndefined() || body.isNull())
        event.body = Blank{};
    else if (body.isObject())
        event.body = bodyFromJson(event.kind, event.v, body.toObject());
    else
        return Problem(problem::kBadBody, u"body: not an object"_s);
    return event;
}

} // namespace balcao::wire
