// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "projection.h"
#include "store/chargereader.h"
#include "store/searchreader.h"
#include "support/plans.h"
#include "support/testmain.h"
#include "wire/command.h"

#include <QJsonDocument>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLater = kLogStart + kDayMs;

store::ChargeRow charge(Projection &p, ChargeId id)
{
    const auto found = store::ChargeReader(p.db()).find(id);
    if (!found || !*found)
        qFatal("no such charge");
    return **found;
}

ChargeState stateOf(Projection &p, ChargeId id, qint64 now = kLogStart)
{
    return chargeState(charge(p, id).facts, now);
}

wire::PixRecord record(const QString &key)
{
    return {PixKeyType::Email, key, u"PADARIA FLOR"_s, u"CAMPINAS"_s};
}

wire::Event &by(wire::Event &event, OperatorId who)
{
    event.actor = wire::Actor::person(who);
    return event;
}

OperatorId hire(EventLog &log, const QString &name)
{
    wire::Subject subject;
    subject.operatorId = OperatorId::create();
    log.add(wire::OperatorAdded{name, Role::Attendant}, subject);
    return *subject.operatorId;
}

store::OutboxEntry asked(const Chat &chat, Money amount)
{
    wire::ChargePix body;
    body.charge = ChargeId::create();
    body.conversation = chat.conversation;
    body.message = MessageId::create();
    body.codeMessage = MessageId::create();
    body.amount = amount;
    body.description = u"Bolo de cenoura"_s;
    const wire::Command command = wire::makeCommand(body, OperatorId::create(), 1);
    return {command.id,
            QString(wire::ChargePix::kKind),
            chat.conversation,
            body.message,
            u"Segue o Pix"_s,
            command.operatorId,
            1,
            QJsonDocument(wire::toJson(command)).toJson(QJsonDocument::Compact),
            false};
}

} // namespace

// What the log says of money, as a desk keeps it: the charge, its rows in the thread, what the list says of it.
class tst_charges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChargeIsARowOfItsThread();
    void itsCodeIsARowToo();
    void theBankDecidesWhatWasPaid_data();
    void theBankDecidesWhatWasPaid();
    void aRefundIsFollowedToItsEnd();
    void whatMayGoBackIsWhatIsLeftOfOnePayment();
    void whatWasShownAtTheCounterAnswersNobody();
    void theListShowsTheNewestThatMatters();
    void whatWasPaidLeavesTheListWithTheConversation();
    void aPictureThatComesWhileItWaitsIsKeptInMind();
    void chargesFollowMergesAndPartings();
    void blankedChargesKeepTheirPlace();
    void chargesOfACustomerArePagedByKey();
    void chargesAreFoundByAmountAndWords_data();
    void chargesAreFoundByAmountAndWords();
    void erasedWordsAreNotInTheFile();
    void theRecordSaysWhoReceives();
    void everythingIsReadByKey();
    void whatThisDeskAsksForIsShownAtOnce();
    void whatIsResolvedHereLeavesAtOnce();
};

void tst_charges::aChargeIsARowOfItsThread()
{
    EventLog log;
    const OperatorId ana = hire(log, u"Ana"_s);
    const Chat chat = log.open();
    log.receive(chat, u"Quanto é?"_s);
    const Charged made = log.charge(chat, {12345}, u"Bolo de cenoura"_s, kLater, ana);
    Projection p;
    p.apply(log.page());
    const store::ThreadRow row = p.thread(chat.conversation).last();
    QCOMPARE(row.id, made.message);
    QCOMPARE(row.type, ContentType::Pix);
    QCOMPARE(row.text, u"Segue o Pix"_s);
    QCOMPARE(row.author, u"Ana"_s);
    QVERIFY(row.outbound && row.charge);
    QCOMPARE(row.charge->facts.amount, Money{12345});
    QCOMPARE(row.charge->description, u"Bolo de cenoura"_s);
    QCOMPARE(row.charge->author, u"Ana"_s);
    QCOMPARE(stateOf(p, made.charge), ChargeState::Creating);
    log.issue(chat, made.charge, kLater);
    log.status(chat, made.message, MessageState::Delivered);
    const store::Applied applied = p.apply(log.page());
    QVERIFY(applied.changes.threads.contains(chat.conversation));
    QCOMPARE(p.thread(chat.conversation).last().charge, charge(p, made.charge));
    QCOMPARE(p.thread(chat.conversation).last().state, MessageState::Delivered);
    QVERIFY(!charge(p, made.charge).code.isEmpty());
    QCOMPARE(charge(p, made.charge).key, u"chave"_s);
    QCOMPARE(stateOf(p, made.charge), ChargeState::Waiting);
    QCOMPARE(stateOf(p, made.charge, kLater + 1), ChargeState::Expired);
    const store::ConversationRow head = p.row(chat.conversation);
    QCOMPARE(head.preview, reaisShown({12345}));
    QCOMPARE(head.previewType, ContentType::Pix);
    QCOMPARE(head.previewAuthor, u"Ana"_s);
    QCOMPARE(head.waitingSince, 0);
}

