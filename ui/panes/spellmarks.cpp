// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/spellmarks.h"

#include "desk/composerpresenter.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <utility>

namespace balcao::ui {

SpellMarks::SpellMarks(desk::SpellingPresenter &presenter, QPlainTextEdit &editor, const Appearance &appearance)
    : QSyntaxHighlighter(&editor), m_presenter(presenter), m_editor(editor), m_appearance(appearance)
{
    setDocument(editor.document());
    connect(&presenter, &desk::SpellingPresenter::changed, this, &SpellMarks::rehighlight);
    connect(&appearance, &Appearance::changed, this, &SpellMarks::rehighlight);
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &SpellMarks::cursorMoved);
}

QList<desk::SpellWord> SpellMarks::wrongIn(const QTextBlock &block)
{
    // What is too long to be sent has to be shortened first, and a pasted book is not read.
    if (block.position() + block.length() > desk::ComposerPresenter::kLongest + 1)
        return {};
    QList<desk::SpellWord> words = m_presenter.wrongIn(block.text());
    for (desk::SpellWord &word : words)
        word.start += block.position();
    return words;
}

void SpellMarks::highlightBlock(const QString &)
{
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wrong.setUnderlineColor(m_appearance.theme().danger);
    const int cursor = m_editor.textCursor().position();
    const QList<desk::SpellWord> words = wrongIn(currentBlock());
    for (const desk::SpellWord &word : words) {
        if (!word.touches(cursor))
            setFormat(word.start - currentBlock().position(), word.length, wrong);
    }
}

void SpellMarks::cursorMoved()
{
    const int now = m_editor.textCursor().position();
    const QTextBlock left = document()->findBlock(std::exchange(m_cursorAt, now));
    const QTextBlock entered = document()->findBlock(now);
    if (left.isValid() && left != entered)
        rehighlightBlock(left);
    rehighlightBlock(entered);
}

} // namespace balcao::ui
