// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "projection.h"
#include "store/customerreader.h"
#include "support/plans.h"
#include "support/testmain.h"

#include <QFile>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// What the events make of the list and of the thread.
class tst_projection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receivedMessageCountsAndWaits();
    void answerEndsTheWaiting();
    void readLeavesOnlyWhatCameAfter();
    void reactionDoesNotMoveTheWindow();
    void statusesInAnyOrderEndTheSame();
    void statusBeforeItsMessageIsKept();
    void failureKeepsItsReasonUntilProvenWrong();
    void lateMessageSortsWhereItWasWritten();
    void editAndRevokeReachThePreview();
    void aQueueStaysPausedUntilItIsResumed();
    void whatMetaSaysOfANumberStandsUntilItSaysMore();
    void aQuoteElsewhereIsReadAgain();
    void mergedConversationsAreOneThread();
    void whatIsSaidOfACustomerTouchesTheirChats();
    void mergeOfAMergeStillFindsTheThread();
    void refusalOfEitherHoldsForTheJoined();
    void erasedCustomerLeavesNoTextInTheFile();
    void listsAreReadByKey_data();
    void listsAreReadByKey();
    void whatAPageAsksForIsReadByKey();
};

void tst_projection::receivedMessageCountsAndWaits()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Tem broa?"_s);
    const qint64 first = log.events.last().at;
    log.receive(chat, u"Quero duas"_s);
    Projection p;
    p.apply(log.page());
    const store::ConversationRow row = p.row(chat.conversation);
    QCOMPARE(row.name, u"Rosa Limeira"_s);
    QCOMPARE(row.preview, u"Quero duas"_s);
    QCOMPARE(row.unread, 2);
    QCOMPARE(row.waitingSince, first);
    QCOMPARE(store::ConversationReader(p.db()).counter(store::counters::kWaiting).valueOr(-1), 1);
}

void tst_projection::answerEndsTheWaiting()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Tem broa?"_s);
    log.accept(chat, u"Temos sim"_s);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).waitingSince, 0);
    QVERIFY(p.row(chat.conversation).previewOutbound);
    QCOMPARE(store::ConversationReader(p.db()).counter(store::counters::kWaiting).valueOr(-1), 0);
}

void tst_projection::readLeavesOnlyWhatCameAfter()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"um"_s);
    wire::ConversationRead read;
    read.uptoSeq = log.head();
    log.receive(chat, u"dois"_s);
    log.add(read, chat.subject());
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).unread, 1);
}

void tst_projection::reactionDoesNotMoveTheWindow()
{
    EventLog log;
    const Chat chat = log.open();
    const MessageId target = log.receive(chat, u"um"_s);
    const qint64 window = log.events.last().at;
    log.accept(chat, u"oi"_s);
    wire::Content reaction;
    reaction.type = ContentType::Reaction;
    reaction.reaction = wire::Reaction{target, u"👍"_s};
    log.receive(chat, reaction);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).windowUntil, window + 24 * kHourMs);
    QCOMPARE(p.row(chat.conversation).waitingSince, 0);
}

void tst_projection::statusesInAnyOrderEndTheSame()
{
    QList<MessageState> order{MessageState::Submitted, MessageState::Sent, MessageState::Delivered, MessageState::Read};
    do {
        EventLog log;
        const Chat chat = log.open();
        const MessageId id = log.accept(chat, u"oi"_s);
        for (const MessageState state : order)
            log.status(chat, id, state);
        Projection p;
        p.apply(log.page());
        QVERIFY(p.thread(chat.conversation).first().state == MessageState::Read);
        QVERIFY(p.row(chat.conversation).lastOutState == MessageState::Read);
    } while (std::next_permutation(order.begin(), order.end()));
}

void tst_projection::statusBeforeItsMessageIsKept()
{
    EventLog log;
    const Chat chat = log.open();
    const MessageId id = log.accept(chat, u"oi"_s);
    log.status(chat, id, MessageState::Delivered);
    std::swap(log.events[2].subject, log.events[3].subject);
    std::swap(log.events[2].kind, log.events[3].kind);
    std::swap(log.events[2].body, log.events[3].body);
    Projection p;
    p.apply(log.page());
    QVERIFY(p.thread(chat.conversation).first().state == MessageState::Delivered);
    QVERIFY(p.row(chat.conversation).lastOutState == MessageState::Delivered);
    QVERIFY(!p.dump().join(u'\n').contains("parked:"_L1));
}

