// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/hookroutes.h"

#include "core/constanttime.h"
#include "relay/ingest/ingest.h"
#include "relay/serve/answers.h"
#include "relay/serve/config.h"
#include "relay/serve/logger.h"
#include "relay/serve/writer.h"

#include <QMessageAuthenticationCode>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView kScheme("sha256=");
constexpr qsizetype kDigestSize = 64;
constexpr qsizetype kChallengeLimit = 1024;

/// Anyone can cause such a line: one for the first, then for every hundredth.
bool isWorthALine(qint64 count)
{
    return count == 1 || count % 100 == 0;
}

} // namespace

void HookRoutes::addTo(edge::HttpEdge &edge)
{
    edge.addRoute({"GET", "/hooks/whatsapp", false, 0, handler(this, &HookRoutes::handshake)});
    edge.addRoute(
        {"POST", "/hooks/whatsapp", false, kBodyLimit, handler(this, &HookRoutes::event), &HookRoutes::isSignedAtAll});
}

// What carries no signature needs no body to be refused.
bool HookRoutes::isSignedAtAll(const edge::Request &head)
{
    const QByteArray signature = head.header("x-hub-signature-256");
    return signature.startsWith(kScheme) && signature.size() == kScheme.size() + kDigestSize;
}

void HookRoutes::handshake(const edge::Request &request, const edge::Exchange &exchange)
{
    const QByteArray challenge = request.queryValue("hub.challenge");
    const bool isRight =
        request.queryValue("hub.mode") == "subscribe" &&
        equalInConstantTime(request.queryValue("hub.verify_token"), m_with.config.secrets.verifyToken) &&
        !challenge.isEmpty() && challenge.size() <= kChallengeLimit;
    if (isRight)
        return answerText(exchange, challenge);
    if (const qint64 count = ++m_with.counters.badHandshakes; isWorthALine(count))
        m_with.logger.warn("handshake-refused"_L1, {{"count"_L1, count}});
    answerProblem(exchange, 403, Problem(problem::kBadSignature));
}

bool HookRoutes::isSigned(QByteArrayView signature, const QByteArray &body) const
{
    if (!signature.startsWith(kScheme))
        return false;
    const QByteArray expected =
        QMessageAuthenticationCode::hash(body, m_with.config.secrets.appSecret, QCryptographicHash::Sha256).toHex();
    return equalInConstantTime(signature.sliced(kScheme.size()), expected);
}

void HookRoutes::event(const edge::Request &request, const edge::Exchange &exchange)
{
    const QByteArray body = request.body;
    if (!isSigned(request.header("x-hub-signature-256"), body))
        return refuse(exchange);
    const qint64 receivedAt = m_with.clock.nowMs();
    const bool taken =
        m_with.writer.post([body, receivedAt](RelayData &data) { return Ingest::webhook(data, body, receivedAt); },
                           [this, exchange, receivedAt](const Result<void> &stored) {
                               if (!stored) {
                                   m_with.logger.warn("webhook-not-stored"_L1, stored.error());
                                   return answerStorage(exchange);
                               }
                               ++m_with.counters.webhooks;
                               m_with.counters.lastWebhookAtMs = receivedAt;
                               answerText(exchange, {});
                           });
    if (taken)
        return;
    ++m_with.counters.refusedBusy;
    answerBusy(exchange);
}

void HookRoutes::refuse(const edge::Exchange &exchange)
{
    const qint64 count = ++m_with.counters.badSignatures;
    if (isWorthALine(count))
        m_with.logger.warn("bad-signature"_L1, {{"count"_L1, count}});
    answerProblem(exchange, 401, Problem(problem::kBadSignature));
}

} // namespace balcao::relay
