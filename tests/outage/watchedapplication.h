// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An application that times every dispatch to the thread of the windows, in CPU, and tells of each one that has ended:
// how tests see whether a window was held up, and when something was painted.
#pragma once

#include "support/figures.h"

#include <QApplication>
#include <QEvent>
#include <QThread>

#include <functional>

namespace balcao::test {

class WatchedApplication final : public QApplication
{
public:
    struct Longest
    {
        double cpuMs = 0;
        QByteArray receiver; ///< class and name of the object
        int event = 0;       ///< QEvent::Type
    };

    using QApplication::QApplication;

    static WatchedApplication &self() { return *static_cast<WatchedApplication *>(QCoreApplication::instance()); }
    void forget() { m_longest = {}; }
    [[nodiscard]] const Longest &longest() const { return m_longest; }
    /// After each event that was delivered here; null for none. The receiver may be gone.
    void setEnded(std::function<void(const QObject *, QEvent::Type)> ended) { m_ended = std::move(ended); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const QEvent::Type type = event->type();
        const QMetaObject *kind = receiver->metaObject();
        const double before = threadCpuMs();
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        const double took = threadCpuMs() - before;
        if (m_depth == 0 && took > m_longest.cpuMs)
            m_longest = {took, kind->className(), type};
        if (m_ended)
            m_ended(receiver, type);
        return done;
    }

private:
    int m_depth = 0; ///< what is sent within a dispatch belongs to it
    Longest m_longest;
    std::function<void(const QObject *, QEvent::Type)> m_ended;
};

} // namespace balcao::test

using balcao::test::WatchedApplication;
