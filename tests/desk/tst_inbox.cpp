// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/inboxpresenter.h"
#include "desk/roles.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Inbox : Counter
{
    InboxPresenter presenter{source, wording, clock};
    QAbstractItemModelTester tester{&presenter.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    Inbox() { presenter.setView(store::View::All); }

    void show()
    {
        take();
        QSignalSpy changed(&presenter, &InboxPresenter::changed);
        presenter.reload();
        do { // that loading takes long is said, too
            QVERIFY(changed.wait());
        } while (presenter.countText().isEmpty());
    }
    QVariant at(int row, int role) { return presenter.model().index(row).data(role); }
};

} // namespace

class tst_inbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIsSaidAndSoIsOpening();
    void storeThatCannotBeReadIsSaid();
    void emptyQueueSaysWhenTheLastWasAnswered();
    void orderCanBeTurnedRound();
    void newestIsFirstWithItsWords();
    void previewsSayWhoAndWhat();
    void queueSaysSinceWhenTheyWait();
    void openConversationIsPinnedAmongAll();
    void whatOthersPushBelowTheListIsPinned();
    void offlineSaysWhatIsToBeSent();
    void whoWritesMovesUpWithoutAReset();
    void openConversationStaysOpen();
    void mediaHasAWordAndOurOwnIsMarked();
    void failedSendIsADanger();
    void windowIsCountedDown();
    void longestWaitingIsOpened();
    void namelessCustomerHasAName_data();
    void namelessCustomerHasAName();
};

void tst_inbox::emptyIsSaidAndSoIsOpening()
{
    Inbox inbox;
    QVERIFY(inbox.presenter.emptyText().isEmpty()); // nothing is said for the first moment
    QTRY_VERIFY(!inbox.presenter.emptyText().isEmpty());
    const QString opening = inbox.presenter.emptyText();
    inbox.show();
    QVERIFY(!inbox.presenter.emptyText().isEmpty());
    QVERIFY(inbox.presenter.emptyText() != opening);
}

void tst_inbox::storeThatCannotBeReadIsSaid()
{
    Inbox inbox;
    QFile file(inbox.dir.filePath(u"no folder"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    store::Store broken(file.fileName(), std::nullopt, kLogStart);
    StoreSource source(broken);
    InboxPresenter presenter(source, inbox.wording, inbox.clock);
    presenter.reload();
    QTRY_VERIFY(presenter.emptyText().contains(u"could not be read"_s));
}

void tst_inbox::emptyQueueSaysWhenTheLastWasAnswered()
{
    Inbox inbox;
    inbox.presenter.setView(store::View::Waiting);
    inbox.show();
    QVERIFY(inbox.presenter.offersSnoozed());
    QVERIFY(inbox.presenter.emptyDetail().isEmpty()); // nobody ever wrote
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.log.accept(rosa, u"Bom dia"_s);
    inbox.take();
    inbox.presenter.reload();
    QTRY_VERIFY(!inbox.presenter.emptyDetail().isEmpty());
    QVERIFY(inbox.presenter.emptyDetail().contains(inbox.wording.clock(inbox.clock.nowMs())));
}

void tst_inbox::orderCanBeTurnedRound()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.log.receive(dita, u"Oi"_s);
    inbox.show();
    QCOMPARE(inbox.at(0, InboxNameRole).toString(), u"Dita"_s);
    QCOMPARE(inbox.presenter.orderTexts().size(), 2);
    inbox.presenter.setReversed(true);
    QTRY_COMPARE(inbox.at(0, InboxNameRole).toString(), u"Rosa"_s);
    inbox.presenter.setView(store::View::Waiting); // each view begins with its own order
    QVERIFY(!inbox.presenter.isReversed());
    inbox.presenter.setCompact(true);
    InboxPresenter later(inbox.source, inbox.wording, inbox.clock);
    later.setOperator(OperatorId::create());
    QTRY_VERIFY(later.isCompact());
}

void tst_inbox::queueSaysSinceWhenTheyWait()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    const qint64 start = inbox.log.nextAt();
    inbox.log.receive(rosa, u"Oi"_s, start);
    inbox.log.receive(dita, u"Oi"_s, start + 10 * kMinuteMs);
    inbox.log.receive(rosa, u"Tem alguém?"_s, start + 30 * kMinuteMs);
    inbox.presenter.setView(store::View::Waiting);
    inbox.show();
    const auto times = [&inbox] {
        return QStringList{inbox.at(0, InboxTimeRole).toString(), inbox.at(1, InboxTimeRole).toString()};
    };
    const auto said = [&inbox, start](int minutes) {
        return inbox.wording.shortDay(start + minutes * kMinuteMs, inbox.clock.nowMs());
    };
    QCOMPARE(inbox.at(0, InboxNameRole).toString(), u"Rosa"_s);
    QCOMPARE(times(), (QStringList{said(0), said(10)}));
    inbox.presenter.setView(store::View::All); // there it is what was said last
    inbox.show();
    QTRY_COMPARE(times(), (QStringList{said(30), said(10)}));
}

