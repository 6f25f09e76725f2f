// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Balcão in the system's tray: how many wait, a short menu, and the system's notifications. Where there is no tray
// the notifications are none either, and the window's icon shows the number. GUI thread.
#pragma once

#include "desk/newspresenter.h"

#include <QIcon>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

class QAction;
class QMenu;

namespace balcao::ui {

/// The program's icon with a number at its corner; 0: without.
QIcon countedIcon(int count);
/// For a server that may read markup, or may not and would show what escaped it: nothing in it can be either.
QString plainNotice(const QString &text);

class Tray final : public QObject, public desk::Notifier
{
    Q_OBJECT

public:
    /// `window`: flashes when attention is wanted.
    explicit Tray(QWidget &window);
    ~Tray() override;

    [[nodiscard]] bool exists() const;
    void setCount(int count, const QString &words);
    void setSilenced(bool silenced);
    /// Somebody serves, so that there is something to hide.
    void setServing(bool serving);
    [[nodiscard]] QMenu &menu() { return *m_menu; }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }

    void show(const desk::Notice &notice) override;
    void beckon() override;

Q_SIGNALS:
    void openRequested();
    void conversationRequested(balcao::ConversationId conversation);
    void silenceRequested(bool silent);
    void hideRequested();
    void quitRequested();

private:
    QWidget &m_window;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_silence;
    QAction *m_hide;
    ConversationId m_lastTold;
    int m_count = -1;
};

} // namespace balcao::ui
