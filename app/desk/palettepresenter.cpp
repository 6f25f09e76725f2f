// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/palettepresenter.h"

#include "core/text.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

void putHead(PaletteRow &row, const QString &head, qsizetype found, bool more)
{
    row.head = head;
    row.headCount = QString::number(found) + (more ? u"+"_s : QString());
}

} // namespace

PalettePresenter::PalettePresenter(ConversationSource &source, InboxPresenter &inbox, ThreadPresenter &thread,
                                   const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_inbox(inbox), m_thread(thread), m_wording(wording), m_clock(clock)
{
}

QString PalettePresenter::emptyText() const
{
    if (m_asking || m_model.rowCount() > 0)
        return {};
    return tr("Nothing found for “%1”. Try the end of the phone or an amount, like 123,45.").arg(m_typed.trimmed());
}

QString PalettePresenter::countText() const
{
    if (m_found == 0)
        return {};
    return m_foundMore ? tr("%1+ results").arg(m_found) : tr("%n result(s)", nullptr, m_found);
}

void PalettePresenter::start()
{
    m_typed.clear();
    show({});
}

void PalettePresenter::type(const QString &typed)
{
    m_typed = typed;
    if (typed.trimmed().isEmpty())
        return show({});
    if (!m_asking)
        ask();
}

void PalettePresenter::ask()
{
    m_asking = true;
    m_source.search(m_typed, [this, asked = m_typed](const Result<SearchHits> &hits) {
        m_asking = false;
        if (asked != m_typed && !m_typed.trimmed().isEmpty())
            return ask(); // more has been typed: only the last counts
        if (asked == m_typed)
            show(hits.valueOr(SearchHits()));
    });
}

void PalettePresenter::show(const SearchHits &hits)
{
    QList<PaletteRow> rows;
    const qint64 now = m_clock.nowMs();
    m_found = static_cast<int>(hits.customers.size() + hits.messages.size());
    m_foundMore = hits.moreCustomers || hits.moreMessages;
    for (const store::CustomerHit &hit : hits.customers) {
        PaletteRow row;
        row.kind = PaletteRow::Kind::Customer;
        store::ConversationRow named;
        named.name = hit.name;
        named.username = hit.username;
        named.maskedPhone = hit.maskedPhone;
        row.title = displayName(named);
        row.detail = tr("%1 · last conversation %2").arg(hit.maskedPhone, m_wording.shortDay(hit.lastAt, now));
        if (rows.isEmpty())
            putHead(row, tr("Customers"), hits.customers.size(), hits.moreCustomers);
        row.conversation = hit.conversation;
        row.customer = hit.customer;
        rows.append(row);
    }
    bool first = true;
    for (const store::MessageHit &hit : hits.messages) {
        PaletteRow row;
        row.kind = PaletteRow::Kind::Message;
        row.title = previewText(hit.text, 160);
        const QString who = hit.isNote || hit.outbound ? hit.author : tr("customer");
        row.detail = (hit.isNote ? tr("%1 · team note by %2") : tr("%1 · %2")).arg(hit.name, who);
        row.right = m_wording.shortDay(hit.sortAt, now);
        row.icon = hit.isNote ? u"note"_s : u"message"_s;
        if (std::exchange(first, false))
            putHead(row, tr("Messages"), hits.messages.size(), hits.moreMessages);
        row.conversation = hit.conversation;
        row.message = hit.message;
        row.sortAt = hit.sortAt;
        rows.append(row);
    }
    addActions(rows);
    for (PaletteRow &row : rows)
        row.marks = marksIn(row.title, m_typed);
    m_model.reset(rows);
    Q_EMIT changed();
}

void PalettePresenter::addActions(QList<PaletteRow> &rows) const
{
    bool first = true;
    const QStringList words = foldedText(m_typed).simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QString folded = u' ' + foldedText(m_actions[i].text);
        const bool fits =
            std::ranges::all_of(words, [&folded](const QString &word) { return folded.contains(u' ' + word); });
        if (!fits)
            continue;
        PaletteRow row;
        row.title = m_actions[i].text;
        row.right = m_actions[i].key;
        row.icon = m_actions[i].icon;
        row.head = std::exchange(first, false) ? tr("Actions") : QString();
        row.action = static_cast<int>(i);
        rows.append(row);
    }
}

void PalettePresenter::take(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const PaletteRow taken = m_model.rows()[row];
    if (taken.kind == PaletteRow::Kind::Action)
        return m_actions[taken.action].act();
    m_inbox.open(taken.conversation);
    if (taken.kind == PaletteRow::Kind::Message)
        m_thread.openAt(taken.conversation, taken.message, taken.sortAt);
    Q_EMIT wentToChat();
}

} // namespace balcao::desk
