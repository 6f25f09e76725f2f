// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a BR Code that somebody else made says, and what is wrong with it, object by object. Read tolerantly, so
// that a code with a cosmetic fault is still recognised for what it pays; judged strictly, so that we never send
// one. Linear in the text's length; text of any kind may come in.
// Source: as core/brcode.h; EMVCo MPM 1.1, sections 4.4 to 4.7.
#pragma once

#include "core/brcode.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace balcao {

enum class BrCodeFault {
    // Not to be read: what it pays is not certain
    Empty,
    Endless,       ///< longer than any QR can carry
    Control,       ///< a control character: a line break from copying, most often
    Header,        ///< no id and length where an object should begin
    ZeroLength,    ///< an object without a value
    Truncated,     ///< an object longer than the text
    Repeated,      ///< an object that stands twice
    WrongStart,    ///< does not begin with 000201
    WrongEnd,      ///< does not end with 6304 and four hexadecimal digits
    Checksum,      ///< the digits of 63 are of another text
    NotPix,        ///< no br.gov.bcb.pix in 26 to 51
    TwoPix,        ///< more than one
    KeyAndAddress, ///< says where to pay twice
    NothingToPay,  ///< neither key nor address nor recurrence
    BadAddress,    ///< 26-25 or 80-25 is not host/path
    Currency,      ///< not the real
    Country,       ///< not Brazil
    Amount,        ///< 54 is no amount

    // Read, and never sent by us
    Missing,     ///< a mandatory object
    TooLong,     ///< more than 512 characters
    LongName,    ///< 59
    LongCity,    ///< 60
    Txid,        ///< 62-05 of a static code
    Tip,         ///< 55 to 57: changes what is paid
    Initiation,  ///< 01 is neither 11 nor 12
    Category,    ///< 52 is not four digits
    Facilitator, ///< 26-03 is not eight characters

    // Worth saying
    LowerCaseChecksum,
    AmountOpen,  ///< 54 is zero: not informed
    AmountForm,  ///< not written with two decimals
    BankDecides, ///< 54 or 62-05 beside an address: the bank's answer counts
    NotAscii,    ///< some banks' readers stumble over it
    KeyForm,     ///< 26-01 is no key of the DICT
    Withdrawal,  ///< 26-03: hands out cash
};

enum class BrCodeWeight {
    Rejects,     ///< cannot be read
    Invalidates, ///< can be read, must not be emitted
    Remark,
};

struct BrCodeProblem
{
    BrCodeFault fault = BrCodeFault::Empty;
    QString object;       ///< "54", "26-01"; empty for the text as a whole
    qsizetype offset = 0; ///< of that object, or of the character, in characters from the text's start

    friend bool operator==(const BrCodeProblem &, const BrCodeProblem &) = default;
};

struct BrCodeReading
{
    std::optional<BrCodeKind> kind; ///< nothing when that cannot be told
    BrCode code;                    ///< what could be read; to be believed only when isAccepted()
    QList<BrCodeProblem> problems;  ///< in the order of the text, the checksum's last

    [[nodiscard]] bool isAccepted() const;
    /// Whether it may be emitted as it is.
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] bool has(BrCodeFault fault) const;
};

/// `text` as it came: blanks around it are faults, too, so what was pasted is trimmed before.
BrCodeReading readBrCode(QStringView text);

BrCodeWeight weightOf(BrCodeFault fault);
/// Stable, lower case, for programs: "checksum", "too-long".
QLatin1StringView codeOf(BrCodeFault fault);

} // namespace balcao
