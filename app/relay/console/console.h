// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The console of a running relay: takes each request to the thread where it belongs. Any thread.
#pragma once

#include "relay/console/verbs.h"
#include "relay/serve/services.h"
#include "relay/serve/slowwork.h"

namespace balcao::relay {

class Console
{
public:
    Console(const Services &services, QString dataFile) : m_with(services), m_dataFile(std::move(dataFile)) {}

    /// `reply` is called once, in whichever thread was last.
    void run(const ConsoleRequest &request, ConsoleServer::Reply reply);
    /// Lets a copy that is being made finish.
    void finish() { m_onFile.finish(); }

private:
    void write(const ConsoleRequest &request, const std::optional<PinVerifier> &pin, ConsoleServer::Reply reply);

    Services m_with;
    QString m_dataFile;
    SlowWork m_onFile{2}; ///< a copy takes minutes: PINs do not wait for it; one more may
};

} // namespace balcao::relay
