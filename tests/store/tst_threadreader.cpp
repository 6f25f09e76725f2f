// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "projection.h"
#include "store/customerreader.h"
#include "store/messagesum.h"
#include "store/searchreader.h"
#include "support/plans.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList texts(const Result<QList<store::ThreadRow>> &rows)
{
    QStringList found;
    for (const store::ThreadRow &row : rows.valueOr({}))
        found.append(row.text);
    return found;
}

wire::Content reaction(MessageId target, const QString &emoji)
{
    wire::Content content;
    content.type = ContentType::Reaction;
    content.reaction = wire::Reaction{target, emoji};
    return content;
}

} // namespace

// A thread is read by key, both ways, and each row has all that its bubble shows.
class tst_threadreader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesGoBothWaysByKey();
    void pagesAreAWalkOverTheTable();
    void theFirstUnreadIsFoundInTheThreadsOrder();
    void reactionsStandAtTheirMessage();
    void quotesSayWhoseTheyAre();
    void editsKeepWhatWasThere();
    void cardsHoldTheirFields_data();
    void cardsHoldTheirFields();
    void listsShowWordsWithoutMarks();
    void wordsAreFoundInOneThreadOnly();
    void whatTheDiskHasChangedIsNotShown_data();
    void whatTheDiskHasChangedIsNotShown();
    void whatSqliteMakesOfATextIsNoDamage_data();
    void whatSqliteMakesOfATextIsNoDamage();
};

void tst_threadreader::pagesGoBothWaysByKey()
{
    EventLog log;
    const Chat chat = log.open();
    const Chat other = log.open();
    for (int i = 0; i < 9; ++i) {
        log.receive(chat, QString::number(i), kLogStart); // all at the same instant: seq decides
        log.receive(other, u"x"_s, kLogStart);
    }
    Projection p;
    p.apply(log.page());
    store::ThreadReader reader(p.db());
    const QList<store::ThreadRow> newest = *reader.newest(chat.conversation, 3);
    QCOMPARE(texts(newest), (QStringList{u"6"_s, u"7"_s, u"8"_s}));
    const auto older = reader.before(chat.conversation, newest.first().key(), 4);
    QCOMPARE(texts(older), (QStringList{u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(texts(reader.from(chat.conversation, older->first().key(), 2)), (QStringList{u"2"_s, u"3"_s}));
    QCOMPARE(texts(reader.from(chat.conversation, {0, 0}, 99)).size(), 9);
    QCOMPARE(texts(reader.before(chat.conversation, {0, 0}, 99)).size(), 0);
    const auto key = reader.keyOf(chat.conversation, older->first().id);
    QVERIFY(key->has_value() && **key == older->first().key());
    QVERIFY(!reader.keyOf(other.conversation, older->first().id)->has_value());
}

// Neither a scan nor a sort, whatever the length of the thread.
void tst_threadreader::pagesAreAWalkOverTheTable()
{
    Projection p;
    store::ThreadReader reader(p.db());
    const ConversationId chat = ConversationId::create();
    const QStringList pages = plansOf(p.db(), [&] {
        QVERIFY(reader.newest(chat, 40));
        QVERIFY(reader.before(chat, {5, 5}, 40));
        QVERIFY(reader.from(chat, {5, 5}, 40));
    });
    QCOMPARE(pages.size(), 3);
    for (const QString &plan : pages) {
        QVERIFY2(plan.contains(u"SEARCH m USING PRIMARY KEY"_s), qPrintable(plan));
        QVERIFY2(!plan.contains(u"SCAN"_s) && !plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
    }
    const QStringList found =
        plansOf(p.db(), [&] { QVERIFY(store::SearchReader(p.db()).inThread(chat, u"broa"_s, 40)); });
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().contains(u"USING INDEX message_seq"_s), qPrintable(found.first()));
    // The panel's history of a chat: its system lines, and not whatever was said between them.
    EventLog log;
    const Chat known = log.open();
    p.apply(log.page());
    const QStringList card = plansOf(p.db(), [&] { QVERIFY(store::CustomerReader(p.db()).of(known.conversation)); });
    const QStringList lines = card.filter(u"FROM message"_s);
    QCOMPARE(lines.size(), 2); // and how often one has begun
    for (const QString &plan : lines)
        QVERIFY2(plan.contains(u"INDEX message_lines"_s) && !plan.contains(u"SCAN message"_s), qPrintable(plan));
}

void tst_threadreader::theFirstUnreadIsFoundInTheThreadsOrder()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"lida"_s);
    wire::ConversationRead read;
    read.uptoSeq = log.head();
    log.receive(chat, u"nova"_s);
    log.receive(chat, u"atrasada"_s, kLogStart - kHourMs);
    log.add(read, chat.subject());
    Projection p;
    p.apply(log.page());
    store::ThreadReader reader(p.db());
    QCOMPARE(p.row(chat.conversation).readUpto, read.uptoSeq);
    const auto first = reader.firstUnread(chat.conversation, read.uptoSeq);
    QVERIFY(first->has_value());
    QCOMPARE(texts(reader.from(chat.conversation, **first, 1)), QStringList{u"atrasada"_s});
    QCOMPARE(*reader.inboundAfter(chat.conversation, read.uptoSeq, 99), 2);
    QCOMPARE(*reader.inboundAfter(chat.conversation, read.uptoSeq, 1), 1);
    QCOMPARE(*reader.inboundAfter(chat.conversation, log.head(), 99), 0);
}

void tst_threadreader::reactionsStandAtTheirMessage()
{
    EventLog log;
    const Chat chat = log.open();
    const MessageId sent = log.accept(chat, u"Separei"_s);
    log.receive(chat, reaction(sent, u"👍"_s));
    log.receive(chat, reaction(MessageId::create(), u"🙏"_s)); // at something that this desk does not know
    Projection p;
    p.apply(log.page());
    QList<store::ThreadRow> rows = p.thread(chat.conversation);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].likedIn, u"👍"_s);
    QCOMPARE(rows[1].type, ContentType::Reaction);
    QCOMPARE(p.row(chat.conversation).previewType, ContentType::Reaction);
    log.receive(chat, reaction(sent, QString()));
    p.apply(log.page());
    QCOMPARE(p.thread(chat.conversation).first().likedIn, QString());
    QCOMPARE(p.thread(chat.conversation).size(), 2);
}

