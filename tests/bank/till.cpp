// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "till.h"

#include <QUuid>

namespace balcao::test {

using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

Till::Till(const std::function<void(BankSettings &)> &change)
{
    if (!fake.start())
        qFatal("the fake bank does not start");
    BankSettings settings = settingsFor(fake);
    if (change)
        change(settings);
    if (const auto checked = checkBankSettings(settings); !checked)
        qFatal("%s", qPrintable(checked.error().detail));
    bank = std::make_unique<ApiPix>(settings, client, clock);
}

BankSettings Till::settingsFor(const sandbox::FakeBank &bank)
{
    BankSettings settings;
    settings.baseUrl = bank.baseUrl();
    settings.tokenUrl = bank.tokenUrl();
    settings.clientId = bank.book().account().clientId;
    settings.clientSecret = bank.book().account().clientSecret;
    settings.receiverName = bank.book().account().name;
    settings.receiverCity = bank.book().account().city;
    return settings;
}

QString Till::newTxid()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

ChargeOrder Till::order(qint64 centavos) const
{
    return {newTxid(), Money{centavos}, 3600, fake.book().account().key, u"Pão de queijo"_s};
}

BankAnswer<BankCharge> Till::put(const ChargeOrder &order)
{
    return wait<BankCharge>([&](QObject *context, auto done) { bank->registerCharge(order, context, done); });
}

BankAnswer<BankCharge> Till::look(const QString &txid)
{
    return wait<BankCharge>([&](QObject *context, auto done) { bank->findCharge(txid, context, done); });
}

BankAnswer<BankCharge> Till::cancel(const QString &txid)
{
    return wait<BankCharge>([&](QObject *context, auto done) { bank->cancelCharge(txid, context, done); });
}

BankAnswer<PaymentPage> Till::list(const PaymentQuery &query)
{
    return wait<PaymentPage>([&](QObject *context, auto done) { bank->listPayments(query, context, done); });
}

BankAnswer<BankPayment> Till::pix(const QString &endToEndId)
{
    return wait<BankPayment>([&](QObject *context, auto done) { bank->findPayment(endToEndId, context, done); });
}

BankAnswer<BankReturn> Till::refund(const RefundOrder &order)
{
    return wait<BankReturn>([&](QObject *context, auto done) { bank->refund(order, context, done); });
}

BankAnswer<BankReturn> Till::lookRefund(const QString &endToEndId, const QString &id)
{
    return wait<BankReturn>([&](QObject *context, auto done) { bank->findRefund(endToEndId, id, context, done); });
}

BankAnswer<QUrl> Till::webhook(const QUrl &url)
{
    return wait<QUrl>(
        [&](QObject *context, auto done) { bank->ensureWebhook(fake.book().account().key, url, context, done); });
}

QString Till::made(qint64 centavos)
{
    const ChargeOrder wanted = order(centavos);
    return put(wanted) ? wanted.txid : QString();
}

} // namespace balcao::test
