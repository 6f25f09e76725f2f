// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A charge where WhatsApp has no form of its own for it: the code as a picture above the words, and what becomes of it
// where Meta does not take that.

#include "core/payee.h"
#include "core/qrpicture.h"
#include "core/txid.h"
#include "sendingshop.h"
#include "sql/connection.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Answer = ScriptedGraph::Answer;

constexpr ScriptedGraph::Reply kHold{Answer::Hold, 0, 0};

/// In perfect order, and it pays somebody else.
QString codeOfAnother(const wire::ChargePix &charge)
{
    const auto thief = pixAccountOf(PixKeyType::Email, u"caixa@aurora.example"_s, u"Padaria Aurora"_s, u"Campinas"_s);
    const Payee due{ChargeKind::Shop, thief.value_or(PixAccount()), charge.amount, staticTxidOf(charge.charge)};
    const Result<QString> code = staticCode(due, {});
    if (!code || payeeFault(*code, due))
        qFatal("no code");
    return *code;
}

} // namespace

class tst_pictures : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeGoesAsAPictureAboveTheWords();
    void whatMetaDoesNotTakeGoesAsWords_data();
    void whatMetaDoesNotTakeGoesAsWords();
    void whatMayBeTriedAgainIs_data();
    void whatMayBeTriedAgainIs();
    void aMinuteOfTroubleAndTheWordsGoAlone();
    void aLimitOfHoursIsNotWaitedFor();
    void nobodyThereIsNobodyForTheWordsEither();
    void aDeadTokenPausesTheChannel();
    void picturesPauseItOnce();
    void whatMetaDoesNotShowGoesAsWords_data();
    void whatMetaDoesNotShowGoesAsWords();
    void aSendThatIsTriedAgainHasItsPicture();
    void aPictureUnderWayAtAStopIsMadeAnew();
    void aSendUnderWayAtAStopIsIncerta();
    void otherChatsDoNotWaitForIt();
    void whatDoesNotPayTheShopIsNotDrawn();
    void whatIsSwappedMeanwhileStays();
    void whatIsCancelledMeanwhileStays();
    void whoIsForgottenMeanwhileGetsNothing();
    void itGoesAgainWithItsPicture();
    void oneThatWasNotShownIsNotSentAgain();
    void noPictureStaysHere();
    void init();
    void cleanup() { stop(); }

private:
    [[nodiscard]] QString codeOf(ChargeId charge);
    void plant(ChargeId charge, const QString &code);
    QList<ScriptedGraph::Asked> toRosa() { return m_graph->askedTo(kRosaNumber); }
    QList<int> failures();
};

void tst_pictures::init()
{
    start();
    sayWhoReceives();
}

QString tst_pictures::codeOf(ChargeId charge)
{
    const QList<wire::Event> events = m_relay->events(m_token);
    for (const wire::Event &event : events) {
        const auto *charged = std::get_if<wire::PixCharged>(&event.body);
        if (charged && event.subject.charge == charge)
            return charged->code;
    }
    return {};
}

/// Somebody writes it into the relay's file.
void tst_pictures::plant(ChargeId charge, const QString &code)
{
    auto other = sql::Connection::open(relay::Relay::dataFile(m_relay->dataDir()));
    QVERIFY(other);
    QVERIFY((*other)->prepare(u"UPDATE charge SET code = ? WHERE id = ?"_s).bind(code).bind(charge).run());
}

/// The codes of what has failed.
QList<int> tst_pictures::failures()
{
    QList<int> codes;
    const QList<wire::MessageStatus> statuses = told<wire::MessageStatus>();
    for (const wire::MessageStatus &one : statuses) {
        if (one.error)
            codes.append(one.error->code);
    }
    return codes;
}

void tst_pictures::theCodeGoesAsAPictureAboveTheWords()
{
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    const QString code = codeOf(asked.charge);
    QCOMPARE(m_graph->uploads().size(), 1);
    const ScriptedGraph::Upload upload = m_graph->uploads().first();
    QCOMPARE(upload.channel, TestRelay::kPhoneNumberId);
    QCOMPARE(upload.mime, QByteArray("image/png"));
    QCOMPARE(upload.bytes, qrPicture(*qrSymbol(code.toUtf8())));
    QCOMPARE(toRosa().size(), 2);
    const ScriptedGraph::Asked words = toRosa().first();
    QCOMPARE(words.opaque, asked.message.text());
    QCOMPARE(words.picture, upload.id);
    QCOMPARE(words.text, asked.text);
    const ScriptedGraph::Asked alone = toRosa().last();
    QCOMPARE(alone.opaque, asked.codeMessage.text());
    QCOMPARE(alone.text, code);
    QCOMPARE(alone.picture, QString());
    settle();
    QCOMPARE(statesOf(asked.message), QList<MessageState>({MessageState::Submitted}));
    // What desks hear of: the charge and its code, no third bubble.
    QCOMPARE(accepted(ContentType::PixCode).size(), 1);
    QVERIFY(accepted(ContentType::Image).isEmpty());
}

