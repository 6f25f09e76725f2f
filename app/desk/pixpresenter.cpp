// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pixpresenter.h"

#include "core/text.h"
#include "core/till.h"
#include "core/txid.h"
#include "desk/calledby.h"
#include "desk/snoozewords.h"

#include <algorithm>

namespace balcao::desk {

namespace {

constexpr int kLookedAt = 30; ///< of the newest rows, for amounts

} // namespace

PixPresenter::PixPresenter(ConversationSource &source, PixSource &pix, PixActions &actions, ThreadPresenter &thread,
                           const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_source(source),
      m_pix(pix),
      m_actions(actions),
      m_thread(thread),
      m_wording(wording),
      m_clock(clock)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(kAnswerMs);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        if (m_phase == Phase::Sending)
            m_phase = Phase::Unknown;
        Q_EMIT changed();
    });
}

void PixPresenter::setOperator(OperatorId who, Role role)
{
    m_operator = who;
    m_role = role;
    Q_EMIT changed();
}

void PixPresenter::setOffline(bool offline)
{
    if (std::exchange(m_isOffline, offline) != offline)
        Q_EMIT changed();
}

void PixPresenter::setBank(bool connected)
{
    m_hasBank = connected;
    if (!connected)
        setKind(ChargeKind::Shop);
    Q_EMIT changed();
}

void PixPresenter::setNumbers(const QList<store::ChannelRow> &numbers)
{
    m_numbers = numbers;
    Q_EMIT changed();
}

store::ChannelRow PixPresenter::number() const
{
    const QString channel = m_thread.head() ? m_thread.head()->channel : QString();
    const auto found = std::ranges::find(m_numbers, channel, &store::ChannelRow::channel);
    return found == m_numbers.cend() ? store::ChannelRow() : *found;
}

NumberWords::Standing PixPresenter::numberStanding() const
{
    return NumberWords(m_wording, m_clock.nowMs()).standing(number());
}

QString PixPresenter::numberText() const
{
    const store::ChannelRow row = number();
    switch (numberStanding()) {
    case NumberWords::Standing::Unknown:
        return {};
    case NumberWords::Standing::VouchedFor:
        return tr("On WhatsApp: %1, verified number").arg(isolated(row.verifiedName));
    case NumberWords::Standing::Doubtful:
        return NumberWords(m_wording, m_clock.nowMs()).doubt(row);
    }
    return {};
}

void PixPresenter::reloadAccount()
{
    m_pix.account([this](const store::PixAccountRow &row) {
        m_isAccountRead = true;
        if (std::exchange(m_account, row) != row && m_phase == Phase::Frozen)
            m_phase = Phase::Typing; // it is another code now: looked at again
        Q_EMIT changed();
    });
}

bool PixPresenter::begin()
{
    if (!m_thread.isOpen() || !m_thread.head())
        return false;
    const store::ConversationRow &head = *m_thread.head();
    m_isOpen = true;
    m_name = m_thread.title();
    const QString called = calledBy(head.name);
    m_first = called.isEmpty() ? tr("the customer") : called;
    m_phoneEnd = head.maskedPhone.right(4);
    m_windowUntil = head.windowUntil;
    m_problem.clear();
    m_numberAsked.clear();
    m_told.clear();
    m_offers.clear();
    m_handout = Handout::Message;
    const auto open = m_open.constFind(head.id);
    if (open != m_open.cend()) {
        m_order = *open;
        m_phase = Phase::Unknown;
    } else {
        m_order = PixOrder();
        m_order.conversation = head.id;
        m_phase = Phase::Typing;
        setKind(m_hasBank ? ChargeKind::Bank : ChargeKind::Shop);
        readOffers();
    }
    reloadAccount();
    return true;
}

QString PixPresenter::toText() const
{
    const bool adds = !m_phoneEnd.isEmpty() && !m_name.endsWith(m_phoneEnd);
    return adds ? tr("To %1 · •••• %2").arg(m_name, m_phoneEnd) : tr("To %1").arg(m_name);
}

void PixPresenter::pushDigit(int digit)
{
    Q_ASSERT(digit >= 0 && digit <= 9);
    const qint64 next = m_order.amount.centavos * 10 + digit;
    if (!isTyping() || next > kMostCharged.centavos)
        return;
    m_order.amount.centavos = next;
    m_problem.clear();
    Q_EMIT changed();
}

