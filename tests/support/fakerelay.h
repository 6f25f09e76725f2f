// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay as the desk sees it, without a network: answers /v1/events from an EventLog and /v1/commands from
// a function, parks long polls until release(), and fails in every way a relay or the way to it can.
#pragma once

#include "http/httpclient.h"
#include "support/eventbuilders.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace balcao::test {

class FakeRelay final : public http::HttpClient
{
public:
    enum class Fault {
        None,
        NoConnection,
        CertificateWrong,
        TimedOut,
        LostAnswer, ///< it acts, and the answer is lost
        Busy,       ///< 503
        Slower,     ///< 429
        UnknownToken,
        RevokedDesk,
        Garbage,    ///< 200 with something that is no answer of ours
        PortalPage, ///< a hotel's log-in page
    };

    EventLog log;
    std::optional<wire::RestoredFrom> restored;
    QList<wire::Presence> present;
    std::optional<qint64> bankReadAt;
    qint64 now = 0; ///< 0: the log's own time
    Fault always = Fault::None;
    QList<Fault> next; ///< one for each coming request, before `always`
    std::function<wire::Outcome(const QJsonObject &command)> judge;
    /// Other calls by path: status and body.
    QHash<QString, std::pair<int, QByteArray>> answers;

    QList<http::HttpRequest> requests; ///< all of them
    QList<QByteArray> commandBodies;   ///< of POST /v1/commands that arrived

    std::unique_ptr<http::HttpCall> send(http::HttpRequest request, QObject *context,
                                         std::function<void(http::HttpOutcome)> done) override;
    /// Answers the parked polls with what the log holds now.
    void release();
    [[nodiscard]] qsizetype parked() const { return m_parked.size(); }
    [[nodiscard]] qsizetype polls() const;
    [[nodiscard]] QString lastQuery() const;

    static http::HttpAnswer problemAnswer(int status, QLatin1StringView code, const QByteArray &retryAfter = {});

private:
    struct Waiting
    {
        std::weak_ptr<bool> alive;
        QPointer<QObject> context;
        std::function<void(http::HttpOutcome)> done;
        http::HttpRequest request;
    };

    http::HttpOutcome act(const http::HttpRequest &request);
    http::HttpAnswer eventsAnswer(const http::HttpRequest &request);
    http::HttpAnswer commandsAnswer(const http::HttpRequest &request);
    static void deliver(Waiting waiting, http::HttpOutcome outcome);
    static std::optional<http::HttpOutcome> failed(Fault fault);

    QList<Waiting> m_parked;
};

} // namespace balcao::test
