// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/announcer.h"

#include <QAccessible>

#include <utility>

namespace balcao::ui {

using Level = desk::ConnectionPresenter::Level;

Announcer::Announcer(desk::ThreadPresenter &thread, desk::ConnectionPresenter &connection, QWidget *page)
    : QObject(page), m_connection(connection), m_level(connection.level()), m_page(page), m_voice(new QWidget(page))
{
    m_voice->setObjectName(QStringLiteral("announcements"));
    m_voice->hide();
    connect(&thread, &desk::ThreadPresenter::heard, this, [this](const QString &sentence) { say(sentence, false); });
    connect(&thread, &desk::ThreadPresenter::paid, this, [this](const QString &sentence) { say(sentence, true); });
    connect(&connection, &desk::ConnectionPresenter::changed, this, &Announcer::tellConnection);
}

void Announcer::tellConnection()
{
    const Level before = std::exchange(m_level, m_connection.level());
    if (before != m_level)
        say(m_connection.text(), m_level != Level::Calm);
}

void Announcer::say(const QString &text, bool urgent)
{
    if (!m_page->isVisible())
        return;
    Q_EMIT said(text);
    m_voice->setAccessibleName(text);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(m_page, text);
    event.setPoliteness(urgent ? QAccessible::AnnouncementPoliteness::Assertive
                               : QAccessible::AnnouncementPoliteness::Polite);
#else
    Q_UNUSED(urgent)
    QAccessibleEvent event(m_voice, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace balcao::ui
