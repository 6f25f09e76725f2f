// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/lastingacts.h"
#include "support/testmain.h"
#include "traces.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Two who wrote; a copy is made when they stand as `before` leaves them, goes on with `after`, and is served again.
struct Restored
{
    TestStore store;
    CustomerId rosa = writes(store, kRosaKnown, u"wamid.1"_s, u"oi"_s);
    CustomerId joao = writes(store, kJoaoKnown, u"wamid.2"_s, u"fica aqui"_s);

    void restore(const QList<wire::CommandBody> &before, const QList<wire::CommandBody> &after)
    {
        for (const wire::CommandBody &act : before)
            store.applyAsManager(act);
        const QString copy = store.file(u"copy.db"_s);
        const QString lasting = relay::lastingFile(store.path());
        if (!relay::backUpTo(store.data().connection(), copy))
            qFatal("no copy");
        for (const wire::CommandBody &act : after)
            store.applyAsManager(act);
        if (!relay::noteLastingActs(store.data(), lasting))
            qFatal("not noted");
        store.open(copy);
        if (!store.job([&](relay::RelayData &data) { return relay::redoLastingActs(data, lasting); }))
            qFatal("not done again");
    }
    bool isErased(CustomerId who) { return *store.data().people().isErased(who); }
    QString phoneOf(CustomerId who) { return store.data().people().identifiersOf(who)->waId; }
};

} // namespace

// Copies of the log, and what an older one must not bring back.
class tst_restores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoreUndoesNoErasureAndNoRevocation();
    void restoreErasesWhoWasPartedAndNobodyElse();
    void restoreErasesAllWhoWereMerged();
    void restoreErasesNobodyWhoWasPartedFromThem();
    void onlyWhatIsDurableIsNotedAndOnce();
    void aFileThatCannotBeWrittenUndoesNothingElse();
    void backupBeginsANewIncarnation();
    void backupWorksWhileServing();
    void waitingSendsAreInDoubtAfterARestore();
    void aCopyFromBeforeAMigrationIsMarked();
};

void tst_restores::restoreUndoesNoErasureAndNoRevocation()
{
    TestStore store;
    const CustomerId customer = writes(store, kRosaKnown, u"wamid.1"_s, u"oi"_s);
    DeskId desk;
    QVERIFY(store.job([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TAKE(const QString code, data.registry().newCode());
        BALCAO_TAKE(const auto paired, data.registry().pair(code, u"Caixa"_s, u"0123456789abcdef"_s));
        desk = paired->desk;
        return {};
    }));
    const QString copy = store.file(u"copy.db"_s);
    QVERIFY(relay::backUpTo(store.data().connection(), copy));
    store.applyAsManager(wire::EraseCustomer{customer, u"pedido"_s});
    store.applyAsManager(wire::RevokeDesk{desk});
    const QString lasting = relay::lastingFile(store.path());
    QVERIFY(relay::noteLastingActs(store.data(), lasting));

    store.open(copy);
    QVERIFY(!*store.data().people().isErased(customer));
    for (int start = 0; start < 2; ++start) {
        QVERIFY(store.job([&](relay::RelayData &data) { return relay::redoLastingActs(data, lasting); }));
        QVERIFY(*store.data().people().isErased(customer));
        QVERIFY(*store.data().registry().isRevoked(desk));
        QCOMPARE(store.of<wire::CustomerErased>().size(), 1); // desks hear of it, once
        QCOMPARE(store.of<wire::DeskRevoked>().size(), 1);
    }
    QVERIFY(!contentOf(store).contains(kRosaKnown.waId.toLatin1()));
}

void tst_restores::restoreErasesWhoWasPartedAndNobodyElse()
{
    Restored r;
    r.restore({wire::MergeCustomers{r.rosa, r.joao}},
              {wire::UnmergeCustomer{r.joao}, wire::EraseCustomer{r.joao, u"pedido"_s}});
    QVERIFY(r.isErased(r.joao));
    QVERIFY(!r.isErased(r.rosa));
    QCOMPARE(r.phoneOf(r.rosa), kRosaKnown.waId);
    QVERIFY(r.phoneOf(r.joao).isEmpty());
    QVERIFY(!contentOf(r.store).contains(kJoaoKnown.waId.toLatin1()));
}

void tst_restores::restoreErasesAllWhoWereMerged()
{
    Restored r;
    r.restore({}, {wire::MergeCustomers{r.rosa, r.joao}, wire::EraseCustomer{r.rosa, u"pedido"_s}});
    QVERIFY(r.isErased(r.rosa));
    QVERIFY(r.isErased(r.joao));
}

void tst_restores::restoreErasesNobodyWhoWasPartedFromThem()
{
    Restored r;
    r.restore({wire::MergeCustomers{r.rosa, r.joao}},
              {wire::UnmergeCustomer{r.joao}, wire::EraseCustomer{r.rosa, u"pedido"_s}});
    QVERIFY(r.isErased(r.rosa));
    QVERIFY(!r.isErased(r.joao));
    QCOMPARE(r.phoneOf(r.joao), kJoaoKnown.waId);
    QVERIFY(contentOf(r.store).contains("fica aqui"));
}

