// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+K: one field that finds customers, words and what can be done. Results come while typing; an answer to what
// is no longer typed is dropped. GUI thread.
#pragma once

#include "desk/inboxpresenter.h"
#include "desk/palettemodel.h"
#include "desk/threadpresenter.h"

namespace balcao::desk {

class PalettePresenter final : public QObject
{
    Q_OBJECT

public:
    /// What the window can do, by name and key.
    struct Action
    {
        QString text;
        QString key;
        QString icon;
        std::function<void()> act;
    };

    PalettePresenter(ConversationSource &source, InboxPresenter &inbox, ThreadPresenter &thread, const Wording &wording,
                     const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] PaletteModel &model() { return m_model; }
    [[nodiscard]] QString emptyText() const;
    /// How many customers and messages were found, "26+" where reading stopped; empty: none, or nothing typed.
    [[nodiscard]] QString countText() const;

    void setActions(const QList<Action> &actions) { m_actions = actions; }
    /// Empty again, as it opens.
    void start();
    void type(const QString &typed);
    void take(int row);

Q_SIGNALS:
    void changed();
    /// A conversation was taken, maybe the one that is open.
    void wentToChat();

private:
    void ask();
    void show(const SearchHits &hits);
    void addActions(QList<PaletteRow> &rows) const;

    ConversationSource &m_source;
    InboxPresenter &m_inbox;
    ThreadPresenter &m_thread;
    const Wording &m_wording;
    const Clock &m_clock;
    PaletteModel m_model;
    QList<Action> m_actions;
    QString m_typed;
    bool m_asking = false;
    int m_found = 0;
    bool m_foundMore = false;
};

} // namespace balcao::desk
