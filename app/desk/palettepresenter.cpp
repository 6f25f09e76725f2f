// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/palettepresenter.h"

#include "core/money.h"
#include "core/servicewindow.h"
#include "core/text.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 40; ///< within a sentence
constexpr qsizetype kOffered = 2;      ///< of what can be done with a customer, beside who was found

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
    connect(&m_thread, &ThreadPresenter::changed, this, &PalettePresenter::doNext);
}

QString PalettePresenter::emptyText() const
{
    if (m_asking || m_model.rowCount() > 0)
        return {};
    if (m_question && m_typed.trimmed().isEmpty())
        return tr("Type a name, or the end of the phone.");
    if (m_question)
        return tr("No customer found for “%1”. Try the end of the phone.").arg(m_typed.trimmed());
    return tr("Nothing found for “%1”. Try the end of the phone or an amount, like 123,45.").arg(m_typed.trimmed());
}

QString PalettePresenter::countText() const
{
    if (m_found == 0)
        return {};
    const QString found = m_foundMore ? tr("%1+ results").arg(m_found) : tr("%n result(s)", nullptr, m_found);
    return m_tookMs > 0 ? found + u" · "_s + tr("%1 ms").arg(m_tookMs) : found;
}

void PalettePresenter::start(const std::optional<CustomerQuestion> &question)
{
    m_question = question;
    m_typed.clear();
    m_shownFor.clear();
    show({});
}

void PalettePresenter::type(const QString &typed)
{
    m_typed = typed;
    if (typed.trimmed().isEmpty()) {
        m_shownFor = typed;
        return show({});
    }
    if (!m_asking)
        ask();
}

void PalettePresenter::ask()
{
    m_asking = true;
    m_source.search(m_typed, [this, asked = m_typed, at = m_clock.nowMs()](const Result<SearchHits> &hits) {
        m_asking = false;
        m_tookMs = m_clock.nowMs() - at;
        if (asked != m_typed && !m_typed.trimmed().isEmpty())
            return ask(); // more has been typed: only the last counts
        if (asked != m_typed)
            return;
        m_shownFor = asked;
        show(hits.valueOr(SearchHits()));
    });
}

PaletteRow PalettePresenter::rowOf(const store::CustomerHit &hit) const
{
    PaletteRow row;
    row.kind = PaletteRow::Kind::Customer;
    store::ConversationRow named;
    named.name = hit.name;
    named.username = hit.username;
    named.maskedPhone = hit.maskedPhone;
    row.title = displayName(named);
    const QString last = m_wording.shortDay(hit.lastAt, m_clock.nowMs());
    row.detail = (m_wording.sameDay(hit.lastAt, m_clock.nowMs()) ? tr("%1 · last conversation today %2")
                                                                 : tr("%1 · last conversation %2"))
                     .arg(hit.maskedPhone, last);
    putWindow(row, hit.windowUntil);
    row.conversation = hit.conversation;
    row.customer = hit.customer;
    return row;
}

// As in the list: how long, or that it is closed.
void PalettePresenter::putWindow(PaletteRow &row, qint64 windowUntil) const
{
    const qint64 left = windowUntil - m_clock.nowMs();
    if (windowUntil == 0)
        return;
    row.right = left > 0 ? tr("expires in %1").arg(Wording::span(left)) : tr("window closed");
    row.rightIcon = left > 0 ? u"expiring"_s : u"lock"_s;
    row.isUrgent = left > 0 && left <= kExpiringMs;
}

PaletteRow PalettePresenter::rowOf(const store::MessageHit &hit) const
{
    PaletteRow row;
    row.kind = PaletteRow::Kind::Message;
    row.title = excerptText(hit.text, foldedText(m_typed).simplified().split(u' ', Qt::SkipEmptyParts), 160);
    if (hit.amount) {
        const QString what = hit.description.isEmpty() ? hit.text : hit.description;
        row.title = tr("Pix charge · %1").arg(reaisShown(*hit.amount));
        if (!what.isEmpty())
            row.title += u" · "_s + previewText(what, 120);
    }
    const QString who = hit.isNote || hit.outbound ? hit.author : tr("customer");
    row.detail = (hit.isNote ? tr("%1 · team note by %2") : tr("%1 · %2")).arg(hit.name, who);
    row.right = m_wording.shortDay(hit.sortAt, m_clock.nowMs());
    row.icon = hit.isNote ? u"note"_s : u"message"_s;
    row.conversation = hit.conversation;
    row.message = hit.message;
    row.sortAt = hit.sortAt;
    return row;
}

