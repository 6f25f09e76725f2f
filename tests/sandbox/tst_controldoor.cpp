// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/controldoor.h"
#include "scene.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_controldoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreReadAndChanged()
    {
        Door door;
        QCOMPARE(door.scene.request("GET", u"/_sandbox/faults"_s, {}).json, toJson(Faults()));
        const GraphReply changed = door.scene.request("POST", u"/_sandbox/faults"_s, "{\"rate429\":1000}");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json.value("rate429"_L1).toInt(), 1000);
        QCOMPARE(door.scene.faults.now().rate429, 1000);
        QCOMPARE(door.scene.text(u"+5519960000101"_s).status, 429);
    }

    void wrongFaultsAreRefused()
    {
        Door door;
        QCOMPARE(door.scene.request("POST", u"/_sandbox/faults"_s, "{\"rate42\":1}").status, 400);
        QCOMPARE(door.scene.request("POST", u"/_sandbox/faults"_s, "[]").status, 400);
        QCOMPARE(door.scene.faults.now(), Faults());
    }

    void somebodyCanBeMadeToWrite()
    {
        Door door;
        QCOMPARE(door.scene.request("POST", u"/_sandbox/say"_s, "{\"customer\":3,\"text\":\"Oi\"}").status, 200);
        QCOMPARE(door.said, QStringList{u"3 Oi"_s});
        QCOMPARE(door.scene.request("POST", u"/_sandbox/say"_s, "{\"customer\":99,\"text\":\"Oi\"}").status, 404);
        QCOMPARE(door.scene.request("POST", u"/_sandbox/say"_s, "{\"customer\":3}").status, 400);
    }

    void sendsAreListed()
    {
        Door door;
        QCOMPARE(door.scene.text(u"+5519960000101"_s, u"op-5"_s).status, 200);
        const QJsonArray sends = door.scene.request("GET", u"/_sandbox/sends"_s, {}).json.value("sends"_L1).toArray();
        QCOMPARE(sends.size(), 1);
        QCOMPARE(sends.first().toObject().value("opaque"_L1).toString(), u"op-5"_s);
        QCOMPARE(sends.first().toObject().value("wamid"_L1).toString(), door.scene.graph.sends().first().wamid);
    }

private:
    struct Door
    {
        Door()
            : scene([this](Scene &made) {
                  addControlDoor(made.graph, made.faults, [this](int customer, const QString &text) {
                      said.append(QString::number(customer) + u' ' + text);
                      return customer < 40;
                  });
              })
        {
        }
        QStringList said;
        Scene scene;
    };
};

BALCAO_TEST(tst_controldoor)
#include "tst_controldoor.moc"
