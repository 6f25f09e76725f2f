// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "teststore.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kWithNine = u"5519987654471"_s;
const QString kWithoutNine = u"551987654471"_s;
const QString kUser = u"BR.13491208655302741918"_s;

Writer byPhone(const QString &phone)
{
    return {phone, {}, u"Rosa"_s, {}};
}

Writer byUser(const QString &user)
{
    return {{}, user, u"Rosa"_s, {}};
}

Writer both(const QString &phone, const QString &user)
{
    return {phone, user, u"Rosa"_s, {}};
}

} // namespace

class tst_identity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ninthDigitMeetsBothWays_data();
    void ninthDigitMeetsBothWays();
    void landlineIsNobodyElse();
    void bothIdsWithUnknownPhoneIdentify();
    void bothIdsOfTwoCustomersMerge();
    void mergeJoinsConversationsAndKeepsThemOpen();
    void joinedConversationTakesAssigneeAndSnooze();
    void joiningHidesNothingUnread();
    void commandsNamingTheOldIdResolve();
    void unmergeTakesItBack();
    void chainOfMergesResolves();
    void changedNumberKeepsTheCustomer();
    void changedUserIdKeepsTheCustomer();
    void repliesGoToTheNewestIds();
    void aTypedNumberNeverOutranksOneThatWrote();
    void aNewerUserIdOutranksAnOldNumber();
    void unmergeTakesThoseBelowAlong();
    void unmergeTakesItBackFromALaterJoin();
    void aSharedParentIsNotThePerson();
    void identityComesOutTheSameInAnyOrder();
};

void tst_identity::ninthDigitMeetsBothWays_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("dropped") << kWithNine << kWithoutNine;
    QTest::newRow("added") << kWithoutNine << kWithNine;
}

void tst_identity::ninthDigitMeetsBothWays()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    TestStore store;
    store.text(byPhone(first), u"wamid.1"_s, u"oi"_s);
    store.text(byPhone(second), u"wamid.2"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerCreated>().size(), 1);
    QVERIFY(store.of<wire::MessageReceived>()[0].subject == [&] {
        wire::Subject same = store.of<wire::MessageReceived>()[1].subject;
        same.message = store.of<wire::MessageReceived>()[0].subject.message;
        return same;
    }());
    // The form that Meta gave last is the one to write to.
    QCOMPARE(store.lastBody<wire::CustomerIdentified>().identifiers.waId, second);
    const auto ids = store.data().people().identifiersOf(*store.last<wire::CustomerCreated>().subject.customer);
    QCOMPARE(ids->waId, second);
}

void tst_identity::landlineIsNobodyElse()
{
    TestStore store;
    store.text(byPhone(u"551932345678"_s), u"wamid.1"_s, u"oi"_s);
    store.text(byPhone(u"5519932345678"_s), u"wamid.2"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerCreated>().size(), 2);
}

void tst_identity::bothIdsWithUnknownPhoneIdentify()
{
    TestStore store;
    store.text(byUser(kUser), u"wamid.1"_s, u"oi"_s);
    store.text(both(kWithNine, kUser), u"wamid.2"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerCreated>().size(), 1);
    QCOMPARE(store.of<wire::CustomerIdentified>().size(), 1);
    QCOMPARE(store.lastBody<wire::CustomerIdentified>().identifiers.waId, kWithNine);
    store.text(byPhone(kWithoutNine), u"wamid.3"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerCreated>().size(), 1);
    QCOMPARE(store.of<wire::CustomerMerged>().size(), 0);
}

void tst_identity::bothIdsOfTwoCustomersMerge()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    store.text(byUser(kUser), u"wamid.2"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerCreated>().size(), 2);
    const auto older = *store.of<wire::CustomerCreated>()[0].subject.customer;
    const auto younger = *store.of<wire::CustomerCreated>()[1].subject.customer;
    const qint64 before = store.head();
    store.text(both(kWithoutNine, kUser), u"wamid.3"_s, u"sou eu"_s);
    QCOMPARE(store.kinds(before), u"customer.merged customer.identified message.received"_s);
    const auto merged = store.lastBody<wire::CustomerMerged>();
    QVERIFY(merged.into == older);
    QVERIFY(merged.from == younger);
    QVERIFY(*store.last<wire::MessageReceived>().subject.customer == older);
    store.text(byUser(kUser), u"wamid.4"_s, u"oi"_s);
    QVERIFY(*store.last<wire::MessageReceived>().subject.customer == older);
}

