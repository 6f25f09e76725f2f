// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The rows of the conversation list, as roles (desk/roles.h). GUI thread.
#pragma once

#include "core/clock.h"
#include "desk/rowmodel.h"
#include "desk/wording.h"
#include "store/rows.h"

namespace balcao::desk {

/// Where the groups of a list begin: the open conversation above the others.
struct InboxGroups
{
    bool pinned = false; ///< the first row is the open one
    qint64 others = 0;   ///< how many they are in all
    bool queue = true;   ///< they wait

    friend bool operator==(const InboxGroups &, const InboxGroups &) = default;
};

class InboxModel final : public RowModel<store::ConversationRow>
{
    Q_OBJECT

public:
    /// `clock` is relay time.
    InboxModel(const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    /// Without `groups` the rows stand in one. `total`: of which these are the first.
    void show(const QList<store::ConversationRow> &rows, const std::optional<InboxGroups> &groups, qint64 total = 0);
    /// The time of a row: since when its customer waits, which is what a queue is ordered by; else of what was said last.
    void setShowsWait(bool wait);
    /// What waits to be sent is said only while it can not leave at once.
    void setOffline(bool offline);
    /// Times have passed: the words that depend on now are asked for again.
    void refreshTimes();
    [[nodiscard]] int rowOf(ConversationId conversation) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Chip
    {
        QString text;
        int kind = 0;
        QString icon = {};
    };
    [[nodiscard]] QString group(int row) const;
    [[nodiscard]] QString groupCount(int row) const;
    [[nodiscard]] Chip chip(const store::ConversationRow &row) const;
    [[nodiscard]] QString time(const store::ConversationRow &row) const;
    [[nodiscard]] QString preview(const store::ConversationRow &row) const;
    [[nodiscard]] static QString previewed(const store::ConversationRow &row);
    [[nodiscard]] QString sentence(const store::ConversationRow &row) const;

    const Wording &m_wording;
    const Clock &m_clock;
    std::optional<InboxGroups> m_groups;
    bool m_showsWait = false;
    bool m_isOffline = false;
    qint64 m_total = 0;
};

/// What a customer is called: the name, else the username, else the masked phone.
QString displayName(const store::ConversationRow &row);
/// "RL" of Rosa Limeira; "?" without a letter.
QString initialsOf(const QString &name);

} // namespace balcao::desk
