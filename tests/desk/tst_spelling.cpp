// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/spellingpresenter.h"
#include "fakespeller.h"
#include "openthread.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

class NoKeeper final : public PreferencesKeeper
{
public:
    void keep(const Preferences &) override {}
};

struct Writing : OpenThread
{
    NoKeeper keeper;
    PreferencesPresenter preferences{keeper, {}};
    UndoPresenter undo;
    FakeSpeller speller;
    SpellingPresenter spelling{source, presenter, preferences, undo, &speller};

    Writing() { speller.wrong = {{u"obrigdo"_s, {u"obrigado"_s}}, {u"Obrigdo"_s, {}}, {u"Rosinha"_s, {}}}; }
    QStringList wrong(const QString &text) { return texts(spelling.wrongIn(text)); }
    static QStringList texts(const QList<SpellWord> &words)
    {
        QStringList texts;
        for (const SpellWord &word : words)
            texts.append(word.text);
        return texts;
    }
    QByteArray kept()
    {
        QByteArray value;
        bool done = false;
        source.preference(u"spelling.words"_s, [&](const Result<QByteArray> &read) {
            value = read.valueOr({});
            done = true;
        });
        [&] { QTRY_VERIFY(done); }();
        return value;
    }
};

} // namespace

// Which words are looked up, and which of them are wrong as far as anybody knows.
class tst_spelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOfAMessage_data();
    void wordsOfAMessage();
    void wordsStandWhereTheySay();
    void wrongIsTheDictionarysAnswer();
    void aWordIsAskedOnce();
    void offAsksNothing();
    void taughtIsRightForGood();
    void taughtByMistakeIsTakenBack();
    void taughtBeforeTheOthersWereReadLosesNone();
    void taughtAreBounded();
    void customersNameIsRight();
    void withoutADictionaryThereIsNoSpelling();
    void aDictionaryThatIsFoundLateIsOffered();
};

void tst_spelling::wordsOfAMessage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QString &text, const QStringList &words) {
        QTest::newRow(name) << text << words;
    };
    row("plain", u"Bom dia, tudo bem?"_s, {u"Bom"_s, u"dia"_s, u"tudo"_s, u"bem"_s});
    row("accents", u"pão é só amanhã"_s, {u"pão"_s, u"só"_s, u"amanhã"_s});
    row("decomposed accent", u"pa\u0303o"_s, {u"p\u00e3o"_s});
    row("hyphen", u"guarda-chuva - enviá-lo-"_s, {u"guarda-chuva"_s, u"enviá-lo"_s});
    row("apostrophe", u"copo d\u2019água 'sim'"_s, {u"copo"_s, u"d'água"_s, u"sim"_s});
    row("marks of WhatsApp", u"*Olá* _pessoal_ ~errado~"_s, {u"Olá"_s, u"pessoal"_s, u"errado"_s});
    row("digits", u"2kg de bolo n3 10h30"_s, {u"de"_s, u"bolo"_s});
    row("price", u"R$ 12,50 cada"_s, {u"cada"_s});
    row("mail", u"mande pra ana.souza@loja.com.br hoje"_s, {u"mande"_s, u"pra"_s, u"hoje"_s});
    row("at", u"siga @padarialua aqui"_s, {u"siga"_s, u"aqui"_s});
    row("link", u"veja https://loja.example/cardapio?x=y agora"_s, {u"veja"_s, u"agora"_s});
    row("host", u"em padaria.com.br/menu, viu"_s, {u"em"_s, u"viu"_s});
    row("host in brackets", u"(www.padaria.com) oi"_s, {u"oi"_s});
    row("file", u"abre a nota.pdf"_s, {u"abre"_s});
    row("forgotten space", u"fim.Amanhã tem"_s, {u"fim"_s, u"Amanhã"_s, u"tem"_s});
    row("accent is no host", u"então.tudo"_s, {u"então"_s, u"tudo"_s});
    row("ellipsis", u"certo...pode"_s, {u"certo"_s, u"pode"_s});
    row("hash", u"use #promocao (#natal)"_s, {u"use"_s});
    row("codes", u"CEP e CNPJ, OBRIGADO"_s, {u"OBRIGADO"_s});
    row("field", u"Olá {nome}, fica {valor da encomenda?} tá"_s, {u"Olá"_s, u"fica"_s, u"tá"_s});
    row("braces over lines", u"{um\ndois}"_s, {u"um"_s, u"dois"_s});
    row("emoji", u"bolo🎂pronto 👍🏽 ❤️"_s, {u"bolo"_s, u"pronto"_s});
    row("laughter", u"kkkkk Kkkk rsrs"_s, {u"rsrs"_s});
    row("one letter", u"q é a"_s, {});
    row("other scripts", u"привет שלום 你好 oi"_s, {u"oi"_s});
    row("too long", QString(60, u'a') + u"b oi"_s, {u"oi"_s});
    row("half a character", QString(QChar(0xd83d)) + u"oi"_s, {u"oi"_s});
    row("nothing", {}, {});
}

