// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The day's sums side by side, in as many rows as the width asks for. No amount is ever cut.
#pragma once

#include "desk/tillpresenter.h"

#include <QWidget>

class QGridLayout;

namespace balcao::ui {

class TillTiles final : public QWidget
{
    Q_OBJECT

public:
    explicit TillTiles(QWidget *parent);

    void show(const QList<desk::TillPresenter::Tile> &tiles);
    /// After the letters have another size.
    void arrange();
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widest() const;

    QGridLayout *m_grid;
    QList<desk::TillPresenter::Tile> m_shown;
    QList<QWidget *> m_tiles;
    int m_columns = 0;
};

} // namespace balcao::ui
