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

QString staticTxidOf(ChargeId charge)
{
    constexpr qsizetype kLength = 25;
    constexpr int kBase = 36;
    QByteArray number = charge.bytes(); // big endian, divided in place
    QString text(kLength, u'0');
    for (qsizetype at = kLength; at-- > 0;) {
        int rest = 0;
        for (char &byte : number) {
            rest = rest * 256 + static_cast<unsigned char>(byte);
            byte = static_cast<char>(rest / kBase);
            rest %= kBase;
        }
        text[at] = QChar(rest < 10 ? u'0' + rest : u'A' + rest - 10);
    }
    return text;
}

QString chargeTxidOf(ChargeId charge)
{
    return charge.uuid().toString(QUuid::Id128);
}

QString refundIdOf(RefundId refund)
{
    return refund.uuid().toString(QUuid::Id128);
}

} // namespace balcao
