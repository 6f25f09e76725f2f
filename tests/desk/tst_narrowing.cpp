// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/roles.h"
#include "shop.h"
#include "support/portuguese.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using store::View;

namespace {

struct Narrow : Shop
{
    QAbstractItemModelTester tester{&inbox.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    Narrow()
    {
        rail.reload();
        [this] { QTRY_VERIFY(row(View::Tag) >= 0); }();
    }
    /// Of the rail.
    int row(View view) { return rail.model().rowOf(view, view == View::Tag ? vip : TagId()); }
    Chat wearing(const QString &name)
    {
        const Chat chat = log.open(name);
        log.add(wire::CustomerTagged{vip}, chat.subject());
        return chat;
    }
    void pull()
    {
        take();
        inbox.reload();
        rail.reload();
    }
    QStringList shown()
    {
        QStringList names;
        for (const store::ConversationRow &one : inbox.model().rows())
            names.append(one.name);
        return names;
    }
};

} // namespace

// A view of one tag: those who wait and wear it.
class tst_narrowing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTagIsAddedToTheViewAndTakenAway();
    void aViewIsAddedToTheTag();
    void theOpenOneStaysAbove();
    void pagesAndBothOrders();
    void whatHappensReachesTheList();
    void aTagThatIsRenamedOrRetired();
    void emptyOnesAreSaidWithTheTag_data();
    void emptyOnesAreSaidWithTheTag();
    void theRailFollowsTheList();
};

void tst_narrowing::aTagIsAddedToTheViewAndTakenAway()
{
    Narrow s;
    const Chat dita = s.wearing(u"Dita"_s);
    const Chat later = s.wearing(u"Lia"_s);
    s.log.receive(dita, u"Oi"_s);
    s.log.receive(later, u"Oi"_s);
    s.log.add(wire::ConversationResolved(), later.subject());
    s.pull();
    s.rail.choose(s.row(View::All));
    QTRY_COMPARE(s.shown().size(), 2);
    s.rail.narrow(s.row(View::Tag));
    QVERIFY(s.inbox.isNarrowed());
    QCOMPARE(s.inbox.view(), View::All);
    QTRY_COMPARE(s.shown(), QStringList{u"Dita"_s});
    QCOMPARE(s.inbox.countText(), InboxPresenter::tr("%n conversation(s) with this tag", nullptr, 1));
    s.rail.narrow(s.row(View::Resolved)); // the tag goes along
    QTRY_COMPARE(s.shown(), QStringList{u"Lia"_s});
    QCOMPARE(s.rail.current(), s.row(View::Resolved));
    s.rail.choose(s.row(View::All)); // the whole view
    QVERIFY(!s.inbox.isNarrowed());
    QTRY_COMPARE(s.shown().size(), 2);
    s.rail.narrow(s.row(View::Tag));
    s.rail.narrow(s.row(View::Tag)); // once more takes it away
    QVERIFY(!s.inbox.isNarrowed());
    s.rail.narrow(s.row(View::Tag));
    s.inbox.widen();
    QVERIFY(!s.inbox.isNarrowed());
    QCOMPARE(s.inbox.view(), View::All);
    QTRY_COMPARE(s.shown().size(), 2);
}

void tst_narrowing::aViewIsAddedToTheTag()
{
    Narrow s;
    s.rail.choose(s.row(View::Tag));
    QVERIFY(!s.inbox.isNarrowed());
    s.rail.narrow(s.row(View::Snoozed));
    QVERIFY(s.inbox.isNarrowed());
    QCOMPARE(s.inbox.view(), View::Snoozed);
    QCOMPARE(s.inbox.tag().id, s.vip);
    s.rail.choose(s.row(View::Tag));
    s.rail.narrow(s.row(View::Tag)); // of its own list: whoever waits
    QCOMPARE(s.inbox.view(), View::Waiting);
    QCOMPARE(s.inbox.tag().id, s.vip);
    QCOMPARE(s.rail.current(), s.row(View::Waiting));
}

void tst_narrowing::theOpenOneStaysAbove()
{
    Narrow s; // Rosa is open, waits, and wears nothing
    const Chat dita = s.wearing(u"Dita"_s);
    s.log.receive(dita, u"Oi"_s);
    s.pull();
    s.rail.narrow(s.row(View::Tag));
    QTRY_COMPARE(s.shown(), (QStringList{u"Rosa Limeira"_s, u"Dita"_s}));
    QCOMPARE(s.inbox.countText(), InboxPresenter::tr("%n customer(s) with this tag", nullptr, 1));
    QCOMPARE(s.inbox.model().index(1).data(InboxGroupCountRole).toString(), u"1"_s);
    s.inbox.open(dita.conversation);
    QTRY_COMPARE(s.shown(), QStringList{u"Dita"_s});
    s.log.accept(dita, u"Bom dia"_s); // answered, and before one's eyes
    s.pull();
    QTRY_COMPARE(s.inbox.countText(), InboxPresenter::tr("%n customer(s) with this tag", nullptr, 0));
    QCOMPARE(s.shown(), QStringList{u"Dita"_s});
}

