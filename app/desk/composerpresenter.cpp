// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/composerpresenter.h"

#include "core/servicewindow.h"
#include "desk/calledby.h"
#include "desk/pixpresenter.h"
#include "store/outboxstore.h"

#include <QDateTime>
#include <QRegularExpression>

namespace balcao::desk {

namespace {

constexpr int kSaveAfterMs = 400;

} // namespace

ComposerPresenter::ComposerPresenter(ConversationSource &source, ConversationActions &actions, ThreadPresenter &thread,
                                     WorkPresenter &work, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_thread(thread), m_work(work), m_clock(clock)
{
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveAfterMs);
    connect(&m_save, &QTimer::timeout, this, &ComposerPresenter::flush);
    connect(&m_thread, &ThreadPresenter::changed, this, [this] {
        if (m_thread.conversation() != m_conversation)
            openDraft();
        tick();
    });
    connect(&m_thread, &ThreadPresenter::takeBackWanted, this, &ComposerPresenter::takeBack);
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, &ComposerPresenter::tick);
}

QString ComposerPresenter::toText() const
{
    if (!m_thread.isOpen())
        return {};
    return m_isNote ? tr("Note for the team, about") : tr("To");
}

QString ComposerPresenter::toName() const
{
    constexpr int kEnd = 4;
    if (!m_thread.head())
        return m_thread.title();
    const QString phone = m_thread.head()->maskedPhone.right(kEnd);
    const bool adds = !phone.isEmpty() && !m_thread.title().endsWith(phone);
    return adds ? m_thread.title() + QStringLiteral(" · ") + phone : m_thread.title();
}

bool ComposerPresenter::isLocked() const
{
    return !m_isNote && (!m_thread.head() || m_thread.head()->windowUntil <= m_clock.nowMs());
}

bool ComposerPresenter::canSend() const
{
    return m_thread.isOpen() && !isLocked() && !m_sending && !m_takingBack && !m_text.trimmed().isEmpty() &&
           m_text.size() <= kLongest;
}

QString ComposerPresenter::sendText() const
{
    if (m_isNote)
        return tr("Keep the note");
    return m_isOffline ? tr("Send when back") : tr("Send");
}

void ComposerPresenter::setOffline(bool offline)
{
    if (std::exchange(m_isOffline, offline) != offline)
        Q_EMIT changed();
}

void ComposerPresenter::setBank(bool connected)
{
    if (std::exchange(m_hasBank, connected) != connected)
        Q_EMIT changed();
}

QString ComposerPresenter::closedText() const
{
    const qint64 at = m_thread.head() ? m_thread.head()->windowUntil : 0;
    const qint64 now = m_clock.nowMs();
    if (at <= 0 || at > now)
        return {};
    const Wording &wording = m_work.wording();
    if (wording.sameDay(at, now))
        return tr("The 24 h window closed today at %1").arg(wording.clock(at));
    //: A day, as lists say it ("yesterday", "Mon", "25/11"), and a time.
    return tr("The 24 h window closed %1 at %2").arg(wording.shortDay(at, now), wording.clock(at));
}

QString ComposerPresenter::queuedText() const
{
    const int count = m_isOffline ? m_thread.toSend() : 0;
    if (count == 0)
        return {};
    return count == 1 ? tr("It goes when the connection is back")
                      : tr("They go in this order when the connection is back");
}

QString ComposerPresenter::takeBackText() const
{
    return m_isOffline && !m_thread.lastUnclaimed().isNull() ? tr("Cancel sending") : QString();
}

QString ComposerPresenter::pixWaitsText() const
{
    if (!m_isOffline || !m_thread.isOpen())
        return {};
    return PixPresenter::offlineWords(m_hasBank ? ChargeKind::Bank : ChargeKind::Shop);
}

QString ComposerPresenter::noteText() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (m_text.size() > kLongest)
        return tr("WhatsApp takes %1 characters at most; this has %2.").arg(kLongest).arg(m_text.size());
    if (!m_thread.isOpen() || m_text.isEmpty())
        return {};
    return m_isEdited ? tr("Ctrl+Enter sends and calls the next")
                      : tr("Draft kept · Ctrl+Enter sends and calls the next");
}

