// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The refunder inside a whole relay, against a bank that answers as each test wants.

#include "core/txid.h"
#include "relay/bank/refunder.h"
#include "relay/sending/sendingshop.h"
#include "relay/store/relaydata.h"
#include "scriptedbank.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Trouble = relay::BankTrouble;
using Status = relay::BankReturnStatus;

constexpr Money kPaid{10'000};
constexpr Money kBack{2'500};
const QString kPix = u"E0000000020261128120000000000001"_s;

} // namespace

// Money that goes back: once, and only as far as the bank says so.
class tst_refunder : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void theBankIsAskedOnceAndItsWordCounts();
    void whatIsUnderWayIsWatchedToItsEnd_data();
    void whatIsUnderWayIsWatchedToItsEnd();
    void whatIsAskedIsDurableBefore();
    void afterALostAnswerItLooksBeforeItAsks_data();
    void afterALostAnswerItLooksBeforeItAsks();
    void aCertainNoIsSaid_data();
    void aCertainNoIsSaid();
    void aRefusalOfWhatWasDoneBeforeIsNoRefusal();
    void whileNobodyKnowsNothingIsSaid();
    void whatWentBackByAnotherHandStopsIt();
    void whatTheBankHasIsNotAskedForAgain();
    void aNoAfterALostAnswerIsNotBelievedAtOnce();
    void whatIsNotTakenWithinADayIsGivenUp();
    void anotherBankIsNotAskedForIt();
    void init();
    void cleanup();

private:
    RefundId ask();
    void run(const std::function<Result<void>(relay::RelayData &)> &work);
    void pass(qint64 ms);
    Money returned();
    bool isOpen(RefundId id);

    std::unique_ptr<ScriptedBank> m_bank;
    std::unique_ptr<relay::Logger> m_log;
    std::unique_ptr<relay::Refunder> m_refunder;
    ChargeId m_charge;
};

void tst_refunder::init()
{
    start();
    m_bank = std::make_unique<ScriptedBank>();
    m_bank->now = [this] { return m_relay->clock.nowMs(); };
    m_bank->pay({}, kPix, kPaid);
    m_bank->passes = 1; // its look at the payment
    m_charge = ChargeId::create();
    const wire::PixRecord account{PixKeyType::Random, u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"_s, u"Padaria Aurora"_s,
                                  u"Campinas"_s};
    QCOMPARE(apply(wire::ProposePixAccount{account}, managerSession()).status, wire::OutcomeStatus::Accepted);
    wire::ChargePix asked;
    asked.charge = m_charge;
    asked.conversation = m_rosa;
    asked.message = MessageId::create();
    asked.codeMessage = MessageId::create();
    asked.amount = kPaid;
    asked.text = u"Pix"_s;
    QCOMPARE(apply(asked).status, wire::OutcomeStatus::Accepted);
    run([this](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.setMeta(relay::kRefundsKey, "1"));
        BALCAO_TRY(data.refunds().begin("Banco"));
        BALCAO_TAKE(const auto charge, data.charges().find(m_charge));
        return data.charges().paid(*charge, {{kPix, kPaid, data.clock().nowMs(), {}, {}}});
    });
    m_relay->clock.advanceMs(kDayMs); // the desk has been there for a while
    m_log = std::make_unique<relay::Logger>(m_relay->clock, [](const QByteArray &) {});
    m_refunder = std::make_unique<relay::Refunder>(m_relay->relay().writer(), *m_bank, m_relay->clock, *m_log);
    m_refunder->start();
}

void tst_refunder::cleanup()
{
    m_refunder.reset();
    stop();
    m_bank.reset();
}

void tst_refunder::run(const std::function<Result<void>(relay::RelayData &)> &work)
{
    std::atomic<bool> done = false;
    QVERIFY(m_relay->relay().writer().post(work, [&done](const Result<void> &stored) {
        if (!stored)
            qFatal("job");
        done = true;
    }));
    QTRY_VERIFY(done);
}

RefundId tst_refunder::ask()
{
    const wire::RefundPix asked{RefundId::create(), m_charge, kBack, {}, u"Veio sem cobertura"_s};
    if (apply(asked, managerSession()).status != wire::OutcomeStatus::Accepted)
        qFatal("refund");
    m_refunder->wake();
    return asked.refund;
}

void tst_refunder::pass(qint64 ms)
{
    m_relay->clock.advanceMs(ms);
    m_refunder->wake();
}

Money tst_refunder::returned()
{
    Money found;
    run([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TAKE(const auto charge, data.charges().find(m_charge));
        found = charge->facts.returned;
        return {};
    });
    return found;
}

bool tst_refunder::isOpen(RefundId id)
{
    bool found = false;
    run([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TAKE(const auto refund, data.refunds().find(id));
        found = !refund->ended;
        return {};
    });
    return found;
}

