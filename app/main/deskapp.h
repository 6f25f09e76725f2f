// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk program's composition root and its one flow: first run, then who is serving, then the inbox;
// and back when the shop's server no longer knows this computer. GUI thread.
#pragma once

#include "desk/firstrunpresenter.h"
#include "desktop.h"
#include "options.h"
#include "pairer.h"
#include "portrait.h"
#include "scene.h"
#include "shopsession.h"
#include "ui/mainwindow.h"

#include <memory>

namespace balcao {

class DeskApp final : public QObject
{
    Q_OBJECT

public:
    DeskApp(QApplication &app, const Options &options, const QString &folder);
    ~DeskApp() override;

    void start();
    void raise() { m_desktop.raise(); }
    void quit() { m_desktop.quit(); }

    [[nodiscard]] ui::MainWindow &window() { return m_window; }
    [[nodiscard]] Desktop &desktop() { return m_desktop; }
    [[nodiscard]] ShopSession *shop() { return m_shop.get(); }

private:
    void begin(const ShopAccess &access, bool isDemo);
    void endShop();
    void entered();
    void welcome(const desk::OperatorChoice &who);
    void switchOperator();
    void makeSettings();
    void enterDemo();
    void revoked(const ShopSession *session);
    void startScene();

    QApplication &m_app;
    Options m_options;
    QString m_folder;
    SteadyClock m_clock; ///< whoever sets this computer's clock meanwhile changes nothing here
    ui::Appearance m_appearance;
    Pairer m_pairer;
    desk::FirstRunPresenter m_firstRun;
    ui::MainWindow m_window;
    Desktop m_desktop;
    std::unique_ptr<Portrait> m_portrait;
    std::unique_ptr<ShopSession> m_shop;
    std::unique_ptr<Scene> m_scene;
    bool m_isDemo = false;
};

} // namespace balcao
