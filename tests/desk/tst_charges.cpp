// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/chargewords.h"
#include "desk/inboxmodel.h"
#include "desk/proofpresenter.h"
#include "openthread.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Asked : OpenThread
{
    OperatorId ana = OperatorId::create();
    ProofPresenter proof{presenter, clock};
    Charged made;

    explicit Asked(bool ofTheBank = true)
    {
        wire::Subject who;
        who.operatorId = ana;
        log.add(wire::OperatorAdded{u"Ana"_s, Role::Attendant}, who);
        presenter.setOperator(ana);
        log.receive(chat, u"Quanto fica?"_s);
        const auto until = ofTheBank ? std::optional(log.nextAt() + kHourMs) : std::nullopt;
        made = log.charge(chat, {7000}, u"Bolo de cenoura"_s, until, ana);
    }
    void issue() { log.issue(chat, made.charge, log.nextAt() + kHourMs); }
    void pay(qint64 centavos, const QList<wire::PixReturn> &returns = {})
    {
        log.pay(chat, made.charge, {centavos}, returns);
    }
    [[nodiscard]] ChargeLook look(int row = 1) { return at(row, ThreadChargeRole).value<ChargeLook>(); }
    [[nodiscard]] QString sentence(int row = 1) { return at(row, Qt::AccessibleTextRole).toString(); }
};

store::OutboxEntry pendingCharge(const Chat &chat, OperatorId by)
{
    wire::ChargePix body;
    body.charge = ChargeId::create();
    body.conversation = chat.conversation;
    body.message = MessageId::create();
    body.codeMessage = MessageId::create();
    body.amount = {12345};
    body.description = u"Torta"_s;
    const wire::Command command = wire::makeCommand(body, by, kLogStart);
    store::OutboxEntry entry;
    entry.id = command.id;
    entry.kind = command.kind;
    entry.conversation = chat.conversation;
    entry.message = body.message;
    entry.text = u"Segue o Pix"_s;
    entry.operatorId = by;
    entry.madeAt = kLogStart;
    entry.command = wire::canonicalJson(wire::toJson(command));
    return entry;
}

ChargeFacts facts(qint64 paid = 0)
{
    ChargeFacts f;
    f.amount = {7000};
    f.paid = {paid};
    f.hasCode = true;
    return f;
}

} // namespace

// What a charge says of itself at each step, in the thread, in the list, to who hears the screen.
class tst_charges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStepHasItsWordsAndColour();
    void onlyTheBanksWordIsGreen_data();
    void onlyTheBanksWordIsGreen();
    void anotherAmountIsToldInWords();
    void timePassesByTheRelaysClock();
    void thePaymentIsTold();
    void whatIsOnItsWayIsGreyAndRefusedIsOnlyDiscarded();
    void aFailedCardGoesAgainAsACharge();
    void theCodeIsShownShortAndCopiedWhole();
    void stampsChangeWithTheCharge();
    void aReceiptIsNoPayment();
    void theListSaysTheSameShorter();
    void failedComesFirstInTheList();
};

void tst_charges::eachStepHasItsWordsAndColour()
{
    Asked a;
    a.show();
    QCOMPARE(a.look().amount, u"R$\u00a070,00"_s);
    QCOMPARE(a.look().description, u"Bolo de cenoura"_s);
    QCOMPARE(a.look().chip, ChargeWords::tr("Sending"));
    QVERIFY(a.look().tone == ChargeTone::Plain && !a.look().ticks);
    QCOMPARE(a.at(1, ThreadAuthorRole).toString(), u"Ana"_s); // also one's own
    a.issue();
    a.show();
    QCOMPARE(a.look().chip, ChargeWords::tr("Waiting for the bank"));
    QCOMPARE(a.look().icon, u"bank"_s);
    QVERIFY(a.look().tone == ChargeTone::Waiting && a.look().ticks);
    const qint64 until = std::get<wire::PixIssued>(a.log.events.last().body).expiresAt;
    QVERIFY(a.look().foot.contains(a.wording.clock(until)));
    a.pay(7000);
    a.show();
    QCOMPARE(a.look().chip, ChargeWords::tr("PAID"));
    QVERIFY(a.look().tone == ChargeTone::Paid);
    QCOMPARE(a.look().foot,
             ChargeWords::tr("PAID · confirmed by the bank %1").arg(a.wording.clock(a.clock.nowMs() - 1000)));
    for (const QString &part : {u"Ana"_s, Wording::kindWord(ContentType::Pix), a.look().amount, a.look().description,
                                a.look().chip, a.at(1, ThreadTimeRole).toString()})
        QVERIFY2(a.sentence().contains(part), qPrintable(part));
}

