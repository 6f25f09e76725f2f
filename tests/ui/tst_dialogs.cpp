// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/dialogs/repliesdialog.h"
#include "ui/dialogs/tagsdialog.h"
#include "window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Asking : Window
{
    Chat rosa = log.open(u"Rosa"_s);
    Chat dita = log.open(u"Dita"_s);

    Asking()
    {
        for (const QString &title : {u"Bom dia"_s, u"Entrega"_s}) {
            wire::Subject reply;
            reply.reply = QuickReplyId::create();
            log.add(wire::ReplyDefined{title, title + u" para você"_s}, reply);
        }
        log.receive(rosa, u"Oi"_s);
        log.receive(dita, u"Oi"_s);
        show(rosa);
    }
    [[nodiscard]] QList<QDialog *> dialogs() const { return window.findChildren<QDialog *>(u"pickDialog"_s); }
};

struct Replies : Asking
{
    ui::RepliesDialog dialog{pick.shopReplies(), appearance};
    QListWidget *list = dialog.findChild<QListWidget *>(u"repliesList"_s);
    QLineEdit *title = dialog.findChild<QLineEdit *>(u"replyTitle"_s);
    QPlainTextEdit *text = dialog.findChild<QPlainTextEdit *>(u"replyText"_s);
    QPushButton *keep = dialog.findChild<QPushButton *>(u"replyKeep"_s);
    QPushButton *retire = dialog.findChild<QPushButton *>(u"replyRetire"_s);

    QPushButton *drop = dialog.findChild<QPushButton *>(u"replyDrop"_s);
    QLabel *problem = dialog.findChild<QLabel *>(u"replyProblem"_s);

    Replies() { QTRY_COMPARE(list->count(), 3); } // and the row of a new one

    [[nodiscard]] QString told(int row) const { return list->item(row)->data(Qt::AccessibleTextRole).toString(); }
};

} // namespace

// What a dialog does when something else happens beneath it or beside it.
class tst_dialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setDoubleClickInterval(m_interval); }
    void onlyWhatWasAskedForLastIsShown();
    void whatIsPickedIsForTheChatItWasAskedIn();
    void retiringAsksAndADoubleClickIsNoAnswer();
    void whatWasTypedStaysWhenTheListChanges();
    void whatWasMadeStaysChosen();
    void retiredOneIsGoneFromTheFieldsToo();
    void thePaletteSaysHowManyAndHowToLeave();
    void whatWasTypedWaitsInItsRow();
    void whatIsNotSavedIsSaidBeforeItCloses();
    void aHiddenDialogIsNotAsked();
    void whatIsDiscardedIsAskedAboutFirst();
    void whatWasTypedOutlivesItsReply();
    void tagsKeepWhatWasTypedToo();

private:
    int m_interval = QApplication::doubleClickInterval();
};

void tst_dialogs::onlyWhatWasAskedForLastIsShown()
{
    Asking w;
    w.pick.tags();
    w.pick.snooze(); // before the lists are read
    QTRY_COMPARE(w.dialogs().size(), 1);
    QCOMPARE(w.dialogs().first()->windowTitle(), desk::SnoozePicker(w.work).title());
    w.pick.replies();
    QTRY_COMPARE(w.dialogs().size(), 2);
    auto *first = w.dialogs().first()->findChild<QLineEdit *>(u"pickTyped"_s);
    first->setText(u"amanhã"_s); // its list is its own
    QVERIFY(w.dialogs().first()->findChild<QListWidget *>()->count() > 0);
}

void tst_dialogs::whatIsPickedIsForTheChatItWasAskedIn()
{
    Asking w;
    w.pick.snooze();
    QTRY_COMPARE(w.dialogs().size(), 1);
    QDialog *dialog = w.dialogs().first();
    w.inbox.open(w.dita.conversation); // a notification was clicked
    QTRY_VERIFY(w.thread.head() && w.thread.head()->id == w.dita.conversation);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"pickTyped"_s), Qt::Key_Return);
    QVERIFY(w.workDone.did.isEmpty());
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"pickProblem"_s)->isVisible());
    w.inbox.open(w.rosa.conversation);
    QTRY_VERIFY(w.thread.head() && w.thread.head()->id == w.rosa.conversation);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"pickTyped"_s), Qt::Key_Return);
    QCOMPARE(w.workDone.did.size(), 1);
}

