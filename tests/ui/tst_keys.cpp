// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/printing/printing.h"
#include "walk.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A window in use, and how many keys it took.
struct Counted : Window
{
    Chat rosa = log.open(u"Rosa"_s);
    Chat dita = log.open(u"Dita"_s);
    OperatorId bruno = OperatorId::create();
    int keys = 0;

    Counted()
    {
        wire::Subject who;
        who.operatorId = bruno;
        log.add(wire::OperatorAdded{u"Bruno"_s, Role::Attendant}, who);
        wire::Subject reply;
        reply.reply = QuickReplyId::create();
        log.add(wire::ReplyDefined{u"Bom dia"_s, u"Bom dia, {nome}!"_s}, reply);
        reply.reply = QuickReplyId::create();
        log.add(wire::ReplyDefined{u"Entrega"_s, u"Confirma o endereço? É [rua] mesmo?"_s}, reply);
        log.receive(rosa, u"Oi"_s);
        log.receive(dita, u"Oi"_s);
        show(dita);
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no active window");
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::activeWindow() ? QApplication::activeWindow() : &window;
        QTest::keyClick(target->focusWidget() ? target->focusWidget() : target, key, modifiers);
        ++keys;
    }
    void type(const QString &text)
    {
        for (const QChar letter : text) {
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            ++keys;
        }
    }
    QWidget *dialog(const char *name = "pickDialog")
    {
        QWidget *found = nullptr;
        if (!QTest::qWaitFor([&] {
                found = window.findChild<QWidget *>(QString::fromLatin1(name));
                return found && found->isVisible() && QApplication::activeWindow() == found;
            }))
            qFatal("no dialog");
        return found;
    }
};

} // namespace

// The moments of the day, by keyboard alone, in so many keys.
class tst_keys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldestWaitingIsOneKey();
    void quickReplyIsFourKeysAtMost();
    void questionOfAReplyIsMarked();
    void unfilledFieldIsGoneToInsteadOfSent();
    void emojiIsFoundByItsWord();
    void customerNoteOutlivesTheChange();
    void twoNotesAreChosenBetweenByKeys();
    void escapeIsOfWhatIsBeingEdited();
    void closedWindowSaysWhoMustAnswer();
    void sendAndNextIsOneKey();
    void whoElseWritesIsSeenAndAskedAboutOnce();
    void handOverIsThreeKeysAndANote();
    void wrongActIsUndoneByOneKey();
    void undoIsTheEditorsWhileItHasSome();
    void hidingIsOneKey();
    void hidingIsOneKeyFromEverywhere();
    void noMenuStaysAboveTheProtectedScreen();
    void escapeTwiceHidesFromADialogToo();
    void printingIsTwoKeys();
    void otherOperatorIsOneKeyAndThePin();
    void snoozeTakesWords();
    void tagIsMadeAndPutInOneGo();
    void nothingHappensInAnEmptyDialog();
    void anythingIsFoundFromAnywhere();
    void actionsAreFoundByName();
};

void tst_keys::oldestWaitingIsOneKey()
{
    Counted w;
    w.press(Qt::Key_F2);
    QTRY_COMPARE(w.inbox.openNow(), w.rosa.conversation);
    QCOMPARE(w.keys, 1);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"editor"_s);
    w.press(Qt::Key_F2, Qt::ShiftModifier);
    QTRY_COMPARE(w.inbox.openNow(), w.dita.conversation);
}

void tst_keys::quickReplyIsFourKeysAtMost()
{
    Counted w;
    w.press(Qt::Key_F4);
    w.dialog();
    w.type(u"bo"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.find<QPlainTextEdit>("editor")->toPlainText(), u"Bom dia, Dita!"_s);
    QVERIFY(w.keys <= 4);
    QVERIFY(w.actions.sent.isEmpty()); // it is only written; sending is another key
}

