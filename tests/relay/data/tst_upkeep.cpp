// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/upkeep.h"
#include "support/testmain.h"
#include "traces.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_upkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueSnoozesWake();
    void rawWebhooksGoAfterThirtyDays();
    void erasureLeavesNoTrace();
    void erasureReachesTheFilesToo();
    void scrubbingIsOwedOverARestart();
    void erasureTakesMergedCustomersAlong();
    void erasedCustomerWhoWritesAgainIsNew();
    void lateStatusBringsNothingBack();
    void whatWasPricedStaysCounted();
    void answerUnderWayBringsNothingBack();
    void logKeepsItsIdAndKeys();
    void otherFilesAreRefused();
};

void tst_upkeep::dueSnoozesWake()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    const auto conversation = *store.last<wire::MessageReceived>().subject.conversation;
    store.apply(wire::SnoozeConversation{conversation, store.clock.nowMs() + kHourMs});
    const qint64 before = store.head();
    QVERIFY(store.job(relay::runTimers));
    QCOMPARE(store.head(), before);
    store.clock.advanceMs(kHourMs);
    store.reopen(); // also what fell due while nobody served
    QVERIFY(store.job(relay::runTimers));
    QVERIFY(store.job(relay::runTimers));
    QCOMPARE(store.kinds(before), u"conversation.woke"_s);
    QCOMPARE(store.lastBody<wire::ConversationWoke>().reason, wire::WakeReason::Timer);
    QVERIFY(store.last<wire::ConversationWoke>().subject.conversation == conversation);
}

void tst_upkeep::rawWebhooksGoAfterThirtyDays()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    store.status(u"wamid.unknown"_s, u"sent"_s);
    store.clock.advanceMs(15 * kDayMs);
    store.text(kRosaKnown, u"wamid.2"_s, u"oi"_s);
    QCOMPARE(store.count(u"raw"_s), 3);
    store.clock.advanceMs(15 * kDayMs + 1);
    QVERIFY(store.job(relay::runTimers));
    QCOMPARE(store.count(u"raw"_s), 1);
    QCOMPARE(store.count(u"raw_customer"_s), 1);
    QCOMPARE(store.count(u"parked"_s), 0);
}

void tst_upkeep::erasureLeavesNoTrace()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.HBgNROSA"_s, u"meu cpf é 123"_s);
    const wire::Event received = store.last<wire::MessageReceived>();
    store.apply(wire::AddNote{NoteId::create(), *received.subject.conversation, u"nota secreta"_s});
    store.apply(wire::NoteCustomer{*received.subject.customer, u"deve vinte reais"_s});
    wire::SendMessage send{MessageId::create(), *received.subject.conversation, {}, {}};
    send.content.text = u"resposta guardada"_s;
    store.apply(send);
    store.status(u"wamid.OUTROSA"_s, u"sent"_s,
                 {{u"recipient_id"_s, kRosaKnown.waId}, {u"biz_opaque_callback_data"_s, send.message.text()}});
    store.text(kJoaoKnown, u"wamid.2"_s, u"fica aqui"_s);
    const QList<wire::Event> before = store.events();

    QCOMPARE(store.applyAsManager(wire::EraseCustomer{*received.subject.customer, u"pedido do titular"_s}).status,
             wire::OutcomeStatus::Accepted);
    const QByteArray bytes = contentOf(store);
    for (const char *gone : {"Rosa", "5519987654471", "551987654471", "BR.1349", "HBgNROSA", "OUTROSA", "cpf",
                             "secreta", "vinte", "guardada"})
        QVERIFY2(!bytes.contains(gone), gone);
    QVERIFY(bytes.contains("fica aqui"));
    QVERIFY(bytes.contains("5519912340000"));

    const QList<wire::Event> after = store.events();
    QCOMPARE(after.size(), before.size() + 1);
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].seq, before[i].seq);
        QCOMPARE(after[i].kind, before[i].kind);
        QCOMPARE(after[i].subject, before[i].subject);
        if (before[i].subject.customer != received.subject.customer)
            QCOMPARE(after[i], before[i]);
    }
    QCOMPARE(after.last().kind, u"customer.erased"_s);
    QVERIFY(store.data().outgoing().openAfter(0)->isEmpty());
    QCOMPARE(store.applyAsManager(wire::EraseCustomer{*received.subject.customer, u"x"_s}).status,
             wire::OutcomeStatus::Noop);
}

