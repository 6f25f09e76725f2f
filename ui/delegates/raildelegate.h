// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Paints one view or tag of the rail: icon or dot, label, count. GUI thread.
#pragma once

#include "ui/style/appearance.h"

#include <QStyledItemDelegate>

namespace balcao::ui {

class RailDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RailDelegate(const Appearance &appearance, QObject *parent = nullptr);

    /// Icons alone, where the window is narrow.
    void setCompact(bool compact) { m_compact = compact; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMark(QPainter &painter, const QRect &row, const QModelIndex &index, bool chosen) const;

    const Appearance &m_appearance;
    bool m_compact = false;
};

} // namespace balcao::ui
