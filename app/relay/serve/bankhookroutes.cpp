// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/bankhookroutes.h"

#include "core/constanttime.h"
#include "relay/bank/pixhook.h"
#include "relay/serve/answers.h"
#include "relay/serve/logger.h"
#include "relay/serve/writer.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A code lives on after the shop has changed its key, so a charge's own key counts as well.
Result<bool> isOurs(RelayData &data, const std::optional<KeptAccount> &account, const PixHint &hint)
{
    if (hint.key.isEmpty() || (account && account->account.key.value == hint.key))
        return true;
    BALCAO_TAKE(const std::optional<Charge> charge, data.charges().ofTxid(hint.txid));
    return charge && charge->key == hint.key;
}

Result<void> note(RelayData &data, const QList<PixHint> &hints)
{
    BALCAO_TAKE(const std::optional<KeptAccount> account, data.pixAccounts().standing());
    for (const PixHint &hint : hints) {
        BALCAO_TAKE(const bool ours, isOurs(data, account, hint));
        if (ours)
            BALCAO_TRY(data.charges().hinted(hint.endToEndId, hint.txid));
    }
    return data.charges().dropOldHints();
}

} // namespace

void BankHookRoutes::addTo(edge::HttpEdge &edge)
{
    for (const char *path : {"/hooks/pix", "/hooks/pix/pix"})
        edge.addRoute({"POST", path, false, kPixHookLimit, handler(this, &BankHookRoutes::hint)});
}

void BankHookRoutes::hint(const edge::Request &request, const edge::Exchange &exchange)
{
    if (!m_secret.isEmpty() && !equalInConstantTime(request.queryValue("hmac"), m_secret)) {
        ++m_with.counters.badSignatures;
        return answerProblem(exchange, 401, Problem(problem::kBadSignature));
    }
    const auto hook = readPixHook(request.body);
    if (!hook)
        return answerProblem(exchange, 400, hook.problem());
    const bool taken = m_with.writer.post([hints = hook->hints](RelayData &data) { return note(data, hints); },
                                          [this, exchange](const Result<void> &stored) {
                                              if (!stored) {
                                                  m_with.logger.warn("hint-not-stored"_L1, stored.error());
                                                  return answerStorage(exchange);
                                              }
                                              answerText(exchange, {});
                                              m_hinted();
                                          });
    if (!taken)
        answerBusy(exchange);
}

} // namespace balcao::relay
