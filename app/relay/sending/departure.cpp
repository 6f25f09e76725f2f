// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/departure.h"

#include "relay/sending/graphmedia.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A charge that is not to be paid any more stays here, and so does a code that does not pay the shop's record as it
/// stands now. What the customer has of it already, no refusal takes back.
Result<void> stopMispaying(RelayData &data, std::optional<SendJob> &job)
{
    BALCAO_TAKE(const bool isOver, data.charges().isOverBefore(*job));
    if (isOver) {
        const MessageId late = std::exchange(job, std::nullopt)->message;
        return data.outgoing().failed(late, {kNotPayable, {}});
    }
    BALCAO_TAKE(const std::optional<PayeeFault> fault, data.charges().faultOf(*job));
    if (!fault)
        return {};
    const MessageId message = job->message;
    BALCAO_TAKE(const std::optional<Charge> charge, data.charges().find(job->content.charge.value_or(ChargeId())));
    job.reset();
    if (charge) {
        BALCAO_TAKE(const bool hasLeft, data.charges().hasLeft(*charge));
        if (!hasLeft)
            BALCAO_TRY(data.charges().refuse(*charge, u"payee-"_s + nameOf(*fault)));
    }
    return data.outgoing().failed(message, {kMispays, {}});
}

/// Nothing, unless it goes in WhatsApp's own form.
Result<std::optional<PixOrder>> orderOf(RelayData &data, const SendJob &job)
{
    using Order = std::optional<PixOrder>;
    if (job.content.type != ContentType::Pix || !job.content.charge)
        return Order();
    BALCAO_TAKE(const std::optional<Charge> charge, data.charges().find(*job.content.charge));
    BALCAO_TAKE(const std::optional<KeptAccount> account, data.pixAccounts().standing());
    if (!charge || !charge->asOrder || !account)
        return Order();
    return Order(
        PixOrder{charge->facts.amount, charge->description, charge->code, account->account, charge->facts.expiresAt});
}

/// Where WhatsApp has no form of its own for it, a charge goes with its code as a picture: whoever reads on one phone can
/// pay with another. Empty: nothing is to be drawn.
Result<QString> codeToShow(RelayData &data, const Departure &leaving)
{
    const wire::Content &content = leaving.job->content;
    const bool isPlain = content.type == ContentType::Pix && content.charge && !leaving.order;
    if (!isPlain || content.text.size() > kLongestCaption)
        return QString();
    BALCAO_TAKE(const std::optional<Charge> charge, data.charges().find(*content.charge));
    if (!charge)
        return QString();
    BALCAO_TAKE(const bool isBare, data.charges().goesUnpictured(*charge));
    return isBare ? QString() : charge->code;
}

ChargeForm chargeFormOf(const Departure &leaving)
{
    if (leaving.order)
        return ChargeForm::Order;
    return leaving.mediaId.isEmpty() ? ChargeForm::Words : ChargeForm::Picture;
}

} // namespace

Result<Departure> depart(RelayData &data, MessageId message, const std::optional<Picture> &known)
{
    Departure made;
    // Anew: a number may have changed, people may have been merged or parted while it waited.
    BALCAO_TAKE(made.job, data.outgoing().find(message));
    if (!made.job || made.job->inDoubt)
        return Departure();
    BALCAO_TRY(stopMispaying(data, made.job));
    if (!made.job)
        return made;
    BALCAO_TAKE(made.order, orderOf(data, *made.job));
    BALCAO_TAKE(made.end, data.charges().statusOf(*made.job));
    // After the check: what is drawn is the code that was compared.
    BALCAO_TAKE(const QString code, codeToShow(data, made));
    const bool isDrawn = known && known->code == code;
    if (!code.isEmpty() && !isDrawn) {
        made.toDraw = code;
        return made;
    }
    made.mediaId = isDrawn ? known->mediaId : QString();
    BALCAO_TAKE(const bool may, data.outgoing().attemptStarted(message));
    if (made.job->content.type == ContentType::Pix)
        BALCAO_TRY(data.charges().leavesAs(message, chargeFormOf(made)));
    ++made.job->attempts;
    return may ? made : Departure();
}

} // namespace balcao::relay
