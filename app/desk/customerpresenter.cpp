// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/customerpresenter.h"

#include "core/phone.h"

#include <QLocale>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

CustomerPresenter::CustomerPresenter(ConversationSource &source, WorkActions &actions, ThreadPresenter &thread,
                                     const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_thread(thread), m_wording(wording), m_clock(clock)
{
    m_revealed.setSingleShot(true);
    m_revealed.setInterval(kRevealedMs);
    connect(&m_revealed, &QTimer::timeout, this, &CustomerPresenter::changed);
    connect(&m_thread, &ThreadPresenter::changed, this, [this] {
        if (m_thread.conversation() != m_conversation) {
            m_revealed.stop();
            m_card.reset();
            m_problem.clear();
            Q_EMIT changed();
        }
        reload();
    });
}

void CustomerPresenter::setOperator(OperatorId who)
{
    m_operator = who;
    m_revealed.stop();
    Q_EMIT changed();
}

void CustomerPresenter::reload()
{
    m_conversation = m_thread.conversation();
    if (m_conversation.isNull())
        return;
    m_source.customer(m_conversation,
                      [this, asked = m_conversation](const Result<std::optional<store::CustomerCard>> &card) {
                          if (!card || asked != m_conversation || *card == m_card)
                              return;
                          m_card = *card;
                          Q_EMIT changed();
                      });
}

QString CustomerPresenter::name() const
{
    if (!m_card)
        return {};
    if (!m_card->name.isEmpty())
        return m_card->name;
    if (!m_card->profileName.isEmpty())
        return m_card->profileName;
    return m_thread.title();
}

uint CustomerPresenter::seed() const
{
    return m_card ? static_cast<uint>(m_card->id.uuid().data1) : 0;
}

QString CustomerPresenter::phoneText() const
{
    if (!m_card)
        return {};
    if (m_card->phone.isEmpty())
        return m_card->username.isEmpty() ? tr("no phone") : u'@' + m_card->username;
    return isRevealed() ? phoneForSend(m_card->phone) : phoneMasked(m_card->phone);
}

QString CustomerPresenter::sinceText() const
{
    if (!m_card || m_card->since == 0)
        return {};
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_card->since, m_wording.zone()).date();
    return tr("Customer since %1").arg(QLocale().toString(day, u"MMM yyyy"_s));
}

QString CustomerPresenter::noteByText() const
{
    if (!m_card || m_card->note.isEmpty() || m_card->noteAt == 0)
        return {};
    const QString when = m_wording.shortDay(m_card->noteAt, m_clock.nowMs());
    return m_card->noteBy.isEmpty() ? when : m_card->noteBy + u" · "_s + when;
}

QStringList CustomerPresenter::consentTexts() const
{
    QStringList texts;
    if (!m_card)
        return texts;
    for (const store::ConsentRow &one : m_card->consents) {
        const QString what = one.purpose == "marketing"_L1 ? tr("Offers") : one.purpose;
        const QString day = m_wording.shortDay(one.at, m_clock.nowMs());
        texts.append(one.granted ? tr("%1: accepts · %2").arg(what, day) : tr("%1: does not want · %2").arg(what, day));
    }
    return texts;
}

QStringList CustomerPresenter::historyTexts() const
{
    QStringList texts;
    if (!m_card)
        return texts;
    for (const store::EpisodeRow &one : m_card->episodes) {
        const QString when = m_wording.shortDay(one.at, m_clock.nowMs());
        if (one.line == store::SystemLine::Reopened)
            texts.append(tr("reopened · %1").arg(when));
        else
            texts.append(one.author.isEmpty() ? tr("resolved · %1").arg(when)
                                              : tr("resolved by %1 · %2").arg(one.author, when));
    }
    return texts;
}

void CustomerPresenter::reveal()
{
    if (!hasPhone() || m_operator.isNull())
        return;
    m_actions.reveal(m_card->id, u"phone"_s, m_operator);
    m_revealed.start();
    Q_EMIT changed();
}

void CustomerPresenter::rename(const QString &name)
{
    const QString wanted = name.trimmed();
    if (!m_card || m_operator.isNull() || wanted.isEmpty() || wanted == this->name())
        return;
    m_actions.rename(m_card->id, wanted, m_operator);
}

void CustomerPresenter::setNote(const QString &text, std::function<void(bool)> done)
{
    if (!m_card || m_operator.isNull())
        return;
    m_actions.noteCustomer(m_card->id, text.trimmed(), m_operator, [this, done = std::move(done)](bool kept) {
        m_problem = kept ? QString() : tr("This computer's disk could not be written. The text is still here.");
        done(kept);
        Q_EMIT changed();
    });
}

} // namespace balcao::desk
