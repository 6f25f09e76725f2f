// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The skeleton of an EMV QR text: objects of two digits of id, two of length (in characters) and a value; a value
// may be such a list again. Nothing here knows what an object means.
// Source: EMVCo, QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1, section 4.4.
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <string_view>

namespace balcao {

struct EmvObject
{
    int id = 0;           ///< 0 to 99
    qsizetype offset = 0; ///< of its header, in characters (code points) from where the whole text begins
    std::u32string_view value;

    [[nodiscard]] QString text() const;
    [[nodiscard]] qsizetype valueOffset() const { return offset + 4; }
};

enum class EmvFault {
    Header,     ///< no four digits where an object should begin
    ZeroLength, ///< an object of length 00
    Truncated,  ///< longer than what is left
};

struct EmvObjects
{
    QList<EmvObject> objects; ///< as many as could be read
    std::optional<EmvFault> fault;
    qsizetype faultOffset = 0;

    /// The first of that id; nullptr when there is none.
    [[nodiscard]] const EmvObject *find(int id) const;
    /// The second of an id that stands twice.
    [[nodiscard]] const EmvObject *repeated() const;
};

/// Views into `text`; offsets are counted from `base`.
EmvObjects readEmv(std::u32string_view text, qsizetype base = 0);

/// "05"
QString emvId(int id);

/// Appends one object; the value has 1 to 99 characters, ASCII.
void appendEmv(QString &text, int id, QStringView value);

/// CRC-16/CCITT-FALSE of the bytes: what object 63 carries of everything before its four digits.
quint16 emvChecksum(QByteArrayView bytes);

} // namespace balcao
