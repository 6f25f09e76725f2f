// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One row of the open thread as ThreadModel holds it: a row of the log, or one of this desk's own sends on its way.
#pragma once

#include "desk/chargewords.h"
#include "store/rows.h"

namespace balcao::desk {

struct ThreadItem
{
    store::ThreadRow row;
    CommandId pending; ///< null for rows of the log
    store::PendingRow::State pendingState = store::PendingRow::State::Waiting;
    QString problem;
    QString day;                      ///< words above the first row of a day
    QString unread;                   ///< words above the first unread row
    QString offline;                  ///< words above the first that was written without a connection
    std::optional<ChargeLook> charge; ///< of a card that asks for money, as it stands now
    QString mark;                     ///< words at its foot: that what it shows is not confirmed
    bool expanded = false;            ///< all of a long text, and what an edited one said before
    bool mine = false;                ///< whoever serves here wrote it
    bool mayTakeBack = false;         ///< waits for the connection, and was never handed to the server

    /// The most of a text that is shown before somebody asks for more.
    static constexpr qsizetype kShown = 4096;
    static constexpr qsizetype kShownLines = 60;
    /// And the most that is shown at all.
    static constexpr qsizetype kMost = 65536;

    [[nodiscard]] MessageState state() const;
    /// How much of the text is shown while it is not expanded.
    [[nodiscard]] qsizetype shownLength() const;
    [[nodiscard]] bool isLong() const { return shownLength() < row.text.size(); }
    [[nodiscard]] bool isMessage() const { return row.kind == store::RowKind::Message; }

    friend bool operator==(const ThreadItem &, const ThreadItem &) = default;
};

/// Another one whenever any of it differs.
[[nodiscard]] size_t stampOf(const ThreadItem &item);

} // namespace balcao::desk
