// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/console/brcodereport.h"
#include "relay/program/program.h"

#include <QFile>

#include <cstdio>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

int runBrCode()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return complain(u"standard input cannot be read"_s, 1);
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        if (line.endsWith('\n'))
            line.chop(line.endsWith("\r\n") ? 2 : 1);
        printLine(QString::fromUtf8(brCodeReport(line)));
    }
    return 0;
}

} // namespace balcao::relay
