// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadpresenter.h"

#include "core/servicewindow.h"

#include "desk/inboxmodel.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStillHereMs = 10000;
constexpr qint64 kTypingMs = 8000;

} // namespace

ThreadPresenter::ThreadPresenter(ConversationSource &source, ConversationActions &actions, const Wording &wording,
                                 const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_clock(clock), m_model(wording, clock)
{
    m_here.setInterval(kStillHereMs);
    connect(&m_here, &QTimer::timeout, this, &ThreadPresenter::tellPresence);
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
    return left > 0 ? tr("expires in %1").arg(Wording::span(left)) : tr("24-hour window closed");
}

bool ThreadPresenter::isExpiring() const
{
    return m_head && m_head->windowUntil - m_clock.nowMs() <= kExpiringMs;
}

QString ThreadPresenter::presenceText() const
{
    const QString writer = whoElseWrites();
    if (!writer.isEmpty())
        return tr("%1 is answering").arg(writer);
    for (const Present &one : m_present) {
        if (one.conversation == m_conversation)
            return tr("%1 is looking").arg(one.name);
    }
    return {};
}

QString ThreadPresenter::whoElseWrites() const
{
    for (const Present &one : m_present) {
        if (one.conversation == m_conversation && one.typing)
            return one.name;
    }
    return {};
}

void ThreadPresenter::setOperator(OperatorId who)
{
    m_operator = who;
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
    m_actions.viewing(m_conversation, m_operator, typing);
    m_here.start();
}

void ThreadPresenter::open(ConversationId conversation)
{
    if (conversation == m_conversation)
        return;
    m_conversation = conversation;
    m_head.reset();
    m_limit = kPage;
    m_from = 0;
    m_readAsked = 0;
    m_wanted = {};
    m_fresh = true;
    m_typedAt = 0;
    tellPresence();
    Q_EMIT changed();
    reload();
}

void ThreadPresenter::openAt(ConversationId conversation, MessageId message, qint64 sortAt)
{
    open(conversation);
    m_wanted = message;
    m_from = sortAt;
    reload();
}

void ThreadPresenter::close()
{
    m_conversation = {};
    m_head.reset();
    m_model.reset({});
    Q_EMIT changed();
}

void ThreadPresenter::reload()
{
    if (!isOpen())
        return;
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_source.thread(m_conversation, m_limit, m_from, [this, asked = m_conversation](const Result<ThreadSlice> &slice) {
        m_loading = false;
        // Another conversation was opened while this one was read.
        if (asked == m_conversation && slice)
            show(*slice, std::exchange(m_fresh, false));
        if (asked != m_conversation || std::exchange(m_again, false))
            reload();
    });
}

void ThreadPresenter::show(const ThreadSlice &slice, bool fresh)
{
    m_head = slice.head;
    m_hasOlder = slice.hasOlder;
    m_model.show(slice.rows, slice.pending, fresh);
    Q_EMIT changed();
    if (fresh)
        Q_EMIT opened();
    showWanted();
    markRead();
}

void ThreadPresenter::setSeen(bool seen)
{
    m_seen = seen;
    markRead();
}

// Seen by somebody: shop-wide, and once only.
void ThreadPresenter::markRead()
{
    if (!m_seen || !m_head || m_head->unread == 0 || m_operator.isNull())
        return;
    qint64 newest = 0;
    for (const ThreadItem &item : m_model.rows())
        newest = qMax(newest, item.row.seq);
    if (newest <= m_readAsked)
        return;
    m_readAsked = newest;
    m_actions.markRead(m_conversation, newest, m_operator);
}

void ThreadPresenter::showWanted()
{
    if (m_wanted.isNull())
        return;
    const QList<ThreadItem> &items = m_model.rows();
    const auto at = std::ranges::find_if(items, [this](const ThreadItem &item) { return item.row.id == m_wanted; });
    if (at == items.cend())
        return;
    m_wanted = {};
    Q_EMIT found(static_cast<int>(at - items.cbegin()));
}

void ThreadPresenter::loadOlder()
{
    if (!m_hasOlder || m_loading)
        return;
    m_limit += kPage;
    reload();
}

void ThreadPresenter::act(int row, int action)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const ThreadItem item = m_model.rows()[row];
    const QList<ThreadAction> possible = ThreadModel::actions(item);
    if (action < 0 || action >= possible.size())
        return;
    if (possible[action] == ThreadAction::SendAgain)
        m_actions.sendAgain(m_conversation, item.row.id, item.row.text, item.pending, m_operator);
    else
        m_actions.discard(item.pending, m_conversation);
}

} // namespace balcao::desk
