// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The rows of the open thread, as roles (desk/roles.h): what the log has, then what this desk still has to
// send. GUI thread.
#pragma once

#include "core/clock.h"
#include "desk/rowmodel.h"
#include "desk/wording.h"
#include "store/rows.h"

namespace balcao::desk {

/// A row of the log, or one of this desk's own sends on its way.
struct ThreadItem
{
    store::ThreadRow row;
    CommandId pending; ///< null for rows of the log
    store::PendingRow::State pendingState = store::PendingRow::State::Waiting;
    QString problem;
    QString day; ///< words above the first row of a day

    friend bool operator==(const ThreadItem &, const ThreadItem &) = default;
};

enum class ThreadAction { SendAgain, Leave };

class ThreadModel final : public RowModel<ThreadItem>
{
    Q_OBJECT

public:
    ThreadModel(const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    /// `fresh`: another conversation; else the same one, later.
    void show(const QList<store::ThreadRow> &rows, const QList<store::PendingRow> &pending, bool fresh);
    /// What can be done about a row, in the order of the role's words.
    [[nodiscard]] static QList<ThreadAction> actions(const ThreadItem &item);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString text(const ThreadItem &item) const;
    [[nodiscard]] QString problem(const ThreadItem &item) const;
    [[nodiscard]] static MessageState state(const ThreadItem &item);
    [[nodiscard]] QString systemText(const store::ThreadRow &row) const;
    [[nodiscard]] QString sentence(const ThreadItem &item) const;

    const Wording &m_wording;
    const Clock &m_clock;
};

} // namespace balcao::desk