void tst_inbox::openConversationIsPinnedAmongAll()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.log.receive(dita, u"Oi"_s);
    inbox.show();
    QVERIFY(inbox.at(0, InboxGroupRole).toString().isEmpty());
    inbox.presenter.open(rosa.conversation);
    QTRY_COMPARE(inbox.at(0, InboxNameRole).toString(), u"Rosa"_s);
    QCOMPARE(inbox.at(0, InboxGroupRole).toString(), InboxModel::tr("Serving now"));
    QVERIFY(!inbox.at(1, InboxGroupRole).toString().isEmpty());
    QVERIFY(inbox.at(1, InboxGroupRole).toString() != InboxModel::tr("In the queue"));
    QCOMPARE(inbox.at(1, InboxGroupCountRole).toString(), u"1"_s);
    inbox.log.receive(dita, u"Alô?"_s);
    inbox.show();
    QCOMPARE(inbox.at(0, InboxNameRole).toString(), u"Rosa"_s); // whoever writes does not move it
    QCOMPARE(inbox.presenter.model().rowCount(), 2);
    inbox.presenter.openRow(1); // by hand, in this list: nothing moves away
    QTRY_VERIFY(inbox.at(0, InboxGroupRole).toString().isEmpty());
    QCOMPARE(inbox.presenter.openNow(), dita.conversation);
    QCOMPARE(inbox.at(0, InboxNameRole).toString(), u"Dita"_s);
}

// Opened by its row it stays there; once more have written than are shown, it would be open and nowhere.
void tst_inbox::whatOthersPushBelowTheListIsPinned()
{
    constexpr int kMany = 40;
    Inbox inbox;
    QList<Chat> chats;
    for (int i = 0; i < kMany; ++i) {
        chats.append(inbox.log.open(QString::number(i)));
        inbox.log.receive(chats.last(), u"Oi"_s);
    }
    inbox.show();
    inbox.presenter.openRow(2);
    const QString name = inbox.at(2, InboxNameRole).toString();
    QTRY_COMPARE(inbox.at(2, InboxNameRole).toString(), name);
    QVERIFY(inbox.at(0, InboxGroupRole).toString().isEmpty());
    for (int i = 0; i < kMany - 3; ++i)
        inbox.log.receive(chats[i], u"Alô?"_s);
    inbox.show();
    QTRY_COMPARE(inbox.at(0, InboxNameRole).toString(), name);
    QCOMPARE(inbox.at(0, InboxGroupRole).toString(), InboxModel::tr("Serving now"));
    QVERIFY(!inbox.presenter.isOpenedElsewhere()); // no reason to scroll to it
    inbox.presenter.loadMore();                    // its own place is there again: it stays above, and stands once
    QTRY_COMPARE(inbox.presenter.model().rowCount(), kMany);
    QCOMPARE(inbox.at(0, InboxNameRole).toString(), name);
    inbox.presenter.openRow(5);
    QTRY_VERIFY(inbox.at(0, InboxGroupRole).toString().isEmpty());
}

