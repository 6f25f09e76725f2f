// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/txid.h"

#include <algorithm>

namespace balcao {

namespace {

bool isOf(QStringView text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most && std::ranges::all_of(text, [](QChar c) {
               return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
           });
}

} // namespace

bool isStaticTxid(QStringView text)
{
    return isOf(text, 1, 25);
}

bool isChargeTxid(QStringView text)
{
    return isOf(text, 26, 35);
}

} // namespace balcao
