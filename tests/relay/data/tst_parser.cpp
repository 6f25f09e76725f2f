// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "metabody.h"
#include "relay/ingest/webhookparser.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, {}, u"Rosa Limeira"_s, {}};

/// The one inbound message of type `type`.
InboundItem parsed(const QString &type, const QJsonValue &content, const QJsonObject &more = {})
{
    QJsonObject message = metaMessage(kRosa, u"wamid.A"_s, type, content);
    for (auto it = more.begin(); it != more.end(); ++it)
        message.insert(it.key(), it.value());
    const auto items = parseWebhook(metaMessages(kRosa, {message}));
    const auto *inbound = std::get_if<InboundItem>(&items.first());
    return inbound ? *inbound : InboundItem();
}

QString reasonOf(const QList<WebhookItem> &items)
{
    const auto *unreadable = items.size() == 1 ? std::get_if<UnreadableItem>(&items.first()) : nullptr;
    return unreadable ? unreadable->reason : QString();
}

} // namespace

class tst_parser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryTypeOfMessage_data();
    void readsEveryTypeOfMessage();
    void readsMedia();
    void readsOrderInCentavos();
    void aDigestOfAnotherLengthIsNone();
    void aPlaceMayBeNamedInWords();
    void noCardIsEndless();
    void whatIsNotSupportedSaysWhatItWas();
    void readsContext();
    void readsStatus();
    void aStatusOfTheFutureIsKeptAside();
    void anEchoIsOfSomebody();
    void profileOfAnotherIsNotTaken();
    void ninthDigitDoesNotHideTheProfile();
    void tellsWhatReopens_data();
    void tellsWhatReopens();
    void nonsenseIsNamed_data();
    void nonsenseIsNamed();
};

void tst_parser::readsEveryTypeOfMessage_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("content");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &type, const QJsonValue &content, ContentType expected,
                        const QString &text) {
        QTest::newRow(name) << type << content << static_cast<int>(expected) << text;
    };
    row("text", u"text"_s, QJsonObject{{u"body"_s, u"Oi *tudo* <b>bem</b>?"_s}}, ContentType::Text,
        u"Oi *tudo* <b>bem</b>?"_s);
    row("image", u"image"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"caption"_s, u"esta peça"_s}}, ContentType::Image,
        u"esta peça"_s);
    row("video", u"video"_s, QJsonObject{{u"id"_s, u"1"_s}}, ContentType::Video, {});
    row("audio", u"audio"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"voice"_s, true}}, ContentType::Audio, {});
    row("document", u"document"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"filename"_s, u"a.pdf"_s}}, ContentType::Document,
        {});
    row("sticker", u"sticker"_s, QJsonObject{{u"id"_s, u"1"_s}}, ContentType::Sticker, {});
    row("location", u"location"_s,
        QJsonObject{{u"latitude"_s, -22.9}, {u"longitude"_s, -47.06}, {u"name"_s, u"Loja"_s}}, ContentType::Location,
        u"Loja"_s);
    row("contacts", u"contacts"_s, QJsonArray{QJsonObject{{u"name"_s, QJsonObject{{u"formatted_name"_s, u"Zé"_s}}}}},
        ContentType::Contacts, u"Zé"_s);
    row("tapped button", u"interactive"_s,
        QJsonObject{{u"type"_s, u"button_reply"_s}, {u"button_reply"_s, QJsonObject{{u"title"_s, u"Sim"_s}}}},
        ContentType::Reply, u"Sim"_s);
    row("tapped row", u"interactive"_s,
        QJsonObject{{u"type"_s, u"list_reply"_s}, {u"list_reply"_s, QJsonObject{{u"title"_s, u"Broa"_s}}}},
        ContentType::Reply, u"Broa"_s);
    row("flow", u"interactive"_s,
        QJsonObject{{u"type"_s, u"nfm_reply"_s}, {u"nfm_reply"_s, QJsonObject{{u"body"_s, u"Sent"_s}}}},
        ContentType::Form, u"Sent"_s);
    row("template button", u"button"_s, QJsonObject{{u"text"_s, u"Quero"_s}}, ContentType::Reply, u"Quero"_s);
    row("system", u"system"_s, QJsonObject{{u"body"_s, u"mudou"_s}}, ContentType::System, u"mudou"_s);
    row("welcome", u"request_welcome"_s, QJsonValue::Undefined, ContentType::Welcome, {});
    row("unsupported", u"unsupported"_s, QJsonObject{{u"type"_s, u"poll_creation"_s}}, ContentType::Unsupported, {});
    row("reaction", u"reaction"_s, QJsonObject{{u"emoji"_s, u"👍"_s}}, ContentType::Reaction, {});
    row("of the future", u"hologram"_s, QJsonObject{}, ContentType::Unknown, {});
    row("interactive without its object", u"interactive"_s, QJsonValue::Undefined, ContentType::Unsupported, {});
    row("tapped something new", u"interactive"_s,
        QJsonObject{{u"type"_s, u"wheel_reply"_s}, {u"wheel_reply"_s, QJsonObject{{u"title"_s, u"Roda"_s}}}},
        ContentType::Unknown, u"Roda"_s);
    row("no cards", u"contacts"_s, QJsonArray(), ContentType::Contacts, {});
    row("text that is none", u"text"_s, QJsonObject{{u"body"_s, 7}}, ContentType::Unsupported, {});
}

