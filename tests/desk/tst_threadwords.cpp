// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "openthread.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

wire::Content media(ContentType type, const QString &file = {}, const QString &caption = {})
{
    wire::Content content = textContent(caption);
    content.type = type;
    content.media = wire::Media();
    content.media->filename = file;
    return content;
}

} // namespace

// What rows say: on the screen, to a screen reader, to the clipboard.
class tst_threadwords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasACard_data();
    void everyKindHasACard();
    void placesSayTheirNameOnce();
    void fileNamesHideNothing();
    void reactionsQuotesAndEditsAreSaid();
    void longTextsWaitForAClick();
    void manyLinesWaitForAClick();
    void onlyOthersAreNamed();
    void bareCodesOfferTheirDetails();
    void sentencesSayWhoWhatWhenAndHow();
    void copiesArePlainAndNameTheirAuthors();
    void stampsChangeWithTheRow();
    void whatArrivedLateSaysSo();
    void linksAreThoseOfTheCustomersWords();
    void whoseAPixWasIsSaid();
};

void tst_threadwords::everyKindHasACard_data()
{
    QTest::addColumn<int>("type");
    for (const ContentType type :
         {ContentType::Image, ContentType::Video, ContentType::Audio, ContentType::Document, ContentType::Sticker,
          ContentType::Location, ContentType::Contacts, ContentType::Form, ContentType::Order, ContentType::Welcome,
          ContentType::Unsupported, ContentType::Unknown})
        QTest::addRow("%d", int(type)) << int(type);
}

void tst_threadwords::everyKindHasACard()
{
    QFETCH(const int, type);
    OpenThread open;
    open.log.receive(open.chat, media(static_cast<ContentType>(type), {}, u"legenda"_s));
    open.show();
    QVERIFY(!open.at(0, ThreadCardRole).toString().isEmpty());
    QVERIFY(!open.at(0, ThreadIconRole).toString().isEmpty());
    QCOMPARE(open.first(), u"legenda"_s);
    const QString sentence = open.at(0, Qt::AccessibleTextRole).toString();
    QVERIFY(sentence.contains(open.at(0, ThreadCardRole).toString()) && sentence.contains(u"legenda"_s));
}

void tst_threadwords::placesSayTheirNameOnce()
{
    OpenThread open;
    wire::Content place = textContent({});
    place.type = ContentType::Location;
    place.place = wire::Place{u"-22.9"_s, u"-47.06"_s, u"Canteiro Vila das Flores"_s, u"Rua das Paineiras, 310"_s};
    open.log.receive(open.chat, place);
    open.show();
    QCOMPARE(open.at(0, ThreadCardRole).toString(), u"Canteiro Vila das Flores"_s);
    QCOMPARE(open.first(), QString());
    QCOMPARE(open.at(0, Qt::AccessibleTextRole).toString().count(u"Canteiro"_s), 1);
    QVERIFY(Wording::kindIcon(ContentType::Unsupported) != Wording::kindIcon(ContentType::Contacts));
}

void tst_threadwords::fileNamesHideNothing()
{
    OpenThread open;
    open.log.receive(open.chat, media(ContentType::Document, u"fatura\u202efdp.exe"_s));
    open.show();
    QCOMPARE(open.at(0, ThreadCardRole).toString(), u"faturafdp"_s);
    QVERIFY(open.at(0, ThreadCardDetailRole).toString().endsWith(u"EXE"_s));
}

void tst_threadwords::reactionsQuotesAndEditsAreSaid()
{
    OpenThread open;
    wire::Subject subject = open.chat.subject();
    subject.message = open.log.receive(open.chat, u"quero dez"_s);
    wire::MessageEdited edited;
    edited.content = textContent(u"quero doze"_s);
    open.log.add(edited, subject);
    wire::Content answer = textContent(u"certo"_s);
    answer.quote = wire::Quote{*subject.message};
    open.log.receive(open.chat, answer);
    wire::Content reaction;
    reaction.type = ContentType::Reaction;
    reaction.reaction = wire::Reaction{*subject.message, u"👍"_s};
    open.log.receive(open.chat, reaction);
    open.show();
    QCOMPARE(open.rows(), 2);
    QCOMPARE(open.at(0, ThreadReactionsRole).toStringList(), QStringList{u"👍"_s});
    QVERIFY(open.at(0, ThreadTimeRole).toString().size() > 5); // says that it was edited
    QVERIFY(!open.at(0, ThreadMoreRole).toString().isEmpty());
    QVERIFY(!open.first().contains(u"dez"_s));
    open.presenter.model().toggleMore(0);
    QVERIFY(open.first().startsWith(u"quero doze"_s) && open.first().contains(u"quero dez"_s));
    QCOMPARE(open.at(1, ThreadQuoteAuthorRole).toString(), u"Rosa"_s);
    open.log.add(wire::MessageRevoked(), subject);
    open.show();
    QVERIFY(!open.first().contains(u"quero"_s));
    QVERIFY(open.at(0, ThreadMoreRole).toString().isEmpty());
    QVERIFY(open.at(0, ThreadReactionsRole).toStringList().isEmpty());
}

