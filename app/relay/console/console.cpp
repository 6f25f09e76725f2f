// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/console/console.h"

#include "relay/serve/deskgate.h"
#include "relay/serve/logger.h"
#include "relay/serve/writer.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const ConsoleReply kBusy{1, {u"busy; try again"_s}};

} // namespace

void Console::run(const ConsoleRequest &request, ConsoleServer::Reply reply)
{
    // Somebody who tries PINs at a desk keeps nobody from revoking it.
    if (!worksOnFile(request) && !hasPin(request))
        return write(request, std::nullopt, std::move(reply));
    const bool taken =
        worksOnFile(request)
            ? m_onFile.post([this, request, reply] { reply(runOnFile(m_dataFile, request, m_with.clock)); })
            : m_with.slowWork.post([this, request, reply] { write(request, deriveInput(request), reply); });
    if (!taken)
        reply(kBusy);
}

void Console::write(const ConsoleRequest &request, const std::optional<PinVerifier> &pin, ConsoleServer::Reply reply)
{
    auto answer = std::make_shared<ConsoleReply>();
    const bool taken = m_with.writer.post(
        [request, pin, answer](RelayData &data) -> Result<void> {
            BALCAO_TAKE(*answer, runVerb(data, request, pin));
            return {};
        },
        [this, request, answer, reply](const Result<void> &committed) {
            if (!committed)
                return reply(replyOf(committed.error()));
            if (request.args.value(0) == "revoke"_L1)
                refreshTokens(m_with, [answer, reply] { reply(*answer); });
            else
                reply(*answer);
        });
    if (!taken)
        reply(kBusy);
}

} // namespace balcao::relay
