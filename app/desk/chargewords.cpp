// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/chargewords.h"

#include "core/clock.h"
#include "core/text.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;
using store::ChargeRow;

namespace {

constexpr qsizetype kLongestName = 24;
constexpr qsizetype kLongestReason = 80;

QString nameOf(const QString &name)
{
    return isolated(previewText(name, kLongestName));
}

/// "+ R$ 10,00": of what was asked for.
QString beyond(const ChargeFacts &facts)
{
    const qint64 more = facts.paid.centavos - facts.returned.centavos - facts.amount.centavos;
    return (more < 0 ? u"\u2212 "_s : u"+ "_s) + reaisShown({qAbs(more)});
}

} // namespace

ChargeTone ChargeWords::tone(ChargeState state)
{
    switch (state) {
    case ChargeState::Waiting:
        return ChargeTone::Waiting;
    case ChargeState::Paid:
        return ChargeTone::Paid;
    case ChargeState::PaidLess:
    case ChargeState::PaidMore:
    case ChargeState::Withdrawn:
    case ChargeState::Refused:
        return ChargeTone::Wrong;
    case ChargeState::Settled:
        return ChargeTone::ByHand;
    case ChargeState::Creating:
    case ChargeState::Expired:
    case ChargeState::Cancelled:
    case ChargeState::Returned:
    case ChargeState::PartlyReturned:
        break;
    }
    return ChargeTone::Plain;
}

QString ChargeWords::icon(ChargeState state, ChargeKind kind)
{
    switch (state) {
    case ChargeState::Creating:
        return u"clock"_s;
    case ChargeState::Waiting:
        return kind == ChargeKind::Bank ? u"bank"_s : u"store"_s;
    case ChargeState::Paid:
        return u"sent"_s;
    case ChargeState::PaidLess:
    case ChargeState::PaidMore:
    case ChargeState::Withdrawn:
    case ChargeState::Refused:
        return u"failed"_s;
    case ChargeState::Expired:
        return u"expiring"_s;
    case ChargeState::Cancelled:
        return u"close"_s;
    case ChargeState::Returned:
    case ChargeState::PartlyReturned:
        return u"undo"_s;
    case ChargeState::Settled:
        return u"edit"_s;
    }
    return {};
}

QString ChargeWords::chip(ChargeState state, ChargeKind kind)
{
    switch (state) {
    case ChargeState::Waiting:
        return kind == ChargeKind::Bank ? tr("Waiting for the bank") : tr("Waiting · to be confirmed by hand");
    case ChargeState::Withdrawn:
        return tr("Taken back by the bank (MED)");
    case ChargeState::PartlyReturned:
        return tr("Returned in part");
    default:
        return word(state);
    }
}

QString ChargeWords::word(ChargeState state)
{
    switch (state) {
    case ChargeState::Creating:
        return tr("Sending");
    case ChargeState::Waiting:
        return tr("Waiting");
    case ChargeState::Paid:
        //: In capitals; reserved for what the bank confirmed.
        return tr("PAID");
    case ChargeState::PaidLess:
        return tr("Paid too little");
    case ChargeState::PaidMore:
        return tr("Paid too much");
    case ChargeState::Expired:
        return tr("Expired");
    case ChargeState::Cancelled:
        return tr("Cancelled");
    case ChargeState::Returned:
    case ChargeState::PartlyReturned:
        return tr("Returned");
    case ChargeState::Withdrawn:
        return tr("Taken back");
    case ChargeState::Settled:
        return tr("Settled by hand");
    case ChargeState::Refused:
        return tr("Not registered");
    }
    return {};
}

QString ChargeWords::difference(const ChargeFacts &facts, ChargeState state)
{
    const Money kept{facts.paid.centavos - facts.returned.centavos};
    switch (state) {
    case ChargeState::PaidLess:
        return tr("Paid too little: %1 instead of %2.").arg(reaisShown(kept), reaisShown(facts.amount));
    case ChargeState::PaidMore:
        return tr("Paid too much: %1 instead of %2.").arg(reaisShown(kept), reaisShown(facts.amount));
    case ChargeState::PartlyReturned:
        return tr("%1 of %2 went back.").arg(reaisShown(facts.returned), reaisShown(facts.paid));
    case ChargeState::Withdrawn:
        return tr("The bank took %1 of %2 back.").arg(reaisShown(facts.withdrawn), reaisShown(facts.paid));
    default:
        return {};
    }
}

QString ChargeWords::refundFault(const QString &fault, const QString &amount)
{
    if (fault == "not-done"_L1)
        return tr("%1 did not go back: the bank could not do it. Is there enough in the account?").arg(amount);
    if (fault == "changed"_L1)
        return tr("%1 were not sent back: something of it had gone back already. Look, and ask again.").arg(amount);
    if (fault == "expired"_L1)
        return tr("%1 were not sent back: the bank has not taken it within a day.").arg(amount);
    if (fault == "other-bank"_L1)
        return tr("Nobody knows whether %1 went back: the shop has another bank now. Look in the app of the one "
                  "before.")
            .arg(amount);
    if (fault == "not-asked"_L1)
        return tr("%1 were not sent back: it has been switched off at the shop's server.").arg(amount);
    return tr("%1 did not go back: the bank refused it (%2).").arg(amount, isolated(previewText(fault, kLongestName)));
}

QString ChargeWords::refundNote(const store::RefundRow &refund)
{
    const QString amount = reaisShown(refund.amount);
    switch (refund.state) {
    case store::RefundState::None:
        break;
    case store::RefundState::UnderWay:
        return tr("%1 on their way back, sent by %2: %3. The bank has not said yet that they arrived.")
            .arg(amount, nameOf(refund.by), previewText(refund.why, kLongestReason));
    case store::RefundState::Done:
        return tr("%1 paid back by %2: %3").arg(amount, nameOf(refund.by), previewText(refund.why, kLongestReason));
    case store::RefundState::Failed:
        return refundFault(refund.fault, amount);
    }
    return {};
}

