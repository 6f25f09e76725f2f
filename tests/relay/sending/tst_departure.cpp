// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The last look before a message leaves, on a relay's file.

#include "relay/data/till.h"
#include "relay/sending/departure.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_departure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainChargeIsDrawnBeforeItsAttempt()
    {
        Counter counter;
        const relay::Departure first = counter.depart({});
        QVERIFY(first.job);
        QCOMPARE(first.toDraw, counter.code());
        QVERIFY(!counter.isUnderWay());
        const relay::Departure second = counter.depart(relay::Picture{counter.code(), u"77"_s});
        QVERIFY(second.job && second.toDraw.isEmpty());
        QCOMPARE(second.mediaId, u"77"_s);
        QCOMPARE(second.job->attempts, 1);
        QVERIFY(counter.isUnderWay());
        // Once: what is under way is nobody's to send.
        QVERIFY(!counter.depart(relay::Picture{counter.code(), u"77"_s}).job);
    }

    void aPictureOfAnotherCodeIsNone()
    {
        Counter counter;
        QCOMPARE(counter.depart(relay::Picture{u"00020126"_s, u"77"_s}).toDraw, counter.code());
        QVERIFY(!counter.isUnderWay());
    }

    void withoutAPictureItGoesAsWords()
    {
        Counter counter;
        const relay::Departure made = counter.depart(relay::Picture{counter.code(), {}});
        QVERIFY(made.job && made.toDraw.isEmpty() && made.mediaId.isEmpty());
        QVERIFY(counter.isUnderWay());
    }

    void wordsThatAreTooLongForACaptionGoAlone()
    {
        for (const int length : {1024, 1025}) {
            Counter counter;
            wire::Content content =
                relay::Charges::contentFor(counter.till.kept(counter.asked.charge), ContentType::Pix);
            content.text = QString(length, u'a');
            QVERIFY(counter.till.data()
                        .connection()
                        .prepare(u"UPDATE outgoing SET content = ? WHERE message = ?"_s)
                        .bind(QString::fromUtf8(wire::canonicalJson(wire::encode(content))))
                        .bind(counter.asked.message)
                        .run());
            const relay::Departure made = counter.depart({});
            QCOMPARE(made.toDraw.isEmpty(), length > 1024);
            QCOMPARE(counter.isUnderWay(), length > 1024);
        }
    }

    void anOrderAndACodeAreNotDrawn()
    {
        Counter counter;
        QVERIFY(counter.till.job([&](relay::RelayData &data) -> Result<void> {
            BALCAO_TAKE(const relay::Departure code, relay::depart(data, counter.asked.codeMessage, {}));
            if (!code.job || !code.toDraw.isEmpty())
                qFatal("the code alone");
            return {};
        }));
        Counter orders(true);
        const relay::Departure order = orders.depart({});
        QVERIFY(order.job && order.order && order.toDraw.isEmpty() && order.mediaId.isEmpty());
    }

    void whatIsNotToBePaidIsNotDrawn()
    {
        Counter counter;
        counter.till.apply(wire::CancelCharge{counter.asked.charge});
        const relay::Departure made = counter.depart({});
        QVERIFY(!made.job && made.toDraw.isEmpty());
        const auto row = counter.till.data().messages().find(counter.asked.message);
        QVERIFY(row && *row && (*row)->state == MessageState::Failed);
    }

private:
    struct Counter
    {
        explicit Counter(bool payments = false)
        {
            const bool is =
                till.job([&](relay::RelayData &data) { return data.shop().setPayments(kChannel, payments); }).ok() &&
                till.apply(asked).status == wire::OutcomeStatus::Accepted;
            if (!is)
                qFatal("no charge");
        }
        relay::Departure depart(const std::optional<relay::Picture> &known)
        {
            relay::Departure made;
            const auto done = till.job([&](relay::RelayData &data) -> Result<void> {
                BALCAO_TAKE(made, relay::depart(data, asked.message, known));
                return {};
            });
            if (!done)
                qFatal("depart");
            return made;
        }
        QString code() { return till.kept(asked.charge).code; }
        bool isUnderWay()
        {
            const auto job = till.data().outgoing().find(asked.message);
            return job && *job && (*job)->inDoubt;
        }

        Till till;
        wire::ChargePix asked = till.charge();
    };
};

BALCAO_TEST(tst_departure)
#include "tst_departure.moc"
