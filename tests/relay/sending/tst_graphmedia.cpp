// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphmedia.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

GraphSend words(const QString &text)
{
    GraphSend made{MessageId::create(), {u"to"_s, u"+5519987654471"_s}, {}, {}};
    made.content.type = ContentType::Pix;
    made.content.text = text;
    return made;
}

} // namespace

class tst_graphmedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormHasThreeParts()
    {
        const QByteArray png("\x89PNG\r\n--\r\n\0", 11);
        const MediaForm form = graphMediaForm(png);
        QVERIFY(form.contentType.startsWith("multipart/form-data; boundary="));
        const QByteArray mark = "--" + form.contentType.split('=').value(1);
        QCOMPARE(form.body, mark +
                                "\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n" +
                                mark + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n" + mark +
                                "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"pix.png\"\r\n"
                                "Content-Type: image/png\r\n\r\n" +
                                png + "\r\n" + mark + "--\r\n");
        QVERIFY(form.contentType != graphMediaForm(png).contentType);
    }

    void anIdIsAnId()
    {
        const auto answer = readMediaAnswer(200, "{\"id\":\"1037543291543636\"}");
        QVERIFY(std::holds_alternative<Uploaded>(answer));
        QCOMPARE(std::get<Uploaded>(answer).mediaId, u"1037543291543636"_s);
    }

    void whatIsNoneIsARefusal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("131053") << 400 << QByteArray("{\"error\":{\"code\":131053,\"message\":\"x\"}}") << 131053;
        QTest::newRow("190") << 401 << QByteArray("{\"error\":{\"code\":190,\"message\":\"x\"}}") << 190;
        QTest::newRow("131057") << 500 << QByteArray("{\"error\":{\"code\":131057,\"message\":\"x\"}}") << 131057;
        QTest::newRow("bare 413") << 413 << QByteArray() << -413;
        QTest::newRow("bare 429") << 429 << QByteArray() << 130429;
        // A service that is down, for all that we know.
        QTest::newRow("bare 500") << 500 << QByteArray("<html>") << 2;
        QTest::newRow("no id") << 200 << QByteArray("{}") << 2;
        QTest::newRow("a number") << 200 << QByteArray("{\"id\":7}") << 2;
        QTest::newRow("cut") << 200 << QByteArray("{\"id\":\"1") << 2;
        QTest::newRow("no end of an id") << 200 << QByteArray("{\"id\":\"" + QByteArray(257, '7') + "\"}") << 2;
        QTest::newRow("nothing") << 0 << QByteArray() << 2;
    }
    void whatIsNoneIsARefusal()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        const auto answer = readMediaAnswer(status, body);
        QVERIFY(std::holds_alternative<Refused>(answer));
        QTEST(std::get<Refused>(answer).refusal.code, "code");
    }

    void theWordsStandBelowThePicture()
    {
        const GraphSend send = words(u"Pix de R$ 123,45"_s);
        const QJsonObject body = QJsonDocument::fromJson(graphImageBody(send, u"77"_s)).object();
        QCOMPARE(body, (QJsonObject{{u"messaging_product"_s, u"whatsapp"_s},
                                    {u"recipient_type"_s, u"individual"_s},
                                    {u"to"_s, u"+5519987654471"_s},
                                    {u"type"_s, u"image"_s},
                                    {u"image"_s, QJsonObject{{u"id"_s, u"77"_s}, {u"caption"_s, send.content.text}}},
                                    {u"biz_opaque_callback_data"_s, send.message.text()}}));
    }

    void whatCannotGoHasNoBody()
    {
        QVERIFY(!graphImageBody(words(QString(kLongestCaption, u'a')), u"77"_s).isEmpty());
        QVERIFY(graphImageBody(words(QString(kLongestCaption + 1, u'a')), u"77"_s).isEmpty());
        QVERIFY(graphImageBody(words(u"Pix"_s), {}).isEmpty());
        GraphSend nowhere = words(u"Pix"_s);
        nowhere.address = {};
        QVERIFY(graphImageBody(nowhere, u"77"_s).isEmpty());
    }

    void troubleWithThePictureIsNoTroubleWithTheWords()
    {
        for (const int code : {100, 131008, 131009, 131051, 131053})
            QVERIFY(isPictureTrouble(code));
        for (const int code : {0, 190, 130429, 131026, 131047, 131056, -413})
            QVERIFY(!isPictureTrouble(code));
    }
};

BALCAO_TEST(tst_graphmedia)
#include "tst_graphmedia.moc"
