// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/signedwords.h"
#include "support/testmain.h"
#include "tilldesk.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::TillPresenter;
using Outcome = desk::PixSigner::Outcome;

namespace {

/// The store's, until the disk fails.
class BreakingSource final : public desk::TillSource
{
public:
    explicit BreakingSource(desk::TillSource &real) : m_real(real) {}

    void day(const QString &day, const DayBounds &bounds, Read done) override
    {
        if (isBroken)
            done(failure(Error::Kind::Storage, u"broken"_s), {});
        else
            m_real.day(day, bounds, std::move(done));
    }

    bool isBroken = false;

private:
    desk::TillSource &m_real;
};

} // namespace

// A day is closed once, by whoever has the PIN, as it was seen.
class tst_tillclosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingIsAskedOnce();
    void aWrongPinIsTypedAgain();
    void refusedItSaysWhy();
    void anotherDeskWasFaster();
    void whatComesMeanwhileIsLookedAt();
    void offlineItWaits();
    void noPinIsLeftStanding();
    void theAnswerIsForWhoeverAsked();
    void whatCannotBeReadIsNotAsked();
};

void tst_tillclosing::closingIsAskedOnce()
{
    TillDesk t;
    t.log.pay(t.rosa, t.charge(7000), {7000});
    t.show();
    t.signer.answer.reset(); // it takes its time
    t.till.setPin(u"2468"_s);
    t.till.close();
    QVERIFY(t.signer.signedActs.isEmpty()); // not without the question
    t.till.ask();
    QVERIFY(t.till.isAsking());
    QVERIFY(t.till.footText().contains(u"R$\u00a070,00"_s));
    t.till.close();
    QVERIFY(t.signer.signedActs.isEmpty()); // nor with what was typed before it
    t.till.setPin(u"2468"_s);
    t.till.unask();
    QVERIFY(!t.till.isAsking());
    t.till.ask();
    QVERIFY(!t.till.canConfirm());
    t.till.setPin(u"2468"_s);
    t.till.close();
    t.till.close();
    t.till.ask();
    QCOMPARE(t.signer.signedActs, QStringList{u"close %1 no. 1 / 2468"_s.arg(t.today())});
    QVERIFY(t.till.isBusy());
    t.till.choose(dayFrom(t.today())->addDays(-1)); // not while its answer is awaited
    QCOMPARE(t.till.dayText(), u"Today"_s);
    TillFigures figures;
    figures.paid = {1, {7000}};
    t.closeToday(1, figures);
    t.signer.waiting({Outcome::Done, 0, {}});
    QTRY_VERIFY(t.till.isClosed());
    QVERIFY(!t.till.canClose());
    QVERIFY(t.till.aboutText().contains(u"report no. 1"_s) && t.till.aboutText().contains(u"Bruno"_s));
    QVERIFY(!t.till.differencesText().contains(u"to settle"_s));
    // The day is said once, and this year's without its year.
    QVERIFY2(!t.till.aboutText().contains(u'/') && !t.till.aboutText().contains(t.today().left(4)),
             qPrintable(t.till.aboutText()));
}

void tst_tillclosing::aWrongPinIsTypedAgain()
{
    TillDesk t;
    t.show();
    const QSignalSpy cleared(&t.till, &TillPresenter::cleared);
    for (const auto &answer : {desk::PixSigner::Answer{Outcome::PinWrong, 4, {}}, {Outcome::Unknown, 0, {}}}) {
        t.signer.answer = answer;
        t.till.ask();
        t.till.setPin(u"1111"_s);
        t.till.close();
        QVERIFY(t.till.isAsking());
        QVERIFY(!t.till.canConfirm());
        QCOMPARE(t.till.footText(), desk::SignedWords::of(answer));
        QVERIFY(t.till.isFootWarning());
        t.till.setPin(u"2"_s);
        QVERIFY(t.till.footText().startsWith(u"Close "_s)); // it is asked as before
    }
    QVERIFY(cleared.size() >= 2);
}

