// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/text.h"
#include "relay/commands/commands.h"

#include <QTimeZone>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of quick replies; a text is as long as a message may be.
constexpr qsizetype kLongestTitle = 128;
constexpr qsizetype kLongestReply = 4096;

wire::Subject ofTag(TagId tag)
{
    wire::Subject subject;
    subject.tag = tag;
    return subject;
}

wire::Subject ofOperator(OperatorId id)
{
    wire::Subject subject;
    subject.operatorId = id;
    return subject;
}

wire::Subject ofReply(QuickReplyId reply)
{
    wire::Subject subject;
    subject.reply = reply;
    return subject;
}

bool isColour(const QString &colour)
{
    if (colour.size() != 7 || colour[0] != u'#')
        return false;
    for (const QChar c : QStringView(colour).sliced(1)) {
        if (!(c >= u'0' && c <= u'9') && !(c.toLower() >= u'a' && c.toLower() <= u'f'))
            return false;
    }
    return true;
}

constexpr qsizetype kLongestTag = 64;

} // namespace

Result<Commands::Verdict> Commands::handle(const wire::DefineTag &body)
{
    if (const auto refused = tooLong("name"_L1, body.definition.name.trimmed(), kLongestTag))
        return *refused;
    const QString name = cleanText(body.definition.name.trimmed(), kLongestTag);
    if (name.isEmpty() || !isColour(body.definition.colour))
        return Verdict::no(problem::kBadBody, name.isEmpty() ? u"name: empty"_s : u"colour: not #rrggbb"_s);
    BALCAO_TAKE(const std::optional<TagId> stands, m_data.shop().tagNamed(name));
    BALCAO_TAKE(const bool had, m_data.shop().hadTag(body.tag));
    if (stands && *stands == body.tag)
        return Verdict::noop(body.tag.text());
    BALCAO_TAKE(const bool another, m_data.people().isTaken(body.tag.bytes()));
    if (had || (another && !stands))
        return Verdict::no(problem::kBadBody, u"tag: the id has been used"_s);
    if (stands) {
        // Two desks thought of the same name while one was away: what it does with its id goes to the one that stands.
        BALCAO_TRY(m_data.people().alias(body.tag.bytes(), stands->bytes()));
        return Verdict::noop(stands->text());
    }
    BALCAO_TRY(m_data.shop().putTag(body.tag, name));
    return say(ofTag(body.tag), wire::TagDefined{name, body.definition.colour});
}

Result<Commands::Verdict> Commands::handle(const wire::ChangeTag &body)
{
    BALCAO_TAKE(const TagId tag, m_data.shop().standing(body.tag));
    BALCAO_TAKE(const bool known, m_data.shop().hasTag(tag));
    if (!known)
        return Verdict::no(problem::kTagUnknown);
    if (body.change.colour && !isColour(*body.change.colour))
        return Verdict::no(problem::kBadBody, u"colour: not #rrggbb"_s);
    wire::TagChanged change = body.change;
    if (change.name) {
        if (const auto refused = tooLong("name"_L1, change.name->trimmed(), kLongestTag))
            return *refused;
        change.name = cleanText(change.name->trimmed(), kLongestTag);
        if (change.name->isEmpty())
            return Verdict::no(problem::kBadBody, u"name: empty"_s);
        BALCAO_TAKE(const std::optional<TagId> stands, m_data.shop().tagNamed(*change.name));
        if (stands && *stands != tag)
            return Verdict::no(problem::kTagExists);
        BALCAO_TRY(m_data.shop().putTag(tag, *change.name));
    }
    return say(ofTag(tag), change);
}

Result<Commands::Verdict> Commands::handle(const wire::RetireTag &body)
{
    BALCAO_TAKE(const TagId tag, m_data.shop().standing(body.tag));
    BALCAO_TAKE(const bool known, m_data.shop().hasTag(tag));
    if (!known)
        return Verdict::no(problem::kTagUnknown);
    BALCAO_TRY(m_data.shop().retireTag(tag));
    return say(ofTag(tag), wire::TagRetired{});
}

Result<Commands::Verdict> Commands::handle(const wire::AddOperator &body)
{
    BALCAO_TAKE(const std::optional<Operator> stands, m_data.operators().find(body.operatorId));
    if (stands)
        return Verdict::noop(body.operatorId.text());
    const QString name = cleanText(body.definition.name.trimmed(), 128);
    if (name.isEmpty())
        return Verdict::no(problem::kBadBody, u"name: empty"_s);
    BALCAO_TRY(m_data.operators().add({body.operatorId, name, body.definition.role, false, false}));
    return say(ofOperator(body.operatorId), wire::OperatorAdded{name, body.definition.role});
}

