// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The console of a running relay: takes each request to the thread where it belongs. Any thread.
#pragma once

#include "relay/console/verbs.h"
#include "relay/serve/services.h"

namespace balcao::relay {

class Console
{
public:
    Console(const Services &services, QString dataFile) : m_with(services), m_dataFile(std::move(dataFile)) {}

    /// `reply` is called once, in whichever thread was last.
    void run(const ConsoleRequest &request, ConsoleServer::Reply reply);

private:
    void write(const ConsoleRequest &request, const std::optional<PinVerifier> &pin, ConsoleServer::Reply reply);

    Services m_with;
    QString m_dataFile;
};

} // namespace balcao::relay
