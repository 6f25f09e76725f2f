// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "wire/filler.h"

#include <QJsonDocument>

using namespace balcao;
using namespace balcao::wire;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject goodEvent()
{
    QRandomGenerator random(1);
    return toJson(filledEvent<TagDefined>(random));
}

QJsonObject with(QJsonObject json, const QString &key, const QJsonValue &value)
{
    json.insert(key, value);
    return json;
}

QJsonObject without(QJsonObject json, const QString &key)
{
    json.remove(key);
    return json;
}

/// Another value of another shape in a random place, at any depth.
QJsonValue damaged(const QJsonValue &value, QRandomGenerator &random)
{
    static const QList<QJsonValue> kOdd{{},
                                        true,
                                        -1,
                                        1.5,
                                        1e300,
                                        u""_s,
                                        u"<b>"_s,
                                        QJsonArray{},
                                        QJsonObject{},
                                        QString(70000, u'x'),
                                        QJsonArray{QJsonArray{QJsonArray{}}}};
    if (value.isObject() && !value.toObject().isEmpty() && random.bounded(4) != 0) {
        QJsonObject object = value.toObject();
        const QStringList keys = object.keys();
        const QString key = keys[random.bounded(static_cast<int>(keys.size()))];
        if (random.bounded(5) == 0)
            object.remove(key);
        else
            object.insert(key, damaged(object.value(key), random));
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty() && random.bounded(4) != 0) {
        QJsonArray array = value.toArray();
        const int at = random.bounded(static_cast<int>(array.size()));
        array.replace(at, damaged(array.at(at), random));
        return array;
    }
    return kOdd[random.bounded(static_cast<int>(kOdd.size()))];
}

} // namespace

