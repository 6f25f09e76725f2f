// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The cashier inside a whole relay, against a bank that answers as each test wants.

#include "core/brcode.h"
#include "core/txid.h"
#include "relay/bank/cashier.h"
#include "relay/bank/pollplan.h"
#include "relay/sending/sendingshop.h"
#include "relay/store/relaydata.h"
#include "scriptedbank.h"
#include "sql/connection.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const wire::PixRecord kAccount{PixKeyType::Random, u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"_s, u"Padaria Aurora"_s,
                               u"Campinas"_s};
constexpr Money kAmount{12'345};

QString dynamicCode(const QString &name = kAccount.name)
{
    BrCode code;
    code.url = u"pix.banco.exemplo.br/v2/5f3a9c"_s;
    code.name = name;
    code.city = kAccount.city;
    return brCodeText(code).value();
}

using Trouble = relay::BankTrouble;

} // namespace

class tst_cashier : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void aChargeIsRegisteredAndSent();
    void whatIsAskedIsDurableBefore();
    void afterALostAnswerItLooksBeforeItAsks_data();
    void afterALostAnswerItLooksBeforeItAsks();
    void aCertainNoIsSaid();
    void anAnswerThatPaysAnotherIsStopped_data();
    void anAnswerThatPaysAnotherIsStopped();
    void onlyTheBanksOwnAnswerPays();
    void aBankMayLeaveThePaymentsOutOfTheCharge();
    void aForgedHintChangesNothing();
    void aHintMakesItLookAtOnce();
    void theShopsOwnCodeIsConfirmedWhereTheBankSawIt();
    void aBankThatDoesNotFilterGivesNobodyAnothersMoney();
    void aPaymentThatWasNamedIsKeptUntilItWasLookedAt();
    void theForgottenAreNotAskedAgain();
    void whatCannotBeWrittenIsPutOff();
    void oneHintHoldsUpNoOther();
    void aCancelledChargeIsWithdrawn();
    void whatWasSettledByHandIsWithdrawn();
    void whatTheBankRemovedIsNotSent();
    void whatTheBankHasForgottenIsNotAskedAboutForEver();
    void whoPaidWhileItWasCancelledHasPaid();
    void moneyThatNoChargeAskedForIsTold();
    void aStatementThatWasReadIsSaid();
    void aBankThatStaysAwayRefusesIt();
    void theDailyLookFindsWhatWentBack();
    void whatWentBackIsFoundWithoutItsTxid();
    void init();
    void cleanup();

private:
    wire::ChargePix ask(ChargeKind kind = ChargeKind::Bank);
    void run(const std::function<Result<void>(relay::RelayData &)> &work);
    void hint(const QString &endToEndId, const QString &txid);
    void pass(qint64 ms);
    relay::Charge standing(ChargeId id);
    CustomerId customerOf(ConversationId id);

    std::unique_ptr<ScriptedBank> m_bank;
    std::unique_ptr<relay::Logger> m_log;
    std::unique_ptr<relay::Cashier> m_cashier;
};

void tst_cashier::init()
{
    start();
    m_bank = std::make_unique<ScriptedBank>();
    m_bank->code = dynamicCode();
    m_bank->now = [this] { return m_relay->clock.nowMs(); };
    run([](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.setMeta(relay::kDailyLookKey, QByteArray::number(data.clock().nowMs())));
        return data.setMeta(relay::kBankKey, "Banco Exemplo");
    });
    QCOMPARE(apply(wire::ProposePixAccount{kAccount}, managerSession()).status, wire::OutcomeStatus::Accepted);
    m_log = std::make_unique<relay::Logger>(m_relay->clock, [](const QByteArray &) {});
    m_cashier = std::make_unique<relay::Cashier>(m_relay->relay().writer(), *m_bank, m_relay->clock, *m_log);
    m_cashier->start({});
}

