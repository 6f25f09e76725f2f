// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Judges a command and carries it out: once per id, whatever is sent how often. Runs in the writer, inside
// a savepoint. Problems are named by core/problem.h; nothing that a desk sent is ever lost, also when the
// answer is no.
#pragma once

#include "relay/store/relaydata.h"
#include "wire/command.h"

namespace balcao::relay {

class Commands
{
public:
    /// `sessionOperator`: whose manager's session came with the request. An Error is a storage failure;
    /// everything else is an outcome.
    static Result<wire::Outcome> apply(RelayData &data, const QJsonObject &json, DeskId desk,
                                       std::optional<OperatorId> sessionOperator);
    /// Of what apply() tripped over, its savepoint undone: kept, so that the same id gets the same answer.
    static Result<wire::Outcome> refuse(RelayData &data, const QJsonObject &json, const Problem &problem);

private:
    /// What a handler found: done (an event was appended), nothing to do, or no.
    struct Verdict
    {
        wire::OutcomeStatus status = wire::OutcomeStatus::Accepted;
        Problem problem;
        QString exists;

        static Verdict done() { return {}; }
        static Verdict noop(QString exists = {}) { return {wire::OutcomeStatus::Noop, {}, std::move(exists)}; }
        static Verdict no(QLatin1StringView code, QString detail = {})
        {
            return {wire::OutcomeStatus::Rejected, Problem(code, std::move(detail)), {}};
        }
    };

    Commands(RelayData &data, wire::Command command, DeskId desk, std::optional<OperatorId> session)
        : m_data(data),
          m_command(std::move(command)),
          m_session(session),
          m_stamp{wire::Actor::person(m_command.operatorId), desk, m_command.id}
    {
    }

    Result<Verdict> judge();
    Result<void> readExpect();
    Result<std::optional<Verdict>> mayAct();
    [[nodiscard]] bool isStale(const LastChange &last) const;
    Result<std::optional<Conversation>> conversation(ConversationId id);
    Result<std::optional<CustomerId>> customer(CustomerId id);
    Result<std::optional<Verdict>> unfit(const std::optional<CustomerId> &who);
    /// Longer than `limit` characters, which is refused, not cut: what was typed stays with whoever typed it.
    static std::optional<Verdict> tooLong(QLatin1StringView field, const QString &text, qsizetype limit);
    Result<Verdict> say(const wire::Subject &subject, wire::EventBody body);

    // workhandlers.cpp: conversations
    Result<Verdict> handle(const wire::SendMessage &body);
    Result<Verdict> handle(const wire::DismissMessage &body);
    Result<Verdict> handle(const wire::OpenConversation &body);
    Result<Verdict> handle(const wire::AssignConversation &body);
    Result<Verdict> handle(const wire::SnoozeConversation &body);
    Result<Verdict> handle(const wire::WakeConversation &body);
    Result<Verdict> handle(const wire::ResolveConversation &body);
    Result<Verdict> handle(const wire::ReopenConversation &body);
    Result<Verdict> handle(const wire::ReadConversation &body);
    Result<Verdict> handle(const wire::AddNote &body);
    Result<Verdict> handle(const wire::RemoveNote &body);
    Result<CustomerId> recipient(const wire::SendMessage &body, const Conversation &in);
    Result<std::optional<Verdict>> maySend(const wire::SendMessage &body, const Conversation &in);
    /// Of the same chat; a message of another is as good as unknown.
    Result<std::optional<MessageRow>> messageIn(const Conversation &in, MessageId message);
    Result<bool> isSameAgain(const wire::Content &content, const MessageRow &before);

    // customerhandlers.cpp: who writes to the shop
    Result<Verdict> handle(const wire::CreateCustomer &body);
    Result<Verdict> handle(const wire::RenameCustomer &body);
    Result<Verdict> handle(const wire::TagCustomer &body);
    Result<Verdict> handle(const wire::UntagCustomer &body);
    Result<Verdict> handle(const wire::NoteCustomer &body);
    Result<Verdict> handle(const wire::RecordConsent &body);
    Result<Verdict> handle(const wire::RevealCustomer &body);
    Result<Verdict> handle(const wire::MergeCustomers &body);
    Result<Verdict> handle(const wire::UnmergeCustomer &body);
    Result<Verdict> handle(const wire::EraseCustomer &body);
    Result<Verdict> setTag(CustomerId given, TagId named, bool on);

    // shophandlers.cpp: the shop itself
    Result<Verdict> handle(const wire::DefineTag &body);
    Result<Verdict> handle(const wire::ChangeTag &body);
    Result<Verdict> handle(const wire::RetireTag &body);
    Result<Verdict> handle(const wire::AddOperator &body);
    Result<Verdict> handle(const wire::ChangeOperator &body);
    Result<Verdict> handle(const wire::DisableOperator &body);
    Result<Verdict> handle(const wire::RevokeDesk &body);
    Result<Verdict> handle(const wire::DefineReply &body);
    Result<Verdict> handle(const wire::ChangeReply &body);
    Result<Verdict> handle(const wire::RetireReply &body);
    Result<Verdict> handle(const wire::ResumeQueue &body);
    Result<Verdict> handle(const wire::ChangeShop &body);

    // pixhandlers.cpp: money
    Result<Verdict> handle(const wire::ChargePix &body);
    Result<Verdict> handle(const wire::CancelCharge &body);
    Result<Verdict> handle(const wire::SettleCharge &body);
    Result<Verdict> handle(const wire::RefundPix &body);
    Result<Verdict> handle(const wire::ProposePixAccount &body);
    Result<Verdict> handle(const wire::ConfirmPixAccount &body);
    Result<Verdict> handle(const wire::KeepPixAccount &body);
    Result<Verdict> handle(const wire::SortStrays &body);
    Result<Verdict> handle(const wire::CloseTill &body);
    [[nodiscard]] std::optional<Verdict> unfitCharge(const wire::ChargePix &body) const;
    Result<std::optional<Verdict>> mayCharge(const wire::ChargePix &body, const Conversation &in);
    Result<std::optional<Verdict>> mayRefund(const wire::RefundPix &body);
    Result<std::optional<Verdict>> fillFromCharge(wire::Content &content, const Conversation &in);

    Result<Verdict> handle(const wire::Blank &body);
    Result<Verdict> handle(const wire::UnknownBody &body);

    RelayData &m_data;
    wire::Command m_command;
    std::optional<OperatorId> m_session;
    Stamp m_stamp;
};

} // namespace balcao::relay