void tst_narrowing::pagesAndBothOrders()
{
    Narrow s;
    constexpr int kMany = 40;
    for (int i = 0; i < kMany; ++i) {
        s.log.receive(s.wearing(u"com %1"_s.arg(i)), u"Oi"_s);
        s.log.receive(s.log.open(u"sem %1"_s.arg(i)), u"Oi"_s);
    }
    s.pull();
    s.rail.narrow(s.row(View::Tag));
    QTRY_COMPARE(s.shown().size(), 29); // a page, and the open one
    QCOMPARE(s.shown()[1], u"com 0"_s);
    QCOMPARE(s.inbox.countText(), InboxPresenter::tr("%n customer(s) with this tag", nullptr, kMany));
    s.inbox.loadMore();
    QTRY_COMPARE(s.shown().size(), kMany + 1);
    QVERIFY(s.shown().filter(u"sem"_s).isEmpty());
    s.inbox.setReversed(true);
    QTRY_COMPARE(s.shown().value(1), u"com %1"_s.arg(kMany - 1));
}

void tst_narrowing::whatHappensReachesTheList()
{
    Narrow s;
    const Chat dita = s.wearing(u"Dita"_s);
    const Chat lia = s.log.open(u"Lia"_s);
    s.log.receive(lia, u"Oi"_s);
    s.pull();
    s.rail.narrow(s.row(View::Tag));
    QTRY_COMPARE(s.shown(), QStringList{u"Rosa Limeira"_s});
    s.log.receive(dita, u"Oi"_s); // writes
    s.pull();
    QTRY_COMPARE(s.shown().value(1), u"Dita"_s);
    s.log.add(wire::CustomerTagged{s.vip}, lia.subject()); // is given it by a colleague
    s.pull();
    QTRY_COMPARE(s.shown(), (QStringList{u"Rosa Limeira"_s, u"Lia"_s, u"Dita"_s}));
    s.log.add(wire::CustomerUntagged{s.vip}, lia.subject());
    s.log.accept(dita, u"Bom dia"_s);
    s.pull();
    QTRY_COMPARE(s.shown(), QStringList{u"Rosa Limeira"_s});
    // An act of this desk that nobody has answered yet.
    s.pendWork(wire::TagCustomer{s.rosa.customer, s.vip});
    s.inbox.reload();
    QTRY_COMPARE(s.inbox.countText(), InboxPresenter::tr("%n customer(s) with this tag", nullptr, 1));
}

void tst_narrowing::aTagThatIsRenamedOrRetired()
{
    Narrow s;
    s.rail.narrow(s.row(View::Tag));
    wire::Subject tag;
    tag.tag = s.vip;
    s.log.add(wire::TagChanged{u"Muito VIP"_s, {}}, tag);
    s.pull();
    QTRY_COMPARE(s.inbox.tag().name, u"Muito VIP"_s);
    QVERIFY(s.inbox.isNarrowed());
    s.log.add(wire::TagRetired{}, tag);
    s.pull();
    QTRY_VERIFY(!s.inbox.isNarrowed());
    QCOMPARE(s.inbox.view(), View::Waiting);
    QTRY_COMPARE(s.shown(), QStringList{u"Rosa Limeira"_s});
}

void tst_narrowing::emptyOnesAreSaidWithTheTag_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<QString>("words");
    QTest::newRow("waiting") << int(View::Waiting) << u"Ninguém com a etiqueta Encomenda está esperando."_s;
    QTest::newRow("expiring") << int(View::Expiring)
                              << u"Nenhuma conversa com a etiqueta Encomenda expira nas próximas 3 horas."_s;
    QTest::newRow("mine") << int(View::Mine) << u"Nenhuma conversa com a etiqueta Encomenda está com você."_s;
    QTest::newRow("all") << int(View::All) << u"Nenhuma conversa aberta tem a etiqueta Encomenda."_s;
    QTest::newRow("snoozed") << int(View::Snoozed) << u"Nenhuma conversa com a etiqueta Encomenda está adiada."_s;
    QTest::newRow("resolved") << int(View::Resolved)
                              << u"Nenhuma conversa com a etiqueta Encomenda foi resolvida ainda."_s;
}

void tst_narrowing::emptyOnesAreSaidWithTheTag()
{
    QFETCH(const int, view);
    QFETCH(const QString, words);
    const Portuguese portuguese(placeOf("words"_L1));
    Counter counter;
    counter.log.open(u"Rosa"_s);
    counter.take();
    InboxPresenter inbox(counter.source, counter.wording, counter.clock);
    inbox.narrow(View(view), {TagId::create(), u"Encomenda"_s, u"#b4531a"_s});
    QTRY_COMPARE(inbox.emptyText(), words);
    QVERIFY(inbox.emptyDetail().isEmpty());
    QVERIFY(!inbox.offersSnoozed()); // that somebody waits is not excluded
}

void tst_narrowing::theRailFollowsTheList()
{
    Narrow s;
    s.inbox.showSnoozed(); // a button of the list
    QCOMPARE(s.rail.current(), s.row(View::Snoozed));
    s.rail.narrow(s.row(View::Tag));
    QCOMPARE(s.rail.current(), s.row(View::Snoozed));
}

BALCAO_TEST(tst_narrowing)
#include "tst_narrowing.moc"
