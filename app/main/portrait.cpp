// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "portrait.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QWidget>

#include <cstdio>
#include <utility>

namespace balcao {

namespace {

constexpr int kPatienceMs = 60000;
constexpr int kAgainMs = 150;

} // namespace

Portrait::Portrait(QApplication &app, QWidget &window, QString file)
    : m_app(app), m_window(window), m_file(std::move(file))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        std::fprintf(stderr, "balcao: nothing to photograph within a minute\n");
        m_app.exit(1);
    });
    m_patience.start(kPatienceMs);
    connect(&m_again, &QTimer::timeout, this, &Portrait::look);
}

void Portrait::takeWhen(std::function<bool()> isReady)
{
    m_isReady = std::move(isReady);
    m_again.start(kAgainMs);
}

// Taken when two looks in a row see the same: until then something is still on its way.
void Portrait::look()
{
    if (!m_isReady())
        return;
    const QImage seen = std::exchange(m_seen, picture());
    if (seen != m_seen)
        return;
    m_again.stop();
    m_app.exit(m_seen.save(m_file, "PNG") ? 0 : 1);
}

QImage Portrait::picture()
{
    QPixmap picture = m_window.grab();
    // What stands before it is a window of its own.
    QPainter painter(&picture);
    const auto dialogs = m_window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            painter.drawPixmap(m_window.mapFromGlobal(dialog->mapToGlobal(QPoint())), dialog->grab());
    }
    painter.end();
    return picture.toImage();
}

} // namespace balcao
