// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/identity.h"

#include "core/phone.h"

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isCountryAndId(QStringView text, QStringView middle)
{
    const qsizetype prefix = 3 + middle.size();
    if (text.size() <= prefix || text.size() > prefix + 128)
        return false;
    const auto isUpper = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (!isUpper(text[0]) || !isUpper(text[1]) || text[2] != u'.' || text.sliced(3, middle.size()) != middle)
        return false;
    for (const QChar c : text.sliced(prefix)) {
        if (!isUpper(c) && !(c >= u'a' && c <= u'z') && !(c >= u'0' && c <= u'9'))
            return false;
    }
    return true;
}

} // namespace

bool isBsuid(QStringView text)
{
    return isCountryAndId(text, u"");
}

bool isParentBsuid(QStringView text)
{
    return isCountryAndId(text, u"ENT.");
}

Identifiers sanitized(const Identifiers &raw)
{
    return {isBsuid(raw.bsuid) ? raw.bsuid : QString(), isParentBsuid(raw.parentBsuid) ? raw.parentBsuid : QString(),
            phoneDigits(raw.waId)};
}

QList<IdentityKey> identityKeys(const Identifiers &identifiers)
{
    QList<IdentityKey> keys;
    if (!identifiers.bsuid.isEmpty())
        keys.append({IdentifierKind::Bsuid, identifiers.bsuid});
    if (!identifiers.parentBsuid.isEmpty())
        keys.append({IdentifierKind::ParentBsuid, identifiers.parentBsuid});
    if (!identifiers.waId.isEmpty())
        keys.append({IdentifierKind::Phone, phoneMatchKey(identifiers.waId)});
    return keys;
}

Address addressOf(const Identifiers &identifiers)
{
    if (!identifiers.waId.isEmpty())
        return {u"to"_s, phoneForSend(identifiers.waId)};
    if (!identifiers.bsuid.isEmpty())
        return {u"recipient"_s, identifiers.bsuid};
    return {};
}

} // namespace balcao
