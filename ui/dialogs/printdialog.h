// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Before printing: what of the conversation, and whether onto paper or into a PDF. Says what it leaves out.
#pragma once

#include "desk/transcript.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace balcao::ui {

class WrappedCheckBox;

class PrintDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Where { Printer, File };

    /// `marked`: what can be printed alone; empty: nothing is selected.
    PrintDialog(const desk::Transcript &transcript, const QList<MessageId> &marked, bool hasPrinter, QWidget *parent);

    [[nodiscard]] desk::Transcript::Choice choice() const;

Q_SIGNALS:
    void chosen(balcao::ui::PrintDialog::Where where);

private:
    void buildChoice(QVBoxLayout &column);
    void buildButtons(QVBoxLayout &column, bool hasPrinter);
    void take(Where where);
    void refresh();

    const desk::Transcript &m_transcript;
    QList<MessageId> m_marked;
    QRadioButton *m_all;
    QRadioButton *m_only;
    WrappedCheckBox *m_team;
    QPushButton *m_print;
    QPushButton *m_save;
};

} // namespace balcao::ui
