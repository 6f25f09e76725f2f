// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Underlines the wrong words of an editor, but the one that is being written. Changes how they are painted and nothing
// of the text: neither undo nor what is sent knows of it.
#pragma once

#include "desk/spellingpresenter.h"
#include "ui/style/appearance.h"

#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace balcao::ui {

class SpellMarks final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    SpellMarks(desk::SpellingPresenter &presenter, QPlainTextEdit &editor, const Appearance &appearance);

    /// All of them, also the one that is being written; places are the document's.
    [[nodiscard]] QList<desk::SpellWord> wrongIn(const QTextBlock &block);

protected:
    void highlightBlock(const QString &text) override;

private:
    void cursorMoved();

    desk::SpellingPresenter &m_presenter;
    QPlainTextEdit &m_editor;
    const Appearance &m_appearance;
    int m_cursorAt = 0;
};

} // namespace balcao::ui
