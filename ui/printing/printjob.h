// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One conversation on its way onto paper, some milliseconds at a time. Ends by itself; GUI thread.
#pragma once

#include "desk/printedthread.h"

#include <QObject>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTimer>

#include <memory>

namespace balcao::ui {

class ThreadPages;

class PrintJob final : public QObject
{
    Q_OBJECT

public:
    /// How long the window waits for it at a time, but for a paragraph or a page that takes longer.
    static constexpr int kSliceMs = 8;

    PrintJob(std::unique_ptr<QPagedPaintDevice> paper, const desk::PrintedThread &thread, QObject *parent);
    ~PrintJob() override;

    void start() { m_next.start(); }

Q_SIGNALS:
    void finished(bool ok);

private:
    void goOn();
    /// False: it is at its end, well or not.
    bool step();
    void end(bool ok);

    std::unique_ptr<QPagedPaintDevice> m_paper;
    std::unique_ptr<ThreadPages> m_pages;
    QPainter m_painter; ///< ends before its paper
    QTimer m_next;
    int m_painted = 0;
};

} // namespace balcao::ui
