// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a bank's webhook says, which is a hint and no more: anybody with an account at the same bank can have one
// sent to us that looks genuine. So it names payments to look for, and of amounts, times and payers nothing is
// taken. Pure; any body may come in.
// Source: API Pix 2.9.0 (Webhook); some banks send the list as the root.
#pragma once

#include "wire/parsed.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace balcao::relay {

inline constexpr qsizetype kPixHookLimit = 256 * 1024; ///< bytes of a body
inline constexpr qsizetype kPixHookHints = 500;        ///< payments in one body

/// "Look at this": confirm with findCharge() or findPayment() before anything changes.
struct PixHint
{
    QString endToEndId;
    QString txid; ///< empty: none, or none of the standard's form
    QString key;  ///< to which it went; empty: not said. Another shop's: not ours to look at

    friend bool operator==(const PixHint &, const PixHint &) = default;
};

struct PixHook
{
    QList<PixHint> hints; ///< each endToEndId once, in the order of the body
    int unread = 0;       ///< entries without a usable endToEndId
};

/// Problems are kBadRequest or kTooLarge and name what is wrong, never the content. An empty list is no problem:
/// banks try an address with it.
wire::Parsed<PixHook> readPixHook(const QByteArray &body);

} // namespace balcao::relay
