// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Sends what the log says is to be sent: asks a scheduler for each channel what may go now, makes the
// attempt durable, speaks to the Graph API, and writes down what became of it. When nobody can know
// whether a message left, it waits a minute for a status that carries our id, then calls it incerta and
// never sends it again by itself. Also marks as read. Lives on the main thread; the writer does the SQL.
#pragma once

#include "core/clock.h"
#include "http/httpclient.h"
#include "relay/sending/departure.h"
#include "relay/sending/graphanswer.h"
#include "relay/sending/graphrequest.h"
#include "relay/sending/sendscheduler.h"
#include "relay/serve/patientwriter.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>

namespace balcao::relay {

class Logger;
class Writer;

struct SenderSettings
{
    GraphAccess graph;
    Pace pace;
    qint64 doubtMs = 60 * kSecondMs; ///< how long a status may settle an attempt without an answer
};

class Sender final : public QObject
{
    Q_OBJECT

public:
    Sender(Writer &writer, http::HttpClient &http, const Clock &clock, Logger &logger, SenderSettings settings);
    ~Sender() override;

    void start();
    /// Requests under way are given up; their attempts stay in doubt and are settled at the next start.
    void stop();

public Q_SLOTS:
    /// The log has moved: new sends, resumed channels, statuses that settle doubts, reads to mark. Queued
    /// calls from any thread.
    void wake();

private:
    struct Doubt
    {
        qint64 untilMs = 0;
    };
    struct ReadMark
    {
        ConversationId conversation;
        QString channel;
        QString wamid;
    };
    struct Snapshot
    {
        QList<SendJob> fresh;
        QList<PausedChannel> paused;
        QList<MessageId> settled;
        QList<ReadMark> reads;
        qint64 upto = 0;
    };

    void look();
    void take(const Snapshot &snapshot);
    void run();
    void attempt(MessageId message);
    void handOver(const SendJob &job, const QString &code);
    void post(const SendJob &job);
    void sendPlainly(const SendJob &job, OrderTrouble trouble);
    void heard(const SendJob &job, const http::HttpOutcome &outcome);
    void apply(const SendJob &job, const Submitted &result);
    void apply(const SendJob &job, const Refused &result);
    void apply(const SendJob &job, const Unreachable &result);
    void apply(const SendJob &job, const Doubtful &result);
    void pause(const QString &channel, int code);
    void retry(const SendJob &job, qint64 whenMs, const Verdict &verdict);
    void learn(MessageId message, const Identifiers &recipient);
    void giveUpKnowing(MessageId message);
    static Result<QList<ReadMark>> readsSince(class RelayData &data, qint64 after);
    void forget(MessageId message);
    void settleDoubts();
    void markRead(const ReadMark &mark);
    [[nodiscard]] http::HttpRequest request(const QString &channel, const QByteArray &body) const;
    SendScheduler &schedulerOf(const QString &channel);
    void write(QLatin1StringView what, const PatientWriter::Work &work, const PatientWriter::Then &then = {})
    {
        m_writer.write(what, work, then);
    }

    PatientWriter m_writer;
    http::HttpClient &m_http;
    const Clock &m_clock;
    Logger &m_logger;
    SenderSettings m_settings;
    Pictures m_pictures;
    std::map<QString, SendScheduler> m_schedulers;
    QHash<MessageId, SendJob> m_jobs;
    QHash<MessageId, Departure> m_leaving;   ///< those that were let go, in their form
    QHash<MessageId, int> m_tries;           ///< in this run
    QHash<ConversationId, QString> m_marked; ///< the wamid that Meta was told was read
    std::map<MessageId, std::unique_ptr<http::HttpCall>> m_calls;
    std::vector<std::unique_ptr<http::HttpCall>> m_marks;
    QHash<MessageId, Doubt> m_doubts;
    QSet<QString> m_pausing; ///< channels whose pause is not written yet: a look from before says nothing of it
    QTimer m_timer;
    qint64 m_seenSeq = 0;
    bool m_first = true;
    bool m_running = false;
    bool m_looking = false;
    bool m_again = false;
};

} // namespace balcao::relay
