// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "teststore.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, {}, u"Rosa"_s, {}};

/// A shop in which Rosa has written, and what a command may name.
struct Shop : TestStore
{
    CustomerId customer;
    ConversationId conversation;

    Shop()
    {
        text(kRosa, u"wamid.1"_s, u"oi"_s);
        customer = *last<wire::MessageReceived>().subject.customer;
        conversation = *last<wire::MessageReceived>().subject.conversation;
    }
    [[nodiscard]] wire::SendMessage send(const QString &text = u"Tem sim!"_s) const
    {
        wire::SendMessage made{MessageId::create(), conversation, {}, {}};
        made.content.text = text;
        return made;
    }
    wire::Command expecting(wire::CommandBody body, qint64 seq)
    {
        wire::Command made = command(std::move(body));
        made.expect = wire::Expect{seq};
        return made;
    }
};

using Act = std::function<wire::Outcome(Shop &)>;
struct Case
{
    const char *name;
    QLatin1StringView problem;
    Act act;
};

wire::Outcome sendMedia(Shop &shop)
{
    wire::SendMessage send = shop.send();
    send.content.type = ContentType::Image;
    send.content.media = wire::Media{};
    send.content.media->sha256 = QString(64, u'a');
    return shop.apply(send);
}

wire::Outcome resolveAfterNewInbound(Shop &shop)
{
    const qint64 seen = shop.head();
    shop.text(kRosa, u"wamid.2"_s, u"espera, mais uma coisa"_s);
    return shop.apply(shop.expecting(wire::ResolveConversation{shop.conversation}, seen));
}

wire::Outcome noteAfterAnotherDesk(Shop &shop)
{
    const qint64 seen = shop.head();
    shop.applyAt(shop.otherDesk, shop.command(wire::NoteCustomer{shop.customer, u"paga no dia 5"_s}));
    return shop.apply(shop.expecting(wire::NoteCustomer{shop.customer, u"paga no dia 10"_s}, seen));
}

wire::Outcome assignAfterAnotherDesk(Shop &shop)
{
    const qint64 seen = shop.head();
    shop.applyAt(shop.otherDesk, shop.command(wire::AssignConversation{shop.conversation, shop.manager, {}}));
    return shop.apply(shop.expecting(wire::AssignConversation{shop.conversation, shop.attendant, {}}, seen));
}

wire::Outcome withOperator(Shop &shop, OperatorId who)
{
    wire::Command command = shop.command(shop.send());
    command.operatorId = who;
    return shop.apply(command);
}

wire::Outcome afterErasure(Shop &shop, const wire::CommandBody &body)
{
    shop.applyAsManager(wire::EraseCustomer{shop.customer, u"pedido"_s});
    return shop.apply(body);
}

