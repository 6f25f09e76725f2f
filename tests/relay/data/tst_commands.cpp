// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_commands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatedCommandHasOneEffect();
    void acceptedCommandsNameTheirFirstEvent();
    void changesOfTheSameDeskDoNotCount();
    void whatWasSeenOfTheLogBeforeCounts();
    void readingReachesNoFurtherThanWhatWasSeen();
    void sendBecomesAcceptedAndWaits();
    void replyReopensWhatWasResolved();
    void knownPhoneGivesTheKnownCustomer();
    void knownConversationIsNamed();
    void doubledIdsOfDesksTakeNothingOver();
    void idsOfOtherThingsAreRefused();
    void onlyTheFirstManagerComesWithoutASession();
    void envelopeThatCannotBeReadIsAnOutcome();
    void nothingToDoIsNoop();
    void aFailedMessageGoesOnceMoreOnly();
    void aTagOfTheSameNameIsTheOneThatStands();
    void aPromotedAttendantChoosesAPinAnew();
    void failedJobForgetsTheCommand();
};

void tst_commands::repeatedCommandHasOneEffect()
{
    Shop shop;
    const wire::Command good = shop.command(shop.send());
    const wire::Command bad = shop.command(wire::TagCustomer{shop.customer, TagId::create()});
    const wire::Outcome accepted = shop.apply(good);
    const wire::Outcome refused = shop.apply(bad);
    const qint64 head = shop.head();
    shop.clock.advanceMs(10 * kDayMs); // judged now, both would come out otherwise
    for (int i = 0; i < 50; ++i) {
        wire::Outcome again = shop.apply(i % 2 ? good : bad);
        QCOMPARE(again.repeated, std::optional(true));
        again.repeated.reset();
        QCOMPARE(again, i % 2 ? accepted : refused);
    }
    QCOMPARE(shop.head(), head);
    QCOMPARE(shop.data().outgoing().openAfter(0)->size(), 1);
}

void tst_commands::acceptedCommandsNameTheirFirstEvent()
{
    Shop shop;
    const wire::Command create =
        shop.command(wire::CreateCustomer{CustomerId::create(), u"Zé"_s, u"(19) 91234-5678"_s});
    const qint64 before = shop.head();
    const wire::Outcome outcome = shop.apply(create);
    QCOMPARE(shop.kinds(before), u"customer.created customer.renamed"_s);
    const auto events = shop.events(before);
    QCOMPARE(outcome.seq, std::optional(events.first().seq));
    for (const wire::Event &event : events) {
        QVERIFY(event.cause == create.id);
        QCOMPARE(event.actor, wire::Actor::person(shop.attendant));
        QVERIFY(event.desk == shop.desk);
    }
}

void tst_commands::changesOfTheSameDeskDoNotCount()
{
    Shop shop;
    const qint64 seen = shop.head();
    QCOMPARE(shop.apply(shop.expecting(wire::NoteCustomer{shop.customer, u"a"_s}, seen)).status,
             wire::OutcomeStatus::Accepted);
    QCOMPARE(shop.apply(shop.expecting(wire::NoteCustomer{shop.customer, u"b"_s}, seen)).status,
             wire::OutcomeStatus::Accepted);
    QCOMPARE(shop.apply(shop.expecting(wire::AssignConversation{shop.conversation, shop.attendant, {}}, seen)).status,
             wire::OutcomeStatus::Accepted);
    QCOMPARE(shop.apply(shop.expecting(wire::ResolveConversation{shop.conversation}, seen)).status,
             wire::OutcomeStatus::Accepted);
    QCOMPARE(shop.apply(shop.expecting(wire::ReopenConversation{shop.conversation}, seen)).status,
             wire::OutcomeStatus::Accepted);
}

void tst_commands::whatWasSeenOfTheLogBeforeCounts()
{
    Shop shop;
    const LogId before = LogId::create();
    shop.becomeCopyOf(before, shop.head());
    wire::Command command = shop.command(wire::ResolveConversation{shop.conversation});
    command.expect = wire::Expect{shop.head() + 500, before}; // all that this log has of that one
    QVERIFY(shop.apply(command).status == wire::OutcomeStatus::Accepted);
}

