// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "support/testmain.h"

#include <algorithm>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Commands
{
    CommandId kept = CommandId::create();
    CommandId lostSend = CommandId::create();
    CommandId lostResolve = CommandId::create();
    CommandId noop = CommandId::create();
    CommandId refused = CommandId::create();
    CommandId waiting = CommandId::create();
};

/// A desk that has every state of outbox row, and the log that was restored from before three of them.
struct Restore
{
    DeskStore desk;
    EventLog log;
    EventLog restored;
    Chat chat;
    Commands commands;
    wire::RestoredFrom from;

    Restore()
    {
        chat = log.open();
        log.accept(chat, u"guardada"_s, commands.kept);
        restored = log;
        restored.log = LogId::create();
        from = {log.log, log.head()};
        log.accept(chat, u"perdida"_s, commands.lostSend);
        log.add(wire::ConversationResolved(), chat.subject()).cause = commands.lostResolve;
        desk.write([this](store::StoreWriter &w) -> Result<void> {
            store::OutboxStore outbox = w.outbox();
            BALCAO_TRY(outbox.add(entry(commands.kept, u"message.send"_s, chat, u"guardada"_s)));
            BALCAO_TRY(outbox.add(entry(commands.lostSend, u"message.send"_s, chat, u"perdida"_s)));
            BALCAO_TRY(outbox.add(entry(commands.lostResolve, u"conversation.resolve"_s, chat)));
            BALCAO_TRY(outbox.add(entry(commands.noop, u"conversation.read"_s, chat)));
            BALCAO_TRY(outbox.add(entry(commands.refused, u"message.send"_s, chat, u"recusada"_s)));
            BALCAO_TRY(outbox.add(entry(commands.waiting, u"message.send"_s, chat, u"a caminho"_s)));
            // Some answers name no number: what counts is whether the log knows the command.
            BALCAO_TRY(outbox.answered(commands.kept, false, 0, 1));
            BALCAO_TRY(outbox.answered(commands.lostSend, false, 0, 1));
            BALCAO_TRY(outbox.answered(commands.noop, true, 0, 1));
            return outbox.refused(commands.refused, u"window-closed"_s, 1);
        });
        desk.catchUp(log);
    }
    void check()
    {
        QCOMPARE(desk.unsent(), QStringList({u"conversation.resolve"_s, u"message.send"_s}));
        QStringList shown;
        for (const store::PendingRow &row : desk.pending(chat.conversation))
            shown.append(row.text + u' ' + QString::number(int(row.state)));
        QCOMPARE(shown, QStringList({u"perdida 2"_s, u"recusada 1"_s, u"a caminho 0"_s}));
        QCOMPARE(desk.texts(chat.conversation), QStringList{u"guardada"_s});
    }
};

/// A log with a charge and two who receive, one after the other; `older` ends before the second.
struct TurnedBackShop : Restore
{
    EventLog older;
    wire::RestoredFrom since;

    TurnedBackShop()
    {
        log.charge(chat, {100});
        receives(log, u"caixa@flor.example"_s);
        older = log;
        older.log = LogId::create();
        since = {log.log, log.head()};
        log.charge(chat, {7000});
        log.charge(chat, {2500});
        receives(log, u"nova@flor.example"_s);
        desk.catchUp(log);
    }
    static wire::Event &receives(EventLog &log, const QString &key)
    {
        return log.add(wire::PixAccountChanged{{PixKeyType::Email, key, u"Flor"_s, u"Campinas"_s}});
    }
    [[nodiscard]] bool says(store::Notice notice)
    {
        const QList<store::NoticeRow> all = desk.notices();
        return std::ranges::any_of(all, [notice](const store::NoticeRow &row) { return row.notice == notice; });
    }
};

} // namespace

// A relay that came back from a backup: what the outbox makes of what it had accepted.
class tst_restored : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shorterLogOfTheSameNameQuestionsWhatWasAccepted();
    void lostProjectionAfterARestoreQuestionsToo();
    void restoredLogOffersWhatItForgot();
    void restoredLogOffersTheSameAfterACrash();
    void acceptedDuringTheReplayIsNotOffered();
    void itsMoneyIsSaidWhenItWasTurnedBack();
    void anAccountThatWasChangedSinceIsNotTurnedBack();
    void whoWasErasedIsNotMissed();
    void anyOtherReplayTurnsNothingBack();
    void anUntouchedShopIsTurnedBackNowhere();
};

void tst_restored::shorterLogOfTheSameNameQuestionsWhatWasAccepted()
{
    Restore r;
    EventLog rolledBack = r.restored;
    rolledBack.log = r.log.log; // the disk was set back without the relay's knowledge
    r.desk.catchUp(rolledBack);
    r.check();
}