void tst_inbox::offlineSaysWhatIsToBeSent()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.log.receive(dita, u"Oi"_s);
    inbox.show();
    const QString calm = inbox.at(1, InboxChipRole).toString();
    for (const QString &text : {u"Pode sim!"_s, u"Separei."_s})
        inbox.pend({CommandId::create(), u"message.send"_s, rosa.conversation, MessageId::create(), text,
                    OperatorId::create(), inbox.clock.nowMs(), "{}"});
    inbox.presenter.reload();
    QTRY_VERIFY(inbox.at(1, InboxPreviewRole).toString().endsWith(u"Separei."_s));
    QCOMPARE(inbox.at(1, InboxChipRole).toString(), calm); // it leaves at once
    inbox.presenter.setOffline(true);
    QCOMPARE(inbox.at(1, InboxChipRole).toString(), InboxModel::tr("%n to send", nullptr, 2));
    QCOMPARE(inbox.at(1, InboxChipIconRole).toString(), u"clock"_s);
    QVERIFY(inbox.at(0, InboxChipIconRole).toString() != u"clock"_s);
    const QString online = inbox.presenter.countText();
    inbox.presenter.setOffline(true, inbox.clock.nowMs());
    QCOMPARE(inbox.presenter.countText(), online); // there is no room for more
    inbox.presenter.setView(store::View::Waiting);
    QTRY_VERIFY(inbox.presenter.countText().endsWith(inbox.wording.clock(inbox.clock.nowMs())));
    inbox.presenter.setView(store::View::All);
    QTRY_COMPARE(inbox.presenter.countText(), online);
    inbox.presenter.setOffline(false);
    QCOMPARE(inbox.at(1, InboxChipRole).toString(), calm);
}

void tst_inbox::newestIsFirstWithItsWords()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.log.receive(dita, u"Tem broa?"_s);
    inbox.log.receive(dita, u"Quero duas"_s);
    inbox.show();
    QCOMPARE(inbox.presenter.model().rowCount(), 2);
    QCOMPARE(inbox.at(0, InboxNameRole).toString(), u"Dita"_s);
    QCOMPARE(inbox.at(0, InboxPreviewRole).toString(), u"Quero duas"_s);
    QCOMPARE(inbox.at(0, InboxUnreadRole).toInt(), 2);
    QCOMPARE(inbox.at(1, InboxNameRole).toString(), u"Rosa"_s);
    QVERIFY(inbox.at(0, Qt::AccessibleTextRole).toString().contains(u"Quero duas"_s));
    QVERIFY(inbox.presenter.emptyText().isEmpty());
}

void tst_inbox::previewsSayWhoAndWhat()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    wire::Subject ana;
    ana.operatorId = OperatorId::create();
    inbox.log.add(wire::OperatorAdded{u"Ana"_s, Role::Attendant}, ana);
    inbox.log.receive(rosa, u"Oi"_s);
    const MessageId kept = inbox.log.accept(rosa, u"Separei sua torta"_s);
    inbox.log.events.last().actor = wire::Actor::person(*ana.operatorId);
    const auto said = [&inbox] {
        return inbox.at(0, InboxPreviewRole).toString().remove(QChar(0x2068)).remove(QChar(0x2069));
    };
    inbox.show();
    QCOMPARE(said(), u"Ana: Separei sua torta"_s);
    wire::Content reaction;
    reaction.type = ContentType::Reaction;
    reaction.reaction = wire::Reaction{kept, u"👍"_s};
    inbox.log.receive(rosa, reaction);
    inbox.show();
    QCOMPARE(said(), u"👍 reacted to “Separei sua torta”"_s);
    wire::Subject revoked = rosa.subject();
    revoked.message = kept;
    inbox.log.add(wire::MessageRevoked{}, revoked);
    inbox.show();
    QVERIFY(!said().contains(u"torta"_s)); // what is gone is gone here, too
}

void tst_inbox::whoWritesMovesUpWithoutAReset()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.log.receive(dita, u"Oi"_s);
    inbox.show();
    const QPersistentModelIndex place = inbox.presenter.model().index(1);
    const QSignalSpy resets(&inbox.presenter.model(), &QAbstractItemModel::modelReset);
    const QSignalSpy moves(&inbox.presenter.model(), &QAbstractItemModel::rowsMoved);
    inbox.log.receive(rosa, u"Olá?"_s);
    inbox.show();
    QCOMPARE(inbox.at(0, InboxNameRole).toString(), u"Rosa"_s);
    QCOMPARE(place.row(), 0);
    QCOMPARE(resets.size(), 0);
    QVERIFY(moves.size() >= 1);
}

void tst_inbox::openConversationStaysOpen()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.show();
    const QSignalSpy opened(&inbox.presenter, &InboxPresenter::opened);
    inbox.presenter.openRow(inbox.presenter.model().rowOf(rosa.conversation));
    inbox.presenter.open(rosa.conversation);
    QCOMPARE(opened.size(), 1);
    const int before = inbox.presenter.openRowNow();
    inbox.log.receive(dita, u"Oi"_s);
    inbox.show();
    QCOMPARE(inbox.presenter.openNow(), rosa.conversation);
    QTRY_VERIFY(inbox.presenter.openRowNow() != before); // what was read for the opening may come first
    inbox.presenter.openRow(99);
    inbox.presenter.openRow(-1);
    QCOMPARE(inbox.presenter.openNow(), rosa.conversation);
}