void tst_threadwords::longTextsWaitForAClick()
{
    OpenThread open;
    open.log.receive(open.chat, QString(4096, u'a'));
    open.log.receive(open.chat, u"👍"_s.repeated(4096));
    open.show();
    QVERIFY(open.at(0, ThreadMoreRole).toString().isEmpty());
    const QString cut = open.at(1, ThreadTextRole).toString();
    QVERIFY(cut.size() <= 4097 && cut.endsWith(QChar(0x2026)));
    QVERIFY(!cut.contains(QChar::ReplacementCharacter) && cut[cut.size() - 2].isLowSurrogate());
    open.presenter.model().toggleMore(1);
    QCOMPARE(open.at(1, ThreadTextRole).toString().size(), 8192);
    open.after([&] { open.presenter.reload(); });
    QCOMPARE(open.at(1, ThreadTextRole).toString().size(), 8192); // as it was left
    open.presenter.model().toggleMore(1);
    QCOMPARE(open.at(1, ThreadTextRole).toString(), cut);
    open.presenter.model().toggleMore(0);
    open.presenter.model().toggleMore(9);
    QCOMPARE(open.at(0, ThreadTextRole).toString().size(), 4096);
}

void tst_threadwords::manyLinesWaitForAClick()
{
    OpenThread open;
    open.log.receive(open.chat, u"x\n"_s.repeated(2000));
    open.show();
    QCOMPARE(open.first().count(u'\n'), ThreadItem::kShownLines - 1);
    QVERIFY(!open.at(0, ThreadMoreRole).toString().isEmpty());
}

void tst_threadwords::onlyOthersAreNamed()
{
    OpenThread open;
    const OperatorId ana = OperatorId::create();
    const OperatorId bruno = OperatorId::create();
    for (const auto &[id, name] : {std::pair(ana, u"Ana"_s), std::pair(bruno, u"Bruno"_s)}) {
        wire::Subject who;
        who.operatorId = id;
        open.log.add(wire::OperatorAdded{name, Role::Attendant}, who);
        open.log.accept(open.chat, u"Oi"_s);
        open.log.events.last().actor = wire::Actor::person(id);
    }
    open.presenter.setOperator(ana);
    open.show();
    QCOMPARE(open.at(0, ThreadAuthorRole).toString(), QString());
    QCOMPARE(open.at(1, ThreadAuthorRole).toString(), u"Bruno"_s);
    open.presenter.setOperator(bruno);
    QCOMPARE(open.at(0, ThreadAuthorRole).toString(), u"Ana"_s);
    QCOMPARE(open.at(1, ThreadAuthorRole).toString(), QString());
}

void tst_threadwords::bareCodesOfferTheirDetails()
{
    OpenThread open;
    const MessageId sent = open.log.accept(open.chat, u"segredo"_s);
    open.log.status(open.chat, sent, MessageState::Failed, wire::SendError{131000, u"Something went wrong"_s});
    open.show();
    QCOMPARE(open.at(0, ThreadActionsRole).toStringList().size(), 2);
    const QSignalSpy copied(&open.presenter, &ThreadPresenter::copied);
    open.presenter.act(0, 1);
    QCOMPARE(copied.size(), 1);
    const QString details = copied.first().first().toString();
    QVERIFY(details.contains(u"131000"_s) && details.contains(u"Something went wrong"_s));
    QVERIFY(!details.contains(u"segredo"_s));
}