void tst_charges::onlyTheBanksWordIsGreen_data()
{
    QTest::addColumn<int>("state");
    for (int state = 0; state <= static_cast<int>(ChargeState::Refused); ++state)
        QTest::addRow("%d", state) << state;
}

void tst_charges::onlyTheBanksWordIsGreen()
{
    QFETCH(const int, state);
    const auto is = static_cast<ChargeState>(state);
    QCOMPARE(ChargeWords::tone(is) == ChargeTone::Paid, is == ChargeState::Paid);
    QVERIFY(!ChargeWords::icon(is, ChargeKind::Bank).isEmpty());
    for (const ChargeKind kind : {ChargeKind::Shop, ChargeKind::Bank}) {
        QVERIFY(!ChargeWords::chip(is, kind).isEmpty());
        QCOMPARE(ChargeWords::chip(is, kind) == ChargeWords::tr("PAID"), is == ChargeState::Paid);
    }
    QVERIFY(ChargeWords::tone(ChargeState::Settled) == ChargeTone::ByHand);
}

void tst_charges::anotherAmountIsToldInWords()
{
    Asked a;
    a.issue();
    a.pay(8000);
    a.show();
    QVERIFY(a.look().tone == ChargeTone::Wrong);
    QCOMPARE(a.look().note,
             ChargeWords::tr("Paid too much: %1 instead of %2.").arg(u"R$\u00a080,00"_s, u"R$\u00a070,00"_s));
    QVERIFY(a.sentence().contains(a.look().note));
    a.pay(6000);
    a.show();
    QVERIFY(a.look().note.contains(u"60,00"_s));
    a.pay(7000, {{u"D1"_s, {7000}, wire::ReturnStatus::Done, true, 1}});
    a.show();
    QVERIFY(a.look().tone == ChargeTone::Wrong);
    QCOMPARE(a.look().chip, ChargeWords::tr("Taken back by the bank (MED)"));
}

void tst_charges::timePassesByTheRelaysClock()
{
    Asked a;
    a.issue();
    a.show();
    QVERIFY(a.look().tone == ChargeTone::Waiting);
    a.clock.advanceMs(2 * kHourMs);
    a.presenter.tick();
    QCOMPARE(a.look().chip, ChargeWords::tr("Expired"));
    QVERIFY(a.look().tone == ChargeTone::Plain);
}

void tst_charges::thePaymentIsTold()
{
    Asked a;
    a.issue();
    a.show();
    QSignalSpy told(&a.presenter, &ThreadPresenter::paid);
    a.pay(7000);
    a.show();
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().first().toString().contains(ChargeWords::tr("PAID")));
    a.log.status(a.chat, a.made.message, MessageState::Read);
    a.show();
    QCOMPARE(told.size(), 1);
}

