// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a window says, shown or told, and whether its words have the room they need.
#pragma once

#include <QStringList>
#include <QWidget>

namespace balcao::test {

struct Said
{
    QString where;
    QString text;
};

/// Texts, names, tool tips, titles and rows of all that is shown; without what is nobody's language: keys and
/// examples, by a property of whoever shows them.
QList<Said> saidBy(QWidget &root);

/// Words that are cut, shortened where the design shortens none, or written over each other. `written`: by people of
/// the shop and customers, at a length of theirs; a row may end in it.
QStringList crampedIn(QWidget &root, const QString &written = {});

} // namespace balcao::test
