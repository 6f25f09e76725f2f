// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/processend.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <cstdio>
#endif

namespace balcao {

#ifdef Q_OS_WIN

// mingw's run-time may wait in exit() for ever: once a thread has opened a database, libstdc++ deletes a key there and
// waits for a lock of winpthreads that nobody gives back (Qt 6.4.2, mingw-w64 10, seen under Wine). The process would
// stay, unseen, and neither a new start nor an upgrade would get past it. By then nothing of ours is left to be done.
int endProcess(int code)
{
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(code));
    return code;
}

#else

int endProcess(int code)
{
    return code;
}

#endif

} // namespace balcao
