// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The views of the inbox and the tags beside it, each with its count. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/rowmodel.h"

namespace balcao::desk {

struct RailRow
{
    store::View view = store::View::Waiting;
    QString label;
    QString icon; ///< name of an icon; empty for tags
    store::TagRow tag;
    qint64 count = -1; ///< below 0: not shown
    bool urgent = false;

    friend bool operator==(const RailRow &, const RailRow &) = default;
};

class RailModel final : public RowModel<RailRow>
{
    Q_OBJECT

public:
    enum Role {
        IconRole = Qt::UserRole + 1,
        ColourRole, ///< a tag's, "#rrggbb"
        CountRole,  ///< words; empty: none
        UrgentRole, ///< bool
        TipRole,    ///< plain words; no ToolTipRole, which may be read as markup
        HeadRole,   ///< words above the first tag, else empty
    };

    using RowModel::RowModel;

    void show(const RailCounts &counts);
    [[nodiscard]] int rowOf(store::View view, TagId tag) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    static QString tip(const RailRow &row);
};

} // namespace balcao::desk
