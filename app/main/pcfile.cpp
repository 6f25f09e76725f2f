// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "pcfile.h"

#include <QFile>
#include <QSettings>

#include <filesystem>

namespace balcao {

using namespace Qt::Literals::StringLiterals;
using desk::Preferences;

namespace {

constexpr QLatin1StringView kSchemes[] = {"system"_L1, "light"_L1, "dark"_L1};

Preferences::Scheme schemeOf(const QString &word)
{
    for (int i = 0; i < 3; ++i) {
        if (word == kSchemes[i])
            return static_cast<Preferences::Scheme>(i);
    }
    return Preferences::Scheme::System;
}

} // namespace

PcFile::PcFile(const QString &folder) : m_file(folder + u"/pc.ini"_s)
{
    read();
}

void PcFile::read()
{
    const QSettings file(m_file, QSettings::IniFormat);
    Preferences &p = m_preferences;
    const auto flag = [&file](const QString &key, bool usual) { return file.value(key, usual).toBool(); };
    p.scheme = schemeOf(file.value(u"look/scheme"_s).toString());
    p.textPercent = file.value(u"look/text"_s, p.textPercent).toInt();
    p.sounds = flag(u"notice/sounds"_s, p.sounds);
    p.notifications = flag(u"notice/show"_s, p.notifications);
    p.notificationContent = flag(u"notice/content"_s, p.notificationContent);
    p.lockMinutes = file.value(u"privacy/lock"_s, p.lockMinutes).toInt();
    p.spelling = flag(u"writing/spelling"_s, p.spelling);
    p.startMinimised = flag(u"window/start_minimised"_s, p.startMinimised);
    p.closeToTray = flag(u"window/close_to_tray"_s, p.closeToTray);
    p.trayHintShown = flag(u"window/hint_shown"_s, p.trayHintShown);
    m_place.normal = QRect(file.value(u"window/x"_s).toInt(), file.value(u"window/y"_s).toInt(),
                           file.value(u"window/width"_s).toInt(), file.value(u"window/height"_s).toInt());
    m_place.maximised = flag(u"window/maximised"_s, false);
}

void PcFile::keep(const Preferences &preferences)
{
    m_preferences = preferences;
    write();
}

void PcFile::keep(const ui::WindowPlace &place)
{
    if (place == m_place)
        return;
    m_place = place;
    write();
}

// By hand: QSettings would wait for the disk, and the window with it.
void PcFile::write() const
{
    const Preferences &p = m_preferences;
    const auto flag = [](bool on) { return on ? "true"_L1 : "false"_L1; };
    const QString text =
        u"[look]\nscheme=%1\ntext=%2\n\n[notice]\nsounds=%3\nshow=%4\ncontent=%5\n\n[privacy]\nlock=%6\n\n[writing]\nspelling=%7\n\n"_s
            .arg(kSchemes[static_cast<int>(p.scheme)])
            .arg(p.textPercent)
            .arg(flag(p.sounds), flag(p.notifications), flag(p.notificationContent))
            .arg(p.lockMinutes)
            .arg(flag(p.spelling)) +
        u"[window]\nstart_minimised=%1\nclose_to_tray=%2\nhint_shown=%3\nx=%4\ny=%5\nwidth=%6\nheight=%7\nmaximised=%8\n"_s
            .arg(flag(p.startMinimised), flag(p.closeToTray), flag(p.trayHintShown))
            .arg(m_place.normal.x())
            .arg(m_place.normal.y())
            .arg(m_place.normal.width())
            .arg(m_place.normal.height())
            .arg(flag(m_place.maximised));
    const QString fresh = m_file + u".new"_s;
    QFile file(fresh);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return;
    file.close();
    std::error_code ignored;
    std::filesystem::rename(std::filesystem::path(fresh.toStdU16String()),
                            std::filesystem::path(m_file.toStdU16String()), ignored);
}

} // namespace balcao
