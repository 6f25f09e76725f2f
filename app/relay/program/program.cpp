// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/program.h"

#include "relay/program/commandline.h"

#include <QCoreApplication>

#include <cstdio>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kUsageError = 2;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void printLine(const QString &line)
{
    print(stdout, line + u'\n');
}

int complain(const QString &line, int exitCode)
{
    print(stderr, u"balcao-relay: "_s + line + u'\n');
    return exitCode;
}

int runProgram(const QStringList &arguments)
{
    const auto line = parseCommandLine(arguments);
    if (!line)
        return complain(line.error().detail, kUsageError);
    if (line->version) {
        printLine(u"balcao-relay "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    if (line->help) {
        print(stdout, usage());
        return 0;
    }
    if (line->verb() == "serve"_L1)
        return runServe(*line);
    if (line->verb() == "sandbox"_L1)
        return runSandbox(*line);
    if (line->verb() == "brcode"_L1)
        return runBrCode();
    static const QStringList consoleVerbs{u"pair"_s,   u"desks"_s,  u"revoke"_s, u"operators"_s,
                                          u"resume"_s, u"doctor"_s, u"backup"_s};
    if (consoleVerbs.contains(line->verb()))
        return runConsole(*line);
    return complain(line->words.isEmpty() ? u"what to do? balcao-relay --help"_s
                                          : u"%1: unknown; balcao-relay --help"_s.arg(line->verb()),
                    kUsageError);
}

} // namespace balcao::relay
