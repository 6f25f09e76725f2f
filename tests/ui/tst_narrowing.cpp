// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "window.h"

#include <QHelpEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>
#include <QToolTip>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using store::View;

namespace {

struct Narrow : Window
{
    TagId vip = TagId::create();
    Chat rosa = log.open(u"Rosa"_s);
    Chat dita = log.open(u"Dita"_s);

    Narrow()
    {
        wire::Subject tag;
        tag.tag = vip;
        log.add(wire::TagDefined{u"Pão & cia"_s, u"#6a46a0"_s}, tag);
        log.add(wire::CustomerTagged{vip}, dita.subject());
        log.receive(rosa, u"Oi"_s);
        log.receive(dita, u"Oi"_s);
        show(rosa);
        rail.reload();
        [this] { QTRY_VERIFY(row(View::Tag) >= 0); }();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no active window");
    }
    int row(View view) { return rail.model().rowOf(view, view == View::Tag ? vip : TagId()); }
    void click(View view, Qt::KeyboardModifiers modifiers)
    {
        auto *views = find<QListView>("views");
        const QRect at = views->visualRect(views->model()->index(row(view), 0));
        QTest::mouseClick(views->viewport(), Qt::LeftButton, modifiers, QPoint(at.center().x(), at.bottom() - 6));
    }
    QPushButton *chip() { return find<QPushButton>("listTag"); }
};

} // namespace

// How a view is narrowed by a tag with hands and keys, and how that is taken back.
class tst_narrowing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ctrlAddsWhatIsClicked();
    void theTagsOwnListOffersWhoWaits();
    void theMenuOfTheHeadOffersBoth();
    void theChipIsTakenAwayByKeys_data();
    void theChipIsTakenAwayByKeys();
    void ctrlEnterInTheRailShowsWhoWaits();
    void theChipFitsANarrowList();
    void theRailsTipIsPlainWords();
};

void tst_narrowing::ctrlAddsWhatIsClicked()
{
    Narrow w;
    QVERIFY(!w.chip()->isVisible());
    w.click(View::Tag, Qt::ControlModifier);
    QCOMPARE(w.inbox.view(), View::Waiting);
    QVERIFY(w.inbox.isNarrowed());
    QVERIFY(w.chip()->isVisible());
    QVERIFY(w.chip()->text().contains(u"Pão && cia"_s)); // an ampersand is no key
    QVERIFY(w.chip()->accessibleName().contains(u"Pão & cia"_s));
    QVERIFY(w.find<QListView>("conversations")->accessibleName().contains(u"Pão & cia"_s));
    w.click(View::All, Qt::ControlModifier);
    QCOMPARE(w.inbox.view(), View::All);
    QVERIFY(w.inbox.isNarrowed());
    QCOMPARE(w.find<QListView>("views")->currentIndex().row(), w.row(View::All));
    w.click(View::All, Qt::NoModifier); // the one that is chosen already: all of it
    QVERIFY(!w.inbox.isNarrowed());
    QVERIFY(!w.chip()->isVisible());
    w.click(View::Tag, Qt::ControlModifier);
    w.chip()->click();
    QVERIFY(!w.inbox.isNarrowed());
    QCOMPARE(w.inbox.view(), View::All);
}

void tst_narrowing::theTagsOwnListOffersWhoWaits()
{
    Narrow w;
    auto *only = w.find<QPushButton>("listOnlyWaiting");
    QVERIFY(!only->isVisible());
    w.click(View::Tag, Qt::NoModifier);
    QVERIFY(only->isVisible() && !w.chip()->isVisible());
    only->setFocus();
    QTest::keyClick(only, Qt::Key_Space);
    QCOMPARE(w.inbox.view(), View::Waiting);
    QVERIFY(w.inbox.isNarrowed());
    QVERIFY(w.chip()->hasFocus() && !only->isVisible());
    QTRY_COMPARE(w.inbox.model().rowCount(), 2); // Rosa is open
    w.inbox.open(w.dita.conversation);
    QTRY_COMPARE(w.inbox.model().rowCount(), 1);
}