void tst_projection::failureKeepsItsReasonUntilProvenWrong()
{
    EventLog log;
    const Chat chat = log.open();
    const MessageId id = log.accept(chat, u"oi"_s);
    log.status(chat, id, MessageState::Failed, wire::SendError{131026, u"undeliverable"_s});
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(chat.conversation).first().errorCode, 131026);
    log.status(chat, id, MessageState::Delivered);
    p.apply(log.page());
    QVERIFY(p.thread(chat.conversation).first().state == MessageState::Delivered);
    QCOMPARE(p.thread(chat.conversation).first().errorCode, 0);
}

void tst_projection::lateMessageSortsWhereItWasWritten()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"segundo"_s);
    log.receive(chat, u"primeiro"_s, kLogStart - kHourMs);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(chat.conversation).first().text, u"primeiro"_s);
    QCOMPARE(p.row(chat.conversation).preview, u"segundo"_s);
}

void tst_projection::editAndRevokeReachThePreview()
{
    EventLog log;
    const Chat chat = log.open();
    const MessageId id = log.receive(chat, u"quero dez"_s);
    wire::Content quoting = textContent(u"pode?"_s);
    quoting.quote = wire::Quote{id};
    wire::Subject subject = chat.subject();
    subject.message = id;
    wire::MessageEdited edited;
    edited.content = textContent(u"quero doze"_s);
    log.add(edited, subject);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).preview, u"quero doze"_s);
    log.receive(chat, quoting, kLogStart - kHourMs);
    log.add(wire::MessageRevoked(), subject);
    p.apply(log.page());
    QVERIFY(p.thread(chat.conversation).last().revoked);
    QCOMPARE(p.thread(chat.conversation).last().text, QString());
    QCOMPARE(p.row(chat.conversation).preview, QString());
    QCOMPARE(p.thread(chat.conversation).first().quoteText, QString());
}

void tst_projection::aQueueStaysPausedUntilItIsResumed()
{
    EventLog log;
    log.add(wire::QueuePaused{u"106"_s, 190});
    Projection p;
    QVERIFY(p.apply(log.page()).changes.channels);
    const QList<store::PausedChannelRow> paused = store::ShopReader(p.db()).pausedChannels().valueOr({});
    QCOMPARE(paused.size(), 1);
    QCOMPARE(paused.first().channel, u"106"_s);
    QCOMPARE(paused.first().code, 190);
    QVERIFY(store::ShopReader(p.db()).channels().valueOr({}).first().paused);
    log.add(wire::QueueResumed{u"106"_s});
    QVERIFY(p.apply(log.page()).changes.channels);
    wire::ChannelHealth said;
    said.channel = u"106"_s;
    said.label = u"(19) 3555-0142"_s;
    log.add(said);
    QVERIFY(p.apply(log.page()).changes.channels);
    const QList<store::ChannelRow> channels = store::ShopReader(p.db()).channels().valueOr({});
    QCOMPARE(channels, (QList{store::ChannelRow{u"106"_s, u"(19) 3555-0142"_s, {}, false}}));
    QVERIFY(store::ShopReader(p.db()).pausedChannels().valueOr({{}}).isEmpty());
}

void tst_projection::whatMetaSaysOfANumberStandsUntilItSaysMore()
{
    EventLog log;
    wire::ChannelHealth said;
    said.channel = u"106"_s;
    said.verifiedName = u"Padaria Lua"_s;
    said.number = u"+55 19 3555-0142"_s;
    said.quality = u"GREEN"_s;
    said.nameStatus = u"APPROVED"_s;
    said.verification = u"VERIFIED"_s;
    said.status = u"CONNECTED"_s;
    log.add(said);
    wire::ChannelHealth named;
    named.channel = u"106"_s;
    named.label = u"Balcão"_s;
    log.add(named);
    Projection p;
    p.apply(log.page());
    const store::ChannelRow first{u"106"_s,   u"Balcão"_s,   u"Padaria Lua"_s, false,         u"+55 19 3555-0142"_s,
                                  u"GREEN"_s, u"APPROVED"_s, u"VERIFIED"_s,    u"CONNECTED"_s};
    QCOMPARE(store::ShopReader(p.db()).channels().valueOr({}), QList{first});
    said.quality = u"RED"_s;
    log.add(said); // the same name is no other one
    said.verifiedName = u"Padaria Sol"_s;
    const qint64 at = log.add(said).at;
    p.apply(log.page());
    const store::ChannelRow last = store::ShopReader(p.db()).channels().valueOr({}).value(0);
    QCOMPARE(last.quality, u"RED"_s);
    QCOMPARE(last.verifiedName, u"Padaria Sol"_s);
    QCOMPARE(last.formerName, u"Padaria Lua"_s);
    QCOMPARE(last.renamedAt, at);
}