void tst_threadwords::sentencesSayWhoWhatWhenAndHow()
{
    OpenThread open;
    open.log.receive(open.chat, u"*Tem* broa?"_s);
    const MessageId sent = open.log.accept(open.chat, u"Temos"_s);
    open.log.status(open.chat, sent, MessageState::Read);
    open.show();
    QCOMPARE(open.at(0, Qt::AccessibleTextRole).toString(),
             u"%1, Rosa, Tem broa?, %2"_s.arg(open.at(0, ThreadUnreadRole).toString(),
                                              open.at(0, ThreadTimeRole).toString()));
    const QString ours = open.at(1, Qt::AccessibleTextRole).toString();
    QVERIFY(ours.contains(u"Temos, "_s + open.at(1, ThreadTimeRole).toString()));
    QVERIFY(!ours.endsWith(open.at(1, ThreadTimeRole).toString())); // its state comes last
}

void tst_threadwords::copiesArePlainAndNameTheirAuthors()
{
    OpenThread open;
    open.log.receive(open.chat, u"<b>um</b> *dois*"_s);
    open.log.receive(open.chat, media(ContentType::Document, u"nota.pdf"_s, u"segue"_s));
    open.show();
    QCOMPARE(open.presenter.copyText({0}), u"<b>um</b> *dois*"_s);
    const QString both = open.presenter.copyText({1, 0, 7});
    QVERIFY(both.indexOf(u"um"_s) < both.indexOf(u"segue"_s));
    QCOMPARE(both.count(u"Rosa: "_s), 2);
    QVERIFY(both.contains(open.wording.stamp(open.presenter.model().rows()[0].row.sortAt)));
    QCOMPARE(open.presenter.copyText({}), QString());
}

void tst_threadwords::stampsChangeWithTheRow()
{
    OpenThread open;
    const MessageId sent = open.log.accept(open.chat, u"Temos"_s);
    open.log.accept(open.chat, u"Temos"_s);
    open.show();
    const QVariant before = open.at(0, ThreadStampRole);
    const QVariant other = open.at(1, ThreadStampRole);
    QVERIFY(before != other);
    open.log.status(open.chat, sent, MessageState::Delivered);
    open.show();
    QVERIFY(open.at(0, ThreadStampRole) != before);
    QCOMPARE(open.at(1, ThreadStampRole), other);
}

void tst_threadwords::whatArrivedLateSaysSo()
{
    OpenThread open;
    open.log.receive(open.chat, u"Oi"_s);
    std::get<wire::MessageReceived>(open.log.events.last().body).late = true;
    open.log.receive(open.chat, u"Tem bolo?"_s);
    open.show();
    QVERIFY(open.at(0, ThreadTimeRole).toString().contains(u"arrived late"_s));
    QVERIFY(open.at(0, Qt::AccessibleTextRole).toString().contains(u"arrived late"_s));
    QVERIFY(!open.at(1, ThreadTimeRole).toString().contains(u"late"_s));
}

void tst_threadwords::linksAreThoseOfTheCustomersWords()
{
    OpenThread open;
    wire::Subject subject = open.chat.subject();
    subject.message = open.log.receive(open.chat, u"veja https://a.example/x e file:///etc/passwd"_s);
    open.show();
    const QList<WebLink> links = open.presenter.linksOf(0);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().host, u"a.example"_s);
    QVERIFY(open.presenter.linksOf(4).isEmpty());
    open.log.add(wire::MessageRevoked(), subject);
    open.show();
    QVERIFY(open.presenter.linksOf(0).isEmpty());
}

void tst_threadwords::whoseAPixWasIsSaid()
{
    OpenThread open;
    wire::PixStray said{{u"E1"_s, {2500}, 1, {}, {}}, {}, true, open.chat.conversation};
    open.log.add(said, {});
    said.conversation.reset();
    open.log.add(said, {});
    open.show();
    QCOMPARE(open.rows(), 2);
    QVERIFY(open.first().contains(u"R$\u00a025,00"_s));
    QVERIFY(open.at(1, Qt::DisplayRole).toString().contains(u"R$\u00a025,00"_s));
    QVERIFY(open.first() != open.at(1, Qt::DisplayRole).toString());
    QCOMPARE(open.at(0, ThreadIconRole).toString(), u"pix"_s);
}

BALCAO_TEST(tst_threadwords)
#include "tst_threadwords.moc"
