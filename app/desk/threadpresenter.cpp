// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadpresenter.h"

#include "core/markedtext.h"
#include "core/servicewindow.h"
#include "desk/inboxmodel.h"
#include "desk/roles.h"

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStillHereMs = 10000;
constexpr qint64 kTypingMs = 8000;

} // namespace

ThreadPresenter::ThreadPresenter(ConversationSource &source, ConversationActions &actions, const Wording &wording,
                                 const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_clock(clock), m_model(wording, clock), m_find(source)
{
    connect(&m_find, &FindPresenter::wanted, this, &ThreadPresenter::show);
    m_here.setInterval(kStillHereMs);
    connect(&m_here, &QTimer::timeout, this, &ThreadPresenter::tellPresence);
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, this, &ThreadPresenter::tick);
    m_minute.start();
}

int ThreadPresenter::toSend() const
{
    return static_cast<int>(
        std::ranges::count(m_pending, store::PendingRow::State::Waiting, &store::PendingRow::state));
}

CommandId ThreadPresenter::lastUnclaimed() const
{
    const auto last = std::ranges::find_if(m_pending.crbegin(), m_pending.crend(), &store::PendingRow::mayTakeBack);
    return last == m_pending.crend() ? CommandId() : last->id;
}

QString ThreadPresenter::title() const
{
    return m_head ? displayName(*m_head) : QString();
}

QString ThreadPresenter::subtitle() const
{
    if (!m_head)
        return {};
    QStringList parts;
    if (!m_head->maskedPhone.isEmpty())
        parts.append(m_head->maskedPhone);
    if (!m_head->assigneeName.isEmpty())
        parts.append(tr("with %1").arg(m_head->assigneeName));
    const QString others = presenceText();
    if (!others.isEmpty())
        parts.append(others);
    return parts.join(u" · "_s);
}

QString ThreadPresenter::windowText() const
{
    if (!m_head)
        return {};
    const qint64 left = m_head->windowUntil - m_clock.nowMs();
    return left > 0 ? tr("expires in %1").arg(Wording::span(left)) : tr("window closed");
}

bool ThreadPresenter::isExpiring() const
{
    const qint64 left = m_head ? m_head->windowUntil - m_clock.nowMs() : 0;
    return left > 0 && left <= kExpiringMs;
}

QString ThreadPresenter::presenceText() const
{
    const QString writer = whoElseWrites();
    if (!writer.isEmpty())
        return tr("%1 is answering").arg(writer);
    for (const Present &one : m_present) {
        if (shows(one.conversation))
            return tr("%1 is looking").arg(one.name);
    }
    return {};
}

QString ThreadPresenter::whoElseWrites() const
{
    for (const Present &one : m_present) {
        if (shows(one.conversation) && one.typing)
            return one.name;
    }
    return {};
}

void ThreadPresenter::setOperator(OperatorId who)
{
    m_operator = who;
    m_model.setOperator(who);
    tellPresence();
}

void ThreadPresenter::setPresent(const QList<Present> &present)
{
    if (m_present == present)
        return;
    m_present = present;
    Q_EMIT changed();
}

void ThreadPresenter::tellTyping()
{
    const qint64 now = m_clock.nowMs();
    const bool told = m_typedAt > 0 && now - m_typedAt < kTypingMs / 2 && now >= m_typedAt;
    if (told || !isOpen())
        return;
    m_typedAt = now;
    tellPresence();
}

void ThreadPresenter::tellPresence()
{
    if (!isOpen() || m_operator.isNull())
        return m_here.stop();
    const bool typing = m_typedAt > 0 && m_clock.nowMs() - m_typedAt < kTypingMs;
    m_actions.viewing(standing(), m_operator, typing);
    m_here.start();
}

void ThreadPresenter::open(ConversationId conversation)
{
    if (conversation != m_conversation && conversation != standing())
        begin(conversation, {});
}

void ThreadPresenter::openAt(ConversationId conversation, MessageId message, qint64)
{
    if (shows(conversation))
        return show(message);
    ThreadPlace place;
    place.kind = ThreadPlace::Kind::Around;
    place.message = message;
    begin(conversation, place);
}

void ThreadPresenter::begin(ConversationId conversation, const ThreadPlace &place)
{
    m_conversation = conversation;
    m_head.reset();
    m_pending.clear();
    m_window.clear();
    m_divider = {};
    m_readAsked = m_openedUpto = m_seenUpto = 0;
    m_newBelow = 0;
    m_wanted = place.message;
    m_next.reset();
    m_fresh = m_atEnd = true;
    m_typedAt = 0;
    m_find.setConversation(conversation);
    tellPresence();
    Q_EMIT changed();
    ask(place);
}