void tst_spelling::wordsOfAMessage()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, words);
    QCOMPARE(Writing::texts(spellWords(text)), words);
}

void tst_spelling::wordsStandWhereTheySay()
{
    const QString text = u"🎂 {nome} pa\u0303o d\u2019água"_s;
    const QList<SpellWord> words = spellWords(text);
    QCOMPARE(words.size(), 2);
    QCOMPARE(text.mid(words[0].start, words[0].length), u"pa\u0303o"_s);
    QCOMPARE(text.mid(words[1].start, words[1].length), u"d\u2019água"_s);
    QVERIFY(!words[0].touches(words[0].start - 1));
    QVERIFY(words[0].touches(words[0].start));
    QVERIFY(words[0].touches(words[0].start + words[0].length));
    QVERIFY(!words[0].touches(words[0].start + words[0].length + 1));
}

void tst_spelling::wrongIsTheDictionarysAnswer()
{
    Writing w;
    const QSignalSpy changed(&w.spelling, &SpellingPresenter::changed);
    QVERIFY(w.wrong(u"muito obrigdo"_s).isEmpty()); // not known yet
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(w.wrong(u"muito obrigdo"_s), QStringList{u"obrigdo"_s});
    QSignalSpy suggested(&w.spelling, &SpellingPresenter::suggested);
    w.spelling.suggest(u"obrigdo"_s);
    QVERIFY(suggested.wait());
    QCOMPARE(suggested.first().at(1).toStringList(), QStringList{u"obrigado"_s});
}

void tst_spelling::aWordIsAskedOnce()
{
    Writing w;
    const QSignalSpy answered(&w.speller, &Speller::checked);
    w.wrong(u"muito obrigdo"_s);
    QCoreApplication::sendPostedEvents(&w.spelling);
    QCOMPARE(w.speller.asked.size(), 2);
    w.wrong(u"muito obrigdo mesmo"_s); // while the first are looked up
    QTRY_COMPARE(answered.size(), 2);
    w.wrong(u"obrigdo muito mesmo"_s);
    QCoreApplication::sendPostedEvents();
    w.speller.asked.sort();
    QCOMPARE(w.speller.asked, (QStringList{u"mesmo"_s, u"muito"_s, u"obrigdo"_s}));
}

void tst_spelling::offAsksNothing()
{
    Writing w;
    const QSignalSpy changed(&w.spelling, &SpellingPresenter::changed);
    w.wrong(u"obrigdo"_s);
    QTRY_COMPARE(w.wrong(u"obrigdo"_s).size(), 1);
    w.speller.asked.clear();
    w.spelling.setOn(false);
    QCOMPARE(changed.size(), 2);
    QVERIFY(!w.preferences.now().spelling);
    QVERIFY(w.wrong(u"obrigdo outra"_s).isEmpty());
    QCoreApplication::sendPostedEvents();
    QVERIFY(w.speller.asked.isEmpty());
    w.preferences.set(&Preferences::spelling, true); // in the settings
    QCOMPARE(changed.size(), 3);
    QCOMPARE(w.wrong(u"obrigdo"_s).size(), 1);
}

