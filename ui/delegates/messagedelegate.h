// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Paints one row of the thread from ThreadModel's roles, and says what a click on it meant. Layouts are kept by row,
// look and width: what is on the screen is measured once. GUI thread.
#pragma once

#include "ui/delegates/bubblelayout.h"
#include "ui/style/appearance.h"

#include <QCache>
#include <QStyledItemDelegate>
#include <QUuid>

#include <memory>

namespace balcao::ui {

class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MessageDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Folded words (core/text.h) that are marked wherever they stand.
    void setFound(const QStringList &words) { m_found = words; }
    /// At a place of the row that `option` describes.
    [[nodiscard]] BubbleHit hit(const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QPoint &place) const;
    [[nodiscard]] std::shared_ptr<const BubbleLayout> layoutOf(const QStyleOptionViewItem &option,
                                                               const QModelIndex &index) const;
    /// How often something was measured since it was made: what tests count.
    [[nodiscard]] int measured() const { return m_measured; }

Q_SIGNALS:
    void clicked(const QModelIndex &index, const balcao::ui::BubbleHit &hit);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    struct Key
    {
        QUuid row;
        qulonglong stamp = 0;
        int width = 0;
        int points = 0; ///< of the font, in hundredths
        bool turns = false;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.row, key.stamp, key.width, key.points, key.turns);
        }
    };
    void paintRing(QPainter &painter, const QStyleOptionViewItem &option, const QRect &bubble) const;

    const Appearance &m_appearance;
    QStringList m_found;
    mutable QCache<Key, std::shared_ptr<const BubbleLayout>> m_layouts;
    mutable int m_measured = 0;
};

} // namespace balcao::ui
