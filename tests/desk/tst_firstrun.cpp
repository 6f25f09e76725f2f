// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/firstrunpresenter.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace Qt::Literals::StringLiterals;
using Outcome = ShopConnector::Outcome;

namespace {

class Connector final : public ShopConnector
{
public:
    void pair(const QString &address, const QString &code, const QString &device, Done done) override
    {
        calls.append(address + u'|' + code + u'|' + device);
        answer = done;
    }
    void startDemo(Done done) override
    {
        calls.append(u"demo"_s);
        answer = done;
    }

    QStringList calls;
    Done answer;
};

struct Page
{
    Connector connector;
    FirstRunPresenter presenter{connector};

    Page()
    {
        presenter.setAddress(u" balcao.flordotrigo.example "_s);
        presenter.setCode(u"7k2m-o1il"_s);
        presenter.setDevice(u"Caixa 1"_s);
    }
};

} // namespace

// The first page: what is missing is said, what was typed stays, nothing is asked twice.
class tst_firstrun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsReadAsPeopleWriteIt()
    {
        Page p;
        QCOMPARE(p.presenter.code(), u"7K2M0111"_s);
        p.presenter.setCode(u"u!é-7k2m0111999"_s); // no letter of the code, and more than it has
        QCOMPARE(p.presenter.code(), u"7K2M0111"_s);
        p.presenter.connectShop();
        QCOMPARE(p.connector.calls, QStringList{u"balcao.flordotrigo.example|7K2M0111|Caixa 1"_s});
    }

    void whatIsMissingIsSaidAndNothingAsked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("device");
        QTest::newRow("address") << u"  "_s << u"7K2M0111"_s << u"Caixa"_s;
        QTest::newRow("code") << u"a.example"_s << u"7K2M"_s << u"Caixa"_s;
        QTest::newRow("device") << u"a.example"_s << u"7K2M0111"_s << u" "_s;
    }

    void whatIsMissingIsSaidAndNothingAsked()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, code);
        QFETCH(const QString, device);
        Page p;
        QVERIFY(p.presenter.hint().isEmpty());
        p.presenter.setAddress(address);
        p.presenter.setCode(code);
        p.presenter.setDevice(device);
        QVERIFY(!p.presenter.hint().isEmpty());
        QVERIFY(!p.presenter.canConnect());
        p.presenter.connectShop();
        QVERIFY(p.connector.calls.isEmpty());
    }

    void pressedTwiceAsksOnce()
    {
        Page p;
        const QSignalSpy connected(&p.presenter, &FirstRunPresenter::connected);
        p.presenter.connectShop();
        p.presenter.connectShop();
        p.presenter.startDemo();
        QCOMPARE(p.connector.calls.size(), 1);
        QVERIFY(p.presenter.isBusy());
        p.connector.answer(Outcome::Paired);
        QCOMPARE(connected.size(), 1);
        QVERIFY(!p.presenter.isBusy());
    }

    void everyRefusalHasWordsAndKeepsWhatWasTyped_data()
    {
        QTest::addColumn<int>("outcome");
        for (int i = int(Outcome::AddressInvalid); i <= int(Outcome::Storage); ++i)
            QTest::addRow("%d", i) << i;
    }

    void everyRefusalHasWordsAndKeepsWhatWasTyped()
    {
        QFETCH(const int, outcome);
        Page p;
        const QSignalSpy connected(&p.presenter, &FirstRunPresenter::connected);
        p.presenter.connectShop();
        p.connector.answer(Outcome(outcome));
        QVERIFY(!p.presenter.errorText().isEmpty());
        QVERIFY(p.presenter.canConnect()); // and may be tried again as it stands
        QCOMPARE(p.presenter.code(), u"7K2M0111"_s);
        QCOMPARE(connected.size(), 0);
    }

    void noticeTakesTheSpentCodeAway()
    {
        Page p;
        p.presenter.setNotice(u"parear de novo"_s);
        QCOMPARE(p.presenter.errorText(), u"parear de novo"_s);
        QCOMPARE(p.presenter.code(), QString());
        QCOMPARE(p.presenter.address(), u" balcao.flordotrigo.example "_s);
        p.presenter.setCode(u"1"_s); // typing is the answer to it
        QVERIFY(p.presenter.errorText().isEmpty());
    }
};

BALCAO_TEST(tst_firstrun)
#include "tst_firstrun.moc"