void tst_cashier::cleanup()
{
    m_cashier.reset();
    stop();
    m_bank.reset();
}

void tst_cashier::run(const std::function<Result<void>(relay::RelayData &)> &work)
{
    std::atomic<bool> done = false;
    QVERIFY(m_relay->relay().writer().post(work, [&done](const Result<void> &stored) {
        if (!stored)
            qFatal("job");
        done = true;
    }));
    QTRY_VERIFY(done);
}

wire::ChargePix tst_cashier::ask(ChargeKind kind)
{
    wire::ChargePix made;
    made.charge = ChargeId::create();
    made.conversation = m_rosa;
    made.message = MessageId::create();
    made.codeMessage = MessageId::create();
    made.kind = kind;
    made.amount = kAmount;
    made.description = u"Bolo"_s;
    made.text = u"Pix de R$ 123,45"_s;
    if (kind == ChargeKind::Bank)
        made.expiresAt = m_relay->clock.nowMs() + kHourMs;
    if (apply(made).status != wire::OutcomeStatus::Accepted)
        qFatal("charge");
    m_cashier->wake();
    return made;
}

void tst_cashier::hint(const QString &endToEndId, const QString &txid)
{
    run([&](relay::RelayData &data) { return data.charges().hinted(endToEndId, txid); });
    m_cashier->wake();
}

relay::Charge tst_cashier::standing(ChargeId id)
{
    relay::Charge found;
    run([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TAKE(const auto charge, data.charges().find(id));
        found = charge.value_or(relay::Charge());
        return {};
    });
    return found;
}

CustomerId tst_cashier::customerOf(ConversationId id)
{
    CustomerId found;
    run([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TAKE(const auto conversation, data.conversations().find(id));
        found = conversation ? conversation->customer : CustomerId();
        return {};
    });
    return found;
}

void tst_cashier::pass(qint64 ms)
{
    m_relay->clock.advanceMs(ms);
    m_cashier->wake();
}

void tst_cashier::aChargeIsRegisteredAndSent()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    QCOMPARE(m_bank->orders.size(), 1);
    const relay::ChargeOrder order = m_bank->orders.first();
    QCOMPARE(order.txid, chargeTxidOf(asked.charge));
    QCOMPARE(order.amount, kAmount);
    QCOMPARE(order.key, kAccount.key);
    QCOMPARE(order.expiresInSeconds, kHourMs / kSecondMs);
    QCOMPARE(told<wire::PixIssued>().first().key, kAccount.key);
    settle();
    QTRY_COMPARE(m_graph->textsTo(kRosaNumber), QStringList({asked.text, m_bank->code}));
    QVERIFY(told<wire::PixPaid>().isEmpty());
}

void tst_cashier::whatIsAskedIsDurableBefore()
{
    int seen = -1;
    m_bank->beforePut = [&] {
        const auto file = relay::RelayData::openReadOnly(relay::Relay::dataFile(m_relay->dataDir()));
        const auto tried =
            (*file)->prepare(u"SELECT count(*) FROM charge WHERE tried = 1"_s).one([](const sql::Statement &row) {
                return static_cast<int>(row.int64(0));
            });
        seen = tried.value().value_or(-1);
    };
    ask();
    QTRY_COMPARE(seen, 1);
}

void tst_cashier::afterALostAnswerItLooksBeforeItAsks_data()
{
    QTest::addColumn<bool>("acted");
    QTest::addColumn<int>("puts");
    QTest::newRow("the bank had done it") << true << 1;
    QTest::newRow("the bank had not") << false << 2;
}

void tst_cashier::afterALostAnswerItLooksBeforeItAsks()
{
    QFETCH(const bool, acted);
    QFETCH(const int, puts);
    m_bank->next = {ScriptedBank::trouble(Trouble::Unknown)};
    m_bank->actsBeforeItFails = acted;
    ask();
    QTRY_COMPARE(m_bank->asked, QStringList({u"put"_s}));
    QTRY_VERIFY(m_bank->next.isEmpty());
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    QCOMPARE(m_bank->asked.mid(0, 2), QStringList({u"put"_s, u"find"_s}));
    QCOMPARE(m_bank->orders.size(), puts);
    QCOMPARE(m_bank->orders.first(), m_bank->orders.last());
}

