// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/console/consolesocket.h"
#include "relay/console/verbs.h"
#include "relay/program/commandline.h"
#include "relay/program/program.h"
#include "relay/serve/config.h"
#include "relay/serve/datalock.h"
#include "relay/serve/relay.h"
#include "relay/store/lastingacts.h"
#include "relay/store/relaydata.h"
#include "sql/transaction.h"

#include <QDir>
#include <QFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAnswerMs = 30'000; ///< but for a copy, which takes as long as it takes

Result<QString> dataFolder(const CommandLine &line)
{
    if (!line.dataDir.isEmpty())
        return QDir(line.dataDir).absolutePath();
    if (line.configFile.isEmpty())
        return failure(Error::Kind::Rejected, u"%1 needs --config FILE or --data DIR"_s.arg(line.verb()));
    const auto config = readConfig(line.configFile);
    if (!config)
        return config.error();
    return config->dataDir;
}

/// A PIN from a pipe or a file, never from argv; nothing when standard input is the keyboard's and the
/// verb can do without.
QString inputFor(const CommandLine &line)
{
    const QString what = line.words.value(1);
    if (line.verb() != "operators"_L1 || (what != "pin"_L1 && what != "add"_L1))
        return {};
#ifdef Q_OS_UNIX
    if (what == "add"_L1 && ::isatty(STDIN_FILENO))
        return {};
#endif
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(input.readLine(256)).trimmed();
}

ConsoleRequest requestOf(const CommandLine &line)
{
    ConsoleRequest request{line.words, inputFor(line)};
    if (line.manager)
        request.args << u"--manager"_s;
    // A running relay has another working folder.
    if (line.verb() == "backup"_L1 && request.args.size() > 1)
        request.args[1] = QDir::current().absoluteFilePath(request.args.at(1));
    return request;
}

Result<ConsoleReply> runDirectly(const QString &dataDir, const ConsoleRequest &request)
{
    const QString file = Relay::dataFile(dataDir);
    if (!QFile::exists(file))
        return failure(Error::Kind::NotFound, u"no relay's data in this folder"_s);
    DataLock lock;
    BALCAO_TRY(lock.take(dataDir));
    const SystemClock clock;
    if (worksOnFile(request))
        return runOnFile(file, request, clock);
    BALCAO_TAKE(auto connection, RelayData::open(file, clock));
    RelayData data(std::move(connection), clock);
    const auto pin = deriveInput(request);
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(data.connection()));
    BALCAO_TAKE(ConsoleReply reply, runVerb(data, request, pin));
    BALCAO_TRY(transaction.commit());
    // It is done already; the next start tries again.
    if (const auto noted = noteLastingActs(data, lastingFile(file)); !noted)
        reply.lines << u"a restore could undo this: %1"_s.arg(noted.error().detail);
    return reply;
}

Result<ConsoleReply> ask(const QString &dataDir, const ConsoleRequest &request)
{
    const auto reply = askRunningRelay(consoleSocketPath(dataDir), request, worksOnFile(request) ? -1 : kAnswerMs);
    if (!reply && reply.error().kind == Error::Kind::Offline)
        return runDirectly(dataDir, request);
    return reply;
}

} // namespace

int runConsole(const CommandLine &line)
{
    const auto dataDir = dataFolder(line);
    if (!dataDir)
        return complain(dataDir.error().detail, 2);
    const auto reply = ask(*dataDir, requestOf(line));
    if (!reply)
        return complain(reply.error().detail, 1);
    for (const QString &text : reply->lines) {
        if (reply->exitCode == 0)
            printLine(text);
        else
            complain(text, reply->exitCode);
    }
    return reply->exitCode;
}

} // namespace balcao::relay
