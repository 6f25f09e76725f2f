// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/dialogs/repliesdialog.h"
#include "window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

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


    Replies() { QTRY_COMPARE(list->count(), 3); } // and the row of a new one
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

BALCAO_TEST(tst_dialogs)
#include "tst_dialogs.moc"
