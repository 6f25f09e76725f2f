// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pixpresenter.h"

#include "core/txid.h"
#include "desk/snoozewords.h"

#include <QDateTime>

#include <algorithm>

namespace balcao::desk {

namespace {

constexpr int kLookedAt = 30; ///< of the newest rows, for amounts
constexpr int kMostOffers = 6;
constexpr int kClosing = 18; ///< o'clock: until then a charge is paid on its day, as shops do it
enum Validity { HalfHour, Hour, Today, Tomorrow, Other };

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
    const QString name = head.name.trimmed();
    m_first = name.isEmpty() || !name.front().isLetter() ? tr("the customer") : name.section(u' ', 0, 0);
    m_phoneEnd = head.maskedPhone.right(4);
    m_windowUntil = head.windowUntil;
    m_problem.clear();
    m_told.clear();
    m_offers.clear();
    m_nextOffer = 0;
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
    if (!isTyping() || next > kMost.centavos)
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
    if (!isTyping() || !typed || *typed > kMost)
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
                        if (slice && asked == m_asked && isTyping())
                            takeRows(slice->rows);
                    });
}

// What the shop named itself comes first: that is the price. Of each, the newest.
void PixPresenter::takeRows(const QList<store::ThreadRow> &rows)
{
    for (const bool own : {true, false}) {
        for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
            if (row->kind != store::RowKind::Message || row->outbound != own || row->revoked)
                continue;
            QList<Money> amounts = amountsIn(row->text);
            std::ranges::reverse(amounts); // "12,00 + 3,50, dá 15,50": the sum stands last
            for (const Money amount : std::as_const(amounts)) {
                const bool known = std::ranges::any_of(m_offers, [&](const Offer &o) { return o.amount == amount; });
                if (known || amount > kMost || m_offers.size() >= kMostOffers)
                    continue;
                const bool mine = own && row->authorId == m_operator;
                const QString whose = mine  ? tr("your message of %1")
                                      : own ? tr("the shop's message of %1")
                                            : tr("message of %1");
                m_offers.append(
                    {amount, tr("%1 · %2").arg(reaisShown(amount), whose.arg(m_wording.clock(row->sortAt))), own});
            }
        }
    }
    Q_EMIT changed();
}

QString PixPresenter::offerText() const
{
    return isTyping() ? m_offers.value(m_nextOffer).text : QString();
}

void PixPresenter::takeOffer()
{
    if (!isTyping() || m_offers.isEmpty())
        return;
    // The one that is shown; once it stands in the field, the next.
    if (m_order.amount == m_offers[m_nextOffer].amount)
        m_nextOffer = (m_nextOffer + 1) % static_cast<int>(m_offers.size());
    m_order.amount = m_offers[m_nextOffer].amount;
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
    setValidity(Today);
}

QStringList PixPresenter::validities() const
{
    const qint64 now = m_clock.nowMs();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, m_wording.zone());
    const bool isEvening = local.time().hour() >= kClosing - 1;
    return {tr("30 minutes"), tr("1 hour"), isEvening ? tr("Today, 23:59") : tr("Today, 18:00"), tr("Tomorrow"),
            tr("Other…")};
}

void PixPresenter::setValidity(int which)
{
    if (!isTyping())
        return;
    m_validity = which;
    const qint64 now = m_clock.nowMs();
    QDateTime end = QDateTime::fromMSecsSinceEpoch(now, m_wording.zone());
    const bool isEvening = end.time().hour() >= kClosing - 1;
    const QTime last = isEvening && which == Today ? QTime(23, 59) : QTime(kClosing, 0);
    switch (which) {
    case HalfHour:
        m_order.validUntil = now + kHourMs / 2;
        break;
    case Hour:
        m_order.validUntil = now + kHourMs;
        break;
    case Today:
    case Tomorrow:
        end = QDateTime(end.date().addDays(which == Tomorrow ? 1 : 0), last, m_wording.zone());
        m_order.validUntil = end.toMSecsSinceEpoch();
        break;
    default:
        break; // its words decide
    }
    if (m_order.kind == ChargeKind::Shop)
        m_order.validUntil.reset(); // a static code has no end
    Q_EMIT changed();
}

