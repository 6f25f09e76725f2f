// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/rowsum.h"

namespace balcao {

RowSum &RowSum::add(qint64 number)
{
    m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    return *this;
}

RowSum &RowSum::add(QStringView text)
{
    return add(QByteArrayView(text.toUtf8()));
}

RowSum &RowSum::add(QByteArrayView bytes)
{
    add(qint64(bytes.size())); // where one value ends and the next begins
    m_hash.addData(bytes);
    return *this;
}

} // namespace balcao
