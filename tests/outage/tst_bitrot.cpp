// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// 64 bytes somewhere in a file are others: never a crash, and nothing is read that nobody wrote. The desk's copy is
// mended from the relay's log, its own file saved as far as it can be, an event of the relay's told as damaged. SQLite
// keeps no sums of its pages; ours are over what was said (core/rowsum.h) and not over the index of words: a word that
// is not found is counted and printed. BALCAO_ROT says how many files are spoilt.

#include "badday.h"
#include "store/deskstore.h"
#include "support/figures.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDamage = 64;
constexpr int kChats = 6;
constexpr int kMessages = 60;

int rots()
{
    const int wanted = qEnvironmentVariableIntValue("BALCAO_ROT");
    return wanted > 0 ? wanted : 40;
}

void copyFiles(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        if (!QFile::copy(from + u'/' + name, to + u'/' + name))
            qFatal("%s is not copied", qPrintable(name));
    }
}

void spoil(const QString &path, QRandomGenerator &random)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.size() <= kDamage)
        qFatal("%s cannot be spoilt", qPrintable(path));
    QByteArray bytes(kDamage, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    file.seek(random.bounded(file.size() - kDamage));
    file.write(bytes);
}

QList<wire::Event> eventsOf(const QByteArray &page)
{
    const auto read = wire::eventPageFromBytes(page);
    return read ? read->events : QList<wire::Event>();
}

/// Something is damaged, and all the rest is what it was.
bool saysDamaged(const QByteArray &page, const QByteArray &sound)
{
    const QList<wire::Event> all = eventsOf(sound);
    bool isDamaged = false;
    for (const wire::Event &event : eventsOf(page)) {
        const bool isOne = std::holds_alternative<wire::LogDamaged>(event.body);
        isDamaged = isDamaged || isOne;
        if (!isOne && !all.contains(event))
            return false;
    }
    return isDamaged;
}

struct Verdicts
{
    int whole = 0;  ///< as if nothing had been
    int told = 0;   ///< an error, or a notice, that a person sees
    int silent = 0; ///< something else is read, and nobody says so

    void print(const QString &name) const
    {
        printMetric(name + u".whole"_s, whole, u"files"_s, 0);
        printMetric(name + u".told"_s, told, u"files"_s, 0);
        printMetric(name + u".silent"_s, silent, u"files"_s, 0);
    }
};

} // namespace

class tst_bitrot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDesksCopyOfTheLog();
    void theDesksOwnFile();
    void theRelaysFile();
    void aLostMessageIsSeen();

