// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Ctrl+K shows: customers, messages, actions; each with the letters marked that were typed. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/rowmodel.h"

namespace balcao::desk {

struct PaletteRow
{
    enum class Kind { Customer, Message, Action };

    Kind kind = Kind::Action;
    QString title;
    QString detail;
    QString right;     ///< a time, or how long a window is open
    QString rightIcon; ///< with it, `right` is a chip
    bool isUrgent = false;
    QString key; ///< of an action
    QString icon;
    QString head;                 ///< words above the first of a kind, else empty
    QString headCount;            ///< how many of it were found: "3", "20+"; only with `head`
    QList<QPair<int, int>> marks; ///< start and length in `title`
    ConversationId conversation;
    CustomerId customer;
    MessageId message;
    qint64 sortAt = 0;
    int action = -1;

    friend bool operator==(const PaletteRow &, const PaletteRow &) = default;
};

class PaletteModel final : public RowModel<PaletteRow>
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1,
        RightRole,
        RightIconRole,
        UrgentRole, ///< bool
        KeyRole,
        IconRole,
        HeadRole,
        HeadCountRole,
        MarksRole,
        InitialsRole,
        SeedRole
    };

    using RowModel::RowModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

/// Where the beginnings of words in `text` are what was typed, accents and case apart.
QList<QPair<int, int>> marksIn(const QString &text, const QString &typed);

} // namespace balcao::desk
