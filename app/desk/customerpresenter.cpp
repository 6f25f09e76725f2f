// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/customerpresenter.h"

#include "core/phone.h"

#include <QLocale>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSaveAfterMs = 400;

} // namespace

CustomerPresenter::CustomerPresenter(ConversationSource &source, WorkActions &actions, ThreadPresenter &thread,
                                     UndoPresenter &undo, const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_source(source),
      m_actions(actions),
      m_thread(thread),
      m_undo(undo),
      m_wording(wording),
      m_clock(clock)
{
    m_revealed.setSingleShot(true);
    m_revealed.setInterval(kRevealedMs);
    connect(&m_revealed, &QTimer::timeout, this, &CustomerPresenter::changed);
    m_save.setSingleShot(true);
    m_save.setInterval(kSaveAfterMs);
    connect(&m_save, &QTimer::timeout, this, &CustomerPresenter::saveNoteDraft);
    connect(&m_thread, &ThreadPresenter::changed, this, [this] {
        if (m_thread.conversation() == m_conversation)
            return;
        leave();
        m_card.reset();
        Q_EMIT changed();
        reload();
    });
}

void CustomerPresenter::leave()
{
    flush();
    m_revealed.stop();
    m_problem.clear();
    m_allCharges.clear();
    m_draft.reset();
    ++m_draftAsked; // what was asked for the one before is not for this one
}

void CustomerPresenter::setOperator(OperatorId who)
{
    leave();
    m_operator = who;
    reloadNoteDraft();
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
                          takeCard(*card);
                      });
    if (!m_allCharges.isEmpty())
        readCharges(static_cast<int>(m_allCharges.size()), 0);
}

void CustomerPresenter::takeCard(const std::optional<store::CustomerCard> &card)
{
    const CustomerId before = m_card ? m_card->id : CustomerId();
    if (card && card->id != before) // parted from whom it was about: what is being written stays with that one
        leave();
    m_card = card;
    Q_EMIT changed();
    if (card && card->id != before)
        reloadNoteDraft();
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
    return tr("Customer since %1").arg(QLocale().toString(day, u"MMM yyyy"_s)) + u" · "_s +
           tr("%n conversation(s)", nullptr, m_card->conversations).replace(u' ', QChar::Nbsp); // never parted
}

QString CustomerPresenter::noteByText() const
{
    if (!m_card || m_card->note.isEmpty() || m_card->noteAt == 0)
        return {};
    const QString when = m_wording.shortDay(m_card->noteAt, m_clock.nowMs());
    return m_card->noteBy.isEmpty() ? when : m_card->noteBy + u" · "_s + when;
}

QStringList CustomerPresenter::identifierTexts() const
{
    QStringList texts;
    if (!m_card)
        return texts;
    if (!m_card->phone.isEmpty() && !m_card->username.isEmpty())
        texts.append(u'@' + m_card->username);
    constexpr qsizetype kShown = 4;
    if (!m_card->bsuid.isEmpty())
        texts.append(tr("WhatsApp id •••• %1").arg(m_card->bsuid.right(kShown)));
    return texts;
}

QList<ConsentLine> CustomerPresenter::consents() const
{
    QList<ConsentLine> lines{{u"utility"_s, tr("About orders"), ConsentLine::Answer::Unknown, tr("never asked")},
                             {u"marketing"_s, tr("Offers"), ConsentLine::Answer::Unknown, tr("never asked")}};
    if (!m_card)
        return lines;
    for (const store::ConsentRow &one : m_card->consents) {
        auto line = std::ranges::find_if(lines, [&one](const auto &each) { return each.purpose == one.purpose; });
        if (line == lines.end())
            line = lines.insert(lines.end(), {one.purpose, one.purpose, ConsentLine::Answer::Unknown, {}});
        const QString day = m_wording.shortDay(one.at, m_clock.nowMs());
        line->answer = one.granted ? ConsentLine::Answer::Yes : ConsentLine::Answer::No;
        line->answerText = one.granted ? tr("accepts · %1").arg(day) : tr("does not want · %1").arg(day);
    }
    return lines;
}

const QList<store::ChargeRow> &CustomerPresenter::shownCharges() const
{
    static const QList<store::ChargeRow> kNone;
    return !m_card ? kNone : m_allCharges.isEmpty() ? m_card->charges : m_allCharges;
}

