// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/taxid.h"

#include <algorithm>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allAlike(QStringView text)
{
    return std::ranges::all_of(text, [first = text.front()](QChar c) { return c == first; });
}

/// Modulo 11 with weights 2, 3, … from the right, beginning anew after `last`. A letter counts as its ASCII code
/// less 48, which for digits is the digit.
int checkDigit(QStringView text, int last)
{
    int sum = 0;
    int weight = 2;
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        sum += (text[at].unicode() - u'0') * weight;
        weight = weight == last ? 2 : weight + 1;
    }
    const int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
}

bool endsInItsDigits(QStringView text, int lastWeight)
{
    const qsizetype body = text.size() - 2;
    return text[body].digitValue() == checkDigit(text.first(body), lastWeight) &&
           text[body + 1].digitValue() == checkDigit(text.first(body + 1), lastWeight);
}

} // namespace

bool isCpf(QStringView bare)
{
    return bare.size() == 11 && std::ranges::all_of(bare, isDigit) && !allAlike(bare) && endsInItsDigits(bare, 11);
}

bool isCnpj(QStringView bare)
{
    const auto allowed = [](QChar c) { return isDigit(c) || (c >= u'A' && c <= u'Z'); };
    return bare.size() == 14 && std::ranges::all_of(bare.first(12), allowed) &&
           std::ranges::all_of(bare.last(2), isDigit) && !allAlike(bare) && endsInItsDigits(bare, 9);
}

QString cpfMasked(QStringView bare)
{
    if (bare.size() != 11 || !std::ranges::all_of(bare, isDigit))
        return {};
    return u"***."_s + bare.sliced(3, 3).toString() + u'.' + bare.sliced(6, 3).toString() + u"-**"_s;
}

} // namespace balcao
