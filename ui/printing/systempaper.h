// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The printers that the system knows, by its own dialog, and a PDF where there is none.
#pragma once

#include "ui/printing/paperdoor.h"

#include <QCoreApplication>

namespace balcao::ui {

class SystemPaper final : public PaperDoor
{
    Q_DECLARE_TR_FUNCTIONS(balcao::ui::SystemPaper)

public:
    bool hasPrinter() override;
    void choosePrinter(QWidget &over, Taken taken) override;
    void chooseFile(QWidget &over, const QString &suggestedName, Taken taken) override;
    void choosePath(QWidget &over, const Path &wish, std::function<void(const QString &file)> taken) override;
};

/// What an office printer and a PDF are given: room at the edges. A roll has none to spare.
void setMargins(QPagedPaintDevice &paper);

} // namespace balcao::ui