QString ComposerPresenter::lockTitle() const
{
    if (!m_thread.head() || m_isNote || !isLocked())
        return {};
    return m_thread.head()->windowUntil > 0 ? tr("More than 24 h have passed.")
                                            : tr("%1 has not written yet.").arg(firstName());
}

QString ComposerPresenter::lockText() const
{
    if (lockTitle().isEmpty())
        return {};
    return tr("WhatsApp only delivers an approved template. When %1 answers, free text is back.").arg(firstName());
}

QString ComposerPresenter::lockBrief() const
{
    return lockTitle().isEmpty()
               ? QString()
               : tr("WhatsApp only delivers an approved template. Free text is back with the answer.");
}

QString ComposerPresenter::firstName() const
{
    const QString called = m_thread.head() ? calledBy(m_thread.head()->name) : QString();
    return called.isEmpty() ? tr("the customer") : called;
}

QString ComposerPresenter::countdownText() const
{
    if (!m_thread.head() || m_isNote || isLocked())
        return {};
    return tr("closes in %1").arg(Wording::span(m_thread.head()->windowUntil - m_clock.nowMs()));
}

bool ComposerPresenter::isClosingSoon() const
{
    return !countdownText().isEmpty() && m_thread.head()->windowUntil - m_clock.nowMs() <= kExpiringMs;
}

void ComposerPresenter::tick()
{
    // By the minutes that are left, so that it shuts when it shuts and not up to a minute later.
    const qint64 left = m_thread.head() ? m_thread.head()->windowUntil - m_clock.nowMs() : 0;
    if (left > 0)
        m_minute.start(static_cast<int>(left % kMinuteMs) + 1);
    else
        m_minute.stop();
    Q_EMIT changed();
}

bool ComposerPresenter::isWarning() const
{
    return !m_problem.isEmpty() || m_text.size() > kLongest;
}

void ComposerPresenter::setOperator(OperatorId who, const QString &name)
{
    leaveDraft();
    m_operator = who;
    m_operatorName = name;
    m_conversation = {};
    openDraft();
}

void ComposerPresenter::setNote(bool note)
{
    if (m_isNote == note || !m_thread.isOpen())
        return;
    m_isNote = note;
    m_isEdited = true;
    m_problem.clear();
    m_save.start();
    Q_EMIT changed();
}

void ComposerPresenter::insertReply(const QString &text)
{
    if (isLocked())
        return; // it was open when the list was asked for
    const QString whole = m_thread.head() ? m_thread.head()->name : QString();
    const QString called = calledBy(whole);
    const QString name = called.isEmpty() ? whole.section(u' ', 0, 0) : called;
    QString filled = text;
    filled.replace(QLatin1String("{nome}"), name);
    filled.replace(QLatin1String("{operador}"), m_operatorName);
    filled.replace(QLatin1String("{loja}"), m_shop);
    filled.replace(QLatin1String("{saudacao}"), greeting());
    Q_EMIT inserted(filled);
}

QString ComposerPresenter::greeting() const
{
    constexpr int kNoon = 12;
    constexpr int kEvening = 18;
    // It goes to the customer, so it is Portuguese whatever the language of this window, at the shop's time.
    const int hour = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), m_work.wording().zone()).time().hour();
    return hour < kNoon      ? QStringLiteral("Bom dia")
           : hour < kEvening ? QStringLiteral("Boa tarde")
                             : QStringLiteral("Boa noite");
}

std::optional<QPair<int, int>> ComposerPresenter::fieldFrom(int place) const
{
    static const QRegularExpression field(QStringLiteral("\\{[^{}\\n]{1,40}\\?\\}"));
    const auto found = field.match(m_text, qBound(0, place, static_cast<int>(m_text.size())));
    if (!found.hasMatch())
        return std::nullopt;
    return std::pair(static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength()));
}

/// While something comes back the store writes the draft, so what was typed on is put to it afterwards.
void ComposerPresenter::leaveDraft()
{
    if (isTakingBackHere() && std::exchange(m_isEdited, false))
        m_takingBack->left = asDraft(m_text, m_isNote);
    flush();
}

