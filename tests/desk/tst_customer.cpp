// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// The customer's panel: what is known, said and noted of the person.
class tst_customer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phoneIsMaskedUntilAskedForAndLogged();
    void whatWasSaidOfACustomerShowsBeforeTheRelayHasAnswered();
    void consentIsRecordedAndTakenBack();
    void customerNoteBeingWrittenStaysWithItsCustomer();
    void newerCustomerNoteIsShownBesideTheOwn();
    void eitherNoteIsKeptAndTheOtherCanComeBack();
    void refusedCustomerNoteComesBackAsADraft();
    void aNoteBegunBeforeAMergeGoesOn();
    void wordsAreFoundInAChatThatWasMergedWhileOpen();
    void aChatThatWasMergedWhileOpenIsBothChats();
    void whoeverLooksAtAMergedChatIsSeenThere();
    void theListFollowsAChatThatWasMerged();
    void aChatThatIsPartedAgainIsFollowedBack();
    void headSaysHowOftenTheyHaveCome();
    void historyLeadsToItsPlace();
    void chargesAreListedNewestFirst();
};

void tst_customer::phoneIsMaskedUntilAskedForAndLogged()
{
    Shop s;
    const QString masked = s.customer.phoneText();
    QVERIFY(masked.contains(u'•'));
    s.customer.reveal();
    QCOMPARE(s.workDone.did, QStringList{u"reveal phone"_s});
    QVERIFY(s.customer.isRevealed());
    QVERIFY(!s.customer.phoneText().contains(u'•'));
    QCOMPARE(CustomerPresenter::kRevealedMs, 30000);
    s.customer.setOperator(s.bruno); // somebody else: masked again
    QCOMPARE(s.customer.phoneText(), masked);
}

void tst_customer::whatWasSaidOfACustomerShowsBeforeTheRelayHasAnswered()
{
    Shop s;
    wire::CustomerConsented consent;
    consent.purpose = u"marketing"_s;
    s.pendWork(wire::RenameCustomer{s.rosa.customer, u"Rosa da feira"_s});
    s.pendWork(wire::NoteCustomer{s.rosa.customer, u"portão verde"_s});
    s.pendWork(wire::RecordConsent{s.rosa.customer, consent});
    s.customer.reload();
    QTRY_COMPARE(s.customer.name(), u"Rosa da feira"_s);
    QTRY_COMPARE(s.customer.note(), u"portão verde"_s); // each is kept by itself
    QTRY_COMPARE(s.customer.consents().last().answer, ConsentLine::Answer::No);
    QTRY_COMPARE(s.names(store::View::All), QStringList{u"Rosa da feira"_s});
}

void tst_customer::consentIsRecordedAndTakenBack()
{
    Shop s;
    QCOMPARE(s.customer.consents().size(), 2);
    QCOMPARE(s.customer.consents().first().answer, ConsentLine::Answer::Unknown);
    s.customer.setConsent(u"marketing"_s, true);
    QCOMPARE(s.workDone.did.last(), u"consent marketing yes"_s);
    QVERIFY(!s.undo.canUndo()); // it was never asked before: there is nothing to go back to
    wire::CustomerConsented consent;
    consent.purpose = u"marketing"_s;
    consent.granted = true;
    s.log.add(consent, s.rosa.subject());
    s.take();
    s.customer.reload();
    QTRY_COMPARE(s.customer.consents().last().answer, ConsentLine::Answer::Yes);
    s.customer.setConsent(u"marketing"_s, true);
    QCOMPARE(s.workDone.did.size(), 1);
    s.customer.setConsent(u"marketing"_s, false);
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), u"consent marketing yes"_s);
    s.customer.rename(u"Rosa L."_s);
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), u"rename Rosa Limeira"_s);
    s.customer.setNote(u"novo"_s, [](bool) {});
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), u"customer note "_s);
}

