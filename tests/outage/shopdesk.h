// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk as the program puts it together, with its window, paired with a relay of the test's.
#pragma once

#include "desk/roles.h"
#include "shopsession.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace balcao::test {

class ShopDesk
{
public:
    struct At
    {
        QUrl relay;
        QByteArray token;
        QString folder;
        OperatorId operatorId;
    };

    /// Its window is on the screen and the relay's head was reached; without a relay (`waits` false) it only shows.
    ShopDesk(const At &at, const Clock &clock, const ShopSession::Pace &pace, bool waits = true)
        : session({at.relay,
                   at.token,
                   QStringLiteral("Padaria Lua"),
                   QStringLiteral("America/Sao_Paulo"),
                   at.folder,
                   {},
                   QStringLiteral("lua.example"),
                   QStringLiteral("Caixa 1")},
                  clock, preferences, nullptr, pace)
    {
        window.setShop(session.operators(), session.presenters());
        session.serve({at.operatorId, QStringLiteral("Ana"), Role::Attendant, true});
        window.resize(1366, 768);
        window.showInbox(QStringLiteral("Padaria Lua"), QStringLiteral("Ana"));
        window.show();
        QSignalSpy known(&session, &ShopSession::operatorsKnown);
        session.start();
        if (waits && !QTest::qWaitFor([&known] { return !known.isEmpty(); }, 20'000))
            qFatal("the shop did not come");
    }
    ~ShopDesk() { window.clearShop(); }
    Q_DISABLE_COPY_MOVE(ShopDesk)

    /// The one chat there is, whether it waits or has been answered.
    void openFirst()
    {
        session.inbox().setView(store::View::All);
        if (!QTest::qWaitFor([this] { return session.inbox().model().rowCount() > 0; }))
            qFatal("the list stays empty");
        session.inbox().open(session.inbox().model().rows().first().id);
        if (!QTest::qWaitFor([this] { return session.thread().head() && rows() > 0; }))
            qFatal("the chat did not open");
    }
    [[nodiscard]] int rows() { return session.thread().model().rowCount(); }
    /// How many rows of the open chat say this.
    [[nodiscard]] int saying(const QString &text)
    {
        int count = 0;
        for (int row = 0; row < rows(); ++row) {
            const QModelIndex index = session.thread().model().index(row, 0);
            count += index.data(desk::ThreadTextRole).toString() == text ? 1 : 0;
        }
        return count;
    }
    /// What the strip says on the screen; empty while it is not there.
    [[nodiscard]] QString strip() const
    {
        const auto *strip = window.inbox()->findChild<QWidget *>(QStringLiteral("strip"));
        const auto *words = strip->findChild<QLabel *>(QStringLiteral("stripText"));
        return strip->isVisible() ? words->text() : QString();
    }

private:
    class NoKeeper final : public desk::PreferencesKeeper
    {
    public:
        void keep(const desk::Preferences &) override {}
    };
    class NoShop final : public desk::ShopConnector
    {
    public:
        void pair(const QString &, const QString &, const QString &, Done) override {}
        void startDemo(Done) override {}
    };

    NoKeeper m_keeper;
    NoShop m_connector;
    ui::Appearance m_appearance{*qApp, ui::ColourScheme::Light};
    desk::FirstRunPresenter m_firstRun{m_connector};

public:
    desk::PreferencesPresenter preferences{m_keeper, {}};
    ShopSession session;
    ui::MainWindow window{m_firstRun, m_appearance};
};

} // namespace balcao::test