void tst_dialogs::retiringAsksAndADoubleClickIsNoAnswer()
{
    Replies w;
    QApplication::setDoubleClickInterval(60'000);
    w.retire->click();
    w.retire->click();
    QVERIFY(w.workDone.did.isEmpty());
    QVERIFY(!w.dialog.findChild<QLabel *>(u"replyProblem"_s)->text().isEmpty());
    QApplication::setDoubleClickInterval(0);
    QTRY_COMPARE((w.retire->click(), w.workDone.did), QStringList{u"retire reply"_s});
}

void tst_dialogs::whatWasTypedStaysWhenTheListChanges()
{
    Replies w;
    w.title->setFocus();
    QTest::keyClicks(w.title, u"!"_s);
    const QString typed = w.title->text();
    wire::Subject reply;
    reply.reply = QuickReplyId::create();
    w.log.add(wire::ReplyDefined{u"Ainda outra"_s, u"Oi"_s}, reply);
    w.take();
    w.pick.shopReplies().reload();
    QTRY_COMPARE(w.list->count(), 4);
    QCOMPARE(w.title->text(), typed);
}

void tst_dialogs::whatWasMadeStaysChosen()
{
    Replies w;
    w.list->setCurrentRow(2);
    QVERIFY(w.title->text().isEmpty());
    w.keep->click();
    QVERIFY(!w.dialog.findChild<QLabel *>(u"replyProblem"_s)->text().isEmpty()); // no title yet
    QTest::keyClicks(w.title, u"Pix"_s);
    w.text->setPlainText(u"A chave é o CNPJ"_s);
    w.keep->click();
    QCOMPARE(w.workDone.did, QStringList{u"reply Pix"_s});
    QCOMPARE(w.title->text(), u"Pix"_s);
    QCOMPARE(w.list->currentItem()->text(), u"Pix"_s);
    QVERIFY(w.retire->isVisibleTo(&w.dialog));
}

void tst_dialogs::retiredOneIsGoneFromTheFieldsToo()
{
    Replies w;
    QApplication::setDoubleClickInterval(0);
    w.list->setCurrentRow(2);
    w.keep->click(); // a problem that has nothing to do with what comes
    w.list->setCurrentRow(0);
    const QString gone = w.title->text();
    QTRY_COMPARE((w.retire->click(), w.workDone.did), QStringList{u"retire reply"_s});
    QCOMPARE(w.list->count(), 2);
    QVERIFY(w.title->text() != gone);
}

void tst_dialogs::thePaletteSaysHowManyAndHowToLeave()
{
    Asking w;
    QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = w.find<QDialog>("palette");
    auto *count = palette->findChild<QLabel *>(u"paletteCount"_s);
    QVERIFY(count->text().isEmpty());
    QTest::keyClicks(palette->findChild<QLineEdit *>(u"paletteTyped"_s), u"oi"_s);
    QTRY_COMPARE(count->text(), desk::PalettePresenter::tr("%n result(s)", nullptr, 2));
    const auto labels = palette->findChildren<QLabel *>();
    const bool says = std::ranges::any_of(labels, [](const QLabel *one) {
        return one->text() == "Esc"_L1 && one->property("role") == u"key"_s && one->isVisible();
    });
    QVERIFY(says);
    QTest::keyClick(palette, Qt::Key_Escape);
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"palette"_s));
}

void tst_dialogs::whatWasTypedWaitsInItsRow()
{
    Replies w;
    QTest::keyClicks(w.title, u"!"_s);
    const QString typed = w.title->text();
    QVERIFY(w.told(0).contains(u"not saved"_s));
    QVERIFY(w.list->item(0)->text().startsWith(u"•"_s));
    w.dialog.show();
    w.list->setFocus();
    QTest::keyClick(w.list, Qt::Key_Down);
    QVERIFY(w.title->text() != typed);
    QVERIFY(!w.drop->isVisible());
    QTest::keyClick(w.list, Qt::Key_Down); // and a new one, half written
    QTest::keyClicks(w.title, u"Pix"_s);
    QTest::keyClick(w.list, Qt::Key_Home);
    QCOMPARE(w.title->text(), typed);
    QVERIFY(w.drop->isVisible());
    QTest::keyClick(w.list, Qt::Key_End);
    QCOMPARE(w.title->text(), u"Pix"_s);
    QTest::keyClick(w.list, Qt::Key_Home);
    QTest::keyClick(w.title, Qt::Key_Return); // kept: no mark any more, and the other waits
    QCOMPARE(w.workDone.did.size(), 1);
    QVERIFY(w.workDone.did.first().startsWith(u"change reply "_s + typed));
    QVERIFY(w.told(0).isEmpty());
    QVERIFY(w.told(2).contains(u"not saved"_s));
}