void tst_charges::itsCodeIsARowToo()
{
    EventLog log;
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {6250});
    const MessageId code = log.sendCode(chat, made.charge);
    Projection p;
    p.apply(log.page());
    const store::ThreadRow row = p.thread(chat.conversation).last();
    QCOMPARE(row.id, code);
    QCOMPARE(row.type, ContentType::PixCode);
    QVERIFY(row.charge && !row.charge->code.isEmpty());
    QCOMPARE(row.charge->message, made.message);
    QCOMPARE(p.row(chat.conversation).preview, u"R$\u00a062,50"_s);
}

void tst_charges::theBankDecidesWhatWasPaid_data()
{
    QTest::addColumn<qint64>("paid");
    QTest::addColumn<QList<wire::PixReturn>>("returns");
    QTest::addColumn<int>("state");
    using wire::ReturnStatus;
    const auto back = [](qint64 amount, ReturnStatus status, bool byBank) {
        return QList{wire::PixReturn{u"D1"_s, {amount}, status, byBank, 1}};
    };
    const auto row = [](const char *name, qint64 paid, const QList<wire::PixReturn> &returns, ChargeState state) {
        QTest::newRow(name) << paid << returns << static_cast<int>(state);
    };
    row("as asked", 7000, {}, ChargeState::Paid);
    row("less", 6999, {}, ChargeState::PaidLess);
    row("more", 8000, {}, ChargeState::PaidMore);
    row("more, and it went back", 8000, back(1000, ReturnStatus::Done, false), ChargeState::Paid);
    row("returned", 7000, back(7000, ReturnStatus::Done, false), ChargeState::Returned);
    row("partly", 7000, back(100, ReturnStatus::Done, false), ChargeState::PartlyReturned);
    row("a return under way is none", 7000, back(7000, ReturnStatus::UnderWay, false), ChargeState::Paid);
    row("a failed one, too", 7000, back(7000, ReturnStatus::Failed, true), ChargeState::Paid);
    row("taken by the bank", 7000, back(7000, ReturnStatus::Done, true), ChargeState::Withdrawn);
}

void tst_charges::theBankDecidesWhatWasPaid()
{
    QFETCH(const qint64, paid);
    QFETCH(const QList<wire::PixReturn>, returns);
    QFETCH(const int, state);
    EventLog log;
    const OperatorId ana = hire(log, u"Ana"_s);
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {7000});
    by(log.ofCharge(chat, made.charge, wire::PixSettled{u"Pagou em dinheiro"_s}), ana);
    Projection p;
    p.apply(log.page());
    QCOMPARE(stateOf(p, made.charge), ChargeState::Settled);
    QCOMPARE(charge(p, made.charge).settledBy, u"Ana"_s);
    QCOMPARE(charge(p, made.charge).settledWhy, u"Pagou em dinheiro"_s);
    log.pay(chat, made.charge, {paid}, returns);
    const qint64 at = log.events.last().at;
    const store::Applied applied = p.apply(log.page());
    QCOMPARE(static_cast<int>(stateOf(p, made.charge)), state);
    QCOMPARE(charge(p, made.charge).paidAt, at);
    QCOMPARE(charge(p, made.charge).payer, u"MARLENE S"_s);
    QVERIFY(applied.changes.paid.contains(chat.conversation));
    QVERIFY(applied.changes.conversations.contains(chat.conversation));
}

