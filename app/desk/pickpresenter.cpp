// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pickpresenter.h"

namespace balcao::desk {

PickPresenter::PickPresenter(ConversationSource &source, WorkPresenter &work, ComposerPresenter &composer,
                             QObject *parent)
    : QObject(parent), m_source(source), m_work(work), m_composer(composer)
{
}

template <class Make>
void PickPresenter::open(Make make)
{
    if (!m_work.canAct())
        return;
    const auto isCurrent = [this, about = m_work.conversation()] {
        return m_work.canAct() && m_work.conversation() == about;
    };
    // Only what was asked for last is shown, and only for the chat that it was asked in.
    m_source.lists([this, make, isCurrent, asked = ++m_asked](const Result<ShopLists> &lists) {
        if (!lists || asked != m_asked || !isCurrent())
            return;
        m_picker = make(*lists);
        m_picker->bindTo(isCurrent);
        Q_EMIT ready();
    });
}

void PickPresenter::snooze()
{
    open([this](const ShopLists &) { return std::make_unique<SnoozePicker>(m_work); });
}

void PickPresenter::assign()
{
    open([this](const ShopLists &lists) { return std::make_unique<AssignPicker>(m_work, lists.operators); });
}

void PickPresenter::tags()
{
    open([this](const ShopLists &lists) { return std::make_unique<TagPicker>(m_work, lists.tags); });
}

void PickPresenter::replies()
{
    if (m_composer.isLocked())
        return; // the composer says why
    open([this](const ShopLists &lists) {
        QList<store::ReplyRow> replies = lists.replies;
        if (const QString answer = m_proof ? m_proof->reply() : QString(); !answer.isEmpty())
            replies.prepend({{}, tr("Receipt"), answer});
        return std::make_unique<ReplyPicker>(m_composer, replies, [this] { Q_EMIT shopRepliesWanted(); });
    });
}

} // namespace balcao::desk