void tst_threadreader::quotesSayWhoseTheyAre()
{
    EventLog log;
    const Chat chat = log.open();
    wire::Subject who;
    who.operatorId = OperatorId::create();
    log.add(wire::OperatorAdded{u"Ana"_s, Role::Manager}, who);
    const MessageId sent = log.accept(chat, u"Fica *R$ 42,00*"_s);
    log.events.last().actor = wire::Actor::person(*who.operatorId);
    wire::Content answer = textContent(u"ok"_s);
    answer.quote = wire::Quote{sent};
    log.receive(chat, answer);
    wire::Content photo;
    photo.type = ContentType::Image;
    const MessageId picture = log.receive(chat, photo);
    answer.quote = wire::Quote{picture};
    log.receive(chat, answer);
    Projection p;
    p.apply(log.page());
    const QList<store::ThreadRow> rows = p.thread(chat.conversation);
    QCOMPARE(rows[1].quoteText, u"Fica R$ 42,00"_s);
    QVERIFY(rows[1].quoteOutbound);
    QCOMPARE(rows[1].quoteAuthor, u"Ana"_s);
    QCOMPARE(rows[1].quoted, sent);
    QCOMPARE(rows[3].quoteType, ContentType::Image);
    QVERIFY(!rows[3].quoteOutbound);
}

void tst_threadreader::editsKeepWhatWasThere()
{
    EventLog log;
    const Chat chat = log.open();
    wire::Subject subject = chat.subject();
    subject.message = log.receive(chat, u"quero dez"_s);
    wire::MessageEdited edited;
    edited.content = textContent(u"quero doze"_s);
    log.add(edited, subject);
    edited.content = textContent(u"quero vinte"_s);
    log.add(edited, subject);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(chat.conversation).first().text, u"quero vinte"_s);
    QCOMPARE(p.thread(chat.conversation).first().was, (QStringList{u"quero dez"_s, u"quero doze"_s}));
    log.add(wire::MessageRevoked(), subject);
    p.apply(log.page());
    QCOMPARE(p.thread(chat.conversation).first().was, QStringList());
}

void tst_threadreader::cardsHoldTheirFields_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("place") << int(ContentType::Location) << QStringList{u"Praça"_s, u"Rua 1"_s, u"-23.5"_s, u"-46.6"_s};
    QTest::newRow("contacts") << int(ContentType::Contacts) << QStringList{u"Zéx"_s, u"+5511"_s, u"Lu"_s, QString()};
    QTest::newRow("order") << int(ContentType::Order) << QStringList{u"3"_s, u"7000"_s, u"BRL"_s};
    QTest::newRow("unsupported") << int(ContentType::Unsupported) << QStringList{u"poll"_s};
    QTest::newRow("text") << int(ContentType::Text) << QStringList();
}

void tst_threadreader::cardsHoldTheirFields()
{
    QFETCH(const int, type);
    wire::Content content;
    content.type = static_cast<ContentType>(type);
    if (content.type == ContentType::Location)
        content.place = wire::Place{u"-23.5"_s, u"-46.6"_s, u"Praça"_s, u"Rua 1"_s};
    if (content.type == ContentType::Contacts)
        content.contacts = {{u"Zé\u001f\u202ex"_s, {u"+5511"_s, u"+5512"_s}}, {u"Lu"_s, {}}};
    if (content.type == ContentType::Order)
        content.items = {{u"a"_s, 2, 3000, u"BRL"_s}, {u"b"_s, 1, 1000, u"BRL"_s}};
    if (content.type == ContentType::Unsupported)
        content.detail = u"poll"_s;
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, content);
    Projection p;
    p.apply(log.page());
    QTEST(p.thread(chat.conversation).first().card, "fields");
}

