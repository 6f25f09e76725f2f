// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A counter where Ana serves and Rosa has just written: presenters of a chat, wired as in the program.
#pragma once

#include "counter.h"
#include "desk/customerpresenter.h"
#include "desk/pickers.h"
#include "desk/railpresenter.h"

#include <QSignalSpy>
#include <QTest>

namespace balcao::test {

struct Shop : Counter
{
    desk::ThreadPresenter thread{source, actions, wording, clock};
    desk::UndoPresenter undo;
    desk::WorkPresenter work{workDone, thread, undo, wording, clock};
    desk::ComposerPresenter composer{source, actions, thread, work, clock};
    desk::InboxPresenter inbox{source, wording, clock};
    desk::RailPresenter rail{source, inbox, clock};
    desk::CustomerPresenter customer{source, workDone, thread, undo, wording, clock};
    OperatorId ana = OperatorId::create();
    OperatorId bruno = OperatorId::create();
    TagId vip = TagId::create();
    Chat rosa;

    Shop();
    ~Shop();
    void pendWork(const wire::CommandBody &body, const QString &problem = {}, ConversationId in = {});
    /// Whoever `from` is, is Rosa.
    void joinToRosa(const Chat &from);
    /// A quick reply of the shop's.
    wire::Subject reply(const QString &title, const QString &text);
    void changeVip(const std::optional<QString> &name, const std::optional<QString> &colour);
    QStringList names(store::View view);
};

} // namespace balcao::test
