// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "wire/command.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace balcao::wire {

using namespace Qt::Literals::StringLiterals;

std::span<const EnumName<OutcomeStatus>> wireNames(OutcomeStatus)
{
    static constexpr EnumName<OutcomeStatus> kNames[] = {{OutcomeStatus::Accepted, "accepted"_L1},
                                                         {OutcomeStatus::Noop, "noop"_L1},
                                                         {OutcomeStatus::Rejected, "rejected"_L1}};
    return kNames;
}

namespace {

struct Envelope
{
    Command command;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        auto &c = self.command;
        visit("id", c.id);
        visit("kind", c.kind, 64);
        visit("operator", c.operatorId);
        visit("made_at", c.madeAt);
        visit("expect", c.expect);
        visit("expires_at", c.expiresAt);
    }
};

CommandBody commandBody(const QString &kind, const QJsonObject &json)
{
    CommandBody body = UnknownBody{json, {}};
    CommandBodies::any([&]<class Body>() {
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

QJsonObject commandBodyJson(const CommandBody &body)
{
    if (const auto *unknown = std::get_if<UnknownBody>(&body))
        return unknown->json;
    QJsonObject json;
    CommandBodies::any([&]<class Body>() {
        const auto *known = std::get_if<Body>(&body);
        if (known)
            json = encode(*known);
        return known != nullptr;
    });
    return json;
}

} // namespace

CommandBody::CommandBody() = default;
CommandBody::CommandBody(const CommandBody &) = default;
CommandBody::CommandBody(CommandBody &&) noexcept = default;
CommandBody &CommandBody::operator=(const CommandBody &) = default;
CommandBody &CommandBody::operator=(CommandBody &&) noexcept = default;
CommandBody::~CommandBody() = default;

template <class Body>
requires CommandBodies::kHolds<Body> CommandBody::CommandBody(Body body)
    : CommandBodies::Variant(std::in_place_type<Body>, std::move(body))
{
}

// Made here, for others see the declaration only: the linker names one that is not.
template CommandBody::CommandBody(UnknownBody);
template CommandBody::CommandBody(SendMessage);
template CommandBody::CommandBody(DismissMessage);
template CommandBody::CommandBody(OpenConversation);
template CommandBody::CommandBody(AssignConversation);
template CommandBody::CommandBody(SnoozeConversation);
template CommandBody::CommandBody(WakeConversation);
template CommandBody::CommandBody(ResolveConversation);
template CommandBody::CommandBody(ReopenConversation);
template CommandBody::CommandBody(ReadConversation);
template CommandBody::CommandBody(AddNote);
template CommandBody::CommandBody(RemoveNote);
template CommandBody::CommandBody(CreateCustomer);
template CommandBody::CommandBody(RenameCustomer);
template CommandBody::CommandBody(TagCustomer);
template CommandBody::CommandBody(UntagCustomer);
template CommandBody::CommandBody(NoteCustomer);
template CommandBody::CommandBody(RecordConsent);
template CommandBody::CommandBody(RevealCustomer);
template CommandBody::CommandBody(MergeCustomers);
template CommandBody::CommandBody(UnmergeCustomer);
template CommandBody::CommandBody(EraseCustomer);
template CommandBody::CommandBody(DefineTag);
template CommandBody::CommandBody(ChangeTag);
template CommandBody::CommandBody(RetireTag);
template CommandBody::CommandBody(AddOperator);
template CommandBody::CommandBody(ChangeOperator);
template CommandBody::CommandBody(DisableOperator);
template CommandBody::CommandBody(RevokeDesk);
template CommandBody::CommandBody(DefineReply);
template CommandBody::CommandBody(ChangeReply);
template CommandBody::CommandBody(RetireReply);
template CommandBody::CommandBody(ResumeQueue);
template CommandBody::CommandBody(ChangeShop);
template CommandBody::CommandBody(ChargePix);
template CommandBody::CommandBody(CancelCharge);
template CommandBody::CommandBody(SettleCharge);
template CommandBody::CommandBody(RefundPix);
template CommandBody::CommandBody(ProposePixAccount);
template CommandBody::CommandBody(ConfirmPixAccount);
template CommandBody::CommandBody(KeepPixAccount);
template CommandBody::CommandBody(SortStrays);
template CommandBody::CommandBody(CloseTill);

bool operator==(const CommandBody &one, const CommandBody &other)
{
    return static_cast<const CommandBodies::Variant &>(one) == static_cast<const CommandBodies::Variant &>(other);
}

QLatin1StringView kindOf(const CommandBody &body)
{
    QLatin1StringView kind;
    CommandBodies::any([&]<class Body>() {
        if (!std::holds_alternative<Body>(body))
            return false;
        kind = Body::kKind;
        return true;
    });
    return kind;
}

bool isManagerKind(QStringView kind)
{
    static constexpr std::array kKinds{AddOperator::kKind,       ChangeOperator::kKind,    DisableOperator::kKind,
                                       RevokeDesk::kKind,        ChangeShop::kKind,        ResumeQueue::kKind,
                                       MergeCustomers::kKind,    UnmergeCustomer::kKind,   EraseCustomer::kKind,
                                       ProposePixAccount::kKind, ConfirmPixAccount::kKind, KeepPixAccount::kKind,
                                       RefundPix::kKind};
    return std::any_of(kKinds.begin(), kKinds.end(), [&](QLatin1StringView known) { return known == kind; });
}

Command makeCommand(CommandBody body, OperatorId operatorId, qint64 madeAt)
{
    Command command;
    command.id = CommandId::create();
    command.kind = kindOf(body);
    command.operatorId = operatorId;
    command.madeAt = madeAt;
    command.body = std::move(body);
    return command;
}

QJsonObject toJson(const Command &command)
{
    QJsonObject json = encode(Envelope{command});
    json.insert("body"_L1, commandBodyJson(command.body));
    return json;
}

Parsed<Command> commandFromJson(const QJsonObject &json)
{
    auto parsed = decode<Envelope>(json, problem::kBadBody);
    if (!parsed)
        return parsed.problem();
    Command command = std::move(parsed.value().command);
    if (!json.value("body"_L1).isObject())
        return Problem(problem::kBadBody, u"body: not an object"_s);
    command.body = commandBody(command.kind, json.value("body"_L1).toObject());
    return command;
}

QByteArray bodyHash(const QJsonObject &commandJson)
{
    QJsonObject rest = commandJson;
    rest.remove("id"_L1);
    return QCryptographicHash::hash(canonicalJson(rest), QCryptographicHash::Sha256);
}

} // namespace balcao::wire