void tst_threadreader::listsShowWordsWithoutMarks()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"*quero* _dez_ 2*3"_s);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.row(chat.conversation).preview, u"quero dez 2*3"_s);
    QCOMPARE(p.thread(chat.conversation).first().text, u"*quero* _dez_ 2*3"_s);
}

void tst_threadreader::wordsAreFoundInOneThreadOnly()
{
    EventLog log;
    const Chat chat = log.open();
    const Chat other = log.open();
    const MessageId first = log.receive(chat, u"Pão de queijo"_s);
    log.receive(other, u"pão"_s);
    const MessageId second = log.accept(chat, u"temos PAO"_s);
    log.receive(chat, u"bolo"_s);
    Projection p;
    p.apply(log.page());
    store::SearchReader reader(p.db());
    QCOMPARE(*reader.inThread(chat.conversation, u"pão"_s, 9), (QList{second, first}));
    QCOMPARE(*reader.inThread(chat.conversation, u"pao que"_s, 9), QList{first});
    QCOMPARE(*reader.inThread(chat.conversation, u"pao"_s, 1), QList{second});
    QCOMPARE(*reader.inThread(chat.conversation, u" \" OR *"_s, 9), QList<MessageId>());
}

void tst_threadreader::whatTheDiskHasChangedIsNotShown_data()
{
    QTest::addColumn<QString>("accident");
    QTest::newRow("a letter") << u"text = 'pago 90'"_s;
    QTest::newRow("whose it is") << u"outbound = 1 - outbound"_s;
    QTest::newRow("when") << u"sort_at = sort_at + 1"_s;
    QTest::newRow("what it is") << u"type = type + 1"_s;
    QTest::newRow("a file's name") << u"file = 'x'"_s;
    QTest::newRow("what it was") << u"was = 'x'"_s;
    QTest::newRow("without a sum") << u"sum = x''"_s;
}

void tst_threadreader::whatTheDiskHasChangedIsNotShown()
{
    QFETCH(const QString, accident);
    EventLog log;
    const Chat chat = log.open();
    const MessageId id = log.receive(chat, u"pago 50"_s);
    log.receive(chat, u"outra"_s);
    Projection p;
    p.apply(log.page());
    bool isSeen = false;
    const auto threads = [&] { return store::ThreadReader(p.db(), &isSeen).newest(chat.conversation, 10); };
    const auto found = [&] { return store::SearchReader(p.db(), &isSeen).messages(u"pago"_s, 10); };
    QCOMPARE(texts(threads()), QStringList({u"pago 50"_s, u"outra"_s}));
    QCOMPARE(found()->size(), 1);
    QVERIFY(!isSeen);
    QVERIFY(p.db().prepare(u"UPDATE message SET "_s + accident + u" WHERE id = ?"_s).bind(id).run());
    const QList<store::ThreadRow> rows = *threads(); // whose place in the thread may be what was changed
    QVERIFY(isSeen);
    QCOMPARE(rows.size(), 2);
    for (const store::ThreadRow &row : rows)
        QVERIFY(row.id == id ? row.line == store::SystemLine::Unreadable && row.text.isEmpty()
                             : row.text == u"outra"_s);
    isSeen = false;
    QVERIFY(found()->isEmpty() && isSeen);
    QVERIFY(!store::MessageSum(p.db()).look({}, 10));
    QCOMPARE(store::MessageSum(p.db()).look({}, 10).error().kind, Error::Kind::Corrupt);
}

void tst_threadreader::whatSqliteMakesOfATextIsNoDamage_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("half a letter") << u"a"_s + QChar(0xd83d) + u"b"_s;
    QTest::newRow("a nought") << u"a"_s + QChar(0) + u"b"_s;
    QTest::newRow("a byte order mark") << QChar(0xfeff) + u"ab"_s;
    QTest::newRow("the other one") << QChar(0xfffe) + u"ab"_s;
    QTest::newRow("no character") << u"a"_s + QChar(0xffff);
}

void tst_threadreader::whatSqliteMakesOfATextIsNoDamage()
{
    QFETCH(const QString, text);
    EventLog log;
    const Chat chat = log.open();
    wire::Subject subject = chat.subject();
    subject.message = log.receive(chat, text);
    wire::MessageEdited edited;
    edited.content = textContent(text + u" e mais"_s);
    log.add(edited, subject);
    log.receive(chat, text);
    Projection p;
    p.apply(log.page());
    QCOMPARE(texts(store::ThreadReader(p.db()).newest(chat.conversation, 10)).size(), 2);
}

BALCAO_TEST(tst_threadreader)
#include "tst_threadreader.moc"
