// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Secrets compared so that the time taken tells nothing of where they differ. Pure.
#pragma once

#include <QByteArrayView>

namespace balcao {

/// The length alone may be told from the time.
inline bool equalInConstantTime(QByteArrayView one, QByteArrayView other)
{
    if (one.size() != other.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]);
    return difference == 0;
}

} // namespace balcao
