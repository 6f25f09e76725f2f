// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/palettepresenter.h"
#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Palette : Shop
{
    PalettePresenter palette{source, inbox, thread, wording, clock};

    Palette()
    {
        palette.setActions({{u"Broa action"_s, u"F9"_s, {}, [] {}}});
    }

    void type(const QString &typed)
    {
        QSignalSpy shown(&palette, &PalettePresenter::changed);
        palette.type(typed);
        QVERIFY(!shown.isEmpty() || shown.wait()); // nothing is looked for at once
    }
    /// Beside the heads, in their order.
    QStringList headCounts()
    {
        QStringList counts;
        for (const PaletteRow &row : palette.model().rows()) {
            if (!row.head.isEmpty())
                counts.append(row.headCount);
        }
        return counts;
    }
};

} // namespace

// How much Ctrl+K says that it has found.
class tst_palette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasFoundIsCountedAndActionsAreNot();
    void whereReadingStoppedIsSaid_data();
    void whereReadingStoppedIsSaid();
    void howSoonIsSaid();
    void nothingIsNotCounted();
    void customersSayHowLongTheirWindowIsOpen();
    void actsWaitForTheirConversationAndForNoOther();
    void aQuestionFindsCustomersAlone();
};

void tst_palette::whatWasFoundIsCountedAndActionsAreNot()
{
    Palette s;
    const Chat broa = s.log.open(u"Dona Broa"_s);
    s.log.receive(s.rosa, u"Tem broa?"_s);
    s.log.receive(broa, u"Quero broa de fubá"_s);
    s.take();
    s.type(u"broa"_s);
    QCOMPARE(s.headCounts(), (QStringList{u"1"_s, u"2"_s, {}}));
    QCOMPARE(s.palette.model().rows().last().title, u"Broa action"_s);
    QCOMPARE(s.palette.countText(), PalettePresenter::tr("%n result(s)", nullptr, 3));
}

void tst_palette::whereReadingStoppedIsSaid_data()
{
    QTest::addColumn<int>("messages");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("all");
    QTest::newRow("as many as are read") << 20 << u"20"_s << PalettePresenter::tr("%n result(s)", nullptr, 20);
    QTest::newRow("one more") << 21 << u"20+"_s << PalettePresenter::tr("%1+ results").arg(20);
}

void tst_palette::whereReadingStoppedIsSaid()
{
    QFETCH(const int, messages);
    QFETCH(const QString, head);
    QFETCH(const QString, all);
    Palette s;
    for (int i = 0; i < messages; ++i)
        s.log.receive(s.rosa, u"pão %1"_s.arg(i));
    s.take();
    s.type(u"pao"_s);
    QCOMPARE(s.headCounts(), QStringList{head});
    QCOMPARE(s.palette.model().rowCount(), 20);
    QCOMPARE(s.palette.countText(), all);
}

void tst_palette::howSoonIsSaid()
{
    Palette s;
    QSignalSpy shown(&s.palette, &PalettePresenter::changed);
    s.palette.type(u"rosa"_s);
    s.clock.advanceMs(38);
    QVERIFY(!shown.isEmpty() || shown.wait());
    QVERIFY2(s.palette.countText().endsWith(u" · 38 ms"_s), qPrintable(s.palette.countText()));
    s.type(u"rosa l"_s);
    QVERIFY2(!s.palette.countText().contains(u"ms"_s), qPrintable(s.palette.countText())); // nobody could have waited
}

void tst_palette::nothingIsNotCounted()
{
    Palette s;
    s.palette.start();
    QVERIFY(s.palette.countText().isEmpty());
    s.type(u"rosa"_s);
    QVERIFY(!s.palette.countText().isEmpty());
    s.type(u"zzz"_s);
    QVERIFY(s.palette.countText().isEmpty() && !s.palette.emptyText().isEmpty());
    s.type(u"rosa"_s);
    s.type({});
    QVERIFY(s.palette.countText().isEmpty());
}

