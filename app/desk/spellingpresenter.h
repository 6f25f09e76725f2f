// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which words of what is being written are wrong, as far as is known: by the system's dictionary, by the words that this
// PC was taught, by the name of the customer. Never waits: what is not known yet is asked about, and changed() follows.
// GUI thread.
#pragma once

#include "desk/preferencespresenter.h"
#include "desk/speller.h"
#include "desk/spellwords.h"
#include "desk/threadpresenter.h"
#include "desk/undopresenter.h"

#include <QCache>
#include <QSet>

namespace balcao::desk {

class SpellingPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSuggestions = 5;
    static constexpr int kMostTaught = 500;

    /// `speller`: null where the system offers none.
    SpellingPresenter(ConversationSource &source, const ThreadPresenter &thread, PreferencesPresenter &preferences,
                      UndoPresenter &undo, Speller *speller, QObject *parent = nullptr);

    /// There is a dictionary, or offered() will say so; else nothing of it is shown.
    [[nodiscard]] bool isOffered() const { return m_speller && m_speller->isThere(); }
    [[nodiscard]] bool isOn() const { return isOffered() && m_preferences.now().spelling; }
    void setOn(bool on);

    [[nodiscard]] QList<SpellWord> wrongIn(const QString &text);
    /// suggested() follows.
    void suggest(const QString &word);
    /// Right from now on, on this PC, until it is taken back; the oldest give way when there are too many.
    void teach(const QString &word);

Q_SIGNALS:
    void changed();
    /// The system turned out to have one.
    void offered();
    void suggested(const QString &word, const QStringList &found);

private:
    [[nodiscard]] bool isKnownHere(const QString &word) const;
    void ask();
    void hear(const QStringList &words, const QStringList &unknown);
    void takeThread();
    void readTaught();
    void takeTaught(const QStringList &read);
    void learn(const QString &folded);
    void forget(const QString &folded);
    void keepTaught();

    ConversationSource &m_source;
    const ThreadPresenter &m_thread;
    PreferencesPresenter &m_preferences;
    UndoPresenter &m_undo;
    Speller *m_speller;
    QCache<QString, bool> m_known; ///< the dictionary's answers, the last used ones
    QSet<QString> m_unasked;
    QStringList m_taught; ///< oldest first
    QString m_customer;
    QSet<QString> m_names; ///< its parts
    bool m_wasOn;
    bool m_isAsking = false;
    bool m_isReading = false;
    bool m_isRead = false;
};

} // namespace balcao::desk
