// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "window.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// What befell this computer stands across the window until somebody says that they know.
class tst_notice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itOutlastsWhatIsDoneMeanwhile();
    void aDiskThatIsNearlyFullIsSaidUntilThereIsRoom();
};

void tst_notice::itOutlastsWhatIsDoneMeanwhile()
{
    Window w;
    const Chat rosa = w.log.open(u"Rosa"_s);
    w.log.receive(rosa, u"Oi"_s);
    w.show(rosa);
    auto *strip = w.find<QWidget>("notice");
    QVERIFY(!strip->isVisible());
    w.befell({store::Notice::ServerRestored, {}});
    QTRY_VERIFY(strip->isVisible());
    QCOMPARE(w.find<QLabel>("noticeText")->text(), w.notices.text());
    QCOMPARE(strip->accessibleName(), w.notices.text());
    w.work.toggleResolved();
    QVERIFY(!w.undo.text().isEmpty());
    w.undo.dismiss();
    w.notices.reload();
    w.connection.setWaiting(1);
    QVERIFY(strip->isVisible());
    w.find<QPushButton>("noticeKnown")->click();
    QVERIFY(!strip->isVisible());
    QCOMPARE(strip->accessibleName(), QString());
    // Answered for good.
    const QSignalSpy changed(&w.notices, &desk::NoticePresenter::changed);
    w.befell({store::Notice::OwnFileLost, {}});
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!w.notices.text().contains(u"backup"));
}

void tst_notice::aDiskThatIsNearlyFullIsSaidUntilThereIsRoom()
{
    Window w;
    w.show(w.log.open(u"Rosa"_s));
    auto *banner = w.find<QLabel>("diskBanner");
    w.data.reload();
    QTRY_VERIFY(!w.data.freeText().isEmpty());
    QVERIFY(!banner->isVisible());
    w.disk.freeBytes = Q_INT64_C(499) << 20;
    w.data.reload();
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->text(), w.data.bannerText());
    w.disk.freeBytes = Q_INT64_C(2) << 30;
    w.data.reload();
    QTRY_VERIFY(!banner->isVisible());
}

BALCAO_TEST(tst_notice)
#include "tst_notice.moc"
