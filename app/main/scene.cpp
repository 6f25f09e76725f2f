// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "scene.h"

#include "shopsession.h"
#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLineEdit>

#include <algorithm>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Part of the names of two of the sandbox's customers, typed without its accent.
constexpr QLatin1StringView kSearched("ipe");
constexpr QLatin1StringView kManagersPin("123456"); ///< of the sandbox's Ana (relay/program/shopdesk.h)
constexpr int kNextMs = 100;

} // namespace

QStringList Scene::names()
{
    return {u"inbox"_s,    u"command-palette"_s, u"window-expired"_s, u"offline"_s,   u"privacy"_s,   u"privacy-pin"_s,
            u"settings"_s, u"pix-dialog"_s,      u"receipt"_s,        u"day-close"_s, u"day-closed"_s};
}

Scene::Scene(QString name, ui::MainWindow &window, ShopSession &shop, std::function<void()> cutLine)
    : m_name(std::move(name)), m_window(window), m_shop(shop), m_cutLine(std::move(cutLine))
{
    m_next.setInterval(kNextMs);
    connect(&m_next, &QTimer::timeout, this, [this] {
        m_isReady = m_isReady || advance();
        if (m_isReady)
            m_next.stop();
    });
}

bool Scene::isThreadThere() const
{
    return m_shop.thread().model().rowCount() > 0;
}

bool Scene::advance()
{
    if (!m_done && (!isThreadThere() || m_shop.state().kind != sync::ConnectionState::Kind::Online))
        return false;
    if (m_name == "command-palette"_L1)
        return showPalette();
    if (m_name == "window-expired"_L1)
        return showExpired();
    if (m_name == "offline"_L1)
        return showOffline();
    if (m_name == "pix-dialog"_L1)
        return showPix();
    if (m_name == "receipt"_L1)
        return showReceipt();
    if (m_name == "day-close"_L1)
        return showDay();
    if (m_name == "day-closed"_L1)
        return showDay() && closeDay();
    if (m_name == "privacy"_L1)
        return showPage("hideScreen"_L1, "protectedPage"_L1);
    if (m_name == "privacy-pin"_L1)
        return showPage("hideScreen"_L1, "protectedPage"_L1) && askPin();
    if (m_name == "settings"_L1)
        return showPage("settings"_L1, "settingsPage"_L1);
    return true;
}

void Scene::click(QLatin1StringView button)
{
    if (auto *found = m_window.findChild<QAbstractButton *>(button))
        found->click();
}

bool Scene::showPage(QLatin1StringView button, QLatin1StringView page)
{
    if (!std::exchange(m_done, true))
        click(button);
    const auto *shown = m_window.findChild<QWidget *>(page);
    return shown && shown->isVisible();
}

// Whoever opened the sample shop needs none; another one does, and has typed two of its digits.
bool Scene::askPin()
{
    desk::OperatorPresenter &operators = m_shop.operators();
    if (operators.needsPin()) {
        auto *pin = m_window.findChild<QLineEdit *>("protectedPin"_L1);
        if (pin && pin->text().isEmpty())
            pin->insert(kManagersPin.left(2));
        return pin && !pin->text().isEmpty();
    }
    operators.select((operators.selected() + 1) % static_cast<int>(qMax<qsizetype>(1, operators.operators().size())));
    return false; // painted first
}

bool Scene::showPalette()
{
    if (!std::exchange(m_done, true))
        click("search"_L1);
    auto *typed = m_window.findChild<QLineEdit *>("paletteTyped"_L1);
    const auto *list = m_window.findChild<QAbstractItemView *>("paletteList"_L1);
    if (!typed || !list)
        return false;
    if (typed->text().isEmpty())
        typed->insert(kSearched); // as a person types
    return list->model()->rowCount() > 0 && list->model()->index(0, 0).data().toString().contains(u"Ip\u00ea"_s);
}

// Somebody who wrote more than a day ago: not in the queue, but among all.
bool Scene::showExpired()
{
    desk::InboxPresenter &inbox = m_shop.inbox();
    if (!std::exchange(m_done, true))
        m_shop.rail().choose(m_shop.rail().model().rowOf(store::View::All, {}));
    const std::optional<store::ConversationRow> &open = m_shop.thread().head();
    if (open && open->windowUntil > 0 && open->windowUntil <= m_shop.nowMs() && open->id == inbox.openNow())
        return isThreadThere();
    for (const store::ConversationRow &row : inbox.model().rows()) {
        if (row.windowUntil > 0 && row.windowUntil <= m_shop.nowMs()) {
            inbox.open(row.id);
            return false;
        }
    }
    inbox.loadMore(); // in the morning they stand below the first page, as who wrote last comes first
    return false;
}

// Somebody who has sent a receipt while the bank knows of no payment.
bool Scene::showReceipt()
{
    desk::InboxPresenter &inbox = m_shop.inbox();
    if (!std::exchange(m_done, true))
        m_shop.rail().choose(m_shop.rail().model().rowOf(store::View::All, {}));
    const auto *strip = m_window.findChild<QWidget *>("proof"_L1);
    if (strip && strip->isVisible())
        return isThreadThere();
    for (const store::ConversationRow &row : inbox.model().rows()) {
        if (row.chip && !row.chip->proof.isNull() && row.id != inbox.openNow()) {
            inbox.open(row.id);
            return false;
        }
    }
    return false;
}

bool Scene::showDay()
{
    return showPage("till"_L1, "tillPage"_L1) && m_shop.till().isKnown();
}

bool Scene::closeDay()
{
    desk::TillPresenter &till = m_shop.till();
    if (till.canClose() && !till.isAsking())
        click("tillClose"_L1);
    auto *pin = m_window.findChild<QLineEdit *>("tillPin"_L1);
    if (pin && till.isAsking() && pin->text().isEmpty()) {
        pin->insert(kManagersPin);
        click("tillConfirm"_L1);
    }
    return till.isClosed();
}

// A charge to whoever is being served, with its amount and what it is for, ready to be looked at once more.
bool Scene::showPix()
{
    desk::PixPresenter &pix = m_shop.pix();
    if (pix.kinds().size() < 2)
        return false; // the bank has yet to be heard of
    if (!std::exchange(m_done, true))
        click("pix"_L1);
    const auto *dialog = m_window.findChild<QWidget *>("pixDialog"_L1);
    if (!dialog || !dialog->isVisible() || !pix.hasAccount())
        return false;
    if (pix.amount().centavos == 0) {
        for (const int digit : {1, 2, 3, 4, 5})
            pix.pushDigit(digit);
        pix.setDescription(u"Bolo de cenoura 2 kg + 50 p\u00e3es de queijo"_s);
        return false; // painted first
    }
    return true;
}

// Two answers are written while nobody takes them.
bool Scene::showOffline()
{
    if (!std::exchange(m_done, true))
        m_cutLine();
    if (m_shop.state().kind != sync::ConnectionState::Kind::Offline)
        return false;
    const auto waiting =
        std::ranges::count_if(m_shop.thread().model().rows(), [](const auto &item) { return !item.pending.isNull(); });
    desk::ComposerPresenter &composer = m_shop.composer();
    if (waiting < 2 && composer.text().isEmpty())
        composer.setText(waiting == 0 ? u"Pode sim! O motoboy sai \u00e0s 16h."_s : u"J\u00e1 separei no seu nome."_s);
    if (waiting < 2 && composer.canSend())
        composer.send();
    return waiting == 2;
}

} // namespace balcao
