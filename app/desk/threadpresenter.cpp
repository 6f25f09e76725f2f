// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadpresenter.h"

#include "desk/inboxmodel.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

ThreadPresenter::ThreadPresenter(ConversationSource &source, ConversationActions &actions, const Wording &wording,
                                 const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_clock(clock), m_model(wording, clock)
{
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
    const qint64 left = m_head->windowUntil - m_clock.nowMs();
    parts.append(left > 0 ? tr("expires in %1").arg(Wording::span(left)) : tr("24-hour window closed"));
    return parts.join(u" · "_s);
}

void ThreadPresenter::open(ConversationId conversation)
{
    if (conversation == m_conversation)
        return;
    m_conversation = conversation;
    m_head.reset();
    m_limit = kPage;
    m_fresh = true;
    m_actions.viewing(conversation, m_operator, false);
    Q_EMIT changed();
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
    m_source.thread(m_conversation, m_limit, [this, asked = m_conversation](const Result<ThreadSlice> &slice) {
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
    // Seen by somebody: shop-wide, and once only.
    if (m_head && m_head->unread > 0 && !m_operator.isNull() && !slice.rows.isEmpty()) {
        qint64 newest = 0;
        for (const store::ThreadRow &row : slice.rows)
            newest = qMax(newest, row.seq);
        m_actions.markRead(m_conversation, newest, m_operator);
    }
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
