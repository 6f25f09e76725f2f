// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "projection.h"
#include "store/searchreader.h"
#include "support/plans.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList messages(Projection &p, const QString &typed)
{
    QStringList found;
    const auto hits = store::SearchReader(p.db()).messages(typed, 50);
    if (!hits)
        qFatal("search: %s", qPrintable(hits.error().detail));
    for (const store::MessageHit &hit : *hits)
        found.append(hit.text);
    return found;
}

QStringList customers(Projection &p, const QString &typed)
{
    QStringList found;
    const auto hits = store::SearchReader(p.db()).customers(typed, 50);
    if (!hits)
        qFatal("search: %s", qPrintable(hits.error().detail));
    for (const store::CustomerHit &hit : *hits)
        found.append(hit.name);
    return found;
}

} // namespace

// Ctrl+K finds what is there, as people type, and nothing that is gone.
class tst_search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFoundWithoutAccents_data();
    void wordsAreFoundWithoutAccents();
    void newestComesFirst();
    void customersAreFoundByNamePhoneAndTag();
    void theNewestOfManyCustomersComeFirst();
    void whatFewHaveIsNotLookedForInEveryCustomer();
    void whatChangedIsFoundAsItIsNow();
    void erasedWordsAreNotInTheFile();
    void joinedChatsAreFoundOnce();
    void nothingTypedIsAnOperator_data();
    void nothingTypedIsAnOperator();
};

void tst_search::wordsAreFoundWithoutAccents_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    for (const char *typed : {"pao", "PÃO", "pão quei", "queijo pao", "123,45", "12", "orcamento", "natal.pdf", "l"})
        QTest::newRow(typed) << QString::fromUtf8(typed) << true;
    for (const char *typed : {"pastel", "pao pastel", "eijo", "123,46"})
        QTest::newRow(typed) << QString::fromUtf8(typed) << false;
}

void tst_search::wordsAreFoundWithoutAccents()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, found);
    EventLog log;
    const Chat chat = log.open(u"Lúcia"_s);
    wire::Content content = textContent(u"Fica R$ 123,45 o pão de queijo da Lúcia"_s);
    content.type = ContentType::Document;
    content.media = wire::Media();
    content.media->filename = u"orçamento-natal.pdf"_s;
    log.receive(chat, content);
    Projection p;
    p.apply(log.page());
    QCOMPARE(messages(p, typed).size(), found ? 1 : 0);
}

void tst_search::newestComesFirst()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"bolo um"_s);
    log.accept(chat, u"bolo dois"_s);
    wire::Subject note = chat.subject();
    note.note = NoteId::create();
    log.add(wire::NoteAdded{u"bolo três"_s}, note);
    Projection p;
    p.apply(log.page());
    QCOMPARE(messages(p, u"bolo"_s), (QStringList{u"bolo três"_s, u"bolo dois"_s, u"bolo um"_s}));
    QVERIFY(store::SearchReader(p.db()).messages(u"bolo"_s, 50)->first().isNote);
    QCOMPARE(store::SearchReader(p.db()).messages(u"bolo"_s, 2)->size(), 2);
}

