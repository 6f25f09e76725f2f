// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Works off what the shop's charges need of the bank: registers, withdraws, looks whether they were paid. What it is
// about to ask is durable before it asks, and nothing is believed that it has not asked for itself: a webhook only makes
// it look. After an answer that never came it looks before it asks again. Lives on the main thread; the writer does the
// SQL.
#pragma once

#include "core/clock.h"
#include "relay/bank/bank.h"
#include "relay/serve/patientwriter.h"
#include "relay/store/charges.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace balcao::relay {

class Cashier final : public QObject
{
    Q_OBJECT

public:
    Cashier(Writer &writer, Bank &bank, const Clock &clock, Logger &logger);
    ~Cashier() override;

    /// `webhook`: where the bank is to send its hints; empty: it is only asked.
    void start(const QUrl &webhook);
    void stop();

public Q_SLOTS:
    /// The log has moved, or a hint has come. Queued calls from any thread.
    void wake();

Q_SIGNALS:
    /// All that had come to the bank by then is listed, and written.
    void statementRead(qint64 at);

private:
    struct Snapshot
    {
        QList<Charge> due;
        QList<QString> hints;
        std::optional<PixAccount> account;
        qint64 lastDaily = 0;
        std::optional<qint64> next;
    };

    void look();
    void take(const Snapshot &snapshot);
    void work(const Charge &charge);
    void create(const Charge &charge);
    void put(const Charge &charge);
    void withdraw(const Charge &charge);
    void check(const Charge &charge);
    /// Nothing more is to be asked about it.
    void rest(const Charge &charge);
    [[nodiscard]] bool isGone(const Charge &charge, const BankError &error) const;
    void adopt(const Charge &charge, const BankCharge &answer);
    void refuse(const Charge &charge, const QString &reason);
    void later(const Charge &charge, const BankError &error);
    void write(const Charge &charge, QLatin1StringView what, const PatientWriter::Work &work);
    [[nodiscard]] std::optional<qint64> planned(const Charge &charge, qint64 expiresAt) const;

    void lookUp(const QString &endToEndId);
    void listPaid(const Charge &charge);
    void daily(qint64 lastDaily);
    void recent(qint64 from);
    void list(QList<PaymentQuery> queries, const std::function<void()> &done);
    void listed(qint64 at);
    void told(const QList<BankPayment> &payments, const QString &hint);
    void registerWebhook(const PixAccount &account);

    PatientWriter m_writer;
    Bank &m_bank;
    const Clock &m_clock;
    Logger &m_logger;
    QUrl m_webhook;
    QString m_webhookKey; ///< for which the address has been registered in this run
    std::optional<PixAccount> m_account;
    QSet<ChargeId> m_busy;
    QSet<QString> m_lookingUp;
    QHash<ChargeId, int> m_failures; ///< in a row
    QTimer m_timer;
    bool m_running = false;
    bool m_looking = false;
    bool m_again = false;
    bool m_listing = false;
    bool m_isUnread = false;  ///< a line of what is being listed
    bool m_hasUnread = false; ///< a line since all of it was last listed
    qint64 m_startedAt = 0;
    qint64 m_recentAt = 0; ///< of the last list of what had just come
};

} // namespace balcao::relay
