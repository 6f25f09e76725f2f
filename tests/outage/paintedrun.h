// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// From a customer's word at the relay's door to its row on the screen: a relay in a process of its own, signed webhooks
// from a thread of their own, the desk's real window. Needs a WatchedApplication.
#pragma once

#include "shopdesk.h"
#include "support/figures.h"
#include "support/relayprocess.h"

#include <QElapsedTimer>
#include <QMutex>

#include <vector>

namespace balcao::test {

class PaintedRun
{
public:
    /// The relay serves, the desk shows the one chat there is.
    PaintedRun();
    ~PaintedRun();
    Q_DISABLE_COPY_MOVE(PaintedRun)

    /// One after the other, so many milliseconds apart, and a little more by chance; false when one was not painted
    /// within half a minute of the last.
    bool measure(int count, int gapMs);

    [[nodiscard]] ShopDesk &desk() { return *m_desk; }
    /// Of the last run, in ms from before the webhook is sent.
    [[nodiscard]] const Samples &answered() const { return m_answered; } ///< the relay's 200
    [[nodiscard]] const Samples &held() const { return m_held; }         ///< the thread's model has it
    [[nodiscard]] const Samples &painted() const { return m_painted; }
    /// Whether what the run counts as painted is what was painted.
    [[nodiscard]] bool isOnTheScreen();

private:
    struct Word
    {
        double sent = -1;
        double answered = -1;
        double held = -1;
        double painted = -1;
    };

    [[nodiscard]] double nowMs() const { return static_cast<double>(m_time.nsecsElapsed()) / 1e6; }
    bool post(const QString &text);
    void say(int count, int gapMs);
    void lookAtRows(double Word::*when, bool inSight);
    [[nodiscard]] static QString textOf(int number);

    QElapsedTimer m_time;
    std::unique_ptr<RelayProcess> m_relay;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<ShopDesk> m_desk;
    QMutex m_mutex; ///< of m_words
    std::vector<Word> m_words;
    int m_first = 0;
    int m_said = 0;
    Samples m_answered;
    Samples m_held;
    Samples m_painted;
};

} // namespace balcao::test
