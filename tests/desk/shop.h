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

    Shop()
    {
        for (const auto &[id, name] :
             {std::pair(ana, QStringLiteral("Ana")), std::pair(bruno, QStringLiteral("Bruno"))}) {
            wire::Subject who;
            who.operatorId = id;
            log.add(wire::OperatorAdded{name, Role::Attendant}, who);
        }
        wire::Subject tag;
        tag.tag = vip;
        log.add(wire::TagDefined{QStringLiteral("VIP"), QStringLiteral("#6a46a0")}, tag);
        rosa = log.open(QStringLiteral("Rosa Limeira"));
        log.receive(rosa, QStringLiteral("Oi"));
        take();
        thread.setOperator(ana);
        work.setOperator(ana);
        customer.setOperator(ana);
        composer.setOperator(ana, QStringLiteral("Ana"));
        inbox.setOperator(ana);
        rail.setOperator(ana);
        QObject::connect(&thread, &desk::ThreadPresenter::moved, &inbox, &desk::InboxPresenter::follow);
        thread.open(rosa.conversation);
        inbox.open(rosa.conversation);
        if (!QTest::qWaitFor([this] { return thread.head().has_value() && customer.isKnown(); }))
            qFatal("the chat did not open");
        clock.advanceMs(desk::ComposerPresenter::kGuardMs);
    }
    void pendWork(const wire::CommandBody &body, const QString &problem = {}, ConversationId in = {})
    {
        Counter::pendWork(body, in.isNull() ? rosa.conversation : in, ana, problem);
    }
    /// Whoever `from` is, is Rosa.
    void joinToRosa(const Chat &from)
    {
        log.add(
            wire::CustomerMerged{from.customer, rosa.customer, {{from.conversation, rosa.conversation, {}, {}, {}}}},
            rosa.subject());
        take();
    }
    /// A quick reply of the shop's.
    wire::Subject reply(const QString &title, const QString &text)
    {
        wire::Subject made;
        made.reply = QuickReplyId::create();
        log.add(wire::ReplyDefined{title, text}, made);
        take();
        return made;
    }
    void changeVip(const std::optional<QString> &name, const std::optional<QString> &colour)
    {
        wire::Subject tag;
        tag.tag = vip;
        log.add(wire::TagChanged{name, colour}, tag);
        take();
    }
    QStringList names(store::View view)
    {
        inbox.setView(view);
        QSignalSpy changed(&inbox, &desk::InboxPresenter::changed);
        inbox.reload();
        if (!changed.wait())
            qFatal("no list");
        QStringList found;
        for (const store::ConversationRow &row : inbox.model().rows())
            found.append(row.name);
        return found;
    }
};

} // namespace balcao::test
