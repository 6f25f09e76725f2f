// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Asks Meta what it says of each of the shop's numbers, at the start and every hour, and tells desks what is new
// (channel.health): the name that customers see beside a Pix, and whether Meta vouches for it. An answer that does not
// come is asked for again in a while; once Meta refuses to say, or has not said for hours, desks hear that nothing is
// known any more. Lives on the main thread; the writer does the SQL.
#pragma once

#include "core/clock.h"
#include "http/httpclient.h"
#include "relay/sending/graphrequest.h"
#include "relay/serve/patientwriter.h"
#include "wire/shopevents.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <map>

namespace balcao::relay {

class NumberWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kEveryMs = kHourMs;
    static constexpr qint64 kAgainMs = 5 * kMinuteMs; ///< after an answer that did not come or says nothing
    static constexpr qint64 kStaleMs = 6 * kHourMs;   ///< what Meta said then is no news of now

    NumberWatch(Writer &writer, http::HttpClient &http, const Clock &clock, Logger &logger, GraphAccess access,
                QStringList channels);
    ~NumberWatch() override;

    void start();
    void stop();

public Q_SLOTS:
    /// Time has passed, or may have. Queued calls from any thread.
    void wake();

private:
    void ask(const QString &channel);
    void heard(const QString &channel, const http::HttpOutcome &outcome);

    PatientWriter m_writer;
    http::HttpClient &m_http;
    const Clock &m_clock;
    Logger &m_logger;
    GraphAccess m_access;
    QStringList m_channels;
    QHash<QString, qint64> m_due;
    QHash<QString, qint64> m_heardAt; ///< or when it was first asked
    std::map<QString, std::unique_ptr<http::HttpCall>> m_calls;
    QTimer m_timer;
    bool m_running = false;
};

} // namespace balcao::relay
