// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Samples and the line that is made of them: name, value, unit, aim, ok or short, parted by tabs. Wall time and
// the CPU time of this thread: on a busy machine only the second one can be trusted.
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

namespace balcao::test {

class Samples
{
public:
    void add(double value) { m_values.append(value); }
    /// 50 for the middle, 99 for nearly the worst; nearest rank.
    [[nodiscard]] double percentile(int percent) const;
    [[nodiscard]] qsizetype count() const { return m_values.size(); }

private:
    QList<double> m_values;
};

/// `aim` 0: none, the line says "-" and "ok". Short is what lies above it.
void printMetric(const QString &name, double value, const QString &unit, double aim);
/// The same of what should be as much as possible: short is what lies below.
void printAtLeast(const QString &name, double value, const QString &unit, double aim);
/// NAME.p50 and NAME.p99 in ms.
void printTimes(const QString &name, const Samples &samples, double aimP99);

double threadCpuMs();

/// Wall and CPU of one stretch of this thread.
class Stretch
{
public:
    Stretch() { m_wall.start(); }
    [[nodiscard]] double wallMs() const { return static_cast<double>(m_wall.nsecsElapsed()) / 1e6; }
    [[nodiscard]] double cpuMs() const { return threadCpuMs() - m_cpu; }

private:
    QElapsedTimer m_wall;
    double m_cpu = threadCpuMs();
};

} // namespace balcao::test
