// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A FakeBank that runs, and an ApiPix that speaks to it. Calls wait for their answer.
#pragma once

#include "http/qthttpclient.h"
#include "relay/bank/apipix.h"
#include "sandbox/fakebank.h"

#include <QTest>

#include <optional>

namespace balcao::test {

/// Beyond all patience of a test; an answer is waited for, never a time.
inline constexpr int kPatienceMs = 10000;

class Till
{
public:
    explicit Till(const std::function<void(relay::BankSettings &)> &change = {});

    [[nodiscard]] static relay::BankSettings settingsFor(const sandbox::FakeBank &bank);
    [[nodiscard]] relay::ChargeOrder order(qint64 centavos = 3700) const;
    static QString newTxid();

    template <class T>
    relay::BankAnswer<T> wait(const std::function<void(QObject *, relay::Bank::Done<T>)> &call)
    {
        QObject context;
        std::optional<relay::BankAnswer<T>> answer;
        call(&context, [&answer](const relay::BankAnswer<T> &arrived) { answer = arrived; });
        if (answer || !QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatienceMs))
            return relay::BankError{relay::BankTrouble::Unknown, QStringLiteral("the test has no answer"), 0, 0, {}};
        return *answer;
    }

    relay::BankAnswer<relay::BankCharge> put(const relay::ChargeOrder &order);
    relay::BankAnswer<relay::BankCharge> look(const QString &txid);
    relay::BankAnswer<relay::BankCharge> cancel(const QString &txid);
    relay::BankAnswer<relay::PaymentPage> list(const relay::PaymentQuery &query);
    relay::BankAnswer<relay::BankPayment> pix(const QString &endToEndId);
    relay::BankAnswer<relay::BankReturn> refund(const relay::RefundOrder &order);
    relay::BankAnswer<relay::BankReturn> lookRefund(const QString &endToEndId, const QString &id);
    relay::BankAnswer<QUrl> webhook(const QUrl &url);
    /// A charge that is there, and its txid.
    QString made(qint64 centavos = 3700);

    ManualClock clock{1'795'000'000'000};
    http::QtHttpClient client{{QStringLiteral("127.0.0.1")}};
    sandbox::FakeBank fake{clock, client};
    std::unique_ptr<relay::ApiPix> bank;
};

/// For QCOMPARE: "" for a value, else "trouble code".
template <class T>
QString troubleIn(const relay::BankAnswer<T> &answer)
{
    return answer ? QString() : relay::nameOf(answer.error().trouble) + u' ' + answer.error().code;
}

} // namespace balcao::test