QList<ChargeLine> CustomerPresenter::charges() const
{
    QList<ChargeLine> lines;
    const ChargeWords words(m_wording);
    const qint64 now = m_clock.nowMs();
    for (const store::ChargeRow &row : shownCharges()) {
        const ChargeState state = chargeState(row.facts, now);
        ChargeLine line{
            reaisShown(row.facts.amount), words.day(row, now), ChargeWords::word(state), ChargeWords::tone(state), {}};
        QStringList said{line.amount, row.description, ChargeWords::chip(state, row.kind),
                         ChargeWords::difference(row.facts, state), line.day};
        said.removeAll(QString());
        line.sentence = said.join(u", "_s);
        lines.append(line);
    }
    return lines;
}

QString CustomerPresenter::moreChargesText() const
{
    if (!m_card || (m_allCharges.isEmpty() ? !m_card->moreCharges : !m_moreCharges))
        return {};
    return m_allCharges.isEmpty() ? tr("see all") : tr("show more");
}

void CustomerPresenter::showMoreCharges()
{
    constexpr int kPage = 20;
    if (!moreChargesText().isEmpty())
        readCharges(kPage, m_allCharges.isEmpty() ? 0 : m_allCharges.last().seq);
}

void CustomerPresenter::readCharges(int limit, qint64 beforeSeq)
{
    m_source.charges(m_conversation, limit + 1, beforeSeq,
                     [this, limit, beforeSeq, asked = m_conversation](const Result<QList<store::ChargeRow>> &rows) {
                         const bool follows =
                             beforeSeq == 0 || (!m_allCharges.isEmpty() && m_allCharges.last().seq == beforeSeq);
                         if (!rows || asked != m_conversation || !follows)
                             return;
                         if (beforeSeq == 0)
                             m_allCharges.clear();
                         m_moreCharges = rows->size() > limit;
                         m_allCharges.append(rows->mid(0, limit));
                         Q_EMIT changed();
                     });
}

