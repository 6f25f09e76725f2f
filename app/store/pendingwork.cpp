// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/pendingwork.h"

#include "core/servicewindow.h"
#include "store/readers.h"

#include <QJsonDocument>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Change
{
    ConversationRow &row;
    const QHash<OperatorId, QString> &operators;
    const QList<TagRow> &tags;

    void operator()(const wire::ResolveConversation &) const
    {
        row.state = ConversationState::Resolved;
        row.waitingSince = 0;
        row.snoozedUntil = 0;
    }
    void operator()(const wire::ReopenConversation &) const { row.state = ConversationState::Open; }
    void operator()(const wire::WakeConversation &) const
    {
        row.state = ConversationState::Open;
        row.snoozedUntil = 0;
    }
    void operator()(const wire::SnoozeConversation &body) const
    {
        row.state = ConversationState::Snoozed;
        row.snoozedUntil = body.until;
    }
    void operator()(const wire::AssignConversation &body) const
    {
        row.assignee = body.to.value_or(OperatorId());
        row.assigneeName = operators.value(row.assignee);
    }
    void operator()(const wire::TagCustomer &body) const
    {
        const auto isIt = [&body](const TagRow &tag) { return tag.id == body.tag; };
        const auto known = std::ranges::find_if(tags, isIt);
        if (known != tags.cend() && std::ranges::none_of(row.tags, isIt))
            row.tags.append(*known);
    }
    void operator()(const wire::UntagCustomer &body) const
    {
        row.tags.removeIf([&body](const TagRow &tag) { return tag.id == body.tag; });
    }
    template <class Other>
    void operator()(const Other &) const
    {
    }
};

/// Whom it names, if it is about a customer and not about a conversation.
struct AboutCustomer
{
    CustomerId operator()(const wire::RenameCustomer &body) const { return body.customer; }
    CustomerId operator()(const wire::NoteCustomer &body) const { return body.customer; }
    CustomerId operator()(const wire::RecordConsent &body) const { return body.customer; }
    template <class Other>
    CustomerId operator()(const Other &) const
    {
        return {};
    }
};

struct CardChange
{
    CustomerCard &card;
    qint64 at;

    void operator()(const wire::RenameCustomer &body) const { card.name = body.name; }
    void operator()(const wire::NoteCustomer &body) const
    {
        card.note = body.text;
        card.noteAt = at;
        card.noteBy.clear();
    }
    void operator()(const wire::RecordConsent &body) const
    {
        const wire::CustomerConsented &given = body.consent;
        card.consents.removeIf([&given](const ConsentRow &one) { return one.purpose == given.purpose; });
        card.consents.append({given.purpose, given.granted, at});
    }
    template <class Other>
    void operator()(const Other &) const
    {
    }
};

} // namespace

Result<PendingWork> PendingWork::read(sql::Connection &local)
{
    const auto waiting =
        local
            .prepare(u"SELECT conversation, command FROM outbox WHERE state IN (0, 1, 6) AND message IS NULL "
                     "ORDER BY place"_s)
            .all([](const sql::Statement &row) { return std::pair(row.id<ConversationId>(0), row.text(1).toUtf8()); });
    BALCAO_TRY(waiting);
    PendingWork work;
    for (const auto &[conversation, json] : *waiting) {
        const auto command = wire::commandFromJson(QJsonDocument::fromJson(json).object());
        if (!command)
            continue;
        const CustomerId about = std::visit(AboutCustomer{}, command->body);
        if (!about.isNull())
            work.m_aboutCustomers[about].append({command->body, command->madeAt});
        else if (!conversation.isNull())
            work.m_commands[conversation].append(command->body);
    }
    return work;
}

void PendingWork::applyTo(ConversationRow &row, const QHash<OperatorId, QString> &operators,
                          const QList<TagRow> &tags) const
{
    for (const wire::CommandBody &body : m_commands.value(row.id))
        std::visit(Change{row, operators, tags}, body);
    for (const Made &one : m_aboutCustomers.value(row.customer)) {
        if (const auto *rename = std::get_if<wire::RenameCustomer>(&one.body))
            row.name = rename->name;
    }
}

void PendingWork::applyTo(CustomerCard &card) const
{
    for (const Made &one : m_aboutCustomers.value(card.id))
        std::visit(CardChange{card, one.at}, one.body);
}

bool belongs(const ConversationRow &row, const ConversationFilter &filter)
{
    const bool waits = row.waitingSince > 0 && row.state == ConversationState::Open;
    const bool stands = row.state != ConversationState::Resolved;
    switch (filter.view) {
    case View::Waiting:
        return waits;
    case View::Expiring:
        return waits && row.windowUntil > filter.nowMs && row.windowUntil - filter.nowMs <= kExpiringMs;
    case View::Mine:
        return stands && row.assignee == filter.mine;
    case View::All:
        return stands;
    case View::Snoozed:
        return row.state == ConversationState::Snoozed;
    case View::Resolved:
        return !stands;
    case View::Tag:
        return stands && std::ranges::any_of(row.tags, [&filter](const TagRow &tag) { return tag.id == filter.tag; });
    }
    return false;
}

} // namespace balcao::store
