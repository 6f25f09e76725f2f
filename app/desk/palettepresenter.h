// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+K: one field that finds customers, words and what can be done. Results come while typing; an answer to what
// is no longer typed is dropped. GUI thread.
#pragma once

#include "desk/customerquestion.h"
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
        /// The same with a customer who is named, %1; empty: it is about none.
        QString about = {};
        QString detail = {};
        bool isSought = false; ///< not among those that stand there before anything is typed
    };

    PalettePresenter(ConversationSource &source, InboxPresenter &inbox, ThreadPresenter &thread, const Wording &wording,
                     const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] PaletteModel &model() { return m_model; }
    [[nodiscard]] QString emptyText() const;
    /// How many customers and messages were found, "26+" where reading stopped, and how soon; empty: none, or nothing
    /// typed.
    [[nodiscard]] QString countText() const;

    void setActions(const QList<Action> &actions) { m_actions = actions; }
    /// Empty again, as it opens; with a question it finds customers alone, and who is taken answers it.
    void start(const std::optional<CustomerQuestion> &question = {});
    [[nodiscard]] const std::optional<CustomerQuestion> &question() const { return m_question; }
    void type(const QString &typed);
    void take(int row);
    /// False: what stands there is not what was found for the words typed, and a question is answered by what was seen.
    [[nodiscard]] bool mayTake() const { return !m_question || m_shownFor == m_typed; }
    /// What can be done with the customer in that row; of any other row nothing changes.
    void showActionsOf(int row);
    /// What was found, again.
    void showFound();

Q_SIGNALS:
    void changed();
    /// A conversation was taken, maybe the one that is open.
    void wentToChat();

private:
    void ask();
    void show(SearchHits hits);
    [[nodiscard]] PaletteRow rowOf(const store::CustomerHit &hit) const;
    [[nodiscard]] PaletteRow rowOf(const store::MessageHit &hit) const;
    void putWindow(PaletteRow &row, qint64 windowUntil) const;
    void addActions(QList<PaletteRow> &rows) const;
    [[nodiscard]] QList<PaletteRow> likely() const;
    [[nodiscard]] QList<PaletteRow> actionsOf(const PaletteRow &customer) const;
    void put(QList<PaletteRow> rows);
    void doNext();

    ConversationSource &m_source;
    InboxPresenter &m_inbox;
    ThreadPresenter &m_thread;
    const Wording &m_wording;
    const Clock &m_clock;
    PaletteModel m_model;
    QList<Action> m_actions;
    std::optional<CustomerQuestion> m_question;
    SearchHits m_hits;
    std::function<void()> m_next; ///< once that conversation is open
    ConversationId m_nextIn;
    QString m_typed;
    QString m_shownFor; ///< the words that the rows were found for
    bool m_asking = false;
    qint64 m_tookMs = 0; ///< for what is shown; 0: too soon to tell
    int m_found = 0;
    bool m_foundMore = false;
};

} // namespace balcao::desk
