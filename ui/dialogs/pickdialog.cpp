// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/pickdialog.h"

#include "ui/panes/formparts.h"
#include "ui/style/dot.h"
#include "ui/style/fonts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace balcao::ui {

PickDialog::PickDialog(std::unique_ptr<desk::Picker> picker, const Appearance &appearance, QWidget *parent)
    : QDialog(parent),
      m_picker(std::move(picker)),
      m_appearance(appearance),
      m_typed(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_empty(plainLabel({}, "second", this)),
      m_note(m_picker->noteCaption().isEmpty() ? nullptr : new QLineEdit(this)),
      m_problem(plainLabel({}, "danger", this))
{
    setObjectName(QStringLiteral("pickDialog"));
    setWindowTitle(m_picker->title());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    QLabel *title = plainLabel(m_picker->title(), this);
    title->setFont(semibold(headFont(title->font())));
    column->addWidget(title);
    m_typed->setObjectName(QStringLiteral("pickTyped"));
    m_typed->setAccessibleName(m_picker->title());
    m_typed->setPlaceholderText(m_picker->placeholder());
    m_typed->setToolTip(plainTip(m_picker->placeholder()));
    m_typed->installEventFilter(this);
    column->addWidget(m_typed);
    m_list->setObjectName(QStringLiteral("pickList"));
    m_list->setAccessibleName(m_picker->title());
    m_list->setIconSize({18, 18});
    column->addWidget(m_list, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("pickEmpty"));
    column->addWidget(m_empty, 1);
    if (m_note) {
        m_note->setObjectName(QStringLiteral("pickNote"));
        m_note->setMaxLength(1000);
        addField(*column, m_picker->noteCaption(), m_note);
        connect(m_note, &QLineEdit::returnPressed, this, &PickDialog::take);
    }
    m_problem->setObjectName(QStringLiteral("pickProblem"));
    m_problem->hide();
    column->addWidget(m_problem);
    connect(m_typed, &QLineEdit::textChanged, this, &PickDialog::fill);
    connect(m_typed, &QLineEdit::returnPressed, this, &PickDialog::take);
    connect(m_list, &QListWidget::itemActivated, this, &PickDialog::take);
    connect(m_list, &QListWidget::itemClicked, this, &PickDialog::take);
    fill();
    sizeDialog(*this, QSize(460, 360));
    m_typed->setFocus();
}

/// "b liga antes": whoever is named beyond doubt, and a note behind it.
QList<desk::PickChoice> PickDialog::choicesFor(const QString &typed)
{
    if (m_note && !m_behind.isEmpty() && m_note->text() == m_behind)
        m_note->clear();
    m_behind.clear();
    const QList<desk::PickChoice> all = m_picker->choices(typed);
    if (!m_note || !all.isEmpty())
        return all;
    for (qsizetype at = typed.lastIndexOf(u' '); at > 0; at = typed.lastIndexOf(u' ', at - 1)) {
        const QList<desk::PickChoice> named = m_picker->choices(typed.left(at));
        if (named.size() == 1) {
            m_behind = typed.mid(at + 1);
            m_note->setText(m_behind);
            return named;
        }
    }
    return m_picker->choices(typed);
}

void PickDialog::fill()
{
    m_list->clear();
    const QList<desk::PickChoice> choices = choicesFor(m_typed->text());
    const Theme &theme = m_appearance.theme();
    for (const desk::PickChoice &choice : choices) {
        const QString text =
            choice.detail.isEmpty() ? choice.text : choice.text + QStringLiteral("   ·   ") + choice.detail;
        auto *item = new QListWidgetItem(text, m_list);
        item->setSizeHint({0, qMax(32, fontMetrics().height() + 14)});
        item->setData(Qt::AccessibleTextRole, text);
        if (!choice.colour.isEmpty())
            item->setIcon(dotIcon(tagColour(theme, choice.colour)));
        else if (!choice.icon.isEmpty())
            item->setIcon(Appearance::icon(choice.icon, theme.text2));
        if (choice.on)
            item->setFont(semibold(m_list->font()));
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(!choices.isEmpty());
    m_empty->setVisible(choices.isEmpty());
    m_empty->setText(m_picker->emptyText());
}

void PickDialog::take()
{
    const int row = m_list->currentRow();
    if (row < 0 || !isVisible()) // where one click activates, each click comes twice
        return;
    if (!m_picker->isCurrent()) {
        m_problem->setText(tr("Another conversation is open by now. Nothing was done; close this and ask again."));
        m_problem->show();
        return;
    }
    // The note first, when there is one to be written: Enter in the list goes there, Enter there takes.
    const QString note = m_note ? m_note->text() : QString();
    accept();
    m_picker->pick(row, note);
}

bool PickDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace balcao::ui