void ComposerPresenter::openDraft()
{
    leaveDraft();
    m_conversation = m_thread.conversation();
    m_switchedAt = m_clock.nowMs();
    m_text.clear();
    m_problem.clear();
    m_isNote = false;
    m_isEdited = false;
    m_collisionTold = false;
    m_fieldTold = false;
    m_foreignAsked.clear();
    ++m_draftAsked;
    if (m_conversation.isNull() || m_operator.isNull())
        return;
    // Only the last one that was asked for counts, also when it is the same chat again.
    m_source.draft(m_conversation, m_operator, [this, asked = ++m_draftAsked](const Result<QString> &draft) {
        if (asked == m_draftAsked && draft)
            takeDraft(*draft);
    });
}

void ComposerPresenter::reload()
{
    if (!m_isEdited && m_text.isEmpty())
        openDraft();
}

void ComposerPresenter::takeDraft(const QString &draft)
{
    if (draft.isEmpty())
        return;
    // What was done before it was read may have been kept in its place.
    const bool isTouched = m_isEdited || m_isNote || !m_text.isEmpty();
    const bool wasNote = draft.startsWith(store::kNoteDraft);
    m_isNote = m_isNote || wasNote; // a note that was begun meanwhile never becomes an answer
    const QString kept = wasNote ? draft.mid(1) : draft;
    // Whoever has begun to type meanwhile goes on behind what stood there.
    m_text = m_text.isEmpty() ? kept : kept + u' ' + m_text;
    if (isTouched) {
        m_isEdited = true;
        m_save.start();
    }
    Q_EMIT changed();
}

void ComposerPresenter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_isEdited = true;
    m_fieldTold = false;
    m_problem.clear();
    if (!m_save.isActive())
        m_save.start(); // also whoever never pauses is saved
    m_thread.tellTyping();
    Q_EMIT changed();
}

void ComposerPresenter::flush()
{
    m_save.stop();
    // What was never touched is not written: it may not even have been read yet.
    if (!m_isEdited || m_conversation.isNull() || m_operator.isNull() || isBeingSent() || isTakingBackHere())
        return;
    m_isEdited = false;
    m_source.saveDraft(m_conversation, m_operator, asDraft(m_text, m_isNote));
    Q_EMIT changed();
}

QString ComposerPresenter::asDraft(const QString &text, bool isNote)
{
    return isNote && !text.isEmpty() ? store::kNoteDraft + text : text;
}

bool ComposerPresenter::isBeingSent() const
{
    return m_sending && m_sending->conversation == m_conversation && m_sending->by == m_operator &&
           m_sending->text == m_text;
}

bool ComposerPresenter::isTakingBackHere() const
{
    return m_takingBack && m_takingBack->conversation == m_conversation && m_takingBack->by == m_operator;
}

void ComposerPresenter::takeBack(CommandId waiting)
{
    if (waiting.isNull() || m_sending || m_takingBack || m_conversation.isNull() || m_operator.isNull())
        return;
    // In one field with it, what the customer was to read would be the team's, or the other way round.
    if (m_isNote && !m_text.trimmed().isEmpty())
        return m_work.tell(tr("Keep the note first, or clear it: the text would come back into it."));
    m_isEdited = m_isEdited || !m_text.isEmpty(); // written anew, in case that it stood under an id from before a merge
    flush();
    m_takingBack = TakingBack{m_conversation, m_operator, m_draftAsked, {}};
    m_actions.takeBack(waiting, m_conversation, m_operator,
                       [this](const Result<std::optional<QString>> &words) { takingBackEnded(words); });
    Q_EMIT changed();
}

void ComposerPresenter::takingBackEnded(const Result<std::optional<QString>> &words)
{
    const TakingBack asked = *std::exchange(m_takingBack, std::nullopt);
    const QString came = words.valueOr(std::nullopt).value_or(QString());
    if (!came.isEmpty())
        putBack(asked, came);
    else if (asked.left)
        m_source.saveDraft(asked.conversation, asked.by, *asked.left);
    if (!came.isEmpty())
        m_work.tell(tr("Sending cancelled. The text is back in the field."));
    else if (words)
        m_work.tell(tr("It is on its way just now. If it does not get through, it can be cancelled again."));
    else
        m_work.tell(tr("This computer's disk could not be written: the message goes on waiting."));
    flush();
    Q_EMIT changed();
}

