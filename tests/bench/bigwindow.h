// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The real window over a big store, offscreen, and what waits for the thing itself: an answer, then its paint.
#pragma once

#include "bigshop.h"
#include "ui/window.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QTimer>

namespace balcao::test {

/// Counts the paints of one widget.
class PaintWatch final : public QObject
{
    Q_OBJECT

public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++paints;
        return false;
    }
};

/// Until `done()`; a minute is for ever. It sleeps until something happens: a loop that spins takes a core from the
/// reader whose answer it waits for.
template <class F>
bool waitFor(F done)
{
    QTimer patience;
    patience.setSingleShot(true);
    patience.start(60'000);
    while (!done()) {
        if (!patience.isActive())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// What is posted, and no more.
inline void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

struct BigWindow : Window
{
    explicit BigWindow(const QString &folder) : Window(folder)
    {
        const auto opened = store.write([](store::StoreWriter &) { return Result<void>(); }).result();
        if (!opened)
            qFatal("store: %s", qPrintable(opened.error().detail));
        clock.setMs(BigShop::kNow);
        serve(BigShop::operatorId(0));
        window.resize(1366, 768);
        window.showInbox(QStringLiteral("Armazém do Largo"), QStringLiteral("Ana"));
        window.show();
        inbox.setOperator(BigShop::operatorId(0));
        rail.reload();
        if (!waitFor([this] { return inbox.model().rowCount() > 0; }))
            qFatal("the inbox stays empty");
        settle();
    }
    /// Opened, its rows there, and painted.
    bool open(ConversationId id, PaintWatch &paint)
    {
        bool isOpened = false;
        const auto told = QObject::connect(&thread, &desk::ThreadPresenter::opened, &window, [&] {
            isOpened = true;
            paint.paints = 0;
        });
        inbox.open(id);
        const bool done = waitFor([&] { return isOpened && paint.paints > 0; });
        QObject::disconnect(told);
        return done;
    }
    /// What was asked of the store, and what that made somebody ask, has been answered.
    void finish()
    {
        for (int round = 0; round < 3; ++round) {
            bool isDone = false;
            store.read([](store::StoreReader &) { return Result<void>(); }, &window,
                       [&isDone](const Result<void> &) { isDone = true; });
            if (!waitFor([&isDone] { return isDone; }))
                qFatal("the store does not answer");
            settle();
        }
    }
    [[nodiscard]] QAbstractScrollArea *area(const char *name) const { return find<QAbstractScrollArea>(name); }
};

} // namespace balcao::test