QString ChargeWords::refusal(const QString &reason)
{
    if (reason.startsWith("payee-"_L1))
        return tr("Not sent: the code would not pay this shop.");
    if (reason == "AcessoNegado"_L1)
        return tr("Not sent: the bank denied the shop's access.");
    if (reason == "ServicoIndisponivel"_L1 || reason == "IndisponibilidadePorTempoEsgotado"_L1)
        return tr("Not sent: the bank is out of order for now.");
    if (reason == "expired"_L1)
        return tr("Not sent: the bank did not answer in time.");
    if (reason == "removed"_L1)
        return tr("Not sent: somebody removed it at the bank.");
    if (reason == "refused"_L1 || reason == "unknown"_L1)
        return tr("Not sent: the bank refused it.");
    return tr("Not sent: the bank refused it (%1).").arg(isolated(previewText(reason, kLongestName)));
}

QString ChargeWords::paidWhen(const ChargeRow &row) const
{
    const QString time = m_wording.clock(row.paidAt);
    return m_wording.sameDay(row.paidAt, row.at) ? time : m_wording.dayMonth(row.paidAt) + u' ' + time;
}

QString ChargeWords::foot(const ChargeRow &row, ChargeState state, qint64 nowMs) const
{
    switch (state) {
    case ChargeState::Creating:
        return row.kind == ChargeKind::Bank ? tr("The bank has not answered yet") : QString();
    case ChargeState::Waiting:
        return row.facts.expiresAt ? tr("Valid until %1").arg(m_wording.until(*row.facts.expiresAt, nowMs)) : QString();
    case ChargeState::Expired:
        return tr("Was valid until %1").arg(m_wording.until(*row.facts.expiresAt, nowMs));
    case ChargeState::Paid:
        return tr("PAID · confirmed by the bank %1").arg(paidWhen(row));
    case ChargeState::PaidLess:
    case ChargeState::PaidMore:
    case ChargeState::Withdrawn:
    case ChargeState::Returned:
    case ChargeState::PartlyReturned:
        return tr("By the bank, %1").arg(paidWhen(row));
    case ChargeState::Settled:
        return row.settledBy.isEmpty() ? tr("Settled by hand") : tr("Settled by hand by %1").arg(nameOf(row.settledBy));
    case ChargeState::Cancelled:
    case ChargeState::Refused:
        break;
    }
    return {};
}

ChargeLook ChargeWords::look(const ChargeRow &row, qint64 nowMs) const
{
    ChargeLook look;
    look.state = chargeState(row.facts, nowMs);
    look.tone = tone(look.state);
    look.amount = reaisShown(row.facts.amount);
    look.description = row.description;
    look.chip = chip(look.state, row.kind);
    look.icon = icon(look.state, row.kind);
    look.note = look.state == ChargeState::Refused   ? refusal(row.refusal)
                : look.state == ChargeState::Settled ? previewText(row.settledWhy, kLongestReason)
                                                     : difference(row.facts, look.state);
    if (const QString back = refundNote(row.refund); !back.isEmpty())
        look.note = look.note.isEmpty() ? back : look.note + u' ' + back;
    look.foot = foot(row, look.state, nowMs);
    if (!row.sends && look.foot.isEmpty())
        look.foot = tr("Shown at the counter");
    look.ticks = row.sends && look.state != ChargeState::Creating && look.state != ChargeState::Refused;
    return look;
}

ChargeLook ChargeWords::look(const store::PendingCharge &asked, bool refused)
{
    ChargeLook look;
    look.state = refused ? ChargeState::Refused : ChargeState::Creating;
    look.tone = tone(look.state);
    look.amount = reaisShown(asked.amount);
    look.description = asked.description;
    look.chip = refused ? tr("Not sent") : chip(look.state, asked.kind);
    look.icon = icon(look.state, asked.kind);
    look.ticks = asked.sends;
    return look;
}

ChargeShort ChargeWords::inList(const store::ChargeChip &chip, qint64 nowMs)
{
    const ChargeState state = chargeState(chip.facts, nowMs);
    const QString asked = reaisShown(chip.facts.amount);
    switch (state) {
    case ChargeState::Waiting:
        if (chip.kind == ChargeKind::Shop)
            return {tr("%1 · waiting").arg(asked), ChargeTone::Waiting};
        return {(chip.proof.isNull() ? tr("%1 · bank pending") : tr("%1 · unconfirmed")).arg(asked),
                ChargeTone::Waiting};
    case ChargeState::Paid:
        return {tr("PAID %1").arg(asked), ChargeTone::Paid};
    case ChargeState::PaidLess:
        return {tr("Paid too little: %1").arg(beyond(chip.facts)), ChargeTone::Wrong};
    case ChargeState::PaidMore:
        return {tr("Paid too much: %1").arg(beyond(chip.facts)), ChargeTone::Wrong};
    case ChargeState::Withdrawn:
        return {tr("%1 · taken back").arg(asked), ChargeTone::Wrong};
    default:
        return {};
    }
}

QString ChargeWords::day(const ChargeRow &row, qint64 nowMs) const
{
    const qint64 at = row.paidAt > 0 ? row.paidAt : row.at;
    if (m_wording.sameDay(at, nowMs))
        return row.paidAt > 0 ? m_wording.clock(at) : tr("today");
    const QString day = m_wording.shortDay(at, nowMs);
    return m_wording.sameDay(at, nowMs - kDayMs) ? day + u' ' + m_wording.clock(at) : day;
}

} // namespace balcao::desk
