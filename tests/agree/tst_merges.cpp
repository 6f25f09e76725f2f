// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Customers taken for one and parted again: relay and desk part by one rule, each without asking the other, and what
// anybody said stays theirs.
#include "support/testmain.h"
#include "twosides.h"

#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, {}, u"Rosa"_s, {}};
const Writer kJoao{u"5519912340000"_s, {}, u"João"_s, {}};
const QString kSecond = u"42"_s;

struct Person
{
    CustomerId customer;
    ConversationId conversation;
};

/// Writes for the first time, under a chat of their own.
Person meet(TwoSides &both, const Writer &who, const QString &channel, const QString &text)
{
    both.text(who, channel, text);
    const wire::Subject subject = both.last<wire::MessageReceived>().subject;
    return {*subject.customer, *subject.conversation};
}

MessageId answer(TwoSides &both, ConversationId conversation, const QString &text)
{
    wire::SendMessage send{MessageId::create(), conversation, {}, {}};
    send.content.text = text;
    both.apply(send);
    return send.message;
}

} // namespace

class tst_merges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidMeanwhileIsWhoseItWas();
    void alsoOnANumberThatOnlyOneHadWrittenTo();
    void whatWasDecidedHoldsForBoth();
    void aNewNumberStaysWithItsPerson();
    void partedFromTheMiddleOfAChain();
    void anOlderMergeTakesNothingFromANewerOne();
    void forgettingOneTakesWhatTheySaidMeanwhile();
    void anyOrderOfActsAgrees_data();
    void anyOrderOfActsAgrees();

private:
    void compare(TwoSides &both);
};

void tst_merges::compare(TwoSides &both)
{
    both.replay();
    QCOMPARE(both.deskConversations(), both.relayConversations());
    QCOMPARE(both.deskMessages(), both.relayMessages());
}

void tst_merges::whatIsSaidMeanwhileIsWhoseItWas()
{
    TwoSides both;
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    both.text(kJoao, kChannel, u"João de novo"_s);
    const QString joaoAgain = both.written().last().second;
    answer(both, rosa.conversation, u"Oi, João"_s);
    both.text(kRosa, kChannel, u"Rosa de novo"_s);
    answer(both, joao.conversation, u"Oi, Rosa"_s);
    compare(both);
    QCOMPARE(both.textsIn(rosa.conversation).size(), 6); // one chat while they are one

    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    both.edit(kJoao, joaoAgain, u"João, corrigido"_s);
    compare(both);
    QCOMPARE(both.textsIn(rosa.conversation), QStringList({u"sou a Rosa"_s, u"Rosa de novo"_s, u"Oi, Rosa"_s}));
    QCOMPARE(both.textsIn(joao.conversation), QStringList({u"sou o João"_s, u"João, corrigido"_s, u"Oi, João"_s}));
    both.beginAnew();
    compare(both);
}

void tst_merges::alsoOnANumberThatOnlyOneHadWrittenTo()
{
    TwoSides both;
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kSecond, u"sou o João"_s);
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    both.text(kJoao, kChannel, u"João, no número da Rosa"_s);
    both.text(kRosa, kSecond, u"Rosa, no número do João"_s);
    compare(both);
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    compare(both);
    QCOMPARE(both.textsIn(rosa.conversation), QStringList{u"sou a Rosa"_s});
    QCOMPARE(both.textsIn(joao.conversation), QStringList{u"sou o João"_s});
    both.text(kJoao, kChannel, u"ainda o João"_s);
    QVERIFY(both.last<wire::MessageReceived>().subject.customer == joao.customer);
    both.text(kRosa, kSecond, u"ainda a Rosa"_s);
    QVERIFY(both.last<wire::MessageReceived>().subject.customer == rosa.customer);
    compare(both);
}

void tst_merges::whatWasDecidedHoldsForBoth()
{
    TwoSides both;
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    both.apply(wire::AssignConversation{rosa.conversation, both.attendant, {}});
    both.apply(wire::SnoozeConversation{rosa.conversation, both.clock.nowMs() + kDayMs});
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    compare(both);
    for (const Person &one : {rosa, joao}) {
        const auto stands = both.data().conversations().find(one.conversation);
        QVERIFY((*stands)->state == ConversationState::Snoozed);
        QVERIFY((*stands)->assignee == both.attendant);
    }
    // Whose window is open is each one's own.
    both.clock.advanceMs(25 * kHourMs);
    QVERIFY(both.job(relay::runTimers));
    both.text(kJoao, kChannel, u"voltei"_s);
    QCOMPARE(problemOf(both.apply(wire::SendMessage{MessageId::create(), rosa.conversation, {}, {}})),
             QString(problem::kBadBody));
    wire::SendMessage late{MessageId::create(), rosa.conversation, {}, {}};
    late.content.text = u"Oi"_s;
    QCOMPARE(problemOf(both.apply(late)), QString(problem::kWindowClosed));
    compare(both);
}

