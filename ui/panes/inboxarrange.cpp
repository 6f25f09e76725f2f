// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Of InboxPage: which panes there is room for, which of them is shown, and what of that is remembered.

#include "ui/panes/customerpanel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/inboxpage.h"
#include "ui/panes/listpane.h"
#include "ui/panes/railpane.h"
#include "ui/panes/settingspage.h"
#include "ui/panes/threadpane.h"
#include "ui/panes/tillpage.h"
#include "ui/panes/topbar.h"

#include <QDataStream>
#include <QResizeEvent>
#include <QSplitter>

namespace balcao::ui {

namespace {

// Px: below these the panel is a drawer, the rail shows icons, and there is the list or the thread; above the
// last there is room to spare. At the system's own text size; larger text needs more.
constexpr int kPanelFits = 1180;
constexpr int kLabelsFit = 1000;
constexpr int kBothFit = 760;
constexpr int kRoomy = 1600;
constexpr QSize kLeast(480, 420);
constexpr quint32 kArrangement = 1;
constexpr int kList = 300;
constexpr int kRoomyList = 360;

} // namespace

QByteArray InboxPage::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kArrangement << (m_byHand ? m_panes->saveState() : QByteArray()) << m_closed;
    return bytes;
}

void InboxPage::setArrangement(const QByteArray &arrangement)
{
    quint32 version = 0;
    QByteArray panes;
    bool closed = false;
    QDataStream stream(arrangement);
    stream >> version >> panes >> closed;
    const bool known = stream.status() == QDataStream::Ok && version == kArrangement;
    m_closed = known && closed;
    m_drawer = false;
    m_byHand = known && m_panes->restoreState(panes);
    arrange();
    if (!m_byHand)
        sizeList();
}

// As drawn, until somebody has moved the line between list and thread.
void InboxPage::sizeList()
{
    const int list = qRound((m_roomy ? kRoomyList : kList) * m_scale);
    m_panes->setSizes({list, qMax(0, m_panes->width() - list - m_panes->handleWidth())});
}

QSize InboxPage::minimumSizeHint() const
{
    return kLeast;
}

void InboxPage::movePane(int by)
{
    if (m_aside && m_aside == m_settings)
        return m_rail->hasInnerFocus() ? m_settings->focusSections() : m_rail->focusRail();
    if (m_aside == m_till && m_aside)
        return m_till->movePane(by) ? void() : m_rail->focusRail();
    const int now = m_rail->hasInnerFocus() ? 0 : m_list->hasInnerFocus() ? 1 : m_thread->hasInnerFocus() ? 2 : 3;
    const int count = m_customer->isVisible() ? 4 : 3;
    switch ((now + by + count) % count) {
    case 0:
        return m_rail->focusRail();
    case 1:
        m_showsList = true;
        leavePanel();
        return m_list->focusList();
    case 2:
        return bringThread();
    default:
        return m_customer->focusFirst();
    }
}

void InboxPage::leavePanel()
{
    m_drawer = m_drawer && !m_alone;
    arrange();
}

void InboxPage::toggleCustomer()
{
    showAside(nullptr);
    const bool fits = width() >= kPanelFits * m_scale;
    (fits ? m_closed : m_drawer) = fits ? !m_closed : !m_drawer;
    arrange();
    if (m_customer->isVisible())
        m_customer->focusFirst();
    else
        m_thread->focusComposer();
}

void InboxPage::arrange()
{
    const qreal scale = std::exchange(m_scale, textScale());
    const bool fits = width() >= kPanelFits * m_scale;
    m_rail->setCompact(width() < kLabelsFit * m_scale);
    const bool roomy = width() >= kRoomy * m_scale;
    const bool resized = std::exchange(m_roomy, roomy) != roomy || scale != m_scale;
    m_rail->setRoomy(roomy);
    m_customer->setRoomy(roomy);
    m_bar->setCompact(width() < kBothFit * m_scale);
    const bool panel = !m_aside && m_presenters.thread.isOpen() && (fits ? !m_closed : m_drawer);
    // Very large text: the drawer takes the place of what it belongs to.
    m_alone = panel && width() < m_rail->minimumWidth() + m_thread->minimumWidth() + m_customer->minimumWidth();
    m_panes->setVisible(!m_aside && !m_alone);
    m_customer->setWide(m_alone);
    m_customer->setVisible(panel);
    if (m_settings)
        m_settings->setVisible(m_aside == m_settings);
    m_till->setVisible(m_aside == m_till);
    arrangeNarrow();
    if (resized && !m_byHand)
        sizeList();
}

void InboxPage::arrangeNarrow()
{
    // Text may be twice as large before list and thread have to take turns on a common screen.
    const int panel = m_customer->isHidden() ? 0 : m_customer->minimumWidth();
    const int least = m_rail->minimumWidth() + m_list->minimumWidth() + m_thread->minimumWidth() + panel;
    const bool both = width() >= qMax<qreal>(least, kBothFit * (1 + (m_scale - 1) / 2));
    const bool thread = m_presenters.thread.isOpen() && !m_showsList;
    m_list->setVisible(both || !thread);
    m_thread->setVisible(both || thread);
    m_bar->setBack(m_alone || (!both && thread && !m_aside));
    tellSeen();
}

bool InboxPage::showsThread() const
{
    return m_thread->isVisible();
}

void InboxPage::tellSeen()
{
    m_presenters.thread.setSeen(showsThread() && isActiveWindow() && !window()->isMinimized());
}

void InboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tellSeen();
}

void InboxPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_presenters.thread.setSeen(false);
}

void InboxPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        tellSeen();
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace balcao::ui
