// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The emoji to choose from: by group or by Portuguese words, what this desk used last first. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/emojitable.h"

#include <QObject>
#include <QStringList>

namespace balcao::desk {

class EmojiPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kRecent = 24;

    explicit EmojiPresenter(ConversationSource &source, QObject *parent = nullptr);

    /// "Recent", then one for each group.
    [[nodiscard]] QStringList groupNames() const;
    /// What fits the typed words, accents apart, used ones first; of `group` when nothing is typed (0: recent).
    [[nodiscard]] QList<Emoji> found(int group, const QString &typed) const;
    /// The recent ones, or the first group while there are none.
    [[nodiscard]] int firstGroup() const { return m_recent.isEmpty() ? 1 : 0; }
    [[nodiscard]] QString emptyText(const QString &typed) const;
    /// It was chosen.
    void use(const QString &glyph);
    void reload();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<Emoji> recent() const;

    ConversationSource &m_source;
    QStringList m_recent;
};

} // namespace balcao::desk
