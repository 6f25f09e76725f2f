// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/listeditor.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kMargin = 14;

} // namespace

ListEditor::ListEditor(const QString &title, const QString &prefix, QWidget *parent)
    : QDialog(parent),
      m_list(new QListWidget(this)),
      m_problem(plainLabel({}, "danger", this)),
      m_keep(new QPushButton(this)),
      m_retire(new QPushButton(tr("Retire…"), this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(title);
    m_list->setIconSize({18, 18});
    m_problem->setObjectName(prefix + QStringLiteral("Problem"));
    m_retire->setObjectName(prefix + QStringLiteral("Retire"));
    m_retire->setAutoDefault(false);
    m_keep->setObjectName(prefix + QStringLiteral("Keep"));
    m_keep->setProperty("primary", true);
    m_keep->setDefault(true);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { choose(row); });
    connect(m_keep, &QPushButton::clicked, this, [this] { keep(); });
    connect(m_retire, &QPushButton::clicked, this, &ListEditor::askOrRetire);
}

void ListEditor::lay(QVBoxLayout *column, int listShare, int fieldsShare)
{
    column->addWidget(m_problem);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_retire);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    column->addLayout(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    outer->setSpacing(10);
    QLabel *title = plainLabel(windowTitle(), this);
    title->setFont(semibold(headFont(title->font())));
    outer->addWidget(title);
    auto *row = new QHBoxLayout;
    row->setSpacing(kMargin);
    row->addWidget(m_list, listShare);
    row->addLayout(column, fieldsShare);
    outer->addLayout(row, 1);
    m_list->setFocus();
}

void ListEditor::fill(const QList<Row> &rows, int chosen, const QString &problem, bool stays)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Row &row : rows)
        m_list->addItem(new QListWidgetItem(row.icon, row.text.simplified())); // a line each, whatever is in it
    m_list->setCurrentRow(chosen < 0 ? m_list->count() - 1 : chosen);
    m_problem->setText(problem);
    if (!stays)
        choose(m_list->currentRow());
}

void ListEditor::settle(bool isNew, const QString &keepText)
{
    m_keep->setText(keepText);
    m_retire->setVisible(!isNew);
    m_retire->setText(tr("Retire…"));
    m_asked.invalidate();
    m_problem->clear();
}

// It cannot be taken back, and a double click is no answer.
void ListEditor::askOrRetire()
{
    if (m_asked.isValid() && m_asked.hasExpired(QApplication::doubleClickInterval()))
        return retire();
    if (m_asked.isValid())
        return;
    m_asked.start();
    m_problem->setText(retireQuestion());
    m_retire->setText(tr("Retire for good"));
}

} // namespace balcao::ui
