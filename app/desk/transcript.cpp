// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/transcript.h"

#include "core/markedtext.h"
#include "core/text.h"

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;
using store::RowKind;

namespace {

constexpr qsizetype kLongestName = 200;

} // namespace

Transcript::Transcript(ThreadPresenter &thread, const CustomerPresenter &customer, const ShopPresenter &shop,
                       const Wording &wording, const Clock &clock)
    : m_thread(thread), m_customer(customer), m_shop(shop), m_wording(wording), m_clock(clock)
{
}

QString Transcript::customer() const
{
    return previewText(m_thread.title(), kLongestName);
}

// Shown for thirty seconds when somebody asked for it, masked else: paper says no more than the screen.
QString Transcript::phone() const
{
    const QString phone = m_customer.isKnown() ? previewText(m_customer.phoneText(), kLongestName) : QString();
    return phone == customer() ? QString() : phone;
}

QList<MessageId> Transcript::idsOf(const QList<int> &rows) const
{
    const QList<ThreadItem> &items = m_thread.model().rows();
    QList<MessageId> ids;
    for (const int row : rows) {
        if (row >= 0 && row < items.size())
            ids.append(items[row].row.id);
    }
    return ids;
}

QList<ThreadItem> Transcript::chosen(const Choice &choice) const
{
    const QSet<MessageId> only(choice.only.cbegin(), choice.only.cend());
    QList<ThreadItem> items;
    for (const ThreadItem &item : m_thread.model().rows()) {
        if ((choice.withTeam || item.isMessage()) && (only.isEmpty() || only.contains(item.row.id)))
            items.append(item);
    }
    return items;
}

QString Transcript::textOf(const ThreadItem &item) const
{
    constexpr qsizetype kLongestQuote = 90;
    const ThreadWords &words = m_thread.model().words();
    const QString said = words.text(item);
    if (item.row.kind == RowKind::System)
        return said;
    QStringList card{words.cardTitle(item), words.cardDetail(item)};
    card.removeAll(QString());
    const QString quoted = previewWords(words.quote(item), kLongestQuote);
    QStringList lines{quoted.isEmpty() ? QString() : tr("In answer to: %1").arg(quoted), card.join(u" · "_s),
                      withoutMarks(said)};
    if (item.isLong() && !item.expanded)
        lines.append(tr("(The rest of this message is not printed.)"));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

PrintedLine Transcript::lineOf(const ThreadItem &item) const
{
    const ThreadWords &words = m_thread.model().words();
    PrintedLine line;
    line.text = textOf(item);
    if (item.row.kind == RowKind::System)
        return line;
    const QString who = isolated(previewText(words.author(item), kLongestName));
    QStringList head{who, words.time(item)};
    if (item.row.kind == RowKind::Note)
        head.prepend(tr("Team note"));
    const QString problem = ThreadWords::problem(item); // a sentence of its own
    head.append(problem.isEmpty() ? words.stateWord(item) : QString());
    head.removeAll(QString());
    line.head = head.join(u" · "_s);
    QStringList state{problem};
    for (const QString &liked : {item.row.likedIn, item.row.likedOut}) {
        if (!liked.isEmpty())
            state.append(tr("reaction %1").arg(liked));
    }
    state.removeAll(QString());
    line.state = state.join(u" · "_s);
    return line;
}

PrintedThread Transcript::printed(const Choice &choice) const
{
    PrintedThread thread;
    thread.shop = previewText(m_shop.name(), kLongestName);
    thread.customer = customer();
    thread.phone = phone();
    thread.made = tr("Printed on %1").arg(m_wording.stamp(m_clock.nowMs()));
    const QList<ThreadItem> items = chosen(choice);
    for (qsizetype i = 0; i < items.size(); ++i) {
        PrintedLine line = lineOf(items[i]);
        if (i == 0 || !m_wording.sameDay(items[i - 1].row.sortAt, items[i].row.sortAt))
            line.day = m_wording.longDate(items[i].row.sortAt);
        thread.lines.append(line);
    }
    if (!items.isEmpty())
        thread.range = tr("Messages from %1 to %2")
                           .arg(m_wording.stamp(items.first().row.sortAt), m_wording.stamp(items.last().row.sortAt));
    return thread;
}

} // namespace balcao::desk
