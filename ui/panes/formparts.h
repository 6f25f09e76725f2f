// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Small pieces that every form shares: labels that never read their text as markup, a field with its
// caption, the left side with the shop's sign.
#pragma once

#include <QLabel>

class QDialog;
class QFrame;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace balcao::ui {

/// In every language.
QString programName();

/// Always Qt::PlainText: customers' words must never be read as HTML.
QLabel *plainLabel(const QString &text, QWidget *parent);
QLabel *plainLabel(const QString &text, const char *role, QWidget *parent);
/// A key, in a frame of its own; `role`: "key", or "keyOn" on a primary button.
QLabel *keyCap(const QString &key, QWidget *parent, const char *role = "key");

/// For a tool tip, which guesses whether it is given markup: nothing in it can be, and it is not endless.
QString plainTip(const QString &text);
void showPlainTip(const QPoint &globalPos, const QString &text, QWidget *of);

/// The style sheet is looked up again, for a property that it goes by has changed. The widget's own text size stays:
/// the sheet would put back the one from before the text was made larger.
void restyle(QWidget *widget);
/// What the style sheet goes by.
void setRole(QWidget *widget, const char *role);

/// A caption, the field below it, and help below that when there is any.
void addField(QVBoxLayout &form, const QString &caption, QLineEdit *field, const QString &help = {});

/// The beige side of first run: bell, name, what Balcão stands for, and `below` it all that is left. A third of the
/// page, 454 px at most.
QFrame *signPanel(QWidget *parent, QWidget *below = nullptr);

/// The sign is what a page gives up first when it is narrow for its text.
bool hasRoomForSign(int width);

/// Scrolls up and down when it must, and is not seen itself.
QScrollArea *scrolling(QWidget *content, QWidget *parent);

/// As large as drawn, with larger text more, and never larger than the window before which it stands.
void sizeDialog(QDialog &dialog, const QSize &drawn);
/// Whatever has come into it needs more height.
void growDialog(QDialog &dialog);

/// Of the text, against the drawing's; never less than 1.
qreal textScale();

QFrame *hairline(Qt::Orientation orientation, QWidget *parent);
/// Buttons beside each other, of which one is chosen: one control in parts.
void joinSegments(const QList<QPushButton *> &segments);

} // namespace balcao::ui