void tst_narrowing::theMenuOfTheHeadOffersBoth()
{
    Narrow w;
    const auto offered = [&w] {
        w.find<QPushButton>("listOrder")->click();
        return w.find<QMenu>("listOrderMenu")->findChild<QMenu *>(u"listTagMenu"_s)->actions();
    };
    const QList<QAction *> tags = offered();
    QCOMPARE(tags.size(), 1);
    QVERIFY(!tags.first()->isChecked());
    tags.first()->trigger();
    QVERIFY(w.inbox.isNarrowed());
    delete w.find<QMenu>("listOrderMenu");
    QVERIFY(offered().first()->isChecked());
    delete w.find<QMenu>("listOrderMenu");
    w.rail.choose(w.row(View::Tag));
    const QList<QAction *> views = offered();
    QCOMPARE(views.size(), 6);
    views[w.row(View::Resolved)]->trigger();
    QCOMPARE(w.inbox.view(), View::Resolved);
    QVERIFY(w.inbox.isNarrowed());
    QTRY_VERIFY(w.find<QLabel>("listEmpty")->text().contains(u"Pão & cia"_s));
}

void tst_narrowing::theChipIsTakenAwayByKeys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Esc") << Qt::Key_Escape;
    QTest::newRow("Delete") << Qt::Key_Delete;
    QTest::newRow("Backspace") << Qt::Key_Backspace;
    QTest::newRow("Space") << Qt::Key_Space;
}

void tst_narrowing::theChipIsTakenAwayByKeys()
{
    QFETCH(const Qt::Key, key);
    Narrow w;
    const QSignalSpy hidden(&w.window, &ui::MainWindow::privacyRequested);
    w.rail.narrow(w.row(View::Tag));
    auto *list = w.find<QListView>("conversations");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Tab, Qt::ShiftModifier); // back to what stands above it
    QVERIFY(w.chip()->hasFocus());
    QTest::keyClick(w.chip(), key);
    QVERIFY(!w.inbox.isNarrowed());
    QCOMPARE(w.inbox.view(), View::Waiting);
    QVERIFY(list->hasFocus());
    QCOMPARE(hidden.size(), 0);
}

void tst_narrowing::ctrlEnterInTheRailShowsWhoWaits()
{
    Narrow w;
    w.click(View::Tag, Qt::NoModifier);
    auto *views = w.find<QListView>("views");
    views->setFocus();
    QTest::keyClick(views, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(w.inbox.view(), View::Waiting);
    QVERIFY(w.inbox.isNarrowed());
    QCOMPARE(views->currentIndex().row(), w.row(View::Waiting));
}

void tst_narrowing::theChipFitsANarrowList()
{
    Narrow w;
    wire::Subject tag;
    tag.tag = w.vip;
    w.log.add(wire::TagChanged{u"Fornecedores de farinha e fermento"_s, {}}, tag);
    w.take();
    w.rail.reload();
    QTRY_COMPARE(w.rail.model().rows()[w.row(View::Tag)].label, u"Fornecedores de farinha e fermento"_s);
    w.rail.narrow(w.row(View::Tag));
    for (const int width : {800, 1366, 1920}) {
        w.window.resize(width, 600);
        const QWidget *row = w.chip()->parentWidget();
        QTRY_VERIFY2(w.chip()->width() >= w.chip()->sizeHint().width(), qPrintable(QString::number(width)));
        QVERIFY2(w.chip()->isVisible() && w.chip()->geometry().right() <= row->rect().right(),
                 qPrintable(QString::number(width)));
    }
}

void tst_narrowing::theRailsTipIsPlainWords()
{
    Narrow w;
    auto *views = w.find<QListView>("views");
    const QPoint at = views->visualRect(views->model()->index(w.row(View::Tag), 0)).center();
    QHelpEvent help(QEvent::ToolTip, at, views->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(views->viewport(), &help);
    QVERIFY(QToolTip::text().contains(u"cia"_s) && QToolTip::text().contains(u"Ctrl"_s));
    QVERIFY(!Qt::mightBeRichText(QToolTip::text()));
    QToolTip::hideText();
}

BALCAO_TEST(tst_narrowing)
#include "tst_narrowing.moc"