void tst_identity::mergeJoinsConversationsAndKeepsThemOpen()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    const auto first = *store.last<wire::ConversationOpened>().subject.conversation;
    store.apply(wire::ResolveConversation{first});
    store.text(byUser(kUser), u"wamid.2"_s, u"oi"_s);
    const auto second = *store.last<wire::ConversationOpened>().subject.conversation;
    QVERIFY(store.webhook(metaMessages(byUser(kUser), {metaText(byUser(kUser), u"wamid.3"_s, u"oi"_s)}, u"42"_s)));
    const auto moved = *store.last<wire::ConversationOpened>().subject.conversation;
    const auto people = store.of<wire::CustomerCreated>();
    const qint64 before = store.head();
    store.applyAsManager(wire::MergeCustomers{*people[0].subject.customer, *people[1].subject.customer});
    // The open one was joined into the resolved one, which the desks are told is open again.
    QCOMPARE(store.kinds(before), u"customer.merged conversation.reopened"_s);
    QVERIFY(*store.last<wire::ConversationReopened>().subject.conversation == first);
    QList<wire::ConversationMove> moves = store.lastBody<wire::CustomerMerged>().conversations;
    QCOMPARE(moves.size(), 2);
    QVERIFY(std::any_of(moves.begin(), moves.end(), [&](const wire::ConversationMove &move) {
        return move.from == second && move.into == first && move.intoStands->state == ConversationState::Resolved;
    }));
    // Where the older one had none, there is one now.
    QVERIFY(moves.last().from == moved || moves.first().from == moved);
    QVERIFY(moves.last().into != moved && moves.first().into != moved);
}

void tst_identity::joinedConversationTakesAssigneeAndSnooze()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    const wire::Subject first = store.last<wire::MessageReceived>().subject;
    store.apply(wire::ResolveConversation{*first.conversation});
    store.text(byUser(kUser), u"wamid.2"_s, u"oi"_s);
    const wire::Subject second = store.last<wire::MessageReceived>().subject;
    const qint64 until = store.clock.nowMs() + kHourMs;
    store.apply(wire::AssignConversation{*second.conversation, store.attendant, {}});
    store.apply(wire::SnoozeConversation{*second.conversation, until});
    store.applyAsManager(wire::MergeCustomers{*first.customer, *second.customer});
    const auto joined = store.data().conversations().find(*second.conversation);
    QVERIFY(joined && *joined);
    QVERIFY((*joined)->id == *first.conversation);
    QCOMPARE((*joined)->state, ConversationState::Snoozed);
    QCOMPARE((*joined)->snoozedUntil, until);
    QVERIFY((*joined)->episode == *second.episode);
    QVERIFY((*joined)->assignee == store.attendant);
    store.clock.advanceMs(kHourMs);
    QVERIFY(store.job(relay::runTimers));
    QVERIFY(store.last<wire::ConversationWoke>().subject.conversation == first.conversation);
}

void tst_identity::joiningHidesNothingUnread()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    const wire::Subject first = store.last<wire::MessageReceived>().subject;
    store.text(byUser(kUser), u"wamid.2"_s, u"oi"_s);
    const wire::Event unread = store.last<wire::MessageReceived>();
    store.text(byPhone(kWithNine), u"wamid.3"_s, u"oi"_s);
    store.apply(wire::ReadConversation{*first.conversation, store.head()});
    store.applyAsManager(wire::MergeCustomers{*first.customer, *unread.subject.customer});
    QVERIFY((*store.data().conversations().find(*first.conversation))->readUpto < unread.seq);
    // So that reading it is news.
    QCOMPARE(store.apply(wire::ReadConversation{*first.conversation, unread.seq}).status,
             wire::OutcomeStatus::Accepted);
}