void tst_refunder::theBankIsAskedOnceAndItsWordCounts()
{
    const RefundId id = ask();
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(told<wire::PixRefundEnded>().first().done);
    QCOMPARE(m_bank->refunds.size(), 1);
    QCOMPARE(m_bank->refunds.first(), (relay::RefundOrder{kPix, refundIdOf(id), kBack, {}}));
    QCOMPARE(returned(), kBack);
    pass(kHourMs);
    run([](relay::RelayData &) { return Result<void>(); });
    QCOMPARE(m_bank->asked, (QStringList{u"payment"_s, u"refund"_s}));
}

void tst_refunder::whatIsUnderWayIsWatchedToItsEnd_data()
{
    QTest::addColumn<bool>("done");
    QTest::newRow("it went back") << true;
    QTest::newRow("it did not") << false;
}

void tst_refunder::whatIsUnderWayIsWatchedToItsEnd()
{
    QFETCH(const bool, done);
    m_bank->returnStatus = Status::InProgress;
    const RefundId id = ask();
    QTRY_COMPARE(m_bank->asked.size(), 2);
    QTRY_COMPARE(told<wire::PixPaid>().size(), 2);
    QCOMPARE(returned(), Money{});
    QVERIFY(isOpen(id));
    QVERIFY(told<wire::PixRefundEnded>().isEmpty());
    m_bank->returned[refundIdOf(id)].status = done ? Status::Returned : Status::NotDone;
    pass(kHourMs);
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QCOMPARE(told<wire::PixRefundEnded>().first().done, done);
    QCOMPARE(told<wire::PixRefundEnded>().first().fault, done ? QString() : u"not-done"_s);
    QCOMPARE(returned(), done ? kBack : Money{});
    QCOMPARE(m_bank->refunds.size(), 1);
}

void tst_refunder::whatIsAskedIsDurableBefore()
{
    int seen = -1;
    m_bank->beforePut = [&] {
        const auto file = relay::RelayData::openReadOnly(relay::Relay::dataFile(m_relay->dataDir()));
        const auto tried =
            (*file)->prepare(u"SELECT count(*) FROM refund WHERE puts = 1"_s).one([](const sql::Statement &row) {
                return static_cast<int>(row.int64(0));
            });
        seen = tried.value().value_or(-1);
    };
    ask();
    QTRY_COMPARE(seen, 1);
}

void tst_refunder::afterALostAnswerItLooksBeforeItAsks_data()
{
    QTest::addColumn<bool>("acted");
    QTest::addColumn<int>("puts");
    QTest::newRow("the bank had done it") << true << 1;
    QTest::newRow("the bank had not") << false << 2;
}

void tst_refunder::afterALostAnswerItLooksBeforeItAsks()
{
    QFETCH(const bool, acted);
    QFETCH(const int, puts);
    m_bank->next = {ScriptedBank::trouble(Trouble::Unknown)};
    m_bank->actsBeforeItFails = acted;
    ask();
    QTRY_COMPARE(m_bank->asked, QStringList({u"payment"_s, u"refund"_s}));
    QTRY_VERIFY(m_bank->next.isEmpty());
    pass(kHourMs);
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(told<wire::PixRefundEnded>().first().done);
    QCOMPARE(m_bank->asked.mid(1, 2), QStringList({u"refund"_s, u"find-refund"_s}));
    QCOMPARE(m_bank->refunds.size(), puts);
    QCOMPARE(m_bank->refunds.first(), m_bank->refunds.last());
    QCOMPARE(returned(), kBack);
}

void tst_refunder::aCertainNoIsSaid_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("refused") << Trouble::Refused << u"PixDevolucaoInvalida"_s << u"PixDevolucaoInvalida"_s;
    QTest::newRow("not allowed") << Trouble::NotAllowed << u"off"_s << u"off"_s;
    QTest::newRow("no scope for it") << Trouble::Unauthorized << u"AcessoNegado"_s << u"AcessoNegado"_s;
    QTest::newRow("without a word") << Trouble::Refused << QString() << u"refused"_s;
}

void tst_refunder::aCertainNoIsSaid()
{
    QFETCH(const Trouble, trouble);
    QFETCH(const QString, code);
    QFETCH(const QString, said);
    m_bank->next = {ScriptedBank::trouble(trouble, code)};
    ask();
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(!told<wire::PixRefundEnded>().first().done);
    QCOMPARE(told<wire::PixRefundEnded>().first().fault, said);
    QCOMPARE(returned(), Money{});
}

// A copy of before the refund asks with the same id: the bank refuses what it has done already.
void tst_refunder::aRefusalOfWhatWasDoneBeforeIsNoRefusal()
{
    m_bank->next = {ScriptedBank::trouble(Trouble::Refused, u"PixDevolucaoInvalida"_s)};
    m_bank->actsBeforeItFails = true;
    ask();
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(told<wire::PixRefundEnded>().first().done);
    QCOMPARE(m_bank->refunds.size(), 1);
    QCOMPARE(returned(), kBack);
}

