// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

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

/// Seen by a desk that had read more of the log that a restore has replaced.
wire::Outcome resolveSeenInAnotherLog(Shop &shop, bool isKnown)
{
    const LogId before = LogId::create();
    if (isKnown)
        shop.becomeCopyOf(before, shop.head());
    const qint64 seen = shop.head() + 500;
    shop.text(kRosa, u"wamid.2"_s, u"espera, mais uma coisa"_s);
    wire::Command command = shop.command(wire::ResolveConversation{shop.conversation});
    command.expect = wire::Expect{seen, before};
    return shop.apply(command);
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

/// The own change comes last, the other desk's before it was still not seen.
wire::Outcome assignAfterAnotherDeskAndItself(Shop &shop)
{
    const qint64 seen = shop.head();
    shop.applyAt(shop.otherDesk, shop.command(wire::SnoozeConversation{shop.conversation, shop.clock.nowMs() + 1000}));
    shop.apply(wire::WakeConversation{shop.conversation});
    return shop.apply(shop.expecting(wire::AssignConversation{shop.conversation, shop.attendant, {}}, seen));
}

/// The undo of a snooze, after which another desk has put it off until later.
wire::Outcome wakeAfterAnotherDesk(Shop &shop)
{
    const qint64 now = shop.clock.nowMs();
    shop.apply(wire::SnoozeConversation{shop.conversation, now + 1000});
    const qint64 seen = shop.head();
    shop.applyAt(shop.otherDesk, shop.command(wire::SnoozeConversation{shop.conversation, now + 9000}));
    return shop.apply(shop.expecting(wire::WakeConversation{shop.conversation}, seen));
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

wire::ChargePix chargeIn(const Shop &shop)
{
    wire::ChargePix charge;
    charge.charge = ChargeId::create();
    charge.conversation = shop.conversation;
    charge.message = MessageId::create();
    charge.codeMessage = MessageId::create();
    charge.amount = Money{500};
    charge.text = u"Pix de R$ 5,00"_s;
    return charge;
}

QList<Case> cases()
{
    return {
        {"resolve with newer inbound", problem::kStale, resolveAfterNewInbound},
        {"resolve seen in the log before a restore", problem::kStale,
         [](Shop &s) { return resolveSeenInAnotherLog(s, true); }},
        {"resolve seen in a log of nobody", problem::kStale, [](Shop &s) { return resolveSeenInAnotherLog(s, false); }},
        {"customer note changed at another desk", problem::kStale, noteAfterAnotherDesk},
        {"assigned at another desk", problem::kStale, assignAfterAnotherDesk},
        {"changed at another desk, then here", problem::kStale, assignAfterAnotherDeskAndItself},
        {"woken when another desk put it off anew", problem::kStale, wakeAfterAnotherDesk},
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
        {"resend of another chat's message", problem::kMessageUnknown,
         [](Shop &s) {
             wire::SendMessage again = s.send();
             again.resendOf = s.messageOfAnother();
             return s.apply(again);
         }},
        {"dismissal of nothing", problem::kMessageUnknown,
         [](Shop &s) {
             return s.apply(wire::DismissMessage{MessageId::create(), true});
         }},
        {"dismissal in the chat of the forgotten", problem::kErased,
         [](Shop &s) {
             return afterErasure(s, wire::DismissMessage{*s.last<wire::MessageReceived>().subject.message, true});
         }},
        {"quote of another chat's message", problem::kMessageUnknown,
         [](Shop &s) {
             wire::SendMessage send = s.send();
             send.content.quote = wire::Quote{s.messageOfAnother()};
             return s.apply(send);
         }},
        {"note too long", problem::kBadBody,
         [](Shop &s) {
             return s.apply(wire::AddNote{NoteId::create(), s.conversation, QString(4097, u'x')});
         }},
        {"customer note too long", problem::kBadBody,
         [](Shop &s) {
             return s.apply(wire::NoteCustomer{s.customer, QString(4097, u'x')});
         }},
        {"hand-over note too long", problem::kBadBody,
         [](Shop &s) {
             return s.apply(wire::AssignConversation{s.conversation, s.attendant, QString(4097, u'x')});
         }},
        {"reply longer than a message", problem::kBadBody,
         [](Shop &s) {
             return s.apply(wire::DefineReply{QuickReplyId::create(), {u"a"_s, QString(4097, u'x')}});
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
        {"charge without an account", problem::kNoPixAccount, [](Shop &s) { return s.apply(chargeIn(s)); }},
        {"charge by a bank that is not", problem::kNoBank,
         [](Shop &s) {
             wire::ChargePix charge = chargeIn(s);
             charge.kind = ChargeKind::Bank;
             charge.expiresAt = s.clock.nowMs() + 3'600'000;
             return s.apply(charge);
         }},
        {"charge of nothing", problem::kBadBody,
         [](Shop &s) {
             wire::ChargePix charge = chargeIn(s);
             charge.amount = {};
             return s.apply(charge);
         }},
        {"charge with an end that the shop's own never has", problem::kBadBody,
         [](Shop &s) {
             wire::ChargePix charge = chargeIn(s);
             charge.expiresAt = s.clock.nowMs() + 3'600'000;
             return s.apply(charge);
         }},
        {"charge that ends at once", problem::kBadBody,
         [](Shop &s) {
             wire::ChargePix charge = chargeIn(s);
             charge.kind = ChargeKind::Bank;
             charge.expiresAt = s.clock.nowMs();
             return s.apply(charge);
         }},
        {"charge under a message's id", problem::kBadBody,
         [](Shop &s) {
             wire::ChargePix charge = chargeIn(s);
             charge.message = *s.last<wire::MessageReceived>().subject.message;
             return s.apply(charge);
         }},
        {"charge to whoever wrote the day before", problem::kWindowClosed,
         [](Shop &s) {
             s.clock.advanceMs(25 * 60 * 60 * kSecondMs);
             return s.apply(chargeIn(s));
         }},
        {"charge to the forgotten", problem::kErased, [](Shop &s) { return afterErasure(s, chargeIn(s)); }},
        {"charge that is not, cancelled", problem::kChargeUnknown,
         [](Shop &s) { return s.apply(wire::CancelCharge{ChargeId::create()}); }},
        {"a bank by command", problem::kBadBody,
         [](Shop &s) {
             wire::ChangeShop change;
             change.change.bank = u"Banco Falso"_s;
             return s.applyAsManager(change);
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
             const TagId other = TagId::create();
             s.apply(wire::DefineTag{TagId::create(), {u"Atenção"_s, u"#00ff00"_s}});
             s.apply(wire::DefineTag{other, {u"VIP"_s, u"#00ff00"_s}});
             wire::ChangeTag change{other, {}};
             change.change.name = u"ATENCAO"_s;
             return s.apply(change);
         }},
        {"tag name too long", problem::kBadBody,
         [](Shop &s) {
             return s.apply(wire::DefineTag{TagId::create(), {QString(65, u'a'), u"#00ff00"_s}});
         }},
        {"snooze of what is resolved", problem::kStale,
         [](Shop &s) {
             s.apply(wire::ResolveConversation{s.conversation});
             return s.apply(wire::SnoozeConversation{s.conversation, s.clock.nowMs() + kHourMs});
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
             return s.applyAsManager(wire::ChangeShop{{{}, u"Brazil/Nowhere"_s, {}, {}, {}, {}}});
         }},
        {"bank from a desk", problem::kBadBody,
         [](Shop &s) {
             return s.applyAsManager(wire::ChangeShop{{{}, {}, {}, u"Outro"_s, {}, {}}});
         }},
        {"refunds from a desk", problem::kBadBody,
         [](Shop &s) {
             return s.applyAsManager(wire::ChangeShop{{{}, {}, {}, {}, true, {}}});
         }},
    };
}

} // namespace

// Every refusal has its name, leaves nothing behind, and is the same the second time.
class tst_refusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalIsNamedAndRepeats_data();
    void refusalIsNamedAndRepeats();
};

void tst_refusals::refusalIsNamedAndRepeats_data()
{
    QTest::addColumn<int>("index");
    const QList<Case> all = cases();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void tst_refusals::refusalIsNamedAndRepeats()
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

BALCAO_TEST(tst_refusals)
#include "tst_refusals.moc"
