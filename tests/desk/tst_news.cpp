// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/newspresenter.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::Chime;

namespace {

class Told final : public desk::Notifier
{
public:
    void show(const desk::Notice &notice) override { notices.append(notice); }
    void beckon() override { ++beckoned; }

    QList<desk::Notice> notices;
    int beckoned = 0;
};

class Heard final : public desk::Sounder
{
public:
    void play(Chime chime) override { chimes.append(chime); }

    QList<Chime> chimes;
};

struct Shop : Counter
{
    Told told;
    Heard heard;
    desk::NewsPresenter news{source, clock, told, heard};

    Shop() { news.heard({}, true); } // caught up
    void hear(bool isLive = true) { news.heard(take(), isLive); }
    Chat known(const QString &name)
    {
        const Chat chat = log.open(name);
        log.receive(chat, u"antes"_s);
        take();
        return chat;
    }
    /// The log's time goes on too: take() sets the clock by it.
    void later()
    {
        log.setHead(log.head() + kMinuteMs / kSecondMs);
        clock.setMs(log.nextAt());
    }
};

} // namespace

// What is worth a notification, and what may be said in it.
class tst_news : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCustomersMessageIsToldWithNameAndWords();
    void silentUntilCaughtUp();
    void ownMessagesAndReactionsAreNoNews();
    void theOpenChatInFrontIsNoNews();
    void severalOfOneChatAreOne();
    void manyAtOnceAreOneSum();
    void hiddenScreenHidesNameAndWords();
    void hiddenWhileTheWordsAreLookedUp();
    void withoutContentOnlyThatSomebodyWrote();
    void silenceIsSilent();
    void switchedOffIsOff();
    void failedAndBackSoundOfTheirOwn();
    void moneyRingsAlsoBeforeTheirEyes();
};

void tst_news::aCustomersMessageIsToldWithNameAndWords()
{
    Shop s;
    const Chat rosa = s.known(u"Rosa"_s);
    s.log.receive(rosa, u"<b>duas</b> broas"_s);
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 1);
    QCOMPARE(s.told.notices.first().title, u"Rosa"_s);
    QCOMPARE(s.told.notices.first().text, u"<b>duas</b> broas"_s); // as text; whoever shows it keeps it so
    QCOMPARE(s.told.notices.first().conversation, rosa.conversation);
    QCOMPARE(s.heard.chimes, QList<Chime>{Chime::Message});
    QCOMPARE(s.told.beckoned, 1);
}

void tst_news::silentUntilCaughtUp()
{
    Shop s;
    desk::NewsPresenter fresh(s.source, s.clock, s.told, s.heard);
    const Chat rosa = s.log.open(u"Rosa"_s);
    s.log.receive(rosa, u"ontem"_s);
    fresh.heard(s.take(), false); // behind
    s.log.receive(rosa, u"de manhã"_s);
    fresh.heard(s.take(), true); // the last page of what was missed
    QVERIFY(s.heard.chimes.isEmpty());
    s.log.receive(rosa, u"agora"_s);
    fresh.heard(s.take(), true);
    QTRY_COMPARE(s.told.notices.size(), 1);
    QCOMPARE(s.told.notices.first().text, u"agora"_s);
    store::ChangeSet rebuilt;
    rebuilt.rebuilt = true;
    rebuilt.arrived.insert(rosa.conversation);
    s.later();
    fresh.heard(rebuilt, true);
    QCOMPARE(s.heard.chimes.size(), 1);
}

void tst_news::ownMessagesAndReactionsAreNoNews()
{
    Shop s;
    const Chat rosa = s.known(u"Rosa"_s);
    s.log.accept(rosa, u"Bom dia"_s);
    wire::Content heart;
    heart.type = ContentType::Reaction;
    heart.reaction = wire::Reaction{};
    heart.reaction->emoji = u"❤"_s;
    s.log.receive(rosa, heart);
    s.hear();
    QVERIFY(s.heard.chimes.isEmpty());
    QCOMPARE(s.told.beckoned, 0);
}

void tst_news::theOpenChatInFrontIsNoNews()
{
    Shop s;
    const Chat rosa = s.known(u"Rosa"_s);
    s.news.setSeen(true, rosa.conversation);
    s.log.receive(rosa, u"e pão"_s);
    s.hear();
    QVERIFY(s.heard.chimes.isEmpty());
    const Chat dita = s.known(u"Dita"_s);
    s.log.receive(dita, u"oi"_s);
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 1); // another chat is open
    QCOMPARE(s.told.beckoned, 0);           // the window is in front
    s.later();
    s.news.setSeen(false, rosa.conversation); // minimised
    s.log.receive(rosa, u"e leite"_s);
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 2);
}

void tst_news::severalOfOneChatAreOne()
{
    Shop s;
    const Chat rosa = s.known(u"Rosa"_s);
    for (const QString &text : {u"oi"_s, u"tudo bem?"_s, u"quero"_s}) {
        s.log.receive(rosa, text);
        s.hear();
    }
    QTRY_COMPARE(s.told.notices.size(), 1);
    s.later();
    s.log.receive(rosa, u"ainda aí?"_s);
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 2);
}

