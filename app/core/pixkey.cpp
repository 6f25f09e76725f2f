// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/pixkey.h"

#include "core/phone.h"
#include "core/taxid.h"

#include <algorithm>
#include <array>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr PixKeyType kTypes[] = {PixKeyType::Cpf, PixKeyType::Cnpj, PixKeyType::Phone, PixKeyType::Email,
                                 PixKeyType::Random};

constexpr qsizetype kLongestKey = 77;

/// The 67 area codes that Anatel has given out.
constexpr std::array<int, 67> kAreaCodes = {11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28, 31, 32, 33,
                                            34, 35, 37, 38, 41, 42, 43, 44, 45, 46, 47, 48, 49, 51, 53, 54, 55,
                                            61, 62, 63, 64, 65, 66, 67, 68, 69, 71, 73, 74, 75, 77, 79, 81, 82,
                                            83, 84, 85, 86, 87, 88, 89, 91, 92, 93, 94, 95, 96, 97, 98, 99};

QString without(QStringView text, QStringView dropped)
{
    QString kept;
    for (const QChar c : text.trimmed()) {
        if (!dropped.contains(c))
            kept += c;
    }
    return kept;
}

bool isMobile(QStringView digits)
{
    return digits.size() == 13 && digits.startsWith(u"55") && digits[4] == u'9' &&
           std::ranges::binary_search(kAreaCodes, digits.sliced(2, 2).toInt());
}

bool isEmailLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || QStringView(u".!#$&'*+/=?^_`{|}~-").contains(c);
}

bool isDomain(QStringView domain)
{
    const QList<QStringView> labels = domain.split(u'.');
    return labels.size() > 1 && std::ranges::all_of(labels, [](QStringView label) {
               const auto allowed = [](QChar c) {
                   return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
               };
               return !label.isEmpty() && std::ranges::all_of(label, allowed) && !label.startsWith(u'-') &&
                      !label.endsWith(u'-');
           });
}

bool isEmail(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    return text.size() <= kLongestKey && at > 0 && std::ranges::all_of(text.first(at), isEmailLetter) &&
           isDomain(text.sliced(at + 1));
}

/// 8-4-4-4-12 hexadecimal. The Banco Central's own example is no version 4, so no bit of it is looked at.
bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const bool hexadecimal = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        if (dash ? c != u'-' : !hexadecimal)
            return false;
    }
    return true;
}

QString mobile(QStringView typed)
{
    const QString digits = phoneInBrazil(typed);
    return isMobile(digits) ? u'+' + digits : QString();
}

} // namespace

std::optional<PixKey> pixKeyOf(PixKeyType type, QStringView typed)
{
    QString value;
    switch (type) {
    case PixKeyType::Cpf:
        value = without(typed, u".- ");
        return isCpf(value) ? std::optional(PixKey{type, value}) : std::nullopt;
    case PixKeyType::Cnpj:
        value = without(typed, u"./- ").toUpper();
        return isCnpj(value) ? std::optional(PixKey{type, value}) : std::nullopt;
    case PixKeyType::Phone:
        value = mobile(typed);
        return value.isEmpty() ? std::nullopt : std::optional(PixKey{type, value});
    case PixKeyType::Email:
        value = typed.trimmed().toString().toLower();
        return isEmail(value) ? std::optional(PixKey{type, value}) : std::nullopt;
    case PixKeyType::Random:
        value = typed.trimmed().toString().toLower();
        return isUuid(value) ? std::optional(PixKey{type, value}) : std::nullopt;
    }
    return {};
}

QList<PixKey> pixKeysOf(QStringView typed)
{
    QList<PixKey> keys;
    for (const PixKeyType type : kTypes) {
        if (auto key = pixKeyOf(type, typed))
            keys += *key;
    }
    return keys;
}

bool isPixKey(QStringView value)
{
    return std::ranges::any_of(pixKeysOf(value), [value](const PixKey &key) { return key.value == value; });
}

QLatin1StringView nameOf(PixKeyType type)
{
    switch (type) {
    case PixKeyType::Cpf:
        return "CPF"_L1;
    case PixKeyType::Cnpj:
        return "CNPJ"_L1;
    case PixKeyType::Phone:
        return "PHONE"_L1;
    case PixKeyType::Email:
        return "EMAIL"_L1;
    case PixKeyType::Random:
        break;
    }
    return "EVP"_L1;
}

QString pixKeyMasked(const PixKey &key)
{
    switch (key.type) {
    case PixKeyType::Cpf:
        return cpfMasked(key.value);
    case PixKeyType::Cnpj: // public: it stands on every receipt
        return u"%1.%2.%3/%4-%5"_s.arg(key.value.sliced(0, 2), key.value.sliced(2, 3), key.value.sliced(5, 3),
                                       key.value.sliced(8, 4), key.value.sliced(12));
    case PixKeyType::Phone:
        return phoneMasked(phoneDigits(key.value));
    case PixKeyType::Email:
        return key.value.first(1) + u"•••"_s + key.value.sliced(key.value.indexOf(u'@'));
    case PixKeyType::Random:
        break;
    }
    return key.value.first(8) + u"-…-"_s + key.value.last(4);
}

} // namespace balcao