void tst_customer::customerNoteBeingWrittenStaysWithItsCustomer()
{
    Shop s;
    const Chat dita = s.log.open(u"Dita"_s);
    s.take();
    s.customer.beginNote();
    s.customer.writeNote(u"portão verde"_s);
    s.thread.open(dita.conversation);
    QTRY_COMPARE(s.customer.name(), u"Dita"_s);
    QVERIFY(!s.customer.isEditingNote());
    s.thread.open(s.rosa.conversation);
    QTRY_VERIFY(s.customer.isEditingNote());
    QCOMPARE(s.customer.noteDraft(), u"portão verde"_s);
    QVERIFY(s.workDone.did.isEmpty());
    // After a crash, for the same person and nobody else.
    CustomerPresenter later(s.source, s.workDone, s.thread, s.undo, s.wording, s.clock);
    later.setOperator(s.bruno);
    later.reload();
    QTRY_VERIFY(later.isKnown());
    later.setOperator(s.ana);
    QTRY_COMPARE(later.noteDraft(), u"portão verde"_s);
    s.customer.keepNote();
    QCOMPARE(s.workDone.did, QStringList{u"customer note portão verde"_s});
    QVERIFY(!s.customer.isEditingNote());
    CustomerPresenter last(s.source, s.workDone, s.thread, s.undo, s.wording, s.clock);
    last.setOperator(s.ana);
    last.reload();
    QTRY_VERIFY(last.isKnown());
    QVERIFY(!last.isEditingNote());
}

void tst_customer::newerCustomerNoteIsShownBesideTheOwn()
{
    Shop s;
    s.customer.beginNote();
    s.customer.writeNote(u"portão verde"_s);
    QVERIFY(!s.customer.isNoteInConflict());
    s.log.add(wire::CustomerNoted{u"alérgica a amendoim"_s}, s.rosa.subject());
    s.take();
    s.customer.reload();
    QTRY_VERIFY(s.customer.isNoteInConflict());
    QCOMPARE(s.customer.note(), u"alérgica a amendoim"_s);
    QCOMPARE(s.customer.noteDraft(), u"portão verde"_s);
    QVERIFY(!s.customer.conflictText().isEmpty());
    s.customer.dropNote();
    QVERIFY(!s.customer.isEditingNote());
}

void tst_customer::eitherNoteIsKeptAndTheOtherCanComeBack()
{
    Shop s;
    const auto meet = [&s](const QString &theirs, const QString &mine) {
        s.customer.beginNote();
        s.customer.writeNote(mine);
        s.log.add(wire::CustomerNoted{theirs}, s.rosa.subject());
        s.take();
        s.customer.reload();
        QTRY_VERIFY(s.customer.isNoteInConflict());
    };
    meet(u"alérgica a amendoim"_s, u"portão verde"_s);
    s.customer.keepTheirs();
    QVERIFY(!s.customer.isEditingNote());
    QVERIFY(s.workDone.did.isEmpty()); // theirs stands already
    s.undo.undo();
    QCOMPARE(s.customer.noteDraft(), u"portão verde"_s);
    QVERIFY(s.customer.isNoteInConflict());
    s.customer.keepNote();
    QCOMPARE(s.workDone.did, QStringList{u"customer note portão verde"_s});
    QVERIFY(!s.customer.isEditingNote());
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), u"customer note alérgica a amendoim"_s);
}

void tst_customer::refusedCustomerNoteComesBackAsADraft()
{
    Shop s;
    s.log.add(wire::CustomerNoted{u"alérgica"_s}, s.rosa.subject());
    s.take();
    s.customer.reload();
    QTRY_COMPARE(s.customer.note(), u"alérgica"_s);
    s.pendWork(wire::NoteCustomer{s.rosa.customer, u"portão verde"_s}, u"stale"_s);
    s.customer.reloadNoteDraft();
    QTRY_COMPARE(s.customer.noteDraft(), u"portão verde"_s);
    QVERIFY(s.customer.isNoteInConflict());
}

void tst_customer::aNoteBegunBeforeAMergeGoesOn()
{
    Shop s;
    const Chat dita = s.log.open(u"Dita"_s);
    s.take();
    s.thread.open(dita.conversation);
    QTRY_COMPARE(s.customer.name(), u"Dita"_s);
    s.customer.beginNote();
    s.customer.writeNote(u"portão verde"_s);
    s.joinToRosa(dita);
    s.customer.reload();
    QTRY_COMPARE(s.customer.name(), u"Rosa Limeira"_s);
    QTRY_COMPARE(s.customer.noteDraft(), u"portão verde"_s);
    s.customer.keepNote();
    QCOMPARE(s.workDone.did, QStringList{u"customer note portão verde"_s});
    CustomerPresenter later(s.source, s.workDone, s.thread, s.undo, s.wording, s.clock);
    later.setOperator(s.ana);
    later.reload();
    QTRY_VERIFY(later.isKnown());
    QVERIFY(!later.isEditingNote()); // nor does the joined one's come back
}