void CustomerPresenter::openCharge(int line)
{
    const QList<store::ChargeRow> &rows = shownCharges();
    if (line < 0 || line >= rows.size())
        return;
    const store::ChargeRow row = rows[line];
    if (m_thread.shows(row.conversation))
        m_thread.openAt(row.conversation, row.message, row.at);
    else
        Q_EMIT conversationWanted(row.conversation, row.message, row.at);
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

void CustomerPresenter::openHistory(int line)
{
    if (m_card && line >= 0 && line < m_card->episodes.size())
        m_thread.openAt(m_conversation, m_card->episodes[line].id, m_card->episodes[line].at);
}

void CustomerPresenter::reveal()
{
    if (!hasPhone() || m_operator.isNull())
        return;
    m_actions.reveal(m_card->id, u"phone"_s, m_operator);
    m_revealed.start();
    Q_EMIT changed();
}

void CustomerPresenter::offer(const QString &what, std::function<void()> undo)
{
    m_undo.offer(what, [this, undo = std::move(undo)] {
        undo();
        reload();
    });
    reload();
}

void CustomerPresenter::rename(const QString &name)
{
    const QString wanted = name.trimmed();
    const QString before = this->name();
    if (!m_card || m_operator.isNull() || wanted.isEmpty() || wanted == before)
        return;
    const CustomerId who = m_card->id;
    const OperatorId by = m_operator;
    m_actions.rename(who, wanted, by);
    if (before.isEmpty())
        return reload();
    offer(tr("Customer renamed."), [this, who, before, by] { m_actions.rename(who, before, by); });
}

void CustomerPresenter::setConsent(const QString &purpose, bool granted)
{
    if (!m_card || m_operator.isNull())
        return;
    const CustomerId who = m_card->id;
    const OperatorId by = m_operator;
    const auto before = std::ranges::find_if(
        m_card->consents, [&purpose](const store::ConsentRow &one) { return one.purpose == purpose; });
    const bool asked = before != m_card->consents.cend();
    if (asked && before->granted == granted)
        return;
    m_actions.consent(who, purpose, granted, by);
    if (!asked) {
        // What was never asked cannot be un-recorded: the log keeps who said yes or no, and when.
        m_undo.tell(tr("Consent recorded."));
        return reload();
    }
    offer(tr("Consent changed."), [this, who, purpose, granted, by] { m_actions.consent(who, purpose, !granted, by); });
}

void CustomerPresenter::setNote(const QString &text, std::function<void(bool)> done)
{
    if (!m_card || m_operator.isNull())
        return;
    const CustomerId who = m_card->id;
    const OperatorId by = m_operator;
    const QString before = m_card->note;
    const auto kept = [this, who, by, before, done = std::move(done)](bool isKept) {
        m_problem = isKept ? QString() : tr("This computer's disk could not be written. The text is still here.");
        done(isKept);
        if (isKept)
            offer(tr("Note about the customer changed."),
                  [this, who, by, before] { m_actions.noteCustomer(who, before, by, [](bool) {}); });
        Q_EMIT changed();
    };
    m_actions.noteCustomer(who, text.trimmed(), by, kept);
}

void CustomerPresenter::reloadNoteDraft()
{
    if (!m_card || m_operator.isNull() || m_draft)
        return;
    m_source.noteDraft(m_card->id, m_operator,
                       [this, asked = ++m_draftAsked](const Result<std::optional<store::NoteDraft>> &draft) {
                           if (asked != m_draftAsked || !draft || !*draft || m_draft)
                               return;
                           m_draft = *draft;
                           Q_EMIT changed();
                       });
}

bool CustomerPresenter::isNoteInConflict() const
{
    return m_draft && m_card && (!m_draft->basedOn || *m_draft->basedOn != m_card->note) &&
           m_draft->text.trimmed() != m_card->note;
}

QString CustomerPresenter::conflictText() const
{
    return isNoteInConflict() ? tr("This note was changed meanwhile: what it says now is above, yours below.")
                              : QString();
}

void CustomerPresenter::beginNote()
{
    if (!m_card || m_draft || m_operator.isNull())
        return;
    m_draft = store::NoteDraft{m_card->note, m_card->note};
    Q_EMIT changed();
}

void CustomerPresenter::writeNote(const QString &text)
{
    if (!m_draft || m_draft->text == text)
        return;
    m_draft->text = text;
    if (!m_save.isActive())
        m_save.start(); // also whoever never pauses is saved
}

void CustomerPresenter::saveNoteDraft()
{
    m_save.stop();
    if (!m_card || m_operator.isNull())
        return;
    const bool same = m_draft && m_draft->basedOn && m_draft->text == *m_draft->basedOn;
    m_source.saveNoteDraft(m_card->id, m_operator, same ? std::nullopt : m_draft);
}

void CustomerPresenter::flush()
{
    if (m_save.isActive())
        saveNoteDraft();
}

void CustomerPresenter::keepNote()
{
    if (!m_draft || !m_card)
        return;
    flush();
    if (m_draft->text.trimmed() == m_card->note)
        return dropNote();
    if (const qsizetype length = m_draft->text.trimmed().size(); length > kLongestNote) {
        m_problem = tr("A note has %1 characters at most; this has %2.").arg(kLongestNote).arg(length);
        Q_EMIT changed();
        return;
    }
    setNote(m_draft->text, [this, who = m_card->id, by = m_operator](bool kept) {
        if (!kept)
            return;
        m_source.saveNoteDraft(who, by, std::nullopt);
        if (m_card && m_card->id == who && m_operator == by)
            m_draft.reset();
    });
}

void CustomerPresenter::dropNote()
{
    endNote(tr("Note dropped."));
}

void CustomerPresenter::keepTheirs()
{
    endNote(tr("The note above stays."));
}

void CustomerPresenter::endNote(const QString &what)
{
    if (!m_draft)
        return;
    const store::NoteDraft dropped = *std::exchange(m_draft, std::nullopt);
    saveNoteDraft();
    m_problem.clear();
    if (m_card && dropped.text.trimmed() != m_card->note) {
        m_undo.offer(what, [this, dropped, who = m_card->id] {
            if (!m_card || m_card->id != who || m_draft)
                return;
            m_draft = dropped;
            saveNoteDraft();
            Q_EMIT changed();
        });
    }
    Q_EMIT changed();
}

} // namespace balcao::desk
