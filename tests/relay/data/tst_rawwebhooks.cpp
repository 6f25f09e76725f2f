// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What could not be read and comes again, and whose raw webhooks are when somebody is to be forgotten.

#include "core/problem.h"
#include "support/testmain.h"
#include "teststore.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, u"BR.134912086553"_s, u"Rosa Limeira"_s, {}};
const Writer kJoao{u"5519912340000"_s, {}, u"João"_s, {}};

QJsonObject without(QJsonObject message, const QString &key)
{
    message.remove(key);
    return message;
}

QByteArray unreadable(const Writer &from, const QString &wamid)
{
    return metaMessages(from, {without(metaText(from, wamid, u"oi"_s), u"type"_s)});
}

} // namespace

class tst_rawwebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unreadableMessageThatComesAgainReadableIsTaken();
    void readMessageThatComesAgainUnreadableIsNoNews();
    void newProgramReadsAgain();
    void newProgramReadsOnlyWhatIsStillThere();
    void erasureFindsWhatWasNeverTied_data();
    void erasureFindsWhatWasNeverTied();
    void whatIsParkedOfOthersOutlivesAnErasure();
    void unmergedCustomersHaveTheirOwnWebhooks();
    void repetitionOfTheForgottenBesideNewsIsNotKept();
    void aNumberInsideALongerOneIsAnothers();
    void aNumberOnALineOfItsOwnIsFound();

private:
    /// A webhook that an older program could not read.
    qint64 keptUnread(TestStore &store, const QByteArray &body);
    bool holds(TestStore &store, const QString &table, const QByteArray &bytes);
    void erase(TestStore &store, CustomerId customer)
    {
        QCOMPARE(store.applyAsManager(wire::EraseCustomer{customer, u"pedido"_s}).status,
                 wire::OutcomeStatus::Accepted);
    }
};

qint64 tst_rawwebhooks::keptUnread(TestStore &store, const QByteArray &body)
{
    qint64 id = 0;
    const auto kept = store.job([&](RelayData &data) -> Result<void> {
        auto insert = data.connection().prepare(u"INSERT INTO raw (at, digest, body) VALUES (?, ?, ?)"_s);
        const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
        BALCAO_TRY(insert.bind(store.clock.nowMs()).bind(digest).bind(body).run());
        id = insert.lastInsertId();
        BALCAO_TRY(data.announce({}, Stamp{}, wire::MessageUnreadable{kChannel, id, u"too new"_s}));
        return {};
    });
    return kept ? id : 0;
}

bool tst_rawwebhooks::holds(TestStore &store, const QString &table, const QByteArray &bytes)
{
    const auto found = store.data()
                           .connection()
                           .prepare(u"SELECT 1 FROM %1 WHERE instr(CAST(body AS BLOB), ?) > 0"_s.arg(table))
                           .bind(bytes)
                           .one([](const sql::Statement &) { return true; });
    return found && found->has_value();
}

void tst_rawwebhooks::unreadableMessageThatComesAgainReadableIsTaken()
{
    TestStore store;
    QVERIFY(store.webhook(unreadable(kRosa, u"wamid.1"_s)));
    QVERIFY(store.webhook(unreadable(kRosa, u"wamid.1"_s) + ' '));
    QCOMPARE(store.of<wire::MessageUnreadable>().size(), 1);
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    QCOMPARE(store.of<wire::MessageReceived>().size(), 1);
    QCOMPARE(store.lastBody<wire::MessageReceived>().content.text, u"oi"_s);
}

void tst_rawwebhooks::readMessageThatComesAgainUnreadableIsNoNews()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const qint64 head = store.head();
    const qint64 raws = store.count(u"raw"_s);
    QVERIFY(store.webhook(unreadable(kRosa, u"wamid.1"_s)));
    QCOMPARE(store.head(), head);
    QCOMPARE(store.count(u"raw"_s), raws);
}

