// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/inboxpresenter.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace balcao::desk {

using store::View;

namespace {

const QString kCompactKey = QStringLiteral("list.compact");
constexpr int kPatienceMs = 400; // before that a wait is not felt

} // namespace

InboxPresenter::InboxPresenter(ConversationSource &source, const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_clock(clock), m_model(wording, clock), m_wording(wording)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_slow = !m_loaded;
        Q_EMIT changed();
    });
    m_patience.start();
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (m_failed)
            reload();
        m_model.refreshTimes();
        if (m_view == View::Expiring)
            reload();
    });
    m_minute.start();
}

QString InboxPresenter::titleText() const
{
    switch (m_view) {
    case View::Waiting:
        return tr("Waiting");
    case View::Expiring:
        return tr("Expiring");
    case View::Mine:
        return tr("Mine");
    case View::All:
        return tr("All");
    case View::Snoozed:
        return tr("Snoozed");
    case View::Resolved:
        return tr("Resolved");
    case View::Tag:
        return m_tag.name;
    }
    return {};
}

QString InboxPresenter::countText() const
{
    if (!m_loaded)
        return {};
    const int count = static_cast<int>(m_total);
    if (isNarrowed())
        return m_view == View::Waiting ? tr("%n customer(s) with this tag", nullptr, count)
                                       : tr("%n conversation(s) with this tag", nullptr, count);
    if (m_offlineSince > 0 && m_view == View::Waiting)
        return tr("%n in the queue · data up to %1", nullptr, count).arg(m_wording.clock(m_offlineSince));
    if (m_view == View::Waiting)
        return tr("%n customer(s) in the queue", nullptr, count);
    return m_view == View::All ? tr("%n open conversation(s)", nullptr, count)
                               : tr("%n conversation(s)", nullptr, count);
}

void InboxPresenter::setOffline(bool offline, qint64 sinceMs)
{
    m_model.setOffline(offline);
    const qint64 since = offline ? sinceMs : 0;
    if (std::exchange(m_offlineSince, since) != since)
        Q_EMIT changed();
}

QString InboxPresenter::emptyText() const
{
    if (m_model.rowCount() > 0)
        return {};
    if (m_failed)
        return tr("The conversations of this computer could not be read. Balcão tries again by itself; if it stays so, "
                  "restart the program.");
    if (!m_loaded)
        return m_slow ? tr("Opening this computer's conversations…") : QString();
    if (isNarrowed())
        return narrowedEmptyText();
    switch (m_view) {
    case View::Waiting:
        return tr("Nobody is waiting.");
    case View::Expiring:
        return tr("No conversation expires within 3 hours.");
    case View::Mine:
        return tr("No conversation is in your hands.");
    case View::All:
        return tr("All set. When a customer writes, the conversation appears here.");
    case View::Snoozed:
        return tr("No conversation is snoozed.");
    case View::Resolved:
        return tr("No conversation has been resolved yet.");
    case View::Tag:
        return tr("No open conversation has this tag.");
    }
    return {};
}

QString InboxPresenter::narrowedEmptyText() const
{
    switch (m_view) {
    case View::Waiting:
        return tr("Nobody with the tag %1 is waiting.").arg(m_tag.name);
    case View::Expiring:
        return tr("No conversation with the tag %1 expires within 3 hours.").arg(m_tag.name);
    case View::Mine:
        return tr("No conversation with the tag %1 is in your hands.").arg(m_tag.name);
    case View::Snoozed:
        return tr("No conversation with the tag %1 is snoozed.").arg(m_tag.name);
    case View::Resolved:
        return tr("No conversation with the tag %1 has been resolved yet.").arg(m_tag.name);
    case View::All:
    case View::Tag:
        break;
    }
    return tr("No open conversation has the tag %1.").arg(m_tag.name);
}

QString InboxPresenter::emptyDetail() const
{
    if (isNarrowed() || !m_loaded || m_model.rowCount() > 0 || m_view != View::Waiting || m_answeredAt == 0)
        return {};
    if (!m_wording.sameDay(m_answeredAt, m_clock.nowMs()))
        return tr("Last answer: %1.").arg(m_wording.shortDay(m_answeredAt, m_clock.nowMs()));
    return tr("The last conversation was answered at %1.").arg(m_wording.clock(m_answeredAt));
}

bool InboxPresenter::offersSnoozed() const
{
    return m_loaded && m_model.rowCount() == 0 && m_view == View::Waiting && !isNarrowed();
}

QStringList InboxPresenter::orderTexts() const
{
    switch (m_view) {
    case View::Waiting:
        return {tr("Longest wait"), tr("Newest")};
    case View::Expiring:
        return {tr("Expires first"), tr("Expires last")};
    case View::Snoozed:
        return {tr("Back first"), tr("Back last")};
    case View::Mine:
    case View::All:
    case View::Resolved:
    case View::Tag:
        break;
    }
    return {tr("Newest"), tr("Oldest")};
}

void InboxPresenter::setReversed(bool reversed)
{
    if (m_reversed == reversed)
        return;
    m_reversed = reversed;
    m_limit = kPage;
    Q_EMIT changed();
    reload();
}

void InboxPresenter::setOperator(OperatorId who)
{
    m_operator = who;
    m_source.preference(kCompactKey, [this](const Result<QByteArray> &kept) {
        m_compact = kept.valueOr(QByteArray()) == "1";
        Q_EMIT changed();
    });
    reload();
}

void InboxPresenter::setCompact(bool compact)
{
    m_compact = compact;
    m_source.savePreference(kCompactKey, compact ? "1" : "0");
    Q_EMIT changed();
}