void ComposerPresenter::putBack(const TakingBack &asked, const QString &words)
{
    if (asked.left)
        m_source.saveDraft(asked.conversation, asked.by, store::draftWith(words, *asked.left));
    const bool isSame = asked.conversation == m_conversation && asked.by == m_operator;
    if (!isSame)
        return;
    if (asked.draftAsked != m_draftAsked) { // left and opened again: the store has all of it
        if (!m_isEdited)
            openDraft();
        return;
    }
    m_isNote = m_isNote && !m_text.isEmpty(); // nothing was begun, so it is an answer again
    m_text = store::draftWith(words, m_text);
    m_isEdited = true;
    m_problem.clear();
    Q_EMIT tookBack();
}

bool ComposerPresenter::isTooEarly() const
{
    const qint64 since = m_clock.nowMs() - m_switchedAt;
    return since >= 0 && since < kGuardMs;
}

void ComposerPresenter::send()
{
    submit(false);
}

void ComposerPresenter::sendAndNext()
{
    if (m_text.trimmed().isEmpty())
        Q_EMIT nextWanted(); // nothing to send: on to the next
    else
        submit(true);
}

void ComposerPresenter::submit(bool thenNext)
{
    if (!canSend() || isTooEarly())
        return;
    // Braces that are meant go with a second Enter; a note reaches no customer.
    if (!m_isNote && fieldFrom(0) && !std::exchange(m_fieldTold, true)) {
        m_problem = tr("Something is not filled in yet. Enter once more sends all the same.");
        Q_EMIT changed();
        Q_EMIT fieldWanted();
        return;
    }
    const QString other = m_thread.whoElseWrites();
    if (!m_isNote && !other.isEmpty() && !std::exchange(m_collisionTold, true)) {
        m_problem = tr("%1 is answering. Enter once more sends all the same.").arg(other);
        Q_EMIT changed();
        return;
    }
    if (!m_isNote && !std::exchange(m_foreignAllowed, false) && asksAboutPix(thenNext))
        return;
    m_sending = Sending{m_conversation, m_operator, m_text, m_isNote, thenNext};
    const auto done = [this](bool kept) { sendEnded(kept); };
    if (m_isNote)
        m_work.addNote(m_text.trimmed(), done);
    else
        m_actions.sendText(m_conversation, m_text.trimmed(), m_operator, done);
    Q_EMIT changed();
}

// Asked by a question with buttons, and not by a second Enter: a swapped key is not seen by who has typed it.
bool ComposerPresenter::asksAboutPix(bool thenNext)
{
    const ForeignPix found = m_ownPix ? foreignPix(m_text, *m_ownPix) : ForeignPix::None;
    if (found == ForeignPix::None)
        return false;
    m_foreignAsked = m_text;
    m_foreignNext = thenNext;
    m_problem = found == ForeignPix::Key ? tr("This Pix key is not the shop's. The message was not sent.")
                                         : tr("This Pix code is not the shop's. The message was not sent.");
    Q_EMIT changed();
    Q_EMIT foreignPixFound(m_problem);
    return true;
}

void ComposerPresenter::sendForeignPix()
{
    if (m_foreignAsked.isEmpty() || m_foreignAsked != m_text)
        return; // it was about other words, or another chat
    m_foreignAsked.clear();
    m_problem.clear();
    m_foreignAllowed = true;
    submit(m_foreignNext);
    m_foreignAllowed = false;
}

void ComposerPresenter::sendEnded(bool kept)
{
    const Sending sent = *std::exchange(m_sending, std::nullopt);
    const bool isHere = sent.conversation == m_conversation && sent.by == m_operator;
    if (kept && isHere && m_text.startsWith(sent.text)) {
        m_text = m_text.mid(sent.text.size()); // what was typed on while it was being kept
        m_isNote = sent.isNote && !m_text.isEmpty();
        m_collisionTold = false;
        m_problem.clear(); // of an earlier try
        m_isEdited = true;
    } else if (kept && sent.isNote && !isHere) {
        m_source.saveDraft(sent.conversation, sent.by, {}); // of a reply the outbox has done it
    } else if (!kept) {
        m_problem = tr("This computer's disk could not be written, so nothing was sent. "
                       "The text is still here.");
        if (!isHere)
            m_source.saveDraft(sent.conversation, sent.by, asDraft(sent.text, sent.isNote));
    }
    flush();
    Q_EMIT changed();
    if (kept && sent.thenNext)
        Q_EMIT nextWanted();
}

} // namespace balcao::desk