void tst_inbox::mediaHasAWordAndOurOwnIsMarked()
{
    Inbox inbox;
    const Chat chat = inbox.log.open();
    wire::Content photo;
    photo.type = ContentType::Image;
    inbox.log.receive(chat, photo);
    inbox.show();
    QCOMPARE(inbox.at(0, InboxPreviewRole).toString(), Wording::kindWord(ContentType::Image));
    inbox.log.accept(chat, u"Que linda!"_s);
    inbox.show();
    QVERIFY(inbox.at(0, InboxPreviewRole).toString().endsWith(u"Que linda!"_s));
    QVERIFY(inbox.at(0, InboxPreviewRole).toString() != u"Que linda!"_s);
}

void tst_inbox::failedSendIsADanger()
{
    Inbox inbox;
    const Chat chat = inbox.log.open();
    inbox.log.receive(chat, u"Oi"_s);
    const MessageId sent = inbox.log.accept(chat, u"Bom dia"_s);
    inbox.log.status(chat, sent, MessageState::Uncertain);
    inbox.show();
    const QString doubt = inbox.at(0, InboxChipRole).toString();
    QVERIFY(!doubt.isEmpty());
    inbox.log.status(chat, sent, MessageState::Failed, wire::SendError{131026, {}});
    inbox.show();
    QTRY_COMPARE(inbox.at(0, InboxChipKindRole).toInt(), int(ChipKind::Danger)); // slow loading is a change, too
    QVERIFY(inbox.at(0, InboxChipRole).toString() != doubt);
}

void tst_inbox::windowIsCountedDown()
{
    Inbox inbox;
    const Chat chat = inbox.log.open();
    inbox.log.receive(chat, u"Oi"_s);
    const qint64 wrote = inbox.log.events.last().at;
    inbox.show();
    QCOMPARE(inbox.at(0, InboxChipKindRole).toInt(), int(ChipKind::Plain));
    inbox.clock.setMs(wrote + 23 * kHourMs);
    QCOMPARE(inbox.at(0, InboxChipKindRole).toInt(), int(ChipKind::Time));
    inbox.clock.setMs(wrote + 24 * kHourMs);
    // Closed: a lock, no alarm.
    QCOMPARE(inbox.at(0, InboxChipKindRole).toInt(), int(ChipKind::Plain));
    QCOMPARE(inbox.at(0, InboxChipIconRole).toString(), u"lock"_s);
}

void tst_inbox::longestWaitingIsOpened()
{
    Inbox inbox;
    const Chat rosa = inbox.log.open(u"Rosa"_s);
    const Chat dita = inbox.log.open(u"Dita"_s);
    inbox.log.receive(rosa, u"Oi"_s);
    inbox.log.receive(dita, u"Oi"_s);
    inbox.log.receive(rosa, u"?"_s);
    inbox.show();
    inbox.presenter.openNext();
    QTRY_COMPARE(inbox.presenter.openNow(), rosa.conversation);
    inbox.log.accept(rosa, u"Bom dia"_s);
    inbox.show();
    inbox.presenter.openNext();
    QTRY_COMPARE(inbox.presenter.openNow(), dita.conversation);
}

void tst_inbox::namelessCustomerHasAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << u"Rosa"_s << u"rosa"_s << u"(19) 9"_s << u"Rosa"_s;
    QTest::newRow("username") << QString() << u"rosa"_s << u"(19) 9"_s << u"@rosa"_s;
    QTest::newRow("phone") << QString() << QString() << u"(19) 9"_s << u"(19) 9"_s;
}

void tst_inbox::namelessCustomerHasAName()
{
    QFETCH(const QString, name);
    QFETCH(const QString, username);
    QFETCH(const QString, phone);
    QFETCH(const QString, shown);
    store::ConversationRow row;
    row.name = name;
    row.username = username;
    row.maskedPhone = phone;
    QCOMPARE(displayName(row), shown);
    QVERIFY(!displayName({}).isEmpty());
}

BALCAO_TEST(tst_inbox)
#include "tst_inbox.moc"
