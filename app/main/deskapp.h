// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk program's composition root and its one flow: first run, then who is serving, then the inbox;
// and back when the shop's server no longer knows this computer. GUI thread.
#pragma once

#include "desk/firstrunpresenter.h"
#include "net/keychainvault.h"
#include "net/memoryvault.h"
#include "options.h"
#include "secretkeeper.h"
#include "shopfiles.h"
#include "shopsession.h"
#include "sync/demo.h"
#include "sync/pairing.h"
#include "ui/mainwindow.h"

#include <memory>

namespace balcao {

class DeskApp final : public QObject, private desk::ShopConnector
{
    Q_OBJECT

public:
    DeskApp(QApplication &app, const Options &options, const QString &folder);
    ~DeskApp() override;

    void start();
    void raise();

private:
    void pair(const QString &address, const QString &code, const QString &device, Done done) override;
    void startDemo(Done done) override;

    void openShop();
    void openWith(const Secrets &secrets);
    void paired(const sync::PairedShop &shop, const QString &address, const Done &done);
    void keepSecrets(const sync::PairedShop &shop, const QString &vaultId, const Done &done);
    void pairedWithoutKey(const sync::PairedShop &shop, const Done &done);
    void begin(const ShopAccess &access);
    void endShop();
    void entered();
    void enterDemo();
    void revoked(const ShopSession *session);
    void armScreenshot();
    void shootWhenReady();

    QApplication &m_app;
    Options m_options;
    QString m_folder;
    ShopFiles m_files;
    SystemClock m_clock;
    ui::Appearance m_appearance;
    desk::FirstRunPresenter m_firstRun;
    sync::Pairing m_pairing;
    std::unique_ptr<sync::Demo> m_demo;
    std::unique_ptr<net::Vault> m_vault;
    std::unique_ptr<SecretKeeper> m_keeper;
    ui::MainWindow m_window;
    std::unique_ptr<ShopSession> m_shop;
    bool m_isDemo = false;
    QTimer m_shotPatience;
};

} // namespace balcao
