// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/pairing.h"

#include "http/qthttpclient.h"

#include <QUuid>

namespace balcao::sync {

using namespace Qt::Literals::StringLiterals;
using Failure = net::CallFailure::Kind;

namespace {

PairingOutcome outcomeOf(const net::CallFailure &failure)
{
    switch (failure.kind) {
    case Failure::NotSecure:
        return PairingOutcome::NotSecure;
    case Failure::Offline:
    case Failure::Timeout:
    case Failure::Trouble:
        return PairingOutcome::NotFound;
    case Failure::RateLimited:
        return PairingOutcome::TooManyTries;
    case Failure::Unauthorized:
    case Failure::Revoked:
        return PairingOutcome::CodeWrong;
    case Failure::Rejected:
        if (failure.problem.type == problem::kTooManyTries)
            return PairingOutcome::TooManyTries;
        return failure.problem.type == problem::kNotFound ? PairingOutcome::NotBalcao : PairingOutcome::CodeWrong;
    case Failure::NotBalcao:
        break;
    }
    return PairingOutcome::NotBalcao;
}

} // namespace

Pairing::Pairing(QObject *parent) : QObject(parent) {}

Pairing::~Pairing() = default;

void Pairing::pair(const QString &address, const QString &code, const QString &device, Done done)
{
    m_relay = net::relayUrl(address);
    if (!m_relay.isValid() || m_relay.host().isEmpty())
        return done(PairingOutcome::AddressInvalid, {});
    if (m_code != code || m_nonce.isEmpty()) {
        m_code = code;
        m_nonce = QUuid::createUuid().toString(QUuid::Id128);
    }
    m_done = std::move(done);
    m_call.reset();
    m_client.reset();
    m_http = std::make_unique<http::QtHttpClient>(QStringList{m_relay.host()});
    m_client = std::make_unique<net::RelayClient>(*m_http, m_relay);
    m_call = m_client->pair({code, device, m_nonce}, this,
                            [this](const net::CallResult<wire::PairAnswer> &answer) { answered(answer); });
}

void Pairing::answered(const net::CallResult<wire::PairAnswer> &answer)
{
    const net::Call handle = std::move(m_call);
    if (const auto *failure = std::get_if<net::CallFailure>(&answer))
        return m_done(outcomeOf(*failure), {});
    const auto &given = std::get<wire::PairAnswer>(answer);
    m_done(PairingOutcome::Paired, {m_relay, given.token.toLatin1(), given.desk, given.shop.name, given.shop.timezone});
}

} // namespace balcao::sync
