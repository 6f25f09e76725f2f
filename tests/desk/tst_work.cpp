// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// Acts are shown at once, can be taken back, and say what they were.
class tst_work : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActCanBeTakenBack_data();
    void everyActCanBeTakenBack();
    void undoIsOfferedForEightSeconds();
    void actsShowBeforeTheRelayHasAnswered();
    void ownActsCountInTheRail();
    void notesGoAsNotesAndFailedOnesStay();
    void colleagueWhoWritesIsAskedAboutOnce();
    void enterMeantForTheChatBeforeIsSwallowed();
    void sendAndNextGoesOn();
    void pickersFindWithoutAccents();
    void repliesFillTheirWordsIn();
    void fieldsAreAskedBeforeItIsSent();
    void greetingFollowsTheShopsDay();
    void emojiAreFoundByPortugueseWords();
    void whatWasDoneOfflineHidesNobodyFurtherDown();
};

void tst_work::everyActCanBeTakenBack_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<QString>("did");
    QTest::addColumn<QString>("undone");
    QTest::newRow("resolve") << 0 << u"resolve"_s << u"reopen"_s;
    QTest::newRow("snooze") << 1 << u"snooze 42"_s << u"wake"_s;
    QTest::newRow("assign") << 2 << u"assign"_s << u"assign nobody"_s;
    QTest::newRow("tag") << 3 << u"tag"_s << u"untag"_s;
    QTest::newRow("note") << 4 << u"note oi"_s << u"no note"_s;
    QTest::newRow("dismiss") << 5 << u"dismiss"_s << u"dismiss no more"_s;
}

void tst_work::everyActCanBeTakenBack()
{
    QFETCH(const int, act);
    QFETCH(const QString, did);
    QFETCH(const QString, undone);
    Shop s;
    const std::function<void()> acts[] = {
        [&] { s.work.toggleResolved(); },
        [&] { s.work.snooze(42); },
        [&] { s.work.assign(s.bruno, u"Bruno"_s, u"fala com ela"_s); },
        [&] {
            s.work.toggleTag({s.vip, u"VIP"_s, {}});
        },
        [&] { s.work.addNote(u"oi"_s, [](bool) {}); },
        [&] { s.work.dismiss(MessageId::create()); },
    };
    const QSignalSpy acted(&s.work, &WorkPresenter::acted);
    acts[act]();
    QVERIFY(s.workDone.did.last().startsWith(did));
    QVERIFY(!s.undo.text().isEmpty());
    QCOMPARE(acted.size(), 1);
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), undone);
    QVERIFY(s.undo.text().isEmpty());
    s.undo.undo(); // nothing more
    QCOMPARE(s.workDone.did.size(), 2);
}

void tst_work::undoIsOfferedForEightSeconds()
{
    QCOMPARE(UndoPresenter::kOfferedMs, 8000);
    UndoPresenter undo;
    int undone = 0;
    undo.offer(u"um"_s, [&] { ++undone; });
    undo.offer(u"dois"_s, [&] { undone += 10; });
    undo.undo();
    QCOMPARE(undone, 10); // the last one, once
    undo.offer(u"três"_s, [&] { ++undone; });
    undo.dismiss();
    undo.undo();
    QCOMPARE(undone, 10);
}

void tst_work::actsShowBeforeTheRelayHasAnswered()
{
    Shop s;
    QCOMPARE(s.names(store::View::All), QStringList{u"Rosa Limeira"_s});
    QCOMPARE(s.names(store::View::Resolved), QStringList());
    s.pendWork(wire::TagCustomer{s.rosa.customer, s.vip});
    s.pendWork(wire::AssignConversation{s.rosa.conversation, s.bruno, {}});
    s.pendWork(wire::ResolveConversation{s.rosa.conversation});
    QCOMPARE(s.names(store::View::All), QStringList());
    QCOMPARE(s.names(store::View::Resolved), QStringList{u"Rosa Limeira"_s});
    const store::ConversationRow row = s.inbox.model().rows().first();
    QCOMPARE(row.assigneeName, u"Bruno"_s);
    QCOMPARE(row.tags.size(), 1);
    s.thread.reload();
    QTRY_VERIFY(s.work.isResolved());
    s.pendWork(wire::ReopenConversation{s.rosa.conversation});
    QCOMPARE(s.names(store::View::All), QStringList{u"Rosa Limeira"_s});
}

