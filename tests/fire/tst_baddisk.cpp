// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A disk that fails once at any read while the desk opens what it keeps: that is trouble, which passes, and never
// damage, for which people would be told that their words are gone.

#include "recordingvfs.h"
#include "store/noticestore.h"
#include "store/outboxstore.h"
#include "store/storefolder.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_baddisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadThatFailsIsNoDamage()
    {
        const QTemporaryDir dir;
        const store::StoreFolder folder(dir.path());
        fill(folder);
        Recording recording;
        const RecordingVfs vfs(recording);
        int failures = 0;
        for (int nth = 1; nth < 500; ++nth) {
            recording.failRead(nth);
            const auto opened = folder.openOrMakeLocal({}, 1);
            if (!recording.hasFailed())
                break; // beyond its last read
            ++failures;
            QVERIFY2(folder.asideFiles().isEmpty(), QByteArray::number(nth));
            if (opened)
                QCOMPARE(store::NoticeStore(**opened).all().valueOr({{store::Notice::OwnFileLost, {}}}).size(), 0);
            else
                QVERIFY(opened.error().kind != Error::Kind::Corrupt);
        }
        recording.failRead(0);
        QVERIFY(failures > 10);
        const auto sound = folder.openOrMakeLocal({}, 1);
        QVERIFY(sound);
        QCOMPARE(store::OutboxStore(**sound).unsent(1000)->size(), 300);
    }

private:
    static void fill(const store::StoreFolder &folder)
    {
        const auto local = folder.openOrMakeLocal({}, 1);
        QVERIFY(local);
        for (int i = 0; i < 300; ++i) {
            const store::OutboxEntry entry{CommandId::create(), u"note.add"_s,        {}, {},
                                           QString(200, u'x'),  OperatorId::create(), i,  "{}"};
            QVERIFY(store::OutboxStore(**local).add(entry));
        }
    }
};

BALCAO_TEST(tst_baddisk)
#include "tst_baddisk.moc"
