// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The day's charges as a table: rows are walked with the arrows and opened with Enter. Where it is narrow, columns go in
// the order in which they are needed least; amounts and states are never cut.
#pragma once

#include "desk/tillmodel.h"
#include "ui/style/appearance.h"

#include <QTableView>

namespace balcao::ui {

class TillTable final : public QTableView
{
    Q_OBJECT

public:
    TillTable(desk::TillModel &model, const Appearance &appearance, QWidget *parent);

    void fitColumns();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void openRequested(int row);
    void menuRequested(int row, const QPoint &globalPlace);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] int needed(int column) const;

    desk::TillModel &m_model;
    QWidget *m_corners;
};

} // namespace balcao::ui
