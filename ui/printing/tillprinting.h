// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A day's report on its way out: onto paper, into a PDF, into a spreadsheet. Asks where by dialogs that nobody waits
// for, writes a file whole or not at all, and says how it ended. Nothing goes out of what was hidden meanwhile. GUI
// thread.
#pragma once

#include "desk/tillpresenter.h"
#include "ui/printing/paperdoor.h"

#include <QObject>

namespace balcao::ui {

class TillPrinting final : public QObject
{
    Q_OBJECT

public:
    TillPrinting(desk::TillPresenter &presenter, QWidget &page);
    ~TillPrinting() override;

    /// Another way out than the system's.
    void setDoor(std::unique_ptr<PaperDoor> door);
    /// Where no printer is known, into a PDF.
    void print();
    void savePdf();
    void saveSheet();

private:
    /// Whether it is still what was asked for, and may be seen.
    [[nodiscard]] bool mayGo(const QString &name);
    void tellSaved(bool ok, const QString &file);

    desk::TillPresenter &m_presenter;
    QWidget &m_page;
    std::unique_ptr<PaperDoor> m_door;
};

} // namespace balcao::ui
