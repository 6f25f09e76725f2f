// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sending.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Fault = FakeRelay::Fault;

Q_DECLARE_METATYPE(balcao::test::FakeRelay::Fault)

namespace {

struct Away : Sending
{
    explicit Away(Fault fault)
    {
        relay.always = fault;
        outbox->start();
    }
    void write(const QStringList &texts)
    {
        for (const QString &text : texts)
            say(text);
        QTRY_COMPARE(unsent(), texts.size());
    }
    CommandId idOf(const QString &text)
    {
        for (const store::PendingRow &row : pending(chat)) {
            if (row.text == text)
                return row.id;
        }
        return {};
    }
    [[nodiscard]] bool offers(const QString &text)
    {
        for (const store::PendingRow &row : pending(chat)) {
            if (row.text == text)
                return row.mayTakeBack;
        }
        return false;
    }
    /// Its words; nothing: too late.
    std::optional<QString> takeBack(CommandId id)
    {
        std::optional<Result<std::optional<QString>>> answer;
        outbox->takeBack(id, chat, ana, [&answer](const Result<std::optional<QString>> &words) { answer = words; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }) || !*answer)
            qFatal("no answer");
        return **answer;
    }
    void comeBack()
    {
        relay.always = Fault::None;
        outbox->pump();
        QTRY_COMPARE(outbox->waiting(), 0);
    }
    QString draft()
    {
        return Desk::write([this](store::StoreWriter &w) { return w.drafts().find(chat, ana); });
    }
};

} // namespace

// "Cancelar envio": what this desk has not handed over is its own; all else is the relay's.
class tst_takingback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSurelyDidNotArriveIsNeverSent_data();
    void whatSurelyDidNotArriveIsNeverSent();
    void whatMayHaveArrivedGoesOnce_data();
    void whatMayHaveArrivedGoesOnce();
    void whatIsUnderWayIsToldWhenItLasts();
    void aRestartBetweenChangesNothing();
    void thousandAreEachSentOrBack();
};

void tst_takingback::whatSurelyDidNotArriveIsNeverSent_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("no connection") << Fault::NoConnection;
    QTest::newRow("not safe") << Fault::CertificateWrong;
    QTest::newRow("busy") << Fault::Busy;
    QTest::newRow("not known") << Fault::UnknownToken;
}

void tst_takingback::whatSurelyDidNotArriveIsNeverSent()
{
    QFETCH(const Fault, fault);
    Away s(fault);
    QSignalSpy released(s.outbox.get(), &sync::Outbox::claimChanged);
    s.write({u"um"_s, u"dois"_s, u"três"_s});
    QTRY_VERIFY(!released.isEmpty());
    QTRY_VERIFY(s.offers(u"dois"_s) && s.offers(u"três"_s));
    const CommandId second = s.idOf(u"dois"_s);
    QCOMPARE(s.takeBack(second), std::optional(u"dois"_s));
    QTRY_COMPARE(s.outbox->waiting(), 2);
    QCOMPARE(s.draft(), u"dois"_s);
    s.relay.commandBodies.clear();
    s.comeBack();
    QCOMPARE(s.arrived(), (QStringList{u"um"_s, u"três"_s}));
    QVERIFY(!s.takeBack(s.idOf(u"um"_s)));
}

void tst_takingback::whatMayHaveArrivedGoesOnce_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("timed out") << Fault::TimedOut;
    QTest::newRow("answer lost") << Fault::LostAnswer;
    QTest::newRow("a stranger's answer") << Fault::PortalPage;
}

void tst_takingback::whatMayHaveArrivedGoesOnce()
{
    QFETCH(const Fault, fault);
    Away s(fault);
    s.write({u"um"_s});
    QTRY_VERIFY(s.relay.requests.size() > 0);
    QVERIFY(!s.takeBack(s.idOf(u"um"_s)));
    QCOMPARE(s.draft(), QString());
    QCOMPARE(s.pending(s.chat).size(), 1);
    // Refused at the door from now on: the first try is in doubt all the same.
    s.relay.always = Fault::NoConnection;
    const qsizetype before = s.relay.requests.size();
    s.outbox->pump();
    QTRY_VERIFY(s.relay.requests.size() > before);
    QVERIFY(!s.takeBack(s.idOf(u"um"_s)));
    s.relay.commandBodies.clear();
    s.comeBack();
    QCOMPARE(s.arrived(), QStringList{u"um"_s});
}

