// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Writes the cast's history through the relay's real write path, days ago: customers by signed webhooks, the
// shop by commands that the composition root sends. One step after another, each waiting for its answer without
// an event loop of its own. Lives in the thread of its FakeGraph.
#pragma once

#include "sandbox/cast.h"
#include "sandbox/fakegraph.h"

#include <QTimer>

namespace balcao::sandbox {

/// Lets `clock`, which runs on `system`, show `toMs`, unless it is past that: it never goes back, for the real time that
/// passes between two lines is part of it, too.
void moveForward(OffsetClock &clock, const Clock &system, qint64 toMs);

class Seeding : public QObject
{
    Q_OBJECT

public:
    struct Hooks
    {
        /// Sets the clock that the relay, the FakeGraph and the history share: moveForward().
        std::function<void(qint64 nowMs)> setClock;
        /// Does the line through /v1/commands, quoting `quotedWamid` unless empty, or at the bank; then done(accepted).
        std::function<void(const Person &, const ScriptLine &, const QString &quotedWamid,
                           std::function<void(bool)> done)>
            doAsShop;
        /// Once. Timeout when the relay took a command but the send never arrived.
        std::function<void(Result<void>)> finished;
    };

    /// The history ends shortly before `nowMs`. Everything given outlives this.
    Seeding(const Cast &cast, qint64 nowMs, FakeGraph &graph, WebhookSender &sender, Hooks hooks, quint32 seed,
            QObject *parent = nullptr);

    void start();
    [[nodiscard]] qsizetype linesTotal() const { return m_lines.size(); }
    /// Lines of the shop that the relay refused; they are left out.
    [[nodiscard]] int refused() const { return m_refused; }

private:
    void step();
    void sayBatch();
    void doAsShop();
    void onSend(const SendRecord &send);
    void shopLineDone(bool accepted);
    void goOnWhenAllIsIn();
    void finish(const Result<void> &result);
    [[nodiscard]] Message messageOf(const ScriptLine &line);

    const Cast &m_cast;
    QList<ScriptLine> m_lines;
    FakeGraph &m_graph;
    WebhookSender &m_sender;
    Hooks m_hooks;
    QRandomGenerator m_random;
    QHash<std::pair<int, int>, QString> m_wamids; ///< (person, line) -> wamid
    qsizetype m_next = 0;
    int m_refused = 0;
    bool m_finished = false;
    bool m_waiting = false;   ///< for a line of the shop
    bool m_commandIn = false; ///< the relay has taken it
    int m_sendsDue = 0;       ///< that the FakeGraph has yet to accept
    QTimer m_patience;
};

} // namespace balcao::sandbox
