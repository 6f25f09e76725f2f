// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Puts a Theme and a text size onto the application: palette, style sheet, fonts and the icons' tint; live, also what
// is on the screen already. Owned by the composition root; GUI thread. High contrast systems get neither palette nor
// sheet: their colours are their user's.
#pragma once

#include "ui/style/platform.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QIcon>

namespace balcao::ui {

class Appearance final : public QObject
{
    Q_OBJECT

public:
    Appearance(QApplication &app, ColourScheme scheme);

    void apply(ColourScheme scheme);
    /// 100 is the system's own size.
    void setTextPercent(int percent);
    /// The one in use; stays where it is when another is put on.
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    /// An icon of resources/icons by name, in the colour given; drawn from build-time masks. `disabled`: its
    /// colour where nothing can be done; without one it fades.
    static QIcon icon(const QString &name, const QColor &colour, const QColor &disabled = {});
    static QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal dpr);

Q_SIGNALS:
    /// Another theme: what was tinted by hand has to be tinted again. Buttons with an icon of ours are done.
    void changed();
    /// Whatever measures itself by the application's font has to do it again.
    void textResized();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] Theme wantedTheme();
    void tintAgain(const Theme &before);

    QApplication &m_app;
    ColourScheme m_scheme = ColourScheme::System;
    Theme m_theme;
    qreal m_systemPoints;
    bool m_applying = false;
};

} // namespace balcao::ui
