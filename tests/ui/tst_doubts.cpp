// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "openthread.h"
#include "support/testmain.h"

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Nobody knows whether the last message arrived.
struct Doubt : Thread
{
    MessageId sent;

    void begin()
    {
        wire::Subject who;
        who.operatorId = ana;
        log.add(wire::OperatorAdded{u"Ana"_s, Role::Attendant}, who);
        sent = log.accept(chat, u"Temos"_s);
        log.status(chat, sent, MessageState::Uncertain);
        start();
    }
    /// What the outbox does with the last act.
    void keep(bool dismissed)
    {
        pendWork(wire::DismissMessage{sent, dismissed}, chat.conversation, ana);
        reload();
        view->settle();
    }
    [[nodiscard]] QList<QRect> buttons() const { return layout(last())->actionRects(); }
    [[nodiscard]] QString spoken() const
    {
        return QAccessible::queryAccessibleInterface(view)->child(rows() - 1)->text(QAccessible::Name);
    }
    /// By the keyboard, with the row chosen.
    QMenu *openMenu() const
    {
        view->setFocus();
        view->setCurrentIndex(last());
        QTest::keyClick(view, Qt::Key_F10, Qt::ShiftModifier);
        return window.findChild<QMenu *>(u"messageMenu"_s);
    }
};

} // namespace

// "Deixar", by hand: what a doubtful message offers, and what is left of it then.
class tst_doubts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickLeavesItAndUndoBringsItBack();
    void theKeyboardLeavesItToo();
    void whatColleaguesLeftIsSaid();
};

void tst_doubts::aClickLeavesItAndUndoBringsItBack()
{
    Doubt t;
    t.begin();
    const auto *undo = t.find<QFrame>("undoBar");
    QCOMPARE(t.buttons().size(), 2);
    QVERIFY(!undo->isVisible());
    t.click(t.last(), t.buttons()[1].center());
    QCOMPARE(t.workDone.did, QStringList{u"dismiss"_s});
    QVERIFY(t.workDone.lastDismissed == t.sent);
    QVERIFY(undo->isVisible() && !t.find<QLabel>("undoText")->text().isEmpty());
    t.keep(true);
    QCOMPARE(t.buttons().size(), 0);
    QVERIFY(t.spoken().endsWith(t.last().data(desk::ThreadProblemRole).toString()));
    QVERIFY(t.spoken().contains(u"Ana"_s));
    t.find<QPushButton>("undo")->click();
    QCOMPARE(t.workDone.did.last(), u"dismiss no more"_s);
    QVERIFY(t.workDone.lastDismissed == t.sent);
    t.keep(false);
    QCOMPARE(t.buttons().size(), 2);
    t.click(t.last(), t.buttons()[0].center());
    QCOMPARE(t.actions.again.size(), 1);
}

void tst_doubts::theKeyboardLeavesItToo()
{
    Doubt t;
    t.begin();
    QMenu *menu = t.openMenu();
    QVERIFY(menu && menu->isVisible());
    const QString word = t.last().data(desk::ThreadActionsRole).toStringList().last();
    QTest::keyClick(menu, Qt::Key_Up); // from the end
    QVERIFY(menu->activeAction() && menu->activeAction()->text() == word);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(t.workDone.did, QStringList{u"dismiss"_s});
    QTRY_VERIFY(!t.window.findChild<QMenu *>(u"messageMenu"_s));
    t.keep(true);
    menu = t.openMenu();
    QVERIFY(menu);
    const QList<QAction *> left = menu->actions();
    QVERIFY(std::ranges::none_of(left, [&word](const QAction *one) { return one->text() == word; }));
    menu->close();
    QTest::keyClick(t.view, Qt::Key_Return); // no second send by habit
    QVERIFY(t.actions.again.isEmpty());
}

void tst_doubts::whatColleaguesLeftIsSaid()
{
    Doubt t;
    t.begin();
    const QString doubt = t.spoken();
    t.log.dismiss(t.chat, t.sent, t.ana);
    t.reload();
    QCOMPARE(t.buttons().size(), 0);
    QVERIFY(t.spoken().startsWith(doubt) && t.spoken() != doubt);
    t.log.status(t.chat, t.sent, MessageState::Delivered);
    t.reload();
    QVERIFY(t.last().data(desk::ThreadProblemRole).toString().isEmpty());
    QVERIFY(!t.spoken().contains(u"Ana"_s));
}

BALCAO_TEST(tst_doubts)
#include "tst_doubts.moc"
