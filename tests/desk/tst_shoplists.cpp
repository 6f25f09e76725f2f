// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/refusedwords.h"
#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// The shop's own tags and quick replies: made, changed, retired, also while the relay is away.
class tst_shoplists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repliesAreMadeChangedAndRetired();
    void tagsAreMadeChangedAndRetired();
    void whatIsNotAnsweredYetIsInTheLists();
    void whatIsTypedStaysUntilItIsKeptOrDropped();
    void onlyWhatIsTypedOfAReplyIsTheirs();
    void onlyWhatIsTypedOfATagIsTheirs();
    void whatIsTypedIsOfWhoTypedIt();
    void aRefusedReplyIsTypedAgain();
    void aRefusedTagIsTypedAgain();
    void ofSeveralRefusalsEveryFieldComesBack();
    void aFieldTypedMeanwhileTakesNothingFromTheRefusedOne();
    void whatIsRefusedFindsItsWay();
};

void tst_shoplists::repliesAreMadeChangedAndRetired()
{
    Shop s;
    RepliesPresenter replies(s.source, s.work);
    QVERIFY(!replies.make(u" "_s, u"x"_s));
    QVERIFY(!replies.problem().isEmpty());
    QVERIFY(!replies.make(u"Pix"_s, u" "_s));
    QVERIFY(replies.make(u"Pix"_s, u"Fica {valor?}"_s));
    QVERIFY(!replies.make(u"PIX"_s, u"outra"_s)); // whatever the case
    QCOMPARE(s.workDone.did, QStringList{u"reply Pix"_s});
    const QuickReplyId id = replies.replies().first().id;
    QVERIFY(replies.change(id, u"Pix"_s, u"Fica {valor?}"_s)); // as it is
    QVERIFY(replies.change(id, u"Pix"_s, u"São {valor?}"_s));
    QCOMPARE(s.workDone.did.last(), u"change reply Pix: São {valor?}"_s);
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), u"change reply Pix: Fica {valor?}"_s);
    QCOMPARE(replies.replies().first().text, u"Fica {valor?}"_s);
    QVERIFY(replies.retireQuestion(id).contains(u"Pix"_s));
    replies.retire(id);
    QCOMPARE(s.workDone.did.last(), u"retire reply"_s);
    QVERIFY(replies.replies().isEmpty());
}

void tst_shoplists::tagsAreMadeChangedAndRetired()
{
    Shop s;
    TagsPresenter tags(s.source, s.workDone, s.undo);
    tags.setOperator(s.ana);
    tags.reload();
    QTRY_COMPARE(tags.tags().size(), 1);
    QVERIFY(!tags.make(u"  "_s, u"#b4531a"_s));
    QVERIFY(!tags.problem().isEmpty());
    QVERIFY(!tags.make(u"vip"_s, u"#b4531a"_s)); // whatever the case
    QVERIFY(tags.make(u"Atacado"_s, TagsPresenter::leastUsed(tags.tags())));
    QVERIFY(tags.problem().isEmpty());
    QCOMPARE(s.workDone.did, QStringList{u"define Atacado"_s});
    QCOMPARE(tags.tags().last().tag.colour, u"#b4531a"_s); // #6a46a0 is worn by VIP
    QVERIFY(!tags.change(s.vip, u"ATACADO"_s, u"#6a46a0"_s));
    QVERIFY(tags.change(s.vip, u"VIP"_s, u"#6a46a0"_s)); // as it is: nothing to do
    QCOMPARE(s.workDone.did.size(), 1);
    QVERIFY(tags.change(s.vip, u"Muito VIP"_s, u"#1f6f78"_s));
    QCOMPARE(s.workDone.did.last(), u"change Muito VIP #1f6f78"_s);
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), u"change VIP #6a46a0"_s);
    QCOMPARE(tags.tags().first().tag.name, u"VIP"_s);
    QVERIFY(tags.retireQuestion(s.vip).contains(u"VIP"_s));
    tags.retire(s.vip);
    QCOMPARE(s.workDone.did.last(), u"retire"_s);
    QCOMPARE(tags.tags().size(), 1);
    QVERIFY(!s.undo.canUndo());
}

