// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/qrsymbol.h"

#include <qrcodegen/qrcodegen.hpp>

#include <vector>

namespace balcao {

namespace {

constexpr qsizetype kMostBytes = 2331;

} // namespace

std::optional<QrSymbol> qrSymbol(QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.size() > kMostBytes)
        return {};
    // encodeText would choose other modes for capitals and digits, which EMV forbids.
    const auto code = qrcodegen::QrCode::encodeBinary(std::vector<std::uint8_t>(bytes.begin(), bytes.end()),
                                                      qrcodegen::QrCode::Ecc::MEDIUM);
    QrSymbol symbol{code.getSize(), QBitArray(code.getSize() * code.getSize())};
    for (int y = 0; y < symbol.size; ++y) {
        for (int x = 0; x < symbol.size; ++x)
            symbol.dark.setBit(y * symbol.size + x, code.getModule(x, y));
    }
    return symbol;
}

} // namespace balcao
