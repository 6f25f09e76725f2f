// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Puts a Theme onto the application: palette, style sheet and the icons' tint. Owned by the composition
// root; GUI thread. High contrast systems get neither palette nor sheet (look.md §4).
#pragma once

#include "ui/style/platform.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QIcon>

namespace balcao::ui {

class Appearance
{
public:
    Appearance(QApplication &app, ColourScheme scheme);

    void apply(ColourScheme scheme);
    [[nodiscard]] const Theme &theme() const { return *m_theme; }

    /// An icon of resources/icons by name, in the colour given; drawn from build-time masks. `disabled`: its
    /// colour where nothing can be done; without one Qt fades it.
    static QIcon icon(const QString &name, const QColor &colour, const QColor &disabled = {});
    static QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal dpr);

private:
    QApplication &m_app;
    const Theme *m_theme;
};

} // namespace balcao::ui