void tst_charges::aRefundIsFollowedToItsEnd()
{
    EventLog log;
    const OperatorId ana = hire(log, u"Ana"_s);
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {7000});
    log.pay(chat, made.charge, {7000});
    Projection p;
    p.apply(log.page());
    QCOMPARE(charge(p, made.charge).refund, store::RefundRow());
    const RefundId first = RefundId::create();
    by(log.ofCharge(chat, made.charge, wire::PixRefundAsked{first, u"E1"_s, {2500}, u"Veio quebrado"_s}), ana);
    const store::Applied asked = p.apply(log.page());
    QVERIFY(asked.changes.threads.contains(chat.conversation));
    store::RefundRow row{store::RefundState::UnderWay, {2500}, u"Ana"_s, u"Veio quebrado"_s, {}};
    QCOMPARE(charge(p, made.charge).refund, row);
    QCOMPARE(stateOf(p, made.charge), ChargeState::Paid); // until the bank says so
    log.ofCharge(chat, made.charge, wire::PixRefundEnded{first, false, u"PixDevolucaoInvalida"_s});
    p.apply(log.page());
    row.state = store::RefundState::Failed;
    row.fault = u"PixDevolucaoInvalida"_s;
    QCOMPARE(charge(p, made.charge).refund, row);
    const RefundId second = RefundId::create();
    by(log.ofCharge(chat, made.charge, wire::PixRefundAsked{second, u"E1"_s, {500}, u"Desconto"_s}), ana);
    log.ofCharge(chat, made.charge, wire::PixRefundEnded{first, true, {}}); // late, and of another
    p.apply(log.page());
    QCOMPARE(charge(p, made.charge).refund,
             (store::RefundRow{store::RefundState::UnderWay, {500}, u"Ana"_s, u"Desconto"_s, {}}));
    log.ofCharge(chat, made.charge, wire::PixRefundEnded{second, true, {}});
    p.apply(log.page());
    QCOMPARE(charge(p, made.charge).refund.state, store::RefundState::Done);
}

void tst_charges::whatMayGoBackIsWhatIsLeftOfOnePayment()
{
    using wire::ReturnStatus;
    EventLog log;
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {7000});
    Projection p;
    const auto after = [&](const QList<wire::PixPayment> &payments) {
        log.ofCharge(chat, made.charge, wire::PixPaid{payments});
        p.apply(log.page());
        return charge(p, made.charge).refundable.centavos;
    };
    const auto back = [](qint64 centavos, ReturnStatus status) {
        return QList<wire::PixReturn>{{u"r"_s, {centavos}, status, false, 1}};
    };
    const wire::PixPayment small{u"E1"_s, {3000}, 1, {}, {}};
    QCOMPARE(after({small}), 3000);
    QCOMPARE(after({small, {u"E2"_s, {7000}, 2, {}, {}}}), 7000); // never of two at once
    QCOMPARE(after({small, {u"E2"_s, {7000}, 2, {}, back(5000, ReturnStatus::UnderWay)}}), 3000);
    QCOMPARE(after({small, {u"E2"_s, {7000}, 2, {}, back(5000, ReturnStatus::Failed)}}), 7000);
    QCOMPARE(after({small, {u"E2"_s, {7000}, 2, {}, back(1000, ReturnStatus::Done)}}), 6000);
}

void tst_charges::whatWasShownAtTheCounterAnswersNobody()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Posso passar aí?"_s);
    log.charge(chat, {500});
    std::get<wire::PixCharged>(log.events.last().body).sends = false;
    Projection p;
    p.apply(log.page());
    QVERIFY(p.row(chat.conversation).waitingSince > 0);
    QVERIFY(!p.thread(chat.conversation).last().charge->sends);
}

void tst_charges::theListShowsTheNewestThatMatters()
{
    EventLog log;
    const Chat chat = log.open();
    const Charged first = log.charge(chat, {100});
    const Charged second = log.charge(chat, {200}, {}, kLater);
    const Charged third = log.charge(chat, {300});
    Projection p;
    const auto chip = [&] {
        p.apply(log.page());
        const auto row = p.row(chat.conversation);
        return row.chip ? row.chip->id : ChargeId();
    };
    QCOMPARE(chip(), third.charge);
    log.ofCharge(chat, third.charge, wire::PixCancelled());
    QCOMPARE(chip(), second.charge);
    log.ofCharge(chat, second.charge, wire::PixRefused{u"CobOperacaoInvalida"_s});
    QCOMPARE(chip(), first.charge);
    QCOMPARE(p.row(chat.conversation).chip->facts, charge(p, first.charge).facts);
    log.ofCharge(chat, first.charge, wire::PixSettled{u"Dinheiro"_s});
    QCOMPARE(chip(), ChargeId());
    log.pay(chat, first.charge, {100}); // it was paid after all
    QCOMPARE(chip(), first.charge);
    QCOMPARE(charge(p, second.charge).refusal, u"CobOperacaoInvalida"_s);
}

