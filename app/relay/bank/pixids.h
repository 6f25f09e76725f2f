// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ids of API Pix beside the txid (core/txid.h). Pure.
// Source: API Pix 2.9.0 (endToEndId and rtrId: [a-zA-Z0-9]{32}; id of a devolução: [a-zA-Z0-9]{1,35}).
#pragma once

#include <QStringView>

#include <algorithm>

namespace balcao::relay {

inline bool isLettersAndDigits(QStringView text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most && std::ranges::all_of(text, [](QChar c) {
               return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
           });
}

inline bool isEndToEndId(QStringView text)
{
    return isLettersAndDigits(text, 32, 32);
}

/// Of a refund of ours, and of any txid that a Pix may carry.
inline bool isShortPixId(QStringView text)
{
    return isLettersAndDigits(text, 1, 35);
}

} // namespace balcao::relay