void tst_customer::wordsAreFoundInAChatThatWasMergedWhileOpen()
{
    Shop s;
    const Chat dita = s.log.open(u"Dita"_s);
    const MessageId said = s.log.receive(dita, u"um bolo de milho"_s);
    s.take();
    s.thread.open(dita.conversation);
    QTRY_VERIFY(s.thread.head().has_value());
    s.joinToRosa(dita);
    std::optional<Result<QList<MessageId>>> found;
    s.source.find(dita.conversation, u"milho"_s, 10, [&found](const Result<QList<MessageId>> &ids) { found = ids; });
    QTRY_VERIFY(found.has_value());
    QCOMPARE(**found, QList<MessageId>{said});
}

void tst_customer::aChatThatWasMergedWhileOpenIsBothChats()
{
    Shop s;
    const Chat dita = s.log.open(u"Dita"_s);
    const Chat other = s.log.open(u"Nilo"_s);
    s.take();
    s.thread.open(dita.conversation);
    QTRY_VERIFY(s.thread.head().has_value());
    s.joinToRosa(dita);
    QVERIFY(!s.thread.shows(s.rosa.conversation));
    s.thread.reload();
    QTRY_COMPARE(s.thread.standing(), s.rosa.conversation); // what is said of it from now on
    QVERIFY(s.thread.shows(s.rosa.conversation));
    QVERIFY(s.thread.shows(dita.conversation));
    QVERIFY(!s.thread.shows(other.conversation));
    s.thread.close();
    QVERIFY(!s.thread.shows(ConversationId()));
}

void tst_customer::whoeverLooksAtAMergedChatIsSeenThere()
{
    Shop s;
    const Chat dita = s.log.open(u"Dita"_s);
    s.log.receive(dita, u"Oi"_s);
    s.take();
    s.inbox.open(dita.conversation);
    s.thread.open(dita.conversation);
    QTRY_VERIFY(s.thread.head().has_value());
    QVERIFY(s.actions.viewed == dita.conversation);
    s.joinToRosa(dita);
    s.thread.reload();
    QTRY_VERIFY(s.actions.viewed == s.rosa.conversation);
    for (const Chat &named : {dita, s.rosa}) { // another desk may not have heard of the merge yet
        s.thread.setPresent({{u"Bruno"_s, named.conversation, true}});
        QCOMPARE(s.thread.whoElseWrites(), u"Bruno"_s);
        s.thread.setPresent({{u"Bruno"_s, named.conversation, false}});
        QVERIFY(s.thread.presenceText().contains(u"Bruno"));
    }
    // Chosen in the list, it is what is open already.
    const QSignalSpy opened(&s.thread, &ThreadPresenter::opened);
    s.thread.open(s.rosa.conversation);
    QVERIFY(s.thread.head().has_value());
    QCOMPARE(opened.size(), 0);
}

void tst_customer::theListFollowsAChatThatWasMerged()
{
    Shop s;
    const Chat nilo = s.log.open(u"Nilo"_s);
    const Chat dita = s.log.open(u"Dita"_s);
    s.log.receive(dita, u"Oi"_s);
    s.log.receive(nilo, u"Oi"_s); // the queue: Rosa, Dita, Nilo
    s.take();
    s.inbox.open(dita.conversation);
    s.thread.open(dita.conversation);
    QTRY_VERIFY(s.thread.head().has_value());
    s.joinToRosa(dita);
    s.thread.reload();
    QTRY_VERIFY(s.inbox.openNow() == s.rosa.conversation);
    QTRY_COMPARE(s.inbox.openRowNow(), 0);
    s.inbox.openNext();
    QTRY_VERIFY(s.inbox.openNow() == nilo.conversation); // and not Rosa, who is open already
}