void tst_parser::readsEveryTypeOfMessage()
{
    QFETCH(const QString, type);
    QFETCH(const QJsonValue, content);
    QFETCH(const int, expected);
    QFETCH(const QString, text);
    const InboundItem item = parsed(type, content);
    QCOMPARE(item.wamid, u"wamid.A"_s);
    QCOMPARE(item.channel, kChannel);
    QCOMPARE(item.sentAt, kWritten);
    QCOMPARE(item.sender.identifiers.waId, kRosa.waId);
    QCOMPARE(item.sender.profileName, kRosa.name);
    QCOMPARE(static_cast<int>(item.content.type), expected);
    QCOMPARE(item.content.text, text);
}

void tst_parser::readsMedia()
{
    const QByteArray sha = QByteArray::fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (const QString &given : {QString::fromLatin1(sha.toBase64()), QString::fromLatin1(sha.toHex().toUpper())}) {
        const InboundItem item = parsed(u"audio"_s, QJsonObject{{u"id"_s, u"99"_s},
                                                                {u"sha256"_s, given},
                                                                {u"mime_type"_s, u"audio/ogg; codecs=opus"_s},
                                                                {u"voice"_s, true}});
        QVERIFY(item.content.media);
        QCOMPARE(item.content.media->sha256, QString::fromLatin1(sha.toHex()));
        QCOMPARE(item.content.media->metaId, u"99"_s);
        QCOMPARE(item.content.media->mime, u"audio/ogg; codecs=opus"_s);
        QVERIFY(item.content.media->voice);
    }
}

void tst_parser::readsOrderInCentavos()
{
    const auto product = [](double price, qint64 quantity) {
        return QJsonObject{{u"product_retailer_id"_s, u"broa"_s},
                           {u"quantity"_s, quantity},
                           {u"item_price"_s, price},
                           {u"currency"_s, u"BRL"_s}};
    };
    const InboundItem item = parsed(
        u"order"_s, QJsonObject{{u"product_items"_s, QJsonArray{product(0.29, 3), product(19.99, 1), product(-5, 1),
                                                                product(1e10, 1), product(1, -2)}}});
    QCOMPARE(item.content.items.size(), 3);
    QCOMPARE(item.content.items[0].priceCents, 29);
    QCOMPARE(item.content.items[0].quantity, 3);
    QCOMPARE(item.content.items[1].priceCents, 1999);
    QCOMPARE(item.content.items[2].quantity, 0);
}

void tst_parser::aDigestOfAnotherLengthIsNone()
{
    for (const QString &given : {u"ab12"_s, QString(63, u'a')})
        QCOMPARE(parsed(u"image"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"sha256"_s, given}}).content.media->sha256,
                 QString());
}

void tst_parser::aPlaceMayBeNamedInWords()
{
    const InboundItem item = parsed(u"location"_s, QJsonObject{{u"latitude"_s, u"-22.9"_s}, {u"longitude"_s, 4000.5}});
    QCOMPARE(item.content.place->latitude, u"-22.9"_s);
    QCOMPARE(item.content.place->longitude, QString()); // no place on this earth
}

void tst_parser::noCardIsEndless()
{
    QJsonArray phones;
    for (int i = 0; i < 51; ++i)
        phones.append(QJsonObject{{u"phone"_s, QString::number(i)}});
    QJsonArray cards;
    for (int i = 0; i < 101; ++i)
        cards.append(QJsonObject{{u"phones"_s, phones}});
    const InboundItem item = parsed(u"contacts"_s, cards);
    QCOMPARE(item.content.contacts.size(), 100);
    QCOMPARE(item.content.contacts.first().phones.size(), 50);
    QJsonArray things;
    for (int i = 0; i < 501; ++i)
        things.append(QJsonObject{{u"item_price"_s, 1}});
    QCOMPARE(parsed(u"order"_s, QJsonObject{{u"product_items"_s, things}}).content.items.size(), 500);
}