void tst_restores::onlyWhatIsDurableIsNotedAndOnce()
{
    TestStore store;
    const CustomerId rosa = writes(store, kRosaKnown, u"wamid.1"_s, u"oi"_s);
    const CustomerId joao = writes(store, kJoaoKnown, u"wamid.2"_s, u"oi"_s);
    const QString lasting = relay::lastingFile(store.path());
    relay::LastingActs acts(lasting);
    store.applyAsManager(wire::EraseCustomer{rosa, u"pedido"_s});
    acts.committed(store.head());
    store.applyAsManager(wire::EraseCustomer{joao, u"pedido"_s}); // as if not committed yet
    const auto note = [&](relay::RelayData &data) { return acts.note(data); };
    QVERIFY(store.job(note));
    const QByteArray first = bytesOf(lasting);
    QCOMPARE(first.count("customer "), 1);
    QVERIFY(first.contains(rosa.text().toLatin1()));
    QVERIFY(store.job(note));
    QCOMPARE(bytesOf(lasting), first);
    acts.committed(store.head());
    QVERIFY(store.job(note));
    QCOMPARE(bytesOf(lasting).count("customer "), 2);
    QVERIFY(bytesOf(lasting).contains(joao.text().toLatin1()));
    QVERIFY(relay::noteLastingActs(store.data(), lasting)); // another run of the program
    QCOMPARE(bytesOf(lasting).count("customer "), 2);
}

void tst_restores::aFileThatCannotBeWrittenUndoesNothingElse()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    store.applyAsManager(wire::EraseCustomer{*store.last<wire::MessageReceived>().subject.customer, u"pedido"_s});
    relay::LastingActs acts(store.file({})); // a folder
    acts.committed(store.head());
    const auto noted = store.job([&](relay::RelayData &data) { return acts.note(data); });
    QVERIFY(!noted);
    QCOMPARE(noted.error().kind, Error::Kind::Internal); // Storage would end the writer's whole batch
}

void tst_restores::backupBeginsANewIncarnation()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    const LogId log = *store.data().log().id();
    const qint64 head = store.head();
    const QString copy = store.file(u"copy.db"_s);
    QVERIFY(relay::backUpTo(store.data().connection(), copy));
    QVERIFY(!QFile::exists(copy + u"-wal"_s));
    store.text(kRosaKnown, u"wamid.2"_s, u"depois da cópia"_s);
    QVERIFY(!*store.data().log().restoredFrom(store.clock.nowMs()));

    store.open(copy);
    QVERIFY(*store.data().log().id() != log);
    QCOMPARE(store.head(), head);
    const auto from = store.data().log().restoredFrom(store.clock.nowMs());
    QVERIFY(from && *from);
    QVERIFY((*from)->log == log);
    QCOMPARE((*from)->head, head);
    const LogId second = *store.data().log().id();
    store.open(copy); // serving it again is no further restore
    QVERIFY(*store.data().log().id() == second);
    QVERIFY(*store.data().log().restoredFrom(store.clock.nowMs() + 30 * kDayMs));
    QVERIFY(!*store.data().log().restoredFrom(store.clock.nowMs() + 30 * kDayMs + 1));
    // The dedupe key went along: what stood in the copy is still known.
    QVERIFY(store.webhook(metaMessages(kRosaKnown, {metaText(kRosaKnown, u"wamid.1"_s, u"oi"_s)}) + ' '));
    QCOMPARE(store.head(), head);
}

void tst_restores::backupWorksWhileServing()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    auto reader = relay::RelayData::openReadOnly(store.path());
    QVERIFY(reader);
    const QString copy = store.file(u"copy.db"_s);
    const auto job = store.job([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.setMeta(u"x"_s, "not yet committed"));
        return relay::backUpTo(**reader, copy);
    });
    QVERIFY(job);
    store.open(copy);
    QVERIFY(store.data().meta(u"x"_s)->isEmpty());
    QCOMPARE(store.of<wire::MessageReceived>().size(), 1);
}

void tst_restores::waitingSendsAreInDoubtAfterARestore()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    wire::SendMessage send{MessageId::create(), *store.last<wire::MessageReceived>().subject.conversation, {}, {}};
    send.content.text = u"sai uma vez só"_s;
    store.apply(send);
    const QString copy = store.file(u"copy.db"_s);
    QVERIFY(relay::backUpTo(store.data().connection(), copy));
    store.open(copy);
    // The relay of which this is a copy may have sent it since.
    const auto open = store.data().outgoing().openAfter(0);
    QCOMPARE(open->size(), 1);
    QVERIFY(open->first().inDoubt);
    QVERIFY(!*store.data().outgoing().attemptStarted(send.message));
}

// Whoever goes back to it serves another log than the one that went on.
void tst_restores::aCopyFromBeforeAMigrationIsMarked()
{
    TestStore store;
    store.text(kRosaKnown, u"wamid.1"_s, u"oi"_s);
    const LogId log = *store.data().log().id();
    const QString before = store.path() + u".v3.bak"_s;
    QVERIFY(store.data().connection().copyInto(before));
    store.reopen();
    QVERIFY(*store.data().log().id() == log);
    store.open(before);
    QVERIFY(*store.data().log().id() != log);
    const auto from = store.data().log().restoredFrom(store.clock.nowMs());
    QVERIFY(from && *from && (*from)->log == log);
}

BALCAO_TEST(tst_restores)
#include "tst_restores.moc"