QList<Case> cases()
{
    return {
        {"resolve with newer inbound", problem::kStale, resolveAfterNewInbound},
        {"customer note changed at another desk", problem::kStale, noteAfterAnotherDesk},
        {"assigned at another desk", problem::kStale, assignAfterAnotherDesk},
        {"operator who never was", problem::kOperatorUnknown,
         [](Shop &s) { return withOperator(s, OperatorId::create()); }},
        {"operator who left", problem::kOperatorDisabled,
         [](Shop &s) {
             s.applyAsManager(wire::DisableOperator{s.attendant});
             return withOperator(s, s.attendant);
         }},
        {"attendant doing a manager's act", problem::kManagerNeeded,
         [](Shop &s) {
             return s.apply(wire::AddOperator{OperatorId::create(), {u"Eu"_s, Role::Manager}});
         }},
        {"attendant with the manager's session", problem::kManagerNeeded,
         [](Shop &s) { return s.apply(s.command(wire::DisableOperator{s.manager}), s.manager); }},
        {"manager without a session", problem::kManagerNeeded,
         [](Shop &s) {
             wire::Command command = s.command(wire::RevokeDesk{s.otherDesk});
             command.operatorId = s.manager;
             return s.apply(command);
         }},
        {"last manager disabled", problem::kLastManager,
         [](Shop &s) { return s.applyAsManager(wire::DisableOperator{s.manager}); }},
        {"last manager made attendant", problem::kLastManager,
         [](Shop &s) {
             return s.applyAsManager(wire::ChangeOperator{s.manager, {{}, Role::Attendant}});
         }},
        {"reused id with another body", problem::kIdReused,
         [](Shop &s) {
             wire::Command first = s.command(s.send());
             s.apply(first);
             first.body = s.send(u"outra coisa"_s);
             return s.apply(first);
         }},
        {"expired", problem::kExpired,
         [](Shop &s) {
             wire::Command command = s.command(s.send());
             command.expiresAt = s.clock.nowMs() - 1;
             return s.apply(command);
         }},
        {"media missing", problem::kMediaMissing, sendMedia},
        {"window closed", problem::kWindowClosed,
         [](Shop &s) {
             s.clock.advanceMs(kDayMs);
             return s.apply(s.send());
         }},
        {"send to nobody's conversation", problem::kConversationUnknown,
         [](Shop &s) {
             wire::SendMessage send = s.send();
             send.conversation = ConversationId::create();
             return s.apply(send);
         }},
        {"empty text", problem::kBadBody, [](Shop &s) { return s.apply(s.send(u" \n "_s)); }},
        {"text too long", problem::kBadBody, [](Shop &s) { return s.apply(s.send(QString(4097, u'x'))); }},
        {"unknown kind", problem::kUnknownKind,
         [](Shop &s) {
             wire::Command command = s.command(s.send());
             command.kind = u"message.teleport"_s;
             command.body = wire::UnknownBody{{{u"x"_s, 1}}, {}};
             return s.apply(command);
         }},
        {"malformed body", problem::kBadBody,
         [](Shop &s) {
             wire::Command command = s.command(s.send());
             command.body = wire::UnknownBody{{{u"message"_s, 7}}, {}};
             return s.apply(command);
         }},
        {"resend of what arrived", problem::kNotResendable,
         [](Shop &s) {
             const wire::SendMessage first = s.send();
             s.apply(first);
             wire::SendMessage again = s.send();
             again.resendOf = first.message;
             return s.apply(again);
         }},
        {"resend of nothing", problem::kMessageUnknown,
         [](Shop &s) {
             wire::SendMessage again = s.send();
             again.resendOf = MessageId::create();
             return s.apply(again);
         }},
        {"send to the forgotten", problem::kErased, [](Shop &s) { return afterErasure(s, s.send()); }},
        {"note about the forgotten", problem::kErased,
         [](Shop &s) {
             return afterErasure(s, wire::NoteCustomer{s.customer, u"x"_s});
         }},
        {"rename the forgotten", problem::kErased,
         [](Shop &s) {
             return afterErasure(s, wire::RenameCustomer{s.customer, u"x"_s});
         }},
        {"thread note about the forgotten", problem::kErased,
         [](Shop &s) {
             return afterErasure(s, wire::AddNote{NoteId::create(), s.conversation, u"x"_s});
         }},
        {"assign with a note about the forgotten", problem::kErased,
         [](Shop &s) {
             return afterErasure(s, wire::AssignConversation{s.conversation, s.attendant, u"x"_s});
         }},
        {"snooze into the past", problem::kTimePast,
         [](Shop &s) {
             return s.apply(wire::SnoozeConversation{s.conversation, s.clock.nowMs()});
         }},
        {"assign to nobody known", problem::kOperatorUnknown,
         [](Shop &s) {
             return s.apply(wire::AssignConversation{s.conversation, OperatorId::create(), {}});
         }},
        {"tag that is not", problem::kTagUnknown,
         [](Shop &s) {
             return s.apply(wire::TagCustomer{s.customer, TagId::create()});
         }},
        {"tag of nobody", problem::kCustomerUnknown,
         [](Shop &s) {
             return s.apply(wire::TagCustomer{CustomerId::create(), TagId::create()});
         }},
        {"tag name taken, case folded", problem::kTagExists,
         [](Shop &s) {
             s.apply(wire::DefineTag{TagId::create(), {u"Atenção"_s, u"#00ff00"_s}});
             return s.apply(wire::DefineTag{TagId::create(), {u"ATENCAO"_s, u"#00ff00"_s}});
         }},
        {"note that is not", problem::kNoteUnknown,
         [](Shop &s) { return s.apply(wire::RemoveNote{NoteId::create()}); }},
        {"reply that is not", problem::kReplyUnknown,
         [](Shop &s) {
             return s.apply(wire::ChangeReply{QuickReplyId::create(), {u"a"_s, u"b"_s}});
         }},
        {"channel that is not", problem::kChannelUnknown,
         [](Shop &s) {
             return s.apply(wire::OpenConversation{ConversationId::create(), s.customer, u"0"_s});
         }},
        {"conversation id of another", problem::kBadBody,
         [](Shop &s) {
             const CustomerId other = CustomerId::create();
             s.apply(wire::CreateCustomer{other, u"Zé"_s, u"+55 19 91234-5678"_s});
             return s.apply(wire::OpenConversation{s.conversation, other, kChannel});
         }},
        {"customer without a phone", problem::kBadBody,
         [](Shop &s) {
             return s.apply(wire::CreateCustomer{CustomerId::create(), u"Zé"_s, u"zé"_s});
         }},
        {"time zone of nowhere", problem::kBadBody,
         [](Shop &s) {
             return s.applyAsManager(wire::ChangeShop{{{}, u"Brazil/Nowhere"_s, {}}});
         }},
    };
}

} // namespace

class tst_commands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalIsNamedAndRepeats_data();
    void refusalIsNamedAndRepeats();
    void repeatedCommandHasOneEffect();
    void acceptedCommandsNameTheirFirstEvent();
    void changesOfTheSameDeskDoNotCount();
    void sendBecomesAcceptedAndWaits();
    void replyReopensWhatWasResolved();
    void knownPhoneGivesTheKnownCustomer();
    void knownConversationIsNamed();
    void doubledIdsOfDesksTakeNothingOver();
    void onlyTheFirstManagerComesWithoutASession();
    void envelopeThatCannotBeReadIsAnOutcome();
    void nothingToDoIsNoop();
    void failedJobForgetsTheCommand();
};

void tst_commands::refusalIsNamedAndRepeats_data()
{
    QTest::addColumn<int>("index");
    const QList<Case> all = cases();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void tst_commands::refusalIsNamedAndRepeats()
{
    QFETCH(const int, index);
    const QList<Case> all = cases();
    const Case &one = all[index];
    Shop shop;
    const wire::Outcome outcome = one.act(shop);
    QCOMPARE(outcome.status, wire::OutcomeStatus::Rejected);
    QCOMPARE(problemOf(outcome), QString(one.problem));
    QVERIFY(!outcome.seq);
    const auto answered = shop.events();
    QVERIFY2(std::none_of(answered.begin(), answered.end(),
                          [&](const wire::Event &e) {
                              return e.cause && e.cause->text() == outcome.id && one.problem != problem::kIdReused;
                          }),
             "a refused command left an event");
}

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

BALCAO_TEST(tst_commands)
#include "tst_commands.moc"
