// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "support/testmain.h"

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
    Restore r;
    const auto receives = [](EventLog &log, const QString &key) {
        log.add(wire::PixAccountChanged{{PixKeyType::Email, key, u"Flor"_s, u"Campinas"_s}});
    };
    r.log.charge(r.chat, {100});
    receives(r.log, u"caixa@flor.example"_s);
    EventLog older = r.log;
    older.log = LogId::create();
    const wire::RestoredFrom from{r.log.log, r.log.head()};
    r.log.charge(r.chat, {7000});
    r.log.charge(r.chat, {2500});
    receives(r.log, u"nova@flor.example"_s);
    r.desk.catchUp(r.log);
    QVERIFY(r.desk.notices().isEmpty());
    r.desk.catchUp(older, from);
    const QList<store::NoticeRow> said = r.desk.notices();
    QCOMPARE(said.size(), 3);
    QVERIFY(said.contains({store::Notice::AccountTurnedBack, {}}));
    QVERIFY(said.contains({store::Notice::ChargesForgotten, u"2"_s}));
}

void tst_restored::anUntouchedShopIsTurnedBackNowhere()
{
    Restore r;
    r.desk.catchUp(r.restored, r.from);
    QCOMPARE(r.desk.notices(), (QList<store::NoticeRow>{{store::Notice::ServerRestored, {}}}));
}

BALCAO_TEST(tst_restored)
#include "tst_restored.moc"