void tst_shoplists::whatIsNotAnsweredYetIsInTheLists()
{
    Shop s;
    s.rosa.conversation = {}; // what follows is about no chat
    const QuickReplyId pix = QuickReplyId::create();
    const QuickReplyId hours = QuickReplyId::create();
    const TagId wholesale = TagId::create();
    s.pendWork(wire::DefineReply{pix, {u"Pix"_s, u"Fica {valor?}"_s}});
    s.pendWork(wire::DefineReply{hours, {u"horário"_s, u"Das 6 às 20"_s}});
    s.pendWork(wire::ChangeReply{pix, {u"Chave Pix"_s, {}}});
    s.pendWork(wire::DefineTag{wholesale, {u"Atacado"_s, u"#1f6f78"_s}});
    s.pendWork(wire::ChangeTag{s.vip, {u"Muito VIP"_s, {}}});
    RepliesPresenter replies(s.source, s.work);
    replies.reload();
    TagsPresenter tags(s.source, s.workDone, s.undo);
    tags.reload();
    QTRY_COMPARE(replies.replies(), (QList<store::ReplyRow>{{pix, u"Chave Pix"_s, u"Fica {valor?}"_s},
                                                            {hours, u"horário"_s, u"Das 6 às 20"_s}}));
    QTRY_COMPARE(tags.tags().size(), 2);
    QCOMPARE(tags.tags().first().tag, (store::TagRow{wholesale, u"Atacado"_s, u"#1f6f78"_s}));
    QCOMPARE(tags.tags().last().tag, (store::TagRow{s.vip, u"Muito VIP"_s, u"#6a46a0"_s}));
    s.rail.reload();
    QTRY_VERIFY(s.rail.model().rowOf(store::View::Tag, wholesale) >= 0);

    s.pendWork(wire::RetireReply{pix});
    s.pendWork(wire::RetireTag{s.vip});
    replies.reload();
    tags.reload();
    QTRY_COMPARE(replies.replies().size(), 1);
    QTRY_COMPARE(tags.tags().size(), 1);
    // A refused one is none.
    s.pendWork(wire::DefineReply{QuickReplyId::create(), {u"Outra"_s, u"x"_s}}, u"forbidden"_s);
    replies.reload();
    tags.reload();
    s.rail.reload();
    QTRY_COMPARE(s.rail.model().rowOf(store::View::Tag, s.vip), -1);
    QCOMPARE(replies.replies().size(), 1);
}

void tst_shoplists::whatIsTypedStaysUntilItIsKeptOrDropped()
{
    Shop s;
    RepliesPresenter replies(s.source, s.work);
    QVERIFY(replies.make(u"Pix"_s, u"Fica {valor?}"_s));
    const QuickReplyId pix = replies.replies().first().id;
    const QSignalSpy changed(&replies, &RepliesPresenter::changed);
    replies.type({pix, u"Pix"_s, u"Fica {valor?} "_s});
    replies.type({pix, u"Pix"_s, u"Fica {valor?} hoje"_s});
    QCOMPARE(changed.size(), 1); // a letter more is no news
    replies.type({{}, u"Bom dia"_s, {}});
    QCOMPARE(replies.unsavedTitles(), (QStringList{u"Pix"_s, u"Bom dia"_s}));
    QCOMPARE(replies.replies().first().text, u"Fica {valor?}"_s); // what is sent meanwhile
    replies.reload();
    QCOMPARE(replies.shown(pix).text, u"Fica {valor?} hoje"_s);
    QVERIFY(!replies.keep({})); // no text yet
    QVERIFY(!replies.problem().isEmpty());
    replies.type({{}, u"Bom dia"_s, u"Bom dia!"_s});
    QVERIFY(replies.problem().isEmpty());
    const auto made = replies.keep({});
    QVERIFY(made && replies.isKnown(*made) && !replies.isUnsaved({}));
    QVERIFY(replies.shown({}).title.isEmpty());
    replies.type({pix, u"Pix"_s, u"Fica {valor?}"_s}); // as it was
    QVERIFY(replies.unsavedTitles().isEmpty());
    replies.type({pix, u"Chave"_s, u"Fica {valor?}"_s});
    replies.drop(pix);
    QCOMPARE(replies.shown(pix).title, u"Pix"_s);
    QCOMPARE(s.workDone.did, (QStringList{u"reply Pix"_s, u"reply Bom dia"_s}));
}

