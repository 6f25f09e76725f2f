// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A command as it travels, and its outcome. Sent twice, a command has one effect.
#pragma once

#include "wire/event.h"
#include "wire/pixcommands.h"
#include "wire/shopcommands.h"
#include "wire/workcommands.h"

namespace balcao::wire {

using CommandBodies =
    BodyList<SendMessage, DismissMessage, OpenConversation, AssignConversation, SnoozeConversation, WakeConversation,
             ResolveConversation, ReopenConversation, ReadConversation, AddNote, RemoveNote, CreateCustomer,
             RenameCustomer, TagCustomer, UntagCustomer, NoteCustomer, RecordConsent, RevealCustomer, MergeCustomers,
             UnmergeCustomer, EraseCustomer, DefineTag, ChangeTag, RetireTag, AddOperator, ChangeOperator,
             DisableOperator, RevokeDesk, DefineReply, ChangeReply, RetireReply, ResumeQueue, ChangeShop, ChargePix,
             CancelCharge, SettleCharge, RefundPix, ProposePixAccount, ConfirmPixAccount, KeepPixAccount, SortStrays,
             CloseTill>;
/// Blank never occurs in a command. UnknownBody: the kind is not known (unknown-kind), or `why` says what
/// is wrong with the body (bad-body).
/// Compiled once, in command.cpp; see EventBody.
struct CommandBody : CommandBodies::Variant
{
    CommandBody();
    CommandBody(const CommandBody &);
    CommandBody(CommandBody &&) noexcept;
    CommandBody &operator=(const CommandBody &);
    CommandBody &operator=(CommandBody &&) noexcept;
    ~CommandBody();
    template <class Body>
    requires CommandBodies::kHolds<Body> CommandBody(Body body);
    friend bool operator==(const CommandBody &, const CommandBody &);
};

QLatin1StringView kindOf(const CommandBody &body);
/// Only with a manager's session, and never queued offline.
bool isManagerKind(QStringView kind);

struct Expect
{
    qint64 seq = 0;                ///< of the newest event that the person could see when they acted
    std::optional<LogId> log = {}; ///< that `seq` counts in; a restored relay reads it as what it still has of it

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("seq", self.seq);
        visit("log", self.log);
    }
    friend bool operator==(const Expect &, const Expect &) = default;
};

struct Command
{
    CommandId id;
    QString kind;
    OperatorId operatorId;
    qint64 madeAt = 0; ///< relay time as the desk knew it, UTC ms
    std::optional<Expect> expect;
    std::optional<qint64> expiresAt;
    CommandBody body;

    friend bool operator==(const Command &, const Command &) = default;
};

/// Fills `kind` from the body.
Command makeCommand(CommandBody body, OperatorId operatorId, qint64 madeAt);

QJsonObject toJson(const Command &command);
/// Problem bad-body when there is no usable envelope; see CommandBody for the rest.
Parsed<Command> commandFromJson(const QJsonObject &json);
/// SHA-256 over the canonical JSON of all but the id: what "another body under the same id" compares.
QByteArray bodyHash(const QJsonObject &commandJson);

enum class OutcomeStatus { Accepted, Noop, Rejected };
std::span<const EnumName<OutcomeStatus>> wireNames(OutcomeStatus);

struct WireProblem
{
    QString type;
    QString detail;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("type", self.type, 64);
        visit.maybe("detail", self.detail, 1024);
    }
    friend bool operator==(const WireProblem &, const WireProblem &) = default;
};

struct Outcome
{
    QString id; ///< as sent; usually a CommandId
    OutcomeStatus status = OutcomeStatus::Accepted;
    std::optional<bool> repeated;
    QString exists;            ///< the id under which the thing stands already
    std::optional<qint64> seq; ///< of the first event with this cause
    std::optional<WireProblem> problem;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("id", self.id, 64);
        visit("status", self.status);
        visit("repeated", self.repeated);
        visit.maybe("exists", self.exists, 64);
        visit("seq", self.seq);
        visit("problem", self.problem);
    }
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

} // namespace balcao::wire
