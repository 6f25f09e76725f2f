// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// "API Pix padrão": the Banco Central's standard, which most banks speak with their own accents (banksettings.h).
// What must not be guessed is written once: amounts are strings of digits and never a float, an answer that cannot
// be read is Unknown, a 401 gets one new token and one more try.
// Source: API Pix 2.9.0; Manual de Padrões para Iniciação do Pix 2.6.2, Anexo II (OAuth2, mTLS).
#pragma once

#include "relay/bank/bank.h"
#include "relay/bank/banksettings.h"
#include "relay/bank/banktoken.h"

#include <QObject>

#include <map>

namespace balcao {
class Clock;
}

namespace balcao::relay {

class ApiPix final : public Bank
{
public:
    /// `client` (makeBankClient) and `clock` outlive this. `settings` have passed checkBankSettings().
    ApiPix(BankSettings settings, http::HttpClient &client, const Clock &clock);
    ~ApiPix() override;

    void registerCharge(const ChargeOrder &order, QObject *context, Done<BankCharge> done) override;
    void cancelCharge(const QString &txid, QObject *context, Done<BankCharge> done) override;
    void findCharge(const QString &txid, QObject *context, Done<BankCharge> done) override;
    void listPayments(const PaymentQuery &query, QObject *context, Done<PaymentPage> done) override;
    void findPayment(const QString &endToEndId, QObject *context, Done<BankPayment> done) override;
    void refund(const RefundOrder &order, QObject *context, Done<BankReturn> done) override;
    void findRefund(const QString &endToEndId, const QString &id, QObject *context, Done<BankReturn> done) override;
    void ensureWebhook(const QString &key, const QUrl &url, QObject *context, Done<QUrl> done) override;

private:
    struct Ask
    {
        QByteArray method;
        QString path; ///< below the base, percent-encoded
        QList<std::pair<QString, QString>> query;
        QByteArray body;
        QList<http::Header> headers = {};
    };
    /// The body of a 2xx, or what went wrong.
    using Body = BankAnswer<QByteArray>;
    template <class T>
    using Reader = std::function<BankAnswer<T>(const QByteArray &)>;

    template <class T>
    void ask(const Ask &what, QObject *context, Done<T> done, Reader<T> read);
    template <class T>
    void refuse(QObject *context, Done<T> done);
    [[nodiscard]] Reader<BankCharge> chargeReader(const QString &txid) const;
    void putWebhook(const QString &key, const QUrl &url, const QUrl &before, const Done<QUrl> &then);
    /// `again`: with a new token, should this one be refused.
    void askBank(const Ask &what, bool again, std::function<void(const Body &)> done);
    void send(const Ask &what, const QByteArray &token, bool again, std::function<void(const Body &)> done);
    [[nodiscard]] http::HttpRequest request(const Ask &what, const QByteArray &token) const;

    BankSettings m_settings;
    http::HttpClient &m_client;
    QObject m_context; ///< its end takes back all that is under way
    BankToken m_token;
    std::map<quint64, std::unique_ptr<http::HttpCall>> m_calls;
    quint64 m_next = 0;
};

} // namespace balcao::relay
