// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/qrpicture.h"

#include <QtEndian>

#include <algorithm>

namespace balcao {

namespace {

constexpr int kWantedSide = 600;
constexpr int kLeastModule = 8;
constexpr int kChannels = 3;
constexpr char kRgb = 2;
constexpr char kBitDepth = 8;

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// Bit by bit: a picture of ours is a few kilobytes once it is packed.
quint32 crcOf(QByteArrayView bytes)
{
    constexpr quint32 kReversedPolynomial = 0xedb88320U;
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? kReversedPolynomial : 0U);
    }
    return ~crc;
}

QByteArray chunk(QByteArrayView type, QByteArrayView data)
{
    QByteArray typed;
    typed.append(type).append(data);
    return bigEndian(static_cast<quint32>(data.size())) + typed + bigEndian(crcOf(typed));
}

QByteArray header(quint32 side)
{
    // Depth, colours; deflate, the one kind of filters, no interlacing: each the only or the first of its kind.
    return bigEndian(side) + bigEndian(side) + kBitDepth + kRgb + QByteArray(3, '\0');
}

/// One line of modules: a filter byte (none), then the pixels.
QByteArray lineOf(const QrSymbol &symbol, int row, int side, int scale)
{
    QByteArray line(1 + qsizetype(side) * kChannels, '\xff');
    line[0] = '\0';
    if (row < 0 || row >= symbol.size)
        return line;
    for (int column = 0; column < symbol.size; ++column) {
        if (symbol.isDark(column, row)) {
            const qsizetype first = 1 + qsizetype(column + kQrQuietZone) * scale * kChannels;
            std::fill_n(line.begin() + first, qsizetype(scale) * kChannels, '\0');
        }
    }
    return line;
}

} // namespace

QByteArray qrPicture(const QrSymbol &symbol)
{
    const int modules = symbol.size + 2 * kQrQuietZone;
    const int scale = std::max(kLeastModule, kWantedSide / modules);
    const int side = modules * scale;
    QByteArray pixels;
    pixels.reserve(qsizetype(side) * (1 + qsizetype(side) * kChannels));
    for (int row = -kQrQuietZone; row < symbol.size + kQrQuietZone; ++row) {
        const QByteArray line = lineOf(symbol, row, side, scale);
        for (int copies = 0; copies < scale; ++copies)
            pixels += line;
    }
    // Qt writes the size before the zlib stream; PNG has no place for it.
    constexpr qsizetype kQtsOwn = 4;
    const QByteArray packed = qCompress(pixels).sliced(kQtsOwn);
    return QByteArrayLiteral("\x89PNG\r\n\x1a\n") + chunk("IHDR", header(static_cast<quint32>(side))) +
           chunk("IDAT", packed) + chunk("IEND", {});
}

} // namespace balcao
