// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "wire/filler.h"

#include <QJsonDocument>

using namespace balcao;
using namespace balcao::wire;

class tst_roundtrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventDecodesToItself()
    {
        QRandomGenerator random(20261124);
        EventBodies::any([&]<class Body>() {
            for (int round = 0; round < 200; ++round) {
                const Event event = filledEvent<Body>(random);
                const auto back = eventFromJson(throughBytes(toJson(event)));
                if (!back || !(*back == event)) {
                    m_failed = QString(Body::kKind);
                    return true;
                }
            }
            return false;
        });
        QCOMPARE(m_failed, QString());
    }

    void everyCommandDecodesToItself()
    {
        QRandomGenerator random(42);
        CommandBodies::any([&]<class Body>() {
            for (int round = 0; round < 200; ++round) {
                const Command command = filledCommand<Body>(random);
                const auto back = commandFromJson(throughBytes(toJson(command)));
                if (!back || !(*back == command)) {
                    m_failed = QString(Body::kKind);
                    return true;
                }
            }
            return false;
        });
        QCOMPARE(m_failed, QString());
    }

    void everyCallDecodesToItself()
    {
        survives<PairRequest>();
        survives<PairAnswer>();
        survives<SessionRequest>();
        survives<SessionAnswer>();
        survives<PinRequest>();
        survives<LiveRequest>();
        survives<Live>();
        survives<RestoredFrom>();
        survives<CommandBatch>();
        survives<Outcome>();
        survives<OutcomeBatch>();
        survives<Health>();
        survives<WireProblem>();
    }

    void pageKeepsOrderGapsAndUnknownKinds()
    {
        QRandomGenerator random(7);
        EventPage page{LogId::create(),
                       1700000000000,
                       900,
                       true,
                       {},
                       filled<Live>(random),
                       RestoredFrom{LogId::create(), 3},
                       PageStart{4, 1699999999000}};
        page.events = {filledEvent<TagDefined>(random), filledEvent<MessageReceived>(random)};
        Event unknown = filledEvent<TagRetired>(random);
        unknown.kind = QStringLiteral("loyalty.stamped");
        unknown.body = UnknownBody{{{QStringLiteral("stamps"), 7}}, {}};
        page.events.append(unknown);
        for (qsizetype i = 0; i < page.events.size(); ++i)
            page.events[i].seq = 5 + i * 10;
        const auto back = eventPageFromBytes(toBytes(page));
        QVERIFY(back.ok());
        QCOMPARE(*back, page);
        QVERIFY(std::holds_alternative<UnknownBody>(back->events.last().body));
    }

    void blankBodyStaysBlank_data()
    {
        QTest::addColumn<bool>("explicitNull");
        QTest::newRow("no body") << false;
        QTest::newRow("null body") << true;
    }
    void blankBodyStaysBlank()
    {
        QFETCH(bool, explicitNull);
        QRandomGenerator random(9);
        Event event = filledEvent<MessageReceived>(random);
        event.body = Blank{};
        QJsonObject json = toJson(event);
        QVERIFY(!json.contains(QStringLiteral("body")));
        if (explicitNull)
            json.insert(QStringLiteral("body"), QJsonValue());
        const auto back = eventFromJson(json);
        QVERIFY(back.ok());
        QCOMPARE(*back, event);
    }

    void emptyBodyIsNotBlank()
    {
        QRandomGenerator random(9);
        const Event event = filledEvent<ConversationResolved>(random);
        QVERIFY(toJson(event).value(QStringLiteral("body")).isObject());
        QVERIFY(std::holds_alternative<ConversationResolved>(eventFromJson(toJson(event))->body));
    }

    void newerVersionIsKeptAndSkipped()
    {
        QRandomGenerator random(3);
        QJsonObject json = toJson(filledEvent<TagDefined>(random));
        json.insert(QStringLiteral("v"), kBodyVersion + 1);
        const auto event = eventFromJson(json);
        QVERIFY(event.ok());
        QVERIFY(std::holds_alternative<UnknownBody>(event->body));
        QCOMPARE(toJson(*event), json);
    }

    void unknownKeysAreIgnored()
    {
        QRandomGenerator random(3);
        const Event event = filledEvent<TagDefined>(random);
        QJsonObject json = toJson(event);
        json.insert(QStringLiteral("added_in_2027"), true);
        QJsonObject body = json.value(QStringLiteral("body")).toObject();
        body.insert(QStringLiteral("shade"), QStringLiteral("dark"));
        json.insert(QStringLiteral("body"), body);
        QCOMPARE(*eventFromJson(json), event);
    }

    void bodyHashIgnoresOnlyTheId()
    {
        QRandomGenerator random(3);
        const Command command = filledCommand<SendMessage>(random);
        const QJsonObject json = toJson(command);
        QJsonObject other = json;
        other.insert(QStringLiteral("id"), CommandId::create().text());
        QCOMPARE(bodyHash(other), bodyHash(json));
        const auto keys = json.keys();
        for (const QString &key : keys) {
            if (key == QStringLiteral("id"))
                continue;
            QJsonObject changed = json;
            changed.insert(key, QStringLiteral("changed"));
            QVERIFY2(bodyHash(changed) != bodyHash(json), qPrintable(key));
        }
    }

private:
    static QJsonObject throughBytes(const QJsonObject &json)
    {
        return QJsonDocument::fromJson(QJsonDocument(json).toJson()).object();
    }

    template <class T>
    void survives()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 100; ++round) {
            const T value = filled<T>(random);
            const auto back = fromBytes<T>(toBytes(value));
            QVERIFY2(back.ok(), typeid(T).name());
            QVERIFY2(*back == value, typeid(T).name());
        }
    }

    QString m_failed;
};

BALCAO_TEST(tst_roundtrip)
#include "tst_roundtrip.moc"
