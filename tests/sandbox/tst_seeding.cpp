// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/seeding.h"
#include "scene.h"
#include "support/testmain.h"

#include <QSet>

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNowMs = 1'795'000'000'000;
constexpr qint64 kLineMs = 700;

/// Stands for the relay: sends what the shop says straight to the fake Graph API.
struct Shop
{
    Shop() : cast(*Cast::load())
    {
        cast.introduce(scene.book);
        scene.shown.setOffsetMs(cast.script(kNowMs).first().atMs - kHourMs - kNowMs);
        hooks.setClock = [this](qint64 ms) { setClock(ms); };
        hooks.doAsShop = [this](const Person &person, const ScriptLine &line, const QString &,
                                const std::function<void(bool)> &done) {
            if (line.isPayment())
                return done(true);
            send(person, line.text, [this, person, isCharge = line.isCharge(), done](bool sent) {
                sent &&isCharge ? send(person, u"00020126"_s, done) : done(sent); // its code, in a message of its own
            });
        };
        hooks.finished = [this](const Result<void> &result) { finished = result; };
    }

    void send(const Person &person, const QString &text, const std::function<void(bool)> &done)
    {
        const bool hidden = person.ids.waId.isEmpty();
        const QString to = hidden ? person.ids.bsuid : u'+' + person.ids.waId;
        QJsonObject body = textTo(hidden ? u"recipient"_s : u"to"_s, to);
        body.insert(u"text"_s, QJsonObject{{u"body"_s, text}});
        http::HttpRequest request;
        request.method = "POST";
        request.url = scene.graph.url().resolved(QUrl(u"/v25.0/10020030040050%1/messages"_s.arg(person.channel)));
        request.headers = {{"Authorization", "Bearer sandbox-token"}};
        request.body = QJsonDocument(body).toJson();
        call = client.send(request, &context, [done](const http::HttpOutcome &outcome) {
            const auto *answer = std::get_if<http::HttpAnswer>(&outcome);
            done(answer && answer->status == 200);
        });
    }

    /// As the program does it; each line takes its time.
    void setClock(qint64 ms)
    {
        const qint64 beforeMs = scene.shown.nowMs();
        scene.clock.advanceMs(kLineMs);
        moveForward(scene.shown, scene.clock, ms);
        wentBack = wentBack || scene.shown.nowMs() < beforeMs + kLineMs;
    }

    Scene scene;
    Cast cast;
    Seeding::Hooks hooks;
    http::QtHttpClient client{{u"127.0.0.1"_s}};
    QObject context;
    std::unique_ptr<http::HttpCall> call;
    std::optional<Result<void>> finished;
    bool wentBack = false;
};

} // namespace