void tst_cashier::aCertainNoIsSaid()
{
    m_bank->next = {ScriptedBank::trouble(Trouble::Refused, u"CobOperacaoInvalida"_s)};
    ask();
    QTRY_COMPARE(told<wire::PixRefused>().size(), 1);
    QCOMPARE(told<wire::PixRefused>().first().reason, u"CobOperacaoInvalida"_s);
    settle();
    QVERIFY(m_graph->textsTo(kRosaNumber).isEmpty());
}

void tst_cashier::anAnswerThatPaysAnotherIsStopped_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"key", "amount", "name", "unreadable"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void tst_cashier::anAnswerThatPaysAnotherIsStopped()
{
    QFETCH(const QString, what);
    m_bank->twist = [what](relay::BankCharge &charge) {
        if (what == "key"_L1)
            charge.key = u"ladrao@exemplo.br"_s;
        else if (what == "amount"_L1)
            charge.amount = Money{1};
        else if (what == "name"_L1)
            charge.code = dynamicCode(u"Outra Loja"_s);
        else
            charge.code.clear();
    };
    ask();
    QTRY_COMPARE(told<wire::PixRefused>().size(), 1);
    QCOMPARE(told<wire::PixRefused>().first().reason, u"payee-"_s + what);
    QTRY_VERIFY(m_bank->asked.contains(u"cancel"_s)); // nobody may pay what was registered
    settle();
    QVERIFY(told<wire::PixIssued>().isEmpty());
    QVERIFY(m_graph->textsTo(kRosaNumber).isEmpty());
}

void tst_cashier::onlyTheBanksOwnAnswerPays()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->pay(chargeTxidOf(asked.charge), u"E1"_s, kAmount);
    const qsizetype looks = m_bank->asked.count(u"find"_s);
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
    QCOMPARE(m_bank->asked.count(u"find"_s), looks + 1);
    QCOMPARE(told<wire::PixPaid>().first().payments.first().endToEndId, u"E1"_s);
    // Nothing more to look for: it is not asked about again.
    pass(kHourMs);
    settle();
    QCOMPARE(m_bank->asked.count(u"find"_s), looks + 1);
}

void tst_cashier::aBankMayLeaveThePaymentsOutOfTheCharge()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->pay(chargeTxidOf(asked.charge), u"E1"_s, kAmount);
    m_bank->twist = [](relay::BankCharge &charge) {
        charge.status = relay::BankChargeStatus::Completed;
        charge.payments.clear();
    };
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
    QVERIFY(m_bank->asked.contains(u"list"_s));
}

void tst_cashier::aForgedHintChangesNothing()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    hint(u"E-forged"_s, chargeTxidOf(asked.charge));
    QTRY_VERIFY(m_bank->asked.contains(u"find"_s));
    hint(u"E-forged"_s, u"nobodys"_s);
    QTRY_VERIFY(m_bank->asked.contains(u"payment"_s));
    settle();
    QVERIFY(told<wire::PixPaid>().isEmpty());
}

void tst_cashier::aHintMakesItLookAtOnce()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->pay(chargeTxidOf(asked.charge), u"E1"_s, kAmount);
    hint(u"E1"_s, chargeTxidOf(asked.charge)); // the clock stands still: only the hint can be why
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
}

void tst_cashier::theShopsOwnCodeIsConfirmedWhereTheBankSawIt()
{
    const wire::ChargePix asked = ask(ChargeKind::Shop);
    m_bank->pay(staticTxidOf(asked.charge), u"E1"_s, kAmount);
    hint(u"E1"_s, staticTxidOf(asked.charge));
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
    QVERIFY(m_bank->asked.contains(u"list"_s));
}