void PixPresenter::removeDigit()
{
    if (!isTyping())
        return;
    m_order.amount.centavos /= 10;
    m_problem.clear();
    Q_EMIT changed();
}

bool PixPresenter::paste(const QString &text)
{
    const auto typed = moneyTyped(text);
    if (!isTyping() || !typed || *typed > kMostCharged)
        return false;
    m_order.amount = *typed;
    m_problem.clear();
    Q_EMIT changed();
    return true;
}

void PixPresenter::readOffers()
{
    m_source.thread(m_order.conversation, {ThreadPlace::Kind::Newest, {}, {}, kLookedAt, false, 0},
                    [this, asked = ++m_asked](const Result<ThreadSlice> &slice) {
                        if (!slice || asked != m_asked || !isTyping())
                            return;
                        m_offers.read(slice->rows, m_operator, m_wording);
                        Q_EMIT changed();
                    });
}

QString PixPresenter::offerText() const
{
    return isTyping() ? m_offers.text() : QString();
}

void PixPresenter::takeOffer()
{
    if (!isTyping() || m_offers.isEmpty())
        return;
    m_order.amount = m_offers.take(m_order.amount);
    m_problem.clear();
    Q_EMIT changed();
}

void PixPresenter::setDescription(const QString &text)
{
    const QString kept = text.left(kLongestDescription);
    if (!isTyping() || kept == m_order.description)
        return;
    m_order.description = kept;
    m_problem.clear();
    Q_EMIT changed();
}

QList<PixPresenter::Kind> PixPresenter::kinds() const
{
    QList<Kind> all{{ChargeKind::Shop, tr("The shop's Pix · confirmed by hand")}};
    if (m_hasBank)
        all.prepend({ChargeKind::Bank, tr("Pix confirmed by the bank")});
    return all;
}

void PixPresenter::setKind(ChargeKind kind)
{
    if (!isTyping())
        return;
    m_order.kind = kind;
    setValidity(PixValidity::Today);
}

QStringList PixPresenter::validities() const
{
    return pixValidities(m_clock.nowMs(), m_wording.zone());
}

void PixPresenter::setValidity(PixValidity which)
{
    if (!isTyping())
        return;
    m_validity = which;
    m_problem.clear();
    m_order.validUntil = pixValidUntil(which, m_clock.nowMs(), m_wording.zone());
    if (m_order.kind == ChargeKind::Shop)
        m_order.validUntil.reset(); // a static code has no end
    Q_EMIT changed();
}

bool PixPresenter::setValidityWords(const QString &words)
{
    if (!isTyping() || m_order.kind == ChargeKind::Shop)
        return false;
    m_validity = PixValidity::Other;
    m_problem.clear();
    m_order.validUntil = parseSnooze(words, m_clock.nowMs(), m_wording.zone());
    Q_EMIT changed();
    return hasEnd();
}

bool PixPresenter::hasEnd() const
{
    if (m_order.kind == ChargeKind::Shop)
        return true;
    const qint64 left = m_order.validUntil.value_or(0) - m_clock.nowMs();
    return left >= kShortestOpenMs && left <= kLongestOpenMs;
}

QString PixPresenter::validityText() const
{
    return m_order.validUntil ? tr("valid until %1").arg(m_wording.moment(*m_order.validUntil, m_clock.nowMs()))
                              : QString();
}

QString PixPresenter::receiverName() const
{
    return hasAccount() ? m_account.account->name : QString();
}

QString PixPresenter::receiverKey() const
{
    if (!hasAccount())
        return {};
    const PixKey &key = m_account.account->key;
    return tr("%1 %2").arg(PayeeWords::keyType(key.type), pixKeyMasked(key));
}

QString PixPresenter::receiverPlace() const
{
    return hasAccount() ? m_account.account->city : QString();
}

QString PixPresenter::receiverSince() const
{
    if (!hasAccount() || m_account.changedAt == 0)
        return {};
    return tr("since %1").arg(m_wording.shortDay(m_account.changedAt, m_clock.nowMs()));
}

