// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/printing/printjob.h"

#include "ui/printing/threadpages.h"

#include <QElapsedTimer>

namespace balcao::ui {

PrintJob::PrintJob(std::unique_ptr<QPagedPaintDevice> paper, const desk::PrintedThread &thread, QObject *parent)
    : QObject(parent), m_paper(std::move(paper)), m_pages(std::make_unique<ThreadPages>(thread, *m_paper))
{
    connect(&m_next, &QTimer::timeout, this, &PrintJob::goOn);
}

PrintJob::~PrintJob() = default;

void PrintJob::goOn()
{
    QElapsedTimer slice;
    slice.start();
    while (step()) {
        if (slice.elapsed() >= kSliceMs)
            return;
    }
}

bool PrintJob::step()
{
    if (m_pages->layOutNext())
        return true;
    if (!m_painter.isActive() && !m_painter.begin(m_paper.get())) {
        end(false);
        return false;
    }
    if (m_painted > 0 && !m_paper->newPage()) {
        end(false);
        return false;
    }
    m_pages->paint(m_painter, m_painted++);
    if (m_painted < m_pages->count())
        return true;
    end(m_painter.end());
    return false;
}

void PrintJob::end(bool ok)
{
    m_next.stop();
    if (m_painter.isActive())
        m_painter.end();
    Q_EMIT finished(ok);
    deleteLater();
}

} // namespace balcao::ui
