// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The inner pages of the messages' tree say where to look: a damaged one sends whoever searches the wrong way, past rows
// that nobody misses. The walk through all of them notices.
// Source: sqlite.org/fileformat2.html (b-tree pages, records).

#include "deskstore.h"
#include "support/testmain.h"

#include <QtEndian>

#include <array>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMessages = 3'000;
constexpr char kInnerPage = 2;

struct Tree
{
    DeskStore desk;
    EventLog log;
    std::array<Chat, 3> chats;

    Tree()
    {
        for (Chat &chat : chats)
            chat = log.open();
        for (int i = 0; i < kMessages; ++i)
            log.receive(chats.at(static_cast<std::size_t>(i) % chats.size()),
                        u"bom dia, quero %1 pães de queijo para hoje à tarde"_s.arg(i));
        desk.catchUp(log);
    }
    Result<store::MessageSum::Place> look(const store::MessageSum::Place &from, int limit)
    {
        return desk.tryRead([from, limit](store::StoreReader &r) { return r.sums().look(from, limit); });
    }
    /// From the beginning to the end, so many at once; or until something is wrong.
    Result<int> walk(int atOnce)
    {
        store::MessageSum::Place at;
        for (int steps = 1;; ++steps) {
            BALCAO_TAKE(at, look(at, atOnce));
            if (at.conversation.isNull())
                return steps;
        }
    }
    qint64 pragma(const QString &sql)
    {
        return desk
            .write([sql](store::StoreWriter &w) {
                return w.projection().prepare(sql).one([](const sql::Statement &row) { return row.int64(0); });
            })
            .value_or(0);
    }
    /// The middle signpost of the tree's root says nothing where it names a conversation, which sorts before all that do.
    void turnTheSignpost()
    {
        const qint64 size = pragma(u"PRAGMA page_size"_s);
        const qint64 page = pragma(u"SELECT rootpage FROM sqlite_master WHERE name = 'message'"_s);
        desk.close();
        QFile file(desk.path(u"projection-1.db"_s));
        if (!file.open(QIODevice::ReadWrite))
            qFatal("no file");
        file.seek((page - 1) * size);
        QByteArray root = file.read(size);
        const auto at = [&root](qsizetype place) { return qFromBigEndian<quint16>(root.constData() + place); };
        constexpr qsizetype kPointers = 12;
        const int cells = at(3);
        if (root[0] != kInnerPage || cells < 1)
            qFatal("the tree has no signposts");
        qsizetype place = at(kPointers + 2 * ((cells - 1) / 2)) + 4; // behind the page it points to
        const auto skipNumber = [&] {
            while ((static_cast<quint8>(root[place++]) & 0x80U) != 0) {
            }
        };
        skipNumber();                         // how long it is
        skipNumber();                         // how long its head is
        if (root[place] != char(12 + 2 * 16)) // a blob of 16
            qFatal("no conversation");
        root[place] = 0; // nothing
        file.seek((page - 1) * size);
        file.write(root);
        file.close();
        desk.reopen();
    }
};

} // namespace

class tst_signposts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundTreeIsWalked();
    void oneThatLiesIsNoticed_data();
    void oneThatLiesIsNoticed();
    void whatWasErasedMeanwhileIsNoDamage();
};

void tst_signposts::aSoundTreeIsWalked()
{
    Tree tree;
    QCOMPARE(tree.walk(10'000).valueOr(0), 1);
    QVERIFY(tree.walk(100).valueOr(0) >= kMessages / 100);
    QVERIFY(tree.walk(1).ok());
}

void tst_signposts::oneThatLiesIsNoticed_data()
{
    QTest::addColumn<int>("atOnce");
    QTest::newRow("all at once") << 10'000;
    QTest::newRow("in steps") << 100;
}

void tst_signposts::oneThatLiesIsNoticed()
{
    QFETCH(const int, atOnce);
    Tree tree;
    tree.turnTheSignpost();
    const auto walked = tree.walk(atOnce);
    QVERIFY(!walked);
    QVERIFY2(walked.error().kind == Error::Kind::Corrupt, qPrintable(walked.error().detail));
}

void tst_signposts::whatWasErasedMeanwhileIsNoDamage()
{
    Tree tree;
    const auto reached = tree.look({}, 100);
    QVERIFY(reached.ok());
    QVERIFY(tree.desk
                .tryWrite([&](store::StoreWriter &w) {
                    return w.projection()
                        .prepare(u"DELETE FROM message WHERE conversation = ? AND seq = ?"_s)
                        .bind(reached->conversation)
                        .bind(reached->seq)
                        .run();
                })
                .ok());
    QVERIFY(tree.look(*reached, 100).ok());
}

BALCAO_TEST(tst_signposts)
#include "tst_signposts.moc"
