// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The few shapes in which the relay's routes answer. Any thread.
#pragma once

#include "core/problem.h"
#include "edge/httpedge.h"

namespace balcao::relay {

void answerJson(const edge::Exchange &exchange, const QByteArray &json);
void answerText(const edge::Exchange &exchange, const QByteArray &text);
/// application/problem+json; with a Retry-After when `retryAfterS` > 0.
void answerProblem(const edge::Exchange &exchange, int status, const Problem &problem, int retryAfterS = 0);
/// 503: the queue is full.
void answerBusy(const edge::Exchange &exchange);
/// 503: nothing became durable; who asked may ask again.
void answerStorage(const edge::Exchange &exchange);

/// A member function as a route's handler.
template <class T>
auto handler(T *self, void (T::*member)(const edge::Request &, const edge::Exchange &))
{
    return [self, member](const edge::Request &request, const edge::Exchange &exchange) {
        (self->*member)(request, exchange);
    };
}

} // namespace balcao::relay
