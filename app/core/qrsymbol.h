// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The QR symbol of a text: which modules are dark. Level M and byte mode, as EMV asks for, whatever the text would
// allow; around it belong four light modules, which whoever draws it leaves.
// Source: EMVCo MPM 1.1, 4.12.1; ISO/IEC 18004.
#pragma once

#include <QBitArray>
#include <QByteArrayView>

#include <optional>

namespace balcao {

inline constexpr int kQrQuietZone = 4; ///< modules on each side

struct QrSymbol
{
    int size = 0;   ///< modules a side, without the quiet zone
    QBitArray dark; ///< row by row

    [[nodiscard]] bool isDark(int x, int y) const { return dark.testBit(y * size + x); }
};

/// Nothing for no bytes, and for more than a symbol of level M carries (2,331).
std::optional<QrSymbol> qrSymbol(QByteArrayView bytes);

} // namespace balcao
