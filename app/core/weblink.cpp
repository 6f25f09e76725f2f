// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/weblink.h"

#include <algorithm>
#include <optional>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongest = 2048;

/// Where an address ends: at white space or at what no address holds.
bool endsLink(QChar c)
{
    return c.isSpace() || c == u'<' || c == u'>' || c == u'"' || c == u'`';
}

/// Ends a sentence or closes a mark rather than an address.
bool isTrailing(QChar c)
{
    return u".,;:!?'*_~)]}\u2026"_s.contains(c);
}

bool hasHiddenLetters(QStringView text)
{
    return std::ranges::any_of(
        text, [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
}

QStringView candidateAt(QStringView text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && end - start <= kLongest && !endsLink(text[end]))
        ++end;
    QStringView found = text.sliced(start, end - start);
    int open = 0;
    for (const QChar c : found)
        open += c == u'(' ? 1 : c == u')' ? -1 : 0;
    while (!found.isEmpty() && isTrailing(found.back())) {
        if (found.back() == u')' && open >= 0)
            break; // its own pair stands in it: …/Bolo_(doce)
        open += found.back() == u')' ? 1 : 0;
        found.chop(1);
    }
    return found;
}

std::optional<WebLink> linkOf(QStringView candidate)
{
    if (candidate.size() > kLongest || hasHiddenLetters(candidate))
        return std::nullopt;
    QUrl url(candidate.toString(), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return std::nullopt;
    const QString host = url.host(QUrl::FullyEncoded);
    if (!host.contains(u'.') || host.startsWith(u'.') || QUrl::toAce(url.host()).isEmpty())
        return std::nullopt; // "https://sale" is a word with a colon in it
    url.setUserInfo({});
    return WebLink{0, candidate.size(), url, QString::fromLatin1(QUrl::toAce(url.host()))};
}

} // namespace

QList<WebLink> webLinks(QStringView text, qsizetype limit)
{
    QList<WebLink> links;
    qsizetype at = 0;
    while (links.size() < limit) {
        at = text.indexOf("http"_L1, at, Qt::CaseInsensitive);
        if (at < 0)
            break;
        const QStringView rest = text.sliced(at, qMin<qsizetype>(8, text.size() - at));
        const bool scheme =
            rest.startsWith("http://"_L1, Qt::CaseInsensitive) || rest.startsWith("https://"_L1, Qt::CaseInsensitive);
        if (!scheme || (at > 0 && text[at - 1].isLetterOrNumber())) {
            at += 4;
            continue;
        }
        const QStringView candidate = candidateAt(text, at);
        if (std::optional<WebLink> link = linkOf(candidate)) {
            link->start = at;
            links.append(*link);
        }
        at += qMax<qsizetype>(4, candidate.size());
    }
    return links;
}

} // namespace balcao
