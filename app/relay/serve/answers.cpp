// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/answers.h"

#include "wire/calls.h"

namespace balcao::relay {

namespace {

const edge::Header kNoSniff{"X-Content-Type-Options", "nosniff"};
const edge::Header kNoStore{"Cache-Control", "no-store"};

} // namespace

void answerJson(const edge::Exchange &exchange, const QByteArray &json)
{
    exchange.respond({200, "application/json", json, {kNoStore}});
}

void answerText(const edge::Exchange &exchange, const QByteArray &text)
{
    exchange.respond({200, "text/plain; charset=utf-8", text, {kNoSniff}});
}

void answerProblem(const edge::Exchange &exchange, int status, const Problem &problem, int retryAfterS)
{
    QList<edge::Header> headers{kNoStore};
    if (retryAfterS > 0)
        headers.append({"Retry-After", QByteArray::number(retryAfterS)});
    exchange.respond({status, "application/problem+json", wire::toBytes(problem), headers});
}

void answerBusy(const edge::Exchange &exchange)
{
    answerProblem(exchange, 503, Problem(problem::kBusy), 1);
}

void answerStorage(const edge::Exchange &exchange)
{
    answerProblem(exchange, 503, Problem(problem::kStorage), 1);
}

} // namespace balcao::relay
