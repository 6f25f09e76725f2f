// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A button whose words stand at a distance from its icon, and which can do without them where there is no room for them: the icon then says it, and to
// screen readers the name. Whoever lays it out decides; a tool tip is theirs to give.
#pragma once

#include <QPushButton>

class QStyleOptionButton;
class QStylePainter;

namespace balcao::ui {

class FoldButton : public QPushButton
{
    Q_OBJECT

public:
    FoldButton(const QString &words, QWidget *parent);

    void setWords(const QString &words);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    /// With its words, whether it shows them or not.
    [[nodiscard]] int wholeWidth() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    /// What is inside its border.
    [[nodiscard]] QRect contents() const;
    /// Where icon and words go, of what is inside.
    [[nodiscard]] virtual QRect labelRoom() const { return contents(); }

private:
    void paintLabel(QStylePainter &painter, QStyleOptionButton option) const;
    /// What Qt leaves between icon and words is too little.
    [[nodiscard]] int widerBy() const;

    QString m_words;
    bool m_folded = false;
};

} // namespace balcao::ui
