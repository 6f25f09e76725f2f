// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Keeps the sandbox alive: now and then somebody writes, and whoever the shop writes to answers after a while.
// Lives in the thread of its FakeGraph. Time is the clock's; the timer only looks often enough.
#pragma once

#include "sandbox/cast.h"
#include "sandbox/fakegraph.h"

#include <QMap>
#include <QTimer>

namespace balcao::sandbox {

class Town : public QObject
{
    Q_OBJECT

public:
    struct Rhythm
    {
        qint64 shortestGapMs = 8 * kSecondMs; ///< between two who write unasked
        qint64 longestGapMs = 40 * kSecondMs;
        qint64 soonestAnswerMs = 8 * kSecondMs; ///< after the send; later than StatusPace::readMs
        qint64 latestAnswerMs = 30 * kSecondMs;
        int answersPerMille = 850; ///< the others have nothing to add
    };

    Town(const Cast &cast, const Clock &clock, FakeGraph &graph, WebhookSender &sender, quint32 seed,
         QObject *parent = nullptr);

    void setRhythm(const Rhythm &rhythm) { m_rhythm = rhythm; }
    void start();
    void stop();
    /// Everything that is due by now.
    void tick();
    /// At once; false when there is no such customer.
    bool say(int person, const QString &text);

private:
    void onSend(const SendRecord &send);
    [[nodiscard]] qint64 drawn(qint64 from, qint64 to);

    const Cast &m_cast;
    const Clock &m_clock;
    WebhookSender &m_sender;
    QRandomGenerator m_random;
    Rhythm m_rhythm;
    QTimer m_timer;
    bool m_running = false;
    qint64 m_nextUnaskedMs = 0;
    struct Answer
    {
        qint64 atMs = 0;
        QString text;
    };
    QMap<int, Answer> m_answers; ///< by person: one at a time, however much the shop writes
};

} // namespace balcao::sandbox