void tst_rawwebhooks::newProgramReadsAgain()
{
    TestStore store;
    const qint64 raw = keptUnread(store, metaMessages(kRosa, {metaText(kRosa, u"wamid.1"_s, u"tem broa?"_s)}));
    QVERIFY(raw > 0);
    const auto readAgain = [&](const QByteArray &version) {
        return store.job([&](RelayData &data) { return Ingest::readAgain(data, version); });
    };
    store.clock.advanceMs(kDayMs);
    QVERIFY(readAgain("2.0"));
    QCOMPARE(store.of<wire::MessageReparsed>().size(), 1);
    const wire::Event event = store.last<wire::MessageReparsed>();
    const auto body = std::get<wire::MessageReparsed>(event.body);
    QCOMPARE(body.rawId, raw);
    QCOMPARE(body.received.content.text, u"tem broa?"_s);
    QCOMPARE(body.received.sortAt, kWritten);
    QVERIFY(body.received.late);
    QVERIFY(event.subject.conversation && event.subject.customer);
    QCOMPARE(*store.data().messages().wamidOf(*event.subject.message), u"wamid.1"_s);
    const qint64 head = store.head();
    QVERIFY(readAgain("2.0"));
    QVERIFY(readAgain("3.0"));
    QCOMPARE(store.head(), head);
    store.text(kRosa, u"wamid.1"_s, u"tem broa?"_s); // Meta sends it once more
    QCOMPARE(store.head(), head);
}

void tst_rawwebhooks::newProgramReadsOnlyWhatIsStillThere()
{
    TestStore store;
    QVERIFY(store.webhook(unreadable(kRosa, u"wamid.1"_s)));
    keptUnread(store, metaMessages(kJoao, {metaText(kJoao, u"wamid.2"_s, u"oi"_s)}));
    store.clock.advanceMs(30 * kDayMs + 1);
    QVERIFY(store.job(runTimers));
    const qint64 head = store.head();
    QVERIFY(store.job([](RelayData &data) { return Ingest::readAgain(data, "2.0"); }));
    QCOMPARE(store.head(), head);
}

void tst_rawwebhooks::erasureFindsWhatWasNeverTied_data()
{
    QTest::addColumn<QByteArray>("body");
    const QString shortened = u"551987654471"_s; // as Meta writes it without the ninth digit
    QTest::newRow("unreadable message") << unreadable(kRosa, u"wamid.9"_s);
    QTest::newRow("another field") << metaBody(u"history"_s, {{u"threads"_s, QJsonArray{kRosa.waId}}});
    QTest::newRow("another field, shortened") << metaBody(u"history"_s, {{u"threads"_s, QJsonArray{shortened}}});
    QTest::newRow("another field, by BSUID") << metaBody(u"history"_s, {{u"threads"_s, QJsonArray{kRosa.bsuid}}});
    QTest::newRow("status of nobody's message")
        << metaStatuses({metaStatus(u"wamid.9"_s, u"delivered"_s, {{u"recipient_id"_s, shortened}})});
    QTest::newRow("status without a name")
        << metaStatuses({without(metaStatus(u"wamid.9"_s, u"sent"_s, {{u"recipient_id"_s, shortened}}), u"status"_s)});
    QTest::newRow("edit of nobody's message")
        << metaMessages(kRosa, {metaMessage(kRosa, u"wamid.8"_s, u"edit"_s,
                                            QJsonObject{{u"original_message_id"_s, u"wamid.7"_s},
                                                        {u"message"_s, metaText(kRosa, u"wamid.7"_s, u"x"_s)}})});
}

void tst_rawwebhooks::erasureFindsWhatWasNeverTied()
{
    QFETCH(const QByteArray, body);
    for (const bool known : {true, false}) { // was she when it came?
        TestStore store;
        store.text(kJoao, u"wamid.2"_s, u"fica aqui"_s);
        const qint64 others = store.count(u"raw"_s);
        if (!known)
            QVERIFY(store.webhook(body));
        store.text(kRosa, u"wamid.1"_s, u"oi"_s);
        if (known)
            QVERIFY(store.webhook(body));
        QCOMPARE(store.count(u"raw"_s), others + 2);
        erase(store, *store.last<wire::MessageReceived>().subject.customer);
        QCOMPARE(store.count(u"raw"_s), others);
        QCOMPARE(store.count(u"parked"_s), 0);
    }
}