void tst_pictures::whatMetaDoesNotTakeGoesAsWords_data()
{
    QTest::addColumn<ScriptedGraph::Reply>("reply");
    QTest::newRow("131053") << ScriptedGraph::refusal(131053);
    QTest::newRow("100") << ScriptedGraph::refusal(100);
    QTest::newRow("131051") << ScriptedGraph::refusal(131051);
    QTest::newRow("a proxy finds it too large") << ScriptedGraph::bare(413);
}
void tst_pictures::whatMetaDoesNotTakeGoesAsWords()
{
    QFETCH(const ScriptedGraph::Reply, reply);
    m_graph->scriptUploads({reply});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1); // at once: no time has passed
    QCOMPARE(m_graph->uploads().size(), 1);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({asked.text, codeOf(asked.charge)}));
    QCOMPARE(toRosa().first().picture, QString());
    QCOMPARE(m_graph->accepted(asked.message.text()), 1);
    QVERIFY(told<wire::QueuePaused>().isEmpty());
}

void tst_pictures::whatMayBeTriedAgainIs_data()
{
    QTest::addColumn<ScriptedGraph::Reply>("reply");
    QTest::addColumn<qint64>("waitMs");
    QTest::newRow("bare 500") << ScriptedGraph::bare(500) << 2 * kSecondMs;
    QTest::newRow("no answer") << ScriptedGraph::Reply{Answer::Cut, 0, 0} << 2 * kSecondMs;
    QTest::newRow("maintenance") << ScriptedGraph::refusal(131057, 500) << 2 * kSecondMs;
    QTest::newRow("unknown error") << ScriptedGraph::refusal(131000, 500) << 2 * kSecondMs;
    QTest::newRow("bare 429") << ScriptedGraph::bare(429) << kSecondMs;
    QTest::newRow("the hour's limit") << ScriptedGraph::refusal(4) << kMinuteMs;
}
void tst_pictures::whatMayBeTriedAgainIs()
{
    QFETCH(const ScriptedGraph::Reply, reply);
    QFETCH(const qint64, waitMs);
    m_graph->scriptUploads({reply});
    const wire::ChargePix asked = charge();
    QTRY_VERIFY(m_relay->logged().contains("picture-refused"));
    const MessageId other = send(m_joao, u"oi"_s);
    QTRY_COMPARE(m_graph->accepted(other.text()), 1); // it holds nobody else
    advance(waitMs - 1);
    QCOMPARE(m_graph->uploads().size(), 1);
    QVERIFY(toRosa().isEmpty()); // nor does the code overtake its words
    advance(1);
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    QCOMPARE(m_graph->uploads().size(), 2);
    QCOMPARE(toRosa().size(), 2);
    QCOMPARE(toRosa().first().picture, m_graph->uploads().last().id);
    QCOMPARE(statesOf(asked.message), QList<MessageState>({MessageState::Submitted}));
}

void tst_pictures::aMinuteOfTroubleAndTheWordsGoAlone()
{
    constexpr int kTries = 6;
    m_graph->scriptUploads(QList<ScriptedGraph::Reply>(kTries, ScriptedGraph::bare(503)));
    const wire::ChargePix asked = charge();
    for (int made = 1; made < kTries; ++made) {
        QTRY_COMPARE(m_relay->logged().count("picture-refused"), made);
        settle();
        QVERIFY(toRosa().isEmpty());
        advance(kSecondMs << made);
    }
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    QCOMPARE(m_graph->uploads().size(), kTries);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({asked.text, codeOf(asked.charge)}));
    QCOMPARE(toRosa().first().picture, QString());
}

void tst_pictures::aLimitOfHoursIsNotWaitedFor()
{
    m_graph->scriptUploads(QList<ScriptedGraph::Reply>(2, ScriptedGraph::refusal(80007)));
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_relay->logged().count("picture-refused"), 1);
    settle();
    advance(kMinuteMs);
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    QCOMPARE(m_graph->uploads().size(), 2);
    QCOMPARE(toRosa().first().picture, QString());
}

