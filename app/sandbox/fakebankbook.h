// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The FakeBank's memory and its rules: charges, Pix, returns, registered addresses. No HTTP, no timers; one thread.
// Behaves as the standard does where that surprises: an expired charge stays ATIVA, a PUT on a charge that is there
// alters it, one charge may get several Pix, CONCLUIDA says nothing of the amount.
// Source: API Pix 2.9.0; Manual de Padrões para Iniciação do Pix 2.6.2.
#pragma once

#include "sandbox/fakebankfaults.h"
#include "sandbox/fakebankrules.h"

#include "core/clock.h"
#include "core/money.h"

#include <QHash>
#include <QRandomGenerator>

#include <optional>

namespace balcao::sandbox {

/// Whose account it is.
struct BankAccount
{
    QByteArray clientId = "balcao";
    QByteArray clientSecret = "faz-de-conta";
    QString key = QStringLiteral("7d9f0335-8dcc-4054-9bf9-0dbd61d36906");
    QString name = QStringLiteral("Padaria Flor do Trigo");
    QString city = QStringLiteral("Campinas");
    QString cnpj = QStringLiteral("11222333000181");
    QStringList scopes{QStringLiteral("cob.write"), QStringLiteral("cob.read"),      QStringLiteral("pix.write"),
                       QStringLiteral("pix.read"),  QStringLiteral("webhook.write"), QStringLiteral("webhook.read")};
};

struct Payer
{
    QString name; ///< empty: the bank does not say who paid
    QString cpf;
};

struct FakeReturn
{
    QString id;
    QString rtrId;
    Money amount;
    QString status = QStringLiteral("EM_PROCESSAMENTO");
    QString nature = QStringLiteral("ORIGINAL");
    qint64 askedAt = 0;
    qint64 settledAt = 0;
};

struct FakePix
{
    QString endToEndId;
    QString txid; ///< empty: paid with no charge
    QString key;
    Money amount;
    qint64 at = 0;
    Payer payer;
    QList<FakeReturn> returns;
    int confirmations = 0; ///< GET /cob or GET /pix/{id} that showed it, and whose answer left
};

struct FakeCharge
{
    QString txid;
    QByteArray body; ///< of the PUT that stands
    Money amount;
    QString key;
    QString message;
    qint64 createdAt = 0;
    qint64 expiresInSeconds = 86400;
    QString status = QStringLiteral("ATIVA");
    int revision = 0;
    QString location;
    int puts = 0;
    QStringList pix; ///< endToEndIds

    [[nodiscard]] qint64 expiresAt() const { return createdAt + expiresInSeconds * 1000; }
};

/// What a client of the bank should not have done.
struct Misdeed
{
    QString what;  ///< "schema", "altered", "not-byte-same", "blind-repeat", "scope", "open-amount", "not-active"
    QString about; ///< txid or path
};

class FakeBankBook
{
public:
    FakeBankBook(const Clock &clock, BankAccount account, quint32 seed);

    // The standard's calls.
    BankReply putCharge(const QString &txid, const QByteArray &body, const BankFaults &faults);
    BankReply patchCharge(const QString &txid, const QByteArray &body, const BankFaults &faults);
    BankReply showCharge(const QString &txid, const BankFaults &faults) const;
    struct Listing
    {
        QString from;
        QString to;
        QString txid;
        QString withTxid;    ///< "true", "false" or nothing
        QString withReturns; ///< the same
        QString page;
        QString size;
    };
    BankReply listPix(const Listing &asked, const BankFaults &faults) const;
    BankReply showPix(const QString &endToEndId, const BankFaults &faults) const;
    BankReply putReturn(const QString &endToEndId, const QString &id, const QByteArray &body);
    BankReply showReturn(const QString &endToEndId, const QString &id) const;
    BankReply putWebhook(const QString &key, const QByteArray &body);
    BankReply showWebhook(const QString &key) const;

    // What people do. Empty when it cannot be.
    /// Of a charge; `anyhow`: also what a payer's bank would not let through (other amount, expired, removed).
    QString pay(const QString &txid, Money amount, const Payer &payer, bool anyhow);
    /// To the key, with a txid of a static code or none.
    QString payWithoutCharge(Money amount, const QString &txid = {}, const Payer &payer = {});
    /// The bank takes money back: "MED_FRAUDE", "MED_OPERACIONAL". At most what is left.
    QString takeBack(const QString &endToEndId, Money amount, const QString &nature);
    /// Whatever is EM_PROCESSAMENTO comes to its end; the Pix whose returns did.
    QStringList settleReturns(bool done);

    void confirm(const QStringList &endToEndIds);
    void misdeed(const QString &what, const QString &about) { m_misdeeds.append({what, about}); }

    [[nodiscard]] const BankAccount &account() const { return m_account; }
    [[nodiscard]] std::optional<FakeCharge> charge(const QString &txid) const;
    [[nodiscard]] std::optional<FakePix> pix(const QString &endToEndId) const;
    [[nodiscard]] const QList<FakeCharge> &charges() const { return m_charges; }
    [[nodiscard]] const QList<FakePix> &allPix() const { return m_pix; }
    [[nodiscard]] const QList<Misdeed> &misdeeds() const { return m_misdeeds; }
    [[nodiscard]] QString webhookOf(const QString &key) const { return m_webhooks.value(key); }
    /// Received less what really went back.
    [[nodiscard]] Money kept() const;

    [[nodiscard]] QJsonObject pixJson(const FakePix &pix, const BankFaults &faults) const;

private:
    FakeCharge *find(const QString &txid);
    FakePix *findPix(const QString &endToEndId);
    BankReply create(const QString &txid, const QByteArray &body, const BankFaults &faults);
    BankReply again(FakeCharge &charge, const QByteArray &body, const BankFaults &faults);
    void fill(FakeCharge &charge, const QJsonObject &json);
    [[nodiscard]] QJsonObject chargeJson(const FakeCharge &charge, const BankFaults &faults) const;
    [[nodiscard]] QString codeOf(const FakeCharge &charge) const;
    QString receive(FakePix pix);
    QString randomText(int length);

    const Clock &m_clock;
    BankAccount m_account;
    QRandomGenerator m_random;
    QList<FakeCharge> m_charges;
    QHash<QString, qsizetype> m_chargeAt;
    QList<FakePix> m_pix;
    QHash<QString, qsizetype> m_pixAt;
    QHash<QString, QString> m_webhooks;
    QList<Misdeed> m_misdeeds;
};

} // namespace balcao::sandbox
