// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Paints one line of Ctrl+K: avatar or icon, what was found with the typed letters marked, where, and when. GUI thread.
#pragma once

#include "ui/style/appearance.h"

#include <QStyledItemDelegate>

namespace balcao::ui {

class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PaletteDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int paintRight(QPainter &painter, const QRect &row, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintMark(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintTitle(QPainter &painter, const QRect &line, const QFont &font, const QModelIndex &index) const;

    const Appearance &m_appearance;
};

} // namespace balcao::ui