void tst_merges::aNewNumberStaysWithItsPerson()
{
    TwoSides both;
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    Writer known = kJoao;
    known.bsuid = u"BR.134912086553"_s;
    both.text(known, kChannel, u"agora com usuário"_s);
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    both.text({{}, known.bsuid, {}, {}}, kChannel, u"só usuário"_s);
    QVERIFY(both.last<wire::MessageReceived>().subject.customer == joao.customer);
    compare(both);
}

void tst_merges::partedFromTheMiddleOfAChain()
{
    TwoSides both;
    const Writer ana{u"5519933333333"_s, {}, u"Ana"_s, {}};
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kSecond, u"sou o João"_s);
    const Person third = meet(both, ana, kChannel, u"sou a Ana"_s);
    both.applyAsManager(wire::MergeCustomers{joao.customer, third.customer});
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    both.text(ana, kChannel, u"Ana de novo"_s);
    compare(both);
    both.applyAsManager(wire::UnmergeCustomer{third.customer});
    compare(both);
    QCOMPARE(both.textsIn(third.conversation), QStringList({u"sou a Ana"_s, u"Ana de novo"_s}));
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    compare(both);
    QCOMPARE(both.textsIn(joao.conversation), QStringList{u"sou o João"_s});
    QCOMPARE(both.textsIn(rosa.conversation), QStringList{u"sou a Rosa"_s});
}

void tst_merges::anOlderMergeTakesNothingFromANewerOne()
{
    TwoSides both;
    const Writer ana{u"5519933333333"_s, {}, u"Ana"_s, {}};
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
    const Person third = meet(both, ana, kChannel, u"sou a Ana"_s);
    both.applyAsManager(wire::MergeCustomers{joao.customer, third.customer});
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    both.applyAsManager(wire::UnmergeCustomer{third.customer});
    both.applyAsManager(wire::MergeCustomers{rosa.customer, third.customer});
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    compare(both);
    both.text(ana, kChannel, u"ainda com a Rosa"_s);
    QVERIFY(both.last<wire::MessageReceived>().subject.customer == rosa.customer);
    compare(both);
    QVERIFY(both.textsIn(rosa.conversation).contains(u"ainda com a Rosa"_s));
}

void tst_merges::forgettingOneTakesWhatTheySaidMeanwhile()
{
    for (const bool survivor : {false, true}) {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kJoao, kChannel, u"segredo do João"_s);
        both.text(kRosa, kChannel, u"segredo da Rosa"_s);
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        both.applyAsManager(wire::EraseCustomer{survivor ? rosa.customer : joao.customer, u"pedido"_s});
        compare(both);
        QStringList left;
        for (const wire::Event &event : both.of<wire::MessageReceived>())
            left.append(std::get<wire::MessageReceived>(event.body).content.text);
        QCOMPARE(left, survivor ? QStringList({u"sou o João"_s, u"segredo do João"_s})
                                : QStringList({u"sou a Rosa"_s, u"segredo da Rosa"_s}));
        QCOMPARE(both.textsIn(survivor ? rosa.conversation : joao.conversation), QStringList());
        both.beginAnew();
        compare(both);
    }
}

void tst_merges::anyOrderOfActsAgrees_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void tst_merges::anyOrderOfActsAgrees()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    TwoSides both;
    QList<Writer> writers;
    QList<Person> people;
    for (int i = 0; i < 5; ++i) {
        writers.append({u"551998765440%1"_s.arg(i), {}, u"Pessoa %1"_s.arg(i), {}});
        people.append(meet(both, writers.last(), i % 2 == 0 ? kChannel : kSecond, u"oi"_s));
    }
    const auto anybody = [&] { return people[random.bounded(people.size())]; };
    for (int act = 0; act < 150; ++act) {
        switch (random.bounded(9)) {
        case 0:
        case 1:
            both.text(writers[random.bounded(writers.size())], random.bounded(2) == 0 ? kChannel : kSecond, u"oi"_s);
            break;
        case 2:
            both.applyAsManager(wire::MergeCustomers{anybody().customer, anybody().customer});
            break;
        case 3:
            both.applyAsManager(wire::UnmergeCustomer{anybody().customer});
            break;
        case 4:
            both.apply(wire::AssignConversation{anybody().conversation, both.attendant, {}});
            break;
        case 5:
            both.apply(wire::SnoozeConversation{anybody().conversation, both.clock.nowMs() + kDayMs});
            break;
        case 6:
            both.apply(wire::ResolveConversation{anybody().conversation});
            break;
        case 7:
            both.apply(wire::ReadConversation{anybody().conversation, both.head()});
            break;
        case 8:
            answer(both, anybody().conversation, u"Oi!"_s);
            break;
        }
        compare(both);
        if (QTest::currentTestFailed()) {
            qWarning("act %d: %s", act, qPrintable(both.kinds(qMax<qint64>(0, both.head() - 3))));
            return;
        }
    }
    both.beginAnew();
    compare(both);
}

BALCAO_TEST(tst_merges)
#include "tst_merges.moc"
