// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Paints one conversation of the list, a row of at least 72 px (compact 52), from InboxModel's roles. GUI thread.
#pragma once

#include "ui/style/appearance.h"

#include <QStyledItemDelegate>

namespace balcao::ui {

class ConversationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ConversationDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Two lines a row: the chip stands in the second.
    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] bool isCompact() const { return m_compact; }
    /// Whether the row with the focus has its ring: only for who works by keys.
    void setRinged(bool ringed) { m_ringed = ringed; }
    [[nodiscard]] bool isRinged() const { return m_ringed; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QRect &line, const QFont &base, const QModelIndex &index) const;
    /// Tags and whose it is, at the right of the third line.
    void paintMarks(QPainter &painter, const QRect &line, const QFont &base, const QModelIndex &index) const;
    void paintAvatar(QPainter &painter, const QRect &row, bool ringed, const QModelIndex &index) const;
    void paintLines(QPainter &painter, const QRect &row, const QFont &font, const QModelIndex &index) const;
    int paintBadge(QPainter &painter, const QRect &line, const QFont &font, int unread) const;
    static int marksWidth(const QFont &base, const QModelIndex &index);
    static int chipWidth(const QFont &base, const QModelIndex &index, bool withIcon = true);
    void paintChip(QPainter &painter, const QRect &line, const QFont &font, const QModelIndex &index,
                   bool withIcon = true) const;

    const Appearance &m_appearance;
    bool m_compact = false;
    bool m_ringed = true;
};

} // namespace balcao::ui
