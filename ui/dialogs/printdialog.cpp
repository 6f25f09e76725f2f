// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/printdialog.h"

#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/wrappedcheckbox.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace balcao::ui {

PrintDialog::PrintDialog(const desk::Transcript &transcript, const QList<MessageId> &marked, bool hasPrinter,
                         QWidget *parent)
    : QDialog(parent),
      m_transcript(transcript),
      m_marked(marked),
      m_all(new QRadioButton(this)),
      m_only(new QRadioButton(this)),
      m_team(new WrappedCheckBox(tr("With the team's notes and who did what"), this)),
      m_print(new QPushButton(tr("Print…"), this)),
      m_save(new QPushButton(tr("Save as PDF…"), this))
{
    setObjectName(QStringLiteral("printDialog"));
    setWindowTitle(tr("Print the conversation"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    auto *whose = new ElidedLabel(nullptr, this);
    whose->setObjectName(QStringLiteral("printWhose"));
    whose->setText(transcript.customer());
    whose->setFont(semibold(headFont(whose->font())));
    column->addWidget(whose);
    if (!transcript.phone().isEmpty())
        column->addWidget(
            plainLabel(tr("The phone is printed as the screen shows it: %1").arg(transcript.phone()), "second", this));
    buildChoice(*column);
    if (!hasPrinter) {
        QLabel *none = plainLabel(tr("This computer has no printer. Save a PDF here and print it where there is one."),
                                  "time", this);
        none->setObjectName(QStringLiteral("printNone"));
        column->addWidget(none);
    }
    buildButtons(*column, hasPrinter);
    refresh();
    sizeDialog(*this, QSize(460, 0));
}

void PrintDialog::buildChoice(QVBoxLayout &column)
{
    m_all->setObjectName(QStringLiteral("printAll"));
    m_only->setObjectName(QStringLiteral("printMarked"));
    m_all->setChecked(m_marked.isEmpty());
    m_only->setChecked(!m_marked.isEmpty());
    m_only->setVisible(!m_marked.isEmpty());
    m_team->setObjectName(QStringLiteral("printTeam"));
    column.addWidget(m_all);
    column.addWidget(m_only);
    column.addWidget(m_team);
    column.addWidget(
        plainLabel(tr("Of a long conversation that is what is loaded: scroll up first for more."), "caption", this));
    connect(m_all, &QRadioButton::toggled, this, &PrintDialog::refresh);
    connect(m_team, &QCheckBox::toggled, this, &PrintDialog::refresh);
}

void PrintDialog::buildButtons(QVBoxLayout &column, bool hasPrinter)
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("printCancel"));
    cancel->setAutoDefault(false);
    m_print->setObjectName(QStringLiteral("print"));
    m_save->setObjectName(QStringLiteral("printSave"));
    QPushButton *first = hasPrinter ? m_print : m_save;
    first->setProperty("primary", true);
    first->setDefault(true);
    m_print->setVisible(hasPrinter); // the style looks at its properties then
    auto *row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton *one : {cancel, m_save, m_print})
        row->addWidget(one);
    column.addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_print, &QPushButton::clicked, this, [this] { take(Where::Printer); });
    connect(m_save, &QPushButton::clicked, this, [this] { take(Where::File); });
    first->setFocus();
}

desk::Transcript::Choice PrintDialog::choice() const
{
    return {m_only->isChecked() ? m_marked : QList<MessageId>(), m_team->isChecked()};
}

void PrintDialog::take(Where where)
{
    accept();
    Q_EMIT chosen(where);
}

void PrintDialog::refresh()
{
    const bool team = m_team->isChecked();
    m_all->setText(tr("All that is loaded: %n message(s)", nullptr, m_transcript.countOf({{}, team})));
    m_only->setText(tr("Only what is selected: %n message(s)", nullptr, m_transcript.countOf({m_marked, team})));
    const bool some = m_transcript.countOf(choice()) > 0;
    m_print->setEnabled(some);
    m_save->setEnabled(some);
}

} // namespace balcao::ui
