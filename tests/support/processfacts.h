// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Linux says of a running process: its memory, its open files, its CPU time. 0 where it cannot be asked.
#pragma once

#include <QtGlobal>

namespace balcao::test {

double residentMb(qint64 pid);
double peakResidentMb(qint64 pid);
int openFiles(qint64 pid);
double cpuSeconds(qint64 pid);
/// How often its threads, those that live, have gone to sleep and woken up.
qint64 voluntarySwitches(qint64 pid);

} // namespace balcao::test
