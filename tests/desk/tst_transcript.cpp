// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/transcript.h"
#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Printed : Shop
{
    ShopPresenter about{thread, wording, clock};
    Transcript transcript{thread, customer, about, wording, clock};

    Printed() { about.setShop(u"Padaria Lua"_s, {}); }

    void reload()
    {
        take();
        QSignalSpy changed(&thread, &ThreadPresenter::changed);
        thread.reload();
        QVERIFY(changed.wait());
    }
    void note(const QString &text)
    {
        wire::Subject of = rosa.subject();
        of.note = NoteId::create();
        log.add(wire::NoteAdded{text}, of);
    }
    [[nodiscard]] QStringList texts(const Transcript::Choice &choice = {}) const
    {
        QStringList all;
        for (const PrintedLine &line : transcript.printed(choice).lines)
            all.append(line.text);
        return all;
    }
};

} // namespace

// What goes onto paper: what the screen says of what was chosen, and no more than it shows.
class tst_transcript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoWhenAndHowFarItCame();
    void phoneIsMaskedAsOnTheScreen();
    void whatIsTheTeamsIsLeftOut();
    void onlyWhatWasMarked();
    void aDayIsSaidWithItsYear();
    void marksAndTurnedLettersAreGone();
    void aLongMessageSaysThatItIsCut();
    void nothingToPrint();
};

void tst_transcript::saysWhoWhenAndHowFarItCame()
{
    Printed p;
    const MessageId read = p.log.accept(p.rosa, u"Pode sim"_s);
    p.log.status(p.rosa, read, MessageState::Read);
    const MessageId failed = p.log.accept(p.rosa, u"Segue"_s);
    p.log.status(p.rosa, failed, MessageState::Failed, wire::SendError{131026, {}});
    p.reload();
    const PrintedThread paper = p.transcript.printed({});
    QCOMPARE(paper.shop, u"Padaria Lua"_s);
    QCOMPARE(paper.customer, u"Rosa Limeira"_s);
    QCOMPARE(paper.lines.size(), 3);
    QVERIFY(paper.lines[0].head.contains(u"Rosa Limeira"_s));
    QVERIFY(paper.lines[0].head.contains(p.wording.clock(p.thread.model().rows().first().row.sortAt)));
    QCOMPARE(paper.lines[0].text, u"Oi"_s);
    QCOMPARE(paper.lines[0].state, QString());
    QVERIFY(paper.lines[1].head.endsWith(u" · "_s + ThreadWords::tr("read")));
    QCOMPARE(paper.lines[1].state, QString());
    QCOMPARE(paper.lines[2].state, Wording::failure(131026));
    QVERIFY(paper.range.contains(p.wording.stamp(p.thread.model().rows().last().row.sortAt)));
    QVERIFY(paper.made.contains(p.wording.stamp(p.clock.nowMs())));
}

void tst_transcript::phoneIsMaskedAsOnTheScreen()
{
    Printed p;
    QVERIFY(p.transcript.phone().contains(u'•'));
    QCOMPARE(p.transcript.printed({}).phone, p.customer.phoneText());
    p.customer.reveal(); // asked for, and logged
    QVERIFY(!p.transcript.printed({}).phone.contains(u'•'));
    p.customer.setOperator(p.bruno);
    QVERIFY(p.transcript.printed({}).phone.contains(u'•'));
}

void tst_transcript::whatIsTheTeamsIsLeftOut()
{
    Printed p;
    p.note(u"cliente difícil"_s);
    p.log.add(wire::ConversationResolved(), p.rosa.subject());
    p.log.receive(p.rosa, u"Obrigada"_s);
    p.reload();
    QCOMPARE(p.texts(), (QStringList{u"Oi"_s, u"Obrigada"_s}));
    QCOMPARE(p.transcript.countOf({}), 2);
    const QStringList all = p.texts({{}, true});
    QVERIFY(all.contains(u"cliente difícil"_s));
    QVERIFY(all.size() > 3);
    QCOMPARE(p.transcript.countOf({{}, true}), static_cast<int>(all.size()));
}

void tst_transcript::onlyWhatWasMarked()
{
    Printed p;
    for (const QString &text : {u"um"_s, u"dois"_s, u"três"_s})
        p.log.receive(p.rosa, text);
    p.reload();
    const int last = p.thread.model().rowCount() - 1;
    const QList<MessageId> marked = p.transcript.idsOf({last, last - 1, 99});
    QCOMPARE(marked.size(), 2);
    p.log.receive(p.rosa, u"quatro"_s); // rows move, what was marked does not
    p.reload();
    QCOMPARE(p.texts({marked, false}), (QStringList{u"dois"_s, u"três"_s}));
}

void tst_transcript::aDayIsSaidWithItsYear()
{
    Printed p;
    const PrintedLine first = p.transcript.printed({}).lines.first();
    const qint64 at = p.thread.model().rows().first().row.sortAt;
    QCOMPARE(first.day, p.wording.longDate(at));
    QVERIFY(first.day.contains(QString::number(QDateTime::fromMSecsSinceEpoch(at, p.wording.zone()).date().year())));
}

void tst_transcript::marksAndTurnedLettersAreGone()
{
    Printed p;
    p.log.receive(p.rosa, u"*R$ 1,00* \u202e00,1 $R"_s);
    p.reload();
    QCOMPARE(p.texts().last(), u"R$ 1,00 00,1 $R"_s);
}

void tst_transcript::aLongMessageSaysThatItIsCut()
{
    Printed p;
    p.log.receive(p.rosa, QString(ThreadItem::kShown + 1, u'a'));
    p.reload();
    const QString rest = Transcript::tr("(The rest of this message is not printed.)");
    QVERIFY(p.texts().last().endsWith(rest));
    p.thread.model().toggleMore(p.thread.model().rowCount() - 1); // what is shown whole is printed whole
    QCOMPARE(p.texts().last().size(), ThreadItem::kShown + 1);
}

void tst_transcript::nothingToPrint()
{
    Printed p;
    QVERIFY(p.transcript.canPrint());
    p.thread.close();
    QVERIFY(!p.transcript.canPrint());
    QVERIFY(p.transcript.printed({}).lines.isEmpty());
}

BALCAO_TEST(tst_transcript)
#include "tst_transcript.moc"