void tst_cashier::aBankThatDoesNotFilterGivesNobodyAnothersMoney()
{
    m_bank->ignoresTxid = true;
    const wire::ChargePix first = ask(ChargeKind::Shop);
    const wire::ChargePix second = ask(ChargeKind::Shop);
    m_bank->pay(staticTxidOf(first.charge), u"E1"_s, Money{1});
    m_bank->pay(staticTxidOf(second.charge), u"E2"_s, kAmount);
    hint(u"E1"_s, staticTxidOf(first.charge));
    hint(u"E2"_s, staticTxidOf(second.charge));
    QTRY_COMPARE(told<wire::PixPaid>().size(), 2);
    settle();
    QCOMPARE(standing(first.charge).facts.paid, Money{1});
    QCOMPARE(standing(second.charge).facts.paid, kAmount);
}

/// The daily look counts as done, and the one answer that mattered was lost.
void tst_cashier::aPaymentThatWasNamedIsKeptUntilItWasLookedAt()
{
    const wire::ChargePix asked = ask(ChargeKind::Shop);
    m_bank->pay(staticTxidOf(asked.charge), u"E1"_s, kAmount);
    m_bank->failLists = 1;
    hint(u"E1"_s, staticTxidOf(asked.charge));
    QTRY_COMPARE(m_bank->failLists, 0);
    QTRY_VERIFY(standing(asked.charge).lookAt.has_value());
    pass(kHourMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
}

void tst_cashier::theForgottenAreNotAskedAgain()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->pay(chargeTxidOf(asked.charge), u"E1"_s, kAmount);
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
    QCOMPARE(apply(wire::EraseCustomer{customerOf(m_rosa), u"pedido"_s}, managerSession()).status,
             wire::OutcomeStatus::Accepted);
    m_bank->paid[u"E1"_s].returns = {{u"D1"_s, u"R1"_s, kAmount, relay::BankReturnStatus::Returned,
                                      relay::BankReturnNature::MedFraud, m_relay->clock.nowMs()}};
    m_bank->paid[u"E1"_s].payerName = u"Rosa de Souza"_s;
    hint(u"E1"_s, chargeTxidOf(asked.charge));
    QTRY_COMPARE(standing(asked.charge).facts.withdrawn, kAmount); // the books go on
    QCOMPARE(told<wire::PixPaid>().last().payments.first().payer, QString());
    QCOMPARE(m_bank->orders.size(), 1);
    const qsizetype looks = m_bank->asked.size();
    settle();
    QCOMPARE(m_bank->asked.size(), looks);
}

/// A message that took the id which the code was to have: the charge rests, and the bank is left alone.
void tst_cashier::whatCannotBeWrittenIsPutOff()
{
    m_bank->next = {ScriptedBank::trouble(Trouble::Unreachable)};
    const wire::ChargePix asked = ask();
    QTRY_VERIFY(m_bank->next.isEmpty());
    wire::SendMessage squatter{asked.codeMessage, m_joao, {}, {}};
    squatter.content.text = u"oi"_s;
    QCOMPARE(apply(squatter).status, wire::OutcomeStatus::Rejected); // the id is the charge's
    run([&](relay::RelayData &data) {
        return data.connection()
            .prepare(u"INSERT INTO message (id, conversation, seq, outbound, state) VALUES (?, ?, 1, 1, 2)"_s)
            .bind(asked.codeMessage)
            .bind(m_joao)
            .run();
    });
    pass(kMinuteMs);
    QTRY_COMPARE(m_bank->orders.size(), 2);
    settle();
    QVERIFY(m_bank->asked.size() <= 6);
    QVERIFY(*standing(asked.charge).lookAt > m_relay->clock.nowMs() + kMinuteMs);
}

