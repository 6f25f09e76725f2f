// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The way out onto paper, or into a file: the system's own dialogs, and a fake of them in tests.
#pragma once

#include <QPagedPaintDevice>
#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace balcao::ui {

class PaperDoor
{
public:
    PaperDoor() = default;
    virtual ~PaperDoor() = default;
    Q_DISABLE_COPY_MOVE(PaperDoor)

    /// `paper`: null when whoever was asked has given up. `file`: where it goes, for a file.
    using Taken = std::function<void(std::unique_ptr<QPagedPaintDevice> paper, const QString &file)>;

    virtual bool hasPrinter() = 0;
    virtual void choosePrinter(QWidget &over, Taken taken) = 0;
    virtual void chooseFile(QWidget &over, const QString &suggestedName, Taken taken) = 0;

    struct Path
    {
        QString title;
        QString filter; ///< "PDF (*.pdf)"
        QString suffix;
        QString name; ///< suggested
    };
    /// Empty when whoever was asked has given up.
    virtual void choosePath(QWidget &over, const Path &wish, std::function<void(const QString &file)> taken) = 0;
};

} // namespace balcao::ui
