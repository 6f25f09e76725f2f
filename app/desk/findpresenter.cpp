// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/findpresenter.h"

#include "core/text.h"

#include <QPointer>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

FindPresenter::FindPresenter(ConversationSource &source, QObject *parent) : QObject(parent), m_source(source) {}

void FindPresenter::setConversation(ConversationId conversation)
{
    if (conversation == m_conversation)
        return;
    m_conversation = conversation;
    clear();
}

void FindPresenter::type(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    m_words = foldedText(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    m_answered = m_words.isEmpty();
    if (m_words.isEmpty() || m_conversation.isNull())
        return take({});
    m_source.find(m_conversation, typed, kMost,
                  [here = QPointer(this), typed, in = m_conversation](const Result<QList<MessageId>> &found) {
                      // More was typed while this was looked for.
                      if (here && typed == here->m_typed && in == here->m_conversation)
                          here->take(found.valueOr({}));
                  });
}

void FindPresenter::take(const QList<MessageId> &found)
{
    m_answered = true;
    m_found = found;
    m_at = 0;
    Q_EMIT changed();
    if (!m_found.isEmpty())
        Q_EMIT wanted(m_found.first());
}

void FindPresenter::step(qsizetype by)
{
    if (m_found.isEmpty())
        return;
    m_at = (m_at + by + m_found.size()) % m_found.size();
    Q_EMIT changed();
    Q_EMIT wanted(m_found[m_at]);
}

void FindPresenter::next()
{
    step(1);
}

void FindPresenter::previous()
{
    step(-1);
}

void FindPresenter::clear()
{
    m_typed.clear();
    m_words.clear();
    m_found.clear();
    m_at = 0;
    m_answered = true;
    Q_EMIT changed();
}

QString FindPresenter::countText() const
{
    if (m_words.isEmpty() || !m_answered)
        return {};
    if (m_found.isEmpty())
        return tr("Nothing found");
    const QString all = m_found.size() < kMost ? QString::number(m_found.size()) : u"%1+"_s.arg(kMost);
    return tr("%1 of %2", "the second match of fourteen").arg(QString::number(m_at + 1), all);
}

} // namespace balcao::desk