void tst_restored::lostProjectionAfterARestoreQuestionsToo()
{
    Restore r;
    r.desk.close();
    for (const QString &file : r.desk.files(u"projection-*"_s))
        QVERIFY(QFile::remove(r.desk.path(file)));
    r.desk.open();
    r.desk.catchUp(r.restored, r.from);
    r.check();
}

void tst_restored::restoredLogOffersWhatItForgot()
{
    Restore r;
    QCOMPARE(r.desk.pending(r.chat.conversation).size(), 2);
    r.desk.catchUp(r.restored, r.from);
    r.check();
    r.desk.reopen();
    r.check();
}

void tst_restored::restoredLogOffersTheSameAfterACrash()
{
    Restore r;
    QVERIFY(r.desk.apply(r.restored.after(r.log.head(), 1000, r.from)).otherLog);
    r.desk.reopen();
    QVERIFY(!r.desk.apply(r.restored.page(0, 1, r.from)).changes.rebuilt);
    r.desk.reopen();
    r.desk.catchUp(r.restored, r.from);
    r.check();
}

void tst_restored::acceptedDuringTheReplayIsNotOffered()
{
    Restore r;
    QVERIFY(r.desk.apply(r.restored.after(r.log.head(), 1000, r.from)).otherLog);
    r.desk.apply(r.restored.page(0, 1, r.from));
    const CommandId fresh = CommandId::create();
    r.desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.outbox().add(entry(fresh, u"message.send"_s, r.chat, u"nova"_s)));
        return w.outbox().answered(fresh, false, 9, 2);
    });
    // Its event comes only after the page that ends the replay.
    r.desk.catchUp(r.restored, r.from);
    for (const store::PendingRow &row : r.desk.pending(r.chat.conversation))
        QVERIFY(row.id != fresh || row.state == store::PendingRow::State::Waiting);
    r.restored.accept(r.chat, u"nova"_s, fresh);
    r.desk.catchUp(r.restored, r.from);
    for (const store::PendingRow &row : r.desk.pending(r.chat.conversation))
        QVERIFY(row.id != fresh);
}

void tst_restored::itsMoneyIsSaidWhenItWasTurnedBack()
{
    TurnedBackShop r;
    QVERIFY(r.desk.notices().isEmpty());
    r.desk.catchUp(r.older, r.since);
    QCOMPARE(r.desk.notices().size(), 3);
    QVERIFY(r.says(store::Notice::AccountTurnedBack));
    QVERIFY(r.desk.notices().contains({store::Notice::ChargesForgotten, u"2"_s}));
    TurnedBackShop::receives(r.older, u"nova@flor.example"_s);
    r.desk.catchUp(r.older, r.since);
    QVERIFY(!r.says(store::Notice::AccountTurnedBack)); // it is as it was
    QVERIFY(r.says(store::Notice::ChargesForgotten));
}

// This desk was off meanwhile: obeying "change it again" would undo what a manager has just done.
void tst_restored::anAccountThatWasChangedSinceIsNotTurnedBack()
{
    TurnedBackShop r;
    TurnedBackShop::receives(r.older, u"terceira@flor.example"_s).at = r.log.nextAt();
    r.desk.catchUp(r.older, r.since);
    QVERIFY(r.says(store::Notice::ServerRestored));
    QVERIFY(!r.says(store::Notice::AccountTurnedBack));
}

void tst_restored::whoWasErasedIsNotMissed()
{
    TurnedBackShop r;
    r.older.add(wire::CustomerErased{u"pedido"_s}, r.chat.subject());
    r.desk.catchUp(r.older, r.since);
    QVERIFY(r.says(store::Notice::ServerRestored));
    QVERIFY(!r.says(store::Notice::ChargesForgotten));
}

// The file is replayed for another reason, and in what this desk had not read yet somebody changes and erases.
void tst_restored::anyOtherReplayTurnsNothingBack()
{
    TurnedBackShop r;
    r.log.add(wire::CustomerErased{u"pedido"_s}, r.chat.subject());
    TurnedBackShop::receives(r.log, u"terceira@flor.example"_s);
    r.desk.close();
    const QStringList files = r.desk.files(u"projection-*.db"_s);
    QCOMPARE(files.size(), 1);
    r.desk.tamper(files.first(),
                  u"INSERT INTO skipped (seq, kind, v) VALUES (1, 'message.received', 1)"_s); // known now
    r.desk.open();
    r.desk.catchUp(r.log);
    QVERIFY(r.desk.notices().isEmpty());
}

void tst_restored::anUntouchedShopIsTurnedBackNowhere()
{
    Restore r;
    r.desk.catchUp(r.restored, r.from);
    QCOMPARE(r.desk.notices(), (QList<store::NoticeRow>{{store::Notice::ServerRestored, {}}}));
}

BALCAO_TEST(tst_restored)
#include "tst_restored.moc"