Result<Commands::Verdict> Commands::handle(const wire::ChangeOperator &body)
{
    BALCAO_TAKE(const std::optional<Operator> stands, m_data.operators().find(body.operatorId));
    if (!stands)
        return Verdict::no(problem::kOperatorUnknown);
    wire::OperatorChanged change = body.change;
    if (change.name) {
        change.name = cleanText(change.name->trimmed(), 128);
        if (change.name->isEmpty())
            return Verdict::no(problem::kBadBody, u"name: empty"_s);
    }
    if (!stands->disabled && stands->role == Role::Manager && change.role == Role::Attendant) {
        BALCAO_TAKE(const qint64 others, m_data.operators().managers(body.operatorId));
        if (others == 0)
            return Verdict::no(problem::kLastManager);
    }
    // A manager's PIN has six digits at least, and nobody can tell how many this one has.
    if (change.role == Role::Manager && stands->role != Role::Manager)
        BALCAO_TRY(m_data.operators().dropPin(body.operatorId));
    BALCAO_TRY(m_data.operators().change(body.operatorId, change));
    return say(ofOperator(body.operatorId), change);
}

Result<Commands::Verdict> Commands::handle(const wire::DisableOperator &body)
{
    BALCAO_TAKE(const std::optional<Operator> stands, m_data.operators().find(body.operatorId));
    if (!stands)
        return Verdict::no(problem::kOperatorUnknown);
    if (stands->disabled)
        return Verdict::noop();
    BALCAO_TAKE(const qint64 others, m_data.operators().managers(body.operatorId));
    if (stands->role == Role::Manager && others == 0)
        return Verdict::no(problem::kLastManager);
    BALCAO_TRY(m_data.operators().disable(body.operatorId));
    return say(ofOperator(body.operatorId), wire::OperatorDisabled{});
}

Result<Commands::Verdict> Commands::handle(const wire::RevokeDesk &body)
{
    BALCAO_TAKE(const bool revoked, m_data.registry().revoke(body.desk, m_stamp));
    return revoked ? Verdict::done() : Verdict::noop();
}

Result<Commands::Verdict> Commands::handle(const wire::DefineReply &body)
{
    BALCAO_TAKE(const bool stands, m_data.shop().hasReply(body.reply));
    if (stands)
        return Verdict::noop(body.reply.text());
    if (body.definition.title.trimmed().isEmpty() || body.definition.text.trimmed().isEmpty())
        return Verdict::no(problem::kBadBody, u"title, text: empty"_s);
    if (const auto refused = tooLong("title"_L1, body.definition.title, kLongestTitle))
        return *refused;
    if (const auto refused = tooLong("text"_L1, body.definition.text, kLongestReply))
        return *refused;
    BALCAO_TRY(m_data.shop().addReply(body.reply));
    return say(ofReply(body.reply), body.definition);
}

Result<Commands::Verdict> Commands::handle(const wire::ChangeReply &body)
{
    BALCAO_TAKE(const bool known, m_data.shop().hasReply(body.reply));
    if (!known)
        return Verdict::no(problem::kReplyUnknown);
    const auto isBlank = [](const std::optional<QString> &text) { return text && text->trimmed().isEmpty(); };
    if (isBlank(body.change.title) || isBlank(body.change.text))
        return Verdict::no(problem::kBadBody, u"title, text: empty"_s);
    if (const auto refused = tooLong("title"_L1, body.change.title.value_or(QString()), kLongestTitle))
        return *refused;
    if (const auto refused = tooLong("text"_L1, body.change.text.value_or(QString()), kLongestReply))
        return *refused;
    return say(ofReply(body.reply), body.change);
}

Result<Commands::Verdict> Commands::handle(const wire::RetireReply &body)
{
    BALCAO_TAKE(const bool known, m_data.shop().hasReply(body.reply));
    if (!known)
        return Verdict::no(problem::kReplyUnknown);
    BALCAO_TRY(m_data.shop().retireReply(body.reply));
    return say(ofReply(body.reply), wire::ReplyRetired{});
}

Result<Commands::Verdict> Commands::handle(const wire::ResumeQueue &body)
{
    BALCAO_TAKE(const bool known, m_data.shop().hasChannel(body.channel));
    if (!known)
        return Verdict::no(problem::kChannelUnknown);
    BALCAO_TAKE(const bool resumed, m_data.outgoing().resume(body.channel, m_stamp));
    return resumed ? Verdict::done() : Verdict::noop();
}

Result<Commands::Verdict> Commands::handle(const wire::ChangeShop &body)
{
    if (body.change.bank || body.change.refunds || body.change.bankCertificateEnds)
        return Verdict::no(problem::kBadBody, u"bank: stands in the server's configuration"_s);
    const auto &zone = body.change.timezone; // without a name Qt takes this machine's
    if (zone && (zone->isEmpty() || !QTimeZone(zone->toLatin1()).isValid()))
        return Verdict::no(problem::kBadBody, u"timezone: unknown"_s);
    if (body.change.timezone)
        BALCAO_TRY(m_data.setMeta(kTimezoneKey, body.change.timezone->toLatin1()));
    if (body.change.markRead)
        BALCAO_TRY(m_data.setMeta(kMarkReadKey, (*body.change.markRead ? kMarkReadOn : kMarkReadOff).toByteArray()));
    return say({}, body.change);
}

} // namespace balcao::relay
