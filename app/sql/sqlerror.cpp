// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/sqlerror.h"

#include <QSqlError>

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

Error::Kind kindOfCode(int code)
{
    switch (code & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return Error::Kind::Timeout;
    case 8:  // READONLY
    case 10: // IOERR
    case 13: // FULL
    case 14: // CANTOPEN
        return Error::Kind::Storage;
    case 11: // CORRUPT
    case 26: // NOTADB
        return Error::Kind::Corrupt;
    case 19: // CONSTRAINT
        return Error::Kind::Conflict;
    default:
        return Error::Kind::Internal;
    }
}

Error errorOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return failure(kindOfCode(code), u"sqlite %1: %2"_s.arg(code).arg(text));
}

Error errorOfStep(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    if (code == 1)
        return failure(Error::Kind::Internal, u"sqlite 1"_s);
    return errorOf(error);
}

} // namespace balcao::sql
