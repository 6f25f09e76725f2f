// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "processfacts.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <unistd.h>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray procFile(qint64 pid, QLatin1StringView name)
{
    QFile file(u"/proc/%1/%2"_s.arg(pid).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double statusMb(qint64 pid, const QByteArray &field)
{
    const QByteArray text = procFile(pid, "status"_L1);
    const qsizetype at = text.indexOf(field);
    if (at < 0)
        return 0;
    const qsizetype from = at + field.size();
    return text.sliced(from, text.indexOf("kB", from) - from).trimmed().toDouble() / 1024;
}

} // namespace

double residentMb(qint64 pid)
{
    return statusMb(pid, "VmRSS:");
}

double peakResidentMb(qint64 pid)
{
    return statusMb(pid, "VmHWM:");
}

int openFiles(qint64 pid)
{
    return static_cast<int>(
        QDir(u"/proc/%1/fd"_s.arg(pid)).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
}

double cpuSeconds(qint64 pid)
{
    const QByteArray line = procFile(pid, "stat"_L1);
    const qsizetype at = line.lastIndexOf(')');
    if (at < 0)
        return 0;
    const QList<QByteArray> fields = line.sliced(at + 2).split(' ');
    return double(fields.value(11).toLongLong() + fields.value(12).toLongLong()) / double(sysconf(_SC_CLK_TCK));
}

qint64 voluntarySwitches(qint64 pid)
{
    const QByteArray field("voluntary_ctxt_switches:");
    qint64 sum = 0;
    const QStringList threads = QDir(u"/proc/%1/task"_s.arg(pid)).entryList(QDir::NoDotAndDotDot | QDir::Dirs);
    for (const QString &thread : threads) {
        const QByteArray text = procFile(pid, QLatin1StringView(("task/" + thread.toLatin1() + "/status").constData()));
        const qsizetype at = text.indexOf('\n' + field); // not nonvoluntary_…
        if (at >= 0)
            sum += text.sliced(at + 1 + field.size()).split('\n').first().trimmed().toLongLong();
    }
    return sum;
}

} // namespace balcao::test
