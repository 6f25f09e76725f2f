// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "support/testmain.h"
#include "sync/checkup.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Fault = FakeRelay::Fault;

namespace {

struct Asked : Desk
{
    sync::Checkup checkup{client, clock};
    std::optional<sync::CheckupAnswer> answer;

    void ask()
    {
        checkup.ask([this](const sync::CheckupAnswer &said) { answer = said; });
    }
    void be(const wire::Health &health) { relay.answers[u"/v1/health"_s] = {200, wire::toBytes(health)}; }
};

} // namespace

// "Testar agora": what the server says of itself, and how soon.
class tst_checkup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItSaysIsHandedOn();
    void silenceIsNoAnswer();
    void whoAsksAgainHearsOnce();
};

void tst_checkup::whatItSaysIsHandedOn()
{
    Asked a;
    wire::Health health;
    health.version = u"0.1.0"_s;
    health.log = a.relay.log.log;
    health.now = kLogStart;
    health.lastWebhookAt = kLogStart - 5;
    health.channels = {{u"106"_s, u"Balcão"_s, u"ok"_s, 3}};
    a.be(health);
    a.ask();
    a.clock.advanceMs(38);
    QTRY_VERIFY(a.answer.has_value());
    QVERIFY(a.answer->isAnswered);
    QCOMPARE(a.answer->tookMs, 38);
    QCOMPARE(a.answer->version, u"0.1.0"_s);
    QCOMPARE(a.answer->heardAt, kLogStart - 5);
    QCOMPARE(a.answer->waiting.value(u"106"_s), 3);
}

void tst_checkup::silenceIsNoAnswer()
{
    for (const Fault fault :
         {Fault::NoConnection, Fault::TimedOut, Fault::Busy, Fault::UnknownToken, Fault::PortalPage}) {
        Asked a;
        a.be({});
        a.relay.always = fault;
        a.ask();
        QTRY_VERIFY(a.answer.has_value());
        QVERIFY(!a.answer->isAnswered);
    }
}

void tst_checkup::whoAsksAgainHearsOnce()
{
    Asked a;
    a.relay.always = Fault::NoConnection;
    int heard = 0;
    a.checkup.ask([&heard](const sync::CheckupAnswer &) { heard += 10; });
    a.checkup.ask([&heard](const sync::CheckupAnswer &) { ++heard; });
    QTRY_COMPARE(heard, 1);
}

BALCAO_TEST(tst_checkup)
#include "tst_checkup.moc"
