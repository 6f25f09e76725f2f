// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A customer's tags as chips that wrap, each a dot beside its name. Painted; the names are read out as one line.
#pragma once

#include "ui/style/appearance.h"

#include <QWidget>

namespace balcao::ui {

class TagChips final : public QWidget
{
    Q_OBJECT

public:
    TagChips(const Appearance &appearance, QWidget *parent = nullptr);

    void show(const QStringList &names, const QStringList &colours);
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QList<QRect> places(int width) const;

    const Appearance &m_appearance;
    QStringList m_names;
    QStringList m_colours;
};

} // namespace balcao::ui
