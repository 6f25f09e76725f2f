// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The way of a message, as the settings have it: a disc for each station with a line between those that are well, and
// below each its name and what is known of it. Words carry it all; the discs are for who glances. GUI thread.
#pragma once

#include "desk/linepresenter.h"
#include "ui/style/appearance.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace balcao::ui {

class StationsView final : public QWidget
{
    Q_OBJECT

public:
    StationsView(const Appearance &appearance, QWidget *parent);

    void show(const QList<desk::LinePresenter::Station> &stations);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QPoint centre(qsizetype station) const;
    void paintDisc(QPainter &painter, qsizetype station) const;
    void paintLine(QPainter &painter, qsizetype to) const;
    QLabel *makeWords(bool isName);
    /// How wide a station is at least.
    [[nodiscard]] int narrowest(qsizetype station) const;
    /// Beside each other, or below where there is no room: large text in a narrow window.
    void arrange();

    const Appearance &m_appearance;
    QGridLayout *m_grid;
    QList<QLabel *> m_names;
    QList<QLabel *> m_details;
    QList<desk::LinePresenter::Station> m_stations;
    bool m_isStacked = false;
    int m_placed = 0; ///< how many stand in the grid
};

} // namespace balcao::ui
