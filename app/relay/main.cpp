// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/processend.h"
#include "relay/program/program.h"

#include <QCoreApplication>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// What is large gets pages of its own, which cost memory only where something was written and go back when they are
/// freed: so the bodies that the edge counts are what is resident. glibc would put them into its heap after the first
/// was freed, where a flood leaves holes (the siege: up to 130 MB instead of 80).
void keepLargeBlocksApart()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

int run(int argc, char **argv)
{
    keepLargeBlocksApart();
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
