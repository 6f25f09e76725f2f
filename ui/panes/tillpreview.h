// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The report as it will come out, on a roll or on a sheet: black on white, in any theme.
#pragma once

#include "desk/printedtill.h"

#include <QWidget>

namespace balcao::ui {

class TillPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit TillPreview(QWidget *parent);

    void show(const desk::PrintedTill &till);
    void setSheet(bool sheet);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSizeF page() const;
    [[nodiscard]] qreal scaleFor(int width) const;

    desk::PrintedTill m_till;
    bool m_isSheet = false;
};

} // namespace balcao::ui