void tst_parser::whatIsNotSupportedSaysWhatItWas()
{
    const QJsonObject errors{{u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, 131051}}}}};
    QCOMPARE(parsed(u"unsupported"_s, QJsonObject{}, errors).content.detail, u"131051"_s);
    QCOMPARE(parsed(u"unsupported"_s, QJsonObject{{u"type"_s, u"edit"_s}}, errors).content.detail, u"edit"_s);
    QCOMPARE(parsed(u"unsupported"_s, QJsonObject{}).content.detail, u"unsupported"_s);
}

void tst_parser::readsContext()
{
    const InboundItem reply =
        parsed(u"text"_s, QJsonObject{{u"body"_s, u"sim"_s}}, {{u"context"_s, QJsonObject{{u"id"_s, u"wamid.OLD"_s}}}});
    QCOMPARE(reply.quoted, u"wamid.OLD"_s);
    QVERIFY(!reply.content.forwarded);
    const InboundItem forwarded = parsed(u"text"_s, QJsonObject{{u"body"_s, u"sim"_s}},
                                         {{u"context"_s, QJsonObject{{u"frequently_forwarded"_s, true}}}});
    QVERIFY(forwarded.content.forwarded);
    const InboundItem ad =
        parsed(u"text"_s, QJsonObject{{u"body"_s, u"vi"_s}},
               {{u"referral"_s, QJsonObject{{u"source_url"_s, u"https://fb.me/x"_s}, {u"headline"_s, u"Broa"_s}}}});
    QVERIFY(ad.content.referral);
    QCOMPARE(ad.content.referral->headline, u"Broa"_s);
}

void tst_parser::readsStatus()
{
    const QJsonObject more{
        {u"recipient_id"_s, u"551987654471"_s},
        {u"biz_opaque_callback_data"_s, u"ours"_s},
        {u"pricing"_s, QJsonObject{{u"category"_s, u"service"_s}, {u"type"_s, u"regular"_s}}},
        {u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, 131047}, {u"title"_s, u"Re-engagement"_s}}}}};
    const auto items = parseWebhook(metaStatuses({metaStatus(u"wamid.A"_s, u"failed"_s, more)}));
    const auto &status = std::get<StatusItem>(items.first());
    QCOMPARE(status.wamid, u"wamid.A"_s);
    QCOMPARE(status.ours, u"ours"_s);
    QCOMPARE(status.status.state, MessageState::Failed);
    QCOMPARE(status.status.statusAt, kWritten);
    QCOMPARE(status.status.error->code, 131047);
    QCOMPARE(status.status.pricing->category, u"service"_s);
}

void tst_parser::aStatusOfTheFutureIsKeptAside()
{
    const auto items = parseWebhook(metaStatuses({metaStatus(u"wamid.A"_s, u"warned"_s)}));
    QCOMPARE(std::get<OtherItem>(items.first()).field, u"status"_s);
    const auto told = parseWebhook(metaBody(u"messages"_s, {{u"errors"_s, QJsonArray{QJsonObject{}}}}));
    QCOMPARE(std::get<OtherItem>(told.first()).field, u"errors"_s);
}

void tst_parser::anEchoIsOfSomebody()
{
    const auto read = [](const QJsonObject &echo) {
        return parseWebhook(metaBody(u"smb_message_echoes"_s, {{u"message_echoes"_s, QJsonArray{echo}}}));
    };
    const QJsonObject whole{{u"id"_s, u"wamid.E"_s},
                            {u"to"_s, kRosa.waId},
                            {u"type"_s, u"text"_s},
                            {u"text"_s, QJsonObject{{u"body"_s, u"oi"_s}}}};
    QCOMPARE(std::get<EchoItem>(read(whole).first()).content.text, u"oi"_s);
    for (const QString &missing : {u"id"_s, u"to"_s}) {
        QJsonObject less = whole;
        less.remove(missing);
        QCOMPARE(reasonOf(read(less)), u"echo without id or recipient"_s);
    }
    QJsonObject revoke = whole;
    revoke.insert(u"type"_s, u"revoke"_s);
    QCOMPARE(reasonOf(read(revoke)), u"revoke of no message"_s);
}

void tst_parser::profileOfAnotherIsNotTaken()
{
    // One contact beside messages of two people: the other's name and ids would merge them for ever.
    const Writer other{u"5511912345678"_s, u"BR.999"_s, u"Outro"_s, {}};
    const auto items = parseWebhook(metaMessages(other, {metaText(kRosa, u"wamid.A"_s, u"oi"_s)}));
    const auto &inbound = std::get<InboundItem>(items.first());
    QVERIFY(inbound.sender.identifiers.bsuid.isEmpty());
    QVERIFY(inbound.sender.profileName.isEmpty());
}

