// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/panes/composer.h"
#include "ui/panes/settingslook.h"
#include "ui/style/systemspeller.h"
#include "window.h"

#include <QCheckBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextLayout>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Writing : Window
{
    Writing()
    {
        speller.wrong = {{u"Obrigdo"_s, {u"Obrigado"_s, u"Obriga"_s, u"Obrigo"_s, u"Abrigo"_s, u"Abri"_s, u"Sexta"_s}},
                         {u"preferenca"_s, {u"preferência"_s}},
                         {u"zumzum"_s, {}}};
        const Chat rosa = log.open(u"Rosa"_s);
        log.receive(rosa, u"Oi"_s);
        show(rosa);
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no active window");
        editor = find<QPlainTextEdit>("editor");
        editor->setFocus();
    }
    /// The words that are underlined as wrong.
    [[nodiscard]] QStringList marked() const
    {
        QStringList words;
        for (QTextBlock block = editor->document()->begin(); block.isValid(); block = block.next()) {
            const auto formats = block.layout()->formats();
            for (const QTextLayout::FormatRange &range : formats) {
                if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                    words.append(block.text().mid(range.start, range.length));
            }
        }
        return words;
    }
    void type(const QString &text) const { QTest::keyClicks(editor, text); }
    void place(int at) const
    {
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(at);
        editor->setTextCursor(cursor);
    }
    void rightClick(int at) const
    {
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(at);
        const QPoint spot = editor->cursorRect(cursor).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, spot, editor->viewport()->mapToGlobal(spot));
        QApplication::sendEvent(editor->viewport(), &event);
    }
    [[nodiscard]] QMenu *menu() const
    {
        QMenu *found = nullptr;
        if (!QTest::qWaitFor([&] {
                found = editor->findChild<QMenu *>(u"spellMenu"_s);
                return found && found->isVisible();
            }))
            qFatal("no menu");
        return found;
    }
    static QAction *act(const QMenu *menu, const QString &text)
    {
        const auto actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    static void choose(QMenu *menu, const QString &text)
    {
        QAction *action = act(menu, text);
        if (!action)
            qFatal("no such action");
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
    }

    QPlainTextEdit *editor = nullptr;
};

} // namespace

// Wrong words are underlined, and put right by mouse or keys; the text itself is nobody's but the writer's.
class tst_spelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongWordsAreUnderlinedButTheOneBeingWritten();
    void marksLeaveTextUndoAndSendingAlone();
    void switchedOffNothingIsUnderlined();
    void suggestionTakesThePlaceInOneUndoStep();
    void keyGoesToTheWordWrittenLast();
    void leavingTheMenuKeepsTheWord();
    void whatTheWriterSelectedStaysSo();
    void wordIsTaught();
    void noSuggestionIsSaid();
    void rightWordsHaveTheUsualMenu();
    void closedWindowOffersNoReplacing();
    void protectingTheScreenClosesTheMenu();
    void whatCannotBeSentIsNotRead();
    void withoutADictionaryNothingIsShown();
    void aDictionaryThatIsFoundLateMarksWhatStandsThere();
    void systemsDictionary();
};

void tst_spelling::wrongWordsAreUnderlinedButTheOneBeingWritten()
{
    Writing w;
    w.type(u"Obrigdo"_s);
    QTRY_VERIFY(w.speller.asked.contains(u"Obrigdo"_s));
    QTRY_COMPARE(w.spelling.wrongIn(u"Obrigdo"_s).size(), 1);
    QVERIFY(w.marked().isEmpty());
    w.type(u" pela preferenca"_s);
    QTRY_COMPARE(w.marked(), QStringList{u"Obrigdo"_s});
    w.place(8);
    QTRY_COMPARE(w.marked(), (QStringList{u"Obrigdo"_s, u"preferenca"_s}));
    w.place(3);
    QCOMPARE(w.marked(), QStringList{u"preferenca"_s});
    const auto formats = w.editor->document()->begin().layout()->formats();
    QCOMPARE(formats.first().format.underlineColor(), w.appearance.theme().danger);
    // Another line.
    w.place(23);
    QTest::keyClick(w.editor, Qt::Key_Return, Qt::ShiftModifier);
    w.type(u"zumzum"_s);
    QTRY_COMPARE(w.spelling.wrongIn(u"zumzum"_s).size(), 1);
    QCOMPARE(w.marked(), (QStringList{u"Obrigdo"_s, u"preferenca"_s}));
    w.place(0);
    QCOMPARE(w.marked(), (QStringList{u"preferenca"_s, u"zumzum"_s}));
}