void tst_keys::questionOfAReplyIsMarked()
{
    Counted w;
    w.press(Qt::Key_F4);
    w.dialog();
    w.type(u"ent"_s);
    w.press(Qt::Key_Return);
    auto *editor = w.find<QPlainTextEdit>("editor");
    QTRY_COMPARE(editor->textCursor().selectedText(), u"[rua]"_s);
    QTRY_VERIFY(editor->hasFocus());
    w.type(u"Rua 2"_s);
    QCOMPARE(editor->toPlainText(), u"Confirma o endereço? É Rua 2 mesmo?"_s);
}

void tst_keys::unfilledFieldIsGoneToInsteadOfSent()
{
    Counted w;
    auto *editor = w.find<QPlainTextEdit>("editor");
    editor->setFocus();
    editor->setPlainText(u"Fica {valor?}, retira {quando?}."_s);
    w.press(Qt::Key_Return);
    QVERIFY(w.actions.sent.isEmpty());
    QCOMPARE(editor->textCursor().selectedText(), u"{valor?}"_s);
    w.type(u"R$ 5"_s);
    w.press(Qt::Key_Tab);
    QCOMPARE(editor->textCursor().selectedText(), u"{quando?}"_s);
    w.type(u"hoje"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.actions.sent.size(), 1);
    QCOMPARE(w.actions.sent.first().text, u"Fica R$ 5, retira hoje."_s);
}

void tst_keys::emojiIsFoundByItsWord()
{
    Counted w;
    auto *editor = w.find<QPlainTextEdit>("editor");
    editor->setFocus();
    w.press(Qt::Key_Period, Qt::ControlModifier);
    w.dialog("emojiDialog");
    w.type(u"pao"_s); // accents ignored
    w.press(Qt::Key_Return);
    QTRY_COMPARE(editor->toPlainText(), u"🍞"_s);
    QVERIFY(w.actions.sent.isEmpty());
    QTRY_VERIFY(editor->hasFocus());
    editor->undo();
    QCOMPARE(editor->toPlainText(), QString());
}

void tst_keys::customerNoteOutlivesTheChange()
{
    Counted w;
    QTRY_VERIFY(w.customer.isKnown());
    w.customer.beginNote();
    auto *note = w.find<QPlainTextEdit>("noteEditor");
    QVERIFY(!note->isHidden());
    note->setPlainText(u"portão verde"_s);
    w.inbox.open(w.rosa.conversation);
    QTRY_COMPARE(w.customer.name(), u"Rosa"_s);
    QVERIFY(note->isHidden());
    w.inbox.open(w.dita.conversation);
    QTRY_COMPARE(note->toPlainText(), u"portão verde"_s);
    QVERIFY(!note->isHidden());
}

void tst_keys::twoNotesAreChosenBetweenByKeys()
{
    Counted w;
    QTRY_VERIFY(w.customer.isKnown());
    auto *note = w.find<QPlainTextEdit>("noteEditor");
    auto *mine = w.find<QPushButton>("noteMine");
    auto *theirs = w.find<QPushButton>("noteTheirs");
    auto *edit = w.find<QPushButton>("editNote");
    w.customer.beginNote();
    note->setPlainText(u"portão verde"_s);
    QVERIFY(!mine->isVisible() && edit->isVisible());
    w.log.add(wire::CustomerNoted{u"alérgica"_s}, w.dita.subject());
    w.take();
    w.customer.reload();
    QTRY_VERIFY(mine->isVisible() && theirs->isVisible());
    QVERIFY(!edit->isVisible()); // there is nothing but the two
    QCOMPARE(w.find<QLabel>("customerNote")->text(), u"alérgica"_s);
    QCOMPARE(note->toPlainText(), u"portão verde"_s);
    note->setFocus();
    w.press(Qt::Key_Return, Qt::ControlModifier); // may have been meant for what stood there before
    QVERIFY(w.workDone.did.isEmpty());
    QVERIFY(mine->hasFocus());
    w.press(Qt::Key_Tab);
    QVERIFY(theirs->hasFocus());
    w.press(Qt::Key_Return);
    QVERIFY(!w.customer.isEditingNote() && w.workDone.did.isEmpty());
    QVERIFY(!mine->isVisible() && edit->hasFocus());
    w.undo.undo();
    QVERIFY(mine->isVisible());
    mine->setFocus();
    w.press(Qt::Key_Return);
    QCOMPARE(w.workDone.did, QStringList{u"customer note portão verde"_s});
    QVERIFY(!w.customer.isEditingNote() && edit->hasFocus());
}

