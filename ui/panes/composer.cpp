// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/composer.h"

#include "desk/composerpresenter.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

Composer::Composer(desk::ComposerPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_to(new ElidedLabel("second", this)),
      m_note(plainLabel({}, "second", this)),
      m_editor(new QPlainTextEdit(this)),
      m_send(new QPushButton(tr("Send"), this))
{
    setObjectName(QStringLiteral("composer"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    m_to->setFont(captionFont(m_to->font()));
    column->addWidget(m_to);
    m_editor->setObjectName(QStringLiteral("editor"));
    m_editor->setAccessibleName(tr("Reply"));
    m_editor->setPlaceholderText(tr("Write a reply"));
    m_editor->setTabChangesFocus(true);
    m_editor->setFixedHeight(62);
    m_editor->installEventFilter(this);
    column->addWidget(m_editor);
    auto *row = new QHBoxLayout;
    m_note->setObjectName(QStringLiteral("composerNote"));
    m_note->setFont(captionFont(m_note->font()));
    row->addWidget(m_note, 1);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setProperty("primary", true);
    m_send->setIcon(Appearance::icon(QStringLiteral("send"), appearance.theme().onAccent, appearance.theme().disabled));
    row->addWidget(m_send);
    column->addLayout(row);

    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] { m_presenter.setText(m_editor->toPlainText()); });
    connect(m_send, &QPushButton::clicked, &m_presenter, &desk::ComposerPresenter::send);
    connect(&m_presenter, &desk::ComposerPresenter::changed, this, &Composer::refresh);
    refresh();
}

void Composer::refresh()
{
    if (m_editor->toPlainText() != m_presenter.text()) {
        const QSignalBlocker quiet(m_editor);
        m_editor->setPlainText(m_presenter.text());
        m_editor->moveCursor(QTextCursor::End);
    }
    m_to->setText(m_presenter.toText());
    m_note->setText(m_presenter.noteText());
    m_editor->setReadOnly(m_presenter.isLocked());
    m_send->setEnabled(m_presenter.canSend());
}

void Composer::focusEditor()
{
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
            if (!key->isAutoRepeat())
                m_presenter.send();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace balcao::ui
