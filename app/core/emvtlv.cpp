// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/emvtlv.h"

#include <algorithm>
#include <bitset>

namespace balcao {

namespace {

constexpr std::size_t kHeader = 4;

/// Two ASCII digits and nothing that only looks like a number; -1 otherwise.
int twoDigits(std::u32string_view text)
{
    const auto isDigit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    if (!isDigit(text[0]) || !isDigit(text[1]))
        return -1;
    return static_cast<int>((text[0] - U'0') * 10 + (text[1] - U'0'));
}

} // namespace

QString EmvObject::text() const
{
    return QString::fromUcs4(value.data(), static_cast<qsizetype>(value.size()));
}

const EmvObject *EmvObjects::find(int id) const
{
    const auto found = std::ranges::find(objects, id, &EmvObject::id);
    return found == objects.end() ? nullptr : &*found;
}

const EmvObject *EmvObjects::repeated() const
{
    std::bitset<100> seen;
    for (const EmvObject &object : objects) {
        const auto id = static_cast<std::size_t>(object.id);
        if (seen.test(id))
            return &object;
        seen.set(id);
    }
    return nullptr;
}

EmvObjects readEmv(std::u32string_view text, qsizetype base)
{
    EmvObjects read;
    std::size_t at = 0;
    const auto stop = [&](EmvFault fault) {
        read.fault = fault;
        read.faultOffset = base + static_cast<qsizetype>(at);
        return read;
    };
    while (at < text.size()) {
        const std::u32string_view rest = text.substr(at);
        if (rest.size() < kHeader)
            return stop(EmvFault::Header);
        const int id = twoDigits(rest);
        const int length = twoDigits(rest.substr(2));
        if (id < 0 || length < 0)
            return stop(EmvFault::Header);
        if (length == 0)
            return stop(EmvFault::ZeroLength);
        const auto size = static_cast<std::size_t>(length);
        if (rest.size() - kHeader < size)
            return stop(EmvFault::Truncated);
        read.objects += EmvObject{id, base + static_cast<qsizetype>(at), rest.substr(kHeader, size)};
        at += kHeader + size;
    }
    return read;
}

QString emvId(int id)
{
    return QString::number(id).rightJustified(2, u'0');
}

void appendEmv(QString &text, int id, QStringView value)
{
    Q_ASSERT(id >= 0 && id <= 99 && !value.isEmpty() && value.size() <= 99);
    text += emvId(id);
    text += emvId(static_cast<int>(value.size())); // two digits, as the id
    text += value;
}

quint16 emvChecksum(QByteArrayView bytes)
{
    quint32 sum = 0xFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<quint32>(static_cast<unsigned char>(byte)) << 8;
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 0x8000) != 0 ? (sum << 1) ^ 0x1021 : sum << 1;
        sum &= 0xFFFF;
    }
    return static_cast<quint16>(sum);
}

} // namespace balcao