void tst_keys::escapeIsOfWhatIsBeingEdited()
{
    Counted w;
    const QSignalSpy hidden(&w.window, &ui::MainWindow::privacyRequested);
    QTRY_VERIFY(w.customer.isKnown());
    w.customer.beginNote();
    auto *note = w.find<QPlainTextEdit>("noteEditor");
    note->setFocus();
    w.type(u"fiado"_s);
    w.press(Qt::Key_Escape);
    QVERIFY(!w.customer.isEditingNote());
    w.undo.undo(); // one key must not cost a long note
    QCOMPARE(w.customer.noteDraft(), u"fiado"_s);
    auto *name = w.find<QLineEdit>("customerName");
    const QString before = name->text();
    name->setFocus();
    w.type(u"x"_s);
    w.press(Qt::Key_Escape);
    QCOMPARE(name->text(), before);
    QCOMPARE(hidden.size(), 0);
}

void tst_keys::closedWindowSaysWhoMustAnswer()
{
    Counted w;
    auto *bar = w.find<QWidget>("lockBar");
    QVERIFY(bar->isHidden());
    w.clock.setMs(w.thread.head()->windowUntil);
    w.composer.tick();
    QVERIFY(!bar->isHidden());
    QVERIFY(w.find<QLabel>("lockText")->text().contains(u"Dita"_s));
    w.press(Qt::Key_F7);
    QVERIFY(bar->isHidden()); // the team can always be told
    QVERIFY(!w.find<QPlainTextEdit>("editor")->isReadOnly());
}

void tst_keys::sendAndNextIsOneKey()
{
    Counted w;
    w.press(Qt::Key_F6, Qt::ShiftModifier); // into the editor, from the list
    QTest::keyClicks(w.find<QPlainTextEdit>("editor"), u"Bom dia"_s);
    w.find<QPlainTextEdit>("editor")->setFocus();
    w.keys = 0;
    w.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(w.actions.sent.size(), 1);
    w.actions.sent.first().done(true);
    QTRY_COMPARE(w.inbox.openNow(), w.rosa.conversation);
    QCOMPARE(w.keys, 1);
}

// Two write to one customer: it is seen before anything is pressed, and costs one Enter more.
void tst_keys::whoElseWritesIsSeenAndAskedAboutOnce()
{
    Counted w;
    w.thread.setPresent({{u"Bruno"_s, w.dita.conversation, true}});
    QTRY_VERIFY(w.find<QLabel>("threadSubtitle")->text().contains(u"Bruno"_s));
    w.find<QPlainTextEdit>("editor")->setFocus();
    w.type(u"Oi"_s);
    w.press(Qt::Key_Return);
    QVERIFY(w.actions.sent.isEmpty());
    QTRY_VERIFY(w.find<QLabel>("composerNote")->text().contains(u"Bruno"_s));
    w.press(Qt::Key_Return);
    QCOMPARE(w.actions.sent.size(), 1);
    QCOMPARE(w.keys, 4);
}

void tst_keys::handOverIsThreeKeysAndANote()
{
    Counted w;
    w.press(Qt::Key_T, Qt::ControlModifier);
    const QWidget *dialog = w.dialog();
    w.type(u"b"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.workDone.did, QStringList{u"assign "_s + w.bruno.text()});
    QCOMPARE(w.keys, 3);
    QTRY_VERIFY(!w.window.findChild<QWidget *>(u"pickDialog"_s));
    Q_UNUSED(dialog)
    // With a note: behind a space, or in its own field.
    w.keys = 0;
    w.press(Qt::Key_T, Qt::ControlModifier);
    w.dialog();
    w.type(u"b liga antes"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.workDone.did.last(), u"assign %1 liga antes"_s.arg(w.bruno.text()));
    QCOMPARE(w.keys, 3 + u" liga antes"_s.size());
    QTRY_VERIFY(!w.window.findChild<QWidget *>(u"pickDialog"_s));
    w.press(Qt::Key_T, Qt::ControlModifier);
    w.dialog();
    w.type(u"b"_s);
    w.press(Qt::Key_Tab);
    w.press(Qt::Key_Tab);
    w.type(u"depois"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.workDone.did.last(), u"assign %1 depois"_s.arg(w.bruno.text()));
}

