// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A sum over what a row holds, kept in the row: SQLite keeps none of its pages, so that a letter which the disk has
// changed is noticed by this alone. Against accidents, not against people: FNV-1a with 64 bits, whose steps are one to one,
// so that no single change goes unseen; of a text each letter is a step. A cryptographic one took as long as reading the
// row. Source: Fowler, Noll, Vo; IETF draft-eastlake-fnv.
#pragma once

#include <QByteArray>
#include <QString>

namespace balcao {

class RowSum
{
public:
    /// Values and their order are the caller's, the same when it is made and when it is looked at.
    RowSum &add(qint64 number);
    RowSum &add(QStringView text);
    RowSum &add(QByteArrayView bytes);

    /// 8 bytes.
    [[nodiscard]] QByteArray result() const;

private:
    void mix(const void *bytes, qsizetype size);

    quint64 m_sum = Q_UINT64_C(0xcbf29ce484222325);
};

} // namespace balcao
