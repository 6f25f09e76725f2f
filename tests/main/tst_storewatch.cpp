// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "main/storewatch.h"
#include "store/deskstore.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_storewatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Nobody opens that chat: the look finds it, and the next page has it made again.
    void whatNobodyOpensIsFound()
    {
        QTemporaryDir dir;
        store::Store store(dir.path(), {}, kLogStart);
        EventLog log;
        const Chat chat = log.open();
        for (int i = 0; i < StoreWatch::kAtOnce + 10; ++i) // more than one look
            log.receive(chat, u"oi %1"_s.arg(i));
        QVERIFY(take(store, log));
        StoreWatch watch(store);
        watch.look();
        watch.look();
        log.receive(chat, u"mais"_s);
        QVERIFY(!*take(store, log)); // nothing was wrong

        const auto spoilt = store.write([&log](store::StoreWriter &w) {
            return w.projection().exec(u"UPDATE message SET text = 'outra' WHERE seq = %1"_s.arg(log.head() - 2));
        });
        QVERIFY(spoilt.result());
        watch.look();
        store.read([](store::StoreReader &) { return Result<void>(); }).waitForFinished();
        QCoreApplication::processEvents(); // the place that it has come to
        watch.look();
        store.read([](store::StoreReader &) { return Result<void>(); }).waitForFinished();
        log.receive(chat, u"e mais"_s);
        QVERIFY(*take(store, log));
    }

private:
    /// All that is new; whether it began anew on the way.
    static Result<bool> take(store::Store &store, const EventLog &log)
    {
        bool isAnew = false;
        for (;;) {
            BALCAO_TAKE(const auto head, store.write([](store::StoreWriter &w) { return w.head(); }).result());
            const QByteArray page = log.after(head.cursor, 500);
            BALCAO_TAKE(const auto applied,
                        store.write([&](store::StoreWriter &w) { return w.applyPage(page, kLogStart); }).result());
            isAnew = isAnew || applied.otherLog;
            if (!applied.more)
                return isAnew;
        }
    }
};

BALCAO_TEST(tst_storewatch)
#include "tst_storewatch.moc"