void tst_search::customersAreFoundByNamePhoneAndTag()
{
    EventLog log;
    const Chat lucia = log.open(u"Lúcia Andrade"_s); // 55119 10000000
    const Chat joao = log.open(u"João da Silva"_s);
    log.receive(lucia, u"oi"_s);
    log.receive(joao, u"oi"_s);
    wire::Subject tag;
    tag.tag = TagId::create();
    log.add(wire::TagDefined{u"Atacado"_s, u"#102030"_s}, tag);
    log.add(wire::CustomerTagged{*tag.tag}, joao.subject());
    tag.tag = TagId::create();
    log.add(wire::TagDefined{u"Orçamento ÓRFÃO"_s, u"#102030"_s}, tag);
    log.add(wire::CustomerTagged{*tag.tag}, lucia.subject());
    Projection p;
    p.apply(log.page());
    QCOMPARE(customers(p, u"lucia"_s), QStringList{u"Lúcia Andrade"_s});
    QCOMPARE(customers(p, u"and luc"_s), QStringList{u"Lúcia Andrade"_s});
    QCOMPARE(customers(p, u"silva"_s), QStringList{u"João da Silva"_s});
    QCOMPARE(customers(p, u"0002"_s), QStringList{u"João da Silva"_s});
    QCOMPARE(customers(p, u"(11) 9"_s).size(), 2);
    QCOMPARE(customers(p, u"#atac"_s), QStringList{u"João da Silva"_s});
    QCOMPARE(customers(p, u"#fiado"_s), QStringList());
    for (const QString &typed : {u"#orcamento"_s, u"#ORÇA"_s, u"#orfao"_s, u"# órfã"_s})
        QCOMPARE(customers(p, typed), QStringList{u"Lúcia Andrade"_s});
    QCOMPARE(customers(p, u"#%"_s), QStringList());
    QCOMPARE(customers(p, u"%"_s), QStringList());
    QCOMPARE(customers(p, u"_____"_s), QStringList());
}

void tst_search::theNewestOfManyCustomersComeFirst()
{
    // More chats than are tried first; one name in 13 is Rita, so that six of them are never among those.
    constexpr int kChats = 620;
    EventLog log;
    QList<Chat> chats;
    for (int i = 0; i < kChats; ++i)
        chats.append(log.open(i % 13 == 0 ? u"Rita %1"_s.arg(i) : u"José %1"_s.arg(i)));
    for (const Chat &chat : chats)
        log.receive(chat, u"oi"_s);
    Projection p;
    p.apply(log.page());
    QStringList ritas;
    for (int i = kChats - 1; i >= 0; --i) {
        if (i % 13 == 0)
            ritas.append(u"Rita %1"_s.arg(i));
    }
    QCOMPARE(customers(p, u"rita"_s), ritas);
    QCOMPARE(customers(p, u"rita 13"_s), (QStringList{u"Rita 130"_s, u"Rita 13"_s}));
    const auto some = store::SearchReader(p.db()).customers(u"rit"_s, 7);
    QCOMPARE(some->size(), 7);
    QCOMPARE(some->last().name, ritas[6]);
}

void tst_search::whatFewHaveIsNotLookedForInEveryCustomer()
{
    EventLog log;
    log.receive(log.open(u"Rita"_s), u"oi"_s);
    Projection p;
    p.apply(log.page());
    for (const QString &typed : {u"rita"_s, u"0001"_s}) {
        const QStringList plans = plansOf(p.db(), [&] { QVERIFY(store::SearchReader(p.db()).customers(typed, 7)); });
        QCOMPARE(plans.size(), 2);
        QVERIFY2(plans[0].contains(u"INDEX conversation_newest"), qPrintable(plans[0]));
        QVERIFY2(plans[1].contains(u"SCAN c USING COVERING INDEX customer_sought"), qPrintable(plans[1]));
        QVERIFY2(!plans[1].contains(u"SCAN v"), qPrintable(plans[1]));
    }
}

void tst_search::whatChangedIsFoundAsItIsNow()
{
    EventLog log;
    const Chat chat = log.open(u"Rosa"_s);
    wire::Subject edited = chat.subject();
    edited.message = log.receive(chat, u"quero broa"_s);
    wire::Subject revoked = chat.subject();
    revoked.message = log.receive(chat, u"quero sonho"_s);
    wire::Subject note = chat.subject();
    note.note = NoteId::create();
    log.add(wire::NoteAdded{u"paga fiado"_s}, note);
    Projection p;
    p.apply(log.page());
    QCOMPARE(messages(p, u"quero"_s).size(), 2);
    log.add(wire::MessageEdited{log.nextAt(), textContent(u"quero bolo"_s)}, edited);
    log.add(wire::MessageRevoked{log.nextAt()}, revoked);
    log.add(wire::NoteRemoved(), note);
    log.add(wire::CustomerRenamed{u"Rosinha"_s, wire::NameSource::Operator}, chat.subject());
    p.apply(log.page());
    QCOMPARE(messages(p, u"quero"_s), QStringList{u"quero bolo"_s});
    QCOMPARE(messages(p, u"broa"_s), QStringList());
    QCOMPARE(messages(p, u"fiado"_s), QStringList());
    QCOMPARE(customers(p, u"rosinha"_s), QStringList{u"Rosinha"_s});
    QCOMPARE(customers(p, u"rosa"_s), QStringList{u"Rosinha"_s}); // the profile's name still leads to her
    p.apply(log.page());                                          // once more changes nothing
    QCOMPARE(messages(p, u"quero"_s), QStringList{u"quero bolo"_s});
}