void ThreadPresenter::show(MessageId message)
{
    if (!isOpen())
        return;
    m_wanted = message;
    if (!m_fresh && m_model.rowOf(message) >= 0)
        return showWanted();
    ThreadPlace place;
    place.kind = ThreadPlace::Kind::Around;
    place.message = message;
    ask(place);
}

void ThreadPresenter::close()
{
    m_conversation = {};
    m_head.reset();
    m_next.reset();
    m_window.clear();
    m_model.clear();
    m_find.setConversation({});
    Q_EMIT changed();
}

void ThreadPresenter::reload()
{
    if (isOpen())
        ask(m_fresh ? ThreadPlace() : m_window.again(m_atEnd));
}

void ThreadPresenter::loadOlder()
{
    if (m_window.hasOlder() && !m_loading)
        ask(m_window.older());
}

void ThreadPresenter::loadNewer()
{
    if (m_window.hasNewer() && !m_loading)
        ask(m_window.newer());
}

void ThreadPresenter::showNewest()
{
    if (!m_window.hasNewer()) {
        Q_EMIT atNewest();
        return;
    }
    ThreadPlace place;
    place.kind = ThreadPlace::Kind::Newest;
    ask(place);
}

// What is asked for while something is read: other rows take its place, the same ones are read once more after it.
void ThreadPresenter::ask(const ThreadPlace &place)
{
    if (m_loading) {
        if (place.kind == ThreadPlace::Kind::Again)
            m_again = true;
        else
            m_next = place;
        return;
    }
    m_loading = true;
    ThreadPlace asked = place;
    asked.seenSeq = m_atEnd ? 0 : qMax<qint64>(m_seenUpto, 1); // also where the customer had not written yet
    m_source.thread(m_conversation, asked, [this, asked, in = m_conversation](const Result<ThreadSlice> &slice) {
        m_loading = false;
        if (in != m_conversation || m_next) { // another chat, or another place, was opened meanwhile
            m_again = false;
            if (isOpen())
                ask(std::exchange(m_next, std::nullopt).value_or(ThreadPlace()));
            return;
        }
        if (slice)
            answer(asked, *slice);
        if (std::exchange(m_again, false))
            reload();
    });
}

void ThreadPresenter::answer(const ThreadPlace &place, const ThreadSlice &slice)
{
    using Kind = ThreadPlace::Kind;
    const qint64 heardUpto = m_head ? m_head->inboundSeq : 0;
    const ConversationId stood = standing();
    m_head = slice.head;
    m_pending = slice.pending;
    const QHash<ChargeId, Money> paidBefore = paidNow();
    m_window.take(place, slice.rows, slice.hasOlder, slice.hasNewer);
    m_newBelow = slice.newer;
    const bool first = std::exchange(m_fresh, false);
    if (first && m_head) {
        m_openedUpto = m_seenUpto = m_head->inboundSeq;
        drawDivider();
    }
    if (m_head)
        m_model.setCustomer(displayName(*m_head));
    showRows(first || place.kind == Kind::Unread || place.kind == Kind::Newest || place.kind == Kind::Around);
    // Where the reader is to stand first: a view that is told of rows while it stands anywhere asks for more.
    if (first)
        Q_EMIT opened();
    else if (place.kind == Kind::Newest)
        Q_EMIT atNewest();
    showWanted();
    if (m_head && m_head->id != stood) {
        tellPresence();
        Q_EMIT moved(m_head->id);
    }
    Q_EMIT changed();
    if (!first) {
        tellHeard(heardUpto);
        tellPaid(paidBefore);
    }
    setAtEnd(m_atEnd);
}

void ThreadPresenter::tick()
{
    m_model.refreshCharges();
    Q_EMIT changed();
}

QHash<ChargeId, Money> ThreadPresenter::paidNow() const
{
    QHash<ChargeId, Money> paid;
    for (const store::ThreadRow &row : m_window.rows()) {
        if (row.charge)
            paid.insert(row.charge->id, row.charge->facts.paid);
    }
    return paid;
}

void ThreadPresenter::tellPaid(const QHash<ChargeId, Money> &before)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const ThreadItem &item = m_model.rows()[row];
        if (!item.charge || !item.row.charge || !before.contains(item.row.charge->id))
            continue;
        if (item.row.charge->facts.paid > before.value(item.row.charge->id))
            Q_EMIT paid(m_model.index(row).data(Qt::AccessibleTextRole).toString());
    }
}

const store::ChargeRow *ThreadPresenter::chargeOf(int row) const
{
    if (row < 0 || row >= m_model.rowCount() || !m_model.rows()[row].row.charge)
        return nullptr;
    return &*m_model.rows()[row].row.charge;
}

