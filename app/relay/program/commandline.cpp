// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/commandline.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &why)
{
    return failure(Error::Kind::Rejected, why);
}

bool isFlag(CommandLine &line, const QString &option)
{
    bool *flag = option == "--check-config"_L1 ? &line.checkConfig
                 : option == "--fast"_L1       ? &line.fast
                 : option == "--child"_L1      ? &line.child
                 : option == "--manager"_L1    ? &line.manager
                 : option == "--help"_L1       ? &line.help
                 : option == "--version"_L1    ? &line.version
                                               : nullptr;
    if (flag)
        *flag = true;
    return flag;
}

Result<void> takeValue(CommandLine &line, const QString &option, const QString &value)
{
    bool isNumber = true;
    if (option == "--config"_L1)
        line.configFile = value;
    else if (option == "--data"_L1)
        line.dataDir = value;
    else if (option == "--port"_L1)
        line.port = value.toUShort(&isNumber);
    else if (option == "--seed"_L1)
        line.seed = value.toULongLong(&isNumber);
    else
        return wrong(u"%1: unknown option"_s.arg(option));
    if (!isNumber)
        return wrong(u"%1: not a number"_s.arg(option));
    return {};
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString option = arguments.at(i);
        if (!option.startsWith("--"_L1)) {
            line.words << option;
            continue;
        }
        if (isFlag(line, option))
            continue;
        const qsizetype equals = option.indexOf(u'=');
        if (equals < 0 && i + 1 == arguments.size())
            return wrong(u"%1: unknown option, or its value is missing"_s.arg(option));
        const QString value = equals < 0 ? arguments.at(++i) : option.mid(equals + 1);
        if (equals >= 0)
            option.truncate(equals);
        if (const auto taken = takeValue(line, option, value); !taken)
            return taken.error();
    }
    return line;
}

QString usage()
{
    return uR"(balcao-relay serve --config FILE [--check-config]
balcao-relay sandbox [--port N] [--data DIR] [--seed N] [--fast] [--child]

With --config FILE or --data DIR, beside a running serve or without one:
balcao-relay pair                             a code for one new desk, printed once
balcao-relay desks                            the paired desks
balcao-relay revoke DESK                      that desk's token ends now
balcao-relay resume                           the shop's numbers, and which of them do not send
balcao-relay resume PHONE_NUMBER_ID           sends again, once the cause is mended
balcao-relay operators                        who serves
balcao-relay operators add NAME [--manager]   a PIN, if any, is read from standard input
balcao-relay operators pin ID                 the new PIN is read from standard input
balcao-relay operators disable ID
balcao-relay backup FILE                      a consistent, marked copy
balcao-relay doctor                           checks the data and says what it found

balcao-relay brcode                           what a Pix code says and what is wrong with it: reads codes from
                                              standard input, one a line, and prints one JSON object a line
)"_s;
}

} // namespace balcao::relay