bool PixPresenter::setValidityWords(const QString &words)
{
    const auto until = parseSnooze(words, m_clock.nowMs(), m_wording.zone());
    if (!until || !isTyping() || m_order.kind == ChargeKind::Shop)
        return false;
    m_validity = Other;
    m_order.validUntil = *until;
    Q_EMIT changed();
    return true;
}

QString PixPresenter::validityText() const
{
    return m_order.validUntil ? tr("valid until %1").arg(m_wording.moment(*m_order.validUntil, m_clock.nowMs()))
                              : QString();
}

QString PixPresenter::keyWord(PixKeyType type)
{
    switch (type) {
    case PixKeyType::Cpf:
        return tr("CPF");
    case PixKeyType::Cnpj:
        return tr("CNPJ");
    case PixKeyType::Phone:
        return tr("Mobile");
    case PixKeyType::Email:
        return tr("E-mail");
    case PixKeyType::Random:
        break;
    }
    return tr("Random key");
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
    return tr("%1 %2").arg(keyWord(key.type), pixKeyMasked(key));
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
        shown.fault = payeeFaultWords(PayeeFault::Unreadable);
        return shown;
    }
    const PixCode checked = checkedCode(*code, due);
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
        return m_order.kind == ChargeKind::Bank
                   ? tr("Pix waits for the connection: the bank has to register the charge.")
                   : tr("Pix waits for the connection: the shop's server has to write the charge down.");
    if (how == Handout::Message && !isWindowOpen())
        return tr("More than 24 h have passed since %1 wrote: nothing can be sent. “Only copy the code” still works.")
            .arg(m_first);
    return {};
}

QString PixPresenter::blocked(Handout how) const
{
    const QString why = barrier(how);
    if (!why.isEmpty())
        return why;
    return m_order.amount.centavos > 0 ? preview().fault : tr("Type the amount.");
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
    if (m_order.amount.centavos == 0 && m_nextOffer < m_offers.size() && m_offers[m_nextOffer].isOwn)
        m_order.amount = m_offers[m_nextOffer].amount;
    if (canSend()) {
        m_problem.clear();
        m_order.description = m_order.description.trimmed();
        m_phase = Phase::Frozen;
    } else if (m_order.amount.centavos == 0) {
        m_problem = blocked(Handout::Message);
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

void PixPresenter::submit(Handout how)
{
    m_handout = how;
    m_order.sends = how == Handout::Message;
    m_order.text = m_order.sends ? messageText() : QString();
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

QString payeeFaultWords(PayeeFault fault)
{
    switch (fault) {
    case PayeeFault::Unreadable:
        return PixPresenter::tr("No QR: this code cannot be read for sure. Do not let anybody pay it.");
    case PayeeFault::Kind:
        return PixPresenter::tr("No QR: this code is of another kind than the charge. Do not let anybody pay it.");
    case PayeeFault::Key:
        return PixPresenter::tr("No QR: this code pays another key than the shop's. Do not let anybody pay it.");
    case PayeeFault::Name:
        return PixPresenter::tr("No QR: this code names somebody else than the shop. Do not let anybody pay it.");
    case PayeeFault::City:
        return PixPresenter::tr("No QR: this code names another city than the shop's. Do not let anybody pay it.");
    case PayeeFault::Amount:
        return PixPresenter::tr("No QR: this code is of another amount than the charge. Do not let anybody pay it.");
    case PayeeFault::Txid:
        return PixPresenter::tr("No QR: this code is of another charge. Do not let anybody pay it.");
    }
    return {};
}

PixCode checkedCode(const QString &code, const Payee &due)
{
    PixCode shown;
    shown.amountText = reaisShown(due.amount);
    shown.name = due.account.name;
    if (const auto fault = payeeFault(code, due))
        shown.fault = payeeFaultWords(*fault);
    else
        shown.code = code;
    return shown;
}

} // namespace balcao::desk