void tst_refunder::whileNobodyKnowsNothingIsSaid()
{
    m_bank->next = {ScriptedBank::trouble(Trouble::Refused), ScriptedBank::trouble(Trouble::Unknown),
                    ScriptedBank::trouble(Trouble::Unreachable), ScriptedBank::trouble(Trouble::RateLimited)};
    const RefundId id = ask();
    for (int left = 2; left >= 0; --left) {
        QTRY_COMPARE(m_bank->next.size(), left);
        QVERIFY(isOpen(id));
        if (left > 0)
            pass(2 * kHourMs);
    }
    QVERIFY(told<wire::PixRefundEnded>().isEmpty());
    pass(2 * kHourMs);
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(told<wire::PixRefundEnded>().first().done);
    QCOMPARE(m_bank->refunds.size(), 2);
}

// A restored copy does not know of it, nor does anybody of what is done in the bank's own app.
void tst_refunder::whatWentBackByAnotherHandStopsIt()
{
    m_bank->paid[kPix].returns = {{u"app1"_s, {}, kBack, Status::Returned, {}, 1}};
    ask();
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QCOMPARE(told<wire::PixRefundEnded>().first().fault, u"changed"_s);
    QCOMPARE(m_bank->asked, QStringList{u"payment"_s});
    QCOMPARE(returned(), kBack); // by the bank's word, and once
}

void tst_refunder::whatTheBankHasIsNotAskedForAgain()
{
    m_bank->returnStatus = Status::InProgress;
    const RefundId id = ask();
    QTRY_COMPARE(told<wire::PixPaid>().size(), 2);
    const relay::BankReturn back = m_bank->returned.take(refundIdOf(id)); // a replica that lags
    pass(kHourMs);
    QTRY_COMPARE(m_bank->asked.size(), 3);
    pass(48 * kHourMs); // nor is it given up
    QTRY_COMPARE(m_bank->asked.size(), 4);
    QVERIFY(isOpen(id));
    m_bank->returned[back.id] = back;
    m_bank->returned[back.id].status = Status::Returned;
    pass(2 * kHourMs);
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(told<wire::PixRefundEnded>().first().done);
    QCOMPARE(m_bank->refunds.size(), 1);
}

void tst_refunder::aNoAfterALostAnswerIsNotBelievedAtOnce()
{
    m_bank->next = {ScriptedBank::trouble(Trouble::Unknown), ScriptedBank::trouble(Trouble::NotFound),
                    ScriptedBank::trouble(Trouble::Refused, u"PixDevolucaoInvalida"_s),
                    ScriptedBank::trouble(Trouble::NotFound)};
    const RefundId id = ask();
    QTRY_COMPARE(m_bank->next.size(), 3);
    pass(kMinuteMs);
    QTRY_VERIFY(m_bank->next.isEmpty()); // looked, asked, was refused, looked
    QVERIFY(isOpen(id));
    QVERIFY(told<wire::PixRefundEnded>().isEmpty());
    relay::BankReturn &late = m_bank->returned[refundIdOf(id)]; // it had it all the while
    late.id = refundIdOf(id);
    late.amount = kBack;
    late.status = Status::Returned;
    pass(kHourMs);
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QVERIFY(told<wire::PixRefundEnded>().first().done);
}

void tst_refunder::whatIsNotTakenWithinADayIsGivenUp()
{
    m_bank->passes = 0;
    m_bank->next = {ScriptedBank::trouble(Trouble::Unreachable)};
    const RefundId id = ask();
    QTRY_VERIFY(m_bank->next.isEmpty());
    QVERIFY(isOpen(id));
    pass(kDayMs + kMinuteMs);
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QCOMPARE(told<wire::PixRefundEnded>().first().fault, u"expired"_s);
    QVERIFY(m_bank->refunds.isEmpty());
}

void tst_refunder::anotherBankIsNotAskedForIt()
{
    m_bank->returnStatus = Status::InProgress;
    const RefundId id = ask();
    QTRY_COMPARE(told<wire::PixPaid>().size(), 2);
    run([](relay::RelayData &data) { return data.refunds().begin("Banco"); });
    QVERIFY(isOpen(id));
    run([](relay::RelayData &data) { return data.refunds().begin("Outro"); });
    QVERIFY(!isOpen(id));
    QTRY_COMPARE(told<wire::PixRefundEnded>().size(), 1);
    QCOMPARE(told<wire::PixRefundEnded>().first().fault, u"other-bank"_s);
}

BALCAO_TEST(tst_refunder)
#include "tst_refunder.moc"