void tst_rawwebhooks::whatIsParkedOfOthersOutlivesAnErasure()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const CustomerId rosa = *store.last<wire::MessageReceived>().subject.customer;
    store.text(kJoao, u"wamid.2"_s, u"oi"_s);
    wire::SendMessage send{MessageId::create(), *store.last<wire::MessageReceived>().subject.conversation, {}, {}};
    send.content.text = u"já vai"_s;
    store.apply(send);
    QVERIFY(
        store.webhook(metaStatuses({metaStatus(u"wamid.rosa"_s, u"delivered"_s, {{u"recipient_id"_s, kRosa.waId}}),
                                    metaStatus(u"wamid.joao"_s, u"delivered"_s, {{u"recipient_id"_s, kJoao.waId}})})));
    QCOMPARE(store.count(u"parked"_s), 2);
    erase(store, rosa);
    QVERIFY(!holds(store, u"raw"_s, kRosa.waId.toLatin1()));
    QCOMPARE(store.count(u"parked"_s), 1);
    QVERIFY(store.job([&](RelayData &data) { return data.outgoing().submitted(send.message, u"wamid.joao"_s, {}); }));
    QCOMPARE(store.lastBody<wire::MessageStatus>().state, MessageState::Delivered);
}

void tst_rawwebhooks::unmergedCustomersHaveTheirOwnWebhooks()
{
    for (const bool eraseRosa : {true, false}) {
        TestStore store;
        store.text(kRosa, u"wamid.1"_s, u"sou a Rosa"_s);
        const CustomerId rosa = *store.last<wire::MessageReceived>().subject.customer;
        store.text(kJoao, u"wamid.2"_s, u"sou o primeiro João"_s);
        const CustomerId joao = *store.last<wire::MessageReceived>().subject.customer;
        store.applyAsManager(wire::MergeCustomers{rosa, joao});
        store.text(kJoao, u"wamid.3"_s, u"sou o segundo"_s);
        QVERIFY(store.last<wire::MessageReceived>().subject.customer == rosa);
        QCOMPARE(store.applyAsManager(wire::UnmergeCustomer{joao}).status, wire::OutcomeStatus::Accepted);
        erase(store, eraseRosa ? rosa : joao);
        QCOMPARE(holds(store, u"raw"_s, "sou a Rosa"), !eraseRosa);
        QCOMPARE(holds(store, u"raw"_s, "sou o primeiro"), eraseRosa);
        QCOMPARE(holds(store, u"raw"_s, "sou o segundo"), eraseRosa);
    }
}

void tst_rawwebhooks::repetitionOfTheForgottenBesideNewsIsNotKept()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"assunto particular"_s);
    erase(store, *store.last<wire::MessageReceived>().subject.customer);
    QVERIFY(store.webhook(metaMessages(
        kJoao, {metaText(kRosa, u"wamid.1"_s, u"assunto particular"_s), metaText(kJoao, u"wamid.2"_s, u"oi"_s)})));
    QCOMPARE(store.of<wire::MessageReceived>().size(), 1);
    QVERIFY(!holds(store, u"raw"_s, "particular"));
    QVERIFY(store.webhook(metaMessages(
        kJoao, {metaText(kRosa, u"wamid.1"_s, u"assunto particular"_s), metaText(kJoao, u"wamid.2"_s, u"oi"_s)})));
    QCOMPARE(store.of<wire::MessageReceived>().size(), 1);
}

void tst_rawwebhooks::aNumberInsideALongerOneIsAnothers()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"sou a Rosa"_s);
    const CustomerId rosa = *store.last<wire::MessageReceived>().subject.customer;
    store.text(kJoao, u"wamid.2"_s, u"boleto 99"_s + kRosa.waId + u"7"_s);
    store.text(kJoao, u"wamid.3"_s, u"o telefone dela: +"_s + kRosa.waId);
    erase(store, rosa);
    QVERIFY(holds(store, u"raw"_s, "boleto"));
    QVERIFY(!holds(store, u"raw"_s, "o telefone dela"));
}

void tst_rawwebhooks::aNumberOnALineOfItsOwnIsFound()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"sou a Rosa"_s);
    const CustomerId rosa = *store.last<wire::MessageReceived>().subject.customer;
    store.text(kJoao, u"wamid.2"_s, u"ligue:\n"_s + kRosa.waId);
    erase(store, rosa);
    QVERIFY(!holds(store, u"raw"_s, "ligue"));
}

BALCAO_TEST(tst_rawwebhooks)
#include "tst_rawwebhooks.moc"