// A desk that had read more of the log before a restore has not read what has the same numbers now.
void tst_commands::readingReachesNoFurtherThanWhatWasSeen()
{
    Shop shop;
    const LogId before = LogId::create();
    const qint64 copied = shop.head();
    shop.becomeCopyOf(before, copied);
    shop.text(kRosa, u"wamid.2"_s, u"espera, mais uma coisa"_s);
    wire::Command command = shop.command(wire::ReadConversation{shop.conversation, copied + 500});
    command.expect = wire::Expect{copied + 500, before};
    QVERIFY(shop.apply(command).status == wire::OutcomeStatus::Accepted);
    QCOMPARE(shop.lastBody<wire::ConversationRead>().uptoSeq, copied);
    command = shop.command(wire::ReadConversation{shop.conversation, copied + 500});
    command.expect = wire::Expect{shop.head(), *shop.data().log().id()};
    shop.apply(command);
    QVERIFY(shop.lastBody<wire::ConversationRead>().uptoSeq > copied);
}

void tst_commands::sendBecomesAcceptedAndWaits()
{
    Shop shop;
    wire::SendMessage send = shop.send();
    send.content.quote = wire::Quote{shop.last<wire::MessageReceived>().subject.message};
    const wire::Outcome outcome = shop.apply(send);
    QCOMPARE(outcome.status, wire::OutcomeStatus::Accepted);
    const wire::Event accepted = shop.last<wire::MessageAccepted>();
    QVERIFY(accepted.subject.message == send.message);
    QCOMPARE(outcome.seq, std::optional(accepted.seq));
    const auto jobs = shop.data().outgoing().openAfter(0);
    QCOMPARE(jobs->size(), 1);
    const relay::SendJob job = jobs->first();
    QVERIFY(job.message == send.message);
    QCOMPARE(job.channel, kChannel);
    QCOMPARE(job.address.field, u"to"_s);
    QCOMPARE(job.address.value, u"+5519987654471"_s);
    QCOMPARE(job.quotedWamid, u"wamid.1"_s);
    QCOMPARE(job.content.text, u"Tem sim!"_s);
    QVERIFY(!job.inDoubt);
}

void tst_commands::replyReopensWhatWasResolved()
{
    Shop shop;
    shop.apply(wire::ResolveConversation{shop.conversation});
    const qint64 before = shop.head();
    const wire::Outcome outcome = shop.apply(shop.send());
    QCOMPARE(shop.kinds(before), u"conversation.reopened message.accepted"_s);
    QCOMPARE(outcome.seq, std::optional(shop.events(before).first().seq));
    QVERIFY(shop.last<wire::MessageAccepted>().subject.episode ==
            shop.last<wire::ConversationReopened>().subject.episode);
}

void tst_commands::knownPhoneGivesTheKnownCustomer()
{
    Shop shop;
    const CustomerId given = CustomerId::create();
    const wire::Outcome outcome = shop.apply(wire::CreateCustomer{given, u"Rosa"_s, u"(19) 8765-4471"_s});
    QCOMPARE(outcome.status, wire::OutcomeStatus::Noop);
    QCOMPARE(outcome.exists, shop.customer.text());
    QCOMPARE(shop.apply(wire::CreateCustomer{given, u"Rosa"_s, u"+55 19 98765-4471"_s}).exists, shop.customer.text());
    QCOMPARE(shop.apply(wire::NoteCustomer{given, u"prefere broa"_s}).status, wire::OutcomeStatus::Accepted);
    QVERIFY(shop.last<wire::CustomerNoted>().subject.customer == shop.customer);
}

void tst_commands::knownConversationIsNamed()
{
    Shop shop;
    const ConversationId given = ConversationId::create();
    const wire::Outcome outcome = shop.apply(wire::OpenConversation{given, shop.customer, kChannel});
    QCOMPARE(outcome.status, wire::OutcomeStatus::Noop);
    QCOMPARE(outcome.exists, shop.conversation.text());
    wire::SendMessage send = shop.send();
    send.conversation = given;
    QCOMPARE(shop.apply(send).status, wire::OutcomeStatus::Accepted);
    QVERIFY(shop.last<wire::MessageAccepted>().subject.conversation == shop.conversation);
}

