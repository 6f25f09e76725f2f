// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/processend.h"
#include "relay/program/program.h"

#include <QCoreApplication>

namespace {

int run(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("balcao-relay"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BALCAO_VERSION));
    return balcao::relay::runProgram(QCoreApplication::arguments().mid(1));
}

} // namespace

int main(int argc, char **argv)
{
    return balcao::endProcess(run(argc, argv));
}
