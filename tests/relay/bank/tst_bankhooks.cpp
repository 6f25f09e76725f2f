// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What comes to /hooks/pix, at a relay whose bank cannot be reached: so that whatever is known afterwards is known from
// the webhook alone.

#include "relay/store/relaydata.h"
#include "sql/connection.h"
#include "support/testmain.h"
#include "support/testrelay.h"

#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kOne = "{\"pix\":[{\"endToEndId\":\"E12345678202611300000abcdefghijk\",\"txid\":\"none\"}]}";

} // namespace

class tst_bankhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHintIsDurableBeforeIts200_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("as it was registered") << u"/hooks/pix?hmac=word"_s;
        QTest::newRow("with what banks append") << u"/hooks/pix/pix?hmac=word"_s;
        QTest::newRow("appended behind the query") << u"/hooks/pix?hmac=word&ignorar=/pix"_s;
    }
    void aHintIsDurableBeforeIts200()
    {
        QFETCH(const QString, path);
        QCOMPARE(m_relay->post(path, kOne).status, 200);
        QCOMPARE(hints(), 1);
        QCOMPARE(m_relay->post(path, kOne).status, 200); // banks repeat themselves
        QCOMPARE(hints(), 1);
    }

    void withoutTheWordItIsNobody()
    {
        QCOMPARE(m_relay->post(u"/hooks/pix"_s, kOne).status, 401);
        QCOMPARE(m_relay->post(u"/hooks/pix?hmac=wort"_s, kOne).status, 401);
        QCOMPARE(hints(), 0);
    }

    void whatIsNoHintIsSaidAndKeptOut()
    {
        QCOMPARE(m_relay->post(u"/hooks/pix?hmac=word"_s, "pix").status, 400);
        QCOMPARE(m_relay->post(u"/hooks/pix?hmac=word"_s, "{\"pix\":[]}").status, 200); // how banks try an address
        QCOMPARE(hints(), 0);
    }

    void whatIsNotDurableGetsNo200()
    {
        m_fails = true;
        QCOMPARE(m_relay->post(u"/hooks/pix?hmac=word"_s, kOne).status, 503);
        m_fails = false;
        QCOMPARE(hints(), 0);
    }

    void hintsWithoutEndPushOutHints()
    {
        for (int batch = 0; batch < 4; ++batch) {
            QByteArray body = "{\"pix\":[";
            for (int i = 0; i < 400; ++i) {
                body += (i == 0 ? "" : ",") + QByteArray("{\"endToEndId\":\"E12345678202611300000") +
                        QByteArray::number(batch * 400 + i).rightJustified(11, 'a') + "\"}";
            }
            QCOMPARE(m_relay->post(u"/hooks/pix?hmac=word"_s, body + "]}").status, 200);
        }
        QVERIFY(hints() <= 1'000);
    }

    void aCodeOfTheKeyBeforeIsStillPaid_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("isLookedAt");
        QTest::newRow("no word of it") << QByteArray() << true;
        QTest::newRow("that the charge pays") << QByteArray("antes@padaria.com") << true;
        QTest::newRow("another shop's") << QByteArray("outra@padaria.com") << false;
    }
    void aCodeOfTheKeyBeforeIsStillPaid()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const bool, isLookedAt);
        const qint64 later = m_relay->clock.nowMs() + kDayMs;
        const auto lookAt = charged(later);
        QByteArray hint = kOne;
        hint.replace("none", kTxid);
        if (!key.isEmpty())
            hint.replace("\"txid\"", "\"chave\":\"" + key + "\",\"txid\"");
        QCOMPARE(m_relay->post(u"/hooks/pix?hmac=word"_s, hint).status, 200);
        QCOMPARE(lookAt() < later, isLookedAt); // and, since nobody is there, again before that
    }

    void init()
    {
        m_fails = false;
        relay::Relay::Settings settings;
        settings.beforeCommit = [this]() -> Result<void> {
            return m_fails ? Result<void>(failure(Error::Kind::Storage, u"full"_s)) : Result<void>();
        };
        m_relay = std::make_unique<TestRelay>(std::move(settings));
        relay::BankConfig bank;
        bank.settings.baseUrl = QUrl(u"http://127.0.0.1:9/v2"_s); // nobody there
        bank.settings.tokenUrl = QUrl(u"http://127.0.0.1:9/token"_s);
        bank.settings.clientId = "id";
        bank.settings.clientSecret = "secret";
        bank.hookSecret = "word";
        m_relay->config().bank = bank;
        m_relay->start();
    }
    void cleanup() { m_relay.reset(); }

private:
    static constexpr const char *kTxid = "0123456789abcdefghij0123456789";

    /// One that was made before the key was another, written into the relay's file; what comes back reads when it is
    /// looked at.
    std::function<qint64()> charged(qint64 lookAt)
    {
        const std::shared_ptr file(sql::Connection::open(relay::Relay::dataFile(m_relay->dataDir())).value());
        const auto made =
            file->prepare(
                    u"INSERT INTO charge (id, txid, conversation, seq, kind, amount, created_at, "
                    "message, code_message, sends, description, words, key, look_at) VALUES "
                    "(randomblob(16), ?, randomblob(16), 1, 1, 500, ?, randomblob(16), randomblob(16), 1, '', '', "
                    "'antes@padaria.com', ?)"_s)
                .bind(QString::fromLatin1(kTxid))
                .bind(m_relay->clock.nowMs())
                .bind(lookAt)
                .run();
        return [file, ok = made.ok()] {
            const auto at = file->prepare(u"SELECT look_at FROM charge"_s).one([](const sql::Statement &row) {
                return row.int64(0);
            });
            return ok ? at.value().value_or(0) : -1;
        };
    }

    int hints()
    {
        const auto file = relay::RelayData::openReadOnly(relay::Relay::dataFile(m_relay->dataDir()));
        const auto count = (*file)->prepare(u"SELECT count(*) FROM pix_hint"_s).one([](const sql::Statement &row) {
            return static_cast<int>(row.int64(0));
        });
        return count.value().value_or(-1);
    }

    std::atomic<bool> m_fails = false;
    std::unique_ptr<TestRelay> m_relay;
};

BALCAO_TEST(tst_bankhooks)
#include "tst_bankhooks.moc"