// Two that were one for a while: what one had quoted of the other is withdrawn.
void tst_projection::aQuoteElsewhereIsReadAgain()
{
    EventLog log;
    const Chat chat = log.open();
    const Chat other = log.open();
    wire::Subject subject = chat.subject();
    subject.message = log.receive(chat, u"quero dez"_s);
    wire::Content quoting = textContent(u"pode?"_s);
    quoting.quote = wire::Quote{subject.message};
    log.receive(other, quoting, kLogStart + kHourMs);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(other.conversation).last().quoteText, u"quero dez"_s);
    log.add(wire::MessageRevoked(), subject);
    const store::Applied applied = p.apply(log.page());
    QCOMPARE(p.thread(other.conversation).last().quoteText, QString());
    QVERIFY(applied.changes.threads.contains(other.conversation));
}

void tst_projection::mergedConversationsAreOneThread()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat b = log.open(u"Rosa Limeira"_s);
    log.receive(a, u"um"_s);
    log.receive(b, u"dois"_s);
    log.receive(a, u"três"_s);
    wire::Subject subject;
    subject.customer = a.customer;
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}}, subject);
    log.receive(b, u"quatro"_s);
    Projection p;
    p.apply(log.page());
    QStringList texts;
    for (const store::ThreadRow &row : p.thread(a.conversation))
        texts.append(row.text);
    QCOMPARE(texts, QStringList({u"um"_s, u"dois"_s, u"três"_s, u"quatro"_s}));
    QCOMPARE(p.row(b.conversation).id, a.conversation);
    QCOMPARE(p.row(a.conversation).unread, 4);
    QCOMPARE(store::ConversationReader(p.db()).list({store::View::All, {}, {}, 0}, 10)->size(), 1);
    QVERIFY(p.countersAreRight());
}

void tst_projection::refusalOfEitherHoldsForTheJoined()
{
    EventLog log;
    const Chat a = log.open();
    const Chat b = log.open();
    wire::CustomerConsented said;
    said.purpose = u"marketing"_s;
    said.granted = true;
    log.add(said, a.subject());
    said.granted = false;
    log.add(said, b.subject());
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}});
    Projection p;
    p.apply(log.page());
    const auto card = store::CustomerReader(p.db()).of(a.conversation);
    QVERIFY(card && *card);
    QCOMPARE((*card)->consents.size(), 1);
    QVERIFY(!(*card)->consents.first().granted);
}

// A card that stands open is read anew by that.
void tst_projection::whatIsSaidOfACustomerTouchesTheirChats()
{
    EventLog log;
    const Chat chat = log.open();
    Projection p;
    p.apply(log.page());
    const qsizetype before = log.events.size();
    wire::CustomerConsented said;
    said.purpose = u"marketing"_s;
    log.add(said, chat.subject());
    QVERIFY(p.apply(log.page(before, 10)).changes.conversations.contains(chat.conversation));
}

void tst_projection::mergeOfAMergeStillFindsTheThread()
{
    EventLog log;
    const Chat a = log.open();
    const Chat b = log.open();
    const Chat c = log.open();
    log.add(wire::CustomerMerged{c.customer, b.customer, {{c.conversation, b.conversation, {}, {}, {}}}});
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}});
    log.receive(c, u"ainda aqui"_s);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(c.conversation).id, a.conversation);
    QCOMPARE(p.thread(a.conversation).size(), 1);
}

