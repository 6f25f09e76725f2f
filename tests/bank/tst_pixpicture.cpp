// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay before the sandbox's WhatsApp, which reads forms and messages as strictly as Meta does: what a customer gets who
// is to pay by Pix, and that the way back is the same as for any message.

#include "core/qrpicture.h"
#include "relay/sending/sendingshop.h"
#include "sandbox/fakegraph.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What stands only while one test runs; in the order in which each needs the one before.
struct Whatsapp
{
    explicit Whatsapp(const Clock &clock)
        : sender({u"102290129340398"_s,
                  {{TestRelay::kPhoneNumberId, u"551935550142"_s, u"Balcão"_s},
                   {kOtherChannel, u"551935550143"_s, u"Encomendas"_s}},
                  TestRelay::kWhatsappToken,
                  TestRelay::kAppSecret,
                  u"v25.0"_s},
                 faults, book, sink),
          graph(clock, faults, book, sender)
    {
        graph.setPace({1, 2, 3, false, u"read"_s});
        if (!graph.start())
            qFatal("the sandbox's WhatsApp does not start");
    }
    void fault(const QJsonObject &changes)
    {
        const auto changed = sandbox::withChanges(faults.now(), changes);
        if (!changed)
            qFatal("no such fault");
        faults.set(*changed);
    }

    sandbox::FaultBoard faults{3};
    sandbox::PhoneBook book;
    http::QtHttpClient client{{QStringLiteral("127.0.0.1")}};
    sandbox::HttpWebhookSink sink{client};
    sandbox::WebhookSender sender;
    sandbox::FakeGraph graph;
};

} // namespace

class tst_pixpicture : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void theCustomerSeesTheCode()
    {
        const wire::ChargePix asked = charge();
        QTRY_COMPARE(m_whatsapp->graph.sends().size(), 2);
        const QString code = told<wire::PixCharged>().value(0).code;
        QCOMPARE(m_whatsapp->graph.media().size(), 1);
        const sandbox::MediaFile file = m_whatsapp->graph.media().first();
        QCOMPARE(file.bytes, qrPicture(*qrSymbol(code.toUtf8())));
        const sandbox::SendRecord words = m_whatsapp->graph.sends().first();
        QCOMPARE(words.type, u"image"_s);
        QCOMPARE(words.text, asked.text);
        QCOMPARE(words.body.value("image"_L1).toObject().value("id"_L1).toString(), file.id);
        const sandbox::SendRecord alone = m_whatsapp->graph.sends().last();
        QCOMPARE(alone.type, u"text"_s);
        QCOMPARE(alone.text, code);
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Read));
    }

    void whatIsRefusedGoesAsWords()
    {
        m_whatsapp->fault({{u"rateMediaError"_s, 1000}});
        const wire::ChargePix asked = charge();
        QTRY_COMPARE(m_whatsapp->graph.sends().size(), 2);
        QCOMPARE(m_whatsapp->graph.sends().first().type, u"text"_s);
        QCOMPARE(m_whatsapp->graph.sends().first().text, asked.text);
        QVERIFY(m_whatsapp->graph.media().isEmpty());
    }

    void aLostAnswerCostsASecondFile_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("files");
        QTest::newRow("kept, and nobody heard") << u"mediaAnswerLost"_s << 2;
        QTest::newRow("not kept") << u"rateMedia500"_s << 1;
    }
    void aLostAnswerCostsASecondFile()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, files);
        m_whatsapp->fault({{fault, 1000}});
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(m_relay->logged().contains("picture-refused"));
        QVERIFY(m_whatsapp->graph.sends().isEmpty());
        m_whatsapp->fault({{fault, 0}});
        m_relay->clock.advanceMs(2 * kSecondMs);
        customerWrites(kBystanderNumber, kOtherChannel); // something happens: the relay looks
        QTRY_COMPARE(m_whatsapp->graph.sends().size(), 2);
        QCOMPARE(m_whatsapp->graph.sends().first().opaque, asked.message.text());
        QCOMPARE(m_whatsapp->graph.sends().first().type, u"image"_s);
        QCOMPARE(m_whatsapp->graph.media().size(), files);
    }

    void init()
    {
        m_configure = [this](relay::Config &config, const Clock &clock) {
            m_whatsapp = std::make_unique<Whatsapp>(clock);
            config.graphUrl = m_whatsapp->graph.url();
        };
        start();
        m_whatsapp->sink.setCallback(QUrl(m_relay->relay().url().toString() + u"/hooks/whatsapp"_s));
        sayWhoReceives();
    }
    void cleanup()
    {
        stop();
        m_whatsapp.reset();
    }

private:
    std::unique_ptr<Whatsapp> m_whatsapp;
};

BALCAO_TEST(tst_pixpicture)
#include "tst_pixpicture.moc"
