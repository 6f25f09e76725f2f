// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/banktoken.h"

#include "relay/bank/bankoutcome.h"

#include "core/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUrlQuery>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBurst = 4;                          ///< tokens at once, and then
constexpr double kRefillMs = 15 * kSecondMs;       ///< four a minute: the strictest bank allows five
constexpr qint64 kRefusedPauseMs = 30 * kSecondMs; ///< a wrong secret is not right the next second
constexpr qint64 kUsualLifeSeconds = 300;          ///< when the bank does not say
constexpr qint64 kLongestLifeSeconds = 86400;
constexpr qint64 kMarginMs = kMinuteMs; ///< ends early, for a request is on its way for a while
constexpr qsizetype kTokenLimit = 16 * 1024;

QByteArray percent(const QByteArray &text)
{
    return QUrl::toPercentEncoding(QString::fromLatin1(text));
}

QByteArray form(const BankSettings &settings)
{
    QByteArray body = "grant_type=client_credentials";
    if (const QStringList scopes = askedScopes(settings); !scopes.isEmpty())
        body += "&scope=" + percent(scopes.join(u' ').toLatin1());
    if (settings.tokenRequest == TokenRequest::PlainForm)
        body += "&client_id=" + percent(settings.clientId) + "&client_secret=" + percent(settings.clientSecret);
    return body;
}

QByteArray json(const BankSettings &settings)
{
    QJsonObject object{{u"grant_type"_s, u"client_credentials"_s}};
    if (const QStringList scopes = askedScopes(settings); !scopes.isEmpty())
        object.insert(u"scope"_s, scopes.join(u' '));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

http::HttpRequest tokenRequest(const BankSettings &settings)
{
    const bool asJson = settings.tokenRequest == TokenRequest::BasicJson;
    http::HttpRequest request;
    request.method = "POST";
    request.url = settings.tokenUrl;
    if (!settings.query.isEmpty()) {
        QUrlQuery query;
        query.setQueryItems(settings.query);
        request.url.setQuery(query);
    }
    request.body = asJson ? json(settings) : form(settings);
    request.timeout = settings.timeout;
    request.headers = settings.headers;
    request.headers.append(
        http::Header{"Content-Type", asJson ? "application/json" : "application/x-www-form-urlencoded"});
    if (settings.tokenRequest != TokenRequest::PlainForm)
        request.headers.append(
            http::Header{"Authorization", "Basic " + (settings.clientId + ':' + settings.clientSecret).toBase64()});
    return request;
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= kTokenLimit &&
           std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

BankToken::BankToken(const BankSettings &settings, http::HttpClient &client, const Clock &clock)
    : m_settings(settings), m_client(client), m_clock(clock), m_allowance(kBurst, kRefillMs)
{
}

void BankToken::want(Done done)
{
    const qint64 now = m_clock.nowMs();
    // A clock that was set back must not make a token eternal.
    if (!m_token.isEmpty() && now < m_goodUntil && now >= m_fetchedAt)
        return done(m_token);
    m_waiting.append(std::move(done));
    if (m_waiting.size() > 1)
        return;
    m_token.clear();
    if (now < m_pausedUntil && now >= m_pausedAt)
        return later(m_refusal);
    if (!m_allowance.take(now))
        return later({BankTrouble::RateLimited, u"token-allowance"_s, 0, m_allowance.readyAtMs(now) - now, {}});
    fetch();
}

void BankToken::drop(const QByteArray &token)
{
    if (m_token == token)
        m_token.clear();
}

void BankToken::fetch()
{
    m_call = m_client.send(tokenRequest(m_settings), &m_context,
                           [this](const http::HttpOutcome &outcome) { settle(read(outcome)); });
}

/// Tells all who wait from the event loop.
void BankToken::later(const BankError &error)
{
    QMetaObject::invokeMethod(
        &m_context, [this, error] { settle(error); }, Qt::QueuedConnection);
}

BankAnswer<QByteArray> BankToken::read(const http::HttpOutcome &outcome)
{
    const BankAnswer<QByteArray> body = readOutcome(outcome);
    if (!body)
        return refused(body.error());
    const QJsonObject json = QJsonDocument::fromJson(*body).object();
    const QByteArray token = json.value("access_token"_L1).toString().toUtf8();
    if (!isToken(token))
        return BankError{BankTrouble::Unreachable, u"token-unreadable"_s, 200, 0, {}};
    const qint64 seconds = json.value("expires_in"_L1).isString()
                               ? json.value("expires_in"_L1).toString().toLongLong()
                               : json.value("expires_in"_L1).toInteger(kUsualLifeSeconds);
    const qint64 lifeMs = std::clamp<qint64>(seconds, 1, kLongestLifeSeconds) * kSecondMs;
    m_token = token;
    m_fetchedAt = m_clock.nowMs();
    m_goodUntil = m_fetchedAt + lifeMs - std::min(kMarginMs, lifeMs / 5);
    return token;
}

/// What went wrong here kept the request itself from being made: nothing of it can have happened.
BankError BankToken::refused(BankError error)
{
    switch (error.trouble) {
    case BankTrouble::Refused: // 400 invalid_client
    case BankTrouble::NotFound:
    case BankTrouble::Unauthorized:
        error.trouble = BankTrouble::Unauthorized;
        pause(error, kRefusedPauseMs);
        break;
    case BankTrouble::RateLimited:
        pause(error, std::max(error.retryAfterMs, kRefusedPauseMs));
        break;
    case BankTrouble::NotAllowed:
        break;
    case BankTrouble::Unreachable:
    case BankTrouble::Unknown:
        error.trouble = BankTrouble::Unreachable;
        break;
    }
    return error;
}

void BankToken::pause(const BankError &error, qint64 forMs)
{
    m_refusal = error;
    m_pausedAt = m_clock.nowMs();
    m_pausedUntil = m_pausedAt + forMs;
}

// Last: a waiter may destroy the bank, and this with it.
void BankToken::settle(const BankAnswer<QByteArray> &answer)
{
    const QList<Done> waiting = std::exchange(m_waiting, {});
    const QPointer<QObject> alive(&m_context);
    for (const Done &done : waiting) {
        if (alive)
            done(answer);
    }
}

} // namespace balcao::relay