void tst_palette::customersSayHowLongTheirWindowIsOpen()
{
    Palette s;
    s.log.receive(s.rosa, u"Oi"_s);
    const qint64 until = s.log.events.last().at + 24 * kHourMs;
    s.take();
    const auto first = [&s] { return s.palette.model().rows().first(); };
    s.clock.setMs(until - 4 * kHourMs);
    s.type(u"rosa"_s);
    QCOMPARE(first().right, u"expires in 4 h"_s);
    QVERIFY(!first().isUrgent);
    s.clock.setMs(until - kHourMs);
    s.type({});
    s.type(u"rosa"_s);
    QVERIFY(first().isUrgent);
    s.clock.setMs(until);
    s.type({});
    s.type(u"rosa"_s);
    QCOMPARE(first().rightIcon, u"lock"_s);
    QVERIFY(!first().isUrgent);
}

void tst_palette::actsWaitForTheirConversationAndForNoOther()
{
    Palette s;
    const Chat dita = s.log.open(u"Dita"_s);
    s.log.receive(s.rosa, u"Oi"_s);
    s.log.receive(dita, u"Oi"_s);
    s.take();
    QList<ConversationId> did;
    s.palette.setActions(
        {{u"Snooze"_s, u"Ctrl+D"_s, {}, [&] { did.append(s.thread.conversation()); }, u"Snooze %1"_s}});
    QObject::connect(&s.inbox, &InboxPresenter::opened, &s.thread, &ThreadPresenter::open);
    const auto ask = [&s](const QString &whom) {
        s.type(whom);
        s.palette.showActionsOf(0);
        QVERIFY(s.palette.model().rows().first().title.startsWith(u"Snooze "_s + whom));
        s.palette.take(0);
    };
    ask(u"Dita"_s);
    QVERIFY(did.isEmpty()); // it is being read
    QTRY_COMPARE(did, QList<ConversationId>{dita.conversation});
    ask(u"Rosa"_s);
    s.inbox.open(dita.conversation); // somebody went elsewhere before it was there
    QTRY_VERIFY(s.thread.head());
    QCOMPARE(did.size(), 1);
}

void tst_palette::aQuestionFindsCustomersAlone()
{
    Palette p;
    const Chat chat = p.log.open(u"Ana Broa"_s);
    p.log.receive(chat, u"broa de milho"_s);
    p.take();
    const ConversationId open = p.thread.conversation();
    CustomerQuestion question;
    QStringList chosen;
    question.words = u"Who?"_s;
    question.whyHead = u"Likely"_s;
    question.likely = {{chat.conversation, u"Ana Broa"_s, u"10:15"_s}};
    question.chosen = [&chosen](ConversationId, const QString &name) { chosen.append(name); };
    p.palette.start(question);
    QCOMPARE(p.palette.model().rowCount(), 1);
    QCOMPARE(p.palette.model().rows().first().head, u"Likely"_s);
    p.palette.type(u"broa"_s);
    p.palette.take(0); // who stands there was not found by it
    QVERIFY(chosen.isEmpty() && !p.palette.mayTake());
    QTRY_VERIFY(p.palette.mayTake());
    QCOMPARE(p.palette.model().rowCount(), 1); // neither her message nor the action
    QCOMPARE(p.palette.model().rows().first().kind, PaletteRow::Kind::Customer);
    p.palette.showActionsOf(0);
    QCOMPARE(p.palette.model().rows().first().kind, PaletteRow::Kind::Customer);
    p.palette.take(0);
    QCOMPARE(chosen, QStringList{u"Ana Broa"_s});
    QCOMPARE(p.thread.conversation(), open); // it stays where it is
    p.palette.take(0);                       // asked no more: this opens her
    QCOMPARE(chosen.size(), 1);
    p.palette.start(question);
    p.type(u"zzz"_s);
    QTRY_VERIFY(p.palette.emptyText().contains(u"zzz"_s));
    p.palette.start(); // as Ctrl+K opens it
    p.type(u"broa"_s);
    QTRY_VERIFY(p.palette.model().rowCount() > 1);
}

BALCAO_TEST(tst_palette)
#include "tst_palette.moc"
