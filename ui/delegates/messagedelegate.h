// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Paints one row of the thread from ThreadModel's roles: bubble, note or system line, with the day above
// it, ticks, and what can be done when something went wrong. Customer text is laid out as plain text.
// GUI thread. The words under a bubble are links: actionTriggered() says which.
#pragma once

#include "ui/delegates/bubblelayout.h"
#include "ui/style/appearance.h"

#include <QCache>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

#include <memory>

namespace balcao::ui {

class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MessageDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    void actionTriggered(const QModelIndex &index, int action);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    [[nodiscard]] std::shared_ptr<const BubbleLayout> layoutOf(const QStyleOptionViewItem &option,
                                                               const QModelIndex &index) const;
    void paintDay(QPainter &painter, const QRect &line, const QString &day) const;
    void paintBubble(QPainter &painter, const QPoint &at, const BubbleLayout &layout, const QModelIndex &index) const;
    void paintTail(QPainter &painter, const QPoint &at, const BubbleLayout &layout, const QModelIndex &index) const;
    void paintProblem(QPainter &painter, const QPoint &at, const BubbleLayout &layout, const QModelIndex &index) const;

    const Appearance &m_appearance;
    mutable QCache<QString, std::shared_ptr<const BubbleLayout>> m_layouts;
};

} // namespace balcao::ui
