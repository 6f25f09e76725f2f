// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskapp.h"
#include "support/testmain.h"

#include <QAction>
#include <QFile>
#include <QTemporaryDir>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;
using desk::Preferences;

namespace {

/// The real parts of the program, with a shop whose server is away.
struct Desk
{
    Desk()
        : session({QUrl(u"http://127.0.0.1:9"_s),
                   "token",
                   u"Padaria Lua"_s,
                   u"America/Sao_Paulo"_s,
                   dir.filePath(u"shop"_s),
                   {},
                   u"lua.example"_s,
                   u"Caixa 1"_s},
                  clock, desktop.preferences(), nullptr)
    {
        window.setShop(session.operators(), session.presenters());
        window.setSettings({desktop.preferences(), session.account(), session.data(), desktop.sounder(),
                            session.spelling(), session.receiving(), session.bank(), session.line()});
        desktop.attach(session);
        session.operators().setOperators({ana, bruno});
    }
    ~Desk()
    {
        desktop.detach();
        window.clearShop();
    }
    void serve(const desk::OperatorChoice &who)
    {
        session.serve(who);
        desktop.serve(who, false);
    }

    class NoShop final : public desk::ShopConnector
    {
    public:
        void pair(const QString &, const QString &, const QString &, Done) override {}
        void startDemo(Done) override {}
    };

    QTemporaryDir dir;
    ManualClock clock{1'795'000'000'000};
    NoShop connector;
    ui::Appearance appearance{*qApp, ui::ColourScheme::Light};
    desk::FirstRunPresenter firstRun{connector};
    ui::MainWindow window{firstRun, appearance};
    Desktop desktop{*qApp, clock, dir.path(), std::nullopt, window, appearance};
    ShopSession session;
    desk::OperatorChoice ana{OperatorId::create(), u"Ana"_s, Role::Attendant, true};
    desk::OperatorChoice bruno{OperatorId::create(), u"Bruno"_s, Role::Attendant, true};
};

} // namespace

// The desktop's parts together, as the program has them.
class tst_desktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void preferencesTakeHoldAtOnceAndAreKept();
    void idleHidesTheScreenAndThePinBringsItBack();
    void nobodyServingNothingToHide();
    void arrangementIsOfThePerson();
    void firstRunIsNeverMinimised();
    void windowComesBackWhereItWas();
    void secondStartRaises();
};

void tst_desktop::preferencesTakeHoldAtOnceAndAreKept()
{
    Desk d;
    d.desktop.preferences().set(&Preferences::scheme, Preferences::Scheme::Dark);
    QVERIFY(d.appearance.theme().dark);
    const qreal before = QApplication::font().pointSizeF();
    d.desktop.preferences().set(&Preferences::textPercent, 150);
    QCOMPARE(QApplication::font().pointSizeF(), before * 1.5);
    const PcFile kept(d.dir.path());
    QCOMPARE(kept.preferences().scheme, Preferences::Scheme::Dark);
    QCOMPARE(kept.preferences().textPercent, 150);
    d.desktop.preferences().set(&Preferences::textPercent, 100);
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

void tst_desktop::idleHidesTheScreenAndThePinBringsItBack()
{
    Desk d;
    d.desktop.preferences().set(&Preferences::lockMinutes, 2);
    d.serve(d.bruno);
    QVERIFY(d.window.windowTitle().contains(u"Padaria Lua"_s));
    d.clock.advanceMs(2 * kMinuteMs);
    d.desktop.privacy().look();
    QVERIFY(d.desktop.privacy().isProtected());
    QCOMPARE(d.window.windowTitle(), u"Balcão"_s);
    QCOMPARE(d.session.operators().selected(), 1); // asks the one who served
    d.desktop.serve(d.bruno, true);
    QVERIFY(!d.desktop.privacy().isProtected());
    QVERIFY(d.window.windowTitle().contains(u"Padaria Lua"_s));
}

void tst_desktop::nobodyServingNothingToHide()
{
    Desk d;
    d.window.showOperators();
    d.clock.advanceMs(kDayMs);
    d.desktop.privacy().look();
    QVERIFY(!d.desktop.privacy().isProtected());
}

void tst_desktop::arrangementIsOfThePerson()
{
    Desk d;
    d.session.start(); // the first job opens the files
    d.serve(d.ana);
    d.session.keepArrangement("ana's");
    std::optional<QByteArray> read;
    const auto keep = [&read](const QByteArray &kept) { read = kept; };
    d.session.readArrangement(&d.window, keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(*read, QByteArray("ana's"));
    d.session.serve(d.bruno);
    read.reset();
    d.session.readArrangement(&d.window, keep);
    QTRY_VERIFY(read.has_value());
    QVERIFY(read->isEmpty());
}

void tst_desktop::firstRunIsNeverMinimised()
{
    const QTemporaryDir dir;
    Preferences p;
    p.startMinimised = true;
    PcFile(dir.path()).keep(p);
    DeskApp app(*qApp, {}, dir.path());
    app.start();
    QVERIFY(app.window().isVisible() && !app.window().isMinimized());
    QVERIFY(!app.shop());
}

void tst_desktop::windowComesBackWhereItWas()
{
    const QTemporaryDir dir;
    PcFile(dir.path()).keep(ui::WindowPlace{{30, 40, 770, 560}, false});
    DeskApp app(*qApp, {}, dir.path());
    app.start();
    QCOMPARE(app.window().geometry(), QRect(30, 40, 770, 560));
}

void tst_desktop::secondStartRaises()
{
    const QTemporaryDir dir;
    DeskApp app(*qApp, {}, dir.path());
    app.start();
    app.window().hide();
    app.raise();
    QVERIFY(app.window().isVisible());
}

BALCAO_TEST(tst_desktop)
#include "tst_desktop.moc"