// As a thief of the disk would read them: the file, its write-ahead log, the copy from before a migration.
void tst_upkeep::erasureReachesTheFilesToo()
{
    TestStore store;
    const CustomerId rosa = writes(store, kRosaKnown, u"wamid.1"_s, u"quero um Zzlgpd de cenoura"_s);
    const QString before = store.path() + u".v3.bak"_s;
    QVERIFY(store.data().connection().copyInto(before));
    const auto onDisk = [&store] { return bytesOf(store.path()) + bytesOf(store.path() + u"-wal"_s); };
    QVERIFY(onDisk().contains("Zzlgpd"));
    QVERIFY(!store.data().needsScrub());
    store.applyAsManager(wire::EraseCustomer{rosa, u"pedido"_s});
    QVERIFY(store.data().needsScrub());
    {
        auto reader = relay::RelayData::openReadOnly(store.path());
        QVERIFY(reader && (*reader)->exec(u"BEGIN"_s));
        QVERIFY((*reader)->prepare(u"SELECT count(*) FROM event"_s).one([](const sql::Statement &) { return 1; }));
        store.text(kJoaoKnown, u"wamid.2"_s, u"oi"_s); // so that the reader holds an older state
        QVERIFY(store.data().scrub());
        QVERIFY(store.data().needsScrub());
    }
    QVERIFY(onDisk().contains("Zzlgpd"));
    QVERIFY(store.data().scrub()); // still open: nothing but this empties the write-ahead log
    QVERIFY(!store.data().needsScrub());
    QVERIFY(!onDisk().contains("Zzlgpd"));
    QVERIFY(!QFile::exists(before));
}

void tst_upkeep::scrubbingIsOwedOverARestart()
{
    TestStore store;
    store.applyAsManager(wire::EraseCustomer{writes(store, kRosaKnown, u"wamid.1"_s, u"oi"_s), u"pedido"_s});
    store.reopen(); // the relay died before it came to it
    QVERIFY(store.data().needsScrub());
    QVERIFY(store.data().scrub());
    store.reopen();
    QVERIFY(!store.data().needsScrub());
}

void tst_upkeep::erasureTakesMergedCustomersAlong()
{
    TestStore store;
    QList<CustomerId> people;
    for (const QString &phone : {u"5519911111111"_s, u"5519922222222"_s, u"5519933333333"_s}) {
        store.text({phone, {}, u"Maria"_s, {}}, u"wamid."_s + phone, u"assunto particular"_s);
        people.append(*store.last<wire::MessageReceived>().subject.customer);
    }
    store.applyAsManager(wire::MergeCustomers{people[1], people[2]});
    store.applyAsManager(wire::MergeCustomers{people[0], people[1]});
    store.applyAsManager(wire::EraseCustomer{people[2], u"pedido"_s});
    QVERIFY(store.last<wire::CustomerErased>().subject.customer == people[0]);
    const QByteArray bytes = contentOf(store);
    for (const char *gone : {"Maria", "particular", "5519911111111", "5519922222222", "5519933333333"})
        QVERIFY2(!bytes.contains(gone), gone);
    QCOMPARE(problemOf(store.applyAsManager(wire::UnmergeCustomer{people[2]})), QString(problem::kErased));
}

void tst_upkeep::erasedCustomerWhoWritesAgainIsNew()
{
    TestStore store;
    const QByteArray first = metaMessages(kRosaKnown, {metaText(kRosaKnown, u"wamid.1"_s, u"oi"_s)});
    QVERIFY(store.webhook(first));
    const auto before = store.last<wire::MessageReceived>().subject.customer;
    store.applyAsManager(wire::EraseCustomer{*before, u"pedido"_s});
    const qint64 head = store.head();
    QVERIFY(store.webhook(first)); // Meta repeats for days
    QCOMPARE(store.head(), head);
    QCOMPARE(store.count(u"raw"_s), 0);
    store.text(kRosaKnown, u"wamid.2"_s, u"oi de novo"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.customer != before);
}

