// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/wamid.h"

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

QString makeWamid(const QString &customer, Direction direction, QRandomGenerator &random)
{
    const int keyLength = direction == Direction::Inbound ? 20 : 18;
    QByteArray key;
    while (key.size() < keyLength)
        key += "0123456789ABCDEF"[random.bounded(16)];
    const QByteArray who = customer.toLatin1().left(127);
    QByteArray bytes("\x1c\x18");
    bytes += static_cast<char>(who.size());
    bytes += who;
    bytes += QByteArray("\x15\x02\x00", 3);
    bytes += direction == Direction::Inbound ? '\x12' : '\x11';
    bytes += '\x18';
    bytes += static_cast<char>(key.size());
    bytes += key;
    bytes += '\0';
    return u"wamid."_s + QString::fromLatin1(bytes.toBase64());
}

QString customerOfWamid(const QString &wamid)
{
    if (!wamid.startsWith("wamid."_L1))
        return {};
    const QByteArray bytes = QByteArray::fromBase64(wamid.sliced(6).toLatin1());
    if (bytes.size() < 4 || !bytes.startsWith("\x1c\x18") || bytes.size() < 3 + bytes.at(2))
        return {};
    return QString::fromLatin1(bytes.sliced(3, bytes.at(2)));
}

} // namespace balcao::sandbox
