// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "pcfile.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;
using desk::Preferences;

// What a PC remembers comes back as it was, and a file that is not there or is nonsense is as if nothing was ever kept.
class tst_pcfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void noFileIsTheUsual();
    void nonsenseIsTheUsual();
    void placeAndPreferencesDoNotLoseEachOther();
};

void tst_pcfile::everythingComesBack()
{
    const QTemporaryDir dir;
    Preferences p;
    p.scheme = Preferences::Scheme::Dark;
    p.textPercent = 150;
    p.sounds = p.notifications = p.notificationContent = p.closeToTray = p.spelling = false;
    p.startMinimised = p.trayHintShown = true;
    p.lockMinutes = 3;
    PcFile(dir.path()).keep(p);
    QVERIFY(PcFile(dir.path()).preferences() == p);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"pc.ini"_s}); // nothing half written beside it
}

void tst_pcfile::noFileIsTheUsual()
{
    const QTemporaryDir dir;
    const PcFile file(dir.path());
    QVERIFY(file.preferences() == Preferences());
    QVERIFY(file.place().normal.isEmpty());
}

void tst_pcfile::nonsenseIsTheUsual()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"pc.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[look]\nscheme=<b>\ntext=many\n\x01\x02[[[\n");
    file.close();
    QCOMPARE(PcFile(dir.path()).preferences().scheme, Preferences::Scheme::System);
}

void tst_pcfile::placeAndPreferencesDoNotLoseEachOther()
{
    const QTemporaryDir dir;
    PcFile file(dir.path());
    Preferences p;
    p.lockMinutes = 7;
    file.keep(p);
    file.keep(ui::WindowPlace{{-1200, 40, 1000, 700}, true});
    const PcFile again(dir.path());
    QCOMPARE(again.preferences().lockMinutes, 7);
    QCOMPARE(again.place().normal, QRect(-1200, 40, 1000, 700));
    QVERIFY(again.place().maximised);
}

BALCAO_TEST(tst_pcfile)
#include "tst_pcfile.moc"