void tst_search::erasedWordsAreNotInTheFile()
{
    EventLog log;
    const Chat chat = log.open(u"Zzfirmina"_s);
    const Chat other = log.open(u"Rosa"_s);
    for (int i = 0; i < 200; ++i) {
        log.receive(chat, u"Zzbroa%1 Zzsonho"_s.arg(i));
        log.receive(other, u"bolo %1"_s.arg(i));
    }
    Projection p;
    for (qsizetype i = 0; i < log.events.size(); i += 37)
        p.apply(log.page(i, 37));
    QCOMPARE(messages(p, u"zzsonho"_s).size(), 50);
    log.add(wire::CustomerErased(), chat.subject());
    p.apply(log.page());
    QCOMPARE(messages(p, u"zzsonho"_s).size(), 0);
    QCOMPARE(customers(p, u"zzfirmina"_s).size(), 0);
    QCOMPARE(messages(p, u"bolo"_s).size(), 50);
    const auto words = p.db()
                           .prepare(u"SELECT count(*) FROM message_words_data WHERE instr(block, ?) > 0"_s)
                           .bind(QByteArray("zz"))
                           .one([](const sql::Statement &row) { return row.int64(0); });
    QCOMPARE(words->value_or(-1), 0);
}

void tst_search::joinedChatsAreFoundOnce()
{
    EventLog log;
    const Chat a = log.open(u"Rosa"_s);
    const Chat b = log.open(u"Rosa Limeira"_s);
    log.receive(a, u"bolo de fubá"_s);
    log.receive(b, u"bolo de milho"_s);
    wire::Subject subject;
    subject.customer = a.customer;
    log.add(wire::CustomerMerged{b.customer, a.customer, {{b.conversation, a.conversation, {}, {}, {}}}}, subject);
    Projection p;
    p.apply(log.page());
    QCOMPARE(messages(p, u"bolo"_s).size(), 2);
    QCOMPARE(customers(p, u"rosa"_s).size(), 1);
    // By what either of them was heard under, also meanwhile.
    QCOMPARE(customers(p, u"limeira"_s).size(), 1);
    wire::CustomerIdentified changed;
    changed.identifiers.waId = u"5519955556666"_s;
    subject.customer = b.customer;
    log.add(changed, subject);
    p.apply(log.page());
    QCOMPARE(customers(p, u"55556666"_s).size(), 1);
    QCOMPARE(customers(p, u"55556666"_s), customers(p, u"rosa"_s));
}

void tst_search::nothingTypedIsAnOperator_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"\"", "\"\"\"", "AND",   "bolo OR", "NOT bolo", "NEAR(",        "*",      "^bolo", "words:bolo", "(",
          ")",  "-",      "bolo-", "'",       ";",        "bolo\" OR \"", "{bolo}", "+",     "%",          "_",
          "\\", "bolo\\", "#",     "#%",      "😀",        "   ",          "1e400",  "--",    "/*"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void tst_search::nothingTypedIsAnOperator()
{
    QFETCH(const QString, typed);
    EventLog log;
    const Chat chat = log.open(u"Rosa"_s);
    log.receive(chat, u"pão"_s);
    Projection p;
    p.apply(log.page());
    QCOMPARE(messages(p, typed), QStringList()); // and no error
    QCOMPARE(customers(p, typed), QStringList());
}

BALCAO_TEST(tst_search)
#include "tst_search.moc"