void tst_identity::commandsNamingTheOldIdResolve()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    const wire::Event first = store.last<wire::MessageReceived>();
    store.text(byUser(kUser), u"wamid.2"_s, u"oi"_s);
    const wire::Event second = store.last<wire::MessageReceived>();
    store.text(both(kWithNine, kUser), u"wamid.3"_s, u"oi"_s);

    const TagId tag = TagId::create();
    store.apply(wire::DefineTag{tag, {u"VIP"_s, u"#ff8800"_s}});
    QCOMPARE(store.apply(wire::TagCustomer{*second.subject.customer, tag}).status, wire::OutcomeStatus::Accepted);
    QVERIFY(store.last<wire::CustomerTagged>().subject.customer == first.subject.customer);
    wire::SendMessage send{MessageId::create(), *second.subject.conversation, {}, {}};
    send.content.text = u"Oi, Rosa"_s;
    QCOMPARE(store.apply(send).status, wire::OutcomeStatus::Accepted);
    const ConversationId told = *store.last<wire::MessageAccepted>().subject.conversation;
    QVERIFY((*store.data().conversations().find(told))->id == *first.subject.conversation);
}

void tst_identity::unmergeTakesItBack()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    const wire::Event first = store.last<wire::MessageReceived>();
    store.text(byUser(kUser), u"wamid.2"_s, u"oi"_s);
    const wire::Event second = store.last<wire::MessageReceived>();
    store.applyAsManager(wire::MergeCustomers{*first.subject.customer, *second.subject.customer});
    QCOMPARE(store.applyAsManager(wire::UnmergeCustomer{*second.subject.customer}).status,
             wire::OutcomeStatus::Accepted);
    QVERIFY(store.lastBody<wire::CustomerUnmerged>().from == *second.subject.customer);
    store.text(byPhone(kWithNine), u"wamid.3"_s, u"oi"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.conversation == first.subject.conversation);
    store.text(byUser(kUser), u"wamid.4"_s, u"oi"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.customer == second.subject.customer);
    QVERIFY(store.last<wire::MessageReceived>().subject.conversation == second.subject.conversation);
    QCOMPARE(problemOf(store.applyAsManager(wire::UnmergeCustomer{*second.subject.customer})),
             QString(problem::kCustomerUnknown));
}

void tst_identity::chainOfMergesResolves()
{
    TestStore store;
    QList<wire::Event> received;
    for (const QString &phone : {u"5519911111111"_s, u"5519922222222"_s, u"5519933333333"_s}) {
        store.text(byPhone(phone), u"wamid."_s + phone, u"oi"_s);
        received.append(store.last<wire::MessageReceived>());
    }
    store.applyAsManager(wire::MergeCustomers{*received[2].subject.customer, *received[1].subject.customer});
    store.applyAsManager(wire::MergeCustomers{*received[1].subject.customer, *received[0].subject.customer});
    QCOMPARE(store.apply(wire::NoteCustomer{*received[2].subject.customer, u"mesma pessoa"_s}).status,
             wire::OutcomeStatus::Accepted);
    QVERIFY(store.last<wire::CustomerNoted>().subject.customer == received[0].subject.customer);
    store.apply(wire::AssignConversation{*received[2].subject.conversation, store.attendant, {}});
    QVERIFY(store.last<wire::ConversationAssigned>().subject.conversation == received[0].subject.conversation);
    store.text(byPhone(u"5519933333333"_s), u"wamid.x"_s, u"oi"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.customer == received[0].subject.customer);
}