PixCode PixPresenter::preview() const
{
    PixCode shown;
    shown.amountText = reaisShown(m_order.amount);
    shown.name = receiverName();
    shown.about = validityText();
    if (!hasAccount() || m_order.amount.centavos <= 0 || m_order.kind == ChargeKind::Bank)
        return shown;
    const Payee due{ChargeKind::Shop, *m_account.account, m_order.amount, staticTxidOf(m_order.charge)};
    const auto code = staticCode(due, m_order.description);
    if (!code) {
        shown.fault = PayeeWords::fault(PayeeFault::Unreadable);
        return shown;
    }
    const PixCode checked = PayeeWords::checked(*code, due);
    shown.code = checked.code;
    shown.fault = checked.fault;
    return shown;
}

QString PixPresenter::messageText() const
{
    // It goes to the customer, so it is Portuguese whatever the language of this window.
    QString what = m_order.description.trimmed();
    while (what.endsWith(u'.'))
        what.chop(1);
    const QString about = what.isEmpty() ? QString() : QStringLiteral(": ") + what;
    return QStringLiteral("Pix de R$ %1 para %2%3. Confira o nome %2 antes de pagar.")
        .arg(moneyShown(m_order.amount), receiverName(), about);
}

bool PixPresenter::isWindowOpen() const
{
    return m_windowUntil > m_clock.nowMs();
}

QString PixPresenter::barrier(Handout how) const
{
    if (m_phase == Phase::Sending || m_phase == Phase::Issued)
        return tr("One moment…");
    if (m_phase == Phase::Unknown)
        return tr("No answer yet. It is one charge whatever happens; this window closes by itself when it stands.");
    if (!m_isAccountRead)
        return tr("One moment…");
    if (!hasAccount())
        return tr("The shop has not said yet to which key it is paid.");
    if (m_isOffline)
        return offlineWords(m_order.kind);
    if (how == Handout::Message && !isWindowOpen() && m_order.kind == ChargeKind::Bank)
        return tr("More than 24 h have passed since %1 wrote: nothing can be sent. The code of the shop's own Pix can "
                  "still be copied.")
            .arg(m_first);
    if (how == Handout::Message && !isWindowOpen())
        return tr("More than 24 h have passed since %1 wrote: nothing can be sent. “Only copy the code” still works.")
            .arg(m_first);
    return {};
}

QString PixPresenter::offlineWords(ChargeKind kind)
{
    return kind == ChargeKind::Bank
               ? tr("Pix waits for the connection: the bank has to register the charge.")
               : tr("Pix waits for the connection: the shop's server has to write the charge down.");
}

QString PixPresenter::blocked(Handout how) const
{
    const QString why = barrier(how);
    if (!why.isEmpty())
        return why;
    if (m_order.amount.centavos <= 0)
        return tr("Type the amount.");
    return hasEnd() ? preview().fault : tr("Say until when it may be paid, within 31 days: “tomorrow 18h”.");
}

QString PixPresenter::noteText() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (m_phase == Phase::Issued)
        return m_told;
    const QString why = barrier(Handout::Message);
    if (!why.isEmpty())
        return why;
    return m_phase == Phase::Frozen ? tr("Enter sends it. Esc goes back to change it.") : preview().fault;
}

bool PixPresenter::isWarning() const
{
    if (!m_problem.isEmpty() || m_phase == Phase::Unknown)
        return true;
    const bool mayType = isTyping() || m_phase == Phase::Frozen;
    return mayType && m_isAccountRead && (!barrier(Handout::Message).isEmpty() || !preview().fault.isEmpty());
}

void PixPresenter::tellCopied(bool same)
{
    m_told = same ? copiedWords(same) : QString();
    m_problem = same ? QString() : copiedWords(same);
    Q_EMIT changed();
}

QString PixPresenter::copiedWords(bool same)
{
    return same ? tr("The code is in the clipboard. Paste it where the customer pays from.")
                : tr("Another program has changed the clipboard: do not paste it. Show the QR instead.");
}

QString PixPresenter::sendText() const
{
    return m_order.amount.centavos > 0 ? tr("Send %1 to %2").arg(reaisShown(m_order.amount), m_first)
                                       : tr("Send to %1").arg(m_first);
}

bool PixPresenter::freeze()
{
    if (!isTyping())
        return false;
    if (m_order.amount.centavos == 0)
        m_order.amount = m_offers.own().value_or(Money());
    if (canSend()) {
        m_problem.clear();
        m_order.description = m_order.description.trimmed();
        m_phase = Phase::Frozen;
    } else if (barrier(Handout::Message).isEmpty() && preview().fault.isEmpty()) {
        m_problem = blocked(Handout::Message); // what is still to be typed
    }
    Q_EMIT changed();
    return m_phase == Phase::Frozen;
}