void tst_dialogs::whatIsNotSavedIsSaidBeforeItCloses()
{
    Replies w;
    w.dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    w.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&w.dialog));
    QTest::keyClicks(w.title, u"!"_s);
    const QString typed = w.title->text();
    QTest::keyClick(&w.dialog, Qt::Key_Escape);
    QVERIFY(w.dialog.isVisible());
    QVERIFY(w.problem->text().contains(w.pick.shopReplies().replies().first().title));
    QTest::keyClick(&w.dialog, Qt::Key_Escape);
    QVERIFY(!w.dialog.isVisible());
    ui::RepliesDialog later(w.pick.shopReplies(), w.appearance);
    QCOMPARE(later.findChild<QLineEdit *>(u"replyTitle"_s)->text(), typed);
    later.setAttribute(Qt::WA_DeleteOnClose, false);
    later.show();
    QVERIFY(QTest::qWaitForWindowActive(&later));
    later.findChild<QPushButton *>(u"replyKeep"_s)->click();
    QTest::keyClick(&later, Qt::Key_Escape); // nothing is left to be said
    QVERIFY(!later.isVisible());
}

void tst_dialogs::aHiddenDialogIsNotAsked()
{
    Replies w;
    w.dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    w.dialog.show();
    QTest::keyClicks(w.title, u"!"_s);
    w.dialog.hide(); // the screen was hidden, and somebody else came
    const QSignalSpy finished(&w.dialog, &QDialog::finished);
    static_cast<QDialog &>(w.dialog).reject();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(w.pick.shopReplies().unsavedTitles().size(), 1);
}

void tst_dialogs::whatIsDiscardedIsAskedAboutFirst()
{
    Replies w;
    QApplication::setDoubleClickInterval(0);
    const QString before = w.title->text();
    QTest::keyClicks(w.title, u"!"_s);
    w.drop->click();
    QVERIFY(!w.problem->text().isEmpty());
    QVERIFY(w.title->text() != before);
    QTRY_COMPARE((w.drop->click(), w.title->text()), before);
    QVERIFY(w.told(0).isEmpty());
    QVERIFY(w.workDone.did.isEmpty());
}

void tst_dialogs::whatWasTypedOutlivesItsReply()
{
    Replies w;
    QTest::keyClicks(w.title, u"!"_s);
    const QString typed = w.title->text();
    wire::Subject gone;
    gone.reply = w.pick.shopReplies().replies().first().id;
    w.log.add(wire::ReplyRetired{}, gone); // a colleague
    w.take();
    w.pick.shopReplies().reload();
    QTRY_VERIFY(!w.pick.shopReplies().isKnown(*gone.reply));
    QCOMPARE(w.title->text(), typed);
    QVERIFY(w.told(1).contains(u"not saved"_s));
    QVERIFY(!w.retire->isVisibleTo(&w.dialog));
    w.keep->click();
    QCOMPARE(w.workDone.did, QStringList{u"reply "_s + typed}); // as a new one
    QVERIFY(w.pick.shopReplies().unsavedTitles().isEmpty());
}

void tst_dialogs::tagsKeepWhatWasTypedToo()
{
    Asking w;
    for (const QString &name : {u"Atacado"_s, u"VIP"_s}) {
        wire::Subject tag;
        tag.tag = TagId::create();
        w.log.add(wire::TagDefined{name, u"#6A46A0"_s}, tag);
    }
    w.take();
    ui::TagsDialog dialog(w.tags, w.appearance, nullptr);
    auto *list = dialog.findChild<QListWidget *>(u"tagsList"_s);
    auto *name = dialog.findChild<QLineEdit *>(u"tagName"_s);
    QTRY_COMPARE(list->count(), 3);
    QTest::keyClicks(name, u"s"_s);
    list->setCurrentRow(1);
    QCOMPARE(name->text(), u"VIP"_s);
    dialog.findChildren<QToolButton *>().first()->click(); // another colour
    list->setCurrentRow(0);
    QCOMPARE(name->text(), u"Atacados"_s);
    QCOMPARE(w.tags.unsavedNames(), (QStringList{u"Atacado"_s, u"VIP"_s}));
    w.tags.reload();
    dialog.findChild<QPushButton *>(u"tagKeep"_s)->click();
    QCOMPARE(w.workDone.did, QStringList{u"change Atacados #6A46A0"_s}); // its colour as it was written
    list->setCurrentRow(1);
    dialog.findChild<QPushButton *>(u"tagKeep"_s)->click();
    QCOMPARE(w.workDone.did.last(), u"change VIP #b4531a"_s);
}

BALCAO_TEST(tst_dialogs)
#include "tst_dialogs.moc"
