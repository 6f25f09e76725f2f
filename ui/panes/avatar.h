// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A customer's or colleague's initials in a circle. No photo, and the colour means nothing.
#pragma once

#include "ui/style/appearance.h"

#include <QWidget>

namespace balcao::ui {

class Avatar final : public QWidget
{
    Q_OBJECT

public:
    Avatar(const Appearance &appearance, int size, QWidget *parent = nullptr);

    /// The same as a picture, for lists. `ringed`: it stands on the colour of what is chosen, where some pairs drown.
    static QPixmap picture(const Theme &theme, const QString &initials, uint seed, int size, qreal dpr,
                           const QFont &base, bool ringed = false);

    void show(const QString &initials, uint seed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Appearance &m_appearance;
    QString m_initials;
    uint m_seed = 0;
};

} // namespace balcao::ui
