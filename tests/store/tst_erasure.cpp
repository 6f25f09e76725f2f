// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "projection.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The log as the relay keeps it after the erasure (app/relay/store/upkeep.cpp): envelopes stay, these bodies too.
EventLog blanked(EventLog log, const QList<CustomerId> &who)
{
    const QStringList kept{u"customer.erased"_s,     u"customer.merged"_s,       u"customer.unmerged"_s,
                           u"conversation.opened"_s, u"conversation.reopened"_s, u"conversation.resolved"_s,
                           u"conversation.read"_s};
    for (wire::Event &event : log.events) {
        if (event.kind == u"customer.erased")
            break;
        if (event.subject.customer && who.contains(*event.subject.customer) && !kept.contains(event.kind))
            event.body = wire::Blank();
    }
    return log;
}

/// Anything that may happen to a chat.
void something(EventLog &log, const Chat &chat, QList<MessageId> &sent, QList<ChargeId> &charges,
               QRandomGenerator &random)
{
    wire::Subject subject = chat.subject();
    const MessageId any = sent.isEmpty() ? MessageId::create() : sent.at(random.bounded(int(sent.size())));
    subject.message = any;
    wire::Subject note = chat.subject();
    note.note = NoteId::create();
    const ChargeId charge = charges.isEmpty() ? ChargeId::create() : charges.at(random.bounded(int(charges.size())));
    wire::ConversationRead read;
    read.uptoSeq = log.head();
    wire::MessageEdited edited;
    edited.content = textContent(u"Zzlgpdeditado"_s);
    wire::CustomerConsented consented;
    consented.purpose = u"marketing"_s;
    consented.granted = true;
    switch (random.bounded(18)) {
    case 0:
        log.receive(chat, u"Zzlgpdquero"_s, log.nextAt() - random.bounded(5000));
        break;
    case 1:
        sent.append(log.accept(chat, u"Zzlgpdresposta"_s));
        break;
    case 2:
        log.status(chat, any, MessageState::Delivered);
        break;
    case 3:
        log.status(chat, MessageId::create(), MessageState::Read);
        break;
    case 4:
        log.add(wire::NoteAdded{u"Zzlgpdnota"_s}, note);
        break;
    case 5:
        log.add(wire::ConversationAssigned{OperatorId::create(), u"Zzlgpdcuida"_s}, chat.subject());
        break;
    case 6:
        log.add(wire::CustomerTagged{TagId::create()}, chat.subject());
        break;
    case 7:
        log.add(wire::CustomerNoted{u"Zzlgpdalergia"_s}, chat.subject());
        break;
    case 8:
        log.add(consented, chat.subject());
        break;
    case 9:
        log.add(wire::ConversationResolved(), chat.subject());
        break;
    case 10:
        log.add(wire::ConversationReopened(), chat.subject());
        break;
    case 11:
        log.add(read, chat.subject());
        break;
    case 12:
        log.add(edited, subject);
        break;
    case 13:
        log.add(wire::MessageRevoked(), subject);
        break;
    case 14:
        log.add(wire::ConversationSnoozed{log.nextAt() + kHourMs}, chat.subject());
        break;
    case 15:
        charges.append(log.charge(chat, {1234}, u"Zzlgpdbolo"_s).charge);
        sent.append(log.sendCode(chat, charges.last()));
        break;
    case 16:
        log.pay(chat, charge, {1234});
        break;
    case 17:
        log.ofCharge(chat, charge, wire::PixSettled{u"Zzlgpddinheiro"_s});
        break;
    }
}

} // namespace

// What an erasure leaves: nothing, wherever the words had gone, and the same on every desk.
class tst_erasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quoteInAnothersThreadGoesToo();
    void replayOfBlankBodiesEqualsTheLiveErasure_data();
    void replayOfBlankBodiesEqualsTheLiveErasure();
    void otherCustomersKeepEverything();
    void wordsGoFromEveryFileOfTheDesk();
    void erasureDuringARebuildReachesTheReplacedFile();
    void crashBeforeTheDraftsWereForgottenIsRepaired();
};

// As relays wrote while an answer to one could quote the other, when the two were one.
void tst_erasure::quoteInAnothersThreadGoesToo()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat b = log.open(u"João"_s);
    wire::Content quoting;
    quoting.text = u"sobre isso"_s;
    quoting.quote = wire::Quote{log.receive(b, u"um segredo"_s)};
    log.receive(a, quoting);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(a.conversation).first().quoteText, u"um segredo"_s);
    log.add(wire::CustomerErased(), b.subject());
    p.apply(log.page());
    QCOMPARE(p.thread(a.conversation).first().quoteText, QString());
}