void tst_keys::wrongActIsUndoneByOneKey()
{
    Counted w;
    w.press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(w.workDone.did, QStringList{u"resolve"_s});
    QVERIFY(w.find<QFrame>("undoBar")->isVisible());
    w.keys = 0;
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.workDone.did.last(), u"reopen"_s);
    QCOMPARE(w.keys, 1);
    QVERIFY(!w.find<QFrame>("undoBar")->isVisible());
}

void tst_keys::undoIsTheEditorsWhileItHasSome()
{
    Counted w;
    auto *editor = w.find<QPlainTextEdit>("editor");
    editor->setFocus();
    QTest::keyClicks(editor, u"Bom"_s);
    w.press(Qt::Key_E, Qt::ControlModifier);
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor->toPlainText(), QString());
    QCOMPARE(w.workDone.did, QStringList{u"resolve"_s});
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.workDone.did.last(), u"reopen"_s);
}

void tst_keys::printingIsTwoKeys()
{
    class Door final : public ui::PaperDoor
    {
    public:
        explicit Door(int &asked) : m_asked(asked) {}
        bool hasPrinter() override { return true; }
        void choosePrinter(QWidget &, Taken) override { ++m_asked; }
        void chooseFile(QWidget &, const QString &, Taken) override {}
        void choosePath(QWidget &, const Path &, std::function<void(const QString &)>) override {}

    private:
        int &m_asked;
    };
    Counted w;
    int asked = 0;
    w.window.inbox()->printing().setDoor(std::make_unique<Door>(asked));
    w.press(Qt::Key_P, Qt::ControlModifier);
    w.dialog("printDialog");
    w.press(Qt::Key_Return);
    QCOMPARE(asked, 1); // from here on it is the system's own dialog
    QCOMPARE(w.keys, 2);
    QTRY_VERIFY(w.find<QPlainTextEdit>("editor")->hasFocus());
}

void tst_keys::hidingIsOneKey()
{
    Counted w;
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Attendant, true}});
    QObject::connect(&w.window, &ui::MainWindow::privacyRequested, &w.window, &ui::MainWindow::showProtected);
    w.press(Qt::Key_F12);
    QCOMPARE(w.keys, 1);
    QVERIFY(!w.find<QListView>("threadView")->isVisible());
    QVERIFY(!w.find<QListView>("conversations")->isVisible());
    QVERIFY(w.find<QLineEdit>("protectedPin")->isVisible());
    QTRY_VERIFY(w.find<QLineEdit>("protectedPin")->hasFocus());
    QVERIFY(!w.window.windowTitle().contains(u"Lua"_s));
    // Also with a dialog open, and by Esc Esc.
    w.window.showInbox(u"Lua"_s, u"Ana"_s);
    w.press(Qt::Key_F4);
    w.dialog();
    w.window.showProtected();
    QVERIFY(!w.find<QWidget>("pickDialog")->isVisible());
    w.window.activateWindow(); // a window manager's part: a dialog that hides leaves the keys to its window
    QTRY_VERIFY(w.find<QLineEdit>("protectedPin")->hasFocus());
    w.window.showInbox(u"Lua"_s, u"Ana"_s); // it is the same person: the dialog, too, is where it was
    QTRY_VERIFY(w.find<QWidget>("pickDialog")->isVisible());
    // It has the keys, too: what is typed goes there, and Escape ends it and nothing else.
    QTRY_COMPARE(QApplication::activeWindow(), w.find<QWidget>("pickDialog"));
    QTRY_VERIFY(QApplication::focusWidget() &&
                w.find<QWidget>("pickDialog")->isAncestorOf(QApplication::focusWidget()));
    w.type(u"bo"_s);
    QCOMPARE(w.find<QWidget>("pickDialog")->findChild<QLineEdit *>()->text(), u"bo"_s);
    w.press(Qt::Key_Escape);
    QTRY_VERIFY(!w.window.findChild<QWidget *>(u"pickDialog"_s));
    QTRY_COMPARE(QApplication::activeWindow(), &w.window);
    QTRY_VERIFY(w.find<QListView>("conversations")->hasFocus()); // where F4 had been pressed
    w.press(Qt::Key_Escape);                                     // the second, soon after the dialog's
    QVERIFY(!w.find<QListView>("threadView")->isVisible());
    w.window.showInbox(u"Lua"_s, u"Ana"_s);
    QTRY_VERIFY(w.find<QListView>("threadView")->isVisible());
}