void InboxPresenter::setView(View view)
{
    narrow(view, {});
}

void InboxPresenter::narrow(View view, const store::TagRow &tag)
{
    if (view == m_view && tag.id == m_tag.id)
        return;
    m_view = view;
    m_tag = tag;
    restart();
}

void InboxPresenter::renameTag(const store::TagRow &tag)
{
    if (tag.id != m_tag.id || tag == m_tag)
        return;
    m_tag = tag;
    Q_EMIT changed();
}

void InboxPresenter::setTag(const store::TagRow &tag)
{
    narrow(View::Tag, tag);
    renameTag(tag);
}

void InboxPresenter::restart()
{
    m_limit = kPage;
    m_loaded = false;
    m_slow = false;
    m_reversed = false;
    m_pinned = m_open;
    m_pushedOff = {};
    m_patience.start();
    put({}, {}, 0);
    Q_EMIT changed();
    reload();
}

void InboxPresenter::reload()
{
    // One query under way; whatever changes meanwhile asks for one more, not for one each.
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    const store::ConversationFilter filter{m_view, m_operator, m_tag.id, m_clock.nowMs(), m_reversed};
    m_source.inbox(filter, m_open, m_limit, [this, asked = filter, open = m_open](const Result<InboxSlice> &slice) {
        m_loading = false;
        if (std::exchange(m_failed, !slice.ok()) != m_failed)
            Q_EMIT changed();
        const bool current =
            asked.view == m_view && asked.tag == m_tag.id && open == m_open && asked.reversed == m_reversed;
        if (slice && current)
            show(*slice);
        if (std::exchange(m_again, false) || !current)
            reload();
    });
}

void InboxPresenter::show(const InboxSlice &slice)
{
    m_loaded = true;
    m_total = slice.total;
    m_answeredAt = slice.answeredAt;
    m_full = slice.more;
    QList<store::ConversationRow> rows = slice.rows;
    std::optional<InboxGroups> groups;
    // The open one stands above the queue, whether it waits or not, so that an answer does not move it away; above all,
    // so that nobody's message does.
    const bool queue = m_view == View::Waiting;
    const bool pinned = slice.open && pins(*slice.open, slice.rows);
    if (pinned) {
        rows.removeIf([&slice](const store::ConversationRow &row) { return row.id == slice.open->id; });
        rows.prepend(*slice.open);
    }
    if (queue || pinned) {
        groups = InboxGroups{pinned, static_cast<qint64>(rows.size()) - (pinned ? 1 : 0), queue};
        if (m_full)
            groups->others = queue ? m_total : m_total - 1;
    }
    put(rows, groups, m_total);
    Q_EMIT changed();
}

bool InboxPresenter::pins(const store::ConversationRow &open, const QList<store::ConversationRow> &rows)
{
    if (m_view == View::Waiting)
        return true;
    // Among all only what belongs there, and what was opened from elsewhere: whoever goes through this list by its rows
    // would else have each of them taken away from under the hand. What others' messages have pushed below all that is
    // shown stands there as well: it would be open and nowhere.
    if (m_view != View::All || isNarrowed() || open.state == ConversationState::Resolved)
        return false;
    if (std::ranges::find(rows, open.id, &store::ConversationRow::id) == rows.cend())
        m_pushedOff = open.id;
    return open.id == m_pinned || open.id == m_pushedOff;
}

void InboxPresenter::put(const QList<store::ConversationRow> &rows, const std::optional<InboxGroups> &groups,
                         qint64 total)
{
    const QScopedValueRollback putting(m_putting, true);
    m_model.setShowsWait(m_view == View::Waiting || m_view == View::Expiring);
    m_model.show(rows, groups, total);
}

void InboxPresenter::loadMore()
{
    if (!m_full || m_loading)
        return;
    m_limit += kPage;
    reload();
}

void InboxPresenter::openRow(int row)
{
    if (m_putting || row < 0 || row >= m_model.rowCount() || m_model.rows()[row].id == m_open)
        return;
    openHere(m_model.rows()[row].id, {});
}

void InboxPresenter::open(ConversationId conversation)
{
    if (conversation != m_open)
        openHere(conversation, conversation);
}

void InboxPresenter::openHere(ConversationId conversation, ConversationId pinned)
{
    m_open = conversation;
    m_pinned = pinned;
    m_pushedOff = {};
    Q_EMIT opened(conversation);
    Q_EMIT changed();
    if (m_view == View::Waiting || m_view == View::All)
        reload();
}

void InboxPresenter::follow(ConversationId conversation)
{
    if (m_open.isNull() || conversation == m_open)
        return;
    m_open = conversation;
    Q_EMIT changed();
    reload();
}

void InboxPresenter::openNext()
{
    step(1);
}

void InboxPresenter::openPrevious()
{
    step(-1);
}

void InboxPresenter::step(int by)
{
    m_source.inbox(
        {View::Waiting, m_operator, {}, m_clock.nowMs()}, {}, kPage, [this, by](const Result<InboxSlice> &slice) {
            if (!slice || slice->rows.isEmpty())
                return;
            const QList<store::ConversationRow> &queue = slice->rows;
            const auto at =
                std::ranges::find_if(queue, [this](const store::ConversationRow &row) { return row.id == m_open; });
            if (at == queue.cend())
                return open(queue.first().id);
            const qsizetype next = (at - queue.cbegin() + by + queue.size()) % queue.size();
            open(queue[next].id);
        });
}

} // namespace balcao::desk