void tst_identity::changedNumberKeepsTheCustomer()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    const auto customer = store.last<wire::MessageReceived>().subject.customer;
    const QJsonObject system{
        {u"body"_s, u"mudou"_s}, {u"wa_id"_s, u"5511912345678"_s}, {u"type"_s, u"user_changed_number"_s}};
    QVERIFY(store.webhook(metaMessages({}, {metaMessage(byPhone(kWithNine), u"wamid.S"_s, u"system"_s, system)})));
    QCOMPARE(store.lastBody<wire::CustomerIdentified>().identifiers.waId, u"5511912345678"_s);
    QCOMPARE(store.data().people().identifiersOf(*customer)->waId, u"5511912345678"_s);
    store.text(byPhone(u"5511912345678"_s), u"wamid.2"_s, u"número novo"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.customer == customer);
}

void tst_identity::changedUserIdKeepsTheCustomer()
{
    TestStore store;
    store.text(byUser(kUser), u"wamid.1"_s, u"oi"_s);
    const auto customer = store.last<wire::MessageReceived>().subject.customer;
    const QJsonObject update{{u"user_id"_s, QJsonObject{{u"previous"_s, kUser}, {u"current"_s, u"BR.777"_s}}}};
    QVERIFY(store.webhook(metaBody(u"user_id_update"_s, {{u"user_id_update"_s, QJsonArray{update}}})));
    store.text(byUser(u"BR.777"_s), u"wamid.2"_s, u"oi"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.customer == customer);
    QCOMPARE(store.data().people().identifiersOf(*customer)->bsuid, u"BR.777"_s);
}

void tst_identity::repliesGoToTheNewestIds()
{
    TestStore store;
    store.text(byPhone(u"5519999999999"_s), u"wamid.1"_s, u"oi"_s);
    store.text(byPhone(u"5519911111111"_s), u"wamid.2"_s, u"oi"_s);
    const auto people = store.of<wire::CustomerCreated>();
    store.applyAsManager(wire::MergeCustomers{*people[0].subject.customer, *people[1].subject.customer});
    for (const QString &phone : {u"5519999999999"_s, u"5519911111111"_s, u"5519999999999"_s}) {
        store.text(byPhone(phone), u"wamid."_s + QString::number(store.head()), u"oi"_s);
        QCOMPARE(store.data().people().identifiersOf(*people[0].subject.customer)->waId, phone);
    }
}

void tst_identity::identityComesOutTheSameInAnyOrder()
{
    // However the webhooks are ordered, one person is one customer who has all the messages.
    QList<Writer> seen{byPhone(kWithNine), byPhone(kWithoutNine), byUser(kUser), both(kWithoutNine, kUser)};
    std::sort(seen.begin(), seen.end(),
              [](const Writer &a, const Writer &b) { return a.waId + a.bsuid < b.waId + b.bsuid; });
    int orders = 0;
    do {
        TestStore store;
        for (qsizetype i = 0; i < seen.size(); ++i)
            store.text(seen[i], u"wamid.%1"_s.arg(i), u"oi"_s);
        QCOMPARE(store.of<wire::CustomerCreated>().size() - store.of<wire::CustomerMerged>().size(), 1);
        QCOMPARE(store.of<wire::MessageReceived>().size(), 4);
        ++orders;
    } while (std::next_permutation(seen.begin(), seen.end(), [](const Writer &a, const Writer &b) {
        return a.waId + a.bsuid < b.waId + b.bsuid;
    }));
    QCOMPARE(orders, 24);
}

void tst_identity::aTypedNumberNeverOutranksOneThatWrote()
{
    TestStore store;
    store.text(byPhone(kWithNine), u"wamid.1"_s, u"oi"_s);
    const CustomerId wrote = *store.last<wire::MessageReceived>().subject.customer;
    const CustomerId typed = CustomerId::create();
    store.apply(wire::CreateCustomer{typed, u"Rosa (loja)"_s, u"+55 11 91234-5678"_s});
    store.applyAsManager(wire::MergeCustomers{wrote, typed});
    QCOMPARE(addressOf(*store.data().people().answerTo(wrote, wrote)).value,
             addressOf({.bsuid = {}, .parentBsuid = {}, .waId = kWithNine}).value);
}