void tst_commands::doubledIdsOfDesksTakeNothingOver()
{
    Shop shop;
    const CustomerId other = CustomerId::create();
    shop.apply(wire::CreateCustomer{other, u"Zé"_s, u"+55 19 91234-5678"_s});
    // The id of one customer with the phone of another: neither becomes the other.
    QCOMPARE(shop.apply(wire::CreateCustomer{other, u"?"_s, kRosa.waId}).exists, other.text());
    shop.apply(wire::NoteCustomer{other, u"x"_s});
    QVERIFY(shop.last<wire::CustomerNoted>().subject.customer == other);
    const TagId tag = TagId::create();
    shop.apply(wire::DefineTag{tag, {u"VIP"_s, u"#00ff00"_s}});
    QCOMPARE(problemOf(shop.apply(wire::DefineTag{tag, {u"Outra"_s, u"#00ff00"_s}})), QString(problem::kBadBody));
    const QuickReplyId reply = QuickReplyId::create();
    shop.apply(wire::DefineReply{reply, {u"Oi"_s, u"Olá!"_s}});
    shop.apply(wire::RetireReply{reply});
    QCOMPARE(shop.apply(wire::DefineReply{reply, {u"Oi"_s, u"Olá!"_s}}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(shop.apply(wire::ChangeReply{reply, {u"Oi!"_s, {}}}).status, wire::OutcomeStatus::Accepted);
}

// Neither a chat nor a customer can be taken away under an id that stands for something else, nor a ring be made.
void tst_commands::idsOfOtherThingsAreRefused()
{
    Shop shop;
    shop.messageOfAnother();
    const wire::Subject joao = shop.last<wire::MessageReceived>().subject;
    const QString bad = QString(problem::kBadBody);
    QCOMPARE(problemOf(shop.apply(wire::OpenConversation{*joao.conversation, shop.customer, kChannel})), bad);
    QCOMPARE(problemOf(shop.apply(wire::OpenConversation{shop.conversation, *joao.customer, kChannel})), bad);
    QCOMPARE(problemOf(shop.apply(wire::CreateCustomer{CustomerId(shop.conversation.uuid()), u"?"_s, kRosa.waId})),
             bad);
    const ConversationId made = ConversationId::create();
    QCOMPARE(shop.apply(wire::OpenConversation{made, shop.customer, kChannel}).exists, shop.conversation.text());
    QCOMPARE(shop.apply(wire::OpenConversation{made, shop.customer, kChannel}).exists, shop.conversation.text());
    QCOMPARE(problemOf(shop.apply(wire::OpenConversation{made, *joao.customer, kChannel})), bad);
    shop.apply(wire::AddNote{NoteId::create(), made, u"pela outra porta"_s});
    QVERIFY(shop.last<wire::NoteAdded>().subject.conversation == shop.conversation);
    shop.apply(wire::AddNote{NoteId::create(), *joao.conversation, u"do João"_s});
    QVERIFY(shop.last<wire::NoteAdded>().subject.customer == joao.customer);
}

void tst_commands::onlyTheFirstManagerComesWithoutASession()
{
    TestStore store; // its own manager came that way
    QCOMPARE(store.data().operators().all()->size(), 2);
    const OperatorId second = OperatorId::create();
    wire::Command add = store.command(wire::AddOperator{second, {u"Outra"_s, Role::Manager}});
    add.operatorId = second;
    QCOMPARE(problemOf(store.apply(add)), QString(problem::kOperatorUnknown));
    QCOMPARE(store.applyAsManager(wire::AddOperator{second, {u"Outra"_s, Role::Manager}}).status,
             wire::OutcomeStatus::Accepted);
    QCOMPARE(store.applyAsManager(wire::DisableOperator{second}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(problemOf(store.applyAsManager(wire::DisableOperator{store.manager})), QString(problem::kLastManager));
}

void tst_commands::envelopeThatCannotBeReadIsAnOutcome()
{
    TestStore store;
    for (const QJsonObject &json : {QJsonObject(), QJsonObject{{u"id"_s, 7}},
                                    QJsonObject{{u"id"_s, u"not an id"_s}, {u"kind"_s, u"tag.define"_s}}}) {
        const auto outcome = relay::Commands::apply(store.data(), json, store.desk, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->status, wire::OutcomeStatus::Rejected);
        QCOMPARE(problemOf(*outcome), QString(problem::kBadBody));
    }
}

void tst_commands::nothingToDoIsNoop()
{
    Shop shop;
    const TagId tag = TagId::create();
    shop.apply(wire::DefineTag{tag, {u"VIP"_s, u"#00ff00"_s}});
    shop.apply(wire::TagCustomer{shop.customer, tag});
    const qint64 head = shop.head();
    const QList<wire::CommandBody> bodies{wire::TagCustomer{shop.customer, tag},
                                          wire::DefineTag{tag, {u"vip"_s, u"#00ff00"_s}},
                                          wire::WakeConversation{shop.conversation},
                                          wire::ReopenConversation{shop.conversation},
                                          wire::AssignConversation{shop.conversation, {}, {}},
                                          wire::ReadConversation{shop.conversation, 0}};
    for (const wire::CommandBody &body : bodies)
        QCOMPARE(shop.apply(body).status, wire::OutcomeStatus::Noop);
    QCOMPARE(shop.head(), head);
}

void tst_commands::failedJobForgetsTheCommand()
{
    Shop shop;
    const wire::Command send = shop.command(shop.send());
    const qint64 head = shop.head();
    QVERIFY(!shop.job([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(relay::Commands::apply(data, wire::toJson(send), shop.desk, {}));
        return failure(Error::Kind::Internal, u"on purpose"_s);
    }));
    QCOMPARE(shop.head(), head);
    const wire::Outcome again = shop.apply(send);
    QCOMPARE(again.status, wire::OutcomeStatus::Accepted);
    QVERIFY(!again.repeated);
}

void tst_commands::aFailedMessageGoesOnceMoreOnly()
{
    Shop shop;
    const wire::SendMessage first = shop.send();
    shop.apply(first);
    QVERIFY(shop.job([&](relay::RelayData &data) {
        return data.connection()
            .prepare(u"UPDATE message SET state = ? WHERE id = ?"_s)
            .bind(static_cast<int>(MessageState::Failed))
            .bind(first.message)
            .run();
    }));
    wire::SendMessage again = shop.send();
    again.resendOf = first.message;
    QCOMPARE(shop.apply(again).status, wire::OutcomeStatus::Accepted);
    wire::SendMessage another = shop.send(); // of another desk, or another make
    another.resendOf = first.message;
    const wire::Outcome second = shop.apply(another);
    QCOMPARE(second.status, wire::OutcomeStatus::Noop);
    QCOMPARE(second.exists, again.message.text());
    QCOMPARE(shop.of<wire::MessageAccepted>().size(), 2);
}

void tst_commands::aTagOfTheSameNameIsTheOneThatStands()
{
    Shop shop;
    const TagId stands = TagId::create();
    const TagId late = TagId::create();
    shop.apply(wire::DefineTag{stands, {u"Encomenda"_s, u"#b4531a"_s}});
    const wire::Outcome outcome = shop.apply(wire::DefineTag{late, {u"ENCOMENDA"_s, u"#1f6f78"_s}});
    QCOMPARE(outcome.status, wire::OutcomeStatus::Noop);
    QCOMPARE(outcome.exists, stands.text());
    // What the desk has queued behind it names its own id.
    QCOMPARE(shop.apply(wire::TagCustomer{shop.customer, late}).status, wire::OutcomeStatus::Accepted);
    QVERIFY(shop.lastBody<wire::CustomerTagged>().tag == stands);
    QCOMPARE(shop.apply(wire::TagCustomer{shop.customer, stands}).status, wire::OutcomeStatus::Noop);
    // An id that is something else already is refused, not taken over.
    QCOMPARE(problemOf(shop.apply(wire::DefineTag{TagId(shop.conversation.uuid()), {u"Outra"_s, u"#1f6f78"_s}})),
             QString(problem::kBadBody));
}

void tst_commands::aPromotedAttendantChoosesAPinAnew()
{
    Shop shop;
    QVERIFY(shop.job([&](relay::RelayData &data) {
        return data.operators().setPin(shop.attendant, {"salt", "hash"});
    }));
    QVERIFY(shop.data().operators().find(shop.attendant)->value().hasPin);
    wire::ChangeOperator promote{shop.attendant, {}};
    promote.change.name = u"Ana"_s;
    shop.applyAsManager(promote);
    QVERIFY(shop.data().operators().find(shop.attendant)->value().hasPin); // a name is no promotion
    promote.change.role = Role::Manager;
    shop.applyAsManager(promote);
    QVERIFY(!shop.data().operators().find(shop.attendant)->value().hasPin);
}

BALCAO_TEST(tst_commands)
#include "tst_commands.moc"
