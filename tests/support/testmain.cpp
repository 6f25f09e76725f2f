// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <cstdio>

namespace balcao::test {

namespace {

char kOutput[] = "-o";
#ifdef Q_OS_WIN
char kInWords[] = "-,tap"; // words go to the debugger there, and to nobody else
#else
char kInWords[] = "-,txt";
#endif

QMap<QByteArray, Factory> &registry()
{
    static QMap<QByteArray, Factory> tests;
    return tests;
}

QMap<QByteArray, QString> &places()
{
    static QMap<QByteArray, QString> known;
    return known;
}

/// How many tests a run has left out, by Qt Test's report of it in words.
qsizetype skippedIn(const QString &report)
{
    QFile file(report);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count("\nSKIP   : ") : 0;
}

} // namespace

bool registerTest(const char *name, Factory factory)
{
    registry().insert(QByteArray(name), factory);
    return true;
}

bool registerPlaces(std::initializer_list<std::pair<const char *, const char *>> named)
{
    for (const auto &[name, path] : named)
        places().insert(QByteArray(name), QString::fromUtf8(path));
    return true;
}

QString placeOf(QLatin1StringView name)
{
    const auto found = places().constFind(QByteArray(name.data(), name.size()));
    if (found == places().cend())
        qFatal("no place is called '%s' in this executable", qPrintable(QString(name)));
    return *found;
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
    // Without wishes of the caller's about the output, Qt Test reports into a file too: it tells nobody what it skipped.
    const QTemporaryDir folder;
    const QString report = folder.filePath(QStringLiteral("report"));
    QByteArray intoReport = QFile::encodeName(report) + ",txt";
    if (rest.size() == 1)
        rest.insert(rest.end(), {kOutput, intoReport.data(), kOutput, kInWords});
    int failures = 0;
    int run = 0;
    qsizetype skipped = 0;
    for (auto it = registry().cbegin(); it != registry().cend(); ++it) {
        if (!only.isEmpty() && it.key() != only)
            continue;
        ++run;
        failures += QTest::qExec(it.value()().get(), static_cast<int>(rest.size()), rest.data());
        skipped += skippedIn(report);
    }
    if (run == 0) {
        std::fprintf(stderr, "no test class named '%s' in this executable\n", only.constData());
        return 2;
    }
    if (failures > 0)
        return 1;
    return skipped > 0 ? kSomeSkipped : 0;
}

} // namespace balcao::test
