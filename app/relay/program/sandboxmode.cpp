// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/commandline.h"
#include "relay/program/program.h"
#include "relay/program/sandboxshop.h"
#include "relay/program/stopsignals.h"
#include "relay/serve/logger.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

int runSandbox(const CommandLine &line)
{
    const QTemporaryDir ownFolder;
    SandboxShop::Settings settings;
    settings.dataDir = line.dataDir.isEmpty() ? ownFolder.path() : QDir(line.dataDir).absolutePath();
    settings.port = line.port;
    settings.seed = static_cast<quint32>(line.seed);
    settings.fast = line.fast;

    const SystemClock systemClock;
    Logger logger(systemClock);
    const Logger::QtMessages qtMessages(logger);
    StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopRequested, qApp, &QCoreApplication::quit);
    if (line.child)
        stopSignals.watchParent();

    SandboxShop shop(settings, systemClock, logger);
    shop.open([](const Result<SandboxShop::Ready> &ready) {
        if (!ready) {
            // Queued: when it fails at once, the loop that is to end has not begun.
            const int exitCode = complain(ready.error().detail, 1);
            QMetaObject::invokeMethod(
                qApp, [exitCode] { QCoreApplication::exit(exitCode); }, Qt::QueuedConnection);
            return;
        }
        const QJsonObject json{
            {u"url"_s, ready->url.toString()}, {u"code"_s, ready->code}, {u"control"_s, ready->control.toString()}};
        printLine(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    });
    return QCoreApplication::exec();
}

} // namespace balcao::relay
