// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/printing/tillprinting.h"

#include "desk/tillsheet.h"
#include "ui/panes/formparts.h"
#include "ui/printing/systempaper.h"
#include "ui/printing/tillpages.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPdfWriter>
#include <QPointer>
#include <QWidget>

namespace balcao::ui {

namespace {

QByteArray pdfOf(const desk::PrintedTill &till)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    QPdfWriter pdf(&buffer);
    pdf.setCreator(programName());
    pdf.setPageSize(QPageSize(QPageSize::A4));
    setMargins(pdf);
    return TillPages::print(till, pdf) ? bytes : QByteArray();
}

} // namespace

TillPrinting::TillPrinting(desk::TillPresenter &presenter, QWidget &page)
    : QObject(&page), m_presenter(presenter), m_page(page), m_door(std::make_unique<SystemPaper>())
{
}

TillPrinting::~TillPrinting() = default;

void TillPrinting::setDoor(std::unique_ptr<PaperDoor> door)
{
    m_door = std::move(door);
}

bool TillPrinting::mayGo(const QString &name)
{
    if (m_page.isVisible() && m_presenter.fileName() == name)
        return true;
    m_presenter.tell(tr("Nothing was written: another day or another page is shown now."));
    return false;
}

void TillPrinting::print()
{
    if (!m_presenter.isKnown())
        return;
    if (!m_door->hasPrinter())
        return savePdf();
    m_door->choosePrinter(*m_page.window(), [self = QPointer(this), name = m_presenter.fileName()](
                                                std::unique_ptr<QPagedPaintDevice> paper, const QString &) {
        if (!self || !paper || !self->mayGo(name))
            return;
        const bool ok = TillPages::print(self->m_presenter.printed(), *paper);
        self->m_presenter.tell(ok ? tr("Sent to the printer.")
                                  : tr("It could not be printed. See whether the printer is on."));
    });
}

void TillPrinting::savePdf()
{
    if (!m_presenter.isKnown())
        return;
    const QString name = m_presenter.fileName();
    const PaperDoor::Path wish{tr("Save the report as a PDF"), QStringLiteral("PDF (*.pdf)"), QStringLiteral("pdf"),
                               name + QStringLiteral(".pdf")};
    m_door->choosePath(*m_page.window(), wish, [self = QPointer(this), name](const QString &file) {
        if (!self || file.isEmpty() || !self->mayGo(name))
            return;
        const QByteArray bytes = pdfOf(self->m_presenter.printed());
        self->tellSaved(!bytes.isEmpty() && desk::TillSheet::write(file, bytes), file);
    });
}

void TillPrinting::saveSheet()
{
    if (!m_presenter.isKnown())
        return;
    const QString name = m_presenter.fileName();
    const PaperDoor::Path wish{tr("Save the charges for a spreadsheet"), QStringLiteral("CSV (*.csv)"),
                               QStringLiteral("csv"), name + QStringLiteral(".csv")};
    m_door->choosePath(*m_page.window(), wish, [self = QPointer(this), name](const QString &file) {
        if (self && !file.isEmpty() && self->mayGo(name))
            self->tellSaved(desk::TillSheet::write(file, self->m_presenter.sheet()), file);
    });
}

void TillPrinting::tellSaved(bool ok, const QString &file)
{
    m_presenter.tell(ok ? tr("Saved: %1").arg(QFileInfo(file).fileName())
                        : tr("The file could not be written there. Choose another folder."));
}

} // namespace balcao::ui
