// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/sounds.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QLibrary>
#include <QTemporaryDir>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;
using desk::Chime;

QString soundFile(Chime chime)
{
    switch (chime) {
    case Chime::Message:
        return u":/sounds/message.wav"_s;
    case Chime::Failed:
        return u":/sounds/failed.wav"_s;
    case Chime::Back:
        return u":/sounds/back.wav"_s;
    case Chime::Paid:
        return u":/sounds/paid.wav"_s;
    }
    return {};
}

#if defined(Q_OS_WIN)

// Never run by us on Windows.
class SystemSounds::Player
{
public:
    Player() : m_library(u"winmm"_s), m_play(reinterpret_cast<Play>(m_library.resolve("PlaySoundW"))) {}

    bool play(Chime chime)
    {
        QFile file(soundFile(chime));
        if (!m_play || !file.open(QIODevice::ReadOnly))
            return false;
        m_playing = file.readAll(); // read while it plays
        return m_play(reinterpret_cast<const wchar_t *>(m_playing.constData()), nullptr, kMemory | kAsync | kNoDefault);
    }

private:
    using Play = int(__stdcall *)(const wchar_t *, void *, unsigned long);
    static constexpr unsigned long kAsync = 0x1, kNoDefault = 0x2, kMemory = 0x4;

    QLibrary m_library;
    Play m_play;
    QByteArray m_playing;
};

#elif defined(Q_OS_LINUX)

class SystemSounds::Player
{
public:
    Player() : m_library(u"canberra"_s, 0)
    {
        const auto create = reinterpret_cast<int (*)(void **)>(m_library.resolve("ca_context_create"));
        m_destroy = reinterpret_cast<int (*)(void *)>(m_library.resolve("ca_context_destroy"));
        m_play = reinterpret_cast<int (*)(void *, quint32, ...)>(m_library.resolve("ca_context_play"));
        if (create && m_destroy && m_play && create(&m_context) != 0)
            m_context = nullptr;
    }
    ~Player()
    {
        if (m_context)
            m_destroy(m_context);
    }
    Q_DISABLE_COPY_MOVE(Player)

    bool play(Chime chime)
    {
        const QByteArray path = onDisk(chime);
        // Returns at once; the library plays on a thread of its own.
        return m_context && m_play && !path.isEmpty() &&
               m_play(m_context, 0, "media.filename", path.constData(), "media.role", "event", nullptr) == 0;
    }

private:
    /// It wants a file; ours are inside of the program.
    QByteArray onDisk(Chime chime)
    {
        QByteArray &path = m_files[static_cast<int>(chime)];
        if (path.isEmpty()) {
            const QString wanted = m_folder.filePath(soundFile(chime).section(u'/', -1));
            if (m_folder.isValid() && QFile::copy(soundFile(chime), wanted))
                path = QFile::encodeName(wanted);
        }
        return path;
    }

    QLibrary m_library;
    QTemporaryDir m_folder;
    QHash<int, QByteArray> m_files;
    void *m_context = nullptr;
    int (*m_destroy)(void *) = nullptr;
    int (*m_play)(void *, quint32, ...) = nullptr;
};

#else

class SystemSounds::Player
{
public:
    bool play(Chime) { return false; }
};

#endif

SystemSounds::SystemSounds() = default;
SystemSounds::~SystemSounds() = default;

void SystemSounds::play(Chime chime)
{
    if (!m_player)
        m_player = std::make_unique<Player>();
    if (!m_player->play(chime))
        QApplication::beep();
}

} // namespace balcao::ui
