// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// While two are taken for one: whom an answer goes to, and whose a name, a number, a refusal or a tag is.
#include "couple.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_persons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerGoesToWhomItIsFiledUnder();
    void aQuotingAnswerGoesToWhomItQuotes();
    void anAnswerFromBeforeAPartingIsStale();
    void aQueuedAnswerKeepsItsPerson();
    void whatMetaAnswersIsThePersons();
    void aTypedNumberIsItsPersons();
    void aNumberSpelledOtherwiseStaysItsPersons();
    void whatIsHeardMeanwhileIsOfWhomItCame();
    void aRefusalHoldsForBoth();
    void tagsOfTheErasedStayWithTheSurvivor();
};

// One is known by number and user id, the other by number alone: both kinds together are nobody's address.
void tst_persons::anAnswerGoesToWhomItIsFiledUnder()
{
    Writer joaoWithId = kJoao;
    joaoWithId.bsuid = u"BR.134912086553"_s;
    Couple couple(joaoWithId);
    auto &[both, rosa, joao] = couple;
    both.text(kRosa, kChannel, u"Rosa pergunta"_s);
    const MessageId message = answer(both, rosa.conversation, u"Oi, Rosa"_s);
    const QString toRosa = couple.address(message);
    QVERIFY(both.last<wire::MessageAccepted>().subject.conversation == rosa.conversation);
    couple.part();
    compare(both);
    QCOMPARE(couple.address(message), toRosa);
    QVERIFY(both.textsIn(rosa.conversation).contains(u"Oi, Rosa"_s));
    QVERIFY(toRosa.endsWith(u"7654471"_s));
}

void tst_persons::aQuotingAnswerGoesToWhomItQuotes()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    both.text(kJoao, kChannel, u"João pergunta"_s);
    const MessageId asked = *both.last<wire::MessageReceived>().subject.message;
    both.text(kRosa, kChannel, u"Rosa também"_s);
    const MessageId message = answer(both, rosa.conversation, u"Sobre isso"_s, asked);
    QVERIFY(couple.address(message).endsWith(u"2340000"_s));
    QVERIFY(both.last<wire::MessageAccepted>().subject.conversation == joao.conversation);
}

void tst_persons::anAnswerFromBeforeAPartingIsStale()
{
    TwoSides both;
    const Person maria = meet(both, {u"5519944444444"_s, {}, u"Maria"_s, {}}, kChannel, u"sou a Maria"_s);
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"quanto custa?"_s);
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    wire::SendMessage send{MessageId::create(), rosa.conversation, {}, {}};
    send.content.text = u"R$ 30"_s;
    wire::Command early = both.command(send);
    early.expect = wire::Expect{both.head()};
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    QCOMPARE(problemOf(both.apply(early)), problem::kStale);
    // Nor does a merge of later hide it, into whoever is older.
    both.applyAsManager(wire::MergeCustomers{maria.customer, rosa.customer});
    early.id = CommandId::create();
    QCOMPARE(problemOf(both.apply(early)), problem::kStale);
    wire::Command late = both.command(send);
    late.expect = wire::Expect{both.head()};
    QCOMPARE(problemOf(both.apply(late)), QString());
}

void tst_persons::aQueuedAnswerKeepsItsPerson()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    both.text(kJoao, kChannel, u"João pergunta"_s);
    const MessageId message = answer(both, rosa.conversation, u"Oi, João"_s);
    const QString toJoao = couple.address(message);
    both.text(kRosa, kChannel, u"Rosa pergunta"_s); // while it waits
    QCOMPARE(couple.address(message), toJoao);
    couple.part();
    QCOMPARE(couple.address(message), toJoao);
    QVERIFY(toJoao.endsWith(u"2340000"_s));
}

void tst_persons::whatMetaAnswersIsThePersons()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    both.text(kJoao, kChannel, u"João pergunta"_s);
    const MessageId message = answer(both, rosa.conversation, u"Oi, João"_s);
    const Identifiers named{u"BR.777777777"_s, {}, {}};
    QVERIFY(both.job([&](relay::RelayData &data) { return data.outgoing().reached(message, named); }));
    couple.part();
    QVERIFY(both.data().people().find(named)->value() == joao.customer);
}

