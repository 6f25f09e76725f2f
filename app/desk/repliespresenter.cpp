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
    m_source.lists([this](const Result<ShopLists> &lists) {
        if (lists && takeReplies(*lists))
            Q_EMIT changed();
    });
}

void RepliesPresenter::setOperator(OperatorId who)
{
    if (m_operator == who)
        return;
    m_operator = who;
    m_unsaved.setOperator(who);
    m_problem.clear();
    Q_EMIT changed();
}

bool RepliesPresenter::takeReplies(const ShopLists &lists)
{
    if (lists.replies == m_replies)
        return false;
    m_replies = lists.replies;
    followReplies();
    return true;
}

void RepliesPresenter::followReplies()
{
    for (const store::ReplyRow &one : std::as_const(m_replies))
        m_unsaved.follow(one);
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
    followReplies();
    Q_EMIT changed();
}

QList<store::ReplyRow> RepliesPresenter::rows() const
{
    QList<store::ReplyRow> rows = m_replies;
    for (const store::ReplyRow &one : m_unsaved.rows()) {
        if (!one.id.isNull() && !isKnown(one.id))
            rows.append(one);
    }
    return rows;
}

store::ReplyRow RepliesPresenter::shown(QuickReplyId reply) const
{
    return m_unsaved.find(reply).value_or(standing(reply));
}

store::ReplyRow RepliesPresenter::standing(QuickReplyId reply) const
{
    const store::ReplyRow *found = find(reply);
    return found ? *found : store::ReplyRow{reply, {}, {}};
}

QStringList RepliesPresenter::unsavedTitles() const
{
    QStringList titles;
    for (const store::ReplyRow &one : m_unsaved.rows()) {
        const store::ReplyRow *stands = find(one.id);
        const QString title = stands ? stands->title : one.title.trimmed();
        titles.append(title.isEmpty() ? tr("a new one") : title);
    }
    return titles;
}

QString RepliesPresenter::conflictText(QuickReplyId reply) const
{
    constexpr qsizetype kShown = 80;
    const store::ReplyRow stands = standing(reply);
    const auto field = isKnown(reply) ? m_unsaved.conflict(stands) : std::nullopt;
    if (!field)
        return {};
    const QString now = *field == 0 ? stands.title : previewText(stands.text, kShown);
    return tr("It was changed meanwhile: now it is “%1”. “Keep” puts yours in its place, “Discard” leaves that one.")
        .arg(now);
}

void RepliesPresenter::type(const store::ReplyRow &typed)
{
    const bool turned = m_unsaved.put(typed, standing(typed.id));
    const bool hadProblem = !std::exchange(m_problem, {}).isEmpty();
    if (turned || hadProblem)
        Q_EMIT changed();
}

std::optional<QuickReplyId> RepliesPresenter::keep(QuickReplyId reply)
{
    const store::ReplyRow row = shown(reply);
    const QuickReplyId under = isKnown(reply) ? reply : QuickReplyId::create();
    const bool kept = isKnown(reply) ? change(reply, row.title, row.text) : define(under, row.title, row.text);
    if (!kept)
        return std::nullopt;
    drop(reply);
    return under;
}

void RepliesPresenter::drop(QuickReplyId reply)
{
    m_unsaved.drop(reply);
    m_problem.clear();
    Q_EMIT changed();
}

void RepliesPresenter::giveBack(QuickReplyId reply, const std::optional<QString> &title,
                                const std::optional<QString> &text, OperatorId by)
{
    // As it stands without what was refused.
    m_source.lists([this, reply, title, text, by](const Result<ShopLists> &lists) {
        if (lists)
            takeReplies(*lists);
        // Where that cannot be read, nothing that came back may be taken for what stands.
        m_unsaved.giveBack(by, reply, {title, text}, lists ? standing(reply) : store::ReplyRow{reply, {}, {}});
        Q_EMIT changed();
    });
}

bool RepliesPresenter::make(const QString &title, const QString &text)
{
    return define(QuickReplyId::create(), title, text);
}

bool RepliesPresenter::define(QuickReplyId reply, const QString &title, const QString &text)
{
    if (!fits(title, text, {}))
        return false;
    const store::ReplyRow row{reply, title.trimmed(), text.trimmed()};
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
    m_unsaved.drop(reply);
    m_replies.removeIf([reply](const store::ReplyRow &one) { return one.id == reply; });
    Q_EMIT changed();
}

} // namespace balcao::desk
