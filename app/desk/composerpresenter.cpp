// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/composerpresenter.h"

#include "core/servicewindow.h"

namespace balcao::desk {

namespace {

constexpr int kSaveAfterMs = 400;

} // namespace

ComposerPresenter::ComposerPresenter(ConversationSource &source, ConversationActions &actions, ThreadPresenter &thread,
                                     const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_thread(thread), m_clock(clock)
{
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveAfterMs);
    connect(&m_save, &QTimer::timeout, this, &ComposerPresenter::flush);
    connect(&m_thread, &ThreadPresenter::changed, this, [this] {
        if (m_thread.conversation() != m_conversation)
            openDraft();
        Q_EMIT changed();
    });
}

QString ComposerPresenter::toText() const
{
    return m_thread.isOpen() ? tr("To %1").arg(m_thread.title()) : QString();
}

bool ComposerPresenter::isLocked() const
{
    return !m_thread.head() || m_thread.head()->windowUntil <= m_clock.nowMs();
}

bool ComposerPresenter::canSend() const
{
    return m_thread.isOpen() && !isLocked() && !m_sending && !m_text.trimmed().isEmpty() && m_text.size() <= kLongest;
}

QString ComposerPresenter::noteText() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (m_thread.head() && isLocked())
        return tr("More than 24 h have passed. WhatsApp only delivers an approved template. "
                  "When the customer answers, free text is back.");
    if (m_text.size() > kLongest)
        return tr("WhatsApp takes %1 characters at most; this has %2.").arg(kLongest).arg(m_text.size());
    return {};
}

void ComposerPresenter::setOperator(OperatorId who)
{
    flush();
    m_operator = who;
    m_conversation = {};
    openDraft();
}

void ComposerPresenter::openDraft()
{
    flush();
    m_conversation = m_thread.conversation();
    m_text.clear();
    m_problem.clear();
    if (m_conversation.isNull() || m_operator.isNull())
        return;
    m_source.draft(m_conversation, m_operator, [this, asked = m_conversation](const Result<QString> &draft) {
        // Whoever has begun to type meanwhile goes on with that.
        if (asked != m_conversation || !draft || !m_text.isEmpty())
            return;
        m_text = *draft;
        Q_EMIT changed();
    });
}

void ComposerPresenter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_problem.clear();
    m_save.start();
    Q_EMIT changed();
}

void ComposerPresenter::flush()
{
    m_save.stop();
    if (m_conversation.isNull() || m_operator.isNull() || isBeingSent())
        return;
    m_source.saveDraft(m_conversation, m_operator, m_text);
}

bool ComposerPresenter::isBeingSent() const
{
    return m_sending && m_sending->conversation == m_conversation && m_sending->by == m_operator &&
           m_sending->text == m_text;
}

void ComposerPresenter::send()
{
    if (!canSend())
        return;
    m_sending = Sending{m_conversation, m_operator, m_text};
    m_actions.sendText(m_conversation, m_text.trimmed(), m_operator, [this](bool kept) { sendEnded(kept); });
    Q_EMIT changed();
}

void ComposerPresenter::sendEnded(bool kept)
{
    const bool stillHere = isBeingSent();
    const Sending sent = *std::exchange(m_sending, std::nullopt);
    if (kept && stillHere) {
        m_text.clear();
    } else if (!kept) {
        m_problem = tr("This computer's disk could not be written, so nothing was sent. "
                       "The text is still here.");
        if (!stillHere && sent.conversation != m_conversation)
            m_source.saveDraft(sent.conversation, sent.by, sent.text);
    }
    flush();
    Q_EMIT changed();
}

} // namespace balcao::desk
