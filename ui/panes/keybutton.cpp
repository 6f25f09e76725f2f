// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/keybutton.h"

#include "ui/panes/formparts.h"
#include "ui/panes/keylist.h"

#include <QEvent>

namespace balcao::ui {

namespace {

constexpr int kGap = 8;

} // namespace

KeyButton::KeyButton(const QString &text, desk::Act act, QWidget *parent)
    : KeyButton(text, shownKeys(desk::KeyTable::keysOf(act)), "key", parent)
{
}

KeyButton::KeyButton(const QString &text, const QString &key, const char *role, QWidget *parent)
    : FoldButton(text, parent), m_key(keyCap(key, this, role))
{
    m_key->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void KeyButton::setKeyShown(bool shown)
{
    m_key->setVisible(shown);
    updateGeometry();
    update();
}

bool KeyButton::isKeyShown() const
{
    return !m_key->isHidden();
}

int KeyButton::keyRoom() const
{
    return kGap + m_key->sizeHint().width();
}

QSize KeyButton::withKey(QSize size) const
{
    if (m_key->isHidden())
        return size;
    const QSize key = m_key->sizeHint();
    return {size.width() + kGap + key.width(), qMax(size.height(), key.height() + kGap)};
}

QSize KeyButton::sizeHint() const
{
    return withKey(FoldButton::sizeHint());
}

QSize KeyButton::minimumSizeHint() const
{
    return sizeHint();
}

QRect KeyButton::labelRoom() const
{
    QRect room = contents();
    if (!m_key->isHidden())
        room.setRight(m_key->x() - kGap);
    return room;
}

void KeyButton::placeKey()
{
    const QSize size = m_key->sizeHint();
    const QRect room = contents();
    m_key->setGeometry(room.right() + 1 - size.width(), (height() - size.height()) / 2, size.width(), size.height());
}

bool KeyButton::event(QEvent *event)
{
    const bool done = FoldButton::event(event);
    // The key's own size has changed: another text size, or the sheet came and went. Nobody tells a hidden button.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        updateGeometry();
        placeKey();
    }
    return done;
}

void KeyButton::resizeEvent(QResizeEvent *event)
{
    FoldButton::resizeEvent(event);
    placeKey();
}

} // namespace balcao::ui
