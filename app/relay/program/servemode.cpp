// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/commandline.h"
#include "relay/program/program.h"
#include "relay/program/stopsignals.h"
#include "relay/serve/config.h"
#include "relay/serve/logger.h"
#include "relay/serve/relay.h"

#include <QCoreApplication>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<Config> wholeConfig(const QString &file)
{
    auto config = readConfig(file);
    if (!config)
        return config;
    const auto secrets = readSecrets();
    if (!secrets)
        return secrets.error();
    config.value().secrets = *secrets;
    if (config.value().bank)
        BALCAO_TRY(readBankSecrets(*config.value().bank));
    return config;
}

} // namespace

int runServe(const CommandLine &line)
{
    if (line.configFile.isEmpty())
        return complain(u"serve needs --config FILE"_s, 2);
    const auto config = wholeConfig(line.configFile);
    if (!config)
        return complain(config.error().detail, 2);
    if (line.checkConfig) {
        printLine(u"%1: good"_s.arg(line.configFile));
        return 0;
    }
    const SystemClock clock;
    Logger logger(clock);
    const Logger::QtMessages qtMessages(logger);
    Relay relay(*config, clock, logger);
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, qApp, &QCoreApplication::quit);
    if (const auto started = relay.start(); !started)
        return complain(started.error().detail, 1);
    QCoreApplication::exec();
    relay.stop();
    return 0;
}

} // namespace balcao::relay
