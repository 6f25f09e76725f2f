// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/printing/printing.h"

#include "ui/dialogs/printdialog.h"
#include "ui/printing/printjob.h"
#include "ui/printing/systempaper.h"

#include <QFileInfo>
#include <QPointer>
#include <QWidget>

namespace balcao::ui {

Printing::Printing(const desk::Transcript &transcript, desk::UndoPresenter &undo, QWidget &page)
    : QObject(&page), m_transcript(transcript), m_undo(undo), m_page(page), m_door(std::make_unique<SystemPaper>())
{
}

Printing::~Printing() = default;

void Printing::setDoor(std::unique_ptr<PaperDoor> door)
{
    m_door = std::move(door);
}

QDialog *Printing::ask(const QList<int> &marked)
{
    if (!m_transcript.canPrint())
        return nullptr;
    m_asked = m_transcript.conversation();
    const QList<MessageId> only = marked.size() > 1 ? m_transcript.idsOf(marked) : QList<MessageId>();
    auto *dialog = new PrintDialog(m_transcript, only, m_door->hasPrinter(), &m_page);
    connect(dialog, &PrintDialog::chosen, this, [this, dialog](PrintDialog::Where where) {
        m_choice = dialog->choice();
        const auto taken = [self = QPointer(this)](std::unique_ptr<QPagedPaintDevice> paper, const QString &file) {
            if (self && paper)
                self->take(std::move(paper), file);
        };
        // No customer's name: the file stands where others look.
        if (where == PrintDialog::Where::File)
            m_door->chooseFile(*m_page.window(), tr("conversation") + QStringLiteral(".pdf"), taken);
        else
            m_door->choosePrinter(*m_page.window(), taken);
    });
    return dialog;
}

void Printing::take(std::unique_ptr<QPagedPaintDevice> paper, const QString &file)
{
    if (!m_page.isVisible())
        return m_undo.tell(tr("Nothing was printed: the conversations were hidden meanwhile."));
    if (m_transcript.conversation() != m_asked)
        return m_undo.tell(tr("Nothing was printed: another conversation is open now."));
    auto *job = new PrintJob(std::move(paper), m_transcript.printed(m_choice), this);
    connect(job, &PrintJob::finished, this, [this, file](bool ok) {
        tellEnd(ok, file);
        Q_EMIT finished(ok);
    });
    job->start();
}

void Printing::tellEnd(bool ok, const QString &file)
{
    if (!ok)
        return m_undo.tell(file.isEmpty() ? tr("It could not be printed. See whether the printer is on.")
                                          : tr("The PDF could not be written there. Choose another folder."));
    m_undo.tell(file.isEmpty() ? tr("Sent to the printer.") : tr("Saved: %1").arg(QFileInfo(file).fileName()));
}

} // namespace balcao::ui
