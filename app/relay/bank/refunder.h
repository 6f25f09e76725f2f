// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Carries out the refunds that staff have asked for, and watches each until the bank has said for good whether the money
// went back. Before the first time it looks what has gone back of that payment meanwhile, by whatever hand; asking is
// durable before it is done; after an answer that never came it looks before it asks again; what the bank has is never
// asked for again, and its no is believed only when it has no such refund and may not be slow to show one. What it has
// not taken within a day is given up. Lives on the main thread; the writer does the SQL.
#pragma once

#include "core/clock.h"
#include "relay/bank/bank.h"
#include "relay/serve/patientwriter.h"
#include "relay/store/refunds.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace balcao::relay {

class Refunder final : public QObject
{
    Q_OBJECT

public:
    Refunder(Writer &writer, Bank &bank, const Clock &clock, Logger &logger);
    ~Refunder() override;

    void start();
    void stop();

public Q_SLOTS:
    /// The log has moved. Queued calls from any thread.
    void wake();

private:
    struct Snapshot
    {
        QList<Refund> due;
        std::optional<qint64> next;
    };

    void look();
    void take(const Snapshot &snapshot);
    void work(const Refund &refund);
    /// Nothing has gone back meanwhile that nobody here knew of?
    void check(const Refund &refund);
    void put(const Refund &refund);
    void refused(const Refund &refund, const QString &code);
    /// `andThen`: the bank has no such refund.
    void find(const Refund &refund, const std::function<void()> &andThen);
    void adopt(const Refund &refund, const BankReturn &answer);
    void fail(const Refund &refund, const QString &fault);
    void later(const Refund &refund, const BankError &error);
    void write(const Refund &refund, QLatin1StringView what, const PatientWriter::Work &work);

    PatientWriter m_writer;
    Bank &m_bank;
    const Clock &m_clock;
    Logger &m_logger;
    QSet<RefundId> m_busy;
    QHash<RefundId, int> m_failures; ///< in a row
    QTimer m_timer;
    bool m_running = false;
    bool m_looking = false;
    bool m_again = false;
};

} // namespace balcao::relay
