// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The conversation list: which view, which rows, which is open, what to say when there are none. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/inboxmodel.h"

#include <QTimer>

namespace balcao::desk {

class InboxPresenter final : public QObject
{
    Q_OBJECT

public:
    InboxPresenter(ConversationSource &source, const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] InboxModel &model() { return m_model; }
    [[nodiscard]] store::View view() const { return m_view; }
    /// Of View::Tag, or what another view is narrowed by; a null id: none.
    [[nodiscard]] const store::TagRow &tag() const { return m_tag; }
    /// Another view shows only those who wear the tag.
    [[nodiscard]] bool isNarrowed() const { return m_view != store::View::Tag && !m_tag.id.isNull(); }
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString countText() const;
    /// The orders there are, the view's own first: "Longest wait", "Newest".
    [[nodiscard]] QStringList orderTexts() const;
    [[nodiscard]] bool isReversed() const { return m_reversed; }
    void setReversed(bool reversed);
    /// Rows of two lines, as this desk likes it.
    [[nodiscard]] bool isCompact() const { return m_compact; }
    void setCompact(bool compact);
    /// A second line under emptyText(); may be empty.
    [[nodiscard]] QString emptyDetail() const;
    /// Nobody waits: what is put off may be looked at instead.
    [[nodiscard]] bool offersSnoozed() const;
    void showSnoozed() { setView(store::View::Snoozed); }
    /// Empty while there are rows, and for the first moment of loading.
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] ConversationId openNow() const { return m_open; }
    [[nodiscard]] int openRowNow() const { return m_model.rowOf(m_open); }
    [[nodiscard]] QString timeText() const { return m_wording.clock(m_clock.nowMs()); }
    /// Not by its row in this list: the list has to show it.
    [[nodiscard]] bool isOpenedElsewhere() const { return !m_open.isNull() && m_open == m_pinned; }

    void setOperator(OperatorId who);
    /// The whole view.
    void setView(store::View view);
    /// The view of one tag.
    void setTag(const store::TagRow &tag);
    /// Of the view only those who wear the tag.
    void narrow(store::View view, const store::TagRow &tag);
    void widen() { setView(m_view); }
    /// The tag has another name or colour now.
    void renameTag(const store::TagRow &tag);
    void reload();
    /// The list has been scrolled to its end.
    void loadMore();
    /// Of the list as it stands; not heard while rows come and go by themselves, when a view moves on to a neighbour.
    /// `sinceMs`: what is shown is of then.
    void setOffline(bool offline, qint64 sinceMs = 0);
    void openRow(int row);
    void open(ConversationId conversation);
    /// What is open stands under another id now.
    void follow(ConversationId conversation);
    /// The one who has waited longest, next to the open one.
    void openNext();
    void openPrevious();

Q_SIGNALS:
    void changed();
    void opened(balcao::ConversationId conversation);

private:
    void show(const InboxSlice &slice);
    void openHere(ConversationId conversation, ConversationId pinned);
    [[nodiscard]] bool pins(const store::ConversationRow &open, const QList<store::ConversationRow> &rows);
    void put(const QList<store::ConversationRow> &rows, const std::optional<InboxGroups> &groups, qint64 total);
    [[nodiscard]] QString narrowedEmptyText() const;
    void restart();
    void step(int by);

    static constexpr int kPage = 28; ///< about two screens of 1080 lines

    ConversationSource &m_source;
    const Clock &m_clock;
    InboxModel m_model;
    store::View m_view = store::View::Waiting;
    store::TagRow m_tag;
    OperatorId m_operator;
    ConversationId m_open;
    ConversationId m_pinned;    ///< above all others in the view of all
    ConversationId m_pushedOff; ///< there too, since the rows that are shown end above it
    qint64 m_total = 0;
    qint64 m_answeredAt = 0;
    qint64 m_offlineSince = 0;
    bool m_reversed = false;
    bool m_compact = false;
    bool m_slow = false; ///< loading takes so long that it is said
    QTimer m_patience;
    const Wording &m_wording;
    int m_limit = kPage;
    bool m_full = false; ///< there are more rows than are shown
    bool m_loaded = false;
    bool m_loading = false;
    bool m_failed = false; ///< the last query; what is shown is older
    bool m_again = false;
    bool m_putting = false; ///< rows are being replaced
    QTimer m_minute;
};

} // namespace balcao::desk