void tst_charges::whatWasPaidLeavesTheListWithTheConversation()
{
    EventLog log;
    const Chat chat = log.open();
    const Charged waits = log.charge(chat, {100});
    const Charged paid = log.charge(chat, {200});
    log.pay(chat, paid.charge, {200});
    const wire::Event said = log.events.last();
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).chip->id, paid.charge);
    log.add(wire::ConversationResolved(), chat.subject());
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).chip->id, waits.charge);
    // The same once more is no news, nor is what staff say of it; that the bank took it back is.
    log.add(std::get<wire::PixPaid>(said.body), said.subject);
    auto withName = std::get<wire::PixPaid>(said.body);
    withName.payments.first().payer = u"MARLENE SOUZA"_s; // another answer of the bank says more
    log.add(withName, said.subject);
    log.ofCharge(chat, paid.charge, wire::PixSettled{u"Dinheiro"_s});
    QVERIFY(!p.apply(log.page()).changes.paid.contains(chat.conversation));
    QCOMPARE(p.row(chat.conversation).chip->id, waits.charge);
    log.pay(chat, paid.charge, {200}, {{u"D1"_s, {200}, wire::ReturnStatus::Done, true, 1}});
    QVERIFY(!p.apply(log.page()).changes.paid.contains(chat.conversation));
    QCOMPARE(p.row(chat.conversation).chip->id, paid.charge);
}

void tst_charges::aPictureThatComesWhileItWaitsIsKeptInMind()
{
    EventLog log;
    const Chat chat = log.open();
    wire::Content picture;
    picture.type = ContentType::Image;
    log.receive(chat, picture);
    const Charged made = log.charge(chat, {3800}, {}, kLater);
    log.receive(chat, picture); // there is nothing to pay yet
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).chip->proof, MessageId());
    log.issue(chat, made.charge, kLater);
    log.receive(chat, picture, kLogStart); // from before
    log.receive(chat, u"paguei"_s);
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).chip->proof, MessageId());
    const MessageId proof = log.receive(chat, picture);
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).chip->proof, proof);
    log.pay(chat, made.charge, {3800});
    log.receive(chat, picture);
    p.apply(log.page());
    QCOMPARE(charge(p, made.charge).proof, proof);
}

void tst_charges::chargesFollowMergesAndPartings()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat b = log.open(u"Rosa Limeira"_s);
    const Charged hers = log.charge(b, {700});
    log.charge(a, {100});
    Projection p;
    p.apply(log.page());
    const QList<wire::ConversationMove> moves{{b.conversation, a.conversation, {}, {}, {}}};
    wire::Subject subject;
    subject.customer = a.customer;
    log.add(wire::CustomerMerged{b.customer, a.customer, moves}, subject);
    const MessageId late = log.sendCode(b, hers.charge); // under its old name
    log.pay(b, hers.charge, {700});
    QVERIFY(p.apply(log.page()).changes.paid.contains(a.conversation));
    QCOMPARE(charge(p, hers.charge).conversation, a.conversation);
    QCOMPARE(p.thread(a.conversation).last().id, late);
    QCOMPARE(store::ChargeReader(p.db()).ofCustomer(b.conversation, 9)->size(), 2);
    log.add(wire::CustomerUnmerged{b.customer, a.customer, moves}, subject);
    p.apply(log.page());
    QCOMPARE(charge(p, hers.charge).conversation, b.conversation);
    QCOMPARE(p.row(b.conversation).chip->id, hers.charge);
    QCOMPARE(p.row(b.conversation).preview, u"R$\u00a07,00"_s);
    QCOMPARE(store::ChargeReader(p.db()).ofCustomer(a.conversation, 9)->size(), 1);
    QVERIFY(p.countersAreRight());
}

