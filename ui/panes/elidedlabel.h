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

    /// The first so many letters are bold, and in the colour of text where the others are paler.
    void setLead(qsizetype letters);
    [[nodiscard]] qsizetype lead() const { return m_lead; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Behind the lead.
    [[nodiscard]] QString shown() const;
    [[nodiscard]] int leadWidth() const;
    qsizetype m_lead = 0;
};

} // namespace balcao::ui
