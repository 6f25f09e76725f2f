// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "singleinstance.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

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

BALCAO_TEST(tst_singleinstance)
#include "tst_singleinstance.moc"