void tst_projection::erasedCustomerLeavesNoTextInTheFile()
{
    EventLog log;
    const Chat a = log.open(u"Zzlgpdrosa"_s);
    const Chat b = log.open(u"Zzlgpdlimeira"_s);
    const Chat c = log.open(u"Zzlgpddeda"_s);
    log.receive(a, u"Zzlgpdquero dez"_s);
    wire::Subject note = a.subject();
    note.note = NoteId::create();
    log.add(wire::NoteAdded{u"Zzlgpdnota"_s}, note);
    log.add(wire::ConversationAssigned{{}, u"Zzlgpdcuida dela"_s}, a.subject());
    log.add(wire::CustomerNoted{u"Zzlgpdalergia"_s}, a.subject());
    const MessageId sent = log.accept(a, u"Zzlgpdresposta"_s);
    log.status(a, sent, MessageState::Failed, wire::SendError{131026, u"Zzlgpdfalhou"_s});
    log.add(wire::CustomerMerged{c.customer, b.customer, {{c.conversation, b.conversation, {}, {}, {}}}});
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}});
    Projection p;
    p.apply(log.page());
    QVERIFY(p.db().exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    const auto bytes = [&] {
        QFile file(p.file());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("Zzlgpd unreadable");
    };
    QVERIFY(bytes().contains("Zzlgpdquero dez"));
    log.add(wire::CustomerErased(), a.subject());
    p.apply(log.page());
    QVERIFY(p.db().exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    const QByteArray left = bytes();
    QVERIFY2(!left.contains("Zzlgpd"), left.mid(qMax<qsizetype>(0, left.indexOf("Zzlgpd")), 24).constData());
    QCOMPARE(p.thread(a.conversation).size(), 1);
    QVERIFY(p.thread(a.conversation).first().line == store::SystemLine::Erased);
}

void tst_projection::listsAreReadByKey_data()
{
    using store::View;
    QTest::addColumn<View>("view");
    QTest::addColumn<bool>("withTag");
    QTest::addColumn<QString>("key");
    QTest::newRow("waiting") << View::Waiting << false << u"USING INDEX conversation_waiting"_s;
    QTest::newRow("all") << View::All << false << u"USING INDEX conversation_open"_s;
    QTest::newRow("mine") << View::Mine << false << u"INDEX conversation_mine (assignee=?)"_s;
    QTest::newRow("snoozed") << View::Snoozed << false << u"USING INDEX conversation_snoozed"_s;
    QTest::newRow("resolved") << View::Resolved << false << u"USING INDEX conversation_resolved"_s;
    QTest::newRow("expiring") << View::Expiring << false
                              << u"INDEX conversation_expiring (inbound_at>? AND inbound_at<?)"_s;
    QTest::newRow("a tag") << View::Tag << true << u"INDEX worn_open (tag=?)"_s;
    QTest::newRow("waiting with a tag") << View::Waiting << true << u"INDEX worn_waiting (tag=?"_s;
    QTest::newRow("expiring with a tag") << View::Expiring << true
                                         << u"INDEX worn_expiring (tag=? AND inbound_at>? AND inbound_at<?)"_s;
    QTest::newRow("mine with a tag") << View::Mine << true << u"INDEX worn_mine (tag=? AND assignee=?)"_s;
    QTest::newRow("all with a tag") << View::All << true << u"INDEX worn_open (tag=?)"_s;
    QTest::newRow("snoozed with a tag") << View::Snoozed << true << u"INDEX worn_snoozed (tag=?)"_s;
    QTest::newRow("resolved with a tag") << View::Resolved << true << u"INDEX worn_resolved (tag=?)"_s;
}

void tst_projection::listsAreReadByKey()
{
    QFETCH(const store::View, view);
    QFETCH(const bool, withTag);
    QFETCH(const QString, key);
    Projection p;
    const TagId tag = withTag ? TagId::create() : TagId();
    for (const bool reversed : {false, true}) {
        const store::ConversationFilter filter{view, OperatorId::create(), tag, kLogStart, reversed};
        const QStringList plans = plansOf(p.db(), [&] { QVERIFY(store::ConversationReader(p.db()).list(filter, 80)); });
        QCOMPARE(plans.size(), 1);
        QVERIFY2(plans.first().contains(key), qPrintable(plans.first()));
        QVERIFY2(!plans.first().contains(u"TEMP B-TREE"), qPrintable(plans.first()));
    }
}

// Each of them is run for every page that touches a chat.
void tst_projection::whatAPageAsksForIsReadByKey()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"oi"_s);
    wire::ConversationRead read;
    read.uptoSeq = log.head();
    Projection p;
    p.apply(log.page());
    log.receive(chat, u"tem broa?"_s);
    log.add(read, chat.subject());
    const QStringList plans = plansOf(p.db(), [&] { p.apply(log.page(log.events.size() - 2)); });
    QVERIFY(plans.size() > 5);
    bool unread = false;
    for (const QString &plan : plans) {
        unread = unread || plan.contains(u"INDEX message_unread (conversation=? AND seq>?)");
        QVERIFY2(!plan.contains(u"\nSCAN message") && !plan.contains(u"\nSCAN conversation"), qPrintable(plan));
    }
    QVERIFY(unread);
}

BALCAO_TEST(tst_projection)
#include "tst_projection.moc"
