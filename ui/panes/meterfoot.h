// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The foot of the rail: this month's messages and how much of what is free they have used. Binds to MeterPresenter.
#pragma once

#include "desk/meterpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

namespace balcao::ui {

class ElidedLabel;

class MeterFoot final : public QFrame
{
    Q_OBJECT

public:
    MeterFoot(const desk::MeterPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

    /// The bar alone; the words are its tip.
    void setCompact(bool compact);
    [[nodiscard]] int wordsWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const desk::MeterPresenter &m_presenter;
    const Appearance &m_appearance;
    ElidedLabel *m_title;
    ElidedLabel *m_count;
    bool m_compact = false;
};

} // namespace balcao::ui
