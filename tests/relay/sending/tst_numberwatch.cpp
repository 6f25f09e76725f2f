// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Meta says of the shop's number, from its answer to the desks' log.

#include "core/numberstate.h"
#include "relay/sending/numberwatch.h"
#include "sendingshop.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_numberwatch : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void desksHearOfIt();
    void whatIsTheSameIsNotSaidAgain();
    void whatChangesIsSaidWithinTheHour();
    void noAnswerChangesNothing();
    void aRefusalIsSaidAtOnce();
    void sixHoursWithoutAnAnswerAreSaid();
    void aClockSetBackAsksAtOnce();
    void aRestartSaysNothingTwice();
    void cleanup() { stop(); }

private:
    void open(const ScriptedGraph::Number &number);
    /// Of Meta's own, not the label of the configuration.
    QList<wire::ChannelHealth> heard();
    [[nodiscard]] int questions() const { return m_graph->questions(TestRelay::kPhoneNumberId); }
};

void tst_numberwatch::open(const ScriptedGraph::Number &number)
{
    m_number = number;
    start();
    QTRY_COMPARE(questions(), 1);
    settle();
}

QList<wire::ChannelHealth> tst_numberwatch::heard()
{
    QList<wire::ChannelHealth> all = told<wire::ChannelHealth>();
    all.removeIf([](const wire::ChannelHealth &one) {
        return one.number.isEmpty() || one.channel != TestRelay::kPhoneNumberId;
    });
    return all;
}

void tst_numberwatch::desksHearOfIt()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    QTRY_COMPARE(heard().size(), 1);
    const wire::ChannelHealth said = heard().first();
    QCOMPARE(said.channel, TestRelay::kPhoneNumberId);
    QCOMPARE(said.verifiedName, u"Padaria Lua"_s);
    QCOMPARE(said.quality, u"GREEN"_s);
    QCOMPARE(said.nameStatus, u"APPROVED"_s);
    QVERIFY(!m_relay->logged().contains("3555")); // nobody's number is in the log file
}

void tst_numberwatch::whatIsTheSameIsNotSaidAgain()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    advance(kHourMs - 1);
    QCOMPARE(questions(), 1);
    advance(1);
    QTRY_COMPARE(questions(), 2);
    settle();
    QCOMPARE(heard().size(), 1);
}

void tst_numberwatch::whatChangesIsSaidWithinTheHour()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    m_graph->setNumber({u"Padaria Lua"_s, u"RED"_s, u"APPROVED"_s});
    advance(kHourMs);
    QTRY_COMPARE(heard().size(), 2);
    QCOMPARE(heard().last().quality, u"RED"_s);
}

void tst_numberwatch::noAnswerChangesNothing()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    m_graph->setNumber({});
    advance(kHourMs);
    QTRY_VERIFY(m_relay->logged().contains("number-not-read"));
    settle();
    QCOMPARE(heard().size(), 1);
    m_graph->setNumber({u"Padaria Lua"_s, u"YELLOW"_s, u"APPROVED"_s});
    advance(5 * kMinuteMs); // not another hour
    QTRY_COMPARE(heard().size(), 2);
}

// The token was revoked, or somebody else has the number: what Meta vouched for is no news of now.
void tst_numberwatch::aRefusalIsSaidAtOnce()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    m_graph->setNumber({{}, {}, {}, 400, 80007}); // a limit, with the same HTTP status
    advance(kHourMs);
    QTRY_COMPARE(questions(), 2);
    settle();
    QCOMPARE(heard().size(), 1);
    m_graph->setNumber({{}, {}, {}, 400, 190});
    advance(5 * kMinuteMs);
    QTRY_COMPARE(heard().size(), 2);
    QCOMPARE(heard().last().status, QString(kNumberUnheard));
    QCOMPARE(heard().last().verifiedName, u"Padaria Lua"_s);
    advance(5 * kMinuteMs);
    QTRY_COMPARE(questions(), 4);
    settle();
    QCOMPARE(heard().size(), 2); // once
    m_graph->setNumber({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    advance(5 * kMinuteMs);
    QTRY_COMPARE(heard().size(), 3);
    QVERIFY(heard().last().status != QString(kNumberUnheard));
}

void tst_numberwatch::sixHoursWithoutAnAnswerAreSaid()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    m_graph->setNumber({});
    advance(relay::NumberWatch::kStaleMs - 1);
    QTRY_COMPARE(questions(), 2);
    settle();
    QCOMPARE(heard().size(), 1);
    advance(5 * kMinuteMs);
    QTRY_COMPARE(heard().size(), 2);
    QCOMPARE(heard().last().status, QString(kNumberUnheard));
}

void tst_numberwatch::aClockSetBackAsksAtOnce()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    advance(-kDayMs);
    QTRY_COMPARE(questions(), 2);
}

void tst_numberwatch::aRestartSaysNothingTwice()
{
    open({u"Padaria Lua"_s, u"GREEN"_s, u"APPROVED"_s});
    QTRY_COMPARE(heard().size(), 1);
    m_relay->stop();
    m_relay->start();
    QTRY_COMPARE(questions(), 2);
    settle();
    QCOMPARE(heard().size(), 1);
}

BALCAO_TEST(tst_numberwatch)
#include "tst_numberwatch.moc"
