// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "singleinstance.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

using namespace balcao;
using Claim = SingleInstance::Claim;
using Wish = SingleInstance::Wish;

class tst_singleinstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondShowsTheFirst();
    void theSecondMayAskTheFirstToEnd();
    void anotherFolderIsAnotherDesk();
    void whoHasEndedIsNoLongerInTheWay();
    void ofManyAtOnceOneIsTheFirst_data();
    void ofManyAtOnceOneIsTheFirst();

private:
    QTemporaryDir m_folder;
};

void tst_singleinstance::theSecondShowsTheFirst()
{
    SingleInstance first(m_folder.path());
    QCOMPARE(first.claim(), Claim::Ours);
    const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    const QSignalSpy ended(&first, &SingleInstance::quitRequested);
    QCOMPARE(SingleInstance(m_folder.path()).claim(), Claim::Taken);
    QTRY_COMPARE(raised.size(), 1);
    QCOMPARE(ended.size(), 0);
}

void tst_singleinstance::theSecondMayAskTheFirstToEnd()
{
    SingleInstance first(m_folder.path());
    QCOMPARE(first.claim(), Claim::Ours);
    const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    const QSignalSpy ended(&first, &SingleInstance::quitRequested);
    QCOMPARE(SingleInstance(m_folder.path()).claim(Wish::Quit), Claim::Taken);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(raised.size(), 0);
}

void tst_singleinstance::anotherFolderIsAnotherDesk()
{
    const QTemporaryDir other;
    SingleInstance first(m_folder.path());
    QCOMPARE(first.claim(), Claim::Ours);
    QCOMPARE(SingleInstance(other.path()).claim(Wish::Quit), Claim::Ours);
}

void tst_singleinstance::whoHasEndedIsNoLongerInTheWay()
{
    QCOMPARE(SingleInstance(m_folder.path()).claim(), Claim::Ours);
    QCOMPARE(SingleInstance(m_folder.path()).claim(), Claim::Ours);
}

void tst_singleinstance::ofManyAtOnceOneIsTheFirst_data()
{
    QTest::addColumn<bool>("afterACrash");
    QTest::newRow("of a fresh morning") << false;
    QTest::newRow("after a crash") << true;
}

// A double click on the icon, 100 times: never two that write to one folder, and never none.
void tst_singleinstance::ofManyAtOnceOneIsTheFirst()
{
    QFETCH(const bool, afterACrash);
    constexpr int kAtOnce = 4;
    for (int round = 0; round < 100; ++round) {
        const QTemporaryDir folder;
        if (afterACrash) {
            QFile lock(folder.filePath(QStringLiteral("balcao.lock")));
            QVERIFY(lock.open(QIODevice::WriteOnly));
            lock.write("4194399\nbalcao\n" + QSysInfo::machineHostName().toUtf8() + "\n"); // beyond any process
        }
        std::barrier together(kAtOnce);
        std::atomic<int> ours = 0;
        std::atomic<int> failed = 0;
        std::vector<std::thread> clicks;
        for (int i = 0; i < kAtOnce; ++i) {
            clicks.emplace_back([&] {
                SingleInstance one(folder.path());
                together.arrive_and_wait();
                const Claim claim = one.claim();
                ours += claim == Claim::Ours ? 1 : 0;
                failed += claim == Claim::Failed ? 1 : 0;
                together.arrive_and_wait(); // nobody ends before all have asked
            });
        }
        for (std::thread &click : clicks)
            click.join();
        QCOMPARE(ours, 1);
        QCOMPARE(failed, 0);
    }
}

BALCAO_TEST(tst_singleinstance)
#include "tst_singleinstance.moc"
