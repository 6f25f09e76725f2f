// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskapp.h"

#include "deskfile.h"
#include "net/keychainvault.h"

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<ui::ColourScheme> schemeOf(const QString &name)
{
    if (name.isEmpty())
        return std::nullopt;
    return name == "dark"_L1 ? ui::ColourScheme::Dark : ui::ColourScheme::Light;
}

} // namespace

DeskApp::DeskApp(QApplication &app, const Options &options, const QString &folder)
    : m_app(app),
      m_options(options),
      m_folder(folder),
      m_appearance(app, schemeOf(options.scheme).value_or(ui::ColourScheme::System)),
      m_pairer(
          m_clock, folder, [](const QString &id) { return std::make_unique<net::KeychainVault>(id); },
          QApplication::applicationDirPath()),
      m_firstRun(m_pairer),
      m_window(m_firstRun, m_appearance),
      m_desktop(app, m_clock, folder, schemeOf(options.scheme), m_window, m_appearance)
{
    connect(&m_window, &ui::MainWindow::switchOperatorRequested, this, &DeskApp::switchOperator);
    connect(&m_pairer, &Pairer::noticed, &m_firstRun, &desk::FirstRunPresenter::setNotice);
    connect(&m_pairer, &Pairer::replacing, this, &DeskApp::endShop);
    connect(&m_pairer, &Pairer::ready, this, &DeskApp::begin);
    if (m_options.size.isValid())
        m_window.resize(m_options.size);
}

DeskApp::~DeskApp()
{
    endShop();
}

void DeskApp::start()
{
    const DeskFile file = DeskFile::read(m_folder);
    const bool paired = !m_options.demo && !m_options.firstRun && !file.relay.isEmpty();
    m_desktop.open(paired, m_options.size.isValid());
    if (!m_options.screenshot.isEmpty()) {
        m_portrait = std::make_unique<Portrait>(m_app, m_window, m_options.screenshot);
        if (m_options.firstRun && !m_options.demo)
            m_portrait->takeWhen([] { return true; });
    }
    if (m_options.demo)
        return m_firstRun.startDemo();
    m_firstRun.setAddress(file.address);
    if (paired)
        m_pairer.openKept();
}

void DeskApp::begin(const ShopAccess &access, bool isDemo)
{
    endShop();
    m_isDemo = isDemo;
    m_shop = std::make_unique<ShopSession>(access, m_clock, m_desktop.preferences(), m_desktop.speller());
    m_window.setShop(m_shop->operators(), m_shop->presenters());
    makeSettings();
    connect(&m_shop->spelling(), &desk::SpellingPresenter::offered, this, &DeskApp::makeSettings); // now it is in them
    m_desktop.attach(*m_shop);
    connect(&m_shop->operators(), &desk::OperatorPresenter::entered, this, &DeskApp::entered);
    connect(&m_shop->operators(), &desk::OperatorPresenter::returned, this,
            [this] { m_desktop.serve(m_shop->servingNow(), true); });
    connect(
        m_shop.get(), &ShopSession::revoked, this, [this, session = m_shop.get()] { revoked(session); },
        Qt::QueuedConnection);
    connect(m_shop.get(), &ShopSession::pairAgain, this, [this] {
        m_firstRun.setNotice(
            tr("The shop's server no longer knows this computer. Ask for a new code; nothing is lost."));
        m_desktop.stopServing();
        m_window.showFirstRun();
    });
    if (m_isDemo)
        connect(m_shop.get(), &ShopSession::operatorsKnown, this, &DeskApp::enterDemo);
    else
        m_window.showOperators();
    m_shop->start();
}

void DeskApp::makeSettings()
{
    m_window.setSettings({m_desktop.preferences(), m_shop->account(), m_shop->data(), m_desktop.sounder(),
                          m_shop->spelling(), m_shop->receiving(), m_shop->bank(), m_shop->line()});
}

void DeskApp::enterDemo()
{
    const QList<desk::OperatorChoice> &operators = m_shop->operators().operators();
    if (operators.isEmpty())
        return;
    disconnect(m_shop.get(), &ShopSession::operatorsKnown, this, &DeskApp::enterDemo);
    desk::OperatorChoice who = operators.first();
    who.hasPin = false; // nobody was asked for one
    m_shop->operators().setWithoutPin(who.id);
    welcome(who);
    m_shop->inbox().openNext();
    startScene();
}

void DeskApp::startScene()
{
    if (m_options.scene.isEmpty() && !m_portrait)
        return;
    const QString name = m_options.scene.isEmpty() ? Scene::names().first() : m_options.scene;
    m_scene = std::make_unique<Scene>(name, m_window, *m_shop, [this] { m_pairer.endDemo(); });
    m_scene->start();
    if (m_portrait)
        m_portrait->takeWhen([this] { return !m_scene || m_scene->isReady(); });
}

void DeskApp::entered()
{
    m_shop->operators().setWithoutPin({});
    desk::OperatorChoice who = m_shop->gate().who();
    who.hasPin = true;
    welcome(who);
}

// Whoever comes back finds all as it was left; somebody else's drafts and panes are their own.
void DeskApp::welcome(const desk::OperatorChoice &who)
{
    const bool same = who.id == m_shop->serving();
    if (!same) {
        m_shop->serve(who);
        m_shop->readArrangement(m_window.inbox(),
                                [this](const QByteArray &kept) { m_window.inbox()->setArrangement(kept); });
    }
    m_desktop.serve(m_shop->servingNow(), same);
}

void DeskApp::switchOperator()
{
    if (m_shop && !m_shop->serving().isNull())
        m_shop->keepArrangement(m_window.inbox()->arrangement());
    m_desktop.stopServing();
    if (m_shop)
        m_shop->operators().leave(m_shop->serving());
    m_window.showOperators();
}

void DeskApp::revoked(const ShopSession *session)
{
    if (session != m_shop.get())
        return; // it has ended since
    // The only answer that wipes a desk. The sample shop has nothing that lasts.
    endShop();
    m_window.showFirstRun();
    if (m_isDemo)
        return m_firstRun.setNotice(tr("The sample shop has ended."));
    m_firstRun.setNotice(
        m_pairer.forget()
            ? tr("This computer was disconnected from the shop. Its copy of the conversations was erased.")
            : tr("This computer was disconnected from the shop. Its copy of the conversations could not be erased "
                 "whole; that is tried again when Balcão starts."));
}

void DeskApp::endShop()
{
    if (!m_shop)
        return;
    m_shop->composer().flush();
    m_shop->customer().flush();
    if (!m_shop->serving().isNull())
        m_shop->keepArrangement(m_window.inbox()->arrangement());
    m_desktop.detach();
    m_window.clearShop();
    m_scene.reset();
    m_shop.reset();
}

} // namespace balcao
