// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/conversationtable.h"
#include "support/testmain.h"
#include "world.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// Two people at two desks who do as they like, also while the relay is away or a desk is killed: in the end both
// see the same, every act has been answered, and the counters are right.
class tst_twodesks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoThousandActsEndInOneShop();

private:
    static wire::CommandBody anyAct(World &world, QRandomGenerator &random, ConversationId &chat, bool &based);
};

namespace {

constexpr int kActs = 2000;
constexpr int kChats = 12;

QList<TagId> s_tags;
QList<NoteId> s_notes;
QHash<ConversationId, CustomerId> s_customers;

} // namespace

wire::CommandBody tst_twodesks::anyAct(World &world, QRandomGenerator &random, ConversationId &chat, bool &based)
{
    chat = world.conversation(static_cast<int>(random.bounded(kChats)));
    const CustomerId who = s_customers.value(chat);
    const TagId tag = s_tags[random.bounded(s_tags.size())];
    based = random.bounded(2) == 0;
    switch (random.bounded(10)) {
    case 0:
        return wire::ResolveConversation{chat};
    case 1:
        return wire::ReopenConversation{chat};
    case 2:
        return wire::SnoozeConversation{chat, world.clock.nowMs() + kHourMs + random.bounded(10) * kHourMs};
    case 3:
        return wire::WakeConversation{chat};
    case 4:
        return wire::AssignConversation{chat, random.bounded(2) == 0 ? std::optional(world.ana) : std::nullopt, {}};
    case 5:
        return wire::TagCustomer{who, tag};
    case 6:
        return wire::UntagCustomer{who, tag};
    case 7:
        s_notes.append(NoteId::create());
        return wire::AddNote{s_notes.last(), chat, u"nota %1"_s.arg(s_notes.size())};
    case 8:
        return wire::NoteCustomer{who, u"anotação %1"_s.arg(random.bounded(1000))};
    default:
        if (!s_notes.isEmpty() && random.bounded(2) == 0)
            return wire::RemoveNote{s_notes[random.bounded(s_notes.size())]};
        return wire::RenameCustomer{who, u"Cliente %1"_s.arg(random.bounded(1000))};
    }
}

void tst_twodesks::twoThousandActsEndInOneShop()
{
    World world(kChats);
    QRandomGenerator random(20261124);
    for (int i = 0; i < kChats; ++i) {
        const ConversationId chat = world.conversation(i);
        s_customers.insert(chat, world.left->look(CustomerId(), [&](sql::Connection &db) {
            const auto row = store::ConversationReader(db).find(chat);
            return row && *row ? (*row)->customer : CustomerId();
        }));
        QVERIFY(!s_customers.value(chat).isNull());
    }
    for (const QString &name : {u"Encomenda"_s, u"Entrega"_s, u"Fiado"_s}) {
        s_tags.append(TagId::create());
        world.left->work(wire::DefineTag{s_tags.last(), {name, u"#6a46a0"_s}}, {}, world.ana, false);
    }
    int away = 0;
    int killed = 0;
    int written = kChats; // each has begun with one
    for (int i = 0; i < kActs; ++i) {
        if (i % 500 == 200) {
            world.relay->kill();
            ++away;
        } else if (i % 500 == 320) {
            world.relay->startAndWait();
        } else if (i % 400 == 399) {
            DeskProcess &desk = random.bounded(2) == 0 ? *world.left : *world.right;
            desk.kill();
            desk.start();
            ++killed;
        } else if (i % 7 == 0 && i % 500 < 200) {
            world.write(static_cast<int>(random.bounded(kChats)), u"escrevi %1"_s.arg(i));
            ++written;
        }
        ConversationId chat;
        bool based = false;
        const wire::CommandBody body = anyAct(world, random, chat, based);
        (random.bounded(2) == 0 ? *world.left : *world.right).work(body, chat, world.ana, based);
        if (i % 50 == 0)
            QTRY_VERIFY_WITH_TIMEOUT(world.left->isAllDurable() && world.right->isAllDurable(), 30'000);
    }
    // A webhook that the relay was not there for comes again later: until then nothing is quiet.
    QVERIFY(QTest::qWaitFor([&] { return world.left->inboundTexts().size() == written && world.isQuiet(); }, 120'000));
    QCOMPARE(world.left->unsettled(), 0); // nothing hangs as pending
    QCOMPARE(world.right->unsettled(), 0);
    QVERIFY(world.stopDesks());
    const QStringList left = world.left->dump();
    const QStringList right = world.right->dump();
    for (const QString &row : left)
        QVERIFY2(right.contains(row), qPrintable(u"only left: "_s + row));
    for (const QString &row : right)
        QVERIFY2(left.contains(row), qPrintable(u"only right: "_s + row));
    QVERIFY(world.left->look(false, [](sql::Connection &db) {
        const auto exact = store::ConversationTable(db).recount();
        return exact.valueOr(false);
    }));
    const qint64 told = world.left->head().cursor;
    QVERIFY(told > kActs / 2); // the rest was nothing to do, or stale
    qInfo("%d acts, %lld events, the relay away %d times, desks killed %d times", kActs, told, away, killed);
    QVERIFY(away >= 3 && killed >= 3);
}

BALCAO_TEST(tst_twodesks)
#include "tst_twodesks.moc"
