// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/messagestate.h"
#include "support/testmain.h"

#include <QList>
#include <QTest>

#include <algorithm>
#include <random>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;
using enum MessageState;

namespace {

// An outbound message's; Received is an inbound one's only state.
const QList<MessageState> kOutbound{Pending, Accepted, Submitted, Sent,   Delivered,
                                    Read,    Played,   Uncertain, Failed, Rejected};

MessageState merged(const QList<MessageState> &reports)
{
    MessageState state = Pending;
    for (const MessageState report : reports)
        state = mergeState(state, report);
    return state;
}

} // namespace

class tst_messagestate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ladder_data()
    {
        QTest::addColumn<MessageState>("current");
        QTest::addColumn<MessageState>("arrived");
        QTest::addColumn<MessageState>("result");
        QTest::newRow("accepted, then submitted") << Accepted << Submitted << Submitted;
        QTest::newRow("status before the answer") << Sent << Submitted << Sent;
        QTest::newRow("delivered before sent") << Delivered << Sent << Delivered;
        QTest::newRow("read before delivered") << Read << Delivered << Read;
        QTest::newRow("played after read") << Read << Played << Played;
        QTest::newRow("sent, then failed") << Sent << Failed << Failed;
        QTest::newRow("failed stays over a late sent") << Failed << Sent << Failed;
        QTest::newRow("delivery proves failed wrong") << Failed << Delivered << Delivered;
        QTest::newRow("failed after delivered") << Delivered << Failed << Delivered;
        QTest::newRow("uncertain after accepted") << Accepted << Uncertain << Uncertain;
        QTest::newRow("a late answer settles uncertain") << Uncertain << Submitted << Submitted;
        QTest::newRow("a late status settles uncertain") << Uncertain << Read << Read;
        QTest::newRow("a late failure settles uncertain") << Uncertain << Failed << Failed;
        QTest::newRow("uncertain after its status") << Sent << Uncertain << Sent;
        QTest::newRow("refused by the relay") << Pending << Rejected << Rejected;
        QTest::newRow("inbound stays inbound") << Received << Received << Received;
    }

    void ladder()
    {
        QFETCH(MessageState, current);
        QFETCH(MessageState, arrived);
        QTEST(mergeState(current, arrived), "result");
    }

    void reportsInAnyOrderGiveOneResult()
    {
        std::mt19937 random(20260801);
        for (int round = 0; round < 500; ++round) {
            QList<MessageState> reports;
            const auto count = 1 + random() % 12;
            for (auto i = 0U; i < count; ++i)
                reports.append(kOutbound.at(qsizetype(random() % quint32(kOutbound.size()))));
            const MessageState expected = merged(reports);
            for (int order = 0; order < 20; ++order) {
                std::shuffle(reports.begin(), reports.end(), random);
                QVERIFY2(merged(reports) == expected, qPrintable(toText(expected)));
            }
        }
    }

    void mergingTwiceChangesNothing()
    {
        for (const MessageState a : kOutbound) {
            for (const MessageState b : kOutbound) {
                const MessageState once = mergeState(a, b);
                QCOMPARE(mergeState(once, a), once);
                QCOMPARE(mergeState(once, b), once);
            }
        }
    }

    void namesComeBack()
    {
        QStringList names;
        for (const MessageState state : kOutbound + QList{Received}) {
            names.append(toText(state));
            QVERIFY(messageStateFromText(names.constLast()) == state);
        }
        QCOMPARE(names.removeDuplicates(), 0);
        QVERIFY(!messageStateFromText(u"warning"));
        QVERIFY(!messageStateFromText(u"Sent"));
        QVERIFY(!messageStateFromText({}));
    }
};

BALCAO_TEST(tst_messagestate)
#include "tst_messagestate.moc"
