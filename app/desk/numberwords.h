// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Meta says of the shop's number, in a shop's words: whether it vouches for the name that a customer sees beside a
// Pix. Pure.
// Source: Meta, reference/whatsapp-business-phone-number (2026).
#pragma once

#include "desk/wording.h"
#include "store/rows.h"

#include <QCoreApplication>

namespace balcao::desk {

class NumberWords
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::NumberWords)

public:
    enum class Standing {
        Unknown, ///< Meta has not been heard
        VouchedFor,
        Doubtful,
    };

    NumberWords(const Wording &wording, qint64 nowMs) : m_wording(wording), m_nowMs(nowMs) {}

    /// Only what Meta has approved, confirmed and connected is vouched for, and no name that is a week old at most.
    [[nodiscard]] Standing standing(const store::ChannelRow &row) const;
    /// Why it is doubtful; empty: it is not.
    [[nodiscard]] QString doubt(const store::ChannelRow &row) const;
    /// Of the name: "approved by Meta"; empty: not said.
    [[nodiscard]] static QString nameState(const store::ChannelRow &row);
    /// "high"; empty: not said.
    [[nodiscard]] static QString quality(const store::ChannelRow &row);

private:
    [[nodiscard]] bool isRenamed(const store::ChannelRow &row) const;

    const Wording &m_wording;
    qint64 m_nowMs;
};

} // namespace balcao::desk
