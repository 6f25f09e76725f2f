// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/spellmenu.h"

#include "desk/keytable.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace balcao::ui {

using desk::SpellWord;

SpellMenu::SpellMenu(desk::SpellingPresenter &presenter, QPlainTextEdit &editor, const Appearance &appearance)
    : QObject(&editor), m_presenter(presenter), m_editor(editor), m_marks(new SpellMarks(presenter, editor, appearance))
{
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
    connect(&presenter, &desk::SpellingPresenter::suggested, this, &SpellMenu::suggested);
}

bool SpellMenu::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::KeyPress)
        return takeKey(*static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::Hide) {
        m_wanted.reset();
        if (m_menu)
            m_menu->close(); // its words are the draft's
    }
    if (event->type() != QEvent::ContextMenu)
        return false;
    const auto *asked = static_cast<QContextMenuEvent *>(event);
    const QPoint spot = m_editor.viewport()->mapFromGlobal(asked->globalPos());
    const int place = m_editor.cursorForPosition(spot).position();
    if (asked->reason() == QContextMenuEvent::Keyboard)
        openAtCursor();
    else
        openFor(wrongAt(place), asked->globalPos());
    return true;
}

bool SpellMenu::takeKey(const QKeyEvent &key)
{
    const QKeySequence pressed(key.keyCombination());
    static const QKeySequence suggestions =
        QKeySequence::fromString(desk::KeyTable::keysOf(desk::Act::Spelling), QKeySequence::PortableText);
    // Windows asks for the menu on Shift+F10 by itself, Qt on Linux does not.
    static const QKeySequence menu(Qt::SHIFT | Qt::Key_F10);
    if (pressed == suggestions)
        openAtNearest();
    else if (pressed == menu)
        openAtCursor();
    else
        return false;
    return true;
}

void SpellMenu::openAtCursor()
{
    const QTextCursor cursor = m_editor.textCursor();
    openFor(wrongAt(cursor.position()), below(cursor));
}

void SpellMenu::openAtNearest()
{
    const auto word = nearest();
    if (word)
        m_editor.setTextCursor(cursorOn(*word));
    openFor(word, below(m_editor.textCursor()), true);
}

std::optional<SpellWord> SpellMenu::nearest()
{
    const int place = m_editor.textCursor().position();
    std::optional<SpellWord> found;
    for (QTextBlock block = m_editor.document()->begin(); block.isValid(); block = block.next()) {
        const QList<SpellWord> words = m_marks->wrongIn(block);
        for (const SpellWord &word : words) {
            if (found && word.start > place)
                return found;
            found = word;
        }
    }
    return found;
}

std::optional<SpellWord> SpellMenu::wrongAt(int place)
{
    const QList<SpellWord> words = m_marks->wrongIn(m_editor.document()->findBlock(place));
    const auto found = std::ranges::find_if(words, [place](const SpellWord &word) { return word.touches(place); });
    return found == words.cend() ? std::nullopt : std::optional(*found);
}

bool SpellMenu::stillStands(const SpellWord &word)
{
    const auto now = wrongAt(word.start + 1);
    return now && now->start == word.start && now->text == word.text;
}

QPoint SpellMenu::below(const QTextCursor &cursor) const
{
    return m_editor.viewport()->mapToGlobal(m_editor.cursorRect(cursor).bottomLeft());
}

void SpellMenu::openFor(const std::optional<SpellWord> &word, const QPoint &at, bool isMarked)
{
    m_wanted.reset();
    if (!word || m_editor.isReadOnly())
        return show(m_editor.createStandardContextMenu(), at);
    m_wanted = Wanted{*word, at, isMarked};
    m_presenter.suggest(word->text);
}

void SpellMenu::suggested(const QString &word, const QStringList &found)
{
    if (!m_wanted || m_wanted->word.text != word)
        return;
    const Wanted wanted = *std::exchange(m_wanted, std::nullopt);
    if (m_editor.isReadOnly() || !stillStands(wanted.word))
        return;
    QMenu *menu = m_editor.createStandardContextMenu();
    // Not to be typed over; later, for the menu's own acts are about what is selected.
    if (wanted.isMarked)
        connect(
            menu, &QMenu::aboutToHide, this, [this, wanted] { unmark(wanted.word); }, Qt::QueuedConnection);
    addWord(*menu, wanted.word, found);
    show(menu, wanted.at);
}

void SpellMenu::addWord(QMenu &menu, const SpellWord &word, const QStringList &found)
{
    QAction *first = menu.actions().value(0);
    const auto add = [&menu, first](const QString &text) {
        auto *action = new QAction(text, &menu);
        menu.insertAction(first, action);
        return action;
    };
    for (const QString &one : found) {
        QAction *action = add(QString(one).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, word, one] { replace(word, one); });
    }
    if (found.isEmpty())
        add(tr("No suggestions"))->setEnabled(false);
    connect(add(tr("Add to dictionary")), &QAction::triggered, this, [this, word] { m_presenter.teach(word.text); });
    menu.insertSeparator(first);
}

void SpellMenu::show(QMenu *menu, const QPoint &at)
{
    menu->setObjectName(QStringLiteral("spellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction *check = menu->addAction(tr("Check spelling"));
    check->setObjectName(QStringLiteral("checkSpellingAction"));
    check->setCheckable(true);
    check->setChecked(m_presenter.isOn());
    connect(check, &QAction::toggled, &m_presenter, &desk::SpellingPresenter::setOn);
    if (m_menu)
        m_menu->close();
    m_menu = menu;
    menu->popup(at);
}

QTextCursor SpellMenu::cursorOn(const SpellWord &word) const
{
    QTextCursor cursor(m_editor.document());
    cursor.setPosition(word.start);
    cursor.setPosition(word.start + word.length, QTextCursor::KeepAnchor);
    return cursor;
}

void SpellMenu::unmark(const SpellWord &word)
{
    QTextCursor cursor = m_editor.textCursor();
    if (cursor.anchor() != word.start || cursor.position() != word.start + word.length)
        return;
    cursor.clearSelection();
    m_editor.setTextCursor(cursor);
}

void SpellMenu::replace(const SpellWord &word, const QString &by)
{
    if (!m_editor.isReadOnly() && stillStands(word))
        cursorOn(word).insertText(by);
}

} // namespace balcao::ui