void tst_keys::hidingIsOneKeyFromEverywhere()
{
    Window w;
    fillShop(w, {{u"Jonas"_s, u"Dita"_s, u"Rosa"_s, u"Marlene"_s}, {u"Ana"_s, u"Bruno"_s}, u"Oi"_s, u"Encomenda"_s});
    int asked = 0;
    QObject::connect(&w.window, &ui::MainWindow::privacyRequested, &w.window, [&asked] { ++asked; });
    for (const Place &place : places()) {
        QVERIFY2(place.enter(w), place.name);
        settle();
        QWidget *menu = QApplication::activePopupWidget();
        QWidget *window = menu ? menu : QApplication::activeWindow();
        const bool isInbox = !menu && (!window || window == &w.window);
        if (!isInbox) {
            asked = 0;
            QTest::keyClick(window->focusWidget() ? window->focusWidget() : window, Qt::Key_F12);
            QVERIFY2(asked == 1, place.name);
        }
        leave(w, place);
    }
}

// A menu above the protected screen would show a customer, and copy what they wrote.
void tst_keys::noMenuStaysAboveTheProtectedScreen()
{
    Counted w;
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Attendant, true}});
    QMenu menu(&w.window);
    menu.addAction(u"Copiar"_s);
    menu.popup({10, 10});
    QTRY_COMPARE(QApplication::activePopupWidget(), &menu);
    w.window.showProtected(); // nobody was there for a while
    QVERIFY(!menu.isVisible());
}

void tst_keys::escapeTwiceHidesFromADialogToo()
{
    Counted w;
    int asked = 0;
    QObject::connect(&w.window, &ui::MainWindow::privacyRequested, &w.window, [&asked] { ++asked; });
    w.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(w.find<QLineEdit>("paletteTyped")->hasFocus());
    w.press(Qt::Key_Escape);
    QTRY_VERIFY(!w.window.findChild<QLineEdit *>(u"paletteTyped"_s));
    QCOMPARE(asked, 0);
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    w.press(Qt::Key_Escape);
    QCOMPARE(asked, 1);
}

void tst_keys::otherOperatorIsOneKeyAndThePin()
{
    Counted w;
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Attendant, true}, {w.bruno, u"Bruno"_s, Role::Attendant, true}});
    QObject::connect(&w.window, &ui::MainWindow::switchOperatorRequested, &w.window, [&w] {
        w.operators.leave(w.ana); // as the program does
        w.window.showOperators();
    });
    const QSignalSpy entered(&w.operators, &desk::OperatorPresenter::entered);
    w.press(Qt::Key_F11);
    QTRY_VERIFY(w.find<QLineEdit>("pin")->hasFocus());
    w.type(u"1234"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(entered.size(), 1);
    QCOMPARE(w.keys, 6);
    QCOMPARE(w.operators.operators()[w.operators.selected()].id, w.bruno); // another, that is
    // Back to whoever left it, and the list from where the PIN is typed.
    w.operators.leave(w.bruno);
    QCOMPARE(w.operators.operators()[w.operators.selected()].id, w.ana);
    w.press(Qt::Key_Down);
    QCOMPARE(w.operators.operators()[w.operators.selected()].id, w.bruno);
    QVERIFY(w.find<QLineEdit>("pin")->text().isEmpty());
}

