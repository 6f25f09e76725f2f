// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

double Samples::percentile(int percent) const
{
    if (m_values.isEmpty())
        return 0;
    QList<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = static_cast<qsizetype>(std::ceil(double(percent) / 100.0 * double(sorted.size())));
    return sorted[qBound<qsizetype>(0, rank - 1, sorted.size() - 1)];
}

namespace {

void print(const QString &name, double value, const QString &unit, double aim, bool isShort)
{
    const QString shown = aim > 0 ? QString::number(aim, 'g', 6) : u"-"_s;
    std::printf("%s\t%s\t%s\t%s\t%s\n", qPrintable(name), qPrintable(QString::number(value, 'f', 3)), qPrintable(unit),
                qPrintable(shown), isShort ? "short" : "ok");
    std::fflush(stdout);
}

} // namespace

void printMetric(const QString &name, double value, const QString &unit, double aim)
{
    print(name, value, unit, aim, aim > 0 && value > aim);
}

void printAtLeast(const QString &name, double value, const QString &unit, double aim)
{
    print(name, value, unit, aim, value < aim);
}

void printTimes(const QString &name, const Samples &samples, double aimP99)
{
    printMetric(name + u".p50"_s, samples.percentile(50), u"ms"_s, 0);
    printMetric(name + u".p99"_s, samples.percentile(99), u"ms"_s, aimP99);
}

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

} // namespace balcao::test
