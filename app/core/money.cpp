// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/money.h"

#include <QList>

#include <algorithm>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Reais and one or two decimals; nothing above kMostMoney.
std::optional<Money> counted(QStringView reais, QStringView decimals)
{
    if (!isDigits(reais) || (!decimals.isEmpty() && !isDigits(decimals)) || decimals.size() > 2)
        return {};
    while (reais.size() > 1 && reais.front() == u'0')
        reais = reais.sliced(1);
    if (reais.size() > 10)
        return {};
    const qint64 parts = decimals.isEmpty() ? 0 : decimals.toLongLong() * (decimals.size() == 1 ? 10 : 1);
    return Money{reais.toLongLong() * 100 + parts};
}

/// "1.234.567" without its dots; nothing where they do not part thousands.
std::optional<QString> withoutThousands(QStringView text)
{
    const QList<QStringView> groups = text.split(u'.');
    if (groups.size() == 1)
        return text.toString();
    if (groups.front().isEmpty() || groups.front().size() > 3)
        return {};
    if (std::any_of(groups.begin() + 1, groups.end(), [](QStringView group) { return group.size() != 3; }))
        return {};
    return text.toString().remove(u'.');
}

QString decimals(Money amount)
{
    return QString::number(amount.centavos % 100).rightJustified(2, u'0');
}

} // namespace

std::optional<Money> moneyTyped(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u"R$", Qt::CaseInsensitive))
        text = text.sliced(2).trimmed();
    const qsizetype comma = text.indexOf(u',');
    if (comma >= 0) {
        const QStringView after = text.sliced(comma + 1);
        const auto reais = withoutThousands(text.first(comma));
        return reais && !after.isEmpty() ? counted(*reais, after) : std::nullopt;
    }
    // One dot before one or two digits can only be somebody's decimal comma.
    const qsizetype dot = text.lastIndexOf(u'.');
    if (dot >= 0 && text.size() - dot - 1 < 3 && text.indexOf(u'.') == dot)
        return text.size() - dot - 1 > 0 ? counted(text.first(dot), text.sliced(dot + 1)) : std::nullopt;
    const auto reais = withoutThousands(text);
    return reais ? counted(*reais, {}) : std::nullopt;
}

std::optional<Money> moneyFromBank(QStringView text)
{
    if (text.size() < 4 || text.size() > 13 || text[text.size() - 3] != u'.')
        return {};
    return counted(text.chopped(3), text.last(2));
}

QString moneyShown(Money amount)
{
    if (amount.centavos < 0)
        return u'\u2212' + moneyShown({-amount.centavos});
    QString reais = QString::number(amount.centavos / 100);
    for (qsizetype at = reais.size() - 3; at > 0; at -= 3)
        reais.insert(at, u'.');
    return reais + u',' + decimals(amount);
}

QString reaisShown(Money amount)
{
    if (amount.centavos < 0)
        return u'\u2212' + reaisShown({-amount.centavos});
    return QStringLiteral("R$\u00a0") + moneyShown(amount);
}

QString moneyForBank(Money amount)
{
    Q_ASSERT(amount.centavos >= 0);
    return QString::number(amount.centavos / 100) + u'.' + decimals(amount);
}

} // namespace balcao