void PalettePresenter::show(SearchHits hits)
{
    m_hits = hits;
    QList<PaletteRow> rows;
    if (m_question)
        hits = {hits.customers, {}, hits.moreCustomers, false};
    m_found = static_cast<int>(hits.customers.size() + hits.messages.size());
    m_foundMore = hits.moreCustomers || hits.moreMessages;
    for (const store::CustomerHit &hit : hits.customers) {
        rows.append(rowOf(hit));
        if (rows.size() == 1)
            putHead(rows.first(), tr("Customers"), hits.customers.size(), hits.moreCustomers);
    }
    for (const store::MessageHit &hit : hits.messages) {
        rows.append(rowOf(hit));
        if (rows.size() == hits.customers.size() + 1)
            putHead(rows.last(), tr("Messages"), hits.messages.size(), hits.moreMessages);
    }
    if (!m_question)
        addActions(rows);
    else if (m_typed.trimmed().isEmpty())
        rows = likely();
    put(rows);
}

QList<PaletteRow> PalettePresenter::likely() const
{
    QList<PaletteRow> rows;
    for (const CustomerQuestion::Likely &one : m_question->likely) {
        PaletteRow row;
        row.kind = PaletteRow::Kind::Customer;
        row.title = one.name;
        row.detail = one.why;
        row.conversation = one.conversation;
        rows.append(row);
    }
    if (!rows.isEmpty())
        putHead(rows.first(), m_question->whyHead, rows.size(), false);
    return rows;
}

void PalettePresenter::put(QList<PaletteRow> rows)
{
    for (PaletteRow &row : rows)
        row.marks = marksIn(row.title, m_typed);
    m_model.reset(rows);
    Q_EMIT changed();
}

void PalettePresenter::showActionsOf(int row)
{
    if (m_question || row < 0 || row >= m_model.rowCount() || m_model.rows()[row].kind != PaletteRow::Kind::Customer)
        return;
    const PaletteRow customer = m_model.rows()[row];
    QList<PaletteRow> rows = actionsOf(customer);
    if (rows.isEmpty())
        return;
    rows.first().head = tr("With %1").arg(customer.title);
    put(rows);
}

void PalettePresenter::showFound()
{
    show(m_hits);
}

QList<PaletteRow> PalettePresenter::actionsOf(const PaletteRow &customer) const
{
    QList<PaletteRow> rows;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i].about.isEmpty())
            continue;
        PaletteRow row;
        row.title = m_actions[i].about.arg(previewText(customer.title, kLongestName));
        row.detail = m_actions[i].detail;
        row.key = m_actions[i].key;
        row.icon = m_actions[i].icon;
        row.conversation = customer.conversation;
        row.action = static_cast<int>(i);
        rows.append(row);
    }
    return rows;
}

void PalettePresenter::addActions(QList<PaletteRow> &rows) const
{
    const qsizetype first = rows.size();
    // Whom one has found is charged, or to be come back to; the other actions are a Tab away.
    if (!rows.isEmpty() && rows.first().kind == PaletteRow::Kind::Customer)
        rows.append(actionsOf(rows.first()).mid(0, kOffered));
    const QStringList words = foldedText(m_typed).simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QString folded = u' ' + foldedText(m_actions[i].text);
        const bool fits =
            std::ranges::all_of(words, [&folded](const QString &word) { return folded.contains(u' ' + word); });
        if (!fits || (m_actions[i].isSought && words.isEmpty()))
            continue;
        PaletteRow row;
        row.title = m_actions[i].text;
        row.key = m_actions[i].key;
        row.icon = m_actions[i].icon;
        row.action = static_cast<int>(i);
        rows.append(row);
    }
    if (first < rows.size())
        rows[first].head = tr("Actions");
}

void PalettePresenter::take(int row)
{
    if (row < 0 || row >= m_model.rowCount() || !mayTake())
        return;
    const PaletteRow taken = m_model.rows()[row];
    if (m_question)
        return std::exchange(m_question, {})->chosen(taken.conversation, taken.title);
    if (taken.kind == PaletteRow::Kind::Action && taken.conversation.isNull())
        return m_actions[taken.action].act();
    m_inbox.open(taken.conversation);
    if (taken.kind == PaletteRow::Kind::Message)
        m_thread.openAt(taken.conversation, taken.message, taken.sortAt);
    Q_EMIT wentToChat();
    if (taken.kind != PaletteRow::Kind::Action)
        return;
    m_next = m_actions[taken.action].act;
    m_nextIn = taken.conversation;
    doNext();
}

// What is to be done with a conversation waits until that is open; whoever goes elsewhere meanwhile means it no more.
void PalettePresenter::doNext()
{
    if (m_next && m_thread.conversation() != m_nextIn)
        m_next = {};
    if (!m_next || !m_thread.head())
        return;
    const auto act = std::exchange(m_next, {});
    act();
}

} // namespace balcao::desk
