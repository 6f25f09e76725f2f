// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One chat, opened, with its rows checked by Qt's own model tester.
#pragma once

#include "counter.h"
#include "desk/roles.h"
#include "desk/threadpresenter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace balcao::test {

struct OpenThread : Counter
{
    desk::ThreadPresenter presenter{source, actions, wording, clock};
    QAbstractItemModelTester tester{&presenter.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    Chat chat = log.open(QStringLiteral("Rosa"));

    /// What the log holds now, in the thread.
    void show()
    {
        take();
        QSignalSpy loaded(&presenter,
                          presenter.isOpen() ? &desk::ThreadPresenter::changed : &desk::ThreadPresenter::opened);
        if (presenter.isOpen())
            presenter.reload();
        else
            presenter.open(chat.conversation);
        QVERIFY(loaded.wait());
    }
    /// Does it, and waits for the rows that it brings.
    template <class Act>
    void after(Act act)
    {
        QSignalSpy changed(&presenter, &desk::ThreadPresenter::changed);
        act();
        QVERIFY(changed.wait());
    }
    [[nodiscard]] QVariant at(int row, int role) { return presenter.model().index(row).data(role); }
    [[nodiscard]] int rows() { return presenter.model().rowCount(); }
    [[nodiscard]] QString first() { return at(0, desk::ThreadTextRole).toString(); }
    [[nodiscard]] QString last() { return at(rows() - 1, desk::ThreadTextRole).toString(); }
};

} // namespace balcao::test