void tst_shoplists::onlyWhatIsTypedOfAReplyIsTheirs()
{
    Shop s;
    const wire::Subject pix = s.reply(u"Pix"_s, u"Fica {valor?}"_s);
    const QuickReplyId id = *pix.reply;
    RepliesPresenter replies(s.source, s.work);
    replies.reload();
    QTRY_COMPARE(replies.replies().size(), 1);
    replies.type({id, u"Chave Pix"_s, u"Fica {valor?}"_s});
    s.log.add(wire::ReplyChanged{{}, u"São {valor?}"_s}, pix);
    s.take();
    replies.reload();
    QTRY_COMPARE(replies.shown(id), (store::ReplyRow{id, u"Chave Pix"_s, u"São {valor?}"_s}));
    QVERIFY(replies.conflictText(id).isEmpty());
    s.log.add(wire::ReplyChanged{u"Pix da loja"_s, {}}, pix);
    s.take();
    replies.reload();
    QTRY_VERIFY(replies.conflictText(id).contains(u"Pix da loja"_s));
    QCOMPARE(replies.shown(id).title, u"Chave Pix"_s);
    QCOMPARE(replies.keep(id), std::optional(id));
    QCOMPARE(s.workDone.did.last(), u"change reply Chave Pix: São {valor?}"_s);
    QVERIFY(replies.conflictText(id).isEmpty());
}

void tst_shoplists::onlyWhatIsTypedOfATagIsTheirs()
{
    Shop s;
    TagsPresenter tags(s.source, s.workDone, s.undo);
    tags.setOperator(s.ana);
    tags.reload();
    QTRY_COMPARE(tags.tags().size(), 1);
    tags.type({s.vip, u"VIP"_s, u"#1f6f78"_s});
    s.changeVip(u"Ouro"_s, {});
    tags.reload();
    QTRY_COMPARE(tags.shown(s.vip), (store::TagRow{s.vip, u"Ouro"_s, u"#1f6f78"_s}));
    s.changeVip({}, u"#1f6f78"_s); // what was typed, done by somebody else
    tags.reload();
    QTRY_VERIFY(!tags.isUnsaved(s.vip));
    tags.type({s.vip, u"Prata"_s, u"#1f6f78"_s});
    s.changeVip(u"Bronze"_s, {});
    tags.reload();
    QTRY_VERIFY(tags.conflictText(s.vip).contains(u"Bronze"_s));
    tags.drop(s.vip);
    QCOMPARE(tags.shown(s.vip).name, u"Bronze"_s);
}

void tst_shoplists::whatIsTypedIsOfWhoTypedIt()
{
    Shop s;
    RepliesPresenter replies(s.source, s.work);
    TagsPresenter tags(s.source, s.workDone, s.undo);
    for (const OperatorId who : {s.ana, s.bruno}) {
        replies.setOperator(who);
        tags.setOperator(who);
        QVERIFY(replies.unsavedTitles().isEmpty());
        QVERIFY(tags.unsavedNames().isEmpty());
        replies.type({{}, u"Bom dia"_s, {}});
        tags.type({{}, u"Atacado"_s, u"#1f6f78"_s});
    }
    replies.setOperator(s.ana);
    tags.setOperator(s.ana);
    QCOMPARE(replies.unsavedTitles(), QStringList{u"Bom dia"_s});
    QCOMPARE(tags.unsavedNames(), QStringList{u"Atacado"_s});
}

void tst_shoplists::aRefusedReplyIsTypedAgain()
{
    Shop s;
    const QuickReplyId pix = *s.reply(u"Pix"_s, u"Fica {valor?}"_s).reply;
    RepliesPresenter replies(s.source, s.work);
    replies.setOperator(s.ana);
    replies.reload();
    QTRY_COMPARE(replies.replies().size(), 1);
    QVERIFY(replies.change(pix, u"Pix"_s, u"São {valor?}"_s)); // shown at once
    replies.giveBack(pix, {}, u"São {valor?}"_s, s.ana);
    QTRY_VERIFY(replies.isUnsaved(pix));
    QCOMPARE(replies.replies().first().text, u"Fica {valor?}"_s);
    QCOMPARE(replies.shown(pix).text, u"São {valor?}"_s);
    replies.type({pix, u"Pix"_s, u"Outra"_s});
    QSignalSpy changed(&replies, &RepliesPresenter::changed);
    replies.giveBack(pix, {}, u"São {valor?}"_s, s.ana);
    QVERIFY(changed.wait());
    QCOMPARE(replies.shown(pix).text, u"Outra"_s); // typed since
}