void tst_charges::blankedChargesKeepTheirPlace()
{
    EventLog log;
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {700}, u"segredo"_s);
    log.events.last().body = wire::Blank();
    log.pay(chat, made.charge, {700});
    Projection p;
    const store::Applied applied = p.apply(log.page());
    QCOMPARE(p.thread(chat.conversation).last().line, store::SystemLine::Blanked);
    QVERIFY(!p.row(chat.conversation).chip);
    QVERIFY(applied.changes.paid.isEmpty());
}

void tst_charges::chargesOfACustomerArePagedByKey()
{
    EventLog log;
    const Chat chat = log.open();
    log.charge(log.open(u"Outra"_s), {1});
    for (qint64 i = 1; i <= 5; ++i)
        log.charge(chat, {i * 100});
    Projection p;
    p.apply(log.page());
    store::ChargeReader reader(p.db());
    const auto newest = reader.ofCustomer(chat.conversation, 3);
    QCOMPARE(newest->size(), 3);
    QCOMPARE(newest->first().facts.amount, Money{500});
    const auto rest = reader.ofCustomer(chat.conversation, 3, newest->last().seq);
    QCOMPARE(rest->size(), 2);
    QCOMPARE(rest->last().facts.amount, Money{100});
}

void tst_charges::chargesAreFoundByAmountAndWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("found");
    for (const char *typed : {"1.234,56", "1234,56", "R$ 1.234,56", "broa milho", "Segue"})
        QTest::newRow(typed) << QString::fromUtf8(typed) << 1;
    for (const char *typed : {"1.234,57", "234567", "cuca"})
        QTest::newRow(typed) << QString::fromUtf8(typed) << 0;
}

void tst_charges::chargesAreFoundByAmountAndWords()
{
    QFETCH(const QString, typed);
    QFETCH(const int, found);
    EventLog log;
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {123456}, u"Broa de milho"_s);
    log.sendCode(chat, made.charge);
    Projection p;
    p.apply(log.page());
    const auto hits = store::SearchReader(p.db()).messages(typed, 9);
    QCOMPARE(hits->size(), found);
    if (found > 0) {
        QCOMPARE(hits->first().amount, Money{123456});
        QCOMPARE(hits->first().description, u"Broa de milho"_s);
    }
    QCOMPARE(store::SearchReader(p.db()).inThread(chat.conversation, typed, 9)->size(), found);
}

void tst_charges::erasedWordsAreNotInTheFile()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open(u"Rosa"_s);
    const Charged made = log.charge(chat, {123456}, u"Zzlgpdbroa"_s);
    std::get<wire::PixCharged>(log.events.last().body).code = u"Zzlgpdcodigo"_s;
    log.pay(chat, made.charge, {123456});
    std::get<wire::PixPaid>(log.events.last().body).payments.first().payer = u"Zzlgpdpagador"_s;
    log.ofCharge(chat, made.charge, wire::PixSettled{u"Zzlgpdmotivo"_s});
    log.ofCharge(chat, made.charge, wire::PixRefundAsked{RefundId::create(), u"E1"_s, {1}, u"Zzlgpddevolver"_s});
    desk.catchUp(log);
    QVERIFY(!desk.filesWith("Zzlgpdpagador").isEmpty());
    log.add(wire::CustomerErased(), chat.subject());
    desk.catchUp(log);
    QCOMPARE(desk.filesWith("Zzlgpd"), QStringList());
    QCOMPARE(desk.filesWith("zzlgpd"), QStringList()); // as the index of words would have it
    QVERIFY(desk.read([](store::StoreReader &r) { return r.search().messages(u"1.234,56"_s, 9); }).isEmpty());
}