void tst_news::manyAtOnceAreOneSum()
{
    Shop s;
    QList<Chat> chats;
    for (int i = 0; i < 5; ++i)
        chats.append(s.known(u"Cliente %1"_s.arg(i)));
    for (const Chat &chat : chats)
        s.log.receive(chat, u"oi"_s);
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 1);
    QVERIFY(s.told.notices.first().conversation.isNull());
    QVERIFY(s.told.notices.first().text.contains(u'5'));
    QCOMPARE(s.heard.chimes.size(), 1);
}

void tst_news::hiddenScreenHidesNameAndWords()
{
    Shop s;
    const Chat rosa = s.known(u"Firmina"_s);
    s.news.setSeen(true, rosa.conversation); // open, but behind the protected screen
    s.news.setProtected(true);
    s.log.receive(rosa, u"segredo"_s);
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 1);
    const desk::Notice &notice = s.told.notices.first();
    QVERIFY(notice.conversation.isNull());
    QVERIFY(!(notice.title + notice.text).contains(u"Firmina"_s));
    QVERIFY(!(notice.title + notice.text).contains(u"segredo"_s));
}

void tst_news::hiddenWhileTheWordsAreLookedUp()
{
    Shop s;
    const Chat rosa = s.known(u"Firmina"_s);
    s.log.receive(rosa, u"segredo"_s);
    s.hear();
    s.news.setProtected(true); // F12 before the reader thread has answered
    QTRY_COMPARE(s.told.notices.size(), 1);
    QVERIFY(!(s.told.notices.first().title + s.told.notices.first().text).contains(u"Firmina"_s));
}

void tst_news::withoutContentOnlyThatSomebodyWrote()
{
    Shop s;
    desk::Preferences p;
    p.notificationContent = false;
    s.news.setPreferences(p);
    const Chat rosa = s.known(u"Firmina"_s);
    s.log.receive(rosa, u"segredo"_s);
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 1);
    QCOMPARE(s.told.notices.first().title, u"Balcão"_s);
}

void tst_news::silenceIsSilent()
{
    Shop s;
    const Chat rosa = s.known(u"Rosa"_s);
    s.news.silenceUntil(s.clock.nowMs() + 30 * kMinuteMs);
    s.log.receive(rosa, u"oi"_s);
    s.hear();
    QVERIFY(s.heard.chimes.isEmpty());
    QCOMPARE(s.told.beckoned, 1); // what can be seen stays
    s.clock.advanceMs(31 * kMinuteMs);
    QVERIFY(!s.news.isSilenced());
    const auto page = s.log.receive(rosa, u"oi?"_s);
    Q_UNUSED(page)
    store::ChangeSet changes;
    changes.arrived.insert(rosa.conversation);
    s.news.heard(changes, true);
    QTRY_COMPARE(s.told.notices.size(), 1);
    QCOMPARE(s.heard.chimes.size(), 1);
}

void tst_news::switchedOffIsOff()
{
    Shop s;
    desk::Preferences p;
    p.notifications = false;
    p.sounds = false;
    s.news.setPreferences(p);
    const Chat rosa = s.known(u"Rosa"_s);
    s.log.receive(rosa, u"oi"_s);
    s.hear();
    QVERIFY(s.heard.chimes.isEmpty());
    QVERIFY(s.told.notices.isEmpty());
}

void tst_news::failedAndBackSoundOfTheirOwn()
{
    Shop s;
    const Chat rosa = s.known(u"Rosa"_s);
    const MessageId sent = s.log.accept(rosa, u"Bom dia"_s);
    s.hear();
    wire::SendError error;
    error.code = 131026;
    s.log.status(rosa, sent, MessageState::Failed, error);
    s.hear();
    QCOMPARE(s.heard.chimes, QList<Chime>{Chime::Failed});
    s.news.setOnline(true); // the first time is no return
    s.news.setOnline(false);
    s.news.setOnline(false);
    s.news.setOnline(true);
    s.news.setOnline(true);
    QCOMPARE(s.heard.chimes, (QList<Chime>{Chime::Failed, Chime::Back}));
}

void tst_news::moneyRingsAlsoBeforeTheirEyes()
{
    Shop s;
    const Chat rosa = s.known(u"Rosa"_s);
    const Charged made = s.log.charge(rosa, {6250});
    s.hear();
    s.news.setSeen(true, rosa.conversation);
    s.log.pay(rosa, made.charge, {6250});
    s.hear();
    QCOMPARE(s.heard.chimes, QList<Chime>{Chime::Paid});
    s.log.pay(rosa, made.charge, {6250}, {{u"D1"_s, {6250}, wire::ReturnStatus::Done, true, 1}});
    s.hear();
    QCOMPARE(s.heard.chimes.size(), 1); // that it is gone again is nothing to ring for
    s.news.setSeen(false, {});
    const Charged other = s.log.charge(rosa, {100});
    s.log.pay(rosa, other.charge, {100});
    s.later();
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 1);
    QCOMPARE(s.told.notices.first().title, u"Rosa"_s);
    QVERIFY(s.told.notices.first().text.contains(u"1,00"_s));
    s.news.setProtected(true);
    s.log.pay(rosa, made.charge, {9000});
    s.later();
    s.hear();
    QTRY_COMPARE(s.told.notices.size(), 2);
    QVERIFY(!s.told.notices.last().text.contains(u"90"_s) && s.told.notices.last().title != u"Rosa"_s);
}

BALCAO_TEST(tst_news)
#include "tst_news.moc"