void ThreadPresenter::tellHeard(qint64 upto)
{
    for (int row = 0; m_head && m_head->inboundSeq > upto && row < m_model.rowCount(); ++row) {
        const store::ThreadRow &one = m_model.rows()[row].row;
        if (one.kind == store::RowKind::Message && !one.outbound && one.seq > upto)
            Q_EMIT heard(m_model.index(row).data(Qt::AccessibleTextRole).toString());
    }
}

void ThreadPresenter::showRows(bool fresh)
{
    // What waits to be sent stands below everything that was.
    m_model.show(m_window.rows(), m_window.hasNewer() ? QList<store::PendingRow>() : m_pending, m_divider, fresh);
}

// Above the first that nobody had read when the chat was opened, in the order of the thread.
void ThreadPresenter::drawDivider()
{
    if (m_head->unread <= 0)
        return;
    for (const store::ThreadRow &row : m_window.rows()) {
        const bool counts = row.kind == store::RowKind::Message && !row.outbound && row.type != ContentType::Reaction &&
                            row.type != ContentType::System;
        if (!counts || row.seq <= m_head->readUpto)
            continue;
        m_divider = {row.id, tr("%n unread", nullptr, m_head->unread)};
        return;
    }
}

void ThreadPresenter::setSeen(bool seen)
{
    m_seen = seen;
    markRead();
}

void ThreadPresenter::setAtEnd(bool atEnd)
{
    m_atEnd = atEnd;
    if (m_atEnd && !m_window.hasNewer() && m_head) {
        m_seenUpto = qMax(m_seenUpto, m_head->inboundSeq);
        if (std::exchange(m_newBelow, 0) > 0)
            Q_EMIT changed();
    }
    markRead();
}

QString ThreadPresenter::newBelowText() const
{
    return m_newBelow > 0 ? tr("%n new message(s)", nullptr, m_newBelow) : QString();
}

// Seen by somebody: shop-wide, and once only. Whoever opens a chat has seen what was there, and then what comes
// while they stand at its end.
void ThreadPresenter::markRead()
{
    if (!m_seen || !m_head || m_head->unread == 0 || m_operator.isNull())
        return;
    qint64 upto = qMax(m_openedUpto, m_seenUpto);
    if (m_atEnd && !m_window.hasNewer()) {
        for (const store::ThreadRow &row : m_window.rows())
            upto = qMax(upto, row.seq);
    }
    if (upto <= m_readAsked || upto <= m_head->readUpto)
        return;
    m_readAsked = upto;
    m_actions.markRead(m_conversation, upto, m_operator);
}

void ThreadPresenter::showWanted()
{
    const int row = m_wanted.isNull() ? -1 : m_model.rowOf(m_wanted);
    if (row < 0)
        return;
    m_wanted = {};
    Q_EMIT found(row);
}

void ThreadPresenter::showQuoted(int row)
{
    if (row < 0 || row >= m_model.rowCount() || m_model.rows()[row].row.quoted.isNull())
        return;
    show(m_model.rows()[row].row.quoted);
}

QList<WebLink> ThreadPresenter::linksOf(int row) const
{
    if (row < 0 || row >= m_model.rowCount())
        return {};
    const QModelIndex index = m_model.index(row);
    if (index.data(ThreadPlainRole).toBool())
        return {};
    return markedText(index.data(ThreadTextRole).toString()).links;
}

QString ThreadPresenter::copyText(QList<int> rows) const
{
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        if (row >= 0 && row < m_model.rowCount())
            lines.append(m_model.words().copied(m_model.rows()[row], rows.size() > 1));
    }
    return lines.join(u'\n');
}

void ThreadPresenter::act(int row, int action)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const ThreadItem item = m_model.rows()[row];
    const QList<ThreadAction> possible = m_model.actions(row);
    if (action < 0 || action >= possible.size())
        return;
    switch (possible[action]) {
    case ThreadAction::SendAgain:
        if (item.row.charge) {
            return m_actions.chargeAgain(m_conversation, item.row.id, {item.row.charge->id, item.row.type},
                                         Wording::kindWord(item.row.type), m_operator);
        }
        return m_actions.sendAgain(m_conversation, item.row.id, item.row.text, item.pending, m_operator);
    case ThreadAction::Leave:
        if (!item.pending.isNull())
            return m_actions.discard(item.pending, m_conversation);
        Q_EMIT dismissWanted(item.row.id);
        return;
    case ThreadAction::Discard:
        return m_actions.discard(item.pending, m_conversation);
    case ThreadAction::TakeBack:
        Q_EMIT takeBackWanted(item.pending);
        return;
    case ThreadAction::CopyDetails:
        Q_EMIT copied(m_model.words().details(item));
        return;
    }
}

} // namespace balcao::desk