void tst_work::ownActsCountInTheRail()
{
    Shop s;
    const auto count = [&s](store::View view, TagId tag = {}) {
        return s.rail.model().rows()[s.rail.model().rowOf(view, tag)].count;
    };
    QTRY_COMPARE(count(store::View::Waiting), 1);
    s.pendWork(wire::SnoozeConversation{s.rosa.conversation, s.clock.nowMs() + kHourMs});
    s.pendWork(wire::TagCustomer{s.rosa.customer, s.vip});
    s.rail.reload();
    QTRY_COMPARE(count(store::View::Waiting), 0);
    QCOMPARE(count(store::View::Snoozed), 1);
    QCOMPARE(count(store::View::All), 1);
    QCOMPARE(count(store::View::Tag, s.vip), 1);
    QCOMPARE(s.rail.model().index(s.rail.model().rowOf(store::View::Tag, s.vip)).data().toString(), u"VIP"_s);
}

void tst_work::notesGoAsNotesAndFailedOnesStay()
{
    Shop s;
    s.composer.setNote(true);
    s.composer.setText(u"cliente antiga"_s);
    s.workDone.keeps = false;
    s.composer.send();
    QCOMPARE(s.composer.text(), u"cliente antiga"_s);
    QVERIFY(s.composer.isWarning());
    QVERIFY(s.composer.isNote());
    s.workDone.keeps = true;
    s.composer.send();
    QCOMPARE(s.composer.text(), QString());
    QVERIFY(!s.composer.isNote()); // the next words are for the customer again
    QVERIFY(s.actions.sent.isEmpty());
    QCOMPARE(s.workDone.did.last(), u"note cliente antiga"_s);
    s.clock.advanceMs(25 * kHourMs);
    QVERIFY(s.composer.isLocked());
    s.composer.setNote(true);
    QVERIFY(!s.composer.isLocked()); // the team can always be told
}

void tst_work::colleagueWhoWritesIsAskedAboutOnce()
{
    Shop s;
    s.thread.setPresent({{u"Bruno"_s, s.rosa.conversation, true}});
    QVERIFY(s.thread.subtitle().contains(u"Bruno"_s));
    s.composer.setText(u"Bom dia"_s);
    s.composer.send();
    QVERIFY(s.actions.sent.isEmpty());
    QVERIFY(s.composer.noteText().contains(u"Bruno"_s));
    s.composer.send();
    QCOMPARE(s.actions.sent.size(), 1);
}

void tst_work::enterMeantForTheChatBeforeIsSwallowed()
{
    Shop s;
    const Chat dita = s.log.open(u"Dita"_s);
    s.log.receive(dita, u"Oi"_s);
    s.take();
    s.thread.open(dita.conversation);
    QTRY_VERIFY(s.thread.head().has_value());
    s.composer.setText(u"para a Rosa"_s);
    s.composer.send();
    QVERIFY(s.actions.sent.isEmpty());
    QCOMPARE(s.composer.text(), u"para a Rosa"_s);
    s.clock.advanceMs(ComposerPresenter::kGuardMs);
    s.composer.send();
    QCOMPARE(s.actions.sent.size(), 1);
}

void tst_work::sendAndNextGoesOn()
{
    Shop s;
    const QSignalSpy next(&s.composer, &ComposerPresenter::nextWanted);
    s.composer.setText(u"Bom dia"_s);
    s.composer.sendAndNext();
    QCOMPARE(next.size(), 0); // not before it is durable
    s.actions.sent.last().done(true);
    QCOMPARE(next.size(), 1);
    s.composer.sendAndNext(); // nothing to send: just the next
    QCOMPARE(next.size(), 2);
    QCOMPARE(s.actions.sent.size(), 1);
}

void tst_work::pickersFindWithoutAccents()
{
    Shop s;
    AssignPicker assign(s.work, {{s.bruno, u"João Bruno"_s, Role::Attendant, false},
                                 {OperatorId::create(), u"Inês"_s, Role::Manager, false},
                                 {OperatorId::create(), u"Saiu"_s, Role::Attendant, true}});
    QCOMPARE(assign.choices({}).size(), 3); // two people, and nobody
    QCOMPARE(assign.choices(u"ines"_s).size(), 1);
    QCOMPARE(assign.choices(u"bru"_s).first().text, u"João Bruno"_s);
    assign.pick(0, u" olha isso "_s);
    QCOMPARE(s.workDone.did.last(), u"assign %1 olha isso"_s.arg(s.bruno.text()));
    assign.pick(9, {}); // nothing there
    QCOMPARE(s.workDone.did.size(), 1);

    TagPicker tags(s.work, {{{s.vip, u"Atenção"_s, u"#b4531a"_s}, 0}});
    QCOMPARE(tags.choices(u"atencao"_s).size(), 1); // no second one of that name
    QCOMPARE(tags.choices(u"nova"_s).size(), 1);
    tags.pick(0, {});
    QCOMPARE(s.workDone.did.mid(1), (QStringList{u"define nova"_s, u"tag"_s}));
    QVERIFY(!tags.choices(u"<b>x</b>"_s).isEmpty()); // just a name
}

