// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskapp.h"

#include "deskfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

#include <cstdio>

namespace balcao {

using namespace Qt::Literals::StringLiterals;
using net::VaultState;

namespace {

constexpr int kShotPatienceMs = 60000;

ui::ColourScheme schemeOf(const QString &name)
{
    return name == "dark"_L1    ? ui::ColourScheme::Dark
           : name == "light"_L1 ? ui::ColourScheme::Light
                                : ui::ColourScheme::System;
}

QString freshVaultId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

desk::ShopConnector::Outcome translated(sync::PairingOutcome outcome)
{
    using From = sync::PairingOutcome;
    using To = desk::ShopConnector::Outcome;
    switch (outcome) {
    case From::Paired:
        return To::Paired;
    case From::AddressInvalid:
        return To::AddressInvalid;
    case From::NotFound:
        return To::NotFound;
    case From::NotSecure:
        return To::NotSecure;
    case From::NotBalcao:
        return To::NotBalcao;
    case From::CodeWrong:
        return To::CodeWrong;
    case From::TooManyTries:
        return To::TooManyTries;
    }
    return To::NotFound;
}

} // namespace

DeskApp::DeskApp(QApplication &app, const Options &options, const QString &folder)
    : m_app(app),
      m_options(options),
      m_folder(folder),
      m_files(folder),
      m_appearance(app, schemeOf(options.scheme)),
      m_firstRun(*this),
      m_window(m_firstRun, m_appearance)
{
    connect(&m_window, &ui::MainWindow::privacyRequested, &m_window, &ui::MainWindow::showProtected);
    connect(&m_window, &ui::MainWindow::switchOperatorRequested, &m_window, &ui::MainWindow::showOperators);
    if (!m_options.size.isNull())
        m_window.resize(m_options.size);
}

DeskApp::~DeskApp()
{
    endShop();
}

void DeskApp::start()
{
    m_files.finishErasing();
    m_window.show();
    armScreenshot();
    if (m_options.demo)
        return m_firstRun.startDemo();
    const DeskFile file = DeskFile::read(m_folder);
    m_firstRun.setAddress(file.address);
    if (!m_options.firstRun && !file.relay.isEmpty())
        openShop();
}

void DeskApp::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void DeskApp::openShop()
{
    const DeskFile file = DeskFile::read(m_folder);
    m_isDemo = false;
    m_vault = std::make_unique<net::KeychainVault>(file.vaultId);
    m_keeper = std::make_unique<SecretKeeper>(*m_vault, m_clock, m_files.shop());
    m_firstRun.setNotice(tr("Waiting for this system's password vault…"));
    m_keeper->read([this](const Secrets &secrets) {
        m_firstRun.setNotice({});
        openWith(secrets);
    });
}

void DeskApp::openWith(const Secrets &secrets)
{
    const DeskFile file = DeskFile::read(m_folder);
    switch (secrets.state) {
    case VaultState::Locked:
        // Never a new key over an existing store: ask, and touch nothing.
        m_firstRun.setNotice(
            tr("The system's vault is locked or was erased, so the shop cannot be opened. Unlock it and "
               "start Balcão again, or pair this computer again: everything is fetched anew."));
        return;
    case VaultState::Absent:
        m_firstRun.setNotice(tr("This computer has no password vault. Pair it again at each start."));
        return;
    case VaultState::Empty:
        return;
    case VaultState::Ok:
        break;
    }
    begin({file.relay, secrets.token, file.shopName, file.timezone, m_files.shop(), secrets.storeKey});
}

void DeskApp::pair(const QString &address, const QString &code, const QString &device, Done done)
{
    m_pairing.pair(address, code, device,
                   [this, address, done](sync::PairingOutcome outcome, const sync::PairedShop &shop) {
                       if (outcome != sync::PairingOutcome::Paired)
                           return done(translated(outcome));
                       paired(shop, address, done);
                   });
}

void DeskApp::paired(const sync::PairedShop &shop, const QString &address, const Done &done)
{
    DeskFile file = DeskFile::read(m_folder);
    endShop();
    m_isDemo = false;
    // Another server is another shop: what was written here for the first one must never be sent to the second.
    if (!file.relay.isEmpty() && file.relay != shop.relay) {
        if (!m_files.putAside(m_clock.nowMs()))
            return done(Outcome::Storage);
        file.vaultId.clear();
    }
    if (file.vaultId.isEmpty())
        file.vaultId = freshVaultId();
    file.relay = shop.relay;
    file.shopName = shop.shopName;
    file.timezone = shop.timezone;
    file.address = address;
    if (!file.write(m_folder))
        return done(Outcome::Storage);
    keepSecrets(shop, file.vaultId, done);
}

void DeskApp::keepSecrets(const sync::PairedShop &shop, const QString &vaultId, const Done &done)
{
    m_vault = std::make_unique<net::KeychainVault>(vaultId);
    m_keeper = std::make_unique<SecretKeeper>(*m_vault, m_clock, m_files.shop());
    m_keeper->keep(shop.token, [this, shop, done](const Secrets &secrets) {
        if (secrets.state == VaultState::Locked)
            // Not from inside the keeper that is about to be replaced.
            return QTimer::singleShot(0, this, [this, shop, done] { pairedWithoutKey(shop, done); });
        done(Outcome::Paired);
        begin({shop.relay, shop.token, shop.shopName, shop.timezone, m_files.shop(), secrets.storeKey});
    });
}

// The key of what stands here cannot be had, and a person asked to pair again: the old store is put aside as it is, its
// key stays where it may yet be found, and the new one gets a key under another name (security.md §1.5).
void DeskApp::pairedWithoutKey(const sync::PairedShop &shop, const Done &done)
{
    DeskFile file = DeskFile::read(m_folder);
    file.vaultId = freshVaultId();
    if (!m_files.putAside(m_clock.nowMs()) || !file.write(m_folder))
        return done(Outcome::Storage);
    keepSecrets(shop, file.vaultId, done);
}

void DeskApp::startDemo(Done done)
{
    m_demo = std::make_unique<sync::Demo>(QCoreApplication::applicationDirPath());
    m_demo->start([this, done](sync::Demo::Outcome outcome, const QString &address, const QString &code) {
        if (outcome != sync::Demo::Outcome::Ready)
            return done(outcome == sync::Demo::Outcome::Missing ? Outcome::DemoMissing : Outcome::DemoFailed);
        m_pairing.pair(address, code, tr("Sample counter"),
                       [this, done](sync::PairingOutcome paired, const sync::PairedShop &shop) {
                           if (paired != sync::PairingOutcome::Paired)
                               return done(Outcome::DemoFailed);
                           // Its own log, its own folder, made anew each time; the token stays in memory.
                           m_isDemo = true;
                           QDir(m_files.demo()).removeRecursively();
                           done(Outcome::Paired);
                           begin({shop.relay, shop.token, shop.shopName, shop.timezone, m_files.demo(), {}});
                       });
    });
}

void DeskApp::begin(const ShopAccess &access)
{
    endShop();
    m_shop = std::make_unique<ShopSession>(access, m_clock);
    m_window.setShop(m_shop->operators(), m_shop->presenters());
    connect(&m_shop->operators(), &desk::OperatorPresenter::entered, this, &DeskApp::entered);
    connect(
        m_shop.get(), &ShopSession::revoked, this, [this, session = m_shop.get()] { revoked(session); },
        Qt::QueuedConnection);
    connect(m_shop.get(), &ShopSession::pairAgain, this, [this] {
        m_firstRun.setNotice(
            tr("The shop's server no longer knows this computer. Ask for a new code; nothing is lost."));
        m_window.showFirstRun();
    });
    if (m_isDemo)
        connect(m_shop.get(), &ShopSession::operatorsKnown, this, &DeskApp::enterDemo);
    else
        m_window.showOperators();
    m_shop->start();
}

void DeskApp::enterDemo()
{
    const QList<desk::OperatorChoice> &operators = m_shop->operators().operators();
    if (operators.isEmpty())
        return;
    disconnect(m_shop.get(), &ShopSession::operatorsKnown, this, &DeskApp::enterDemo);
    m_shop->serve(operators.first());
    m_window.showInbox(m_shop->shopName(), operators.first().name);
    m_shop->inbox().openNext();
    if (!m_options.screenshot.isEmpty())
        shootWhenReady();
}

void DeskApp::entered()
{
    const desk::OperatorChoice &who = m_shop->gate().who();
    m_shop->serve(who);
    m_window.showInbox(m_shop->shopName(), who.name);
}

void DeskApp::revoked(const ShopSession *session)
{
    if (session != m_shop.get())
        return; // it has ended since
    // The only answer that wipes a desk (architecture, "The contract"). The sample shop has nothing that lasts.
    endShop();
    m_window.showFirstRun();
    if (m_isDemo)
        return m_firstRun.setNotice(tr("The sample shop has ended."));
    if (m_keeper)
        m_keeper->forget();
    DeskFile::remove(m_folder);
    m_firstRun.setNotice(
        m_files.erase()
            ? tr("This computer was disconnected from the shop. Its copy of the conversations was erased.")
            : tr("This computer was disconnected from the shop. Its copy of the conversations could not be erased "
                 "whole; that is tried again when Balcão starts."));
}

void DeskApp::endShop()
{
    if (!m_shop)
        return;
    m_shop->composer().flush();
    m_window.clearShop();
    m_shop.reset();
}

void DeskApp::armScreenshot()
{
    if (m_options.screenshot.isEmpty())
        return;
    m_shotPatience.setSingleShot(true);
    connect(&m_shotPatience, &QTimer::timeout, this, [this] {
        std::fprintf(stderr, "balcao: nothing to photograph within a minute\n");
        m_app.exit(1);
    });
    m_shotPatience.start(kShotPatienceMs);
    if (m_options.firstRun && !m_options.demo)
        shootWhenReady();
}

void DeskApp::shootWhenReady()
{
    // Once what there is to see has been painted: looked at again after each turn of the events.
    auto *again = new QTimer(this);
    again->setInterval(150);
    connect(again, &QTimer::timeout, this, [this, again] {
        const bool ready = !m_shop || (m_shop->thread().model().rowCount() > 0 &&
                                       m_shop->state().kind == sync::ConnectionState::Kind::Online);
        if (!ready)
            return;
        if (!again->property("seen").toBool()) {
            again->setProperty("seen", true);
            again->setInterval(700);
            return;
        }
        again->stop();
        const bool written = m_window.grab().save(m_options.screenshot, "PNG");
        m_app.exit(written ? 0 : 1);
    });
    again->start();
}

} // namespace balcao
