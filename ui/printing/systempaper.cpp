// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/printing/systempaper.h"

#include "ui/panes/formparts.h"

#include <QDir>
#include <QFileDialog>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QStandardPaths>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kNarrowMm = 100;
constexpr qreal kMarginMm = 15;
constexpr qreal kRollMarginMm = 3;

} // namespace

void setMargins(QPagedPaintDevice &paper)
{
    const bool roll = paper.pageLayout().fullRect(QPageLayout::Millimeter).width() < kNarrowMm;
    const qreal margin = roll ? kRollMarginMm : kMarginMm;
    paper.setPageMargins({margin, margin, margin, margin}, QPageLayout::Millimeter); // refused: the printer's own stay
}

bool SystemPaper::hasPrinter()
{
    return !QPrinterInfo::availablePrinterNames().isEmpty();
}

void SystemPaper::choosePrinter(QWidget &over, Taken taken)
{
    auto printer = std::make_shared<std::unique_ptr<QPrinter>>(std::make_unique<QPrinter>(QPrinter::HighResolution));
    (*printer)->setDocName(programName()); // queues show it to others: no customer's name
    auto *dialog = new QPrintDialog(printer->get(), &over);
    dialog->setObjectName(u"systemPrintDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintCollateCopies |
                       QAbstractPrintDialog::PrintShowPageSize);
    QObject::connect(dialog, &QDialog::finished, &over, [printer, taken = std::move(taken)](int result) {
        if (result != QDialog::Accepted)
            return taken(nullptr, {});
        setMargins(**printer);
        taken(std::move(*printer), {});
    });
    dialog->open();
}

void SystemPaper::chooseFile(QWidget &over, const QString &suggestedName, Taken taken)
{
    const Path wish{tr("Save the conversation as a PDF"), u"PDF (*.pdf)"_s, u"pdf"_s, suggestedName};
    choosePath(over, wish, [taken = std::move(taken)](const QString &file) {
        if (file.isEmpty())
            return taken(nullptr, {});
        auto pdf = std::make_unique<QPdfWriter>(file);
        pdf->setCreator(programName());
        pdf->setPageSize(QPageSize(QPageSize::A4));
        setMargins(*pdf);
        taken(std::move(pdf), file);
    });
}

void SystemPaper::choosePath(QWidget &over, const Path &wish, std::function<void(const QString &file)> taken)
{
    auto *dialog =
        new QFileDialog(&over, wish.title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(wish.suffix == "pdf"_L1 ? u"savePdfDialog"_s : u"saveSheetDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(wish.filter);
    dialog->setDefaultSuffix(wish.suffix);
    dialog->selectFile(wish.name);
    QObject::connect(dialog, &QDialog::finished, &over, [dialog, taken = std::move(taken)](int result) {
        taken(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace balcao::ui
