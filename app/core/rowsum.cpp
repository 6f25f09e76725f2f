// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/rowsum.h"

#include <QtEndian>

namespace balcao {

namespace {

constexpr quint64 kPrime = Q_UINT64_C(0x100000001b3);

} // namespace

void RowSum::mix(const void *bytes, qsizetype size)
{
    const auto *at = static_cast<const unsigned char *>(bytes);
    for (const auto *end = at + size; at != end; ++at)
        m_sum = (m_sum ^ *at) * kPrime;
}

RowSum &RowSum::add(qint64 number)
{
    const qint64 same = qToLittleEndian(number);
    mix(&same, sizeof same);
    return *this;
}

// A letter in one step, which is one to one as well, and half as many.
RowSum &RowSum::add(QStringView text)
{
    add(qint64(text.size())); // where one value ends and the next begins
    for (const QChar letter : text)
        m_sum = (m_sum ^ letter.unicode()) * kPrime;
    return *this;
}

RowSum &RowSum::add(QByteArrayView bytes)
{
    add(qint64(bytes.size()));
    mix(bytes.data(), bytes.size());
    return *this;
}

QByteArray RowSum::result() const
{
    const quint64 same = qToLittleEndian(m_sum);
    return QByteArray(reinterpret_cast<const char *>(&same), sizeof same);
}

} // namespace balcao
