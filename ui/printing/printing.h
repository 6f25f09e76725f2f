// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Printing the open conversation, from the question to the last page: asks what and where, draws it a little at a time
// so that the window goes on, and says in the undo bar how it ended. Nothing is printed of what was hidden or left
// meanwhile. GUI thread.
#pragma once

#include "desk/transcript.h"
#include "desk/undopresenter.h"
#include "ui/printing/paperdoor.h"

#include <QObject>

class QDialog;

namespace balcao::ui {

class Printing final : public QObject
{
    Q_OBJECT

public:
    /// `page` shows the conversations, or does not while they are hidden.
    Printing(const desk::Transcript &transcript, desk::UndoPresenter &undo, QWidget &page);
    ~Printing() override;

    /// Another way out than the system's.
    void setDoor(std::unique_ptr<PaperDoor> door);
    /// Not shown yet; `marked`: what somebody has selected. Null: there is nothing to print.
    QDialog *ask(const QList<int> &marked);

Q_SIGNALS:
    void finished(bool ok);

private:
    void take(std::unique_ptr<QPagedPaintDevice> paper, const QString &file);
    void tellEnd(bool ok, const QString &file);

    const desk::Transcript &m_transcript;
    desk::UndoPresenter &m_undo;
    QWidget &m_page;
    std::unique_ptr<PaperDoor> m_door;
    desk::Transcript::Choice m_choice;
    ConversationId m_asked;
};

} // namespace balcao::ui