void tst_persons::aTypedNumberIsItsPersons()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    const CustomerId typed = CustomerId::create();
    const ConversationId opened = ConversationId::create();
    both.apply(wire::CreateCustomer{typed, u"João (loja)"_s, u"+55 19 91234-0000"_s});
    both.apply(wire::OpenConversation{opened, joao.customer, kChannel});
    couple.part();
    QVERIFY(both.data().people().standing(typed)->value() == joao.customer);
    QVERIFY((*both.data().conversations().find(opened))->id == joao.conversation);
}

// With and without the ninth digit it is one number.
void tst_persons::aNumberSpelledOtherwiseStaysItsPersons()
{
    TwoSides both;
    const Writer ana{{}, u"BR.1111111111"_s, u"Ana"_s, {}};
    const Person writes = meet(both, ana, kChannel, u"sou a Ana"_s);
    const CustomerId typed = CustomerId::create();
    both.apply(wire::CreateCustomer{typed, u"Ana (loja)"_s, u"+55 11 98765-4321"_s});
    both.text({u"551187654321"_s, u"BR.1111111111"_s, u"Ana"_s, {}}, kChannel, u"oi"_s);
    for (const wire::Event &event : both.of<wire::CustomerIdentified>()) {
        const auto &body = std::get<wire::CustomerIdentified>(event.body);
        QVERIFY(body.identifiers.waId.isEmpty() || event.subject.customer == typed);
    }
    both.applyAsManager(wire::UnmergeCustomer{typed});
    compare(both);
    QVERIFY(both.data().people().identifiersOf(writes.customer)->waId.isEmpty());
}

void tst_persons::whatIsHeardMeanwhileIsOfWhomItCame()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    both.replay();
    const QStringList before = both.deskPeople();
    Writer joaoNow = kJoao;
    joaoNow.bsuid = u"BR.555555555"_s;
    joaoNow.name = u"João Oficina"_s;
    both.text(joaoNow, kChannel, u"agora com outro nome"_s);
    QVERIFY(both.last<wire::CustomerIdentified>().subject.customer == joao.customer);
    QVERIFY(both.last<wire::CustomerRenamed>().subject.customer == joao.customer);
    both.text(kRosa, kChannel, u"Rosa"_s);
    both.text(joaoNow, kChannel, u"de novo"_s);
    QCOMPARE(both.of<wire::CustomerIdentified>().size(), 1); // told once, whoever writes in between
    both.replay();
    QVERIFY(both.deskPeople().join(u' ').contains(u"BR.555555555"_s)); // Rosa has no user id of her own
    couple.part();
    both.replay();
    QCOMPARE(both.deskPeople().value(0), before.value(0));
    QVERIFY(both.deskPeople().value(1).contains(u"João Oficina"_s));
    both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
    both.beginAnew();
    compare(both);
    QCOMPARE(both.logged(u"Oficina"_s), QStringList());
    QCOMPARE(both.logged(u"BR.555555555"_s), QStringList());
    QVERIFY(both.deskPeople().contains(before.value(0)));
}

void tst_persons::aRefusalHoldsForBoth()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    wire::CustomerConsented refusal;
    refusal.purpose = u"marketing"_s;
    both.apply(wire::RecordConsent{rosa.customer, refusal});
    couple.part();
    both.replay();
    QCOMPARE(both.deskRefusals().size(), 2);
}

void tst_persons::tagsOfTheErasedStayWithTheSurvivor()
{
    TwoSides both;
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
    const TagId tag = TagId::create();
    both.applyAsManager(wire::DefineTag{tag, {u"Atacado"_s, u"#b4531a"_s}});
    both.apply(wire::TagCustomer{joao.customer, tag});
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    QVERIFY(both.last<wire::CustomerTagged>().subject.customer == rosa.customer);
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
    both.beginAnew();
    compare(both);
    QCOMPARE(both.deskTagged(), 1);
}

BALCAO_TEST(tst_persons)
#include "tst_persons.moc"