void tst_cashier::oneHintHoldsUpNoOther()
{
    const wire::ChargePix asked = ask(ChargeKind::Shop);
    m_bank->spoiltPayment = u"E-forged"_s;
    run([](relay::RelayData &data) { return data.charges().hinted(u"E-forged"_s, {}); });
    m_relay->clock.advanceMs(kSecondMs);
    m_bank->pay(staticTxidOf(asked.charge), u"E1"_s, kAmount);
    hint(u"E1"_s, u"unknown"_s); // as if the bank had left the txid out
    for (int i = 0; i < 10 && told<wire::PixPaid>().isEmpty(); ++i) {
        pass(2 * kSecondMs);
        settle();
    }
    QCOMPARE(told<wire::PixPaid>().size(), 1);
}

void tst_cashier::aCancelledChargeIsWithdrawn()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
    m_bank->next = {ScriptedBank::trouble(Trouble::Unreachable)};
    m_cashier->wake();
    QTRY_COMPARE(m_bank->asked.count(u"cancel"_s), 1);
    QTRY_VERIFY(m_bank->next.isEmpty());
    pass(kHourMs);
    QTRY_COMPARE(m_bank->asked.count(u"cancel"_s), 2); // until the bank has heard of it
    settle();
    pass(kHourMs);
    settle();
    QCOMPARE(m_bank->asked.count(u"cancel"_s), 2);
}

/// Paid in cash, say: nobody is to pay it once more.
void tst_cashier::whatWasSettledByHandIsWithdrawn()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    QCOMPARE(apply(wire::SettleCharge{asked.charge, u"em dinheiro"_s}, managerSession()).status,
             wire::OutcomeStatus::Accepted);
    m_cashier->wake();
    QTRY_COMPARE(m_bank->asked.count(u"cancel"_s), 1);
    settle();
    QVERIFY(!standing(asked.charge).withdraw);
}

/// Its answer was lost, and by the next look somebody has removed it there.
void tst_cashier::whatTheBankRemovedIsNotSent()
{
    m_bank->next = {ScriptedBank::trouble(Trouble::Unknown)};
    m_bank->actsBeforeItFails = true;
    ask();
    QTRY_VERIFY(m_bank->next.isEmpty());
    m_bank->twist = [](relay::BankCharge &charge) { charge.status = relay::BankChargeStatus::RemovedByBank; };
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixRefused>().size(), 1);
    QCOMPARE(told<wire::PixRefused>().first().reason, u"removed"_s);
    settle();
    QVERIFY(told<wire::PixIssued>().isEmpty());
    QVERIFY(m_graph->textsTo(kRosaNumber).isEmpty());
}

void tst_cashier::whatTheBankHasForgottenIsNotAskedAboutForEver()
{
    ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->charges.clear();
    pass(kMinuteMs);
    QTRY_COMPARE(m_bank->asked.count(u"find"_s), 1);
    settle();
    pass(relay::kGraceAfterExpiryMs + 2 * kHourMs);
    QTRY_COMPARE(m_bank->asked.count(u"find"_s), 2); // once more, and that is the end
    settle();
    pass(kDayMs);
    customerWrites(kBystanderNumber, kOtherChannel); // whose window has closed
    settle();
    QCOMPARE(m_bank->asked.count(u"find"_s), 2);
}

void tst_cashier::whoPaidWhileItWasCancelledHasPaid()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->pay(chargeTxidOf(asked.charge), u"E1"_s, kAmount);
    QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
    m_bank->next = {ScriptedBank::trouble(Trouble::Refused, u"CobOperacaoInvalida"_s)};
    m_cashier->wake();
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
}

