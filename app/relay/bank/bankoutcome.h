// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What an answer of a bank, or its absence, lets us know for certain. Pure.
// Source: API Pix 2.9.0 (errors as RFC 7807; 401 and 429 are not in it and happen).
#pragma once

#include "http/httpclient.h"
#include "relay/bank/bank.h"

namespace balcao::relay {

/// The body of a 2xx, else what went wrong. Only a 4xx is a "no" that counts: behind a 5xx, a redirect, a timeout or a
/// cut line the bank may have acted.
BankAnswer<QByteArray> readOutcome(const http::HttpOutcome &outcome);

/// Of the header in seconds; 0 when there is none, at most an hour.
qint64 retryAfterMs(const http::HttpAnswer &answer);

/// Last part of the problem's type, letters and digits: "CobOperacaoInvalida"; else "http-400".
QString problemCode(const http::HttpAnswer &answer);

/// The names of the properties at fault, for logs: "cob.valor.original cob.chave". Never their values.
QString problemProperties(const QByteArray &body);

} // namespace balcao::relay
