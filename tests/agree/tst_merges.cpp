// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Customers taken for one and parted again: relay and desk part by one rule, each without asking the other, and what
// anybody said stays theirs.
#include "couple.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList kChannels{kChannel, kSecond, u"43"_s}; // nobody has written to the last at first

/// Five people, who write, and are served, merged, parted and forgotten, in the order of a seed.
struct Crowd
{
    TwoSides both;
    QRandomGenerator random;
    QList<Writer> writers;
    QList<Person> people;
    QHash<QByteArray, int> accepted; ///< commands, by kind

    explicit Crowd(quint32 seed) : random(seed)
    {
        for (int i = 0; i < 5; ++i) {
            writers.append({u"551998765440%1"_s.arg(i), {}, u"Pessoa %1"_s.arg(i), {}});
            people.append(meet(both, writers.last(), i % 2 == 0 ? kChannel : kSecond, u"oi"_s));
        }
    }
    void act();

private:
    const Person &anybody() { return people[random.bounded(people.size())]; }
    bool count(const char *kind, const wire::Outcome &outcome)
    {
        const bool taken = outcome.status == wire::OutcomeStatus::Accepted;
        accepted[kind] += taken ? 1 : 0;
        return taken;
    }
    void write()
    {
        const qsizetype who = random.bounded(writers.size());
        both.text(writers[who], kChannels[random.bounded(kChannels.size())], u"oi"_s);
        const wire::Subject subject = both.last<wire::MessageReceived>().subject;
        const bool isNew = std::none_of(people.cbegin(), people.cend(),
                                        [&](const Person &one) { return one.customer == *subject.customer; });
        if (isNew) // they were forgotten, and come again
            people[who] = {*subject.customer, *subject.conversation};
    }
    void merge()
    {
        const wire::MergeCustomers merge{anybody().customer, anybody().customer};
        if (count("merge", both.applyAsManager(merge)))
            m_merged.append(merge.other);
    }
    /// Mostly of somebody who can be parted; at random few ever are.
    void unmerge()
    {
        const bool blind = m_merged.isEmpty() || random.bounded(4) == 0;
        const CustomerId who = blind ? anybody().customer : m_merged[random.bounded(m_merged.size())];
        if (count("unmerge", both.applyAsManager(wire::UnmergeCustomer{who})))
            m_merged.removeOne(who);
    }
    void send(ConversationId in)
    {
        wire::SendMessage send{MessageId::create(), in, {}, {}};
        send.content.text = u"Oi!"_s;
        if (count("send", both.apply(send)))
            m_sent.append(send.message);
    }
    /// Nobody knows whether it left, or Meta says that it did.
    void hear(MessageId message)
    {
        const bool arrives = random.bounded(3) == 0;
        const auto heard = both.job([message, arrives](relay::RelayData &data) -> Result<void> {
            if (!arrives)
                return data.outgoing().uncertain(message);
            BALCAO_TAKE(const auto row, data.messages().find(message));
            wire::MessageStatus status;
            status.state = MessageState::Delivered;
            return data.messages().advance(*row, status, relay::Stamp{});
        });
        if (!heard)
            qFatal("nothing heard");
    }
    void dismiss(MessageId message)
    {
        count("dismiss", both.apply(wire::DismissMessage{message, random.bounded(3) > 0}));
    }

    QList<CustomerId> m_merged;
    QList<MessageId> m_sent;
};

void Crowd::act()
{
    switch (random.bounded(12)) {
    case 0:
    case 1:
        write();
        break;
    case 2:
        merge();
        break;
    case 3:
        unmerge();
        break;
    case 4:
        count("assign", both.apply(wire::AssignConversation{anybody().conversation, both.attendant, {}}));
        break;
    case 5:
        count("snooze", both.apply(wire::SnoozeConversation{anybody().conversation, both.clock.nowMs() + kDayMs}));
        break;
    case 6:
        count("resolve", both.apply(wire::ResolveConversation{anybody().conversation}));
        break;
    case 7:
        count("read", both.apply(wire::ReadConversation{anybody().conversation, both.head()}));
        break;
    case 8:
        send(anybody().conversation);
        break;
    case 9:
        if (random.bounded(8) == 0)
            count("erase", both.applyAsManager(wire::EraseCustomer{anybody().customer, u"pedido"_s}));
        else
            both.beginAnew();
        break;
    case 10:
        if (!m_sent.isEmpty())
            hear(m_sent[random.bounded(m_sent.size())]);
        break;
    case 11:
        if (!m_sent.isEmpty())
            dismiss(m_sent[random.bounded(m_sent.size())]);
        break;
    }
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
    void aChannelOfLaterIsApartToo();
    void alsoForWhoeverIsFurtherBelow();
    void nothingWaitsInAnEmptyChat();
    void whatWasReadStaysRead();
    void readGoesBackInWhateverOrder_data();
    void readGoesBackInWhateverOrder();
    void aPartingTellsHowEachStands();
    void anyOrderOfActsAgrees_data();
    void anyOrderOfActsAgrees();
};

