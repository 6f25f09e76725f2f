// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One executable holds all test classes of a layer; each registers itself with BALCAO_TEST and runs
// alone with `--class NAME`, so that ctest can list, time and repeat it by name.
#pragma once

#include <QObject>
#include <QTest>

#include <initializer_list>
#include <memory>
#include <utility>

namespace balcao::test {

using Factory = std::unique_ptr<QObject> (*)();

/// What an executable returns when nothing failed and something was skipped; ctest is told of it (layers.cmake).
inline constexpr int kSomeSkipped = 77;

/// Called during static initialisation by BALCAO_TEST.
bool registerTest(const char *name, Factory factory);

/// Called during static initialisation by the file that balcao_places() of layers.cmake makes.
bool registerPlaces(std::initializer_list<std::pair<const char *, const char *>> places);

/// Where a thing lies that the executable's CMakeLists.txt names (PLACES); `fixtures` in each of them.
QString placeOf(QLatin1StringView name);

/// Runs the class named after `--class`, or all of them; further arguments go to Qt Test.
int runRegistered(int argc, char **argv);

template <class Application>
int runAll(int argc, char **argv)
{
    Application app(argc, argv);
    return runRegistered(argc, argv);
}

} // namespace balcao::test

#define BALCAO_TEST(Class)                                                                                             \
    static const bool s_registered##Class =                                                                            \
        balcao::test::registerTest(#Class, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
