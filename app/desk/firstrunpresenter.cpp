// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/firstrunpresenter.h"

namespace balcao::desk {

FirstRunPresenter::FirstRunPresenter(ShopConnector &connector, QObject *parent)
    : QObject(parent), m_connector(connector), m_device(tr("Counter 1"))
{
}

QString FirstRunPresenter::hint() const
{
    if (m_address.trimmed().isEmpty())
        return tr("The server's address is missing");
    const int missing = kCodeLength - static_cast<int>(m_code.size());
    if (missing > 0)
        return tr("%n character(s) of the code missing", nullptr, missing);
    if (m_device.trimmed().isEmpty())
        return tr("This computer's name is missing");
    return {};
}

void FirstRunPresenter::setNotice(const QString &notice)
{
    m_error = notice;
    m_code.clear();
    Q_EMIT changed();
}

void FirstRunPresenter::setAddress(const QString &address)
{
    m_address = address;
    m_error.clear();
    Q_EMIT changed();
}

void FirstRunPresenter::setCode(const QString &code)
{
    // Crockford's base 32: people may read O as 0 and I or L as 1.
    m_code.clear();
    for (QChar c : code.toUpper()) {
        if (c == u'O')
            c = u'0';
        else if (c == u'I' || c == u'L')
            c = u'1';
        const bool known = (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z' && c != u'U');
        if (known && m_code.size() < kCodeLength)
            m_code += c;
    }
    m_error.clear();
    Q_EMIT changed();
}

void FirstRunPresenter::setDevice(const QString &device)
{
    m_device = device;
    Q_EMIT changed();
}

void FirstRunPresenter::connectShop()
{
    if (!canConnect())
        return;
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    m_connector.pair(m_address.trimmed(), m_code, m_device.trimmed(),
                     [this](ShopConnector::Outcome outcome) { finish(outcome); });
}

void FirstRunPresenter::startDemo()
{
    if (m_busy)
        return;
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    m_connector.startDemo([this](ShopConnector::Outcome outcome) { finish(outcome); });
}

void FirstRunPresenter::finish(ShopConnector::Outcome outcome)
{
    m_busy = false;
    m_error = words(outcome);
    Q_EMIT changed();
    if (outcome == ShopConnector::Outcome::Paired)
        Q_EMIT connected();
}

QString FirstRunPresenter::words(ShopConnector::Outcome outcome)
{
    using Outcome = ShopConnector::Outcome;
    switch (outcome) {
    case Outcome::Paired:
        return {};
    case Outcome::AddressInvalid:
        return tr("This is not a server's address. It looks like balcao.yourshop.com.br.");
    case Outcome::NotFound:
        return tr("No server answers at this address. Check the address and this computer's internet.");
    case Outcome::NotSecure:
        return tr("The connection to this address is not safe: its certificate could not be verified. "
                  "Nothing was sent.");
    case Outcome::NotBalcao:
        return tr("Something answers at this address, but it is not the shop's Balcão server.");
    case Outcome::CodeWrong:
        return tr("This code is not valid. It works once and for 10 minutes: ask for a new one.");
    case Outcome::TooManyTries:
        return tr("Too many tries. Wait a minute and ask for a new code.");
    case Outcome::VaultLocked:
        return tr("This computer's password vault is locked, so the key cannot be kept. Unlock it and try again.");
    case Outcome::DemoMissing:
        return tr("The sample shop is not installed with this program.");
    case Outcome::DemoFailed:
        return tr("The sample shop could not start. Close other copies of Balcão and try again.");
    case Outcome::Storage:
        return tr("This computer's disk could not be written. Free some space and try again.");
    }
    return {};
}

} // namespace balcao::desk