void tst_keys::snoozeTakesWords()
{
    Counted w;
    w.press(Qt::Key_D, Qt::ControlModifier);
    w.dialog();
    w.type(u"em 2 horas"_s);
    const qint64 now = w.clock.nowMs();
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.workDone.did, QStringList{u"snooze %1"_s.arg(now + 2 * kHourMs)});
}

void tst_keys::tagIsMadeAndPutInOneGo()
{
    Counted w;
    w.press(Qt::Key_L, Qt::ControlModifier);
    w.dialog();
    w.type(u"Festa"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.workDone.did, (QStringList{u"define Festa"_s, u"tag"_s}));
}

void tst_keys::nothingHappensInAnEmptyDialog()
{
    Counted w;
    w.press(Qt::Key_D, Qt::ControlModifier);
    QWidget *dialog = w.dialog();
    w.type(u"nunca"_s);
    w.press(Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"pickEmpty"_s)->isVisible());
    w.press(Qt::Key_Escape);
    QTRY_VERIFY(!w.window.findChild<QWidget *>(u"pickDialog"_s));
    QVERIFY(w.workDone.did.isEmpty());
}

void tst_keys::anythingIsFoundFromAnywhere()
{
    Counted w;
    const Chat old = w.log.open(u"Antônia Pires"_s);
    w.log.receive(old, u"quero o bolo de fubá com erva-doce"_s);
    for (int i = 0; i < 150; ++i)
        w.log.receive(old, u"mensagem %1"_s.arg(i));
    w.take();
    w.find<QPlainTextEdit>("editor")->setFocus(); // also from the composer
    w.press(Qt::Key_K, Qt::ControlModifier);
    auto *list = w.dialog("palette")->findChild<QListView *>(u"paletteList"_s);
    w.type(u"anto"_s);
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"Antônia Pires"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.inbox.openNow(), old.conversation);
    QCOMPARE(w.keys, 6); // Ctrl+K, four letters, Enter
    w.inbox.open(w.dita.conversation);
    QTRY_VERIFY(!w.window.findChild<QWidget *>(u"palette"_s));
    w.press(Qt::Key_K, Qt::ControlModifier);
    list = w.dialog("palette")->findChild<QListView *>(u"paletteList"_s);
    w.type(u"fuba"_s);
    QTRY_VERIFY(list->model()->index(0, 0).data().toString().contains(u"fubá"_s));
    w.press(Qt::Key_Return);
    QTRY_COMPARE(w.inbox.openNow(), old.conversation);
    // It opens at the message, far above the newest sixty.
    auto *thread = w.find<QListView>("threadView");
    QTRY_VERIFY(thread->currentIndex().data().toString().contains(u"fubá"_s));
    QTRY_VERIFY(thread->viewport()->rect().intersects(thread->visualRect(thread->currentIndex())));
}

void tst_keys::actionsAreFoundByName()
{
    Counted w;
    const QSignalSpy hidden(&w.window, &ui::MainWindow::privacyRequested);
    w.press(Qt::Key_K, Qt::ControlModifier);
    auto *list = w.dialog("palette")->findChild<QListView *>(u"paletteList"_s);
    QVERIFY(list->model()->rowCount() >= 8); // before anything is typed: what can be done
    w.type(u"hide the sc"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    w.press(Qt::Key_Return);
    QCOMPARE(hidden.size(), 1);
    QTRY_COMPARE(QApplication::activeWindow(), &w.window);
    w.press(Qt::Key_K, Qt::ControlModifier);
    QWidget *palette = w.dialog("palette");
    w.type(u"zzz"_s);
    QTRY_VERIFY(palette->findChild<QLabel *>(u"paletteEmpty"_s)->text().contains(u"zzz"_s));
}

BALCAO_TEST(tst_keys)
#include "tst_keys.moc"