void tst_customer::aChatThatIsPartedAgainIsFollowedBack()
{
    Shop s;
    const Chat dita = s.log.open(u"Dita"_s);
    s.log.receive(dita, u"Oi"_s);
    s.take();
    s.inbox.open(dita.conversation);
    s.thread.open(dita.conversation);
    s.joinToRosa(dita);
    s.thread.reload();
    QTRY_VERIFY(s.inbox.openNow() == s.rosa.conversation);
    wire::CustomerUnmerged parted;
    parted.from = dita.customer;
    parted.into = s.rosa.customer;
    parted.conversations = {{dita.conversation, s.rosa.conversation, {}, {}, {}}};
    s.log.add(parted, s.rosa.subject());
    s.take();
    s.thread.reload();
    QTRY_VERIFY(s.inbox.openNow() == dita.conversation);
    QVERIFY(s.actions.viewed == dita.conversation);
}

void tst_customer::headSaysHowOftenTheyHaveCome()
{
    Shop s;
    const auto now = [&s] { return s.customer.sinceText().section(u" · "_s, 1); };
    QCOMPARE(now(), u"1\u00a0conversation(s)"_s);
    s.log.add(wire::ConversationResolved(), s.rosa.subject());
    s.log.add(wire::ConversationReopened(), s.rosa.subject());
    s.take();
    s.customer.reload();
    QTRY_COMPARE(now(), u"2\u00a0conversation(s)"_s);
    const Chat other = s.log.open(u"Rosa L."_s);
    s.log.receive(other, u"Sou eu"_s);
    s.take();
    s.joinToRosa(other);
    s.customer.reload();
    QTRY_COMPARE(now(), u"3\u00a0conversation(s)"_s);
}

void tst_customer::historyLeadsToItsPlace()
{
    Shop s;
    const QSignalSpy found(&s.thread, &ThreadPresenter::found);
    s.log.add(wire::ConversationResolved(), s.rosa.subject());
    s.take();
    s.customer.reload();
    QTRY_COMPARE(s.customer.historyTexts().size(), 1);
    s.customer.openHistory(99);
    s.customer.openHistory(0);
    QTRY_COMPARE(found.size(), 1);
}

void tst_customer::chargesAreListedNewestFirst()
{
    Shop s;
    for (qint64 i = 1; i <= 25; ++i)
        s.log.charge(s.rosa, {i * 100}, i == 25 ? u"Broa"_s : QString());
    const Charged paid = s.log.charge(s.rosa, {8600});
    s.log.pay(s.rosa, paid.charge, {8600});
    s.take();
    s.customer.reload();
    QTRY_COMPARE(s.customer.charges().size(), 3);
    const ChargeLine newest = s.customer.charges().first();
    QCOMPARE(newest.amount, u"R$\u00a086,00"_s);
    QCOMPARE(newest.state, ChargeWords::tr("PAID"));
    QVERIFY(newest.tone == ChargeTone::Paid);
    QVERIFY(s.customer.charges()[1].sentence.contains(u"Broa"_s));
    QVERIFY(s.customer.charges()[1].tone == ChargeTone::Waiting);
    QCOMPARE(s.customer.moreChargesText(), CustomerPresenter::tr("see all"));
    s.customer.showMoreCharges();
    QTRY_COMPARE(s.customer.charges().size(), 20);
    QCOMPARE(s.customer.moreChargesText(), CustomerPresenter::tr("show more"));
    s.customer.showMoreCharges();
    QTRY_COMPARE(s.customer.charges().size(), 26);
    QCOMPARE(s.customer.moreChargesText(), QString());
    s.log.pay(s.rosa, paid.charge, {9000});
    s.take();
    s.customer.reload(); // what is shown stays as long
    QTRY_VERIFY(s.customer.charges().first().tone == ChargeTone::Wrong);
    QCOMPARE(s.customer.charges().size(), 26);
    QSignalSpy found(&s.thread, &ThreadPresenter::found);
    s.customer.openCharge(0);
    QTRY_COMPARE(found.size(), 1);
    s.thread.open(s.log.open(u"Outra"_s).conversation);
    QVERIFY(s.customer.charges().isEmpty());
}

BALCAO_TEST(tst_customer)
#include "tst_customer.moc"
