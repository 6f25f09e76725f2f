// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/bankpresenter.h"
#include "support/portuguese.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct WithBank : Counter
{
    BankPresenter bank{wording, clock};

    WithBank()
    {
        change([](wire::ShopChanged &change) { change.bank = u"Banco Exemplo"_s; });
    }

    void change(const std::function<void(wire::ShopChanged &)> &fill)
    {
        wire::ShopChanged said;
        fill(said);
        log.add(said, {});
        read();
    }
    void say(BankState state, qint64 since = kLogStart)
    {
        log.add(wire::PixBankState{state, since}, {});
        read();
    }
    void endsIn(qint64 ms)
    {
        change([this, ms](wire::ShopChanged &said) { said.bankCertificateEnds = clock.nowMs() + ms; });
        clock.setMs(clock.nowMs() - 1000); // take() has moved it to the next event
    }
    void read()
    {
        take();
        const auto row = store.read([](store::StoreReader &reader) { return reader.shop().shop(); }).result();
        if (!row)
            qFatal("shop");
        bank.setShop(*row);
    }
};

} // namespace

// What staff are told of the bank that confirms charges.
class tst_bank : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBankThatIsWellSaysNothing();
    void aBankThatDoesNotAnswerIsSaid();
    void anotherBankStartsWell();
    void theCertificateIsCountedDown_data();
    void theCertificateIsCountedDown();
    void whatEndedIsWhyItDoesNotAnswer();
};

void tst_bank::aBankThatIsWellSaysNothing()
{
    WithBank w;
    QCOMPARE(w.bank.bannerText(), QString());
    QCOMPARE(w.bank.certificateText(), QString());
    QVERIFY(!w.bank.isTrouble());
}

void tst_bank::aBankThatDoesNotAnswerIsSaid()
{
    const Portuguese words(placeOf("words"_L1));
    WithBank w;
    const QSignalSpy changed(&w.bank, &BankPresenter::changed);
    w.say(BankState::Unreachable);
    QVERIFY(!changed.isEmpty());
    QVERIFY(w.bank.isTrouble());
    QVERIFY2(w.bank.bannerText().contains(u"Banco Exemplo"_s) && w.bank.bannerText().contains(u"não responde"_s),
             qPrintable(w.bank.bannerText()));
    w.say(BankState::Unauthorized);
    QVERIFY2(w.bank.bannerText().contains(u"não deixa a loja entrar"_s), qPrintable(w.bank.bannerText()));
    w.say(BankState::Well, 0);
    QCOMPARE(w.bank.bannerText(), QString());
}

void tst_bank::anotherBankStartsWell()
{
    WithBank w;
    w.say(BankState::Unreachable);
    w.change([](wire::ShopChanged &said) { said.name = u"Padaria"_s; });
    QVERIFY(w.bank.isTrouble()); // a name is no bank
    w.change([](wire::ShopChanged &said) { said.bank = u"Outro"_s; });
    QCOMPARE(w.bank.bannerText(), QString());
    w.say(BankState::Unreachable);
    w.change([](wire::ShopChanged &said) { said.bank = QString(); });
    QVERIFY(!w.bank.isTrouble());
    QCOMPARE(w.bank.bannerText(), QString());
}

void tst_bank::theCertificateIsCountedDown_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<bool>("manager");
    QTest::addColumn<bool>("attendant");
    QTest::newRow("31 days") << 31 * kDayMs << false << false;
    QTest::newRow("30 days") << 30 * kDayMs << true << false;
    QTest::newRow("8 days") << 8 * kDayMs << true << false;
    QTest::newRow("7 days") << 7 * kDayMs << true << true;
    QTest::newRow("an hour") << kHourMs << true << true;
    QTest::newRow("over") << -kHourMs << true << true;
}

void tst_bank::theCertificateIsCountedDown()
{
    QFETCH(const qint64, left);
    QFETCH(const bool, manager);
    QFETCH(const bool, attendant);
    WithBank w;
    w.endsIn(left);
    w.bank.setRole(Role::Manager);
    QCOMPARE(!w.bank.bannerText().isEmpty(), manager);
    w.bank.setRole(Role::Attendant);
    QCOMPARE(!w.bank.bannerText().isEmpty(), attendant);
    QVERIFY(!w.bank.certificateText().isEmpty());
    QVERIFY(!w.bank.isTrouble());
}

void tst_bank::whatEndedIsWhyItDoesNotAnswer()
{
    WithBank w;
    w.endsIn(-kHourMs);
    w.say(BankState::Unauthorized);
    QVERIFY2(w.bank.bannerText().contains(u"certificate"_s), qPrintable(w.bank.bannerText()));
}

BALCAO_TEST(tst_bank)
#include "tst_bank.moc"