void tst_erasure::replayOfBlankBodiesEqualsTheLiveErasure_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_erasure::replayOfBlankBodiesEqualsTheLiveErasure()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    EventLog log;
    const Chat a = log.open(u"Zzlgpdrosa"_s);
    const Chat b = log.open(u"Zzlgpdlimeira"_s);
    const Chat other = log.open(u"Dita"_s);
    QList<MessageId> sent;
    QList<MessageId> elsewhere;
    QList<ChargeId> charges;
    QList<ChargeId> othersCharges;
    const int mergeAt = random.bounded(60);
    for (int i = 0; i < 60; ++i) {
        if (i == mergeAt) {
            wire::Subject subject;
            subject.customer = a.customer;
            log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}},
                    subject);
        }
        something(log, random.bounded(2) ? a : b, sent, charges, random);
        something(log, other, elsewhere, othersCharges, random);
    }
    log.add(wire::CustomerErased(), a.subject());
    log.status(a, MessageId::create(), MessageState::Read);
    something(log, other, elsewhere, othersCharges, random);

    Projection live;
    live.apply(log.page());
    Projection replayed;
    replayed.apply(blanked(log, {a.customer, b.customer}).page());
    const QStringList seen = live.dump();
    const QStringList again = replayed.dump();
    for (const QString &row : seen)
        QVERIFY2(again.contains(row), qPrintable(row));
    QCOMPARE(again, seen);
    QVERIFY(live.countersAreRight());
    QCOMPARE(live.thread(a.conversation).size(), 1);
    QVERIFY(live.row(a.conversation).state == ConversationState::Resolved);
}

void tst_erasure::otherCustomersKeepEverything()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat other = log.open(u"Dita"_s);
    log.receive(other, u"Tem broa?"_s);
    log.receive(a, u"Quero dez"_s);
    log.add(wire::CustomerTagged{TagId::create()}, other.subject());
    Projection p;
    p.apply(log.page());
    const QStringList before = p.dump().filter(QString::fromLatin1(other.customer.bytes().toHex().toUpper()));
    QVERIFY(before.size() >= 3);
    log.add(wire::CustomerErased(), a.subject());
    p.apply(log.page());
    QCOMPARE(p.dump().filter(QString::fromLatin1(other.customer.bytes().toHex().toUpper())), before);
    QCOMPARE(p.thread(other.conversation).first().text, u"Tem broa?"_s);
}

void tst_erasure::wordsGoFromEveryFileOfTheDesk()
{
    DeskStore desk;
    EventLog log;
    const Chat a = log.open(u"Zzlgpdrosa"_s);
    log.receive(a, u"Zzlgpdquero dez"_s);
    desk.catchUp(log);
    const OperatorId ana = OperatorId::create();
    desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.drafts().save(a.conversation, ana, u"Zzlgpdrascunho"_s));
        const CommandId done = CommandId::create();
        BALCAO_TRY(w.outbox().add({done, u"message.send"_s, a.conversation, MessageId::create(), u"Zzlgpdenviada"_s,
                                   ana, 1, R"({"text":"Zzlgpdenviada"})"}));
        BALCAO_TRY(w.outbox().answered(done, false, 4, 1));
        return w.outbox().add({CommandId::create(),
                               u"customer.note"_s,
                               {},
                               {},
                               {},
                               ana,
                               1,
                               "{\"customer\":\"" + a.customer.text().toLatin1() + "\",\"text\":\"Zzlgpdalergia\"}"});
    });
    // A restore, so that a replaced file with their words stands aside.
    EventLog restored = log;
    restored.log = LogId::create();
    desk.catchUp(restored);
    QCOMPARE(desk.files(u"aside-*.db"_s).size(), 1);
    desk.close();
    QCOMPARE(desk.filesWith("Zzlgpd").size(), 3); // the projection, the one aside, local.db
    desk.open();
    restored.add(wire::CustomerErased(), a.subject());
    desk.catchUp(restored);
    QCOMPARE(desk.filesWith("Zzlgpd"), QStringList());
    QCOMPARE(desk.files(u"aside-*.db"_s).size(), 1);
    QCOMPARE(desk.unsent(), QStringList());
}

void tst_erasure::erasureDuringARebuildReachesTheReplacedFile()
{
    DeskStore desk;
    EventLog log;
    const Chat a = log.open(u"Zzlgpdrosa"_s);
    log.receive(a, u"Zzlgpdquero dez"_s);
    desk.catchUp(log);
    log.log = LogId::create();
    log.add(wire::CustomerErased(), a.subject());
    desk.catchUp(blanked(log, {a.customer}));
    QCOMPARE(desk.filesWith("Zzlgpd"), QStringList());
}

void tst_erasure::crashBeforeTheDraftsWereForgottenIsRepaired()
{
    DeskStore desk;
    EventLog log;
    const Chat a = log.open();
    log.add(wire::CustomerErased(), a.subject());
    desk.catchUp(log);
    // As if the process had ended between the page's commit and local.db's.
    desk.write(
        [&](store::StoreWriter &w) { return w.drafts().save(a.conversation, OperatorId::create(), u"Zzlgpd"_s); });
    desk.reopen();
    QCOMPARE(desk.filesWith("Zzlgpd"), QStringList());
}

BALCAO_TEST(tst_erasure)
#include "tst_erasure.moc"
