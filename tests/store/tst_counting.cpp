// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "projection.h"
#include "store/conversationtable.h"
#include "support/testmain.h"

#include <QRandomGenerator>

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
    void unmergeTakesThoseBelowAlong();
    void joinedRowStandsAsTheRelaySays();
    void tagsAndOwnersAreCounted();
    void countersHoldThroughAnything();
    void eachViewHasItsRowsAndOrder();
    void aTagNarrowsEachViewInItsOrder();
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

void tst_counting::unmergeTakesThoseBelowAlong()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat b = log.open(u"Dita"_s);
    const Chat c = log.open(u"Cida"_s);
    log.receive(a, u"um"_s);
    log.receive(b, u"dois"_s);
    log.receive(c, u"três"_s);
    log.add(wire::CustomerMerged{c.customer, b.customer, {{c.conversation, b.conversation, {}, {}, {}}}});
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}});
    log.add(wire::CustomerUnmerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}});
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(a.conversation).size(), 1);
    QCOMPARE(p.thread(b.conversation).size(), 2);
    QVERIFY(p.row(c.conversation).id == b.conversation);
    log.receive(c, u"quatro"_s);
    log.add(wire::CustomerUnmerged{c.customer, b.customer, {{c.conversation, b.conversation, {}, {}, {}}}});
    p.apply(log.page());
    QCOMPARE(p.thread(b.conversation).size(), 1);
    QCOMPARE(p.thread(c.conversation).size(), 2);
    QVERIFY(p.countersAreRight());
}

void tst_counting::joinedRowStandsAsTheRelaySays()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat b = log.open(u"Dita"_s);
    const OperatorId who = OperatorId::create();
    log.receive(b, u"dois"_s);
    const qint64 unread = log.head();
    log.receive(a, u"um"_s);
    log.add(wire::ConversationRead{log.head()}, a.subject());
    log.add(wire::ConversationResolved(), a.subject());
    const wire::Standing both{ConversationState::Snoozed, who, kLogStart + kDayMs, EpisodeId::create(), unread - 1};
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, both, {}}}});
    Projection p;
    p.apply(log.page());
    const auto joined = store::ConversationTable(p.db()).find(a.conversation);
    QVERIFY(joined && *joined);
    QCOMPARE((*joined)->state, ConversationState::Snoozed);
    QCOMPARE((*joined)->snoozedUntil, kLogStart + kDayMs);
    QVERIFY((*joined)->assignee == who);
    QCOMPARE((*joined)->unread, 1);
    QCOMPARE((*joined)->readUpto, unread - 1);
    QVERIFY((*joined)->episode == both.episode);
    QVERIFY(p.countersAreRight());
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
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}}, subject);
    log.receive(b, u"quatro"_s);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(a.conversation).size(), 4);
    log.add(wire::CustomerUnmerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}}, subject);
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

namespace {

wire::Subject tagSubject(TagId tag)
{
    wire::Subject subject;
    subject.tag = tag;
    return subject;
}

qint64 counted(Projection &p, const QString &counter)
{
    return store::ConversationReader(p.db()).counter(counter).valueOr(-1);
}

QStringList names(Projection &p, const store::ConversationFilter &filter)
{
    QStringList found;
    const auto rows = store::ConversationReader(p.db()).list(filter, 100);
    for (const store::ConversationRow &row : *rows)
        found.append(row.name);
    return found;
}

} // namespace

void tst_counting::tagsAndOwnersAreCounted()
{
    const TagId vip = TagId::create();
    const OperatorId ana = OperatorId::create();
    EventLog log;
    log.add(wire::TagDefined{u"VIP"_s, u"#aa0000"_s}, tagSubject(vip));
    const Chat rosa = log.open(u"Rosa"_s);
    const Chat dita = log.open(u"Dita"_s);
    log.add(wire::CustomerTagged{vip}, rosa.subject());
    log.add(wire::CustomerTagged{vip}, rosa.subject()); // twice is once
    log.add(wire::CustomerTagged{vip}, dita.subject());
    log.add(wire::ConversationAssigned{ana, {}}, rosa.subject());
    Projection p;
    p.apply(log.page());
    QCOMPARE(counted(p, store::counters::tag(vip)), 2);
    QCOMPARE(counted(p, store::counters::mine(ana)), 1);
    log.add(wire::ConversationResolved(), rosa.subject());
    p.apply(log.page());
    QCOMPARE(counted(p, store::counters::tag(vip)), 1);
    QCOMPARE(counted(p, store::counters::mine(ana)), 0);
    log.add(wire::CustomerUntagged{vip}, dita.subject());
    log.add(wire::ConversationReopened(), rosa.subject());
    p.apply(log.page());
    QCOMPARE(counted(p, store::counters::tag(vip)), 1);
    QCOMPARE(counted(p, store::counters::mine(ana)), 1);
    QCOMPARE(p.row(rosa.conversation).tags.size(), 1);
    QCOMPARE(p.row(rosa.conversation).tags.first().name, u"VIP"_s);
    log.add(wire::TagRetired(), tagSubject(vip));
    p.apply(log.page());
    QCOMPARE(counted(p, store::counters::tag(vip)), 0);
    QVERIFY(p.row(rosa.conversation).tags.isEmpty());
}

