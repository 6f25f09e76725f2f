// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// SIGTERM and SIGINT as a Qt signal in the main thread; and the end of standard input, by which a child
// learns that its parent is gone. One object in a process.
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace balcao::relay {

class StopSignals : public QObject
{
    Q_OBJECT

public:
    StopSignals();
    ~StopSignals() override;

    /// From now on the end of standard input counts too.
    void watchParent();

Q_SIGNALS:
    void stopRequested();

private:
    void readInput();

    std::unique_ptr<QSocketNotifier> m_signalled;
    std::unique_ptr<QSocketNotifier> m_input;
};

} // namespace balcao::relay