void tst_merges::whatIsSaidMeanwhileIsWhoseItWas()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    const QString joaoAgain = both.text(kJoao, kChannel, u"João de novo"_s);
    answer(both, rosa.conversation, u"Oi, João"_s);
    both.text(kRosa, kChannel, u"Rosa de novo"_s);
    answer(both, joao.conversation, u"Oi, Rosa"_s);
    compare(both);
    QCOMPARE(both.textsIn(rosa.conversation).size(), 6); // one chat while they are one

    couple.part();
    both.edit(kJoao, joaoAgain, u"João, corrigido"_s);
    compare(both);
    QCOMPARE(both.textsIn(rosa.conversation), QStringList({u"sou a Rosa"_s, u"Rosa de novo"_s, u"Oi, Rosa"_s}));
    QCOMPARE(both.textsIn(joao.conversation), QStringList({u"sou o João"_s, u"João, corrigido"_s, u"Oi, João"_s}));
    both.beginAnew();
    compare(both);
}

void tst_merges::alsoOnANumberThatOnlyOneHadWrittenTo()
{
    Couple couple(kJoao, kSecond);
    auto &[both, rosa, joao] = couple;
    both.text(kJoao, kChannel, u"João, no número da Rosa"_s);
    both.text(kRosa, kSecond, u"Rosa, no número do João"_s);
    compare(both);
    couple.part();
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
    Couple couple;
    auto &[both, rosa, joao] = couple;
    both.apply(wire::AssignConversation{rosa.conversation, both.attendant, {}});
    both.apply(wire::SnoozeConversation{rosa.conversation, both.clock.nowMs() + kDayMs});
    couple.part();
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
    Couple couple;
    auto &[both, rosa, joao] = couple;
    Writer known = kJoao;
    known.bsuid = u"BR.134912086553"_s;
    both.text(known, kChannel, u"agora com usuário"_s);
    couple.part();
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
        Couple couple;
        auto &[both, rosa, joao] = couple;
        both.text(kJoao, kChannel, u"segredo do João"_s);
        both.text(kRosa, kChannel, u"segredo da Rosa"_s);
        couple.part();
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

void tst_merges::aChannelOfLaterIsApartToo()
{
    for (const bool survivor : {false, true}) {
        Couple couple;
        auto &[both, rosa, joao] = couple;
        both.text(kJoao, kSecond, u"João no outro número"_s);
        both.text(kRosa, kSecond, u"Rosa no outro número"_s);
        compare(both);
        couple.part();
        compare(both);
        both.text(survivor ? kRosa : kJoao, kSecond, u"de novo"_s);
        const wire::Subject again = both.last<wire::MessageReceived>().subject;
        QVERIFY(again.customer == (survivor ? rosa : joao).customer);
        compare(both);
        QCOMPARE(both.textsIn(*again.conversation),
                 QStringList({survivor ? u"Rosa no outro número"_s : u"João no outro número"_s, u"de novo"_s}));
        both.applyAsManager(wire::EraseCustomer{*again.customer, u"pedido"_s});
        compare(both);
        QCOMPARE(both.logged(u"João no outro"_s).isEmpty(), !survivor);
        QCOMPARE(both.logged(u"Rosa no outro"_s).isEmpty(), survivor);
    }
}

void tst_merges::alsoForWhoeverIsFurtherBelow()
{
    Couple couple; // Rosa, and João below her
    auto &[both, rosa, joao] = couple;
    const Writer old{u"5519944444444"_s, {}, u"Maria"_s, {}};
    const Person late = meet(both, old, kSecond, u"sou a Maria"_s);
    both.applyAsManager(wire::MergeCustomers{rosa.customer, late.customer}); // brings a channel
    both.text(kJoao, kSecond, u"João no outro número"_s);
    compare(both);
    couple.part();
    compare(both);
    both.text(kJoao, kSecond, u"de novo"_s);
    compare(both);
    QCOMPARE(both.textsIn(*both.last<wire::MessageReceived>().subject.conversation),
             QStringList({u"João no outro número"_s, u"de novo"_s}));
}

void tst_merges::nothingWaitsInAnEmptyChat()
{
    Couple couple(kJoao, kSecond);
    auto &[both, rosa, joao] = couple;
    both.apply(wire::AssignConversation{rosa.conversation, both.attendant, {}});
    couple.part();
    compare(both);
    QCOMPARE(both.deskConversations().size(), 4);
    QCOMPARE(both.deskConversations().filter(u"state 0"_s).size(), 2);
    QCOMPARE(both.deskConversations().filter(u"state 2 with  episode"_s).size(), 2);
}

void tst_merges::whatWasReadStaysRead()
{
    TwoSides both;
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
    both.text(kRosa, kChannel, u"Rosa pergunta"_s);
    both.apply(wire::ReadConversation{rosa.conversation, both.head()});
    both.replay();
    const QString line = QString::fromLatin1(rosa.conversation.bytes().toHex().toUpper());
    const QStringList before = both.deskConversations().filter(line);
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    compare(both);
    both.applyAsManager(wire::UnmergeCustomer{joao.customer});
    compare(both);
    QCOMPARE(both.deskConversations().filter(line), before);
    both.beginAnew();
    compare(both);
}

void tst_merges::readGoesBackInWhateverOrder_data()
{
    QTest::addColumn<bool>("lastFirst");
    QTest::addColumn<bool>("chain");
    QTest::newRow("side by side, the last first") << true << false;
    QTest::newRow("side by side, the first first") << false << false;
    QTest::newRow("a chain, its end first") << true << true;
    QTest::newRow("a chain, its middle first") << false << true;
}

void tst_merges::readGoesBackInWhateverOrder()
{
    QFETCH(const bool, lastFirst);
    QFETCH(const bool, chain);
    TwoSides both;
    const Writer ana{u"5519933333333"_s, {}, u"Ana"_s, {}};
    const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
    const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
    const Person third = meet(both, ana, kChannel, u"sou a Ana"_s);
    both.text(kRosa, kChannel, u"Rosa pergunta"_s);
    both.text(kJoao, kChannel, u"João pergunta"_s);
    both.apply(wire::ReadConversation{rosa.conversation, both.head()});
    both.apply(wire::ReadConversation{joao.conversation, both.head()});
    const auto marks = [&both] {
        QStringList lines = both.deskConversations();
        return lines.replaceInStrings(QRegularExpression(u" of .* read "_s), u" read "_s);
    };
    both.replay();
    const QStringList before = marks();
    both.applyAsManager(wire::MergeCustomers{chain ? joao.customer : rosa.customer, third.customer});
    both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    compare(both);
    both.applyAsManager(wire::UnmergeCustomer{lastFirst ? third.customer : joao.customer});
    compare(both);
    both.applyAsManager(wire::UnmergeCustomer{lastFirst ? joao.customer : third.customer});
    compare(both);
    QCOMPARE(marks(), before);
}

// What it follows from is said of Rosa, who is forgotten.
void tst_merges::aPartingTellsHowEachStands()
{
    Couple couple;
    auto &[both, rosa, joao] = couple;
    both.apply(wire::AssignConversation{rosa.conversation, both.attendant, {}});
    both.apply(wire::SnoozeConversation{rosa.conversation, both.clock.nowMs() + kDayMs});
    couple.part();
    both.applyAsManager(wire::EraseCustomer{rosa.customer, u"pedido"_s});
    compare(both);
    QCOMPARE(both.deskConversations().filter(u"state 1"_s).size(), 1);
    both.beginAnew();
    compare(both);
    QCOMPARE(both.deskConversations().filter(u"state 1"_s).size(), 1);
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
    Crowd crowd(seed);
    TwoSides &both = crowd.both;
    for (int act = 0; act < 150; ++act) {
        crowd.act();
        compare(both);
        if (QTest::currentTestFailed()) {
            qWarning("act %d: %s", act, qPrintable(both.kinds(qMax<qint64>(0, both.head() - 3))));
            return;
        }
    }
    both.beginAnew();
    compare(both);
    // Both sides agree about nothing, too: what was only refused would prove little.
    for (const char *kind : {"merge", "unmerge", "assign", "snooze", "resolve", "read", "send", "dismiss"})
        QVERIFY2(crowd.accepted[kind] > 0, kind);
}

BALCAO_TEST(tst_merges)
#include "tst_merges.moc"
