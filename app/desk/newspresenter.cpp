// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/newspresenter.h"

#include "core/text.h"
#include "desk/chargewords.h"
#include "desk/inboxmodel.h"
#include "desk/wording.h"

#include <utility>

namespace balcao::desk {

namespace {

constexpr qint64 kSameChatMs = 10 * kSecondMs;
constexpr qint64 kSameSoundMs = 2 * kSecondMs;
constexpr int kMostAtOnce = 3;
constexpr int kMostLetters = 160;

} // namespace

NewsPresenter::NewsPresenter(ConversationSource &source, const Clock &clock, Notifier &notifier, Sounder &sounder,
                             QObject *parent)
    : QObject(parent), m_source(source), m_clock(clock), m_notifier(notifier), m_sounder(sounder)
{
}

void NewsPresenter::setSeen(bool active, ConversationId open)
{
    m_active = active;
    m_open = open;
}

void NewsPresenter::silenceUntil(qint64 untilMs)
{
    m_silentUntil = untilMs;
}

bool NewsPresenter::isSilenced() const
{
    return m_clock.nowMs() < m_silentUntil;
}

bool NewsPresenter::mayName() const
{
    return m_preferences.notificationContent && !m_protected;
}

bool NewsPresenter::isBeforeTheirEyes(ConversationId conversation) const
{
    return m_active && !m_protected && conversation == m_open;
}

void NewsPresenter::heard(const store::ChangeSet &changes, bool isLive)
{
    const bool wasLive = std::exchange(m_isLive, isLive);
    if (!wasLive || changes.rebuilt)
        return; // what came before this desk looked is in the list already
    QList<ConversationId> told;
    for (const ConversationId &one : changes.arrived) {
        if (!isBeforeTheirEyes(one))
            told.append(one);
    }
    if (!changes.failed.isEmpty())
        refused();
    announce(told);
    paid(changes.paid);
}

void NewsPresenter::announce(const QList<ConversationId> &conversations)
{
    if (conversations.isEmpty())
        return;
    sound(Chime::Message);
    if (!m_active)
        m_notifier.beckon();
    if (isSilenced() || !m_preferences.notifications)
        return;
    if (conversations.size() > kMostAtOnce || !mayName()) {
        const auto count = static_cast<int>(conversations.size());
        const qint64 now = m_clock.nowMs();
        if (now - m_toldAt.value({}, now - kSameChatMs) < kSameChatMs)
            return;
        m_toldAt.insert({}, now);
        return m_notifier.show({{}, QStringLiteral("Balcão"), tr("%n customer(s) wrote", nullptr, count)});
    }
    for (const ConversationId &one : conversations)
        tell(one);
}

void NewsPresenter::tell(ConversationId conversation)
{
    const qint64 now = m_clock.nowMs();
    m_toldAt.removeIf([now](auto told) { return now - told.value() >= kSameChatMs || told.value() > now; });
    if (m_toldAt.contains(conversation))
        return; // three messages of one person in a row are one piece of news
    m_toldAt.insert(conversation, now);
    ThreadPlace newest;
    newest.kind = ThreadPlace::Kind::Newest;
    newest.limit = 1;
    m_source.thread(conversation, newest, [this, conversation](const Result<ThreadSlice> &slice) {
        if (slice && slice->head)
            show(conversation, *slice->head);
    });
}

void NewsPresenter::show(ConversationId conversation, const store::ConversationRow &head)
{
    // The screen may have been hidden while the words were being looked up.
    if (!mayName())
        return m_notifier.show({{}, QStringLiteral("Balcão"), tr("%n customer(s) wrote", nullptr, 1)});
    const QString kind = Wording::kindWord(head.previewType);
    QString text = head.previewOutbound     ? tr("New message")
                   : kind.isEmpty()         ? head.preview
                   : head.preview.isEmpty() ? kind
                                            : tr("%1: %2").arg(kind, head.preview);
    m_notifier.show({conversation, previewText(displayName(head), kMostLetters), previewText(text, kMostLetters)});
}

// Money rings wherever somebody looks: it is what the whole counter waits for.
void NewsPresenter::paid(const QSet<ConversationId> &conversations)
{
    if (conversations.isEmpty())
        return;
    sound(Chime::Paid);
    if (!m_active)
        m_notifier.beckon();
    if (isSilenced() || !m_preferences.notifications)
        return;
    for (const ConversationId &one : conversations) {
        if (!isBeforeTheirEyes(one))
            tellPaid(one);
    }
}

void NewsPresenter::tellPaid(ConversationId conversation)
{
    if (!mayName())
        return m_notifier.show({{}, QStringLiteral("Balcão"), tr("The bank confirmed a Pix")});
    ThreadPlace newest;
    newest.kind = ThreadPlace::Kind::Newest;
    newest.limit = 1;
    m_source.thread(conversation, newest, [this, conversation](const Result<ThreadSlice> &slice) {
        if (!slice || !slice->head || !slice->head->chip || !mayName())
            return;
        const ChargeShort money = ChargeWords::inList(*slice->head->chip, m_clock.nowMs());
        // Its chip may be of a newer one, which waits.
        const bool says = money.tone == ChargeTone::Paid || money.tone == ChargeTone::Wrong;
        m_notifier.show({conversation, previewText(displayName(*slice->head), kMostLetters),
                         says ? money.text : tr("The bank confirmed a Pix")});
    });
}

void NewsPresenter::refused()
{
    sound(Chime::Failed);
    if (!m_active)
        m_notifier.beckon();
}

void NewsPresenter::setOnline(bool online)
{
    if (online && m_wasAway && m_wasOnline)
        sound(Chime::Back);
    m_wasOnline = m_wasOnline || online;
    m_wasAway = !online;
}

void NewsPresenter::sound(Chime chime)
{
    const qint64 now = m_clock.nowMs();
    qint64 &before = m_soundedAt[static_cast<int>(chime)];
    if (!m_preferences.sounds || isSilenced() || (now >= before && now - before < kSameSoundMs))
        return;
    before = now;
    m_sounder.play(chime);
}

} // namespace balcao::desk
