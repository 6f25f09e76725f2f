// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/foldbutton.h"

namespace balcao::ui {

FoldButton::FoldButton(const QString &words, QWidget *parent) : QPushButton(words, parent), m_words(words) {}

void FoldButton::setWords(const QString &words)
{
    m_words = words;
    setText(m_folded ? QString() : words);
}

void FoldButton::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    setText(folded ? QString() : m_words);
}

int FoldButton::wholeWidth() const
{
    return sizeHint().width() + (m_folded ? fontMetrics().size(Qt::TextShowMnemonic, m_words).width() : 0);
}

} // namespace balcao::ui
