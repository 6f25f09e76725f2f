// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/brcode.h"

#include "core/emvtlv.h"
#include "core/pixkey.h"
#include "core/txid.h"

#include <algorithm>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView kPixGui = u"br.gov.bcb.pix";
constexpr qsizetype kLongestTemplate = 99;
constexpr qsizetype kLongestUrl = 77;
constexpr qsizetype kLongestInfo = 72;

bool isLetterOrDigit(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// Letters that no decomposition turns into ASCII.
QStringView plainForm(QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        return u"ss";
    case u'ø':
        return u"o";
    case u'Ø':
        return u"O";
    case u'æ':
        return u"ae";
    case u'Æ':
        return u"AE";
    case u'ª':
        return u"a";
    case u'º':
    case u'°':
        return u"o";
    case u'&':
        return u"e";
    case u'‘':
    case u'’':
    case u'´':
    case u'`':
        return u"'";
    case u'–':
    case u'—':
        return u"-";
    default:
        return {};
    }
}

bool isHost(QStringView host)
{
    const qsizetype colon = host.indexOf(u':');
    const QStringView port = colon < 0 ? QStringView() : host.sliced(colon + 1);
    if (colon >= 0 && (port.isEmpty() || !std::ranges::all_of(port, [](QChar c) { return c >= u'0' && c <= u'9'; })))
        return false;
    const QList<QStringView> labels = (colon < 0 ? host : host.first(colon)).split(u'.');
    return labels.size() > 1 && std::ranges::all_of(labels, [](QStringView label) {
               return !label.isEmpty() &&
                      std::ranges::all_of(label, [](QChar c) { return isLetterOrDigit(c) || c == u'-'; });
           });
}

bool isPostalCode(QStringView text)
{
    return text.size() == 8 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The object at fault; empty when the code can be written.
QString faultOf(const BrCode &code)
{
    const bool addressed = !code.url.isEmpty() || !code.recurrenceUrl.isEmpty();
    if (!code.withdrawal.isEmpty())
        return u"26-03"_s;
    if (!code.key.isEmpty() && (!code.url.isEmpty() || !isPixKey(code.key)))
        return u"26-01"_s;
    if (code.key.isEmpty() && !addressed)
        return u"26-01"_s;
    if (!code.url.isEmpty() && !isBrCodeUrl(code.url))
        return u"26-25"_s;
    if (!code.recurrenceUrl.isEmpty() && !isBrCodeUrl(code.recurrenceUrl))
        return u"80-25"_s;
    if (code.amount && (code.key.isEmpty() || code.amount->centavos <= 0 || *code.amount > kMostMoney))
        return u"54"_s;
    if (!code.txid.isEmpty() && (code.key.isEmpty() || !isStaticTxid(code.txid)))
        return u"62-05"_s;
    if (!code.postalCode.isEmpty() && !isPostalCode(code.postalCode))
        return u"61"_s;
    return {};
}

QString pixTemplate(const BrCode &code)
{
    QString inner;
    appendEmv(inner, 0, kPixGui);
    if (!code.key.isEmpty()) {
        appendEmv(inner, 1, code.key);
        const QString info = foldedForBrCode(code.info, brCodeInfoRoom(code.key));
        if (!info.isEmpty())
            appendEmv(inner, 2, info);
    } else if (!code.url.isEmpty()) {
        appendEmv(inner, 25, code.url);
    }
    return inner;
}

} // namespace

BrCodeKind BrCode::kind() const
{
    const bool payable = !key.isEmpty() || !url.isEmpty();
    if (!recurrenceUrl.isEmpty())
        return payable ? BrCodeKind::Composite : BrCodeKind::Recurrence;
    return url.isEmpty() ? BrCodeKind::Static : BrCodeKind::Dynamic;
}

bool BrCode::isPlainSale() const
{
    return recurrenceUrl.isEmpty() && withdrawal.isEmpty();
}

QLatin1StringView nameOf(BrCodeKind kind)
{
    switch (kind) {
    case BrCodeKind::Static:
        return "static"_L1;
    case BrCodeKind::Dynamic:
        return "dynamic"_L1;
    case BrCodeKind::Composite:
        return "composite"_L1;
    case BrCodeKind::Recurrence:
        break;
    }
    return "recurrence"_L1;
}

QString foldedForBrCode(QStringView text, qsizetype limit)
{
    QString plain;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_D)) {
        if (isLetterOrDigit(c) || QStringView(u" .,-/'").contains(c))
            plain += c;
        else if (c.isSpace())
            plain += u' ';
        else
            plain += plainForm(c);
    }
    return plain.simplified().left(limit).trimmed();
}

qsizetype brCodeInfoRoom(QStringView key)
{
    const qsizetype left = kLongestTemplate - (4 + kPixGui.size()) - (4 + key.size()) - 4;
    return std::clamp(left, qsizetype(0), kLongestInfo);
}

bool isBrCodeUrl(QStringView url)
{
    const qsizetype slash = url.indexOf(u'/');
    if (url.size() > kLongestUrl || slash <= 0 || slash + 1 == url.size() || !isHost(url.first(slash)))
        return false;
    return std::ranges::all_of(url.sliced(slash), [](QChar c) {
        return isLetterOrDigit(c) || QStringView(u"/-._~%!$&'()*+,;=:@?#").contains(c);
    });
}

Result<QString> brCodeText(const BrCode &code)
{
    const QString name = foldedForBrCode(code.name, kBrCodeName);
    const QString city = foldedForBrCode(code.city, kBrCodeCity);
    QString fault = faultOf(code);
    if (fault.isEmpty() && (name.isEmpty() || city.isEmpty()))
        fault = name.isEmpty() ? u"59"_s : u"60"_s;
    if (!fault.isEmpty())
        return failure(Error::Kind::Rejected, fault);

    QString text;
    appendEmv(text, 0, u"01");
    if (!code.url.isEmpty())
        appendEmv(text, 1, u"12");
    appendEmv(text, 26, pixTemplate(code));
    appendEmv(text, 52, u"0000");
    appendEmv(text, 53, u"986");
    if (code.amount)
        appendEmv(text, 54, moneyForBank(*code.amount));
    appendEmv(text, 58, u"BR");
    appendEmv(text, 59, name);
    appendEmv(text, 60, city);
    if (!code.postalCode.isEmpty())
        appendEmv(text, 61, code.postalCode);
    QString additional;
    appendEmv(additional, 5, code.txid.isEmpty() ? u"***"_s : code.txid);
    appendEmv(text, 62, additional);
    if (!code.recurrenceUrl.isEmpty()) {
        QString recurrence;
        appendEmv(recurrence, 0, kPixGui);
        appendEmv(recurrence, 25, code.recurrenceUrl);
        appendEmv(text, 80, recurrence);
    }
    text += u"6304"_s;
    text += QString::number(emvChecksum(text.toLatin1()), 16).toUpper().rightJustified(4, u'0');
    return text;
}

} // namespace balcao