class tst_seeding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeHistoryGoesThrough()
    {
        Shop shop;
        Seeding seeding(shop.cast, kNowMs, shop.scene.graph, shop.scene.sender, shop.hooks, 3);
        seeding.start();
        QTRY_VERIFY_WITH_TIMEOUT(shop.finished.has_value(), 60000);
        QVERIFY(shop.finished->ok());
        const auto script = shop.cast.script(kNowMs);
        const auto count = [&script](auto is) { return std::count_if(script.begin(), script.end(), is); };
        const auto ofShop = count([](const ScriptLine &line) { return line.fromShop; });
        const auto charges = count([](const ScriptLine &line) { return line.isCharge(); });
        const auto payments = count([](const ScriptLine &line) { return line.isPayment(); });
        QCOMPARE(seeding.refused(), 0);
        QVERIFY(charges > payments && payments > 0);
        QCOMPARE(shop.scene.graph.sends().size(), ofShop + charges - payments);
        QCOMPARE(shop.scene.sink.items(u"messages"_s).size(), script.size() - ofShop);
        QVERIFY(!shop.wentBack);
        QVERIFY(shop.scene.shown.nowMs() < kNowMs && shop.scene.shown.nowMs() > kNowMs - kHourMs);
        checkTimes(shop, script);
        checkReferences(shop);
    }

    // The relay marks what arrives a minute after it was written; a history is not late.
    void noLineArrivesLate()
    {
        Shop shop;
        qsizetype seen = 0;
        qsizetype said = 0;
        qint64 longest = 0;
        const auto look = [&] { // before the clock moves on
            for (; seen < shop.scene.sink.bodies.size(); ++seen) {
                for (const QJsonObject &message : itemsOf(shop.scene.sink.bodies.at(seen), u"messages"_s)) {
                    const qint64 writtenMs = message["timestamp"_L1].toString().toLongLong() * 1000;
                    longest = qMax(longest, shop.scene.shown.nowMs() - writtenMs);
                    ++said;
                }
            }
        };
        shop.hooks.setClock = [&](qint64 ms) {
            look();
            shop.setClock(ms);
        };
        Seeding seeding(shop.cast, kNowMs, shop.scene.graph, shop.scene.sender, shop.hooks, 3);
        seeding.start();
        QTRY_VERIFY_WITH_TIMEOUT(shop.finished.has_value(), 60000);
        look();
        QVERIFY(said > 100);
        QVERIFY2(longest < 60 * kSecondMs, qPrintable(QString::number(longest)));
    }

    void aRefusedCommandIsLeftOut()
    {
        Shop shop;
        shop.hooks.doAsShop = [](const Person &, const ScriptLine &, const QString &,
                                 const std::function<void(bool)> &done) { done(false); };
        Seeding seeding(shop.cast, kNowMs, shop.scene.graph, shop.scene.sender, shop.hooks, 3);
        seeding.start();
        QTRY_VERIFY_WITH_TIMEOUT(shop.finished.has_value(), 60000);
        QVERIFY(shop.finished->ok());
        QVERIFY(seeding.refused() > 50);
        QVERIFY(shop.scene.graph.sends().isEmpty());
    }

    void aRelayThatIsDownIsWaitedFor()
    {
        Shop shop;
        shop.scene.sink.answer = [](int post) { return post < 10 ? 0 : 200; };
        Seeding seeding(shop.cast, kNowMs, shop.scene.graph, shop.scene.sender, shop.hooks, 3);
        seeding.start();
        QTRY_VERIFY_WITH_TIMEOUT(shop.finished.has_value(), 60000);
        QVERIFY(shop.finished->ok());
        QCOMPARE(seeding.refused(), 0);
    }

    void theClockNeverGoesBack()
    {
        ManualClock system(1000);
        OffsetClock clock(system, -500);
        moveForward(clock, system, 600);
        QCOMPARE(clock.nowMs(), 600);
        system.advanceMs(50); // it runs on between two lines
        moveForward(clock, system, 620);
        QCOMPARE(clock.nowMs(), 650);
        moveForward(clock, system, 700);
        QCOMPARE(clock.nowMs(), 700);
    }

private:
    static void checkTimes(const Shop &shop, const QList<ScriptLine> &script)
    {
        QList<qint64> expected;
        for (const ScriptLine &line : script) {
            if (!line.fromShop)
                expected.append(line.atMs / 1000);
        }
        QList<qint64> got;
        for (const QJsonObject &message : shop.scene.sink.items(u"messages"_s))
            got.append(message.value("timestamp"_L1).toString().toLongLong());
        std::sort(got.begin(), got.end()); // one body groups by the shop's number
        QCOMPARE(got, expected);
    }

    static void checkReferences(const Shop &shop)
    {
        QSet<QString> known;
        for (const SendRecord &send : shop.scene.graph.sends())
            known.insert(send.wamid);
        for (const QJsonObject &message : shop.scene.sink.items(u"messages"_s)) {
            const QString quoted = message.value("context"_L1).toObject().value("id"_L1).toString();
            const QString reacted = message.value("reaction"_L1).toObject().value("message_id"_L1).toString();
            QVERIFY(quoted.isEmpty() || known.contains(quoted));
            if (message.value("type"_L1).toString() == "reaction"_L1)
                QVERIFY(!reacted.isEmpty());
        }
    }
};

BALCAO_TEST(tst_seeding)
#include "tst_seeding.moc"
