// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/tray.h"

#include "ui/style/platform.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QWidget>

#include <utility>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kShownMs = 8000;
constexpr int kMostShown = 99;

QPixmap counted(const QPixmap &base, int count)
{
    QPixmap made = base;
    if (count <= 0)
        return made;
    const QString text = count > kMostShown ? u"99+"_s : QString::number(count);
    const Theme &theme = Theme::light(); // trays have no scheme that can be asked for
    const qreal side = made.width();
    QFont font;
    font.setPixelSize(qMax(7, qRound(side * (text.size() < 3 ? 0.5 : 0.38))));
    font.setWeight(QFont::DemiBold);
    const qreal width = qMax(side * 0.56, QFontMetricsF(font).horizontalAdvance(text) + side * 0.16);
    const QRectF badge(side - width, side * 0.44, width, side * 0.56);
    QPainter painter(&made);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.surface, qMax(1.0, side / 24)));
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), badge.height() / 2, badge.height() / 2);
    painter.setPen(theme.surface);
    painter.setFont(font);
    painter.drawText(badge, Qt::AlignCenter, text);
    return made;
}

} // namespace

QIcon countedIcon(int count)
{
    QIcon icon;
    for (const int size : {16, 32, 48, 64, 128, 256})
        icon.addPixmap(counted(QPixmap(u":/icons/balcao-app-%1.png"_s.arg(size)), count));
    return icon;
}

QString plainNotice(const QString &text)
{
    // freedesktop servers read <b> and <a href>; those that do not would show "&lt;". Look-alikes are safe with both.
    QString plain = text;
    plain.replace(u'<', QChar(0x2039)).replace(u'>', QChar(0x203a)).replace(u'&', QChar(0xff06));
    return plain;
}

Tray::Tray(QWidget &window) : m_window(window), m_menu(std::make_unique<QMenu>()), m_silence(nullptr), m_hide(nullptr)
{
    m_menu->setObjectName(u"trayMenu"_s);
    connect(m_menu->addAction(tr("Open Balcão")), &QAction::triggered, this, &Tray::openRequested);
    m_silence = m_menu->addAction(tr("Silence for 30 minutes"));
    m_silence->setCheckable(true);
    connect(m_silence, &QAction::triggered, this, &Tray::silenceRequested);
    m_hide = m_menu->addAction(tr("Hide the screen"));
    connect(m_hide, &QAction::triggered, this, &Tray::hideRequested);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitRequested);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT openRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_lastTold.isNull())
            Q_EMIT openRequested();
        else
            Q_EMIT conversationRequested(m_lastTold);
    });
    setServing(false);
    setCount(0, {});
    if (exists())
        m_icon.show();
}

Tray::~Tray() = default;

bool Tray::exists() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setCount(int count, const QString &words)
{
    if (words.isEmpty())
        m_icon.setToolTip(tr("Balcão"));
    else
        m_icon.setToolTip(tr("Balcão · %1").arg(words));
    if (std::exchange(m_count, count) == count)
        return;
    m_icon.setIcon(countedIcon(count));
    m_window.setWindowIcon(showBadge(count) ? countedIcon(0) : countedIcon(count));
}

void Tray::setSilenced(bool silenced)
{
    m_silence->setChecked(silenced);
}

void Tray::setServing(bool serving)
{
    m_hide->setEnabled(serving);
}

void Tray::show(const desk::Notice &notice)
{
    m_lastTold = notice.conversation;
    if (m_icon.isVisible() && QSystemTrayIcon::supportsMessages())
        m_icon.showMessage(plainNotice(notice.title), plainNotice(notice.text), countedIcon(0), kShownMs);
}

void Tray::beckon()
{
    QApplication::alert(&m_window);
}

} // namespace balcao::ui