class tst_malformed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfTheFutureHideNothing()
    {
        QJsonObject actor = with(goodEvent(), u"actor"_s, QJsonObject{{u"type"_s, u"robot"_s}});
        const auto event = wire::eventFromJson(actor);
        QVERIFY(event);
        QVERIFY(event->actor.type == wire::ActorType::System);
        QRandomGenerator random(2);
        QJsonObject json = toJson(filledEvent<MessageReceived>(random));
        QJsonObject body = json.value(u"body"_s).toObject();
        QJsonObject content = body.value(u"content"_s).toObject();
        content.insert(u"type"_s, u"hologram"_s);
        content.insert(u"text"_s, u"oi"_s);
        body.insert(u"content"_s, content);
        const auto future = wire::eventFromJson(with(json, u"body"_s, body));
        QVERIFY(future);
        const auto *message = std::get_if<wire::MessageReceived>(&future->body);
        QVERIFY(message);
        QVERIFY(message->content.type == ContentType::Unknown);
        QCOMPARE(message->content.text, u"oi"_s);
    }
    void malformedEnvelopeIsANamedProblem_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("detail");
        const QJsonObject good = goodEvent();
        QTest::newRow("empty") << QJsonObject() << u"seq: missing"_s;
        QTest::newRow("no kind") << without(good, u"kind"_s) << u"kind: missing"_s;
        QTest::newRow("kind a number") << with(good, u"kind"_s, 3) << u"kind: not a text"_s;
        QTest::newRow("kind too long") << with(good, u"kind"_s, QString(65, u'k')) << u"kind: too long"_s;
        QTest::newRow("seq a text") << with(good, u"seq"_s, u"7"_s) << u"seq: not a number"_s;
        QTest::newRow("seq fraction") << with(good, u"seq"_s, 7.5) << u"seq: not a whole number"_s;
        QTest::newRow("seq huge") << with(good, u"seq"_s, 1e300) << u"seq: out of range"_s;
        QTest::newRow("seq zero") << with(good, u"seq"_s, 0) << u"seq: not positive"_s;
        QTest::newRow("v beyond int") << with(good, u"v"_s, 3e9) << u"v: out of range"_s;
        QTest::newRow("subject a list") << with(good, u"subject"_s, QJsonArray{}) << u"subject: not an object"_s;
        QTest::newRow("subject id braces")
            << with(good, u"subject"_s, QJsonObject{{u"tag"_s, u"{x}"_s}}) << u"subject.tag: not an id"_s;
        QTest::newRow("actor a number") << with(good, u"actor"_s, QJsonObject{{u"type"_s, 3}})
                                        << u"actor.type: not one of the known names"_s;
        QTest::newRow("cause upper case")
            << with(good, u"cause"_s, u"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"_s) << u"cause: not an id"_s;
        QTest::newRow("body a text") << with(good, u"body"_s, u"x"_s) << u"body: not an object"_s;
    }
    void malformedEnvelopeIsANamedProblem()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, detail);
        const auto event = eventFromJson(json);
        QVERIFY(!event.ok());
        QCOMPARE(event.problem().type, QString(problem::kBadBody));
        QCOMPARE(event.problem().detail, detail);
    }

    void malformedBodyIsKeptWithItsReason()
    {
        const QJsonObject json = with(goodEvent(), u"body"_s, QJsonObject{{u"name"_s, 5}, {u"colour"_s, u"#fff"_s}});
        const auto event = eventFromJson(json);
        QVERIFY(event.ok());
        const auto *unknown = std::get_if<UnknownBody>(&event->body);
        QVERIFY(unknown);
        QCOMPARE(unknown->why, u"name: not a text"_s);
        QCOMPARE(toJson(*event), json);
    }

    void nestedFieldIsNamedWithItsPath()
    {
        QRandomGenerator random(4);
        QJsonObject body = encode(filled<MessageReceived>(random));
        QJsonObject content = body.value(u"content"_s).toObject();
        content.insert(u"contacts"_s, QJsonArray{QJsonObject{}, QJsonObject{{u"phones"_s, QJsonArray{1}}}});
        body.insert(u"content"_s, content);
        const auto parsed = decode<MessageReceived>(body, problem::kBadBody);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.problem().detail, u"content.contacts[1].phones[0]: not a text"_s);
    }

    void unknownCommandKindIsKept()
    {
        QRandomGenerator random(1);
        QJsonObject json = toJson(filledCommand<AddNote>(random));
        json.insert(u"kind"_s, u"shop.burn"_s);
        const auto command = commandFromJson(json);
        QVERIFY(command.ok());
        QCOMPARE(std::get<UnknownBody>(command->body).why, QString());
        json.insert(u"kind"_s, QString(RetireTag::kKind));
        QCOMPARE(std::get<UnknownBody>(commandFromJson(json)->body).why, u"tag: missing"_s);
    }

    void bytesThatAreNoPageAreAProblem_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"log\":\"");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("text") << QByteArray("\"log\"");
        QTest::newRow("10,000 levels") << QByteArray(10000, '[');
        QTest::newRow("10,000 objects") << QByteArray("{\"a\":").repeated(10000);
        QTest::newRow("1e400") << QByteArray("{\"log\":1e400}");
        QTest::newRow("lone surrogate") << QByteArray("{\"log\":\"\\ud800\"}");
        QTest::newRow("not utf-8") << QByteArray("{\"log\":\"\xff\xfe\"}");
        QTest::newRow("nul") << QByteArray("{\"log\":\0}", 9);
    }
    void bytesThatAreNoPageAreAProblem()
    {
        QFETCH(QByteArray, bytes);
        const auto page = eventPageFromBytes(bytes);
        QVERIFY(!page.ok());
        QCOMPARE(page.problem().type, QString(problem::kBadRequest));
        QCOMPARE(problemFromBytes(bytes).type, QString(problem::kBadRequest));
    }

    void pageOutOfOrderIsAProblem()
    {
        QRandomGenerator random(2);
        EventPage page{LogId::create(),
                       1,
                       9,
                       false,
                       {filledEvent<TagDefined>(random), filledEvent<TagDefined>(random)},
                       {},
                       {},
                       {}};
        page.events[0].seq = 9;
        page.events[1].seq = 9;
        QCOMPARE(eventPageFromBytes(toBytes(page)).problem().detail, u"events: not in order"_s);
    }

    void damageNeverCrashesAndNeverLeaksContent()
    {
        QRandomGenerator random(77);
        const QString secret = u"segredo-do-cliente"_s;
        int problems = 0;
        for (int round = 0; round < 3000; ++round) {
            MessageReceived body = filled<MessageReceived>(random);
            body.content.text = secret;
            Event event = filledEvent<MessageReceived>(random);
            event.body = body;
            const QJsonObject json = damaged(toJson(event), random).toObject();
            const auto parsed = eventFromJson(json);
            if (!parsed) {
                ++problems;
                QVERIFY(!parsed.problem().detail.contains(secret));
                QVERIFY(!parsed.problem().detail.isEmpty());
            } else if (const auto *unknown = std::get_if<UnknownBody>(&parsed->body)) {
                QVERIFY(!unknown->why.contains(secret));
            }
            const auto command =
                commandFromJson(damaged(toJson(filledCommand<SendMessage>(random)), random).toObject());
            if (!command)
                QVERIFY(!command.problem().type.isEmpty());
        }
        QVERIFY(problems > 100);
    }

    void randomBytesNeverCrash()
    {
        QRandomGenerator random(78);
        const QByteArray good = QJsonDocument(goodEvent()).toJson(QJsonDocument::Compact);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = good;
            for (int i = random.bounded(1, 6); i > 0; --i)
                bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
            const auto object = parseObject(bytes, problem::kBadRequest);
            if (object)
                (void)eventFromJson(*object);
            else
                QCOMPARE(object.problem().type, QString(problem::kBadRequest));
        }
    }
};

BALCAO_TEST(tst_malformed)
#include "tst_malformed.moc"
