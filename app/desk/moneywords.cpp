// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/moneywords.h"

#include <QRegularExpression>

namespace balcao::desk {

namespace {

constexpr qsizetype kLooked = 2000; ///< of a text; whoever names a price does so near its beginning

} // namespace

QList<Money> amountsIn(QStringView text)
{
    // Not inside a longer number, a date or a percentage.
    static const QRegularExpression money(
        QStringLiteral("(?<![\\d.,/])(?:R\\$[ \\x{a0}]{0,2}\\d[\\d.]{0,14}(?:,\\d{1,2})?|"
                       "\\d{1,3}(?:\\.\\d{3}){0,3},\\d{2}|\\d{4,10},\\d{2})(?![\\d/]|[.,]\\d|[ ]?%)"),
        QRegularExpression::CaseInsensitiveOption);
    QList<Money> found;
    auto matches = money.globalMatch(text.first(qMin(text.size(), kLooked)).toString());
    while (matches.hasNext()) {
        QString amount = matches.next().captured();
        while (amount.endsWith(u'.')) // of the sentence
            amount.chop(1);
        const auto read = moneyTyped(amount.replace(QChar(0xa0), u' '));
        if (read && read->centavos > 0 && !found.contains(*read))
            found.append(*read);
    }
    return found;
}

} // namespace balcao::desk
