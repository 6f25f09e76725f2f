// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/watchedbank.h"
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

} // namespace

// What desks are told of a bank that does not answer.
class tst_watchedbank : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void oneLostAnswerIsNoTrouble();
    void whatLastsIsToldOnceAndItsEnd();
    void aDoorThatIsShutIsNamed();
    void anAnswerIsAnAnswer_data();
    void anAnswerIsAnAnswer();
    void oneAnswerThatCannotBeReadSaysNothing();
    void toldToWaitForMinutesIsNoAnswer();
    void aClockThatIsSetBackStartsAnew();
    void aRestartTellsNothingTwice();
    void init();
    void cleanup();

private:
    /// Somebody asks; what comes back, comes back.
    void ask(std::optional<Trouble> trouble = {}, bool isSet = false);
    void begin();
    QStringList states();

    std::unique_ptr<ScriptedBank> m_bank;
    std::unique_ptr<relay::Logger> m_log;
    std::unique_ptr<relay::WatchedBank> m_watched;
};

void tst_watchedbank::init()
{
    start();
    m_bank = std::make_unique<ScriptedBank>();
    m_log = std::make_unique<relay::Logger>(m_relay->clock, [](const QByteArray &) {});
    begin();
}

void tst_watchedbank::begin()
{
    m_watched = std::make_unique<relay::WatchedBank>(*m_bank, m_relay->relay().writer(), m_relay->clock, *m_log);
    m_watched->start();
}

void tst_watchedbank::cleanup()
{
    m_watched.reset();
    stop();
    m_bank.reset();
}

void tst_watchedbank::ask(std::optional<Trouble> trouble, bool isSet)
{
    if (trouble && !isSet)
        m_bank->next = {ScriptedBank::trouble(*trouble)};
    bool answered = false;
    m_watched->listPayments({}, this, [&](const relay::BankAnswer<relay::PaymentPage> &answer) {
        QCOMPARE(answer.ok(), !trouble); // passed on as it is
        answered = true;
    });
    QTRY_VERIFY(answered);
    // What was to be written has been.
    std::atomic<bool> done = false;
    QVERIFY(m_relay->relay().writer().post([](relay::RelayData &) { return Result<void>(); },
                                           [&done](const Result<void> &) { done = true; }));
    QTRY_VERIFY(done);
}

QStringList tst_watchedbank::states()
{
    QStringList found;
    const auto said = told<wire::PixBankState>();
    for (const wire::PixBankState &one : said)
        found.append(wire::encode(one).value("state"_L1).toString());
    return found;
}

void tst_watchedbank::oneLostAnswerIsNoTrouble()
{
    ask(Trouble::Unknown);
    ask(Trouble::Unreachable);
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask();
    ask(Trouble::Unknown); // counts anew
    QCOMPARE(states(), QStringList());
}

void tst_watchedbank::whatLastsIsToldOnceAndItsEnd()
{
    const qint64 since = m_relay->clock.nowMs();
    ask(Trouble::Unreachable);
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask(Trouble::Unknown);
    QCOMPARE(states(), QStringList{u"unreachable"_s});
    QCOMPARE(told<wire::PixBankState>().first().since, since);
    m_relay->clock.advanceMs(kHourMs);
    ask(Trouble::Unreachable);
    QCOMPARE(states(), QStringList{u"unreachable"_s});
    ask();
    QCOMPARE(states(), (QStringList{u"unreachable"_s, u"well"_s}));
    ask();
    QCOMPARE(states().size(), 2);
}

void tst_watchedbank::aDoorThatIsShutIsNamed()
{
    ask(Trouble::Unreachable);
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask(Trouble::Unreachable);
    ask(Trouble::Unauthorized); // it is there again, and does not let us in
    QCOMPARE(states(), (QStringList{u"unreachable"_s, u"unauthorized"_s}));
}

void tst_watchedbank::anAnswerIsAnAnswer_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<QStringList>("told");
    const QString before = u"unreachable"_s;
    QTest::newRow("refused") << Trouble::Refused << QStringList{before, u"well"_s};
    QTest::newRow("not found") << Trouble::NotFound << QStringList{before, u"well"_s};
    QTest::newRow("not asked") << Trouble::NotAllowed << QStringList{before};
}

void tst_watchedbank::anAnswerIsAnAnswer()
{
    QFETCH(const Trouble, trouble);
    QFETCH(const QStringList, told);
    ask(Trouble::Unreachable);
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask(Trouble::Unreachable);
    ask(trouble);
    QCOMPARE(states(), told);
}

void tst_watchedbank::oneAnswerThatCannotBeReadSaysNothing()
{
    relay::BankError unreadable = ScriptedBank::trouble(Trouble::Unknown, u"unreadable"_s);
    unreadable.status = 200;
    for (int i = 0; i < 3; ++i) {
        m_bank->next = {unreadable};
        ask(Trouble::Unknown, true);
        m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    }
    QCOMPARE(states(), QStringList());
}

void tst_watchedbank::toldToWaitForMinutesIsNoAnswer()
{
    ask(Trouble::RateLimited);
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask(Trouble::RateLimited);
    QCOMPARE(states(), QStringList{u"unreachable"_s});
}

void tst_watchedbank::aClockThatIsSetBackStartsAnew()
{
    ask(Trouble::Unreachable);
    m_relay->clock.advanceMs(-kHourMs);
    ask(Trouble::Unreachable);
    QCOMPARE(states(), QStringList());
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask(Trouble::Unreachable);
    QCOMPARE(states(), QStringList{u"unreachable"_s});
}

void tst_watchedbank::aRestartTellsNothingTwice()
{
    ask();
    QCOMPARE(states(), QStringList());
    ask(Trouble::Unreachable);
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask(Trouble::Unreachable);
    begin();
    ask(Trouble::Unreachable);
    m_relay->clock.advanceMs(relay::WatchedBank::kPatienceMs);
    ask(Trouble::Unreachable);
    QCOMPARE(states(), QStringList{u"unreachable"_s});
    begin();
    ask();
    QCOMPARE(states(), (QStringList{u"unreachable"_s, u"well"_s}));
}

BALCAO_TEST(tst_watchedbank)
#include "tst_watchedbank.moc"
