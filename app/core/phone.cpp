// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/phone.h"

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isBrazilian(QStringView digits)
{
    return digits.startsWith(u"55") && (digits.size() == 12 || digits.size() == 13);
}

} // namespace

QString phoneDigits(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!QStringView(u"+-(). \u00a0").contains(c))
            return {};
    }
    return digits.size() >= 8 && digits.size() <= 15 ? digits : QString();
}

QString phoneInBrazil(QStringView text)
{
    const QString digits = phoneDigits(text);
    const bool local = !text.trimmed().startsWith(u'+') && (digits.size() == 10 || digits.size() == 11);
    return local ? u"55"_s + digits : digits;
}

QString phoneMatchKey(QStringView digits)
{
    // 55 DD 9XXXX-XXXX: the ninth digit stands first; what follows must be a mobile's 6..9.
    if (isBrazilian(digits) && digits.size() == 13 && digits[4] == u'9' && digits[5] >= u'6')
        return digits.first(4).toString() + digits.last(8).toString();
    return digits.toString();
}

QString phoneForSend(QStringView digits)
{
    return digits.isEmpty() ? QString() : u'+' + digits.toString();
}

QString phoneMasked(QStringView digits)
{
    if (digits.size() < 8)
        return digits.isEmpty() ? QString() : u"••••"_s;
    const QString tail = digits.last(4).toString();
    if (!isBrazilian(digits))
        return u'+' + digits.first(2).toString() + u" ••••"_s + tail;
    const QString lead = digits.size() == 13 ? u"9"_s : QString();
    return u'(' + digits.sliced(2, 2).toString() + u") "_s + lead + u"••••-"_s + tail;
}

} // namespace balcao
