// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/operatorpresenter.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace Qt::Literals::StringLiterals;
using Outcome = OperatorGate::Outcome;

namespace {

class Gate final : public OperatorGate
{
public:
    void enter(const OperatorChoice &choice, const QString &, Done done) override { asked(u"enter"_s, choice, done); }
    void choosePin(const OperatorChoice &choice, const QString &, Done done) override
    {
        asked(u"choose"_s, choice, done);
    }
    void addFirstManager(const QString &name, const QString &, Done done) override
    {
        asked(u"first "_s + name, {}, done);
    }

    QStringList calls;
    Done answer;

private:
    void asked(const QString &what, const OperatorChoice &choice, const Done &done)
    {
        calls.append(choice.name.isEmpty() ? what : what + u' ' + choice.name);
        answer = done;
    }
};

struct Door
{
    Gate gate;
    OperatorPresenter presenter{gate};
    QList<OperatorChoice> staff{{OperatorId::create(), u"Ana"_s, Role::Attendant, true},
                                {OperatorId::create(), u"Bruno"_s, Role::Manager, true}};

    Door() { presenter.setOperators(staff); }
    void enter(const QString &pin)
    {
        presenter.setPin(pin);
        presenter.enter();
    }
};

} // namespace

// Who serves: nobody is let in by a list that has not come, and what the relay said of a PIN is not forgotten.
class tst_operators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListIsNotYetANewShop();
    void aFirstPinSurvivesTheNextPoll();
    void aListThatChangesMeanwhileClearsAnothersPin();
    void wrongPinSaysHowManyTriesAreLeft();
    void whoCameWithoutAPinComesBackWithoutOne();
    void everyOutcomeHasWords_data();
    void everyOutcomeHasWords();
};

void tst_operators::anEmptyListIsNotYetANewShop()
{
    Gate gate;
    OperatorPresenter presenter(gate);
    presenter.setName(u"Eve"_s);
    presenter.setPin(u"123456"_s);
    QVERIFY(!presenter.isKnown());
    QVERIFY(!presenter.isFirstManager());
    QVERIFY(!presenter.canEnter());
    presenter.enter();
    QVERIFY(gate.calls.isEmpty());
    presenter.setKnown(true); // the relay's head was reached, and there is nobody
    QVERIFY(presenter.isFirstManager());
    presenter.enter();
    QCOMPARE(gate.calls, QStringList{u"first Eve"_s});
}

void tst_operators::aFirstPinSurvivesTheNextPoll()
{
    Door d;
    d.enter(u"1234"_s);
    d.gate.answer(Outcome::NoPinYet, 0);
    QVERIFY(d.presenter.choosesPin());
    d.presenter.setPin(u"4321"_s);
    d.presenter.setOperators(d.staff); // as each exchange tells it: the log knows nothing of PINs
    QVERIFY(d.presenter.choosesPin());
    QVERIFY(d.presenter.canEnter());
    d.presenter.enter();
    QCOMPARE(d.gate.calls.last(), u"choose Ana"_s);
    d.gate.answer(Outcome::Welcome, 0);
    d.presenter.setOperators({});
    d.presenter.setOperators(d.staff);
    QVERIFY(!d.presenter.choosesPin());
}

void tst_operators::aListThatChangesMeanwhileClearsAnothersPin()
{
    Door d;
    d.presenter.setPin(u"1234"_s);
    const QSignalSpy cleared(&d.presenter, &OperatorPresenter::pinCleared);
    d.staff.prepend({OperatorId::create(), u"Caio"_s, Role::Attendant, true});
    d.presenter.setOperators(d.staff);
    QCOMPARE(d.presenter.selected(), 1); // still Ana
    QVERIFY(d.presenter.canEnter());
    d.staff.removeAt(1);
    d.presenter.setOperators(d.staff);
    QCOMPARE(cleared.size(), 1);
    QVERIFY(!d.presenter.canEnter());
}

void tst_operators::wrongPinSaysHowManyTriesAreLeft()
{
    Door d;
    d.enter(u"1234"_s);
    d.gate.answer(Outcome::PinWrong, 3);
    QVERIFY(d.presenter.errorText().contains(u'3'));
    for (const qint64 unknown : {-1, 0}) { // an older server says nothing; after the last one waiting begins
        d.enter(u"1234"_s);
        d.gate.answer(Outcome::PinWrong, unknown);
        QCOMPARE(d.presenter.errorText(), u"Wrong PIN."_s);
    }
}

void tst_operators::whoCameWithoutAPinComesBackWithoutOne()
{
    Door d;
    const QSignalSpy returned(&d.presenter, &OperatorPresenter::returned);
    QVERIFY(d.presenter.needsPin() && !d.presenter.canEnter());
    d.presenter.setWithoutPin(d.staff[0].id);
    QVERIFY(!d.presenter.needsPin() && d.presenter.canEnter());
    d.presenter.select(1); // somebody else has to say who they are
    QVERIFY(d.presenter.needsPin() && !d.presenter.canEnter());
    d.presenter.selectOperator(d.staff[0].id);
    d.presenter.enter();
    QCOMPARE(returned.size(), 1);
    QVERIFY(d.gate.calls.isEmpty());
}

void tst_operators::everyOutcomeHasWords_data()
{
    QTest::addColumn<int>("outcome");
    QTest::newRow("no pin") << int(Outcome::NoPinYet);
    QTest::newRow("wrong") << int(Outcome::PinWrong);
    QTest::newRow("too many") << int(Outcome::TooManyTries);
    QTest::newRow("weak") << int(Outcome::PinWeak);
    QTest::newRow("manager needed") << int(Outcome::ManagerNeeded);
    QTest::newRow("away") << int(Outcome::NeedsConnection);
    QTest::newRow("failed") << int(Outcome::Failed);
}

void tst_operators::everyOutcomeHasWords()
{
    QFETCH(const int, outcome);
    Door d;
    const QSignalSpy entered(&d.presenter, &OperatorPresenter::entered);
    d.enter(u"1234"_s);
    QVERIFY(d.presenter.isBusy());
    d.gate.answer(Outcome(outcome), 30000);
    QVERIFY(!d.presenter.isBusy());
    QVERIFY(!d.presenter.errorText().isEmpty());
    QCOMPARE(entered.size(), 0);
}

BALCAO_TEST(tst_operators)
#include "tst_operators.moc"