void tst_spelling::marksLeaveTextUndoAndSendingAlone()
{
    Writing w;
    QTextDocument *document = w.editor->document();
    w.editor->setPlainText(u"Obrigdo pela preferenca!"_s);
    document->setModified(false);
    QTRY_COMPARE(w.marked(), QStringList{u"preferenca"_s}); // the cursor is at the start
    w.place(8);
    QCOMPARE(w.marked().size(), 2);
    QVERIFY(!document->isModified());
    QVERIFY(!document->isUndoAvailable());
    QCOMPARE(w.editor->toPlainText(), u"Obrigdo pela preferenca!"_s);
    w.type(u"x"_s);
    document->undo();
    QVERIFY(!document->isUndoAvailable());
    QTest::keyClick(w.editor, Qt::Key_Return);
    QCOMPARE(w.actions.sent.size(), 1);
    QCOMPARE(w.actions.sent.first().text, u"Obrigdo pela preferenca!"_s);
}

void tst_spelling::switchedOffNothingIsUnderlined()
{
    Writing w;
    w.type(u"Obrigdo pela "_s);
    QTRY_COMPARE(w.marked().size(), 1);
    w.rightClick(3);
    QMenu *menu = w.menu();
    auto *check = menu->findChild<QAction *>(u"checkSpellingAction"_s);
    QVERIFY(check && check->isChecked());
    w.choose(menu, check->text());
    QVERIFY(w.marked().isEmpty());
    QVERIFY(!w.preferences.now().spelling);
    w.rightClick(3);
    menu = w.menu();
    QVERIFY(!w.act(menu, u"Obrigado"_s));
    check = menu->findChild<QAction *>(u"checkSpellingAction"_s);
    QVERIFY(!check->isChecked());
    w.choose(menu, check->text());
    QTRY_COMPARE(w.marked().size(), 1);
}

void tst_spelling::suggestionTakesThePlaceInOneUndoStep()
{
    Writing w;
    w.type(u"Obrigdo pela visita"_s);
    QTRY_COMPARE(w.marked().size(), 1);
    w.rightClick(3);
    QMenu *menu = w.menu();
    const auto actions = menu->actions();
    QStringList texts;
    for (const QAction *action : actions)
        texts.append(action->text());
    QCOMPARE(texts.mid(0, 6),
             (QStringList{u"Obrigado"_s, u"Obriga"_s, u"Obrigo"_s, u"Abrigo"_s, u"Abri"_s, u"Add to dictionary"_s}));
    w.choose(menu, u"Obrigado"_s);
    QCOMPARE(w.editor->toPlainText(), u"Obrigado pela visita"_s);
    QCOMPARE(w.composer.text(), u"Obrigado pela visita"_s);
    QVERIFY(w.marked().isEmpty());
    QCOMPARE(w.editor->textCursor().position(), 20); // where the writer was
    QTRY_VERIFY(w.editor->hasFocus());
    QTest::keyClick(w.editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.editor->toPlainText(), u"Obrigdo pela visita"_s);
}

void tst_spelling::keyGoesToTheWordWrittenLast()
{
    Writing w;
    w.type(u"Obrigdo pela preferenca, volte"_s);
    QTRY_COMPARE(w.marked().size(), 2);
    QTest::keyClick(w.editor, Qt::Key_F7, Qt::ShiftModifier);
    QMenu *menu = w.menu();
    QCOMPARE(w.editor->textCursor().selectedText(), u"preferenca"_s);
    QVERIFY(!w.composer.isNote()); // F7 alone
    w.choose(menu, u"preferência"_s);
    QCOMPARE(w.editor->toPlainText(), u"Obrigdo pela preferência, volte"_s);
    QVERIFY(!w.editor->textCursor().hasSelection());
    QTRY_VERIFY(!w.editor->findChild<QMenu *>(u"spellMenu"_s));
    // In the word: at that one. Shift+F10 too.
    for (const auto &[key, at] : {std::pair(Qt::Key_F7, 12), std::pair(Qt::Key_F10, 4)}) {
        w.place(at);
        QTest::keyClick(w.editor, key, Qt::ShiftModifier);
        menu = w.menu();
        QVERIFY(w.act(menu, u"Obrigado"_s));
        QTest::keyClick(menu, Qt::Key_Escape);
        QTRY_VERIFY(!w.editor->findChild<QMenu *>(u"spellMenu"_s));
    }
    // The menu key reaches Qt's widgets as this event.
    const QPoint middle = w.editor->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, w.editor->mapToGlobal(middle));
    QApplication::sendEvent(w.editor, &event);
    w.choose(w.menu(), u"Obrigado"_s);
    QCOMPARE(w.editor->toPlainText(), u"Obrigado pela preferência, volte"_s);
    QVERIFY(w.actions.sent.isEmpty()); // the Enter was the menu's
}

