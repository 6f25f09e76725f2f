// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A button with an icon that can do without its words where there is no room for them: the icon then says it, and to
// screen readers the name. Whoever lays it out decides; a tool tip is theirs to give.
#pragma once

#include <QPushButton>

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

private:
    QString m_words;
    bool m_folded = false;
};

} // namespace balcao::ui
