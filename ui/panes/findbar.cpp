// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/findbar.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace balcao::ui {

FindBar::FindBar(desk::FindPresenter &find, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_find(find),
      m_appearance(appearance),
      m_typed(new QLineEdit(this)),
      m_count(plainLabel({}, "second", this))
{
    setObjectName(QStringLiteral("findBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(6);
    m_typed->setObjectName(QStringLiteral("findTyped"));
    m_typed->setAccessibleName(tr("Find in this conversation"));
    m_typed->setPlaceholderText(tr("Find in this conversation"));
    m_typed->setMaxLength(200);
    m_typed->installEventFilter(this);
    row->addWidget(m_typed, 1);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setWordWrap(false);
    row->addWidget(m_count);
    m_older = button("findOlder", QStringLiteral("chevron-down"), tr("Next match"));
    m_newer = button("findNewer", QStringLiteral("chevron-up"), tr("Previous match"));
    QPushButton *close = button("findClose", QStringLiteral("close"), tr("Close the search"));
    m_older->setToolTip(tr("Next match (Enter)"));
    m_newer->setToolTip(tr("Previous match (Shift+Enter)"));
    close->setToolTip(tr("Close (Esc)"));
    for (QPushButton *one : {m_newer, m_older, close})
        row->addWidget(one);
    connect(m_typed, &QLineEdit::textEdited, &m_find, &desk::FindPresenter::type);
    connect(m_older, &QPushButton::clicked, &m_find, &desk::FindPresenter::next);
    connect(m_newer, &QPushButton::clicked, &m_find, &desk::FindPresenter::previous);
    connect(close, &QPushButton::clicked, this, &FindBar::shut);
    connect(&m_find, &desk::FindPresenter::changed, this, &FindBar::refresh);
    hide();
    refresh();
}

QPushButton *FindBar::button(const char *name, const QString &icon, const QString &words)
{
    auto *made = new QPushButton(this);
    made->setObjectName(QString::fromLatin1(name));
    made->setAccessibleName(words);
    made->setProperty("quiet", true);
    made->setIcon(Appearance::icon(icon, m_appearance.theme().text2, m_appearance.theme().disabled));
    made->installEventFilter(this);
    return made;
}

void FindBar::open()
{
    show();
    m_typed->setFocus(Qt::ShortcutFocusReason);
    m_typed->selectAll();
}

void FindBar::shut()
{
    if (isHidden())
        return;
    hide();
    m_typed->clear();
    m_find.clear();
    Q_EMIT shutDown();
}

void FindBar::refresh()
{
    m_count->setText(m_find.countText());
    m_older->setEnabled(m_find.hasMatches());
    m_newer->setEnabled(m_find.hasMatches());
    if (m_find.typed().isEmpty() && !m_typed->hasFocus())
        m_typed->clear(); // another chat
}

bool FindBar::key(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Escape)
        shut();
    else if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    else if (modifiers & Qt::ShiftModifier)
        m_find.previous();
    else
        m_find.next();
    return true;
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const bool escape = pressed->key() == Qt::Key_Escape;
    if (event->type() == QEvent::ShortcutOverride) {
        if (!escape)
            return QFrame::eventFilter(watched, event);
        event->accept(); // here it means this bar, and not what the window does with it
        return true;
    }
    return ((escape || watched == m_typed) && key(pressed->key(), pressed->modifiers())) ||
           QFrame::eventFilter(watched, event);
}

} // namespace balcao::ui