void tst_pictures::nobodyThereIsNobodyForTheWordsEither()
{
    m_graph->stop();
    const wire::ChargePix asked = charge();
    const auto knocksAgain = [&] {
        m_relay->clock.advanceMs(kMinuteMs);
        customerWrites(kBystanderNumber, kOtherChannel);
        return m_graph->accepted(asked.codeMessage.text()) == 1;
    };
    for (int i = 0; i < 8; ++i) // more than a picture that is refused gets
        QVERIFY(!knocksAgain());
    m_graph->start();
    QVERIFY(QTest::qWaitFor(knocksAgain, 10'000));
    QCOMPARE(toRosa().size(), 2);
    QVERIFY(!toRosa().first().picture.isEmpty());
}

void tst_pictures::aDeadTokenPausesTheChannel()
{
    m_graph->scriptUploads({ScriptedGraph::refusal(190, 401)});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
    QCOMPARE(told<wire::QueuePaused>().first(), (wire::QueuePaused{TestRelay::kPhoneNumberId, 190}));
    advance(kHourMs);
    QVERIFY(toRosa().isEmpty());
    QCOMPARE(m_graph->uploads().size(), 1);
    QVERIFY(statesOf(asked.message).isEmpty());
    resume();
    QTRY_COMPARE(m_graph->accepted(asked.message.text()), 1);
    QCOMPARE(m_graph->uploads().size(), 2);
    QVERIFY(!toRosa().first().picture.isEmpty());
}

// The token is sound, and what it may not do is to upload.
void tst_pictures::picturesPauseItOnce()
{
    m_graph->scriptUploads(QList<ScriptedGraph::Reply>(3, ScriptedGraph::refusal(10, 403)));
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
    settle();
    resume();
    QTRY_COMPARE(m_graph->accepted(asked.message.text()), 1);
    QCOMPARE(m_graph->uploads().size(), 2);
    QCOMPARE(toRosa().first().picture, QString());
    QCOMPARE(told<wire::QueuePaused>().size(), 1);
    const wire::ChargePix next = charge(); // nor does the next one's
    advance(kMinuteMs);
    QTRY_COMPARE(m_graph->accepted(next.message.text()), 1);
    QCOMPARE(told<wire::QueuePaused>().size(), 1);
    QCOMPARE(m_graph->uploads().size(), 3);
    const wire::ChargePix taken = charge(); // what stops it after that is something new
    advance(kMinuteMs);
    QTRY_COMPARE(m_graph->accepted(taken.message.text()), 1);
    QVERIFY(!m_graph->uploads().last().id.isEmpty());
    m_graph->scriptUploads({ScriptedGraph::refusal(10, 403)});
    charge();
    advance(kMinuteMs);
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 2);
}

void tst_pictures::whatMetaDoesNotShowGoesAsWords_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("media") << 131053;
    QTest::newRow("the id is gone") << 100;
    QTest::newRow("a value") << 131009;
}
void tst_pictures::whatMetaDoesNotShowGoesAsWords()
{
    QFETCH(const int, code);
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(code)});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->accepted(asked.message.text()), 1);
    advance(kMinuteMs); // Meta wants a while between messages to one person
    QTRY_COMPARE(toRosa().size(), 3);
    QVERIFY(!toRosa()[0].picture.isEmpty() && !toRosa()[0].accepted);
    QCOMPARE(toRosa()[1].picture, QString());
    QCOMPARE(toRosa()[1].text, asked.text);
    QCOMPARE(m_graph->uploads().size(), 1);
    QCOMPARE(statesOf(asked.message), QList<MessageState>({MessageState::Submitted}));
}

void tst_pictures::aSendThatIsTriedAgainHasItsPicture()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(131000, 500)});
    const wire::ChargePix asked = charge();
    QTRY_VERIFY(m_relay->logged().contains("send-refused"));
    settle();
    advance(2 * kSecondMs);
    QTRY_COMPARE(m_graph->accepted(asked.message.text()), 1);
    QCOMPARE(m_graph->uploads().size(), 1);
    QCOMPARE(toRosa()[1].picture, m_graph->uploads().first().id);
}

// Nothing has left yet: it goes, once, with another picture.
void tst_pictures::aPictureUnderWayAtAStopIsMadeAnew()
{
    m_graph->scriptUploads({kHold});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->held(), 1);
    m_relay->stop();
    m_relay->start();
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    advance(kDoubtMs);
    QCOMPARE(m_graph->uploads().size(), 2);
    QCOMPARE(toRosa().size(), 2);
    QCOMPARE(toRosa().first().picture, m_graph->uploads().last().id);
    QCOMPARE(statesOf(asked.message), QList<MessageState>({MessageState::Submitted}));
}