void tst_upkeep::lateStatusBringsNothingBack()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    const wire::Event received = store.last<wire::MessageReceived>();
    wire::SendMessage send{MessageId::create(), *received.subject.conversation, {}, {}};
    send.content.text = u"oi"_s;
    store.apply(send);
    QVERIFY(
        store.job([&](relay::RelayData &data) { return data.outgoing().submitted(send.message, u"wamid.out"_s, {}); }));
    store.applyAsManager(wire::EraseCustomer{*received.subject.customer, u"pedido"_s});
    store.status(u"wamid.out"_s, u"read"_s, {{u"recipient_id"_s, kRosaKnown.waId}});
    QCOMPARE(store.of<wire::MessageStatus>().size(), 0); // the one before is blank, and no more is said
    QVERIFY(!contentOf(store).contains(kRosaKnown.waId.toLatin1()));
}

void tst_upkeep::whatWasPricedStaysCounted()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    const wire::Event received = store.last<wire::MessageReceived>();
    wire::SendMessage send{MessageId::create(), *received.subject.conversation, {}, {}};
    send.content.text = u"oi"_s;
    store.apply(send);
    QVERIFY(
        store.job([&](relay::RelayData &data) { return data.outgoing().submitted(send.message, u"wamid.out"_s, {}); }));
    store.status(u"wamid.out"_s, u"delivered"_s,
                 {{u"recipient_id"_s, kRosaKnown.waId},
                  {u"pricing"_s, QJsonObject{{u"category"_s, u"service"_s}, {u"type"_s, u"regular"_s}}}});
    store.applyAsManager(wire::EraseCustomer{*received.subject.customer, u"pedido"_s});
    QCOMPARE(store.of<wire::MessageStatus>().size(), 1);
    const auto left = store.lastBody<wire::MessageStatus>();
    QCOMPARE(left.pricing, std::optional(wire::Pricing{u"service"_s, u"regular"_s}));
    QVERIFY(left.wamid.isEmpty() && !left.error);
}

// The Graph's answer to a send that was under way knows the phone of whoever has been erased meanwhile.
void tst_upkeep::answerUnderWayBringsNothingBack()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    const wire::Event received = store.last<wire::MessageReceived>();
    wire::SendMessage send{MessageId::create(), *received.subject.conversation, {}, {}};
    send.content.text = u"oi"_s;
    store.apply(send);
    store.applyAsManager(wire::EraseCustomer{*received.subject.customer, u"pedido"_s});
    const qint64 head = store.head();
    Identifiers recipient;
    recipient.waId = kRosaKnown.waId;
    QVERIFY(store.job([&](relay::RelayData &data) {
        return data.outgoing().submitted(send.message, u"wamid."_s + kRosaKnown.waId, recipient);
    }));
    QCOMPARE(store.head(), head);
    QVERIFY(!contentOf(store).contains(kRosaKnown.waId.toLatin1()));
    store.text(kRosaKnown, u"wamid.2"_s, u"oi de novo"_s); // somebody new
    QVERIFY(store.last<wire::MessageReceived>().subject.customer != received.subject.customer);
}

void tst_upkeep::logKeepsItsIdAndKeys()
{
    TestStore store;
    const LogId log = *store.data().log().id();
    const QByteArray keyed = store.data().keyed("wamid");
    store.reopen();
    QVERIFY(*store.data().log().id() == log);
    QCOMPARE(store.data().keyed("wamid"), keyed);
    TestStore other;
    QVERIFY(*other.data().log().id() != log);
    QVERIFY(other.data().keyed("wamid") != keyed);
}

void tst_upkeep::otherFilesAreRefused()
{
    TestStore store;
    const QString path = store.file(u"other.db"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto opened = relay::RelayData::open(path, store.clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Corrupt);
}

BALCAO_TEST(tst_upkeep)
#include "tst_upkeep.moc"
