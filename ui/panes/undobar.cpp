// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/undobar.h"

#include "ui/panes/elidedlabel.h"
#include "ui/panes/keybutton.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>

namespace balcao::ui {

UndoBar::UndoBar(desk::UndoPresenter &presenter, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_text(new ElidedLabel(nullptr, this)),
      m_undo(new KeyButton(tr("Undo"), desk::Act::Undo, this))
{
    setObjectName(QStringLiteral("undoBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    m_text->setObjectName(QStringLiteral("undoText"));
    m_text->setFont(smallFont(m_text->font()));
    row->addWidget(m_text, 1);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setProperty("flat", true);
    row->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, &presenter, &desk::UndoPresenter::undo);
    connect(&presenter, &desk::UndoPresenter::changed, this, &UndoBar::refresh);
    refresh();
}

void UndoBar::refresh()
{
    m_text->setText(m_presenter.text());
    m_undo->setVisible(m_presenter.canUndo());
    setAccessibleName(m_presenter.text());
    setVisible(!m_presenter.text().isEmpty());
}

} // namespace balcao::ui
