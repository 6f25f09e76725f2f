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
      m_retire(new QPushButton(tr("Retire…"), this)),
      m_drop(new QPushButton(tr("Discard…"), this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(title);
    m_list->setIconSize({18, 18});
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problem->setObjectName(prefix + QStringLiteral("Problem"));
    m_retire->setObjectName(prefix + QStringLiteral("Retire"));
    m_retire->setAutoDefault(false);
    m_drop->setObjectName(prefix + QStringLiteral("Drop"));
    m_drop->setAutoDefault(false);
    m_keep->setObjectName(prefix + QStringLiteral("Keep"));
    m_keep->setProperty("primary", true);
    m_keep->setDefault(true);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { choose(row); });
    connect(m_keep, &QPushButton::clicked, this, [this] { keep(); });
    connect(m_retire, &QPushButton::clicked, this, &ListEditor::askOrRetire);
    connect(m_drop, &QPushButton::clicked, this, &ListEditor::askOrDrop);
}

void ListEditor::lay(QVBoxLayout *column, int listShare, int fieldsShare)
{
    column->addWidget(m_problem);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_retire);
    buttons->addWidget(m_drop);
    buttons->addStretch();
    buttons->addWidget(m_keep);
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
    outer->addLayout(buttons);
    m_list->setFocus();
}

void ListEditor::fill(const QList<Row> &rows, int chosen)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Row &row : rows) {
        const QString text = row.text.simplified(); // a line each, whatever is in it
        auto *item = new QListWidgetItem(row.icon, row.isUnsaved ? QStringLiteral("• ") + text : text);
        if (row.isUnsaved) {
            item->setData(Qt::AccessibleTextRole, tr("%1, not saved").arg(text));
            item->setToolTip(tr("not saved"));
        }
        m_list->addItem(item);
    }
    m_list->setCurrentRow(chosen < 0 ? m_list->count() - 1 : chosen);
}

void ListEditor::settle(bool canRetire, bool isUnsaved, const QString &keepText, const QString &problem)
{
    m_keep->setText(keepText);
    m_retire->setVisible(canRetire);
    m_retire->setText(tr("Retire…"));
    m_drop->setVisible(isUnsaved);
    m_drop->setText(tr("Discard…"));
    m_question = Question::None;
    m_problem->setText(problem);
    growDialog(*this);
}

bool ListEditor::isAnswered(Question question, const QString &words)
{
    if (m_question == question)
        return m_asked.hasExpired(QApplication::doubleClickInterval());
    m_question = question;
    m_asked.start();
    m_problem->setText(words);
    m_retire->setText(question == Question::Retire ? tr("Retire for good") : tr("Retire…"));
    m_drop->setText(question == Question::Drop ? tr("Discard for good") : tr("Discard…"));
    growDialog(*this);
    return false;
}

void ListEditor::askOrRetire()
{
    if (isAnswered(Question::Retire, retireQuestion()))
        retire();
}

void ListEditor::askOrDrop()
{
    if (isAnswered(Question::Drop, tr("Discard what was typed here and not saved? This cannot be undone.")))
        drop();
}

void ListEditor::reject()
{
    constexpr qsizetype kNamed = 3;
    const QStringList left = unsaved();
    // Hidden with the screen, it is not there to be asked.
    if (!isVisible() || left.isEmpty() || m_question == Question::Close)
        return QDialog::reject();
    QString names = left.mid(0, kNamed).join(QStringLiteral(", ")).simplified();
    if (left.size() > kNamed)
        names += QStringLiteral("…");
    isAnswered(Question::Close,
               tr("Not saved yet: %1. Close once more and it stays here, marked, while Balcão runs.").arg(names));
}

} // namespace balcao::ui
