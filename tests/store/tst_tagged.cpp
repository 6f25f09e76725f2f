// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "projection.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using store::View;

namespace {

/// Two who may be one; the younger wears the tag.
struct Tagged
{
    EventLog log;
    TagId vip = TagId::create();
    Chat older;
    Chat younger;
    Projection p;

    Tagged()
    {
        log.add(wire::TagDefined{u"VIP"_s, u"#aa0000"_s}, ofTag());
        older = log.open(u"mais velha"_s);
        younger = log.open(u"mais nova"_s);
        log.receive(younger, u"oi"_s);
        log.receive(older, u"oi"_s);
        log.add(wire::CustomerTagged{vip}, younger.subject());
    }
    [[nodiscard]] wire::Subject ofTag() const
    {
        wire::Subject subject;
        subject.tag = vip;
        return subject;
    }
    [[nodiscard]] QList<wire::ConversationMove> moves() const
    {
        return {{younger.conversation, older.conversation, {}, {}, {}}};
    }
    void join() { log.add(wire::CustomerMerged{younger.customer, older.customer, moves()}, older.subject()); }
    void part() { log.add(wire::CustomerUnmerged{younger.customer, older.customer, moves()}, older.subject()); }
    /// The list under the tag, as far as its count says the same.
    QStringList listed(View view)
    {
        p.apply(log.page());
        if (!p.countersAreRight())
            return {u"counted otherwise"_s};
        const store::ConversationFilter filter{view, {}, vip, log.nextAt()};
        store::ConversationReader reader(p.db());
        QStringList found;
        for (const store::ConversationRow &row : reader.list(filter, 100).valueOr({}))
            found.append(row.id == older.conversation     ? u"older"_s
                         : row.id == younger.conversation ? u"younger"_s
                                                          : u"?"_s);
        const bool isCounted = reader.count(filter).valueOr(-1) == found.size();
        return isCounted ? found : QStringList{u"counted otherwise"_s};
    }
};

const QStringList kOlder{u"older"_s};
const QStringList kYounger{u"younger"_s};

} // namespace

// The lists under a tag while two customers become one, and two again.
class tst_tagged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theJoinedOneWearsItOnce();
    void bothWearItAfterTheParting();
    void whatIsDoneToTheJoinedOneMovesIt();
    void aTagThatIsTakenOffTheJoinedOneIsOff();
    void aReplayListsTheSame();
};

void tst_tagged::theJoinedOneWearsItOnce()
{
    Tagged t;
    QCOMPARE(t.listed(View::Tag), kYounger);
    QCOMPARE(t.listed(View::Waiting), kYounger);
    t.join();
    QCOMPARE(t.listed(View::Tag), kOlder);
    QCOMPARE(t.listed(View::Waiting), kOlder);
    t.log.add(wire::CustomerTagged{t.vip}, t.older.subject()); // both wore it then
    QCOMPARE(t.listed(View::Tag), kOlder);
}

void tst_tagged::bothWearItAfterTheParting()
{
    Tagged t;
    t.join();
    QCOMPARE(t.listed(View::Waiting), kOlder);
    t.part();
    QCOMPARE(t.listed(View::Waiting), kYounger + kOlder); // who wrote first waits longest
    t.log.accept(t.younger, u"bom dia"_s);
    QCOMPARE(t.listed(View::Waiting), kOlder);
    QCOMPARE(t.listed(View::Tag), kYounger + kOlder); // the newest first
}

void tst_tagged::whatIsDoneToTheJoinedOneMovesIt()
{
    Tagged t;
    t.join();
    t.log.add(wire::ConversationResolved(), t.older.subject());
    QCOMPARE(t.listed(View::Waiting), QStringList());
    QCOMPARE(t.listed(View::Resolved), kOlder);
    t.log.add(wire::ConversationReopened(), t.older.subject());
    t.log.receive(t.younger, u"de novo"_s); // under the name from before
    QCOMPARE(t.listed(View::Waiting), kOlder);
    QCOMPARE(t.listed(View::Resolved), QStringList());
}

void tst_tagged::aTagThatIsTakenOffTheJoinedOneIsOff()
{
    Tagged t;
    t.join();
    t.log.add(wire::CustomerUntagged{t.vip}, t.older.subject());
    QCOMPARE(t.listed(View::Tag), QStringList());
    t.log.add(wire::CustomerTagged{t.vip}, t.older.subject());
    t.log.add(wire::TagRetired(), t.ofTag());
    QCOMPARE(t.listed(View::Tag), QStringList());
}

void tst_tagged::aReplayListsTheSame()
{
    Tagged t;
    t.listed(View::Tag);
    t.join();
    t.listed(View::Tag);
    t.part();
    t.listed(View::Tag);
    Projection anew;
    anew.apply(t.log.page());
    QCOMPARE(anew.dump(), t.p.dump());
}

BALCAO_TEST(tst_tagged)
#include "tst_tagged.moc"
