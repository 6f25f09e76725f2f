// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/receivingpresenter.h"

#include "core/pin.h"
#include "desk/payeewords.h"
#include "desk/signedwords.h"

namespace balcao::desk {

ReceivingPresenter::ReceivingPresenter(PixSource &source, PixSigner &signer, const Wording &wording, const Clock &clock,
                                       QObject *parent)
    : QObject(parent), m_source(source), m_signer(signer), m_wording(wording), m_clock(clock)
{
}

void ReceivingPresenter::setOperator(OperatorId who, Role role)
{
    m_operator = who;
    m_role = role;
    m_key.clear();
    m_name.clear();
    m_city.clear();
    m_pin.clear();
    m_text.clear();
    Q_EMIT cleared(false);
    Q_EMIT changed();
}

void ReceivingPresenter::reload()
{
    m_source.account([this](const store::PixAccountRow &row) {
        m_row = row;
        m_isKnown = true;
        Q_EMIT changed();
    });
}

QString ReceivingPresenter::nameText() const
{
    return hasAccount() ? m_row.account->name : QString();
}

QString ReceivingPresenter::keyText() const
{
    if (!hasAccount())
        return {};
    const PixKey &key = m_row.account->key;
    return tr("%1 · %2").arg(PayeeWords::keyType(key.type), pixKeyMasked(key));
}

QString ReceivingPresenter::cityText() const
{
    return hasAccount() ? m_row.account->city : QString();
}

QString ReceivingPresenter::sinceText() const
{
    if (!hasAccount())
        return {};
    if (m_row.changedAt == 0)
        return tr("The shop's first record");
    const QString when = m_wording.stamp(m_row.changedAt);
    return m_row.changedBy.isEmpty() ? when : tr("%1 · %2").arg(when, m_row.changedBy);
}

QString ReceivingPresenter::shortly(const PixAccount &account) const
{
    return tr("%1 (%2 %3)").arg(account.name, PayeeWords::keyType(account.key.type), pixKeyMasked(account.key));
}

QString ReceivingPresenter::proposalText() const
{
    if (!hasProposal())
        return {};
    return tr("%1 wants Pix to go to %2 from now on.").arg(m_row.proposedBy, shortly(*m_row.proposed));
}

QString ReceivingPresenter::proposalHelp() const
{
    if (!hasProposal())
        return {};
    const QString when = m_wording.moment(m_row.ripeAt, m_clock.nowMs());
    if (m_row.proposerId == m_operator && m_clock.nowMs() < m_row.ripeAt)
        return tr("Another manager confirms it at once (F11 switches operator), or you from %1 on.").arg(when);
    return mayManage() ? tr("Confirm it only if you know of it. Until then the old one stands.")
                       : tr("A manager has to confirm it. Until then the old one stands.");
}

QString ReceivingPresenter::shutText() const
{
    if (!mayManage())
        return tr("Only a manager changes this, with their PIN. Every change is written down.");
    return shutByProposal() ? tr("First confirm or withdraw what is proposed.") : QString();
}

QStringList ReceivingPresenter::keyTypes()
{
    QStringList words;
    for (const PixKeyType type :
         {PixKeyType::Cpf, PixKeyType::Cnpj, PixKeyType::Phone, PixKeyType::Email, PixKeyType::Random})
        words.append(PayeeWords::keyType(type));
    return words;
}

void ReceivingPresenter::setType(PixKeyType type)
{
    m_type = type;
    begin();
}

void ReceivingPresenter::setKey(const QString &typed)
{
    m_key = typed.trimmed();
    begin();
}

void ReceivingPresenter::setName(const QString &typed)
{
    m_name = typed;
    begin();
}

void ReceivingPresenter::setCity(const QString &typed)
{
    m_city = typed;
    begin();
}

void ReceivingPresenter::setPin(const QString &pin)
{
    m_pin = pin;
    begin();
}

void ReceivingPresenter::begin()
{
    m_text.clear();
    m_isProblem = false;
    Q_EMIT changed();
}

QString ReceivingPresenter::keyHelp() const
{
    if (m_key.isEmpty())
        return {};
    const auto key = pixKeyOf(m_type, m_key);
    return key ? tr("It stands as %1").arg(key->value) : tr("This is no %1.").arg(PayeeWords::keyType(m_type));
}

QString ReceivingPresenter::nameHelp() const
{
    const QString name = foldedForBrCode(m_name, kBrCodeName);
    const QString city = foldedForBrCode(m_city, kBrCodeCity);
    if (name.isEmpty() && city.isEmpty())
        return {};
    return tr("In the code: %1 · %2").arg(name, city);
}

std::optional<PixAccount> ReceivingPresenter::typed() const
{
    return pixAccountOf(m_type, m_key, m_name, m_city);
}

bool ReceivingPresenter::isReady() const
{
    return mayManage() && m_isKnown && !m_isBusy && couldBePin(m_pin);
}

bool ReceivingPresenter::canConfirm() const
{
    return isReady() && hasProposal() && (m_row.proposerId != m_operator || m_clock.nowMs() >= m_row.ripeAt);
}

void ReceivingPresenter::propose()
{
    if (!canPropose())
        return;
    const QString done = hasAccount()
                             ? tr("Proposed. It stands once another manager has confirmed it, or you after 24 h.")
                             : tr("Kept. Scan a QR of R$ 0,01 once and look whether the bank names the shop.");
    m_isBusy = true;
    begin();
    m_signer.propose(*typed(), m_operator, m_pin,
                     [this, done](const PixSigner::Answer &answer) { finish(answer, done); });
}

void ReceivingPresenter::confirm()
{
    if (!canConfirm())
        return;
    m_isBusy = true;
    begin();
    m_signer.confirm(*m_row.proposed, m_operator, m_pin, [this](const PixSigner::Answer &answer) {
        finish(answer, tr("Confirmed. Pix goes there from now on, and every computer says so for 7 days."));
    });
}

void ReceivingPresenter::keep()
{
    if (!canKeep())
        return;
    m_isBusy = true;
    begin();
    m_signer.keep(m_operator, m_pin,
                  [this](const PixSigner::Answer &answer) { finish(answer, tr("Withdrawn. Nothing has changed.")); });
}

void ReceivingPresenter::finish(const PixSigner::Answer &answer, const QString &done)
{
    const bool ok = answer.outcome == PixSigner::Outcome::Done;
    m_isBusy = false;
    m_pin.clear();
    if (ok) {
        m_key.clear();
        m_name.clear();
        m_city.clear();
    }
    Q_EMIT cleared(!ok); // what was typed stays until it is done
    m_text = ok ? done : SignedWords::of(answer);
    m_isProblem = !ok;
    Q_EMIT changed();
    reload();
}

QString ReceivingPresenter::bannerText() const
{
    if (hasProposal())
        return tr("%1 wants to change who receives the shop's Pix: %2. A manager has to confirm it.")
            .arg(m_row.proposedBy, shortly(*m_row.proposed));
    const qint64 since = m_clock.nowMs() - m_row.changedAt;
    if (!hasAccount() || m_row.changedAt == 0 || since > kToldMs)
        return {};
    return tr("The shop's Pix goes to %1 since %2, changed by %3.")
        .arg(shortly(*m_row.account), m_wording.stamp(m_row.changedAt), m_row.changedBy);
}

} // namespace balcao::desk
