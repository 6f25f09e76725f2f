// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Charges while the relay and both desks are killed again and again, the bank loses answers and forges are sent: one txid
// each, nothing charged twice, nothing paid that the bank was not asked about, and the till's sum is the bank's to the
// centavo. 60 charges with every change; BALCAO_TILL=whole is the size that figures are quoted from (tests/bench/run
// till).

#include "core/txid.h"
#include "killer.h"
#include "support/figures.h"
#include "support/testmain.h"
#include "world.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Size
{
    int customers = 12;
    int charges = 60;
    int kills = 6; ///< of each process, at least
    int patienceMs = 240'000;
};

Size wantedSize()
{
    return qEnvironmentVariable("BALCAO_TILL") == "whole"_L1 ? Size{100, 1'000, 60, 1'200'000} : Size();
}

/// A charge as a desk knows it.
struct Standing
{
    ChargeId id;
    QString txid;
    bool isRefused = false;
    qint64 paid = 0;
};

QList<Standing> standing(const DeskProcess &desk)
{
    return desk.look(QList<Standing>(), [](sql::Connection &db) {
        return db.prepare(u"SELECT id, txid, refusal <> '', paid FROM charge ORDER BY seq"_s)
            .all([](const sql::Statement &row) {
                return Standing{row.id<ChargeId>(0), row.text(1), row.boolean(2), row.int64(3)};
            })
            .valueOr({});
    });
}

qint64 sumOf(const QList<Standing> &charges)
{
    qint64 sum = 0;
    for (const Standing &one : charges)
        sum += one.paid;
    return sum;
}

qint64 receivedBy(const sandbox::FakeBank &bank)
{
    qint64 sum = 0;
    for (const sandbox::FakePix &pix : bank.book().allPix())
        sum += pix.amount.centavos;
    return sum;
}

/// Empty: the till is right.
QStringList differences(const World &world, const QList<ChargeId> &drafts)
{
    QStringList found;
    const QList<Standing> charges = standing(*world.left);
    if (world.right->dump() != world.left->dump())
        found.append(u"the desks differ"_s);
    if (sumOf(charges) != receivedBy(world.bank))
        found.append(u"the till says %1, the bank %2"_s.arg(sumOf(charges)).arg(receivedBy(world.bank)));
    QHash<QString, int> txids;
    for (const Standing &one : charges) {
        ++txids[one.txid];
        if (!drafts.contains(one.id))
            found.append(u"a charge that nobody asked for"_s);
    }
    for (const sandbox::FakeCharge &one : world.bank.book().charges()) {
        if (txids.take(one.txid) != 1)
            found.append(u"at the bank and not once here: "_s + one.txid);
    }
    for (const Standing &one : charges) {
        if (txids.contains(one.txid) && !one.isRefused)
            found.append(u"not at the bank: "_s + one.txid);
    }
    for (const sandbox::FakePix &pix : world.bank.book().allPix()) {
        if (pix.confirmations == 0)
            found.append(u"paid unseen: "_s + pix.endToEndId);
    }
    for (const sandbox::Misdeed &one : world.bank.book().misdeeds())
        found.append(one.what);
    return found;
}

/// Words that went twice, or without the picture of their code.
QStringList wordsSentOtherwise(const World &world)
{
    QStringList found;
    QHash<QString, int> times;
    const QList<sandbox::SendRecord> sends = world.graph.sends();
    for (const sandbox::SendRecord &one : sends) {
        if (!one.text.startsWith(u"Pix "_s))
            continue;
        if (++times[one.text] > 1)
            found.append(u"sent twice: "_s + one.text);
        if (one.type != "image"_L1)
            found.append(u"sent without its picture: "_s + one.text);
    }
    return found;
}

} // namespace

class tst_tillfire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTillIsTheBanksToTheCentavo();
    void aTillThatIsWrongIsSeen();

private:
    const Size m_size = wantedSize();
    QRandomGenerator m_random{41};
    QList<ChargeId> m_drafts;
    int m_toPay = 0; ///< who has the code and has not paid yet

    void traffic(World &world);
    void ask(World &world, int which);
    void play(World &world, const QString &txid);
    void settle(World &world);
};

/// Every fifth is asked for by both desks at once.
void tst_tillfire::ask(World &world, int which)
{
    wire::ChargePix charge;
    charge.charge = ChargeId::create();
    charge.conversation = world.conversation(which % m_size.customers);
    charge.message = MessageId::create();
    charge.codeMessage = MessageId::create();
    charge.kind = ChargeKind::Bank;
    charge.amount = Money{100 + which};
    charge.description = u"Encomenda %1"_s.arg(which);
    charge.text = u"Pix %1"_s.arg(which);
    charge.expiresAt = world.clock.nowMs() + 60 * kMinuteMs;
    m_drafts.append(charge.charge);
    world.left->charge(wire::makeCommand(charge, world.ana, world.clock.nowMs()));
    if (which % 5 == 0)
        world.right->charge(wire::makeCommand(charge, world.ana, world.clock.nowMs()));
}

