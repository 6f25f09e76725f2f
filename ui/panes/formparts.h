// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Small pieces that every form shares: labels that never read their text as markup, a field with its
// caption, the left side with the shop's sign.
#pragma once

#include <QLabel>

class QFrame;
class QLineEdit;
class QVBoxLayout;

namespace balcao::ui {

/// Always Qt::PlainText: customers' words must never be read as HTML.
QLabel *plainLabel(const QString &text, QWidget *parent);
QLabel *plainLabel(const QString &text, const char *role, QWidget *parent);

/// What the style sheet goes by; looked up again when it changes.
void setRole(QWidget *widget, const char *role);

/// A caption, the field below it, and help below that when there is any.
void addField(QVBoxLayout &form, const QString &caption, QLineEdit *field, const QString &help = {});

/// The beige side of first run: bell, name, what Balcão stands for. A third of the page, 454 px at most.
QFrame *signPanel(QWidget *parent);

QFrame *hairline(Qt::Orientation orientation, QWidget *parent);

} // namespace balcao::ui
