// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/repliespresenter.h"

#include "core/text.h"

namespace balcao::desk {

RepliesPresenter::RepliesPresenter(ConversationSource &source, WorkPresenter &work, QObject *parent)
    : QObject(parent), m_source(source), m_work(work)
{
}

void RepliesPresenter::reload()
{
    m_problem.clear();
    m_source.lists([this](const Result<ShopLists> &lists) {
        if (!lists || lists->replies == m_replies)
            return;
        m_replies = lists->replies;
        Q_EMIT changed();
    });
}

const store::ReplyRow *RepliesPresenter::find(QuickReplyId reply) const
{
    const auto found = std::ranges::find_if(m_replies, [reply](const store::ReplyRow &one) { return one.id == reply; });
    return found == m_replies.cend() ? nullptr : &*found;
}

bool RepliesPresenter::fits(const QString &title, const QString &text, QuickReplyId except)
{
    m_problem.clear();
    const QString folded = foldedText(title.trimmed());
    const bool taken = std::ranges::any_of(
        m_replies, [&](const store::ReplyRow &one) { return one.id != except && foldedText(one.title) == folded; });
    if (title.trimmed().isEmpty())
        m_problem = tr("Give the reply a title.");
    else if (taken)
        m_problem = tr("There is a reply of this title already.");
    else if (text.trimmed().isEmpty())
        m_problem = tr("Write the text of the reply.");
    else if (text.trimmed().size() > kLongest)
        m_problem = tr("WhatsApp takes %1 characters at most; this has %2.").arg(kLongest).arg(text.trimmed().size());
    if (!m_problem.isEmpty())
        Q_EMIT changed();
    return m_problem.isEmpty();
}

void RepliesPresenter::put(const store::ReplyRow &row)
{
    const auto at = std::ranges::find_if(m_replies, [&row](const store::ReplyRow &one) { return one.id == row.id; });
    if (at == m_replies.end())
        m_replies.append(row);
    else
        *at = row;
    Q_EMIT changed();
}

bool RepliesPresenter::make(const QString &title, const QString &text)
{
    if (!fits(title, text, {}))
        return false;
    const store::ReplyRow row{QuickReplyId::create(), title.trimmed(), text.trimmed()};
    if (!m_work.defineReply(row))
        return false;
    put(row);
    return true;
}

bool RepliesPresenter::change(QuickReplyId reply, const QString &title, const QString &text)
{
    const store::ReplyRow *found = find(reply);
    if (!found || !fits(title, text, reply))
        return false;
    const store::ReplyRow before = *found;
    const store::ReplyRow after{reply, title.trimmed(), text.trimmed()};
    if (before == after)
        return true;
    if (!m_work.changeReply(before, after, [this, before] { put(before); }))
        return false;
    put(after);
    return true;
}

QString RepliesPresenter::retireQuestion(QuickReplyId reply) const
{
    const store::ReplyRow *found = find(reply);
    return found ? tr("Retire the reply %1? This cannot be undone.").arg(found->title) : QString();
}

void RepliesPresenter::retire(QuickReplyId reply)
{
    const store::ReplyRow *found = find(reply);
    if (!found || !m_work.retireReply(*found))
        return;
    m_problem.clear();
    m_replies.removeIf([reply](const store::ReplyRow &one) { return one.id == reply; });
    Q_EMIT changed();
}

} // namespace balcao::desk
