// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Takes the window's picture once there is something to see in it, and ends the program. GUI thread.
#pragma once

#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>

class QApplication;
class QWidget;

namespace balcao {

class Portrait final : public QObject
{
    Q_OBJECT

public:
    Portrait(QApplication &app, QWidget &window, QString file);

    /// From now on: when `isReady` says so, and two looks in a row see the same.
    void takeWhen(std::function<bool()> isReady);

private:
    void look();
    QImage picture();

    QApplication &m_app;
    QWidget &m_window;
    QString m_file;
    std::function<bool()> m_isReady;
    QTimer m_patience;
    QTimer m_again;
    QImage m_seen; ///< at the look before
};

} // namespace balcao