void PixPresenter::unfreeze()
{
    if (m_phase != Phase::Frozen)
        return;
    m_phase = Phase::Typing;
    Q_EMIT changed();
}

void PixPresenter::send()
{
    // Only what was looked at: the button goes by way of the frozen values, too.
    if (isTyping())
        freeze();
    else if (m_phase == Phase::Frozen && canSend())
        submit(Handout::Message);
}

void PixPresenter::handOut(Handout how)
{
    if (how != Handout::Message && canHandOut())
        submit(how);
}

/// Each person's first charge of the day from a number that Meta does not vouch for is asked about once more, and again
/// when there is another reason not to.
bool PixPresenter::asksOfNumber()
{
    if (numberStanding() != NumberWords::Standing::Doubtful)
        return false;
    const QStringList doubt{dayOf(m_clock.nowMs(), m_wording.zone()), m_operator.text(), number().channel,
                            numberText()};
    m_numberAccepted.removeIf([&doubt](const QStringList &one) { return one.first() != doubt.first(); });
    if (m_numberAccepted.contains(doubt))
        return false;
    if (std::exchange(m_numberAsked, doubt) == doubt) {
        m_numberAccepted.append(doubt);
        return false;
    }
    m_problem = tr("%1 Once more charges all the same.").arg(numberText());
    Q_EMIT changed();
    return true;
}

void PixPresenter::submit(Handout how)
{
    if (asksOfNumber())
        return;
    m_handout = how;
    m_order.sends = how == Handout::Message;
    m_order.text = m_order.sends ? messageText() : QString();
    // To the customer, too: Portuguese.
    m_order.paidText = QStringLiteral("Recebemos o seu Pix de R$ %1. Obrigado!").arg(moneyShown(m_order.amount));
    m_order.cancelledText =
        QStringLiteral("A cobrança de R$ %1 não vale mais: não pague este Pix.").arg(moneyShown(m_order.amount));
    m_phase = Phase::Sending;
    m_problem.clear();
    m_open.insert(m_order.conversation, m_order);
    m_wait.start();
    Q_EMIT changed();
    m_actions.charge(m_order, m_operator, [this, command = m_order.command](bool kept) { keptOrNot(command, kept); });
}

void PixPresenter::keptOrNot(CommandId command, bool kept)
{
    if (kept)
        return;
    m_open.removeIf([command](const auto &one) { return one.value().command == command; });
    if (m_order.command == command)
        fail(tr("This computer's disk could not be written, so nothing was charged."));
}

bool PixPresenter::heard(CommandId command, const QString &problem)
{
    m_open.removeIf([command](const auto &one) { return one.value().command == command; });
    if (m_order.command != command || (m_phase != Phase::Sending && m_phase != Phase::Unknown))
        return false;
    m_wait.stop();
    const bool isSeen = m_isOpen; // until the dialog closes itself
    if (!problem.isEmpty()) {
        fail(Wording::actRefusal(problem));
        return isSeen;
    }
    m_phase = Phase::Issued;
    Q_EMIT changed();
    if (m_order.sends)
        Q_EMIT sent();
    else if (isSeen)
        handOutAgain(m_handout);
    return isSeen;
}

void PixPresenter::handOutAgain(Handout how)
{
    if (m_phase != Phase::Issued)
        return;
    const PixCode code = preview();
    if (code.code.isEmpty())
        Q_EMIT sent(); // the bank's comes later: its card has it
    else
        Q_EMIT codeReady(code, how);
}

void PixPresenter::fail(const QString &why)
{
    m_wait.stop();
    m_phase = Phase::Typing;
    m_problem = why;
    renewIds();
    Q_EMIT changed();
}

/// Surely none was made of those: the next try is another charge, and another command.
void PixPresenter::renewIds()
{
    const PixOrder fresh;
    m_order.command = fresh.command;
    m_order.charge = fresh.charge;
    m_order.message = fresh.message;
    m_order.codeMessage = fresh.codeMessage;
    m_order.sends = true;
}

} // namespace balcao::desk