// Whatever happens in whatever order, the kept counters are what counting would give.
void tst_counting::countersHoldThroughAnything()
{
    QRandomGenerator random(20261124);
    const QList<TagId> tags{TagId::create(), TagId::create(), TagId::create()};
    const QList<OperatorId> people{OperatorId::create(), OperatorId::create()};
    EventLog log;
    for (const TagId &tag : tags)
        log.add(wire::TagDefined{tag.text(), u"#102030"_s}, tagSubject(tag));
    QList<Chat> chats;
    for (int i = 0; i < 8; ++i)
        chats.append(log.open());
    QSet<CustomerId> gone;
    Projection p;
    for (int i = 0; i < 600; ++i) {
        const Chat chat = chats[random.bounded(8)];
        const Chat other = chats[random.bounded(8)];
        const TagId tag = tags[random.bounded(3)];
        switch (random.bounded(12)) {
        case 0:
        case 1:
            log.add(wire::CustomerTagged{tag}, chat.subject());
            break;
        case 2:
            log.add(wire::CustomerUntagged{tag}, chat.subject());
            break;
        case 3:
            log.add(wire::ConversationResolved(), chat.subject());
            break;
        case 4:
            log.add(wire::ConversationReopened(), chat.subject());
            break;
        case 5:
            log.add(wire::ConversationAssigned{people[random.bounded(2)], {}}, chat.subject());
            break;
        case 6:
            log.add(wire::ConversationSnoozed{log.nextAt() + kHourMs}, chat.subject());
            break;
        case 7:
            log.receive(chat, u"oi"_s);
            break;
        case 8:
            log.accept(chat, u"olá"_s);
            break;
        case 9:
            if (i % 20 == 0)
                log.add(wire::TagRetired(), tagSubject(tag));
            break;
        case 10:
            if (chat.customer != other.customer && !gone.contains(chat.customer) && !gone.contains(other.customer)) {
                log.add(wire::CustomerMerged{other.customer,
                                             chat.customer,
                                             {{other.conversation, chat.conversation, {}, {}, {}}}},
                        chat.subject());
                gone.insert(other.customer);
                if (random.bounded(2) == 0) {
                    log.add(wire::CustomerUnmerged{other.customer,
                                                   chat.customer,
                                                   {{other.conversation, chat.conversation, {}, {}, {}}}},
                            chat.subject());
                    gone.remove(other.customer);
                }
            }
            break;
        default:
            if (random.bounded(10) == 0)
                log.add(wire::CustomerErased{u"pedido"_s}, chat.subject());
        }
        if (i % 10 == 0) {
            p.apply(log.page());
            QVERIFY2(store::ConversationTable(p.db()).recount().valueOr(false), qPrintable(QString::number(i)));
        }
    }
}