private:
    struct Filled
    {
        DeskStore desk;
        EventLog log;
        QList<Chat> chats;

        Filled()
        {
            for (int i = 0; i < kChats; ++i)
                chats.append(log.open(u"Freguês %1"_s.arg(i)));
            for (int i = 0; i < kChats * kMessages; ++i)
                log.receive(chats[i % kChats], u"bom dia, quero %1 pães de queijo para hoje à tarde"_s.arg(i));
            desk.catchUp(log);
            for (int i = 0; i < 200; ++i) {
                desk.write([this, i](store::StoreWriter &w) {
                    return w.drafts().save(chats[i % kChats].conversation, OperatorId::create(),
                                           u"rascunho %1 "_s.arg(i).repeated(8));
                });
            }
            desk.close();
        }
        QString folder() const { return QFileInfo(desk.path(u"x"_s)).path(); }
    };

    /// What the screens would show; an error where one is told.
    static Result<QStringList> shown(store::Store &store, const QList<Chat> &chats)
    {
        return store
            .read([chats](store::StoreReader &reader) -> Result<QStringList> {
                QStringList lines;
                for (const Chat &chat : chats) {
                    BALCAO_TAKE(const auto rows, reader.threads().newest(chat.conversation, 200));
                    for (const store::ThreadRow &row : rows)
                        lines.append(row.text);
                }
                BALCAO_TAKE(const auto hits, reader.search().messages(u"queijo"_s, 500));
                lines.append(QString::number(hits.size()));
                return lines;
            })
            .result();
    }
    static void lookThrough(store::Store &store)
    {
        const auto looked =
            store.read([](store::StoreReader &reader) { return reader.sums().look({}, 10'000); }).result();
        Q_UNUSED(looked); // the store has heard of it
    }
    /// As the puller does: until there is no more, and not for ever.
    static Result<void> catchUp(store::Store &store, const EventLog &log)
    {
        for (int round = 0; round < 20; ++round) {
            const auto head = store.write([](store::StoreWriter &w) { return w.head(); }).result();
            BALCAO_TRY(head);
            const auto applied = store
                                     .write([page = log.after(head->cursor)](store::StoreWriter &w) {
                                         return w.applyPage(page, kLogStart);
                                     })
                                     .result();
            BALCAO_TRY(applied);
            if (!applied->more)
                return {};
        }
        return failure(Error::Kind::Timeout, u"for ever"_s);
    }

    QTemporaryDir m_dir;
    QRandomGenerator m_random{41};
};

void tst_bitrot::theDesksCopyOfTheLog()
{
    Filled filled;
    const QString folder = m_dir.filePath(u"copy"_s);
    QStringList sound;
    Verdicts found;
    int missed = 0;
    for (int i = -1; i < rots(); ++i) {
        copyFiles(filled.folder(), folder);
        if (i >= 0)
            spoil(folder + u"/projection-1.db"_s, m_random);
        store::Store store(folder, {}, kLogStart);
        const auto opened = store.write([](store::StoreWriter &w) { return w.head(); }).result();
        const auto before = shown(store, filled.chats); // what is damaged shows itself to whoever looks
        EventLog log = filled.log;
        log.now = kLogStart;
        log.receive(filled.chats[0], u"e café"_s); // the shop goes on
        lookThrough(store);                        // as the program does, a little each minute
        const auto caughtUp = catchUp(store, log);
        const auto after = shown(store, filled.chats);
        if (i < 0) {
            QVERIFY(opened.ok() && before.ok() && caughtUp.ok() && after.ok());
            sound = *after;
            continue;
        }
        if (!caughtUp || !after)
            ++found.told;
        else if (after->first(after->size() - 1) == sound.first(sound.size() - 1))
            ++found.whole;
        else
            ++found.silent;
        missed += after && after->last() != sound.last() ? 1 : 0;
    }
    found.print(u"rot.desk.copy"_s);
    printMetric(u"rot.desk.copy.unfound"_s, missed, u"files"_s, 0);
    QCOMPARE(found.whole, rots()); // whatever was changed is fetched again
}

void tst_bitrot::theDesksOwnFile()
{
    Filled filled;
    const QString folder = m_dir.filePath(u"own"_s);
    Verdicts found;
    for (int i = 0; i < rots(); ++i) {
        copyFiles(filled.folder(), folder);
        spoil(folder + u"/local.db"_s, m_random);
        store::Store store(folder, {}, kLogStart);
        const auto notices = store.write([](store::StoreWriter &w) { return w.notices().all(); }).result();
        QVERIFY2(notices.ok(), qPrintable(notices.ok() ? QString() : notices.error().detail));
        QVERIFY(catchUp(store, filled.log).ok()); // the log's copy is sound, and so is all else
        QCOMPARE(shown(store, filled.chats)->size(), kChats * kMessages + 1);
        // It can be written again at once.
        const CommandId id = CommandId::create();
        QVERIFY(store
                    .write([&](store::StoreWriter &w) {
                        return w.outbox().add(entry(id, u"note.add"_s, filled.chats[0], u"nota"_s));
                    })
                    .result()
                    .ok());
        if (notices->isEmpty())
            ++found.whole; // or a letter in a draft: nobody can tell
        else
            ++found.told;
        const bool isKept = !QDir(folder).entryList({u"aside-*-local.db"_s}).isEmpty();
        QCOMPARE(isKept, !notices->isEmpty());
    }
    found.print(u"rot.desk.own"_s);
}

void tst_bitrot::theRelaysFile()
{
    BadDay day;
    for (int i = 0; i < 150; ++i)
        QVERIFY(day.write(u"bom dia, quero %1 pães de queijo para hoje à tarde"_s.arg(i)));
    const QByteArray token = day.relay->pairedDesk(u"third"_s);
    const auto all = [&day, &token] { return day.relay->get(u"/v1/events?after=0&wait=0"_s, token); };
    const QByteArray sound = all().body;
    day.relay->stop();
    const QString file = relay::Relay::dataFile(day.relay->dataDir());
    const QString kept = m_dir.filePath(u"relay.db"_s);
    QVERIFY(QFile::copy(file, kept));
    Verdicts found;
    for (int i = 0; i < rots(); ++i) {
        for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(file + ending);
        QVERIFY(QFile::copy(kept, file));
        spoil(file, m_random);
        relay::Logger logger(day.relay->clock, [](const QByteArray &) {});
        {
            relay::Relay probe(day.relay->config(), day.relay->clock, logger, day.relay->settings());
            if (const auto started = probe.start(); !started) {
                QVERIFY(started.error().kind == Error::Kind::Corrupt || started.error().kind == Error::Kind::Conflict);
                ++found.told; // in its log, and by its exit code
                continue;
            }
        }
        day.relay->start();
        const HttpAnswer answer = all();
        const bool isWritten = day.write(u"ainda escrevo"_s); // or Meta tries again
        day.relay->stop();
        if (answer.status != 200 || !isWritten)
            ++found.told;
        else if (eventsOf(answer.body) == eventsOf(sound))
            ++found.whole;
        else if (saysDamaged(answer.body, sound))
            ++found.told; // on every desk
        else
            ++found.silent;
    }
    found.print(u"rot.relay"_s);
    QCOMPARE(found.whole + found.told, rots());
}

// The control: what these tests call silent is seen as that.
void tst_bitrot::aLostMessageIsSeen()
{
    Filled filled;
    filled.desk.open();
    filled.desk.close();
    store::Store store(filled.folder(), {}, kLogStart);
    QVERIFY(store.write([](store::StoreWriter &w) { return w.head(); }).result().ok());
    const auto before = shown(store, filled.chats);
    QVERIFY(
        store.write([](store::StoreWriter &w) { return w.projection().exec(u"DELETE FROM message WHERE seq = 40"_s); })
            .result()
            .ok());
    QVERIFY(before.ok() && *shown(store, filled.chats) != *before);
}

BALCAO_TEST(tst_bitrot)
#include "tst_bitrot.moc"