void tst_charges::whatIsOnItsWayIsGreyAndRefusedIsOnlyDiscarded()
{
    Asked a;
    const store::OutboxEntry asked = pendingCharge(a.chat, a.ana);
    a.pend(asked);
    a.show();
    QCOMPARE(a.look(2).amount, u"R$\u00a0123,45"_s);
    QCOMPARE(a.look(2).chip, ChargeWords::tr("Sending"));
    QVERIFY(a.look(2).tone == ChargeTone::Plain);
    QVERIFY(a.at(2, ThreadActionsRole).toStringList().isEmpty());
    a.store.write([&](store::StoreWriter &w) { return w.outbox().refused(asked.id, u"no-bank"_s, 1); })
        .waitForFinished();
    a.show();
    QVERIFY(a.look(2).tone == ChargeTone::Wrong);
    QCOMPARE(a.at(2, ThreadProblemRole).toString(), Wording::refusal(u"no-bank"_s));
    QCOMPARE(a.presenter.model().actions(2), QList{ThreadAction::Discard});
    a.presenter.act(2, 0);
    QCOMPARE(a.actions.discarded, QList{asked.id});
}

void tst_charges::aFailedCardGoesAgainAsACharge()
{
    Asked a;
    a.issue();
    const MessageId code = a.log.sendCode(a.chat, a.made.charge);
    for (const MessageId &one : {a.made.message, code})
        a.log.status(a.chat, one, MessageState::Failed, wire::SendError{131026, {}});
    a.show();
    const ContentType types[] = {ContentType::Pix, ContentType::PixCode};
    for (const int row : {1, 2}) {
        QVERIFY(!a.at(row, ThreadProblemRole).toString().isEmpty());
        QCOMPARE(a.presenter.model().actions(row).first(), ThreadAction::SendAgain);
        a.presenter.act(row, 0);
        QCOMPARE(a.actions.lastCharge, (store::ChargeMessage{a.made.charge, types[row - 1]}));
    }
    QVERIFY(a.actions.again.last().endsWith(" of a charge"_L1));
    // What is over is not asked for again.
    a.log.ofCharge(a.chat, a.made.charge, wire::PixCancelled{});
    a.show();
    QVERIFY(!a.presenter.model().actions(1).contains(ThreadAction::SendAgain));
}

void tst_charges::theCodeIsShownShortAndCopiedWhole()
{
    Asked a(false);
    const QString code = u"00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-426655440000***6304AB12"_s;
    std::get<wire::PixCharged>(a.log.events.last().body).code = code;
    a.log.sendCode(a.chat, a.made.charge);
    a.show();
    QCOMPARE(a.look().chip, ChargeWords::tr("Waiting · to be confirmed by hand"));
    QVERIFY(code.startsWith(a.last().chopped(1)) && a.last().size() < 40);
    QCOMPARE(a.at(2, ThreadIconRole).toString(), u"copy"_s);
    QVERIFY(a.at(2, ThreadPlainRole).toBool() && !a.at(2, ThreadMutedRole).toBool());
    QCOMPARE(a.presenter.copyText({2}), code);
    QVERIFY(a.presenter.chargeOf(1) && a.presenter.chargeOf(2));
    QCOMPARE(a.presenter.chargeOf(1)->code, code);
    QVERIFY(!a.presenter.chargeOf(0));
    QVERIFY(!a.sentence(2).contains(u"0002"_s));
}

void tst_charges::stampsChangeWithTheCharge()
{
    Asked a;
    QSet<qulonglong> stamps;
    const auto stamp = [&] {
        a.show();
        stamps.insert(a.at(1, ThreadStampRole).toULongLong());
    };
    stamp();
    a.issue();
    stamp();
    a.pay(7000);
    stamp();
    a.pay(7100);
    stamp();
    QCOMPARE(stamps.size(), 4);
}