void tst_tillclosing::refusedItSaysWhy()
{
    TillDesk t;
    t.show();
    for (const auto &answer : {desk::PixSigner::Answer{Outcome::Refused, 0, problem::kStale},
                               {Outcome::TooManyTries, 30'000, {}},
                               {Outcome::NoPinYet, 0, {}},
                               {Outcome::NeedsConnection, 0, {}}}) {
        t.signer.answer = answer;
        t.till.ask();
        t.till.setPin(u"2468"_s);
        t.till.close();
        QVERIFY(!t.till.isBusy());
        QVERIFY(!t.till.isAsking());
        QCOMPARE(t.till.footText(), desk::SignedWords::of(answer));
        QVERIFY(t.till.isFootWarning());
    }
}

void tst_tillclosing::anotherDeskWasFaster()
{
    TillDesk t;
    t.show();
    t.till.ask();
    t.closeToday(1, {});
    t.read();
    QVERIFY(!t.till.isAsking());
    t.till.setPin(u"2468"_s);
    t.till.close();
    QVERIFY(t.signer.signedActs.isEmpty());
}

// Whoever typed the PIN agreed to a sum.
void tst_tillclosing::whatComesMeanwhileIsLookedAt()
{
    TillDesk t;
    const ChargeId asked = t.charge(7000);
    t.show();
    t.till.ask();
    t.charge(300); // nothing has come in by it
    t.show();
    QVERIFY(t.till.isAsking());
    t.till.setPin(u"2468"_s);
    t.till.close();
    QCOMPARE(t.signer.closings.size(), 1);
    QCOMPARE(t.signer.closings.first().seen, t.log.head() - 1); // the relay says that there is more
    t.till.ask();
    t.log.pay(t.rosa, asked, {7000});
    t.show();
    QVERIFY(!t.till.isAsking());
    QVERIFY(t.till.footText().contains(u"R$\u00a070,00"_s));
    QVERIFY(t.till.isFootWarning());
}

void tst_tillclosing::offlineItWaits()
{
    TillDesk t;
    t.show();
    t.till.setOffline(true);
    QVERIFY(!t.till.canClose());
    t.till.ask();
    QVERIFY(!t.till.isAsking());
    QVERIFY(t.till.footText().startsWith(u"Closing waits for the connection"_s));
    t.till.setOffline(false);
    QVERIFY(t.till.canClose());
}

void tst_tillclosing::noPinIsLeftStanding()
{
    TillDesk t;
    t.show();
    const QSignalSpy cleared(&t.till, &TillPresenter::cleared);
    const auto type = [&t] {
        t.till.ask();
        t.till.setPin(u"2468"_s);
        QVERIFY(t.till.canConfirm());
    };
    const QList<std::function<void()>> ways{[&t] { t.till.unask(); }, [&t] { t.till.choose(std::nullopt); },
                                            [&t] { t.till.setOperator(t.ana); },
                                            [&t] {
                                                t.till.setShown(false);
                                                t.till.setShown(true);
                                            }};
    for (const auto &way : ways) {
        type();
        const auto before = cleared.size();
        way();
        QVERIFY(cleared.size() > before);
        QVERIFY(!t.till.isAsking());
        t.read();
    }
    type();
    t.closeToday(1, {});
    t.read();
    QVERIFY(t.till.isClosed());
    QVERIFY(!t.till.isAsking() && !t.till.canConfirm());
}

void tst_tillclosing::theAnswerIsForWhoeverAsked()
{
    TillDesk t;
    t.show();
    const auto close = [&t] {
        t.signer.answer.reset();
        t.till.ask();
        t.till.setPin(u"2468"_s);
        t.till.close();
        QVERIFY(t.till.isBusy());
    };
    close();
    t.till.setOperator(t.bruno);
    t.signer.waiting({Outcome::PinWrong, 3, {}});
    QVERIFY(!t.till.isBusy() && !t.till.isAsking());
    QVERIFY(!t.till.footText().contains(u"PIN"_s));
    close();
    t.till.setShown(false);
    t.signer.waiting({Outcome::PinWrong, 3, {}});
    QVERIFY(!t.till.isBusy() && !t.till.isAsking());
}

void tst_tillclosing::whatCannotBeReadIsNotAsked()
{
    TillDesk t;
    t.log.pay(t.rosa, t.charge(7000), {7000});
    t.take();
    BreakingSource source(t.tillSource);
    TillPresenter till(source, t.signer, t.signer, t.undo, t.wording, t.clock);
    till.setOperator(t.ana);
    till.setOffline(false);
    till.setShown(true);
    QTRY_VERIFY(till.isKnown());
    till.ask();
    QVERIFY(till.isAsking());
    source.isBroken = true;
    till.reload();
    QVERIFY(!till.isAsking() && !till.canClose());
    QVERIFY(!till.emptyText().isEmpty());
    QVERIFY2(!till.footText().contains(u"0,00"_s), qPrintable(till.footText())); // no figure that was never read
}

BALCAO_TEST(tst_tillclosing)
#include "tst_tillclosing.moc"