void tst_cashier::moneyThatNoChargeAskedForIsTold()
{
    run([](relay::RelayData &data) { return data.strays().begin("bank"); });
    m_bank->pay(u"nobodys"_s, u"E9"_s, Money{2'500});
    hint(u"E9"_s, u"nobodys"_s);
    QTRY_COMPARE(told<wire::PixStray>().size(), 1);
    QCOMPARE(told<wire::PixStray>().first().payment.amount, Money{2'500});
    hint(u"E9"_s, u"nobodys"_s);
    settle();
    QCOMPARE(told<wire::PixStray>().size(), 1);
    QVERIFY(told<wire::PixPaid>().isEmpty());
    // Straight to the key: no webhook names it, and it need not wait for the next day.
    m_bank->pay({}, u"E10"_s, Money{700});
    pass(relay::kRecentLookMs);
    QTRY_COMPARE(told<wire::PixStray>().size(), 2);
    QCOMPARE(told<wire::PixStray>().last().payment.amount, Money{700});
}

/// To its last line, and once what it brought is told.
void tst_cashier::aStatementThatWasReadIsSaid()
{
    QList<std::pair<qint64, qsizetype>> read;
    connect(m_cashier.get(), &relay::Cashier::statementRead, this, [&](qint64 at) {
        read.append({at, told<wire::PixStray>().size()});
    });
    run([](relay::RelayData &data) { return data.strays().begin("bank"); });
    m_bank->unreadPayments = 1;
    const auto lists = [this] { return m_bank->asked.count(u"list"_s); };
    const auto before = lists();
    pass(relay::kRecentLookMs);
    QTRY_VERIFY(lists() > before);
    settle();
    QVERIFY(read.isEmpty());
    m_bank->unreadPayments = 0;
    const auto again = lists();
    pass(relay::kRecentLookMs); // does not go back to the line that was not read
    QTRY_VERIFY(lists() > again);
    settle();
    QVERIFY(read.isEmpty());
    m_bank->pay({}, u"E1"_s, kAmount);
    pass(relay::kDailyLookMs);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.first(), std::pair(m_relay->clock.nowMs(), qsizetype(1)));
}

void tst_cashier::aBankThatStaysAwayRefusesIt()
{
    m_bank->next = {ScriptedBank::trouble(Trouble::Unreachable)};
    ask();
    QTRY_VERIFY(m_bank->next.isEmpty());
    settle();
    QVERIFY(told<wire::PixRefused>().isEmpty()); // it waits
    pass(2 * kHourMs);
    QTRY_COMPARE(told<wire::PixRefused>().size(), 1);
    QCOMPARE(told<wire::PixRefused>().first().reason, u"expired"_s);
    QCOMPARE(m_bank->orders.size(), 1);
}

void tst_cashier::theDailyLookFindsWhatWentBack()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->pay(chargeTxidOf(asked.charge), u"E1"_s, kAmount);
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
    m_bank->paid[u"E1"_s].returns = {{u"D1"_s, u"R1"_s, kAmount, relay::BankReturnStatus::Returned,
                                      relay::BankReturnNature::MedFraud, m_relay->clock.nowMs()}};
    pass(25 * kHourMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 2);
    QVERIFY(told<wire::PixPaid>().last().payments.first().returns.first().byBank);
}

// Some banks leave out in a list which charge it was.
void tst_cashier::whatWentBackIsFoundWithoutItsTxid()
{
    const wire::ChargePix asked = ask();
    QTRY_COMPARE(told<wire::PixIssued>().size(), 1);
    m_bank->pay(chargeTxidOf(asked.charge), u"E1"_s, kAmount);
    pass(kMinuteMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 1);
    m_bank->paid[u"E1"_s].txid.clear();
    m_bank->paid[u"E1"_s].returns = {{u"D1"_s, u"R1"_s, kAmount, relay::BankReturnStatus::Returned,
                                      relay::BankReturnNature::MedFraud, m_relay->clock.nowMs()}};
    pass(25 * kHourMs);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 2);
    QVERIFY(told<wire::PixStray>().isEmpty());
}

BALCAO_TEST(tst_cashier)
#include "tst_cashier.moc"
