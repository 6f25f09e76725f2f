// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The rows of the conversation list, as roles (desk/roles.h). GUI thread.
#pragma once

#include "core/clock.h"
#include "desk/rowmodel.h"
#include "desk/wording.h"
#include "store/rows.h"

namespace balcao::desk {

class InboxModel final : public RowModel<store::ConversationRow>
{
    Q_OBJECT

public:
    /// `clock` is relay time.
    InboxModel(const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    void show(const QList<store::ConversationRow> &rows);
    /// Times have passed: the words that depend on now are asked for again.
    void refreshTimes();
    [[nodiscard]] int rowOf(ConversationId conversation) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Chip
    {
        QString text;
        int kind = 0;
    };
    [[nodiscard]] Chip chip(const store::ConversationRow &row) const;
    [[nodiscard]] QString preview(const store::ConversationRow &row) const;
    [[nodiscard]] QString sentence(const store::ConversationRow &row) const;

    const Wording &m_wording;
    const Clock &m_clock;
};

/// What a customer is called: the name, else the username, else the masked phone.
QString displayName(const store::ConversationRow &row);

} // namespace balcao::desk
