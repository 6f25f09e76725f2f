// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/stopsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#else
#include <cstdio>
#include <thread>
#endif

namespace balcao::relay {

#ifdef Q_OS_UNIX

namespace {

// A signal handler may do little more than write to a descriptor that it finds in a global.
int s_pipe[2] = {-1, -1};

void noteSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(s_pipe[1], &byte, 1);
}

} // namespace

StopSignals::StopSignals()
{
    if (::pipe(s_pipe) != 0)
        return;
    for (const int end : s_pipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_signalled = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    connect(m_signalled.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(s_pipe[0], &byte, 1) == 1)
            Q_EMIT stopRequested();
    });
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    // A peer that hangs up is an error code, not the end of the program.
    ::signal(SIGPIPE, SIG_IGN);
}

StopSignals::~StopSignals()
{
    ::signal(SIGTERM, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    m_signalled.reset();
    ::close(s_pipe[0]);
    ::close(s_pipe[1]);
}

void StopSignals::watchParent()
{
    m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, &StopSignals::readInput);
}

void StopSignals::readInput()
{
    char ignored[256];
    if (::read(STDIN_FILENO, ignored, sizeof ignored) > 0)
        return;
    m_input->setEnabled(false);
    Q_EMIT stopRequested();
}

#else

StopSignals::StopSignals() = default;
StopSignals::~StopSignals() = default;

void StopSignals::watchParent()
{
    // Pipes cannot be watched by Qt here. The thread lives as long as the process.
    std::thread([this] {
        while (std::fgetc(stdin) != EOF) {
        }
        QMetaObject::invokeMethod(this, &StopSignals::stopRequested, Qt::QueuedConnection);
    }).detach();
}

void StopSignals::readInput() {}

#endif

} // namespace balcao::relay
