// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A day's charges for a spreadsheet as Brazil has it: semicolons, a comma before the centavos, UTF-8 with its mark,
// CRLF. Nothing that a customer or an operator wrote is ever a formula there.
// Source: OWASP, CSV Injection (a cell that begins with = + - @ TAB or CR gets an apostrophe before it).
#pragma once

#include "desk/wording.h"
#include "store/tillrows.h"

#include <QCoreApplication>

namespace balcao::desk {

class TillSheet
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::TillSheet)

public:
    /// Its columns add up to the report: of what an earlier one has only the change since.
    static QByteArray bytes(const store::TillDay &day, const Wording &wording, qint64 nowMs);
    /// One cell, as it stands between semicolons.
    static QString cell(QString text);
    /// "1234,56": a number to a spreadsheet, whatever its sign.
    static QString number(Money amount);
    /// All of it or nothing, whatever stood there before.
    static bool write(const QString &file, const QByteArray &bytes);
};

} // namespace balcao::desk
