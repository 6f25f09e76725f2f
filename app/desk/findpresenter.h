// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+F: words in the open chat, through the store's index, also far beyond the rows that are held. The newest match
// comes first, the next one is older; both ends meet. GUI thread.
#pragma once

#include "desk/conversationsource.h"

#include <QObject>

namespace balcao::desk {

class FindPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit FindPresenter(ConversationSource &source, QObject *parent = nullptr);

    /// Another chat, or none: what was looked for there is over.
    void setConversation(ConversationId conversation);
    void type(const QString &typed);
    void next();
    void previous();
    /// Closed: no words are marked any more.
    void clear();

    [[nodiscard]] const QString &typed() const { return m_typed; }
    /// What is marked in the rows: the words typed, without accents and case.
    [[nodiscard]] const QStringList &words() const { return m_words; }
    /// "2 of 14"; words for nothing found; empty while nothing is typed.
    [[nodiscard]] QString countText() const;
    [[nodiscard]] bool hasMatches() const { return !m_found.isEmpty(); }

Q_SIGNALS:
    void changed();
    /// Show that row.
    void wanted(MessageId message);

private:
    void take(const QList<MessageId> &found);
    void step(qsizetype by);

    static constexpr int kMost = 1000;

    ConversationSource &m_source;
    ConversationId m_conversation;
    QString m_typed;
    QStringList m_words;
    QList<MessageId> m_found;
    qsizetype m_at = 0;
    bool m_answered = true;
};

} // namespace balcao::desk
