// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "world.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// "Cancelar envio" while the relay comes and goes and the desk is killed over it: each message has been accepted once
// or stands in the field again, and no customer gets what was taken back.
class tst_takenback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsAcceptedOnceOrBackInTheField();
};

void tst_takenback::eachIsAcceptedOnceOrBackInTheField()
{
    constexpr int kMessages = 240;
    World world(2);
    // Of whom nothing is sent: a send takes its writer's draft with it, and what came back would be gone.
    const OperatorId bruno = OperatorId::create();
    int killed = 0;
    QStringList all;
    for (int i = 0; i < kMessages; ++i) {
        const ConversationId chat = world.conversation(i % 2);
        if (i % 60 == 15)
            world.relay->kill();
        else if (i % 60 == 50)
            world.relay->startAndWait();
        all.append(u"texto %1"_s.arg(i));
        world.left->send(chat, world.ana, all.last());
        if (i % 3 == 0) {
            QTRY_VERIFY_WITH_TIMEOUT(world.left->isAllDurable(), 30'000);
            world.left->takeBack(chat, bruno, all.last());
        }
        if (i % 40 == 27) { // now and then in the middle of it
            world.left->kill();
            world.left->start();
            ++killed;
        }
    }
    QVERIFY(QTest::qWaitFor([&] { return world.isQuiet(); }, 120'000));
    QStringList back;
    for (int i = 0; i < 2; ++i)
        back += world.left->draft(world.conversation(i), bruno).split(u'\n', Qt::SkipEmptyParts);
    QStringList accepted;
    for (const store::ThreadRow &row : world.left->messages()) {
        if (row.outbound)
            accepted.append(row.text);
    }
    const QStringList sent = world.sentTexts();
    for (const QString &text : std::as_const(all)) {
        QVERIFY2(accepted.count(text) + back.count(text) == 1,
                 qPrintable(u"%1: accepted %2, back %3"_s.arg(text).arg(accepted.count(text)).arg(back.count(text))));
        QVERIFY2(!back.contains(text) || !sent.contains(text), qPrintable(text));
    }
    QCOMPARE(accepted.size() + back.size(), kMessages);
    qInfo("%d messages, %d of them back, the desk killed %d times", kMessages, static_cast<int>(back.size()), killed);
    QVERIFY(back.size() >= 20 && killed >= 3);
}

BALCAO_TEST(tst_takenback)
#include "tst_takenback.moc"
