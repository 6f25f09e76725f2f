// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The txid of a charge. For a charge of the bank it is unique for the shop and its bank for ever, and it is ours
// to choose: made and kept before the bank hears of it, so that one draft is one charge whatever happens.
// Source: Manual de Padrões para Iniciação do Pix 2.6.2, 5.3; API Pix 2.9.0 (txid of cob: [a-zA-Z0-9]{26,35}).
#pragma once

#include "core/id.h"

#include <QString>
#include <QStringView>

namespace balcao {

/// What object 62-05 of a static code may carry: 1 to 25 of A-Z a-z 0-9.
bool isStaticTxid(QStringView text);
/// What PUT /cob/{txid} takes: 26 to 35 of the same.
bool isChargeTxid(QStringView text);

/// The one txid that a charge can have, whoever works it out and however often. 25 characters: as many as the 128 bits
/// of its id need in letters and digits, and as many as object 62-05 has room for.
QString staticTxidOf(ChargeId charge);
/// The same for the bank's: its id's 32 hexadecimal digits.
QString chargeTxidOf(ChargeId charge);
/// As the bank is told it: 32 letters and digits.
QString refundIdOf(RefundId refund);

} // namespace balcao
