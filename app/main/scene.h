// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One of the design's pictures, set up in the sample shop by what a person would do: clicks, words, and a server
// that goes away. Everything in it came through the relay and the store. GUI thread.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace balcao::ui {
class MainWindow;
}

namespace balcao {

class ShopSession;

class Scene final : public QObject
{
    Q_OBJECT

public:
    static QStringList names();

    /// `cutLine`: the shop's server ends.
    Scene(QString name, ui::MainWindow &window, ShopSession &shop, std::function<void()> cutLine);

    /// Once the shop stands open.
    void start() { m_next.start(); }
    [[nodiscard]] bool isReady() const { return m_isReady; }

private:
    /// Does the next thing; true: all is there.
    bool advance();
    bool showPalette();
    bool showExpired();
    bool showOffline();
    bool showPix();
    bool showReceipt();
    bool showDay();
    bool closeDay();
    bool askPin();
    void click(QLatin1StringView button);
    /// Clicks the button once; true when the page stands there.
    bool showPage(QLatin1StringView button, QLatin1StringView page);
    [[nodiscard]] bool isThreadThere() const;

    QString m_name;
    ui::MainWindow &m_window;
    ShopSession &m_shop;
    std::function<void()> m_cutLine;
    QTimer m_next;
    bool m_isReady = false;
    bool m_done = false; ///< what there is to do once has been done
};

} // namespace balcao
