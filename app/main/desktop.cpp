// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desktop.h"

#include <QLocale>
#include <QMenu>

namespace balcao {

using desk::Preferences;

namespace {

constexpr qint64 kSilenceMs = 30 * kMinuteMs;

ui::ColourScheme schemeOf(Preferences::Scheme scheme)
{
    switch (scheme) {
    case Preferences::Scheme::Light:
        return ui::ColourScheme::Light;
    case Preferences::Scheme::Dark:
        return ui::ColourScheme::Dark;
    case Preferences::Scheme::System:
        break;
    }
    return ui::ColourScheme::System;
}

} // namespace

Desktop::Desktop(QApplication &app, const Clock &clock, const QString &folder,
                 std::optional<ui::ColourScheme> fixedScheme, ui::MainWindow &window, ui::Appearance &appearance)
    : m_app(app),
      m_clock(clock),
      m_window(window),
      m_appearance(appearance),
      m_fixedScheme(fixedScheme),
      m_file(folder),
      m_preferences(m_file, m_file.preferences()),
      m_privacy(clock),
      m_input(app),
      // What customers are written to in, whatever the window's words.
      m_speller(ui::systemSpeller(QLocale(QLocale::Portuguese, QLocale::Brazil))),
      m_tray(window)
{
    m_preferences.setHasTray(m_tray.exists());
    connect(&m_preferences, &desk::PreferencesPresenter::changed, this, &Desktop::applyPreferences);
    connect(&m_input, &ui::InputWatch::touched, &m_privacy, &desk::PrivacyPresenter::touched);
    connect(&m_privacy, &desk::PrivacyPresenter::changed, this, &Desktop::tellProtected);
    connect(&m_window, &ui::MainWindow::privacyRequested, &m_privacy, &desk::PrivacyPresenter::protect);
    connect(&m_window, &ui::MainWindow::seenChanged, this, &Desktop::tellSeen);
    connect(&m_window, &ui::MainWindow::hiddenToTray, this, &Desktop::hinted);
    connect(&m_app, &QApplication::aboutToQuit, this, &Desktop::keepPlace);
    connectTray();
    applyPreferences();
}

Desktop::~Desktop() = default;

void Desktop::connectTray()
{
    connect(&m_tray, &ui::Tray::openRequested, this, &Desktop::raise);
    connect(&m_tray, &ui::Tray::conversationRequested, this, &Desktop::openConversation);
    connect(&m_tray, &ui::Tray::silenceRequested, this, &Desktop::silence);
    connect(&m_tray, &ui::Tray::hideRequested, &m_privacy, &desk::PrivacyPresenter::protect);
    connect(&m_tray, &ui::Tray::quitRequested, this, &Desktop::quit);
    connect(&m_tray.menu(), &QMenu::aboutToShow, this, [this] { m_tray.setSilenced(m_clock.nowMs() < m_silentUntil); });
}

void Desktop::applyPreferences()
{
    const Preferences &p = m_preferences.now();
    m_appearance.apply(m_fixedScheme.value_or(schemeOf(p.scheme)));
    m_appearance.setTextPercent(p.textPercent);
    m_privacy.setIdleMinutes(p.lockMinutes);
    const bool toTray = p.closeToTray && m_preferences.hasTray();
    m_window.setClosesToTray(toTray);
    m_app.setQuitOnLastWindowClosed(!toTray);
    if (m_news)
        m_news->setPreferences(p);
}

void Desktop::open(bool mayHide, bool placed)
{
    m_keepsPlace = !placed;
    if (m_keepsPlace)
        ui::restorePlace(m_window, m_file.place());
    const bool away = mayHide && m_preferences.now().startMinimised;
    if (!away)
        return m_window.show();
    if (!m_tray.exists())
        m_window.showMinimized();
}

void Desktop::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Desktop::quit()
{
    m_window.setClosesToTray(false);
    m_app.quit();
}

void Desktop::attach(ShopSession &shop)
{
    m_shop = &shop;
    m_news = std::make_unique<desk::NewsPresenter>(shop.source(), m_clock, m_tray, m_sounds);
    m_news->setPreferences(m_preferences.now());
    m_news->silenceUntil(m_silentUntil);
    connect(&shop, &ShopSession::heard, m_news.get(), &desk::NewsPresenter::heard);
    connect(&shop, &ShopSession::sendRefused, m_news.get(), &desk::NewsPresenter::refused);
    connect(&shop, &ShopSession::onlineChanged, m_news.get(), &desk::NewsPresenter::setOnline);
    connect(&shop.rail(), &desk::RailPresenter::changed, this, &Desktop::showCount);
    connect(&shop.thread(), &desk::ThreadPresenter::changed, this, &Desktop::tellSeen);
    stopServing();
}

void Desktop::detach()
{
    stopServing();
    m_news.reset();
    m_shop = nullptr;
    m_tray.setCount(0, {});
}

void Desktop::serve(const desk::OperatorChoice &who, bool same)
{
    m_name = who.name;
    m_serving = true;
    m_tray.setServing(true);
    m_privacy.setServing(true);
    m_privacy.release();
    m_window.showInbox(m_shop->shopName(), m_name, same, who.id.uuid().data1);
    tellSeen();
}

void Desktop::stopServing()
{
    m_serving = false;
    m_tray.setServing(false);
    m_privacy.setServing(false);
    tellSeen();
}

void Desktop::tellProtected()
{
    if (m_news)
        m_news->setProtected(!m_serving || m_privacy.isProtected());
    if (!m_privacy.isProtected() || !m_shop)
        return;
    m_shop->keepArrangement(m_window.inbox()->arrangement());
    m_shop->operators().selectOperator(m_shop->serving());
    m_window.showProtected();
}

void Desktop::tellSeen()
{
    if (!m_news)
        return;
    const bool active = m_window.isActiveWindow() && m_window.isVisible() && !m_window.isMinimized();
    const ui::InboxPage *inbox = m_window.inbox();
    const bool reading = active && inbox && inbox->showsThread();
    m_news->setSeen(active, reading ? m_shop->thread().standing() : ConversationId());
    m_news->setProtected(!m_serving || m_privacy.isProtected());
}

void Desktop::showCount()
{
    m_tray.setCount(m_shop->rail().waiting(), m_shop->rail().waitingText());
}

void Desktop::openConversation(ConversationId conversation)
{
    raise();
    if (!m_serving || m_privacy.isProtected())
        return;
    m_shop->inbox().open(conversation);
    m_window.inbox()->bringThread();
}

void Desktop::silence(bool on)
{
    m_silentUntil = on ? m_clock.nowMs() + kSilenceMs : 0;
    if (m_news)
        m_news->silenceUntil(m_silentUntil);
}

void Desktop::hinted()
{
    keepPlace();
    tellSeen();
    if (m_preferences.now().trayHintShown)
        return;
    m_preferences.set(&Preferences::trayHintShown, true);
    m_tray.show({{}, tr("Balcão goes on in the tray"), tr("Messages keep arriving. To end it, choose “Quit” there.")});
}

void Desktop::keepPlace()
{
    if (m_keepsPlace)
        m_file.keep(ui::placeOf(m_window));
}

} // namespace balcao
