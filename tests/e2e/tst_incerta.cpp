// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// With every status swallowed, a send is incerta exactly when no answer to its last attempt reached the log:
// never because of an error that said no, never twice at the Graph API.

#include "support/testmain.h"
#include "world.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_incerta : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheRightSendsAreIncerta();
};

void tst_incerta::exactlyTheRightSendsAreIncerta()
{
    World world(14);
    int next = 0;
    const auto send = [&](const QString &text, int count) {
        QStringList texts;
        for (int i = 0; i < count; ++i, ++next) {
            texts.append(u"%1 %2"_s.arg(text).arg(i));
            (next % 2 == 0 ? *world.left : *world.right).send(world.conversation(next), world.ana, texts.last());
        }
        return texts;
    };
    const auto doubts = [&] { return world.relay->log().count("send-in-doubt"); };
    const auto submitted = [&](const QStringList &texts) {
        const auto messages = world.left->messages();
        return std::ranges::all_of(
            texts, [&](const QString &text) { return World::stateOf(text, messages) == MessageState::Submitted; });
    };
    QStringList right;

    world.fault({{u"swallowStatuses"_s, 1000}});
    QStringList known = send(u"answered"_s, 3);
    QTRY_VERIFY_WITH_TIMEOUT(submitted(known), 30'000);

    world.fault({{u"rate429"_s, 1000}});
    const QStringList later = send(u"turned away, then taken"_s, 2);
    QTRY_VERIFY_WITH_TIMEOUT(world.relay->log().count("send-refused") >= 1, 30'000);
    world.fault({{u"rate429"_s, 0}});
    QTRY_VERIFY_WITH_TIMEOUT(submitted(later), 30'000);
    known += later;

    world.fault({{u"answerLostAfterAccept"_s, 1000}});
    right += send(u"answer lost"_s, 3);
    QTRY_COMPARE_WITH_TIMEOUT(doubts(), 3, 30'000);
    world.fault({{u"answerLostAfterAccept"_s, 0}, {u"rate500AfterAccept"_s, 1000}});
    right += send(u"bare 500"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(doubts(), 5, 30'000);
    world.fault({{u"rate500AfterAccept"_s, 0}, {u"answerLostBeforeAccept"_s, 1000}});
    right += send(u"lost on the way"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(doubts(), 7, 30'000);

    world.fault({{u"answerLostBeforeAccept"_s, 0}, {u"latencyMs"_s, 15'000}});
    const qsizetype before = world.graph.sends().size();
    right += send(u"relay killed before the answer"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(world.graph.sends().size(), before + 2, 30'000);
    world.relay->kill();
    world.fault({{u"latencyMs"_s, 0}});
    world.relay->startAndWait();

    // A minute for a status that carries our id; none comes.
    const auto uncertain = [&](const DeskProcess &desk) {
        QStringList texts;
        for (const store::ThreadRow &row : desk.messages()) {
            if (row.outbound && row.state == MessageState::Uncertain)
                texts.append(row.text);
        }
        texts.sort();
        return texts;
    };
    right.sort();
    QTRY_COMPARE_WITH_TIMEOUT(uncertain(*world.left), right, 120'000);
    QTRY_COMPARE_WITH_TIMEOUT(uncertain(*world.right), right, 10'000);
    QVERIFY(submitted(known));
    QStringList sent = world.sentTexts();
    QCOMPARE(sent.removeDuplicates(), 0);
    QCOMPARE(sent.size(), known.size() + right.size() - 2); // two were lost before the Graph API saw them

    // One desk leaves one of them at that: it does for both.
    const auto isLeft = [&](const DeskProcess &desk) {
        const auto messages = desk.messages();
        return std::ranges::any_of(messages, [](const store::ThreadRow &row) {
            return row.text == "answer lost 0"_L1 && row.dismissed && row.dismissedBy == "Ana"_L1;
        });
    };
    for (const store::ThreadRow &row : world.left->messages()) {
        if (row.text == "answer lost 0"_L1)
            world.right->work(wire::DismissMessage{row.id, true}, world.conversation(0), world.ana, false);
    }
    QTRY_VERIFY_WITH_TIMEOUT(isLeft(*world.left) && isLeft(*world.right), 30'000);
    QCOMPARE(uncertain(*world.left), right);

    // A late status that carries our id still settles it.
    for (const sandbox::SendRecord &record : world.graph.sends()) {
        if (record.text != "answer lost 0"_L1)
            continue;
        const auto contact = world.book.find(record.to);
        QVERIFY(contact);
        world.sender.tell({*contact, 0, record.wamid, u"delivered"_s, world.clock.nowMs(), record.opaque, false, 0});
    }
    right.removeOne(u"answer lost 0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(uncertain(*world.left), right, 30'000);
    QVERIFY(World::stateOf(u"answer lost 0"_s, world.left->messages()) == MessageState::Delivered);
}

BALCAO_TEST(tst_incerta)
#include "tst_incerta.moc"
