// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/bankpresenter.h"

#include "core/text.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

BankPresenter::BankPresenter(const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent), m_wording(wording), m_clock(clock)
{
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, this, &BankPresenter::changed); // the countdowns
}

void BankPresenter::setShop(const store::ShopRow &shop)
{
    m_shop = shop;
    if (shop.bank.isEmpty())
        m_minute.stop();
    else
        m_minute.start();
    Q_EMIT changed();
}

void BankPresenter::setRole(Role role)
{
    m_role = role;
    Q_EMIT changed();
}

QString BankPresenter::troubleText() const
{
    const QString bank = isolated(previewText(m_shop.bank, 40));
    const QString since = m_wording.moment(m_shop.bankSince, m_clock.nowMs());
    switch (m_shop.bankState) {
    case BankState::Well:
        break;
    case BankState::Unreachable:
        return tr("%1 has not answered since %2: who pays now reads PAID here only later. Look in the bank's app "
                  "before "
                  "you hand anything over.")
            .arg(bank, since);
    case BankState::Unauthorized:
        return tr("%1 has not let the shop in since %2: nothing will read PAID here until whoever cares for the server "
                  "has "
                  "mended that. Look in the bank's app.")
            .arg(bank, since);
    }
    return {};
}

QString BankPresenter::certificateWarning() const
{
    const qint64 ends = m_shop.bankCertificateEnds;
    const qint64 left = ends - m_clock.nowMs();
    if (ends == 0 || left > kToldManagersMs || (left > kToldAllMs && m_role != Role::Manager))
        return {};
    if (left <= 0)
        return tr("The certificate for the bank ended on %1: no Pix is confirmed any more. Whoever cares for the "
                  "server "
                  "puts a new one there, from the bank's site.")
            .arg(m_wording.dayMonth(ends));
    const int days = static_cast<int>(left / kDayMs);
    return tr("The certificate for the bank ends in %n day(s), on %1; after that no Pix is confirmed. Whoever cares "
              "for the "
              "server puts a new one there, from the bank's site.",
              nullptr, days)
        .arg(m_wording.dayMonth(ends));
}

bool BankPresenter::isTrouble() const
{
    return !m_shop.bank.isEmpty() && m_shop.bankState != BankState::Well;
}

QString BankPresenter::bannerText() const
{
    if (m_shop.bank.isEmpty())
        return {};
    // An ended certificate is why it does not answer.
    const bool isOver = m_shop.bankCertificateEnds > 0 && m_shop.bankCertificateEnds <= m_clock.nowMs();
    return isTrouble() && !isOver ? troubleText() : certificateWarning();
}

QString BankPresenter::certificateText() const
{
    const qint64 ends = m_shop.bankCertificateEnds;
    if (m_shop.bank.isEmpty() || ends == 0)
        return {};
    const qint64 left = ends - m_clock.nowMs();
    const QString day = m_wording.stamp(ends).section(u' ', 0, 0);
    return left <= 0 ? tr("ended on %1").arg(day)
                     : tr("until %1 (%n day(s))", nullptr, static_cast<int>(left / kDayMs)).arg(day);
}

} // namespace balcao::desk