void tst_shoplists::aRefusedTagIsTypedAgain()
{
    Shop s;
    TagsPresenter tags(s.source, s.workDone, s.undo);
    tags.setOperator(s.ana);
    const TagId wholesale = TagId::create();
    tags.giveBack(wholesale, u"Atacado"_s, u"#1f6f78"_s, s.ana);
    QTRY_COMPARE(tags.unsavedNames(), QStringList{u"Atacado"_s});
    QCOMPARE(tags.rows().last(), (store::TagRow{wholesale, u"Atacado"_s, u"#1f6f78"_s}));
    QVERIFY(!tags.isKnown(wholesale));
    tags.setOperator(s.bruno);
    QVERIFY(tags.unsavedNames().isEmpty());
    tags.setOperator(s.ana);
    const auto kept = tags.keep(wholesale);
    QVERIFY(kept && *kept != wholesale); // that id was refused
    QVERIFY(tags.unsavedNames().isEmpty());
}

void tst_shoplists::ofSeveralRefusalsEveryFieldComesBack()
{
    Shop s;
    RepliesPresenter replies(s.source, s.work);
    replies.setOperator(s.ana);
    const QuickReplyId retired = QuickReplyId::create();
    replies.giveBack(retired, u"Chave"_s, {}, s.ana);
    replies.giveBack(retired, {}, u"Um texto"_s, s.ana);
    replies.giveBack(retired, {}, u"Um texto comprido"_s, s.ana); // the later one
    QTRY_COMPARE(replies.shown(retired), (store::ReplyRow{retired, u"Chave"_s, u"Um texto comprido"_s}));
}

void tst_shoplists::aFieldTypedMeanwhileTakesNothingFromTheRefusedOne()
{
    Shop s;
    TagsPresenter tags(s.source, s.workDone, s.undo);
    tags.setOperator(s.ana);
    tags.reload();
    QTRY_COMPARE(tags.tags().size(), 1);
    QVERIFY(tags.change(s.vip, u"Ouro"_s, u"#6a46a0"_s));
    tags.type({s.vip, u"Ouro"_s, u"#1f6f78"_s});
    tags.giveBack(s.vip, u"Ouro"_s, {}, s.ana);
    QTRY_COMPARE(tags.tags().first().tag.name, u"VIP"_s);
    QCOMPARE(tags.shown(s.vip), (store::TagRow{s.vip, u"Ouro"_s, u"#1f6f78"_s}));
    const TagId lost = TagId::create();
    tags.giveBack(lost, u"Atacado"_s, u"#1f6f78"_s, s.ana);
    QTRY_VERIFY(tags.isUnsaved(lost));
    tags.type({lost, {}, u"#1f6f78"_s}); // to write another name
    QVERIFY(tags.isUnsaved(lost));
}

void tst_shoplists::whatIsRefusedFindsItsWay()
{
    Shop s;
    const QuickReplyId pix = *s.reply(u"Pix"_s, u"Fica {valor?}"_s).reply;
    RepliesPresenter replies(s.source, s.work);
    TagsPresenter tags(s.source, s.workDone, s.undo);
    replies.setOperator(s.ana);
    tags.setOperator(s.ana);
    const auto refuse = [&](const wire::CommandBody &body) {
        return giveBack(wire::makeCommand(body, s.ana, s.clock.nowMs()), tags, replies);
    };
    QVERIFY(refuse(wire::ResolveConversation{s.rosa.conversation}).isEmpty()); // no words: the lists are read
    QTRY_VERIFY(tags.isKnown(s.vip) && replies.isKnown(pix));
    QVERIFY(!refuse(wire::ChangeTag{s.vip, {u"Ouro"_s, {}}}).isEmpty());
    QTRY_COMPARE(tags.shown(s.vip), (store::TagRow{s.vip, u"Ouro"_s, u"#6a46a0"_s}));
    refuse(wire::DefineTag{TagId::create(), {u"Atacado"_s, u"#1f6f78"_s}});
    QTRY_COMPARE(tags.unsavedNames(), (QStringList{u"VIP"_s, u"Atacado"_s}));
    refuse(wire::ChangeReply{pix, {{}, u"São"_s}});
    QTRY_COMPARE(replies.shown(pix), (store::ReplyRow{pix, u"Pix"_s, u"São"_s}));
    refuse(wire::DefineReply{QuickReplyId::create(), {u"Bom dia"_s, u"Olá"_s}});
    QTRY_COMPARE(replies.unsavedTitles(), (QStringList{u"Pix"_s, u"Bom dia"_s}));
}

BALCAO_TEST(tst_shoplists)
#include "tst_shoplists.moc"
