// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The editor's own menu with what can be done about a wrong word on top, for the mouse and for the keys. Opens when the
// suggestions are there, so that nothing moves under the hand.
#pragma once

#include "ui/panes/spellmarks.h"

#include <QPointer>

#include <optional>

class QKeyEvent;
class QMenu;
class QTextCursor;

namespace balcao::ui {

class SpellMenu final : public QObject
{
    Q_OBJECT

public:
    SpellMenu(desk::SpellingPresenter &presenter, QPlainTextEdit &editor, const Appearance &appearance);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Wanted
    {
        desk::SpellWord word;
        QPoint at;
        bool isMarked = false; ///< by openAtNearest(), to show which one it is
    };

    bool takeKey(const QKeyEvent &key);
    void openAtCursor();
    /// At the word that the cursor is in, or at the wrong one that was written last.
    void openAtNearest();
    [[nodiscard]] std::optional<desk::SpellWord> nearest();
    [[nodiscard]] std::optional<desk::SpellWord> wrongAt(int place);
    [[nodiscard]] bool stillStands(const desk::SpellWord &word);
    [[nodiscard]] QPoint below(const QTextCursor &cursor) const;
    void openFor(const std::optional<desk::SpellWord> &word, const QPoint &at, bool isMarked = false);
    void suggested(const QString &word, const QStringList &found);
    void addWord(QMenu &menu, const desk::SpellWord &word, const QStringList &found);
    void show(QMenu *menu, const QPoint &at);
    void unmark(const desk::SpellWord &word);
    void replace(const desk::SpellWord &word, const QString &by);
    [[nodiscard]] QTextCursor cursorOn(const desk::SpellWord &word) const;

    desk::SpellingPresenter &m_presenter;
    QPlainTextEdit &m_editor;
    SpellMarks *m_marks;
    QPointer<QMenu> m_menu;
    std::optional<Wanted> m_wanted; ///< its suggestions are awaited
};

} // namespace balcao::ui