// Nobody is offered what can no longer be done.
void tst_takingback::whatIsUnderWayIsToldWhenItLasts()
{
    class Silent final : public http::HttpClient
    {
    public:
        class Call final : public http::HttpCall
        {
        };
        std::unique_ptr<http::HttpCall> send(http::HttpRequest, QObject *,
                                             std::function<void(http::HttpOutcome)>) override
        {
            return std::make_unique<Call>();
        }
    };
    Sending s;
    Silent silent;
    net::RelayClient client(silent, QUrl(u"https://balcao.example"_s), "t");
    sync::Outbox outbox(s.store, client, s.relayClock, slowly(s.random));
    QSignalSpy told(&outbox, &sync::Outbox::claimChanged);
    outbox.setSeen(s.seen());
    outbox.start();
    outbox.sendText(s.chat, u"um"_s, s.ana, {});
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<ConversationId>(), s.chat);
    QVERIFY(!s.pending(s.chat).first().mayTakeBack);
}

void tst_takingback::aRestartBetweenChangesNothing()
{
    Away s(Fault::LostAnswer);
    s.write({u"um"_s});
    QTRY_COMPARE(s.arrived(), QStringList{u"um"_s}); // and nobody heard that
    s.begin();
    s.relay.always = Fault::NoConnection;
    s.outbox->start();
    s.say(u"dois"_s);
    QTRY_COMPARE(s.unsent(), 2);
    QTRY_VERIFY(s.offers(u"dois"_s));
    QVERIFY(!s.offers(u"um"_s));
    QVERIFY(!s.takeBack(s.idOf(u"um"_s)));
    QCOMPARE(s.takeBack(s.idOf(u"dois"_s)), std::optional(u"dois"_s));
    s.begin();
    s.relay.commandBodies.clear();
    s.outbox->start();
    s.comeBack();
    QTRY_COMPARE(s.unsent(), 0); // a new run counts what waits once it has read it
    QCOMPARE(s.arrived(), QStringList{u"um"_s});
    QCOMPARE(s.draft(), u"dois"_s);
}

// While the relay comes and goes and one after the other is asked for, each ends in one place.
void tst_takingback::thousandAreEachSentOrBack()
{
    constexpr int kMessages = 1000;
    constexpr int kAtOnce = 10;
    Sending s;
    for (int i = 0; i < kMessages; ++i)
        s.say(QString::number(i));
    QTRY_COMPARE(s.unsent(), kMessages);
    QList<CommandId> ids;
    for (const store::PendingRow &row : s.pending(s.chat))
        ids.append(row.id);
    QStringList back;
    int answered = 0;
    s.outbox->start();
    for (qsizetype i = ids.size() - 1; i >= 0; --i) {
        s.outbox->takeBack(ids[i], s.chat, s.ana, [&](const Result<std::optional<QString>> &words) {
            ++answered;
            if (words && *words)
                back.prepend(**words);
        });
        if (i % kAtOnce != 0)
            continue;
        QTRY_COMPARE(answered, kMessages - static_cast<int>(i)); // and batches go meanwhile
        if (i % (2 * kAtOnce) == 0)
            s.relay.next = {Fault::NoConnection};
        s.outbox->pump();
    }
    s.relay.next.clear();
    s.outbox->pump();
    QTRY_COMPARE(s.outbox->waiting(), 0);
    QStringList all = s.arrived() + back;
    QCOMPARE(all.size(), kMessages);
    all.removeDuplicates();
    QCOMPARE(all.size(), kMessages);
    QVERIFY(!back.isEmpty());
    const auto draft = s.write([&s](store::StoreWriter &w) { return w.drafts().find(s.chat, s.ana); });
    QCOMPARE(draft, back.join(u'\n'));
}

BALCAO_TEST(tst_takingback)
#include "tst_takingback.moc"
