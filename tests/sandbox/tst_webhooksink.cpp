// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "scene.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_webhooksink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyAndSignatureArriveAsTheyWere()
    {
        edge::Request seen;
        edge::HttpEdge relay;
        relay.addRoute({"POST", "/webhook", false, 3 * 1024 * 1024,
                        [&seen](const edge::Request &request, const edge::Exchange &exchange) {
                            seen = request;
                            exchange.respond({200, {}, {}, {}});
                        }});
        QVERIFY(relay.start(u"127.0.0.1"_s, 0).ok());
        http::QtHttpClient client({u"127.0.0.1"_s});
        HttpWebhookSink sink(client);
        int early = -1;
        sink.post("{}", "sha256=00", [&early](int s) { early = s; });
        QTRY_COMPARE(early, 0);
        sink.setCallback(QUrl(u"http://127.0.0.1:%1/webhook"_s.arg(relay.port())));
        int status = -1;
        sink.post("{\"a\":\"\\u00e7\"}", "sha256=00ff", [&status](int s) { status = s; });
        QTRY_COMPARE(status, 200);
        QCOMPARE(seen.body, QByteArray("{\"a\":\"\\u00e7\"}"));
        QCOMPARE(seen.header("x-hub-signature-256"), QByteArray("sha256=00ff"));
        QCOMPARE(seen.header("content-type"), QByteArray("application/json"));
    }

    void nobodyThereIsNoStatus()
    {
        quint16 port = 0;
        {
            edge::HttpEdge gone;
            QVERIFY(gone.start(u"127.0.0.1"_s, 0).ok());
            port = gone.port();
        }
        http::QtHttpClient client({u"127.0.0.1"_s});
        HttpWebhookSink sink(client, QUrl(u"http://127.0.0.1:%1/webhook"_s.arg(port)));
        int status = -1;
        sink.post("{}", "sha256=00", [&status](int s) { status = s; });
        QTRY_COMPARE(status, 0);
    }
};

BALCAO_TEST(tst_webhooksink)
#include "tst_webhooksink.moc"