void tst_charges::aReceiptIsNoPayment()
{
    Asked a;
    a.issue();
    a.show();
    QVERIFY(a.proof.title().isEmpty() && a.proof.reply().isEmpty());
    wire::Content picture;
    picture.type = ContentType::Image;
    a.log.receive(a.chat, picture);
    a.show();
    QCOMPARE(a.proof.title(),
             ProofPresenter::tr("A receipt is no payment. The bank has not confirmed %1 yet.").arg(u"R$\u00a070,00"_s));
    QVERIFY(a.proof.reply().contains(u"{nome}"_s));
    const int last = a.rows() - 1;
    QCOMPARE(a.at(last, ThreadMarkRole).toString(), u"Bank has not confirmed"_s);
    QVERIFY(a.sentence(last).contains(u"Bank has not confirmed"_s));
    const auto stamp = a.at(last, ThreadStampRole);
    a.proof.dismiss();
    QVERIFY(a.proof.title().isEmpty());
    QVERIFY(a.at(last, ThreadMarkRole).toString().isEmpty());
    QVERIFY(a.at(last, ThreadStampRole) != stamp);
    a.log.receive(a.chat, picture);
    a.show();
    QVERIFY(!a.proof.title().isEmpty()); // another one
    a.clock.advanceMs(2 * kHourMs);
    QVERIFY(a.proof.title().isEmpty()); // it may not be paid any more
    a.pay(7000);
    a.show();
    QVERIFY(a.proof.title().isEmpty());
}

void tst_charges::theListSaysTheSameShorter()
{
    const auto said = [](const store::ChargeChip &chip, qint64 now = 0) { return ChargeWords::inList(chip, now); };
    store::ChargeChip chip{ChargeId::create(), ChargeKind::Bank, facts(), {}};
    chip.facts.expiresAt = 1000;
    QCOMPARE(said(chip).text, ChargeWords::tr("%1 · bank pending").arg(u"R$\u00a070,00"_s));
    QVERIFY(said(chip).tone == ChargeTone::Waiting);
    QVERIFY(said(chip, 2000).text.isEmpty()); // it is over
    chip.proof = MessageId::create();
    QCOMPARE(said(chip).text, ChargeWords::tr("%1 · unconfirmed").arg(u"R$\u00a070,00"_s));
    chip.facts = facts(7000);
    QCOMPARE(said(chip).text, ChargeWords::tr("PAID %1").arg(u"R$\u00a070,00"_s));
    QVERIFY(said(chip).tone == ChargeTone::Paid);
    chip.facts = facts(8000);
    QVERIFY(said(chip).tone == ChargeTone::Wrong && said(chip).text.endsWith(u"+ R$\u00a010,00"_s));
    chip.facts.settled = true;
    chip.facts.paid = {};
    QVERIFY(said(chip).text.isEmpty());
}

void tst_charges::failedComesFirstInTheList()
{
    Wording wording{QTimeZone("America/Sao_Paulo")};
    ManualClock clock{kLogStart};
    InboxModel model(wording, clock);
    store::ConversationRow row;
    row.id = ConversationId::create();
    row.windowUntil = kLogStart + kHourMs;
    row.previewOutbound = true;
    row.preview = u"R$\u00a0123,45"_s;
    row.previewType = ContentType::Pix;
    row.previewAuthor = u"Ana"_s;
    row.chip = store::ChargeChip{ChargeId::create(), ChargeKind::Bank, facts(7000), {}};
    model.show({row}, {}, 1);
    const auto at = [&](int role) { return model.index(0).data(role); };
    QCOMPARE(at(InboxChipKindRole).toInt(), static_cast<int>(ChipKind::Paid));
    QCOMPARE(at(InboxChipIconRole).toString(), u"pix"_s);
    QVERIFY(at(InboxPreviewRole).toString().contains(u"Ana"_s));
    QVERIFY(at(InboxPreviewRole).toString().endsWith(u"R$\u00a0123,45"_s));
    QVERIFY(at(Qt::AccessibleTextRole).toString().contains(at(InboxChipRole).toString()));
    row.lastOutState = MessageState::Failed;
    model.show({row}, {}, 1);
    QCOMPARE(at(InboxChipKindRole).toInt(), static_cast<int>(ChipKind::Danger));
    row.lastOutState = MessageState::Sent;
    row.chip.reset();
    model.show({row}, {}, 1);
    QCOMPARE(at(InboxChipIconRole).toString(), u"expiring"_s);
}

BALCAO_TEST(tst_charges)
#include "tst_charges.moc"
