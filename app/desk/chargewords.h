// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is said of a charge, wherever it stands: card, list, panel. Only what the bank confirmed is ever green or called
// paid in capitals. Everything is plain text.
#pragma once

#include "desk/wording.h"
#include "store/pixrows.h"

#include <QCoreApplication>

namespace balcao::desk {

/// How a charge stands, as a colour says it: nothing of note, it waits, the bank confirmed it, something is wrong,
/// somebody of the shop says so and no bank does.
enum class ChargeTone { Plain, Waiting, Paid, Wrong, ByHand };

/// All that a card shows, at one moment.
struct ChargeLook
{
    ChargeState state = ChargeState::Creating;
    ChargeTone tone = ChargeTone::Plain;
    QString amount; ///< "R$ 123,45"
    QString description;
    QString chip;
    QString icon;      ///< in the chip
    QString note;      ///< what is wrong, in words; may be empty
    QString foot;      ///< until when, or by whom it was confirmed; may be empty
    bool ticks = true; ///< it goes to somebody

    friend bool operator==(const ChargeLook &, const ChargeLook &) = default;
};

/// One short state with its amount, for the list.
struct ChargeShort
{
    QString text; ///< empty: nothing to say
    ChargeTone tone = ChargeTone::Plain;
};

class ChargeWords
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::ChargeWords)

public:
    explicit ChargeWords(const Wording &wording) : m_wording(wording) {}

    [[nodiscard]] static ChargeTone tone(ChargeState state);
    [[nodiscard]] static QString icon(ChargeState state, ChargeKind kind);
    /// "Waiting for the bank"
    [[nodiscard]] static QString chip(ChargeState state, ChargeKind kind);
    /// The same where there is room for one word.
    [[nodiscard]] static QString word(ChargeState state);
    /// "Paid too much: R$ 80,00 instead of R$ 70,00."; empty where all is as asked.
    [[nodiscard]] static QString difference(const ChargeFacts &facts, ChargeState state);
    /// What has become of what a manager sends back; empty where nothing is to be said.
    [[nodiscard]] static QString refundNote(const store::RefundRow &refund);
    /// Why the bank's server or our own check did not want it: pix.refused's reason.
    [[nodiscard]] static QString refusal(const QString &reason);
    [[nodiscard]] ChargeLook look(const store::ChargeRow &row, qint64 nowMs) const;
    /// Of one that this desk has asked for; `refused`: in vain.
    [[nodiscard]] static ChargeLook look(const store::PendingCharge &asked, bool refused);
    [[nodiscard]] static ChargeShort inList(const store::ChargeChip &chip, qint64 nowMs);
    /// "today 18:00", "14:32", "12/11"
    [[nodiscard]] QString day(const store::ChargeRow &row, qint64 nowMs) const;

private:
    [[nodiscard]] static QString refundFault(const QString &fault, const QString &amount);
    [[nodiscard]] QString foot(const store::ChargeRow &row, ChargeState state, qint64 nowMs) const;
    [[nodiscard]] QString paidWhen(const store::ChargeRow &row) const;

    const Wording &m_wording;
};

} // namespace balcao::desk