void tst_counting::eachViewHasItsRowsAndOrder()
{
    using store::View;
    const TagId vip = TagId::create();
    const OperatorId ana = OperatorId::create();
    EventLog log;
    log.add(wire::TagDefined{u"VIP"_s, u"#aa0000"_s}, tagSubject(vip));
    const Chat first = log.open(u"primeira"_s);
    const Chat second = log.open(u"segunda"_s);
    const Chat answered = log.open(u"respondida"_s);
    const Chat later = log.open(u"adiada"_s);
    const Chat sooner = log.open(u"adiada antes"_s);
    const Chat done = log.open(u"resolvida"_s);
    for (const Chat &chat : {first, second, answered, later, sooner, done})
        log.receive(chat, u"oi"_s);
    log.accept(answered, u"olá"_s);
    log.add(wire::ConversationSnoozed{log.nextAt() + 2 * kHourMs}, later.subject());
    log.add(wire::ConversationSnoozed{log.nextAt() + kHourMs}, sooner.subject());
    log.add(wire::ConversationResolved(), done.subject());
    log.add(wire::ConversationAssigned{ana, {}}, answered.subject());
    log.add(wire::CustomerTagged{vip}, first.subject());
    log.add(wire::CustomerTagged{vip}, done.subject());
    Projection p;
    p.apply(log.page());
    const qint64 now = log.nextAt();
    const auto listed = [&](View view, qint64 at) {
        const store::ConversationFilter filter{view, ana, view == View::Tag ? vip : TagId(), at};
        const QStringList found = names(p, filter);
        if (store::ConversationReader(p.db()).count(filter).valueOr(-1) != found.size())
            return QStringList{u"counted otherwise"_s};
        return found;
    };
    QCOMPARE(listed(View::Waiting, now), (QStringList{u"primeira"_s, u"segunda"_s}));
    QCOMPARE(listed(View::Expiring, now), QStringList());
    QCOMPARE(listed(View::Expiring, now + 22 * kHourMs), (QStringList{u"primeira"_s, u"segunda"_s}));
    QCOMPARE(listed(View::Expiring, now + 25 * kHourMs), QStringList());
    QCOMPARE(listed(View::Mine, now), QStringList{u"respondida"_s});
    QCOMPARE(listed(View::All, now).size(), 5);
    QCOMPARE(listed(View::All, now).first(), u"respondida"_s);
    QCOMPARE(listed(View::Snoozed, now), (QStringList{u"adiada antes"_s, u"adiada"_s}));
    QCOMPARE(listed(View::Resolved, now), QStringList{u"resolvida"_s});
    QCOMPARE(listed(View::Tag, now), QStringList{u"primeira"_s});
}

void tst_counting::aTagNarrowsEachViewInItsOrder()
{
    using store::View;
    const TagId vip = TagId::create();
    const OperatorId ana = OperatorId::create();
    EventLog log;
    log.add(wire::TagDefined{u"VIP"_s, u"#aa0000"_s}, tagSubject(vip));
    const auto threeOf = [&log](const QString &name) {
        return QList{log.open(name + u" 1"_s), log.open(name + u" outra"_s), log.open(name + u" 2"_s)};
    };
    const QList<Chat> waiting = threeOf(u"espera"_s);
    const QList<Chat> snoozed = threeOf(u"adiada"_s);
    const QList<Chat> resolved = threeOf(u"resolvida"_s);
    for (const QList<Chat> &three : {waiting, snoozed, resolved}) {
        log.add(wire::CustomerTagged{vip}, three[0].subject()); // before they write, and below afterwards
        for (const Chat &chat : three)
            log.receive(chat, u"oi"_s);
        log.add(wire::CustomerTagged{vip}, three[2].subject());
    }
    for (const Chat &chat : waiting)
        log.add(wire::ConversationAssigned{ana, {}}, chat.subject());
    for (const Chat &chat : snoozed)
        log.add(wire::ConversationSnoozed{log.nextAt() + kHourMs}, chat.subject());
    for (const Chat &chat : resolved)
        log.add(wire::ConversationResolved(), chat.subject());
    Projection p;
    p.apply(log.page());
    const auto listed = [&](View view, bool reversed, qint64 ahead = 0) {
        const store::ConversationFilter filter{view, ana, vip, log.nextAt() + ahead, reversed};
        const QStringList found = names(p, filter);
        const bool counted = store::ConversationReader(p.db()).count(filter).valueOr(-1) == found.size();
        return counted ? found : QStringList{u"counted otherwise"_s};
    };
    const QStringList wait{u"espera 1"_s, u"espera 2"_s};
    const QStringList newest{u"espera 2"_s, u"espera 1"_s};
    QCOMPARE(listed(View::Waiting, false), wait);
    QCOMPARE(listed(View::Waiting, true), newest);
    QCOMPARE(listed(View::Expiring, false), QStringList());
    QCOMPARE(listed(View::Expiring, false, 22 * kHourMs), wait);
    QCOMPARE(listed(View::Mine, false), newest);
    QCOMPARE(listed(View::Mine, true), wait);
    QCOMPARE(listed(View::Snoozed, false), (QStringList{u"adiada 1"_s, u"adiada 2"_s}));
    QCOMPARE(listed(View::Resolved, false), (QStringList{u"resolvida 2"_s, u"resolvida 1"_s}));
    QCOMPARE(listed(View::All, false), listed(View::Tag, false));
    QCOMPARE(listed(View::All, false).size(), 4);
    log.add(wire::CustomerUntagged{vip}, waiting[0].subject());
    p.apply(log.page());
    QCOMPARE(listed(View::Waiting, false), QStringList{u"espera 2"_s});
    QVERIFY(p.countersAreRight());
}

BALCAO_TEST(tst_counting)
#include "tst_counting.moc"
