// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/numberwatch.h"

#include "relay/sending/graphnumber.h"
#include "relay/serve/logger.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kLongestSleep{30000};

} // namespace

NumberWatch::NumberWatch(Writer &writer, http::HttpClient &http, const Clock &clock, Logger &logger, GraphAccess access,
                         QStringList channels)
    : m_writer(writer, logger, "number-not-written"_L1),
      m_http(http),
      m_clock(clock),
      m_logger(logger),
      m_access(std::move(access)),
      m_channels(std::move(channels))
{
    m_timer.setInterval(kLongestSleep);
    connect(&m_timer, &QTimer::timeout, this, &NumberWatch::wake);
}

NumberWatch::~NumberWatch()
{
    stop();
}

void NumberWatch::start()
{
    m_running = true;
    m_writer.open();
    m_timer.start();
    wake();
}

void NumberWatch::stop()
{
    m_running = false;
    m_writer.close();
    m_timer.stop();
    m_calls.clear();
}

void NumberWatch::wake()
{
    if (!m_running)
        return;
    const qint64 now = m_clock.nowMs();
    for (const QString &channel : std::as_const(m_channels)) {
        const qint64 due = m_due.value(channel);
        const bool isDue = due <= now || due > now + kEveryMs; // the clock was set back
        if (isDue && !m_calls.contains(channel))
            ask(channel);
    }
}

void NumberWatch::ask(const QString &channel)
{
    const qint64 now = m_clock.nowMs();
    if (const qint64 since = m_heardAt.value(channel); since == 0 || since > now)
        m_heardAt[channel] = now;
    m_calls[channel] = m_http.send(graphNumberRequest(m_access, channel), this,
                                   [this, channel](const http::HttpOutcome &outcome) { heard(channel, outcome); });
}

void NumberWatch::heard(const QString &channel, const http::HttpOutcome &outcome)
{
    // The call is being answered: its handle must live until this returns.
    const auto handle = std::move(m_calls[channel]);
    m_calls.erase(channel);
    const auto *answer = std::get_if<http::HttpAnswer>(&outcome);
    const auto health = answer ? readNumberAnswer(channel, answer->status, answer->body) : std::nullopt;
    const qint64 now = m_clock.nowMs();
    m_due[channel] = now + (health ? kEveryMs : kAgainMs);
    if (!health) {
        m_logger.info("number-not-read"_L1, {{"status"_L1, qint64(answer ? answer->status : 0)}});
        if ((answer && isNumberRefused(answer->status, answer->body)) || now - m_heardAt.value(channel) >= kStaleMs)
            m_writer.write("number"_L1, [channel](RelayData &data) { return data.shop().unheard(channel); });
        return;
    }
    m_heardAt[channel] = now;
    m_writer.write("number"_L1, [health = *health](RelayData &data) { return data.shop().heard(health); });
}

} // namespace balcao::relay
