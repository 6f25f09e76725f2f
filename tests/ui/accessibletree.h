// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a screen reader is told, walked as it walks: by interface, not by widget.
#pragma once

#include <QAccessible>
#include <QSet>
#include <QStringList>
#include <QWidget>

namespace balcao::test {

inline bool isControl(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> controls{
        QAccessible::Button,   QAccessible::CheckBox,    QAccessible::RadioButton,  QAccessible::ComboBox,
        QAccessible::List,     QAccessible::ListItem,    QAccessible::EditableText, QAccessible::ButtonMenu,
        QAccessible::MenuItem, QAccessible::PageTab,     QAccessible::Slider,       QAccessible::SpinBox,
        QAccessible::Link,     QAccessible::ProgressBar, QAccessible::Table,        QAccessible::Tree,
        QAccessible::Cell,     QAccessible::TreeItem,    QAccessible::Dialog};
    return controls.contains(role);
}

/// Every interface below, itself included, that is shown.
inline QList<QAccessibleInterface *> shownBelow(QAccessibleInterface *root)
{
    QList<QAccessibleInterface *> found;
    if (!root || !root->isValid() || root->state().invisible)
        return found;
    found.append(root);
    for (int i = 0; i < root->childCount(); ++i)
        found.append(shownBelow(root->child(i)));
    return found;
}

inline QString nameOf(const QWidget *widget)
{
    return widget ? QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName() : QString();
}

/// Controls that are shown and have no name, by class and object name.
inline QStringList namelessBelow(QWidget *widget)
{
    QStringList nameless;
    const auto all = shownBelow(QAccessible::queryAccessibleInterface(widget));
    for (QAccessibleInterface *one : all) {
        if (!isControl(one->role()) || !one->text(QAccessible::Name).trimmed().isEmpty())
            continue;
        const auto *own = qobject_cast<const QWidget *>(one->object());
        // A scroll bar's arrows and a list's viewport are the view's own.
        if (own && own->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        nameless.append(QStringLiteral("%1 (role %2)").arg(nameOf(own)).arg(one->role(), 0, 16));
    }
    return nameless;
}

} // namespace balcao::test
