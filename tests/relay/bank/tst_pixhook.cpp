// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/pixhook.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kFirst = "E12345678202009091221kkkkkkkkkkk";
const QByteArray kSecond = "E87654321202009091221dfghi123456";
const QByteArray kTxid = "cd1fe328c87548128f1ae1cdc2a3e8bd";

QByteArray pix(const QByteArray &id, const QByteArray &more = {})
{
    return "{\"endToEndId\":\"" + id + "\"" + more + "}";
}

QByteArray hook(const QByteArray &list)
{
    return "{\"pix\":[" + list + "]}";
}

QByteArray many(int count)
{
    QByteArray list;
    for (int i = 0; i < count; ++i)
        list += (i > 0 ? "," : "") + pix("E" + QByteArray::number(i).rightJustified(31, '0'));
    return hook(list);
}

} // namespace

class tst_pixhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesBecomeHints_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("hints"); // id/txid/key …
        QTest::addColumn<int>("unread");
        const QByteArray full = ",\"txid\":\"" + kTxid + "\",\"chave\":\"a@b.example\",\"valor\":\"110.00\"";
        const QString first = QString::fromLatin1(kFirst);
        const QString second = QString::fromLatin1(kSecond);
        const QString told = first + u'/' + QString::fromLatin1(kTxid) + u"/a@b.example"_s;
        QTest::newRow("object") << hook(pix(kFirst, full)) << told << 0;
        QTest::newRow("root array") << "[" + pix(kFirst, full) + "]" << told << 0;
        QTest::newRow("no txid") << hook(pix(kFirst)) << first + u"//"_s << 0;
        QTest::newRow("two") << hook(pix(kFirst) + "," + pix(kSecond)) << first + u"// "_s + second + u"//"_s << 0;
        QTest::newRow("the same twice") << hook(pix(kFirst) + "," + pix(kFirst, full)) << first + u"//"_s << 0;
        QTest::newRow("one bad of two") << hook("{}," + pix(kSecond)) << second + u"//"_s << 1;
        QTest::newRow("odd txid") << hook(pix(kFirst, ",\"txid\":\"../../cob\"")) << first + u"//"_s << 0;
        QTest::newRow("txid as number") << hook(pix(kFirst, ",\"txid\":17")) << first + u"//"_s << 0;
        QTest::newRow("long key") << hook(pix(kFirst, ",\"chave\":\"" + QByteArray(78, 'a') + "\"")) << first + u"//"_s
                                  << 0;
        QTest::newRow("amount as number") << hook(pix(kFirst, ",\"valor\":1e9")) << first + u"//"_s << 0;
        QTest::newRow("empty list") << QByteArray("{\"pix\":[]}") << QString() << 0;
        QTest::newRow("empty array") << QByteArray("[]") << QString() << 0;
        QTest::newRow("more fields") << QByteArray("{\"evento\":1,\"pix\":[" + pix(kFirst) + "]}") << first + u"//"_s
                                     << 0;
    }
    void bodiesBecomeHints()
    {
        QFETCH(const QByteArray, body);
        const auto hook = readPixHook(body);
        QVERIFY(hook.ok());
        QStringList told;
        for (const PixHint &hint : hook->hints)
            told.append(hint.endToEndId + u'/' + hint.txid + u'/' + hint.key);
        QTEST(told.join(u' '), "hints");
        QTEST(hook->unread, "unread");
    }

    void anythingElseIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << QByteArray() << u"body: not JSON"_s;
        QTest::newRow("form") << QByteArray("pix=1") << u"body: not JSON"_s;
        QTest::newRow("text") << QByteArray("\"pix\"") << u"body: not JSON"_s;
        QTest::newRow("cut") << hook(pix(kFirst)).chopped(1) << u"body: not JSON"_s;
        QTest::newRow("a test of the bank's") << QByteArray("{\"evento\":\"teste_webhook\"}") << u"pix: not a list"_s;
        QTest::newRow("pix as object") << "{\"pix\":" + pix(kFirst) + "}" << u"pix: not a list"_s;
        QTest::newRow("no id") << hook("{}") << u"pix: no endToEndId"_s;
        QTest::newRow("numbers") << QByteArray("[1,2]") << u"pix: no endToEndId"_s;
        QTest::newRow("short id") << hook(pix(kFirst.chopped(1))) << u"pix: no endToEndId"_s;
        QTest::newRow("long id") << hook(pix(kFirst + "k")) << u"pix: no endToEndId"_s;
        QTest::newRow("path as id") << hook(pix("E1234567820200909122/../cob/kkkk")) << u"pix: no endToEndId"_s;
        QTest::newRow("too many") << many(kPixHookHints + 1) << u"pix: over 500 entries"_s;
        QTest::newRow("too long") << hook(pix(kFirst)) + QByteArray(kPixHookLimit, ' ') << u"body: over 262144 bytes"_s;
        QTest::newRow("deep") << QByteArray(100000, '[') << u"body: not JSON"_s;
    }
    void anythingElseIsNamed()
    {
        QFETCH(const QByteArray, body);
        const auto hook = readPixHook(body);
        QVERIFY(!hook.ok());
        QTEST(hook.problem().detail, "detail");
        QVERIFY(!hook.problem().detail.contains(u"kkk"_s));
    }

    void asManyAsAllowedAreRead() { QCOMPARE(readPixHook(many(kPixHookHints))->hints.size(), kPixHookHints); }

    // Whatever comes in: no crash, and no hint that is not an id.
    void noiseIsHarmless()
    {
        QRandomGenerator random(5);
        const QByteArray good = hook(pix(kFirst, ",\"txid\":\"" + kTxid + "\""));
        for (int i = 0; i < 20000; ++i) {
            QByteArray body = good;
            for (int j = random.bounded(4); j >= 0; --j)
                body[random.bounded(body.size())] = char(random.bounded(256));
            const auto read = readPixHook(body);
            for (int k = 0; read && k < read->hints.size(); ++k)
                QCOMPARE(read->hints.at(k).endToEndId.size(), 32);
        }
    }
};

BALCAO_TEST(tst_pixhook)
#include "tst_pixhook.moc"