void tst_identity::aNewerUserIdOutranksAnOldNumber()
{
    TestStore store;
    store.text(both(kWithNine, kUser), u"wamid.1"_s, u"oi"_s);
    const CustomerId customer = *store.last<wire::MessageReceived>().subject.customer;
    QCOMPARE(addressOf(*store.data().people().answerTo(customer, customer)).field, u"to"_s);
    store.text(byUser(kUser), u"wamid.2"_s, u"sem número agora"_s);
    QCOMPARE(addressOf(*store.data().people().answerTo(customer, customer)).field, u"recipient"_s);
    store.text(both(kWithNine, kUser), u"wamid.3"_s, u"com número de novo"_s);
    QCOMPARE(addressOf(*store.data().people().answerTo(customer, customer)).field, u"to"_s);
}

void tst_identity::unmergeTakesThoseBelowAlong()
{
    TestStore store;
    QList<CustomerId> people;
    for (const QString &phone : {u"5519911111111"_s, u"5519922222222"_s, u"5519933333333"_s}) {
        store.text(byPhone(phone), u"wamid."_s + phone, u"oi"_s);
        people.append(*store.last<wire::MessageReceived>().subject.customer);
    }
    store.applyAsManager(wire::MergeCustomers{people[1], people[2]});
    store.applyAsManager(wire::MergeCustomers{people[0], people[1]});
    store.applyAsManager(wire::UnmergeCustomer{people[1]});
    store.text(byPhone(u"5519933333333"_s), u"wamid.x"_s, u"oi"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.customer == people[1]);
    store.text(byPhone(u"5519911111111"_s), u"wamid.y"_s, u"oi"_s);
    QVERIFY(store.last<wire::MessageReceived>().subject.customer == people[0]);
}

// Moved to one who had no conversation there, and joined with them into a third's.
void tst_identity::unmergeTakesItBackFromALaterJoin()
{
    TestStore store;
    store.text(byPhone(u"5519911111111"_s), u"wamid.1"_s, u"oi"_s);
    const wire::Subject third = store.last<wire::MessageReceived>().subject;
    const CustomerId second = CustomerId::create();
    store.apply(wire::CreateCustomer{second, u"Rosa (loja)"_s, u"+55 19 92222-2222"_s});
    store.text(byPhone(u"5519933333333"_s), u"wamid.2"_s, u"oi"_s);
    const wire::Subject first = store.last<wire::MessageReceived>().subject;
    store.applyAsManager(wire::MergeCustomers{second, *first.customer});
    store.applyAsManager(wire::MergeCustomers{*third.customer, second});
    QVERIFY((*store.data().conversations().find(*first.conversation))->id == *third.conversation);
    QCOMPARE(store.applyAsManager(wire::UnmergeCustomer{*first.customer}).status, wire::OutcomeStatus::Accepted);
    wire::SendMessage send{MessageId::create(), *first.conversation, {}, {}};
    send.content.text = u"Oi, Rosa"_s;
    QCOMPARE(store.apply(send).status, wire::OutcomeStatus::Accepted);
    const auto job = store.data().outgoing().find(send.message);
    QVERIFY(job && *job);
    QVERIFY((*job)->conversation == *first.conversation);
    QCOMPARE((*job)->address.value, addressOf({.bsuid = {}, .parentBsuid = {}, .waId = u"5519933333333"_s}).value);
}

void tst_identity::aSharedParentIsNotThePerson()
{
    TestStore store;
    Writer first = byUser(kUser);
    Writer second = byUser(u"BR.2222222222222222"_s);
    first.parentBsuid = second.parentBsuid = u"BR.ENT.9999999999"_s;
    store.text(first, u"wamid.1"_s, u"oi"_s);
    store.text(second, u"wamid.2"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerCreated>().size(), 2);
    QVERIFY(store.of<wire::CustomerMerged>().isEmpty());
    const qsizetype told = store.of<wire::CustomerIdentified>().size();
    store.text(second, u"wamid.3"_s, u"e aí?"_s); // which tells nothing new of anybody
    QCOMPARE(store.of<wire::CustomerIdentified>().size(), told);
}

BALCAO_TEST(tst_identity)
#include "tst_identity.moc"
