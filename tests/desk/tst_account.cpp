// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/disk.h"
#include "counter.h"
#include "desk/accountpresenter.h"
#include "desk/storedata.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::AccountPresenter;
using Outcome = desk::OperatorGate::Outcome;

namespace {

class Changer final : public desk::PinChanger
{
public:
    void change(OperatorId, const QString &oldPin, const QString &newPin, desk::OperatorGate::Done done) override
    {
        asked.append(oldPin + u'>' + newPin);
        answer = std::move(done);
    }

    QStringList asked;
    desk::OperatorGate::Done answer;
};

struct Settings
{
    Changer changer;
    AccountPresenter account{changer};

    explicit Settings(Role role = Role::Attendant)
    {
        account.setOperator({OperatorId::create(), u"Ana"_s, role, true});
    }
    void type(const QString &oldPin, const QString &newPin, const QString &again)
    {
        account.setOldPin(oldPin);
        account.setNewPin(newPin);
        account.setAgain(again);
    }
};

} // namespace

// One's own PIN: only a good one is asked for, and what the server said is said; what this computer keeps is true.
class tst_account : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAGoodPinCanBeAskedFor_data();
    void onlyAGoodPinCanBeAskedFor();
    void everyAnswerHasWords();
    void noPinStandsAfterwards();
    void dataSaysWhatIsThere();
    void aDiskThatIsNearlyFullIsSaid_data();
    void aDiskThatIsNearlyFullIsSaid();
};

void tst_account::onlyAGoodPinCanBeAskedFor_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("oldPin");
    QTest::addColumn<QString>("newPin");
    QTest::addColumn<QString>("again");
    QTest::addColumn<bool>("can");
    QTest::newRow("good") << Role::Attendant << u"1234"_s << u"4321"_s << u"4321"_s << true;
    QTest::newRow("differs") << Role::Attendant << u"1234"_s << u"4321"_s << u"4322"_s << false;
    QTest::newRow("short") << Role::Attendant << u"1234"_s << u"432"_s << u"432"_s << false;
    QTest::newRow("long") << Role::Attendant << u"1234"_s << u"123456789"_s << u"123456789"_s << false;
    QTest::newRow("letters") << Role::Attendant << u"1234"_s << u"43a1"_s << u"43a1"_s << false;
    QTest::newRow("no old one") << Role::Attendant << QString() << u"4321"_s << u"4321"_s << false;
    QTest::newRow("manager's is longer") << Role::Manager << u"123456"_s << u"4321"_s << u"4321"_s << false;
    QTest::newRow("manager's") << Role::Manager << u"123456"_s << u"654321"_s << u"654321"_s << true;
}

void tst_account::onlyAGoodPinCanBeAskedFor()
{
    QFETCH(const Role, role);
    QFETCH(const QString, oldPin);
    QFETCH(const QString, newPin);
    QFETCH(const QString, again);
    QFETCH(const bool, can);
    Settings s(role);
    s.type(oldPin, newPin, again);
    QCOMPARE(s.account.canChange(), can);
    s.account.change();
    QCOMPARE(s.changer.asked.size(), can ? 1 : 0);
}

void tst_account::everyAnswerHasWords()
{
    for (const Outcome outcome : {Outcome::Welcome, Outcome::PinWrong, Outcome::TooManyTries, Outcome::PinWeak,
                                  Outcome::NeedsConnection, Outcome::Failed}) {
        Settings s;
        s.type(u"1234"_s, u"4321"_s, u"4321"_s);
        s.account.change();
        QVERIFY(s.account.isBusy() && !s.account.canChange());
        s.changer.answer(outcome, 3);
        QVERIFY(!s.account.isBusy());
        QVERIFY(!s.account.text().isEmpty());
        QCOMPARE(s.account.isProblem(), outcome != Outcome::Welcome);
    }
}

void tst_account::noPinStandsAfterwards()
{
    Settings s;
    const QSignalSpy cleared(&s.account, &AccountPresenter::cleared);
    s.type(u"1234"_s, u"4321"_s, u"4321"_s);
    s.account.change();
    s.changer.answer(Outcome::PinWrong, 4);
    QCOMPARE(cleared.size(), 1);
    QVERIFY(!s.account.canChange());
    QVERIFY(s.account.text().contains(u'4'));
    s.type(u"1234"_s, u"4321"_s, u"4321"_s);
    s.account.setOperator({OperatorId::create(), u"Bruno"_s, Role::Attendant, true});
    QVERIFY(!s.account.canChange()); // another person's
}

void tst_account::dataSaysWhatIsThere()
{
    Counter shop;
    shop.log.receive(shop.log.open(), u"oi"_s);
    shop.take();
    desk::StoreData source(shop.store);
    desk::DataPresenter data(source, shop.dir.path());
    QVERIFY(data.conversationsText().isEmpty()); // not known yet: nothing is claimed
    data.reload();
    QTRY_VERIFY(!data.conversationsText().isEmpty());
    QVERIFY(!data.ownText().isEmpty());
    QVERIFY(data.asideText().isEmpty());
    data.setWaiting(3);
    QVERIFY(data.waitingText().contains(u'3'));
    QVERIFY(!data.freeText().isEmpty());
}

void tst_account::aDiskThatIsNearlyFullIsSaid_data()
{
    QTest::addColumn<std::optional<qint64>>("free");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("a byte less") << std::optional(kLittleDisk - 1) << true;
    QTest::newRow("full") << std::optional<qint64>(0) << true;
    QTest::newRow("enough") << std::optional<qint64>(kLittleDisk) << false;
    QTest::newRow("not known") << std::optional<qint64>() << false;
}

void tst_account::aDiskThatIsNearlyFullIsSaid()
{
    QFETCH(const std::optional<qint64>, free);
    QFETCH(const bool, isSaid);
    class Disk final : public desk::DataSource
    {
    public:
        void facts(std::function<void(const desk::DataFacts &)> done) override { done(now); }
        desk::DataFacts now;
    } disk;
    desk::DataPresenter data(disk, u"folder"_s);
    QCOMPARE(data.bannerText(), QString());
    disk.now.freeBytes = free;
    data.reload();
    QCOMPARE(!data.bannerText().isEmpty(), isSaid);
    QCOMPARE(data.freeText().isEmpty(), !free.has_value());
    const QSignalSpy changed(&data, &desk::DataPresenter::changed);
    data.reload(); // the same each minute
    QCOMPARE(changed.size(), 0);
    disk.now.freeBytes = 10 * kLittleDisk;
    data.reload();
    QCOMPARE(data.bannerText(), QString());
}

BALCAO_TEST(tst_account)
#include "tst_account.moc"
