// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"

#include <QMap>

#include <cstdio>

namespace balcao::test {

namespace {

QMap<QByteArray, Factory> &registry()
{
    static QMap<QByteArray, Factory> tests;
    return tests;
}

} // namespace

bool registerTest(const char *name, Factory factory)
{
    registry().insert(QByteArray(name), factory);
    return true;
}

int runRegistered(int argc, char **argv)
{
    std::vector<char *> rest;
    QByteArray only;
    for (int i = 0; i < argc; ++i) {
        if (QByteArrayView(argv[i]) == "--class" && i + 1 < argc)
            only = argv[++i];
        else
            rest.push_back(argv[i]);
    }
    int failures = 0;
    int run = 0;
    for (auto it = registry().cbegin(); it != registry().cend(); ++it) {
        if (!only.isEmpty() && it.key() != only)
            continue;
        ++run;
        failures += QTest::qExec(it.value()().get(), static_cast<int>(rest.size()), rest.data());
    }
    if (run == 0) {
        std::fprintf(stderr, "no test class named '%s' in this executable\n", only.constData());
        return 2;
    }
    return failures == 0 ? 0 : 1;
}

} // namespace balcao::test
