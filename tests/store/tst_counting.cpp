// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "projection.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// Who waits, what is unread, and which rows a page has changed: the rules that staff act on.
class tst_counting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWordsAreUnread_data();
    void onlyWordsAreUnread();
    void messageThatComesAgainCountsOnce();
    void automaticAnswerDoesNotEndTheWaiting();
    void readAlsoPassesOverReactions();
    void retiredTagChangesTheRowsThatWoreIt();
    void unmergeGivesBackWhatEachHadSaid();
};

void tst_counting::onlyWordsAreUnread_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("unread");
    QTest::newRow("text") << int(ContentType::Text) << 1;
    QTest::newRow("image") << int(ContentType::Image) << 1;
    QTest::newRow("reaction") << int(ContentType::Reaction) << 0;
    QTest::newRow("WhatsApp's own line") << int(ContentType::System) << 0;
}

void tst_counting::onlyWordsAreUnread()
{
    QFETCH(const int, type);
    QFETCH(const int, unread);
    EventLog log;
    const Chat chat = log.open();
    wire::Content content = textContent(u"…"_s);
    content.type = static_cast<ContentType>(type);
    log.receive(chat, content);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).unread, unread);
    QCOMPARE(p.row(chat.conversation).waitingSince > 0, unread > 0);
}

void tst_counting::messageThatComesAgainCountsOnce()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Oi"_s);
    wire::Event again = log.events.last();
    log.accept(chat, u"Bom dia"_s);
    again.seq = log.head() + 1;
    log.setHead(again.seq);
    log.events.append(again);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).unread, 1);
    QCOMPARE(p.row(chat.conversation).waitingSince, 0);
    QCOMPARE(p.thread(chat.conversation).size(), 2);
}

void tst_counting::automaticAnswerDoesNotEndTheWaiting()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Oi"_s);
    const qint64 since = log.events.last().at;
    log.accept(chat, u"Já atendemos você"_s);
    log.events.last().actor.type = wire::ActorType::Automation;
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).waitingSince, since);
    log.accept(chat, u"Bom dia"_s);
    log.events.last().actor.type = wire::ActorType::Phone;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).waitingSince, 0);
}

void tst_counting::readAlsoPassesOverReactions()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Oi"_s);
    wire::ConversationRead read;
    read.uptoSeq = log.head();
    wire::Content reaction;
    reaction.type = ContentType::Reaction;
    log.receive(chat, reaction);
    log.add(read, chat.subject());
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).unread, 0);
}

void tst_counting::retiredTagChangesTheRowsThatWoreIt()
{
    EventLog log;
    const Chat wears = log.open();
    const Chat plain = log.open();
    wire::Subject tag;
    tag.tag = TagId::create();
    log.add(wire::TagDefined{u"VIP"_s, u"#aa0000"_s}, tag);
    log.add(wire::CustomerTagged{*tag.tag}, wears.subject());
    Projection p;
    p.apply(log.page());
    log.add(wire::TagRetired(), tag);
    const store::ChangeSet changes = p.apply(log.page()).changes;
    QVERIFY(changes.tags);
    QVERIFY(changes.conversations.contains(wears.conversation));
    QVERIFY(!changes.conversations.contains(plain.conversation));
}

void tst_counting::unmergeGivesBackWhatEachHadSaid()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat b = log.open(u"Dita"_s);
    log.receive(a, u"um"_s);
    log.receive(b, u"dois"_s);
    log.accept(a, u"três"_s);
    wire::Subject subject;
    subject.customer = a.customer;
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation}}}, subject);
    log.receive(b, u"quatro"_s);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(a.conversation).size(), 4);
    log.add(wire::CustomerUnmerged{b.customer, a.customer, {{b.conversation, a.conversation}}}, subject);
    p.apply(log.page());
    QCOMPARE(p.thread(a.conversation).size(), 2);
    QCOMPARE(p.thread(b.conversation).size(), 2);
    QCOMPARE(p.row(a.conversation).preview, u"três"_s);
    QCOMPARE(p.row(a.conversation).waitingSince, 0);
    QCOMPARE(p.row(a.conversation).unread, 1);
    QCOMPARE(p.row(b.conversation).preview, u"quatro"_s);
    QCOMPARE(p.row(b.conversation).unread, 2);
    QVERIFY(p.row(b.conversation).waitingSince > 0);
    QCOMPARE(p.row(b.conversation).name, u"Dita"_s);
    QVERIFY(p.countersAreRight());
}

BALCAO_TEST(tst_counting)
#include "tst_counting.moc"
