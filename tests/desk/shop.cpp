// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shop.h"

namespace balcao::test {

Shop::Shop()
{
    for (const auto &[id, name] : {std::pair(ana, QStringLiteral("Ana")), std::pair(bruno, QStringLiteral("Bruno"))}) {
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

Shop::~Shop() = default;

void Shop::pendWork(const wire::CommandBody &body, const QString &problem, ConversationId in)
{
    Counter::pendWork(body, in.isNull() ? rosa.conversation : in, ana, problem);
}

void Shop::joinToRosa(const Chat &from)
{
    log.add(wire::CustomerMerged{from.customer, rosa.customer, {{from.conversation, rosa.conversation, {}, {}, {}}}},
            rosa.subject());
    take();
}

wire::Subject Shop::reply(const QString &title, const QString &text)
{
    wire::Subject made;
    made.reply = QuickReplyId::create();
    log.add(wire::ReplyDefined{title, text}, made);
    take();
    return made;
}

void Shop::changeVip(const std::optional<QString> &name, const std::optional<QString> &colour)
{
    wire::Subject tag;
    tag.tag = vip;
    log.add(wire::TagChanged{name, colour}, tag);
    take();
}

QStringList Shop::names(store::View view)
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

} // namespace balcao::test