void tst_pictures::aSendUnderWayAtAStopIsIncerta()
{
    m_graph->script(kRosaNumber, {kHold});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->held(), 1);
    m_relay->stop();
    m_relay->start();
    advance(kDoubtMs);
    QTRY_COMPARE(statesOf(asked.message), QList<MessageState>({MessageState::Uncertain}));
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    advance(kHourMs);
    QCOMPARE(m_graph->uploads().size(), 1);
    QCOMPARE(toRosa().size(), 2);
    QCOMPARE(statesOf(asked.message), QList<MessageState>({MessageState::Uncertain}));
}

void tst_pictures::otherChatsDoNotWaitForIt()
{
    m_graph->scriptUploads({kHold});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->held(), 1);
    const MessageId other = send(m_joao, u"oi"_s);
    const MessageId behind = send(m_rosa, u"o Pix já vai"_s);
    QTRY_COMPARE(m_graph->accepted(other.text()), 1);
    settle();
    QVERIFY(toRosa().isEmpty());
    m_graph->release({});
    QTRY_COMPARE(m_graph->accepted(behind.text()), 1);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({asked.text, codeOf(asked.charge), u"o Pix já vai"_s}));
}

void tst_pictures::whatDoesNotPayTheShopIsNotDrawn()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(190, 401)}); // the queue stops
    send(m_rosa, u"oi"_s);
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
    const wire::ChargePix asked = charge();
    plant(asked.charge, codeOfAnother(asked));
    resume();
    QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
    advance(kMinuteMs);
    QVERIFY(m_graph->uploads().isEmpty());
    QCOMPARE(m_graph->accepted(asked.message.text()), 0);
    QVERIFY(failures().contains(-2));
}

void tst_pictures::whatIsSwappedMeanwhileStays()
{
    m_graph->scriptUploads({kHold});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->held(), 1);
    plant(asked.charge, codeOfAnother(asked));
    m_graph->release({});
    QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
    advance(kMinuteMs);
    QCOMPARE(m_graph->uploads().size(), 1);
    QCOMPARE(m_graph->accepted(asked.message.text()), 0);
}

void tst_pictures::whatIsCancelledMeanwhileStays()
{
    m_graph->scriptUploads({kHold});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->held(), 1);
    QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
    m_graph->release({});
    QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
    advance(kMinuteMs);
    QVERIFY(toRosa().isEmpty());
    QVERIFY(failures().contains(-3));
}

void tst_pictures::whoIsForgottenMeanwhileGetsNothing()
{
    m_graph->scriptUploads({kHold});
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->held(), 1);
    const QList<wire::Event> events = m_relay->events(m_token);
    const auto made = std::ranges::find_if(
        events, [](const auto &one) { return std::holds_alternative<wire::CustomerCreated>(one.body); });
    QVERIFY(made != events.end());
    QCOMPARE(apply(wire::EraseCustomer{*made->subject.customer, u"pedido"_s}, managerSession()).status,
             wire::OutcomeStatus::Accepted);
    m_graph->release({});
    advance(kMinuteMs);
    QVERIFY(toRosa().isEmpty());
    QCOMPARE(m_graph->uploads().size(), 1);
}

void tst_pictures::itGoesAgainWithItsPicture()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(131026)});
    const wire::ChargePix asked = charge();
    QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    const MessageId again = chargeAgain(asked);
    QTRY_COMPARE(m_graph->accepted(again.text()), 1);
    QCOMPARE(m_graph->uploads().size(), 2);
    QCOMPARE(m_graph->uploads().last().bytes, m_graph->uploads().first().bytes);
    QCOMPARE(toRosa().last().picture, m_graph->uploads().last().id);
    QCOMPARE(toRosa().last().text, asked.text);
}

// Meta took the message and found afterwards that it cannot show the picture.
void tst_pictures::oneThatWasNotShownIsNotSentAgain()
{
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    hear(asked.message, u"failed"_s, 131053);
    QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
    const MessageId again = chargeAgain(asked);
    QTRY_COMPARE(m_graph->accepted(again.text()), 1);
    QCOMPARE(m_graph->uploads().size(), 1);
    QCOMPARE(toRosa().last().picture, QString());
    QCOMPARE(toRosa().last().text, asked.text);
}

void tst_pictures::noPictureStaysHere()
{
    const wire::ChargePix asked = charge();
    QTRY_COMPARE(m_graph->accepted(asked.codeMessage.text()), 1);
    settle();
    m_relay->stop();
    const auto files = QDir(m_relay->dataDir()).entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &one : files) {
        QFile file(one.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("IHDR") && !bytes.contains("media.0"), qPrintable(one.fileName()));
    }
    QVERIFY(!m_relay->logged().contains("media.0"));
}

BALCAO_TEST(tst_pictures)
#include "tst_pictures.moc"
