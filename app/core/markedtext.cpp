// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/markedtext.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kFence = 3; ///< ```
constexpr std::array<char16_t, 3> kSigns{u'*', u'_', u'~'};
constexpr std::array<Mark, 3> kMeanings{Mark::Bold, Mark::Italic, Mark::Strike};

/// Per UTF-16 unit: which marks lie on it, and whether it is a mark's own sign.
struct Unit
{
    Marks marks;
    bool sign = false;
};

class MarkReader
{
public:
    MarkReader(QStringView text, const QList<WebLink> &links) : m_text(text), m_units(text.size()), m_links(links) {}

    const QList<Unit> &read()
    {
        for (qsizetype at = 0; at < m_text.size();) {
            at = afterLink(at);
            if (at < m_text.size())
                at = step(at);
        }
        return m_units;
    }

private:
    // Nothing within an address is a sign.
    qsizetype afterLink(qsizetype at)
    {
        while (m_link < m_links.size() && m_links[m_link].start + m_links[m_link].length <= at)
            ++m_link;
        const bool within = m_link < m_links.size() && m_links[m_link].start <= at;
        return within ? m_links[m_link].start + m_links[m_link].length : at;
    }
    qsizetype step(qsizetype at)
    {
        const QChar c = m_text[at];
        if (c == u'\n') {
            m_open.clear();
            m_noFence = false;
            return at + 1;
        }
        if (c == u'`')
            return code(at);
        const auto sign = std::ranges::find(kSigns, c.unicode());
        if (sign != kSigns.end())
            mark(at, static_cast<std::size_t>(sign - kSigns.begin()));
        return at + 1;
    }
    void mark(qsizetype at, std::size_t which)
    {
        const auto opened = std::ranges::find_if(m_open, [which](const Opened &one) { return one.which == which; });
        if (opened != m_open.end()) {
            if (at > opened->at + 1 && !isSpaceAt(at - 1) && !isWordAt(at + 1)) {
                lay(opened->at, 1, at, kMeanings[which]);
                m_open.erase(opened, m_open.end()); // what opened within it and did not close is a letter
            }
            return;
        }
        if (!isWordAt(at - 1) && at + 1 < m_text.size() && !isSpaceAt(at + 1))
            m_open.append({at, which});
    }
    qsizetype code(qsizetype at)
    {
        const auto isFence = [this](qsizetype i) { return m_text.sliced(i).startsWith("```"_L1); };
        if (m_noFence || !isFence(at))
            return at + 1;
        for (qsizetype end = at + kFence; end < m_text.size() && m_text[end] != u'\n'; ++end) {
            if (m_text[end] != u'`' || !isFence(end) ||
                m_text.sliced(at + kFence, end - at - kFence).trimmed().isEmpty())
                continue;
            lay(at, kFence, end, Mark::Code);
            return end + kFence;
        }
        m_noFence = true; // asked once a line
        return at + kFence;
    }
    void lay(qsizetype from, qsizetype signs, qsizetype to, Mark meaning)
    {
        for (qsizetype i = from + signs; i < to; ++i)
            m_units[i].marks |= meaning;
        for (qsizetype i = 0; i < signs; ++i) {
            m_units[from + i].sign = true;
            m_units[to + i].sign = true;
        }
    }
    [[nodiscard]] bool isSpaceAt(qsizetype at) const { return at < 0 || at >= m_text.size() || m_text[at].isSpace(); }
    [[nodiscard]] bool isWordAt(qsizetype at) const
    {
        return at >= 0 && at < m_text.size() && (m_text[at].isLetterOrNumber() || m_text[at].isMark());
    }

    struct Opened
    {
        qsizetype at;
        std::size_t which;
    };
    QStringView m_text;
    QList<Unit> m_units;
    const QList<WebLink> &m_links;
    qsizetype m_link = 0;
    QList<Opened> m_open; ///< on this line, outermost first; at most one of each
    bool m_noFence = false;
};

QString withoutTurns(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (!turnsText(c.unicode()))
            plain += c;
    }
    return plain;
}

/// Where something turned the letters around there is no telling what was meant: no links at all.
QList<WebLink> linksWithoutTurns(QStringView text, const QString &plain)
{
    return plain.size() == text.size() ? webLinks(plain) : QList<WebLink>();
}

void appendRun(QList<MarkRun> &runs, qsizetype at, qsizetype length, Marks marks)
{
    if (!runs.isEmpty() && runs.last().marks == marks && runs.last().start + runs.last().length == at)
        runs.last().length += length;
    else
        runs.append({at, length, marks});
}

/// An address that is not what its letters say is written as it is.
QString shownLink(QStringView typed, const WebLink &link)
{
    const bool plain = std::ranges::all_of(typed, [](QChar c) { return c.unicode() < 0x80; });
    return plain && !typed.contains(u'@') ? typed.toString() : link.url.toString(QUrl::FullyEncoded);
}

} // namespace

MarkedText markedText(QStringView text)
{
    const QString plain = withoutTurns(text);
    const QList<WebLink> found = linksWithoutTurns(text, plain);
    MarkReader reader(plain, found);
    const QList<Unit> &units = reader.read();
    MarkedText shown;
    shown.text.reserve(plain.size());
    qsizetype link = 0;
    for (qsizetype at = 0; at < plain.size();) {
        const qsizetype start = shown.text.size();
        const Marks marks = units[at].marks;
        if (link < found.size() && found[link].start == at) {
            WebLink one = found[link++];
            shown.text += shownLink(QStringView(plain).sliced(at, one.length), one);
            at += one.length;
            one.start = start;
            one.length = shown.text.size() - start;
            shown.links.append(one);
        } else if (!units[at].sign) {
            shown.text += plain[at++];
        } else {
            ++at;
        }
        if (marks && shown.text.size() > start)
            appendRun(shown.runs, start, shown.text.size() - start, marks);
    }
    return shown;
}

QString withoutMarks(QStringView text)
{
    return markedText(text).text;
}

QString previewWords(QStringView text, qsizetype limit)
{
    // Only as much as can show is looked at.
    return previewText(withoutMarks(text.left(limit * 8)), limit);
}

} // namespace balcao