void tst_parser::ninthDigitDoesNotHideTheProfile()
{
    const Writer contact{u"551987654471"_s, u"BR.77"_s, u"Rosa"_s, {}};
    const auto items = parseWebhook(metaMessages(contact, {metaText(kRosa, u"wamid.A"_s, u"oi"_s)}));
    const auto &inbound = std::get<InboundItem>(items.first());
    QCOMPARE(inbound.sender.profileName, u"Rosa"_s);
    QCOMPARE(inbound.sender.identifiers.bsuid, u"BR.77"_s);
}

void tst_parser::tellsWhatReopens_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("content");
    QTest::addColumn<bool>("reopens");
    QTest::newRow("text") << u"text"_s << QJsonValue(QJsonObject{{u"body"_s, u"oi"_s}}) << true;
    QTest::newRow("reaction") << u"reaction"_s << QJsonValue(QJsonObject{}) << false;
    QTest::newRow("unsupported edit") << u"unsupported"_s << QJsonValue(QJsonObject{{u"type"_s, u"edit"_s}}) << false;
    QTest::newRow("unsupported poll") << u"unsupported"_s << QJsonValue(QJsonObject{{u"type"_s, u"poll_creation"_s}})
                                      << true;
    QTest::newRow("unknown") << u"hologram"_s << QJsonValue(QJsonObject{}) << true;
}

void tst_parser::tellsWhatReopens()
{
    QFETCH(const QString, type);
    QFETCH(const QJsonValue, content);
    QFETCH(const bool, reopens);
    QCOMPARE(parsed(type, content).reopens, reopens);
}

void tst_parser::nonsenseIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << u"not JSON"_s;
    QTest::newRow("cut") << metaMessages(kRosa, {}).chopped(3) << u"not JSON"_s;
    QTest::newRow("deep") << QByteArray(10000, '[') + QByteArray(10000, ']') << u"not JSON"_s;
    QTest::newRow("1e400") << QByteArray(R"({"entry":[{"changes":[{"field":"messages","value":{"x":1e400}}]}]})")
                           << u"nothing in messages"_s;
    QTest::newRow("1e400 as a key") << QByteArray(R"({"entry":[{1e400:1}]})") << u"not JSON"_s;
    QTest::newRow("array") << QByteArray("[1,2]") << u"no entry"_s;
    QTest::newRow("wrong types") << QByteArray(R"({"entry":{"changes":7}})") << u"no entry"_s;
    QTest::newRow("nothing inside") << metaBody(u"messages"_s, {}) << u"nothing in messages"_s;
    QTest::newRow("message without an id")
        << metaMessages(kRosa, {QJsonObject{{u"type"_s, u"text"_s}}}) << u"message without an id"_s;
    QTest::newRow("message that is a number") << metaMessages(kRosa, {7}) << u"message is no object"_s;
    QTest::newRow("status without a name")
        << metaStatuses({QJsonObject{{u"id"_s, u"w"_s}, {u"status"_s, 4}}}) << u"status without a name"_s;
    QTest::newRow("status that is a number") << metaStatuses({7}) << u"status is no object"_s;
    QTest::newRow("status without an id")
        << metaStatuses({QJsonObject{{u"status"_s, u"sent"_s}}}) << u"status without an id"_s;
    QTest::newRow("status with 1e400") << QByteArray(R"({"entry":[{"changes":[{"field":"messages","value":{"statuses":)"
                                                     R"([{"id":"w","status":"sent","x":[1e400]}]}}]}]})")
                                       << u"number out of range"_s;
    QTest::newRow("echo with 1e400")
        << QByteArray(R"({"entry":[{"changes":[{"field":"smb_message_echoes","value":{"message_echoes":)"
                      R"([{"id":"w","to":"5519987654471","type":"text","text":{"body":"\"","x":-1E+999}}]}}]}]})")
        << u"number out of range"_s;
    QTest::newRow("edit of nothing") << metaMessages(kRosa, {metaMessage(kRosa, u"wamid.A"_s, u"edit"_s, {})})
                                     << u"edit of no message"_s;
    QTest::newRow("message without a type")
        << metaMessages(kRosa, {metaMessage(kRosa, u"wamid.A"_s, {}, {})}) << u"message without a type"_s;
    QTest::newRow("nobody wrote") << metaMessages({}, {metaText({}, u"wamid.A"_s, u"oi"_s)})
                                  << u"message without a sender"_s;
}

void tst_parser::nonsenseIsNamed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, reason);
    const auto items = parseWebhook(body);
    QCOMPARE(reasonOf(items), reason);
    QVERIFY(!std::get<UnreadableItem>(items.first()).digest.isEmpty());
}

BALCAO_TEST(tst_parser)
#include "tst_parser.moc"
