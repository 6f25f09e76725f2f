// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What of all that happens is worth a notification or a sound, and what of it may be said aloud: nothing before the
// desk has caught up, nothing of one's own, no name and no word while the screen is hidden. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/preferences.h"
#include "store/changeset.h"

#include "core/clock.h"

#include <QHash>
#include <QObject>

namespace balcao::desk {

/// Plain text; whoever shows it makes sure that it stays so.
struct Notice
{
    ConversationId conversation; ///< null: several, or not to be said
    QString title;
    QString text;
};

/// The system's notifications.
class Notifier
{
public:
    Notifier() = default;
    virtual ~Notifier() = default;
    Q_DISABLE_COPY_MOVE(Notifier)

    virtual void show(const Notice &notice) = 0;
    /// Attention without words: the task bar's button flashes.
    virtual void beckon() = 0;
};

/// A sound by its meaning; each has a twin that can be seen.
enum class Chime { Message, Failed, Back, Paid };

class Sounder
{
public:
    Sounder() = default;
    virtual ~Sounder() = default;
    Q_DISABLE_COPY_MOVE(Sounder)

    virtual void play(Chime chime) = 0;
};

class NewsPresenter final : public QObject
{
    Q_OBJECT

public:
    NewsPresenter(ConversationSource &source, const Clock &clock, Notifier &notifier, Sounder &sounder,
                  QObject *parent = nullptr);

    void setPreferences(const Preferences &preferences) { m_preferences = preferences; }
    void setProtected(bool on) { m_protected = on; }
    /// Whether the window is in front, and which conversation can be read in it.
    void setSeen(bool active, ConversationId open);
    /// From the tray: neither notifications nor sounds until then; 0 ends it.
    void silenceUntil(qint64 untilMs);
    [[nodiscard]] bool isSilenced() const;

    /// A page was applied; `isLive`: with it the desk knows all that the relay knows.
    void heard(const store::ChangeSet &changes, bool isLive);
    /// The relay took one of our messages not at all.
    void refused();
    /// The connection, as it comes and goes.
    void setOnline(bool online);

private:
    void announce(const QList<ConversationId> &conversations);
    void tell(ConversationId conversation);
    void paid(const QSet<ConversationId> &conversations);
    void tellPaid(ConversationId conversation);
    void show(ConversationId conversation, const store::ConversationRow &head);
    void sound(Chime chime);
    [[nodiscard]] bool mayName() const;
    [[nodiscard]] bool isBeforeTheirEyes(ConversationId conversation) const;

    ConversationSource &m_source;
    const Clock &m_clock;
    Notifier &m_notifier;
    Sounder &m_sounder;
    Preferences m_preferences;
    QHash<ConversationId, qint64> m_toldAt;
    QHash<int, qint64> m_soundedAt;
    ConversationId m_open;
    qint64 m_silentUntil = 0;
    bool m_active = false;
    bool m_protected = false;
    bool m_isLive = false;
    bool m_wasOnline = false;
    bool m_wasAway = false;
};

} // namespace balcao::desk