/// Whoever got the code: most pay at once, some twice, too much or too little, some send what is no payment.
void tst_tillfire::play(World &world, const QString &txid)
{
    const auto charge = world.bank.book().charge(txid);
    const int die = m_random.bounded(10);
    world.bank.forgeHook(txid, charge->amount);
    if (die == 0)
        return;
    ++m_toPay;
    QTimer::singleShot(m_random.bounded(50, 800), &world.bank, [this, &world, txid, die, amount = charge->amount] {
        --m_toPay;
        const qint64 other = die == 1 ? amount.centavos + 50 : amount.centavos - 50;
        world.bank.payAnyhow(txid, die <= 2 ? Money{other} : amount);
        if (die == 3)
            world.bank.payAnyhow(txid, amount);
    });
}

void tst_tillfire::traffic(World &world)
{
    sandbox::BankFaults faults;
    faults.unauthorized = 30;
    faults.rateLimited = 30;
    faults.error500 = 60;
    faults.error500AfterDone = 60;
    faults.unavailable = 30;
    faults.lostBefore = 40;
    faults.lostAfter = 80;
    faults.garbage = 20;
    faults.duplicateHooks = 200;
    faults.swallowHooks = 200;
    faults.hooksAsArray = true;
    world.bank.setFaults(faults);
    connect(&world.bank, &sandbox::FakeBank::chargeRegistered, this,
            [this, &world](const QString &txid) { play(world, txid); });
    Killer relayKiller(*world.relay, 4);
    Killer leftKiller(*world.left, 5);
    Killer rightKiller(*world.right, 6);
    int asked = 0;
    QTimer pulse;
    connect(&pulse, &QTimer::timeout, this, [&] {
        ask(world, asked++);
        if (asked == m_size.charges)
            pulse.stop();
    });
    pulse.start(150);
    const auto done = [&] {
        return !pulse.isActive() && relayKiller.kills() >= m_size.kills && leftKiller.kills() >= m_size.kills &&
               rightKiller.kills() >= m_size.kills;
    };
    QVERIFY(QTest::qWaitFor(done, m_size.patienceMs));
    const int kills = relayKiller.kills() + leftKiller.kills() + rightKiller.kills();
    printAtLeast(u"till.kills"_s, kills, u"kills"_s, 3 * m_size.kills);
}

/// Until each charge stands at the bank or is refused, and all that came in is known here.
void tst_tillfire::settle(World &world)
{
    world.bank.setFaults({});
    const auto settled = [&] {
        if (m_toPay > 0 || !world.isQuiet() || !world.bank.hooksAreOut())
            return false;
        const QList<Standing> charges = standing(*world.left);
        const bool allStand = std::ranges::all_of(charges, [&](const Standing &one) {
            return one.isRefused || world.bank.book().charge(one.txid).has_value();
        });
        return allStand && sumOf(charges) == receivedBy(world.bank);
    };
    QVERIFY2(QTest::qWaitFor(settled, m_size.patienceMs),
             qPrintable(u"till %1, bank %2"_s.arg(sumOf(standing(*world.left))).arg(receivedBy(world.bank))));
}

void tst_tillfire::theTillIsTheBanksToTheCentavo()
{
    QElapsedTimer time;
    time.start();
    World world(m_size.customers, true);
    traffic(world);
    if (QTest::currentTestFailed())
        return;
    settle(world);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(world.stopDesks());
    const QStringList wrong = differences(world, m_drafts);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(u"; ")));
    const QStringList sent = wordsSentOtherwise(world);
    QVERIFY2(sent.isEmpty(), qPrintable(sent.mid(0, 20).join(u"; ")));
    const QList<Standing> charges = standing(*world.left);
    QVERIFY(charges.size() > m_size.charges / 2); // what was asked for while nobody served expired, and only that
    printAtLeast(u"till.charges"_s, double(charges.size()), u"charges"_s, 0);
    printMetric(u"till.asked"_s, double(m_drafts.size()), u"charges"_s, 0);
    printMetric(u"till.payments"_s, double(world.bank.book().allPix().size()), u"payments"_s, 0);
    printMetric(u"till.sum"_s, double(sumOf(charges)), u"centavos"_s, 0);
    printMetric(u"till.wrong"_s, double(wrong.size()), u"findings"_s, 0);
    printMetric(u"till.time"_s, double(time.elapsed()) / 1000.0, u"s"_s, 0);
}

// The rig itself: money that came when nobody was there to see it.
void tst_tillfire::aTillThatIsWrongIsSeen()
{
    World world(2, true);
    m_drafts.clear();
    ask(world, 1);
    QVERIFY(QTest::qWaitFor([&] { return world.isQuiet() && world.bank.book().charges().size() == 1; }, 60'000));
    QVERIFY(world.stopDesks());
    QCOMPARE(differences(world, m_drafts), QStringList());
    world.relay->stop();
    const QString txid = world.bank.book().charges().first().txid;
    const QString unseen = world.bank.payAnyhow(txid, Money{500});
    QCOMPARE(differences(world, {}), (QStringList{u"the till says 0, the bank 500"_s,
                                                  u"a charge that nobody asked for"_s, u"paid unseen: "_s + unseen}));
}

BALCAO_TEST(tst_tillfire)
#include "tst_tillfire.moc"
