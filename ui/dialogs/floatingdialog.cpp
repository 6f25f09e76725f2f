// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/floatingdialog.h"

#include "ui/panes/shade.h"

#include <QBitmap>
#include <QEvent>
#include <QPainter>

namespace balcao::ui {

namespace {

constexpr int kRadius = 10;

} // namespace

FloatingDialog::FloatingDialog(const Appearance &appearance, QWidget &window, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_appearance(appearance),
      m_window(&window),
      m_shade(new Shade(appearance, &window))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground); // where windows can be; else the mask cuts the corners alone
    window.installEventFilter(this);
}

FloatingDialog::~FloatingDialog()
{
    delete m_shade;
}

void FloatingDialog::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

void FloatingDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    QBitmap shape(size());
    shape.clear();
    QPainter painter(&shape);
    painter.setBrush(Qt::color1);
    painter.setPen(Qt::color1);
    painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), kRadius, kRadius);
    painter.end();
    setMask(shape);
}

void FloatingDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit();
    if (m_shade) {
        m_shade->raise();
        m_shade->show();
    }
}

void FloatingDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (m_shade)
        m_shade->hide();
}

bool FloatingDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        fit();
    return QDialog::eventFilter(watched, event);
}

} // namespace balcao::ui