void tst_spelling::leavingTheMenuKeepsTheWord()
{
    Writing w;
    w.type(u"Obrigdo pela "_s);
    QTRY_COMPARE(w.marked().size(), 1);
    QTest::keyClick(w.editor, Qt::Key_F7, Qt::ShiftModifier);
    QTest::keyClick(w.menu(), Qt::Key_Escape);
    QTRY_VERIFY(!w.editor->textCursor().hasSelection());
    w.type(u"!"_s);
    QCOMPARE(w.editor->toPlainText(), u"Obrigdo! pela "_s);
}

void tst_spelling::whatTheWriterSelectedStaysSo()
{
    Writing w;
    w.type(u"Obrigdo pela "_s);
    QTRY_COMPARE(w.marked().size(), 1);
    w.place(0);
    QTest::keyClick(w.editor, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(w.editor, Qt::Key_Left, Qt::ShiftModifier); // without the space
    w.rightClick(3);
    QTest::keyClick(w.menu(), Qt::Key_Escape);
    QTRY_VERIFY(!w.editor->findChild<QMenu *>(u"spellMenu"_s));
    QCOMPARE(w.editor->textCursor().selectedText(), u"Obrigdo"_s);
}

void tst_spelling::wordIsTaught()
{
    Writing w;
    w.type(u"Obrigdo zumzum "_s);
    QTRY_COMPARE(w.marked().size(), 2);
    QTest::keyClick(w.editor, Qt::Key_F7, Qt::ShiftModifier);
    w.choose(w.menu(), u"Add to dictionary"_s);
    QCOMPARE(w.marked(), QStringList{u"Obrigdo"_s});
    QCOMPARE(w.editor->toPlainText(), u"Obrigdo zumzum "_s);
}

void tst_spelling::noSuggestionIsSaid()
{
    Writing w;
    w.type(u"zumzum "_s);
    QTRY_COMPARE(w.marked().size(), 1);
    w.rightClick(2);
    const QAction *none = w.act(w.menu(), u"No suggestions"_s);
    QVERIFY(none && !none->isEnabled());
}

void tst_spelling::rightWordsHaveTheUsualMenu()
{
    Writing w;
    w.type(u"Bom dia"_s);
    QTRY_VERIFY(w.speller.asked.contains(u"dia"_s));
    w.editor->selectAll();
    w.rightClick(2);
    QMenu *menu = w.menu();
    QVERIFY(!w.act(menu, u"No suggestions"_s) && !w.act(menu, u"Add to dictionary"_s));
    QVERIFY(menu->findChild<QAction *>(u"checkSpellingAction"_s));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!w.editor->findChild<QMenu *>(u"spellMenu"_s));
    QCOMPARE(w.editor->textCursor().selectedText(), u"Bom dia"_s); // what was selected stays so
}

void tst_spelling::closedWindowOffersNoReplacing()
{
    Writing w;
    w.type(u"Obrigdo pela "_s);
    QTRY_COMPARE(w.marked().size(), 1);
    w.clock.setMs(w.thread.head()->windowUntil);
    w.composer.tick();
    QVERIFY(w.editor->isReadOnly());
    w.rightClick(3);
    QVERIFY(!w.act(w.menu(), u"Obrigado"_s));
}

void tst_spelling::protectingTheScreenClosesTheMenu()
{
    Writing w;
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Attendant, true}});
    w.type(u"Obrigdo pela "_s);
    QTRY_COMPARE(w.marked().size(), 1);
    w.rightClick(3);
    const QPointer<QMenu> menu = w.menu();
    w.window.showProtected();
    QTRY_VERIFY(!menu || !menu->isVisible());
}

