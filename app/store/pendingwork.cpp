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
        if (row.chip && row.chip->facts.paid.centavos > 0) // as EventApplier::leaveCharges()
            row.chip.reset();
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

template <class Body>
constexpr bool kIsAboutShop = std::is_same_v<Body, wire::DefineTag> || std::is_same_v<Body, wire::ChangeTag> ||
                              std::is_same_v<Body, wire::RetireTag> || std::is_same_v<Body, wire::DefineReply> ||
                              std::is_same_v<Body, wire::ChangeReply> || std::is_same_v<Body, wire::RetireReply>;

struct TagsChange
{
    QList<TagCount> &tags;

    [[nodiscard]] auto find(TagId id) const
    {
        return std::ranges::find_if(tags, [id](const TagCount &one) { return one.tag.id == id; });
    }
    void operator()(const wire::DefineTag &body) const
    {
        if (find(body.tag) == tags.end())
            tags.append({{body.tag, body.definition.name, body.definition.colour}, 0});
    }
    void operator()(const wire::ChangeTag &body) const
    {
        const auto known = find(body.tag);
        if (known == tags.end())
            return;
        known->tag.name = body.change.name.value_or(known->tag.name);
        known->tag.colour = body.change.colour.value_or(known->tag.colour);
    }
    void operator()(const wire::RetireTag &body) const
    {
        tags.removeIf([&body](const TagCount &one) { return one.tag.id == body.tag; });
    }
    template <class Other>
    void operator()(const Other &) const
    {
    }
};

struct RepliesChange
{
    QList<ReplyRow> &replies;

    [[nodiscard]] auto find(QuickReplyId id) const
    {
        return std::ranges::find_if(replies, [id](const ReplyRow &one) { return one.id == id; });
    }
    void operator()(const wire::DefineReply &body) const
    {
        if (find(body.reply) == replies.end())
            replies.append({body.reply, body.definition.title, body.definition.text});
    }
    void operator()(const wire::ChangeReply &body) const
    {
        const auto known = find(body.reply);
        if (known == replies.end())
            return;
        known->title = body.change.title.value_or(known->title);
        known->text = body.change.text.value_or(known->text);
    }
    void operator()(const wire::RetireReply &body) const
    {
        replies.removeIf([&body](const ReplyRow &one) { return one.id == body.reply; });
    }
    template <class Other>
    void operator()(const Other &) const
    {
    }
};

/// As ShopReader lists them.
bool standsBefore(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) < 0;
}

} // namespace

Result<PendingWork> PendingWork::read(sql::Connection &local)
{
    // "state <> 3" is the index's own condition (outbox_unsettled): without those words it is not used.
    const auto waiting =
        local
            .prepare(
                u"SELECT conversation, command FROM outbox WHERE state <> 3 AND state IN (0, 1, 6) AND message IS NULL "
                "ORDER BY place"_s)
            .all([](const sql::Statement &row) { return std::pair(row.id<ConversationId>(0), row.text(1).toUtf8()); });
    BALCAO_TRY(waiting);
    PendingWork work;
    for (const auto &[conversation, json] : *waiting) {
        const auto command = wire::commandFromJson(QJsonDocument::fromJson(json).object());
        if (!command)
            continue;
        const CustomerId about = std::visit(AboutCustomer{}, command->body);
        if (const auto *dismiss = std::get_if<wire::DismissMessage>(&command->body))
            work.m_aboutMessages.insert(dismiss->message, {dismiss->dismissed, command->operatorId});
        else if (!about.isNull())
            work.m_aboutCustomers[about].append({command->body, command->madeAt});
        else if (!conversation.isNull())
            work.m_commands[conversation].append(command->body);
        else if (std::visit([]<class Body>(const Body &) { return kIsAboutShop<Body>; }, command->body))
            work.m_aboutShop.append(command->body);
        else if (const auto *sort = std::get_if<wire::SortStrays>(&command->body))
            work.keepSorting(*sort);
    }
    return work;
}

void PendingWork::keepSorting(const wire::SortStrays &sort)
{
    for (const QString &one : sort.endToEndIds)
        m_aboutStrays.insert(one, sort);
}

void PendingWork::applyTo(QList<TillStrayRow> &strays) const
{
    for (TillStrayRow &row : strays) {
        const auto said = m_aboutStrays.constFind(row.endToEndId);
        if (said == m_aboutStrays.cend())
            continue;
        row.isOnItsWay = true;
        row.counted.isSale = said->sale;
        row.conversation = said->sale ? said->conversation.value_or(ConversationId()) : ConversationId();
        row.customer.clear();
        row.username.clear();
        row.maskedPhone.clear();
    }
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
    const auto dismissal = m_aboutMessages.constFind(row.previewed);
    if (dismissal != m_aboutMessages.cend())
        row.lastOutDismissed = dismissal->dismissed;
}

void PendingWork::applyTo(ThreadRow &row, const QHash<OperatorId, QString> &operators) const
{
    const auto dismissal = m_aboutMessages.constFind(row.id);
    if (dismissal == m_aboutMessages.cend() || dismissal->dismissed == row.dismissed)
        return;
    row.dismissed = dismissal->dismissed;
    row.dismissedBy = row.dismissed ? operators.value(dismissal->by) : QString();
}

void PendingWork::applyTo(CustomerCard &card) const
{
    for (const Made &one : m_aboutCustomers.value(card.id))
        std::visit(CardChange{card, one.at}, one.body);
}

void PendingWork::applyTo(QList<TagCount> &tags) const
{
    if (m_aboutShop.isEmpty())
        return;
    for (const wire::CommandBody &body : m_aboutShop)
        std::visit(TagsChange{tags}, body);
    std::ranges::stable_sort(tags, standsBefore, [](const TagCount &one) { return one.tag.name; });
}

void PendingWork::applyTo(QList<ReplyRow> &replies) const
{
    if (m_aboutShop.isEmpty())
        return;
    for (const wire::CommandBody &body : m_aboutShop)
        std::visit(RepliesChange{replies}, body);
    std::ranges::stable_sort(replies, standsBefore, &ReplyRow::title);
}

void UnsentRow::applyTo(ConversationRow &row) const
{
    row.toSend = count;
    row.preview = charge ? reaisShown(charge->amount) : text;
    row.previewType = charge ? ContentType::Pix : ContentType::Text;
    row.previewAuthor.clear();
    row.previewAbout.clear();
    row.previewOutbound = true;
    row.previewed = last;
    row.lastOutState = MessageState::Pending;
    row.lastAt = madeAt;
}

void coverUnsent(const QList<UnsentRow> &unsent, QList<ConversationRow> &rows, std::optional<ConversationRow> &open)
{
    for (const UnsentRow &one : unsent) {
        const auto at = std::ranges::find(rows, one.conversation, &ConversationRow::id);
        if (at != rows.end())
            one.applyTo(*at);
        if (open && open->id == one.conversation)
            one.applyTo(*open);
    }
}

bool belongs(const ConversationRow &row, const ConversationFilter &filter)
{
    const bool wears = std::ranges::any_of(row.tags, [&filter](const TagRow &tag) { return tag.id == filter.tag; });
    if (!filter.tag.isNull() && !wears)
        return false;
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
        return stands && wears;
    }
    return false;
}

} // namespace balcao::store
