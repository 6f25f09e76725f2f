// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/qrscreen.h"

#include "ui/dialogs/qrview.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

// Black on white as the QR: the customer's camera takes all of it.
QLabel *line(const QString &text, const QFont &font, QWidget *parent)
{
    QLabel *made = plainLabel(text, parent);
    QPalette black = made->palette();
    black.setColor(QPalette::WindowText, Qt::black);
    made->setPalette(black);
    made->setStyleSheet(QStringLiteral("color: black"));
    made->setFont(font);
    made->setAlignment(Qt::AlignCenter);
    return made;
}

} // namespace

QrScreen::QrScreen(const desk::PixCode &code, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("qrScreen"));
    setWindowTitle(tr("Pix"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(6);
    auto *amount = line(code.amountText, semibold(scaledFont(font(), 40)), this);
    amount->setObjectName(QStringLiteral("qrAmount"));
    column->addWidget(amount);
    auto *qr = new QrView(this);
    qr->setCode(code.code);
    column->addWidget(qr, 1);
    auto *name = line(code.name, semibold(displayFont(font())), this);
    name->setObjectName(QStringLiteral("qrName"));
    column->addWidget(name);
    if (!code.about.isEmpty())
        column->addWidget(line(code.about, headFont(font()), this));
    column->addWidget(line(tr("Esc closes"), smallFont(font()), this));
}

void QrScreen::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Qt::white);
}

void QrScreen::mousePressEvent(QMouseEvent *)
{
    accept();
}

void QrScreen::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || event->key() == Qt::Key_Space) // of the hand that has just confirmed
        return event->accept();
    QDialog::keyPressEvent(event);
}

} // namespace balcao::ui
