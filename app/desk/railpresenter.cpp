// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/railpresenter.h"

namespace balcao::desk {

RailPresenter::RailPresenter(ConversationSource &source, InboxPresenter &inbox, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_inbox(inbox), m_clock(clock)
{
    m_model.show({});
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, this, &RailPresenter::reload);
    m_minute.start();
    connect(&m_inbox, &InboxPresenter::changed, this, [this] {
        const int row = m_model.rowOf(m_inbox.view(), m_inbox.tag().id);
        if (row >= 0 && std::exchange(m_current, row) != row)
            Q_EMIT changed();
    });
}

int RailPresenter::waiting() const
{
    const int row = m_model.rowOf(store::View::Waiting, {});
    return row < 0 ? 0 : static_cast<int>(m_model.rows()[row].count);
}

QString RailPresenter::waitingText() const
{
    return waiting() == 0 ? tr("Nobody is waiting") : tr("%n customer(s) waiting", nullptr, waiting());
}

void RailPresenter::setOperator(OperatorId who)
{
    m_operator = who;
    reload();
}

void RailPresenter::reload()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_source.counts(m_operator, m_clock.nowMs(), [this](const Result<RailCounts> &counts) {
        m_loading = false;
        if (counts) {
            const RailRow before = m_model.rows().value(m_current);
            m_model.show(*counts);
            follow(before);
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false))
            reload();
    });
}

void RailPresenter::follow(const RailRow &before)
{
    const int row = m_model.rowOf(before.view, before.tag.id);
    if (row < 0)
        return choose(0); // the tag was retired
    m_current = row;
    if (m_inbox.tag().id.isNull())
        return;
    const int tag = m_model.rowOf(store::View::Tag, m_inbox.tag().id);
    if (tag >= 0)
        m_inbox.renameTag(m_model.rows()[tag].tag);
    else
        m_inbox.widen();
}

void RailPresenter::narrow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    using store::View;
    const RailRow chosen = m_model.rows()[row];
    const bool isTag = chosen.view == View::Tag;
    // Of a tag's own view nothing is left to be narrowed by another one: whoever waits is what is looked for.
    const View view = !isTag ? chosen.view : m_inbox.view() == View::Tag ? View::Waiting : m_inbox.view();
    const bool again = isTag && m_inbox.isNarrowed() && m_inbox.tag().id == chosen.tag.id;
    m_inbox.narrow(view, again ? store::TagRow() : isTag ? chosen.tag : m_inbox.tag());
}

void RailPresenter::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_current = row;
    const RailRow &chosen = m_model.rows()[row];
    if (chosen.view == store::View::Tag)
        m_inbox.setTag(chosen.tag);
    else
        m_inbox.setView(chosen.view);
    Q_EMIT changed();
}

} // namespace balcao::desk
