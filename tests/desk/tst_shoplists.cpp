// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/repliespresenter.h"
#include "desk/tagspresenter.h"
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

BALCAO_TEST(tst_shoplists)
#include "tst_shoplists.moc"
