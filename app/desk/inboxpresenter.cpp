// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/inboxpresenter.h"

namespace balcao::desk {

InboxPresenter::InboxPresenter(ConversationSource &source, const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_model(wording, clock)
{
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, &m_model, &InboxModel::refreshTimes);
    m_minute.start();
}

QString InboxPresenter::countText() const
{
    return m_loaded ? tr("%n conversation(s)", nullptr, static_cast<int>(m_total)) : QString();
}

QString InboxPresenter::emptyText() const
{
    if (m_model.rowCount() > 0)
        return {};
    return m_loaded ? tr("All set. When a customer writes, the conversation appears here.")
                    : tr("Opening this computer's conversations…");
}

void InboxPresenter::reload()
{
    // One query under way; whatever changes meanwhile asks for one more, not for one each.
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_source.inbox(kRows, [this](const Result<InboxSlice> &slice) {
        m_loading = false;
        if (slice) {
            m_loaded = true;
            m_total = slice->total;
            m_model.show(slice->rows);
        }
        Q_EMIT changed();
        if (std::exchange(m_again, false))
            reload();
    });
}

void InboxPresenter::openRow(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        open(m_model.rows()[row].id);
}

void InboxPresenter::open(ConversationId conversation)
{
    if (conversation == m_open)
        return;
    m_open = conversation;
    Q_EMIT opened(conversation);
    Q_EMIT changed();
}

void InboxPresenter::openLongestWaiting()
{
    m_source.longestWaiting([this](const Result<std::optional<ConversationId>> &found) {
        if (found && *found)
            open(**found);
    });
}

} // namespace balcao::desk
