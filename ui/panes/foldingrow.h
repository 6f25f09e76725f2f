// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A row whose parts stand below each other where they do not fit beside each other: large text in a narrow window.
// A part with a horizontal stretch in its size policy takes its share of what is left over and may wrap.
#pragma once

#include <QLayout>

namespace balcao::ui {

class FoldingRow final : public QLayout
{
    Q_OBJECT

public:
    explicit FoldingRow(QWidget *parent = nullptr);
    ~FoldingRow() override;

    /// One that fills `widget` but for an edge.
    static FoldingRow *within(QWidget *widget, int aside, int above);

    void addWidget(QWidget *widget, int stretch = 0);

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &room) override;

private:
    [[nodiscard]] QList<QRect> places(int width) const;
    [[nodiscard]] QList<int> rowWidths(int width) const;
    [[nodiscard]] int needed(const QLayoutItem &item) const;

    QList<QLayoutItem *> m_items;
};

} // namespace balcao::ui