void tst_spelling::taughtIsRightForGood()
{
    Writing w;
    w.log.receive(w.chat, u"Oi"_s);
    w.show();
    QTRY_COMPARE(w.wrong(u"obrigdo Obrigdo"_s).size(), 2);
    QCOMPARE(w.kept(), QByteArray()); // and the words of this PC have been read
    w.spelling.teach(u"Obrigdo"_s);
    QVERIFY(w.wrong(u"obrigdo Obrigdo OBRIGDO"_s).isEmpty());
    QCOMPARE(w.kept(), QByteArray("obrigdo"));
    // The program is started again.
    ThreadPresenter thread(w.source, w.actions, w.wording, w.clock);
    SpellingPresenter again(w.source, thread, w.preferences, w.undo, &w.speller);
    QSignalSpy read(&again, &SpellingPresenter::changed);
    thread.open(w.chat.conversation);
    QTRY_VERIFY(!read.isEmpty());
    QTRY_VERIFY(again.wrongIn(u"obrigdo"_s).isEmpty());
}

void tst_spelling::taughtByMistakeIsTakenBack()
{
    Writing w;
    w.log.receive(w.chat, u"Oi"_s);
    w.show();
    QTRY_COMPARE(w.wrong(u"obrigdo"_s).size(), 1);
    QCOMPARE(w.kept(), QByteArray());
    w.spelling.teach(u"obrigdo"_s);
    QVERIFY(w.wrong(u"obrigdo"_s).isEmpty());
    w.undo.undo();
    QCOMPARE(w.wrong(u"obrigdo"_s).size(), 1);
    QCOMPARE(w.kept(), QByteArray());
}

void tst_spelling::taughtBeforeTheOthersWereReadLosesNone()
{
    Writing w;
    w.source.savePreference(u"spelling.words"_s, "velha");
    QCOMPARE(w.kept(), QByteArray("velha"));
    w.spelling.teach(u"nova"_s); // no chat is open yet
    QCOMPARE(w.kept(), QByteArray("velha"));
    w.log.receive(w.chat, u"Oi"_s);
    w.show();
    QTRY_COMPARE(w.kept(), QByteArray("velha\nnova"));
}

void tst_spelling::taughtAreBounded()
{
    Writing w;
    QByteArrayList full{"primeira"};
    for (int i = 1; i < SpellingPresenter::kMostTaught; ++i)
        full.append("palavra" + QByteArray::number(i));
    w.source.savePreference(u"spelling.words"_s, full.join('\n'));
    w.log.receive(w.chat, u"Oi"_s);
    w.show();
    QCOMPARE(w.kept(), full.join('\n')); // and have been read
    w.spelling.teach(u"nova"_s);
    const QByteArrayList words = w.kept().split('\n');
    QCOMPARE(words.size(), qsizetype{SpellingPresenter::kMostTaught});
    QCOMPARE(words.first(), QByteArray("palavra1"));
    QCOMPARE(words.last(), QByteArray("nova"));
}

void tst_spelling::customersNameIsRight()
{
    Writing w;
    QTRY_COMPARE(w.wrong(u"Rosinha obrigdo"_s).size(), 2);
    w.chat = w.log.open(u"Rosinha do Bolo"_s);
    w.log.receive(w.chat, u"Oi"_s);
    w.show();
    QCOMPARE(w.wrong(u"Rosinha obrigdo rosinha"_s), QStringList{u"obrigdo"_s});
}

void tst_spelling::withoutADictionaryThereIsNoSpelling()
{
    Writing w;
    SpellingPresenter none(w.source, w.presenter, w.preferences, w.undo, nullptr);
    QVERIFY(!none.isOffered() && !none.isOn());
    QVERIFY(none.wrongIn(u"obrigdo"_s).isEmpty());
    none.suggest(u"obrigdo"_s);
    QVERIFY(w.speller.asked.isEmpty());
}

void tst_spelling::aDictionaryThatIsFoundLateIsOffered()
{
    Writing w;
    w.speller.there = false;
    const QSignalSpy offered(&w.spelling, &SpellingPresenter::offered);
    QVERIFY(!w.spelling.isOffered() && !w.spelling.isOn());
    QVERIFY(w.wrong(u"obrigdo"_s).isEmpty());
    QCoreApplication::sendPostedEvents();
    QVERIFY(w.speller.asked.isEmpty());
    w.speller.there = true;
    Q_EMIT w.speller.arrived();
    QCOMPARE(offered.size(), 1);
    QVERIFY(w.spelling.isOffered() && w.spelling.isOn());
    QTRY_COMPARE(w.wrong(u"obrigdo"_s).size(), 1);
}

BALCAO_TEST(tst_spelling)
#include "tst_spelling.moc"