void tst_work::repliesFillTheirWordsIn()
{
    Shop s;
    s.composer.setShop(u"Padaria Lua"_s);
    QString inserted;
    connect(&s.composer, &ComposerPresenter::inserted, this, [&](const QString &text) { inserted = text; });
    bool managed = false;
    ReplyPicker replies(s.composer,
                        {{QuickReplyId::create(), u"Horário"_s, u"Oi {nome}, aqui é {operador}, da {loja}."_s}},
                        [&managed] { managed = true; });
    QCOMPARE(replies.choices(u"horario"_s).size(), 1);
    replies.pick(0, {});
    QCOMPARE(inserted, u"Oi Rosa, aqui é Ana, da Padaria Lua."_s);
    QVERIFY(replies.choices(u"zzz"_s).isEmpty());
    QVERIFY(!replies.emptyText().isEmpty());
    QCOMPARE(replies.choices({}).size(), 2); // and the way to change the list
    replies.pick(1, {});
    QVERIFY(managed);
}

void tst_work::fieldsAreAskedBeforeItIsSent()
{
    Shop s;
    const QSignalSpy wanted(&s.composer, &ComposerPresenter::fieldWanted);
    s.composer.setText(u"Fica {valor?}, retira {quando?}."_s);
    QCOMPARE(s.composer.fieldFrom(0)->first, 5);
    QCOMPARE(s.composer.fieldFrom(6)->first, 22);
    QVERIFY(!s.composer.fieldFrom(30)); // Tab goes on to what stands behind the editor
    s.composer.send();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(s.actions.sent.isEmpty());
    QVERIFY(s.composer.isWarning());
    s.composer.setText(u"Fica R$ 42,00, retira hoje."_s);
    QVERIFY(!s.composer.fieldFrom(0));
    s.composer.send();
    QCOMPARE(s.actions.sent.size(), 1);
}

void tst_work::greetingFollowsTheShopsDay()
{
    Shop s;
    QString inserted;
    connect(&s.composer, &ComposerPresenter::inserted, this, [&](const QString &text) { inserted = text; });
    const QDate day(2026, 11, 25);
    s.composer.setNote(true); // also when the customer may not be written to
    for (const auto &[hour, words] :
         {std::pair(9, u"Bom dia"_s), std::pair(12, u"Boa tarde"_s), std::pair(19, u"Boa noite"_s)}) {
        s.clock.setMs(QDateTime(day, QTime(hour, 0), QTimeZone("America/Sao_Paulo")).toMSecsSinceEpoch());
        s.composer.insertReply(u"{saudacao}, {nome}!"_s);
        QCOMPARE(inserted, words + u", Rosa!"_s);
    }
}

void tst_work::emojiAreFoundByPortugueseWords()
{
    Shop s;
    EmojiPresenter &emoji = s.composer.emoji();
    QCOMPARE(emoji.groupNames().size(), kEmojiGroups + 1);
    QSet<QString> seen;
    for (const Emoji &one : allEmoji()) {
        QVERIFY(one.group >= 0 && one.group < kEmojiGroups && !one.words.isEmpty());
        QVERIFY2(!seen.contains(one.glyph.toString()), qPrintable(one.glyph.toString()));
        seen.insert(one.glyph.toString());
    }
    QVERIFY(seen.size() >= 200);
    QCOMPARE(emoji.found(0, u"CORACAO verm"_s).first().glyph, u"❤️"_s);
    QVERIFY(emoji.found(0, u"xyz"_s).isEmpty());
    QVERIFY(emoji.emptyText(u"xyz"_s).contains(u"xyz"_s));
    QVERIFY(emoji.found(0, {}).isEmpty());
    emoji.use(u"💜"_s);
    QCOMPARE(emoji.found(0, u"coracao"_s).first().glyph, u"💜"_s); // used ones first
    EmojiPresenter later(s.source);
    later.reload();
    QTRY_COMPARE(later.found(0, {}).size(), 1);
}

void tst_work::whatWasDoneOfflineHidesNobodyFurtherDown()
{
    Shop s;
    constexpr int kChats = 60;
    QList<ConversationId> chats;
    for (int i = 0; i < kChats; ++i) {
        const Chat chat = s.log.open(QString::number(i));
        s.log.receive(chat, u"oi"_s);
        chats.prepend(chat.conversation); // as the list has them
    }
    s.take();
    const qsizetype page = s.names(store::View::All).size();
    QVERIFY(page < kChats);
    for (int i = 0; i < 10; ++i)
        s.pendWork(wire::ResolveConversation{chats[i]}, {}, chats[i]);
    QCOMPARE(s.names(store::View::All).size(), page);
    while (s.inbox.model().rowCount() < kChats + 1 - 10) { // Rosa, too
        QSignalSpy changed(&s.inbox, &InboxPresenter::changed);
        s.inbox.loadMore();
        QVERIFY(changed.wait());
    }
}

BALCAO_TEST(tst_work)
#include "tst_work.moc"