void tst_spelling::whatCannotBeSentIsNotRead()
{
    Writing w;
    QString text = QString(u"Obrigdo "_s).repeated(desk::ComposerPresenter::kLongest / 8); // the very limit
    w.editor->setPlainText(text);
    QTRY_VERIFY(!w.marked().isEmpty());
    w.editor->setPlainText(text + u"zebra"_s);
    QTRY_VERIFY(w.marked().isEmpty());
    QVERIFY(!w.speller.asked.contains(u"zebra"_s));
}

void tst_spelling::withoutADictionaryNothingIsShown()
{
    Writing w;
    desk::SpellingPresenter none(w.source, w.thread, w.preferences, w.undo, nullptr);
    ui::Composer composer(w.composer, none, w.appearance);
    auto *editor = composer.findChild<QPlainTextEdit *>(u"editor"_s);
    QVERIFY(!editor->findChild<QSyntaxHighlighter *>());
    const ui::SettingsLook look(w.preferences, none.isOffered());
    QVERIFY(look.findChild<QCheckBox *>(u"checkSpelling"_s)->isHidden());
    const ui::KeysDialog keys(none.isOffered(), &w.window);
    const auto labels = keys.findChildren<QLabel *>();
    QVERIFY(!labels.isEmpty());
    QVERIFY(std::ranges::none_of(labels, [](const QLabel *label) { return label->text() == u"Shift+F7"_s; }));
}

void tst_spelling::aDictionaryThatIsFoundLateMarksWhatStandsThere()
{
    Writing w;
    w.speller.there = false;
    desk::SpellingPresenter late(w.source, w.thread, w.preferences, w.undo, &w.speller);
    ui::Composer composer(w.composer, late, w.appearance);
    auto *editor = composer.findChild<QPlainTextEdit *>(u"editor"_s);
    editor->setPlainText(u"Muito Obrigdo"_s); // the word at the cursor is still being written
    QVERIFY(!editor->findChild<QSyntaxHighlighter *>());
    w.speller.there = true;
    Q_EMIT w.speller.arrived();
    QVERIFY(editor->document()->findChild<QSyntaxHighlighter *>() || editor->findChild<QSyntaxHighlighter *>());
    QTRY_VERIFY(!editor->document()->firstBlock().layout()->formats().isEmpty());
}

// The dictionary that is installed, through all of it.
void tst_spelling::systemsDictionary()
{
    const auto speller = ui::systemSpeller(QLocale(QLocale::Portuguese, QLocale::Brazil));
    if (!speller)
        QSKIP("no dictionary of pt-BR here (Debian: hunspell-pt-br), or built without Hunspell");
    QVERIFY(!ui::systemSpeller(QLocale(QLocale::Icelandic, QLocale::Iceland)));
    QSignalSpy checked(speller.get(), &desk::Speller::checked);
    QElapsedTimer timer;
    timer.start();
    const QStringList words{u"pão"_s, u"amanhã"_s, u"d'água"_s, u"guarda-chuva"_s, u"Bom"_s, u"pãi"_s, u"obrigdo"_s};
    speller->check(words);
    QVERIFY(checked.isEmpty()); // never before the call returns
    qInfo("asked in %.3f ms", double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(checked.wait(30'000));
    qInfo("read and answered in %lld ms", timer.restart());
    QCOMPARE(checked.first().at(0).toStringList(), words);
    QCOMPARE(checked.first().at(1).toStringList(), (QStringList{u"pãi"_s, u"obrigdo"_s}));
    QSignalSpy suggested(speller.get(), &desk::Speller::suggested);
    speller->suggest(u"endereco"_s, 5);
    QVERIFY(suggested.wait(30'000));
    qInfo("suggested in %lld ms", timer.elapsed());
    const QStringList found = suggested.first().at(1).toStringList();
    QVERIFY(found.contains(u"endereço"_s));
    QVERIFY(found.size() <= 5);
    speller->suggest(u"obrigdo"_s, 1);
    QVERIFY(suggested.wait(30'000));
    QCOMPARE(suggested.last().at(1).toStringList().size(), 1);
    speller->check({u"casa"_s}); // and goes while it is asked
}

BALCAO_TEST(tst_spelling)
#include "tst_spelling.moc"
