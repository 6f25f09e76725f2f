// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One line of somebody else's text: plain, and shortened with "…" where there is no room, so that a long
// name never widens the window. Screen readers get all of it, and whoever points at it.
#pragma once

#include <QLabel>

namespace balcao::ui {

class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    /// `role`: as in plainLabel(); may be null.
    explicit ElidedLabel(const char *role = nullptr, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shown() const;
};

} // namespace balcao::ui