void tst_charges::theRecordSaysWhoReceives()
{
    EventLog log;
    const OperatorId ana = hire(log, u"Ana"_s);
    const OperatorId bruno = hire(log, u"Bruno"_s);
    Projection p;
    const auto account = [&] {
        const store::Applied applied = p.apply(log.page());
        Q_ASSERT(applied.changes.pixAccount);
        return *store::ChargeReader(p.db()).account();
    };
    by(log.add(wire::PixAccountChanged{record(u"caixa@flor.example"_s)}), ana);
    store::PixAccountRow now = account();
    QCOMPARE(now.account->key.value, u"caixa@flor.example"_s);
    QCOMPARE(now.changedAt, 0);
    QVERIFY(!now.proposed);
    by(log.add(wire::PixAccountProposed{record(u"outra@flor.example"_s), kLater}), bruno);
    now = account();
    QCOMPARE(now.account->key.value, u"caixa@flor.example"_s);
    QCOMPARE(now.changedAt, 0);
    QCOMPARE(now.proposed->key.value, u"outra@flor.example"_s);
    QCOMPARE(now.ripeAt, kLater);
    QCOMPARE(now.proposedBy, u"Bruno"_s);
    QCOMPARE(now.proposerId, bruno);
    log.add(wire::PixAccountKept());
    QVERIFY(!account().proposed);
    by(log.add(wire::PixAccountProposed{record(u"outra@flor.example"_s), kLater}), bruno);
    by(log.add(wire::PixAccountChanged{record(u"outra@flor.example"_s)}), ana);
    now = account();
    QCOMPARE(now.account->key.value, u"outra@flor.example"_s);
    QCOMPARE(now.changedAt, log.events.last().at);
    QCOMPARE(now.changedBy, u"Ana"_s);
    QVERIFY(!now.proposed);
}

void tst_charges::everythingIsReadByKey()
{
    EventLog log;
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {100});
    log.pay(chat, made.charge, {100});
    Projection p;
    QStringList plans = plansOf(p.db(), [&] { p.apply(log.page()); });
    plans += plansOf(p.db(), [&] {
        store::ChargeReader reader(p.db());
        QVERIFY(reader.ofCustomer(chat.conversation, 3));
        QVERIFY(reader.find(made.charge));
    });
    for (const QString &plan : std::as_const(plans)) {
        if (plan.contains(u"charge"))
            QVERIFY2(!plan.contains(u"SCAN"), qPrintable(plan));
    }
}

void tst_charges::whatThisDeskAsksForIsShownAtOnce()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Quanto é?"_s);
    desk.catchUp(log);
    const store::OutboxEntry entry = asked(chat, {12345});
    desk.write([&](store::StoreWriter &w) { return w.outbox().add(entry); });
    const store::PendingRow waits = desk.pending(chat.conversation).first();
    QVERIFY(waits.state == store::PendingRow::State::Waiting);
    QCOMPARE(waits.charge->amount, Money{12345});
    QCOMPARE(waits.charge->description, u"Bolo de cenoura"_s);
    const auto unsent = desk.read([](store::StoreReader &r) { return r.outbox().unsent(); });
    store::ConversationRow row;
    unsent.first().applyTo(row);
    QCOMPARE(row.preview, reaisShown({12345}));
    QCOMPARE(row.previewType, ContentType::Pix);
    desk.write([&](store::StoreWriter &w) { return w.outbox().refused(entry.id, u"offline"_s, 2); });
    const store::PendingRow refused = desk.pending(chat.conversation).first();
    QVERIFY(refused.state == store::PendingRow::State::Refused);
    QCOMPARE(refused.problem, u"offline"_s);
    QCOMPARE(refused.charge->amount, Money{12345});
}

void tst_charges::whatIsResolvedHereLeavesAtOnce()
{
    DeskStore desk;
    EventLog log;
    const Chat chat = log.open();
    const Charged made = log.charge(chat, {100});
    log.pay(chat, made.charge, {100});
    desk.catchUp(log);
    wire::ResolveConversation body;
    body.conversation = chat.conversation;
    const wire::Command command = wire::makeCommand(body, OperatorId::create(), 1);
    store::OutboxEntry resolves = entry(command.id, command.kind, chat);
    resolves.command = QJsonDocument(wire::toJson(command)).toJson(QJsonDocument::Compact);
    desk.write([&](store::StoreWriter &w) { return w.outbox().add(resolves); });
    const auto row = desk.read([&](store::StoreReader &r) -> Result<store::ConversationRow> {
        BALCAO_TAKE(auto found, r.conversations().find(chat.conversation));
        BALCAO_TAKE(const store::PendingWork work, r.pendingWork());
        if (!found->chip)
            return failure(Error::Kind::NotFound, u"no chip"_s);
        work.applyTo(*found, {}, {});
        return *found;
    });
    QVERIFY(!row.chip);
}

BALCAO_TEST(tst_charges)
#include "tst_charges.moc"
